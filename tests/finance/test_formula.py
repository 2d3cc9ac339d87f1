from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.formula import (
    Binary,
    Expression,
    Name,
    Number,
    Operator,
    Range,
    Ref,
    Size,
    evaluate,
    linear,
    names,
    number,
    parse,
    refs,
    replace,
)

from tests.finance.tables import UNHURRIED


def with_values(text: str, values: dict[str, Ref | Number]) -> Expression:
    tree = parse(text)
    assert tree is not None
    return replace(tree, lambda name: values[name.text])


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Prognos − Totalt anslag", ["Prognos", "Totalt anslag"]),
        ("Prognos - Totalt anslag", ["Prognos", "Totalt anslag"]),
        ("Prognos – Totalt anslag", ["Prognos", "Totalt anslag"]),
        ('"Årsbudget" + "Extra beviljat + överfört"', ["Årsbudget", "Extra beviljat + överfört"]),
        ("”Extra + överfört” − Utfall", ["Extra + överfört", "Utfall"]),
        ("IT-center + Januari–augusti", ["IT-center", "Januari–augusti"]),
        ("0,5392·PBB/12", ["0,5392", "PBB", "12"]),
        ("− Kostnader + Intäkter", ["Kostnader", "Intäkter"]),
        ("(2020 + 2021) / 2", ["2020", "2021", "2"]),
    ],
)
def test_labels_are_taken_out_of_a_formula(text: str, labels: list[str]) -> None:
    tree = parse(text)
    assert tree is not None
    assert [name.text for name in names(tree)] == labels


@pytest.mark.parametrize("text", ["", "+", "A +", "A + + B", "(A", "A)", "A B + (", '"A" "B"', "/ A", "()"])
def test_what_is_no_formula_is_none(text: str) -> None:
    assert parse(text) is None


def test_numbers_may_have_comma_point_or_groups() -> None:
    assert number("0,5392") == Fraction("0.5392")
    assert number("1.5") == Fraction("1.5")
    assert number("58 800") == 58800
    assert number("Prognos") is None
    assert number("12 34") is None


def test_products_bind_before_sums_and_brackets_before_both() -> None:
    a, b, c = (Number(Fraction(n)) for n in (2, 3, 4))
    values: dict[str, Ref | Number] = {"A": a, "B": b, "C": c}
    nothing = Range(Fraction(0), Fraction(0), Fraction(0))
    for text, value in [("A + B · C", 14), ("(A + B) · C", 20), ("A − B − C", -5), ("C / A / A", 1), ("−A + B", 1)]:
        result = evaluate(with_values(text, values), lambda _: nothing)
        assert result is not None
        assert result.value == value


def test_a_sum_of_multiples_is_linear_and_a_quotient_of_cells_is_not() -> None:
    a, b = Ref(0, 1), Ref(0, 2)
    values: dict[str, Ref | Number] = {"A": a, "B": b, "3": Number(Fraction(3))}
    assert linear(with_values("(A + B) / 3", values)) == ({a: Fraction(1, 3), b: Fraction(1, 3)}, Fraction(0))
    assert linear(with_values("A − B + A", values)) == ({a: Fraction(2), b: Fraction(-1)}, Fraction(0))
    assert linear(with_values("3 + A", values)) == ({a: Fraction(1)}, Fraction(3))
    assert linear(with_values("A / B", values)) is None
    assert linear(with_values("A · B", values)) is None
    assert linear(Size(a)) is None


def test_a_divisor_that_may_be_zero_gives_nothing() -> None:
    tree = Binary(Operator.OVER, Ref(0, 1), Ref(0, 2))
    near_zero = Range(Fraction(0), Fraction(-1, 20), Fraction(1, 20))
    assert evaluate(tree, lambda _: near_zero) is None


def test_rounding_of_a_quotient_is_the_quotient_of_the_ranges() -> None:
    part = Range(Fraction("0.3"), Fraction("0.25"), Fraction("0.35"))
    whole = Range(Fraction("2.0"), Fraction("1.95"), Fraction("2.05"))
    tree = Binary(Operator.OVER, Ref(0, 1), Size(Ref(0, 2)))
    result = evaluate(tree, lambda ref: part if ref.column == 1 else whole)
    assert result is not None
    assert (result.low, result.high) == (Fraction(25, 205), Fraction(35, 195))


_LEAVES = st.one_of(
    st.integers(-50, 50).map(lambda n: Number(Fraction(n, 7))), st.integers(0, 3).map(lambda n: Ref(0, n))
)
_TREES: st.SearchStrategy[Expression] = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.builds(Size, inner), st.builds(Binary, st.sampled_from(Operator), inner, inner)),
    max_leaves=8,
)
_RANGES = st.lists(st.tuples(st.fractions(-9, 9), st.fractions(0, 1)), min_size=4, max_size=4)


@UNHURRIED
@given(tree=_TREES, cells=_RANGES, at=st.lists(st.fractions(-1, 1), min_size=4, max_size=4))
def test_no_value_within_the_parts_ranges_falls_outside_the_results(
    tree: Expression, cells: list[tuple[Fraction, Fraction]], at: list[Fraction]
) -> None:
    result = evaluate(tree, lambda ref: Range(cells[ref.column][0], *_ends(*cells[ref.column])))
    if result is None:
        return
    assert result.low <= result.value <= result.high
    inside = [value + half * share for (value, half), share in zip(cells, at, strict=True)]
    exact = evaluate(tree, lambda ref: Range(inside[ref.column], inside[ref.column], inside[ref.column]))
    assert exact is not None
    assert result.low <= exact.value <= result.high


def _ends(value: Fraction, half: Fraction) -> tuple[Fraction, Fraction]:
    return value - half, value + half


@UNHURRIED
@given(tree=_TREES, values=st.lists(st.fractions(-9, 9), min_size=4, max_size=4))
def test_the_linear_form_has_the_same_value(tree: Expression, values: list[Fraction]) -> None:
    form = linear(tree)
    result = evaluate(tree, lambda ref: Range(values[ref.column], values[ref.column], values[ref.column]))
    if form is None or result is None:
        return
    weights, constant = form
    assert set(weights) <= set(refs(tree))
    assert sum(weight * values[ref.column] for ref, weight in weights.items()) + constant == result.value


def test_a_label_that_is_not_looked_up_has_no_value() -> None:
    assert linear(Name("Budget")) is None
    assert evaluate(Name("Budget"), lambda _: Range(Fraction(1), Fraction(1), Fraction(1))) is None
