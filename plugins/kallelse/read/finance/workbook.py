"""A sheet of an Excel workbook (ISO/IEC 29500) turned into head lines and a grid of texts, as a CSV file is."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.locale.finance import YES_NO
from kallelse.model.finding import Finding, Place, listed
from kallelse.model.settings import Language
from kallelse.read.finance.sheet import Grid, GridRow, Sheet, with_head

# More is a list or a slip, and no table on paper.
_MOST_BYTES, _MOST_CELLS = 100_000_000, 1_000_000
_MOST_ROWS, _MOST_COLUMNS = 2000, 60
# How far a sheet reaches at all, for areas that name no end.
_ROWS, _COLUMNS = 1_048_576, 16_384
_MOST_NAMED = 6
_MOST_DECIMALS = 6
# Beyond it Excel keeps no single kronor; infinite, and what is no number at all, are beyond it too.
_MOST_VALUE = 10**15
# A row so low, a column so narrow (in points, and in letters) is a line.
_SEEN = 0.2
# Excel keeps fifteen digits; what a float has beyond them is no part of the figure.
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
# Decimals in a format such as `#,##0.00`; what stands in quotes or brackets in it are words and colours.
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
_AREAS = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")
_ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


@dataclass(frozen=True, slots=True)
class _Read:
    """One cell as it is typed in a table, the decimals that its format shows, and whether the value has more."""

    text: str
    decimals: int | None = None
    rounded: bool = False


def workbook_sheet(data: bytes, path: str, name: str, language: Language) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """The head lines and the grid of the sheet called `name`, empty for the only one, of the workbook that is `data`.

    A cell's text is its whole value, however its format rounds it, typed as `language` does. None with findings where
    the workbook cannot be read or hides a part of it. `path` is that of the source; a row's line is its number in the
    sheet.
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
        words = {"sheets": ", ".join(names), "sheet": name, "first": names[0] if names else ""}
        return None, (Finding("workbook-sheet" if name else "workbook-several", Place(path), words),)
    (sheet,) = found
    large = _large(sheet, path)
    if large:
        return None, large
    formulas = typed[sheet.title]
    hidden = tuple(_hidden(sheet, formulas, path))
    if hidden:
        return None, hidden
    rows, findings = _rows(sheet, formulas, path, language)
    return (None, findings) if findings else (_sheet(rows, sheet, path), ())


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
            # Of every kind: for a cell, for an area, or for a table of data.
            if value is None and formulas.cell(number, column).data_type == "f":
                findings.append(Finding("workbook-formula", place))
            elif cell.data_type == "e":
                findings.append(Finding("workbook-error", place, {"value": str(value)}))
            elif isinstance(value, int | float) and not abs(value) < _MOST_VALUE:
                findings.append(Finding("workbook-figure", place, {"value": f"{value:g}"}))
                continue
            cells.append(_read(cell, language) if isinstance(cell, Cell) else _Read(""))
        if any(cell.text for cell in cells):
            rows.append((number, tuple(cells)))
    for area in sheet.merged_cells.ranges:
        anchor = sheet.cell(area.min_row, area.min_col)
        if isinstance(anchor.value, int | float) and not isinstance(anchor.value, bool):
            findings.append(Finding("workbook-merged", Place(path, area.min_row, f"{sheet.title}!{area.coord}")))
    return rows, tuple(findings)


def _read(cell: Cell, language: Language) -> _Read:
    value = cell.value
    match value:
        case None:
            return _Read("")
        case bool():
            return _Read(YES_NO[language][not value])
        case int() | float():
            return _figure(Decimal(repr(value)), str(cell.number_format), language)
        case dt.datetime():
            return _Read(value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes"))
        case dt.date() | dt.time():
            return _Read(value.isoformat())
        case _:
            return _Read(" ".join(str(value).split()))


def _figure(value: Decimal, number_format: str, language: Language) -> _Read:
    """A number as it is typed: with the decimals and the plus of its format, a part of a hundred where that says so."""
    pattern = _ASIDE.sub("", number_format.partition(";")[0])
    percent = "%" in pattern
    whole = _FIFTEEN.multiply(value, 100 if percent else 1).normalize()
    found = _DECIMALS.search(pattern)
    shown = len(found[1]) if found else (0 if "0" in pattern else None)
    typed = max(-int(whole.as_tuple().exponent), shown or 0, 0)
    text = f"{whole:+.{typed}f}" if pattern.startswith("+") else f"{whole:.{typed}f}"
    text = text.replace(".", "," if language == "sv" else ".")
    return _Read(f"{text} %") if percent else _Read(text, shown, shown is not None and typed > shown)


def _sheet(rows: list[tuple[int, tuple[_Read, ...]]], sheet: Worksheet, path: str) -> Sheet:
    records = [
        GridRow(
            tuple(cell.text for cell in cells),
            number,
            tuple(f"{sheet.title}!{get_column_letter(column)}{number}" for column in range(1, len(cells) + 1)),
        )
        for number, cells in rows
    ]
    head, grid = with_head(records, path)
    read = [cell for _, cells in rows for cell in cells]
    told = max((cell.decimals for cell in read if cell.decimals is not None), default=0)
    return Sheet(head, Grid(grid, path), min(told, _MOST_DECIMALS) if any(cell.rounded for cell in read) else None)
