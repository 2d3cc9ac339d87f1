"""The head lines and the grid of a finance table turned into a fence, a CSV file or an Excel workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from kallelse.locale.figures import Figure, parse
from kallelse.locale.finance import HEAD_KEYS, meaning, word_for
from kallelse.locale.finance import HeadKey as Key
from kallelse.locale.spreadsheets import csv_file
from kallelse.locale.words import FENCES, Fence
from kallelse.model.settings import Language
from kallelse.read.finance.sheet import TypedTable

_PERCENT = re.compile(r"(.*\S)\s*%")
_GROUPED = re.compile(r"\d[ \u00a0\u202f\u2009,]\d{3}(?!\d)")
# As much as Excel keeps of a number.
_MOST_DIGITS = 15
_WIDEST = 60


def fenced(inside: str, language: Language) -> str:
    """The fence of a finance table around what stands in it."""
    return f"```{_fence_word(language)}\n{inside}\n```\n"


def naming(name: str, language: Language) -> str:
    """The inside of a fence whose table stands in the file `name`."""
    return f"{word_for(Key.FILE, HEAD_KEYS, language)}: {name}"


def table_text(sheet: TypedTable) -> str:
    """The inside of a fence that holds the table itself, its columns one below the other."""
    rows = _square([row.cells for row in sheet.grid.rows])
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*escaped, strict=True)]
    lines = [f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |" for row in escaped]
    if sheet.grid.head_lines is not None:
        lines.insert(sheet.grid.head_lines, f"|{'|'.join('-' * (width + 2) for width in widths)}|")
    return "\n".join((*_head(sheet), "", *lines))


def csv_text(sheet: TypedTable, language: Language) -> str:
    """A CSV file whose head lines stand in its first column, with an empty row under them."""
    # No spreadsheet takes the true minus for one.
    rows = (
        [cell.replace("−", "-") if _figure(cell, language) else cell for cell in row]
        for row in _square([row.cells for row in sheet.grid.rows])
    )
    return csv_file([*([line] for line in _head(sheet)), [], *rows], language)


def workbook_file(sheet: TypedTable, name: str, language: Language) -> bytes:
    """An Excel workbook of one sheet, called `name`, whose figures are numbers with the decimals that were typed."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = name
    head = _head(sheet)
    rows = _square([row.cells for row in sheet.grid.rows])
    for number, line in enumerate(head, start=1):
        _write(page.cell(number, 1), line)
    for number, row in enumerate(rows, start=len(head) + 2):
        for column, text in enumerate(row, start=1):
            if text:
                _fill(page.cell(number, column), text, language)
    page.freeze_panes = f"B{len(head) + 2}"
    for index, texts in enumerate(zip(*rows, strict=True), start=1):
        page.column_dimensions[get_column_letter(index)].width = min(max(map(len, texts)) + 3, _WIDEST)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fence_word(language: Language) -> str:
    words = [word for word, fence in FENCES.items() if fence is Fence.FINANCE]
    return words[0 if language == "sv" else 1]


def _head(sheet: TypedTable) -> list[str]:
    """The head lines but the one that names a file."""
    return [f"{line.key}: {line.value}" for line in sheet.head if meaning(line.key, HEAD_KEYS) is not Key.FILE]


def _square(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows with as many cells each, without empty columns at the end."""
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell), default=1)
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


def _figure(text: str, language: Language) -> Figure | None:
    figure = parse(text, language)
    return figure if isinstance(figure, Figure) else None


def _fill(cell: Cell | MergedCell, text: str, language: Language) -> None:
    percent = _PERCENT.fullmatch(text)
    figure = _figure(percent[1] if percent else text, language)
    if figure is None or len(figure.value.as_tuple().digits) > _MOST_DIGITS:
        _write(cell, text)
        return
    cell.value = float(figure.value / 100 if percent else figure.value)
    whole = "#,##0" if _GROUPED.search(text) else "0"
    pattern = f"{whole}.{'0' * figure.decimals}" if figure.decimals else whole
    pattern += "%" if percent else ""
    cell.number_format = f"+{pattern};-{pattern};{pattern}" if figure.plus else pattern


def _write(cell: Cell | MergedCell, text: str) -> None:
    """A text as it is, also where Excel would take it for a formula."""
    cell.value = text
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top")
