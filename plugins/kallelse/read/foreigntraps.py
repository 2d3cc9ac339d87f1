"""A PDF turned into findings for what it carries besides its pages, which its reader gets without having been told."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

import pikepdf

from kallelse.foreign.annotations import annotations_of
from kallelse.foreign.layers import hidden_layers
from kallelse.model.finding import Finding, Place, Severity, listed

# Annotations that people write to each other; stamps, fields and links are part of a document.
_NOTES = frozenset(("/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Ink", "/Caret"))

# What a finding names before it says that there are more.
MOST_PAGES = 6
_MOST = 3


def trap_findings(path: str, document: pikepdf.Pdf) -> Iterator[Finding]:
    """Remarks on files inside the file, on hidden layers, and on comments, which are seen once the pages are joined."""
    name = {"file": posixpath.basename(path)}
    if inside := sorted(document.attachments):
        words = {**name, "inside": listed(inside, _MOST)}
        yield Finding("foreign-inside", Place(path), words, Severity.REMARK)
    if hidden := hidden_layers(document):
        words = {**name, "layers": listed((group.get("/Name", "?") for group in hidden), _MOST)}
        yield Finding("foreign-layers", Place(path), words, Severity.REMARK)
    pages = [number for number, page in enumerate(document.pages, start=1) if _has_notes(page)]
    if pages:
        words = {**name, "pages": listed(pages, MOST_PAGES)}
        yield Finding("foreign-notes", Place(path), words, Severity.REMARK)


def _has_notes(page: pikepdf.Page) -> bool:
    return any(
        isinstance(each, pikepdf.Dictionary) and str(each.get("/Subtype")) in _NOTES for each in annotations_of(page)
    )
