"""A body cut at its sections into Typst source: side heads, the proposal box, what stays together on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kallelse.model.fold import plain
from kallelse.model.paper import POINTS
from kallelse.model.rewritten import rewrite_inlines
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import (
    Block,
    BulletList,
    FinanceBlock,
    Heading,
    Inline,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Recorded,
    Rule,
    Table,
    Text,
)
from kallelse.typeset import literal
from kallelse.typeset.laid import Kind, Piece, laid
from kallelse.typeset.narrow import heading_bound, narrow_lines
from kallelse.typeset.needs import content_height
from kallelse.typeset.scope import Progress, Scope, Spot
from kallelse.typeset.text import block_source, heading_level, inlines, mark_of

TEXT_SIZE = 11.0
"""The size of running text, in points."""

SIDE = 41 * POINTS
"""How wide the side column is."""

_PITCH = 15.0
_NUMBER = 6 * POINTS
# What a line in the side column takes, and as many lines as stand beside any two lines of text.
_HEAD_PITCH = 14.5
_FEW_LINES = 2
# What stands between two sections at least, beside what each of their blocks is reckoned to take; where they are
# numbered they are closer. What parts the lines of a heading is not below the last.
_GAP, _CLOSE_GAP, _LEADING = 8.0, 3.0, 3.5
# What is moved whole to the page of what it stays with, in lines.
_SHORT_LINES = 6
# What leads to a list or a table, in lines.
_LEAD_LINES = 3
_LED = (BulletList, OrderedList, Table, FinanceBlock)


def sheet_pages(
    index: int,
    after: int | None,
    kicker: str,
    title: str,
    name: str,
    statements: Iterable[str],
    *,
    tab: str = "",
    lying: bool = False,
) -> str:
    """`statements` as a Typst statement that begins on a new page and ends where the sheet `after` begins.

    The heads of further pages say `kicker`, `title` and `name`; `tab` is a number at the right edge, empty for no tab.
    """
    look = ",".join(
        (
            str(index),
            literal.optional(after),
            "lying" if lying else "upright",
            tab or "none",
            literal.string(kicker),
            literal.string(title),
            literal.string(name),
        )
    )
    written = "\n".join(statement for statement in statements if statement)
    return f"sheet-pages({look},{{\nlet turned-page(body)=turned({look},body)\n{written}\n}})"


def body_source(
    preamble: Sequence[Block],
    sections: Sequence[Section],
    scope: Scope,
    progress: Progress,
    *,
    first: bool = True,
    closing: str = "",
    boxed: SectionKind = SectionKind.PROPOSAL,
) -> Iterator[str]:
    """Blocks and the sections below them as Typst statements among those of `sheet_pages`.

    The first block stands `first` below a head. `closing` is a Typst expression for what comes last, after the blocks,
    and stays with the last of them; empty where nothing does. Sections of the kind `boxed` stand in a box.
    """
    yield from laid(_pieces(preamble, sections, scope, progress, first, closing, boxed), closing)


def _pieces(
    preamble: Sequence[Block],
    sections: Sequence[Section],
    scope: Scope,
    progress: Progress,
    first: bool,
    closing: str,
    boxed: SectionKind,
) -> Iterator[Piece]:
    number = 0
    yield from _flow(preamble, scope, progress, Spot(scope.page.column), number, "" if sections else closing)
    number += len(preamble)
    for position, section in enumerate(sections):
        opens = first and not preamble and position == 0
        ends = closing if position + 1 == len(sections) else ""
        yield from _section(section, scope, progress, number, opens, ends, boxed)
        number += 1 + len(section.blocks)


class _Unit(NamedTuple):
    """A block that stands by itself; those told of what was recorded are units of one `number`, the first `opens` it.

    `leads` says whether it is few words that lead to what follows.
    """

    number: int
    block: Block
    opens: bool
    leads: bool


def _units(content: Sequence[Block], number: int, scope: Scope) -> list[_Unit]:
    found: list[_Unit] = []
    after: _Unit | None = None
    for at, block in reversed(list(enumerate(content, start=number))):
        told = (block.told or (Plain(()),)) if isinstance(block, Recorded) else (block,)
        for index, one in reversed(list(enumerate(told))):
            leads = after is not None and isinstance(one, Para) and _leads(one, at, after, scope)
            after = _Unit(at, one, index == 0, leads)
            found.append(after)
    return found[::-1]


def _leads(block: Para, number: int, after: _Unit, scope: Scope) -> bool:
    if after.number == number:
        # A vote is told in two paragraphs over its table.
        return (after.leads or isinstance(after.block, _LED)) and _lines(block, scope) <= _SHORT_LINES
    return isinstance(after.block, _LED) and _lines(block, scope) <= _LEAD_LINES


def _flow(
    content: Sequence[Block], scope: Scope, progress: Progress, spot: Spot, number: int, closing: str = ""
) -> Iterator[Piece]:
    units = _units(content, number, scope)
    for position, unit in enumerate(units, start=1):
        block = unit.block
        if unit.opens:
            progress.begin(unit.number)
        progress.wide = progress.turned = progress.whole = False
        source = block_source(block, scope, progress, spot, mark_of(scope, progress) if unit.opens else "")
        spot = Spot(scope.page.column)
        # What closes a body stays with the last of the text above it, a list with the words that lead to it.
        ends = bool(closing) and position == len(units)
        kind = Kind.HEADING if isinstance(block, Heading) else Kind.LEAD if unit.leads else Kind.TEXT
        if unit.leads or (ends and isinstance(block, Para) and _lines(block, scope) <= _SHORT_LINES):
            source = f"leading({source})"
        elif ends and isinstance(block, Para | BulletList | OrderedList):
            above = "" if isinstance(block, Para) else ",above:7pt"
            source = f"ending({'lying' if scope.lying else 'upright'},{scope.number},{closing}{above},{{{source}}})"
        elif ends and progress.whole and not progress.turned:
            source = f"kept({source})"
        yield Piece(source, kind, progress.wide, progress.turned, progress.whole)


def _lines(block: Para, scope: Scope) -> int:
    return scope.metrics.serif.lines(plain((block,)), TEXT_SIZE, scope.page.column)


def _section(
    section: Section, scope: Scope, progress: Progress, number: int, first: bool, closing: str, boxed: SectionKind
) -> Iterator[Piece]:
    progress.begin(number)
    level = heading_level(2, progress)
    mark = mark_of(scope, progress)
    heading_words = inlines(_side_heading(section, scope), scope, progress)
    anchor = literal.string(scope.anchor(section.anchor)) if section.anchor else "none"
    counted = scope.heading_numbers.get(section.anchor, "")
    numbered = literal.string(counted) if counted else "none"
    entry = literal.string(f"{counted} {plain(section.heading)}".strip())
    if section.kind is boxed:
        opening = f"{level},{entry},{numbered},{anchor},mark:{mark},{{{heading_words}}}"
        yield from _proposal(section, scope, progress, number, opening, closing)
        return
    side = f"side-heading({level},{entry},{numbered},{anchor},first:{literal.boolean(first)},mark:{mark}"
    lines = _head_lines(section, scope)
    if lines > _FEW_LINES:
        side += f",room:{lines * _HEAD_PITCH}pt"
    if _is_short(section, scope):
        inner = []
        for offset, block in enumerate(section.blocks, start=1):
            progress.begin(number + offset)
            inner.append(
                block_source(block, scope, progress, Spot(scope.page.column, top=False), mark_of(scope, progress))
            )
        yield Piece(
            f"short-section({level},{entry},{numbered},{anchor},first:{literal.boolean(first)},"
            f"last:{literal.boolean(bool(closing))},mark:{mark},"
            f"{{{heading_words}}},{{{';'.join(inner) or literal.NOTHING}}})"
        )
        return
    flow = list(_flow(section.blocks, scope, progress, Spot(scope.page.column, first=True), number + 1, closing))
    tall = literal.boolean(_is_tall(section, flow, number + 1, scope))
    yield Piece(f"{side},tall:{tall},{{{heading_words}}})", Kind.HEADING)
    yield from flow


def _side_heading(section: Section, scope: Scope) -> tuple[Inline, ...]:
    """The heading's words as they fit in the side column."""
    size, room = _side(scope)

    def bound(inline: Inline) -> Inline:
        if not isinstance(inline, Text):
            return inline
        value = heading_bound(inline.value, scope.metrics.semibold, size, room, scope.language)
        return replace(inline, value=value)

    return rewrite_inlines(section.heading, bound)


