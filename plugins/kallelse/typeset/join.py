"""A packet whose foreign pages are still empty into one in which each is laid under its stamp."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from kallelse.foreign.flat import flat_pdf
from kallelse.foreign.forms import page_form
from kallelse.foreign.made import pdf_file
from kallelse.model.foreign import Foreign, ForeignBookmark
from kallelse.typeset.foreign import Laying, foreign_sheets, laying_of, standards_of
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, Sheet

_RESOURCE = pikepdf.Name("/Foreign")


def join(packet: pikepdf.Pdf, plan: Plan, places: Places, root: Path) -> None:
    """Lays the foreign documents of `plan`, which lie below `root`, into their frames in `packet`.

    A foreign page is one form (ISO 32000-1, 8.10) inside an artifact (14.8.2.2): structure and text of the packet stay
    its own. Where a document does not claim to be archival itself, the packet no longer claims it either.
    """
    sheets = [(sheet, foreign) for sheet, foreign in foreign_sheets(plan) if not foreign.picture]
    # As a list: whoever asks for a page by its number makes qpdf count them all.
    pages = list(packet.pages) if sheets else []
    for sheet, foreign in sheets:
        first = places.sheets[sheet.index].first
        _lay(packet, pages[first - 1 : first - 1 + len(foreign.pages)], sheet, foreign, root)
    _add_bookmarks(packet, sheets, places)
    if sheets and not standards_of(plan):
        _claim_nothing(packet)


def _lay(packet: pikepdf.Pdf, frames: list[pikepdf.Page], sheet: Sheet, foreign: Foreign, root: Path) -> None:
    taken: set[tuple[int, int]] = set()
    with flat_pdf(pdf_file(sheet.document.path, root), names_files=foreign.names_files) as source:
        for page, own, under in zip(source.pages, foreign.pages, frames, strict=True):
            form = page_form(page, packet, taken)
            lay(form, under, laying_of(own))


def lay(form: pikepdf.Object, under: pikepdf.Page, laying: Laying) -> None:
    """Lays the form of a foreign page under what else is on a page of the packet."""
    under.add_resource(form, pikepdf.Name.XObject, _RESOURCE)
    left, top = laying.x, laying.height - laying.y
    frame = pikepdf.Rectangle(left, top - laying.frame_height, left + laying.frame_width, top)
    placed = under.calc_form_xobject_placement(form, _RESOURCE, frame)
    under.contents_add(b"/Artifact BMC\n" + placed + b"\nEMC\n", prepend=True)


def _add_bookmarks(packet: pikepdf.Pdf, sheets: list[tuple[Sheet, Foreign]], places: Places) -> None:
    """Each document's own bookmarks, nested as they were, below the document's in the packet."""
    wanted = {places.sheets[sheet.index].first: foreign.bookmarks for sheet, foreign in sheets if foreign.bookmarks}
    if not wanted:
        return
    pages = {page.obj.objgen: number for number, page in enumerate(packet.pages, start=1)}
    with packet.open_outline() as outline:
        for document in (each for case in outline.root for each in case.children):
            first = _page_of(document, pages)
            if first is not None:
                _nest(document, wanted.pop(first, ()), first)


def _nest(document: pikepdf.OutlineItem, bookmarks: tuple[ForeignBookmark, ...], first: int) -> None:
    above = [document]
    for bookmark in bookmarks:
        del above[bookmark.depth + 1 :]
        item = pikepdf.OutlineItem(bookmark.title, first - 1 + bookmark.page - 1)
        above[-1].children.append(item)
        above.append(item)


def _page_of(item: pikepdf.OutlineItem, pages: dict[tuple[int, int], int]) -> int | None:
    destination = item.destination
    if isinstance(destination, pikepdf.Array) and len(destination):
        return pages.get(destination[0].objgen)
    return None


def _claim_nothing(packet: pikepdf.Pdf) -> None:
    with packet.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for claim in ("pdfaid:part", "pdfaid:conformance", "pdfaid:rev", "pdfuaid:part"):
            if claim in metadata:
                del metadata[claim]
