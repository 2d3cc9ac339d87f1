"""The text of a formula turned into a tree of labels, numbers and operators, and its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias, assert_never


class Operator(Enum):
    PLUS = "+"
    MINUS = "−"
    TIMES = "·"
    OVER = "/"


@dataclass(frozen=True, slots=True)
class Number:
    """A number, which is exact."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A label as typed, not yet looked up; a quoted one is never a number."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A cell of a table, both counted from 0."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Size:
    """The absolute value."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Binary:
    operator: Operator
    left: Expression
    right: Expression


Expression: TypeAlias = Number | Name | Ref | Size | Binary

_OPERATORS = {
    "+": Operator.PLUS,
    "-": Operator.MINUS,
    "*": Operator.TIMES,
    "/": Operator.OVER,
}
_LONGEST = 200
_OPENING = '"“”„»«'
# A hyphen or an en dash is minus only between blanks, since labels hold them (IT-center, januari–augusti).
_TOKEN = re.compile(
    rf"\s*(?:(?P<quoted>[{_OPENING}][^{_OPENING}]*[{_OPENING}])"
    r"|(?P<operator>[+−*·×/()]|(?:(?<=\s)|^|(?<=\())[-–](?=\s))"
    rf"|(?P<plain>(?:(?![+−*·×/(){_OPENING}]|(?<=\s)[-–](?=\s)).)+))"
)
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")


def number(text: str) -> Fraction | None:
    """The value of a number as typed in a formula, with comma or point; None where it is none."""
    if _NUMBER.fullmatch(text) is None:
        return None
    return Fraction(re.sub(r"\s", "", text).replace(",", "."))


def parse(text: str) -> Expression | None:
    """The tree of a formula; None where the text is no formula, or longer than one that a person writes."""
    tokens = _tokens(text)
    if tokens is None or len(tokens) > _LONGEST:
        return None
    tree, rest = _sum(tokens)
    return tree if not rest else None


_Tokens: TypeAlias = tuple[Name | str, ...]


def _tokens(text: str) -> _Tokens | None:
    found: list[Name | str] = []
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        at = match.end()
        if match["quoted"]:
            found.append(Name(match["quoted"][1:-1].strip(), quoted=True))
        elif match["operator"]:
            found.append(match["operator"].translate(str.maketrans("−–·×", "--**")))
        elif match["plain"].strip():
            found.append(Name(match["plain"].strip()))
    return tuple(found)


def _sum(tokens: _Tokens) -> tuple[Expression | None, _Tokens]:
    if tokens and tokens[0] == "-":
        operand, rest = _product(tokens[1:])
        left: Expression | None = None if operand is None else Binary(Operator.MINUS, Number(Fraction(0)), operand)
    else:
        left, rest = _product(tokens)
    while left is not None and rest and rest[0] in ("+", "-"):
        right, after = _product(rest[1:])
        left = None if right is None else Binary(_OPERATORS[str(rest[0])], left, right)
        rest = after
    return left, rest


def _product(tokens: _Tokens) -> tuple[Expression | None, _Tokens]:
    left, rest = _factor(tokens)
    while left is not None and rest and rest[0] in ("*", "/"):
        right, after = _factor(rest[1:])
        left = None if right is None else Binary(_OPERATORS[str(rest[0])], left, right)
        rest = after
    return left, rest


def _factor(tokens: _Tokens) -> tuple[Expression | None, _Tokens]:
    if not tokens:
        return None, ()
    first = tokens[0]
    if isinstance(first, Name):
        return first, tokens[1:]
    if first == "(":
        inner, rest = _sum(tokens[1:])
        return (inner, rest[1:]) if rest and rest[0] == ")" else (None, rest)
    return None, tokens


def names(tree: Expression) -> tuple[Name, ...]:
    """The labels in a formula, in order."""
    match tree:
        case Name():
            return (tree,)
        case Number() | Ref():
            return ()
        case Size(operand):
            return names(operand)
        case Binary(_, left, right):
            return names(left) + names(right)
    assert_never(tree)


def refs(tree: Expression) -> tuple[Ref, ...]:
    """The cells in a formula, in order."""
    match tree:
        case Ref():
            return (tree,)
        case Number() | Name():
            return ()
        case Size(operand):
            return refs(operand)
        case Binary(_, left, right):
            return refs(left) + refs(right)
    assert_never(tree)


def replace(tree: Expression, by: Callable[[Name], Expression]) -> Expression:
    """The tree with every label replaced."""
    match tree:
        case Name():
            return by(tree)
        case Number() | Ref():
            return tree
        case Size(operand):
            return Size(replace(operand, by))
        case Binary(operator, left, right):
            return Binary(operator, replace(left, by), replace(right, by))
    assert_never(tree)


def placed(tree: Expression, by: Callable[[Ref], Ref]) -> Expression:
    """The tree with every cell moved."""
    match tree:
        case Ref():
            return by(tree)
        case Number() | Name():
            return tree
        case Size(operand):
            return Size(placed(operand, by))
        case Binary(operator, left, right):
            return Binary(operator, placed(left, by), placed(right, by))
    assert_never(tree)


Weights: TypeAlias = Mapping[Ref, Fraction]


def linear(tree: Expression) -> tuple[Weights, Fraction] | None:
    """The weight of each cell and the constant, where the formula is a sum of multiples; else None."""
    match tree:
        case Number(value):
            return {}, value
        case Ref():
            return {tree: Fraction(1)}, Fraction(0)
        case Name() | Size():
            return None
        case Binary(operator, left, right):
            first, second = linear(left), linear(right)
            if first is None or second is None:
                return None
            match operator:
                case Operator.PLUS:
                    return _added(first, second, Fraction(1))
                case Operator.MINUS:
                    return _added(first, second, Fraction(-1))
                case Operator.TIMES:
                    if not first[0]:
                        return _scaled(second, first[1])
                    return _scaled(first, second[1]) if not second[0] else None
                case Operator.OVER:
                    return _scaled(first, 1 / second[1]) if not second[0] and second[1] else None
            assert_never(operator)
    assert_never(tree)


def degree(tree: Expression) -> int | None:
    """How many cells are multiplied in each part of a sum: 1 for a difference, 2 for number times price.

    None where parts differ (`Pris + 1`), or where a cell divides: sums of rows are then no sums of their figures.
    """
    match tree:
        case Number():
            return 0
        case Ref():
            return 1
        case Name() | Size():
            return None
        case Binary(operator, left, right):
            first, second = degree(left), degree(right)
            if first is None or second is None:
                return None
            match operator:
                case Operator.PLUS | Operator.MINUS:
                    # What begins with a minus is less than nothing.
                    return second if first == second or left == Number(Fraction(0)) else None
                case Operator.TIMES:
                    return first + second
                case Operator.OVER:
                    return None if second else first
            assert_never(operator)
    assert_never(tree)


def _added(
    first: tuple[Weights, Fraction], second: tuple[Weights, Fraction], sign: Fraction
) -> tuple[Weights, Fraction]:
    weights = dict(first[0])
    for ref, weight in second[0].items():
        weights[ref] = weights.get(ref, Fraction(0)) + sign * weight
    return weights, first[1] + sign * second[1]


def _scaled(form: tuple[Weights, Fraction], by: Fraction) -> tuple[Weights, Fraction]:
    return {ref: weight * by for ref, weight in form[0].items()}, form[1] * by


@dataclass(frozen=True, slots=True)
class Range:
    """A value with the lowest and the highest that rounding lets it stand for."""

    value: Fraction
    low: Fraction
    high: Fraction


def evaluate(tree: Expression, at: Callable[[Ref], Range]) -> Range | None:
    """The value of a formula and its range by interval arithmetic; None where a divisor may be zero."""
    match tree:
        case Number(value):
            return Range(value, value, value)
        case Ref():
            return at(tree)
        case Name():
            return None
        case Size(operand):
            inner = evaluate(operand, at)
            if inner is None:
                return None
            ends = (abs(inner.low), abs(inner.high))
            spans_zero = inner.low <= 0 <= inner.high
            return Range(abs(inner.value), Fraction(0) if spans_zero else min(ends), max(ends))
        case Binary(operator, left, right):
            first, second = evaluate(left, at), evaluate(right, at)
            return None if first is None or second is None else _applied(operator, first, second)
    assert_never(tree)


def _applied(operator: Operator, a: Range, b: Range) -> Range | None:
    match operator:
        case Operator.PLUS:
            return Range(a.value + b.value, a.low + b.low, a.high + b.high)
        case Operator.MINUS:
            return Range(a.value - b.value, a.low - b.high, a.high - b.low)
        case Operator.TIMES:
            ends = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
            return Range(a.value * b.value, min(ends), max(ends))
        case Operator.OVER:
            if b.low <= 0 <= b.high:
                return None
            ends = (a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high)
            return Range(a.value / b.value, min(ends), max(ends))
    assert_never(operator)
