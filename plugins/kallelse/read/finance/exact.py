"""A finance table as typed turned into one whose counts, and kronor with öre, stand for no other figure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

from kallelse.locale.figures import rounded
from kallelse.locale.finance import ROUNDED_WORDS, UNIT_WORDS, meaning
from kallelse.model.equation import Equation
from kallelse.model.finance import FinanceTable, unit_at
from kallelse.model.formula import Ref

_COUNT, _MONEY = "antal", "kr"


def with_exact(table: FinanceTable, made: Iterable[Equation]) -> FinanceTable:
    """The table in which figures that nobody rounded have no margin, so that their sums hold to the last digit.

    These are counts without decimals, since people and places come whole, and kronor with two decimals, since money
    has no third. Rounded all the same are counts beside counts with decimals, means and full-time equivalents, what
    a formula multiplies or divides, and what a spreadsheet shows less of than it has. Kronor without öre are often
    rounded from öre; with more than two decimals a spreadsheet has divided them. `made` are the equations of the table.
    """
    divided = {equation.target for equation in made if not equation.is_plain}
    figures = {
        Ref(i, j): _unit(unit_at(table, i, j))
        for i, row in enumerate(table.rows)
        for j, cell in enumerate(row.cells)
        if cell.value is not None
    }
    counts = {ref for ref, unit in figures.items() if unit == _COUNT}
    exact = {ref for ref, unit in figures.items() if unit == _MONEY and _decimals(table, ref) == 2}
    if not any(_decimals(table, ref) for ref in counts):
        exact |= counts
    kept = exact - divided
    return _without_margin(table, {ref for ref in kept if _is_as_shown(table, ref) and not _is_mean(table, ref)})


@cache
def _unit(printed: str) -> str:
    return meaning(printed, UNIT_WORDS) or ""


def _decimals(table: FinanceTable, ref: Ref) -> int:
    return table.rows[ref.row].cells[ref.column].decimals


def _is_as_shown(table: FinanceTable, ref: Ref) -> bool:
    """Whether a figure has no more decimals than are shown of it, as one of a spreadsheet may have."""
    value = table.rows[ref.row].cells[ref.column].value
    return value is None or value == rounded(value, _decimals(table, ref))


def _is_mean(table: FinanceTable, ref: Ref) -> bool:
    return any(ROUNDED_WORDS.search(name) for name in (table.rows[ref.row].label, table.columns[ref.column].name))


def _without_margin(table: FinanceTable, exact: Collection[Ref]) -> FinanceTable:
    if not exact:
        return table
    rows = [
        replace(
            row,
            cells=tuple(
                replace(cell, margin=Decimal(0)) if Ref(i, j) in exact else cell for j, cell in enumerate(row.cells)
            ),
        )
        for i, row in enumerate(table.rows)
    ]
    return replace(table, rows=tuple(rows))
