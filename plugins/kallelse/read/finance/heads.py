"""The first lines of a grid turned into headings with their spans: groups over columns, headings over both lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kallelse.locale.figures import Figure, Flaw, parse
from kallelse.model.finance import HeadCell
from kallelse.model.settings import Language
from kallelse.read.finance.marks import Marks, take_marks
from kallelse.read.finance.sheet import Grid, GridRow

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading over a column, with its marks and its line."""

    text: str
    marks: Marks
    line: int


NO_HEADING = Heading("", Marks(), 0)


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings of a table as they are printed, and those over each column from the top."""

    cells: tuple[tuple[HeadCell, ...], ...]
    over: tuple[tuple[Heading, ...], ...]


def is_year(text: str) -> bool:
    """Whether a figure could be a year."""
    return _YEAR.fullmatch(text.strip()) is not None


def head_count(grid: Grid, language: Language) -> int:
    """How many lines of the grid are headings.

    A line of dashes says it. Else the first line is one unless it holds figures, and a line after it while
    columns lack a heading, or while the first column has neither heading nor label; years are no figures
    here.
    """
    if grid.head_lines is not None:
        return grid.head_lines
    width = max((len(row.cells) for row in grid.rows), default=0)
    lacking = set(range(1, width))
    labelled = False
    count = 0
    for row in grid.rows:
        if _has_figures(row, language):
            break
        given = {i for i, cell in enumerate(row.cells) if cell and i}
        if count and lacking and not given & lacking:
            break
        if count and not lacking and (labelled or row.cells[0] or not given):
            break
        lacking -= given
        labelled |= bool(row.cells[0])
        count += 1
    return count


def _has_figures(row: GridRow, language: Language) -> bool:
    labels = (take_marks(cell)[0] for cell in row.cells[1:])
    return any(isinstance(parse(label, language), Figure | Flaw) and not is_year(label) for label in labels)


def read_heads(rows: Sequence[GridRow], width: int) -> Heads:
    """The headings of the lines, `width` columns wide.

    A heading runs on over blank cells to its right where something stands under them; a blank under a heading
    belongs to it; a heading with nothing above it begins at the top.
    """
    read = [[_heading(row, column) for column in range(width)] for row in rows]
    owner: list[list[tuple[int, int] | None]] = [[None] * width for _ in rows]
    for column in range(width):
        _own(read, owner, column)
    lines = tuple(
        tuple(
            _cell(read, owner, anchor)
            for anchor in _in_order(owner[level])
            if not level or anchor not in owner[level - 1]
        )
        for level in range(len(rows))
    )
    over = tuple(_over(read, [line[column] for line in owner]) for column in range(width))
    return Heads(lines, over)


def _heading(row: GridRow, column: int) -> Heading:
    label, marks = take_marks(row.cells[column]) if column < len(row.cells) else ("", Marks())
    return Heading(label, marks, row.line)


def _own(read: list[list[Heading]], owner: list[list[tuple[int, int] | None]], column: int) -> None:
    """Fill in which heading each cell of a column belongs to, given the columns to its left."""
    levels = range(len(read))
    written = [level for level in levels if read[level][column].text]
    first = written[0] if written else len(read)
    above: tuple[int, int] | None = None
    for level in levels:
        if level in written:
            above = (level, column)
        elif level < first and column:
            above = _runs_on(owner, level, column, first, above)
        owner[level][column] = above
    # What is still nobody's above the first heading becomes part of it; a blank column's is an empty cell.
    start = (first, column) if written else (0, column)
    for level in levels:
        if owner[level][column] is None:
            owner[level][column] = start


def _runs_on(
    owner: list[list[tuple[int, int] | None]],
    level: int,
    column: int,
    first: int,
    above: tuple[int, int] | None,
) -> tuple[int, int] | None:
    """The heading to the left, where it ends above this column's first and none was broken off higher up."""
    left = owner[level][column - 1]
    if left is None or (level and above is None):
        return None
    reaches = max(row for row, line in enumerate(owner) if line[column - 1] == left)
    return left if reaches < first else None


def _in_order(owners: Sequence[tuple[int, int] | None]) -> list[tuple[int, int]]:
    return list(dict.fromkeys(anchor for anchor in owners if anchor is not None))


def _cell(read: list[list[Heading]], owner: list[list[tuple[int, int] | None]], anchor: tuple[int, int]) -> HeadCell:
    held = [(row, column) for row, line in enumerate(owner) for column, at in enumerate(line) if at == anchor]
    rows, columns = {row for row, _ in held}, {column for _, column in held}
    return HeadCell(read[anchor[0]][anchor[1]].text, min(columns), len(columns), len(rows))


def _over(read: list[list[Heading]], owners: Sequence[tuple[int, int] | None]) -> tuple[Heading, ...]:
    return tuple(read[row][column] for row, column in _in_order(owners) if read[row][column].text)
