"""The kinds of files, by the ends of their names, that may stand beside a text, and those that are documents."""

from __future__ import annotations

DRAWING = ".svg"
PICTURES = (".png", ".jpg", ".jpeg", ".gif", DRAWING)
WORKBOOK = ".xlsx"
CARRIERS = (".csv", WORKBOOK)
OFFICE = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp")
SCANS = (".tif", ".tiff")
FOREIGN = (".pdf", *OFFICE, *SCANS)
NEVER_AS_IS = (".md", ".yml", ".yaml", *OFFICE, *SCANS)
"""What is published as a page, or by way of a PDF, or not at all."""

BESIDE = (".csv", *PICTURES)

WEB_FONTS = (".woff2", ".woff", ".otf", ".ttf")
"""The ends of the names of faces that browsers load."""
