"""The sources turned into the finance tables of one text or file, and one of them into other forms of the same."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kallelse.locale.figures import rounded
from kallelse.model.filekinds import CARRIERS, WORKBOOK
from kallelse.model.finance import FinanceCell, FinanceTable
from kallelse.model.finding import Finding, errors
from kallelse.model.settings import Language
from kallelse.read.finance.carrier import loader, target_of
from kallelse.read.finance.facts import file_named
from kallelse.read.finance.fence import read_fence
from kallelse.read.finance.sheet import TypedTable, csv_sheet, fence_sheet
from kallelse.read.finance.workbook import workbook_sheet
from kallelse.read.sources import Sources
from kallelse.read.text.financefences import finance_fences
from kallelse.sheets import csv_text, fenced, naming, table_text, workbook_file

TABLES = (".md", *CARRIERS)
"""The ends of the names of files that may hold one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table with the sheet that it was read from; `line` is that of its fence, 0 where a file is the table."""

    table: FinanceTable
    sheet: TypedTable
    line: int


def tables_of(sources: Sources, target: str, language: Language) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """The tables in a text of the sources, or the one in a CSV file or (`budget.xlsx!Blad1`) a workbook of them."""
    load = loader(sources, language)
    found: list[Found] = []
    findings: list[Finding] = []
    for inside, line in _insides(sources, target, language):
        path = target if line else posixpath.join(posixpath.dirname(target), "-")
        table, met = read_fence(inside, path, line, language, load)
        findings += met
        if table is not None:
            sheet, _ = fence_sheet(inside, path, line)
            if file := file_named(sheet.head):
                carried, _ = load(target_of(file, path))
                assert carried is not None
                sheet = TypedTable((*sheet.head, *carried.head), carried.grid)
            found.append(Found(table, sheet, max(line - 1, 0)))
    return tuple(found), tuple(findings)


def _insides(sources: Sources, target: str, language: Language) -> Iterator[tuple[str, int]]:
    """What stands in each finance fence, with its first line; for a file the fence that would name it, with line 0."""
    text = sources.load(target)
    if not target.lower().endswith(".md") or text is None:
        yield naming(posixpath.basename(target), language), 0
        return
    yield from ((cut.inside, cut.line + 1) for cut in finance_fences(text, target))


def written(found: Found, suffix: str, name: str, language: Language) -> bytes | None:
    """The table as the content of a file that ends in `suffix` (`.csv`, `.xlsx`), or as a fence (``).

    None where the same table would not be read from it again.
    """
    path, inside = found.table.path, naming(f"x{suffix}", language)
    carried: TypedTable | None = None
    findings: tuple[Finding, ...] = ()
    if suffix == WORKBOOK:
        content = workbook_file(found.sheet, name, language)
        carried, findings = workbook_sheet(content, path, name, language)
    elif suffix:
        text = csv_text(found.sheet, language)
        content = text.encode()
        carried, findings = csv_sheet(text, path)
    else:
        inside = table_text(found.sheet)
        content = fenced(inside, language).encode()
    again, met = read_fence(inside, path, 1, language, lambda _: (carried, findings))
    return content if again is not None and not errors((*findings, *met)) and _same(again, found.table) else None


def _same(one: FinanceTable, other: FinanceTable) -> bool:
    """Whether two tables say the same as they are printed, wherever they stand."""
    return _bare(one) == _bare(other)


def _bare(table: FinanceTable) -> FinanceTable:
    rows = (replace(row, line=0, cells=tuple(_as_printed(cell) for cell in row.cells)) for row in table.rows)
    columns = (replace(column, line=0) for column in table.columns)
    return replace(table, rows=tuple(rows), columns=tuple(columns), path="", line=0, grid_path="", decimals=None)


def _as_printed(cell: FinanceCell) -> FinanceCell:
    """The cell without what a workbook has behind the figure that it shows, which no other form can hold."""
    value = None if cell.value is None else rounded(cell.value, cell.decimals)
    return replace(cell, line=0, ref="", value=value, margin=None)
