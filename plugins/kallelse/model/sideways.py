"""The columns of a finance table turned into the equations along its rows: deviations, sums, shares and formulas."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from kallelse.model.equation import Doubt, DoubtKind, Equation, Rule, Term, from_expression, moved, resolved
from kallelse.model.finance import (
    DeviationRule,
    FinanceRowKind,
    FinanceTable,
    Role,
    label_key,
)
from kallelse.model.formula import Binary, Expression, Number, Operator, Ref, Size

_ACTUAL = (Role.OUTCOME, Role.FORECAST)


def columns_named(table: FinanceTable, name: str, near: int) -> tuple[int, ...]:
    """The figure columns other than `near` that a label names, those of its group before all others.

    A label is a heading, a heading with its group before it, or a group of one column.
    """
    key = label_key(name)
    others = [i for i, column in enumerate(table.columns) if i != near and column.role.is_figure]
    by_heading = [i for i in others if label_key(table.columns[i].heading) == key]
    for found in (
        [i for i in by_heading if table.columns[i].group == table.columns[near].group],
        by_heading,
        [i for i in others if label_key(table.columns[i].name) == key],
        [i for i in others if label_key(table.columns[i].group) == key],
    ):
        if found:
            return tuple(found)
    return ()


def is_good_signed(table: FinanceTable, column: int) -> bool:
    """Whether plus is good in a column, whatever the row: its rows then add up without their effects."""
    this = table.columns[column]
    return this.role is Role.DEVIATION and not this.formula and table.deviation is DeviationRule.PLUS_IS_GOOD


def is_rate(unit: str) -> bool:
    """Whether figures of the unit are per cent or per something, and so never added up."""
    return "%" in unit or "/" in unit


def sideways(table: FinanceTable) -> tuple[tuple[Equation, ...], tuple[Doubt, ...]]:
    """The equations along the rows, and the columns for which none could be chosen."""
    equations: list[Equation] = []
    doubts: list[Doubt] = []
    for index, column in enumerate(table.columns):
        if column.role.is_figure and not column.given:
            tree, rule, found = _tree(table, index)
            doubts += found
            if tree is not None:
                equations += _in_rows(table, index, tree, rule)
    return tuple(equations), tuple(doubts)


def _in_rows(table: FinanceTable, column: int, tree: Expression, rule: Rule) -> list[Equation]:
    made: list[Equation] = []
    of_column = from_expression(_column(column), rule, tree)
    for index, row in enumerate(table.rows):
        if row.kind is FinanceRowKind.HEADING or (rule is Rule.COLUMNS and is_rate(row.unit)):
            continue
        equation = moved(of_column, partial(_into_row, index))
        turned = rule is Rule.DEVIATION and is_good_signed(table, column) and row.effect < 0
        made.append(_turned(equation) if turned else equation)
    return made


def _into_row(row: int, ref: Ref) -> Ref:
    return Ref(row, ref.column)


def _turned(equation: Equation) -> Equation:
    terms = tuple(Term(term.ref, -term.weight) for term in equation.terms)
    return Equation(equation.target, equation.rule, terms, -equation.constant, equation.quotient)


def _column(index: int) -> Ref:
    # Which row is said once the tree is put into one.
    return Ref(-1, index)


def _tree(table: FinanceTable, index: int) -> tuple[Expression | None, Rule, tuple[Doubt, ...]]:
    column = table.columns[index]
    if column.formula:
        broken = Doubt(DoubtKind.FORMULA_BROKEN, column=index, typed=column.formula)
        tree, doubts = resolved(column.formula, lambda name: _named(table, name, index), broken)
        if tree is not None and column.role is Role.SHARE:
            return _percent(tree), Rule.SHARE, doubts
        return tree, Rule.COLUMN_FORMULA, doubts
    if column.role is Role.DEVIATION:
        tree, doubts = _deviation(table, index)
        return tree, Rule.DEVIATION, doubts
    if column.role is Role.SHARE:
        tree, doubts = _share(table, index)
        return tree, Rule.SHARE, doubts
    if column.role is Role.SUM:
        tree, doubts = _sum(table, index)
        return tree, Rule.COLUMNS, doubts
    return None, Rule.COLUMN_FORMULA, ()


def _percent(tree: Expression) -> Expression:
    return Binary(Operator.TIMES, Number(Fraction(100)), tree)


def _named(table: FinanceTable, name: str, index: int) -> Expression | Doubt:
    found = columns_named(table, name, index)
    if len(found) == 1:
        return _column(found[0])
    kind = DoubtKind.NAME_SEVERAL if found else DoubtKind.NAME_UNKNOWN
    others = found or tuple(i for i, column in enumerate(table.columns) if i != index and column.role.is_figure)
    candidates = tuple(table.columns[i].name if found else table.columns[i].heading for i in others)
    return Doubt(kind, column=index, typed=name, candidates=candidates)


def compared(table: FinanceTable, index: int) -> tuple[int, int] | Doubt | None:
    """The budget and the outcome or forecast that a deviation or share is made of; None where it stands
    alone.

    Looked for before it in its group, then in the whole group; a group of deviations alone looks to all
    columns before.
    """
    group = table.columns[index].group
    in_group = tuple(i for i, column in enumerate(table.columns) if column.group == group and i != index)
    before = tuple(i for i in in_group if i < index)
    scopes = [before, in_group]
    if not any(table.columns[i].role in (Role.BUDGET, *_ACTUAL) for i in in_group):
        scopes.append(tuple(range(index)))
    for scope in scopes:
        budgets = tuple(i for i in scope if table.columns[i].role is Role.BUDGET)
        actuals = tuple(i for i in scope if table.columns[i].role in _ACTUAL)
        if len(budgets) == len(actuals) == 1:
            return budgets[0], actuals[0]
        several = actuals if len(actuals) > 1 else budgets if len(budgets) > 1 else ()
        if several:
            names_of = tuple(table.columns[i].heading for i in several)
            return Doubt(DoubtKind.BASE_SEVERAL, column=index, candidates=names_of)
    alone = not any(table.columns[i].role in (Role.AMOUNT, Role.BUDGET, Role.SUM, *_ACTUAL) for i in in_group)
    return None if alone else Doubt(DoubtKind.BASE_MISSING, column=index)


def _deviation(table: FinanceTable, index: int) -> tuple[Expression | None, tuple[Doubt, ...]]:
    match compared(table, index):
        case None:
            return None, ()
        case Doubt() as doubt:
            return None, (doubt,)
        case (budget, actual):
            pass
    first, second = _column(actual), _column(budget)
    if table.deviation is DeviationRule.BUDGET_LESS_OUTCOME:
        first, second = second, first
    return Binary(Operator.MINUS, first, second), ()


def _share(table: FinanceTable, index: int) -> tuple[Expression | None, tuple[Doubt, ...]]:
    column = table.columns[index]
    figures = [i for i in range(index) if table.columns[i].role.is_figure and table.columns[i].role is not Role.SHARE]
    in_group = [i for i in figures if table.columns[i].group == column.group]
    parts = in_group or figures
    if column.base:
        base = _named(table, column.base, index)
        if isinstance(base, Doubt):
            return None, (base,)
        if parts and base == _column(parts[-1]):
            # Nothing is a share of itself, so that another column must be the part.
            return None, (_several(table, index, figures),)
    else:
        budgets = [[i for i in scope if table.columns[i].role is Role.BUDGET] for scope in (in_group, figures)]
        bases = budgets[0] or budgets[1]
        if not bases or all(i in bases for i in parts):
            return None, ()
        if len(bases) > 1 or table.columns[parts[-1]].role is not Role.DEVIATION:
            return None, (_several(table, index, figures),)
        base = _column(bases[0])
    if not parts:
        return None, ()
    return _percent(Binary(Operator.OVER, _column(parts[-1]), Size(base))), ()


def _several(table: FinanceTable, index: int, figures: Sequence[int]) -> Doubt:
    names_of = dict.fromkeys(table.columns[i].heading or table.columns[i].group for i in figures)
    return Doubt(DoubtKind.SHARE_SEVERAL, column=index, candidates=tuple(names_of))


def _sum(table: FinanceTable, index: int) -> tuple[Expression | None, tuple[Doubt, ...]]:
    group = table.columns[index].group
    before: list[int] = []
    for i, column in enumerate(table.columns[:index]):
        if column.group != group or not column.role.is_figure:
            continue
        if column.role is Role.SUM:
            before = []
        elif column.role not in (Role.SHARE, Role.COMPARISON):
            before.append(i)
    if not before:
        return None, ()
    roles = {table.columns[i].role for i in before}
    if len(roles) > 1 or Role.DEVIATION in roles:
        candidates = tuple(table.columns[i].heading for i in before)
        return None, (Doubt(DoubtKind.COLUMNS_SEVERAL, column=index, candidates=candidates),)
    return _added(before), ()


def _added(columns: Sequence[int]) -> Expression:
    # Halved, so that many columns make no deep tree.
    if len(columns) == 1:
        return _column(columns[0])
    half = len(columns) // 2
    return Binary(Operator.PLUS, _added(columns[:half]), _added(columns[half:]))
