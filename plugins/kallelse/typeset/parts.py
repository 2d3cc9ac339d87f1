"""A body into the parts that a PDF must print of it: its blocks with what the template adds, and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from kallelse.locale.packet import Words
from kallelse.model.address import resolve
from kallelse.model.chart import chart_of
from kallelse.model.fold import plain, printed, walk
from kallelse.model.text import (
    Block,
    Body,
    BulletList,
    Figure,
    FinanceBlock,
    Image,
    OrderedList,
    Process,
    Table,
)
from kallelse.typeset.finance import caption_of
from kallelse.typeset.scope import FRONT


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet: a block of a body, both by number, or `FRONT`; `repeats` are its heads that may come again.

    `opening` is the word that a block begins with, its marker or number aside; the items of a list `is_marked` have
    one each.
    """

    body: int
    block: int
    words: str
    repeats: tuple[str, ...] = ()
    opening: str = ""
    is_marked: bool = False


def first_word(text: str) -> str:
    """The first word of `text`; empty where it has none."""
    words = text.split(maxsplit=1)
    return words[0] if words else ""


def body_parts(
    body: Body, path: str, number: int, words: Words, *, numbered: bool = False, charts: bool = False
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The parts of the body `number` of a PDF, and the pictures shown in it by their paths from the sources' folder.

    It stands in source file `path`; `words` are the template's own. Headings have numbers where it is `numbered`,
    finance tables their `charts`.
    """
    tables, figures = _Count(words.table), _Count(words.figure)
    parts: list[Part] = []
    pictures: list[str] = []

    def own(blocks: tuple[Block, ...]) -> str:
        added: list[str] = []
        for node in walk(blocks):
            if isinstance(node, Image):
                pictures.append(resolve(node.source, path)[0].lstrip("/"))
            elif isinstance(node, Table | FinanceBlock | Figure | Process):
                added += _own_words(node, words, tables, figures)
                if charts and isinstance(node, FinanceBlock):
                    chart = chart_of(node.table)
                    added += [chart.words] if chart is not None else []
        return " ".join(added)

    for index, (block, found) in enumerate(zip(body.blocks, printed(body, numbered), strict=True)):
        said = f"{found.words} {found.notes} {own((block,))}"
        opening, is_marked = first_word(plain((block,))), isinstance(block, BulletList | OrderedList)
        parts.append(Part(number, index, said, found.repeats, opening, is_marked))
    for note in body.notes:
        added = own(note.content)
        if added:
            parts.append(Part(number, FRONT, added))
    return tuple(parts), tuple(pictures)


class _Count:
    """Numbers with a word, from 1: `Tabell 1`."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._number = 0

    def next(self) -> str:
        self._number += 1
        return self._pattern.format(number=self._number)


def _own_words(
    node: Table | FinanceBlock | Figure | Process, words: Words, tables: _Count, figures: _Count
) -> Iterator[str]:
    """What the template adds to tables, pictures and ways of working: numbers, and a word on rounding."""
    match node:
        case Table():
            if node.caption:
                yield tables.next()
        case FinanceBlock():
            table = node.table
            if caption_of(table):
                yield tables.next()
            if table.unit:
                yield "," if table.caption else "()"
            if table.rounded:
                yield words.rounded
        case Figure():
            if node.caption:
                yield figures.next()
        case Process():
            yield " ".join(str(number) for number in range(1, len(node.steps) + 1))
            if node.caption:
                yield figures.next()
        case never:
            assert_never(never)
