"""The record of a meeting turned into findings."""
