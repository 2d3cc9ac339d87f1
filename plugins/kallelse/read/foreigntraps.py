"""A PDF turned into findings for what it carries besides its pages, which its reader gets without having been told."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

import pikepdf

from kallelse.foreign.layers import hidden_layers
from kallelse.model.finding import Finding, Place, Severity

# Annotations that people write to each other; stamps, fields and links are part of a document.
_NOTES = frozenset(("/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Ink", "/Caret"))


def trap_findings(path: str, document: pikepdf.Pdf) -> Iterator[Finding]:
    """Remarks on files inside the file, on hidden layers, and on comments, which are seen once the pages are joined."""
    name = {"file": posixpath.basename(path)}
    if inside := sorted(document.attachments):
        words = {**name, "inside": ", ".join(inside[:3]) + (", …" if len(inside) > 3 else "")}
        yield Finding("foreign-inside", Place(path), words, Severity.REMARK)
    if hidden := hidden_layers(document):
        named = ", ".join(str(group.get("/Name", "?")) for group in hidden[:3])
        yield Finding("foreign-layers", Place(path), {**name, "layers": named}, Severity.REMARK)
    pages = [number for number, page in enumerate(document.pages, start=1) if _has_notes(page)]
    if pages:
        words = {**name, "pages": ", ".join(map(str, pages[:6])) + (", …" if len(pages) > 6 else "")}
        yield Finding("foreign-notes", Place(path), words, Severity.REMARK)


def _has_notes(page: pikepdf.Page) -> bool:
    listed = page.obj.get("/Annots")
    notes = listed if isinstance(listed, pikepdf.Array) else ()
    return any(isinstance(each, pikepdf.Dictionary) and str(each.get("/Subtype")) in _NOTES for each in notes)
