"""The rows of a finance table that equal the rows beside them, though nothing says that they are sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from kallelse.model.equation import WIDE
from kallelse.model.finance import FinanceCell, FinanceRow, FinanceRowKind, FinanceTable
from kallelse.model.sideways import is_good_signed
from kallelse.model.sums import ITEMS, SUMS, is_item, summed_columns

# A group of more rows than this is not looked for.
_LARGEST_GROUP = 50
_NOTHING = Decimal(0)


def undeclared(table: FinanceTable) -> Iterator[tuple[int, FinanceRowKind]]:
    """The rows that equal the rows above or below in every column but are not said to be their sum, and as what."""
    since_sum, since_heading = Running(table), Running(table)
    for index, row in enumerate(table.rows):
        if row.kind in ITEMS and not row.declared:
            if since_sum.makes(row):
                yield index, FinanceRowKind.SUBTOTAL
            elif since_heading.makes(row):
                yield index, FinanceRowKind.SUM
            elif _is_group(table, index):
                yield index, FinanceRowKind.GROUP
        if row.kind is FinanceRowKind.HEADING:
            since_sum, since_heading = Running(table), Running(table)
        elif row.kind in SUMS or row.kind is FinanceRowKind.EQUAL:
            since_sum = Running(table)
        elif is_item(table, index):
            since_sum.add(row)
            since_heading.add(row)


def _is_group(table: FinanceTable, index: int) -> bool:
    below = Running(table)
    for row in table.rows[index + 1 : index + 1 + _LARGEST_GROUP]:
        if row.kind not in ITEMS:
            return False
        below.add(row)
        if below.makes(table.rows[index]):
            return True
    return False


class Running:
    """Sums of rows, column by column, as rows are added, with how far rounding may have moved them."""

    def __init__(self, table: FinanceTable) -> None:
        self._columns = summed_columns(table)
        self._good = frozenset(column for column in self._columns if is_good_signed(table, column))
        self._sums = dict.fromkeys(self._columns, _NOTHING)
        self._halves = dict.fromkeys(self._columns, _NOTHING)
        self._figures = dict.fromkeys(self._columns, 0)
        self._words: set[int] = set()

    def add(self, row: FinanceRow) -> None:
        for column in self._columns:
            cell = row.cells[column]
            if cell.is_words:
                self._words.add(column)
            elif cell.value:
                add = WIDE.add if column in self._good or row.effect == 1 else WIDE.subtract
                self._sums[column] = add(self._sums[column], cell.value)
                self._figures[column] += 1
            self._halves[column] = WIDE.add(self._halves[column], _half(cell))

    def makes(self, row: FinanceRow) -> bool:
        """Whether a row is the sum, and hardly by chance: with two parts and more, two columns or three digits."""
        stated = self._stated(row)
        if not self.precede(row) or not all(self._fits(row, column) for column in stated):
            return False
        figures = [value for column in stated if (value := row.cells[column].value)]
        return len(figures) > 1 or _digits(figures) > 2

    def precede(self, row: FinanceRow) -> bool:
        """Whether two parts and more stand in a column in which the row has a figure."""
        return max((self._figures[column] for column in self._stated(row)), default=0) > 1

    def makes_some(self, row: FinanceRow) -> bool:
        """Whether a column, of two parts and more and of three digits, makes the row's figure to the last digit."""
        return any(
            self._figures[column] > 1
            and self._fits(row, column, exactly=True)
            and _digits([value for value in (row.cells[column].value,) if value]) > 2
            for column in self._stated(row)
        )

    def _stated(self, row: FinanceRow) -> list[int]:
        return [column for column in self._columns if row.cells[column].value is not None]

    def _fits(self, row: FinanceRow, column: int, exactly: bool = False) -> bool:
        cell = row.cells[column]
        if column in self._words or cell.value is None:
            return False
        take = WIDE.subtract if column in self._good or row.effect == 1 else WIDE.add
        difference = take(cell.value, self._sums[column]).copy_abs()
        return not difference or (not exactly and difference < WIDE.add(self._halves[column], _half(cell)))


def _half(cell: FinanceCell) -> Decimal:
    """`FinanceCell.half` as a decimal, which it always is."""
    if cell.margin is not None:
        return cell.margin
    return _NOTHING if cell.value is None else _half_unit(cell.decimals)


@cache
def _half_unit(decimals: int) -> Decimal:
    return Decimal((0, (5,), -decimals - 1))


def _digits(figures: Sequence[Decimal]) -> int:
    return max((len(value.as_tuple().digits) for value in figures), default=0)
