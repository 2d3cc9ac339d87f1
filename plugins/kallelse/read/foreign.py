"""A PDF among the attachments turned into its pages with their texts and bookmarks."""

from __future__ import annotations

import hashlib
import io
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from kallelse.foreign.flat import flatten
from kallelse.model.finding import Finding, Place, Severity, listed
from kallelse.model.foreign import Foreign, ForeignBookmark, ForeignLink, ForeignPage
from kallelse.read.destinations import Destinations, destinations_of
from kallelse.read.foreignlinks import page_links
from kallelse.read.foreigntraps import MOST_PAGES, trap_findings

# Bookmarks nested deeper than this help nobody to find a page, and may be a circle.
_DEEPEST = 8
_MOST_BOOKMARKS = 2000


def read_foreign(path: str, file: Path) -> tuple[Foreign | None, tuple[Finding, ...]]:
    """The foreign document in `file`, which is source file `path`; None where it has none to show."""
    name = {"file": posixpath.basename(path)}
    try:
        with pikepdf.open(file) as document:
            if not document.pages:
                return None, (Finding("foreign-empty", Place(path), name),)
            findings = list(trap_findings(path, document))
            changed = flatten(document)
            if document.get_warnings():
                changed = True
                findings.append(Finding("foreign-repaired", Place(path), name, Severity.REMARK))
            archival = _is_archival(document)
            units = [_unit(page) for page in document.pages]
            destinations = destinations_of(document)
            links = [page_links(page, destinations) for page in document.pages]
            bookmarks = tuple(_bookmarks(document, destinations))
            # A large file is not held in memory once more for nothing.
            flat = io.BytesIO()
            if changed:
                document.save(flat)
    except pikepdf.PasswordError:
        return None, (Finding("foreign-locked", Place(path), name),)
    except (pikepdf.PdfError, OSError, ValueError, TypeError, RuntimeError):
        return None, (Finding("foreign-broken", Place(path), name),)
    try:
        pages = _pages(flat.getvalue() if changed else file, units, links)
    except (pypdfium2.PdfiumError, ValueError):
        return None, (Finding("foreign-broken", Place(path), name),)
    without = [number for number, page in enumerate(pages, start=1) if not page.text]
    if without:
        words = {**name, "pages": listed(without, MOST_PAGES), "count": str(len(without))}
        findings.append(Finding("foreign-no-text", Place(path), words, Severity.REMARK))
    kept = tuple(each for each in bookmarks if each.page <= len(pages))
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return Foreign(pages, file.stat().st_size, kept, archival, digest=digest), tuple(findings)


def _unit(page: pikepdf.Page) -> float:
    """How many points the page's own unit is (ISO 32000-1, 14.11.3), which pdfium leaves to its callers."""
    try:
        unit = float(str(page.obj.get("/UserUnit", 1)))
    except ValueError:
        return 1.0
    return unit if 0 < unit < 1000 else 1.0


def _pages(data: bytes | Path, units: list[float], links: list[tuple[ForeignLink, ...]]) -> tuple[ForeignPage, ...]:
    document = pypdfium2.PdfDocument(data)
    try:
        found = []
        for page, unit, own in zip(document, units, links, strict=True):
            width, height = (side * unit for side in page.get_size())
            text = page.get_textpage()
            said = text.get_text_bounded()
            text.close()
            page.close()
            found.append(ForeignPage(width, height, _clean(said), own))
        return tuple(found)
    finally:
        document.close()


def _clean(text: str) -> str:
    """Lines without blanks at their ends, at most one empty line between two; no letter that nobody can see."""
    lines = [" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept: list[str] = []
    for line in lines:
        shown = "".join(letter for letter in line if letter.isprintable())
        if shown or (kept and kept[-1]):
            kept.append(shown)
    return "\n".join(kept).strip()


def _bookmarks(document: pikepdf.Pdf, destinations: Destinations) -> Iterator[ForeignBookmark]:
    try:
        with document.open_outline(max_depth=_DEEPEST) as outline:
            found = list(_flat(outline.root, 0))
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, RuntimeError):
        # What is wrong with its bookmarks is no reason to leave a document out.
        return
    for item, depth in found[:_MOST_BOOKMARKS]:
        destination: object = item.destination
        if destination is None and item.action is not None:
            destination = item.action.get("/D")
        page = destinations.page(destination)
        title = " ".join(str(item.title).split())
        if page and title:
            yield ForeignBookmark(title, page, depth)


def _flat(items: Iterable[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[pikepdf.OutlineItem, int]]:
    for item in items:
        yield item, depth
        yield from _flat(item.children, depth + 1)


def _is_archival(document: pikepdf.Pdf) -> bool:
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        return bool(metadata.pdfa_status)
