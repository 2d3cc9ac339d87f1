"""The figures stated in a column turned into the mark that says how they are made of other columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import TypeAlias

from kallelse.locale.finance import ROLES, typed_name, word_for
from kallelse.model.equation import Outcome, Rule, from_expression, judge
from kallelse.model.finance import FinanceRowKind, FinanceTable, Role
from kallelse.model.formula import Binary, Expression, Number, Operator, Ref, Size
from kallelse.model.sideways import columns_named

_ACTUAL = (Role.OUTCOME, Role.FORECAST)
# Of a wider table any pair might fit by chance.
_MOST = 12

Form: TypeAlias = tuple[str, Operator, int, int, bool]
"""A mark, and what it says: one column less or over another, or its size."""


def share_mark(table: FinanceTable, index: int) -> tuple[str, bool]:
    """The mark that makes a column's shares of others, and whether it holds in each row; if none does, one that may."""
    return _chosen(table, index, tuple(_shares(table, index)))


def difference_mark(table: FinanceTable, index: int) -> tuple[str, bool]:
    """The same for a column of differences; empty where there is no budget or nothing to hold against it."""
    return _chosen(table, index, tuple(_differences(table, index)))


def _chosen(table: FinanceTable, index: int, forms: Sequence[Form]) -> tuple[str, bool]:
    for form in forms:
        if _holds(table, index, form):
            return form[0], True
    return (forms[0][0], False) if forms else ("", False)


def _shares(table: FinanceTable, index: int) -> Iterator[Form]:
    figures = _figures(table, index)
    near = [i for i in figures if table.columns[i].group == table.columns[index].group] or figures
    word = word_for(Role.SHARE, ROLES, table.language)
    of = "av" if table.language == "sv" else "of"
    sign = f"{word} = " if table.columns[index].declared else "= "
    for base in sorted(figures, key=lambda i: table.columns[i].role is not Role.BUDGET):
        if near and base != near[-1]:
            yield f"[{word} {of} {_name(table, base, index, quoted=False)}]", Operator.OVER, near[-1], base, True
    for part, base in permutations(figures, 2):
        text = f"[{sign}{_name(table, part, index)} / {_name(table, base, index)}]"
        yield text, Operator.OVER, part, base, False


def _differences(table: FinanceTable, index: int) -> Iterator[Form]:
    figures = [i for i in _figures(table, index) if table.columns[i].role in (Role.BUDGET, *_ACTUAL)]
    group = table.columns[index].group
    figures = [i for i in figures if table.columns[i].group == group] or figures
    pairs = list(permutations(reversed(figures), 2))
    pairs.sort(key=lambda pair: [table.columns[i].role is Role.BUDGET for i in pair] != [False, True])
    for first, second in pairs:
        text = f"[= {_name(table, first, index)} − {_name(table, second, index)}]"
        yield text, Operator.MINUS, first, second, False


def _figures(table: FinanceTable, index: int) -> list[int]:
    """The nearest columns before that something may be made of."""
    before = enumerate(table.columns[:index])
    return [i for i, column in before if column.role.is_figure and column.role is not Role.SHARE][-_MOST:]


def _name(table: FinanceTable, column: int, near: int, *, quoted: bool = True) -> str:
    """What names a column in a mark of another: its heading, with its group where several have it."""
    this = table.columns[column]
    name = this.heading if columns_named(table, this.heading, near) == (column,) else this.name
    return typed_name(name) if quoted else name


def _holds(table: FinanceTable, index: int, form: Form) -> bool:
    """Whether a form holds in each row that states a figure, and in one that is not nothing."""
    _, operator, first, second, size = form
    told = False
    for number, row in enumerate(table.rows):
        if row.kind is FinanceRowKind.HEADING:
            continue
        other = Ref(number, second)
        tree: Expression = Binary(operator, Ref(number, first), Size(other) if size else other)
        if operator is Operator.OVER:
            tree = Binary(Operator.TIMES, Number(Fraction(100)), tree)
        verdict = judge(table, from_expression(Ref(number, index), Rule.COLUMN_FORMULA, tree))
        if verdict.outcome in (Outcome.WRONG, Outcome.UNLIKELY):
            return False
        told |= verdict.outcome in (Outcome.EXACT, Outcome.ROUNDING) and bool(verdict.stated)
    return told
