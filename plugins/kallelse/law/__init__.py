"""The days of a meeting's record turned into deadlines, each with the provisions it comes from."""
