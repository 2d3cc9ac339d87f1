"""The link annotations of a PDF page turned into links with boxes on the page as it is seen."""

from __future__ import annotations

import re
from urllib.parse import quote

import pikepdf

from kallelse.foreign.annotations import annotations_of, box_of, is_seen
from kallelse.foreign.broken import unbroken
from kallelse.model.foreign import ForeignLink
from kallelse.read.destinations import Destinations

_URL = re.compile(r"(?:https?://|mailto:|tel:)[^\x00-\x1f\x7f]+", re.IGNORECASE)
# What stands for itself in a URL (RFC 3986); programs write other letters as they are (RFC 3987).
_FOR_ITSELF = "%:/?#[]@!$&'()*+,;=-._~"
_LEAST = 0.0005


def page_links(page: pikepdf.Page, destinations: Destinations) -> tuple[ForeignLink, ...]:
    """The links of `page` to the web, to mail and telephone, and to pages of the same document.

    What starts a program or leads to another file is left out.
    """
    box = [float(str(side)) for side in page.cropbox]
    left, right = sorted((box[0], box[2]))
    bottom, top = sorted((box[1], box[3]))
    turn = int(page.obj.get("/Rotate", 0))

    def link(annotation: pikepdf.Object) -> ForeignLink | None:
        if annotation.get("/Subtype") != pikepdf.Name.Link or not is_seen(annotation):
            return None
        url, number = _target(annotation, destinations)
        where = box_of(annotation)
        if where is None or not (url or number):
            return None
        across = sorted(min(max((side - left) / (right - left), 0.0), 1.0) for side in (where[0], where[2]))
        down = sorted(min(max((top - side) / (top - bottom), 0.0), 1.0) for side in (where[1], where[3]))
        (x1, x2), (y1, y2) = _turned(across, down, turn)
        is_there = x2 - x1 > _LEAST and y2 - y1 > _LEAST
        return ForeignLink(x1, y1, x2 - x1, y2 - y1, url, number) if is_there else None

    # What is wrong with one is no reason to leave the page out, nor the others.
    return tuple(each for each in unbroken(annotations_of(page), link) if each is not None)


def _turned(across: list[float], down: list[float], turn: int) -> tuple[list[float], list[float]]:
    """A box on the page turned clockwise by `turn` degrees, as it is seen."""
    match turn % 360:
        case 90:
            return sorted(1 - side for side in down), across
        case 180:
            return sorted(1 - side for side in across), sorted(1 - side for side in down)
        case 270:
            return down, sorted(1 - side for side in across)
        case _:
            return across, down


def _target(annotation: pikepdf.Object, destinations: Destinations) -> tuple[str, int]:
    action = annotation.get("/A")
    if "/Dest" in annotation:
        return "", destinations.page(annotation.get("/Dest"))
    if action is not None and action.get("/S") == pikepdf.Name.URI:
        return _url(action.get("/URI")), 0
    if action is not None and action.get("/S") == pikepdf.Name.GoTo:
        return "", destinations.page(action.get("/D"))
    return "", 0


def _url(found: object) -> str:
    """What a link leads to, in ASCII; empty for what is not on the web, nor mail nor telephone."""
    if not isinstance(found, pikepdf.String):
        return ""
    try:
        # The standard knows ASCII alone; browsers and word processors write what they hold.
        url = bytes(found).decode()
    except UnicodeDecodeError:
        url = str(found)
    url = url.strip().removeprefix("\ufeff")
    return quote(url, safe=_FOR_ITSELF) if _URL.fullmatch(url) else ""
