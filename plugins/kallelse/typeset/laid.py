"""The pieces of a body laid on upright and turned pages: what turns shares its pages with what leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum


class Kind(Enum):
    """What a piece is to the one after it: its heading, words that lead to it, or nothing."""

    HEADING = "heading"
    LEAD = "lead"
    TEXT = "text"


# The space between a piece on a turned page and the next; headings have their own.
_GAPS = {Kind.HEADING: "", Kind.LEAD: "v(12pt,weak:true)", Kind.TEXT: "v(20pt,weak:true)"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as Typst source, what it is to the one after it, and how it lies.

    It is `wide` where it reaches over the side column, `turned` where it asks for a page on its side, `whole` where it
    stays on one page.
    """

    source: str
    kind: Kind = Kind.TEXT
    wide: bool = False
    turned: bool = False
    whole: bool = False


def laid(pieces: Iterable[Piece], closing: str) -> Iterator[str]:
    """`pieces` as Typst statements, `closing` after them: with the last where that is turned and stays on one page."""
    run: list[Piece] = []
    held: list[Piece] = []
    for piece in pieces:
        if piece.kind is not Kind.TEXT:
            held.append(piece)
            continue
        if piece.turned:
            # Words between two turned pieces would have an upright page to themselves.
            cut = 0 if run else _headings_from(held)
            yield from (one.source for one in held[:cut])
            run += (*held[cut:], piece)
        else:
            yield from (*_turned(run), *(one.source for one in held), piece.source)
            run = []
        held = []
    if run and closing and run[-1].whole and not held:
        run[-1] = replace(run[-1], source=f"kept({run[-1].source})")
        run.append(Piece(closing))
        closing = ""
    yield from (*_turned(run), *(one.source for one in held))
    if closing:
        yield closing


def _headings_from(held: Sequence[Piece]) -> int:
    """Where the headings that end `held` begin."""
    cut = len(held)
    while cut and held[cut - 1].kind is Kind.HEADING:
        cut -= 1
    return cut


def _turned(run: Sequence[Piece]) -> Iterator[str]:
    if run:
        spaced = (part for piece in run for part in (piece.source, _GAPS[piece.kind]) if part)
        yield f"turned-page({{{';'.join(spaced)}}})"
