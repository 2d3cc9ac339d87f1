"""A sheet of an Excel workbook (ISO/IEC 29500) turned into head lines and a grid of texts, as a CSV file is."""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.locale.figures import rounded
from kallelse.locale.finance import YES_NO, asked
from kallelse.model.finding import Finding, Place, listed
from kallelse.model.settings import Language
from kallelse.read.finance.formats import Shown, is_hidden, is_seen, shown, time_text
from kallelse.read.finance.sheet import Grid, GridRow, TypedTable, with_head

# More is a list or a slip, and no table on paper.
_MOST_BYTES, _MOST_CELLS = 100_000_000, 1_000_000
_MOST_ROWS, _MOST_COLUMNS = 2000, 60
# How far a sheet reaches at all, for areas that name no end.
_ROWS, _COLUMNS = 1_048_576, 16_384
# What is said where a finding of one cell is one of several.
_SEVERAL = {
    "workbook-formula": "workbook-formula-several",
    "workbook-error": "workbook-error-several",
    "workbook-figure": "workbook-figure-several",
    "workbook-time": "workbook-time-several",
    "workbook-unseen": "workbook-unseen-several",
    "workbook-merged": "workbook-merged-several",
}
_MOST_NAMED = 6
# Beyond it Excel keeps no single kronor; infinite, and what is no number at all, are beyond it too.
_MOST_VALUE = 10**15
# A row so low, a column so narrow (in points, and in letters) is a line.
_SEEN = 0.2
_LONGEST_HEAD = 20
# With so many digits a figure says enough, whatever else a division left.
_DIGITS_ENOUGH = 3
# The kind of a text that a formula gives, which the library takes for a text only where it has letters.
_TEXT = "str"
# How a workbook writes a tab or the end of a line that its own format has no room for.
_BLANKS = re.compile(r"_x000[9ADad]_")
_AREAS = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")


@dataclass(frozen=True, slots=True)
class _Read:
    """One cell: its text, or what is shown of its number."""

    text: str = ""
    number: Shown | None = None

    @property
    def is_blank(self) -> bool:
        return not self.text and self.number is None


def workbook_sheet(
    data: bytes, path: str, name: str, language: Language
) -> tuple[TypedTable | None, tuple[Finding, ...]]:
    """The head lines and the grid of the sheet called `name`, empty for the only one, of the workbook that is `data`.

    A cell's text is what Excel shows, typed as `language` does; what its format rounds away stands beside it. None with
    findings where the workbook cannot be read; its head lines alone with them where it hides a part. `path` is that of
    the source; a row's line is its number in the sheet.
    """
    try:
        with broken_told(), warnings.catch_warnings(action="ignore"):
            unsafe = _unsafe(data, path)
            if unsafe:
                return None, unsafe
            # What a formula is, and what Excel last made of it, are told by two readings.
            book, typed = (
                load_workbook(io.BytesIO(data), data_only=values, keep_links=False) for values in (True, False)
            )
    except BrokenError:
        return None, (Finding("workbook-broken", Place(path)),)
    shown = [each for each in book.worksheets if each.sheet_state == "visible"]
    found = [each for each in shown if each.title == name or (not name and len(shown) == 1)]
    if len(found) != 1:
        names = [each.title for each in shown]
        words = {"sheets": ", ".join(names), "sheet": name, "file": posixpath.basename(path)}
        code, more = (
            asked(("workbook-sheet", "workbook-sheet-listed"), name, names) if name else ("workbook-several", {})
        )
        words |= {"first": more.get("nearest") or next(iter(names), ""), **more}
        return None, (Finding(code, Place(path), words),)
    (sheet,) = found
    large = _large(sheet, path)
    if large:
        return _head_alone(sheet, path), large
    formulas = typed[sheet.title]
    hidden = tuple(_hidden(sheet, formulas, path))
    if hidden:
        return _head_alone(sheet, path), hidden
    rows, findings = _rows(sheet, formulas, path, language)
    return (_head_alone(sheet, path), findings) if findings else (_sheet(rows, sheet, path, language), ())