def _side(scope: Scope) -> tuple[float, float]:
    """The size of the words in the side column, and the room that they have beside their number."""
    return (10.0, SIDE - _NUMBER) if scope.heading_numbers else (TEXT_SIZE, SIDE)


def _head_lines(section: Section, scope: Scope) -> int:
    """How many lines the heading fills in the side column."""
    size, room = _side(scope)
    return narrow_lines(plain(_side_heading(section, scope)), scope.metrics.semibold, size, room)


def _is_short(section: Section, scope: Scope) -> bool:
    """Whether the heading in the side column may be higher than the text beside it."""
    if not section.blocks or not all(
        isinstance(block, Para | Plain | BulletList | OrderedList) for block in section.blocks
    ):
        return not section.blocks
    heading = _head_lines(section, scope) * _HEAD_PITCH
    text = content_height(section.blocks, TEXT_SIZE, _PITCH, scope.page.column, scope.metrics.serif)
    return heading > text * 0.85 + 8


def _is_tall(section: Section, flow: Sequence[Piece], number: int, scope: Scope) -> bool:
    """Whether the heading stands over what follows: it would reach down into what is wide, or into the next section."""
    beside: list[Block] = []
    for unit, piece in zip(_units(section.blocks, number, scope), flow, strict=True):
        if piece.wide:
            break
        beside.append(unit.block)
    if flow and not beside:
        return True
    height = sum(_least_height(block, scope) for block in beside)
    gap = _CLOSE_GAP if scope.heading_numbers else _GAP
    return _head_lines(section, scope) * _HEAD_PITCH - _LEADING > height + gap


