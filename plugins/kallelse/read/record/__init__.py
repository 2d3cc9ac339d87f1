"""The minutes of a meeting turned into its record."""
