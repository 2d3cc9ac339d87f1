"""A finance table turned into the chart of its budgets, outcomes and forecasts, one scale for all of its bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kallelse.model.equation import Rule
from kallelse.model.finance import DASH, FinanceColumn, FinanceRow, FinanceRowKind, FinanceTable, Role, label_key
from kallelse.model.sums import SUMS, added_rows, equations, is_item

# More rows than these are no longer seen at a glance, more groups no longer fit beside their table.
_MOST_ROWS = 12
_MOST_GROUPS = 24
_ACTUAL = (Role.OUTCOME, Role.FORECAST)
_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of the table: `name` is its heading, `printed` what the table prints; `value` None draws no bar.

    `role` is OUTCOME or FORECAST, BUDGET for what these are compared with.
    """

    name: str
    role: Role
    value: Decimal | None
    printed: str


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one row, in the order of its columns; `label` is empty where the table has none."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The groups of the columns that are compared with each other, under the heading these share, if any."""

    title: str
    groups: tuple[BarGroup, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What the bars of each group are called."""
        return tuple(bar.name for bar in self.groups[0].bars)


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels whose bars all have the same scale, from `low` (at most 0) to `high` (at least 0), never both 0."""

    panels: tuple[Panel, ...]
    low: Decimal
    high: Decimal

    @property
    def labels(self) -> tuple[str, ...]:
        """What the groups are called, each once."""
        named = (group.label for panel in self.panels for group in panel.groups if group.label)
        return tuple(dict.fromkeys(named))

    @property
    def words(self) -> str:
        """All that is printed in the chart, in the order in which it is read."""
        pieces: list[str] = []
        for panel in self.panels:
            pieces.append(panel.title)
            for group in panel.groups:
                pieces.append(group.label)
                pieces += (f"{bar.name} {bar.printed}" for bar in group.bars)
        return " ".join(piece for piece in pieces if piece)

    @property
    def zero(self) -> Decimal:
        """How far from the left the zero line stands, in parts of a hundred, to two decimals."""
        return self._part(Decimal(0))

    def extent(self, value: Decimal) -> tuple[Decimal, Decimal]:
        """Where the bar of `value` begins and how long it is, in parts of a hundred, to two decimals."""
        ends = sorted((self.zero, self._part(value)))
        return ends[0], ends[1] - ends[0]

    def _part(self, value: Decimal) -> Decimal:
        return _part(value, self.low, self.high)


# Every bar of a chart is drawn from its zero line.
@lru_cache(maxsize=1000)
def _part(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """Where `value` stands between two others, in parts of a hundred, to two decimals, a half to the even one."""
    (own, per_own), (first, per_first), (last, per_last) = (each.as_integer_ratio() for each in (value, low, high))
    # (value - low) / (high - low), which fractions would tell several times as slowly.
    part = (own * per_first - first * per_own) * per_last * _PARTS
    whole = (last * per_first - first * per_last) * per_own
    below, rest = divmod(part, whole)
    return Decimal(below + (2 * rest > whole or (2 * rest == whole and below % 2))).scaleb(-2)


def chart_of(table: FinanceTable) -> Chart | None:
    """The chart of a table; None where there is nothing to compare, or where what is compared is not certain.

    Columns are compared where a deviation is made of them, or where their group has one budget with its outcome or
    forecast. Rows are those that make up the table: where rows stand in groups the groups, else the rows that are
    added up with the sums that are no greater than their parts, and where these are many the subtotals.
    """
    if not table.charted or not table.unit:
        return None
    sets = [each for each in _compared(table) if all(_has_unit(table, table.columns[i]) for i in each.columns)]
    rows = _wanted(table) if table.chart_rows else _rows(table, [column for each in sets for column in each.columns])
    rows = [row for row in rows if table.rows[row].unit in ("", table.unit)]
    labels = _labels(table, rows)
    if not sets or not rows or (len(rows) > 1 and not all(labels)):
        return None
    panels = [panel for each in sets if (panel := _panel(table, each, rows, labels)) is not None]
    values = [bar.value for panel in panels for group in panel.groups for bar in group.bars if bar.value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if low == high == 0 or sum(len(panel.groups) for panel in panels) > _MOST_GROUPS:
        return None
    return Chart(tuple(panels), min(low, Decimal(0)), max(high, Decimal(0)))


@dataclass(frozen=True, slots=True)
class _Set:
    """Columns that are compared, as they stand in the table; `bases` are those that the others are compared with."""

    columns: tuple[int, ...]
    bases: frozenset[int]


def _has_unit(table: FinanceTable, column: FinanceColumn) -> bool:
    return column.unit in ("", table.unit)


def _compared(table: FinanceTable) -> Iterator[_Set]:
    pairs = list(dict.fromkeys(_pairs(table)))
    of_base: dict[int, list[int]] = {}
    for base, actual in pairs:
        of_base.setdefault(base, []).append(actual)
    found = [_with_neighbours(table, base, actuals) for base, actuals in of_base.items()]
    told = {table.columns[i].group for i, column in enumerate(table.columns) if column.role is Role.DEVIATION}
    found += _in_groups(table, told)
    yield from sorted(found, key=lambda each: each.columns)


def _pairs(table: FinanceTable) -> Iterator[tuple[int, int]]:
    """The columns that each deviation is made of: what is compared with, and what is compared."""
    for equation in equations(table):
        if table.columns[equation.target.column].role is not Role.DEVIATION or len(equation.terms) != 2:
            continue
        if equation.rule not in (Rule.DEVIATION, Rule.COLUMN_FORMULA) or equation.constant or equation.quotient:
            continue
        if sorted(term.weight for term in equation.terms) != [-1, 1]:
            continue
        first, second = (term.ref.column for term in equation.terms)
        if table.columns[first].role in _ACTUAL:
            first, second = second, first
        base, actual = table.columns[first].role, table.columns[second].role
        if actual in _ACTUAL and base in (Role.BUDGET, Role.AMOUNT, Role.SUM):
            yield first, second


def _with_neighbours(table: FinanceTable, base: int, actuals: Sequence[int]) -> _Set:
    """The compared columns, with an outcome or forecast of the same group where no other is of its kind."""
    columns = [base, *actuals]
    for role in _ACTUAL:
        if all(table.columns[i].role is not role for i in actuals):
            beside = [i for i in _of_group(table, table.columns[base].group) if table.columns[i].role is role]
            columns += beside if len(beside) == 1 else []
    return _Set(tuple(sorted(columns)), frozenset((base,)))


def _in_groups(table: FinanceTable, told: set[str]) -> Iterator[_Set]:
    """The groups without a deviation that hold one budget and one outcome, one forecast or both."""
    for group in dict.fromkeys(column.group for column in table.columns):
        if group in told:
            continue
        columns = _of_group(table, group)
        roles = Counter(table.columns[i].role for i in columns)
        # What a budget is only a part of is what the others should be compared with.
        if any(table.columns[i].formula or table.columns[i].role is Role.SUM for i in columns):
            continue
        kept = tuple(i for i in columns if table.columns[i].role in (Role.BUDGET, *_ACTUAL))
        if roles[Role.BUDGET] == 1 and len(kept) > 1 and max(roles[role] for role in _ACTUAL) <= 1:
            yield _Set(kept, frozenset(i for i in kept if table.columns[i].role is Role.BUDGET))


def _of_group(table: FinanceTable, group: str) -> list[int]:
    return [i for i, column in enumerate(table.columns) if i and column.group == group and column.role.is_figure]


def _wanted(table: FinanceTable) -> list[int]:
    keys = {label_key(label) for label in table.chart_rows}
    return [i for i, row in enumerate(table.rows) if label_key(row.label) in keys]


def _rows(table: FinanceTable, columns: Sequence[int]) -> list[int]:
    filled = [i for i, row in enumerate(table.rows) if any(row.cells[column].value is not None for column in columns)]
    in_groups = {part for i, row in enumerate(table.rows) for part in added_rows(table, i, row.kind) if _is_group(row)}
    items = [
        i
        for i in filled
        if (is_item(table, i) or _is_group(table.rows[i])) and i not in in_groups and not _made(table, i)
    ]
    if len(items) > _MOST_ROWS:
        return _subtotals(table, items)
    sums = [i for i in filled if _made(table, i) and not _hides(table, i, columns)]
    return sorted((*items, *sums)) if len(items) + len(sums) <= _MOST_ROWS else items


def _is_group(row: FinanceRow) -> bool:
    return row.kind is FinanceRowKind.GROUP


def _made(table: FinanceTable, index: int) -> bool:
    """Whether the row is the sum of several others."""
    row = table.rows[index]
    return row.kind in SUMS and len(added_rows(table, index, row.kind)) > 1


def _hides(table: FinanceTable, index: int, columns: Sequence[int]) -> bool:
    """Whether a sum is greater than each of its parts, which would look small beside it."""
    row = table.rows[index]
    parts = added_rows(table, index, row.kind)
    return _size(row, columns) > max(_size(table.rows[part], columns) for part in parts)


def _size(row: FinanceRow, columns: Iterable[int]) -> Decimal:
    values = (row.cells[column].value for column in columns)
    return max((abs(value) for value in values if value is not None), default=Decimal(0))


def _subtotals(table: FinanceTable, items: Sequence[int]) -> list[int]:
    """The sums of the lowest kind that hold all `items` between them; none where they do not."""
    for kind in (FinanceRowKind.SUBTOTAL, FinanceRowKind.SUM):
        found = [i for i, row in enumerate(table.rows) if row.kind is kind]
        held = Counter(part for i in found for part in added_rows(table, i, kind))
        if 1 < len(found) <= _MOST_ROWS and all(held[i] == 1 for i in items):
            return found
    return []


def _labels(table: FinanceTable, rows: Sequence[int]) -> list[str]:
    """What the rows are called; one that is not alone with its label is told by the heading above it too.

    A row of nothing but a label is a heading to who reads, whether it is marked as one or not.
    """
    times = Counter(table.rows[row].label for row in rows)
    labels = []
    for row in rows:
        label = table.rows[row].label
        over = [each.label for each in table.rows[:row] if _is_heading(each)]
        labels.append(f"{over[-1]}: {label}" if over and label and times[label] > 1 else label)
    return labels


def _is_heading(row: FinanceRow) -> bool:
    return row.kind is FinanceRowKind.HEADING or not any(cell.printed for cell in row.cells[1:])


def _panel(table: FinanceTable, each: _Set, rows: Sequence[int], labels: Sequence[str]) -> Panel | None:
    columns = [table.columns[i] for i in each.columns]
    shared = columns[0].group if len({column.group for column in columns}) == 1 else ""
    headings = [column.heading or column.group for column in columns]
    names = headings if len(set(headings)) == len(headings) else [column.name for column in columns]
    roles = [Role.BUDGET if i in each.bases else table.columns[i].role for i in each.columns]
    groups = []
    for row, label in zip(rows, labels, strict=True):
        cells = [table.rows[row].cells[i] for i in each.columns]
        if any(cell.value is not None for cell in cells):
            bars = (
                Bar(name, role, cell.value, cell.printed or DASH)
                for name, role, cell in zip(names, roles, cells, strict=True)
            )
            groups.append(BarGroup(label, tuple(bars)))
    return Panel(shared, tuple(groups)) if groups else None