def _least_height(block: Block, scope: Scope) -> float:
    """About how high a block becomes at least beside a heading; of tables the rows, of one line each."""
    if isinstance(block, Table):
        return _PITCH * len((*block.head, *block.body))
    if isinstance(block, FinanceBlock):
        return _PITCH * len((*block.table.head, *block.table.rows))
    if isinstance(block, Quote):
        return sum(_least_height(each, scope) for each in block.content)
    if isinstance(block, Rule):
        return 0.0
    return content_height((block,), TEXT_SIZE, _PITCH, scope.page.column, scope.metrics.serif)


def _proposal(
    section: Section, scope: Scope, progress: Progress, number: int, opening: str, closing: str
) -> Iterator[Piece]:
    # Tables and figures reach out of the box, so the box ends before the first of them.
    wide = (Table, FinanceBlock, Process, Recorded)
    cut = next((index for index, block in enumerate(section.blocks) if isinstance(block, wide)), len(section.blocks))
    inner = []
    for offset, block in enumerate(section.blocks[:cut], start=1):
        progress.begin(number + offset)
        spot = Spot(scope.page.column, top=False, first=offset == 1)
        inner.append(block_source(block, scope, progress, spot, mark_of(scope, progress)))
    height = content_height(section.blocks[:cut], TEXT_SIZE, _PITCH, scope.page.column, scope.metrics.serif)
    keep = height < scope.page.height * 0.4 and not any(isinstance(block, Heading) for block in section.blocks[:cut])
    rest = section.blocks[cut:]
    look = f"breakable:{literal.boolean(not keep)},last:{literal.boolean(bool(closing) and not rest)}"
    yield Piece(f"proposal({opening},{look},{{{';'.join(inner) or literal.NOTHING}}})")
    yield from _flow(rest, scope, progress, Spot(scope.page.column), number + 1 + cut, closing)
