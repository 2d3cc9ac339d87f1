"""Where each page of a packet begins: in which document, in which block of it, with which word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kallelse.model.pages import PageRange, PageStart
from kallelse.typeset.expected import Expected, Part
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, Sheet
from kallelse.typeset.scope import FRONT, POINTS

# A block whose first line stands this near the upper edge of the type area opens the page.
_OPENING = (30 + 8) * POINTS


def page_starts(
    plan: Plan, places: Places, bodies: Sequence[str], expected: Mapping[int, Expected]
) -> tuple[PageStart, ...]:
    """Where the pages of all documents begin, in order; the cover's are not among them.

    `bodies` are the texts of all pages between head and foot. A document's first page begins with its block 0; what
    stands after the last block, as the signature does, counts as a block of its own after it.
    """
    found: list[PageStart] = []
    for sheet in plan.sheets:
        found += _starts(sheet, places, bodies, expected[sheet.index])
    return tuple(found)


def _starts(sheet: Sheet, places: Places, bodies: Sequence[str], expected: Expected) -> Iterator[PageStart]:
    pages: PageRange = places.sheets[sheet.index]
    path = sheet.document.path
    parts = {part.block: part for part in expected.parts if part.block != FRONT}
    placed = sorted((number, place) for (index, number), place in places.blocks.items() if index == sheet.index)
    yield PageStart(pages.first, path, 0, _first_word(parts[0].words) if 0 in parts else "")
    for page in range(pages.first + 1, pages.last + 1):
        before = [number for number, place in placed if place.page < page]
        here = [(number, place.y) for number, place in placed if place.page == page]
        block = before[-1] if before else 0
        if here and here[0][1] <= _OPENING:
            block = here[0][0]
        body = bodies[page - 1]
        yield PageStart(page, path, block, _first_word(_without_head(body, parts.get(block), page, sheet, places)))


def _first_word(text: str) -> str:
    words = text.split()
    return words[0] if words else ""


def _without_head(body: str, part: Part | None, page: int, sheet: Sheet, places: Places) -> str:
    """`body` without the heads of a table that come again at its upper edge."""
    if part is None:
        return body
    for number, head in enumerate(part.repeats):
        again = places.heads.get((sheet.index, part.block, number), ())[1:]
        if page in again:
            words, opening = head.split(), body.split()
            if opening[: len(words)] == words:
                body = " ".join(opening[len(words) :])
    return body
