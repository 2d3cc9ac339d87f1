"""Two texts turned into the pieces that both have and those that one of them has alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

# A word with the blanks before it, so that a run of words is one piece: a sign of its own, or letters and figures with
# what holds figures together (`12,5`, `2022-09-26`).
_WORD = re.compile(r"\s*(?:\w+(?:[.,:/\-]\w+)*|[^\w\s])|\s+")
# Texts that have less in common than this are told one after the other: a word here and there only confuses.
_LEAST_COMMON = 0.3


class Origin(Enum):
    """Which of two texts has a piece."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with the blanks between and before them."""

    text: str
    origin: Origin


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order: those of BOTH and BEFORE join to the first, of BOTH and AFTER to the second.

    No two pieces of one origin stand side by side; of what was changed, BEFORE comes first.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _LEAST_COMMON:
        return tuple(_joined((Piece(before, Origin.BEFORE), Piece(after, Origin.AFTER))))
    return tuple(_joined(_pieces(old, new, matcher)))


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1: twice the words of both to all their words (Dice)."""
    words, others = one.casefold().split(), other.casefold().split()
    left = list(others)
    for word in words:
        if word in left:
            left.remove(word)
    total = len(words) + len(others)
    return 2 * (len(others) - len(left)) / total if total else 1.0


def _pieces(old: list[str], new: list[str], matcher: SequenceMatcher[str]) -> Iterator[Piece]:
    blocks = matcher.get_opcodes()
    for index, (tag, first, last, start, end) in enumerate(blocks):
        # One word that happens to stand between two changes belongs to what was changed.
        lonely = last - first == 1 and 0 < index < len(blocks) - 1
        if tag == "equal" and not lonely:
            yield Piece("".join(old[first:last]), Origin.BOTH)
        else:
            yield Piece("".join(old[first:last]), Origin.BEFORE)
            yield Piece("".join(new[start:end]), Origin.AFTER)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without empty ones, those of a change gathered by origin."""
    waiting = {Origin.BEFORE: "", Origin.AFTER: ""}
    for piece in (*pieces, Piece("", Origin.BOTH)):
        if piece.origin is not Origin.BOTH:
            waiting[piece.origin] += piece.text
            continue
        yield from (Piece(text, origin) for origin, text in waiting.items() if text)
        waiting = dict.fromkeys(waiting, "")
        if piece.text:
            yield piece
