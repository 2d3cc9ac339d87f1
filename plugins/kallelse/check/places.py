"""A cell of a finance table turned into the place that a finding about it names."""

from __future__ import annotations

from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Place


def place_of(table: FinanceTable, row: int, column: int) -> Place:
    """File and line of a cell, or file and the name of the cell where it has one."""
    cell = table.rows[row].cells[column]
    path = table.grid_path or table.path
    return Place(path, cell.line, cell.ref)
