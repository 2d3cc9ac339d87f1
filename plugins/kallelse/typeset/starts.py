"""Where each page of a packet begins: in which document, in which block of it, with which word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kallelse.model.fold import plain
from kallelse.model.foreign import Foreign
from kallelse.model.pages import PageRange, PageStart
from kallelse.model.paper import POINTS
from kallelse.typeset.expected import Expected, Part
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, Sheet
from kallelse.typeset.scope import FRONT

# A block whose first line stands this near the upper margin opens the page.
_OPENING = 8 * POINTS


def page_starts(
    plan: Plan, places: Places, bodies: Sequence[str], expected: Mapping[int, Expected], top: float
) -> tuple[PageStart, ...]:
    """Where the pages of all documents begin, in order; the cover's are not among them.

    `bodies` are the texts of all pages between head and foot, `top` is the upper margin in points. A document's first
    page begins with its block 0, each page of a foreign document with a block of its own;
    what stands after the last block, as the signature does, counts as a block of its own.
    """
    found: list[PageStart] = []
    for sheet in plan.sheets:
        if sheet.document.foreign is not None:
            found += _foreign_starts(sheet, sheet.document.foreign, places)
            continue
        found += _starts(sheet, places, bodies, expected[sheet.index], top)
    return tuple(found)


def _foreign_starts(sheet: Sheet, foreign: Foreign, places: Places) -> Iterator[PageStart]:
    first = places.sheets[sheet.index].first
    for index, page in enumerate(foreign.pages):
        yield PageStart(first + index, sheet.document.path, index, _first_word(page.text))


def _starts(sheet: Sheet, places: Places, bodies: Sequence[str], expected: Expected, top: float) -> Iterator[PageStart]:
    pages: PageRange = places.sheets[sheet.index]
    path = sheet.document.path
    parts = {part.block: part for part in expected.parts if part.block != FRONT}
    blocks = sheet.document.body.blocks
    # What stands after the last block is marked as one more.
    opened: dict[int, list[int]] = {}
    for number in range(len(blocks) + 1):
        place = places.blocks.get((sheet.index, number))
        if place is not None:
            opened.setdefault(place.page, []).append(number)
    current = 0
    yield PageStart(pages.first, path, 0, _first_word(plain(blocks[:1])))
    for page in range(pages.first + 1, pages.last + 1):
        current = max(opened.get(page - 1, ()), default=current)
        here = opened.get(page, [])
        body = bodies[page - 1]
        if here and places.blocks[sheet.index, here[0]].y <= top + _OPENING:
            word = _first_word(plain(blocks[here[0] : here[0] + 1])) or _first_word(body)
            yield PageStart(page, path, here[0], word)
        else:
            word = _first_word(_without_head(body, parts.get(current), page, sheet, places))
            yield PageStart(page, path, current, word)


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
