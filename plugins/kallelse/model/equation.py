"""An equation of a finance table turned into what it says of the figure stated there.

A printed figure x with last digit u stands for any value from x − u/2 to x + u/2, each figure with its own u; one that
nobody rounded (margin 0: a count, kronor with öre) for x alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context
from enum import Enum
from fractions import Fraction

from kallelse.model.finance import FinanceCell, FinanceTable
from kallelse.model.formula import (
    Expression,
    Name,
    Number,
    Range,
    Ref,
    evaluate,
    linear,
    names,
    number,
    parse,
    placed,
    refs,
    replace,
)

WIDE = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Decimal arithmetic that adds and subtracts any figures exactly."""
_WHOLE = (1, -1)


class Rule(Enum):
    """Where an equation comes from."""

    ROWS = "rows"
    GROUP = "group"
    EQUAL = "equal"
    ROW_FORMULA = "row-formula"
    DEVIATION = "deviation"
    COLUMNS = "columns"
    COLUMN_FORMULA = "column-formula"
    SHARE = "share"

    @property
    def is_sideways(self) -> bool:
        """Whether the parts stand in the same row as the result."""
        return self in (Rule.DEVIATION, Rule.COLUMNS, Rule.COLUMN_FORMULA, Rule.SHARE)


@dataclass(frozen=True, slots=True)
class Term:
    """A cell and its weight in a sum."""

    ref: Ref
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Equation:
    """What the cell `target` must be: the weighted sum of `terms` and `constant`, or `quotient` where that is
    given.
    """

    target: Ref
    rule: Rule
    terms: tuple[Term, ...] = ()
    constant: Fraction = Fraction(0)
    quotient: Expression | None = None

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The cells that the result is made of."""
        return tuple(term.ref for term in self.terms) if self.quotient is None else refs(self.quotient)

    @property
    def is_plain(self) -> bool:
        """Whether it only adds and subtracts whole cells."""
        return self.quotient is None and not self.constant and all(term.weight in _WHOLE for term in self.terms)

    def says_something(self, figures: int, blanks: int) -> bool:
        """Whether parts of which so many are figures and so many blank make a result.

        In a sum of rows a blank is nothing, and a sum of blanks is 0; in one row something must be there; a
        mean or a quotient needs all its parts.
        """
        if not self.is_plain:
            return not blanks
        return bool(figures) or not self.rule.is_sideways

    def result(self, at: Callable[[Ref], Range]) -> Range | None:
        """The value with its range; None where it has none (a divisor that may be zero)."""
        if self.quotient is not None:
            return evaluate(self.quotient, at)
        value = half = Fraction(0)
        for term in self.terms:
            part = at(term.ref)
            value += term.weight * part.value
            half += abs(term.weight) * (part.high - part.low) / 2
        value += self.constant
        return Range(value, value - half, value + half)


def from_expression(target: Ref, rule: Rule, expression: Expression) -> Equation:
    """The equation `target` = `expression`, as a weighted sum where it is one."""
    form = linear(expression)
    if form is None:
        return Equation(target, rule, quotient=expression)
    return Equation(target, rule, tuple(Term(ref, weight) for ref, weight in form[0].items()), form[1])


def moved(equation: Equation, by: Callable[[Ref], Ref]) -> Equation:
    """The same equation of other cells."""
    return Equation(
        by(equation.target),
        equation.rule,
        tuple(Term(by(term.ref), term.weight) for term in equation.terms),
        equation.constant,
        None if equation.quotient is None else placed(equation.quotient, by),
    )


class DoubtKind(Enum):
    """What keeps an equation from being made."""

    FORMULA_BROKEN = "formula-broken"
    NAME_UNKNOWN = "name-unknown"
    NAME_SEVERAL = "name-several"
    BASE_SEVERAL = "base-several"
    BASE_MISSING = "base-missing"
    SHARE_SEVERAL = "share-several"
    COLUMNS_SEVERAL = "columns-several"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Doubt:
    """An equation that was not made: of a `row` or of a `column`, with what was typed and what could be
    meant.
    """

    kind: DoubtKind
    row: int | None = None
    column: int | None = None
    typed: str = ""
    candidates: tuple[str, ...] = ()


def resolved(
    typed: str, find: Callable[[str], Expression | Doubt], broken: Doubt
) -> tuple[Expression | None, tuple[Doubt, ...]]:
    """The tree of a formula as typed, its labels found; a label that is not found may be a number.

    Returns `broken` where the text is no formula.
    """
    tree = parse(typed)
    if tree is None:
        return None, (broken,)
    known: dict[Name, Expression] = {}
    doubts: list[Doubt] = []
    for name in names(tree):
        found = find(name.text)
        value = None if name.quoted else number(name.text)
        if not isinstance(found, Doubt):
            known[name] = found
        elif value is not None:
            known[name] = Number(value)
        else:
            doubts.append(found)
    return (None if doubts else replace(tree, lambda name: known[name])), tuple(doubts)


class Outcome(Enum):
    """What an equation says: it holds exactly, within rounding, hardly by rounding, or not; or it says
    nothing. A computed cell is the result of one of its equations, and may be contradicted by another.
    """

    EXACT = "exact"
    ROUNDING = "rounding"
    UNLIKELY = "unlikely"
    WRONG = "wrong"
    COMPUTED = "computed"
    CONTRADICTED = "contradicted"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An equation on its table: what is `stated`, the `result` of its parts, and how far rounding explains.

    The stated figure may lie strictly between `low` and `high`; `most` is the largest difference that figures
    of these decimals can have within that.
    """

    equation: Equation
    outcome: Outcome
    stated: Fraction = Fraction(0)
    result: Fraction = Fraction(0)
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    most: Fraction = Fraction(0)
    parts: int = 0

    @property
    def difference(self) -> Fraction:
        """Stated less result."""
        return self.stated - self.result

    def allows(self, figure: Fraction) -> bool:
        """Whether another figure than the stated one would hold; figures that nobody rounded have no range."""
        return figure == self.result or self.low < figure < self.high