def _unsafe(data: bytes, path: str) -> tuple[Finding, ...]:
    """What would fill the memory before the parser says how large it is: the whole, and areas of merged cells or links.

    A document type, which no spreadsheet writes, could make a few bytes grow without end.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        size = sum(part.file_size for part in parts.infolist())
        if size > _MOST_BYTES:
            words = {"size": str(size // 1_000_000), "most": str(_MOST_BYTES // 1_000_000)}
            return (Finding("workbook-heavy", Place(path), words),)
        for name in parts.namelist():
            if name.lower().endswith((".xml", ".rels")):
                # Without the zeros of UTF-16, so that what is looked for is the same in each encoding.
                text = parts.read(name).replace(b"\0", b"")
                if b"<!DOCTYPE" in text:
                    return (Finding("workbook-broken", Place(path)),)
                cells = 0
                for area in _AREAS.finditer(text):
                    left, top, right, bottom = range_boundaries(area[1].decode())
                    rows, columns = (bottom or _ROWS) - (top or 1) + 1, (right or _COLUMNS) - (left or 1) + 1
                    cells += rows * columns
                    if cells > _MOST_CELLS:
                        words = {"rows": str(rows), "columns": str(columns)}
                        return (Finding("workbook-large", Place(path), words),)
    return ()


def _large(sheet: Worksheet, path: str) -> tuple[Finding, ...]:
    """A sheet beyond any page; what Excel calls its extent may be empty cells with a border."""
    rows, columns = sheet.max_row, sheet.max_column
    if rows * columns <= _MOST_CELLS:
        used = tuple(_used(sheet))
        rows, columns = max((row for row, _ in used), default=0), max((column for _, column in used), default=0)
    if rows <= _MOST_ROWS and columns <= _MOST_COLUMNS:
        return ()
    return (Finding("workbook-large", Place(path), {"rows": str(rows), "columns": str(columns)}),)


def _used(sheet: Worksheet) -> Iterator[tuple[int, int]]:
    """Row and column of each cell that holds anything, from 1."""
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield from ((number, column) for column, value in enumerate(row, start=1) if value is not None)


def _hidden(sheet: Worksheet, formulas: Worksheet, path: str) -> Iterator[Finding]:
    """Rows and columns that are counted and not seen, hidden or of no size.

    `zeroHeight` hides the rows that the sheet does not list, and those are empty.
    """
    used = tuple(_used(formulas))
    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden or _is_nothing(row.height)}
    columns = {
        number
        for column in sheet.column_dimensions.values()
        if (column.hidden or _is_nothing(column.width)) and column.min is not None and column.max is not None
        for number in range(column.min, min(column.max, _MOST_COLUMNS) + 1)
    }
    filled = sorted(rows & {row for row, _ in used})
    if filled:
        words = {"rows": listed([str(number) for number in filled], _MOST_NAMED)}
        yield Finding("workbook-hidden-rows", Place(path, filled[0]), words)
    letters = [get_column_letter(number) for number in sorted(columns & {column for _, column in used})]
    if letters:
        yield Finding("workbook-hidden-columns", Place(path), {"columns": listed(letters, _MOST_NAMED)})


def _is_nothing(size: float | None) -> bool:
    return size is not None and size < _SEEN


def _rows(
    sheet: Worksheet, formulas: Worksheet, path: str, language: Language
) -> tuple[list[tuple[int, tuple[_Read, ...]]], tuple[Finding, ...]]:
    """The rows that hold anything, each with its number."""
    findings: list[Finding] = []
    rows: list[tuple[int, tuple[_Read, ...]]] = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells: list[_Read] = []
        for column, cell in enumerate(row, start=1):
            place = Place(path, number, f"{sheet.title}!{get_column_letter(column)}{number}")
            value = cell.value
            # Of every kind: for a cell, for an area, or for a table of data. One that gives an empty text tells so.
            if value is None and formulas.cell(number, column).data_type == "f" and cell.data_type != _TEXT:
                findings.append(Finding("workbook-formula", place))
            elif _is_no_time(cell):
                findings.append(Finding("workbook-time", place))
            elif cell.data_type == "e":
                findings.append(Finding("workbook-error", place, {"value": str(value)}))
            elif isinstance(value, int | float) and not abs(value) < _MOST_VALUE:
                findings.append(Finding("workbook-figure", place, {"value": f"{value:g}"}))
                continue
            elif _is_hidden(cell):
                findings.append(Finding("workbook-unseen", place))
            made = formulas.cell(number, column).data_type == "f"
            cells.append(_read(cell, language, made=made) if isinstance(cell, Cell) else _Read())
        if not all(cell.is_blank for cell in cells):
            rows.append((number, tuple(cells)))
    for area in sheet.merged_cells.ranges:
        anchor = sheet.cell(area.min_row, area.min_col)
        if isinstance(anchor.value, int | float) and not isinstance(anchor.value, bool):
            findings.append(Finding("workbook-merged", Place(path, area.min_row, f"{sheet.title}!{area.coord}")))
    return rows, tuple(_gathered(findings))


def _gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with those that say the same of several cells as one, at the first of them."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.code, finding.words.get("value", "")), []).append(finding)
    for (code, _), (first, *others) in alike.items():
        cells = [each.place.cell.rpartition("!")[2] for each in (first, *others)]
        words = {**first.words, "count": str(len(cells)), "cells": listed(cells, _MOST_NAMED)}
        yield Finding(_SEVERAL[code], first.place, words) if others else first


def _is_no_time(cell: Cell | MergedCell) -> bool:
    """Whether a number has the format of a day or a time that it is too small or too large for."""
    value, code = cell.value, str(cell.number_format)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return not is_seen(value, code)
    # The library has no other word for it.
    return value == "#VALUE!" and cell.data_type == "e" and is_date_format(code)


def _is_hidden(cell: Cell | MergedCell) -> bool:
    """Whether a format leaves nothing to be seen of what is counted and told all the same."""
    value, code = cell.value, str(cell.number_format)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return False
    return is_hidden(value if isinstance(value, str) else Decimal(repr(value)), code)


def _read(cell: Cell, language: Language, *, made: bool) -> _Read:
    value = cell.value
    match value:
        case None:
            return _Read()
        case bool():
            return _Read(YES_NO[language][not value])
        case int() | float():
            return _Read(number=shown(Decimal(repr(value)), str(cell.number_format), made=made))
        case dt.datetime() | dt.date() | dt.time() | dt.timedelta():
            return _Read(time_text(value, str(cell.number_format)))
        case _:
            return _Read(_plain(str(value)))


def _plain(text: str) -> str:
    """The words of a cell with one blank between them."""
    return " ".join(_BLANKS.sub(" ", text).split())


def _sheet(rows: list[tuple[int, tuple[_Read, ...]]], sheet: Worksheet, path: str, language: Language) -> TypedTable:
    read = [cells for _, cells in rows]
    usual = [_decimals(column) for column in zip_longest(*read, fillvalue=_Read())]
    most = max((decimals for decimals in usual if decimals is not None), default=0)
    records = []
    for number, cells in rows:
        figures = [
            _figure(cell, most if places is None else places) for cell, places in zip(cells, usual, strict=False)
        ]
        records.append(
            GridRow(
                tuple(_text(cell, figure, language) for cell, figure in zip(cells, figures, strict=True)),
                number,
                tuple(f"{sheet.title}!{get_column_letter(column)}{number}" for column in range(1, len(cells) + 1)),
                tuple(
                    None if cell.number is None or cell.number.whole == figure else cell.number.whole
                    for cell, figure in zip(cells, figures, strict=True)
                ),
                tuple("" if cell.number is None else cell.number.unit for cell in cells),
            )
        )
    head, grid = with_head(records, path)
    return TypedTable(head, Grid(grid, path))


def _head_alone(sheet: Worksheet, path: str) -> TypedTable:
    rows = enumerate(sheet.iter_rows(max_row=_LONGEST_HEAD, max_col=_MOST_COLUMNS, values_only=True), start=1)
    texts = ((number, tuple(_plain(str(value or "")) for value in row)) for number, row in rows)
    head, _ = with_head([GridRow(row, number) for number, row in texts if any(row)], path)
    return TypedTable(head, Grid((), path))


def _decimals(column: Iterable[_Read]) -> int | None:
    """The decimals that the amounts of a column show; None where it has none."""
    numbers = (cell.number for cell in column if cell.number is not None and not cell.number.percent)
    return max((number.decimals for number in numbers if number.decimals is not None), default=None)


def _figure(cell: _Read, usual: int) -> Decimal:
    """The number of a cell as it is shown: where its decimals would never end, with as many as others have."""
    number = cell.number
    if number is None:
        return Decimal(0)
    decimals = number.decimals
    if decimals is None:
        decimals = max(usual, min(_DIGITS_ENOUGH - 1 - number.whole.adjusted(), _DIGITS_ENOUGH))
    return rounded(number.whole, decimals)


def _text(cell: _Read, figure: Decimal, language: Language) -> str:
    if cell.number is None:
        return cell.text
    text = f"{figure:{'+' if cell.number.plus else ''}f}".replace(".", "," if language == "sv" else ".")
    text = text.zfill(cell.number.digits + (text[0] in "+-"))
    return f"{text} %" if cell.number.percent else text
