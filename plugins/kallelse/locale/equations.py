"""An equation of a finance table written out with its labels and figures."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from kallelse.locale.figures import printed, rounded
from kallelse.model.equation import Equation, Rule, cell_at
from kallelse.model.finance import FinanceTable, Role
from kallelse.model.formula import Binary, Expression, Name, Number, Operator, Ref, Size
from kallelse.model.settings import Language

_ROUNDING: Mapping[Language, str] = {
    "sv": " Avrundning förklarar högst {most}.",
    "en": " Rounding explains at most {most}.",
}

# A person types no more decimals; what has more was computed.
_FEW = 4


def amount(table: FinanceTable, value: Fraction, places: int, plus: bool = False) -> str:
    """A figure with that many decimals, in the language of the table."""
    return printed(value, places, table.language, plus)


def rounding_text(table: FinanceTable, most: Fraction, places: int) -> str:
    """What rounding explains, as a sentence after a blank; nothing where it explains nothing."""
    return _ROUNDING[table.language].format(most=amount(table, most, places)) if rounded(most, places) else ""


def cell_figure(table: FinanceTable, ref: Ref, other: Fraction | None = None) -> str:
    """The figure of a cell with the decimals it was written with, as many as a person reads; a blank cell is 0.

    It has more where it would else look like the `other` figure that it differs from.
    """
    cell = cell_at(table, ref)
    value = Fraction(0) if cell.value is None else Fraction(cell.value)
    places = _places(table, ref)
    return amount(table, value, places if other is None else telling_places(value, other, places, cell.decimals))


def telling_places(one: Fraction, other: Fraction, fewest: int, most: int) -> int:
    """The decimals, no fewer than `fewest`, with which two figures that differ are printed apart."""
    return next((n for n in range(fewest, most) if rounded(one, n) != rounded(other, n)), max(fewest, most))


def _places(table: FinanceTable, ref: Ref) -> int:
    """The decimals of a figure in a sentence: those written, but one more than its table shows at most."""
    decimals, column = cell_at(table, ref).decimals, table.columns[ref.column]
    said = None if column.role is Role.SHARE or table.rows[ref.row].unit else table.decimals
    said = said if column.decimals is None else column.decimals
    if said is None and decimals > _FEW:
        shown = (cell.decimals for row in table.rows for cell in row.cells if cell.value is not None)
        said = max((places for places in shown if places <= _FEW), default=1)
    return decimals if said is None else min(decimals, said + 1)


def result_places(table: FinanceTable, equation: Equation) -> int:
    """How many decimals the result of an equation is written with: those of its parts, of a quotient the
    target's.
    """
    refs = (equation.target,) if equation.quotient is not None else (equation.target, *equation.refs)
    return max(_places(table, ref) for ref in refs)


def parts_text(table: FinanceTable, equation: Equation) -> str:
    """`Kostnader 46,2 − Intäkter 54,0`: what is added to what, those added first; blank cells left out."""
    if equation.quotient is not None:
        return _written(table, _without_percent(equation), equation.rule)
    terms = [term for term in equation.terms if cell_at(table, term.ref).value is not None]
    terms.sort(key=lambda term: term.weight < 0)
    sizes = {abs(term.weight) for term in terms}
    common = sizes.pop() if len(sizes) == 1 else Fraction(1)
    text = ""
    for term in terms:
        sign = "−" if term.weight < 0 else "+"
        size = abs(term.weight) / common
        factor = "" if size == 1 else f"{_number(table, size)} · "
        part = f"{factor}{_labelled(table, term.ref, equation.rule)}"
        text += f" {sign} {part}" if text else part if sign == "+" else f"{sign} {part}"
    if common != 1:
        inner = f"({text})" if len(terms) > 1 else text
        divisor = 1 / common
        text = f"{inner} / {divisor}" if divisor.denominator == 1 else f"{_number(table, common)} · {inner}"
    if equation.constant:
        sign = "−" if equation.constant < 0 else "+"
        text += f" {sign} {_number(table, abs(equation.constant))}"
    return text or amount(table, Fraction(0), 0)


def _without_percent(equation: Equation) -> Expression:
    tree = equation.quotient
    assert tree is not None
    match tree:
        case Binary(Operator.TIMES, Number(), right) if equation.rule is Rule.SHARE:
            return right
        case Number() | Name() | Ref() | Size() | Binary():
            return tree
    assert_never(tree)


def _written(table: FinanceTable, tree: Expression, rule: Rule) -> str:
    match tree:
        case Number(value):
            return _number(table, value)
        case Name(text):
            return text
        case Ref():
            return _labelled(table, tree, rule)
        case Size(operand):
            return _written(table, operand, rule)
        case Binary(operator, left, right):
            sides = [
                f"({_written(table, side, rule)})" if isinstance(side, Binary) else _written(table, side, rule)
                for side in (left, right)
            ]
            return f"{sides[0]} {operator.value} {sides[1]}"
    assert_never(tree)


def _number(table: FinanceTable, value: Fraction) -> str:
    places = next((n for n in range(6) if (value * 10**n).denominator == 1), 6)
    return amount(table, value, places)


def _labelled(table: FinanceTable, ref: Ref, rule: Rule) -> str:
    column = table.columns[ref.column]
    label = (column.heading or column.group) if rule.is_sideways else table.rows[ref.row].label
    return f"{label} {cell_figure(table, ref)}".strip()
