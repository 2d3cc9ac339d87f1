"""A finance table: one grid of cells under column groups, with roles of columns and kinds of rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache

from kallelse.model.settings import Language

DASH = "–"
NOTE_MARKS = "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹⁾"


class Role(Enum):
    """What a column holds; LABEL is the first column, which names the rows."""

    LABEL = "label"
    TEXT = "text"
    NOTE = "note"
    AMOUNT = "amount"
    BUDGET = "budget"
    OUTCOME = "outcome"
    FORECAST = "forecast"
    COMPARISON = "comparison"
    DEVIATION = "deviation"
    SUM = "sum"
    SHARE = "share"

    @property
    def is_figure(self) -> bool:
        """Whether the column holds figures, which stand right-aligned."""
        return self not in (Role.LABEL, Role.TEXT, Role.NOTE)


class FinanceRowKind(Enum):
    """What a row is in the sums of its table."""

    ITEM = "item"
    REVENUE = "revenue"
    COST = "cost"
    HEADING = "heading"
    SUBTOTAL = "subtotal"
    SUM = "sum"
    TOTAL = "total"
    GROUP = "group"
    OF_WHICH = "of-which"
    INFORMATION = "information"
    EQUAL = "equal"


class Signs(Enum):
    """How amounts are written: costs negative, all positive, or costs positive and revenue negative."""

    RESULT = "result"
    AMOUNT = "amount"
    COST = "cost"


class DeviationRule(Enum):
    """What a deviation is: plus is good for the result, or a plain difference."""

    PLUS_IS_GOOD = "plus-is-good"
    OUTCOME_LESS_BUDGET = "outcome-less-budget"
    BUDGET_LESS_OUTCOME = "budget-less-outcome"


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading over one column or several; `column` counts from 0, spans are at least 1."""

    text: str
    column: int
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class FinanceColumn:
    """A column; `group` is the heading of the group it stands in (empty: none), `heading` its own.

    `formula` is as typed in brackets (`Prognos − Totalt anslag`), empty for the default of its role; `base`
    is the label that a share is a share of, empty for the default. `declared` says that the role was typed
    and not inferred; `unit` is empty for the table's own; `line` is that of the heading. `given` says that its
    figures are only told: not computed, not added up and not checked.
    """

    heading: str
    role: Role
    group: str = ""
    formula: str = ""
    decimals: int | None = None
    unit: str = ""
    base: str = ""
    declared: bool = False
    line: int = 0
    given: bool = False

    @property
    def name(self) -> str:
        """What names the column: `Januari–augusti 2022, Budget`."""
        return f"{self.group}, {self.heading}" if self.group and self.heading else self.heading or self.group


@cache
def _half_unit(decimals: int) -> Fraction:
    return Fraction(1, 2 * 10**decimals)


@dataclass(frozen=True, slots=True)
class FinanceCell:
    """A cell: `value` None for blank, dash or words; `printed` is what a reader sees, in the table's
    decimals.

    `decimals` counts those written, which say how far rounding goes; `computed` where the writer left it
    blank and the table's own arithmetic filled it. The value of a computed cell is not rounded; its `margin`
    is how far its parts' rounding may have moved it. A stated figure that nobody rounded has the margin 0.
    `ref` names the cell in a file that has names for cells
    (`C9`).
    """

    printed: str = ""
    value: Decimal | None = None
    decimals: int = 0
    computed: bool = False
    line: int = 0
    margin: Decimal | None = None
    ref: str = ""

    @property
    def half(self) -> Fraction:
        """How far from `value` the figure it stands for may lie: half the unit of the last decimal, or the margin."""
        if self.margin is not None:
            return Fraction(self.margin)
        return Fraction(0) if self.value is None else _half_unit(self.decimals)

    @property
    def printed_half(self) -> Fraction:
        """The same at the least of what is printed with its decimals, be it as exact as counts."""
        return max(self.half, _half_unit(self.decimals))

    @property
    def is_nothing(self) -> bool:
        """Whether it is blank or a dash, which differ in print and are both nothing in a sum."""
        return self.value is None and self.printed in ("", DASH)

    @property
    def is_words(self) -> bool:
        """Whether it holds words, which no sum can count."""
        return self.value is None and not self.is_nothing


@dataclass(frozen=True, slots=True)
class FinanceRow:
    """A row with one cell for each column; the first cell's `printed` is the label.

    `effect` is what an amount of the row does to the result: 1 as written, −1 turned round; every sign
    follows from it. `equals` is the label of the row that it must equal, `table/label` for a row of another
    table; `unit` is the row's own where it differs from the table's; `declared` says that the kind was typed
    and not inferred.
    """

    kind: FinanceRowKind
    cells: tuple[FinanceCell, ...]
    formula: str = ""
    line: int = 0
    effect: int = 1
    equals: str = ""
    unit: str = ""
    declared: bool = False

    @property
    def label(self) -> str:
        """What names the row."""
        return self.cells[0].printed


@dataclass(frozen=True, slots=True)
class FinanceTable:
    """The table; `head` has one tuple of cells for each heading line, empty where the table has no head.

    Every column is covered at every heading line, the first by an empty cell where it has no heading. `unit`
    is as it is printed in `language`; `decimals` None prints figures as written. `path` and `line` say where
    the table stands; `grid_path` is the file whose lines its cells count, where that is another (a CSV file).
    `labelled` is False where the first column has neither heading nor a label in any row: it is then not
    printed. `rounded` says that some sum as printed differs from its parts as printed, within rounding, so
    that the table carries a note on it. `signs_told` says that a finding tells what is wrong with the signs of
    the deviations, which then say nothing. `charted` says whether a chart may stand beside it, `chart_rows` of which
    rows by their labels, empty for those that suit.
    """

    caption: str
    unit: str
    columns: tuple[FinanceColumn, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    rows: tuple[FinanceRow, ...]
    id: str = ""
    decimals: int | None = None
    signs: Signs = Signs.RESULT
    deviation: DeviationRule = DeviationRule.PLUS_IS_GOOD
    note: str = ""
    labelled: bool = True
    rounded: bool = False
    signs_told: bool = False
    path: str = ""
    line: int = 0
    grid_path: str = ""
    language: Language = "sv"
    charted: bool = True
    chart_rows: tuple[str, ...] = ()


@cache
def label_key(label: str) -> str:
    """A label for comparing: without marks of footnotes, with one kind of dash, blank and case.

    `Service**` and `service`, `Jan–aug` and `Jan-aug` have the same key.
    """
    plain = re.sub(r"[-‐‑‒–—−]", "-", label.strip().rstrip(NOTE_MARKS + ": "))
    return " ".join(plain.split()).casefold()


def head_texts(table: FinanceTable, column: int) -> tuple[str, ...]:
    """The headings that stand over a column, from the top."""
    return tuple(
        cell.text
        for line in table.head
        for cell in line
        if cell.text and cell.column <= column < cell.column + cell.colspan
    )


def unit_at(table: FinanceTable, row: int, column: int) -> str:
    """The unit of a cell: of its column, its row, or the table."""
    return table.columns[column].unit or table.rows[row].unit or table.unit


def cell_name(table: FinanceTable, row: int, column: int) -> str:
    """What names a cell in a sentence: `Netto, Januari–augusti 2022, Avvikelse`."""
    return ", ".join(part for part in (table.rows[row].label, table.columns[column].name) if part)
