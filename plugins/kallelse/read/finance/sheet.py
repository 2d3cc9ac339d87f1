"""The inside of a finance fence, or a CSV file of the same shape, turned into head lines and a grid of texts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kallelse.locale.finance import HEAD_KEYS, meaning
from kallelse.locale.spreadsheets import csv_cell
from kallelse.model.finding import Finding, Place

_HEAD_LINE = re.compile(r"\s*([^\W\d_]+)\s*:(?:\s+(.*))?")
_SEPARATOR = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?\s*")
_CELL_END = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line above the grid: a word and what it says."""

    key: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of the grid; `refs` name its cells in a file that has names for cells.

    `wholes` are the figures that such a file has behind those that it shows, None where they are the same; `units` are
    the known units that it shows beside them, which stand in no text.
    """

    cells: tuple[str, ...]
    line: int
    refs: tuple[str, ...] = ()
    wholes: tuple[Decimal | None, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table as texts, from whatever carries them; `path` is the file that `line` counts in.

    `head_lines` says how many of them are headings, where a line of dashes says so. `strict` where every line
    has all its cells, so that one too few is a slip.
    """

    rows: tuple[GridRow, ...]
    path: str
    head_lines: int | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class TypedTable:
    """Head lines and the grid below them."""

    head: tuple[HeadLine, ...]
    grid: Grid


def fence_sheet(source: str, path: str, first_line: int) -> tuple[TypedTable, tuple[Finding, ...]]:
    """The head lines and the grid of a fence, whose cells stand between pipes or tabs."""
    head: list[HeadLine] = []
    rows: list[GridRow] = []
    findings: list[Finding] = []
    head_lines: int | None = None
    for number, text in enumerate(source.split("\n"), first_line):
        place = Place(path, number)
        if not text.strip(" "):
            continue
        if _SEPARATOR.fullmatch(text):
            if head_lines is not None:
                findings.append(Finding("finance-separator-twice", place))
                # The line above is the heading of another table, whose rows would be taken for this one's.
                del rows[max(head_lines, len(rows) - 1) :]
                break
            head_lines = len(rows)
        elif text.lstrip().startswith("|"):
            rows.append(GridRow(_piped(text), number))
        elif "\t" in text:
            rows.append(GridRow(tuple(cell.strip() for cell in text.split("\t")), number))
        elif (match := _HEAD_LINE.fullmatch(text)) is not None and not rows:
            head.append(HeadLine(match[1], (match[2] or "").strip(), place))
        else:
            code = "finance-grid-line" if rows else "finance-head-line"
            findings.append(Finding(code, place, {"text": text.strip()}))
    strict = bool(rows) and "\t" not in source
    return TypedTable(tuple(head), Grid(tuple(rows), path, head_lines, strict)), tuple(findings)


def _piped(text: str) -> tuple[str, ...]:
    inner = text.strip().removeprefix("|")
    cells = _CELL_END.split(inner)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def csv_sheet(text: str, path: str) -> tuple[TypedTable, tuple[Finding, ...]]:
    """The head lines (in column A, with an empty row under them) and the grid of a CSV file.

    The separator is taken from the first line of the grid: `;` where it has one outside quotes, else a tab,
    else `,` (RFC 4180 but for the separator). A byte order mark is left out, line breaks within a cell become
    blanks, and the apostrophe before words that a spreadsheet program would run goes.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    separator = _separator(_first_grid_line(lines))
    try:
        records = [GridRow(cells, line) for line, cells in _records(lines, separator) if any(cells)]
    except csv.Error as error:
        findings = (Finding("finance-csv", Place(path), {"reason": str(error)}),)
        return TypedTable((), Grid((), path)), findings
    head, rows = with_head(records, path)
    return TypedTable(head, Grid(rows, path)), ()


def with_head(records: Sequence[GridRow], path: str) -> tuple[tuple[HeadLine, ...], tuple[GridRow, ...]]:
    """The head lines that open a file, each in the first cell of its row, and the rows of the grid below them."""
    head: list[HeadLine] = []
    for number, row in enumerate(records):
        line = head_line(row.cells)
        if line is None:
            return tuple(head), tuple(records[number:])
        head.append(HeadLine(*line, Place(path, row.line)))
    return tuple(head), ()


def _records(lines: list[str], separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator, strict=True)
    start = 1
    for record in reader:
        yield start, tuple(csv_cell(" ".join(cell.split("\n")).strip()) for cell in record)
        start = reader.line_num + 1


def head_line(cells: Sequence[str]) -> tuple[str, str] | None:
    """The word and what it says of a row that is a head line; None where it is none."""
    match = _HEAD_LINE.fullmatch(cells[0])
    return None if match is None or any(cells[1:]) else (match[1], (match[2] or "").strip())


def _first_grid_line(lines: list[str]) -> str:
    """The first line that is no head line and not empty, by its first cell alone."""
    for line in lines:
        plain = line.strip("; ,\t")
        if not plain:
            continue
        match = _HEAD_LINE.match(plain.strip('"'))
        if match is None or meaning(match[1], HEAD_KEYS) is None:
            return line
    return ""


def _separator(line: str) -> str:
    outside = re.sub(r'"[^"]*"?', "", line)
    return next((sign for sign in (";", "\t") if sign in outside), ",")
