"""A finance table turned into the equations that its kinds, roles, signs and formulas make."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from kallelse.model.equation import Doubt, DoubtKind, Equation, Rule, Term, from_expression, moved, resolved
from kallelse.model.finance import (
    FinanceCell,
    FinanceRowKind,
    FinanceTable,
    Role,
    Signs,
    label_key,
)
from kallelse.model.formula import Expression, Number, Ref, degree, number, parse, replace
from kallelse.model.sideways import is_good_signed, is_rate, sideways

ITEMS = (FinanceRowKind.ITEM, FinanceRowKind.REVENUE, FinanceRowKind.COST)
SUMS = (FinanceRowKind.SUBTOTAL, FinanceRowKind.SUM, FinanceRowKind.TOTAL)
_CLOSES_GROUP = (*SUMS, FinanceRowKind.GROUP, FinanceRowKind.HEADING, FinanceRowKind.EQUAL)


@dataclass(frozen=True, slots=True)
class Equations:
    """The equations of a table, by row and column, and what kept others from being made."""

    equations: tuple[Equation, ...]
    doubts: tuple[Doubt, ...]


def equations(table: FinanceTable) -> tuple[Equation, ...]:
    """The equations of a table; a cell may have several (a sum of rows and a deviation)."""
    return plan(table).equations


def plan(table: FinanceTable) -> Equations:
    """The equations of a table with the doubts met on the way."""
    return _plan(_shape(table))


def _shape(table: FinanceTable) -> FinanceTable:
    """What the equations of a table follow from: its headings, labels and kinds, wherever it is and whatever its
    figures are."""
    return dataclasses.replace(
        table,
        caption="",
        columns=tuple(dataclasses.replace(each, decimals=None, declared=False, line=0) for each in table.columns),
        head=(),
        rows=tuple(
            dataclasses.replace(each, cells=(FinanceCell(each.label),), declared=False, line=0) for each in table.rows
        ),
        id="",
        decimals=None,
        note="",
        labelled=True,
        rounded=False,
        signs_told=False,
        path="",
        line=0,
        grid_path="",
        charted=True,
        chart_rows=(),
    )


# A table is read and then checked, and the next report has one with the same headings and labels.
@lru_cache(maxsize=1000)
def _plan(table: FinanceTable) -> Equations:
    along, doubts_along = sideways(table)
    down: list[Equation] = []
    doubts = list(doubts_along)
    columns = summed_columns(table)
    for index in range(len(table.rows)):
        made, met = _down(table, index, columns)
        down += made
        doubts += met
    doubts += _circles(table, along, down)
    ordered = sorted(_agreeing(along, down), key=lambda made: (made.target.row, made.target.column))
    return Equations(tuple(ordered), tuple(doubts))


def _agreeing(along: Iterable[Equation], down: Iterable[Equation]) -> list[Equation]:
    """The equations without those that say of a cell what another says otherwise, whatever the figures are.

    Number times price, added up over the rows, is not all numbers times all prices: the sum tells. The difference of
    two quotients is no quotient of differences: what is made along the row tells, unless it adds up the periods.
    """
    of_rows = {made.target: made for made in down if made.rule is not Rule.EQUAL}
    left_out: set[int] = set()
    for made in along:
        other = of_rows.get(made.target)
        if other is None or (_is_weighted(made) and _is_weighted(other)):
            continue
        if made.quotient is None:
            sums_quotients = other.quotient is not None and all(term.weight == 1 for term in made.terms)
            left_out.add(id(made if sums_quotients else other))
        else:
            adds_up = _is_weighted(other) and degree(made.quotient)
            left_out.add(id(made if adds_up else other))
    return [made for made in (*along, *down) if id(made) not in left_out]


def _is_weighted(made: Equation) -> bool:
    return made.quotient is None and not made.constant


def with_formula_effects(table: FinanceTable) -> FinanceTable:
    """The table in which each row that a formula makes has the effect of what the formula adds.

    Among unsigned amounts `Netto [= Intäkter − Kostnader]` is a result, `Netto [= Kostnader − Intäkter]` a cost. Where
    the parts differ the row keeps its own effect.
    """
    if table.signs is not Signs.AMOUNT or not any(row.formula for row in table.rows):
        return table
    rows = list(table.rows)
    for made in plan(table).equations:
        if made.rule is Rule.ROW_FORMULA and made.terms:
            effects = {_sign_typed(table, made, term) * rows[term.ref.row].effect for term in made.terms}
            if len(effects) == 1:
                rows[made.target.row] = dataclasses.replace(rows[made.target.row], effect=effects.pop())
    return dataclasses.replace(table, rows=tuple(rows))


def _sign_typed(table: FinanceTable, made: Equation, term: Term) -> int:
    """Whether the formula of a row adds a part or takes it away, whatever the column makes of that."""
    sign = 1 if term.weight > 0 else -1
    if not is_good_signed(table, made.target.column):
        return sign
    return sign * table.rows[made.target.row].effect * table.rows[term.ref.row].effect


def added_rows(table: FinanceTable, index: int, kind: FinanceRowKind) -> tuple[int, ...]:
    """The rows that the row `index` adds up if it is of that kind; none for a kind that adds nothing.

    A subtotal adds the items since the last sum or heading, a sum all items since the last heading, a total
    all items since the last total, or all items where there is none since (`Drift totalt`, `Investeringar totalt`,
    `Totalt`), a group the rows below it. A group with nothing below is itself an item.
    """
    if kind is FinanceRowKind.GROUP:
        return _below(table, index)
    if kind is FinanceRowKind.SUBTOTAL:
        ends: tuple[FinanceRowKind, ...] = (*SUMS, FinanceRowKind.EQUAL, FinanceRowKind.HEADING)
    elif kind is FinanceRowKind.SUM:
        ends = (FinanceRowKind.HEADING,)
    elif kind is FinanceRowKind.TOTAL:
        ends = (FinanceRowKind.TOTAL,)
    else:
        return ()
    start = max((i + 1 for i in range(index) if table.rows[i].kind in ends), default=0)
    found = tuple(i for i in range(start, index) if is_item(table, i))
    if not found and kind is FinanceRowKind.TOTAL:
        return tuple(i for i in range(start) if is_item(table, i))
    return found


def is_item(table: FinanceTable, index: int) -> bool:
    """Whether sums count the row."""
    kind = table.rows[index].kind
    return kind in ITEMS or (kind is FinanceRowKind.GROUP and not _below(table, index))


def _below(table: FinanceTable, index: int) -> tuple[int, ...]:
    found: list[int] = []
    for i in range(index + 1, len(table.rows)):
        if table.rows[i].kind in _CLOSES_GROUP:
            break
        if table.rows[i].kind in ITEMS:
            found.append(i)
    return tuple(found)


def row_sum(table: FinanceTable, target: Ref, rows: Iterable[int], rule: Rule = Rule.ROWS) -> Equation:
    """The equation that a cell is the sum of those rows in its column, each with its effect: S = Σ eᵢ·e_S·xᵢ.

    In a column where plus is good whatever the row, S = Σ xᵢ.
    """
    own = table.rows[target.row].effect
    good = is_good_signed(table, target.column)
    terms = (Term(Ref(i, target.column), Fraction(1 if good else table.rows[i].effect * own)) for i in rows)
    return Equation(target, rule, tuple(terms))


def summed_columns(table: FinanceTable) -> tuple[int, ...]:
    """The columns that rows are added in: figures that are no shares or quotients, and not only told."""
    return tuple(
        i
        for i, column in enumerate(table.columns)
        if column.role.is_figure
        and column.role is not Role.SHARE
        and not column.given
        and (column.unit in ("", table.unit) or not is_rate(column.unit))
        and _adds_up(column.formula)
    )


@cache
def _adds_up(formula: str) -> bool:
    tree = parse(formula) if formula else None
    if tree is None:
        return True
    places: dict[str, int] = {}
    cells = replace(
        tree,
        lambda name: (
            Number(value)
            if not name.quoted and (value := number(name.text)) is not None
            else Ref(0, places.setdefault(name.text, len(places)))
        ),
    )
    return bool(degree(cells))


def _down(table: FinanceTable, index: int, columns: tuple[int, ...]) -> tuple[list[Equation], list[Doubt]]:
    row = table.rows[index]
    made: list[Equation] = []
    doubts: list[Doubt] = []
    if row.formula:
        broken = Doubt(DoubtKind.FORMULA_BROKEN, row=index, typed=row.formula)
        tree, met = resolved(row.formula, lambda name: _row_named(table, name, index), broken)
        doubts += met
        if tree is not None:
            figures = (i for i, column in enumerate(table.columns) if column.role.is_figure and not column.given)
            of_row = from_expression(Ref(index, -1), Rule.ROW_FORMULA, tree)
            for column in figures:
                equation = _row_formula(table, column, of_row)
                if equation is not None:
                    made.append(equation)
    elif row.kind in (*SUMS, FinanceRowKind.GROUP) and not is_item(table, index):
        rows = added_rows(table, index, row.kind)
        rule = Rule.GROUP if row.kind is FinanceRowKind.GROUP else Rule.ROWS
        made += [row_sum(table, Ref(index, column), rows, rule) for column in columns]
    if row.equals:
        found = rows_named(table, row.equals, index)
        if len(found) == 1:
            other = found[0]
            for column in columns:
                weight = row.effect * table.rows[other].effect if is_good_signed(table, column) else 1
                terms = (Term(Ref(other, column), Fraction(weight)),)
                made.append(Equation(Ref(index, column), Rule.EQUAL, terms))
        elif found or "/" not in row.equals:
            doubts.append(_unnamed(table, index, row.equals, found))
    return made, doubts


def rows_named(table: FinanceTable, name: str, near: int) -> tuple[int, ...]:
    """The rows other than `near` that have the label, or the label after that of the row above them.

    The row above is the heading, the group, or what a row of the kind "of which" is a part of: `Kultur, varav bad`.
    """
    key = label_key(name)
    others = [i for i in range(len(table.rows)) if i != near and table.rows[i].label]
    plain = tuple(i for i in others if label_key(table.rows[i].label) == key)
    if plain or ", " not in name:
        return plain
    return tuple(
        i for i in others if any(label_key(f"{above}, {table.rows[i].label}") == key for above in _above(table, i))
    )


def _above(table: FinanceTable, index: int) -> Iterator[str]:
    own = table.rows[index].kind
    wanted: list[tuple[FinanceRowKind, ...]] = [(FinanceRowKind.HEADING,), (FinanceRowKind.GROUP,)]
    if own is FinanceRowKind.OF_WHICH:
        wanted.append(tuple(kind for kind in FinanceRowKind if kind is not FinanceRowKind.OF_WHICH))
    for kinds in wanted:
        label = next((row.label for row in reversed(table.rows[:index]) if row.kind in kinds), "")
        if label:
            yield label


def _unnamed(table: FinanceTable, index: int, typed: str, found: tuple[int, ...]) -> Doubt:
    kind = DoubtKind.NAME_SEVERAL if found else DoubtKind.NAME_UNKNOWN
    labels = tuple(row.label for i, row in enumerate(table.rows) if i != index and row.label)
    return Doubt(kind, row=index, typed=typed, candidates=labels)


def _row_named(table: FinanceTable, name: str, index: int) -> Expression | Doubt:
    found = rows_named(table, name, index)
    return Ref(found[0], -1) if len(found) == 1 else _unnamed(table, index, name, found)


def _row_formula(table: FinanceTable, column: int, of_row: Equation) -> Equation | None:
    if table.columns[column].role is Role.SHARE:
        return None
    made = moved(of_row, lambda ref: Ref(ref.row, column))
    if not is_good_signed(table, column):
        return made
    if made.quotient is not None or made.constant:
        return None
    own = table.rows[made.target.row].effect
    terms = tuple(Term(term.ref, term.weight * own * table.rows[term.ref.row].effect) for term in made.terms)
    return Equation(made.target, made.rule, terms)


def _circles(table: FinanceTable, along: tuple[Equation, ...], down: list[Equation]) -> list[Doubt]:
    of_rows: dict[int, set[int]] = {}
    of_columns: dict[int, set[int]] = {}
    summed = {made.target for made in down if made.rule is not Rule.EQUAL}
    for made in down:
        if made.rule is not Rule.EQUAL or made.target not in summed:
            of_rows.setdefault(made.target.row, set()).update(ref.row for ref in made.refs)
    for made in along:
        of_columns.setdefault(made.target.column, set()).update(ref.column for ref in made.refs)
    return [
        *(Doubt(DoubtKind.CIRCLE, row=i, typed=table.rows[i].label) for i in _in_circles(of_rows)),
        *(Doubt(DoubtKind.CIRCLE, column=i, typed=table.columns[i].name) for i in _in_circles(of_columns)),
    ]


def _in_circles(parts: Mapping[int, set[int]]) -> list[int]:
    """The members of circles: those that are reached from themselves."""
    found: list[int] = []
    for start in sorted(parts):
        reached: set[int] = set()
        ahead = list(parts[start])
        while ahead:
            at = ahead.pop()
            if at not in reached:
                reached.add(at)
                ahead += parts.get(at, ())
        if start in reached:
            found.append(start)
    return found
