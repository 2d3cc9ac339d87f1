"""Where each page of a PDF begins: in which document, in which block of it, with which word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from kallelse.model.pages import PageStart
from kallelse.model.paper import POINTS
from kallelse.typeset.parts import Part, first_word
from kallelse.typeset.places import Places
from kallelse.typeset.readback import Expected, ExpectedForeign, ExpectedText, ExpectedVacant, PageText, letters
from kallelse.typeset.scope import FRONT

# A block whose first line stands this near the upper margin opens the page.
_OPENING = 8 * POINTS
# What stands before the items of lists, of one within another as well.
_MARKER = re.compile(r"•|\d+\.")
_MARKERS = re.compile(rf"\A\s*(?:(?:{_MARKER.pattern})\s+)+(?=\S)")
_ENOUGH = 8
# Where a long word may break, which nobody has typed.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))


def page_starts(
    expected: Sequence[Expected], places: Places, texts: Sequence[PageText], top: float
) -> tuple[PageStart, ...]:
    """Where the pages of these sheets begin, in order; the body of each has the number of its sheet.

    `texts` are those of all pages, `top` is the upper margin in points. A document's first page begins with its block
    0, each page of a foreign document with a block of its own; what stands after the last block, as the signature
    does, counts as a block of its own.
    """
    found: list[PageStart] = []
    for sheet in expected:
        match sheet:
            case ExpectedText():
                found += _starts(sheet, places, texts, top)
            case ExpectedForeign():
                first = places.sheets[sheet.index].first
                found += (PageStart(first + part.block, sheet.path, part.block, part.opening) for part in sheet.parts)
            case ExpectedVacant():
                pass
            case never:
                assert_never(never)
    return tuple(found)


def _starts(sheet: ExpectedText, places: Places, texts: Sequence[PageText], top: float) -> Iterator[PageStart]:
    pages = places.sheets[sheet.index]
    parts = {part.block: part for part in sheet.parts if part.block != FRONT}
    # What stands after the last block is marked as one more.
    opened: dict[int, list[int]] = {}
    for number in range(len(parts) + 1):
        place = places.blocks.get((sheet.index, number))
        if place is not None:
            opened.setdefault(place.page, []).append(number)
    current = 0
    yield PageStart(pages.first, sheet.path, 0, _opening(parts.get(0)))
    for page in range(pages.first + 1, pages.last + 1):
        current = max(opened.get(page - 1, ()), default=current)
        here = opened.get(page, [])
        body = texts[page - 1].body
        if here and places.blocks[sheet.index, here[0]].y <= top + _OPENING:
            yield PageStart(
                page, sheet.path, here[0], _opening(parts.get(here[0])) or first_word(body).translate(_UNSEEN)
            )
        else:
            part = parts.get(current)
            text = _without_head(body, part, page, places)
            words = _first_words(text, is_marked=part is not None and part.is_marked)
            yield PageStart(page, sheet.path, current, words[0] if words else "", within=True, words=words)


def _first_words(text: str, *, is_marked: bool) -> tuple[str, ...]:
    """The words that `text` begins with: so many that they hardly stand in one block again, all of one item."""
    words = (_MARKERS.sub("", text) if is_marked else text).translate(_UNSEEN).split(maxsplit=_ENOUGH)[:_ENOUGH]
    ends = (number for number, word in enumerate(words) if number and is_marked and _MARKER.fullmatch(word))
    return tuple(words[: next(ends, _ENOUGH)])


def _opening(part: Part | None) -> str:
    return part.opening if part is not None else ""


def _without_head(body: str, part: Part | None, page: int, places: Places) -> str:
    """`body` without the heads of a table that come again at its upper edge."""
    if part is None:
        return body
    for number, head in enumerate(part.repeats):
        again = places.heads.get((part.body, part.block, number), ())[1:]
        if page in again:
            body = _after(letters(head), body)
    return body


def _after(head: str, body: str) -> str:
    """What stands in `body` after the letters `head`, however they are cut into words and lines; all, if not there."""
    words, found = body.split(), ""
    for number, word in enumerate(words, start=1):
        found += letters(word)
        if found == head:
            return " ".join(words[number:])
    return body
