"""A PDF among the attachments turned into its pages with their texts and bookmarks."""

from __future__ import annotations

import hashlib
import io
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from kallelse.foreign.archival import drop_endless_metadata, is_archival
from kallelse.foreign.broken import BrokenError, broken_told, unbroken
from kallelse.foreign.flat import flatten
from kallelse.foreign.forms import check_forms
from kallelse.foreign.heavy import heavy_pages
from kallelse.model.finding import Finding, Place, Severity, listed
from kallelse.model.foreign import Foreign, ForeignBookmark, ForeignLink, ForeignPage
from kallelse.read.destinations import Destinations, destinations_of
from kallelse.read.faded import faded_pages
from kallelse.read.foreignlinks import page_links
from kallelse.read.foreigntraps import MOST_PAGES, trap_findings, undrawn_findings

# Bookmarks nested deeper than this help nobody to find a page, and may be a circle.
_DEEPEST = 8
_MOST_BOOKMARKS = 2000
# Longer than any paper that anybody hands out; a file may say of one page that it is a million.
_MOST_PAGES = 20_000
# What a page is high and wide at least and at most, in its own units and in points: of a longer one nothing would be
# seen in a packet.
_SIDES, _POINTS = (3.0, 14_400.0), (3.0, 100_000.0)


def read_foreign(path: str, file: Path) -> tuple[Foreign | None, tuple[Finding, ...]]:
    """The foreign document in `file`, which is source file `path`; None where it has none to show."""
    name = {"file": posixpath.basename(path)}
    try:
        with broken_told(pikepdf.PasswordError), pikepdf.open(file) as document:
            return _read(path, file, document)
    except pikepdf.PasswordError:
        return None, (Finding("foreign-locked", Place(path), name),)
    except BrokenError:
        return None, (Finding("foreign-broken", Place(path), name),)


def _read(path: str, file: Path, document: pikepdf.Pdf) -> tuple[Foreign | None, tuple[Finding, ...]]:
    name = {"file": posixpath.basename(path)}
    if not document.pages:
        return None, (Finding("foreign-empty", Place(path), name),)
    if len(document.pages) > _MOST_PAGES:
        words = {**name, "pages": str(len(document.pages)), "most": str(_MOST_PAGES)}
        return None, (Finding("foreign-long", Place(path), words),)
    if heavy := heavy_pages(document):
        words = {**name, "pages": listed(heavy, MOST_PAGES)}
        return None, (Finding("foreign-heavy", Place(path), words),)
    is_endless = drop_endless_metadata(document)
    findings = list(trap_findings(path, document))
    flat = flatten(document, names_files=True)
    changed = flat.changed or is_endless
    findings += undrawn_findings(path, flat.undrawn)
    if flat.left.fetched:
        findings.append(Finding("foreign-elsewhere", Place(path), name))
    if beyond := [number for number, page in enumerate(document.pages, start=1) if not _has_size(page)]:
        return None, (*findings, Finding("foreign-size", Place(path), {**name, "pages": listed(beyond, MOST_PAGES)}))
    units = [_unit(page) for page in document.pages]
    destinations = destinations_of(document)
    links = [page_links(page, destinations) for page in document.pages]
    bookmarks = tuple(_bookmarks(document, destinations))
    check_forms(document)
    is_repaired = bool(document.get_warnings())
    if is_repaired:
        changed = True
        findings.append(Finding("foreign-repaired", Place(path), name, Severity.REMARK))
    # A large file is not held in memory once more for nothing.
    data = io.BytesIO()
    if changed:
        document.save(data, fix_metadata_version=False)
    if is_repaired and not is_endless and (faded := faded_pages(file, data.getvalue())):
        findings.append(Finding("foreign-faded", Place(path), {**name, "pages": listed(faded, MOST_PAGES)}))
    pages = _pages(data.getvalue() if changed else file, units, links)
    without = [number for number, page in enumerate(pages, start=1) if not page.text]
    if without:
        words = {**name, "pages": listed(without, MOST_PAGES), "count": str(len(without))}
        findings.append(Finding("foreign-no-text", Place(path), words, Severity.REMARK))
    kept = tuple(each for each in bookmarks if each.page <= len(pages))
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    size = file.stat().st_size
    archival = is_archival(document) and not flat.drawn
    foreign = Foreign(pages, size, kept, archival, digest=digest, pdf_digest=digest, names_files=flat.left.named)
    return foreign, tuple(findings)


def _has_size(page: pikepdf.Page) -> bool:
    """Whether what is seen of a page is as large as a page may be (ISO 32000-1, annex C.2)."""
    try:
        boxes = [[float(str(side)) for side in box] for box in (page.mediabox, page.cropbox)]
    except (ValueError, TypeError):
        return False
    for low, high in ((0, 2), (1, 3)):
        sides = [sorted((box[low], box[high])) for box in boxes]
        long = min(side[1] for side in sides) - max(side[0] for side in sides)
        if not (_SIDES[0] <= long <= _SIDES[1] and _POINTS[0] <= long * _unit(page) <= _POINTS[1]):
            return False
    return True


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
        with broken_told(), document.open_outline(max_depth=_DEEPEST) as outline:
            found = list(_flat(outline.root, 0))
    except BrokenError:
        # What is wrong with its bookmarks is no reason to leave a document out.
        return

    def bookmark(item: tuple[pikepdf.OutlineItem, int]) -> ForeignBookmark:
        told, depth = item
        destination: object = told.destination
        if destination is None and told.action is not None:
            destination = told.action.get("/D")
        return ForeignBookmark(" ".join(str(told.title).split()), destinations.page(destination), depth)

    yield from (each for each in unbroken(found[:_MOST_BOOKMARKS], bookmark) if each.page and each.title)


def _flat(items: Iterable[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[pikepdf.OutlineItem, int]]:
    for item in items:
        yield item, depth
        yield from _flat(item.children, depth + 1)
