"""The kinds of files, by the ends of their names, that may stand beside a text and be shown in it."""

from __future__ import annotations

DRAWING = ".svg"
PICTURES = (".png", ".jpg", ".jpeg", ".gif", DRAWING)
BESIDE = (".csv", *PICTURES)
