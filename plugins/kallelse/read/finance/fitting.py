"""The figures stated in a column turned into the mark that says how they are made of other columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import TypeAlias

from kallelse.locale.finance import ROLES, typed_name, word_for
from kallelse.model.equation import Outcome, Rule, from_expression, judge
from kallelse.model.finance import FinanceRowKind, FinanceTable, Role
from kallelse.model.formula import Binary, Expression, Number, Operator, Ref, Size
from kallelse.model.sideways import columns_named

_ACTUAL = (Role.OUTCOME, Role.FORECAST)
# Of a wider table any pair might fit by chance.
_MOST = 12

Form: TypeAlias = tuple[str, Callable[[int], Expression]]
"""A mark, and what it says of a row by its number."""
_NOTHING_FITS = "[= … − …]"


def share_mark(table: FinanceTable, index: int) -> tuple[str, bool]:
    """The mark that makes a column's shares of others, and whether it holds in each row; if none does, one that may."""
    return _chosen(table, index, tuple(_shares(table, index)))


def difference_mark(table: FinanceTable, index: int) -> tuple[str, bool]:
    """The same for a column of differences; empty where there is no budget or nothing to hold against it."""
    mark, fits = _chosen(table, index, tuple(_differences(table, index)))
    is_stated = any(row.cells[index].value and not row.cells[index].computed for row in table.rows)
    # What the stated figures speak against helps nobody.
    return (_NOTHING_FITS if mark and not fits and is_stated else mark), fits


def _chosen(table: FinanceTable, index: int, forms: Sequence[Form]) -> tuple[str, bool]:
    for mark, tree in forms:
        if _holds(table, index, tree):
            return mark, True
    return (forms[0][0], False) if forms else ("", False)


def _shares(table: FinanceTable, index: int) -> Iterator[Form]:
    figures = _figures(table, index)
    near = [i for i in figures if table.columns[i].group == table.columns[index].group] or figures
    word = word_for(Role.SHARE, ROLES, table.language)
    of = "av" if table.language == "sv" else "of"
    sign = f"{word} = " if table.columns[index].declared else "= "
    for base in sorted(figures, key=lambda i: table.columns[i].role is not Role.BUDGET):
        if near and base != near[-1]:
            yield f"[{word} {of} {_name(table, base, index, quoted=False)}]", _share(near[-1], base, Size)
    for part, base in permutations(figures, 2):
        text = f"[{sign}{_name(table, part, index)} / {_name(table, base, index)}]"
        yield text, _share(part, base, lambda other: other)


def _share(part: int, base: int, of: Callable[[Expression], Expression]) -> Callable[[int], Expression]:
    def tree(row: int) -> Expression:
        whole = Binary(Operator.OVER, Ref(row, part), of(Ref(row, base)))
        return Binary(Operator.TIMES, Number(Fraction(100)), whole)

    return tree


def _differences(table: FinanceTable, index: int) -> Iterator[Form]:
    figures = [i for i in _figures(table, index) if table.columns[i].role in (Role.BUDGET, *_ACTUAL)]
    group = table.columns[index].group
    figures = [i for i in figures if table.columns[i].group == group] or figures
    pairs = list(permutations(reversed(figures), 2))
    pairs.sort(key=lambda pair: [table.columns[i].role is Role.BUDGET for i in pair] != [False, True])
    yield from (_less(table, index, (first,), (second,)) for first, second in pairs)
    # A budget, or an outcome, in several columns, as what was decided first and what came to it.
    for group in dict.fromkeys(table.columns[i].group for i in figures):
        parts = [i for i in figures if table.columns[i].group == group]
        for several in (each for count in (2, 3) for each in combinations(parts, count)):
            for other in (i for i in figures if i not in several):
                yield _less(table, index, several, (other,))
                yield _less(table, index, (other,), several)


def _less(table: FinanceTable, index: int, of: tuple[int, ...], less: tuple[int, ...]) -> Form:
    """The form of a difference between one column and another, or several."""
    more = " + ".join(_name(table, i, index) for i in of)
    text = f"[= {more} − {' − '.join(_name(table, i, index) for i in less)}]"

    def tree(row: int) -> Expression:
        whole: Expression = Ref(row, of[0])
        for operator, each in (*((Operator.PLUS, i) for i in of[1:]), *((Operator.MINUS, i) for i in less)):
            whole = Binary(operator, whole, Ref(row, each))
        return whole

    return text, tree


def _figures(table: FinanceTable, index: int) -> list[int]:
    """The nearest columns before that something may be made of."""
    before = enumerate(table.columns[:index])
    return [i for i, column in before if column.role.is_figure and column.role is not Role.SHARE][-_MOST:]


def _name(table: FinanceTable, column: int, near: int, *, quoted: bool = True) -> str:
    """What names a column in a mark of another: its heading, with its group where several have it."""
    this = table.columns[column]
    name = this.heading if columns_named(table, this.heading, near) == (column,) else this.name
    return typed_name(name) if quoted else name


def _holds(table: FinanceTable, index: int, tree: Callable[[int], Expression]) -> bool:
    """Whether a form holds in each row that states a figure, and in one that is not nothing."""
    told = False
    for number, row in enumerate(table.rows):
        if row.kind is FinanceRowKind.HEADING:
            continue
        verdict = judge(table, from_expression(Ref(number, index), Rule.COLUMN_FORMULA, tree(number)))
        if verdict.outcome in (Outcome.WRONG, Outcome.UNLIKELY):
            return False
        told |= verdict.outcome in (Outcome.EXACT, Outcome.ROUNDING) and bool(verdict.stated)
    return told
