"""A generated archive turned into figures: how fast, how large and how hungry Kallelse is beside other tools."""