def cell_at(table: FinanceTable, ref: Ref) -> FinanceCell:
    """The cell of a table."""
    return table.rows[ref.row].cells[ref.column]


def cell_range(cell: FinanceCell) -> Range:
    """What a cell stands for; blank, dash and words stand for nothing."""
    value = Fraction(0) if cell.value is None else Fraction(cell.value)
    return Range(value, value - cell.half, value + cell.half)


def holds(table: FinanceTable, equation: Equation) -> bool:
    """Whether stated figures that are only added and subtracted fit to the last digit, as most do.

    `judge` says the same, and more; this takes a tenth of its time.
    """
    target = cell_at(table, equation.target)
    if target.value is None or target.computed or not equation.is_plain:
        return False
    rest = target.value
    for term in equation.terms:
        value = cell_at(table, term.ref).value
        if value is None:
            return False
        rest = WIDE.subtract(rest, value) if term.weight == 1 else WIDE.add(rest, value)
    return not rest


def judge(table: FinanceTable, equation: Equation) -> Verdict:
    """Whether the figure stated at the equation's target can be what its parts give.

    With d = stated − computed: wrong where |d| ≥ (u_S + Σ u_i)/2; unlikely where |d| > 3·√((u_S² + Σ
    u_i²)/12), three standard deviations of that many independent roundings; quotients are judged by dividing
    the ranges, and hold exactly when the result rounds to what is stated. A dash or words at the target state
    nothing; words among the parts, or blanks where `says_something` wants figures, leave nothing to check
    with. A figure without margin has u = 0: a sum of such figures holds exactly or is wrong.
    """
    target = cell_at(table, equation.target)
    parts = tuple(cell_at(table, ref) for ref in equation.refs)
    blanks = sum(part.value is None for part in parts)
    if any(part.is_words for part in parts) or not equation.says_something(len(parts) - blanks, blanks):
        return Verdict(equation, Outcome.UNCHECKED)
    result = equation.result(lambda ref: cell_range(cell_at(table, ref)))
    if target.value is None or result is None:
        return Verdict(equation, Outcome.UNCHECKED)
    stated = cell_range(target)
    half = (stated.high - stated.low) / 2
    low, high = result.low - half, result.high + half
    return Verdict(
        equation,
        _outcome(equation, target, parts, stated.value, result, low, high),
        stated.value,
        result.value,
        low,
        high,
        _most(high - result.value, (target, *parts)),
        sum(part.value is not None for part in parts),
    )


def _outcome(
    equation: Equation,
    target: FinanceCell,
    parts: tuple[FinanceCell, ...],
    stated: Fraction,
    result: Range,
    low: Fraction,
    high: Fraction,
) -> Outcome:
    if target.computed:
        return (
            Outcome.CONTRADICTED if _contradicts(equation, target, parts, stated - result.value) else Outcome.COMPUTED
        )
    difference = stated - result.value
    if abs(difference) <= (Fraction(0) if equation.is_plain else target.half):
        return Outcome.EXACT
    if not low < stated < high:
        return Outcome.WRONG
    variance = sum(((2 * part.half) ** 2 for part in (target, *parts)), Fraction(0)) / 12
    if equation.is_plain and difference**2 > 9 * variance:
        return Outcome.UNLIKELY
    return Outcome.ROUNDING


def _contradicts(equation: Equation, target: FinanceCell, parts: tuple[FinanceCell, ...], difference: Fraction) -> bool:
    """Whether a computed cell differs from what figures make beyond what printing them all with their decimals does.

    Nobody has stated it: what is as exact as counts gets the same room as what is rounded.
    """
    if equation.quotient is not None or all(part.value is None for part in parts):
        return False
    weights = (Fraction(1), *(abs(term.weight) for term in equation.terms))
    cells = zip(weights, (target, *parts), strict=True)
    room = sum((weight * cell.printed_half for weight, cell in cells), Fraction(0))
    return abs(difference) > room


def _most(allowed: Fraction, cells: tuple[FinanceCell, ...]) -> Fraction:
    """The largest multiple of the smallest unit among the cells that is less than `allowed`."""
    unit = Fraction(1, 10 ** max(cell.decimals for cell in cells))
    whole = allowed // unit
    return (whole - 1 if whole * unit == allowed and whole else whole) * unit
