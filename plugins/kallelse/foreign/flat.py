"""A PDF from elsewhere into one whose pages themselves hold all that a reader sees on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pikepdf

from kallelse.foreign.annotations import annotations_of, has_appearance, is_seen
from kallelse.foreign.appearances import Undrawn, draw_missing
from kallelse.foreign.elsewhere import Left, leave_elsewhere
from kallelse.foreign.layers import layers_of
from kallelse.foreign.unlayered import remove_hidden, remove_hidden_annotations

# Nodes above a page; a tree that is deeper is a circle.
_DEEPEST = 64
# A page is what viewers show of it: its crop box. The boxes of printers say nothing about that (ISO 32000-1, 14.11.2).
_PRINTERS_BOXES = ("/TrimBox", "/ArtBox", "/BleedBox")


@dataclass(frozen=True, slots=True)
class Flattened:
    """What came of a document: whether a page looks otherwise to who knows no annotations and layers; what is lost.

    `drawn`: something on its pages is drawn as viewers do, in fonts that are theirs. `left`: what it said of files.
    """

    changed: bool
    left: Left
    drawn: bool = False
    undrawn: tuple[Undrawn, ...] = ()


def flat_pdf(file: Path, *, names_files: bool) -> pikepdf.Pdf:
    """The PDF in `file`, repaired as far as qpdf can, and made flat; the caller closes it.

    One that is known to name no files is not looked through for them. Raises pikepdf.PasswordError where it cannot be
    opened without a password, pikepdf.PdfError where it is no PDF, OSError where there is no file.
    """
    document = pikepdf.open(file)
    flatten(document, names_files=names_files)
    return document


def flatten(document: pikepdf.Pdf, *, names_files: bool) -> Flattened:
    """Makes stamps, filled fields and signatures a part of the pages, and crop box and rotation plain; links stay.

    What a hidden layer holds is gone.
    """
    left = leave_elsewhere(document) if names_files else Left()
    for page in document.pages:
        if "/Annots" in page.obj:
            # What is taken off one page may be on another, which need not have a list of its own.
            page.obj.Annots = pikepdf.Array([*annotations_of(page), *_drawn_links(page)])
    layers = layers_of(document)
    changed = remove_hidden_annotations(document, layers)
    drawn, undrawn = False, tuple[Undrawn, ...]()
    if any(_others(page) for page in document.pages):
        drawn, undrawn = draw_missing(document)
        document.flatten_annotations("screen")
        changed = True
    _keep_links(document)
    # Appearances may stand in layers too.
    changed = remove_hidden(document, layers) or changed
    for page in document.pages:
        for box in _PRINTERS_BOXES:
            if box in page.obj:
                del page.obj[box]
        _crop(page)
        turned = _inherited(page.obj, "/Rotate")
        if turned is not None:
            plain = _turn(turned)
            changed = changed or str(turned) != str(plain)
            page.obj["/Rotate"] = plain
    return Flattened(changed, left, drawn, undrawn)


def _drawn_links(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    """Takes from links what they bring to be seen, as a stamp of each: what becomes part of the page leads nowhere."""
    for each in annotations_of(page):
        if _is_link(each) and is_seen(each) and has_appearance(each) and "/Rect" in each:
            shown = {name: each[name] for name in ("/Rect", "/AP", "/AS", "/F") if name in each}
            del each["/AP"]
            yield pikepdf.Dictionary({"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Stamp, **shown})


def _keep_links(document: pikepdf.Pdf) -> None:
    """Leaves nothing on the pages, nor to be filled in, but links."""
    if "/AcroForm" in document.Root:
        del document.Root["/AcroForm"]
    for page in document.pages:
        if _others(page):
            page.obj.Annots = pikepdf.Array([each for each in annotations_of(page) if _is_link(each)])


def _others(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [each for each in annotations_of(page) if not _is_link(each)]


def _is_link(annotation: object) -> bool:
    return isinstance(annotation, pikepdf.Dictionary) and annotation.get("/Subtype") == "/Link"


def _crop(page: pikepdf.Page) -> None:
    """Makes the crop box what viewers show: no more than there is of the page, and all of it where it is no box.

    One that lies beside the page stays as it is.
    """
    whole = page.mediabox
    media = _sides(whole)
    if media is None or (page.cropbox == whole and list(whole) == list(media)):
        return
    crop = _sides(page.cropbox)
    if crop is None:
        crop = media
    seen = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if seen[0] < seen[2] and seen[1] < seen[3]:
        page.obj.CropBox = pikepdf.Array(list(seen))


def _sides(box: pikepdf.Object) -> tuple[Decimal, Decimal, Decimal, Decimal] | None:
    """A box from its lower left to its upper right corner; None for one that is none, or holds nothing (7.9.5)."""
    listed: list[object] = list(box)
    sides = [Decimal(side) for side in listed if isinstance(side, int | Decimal)]
    if len(sides) != 4:
        return None
    (left, right), (low, high) = sorted((sides[0], sides[2])), sorted((sides[1], sides[3]))
    return (left, low, right, high) if left < right and low < high else None


def _inherited(node: pikepdf.Object, name: str) -> pikepdf.Object | None:
    """What a page says, or the nearest node above it (7.7.3.4)."""
    for _ in range(_DEEPEST):
        if name in node:
            return node[name]
        parent = node.get("/Parent")
        if not isinstance(parent, pikepdf.Dictionary):
            return None
        node = parent
    return None


def _turn(turned: object) -> int:
    """Degrees from 0 to 270: any multiple of 90 is a rotation, a negative one too; anything else is none (7.7.3.3)."""
    if not isinstance(turned, int | Decimal) or turned % 90:
        return 0
    return int(turned % 360) % 360
