"""Fences and CSV files turned into finance tables, and cited cells into what they print."""
