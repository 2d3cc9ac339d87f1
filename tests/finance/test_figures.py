from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.figures import Figure, Flaw, is_dash, parse, printed, rounded, with_unit
from kallelse.model.settings import Language
from kallelse.read.finance.cells import read_cell

from tests.finance.tables import UNHURRIED


@pytest.mark.parametrize(
    ("typed", "value", "decimals"),
    [
        ("0", "0", 0),
        ("43,0", "43.0", 1),
        ("517", "517", 0),
        ("5749,1", "5749.1", 1),
        ("1 016", "1016", 0),
        ("1\u00a0527,1", "1527.1", 1),
        ("1\u202f234\u202f567,89", "1234567.89", 2),
        ("1\u2009016", "1016", 0),
        ("-4,2", "-4.2", 1),
        ("–4,2", "-4.2", 1),
        *((f"{sign}4,2", "-4.2", 1) for sign in "\u2010\u2011\u2012–—−-"),
        ("−4,2", "-4.2", 1),
        ("– 1 452,8", "-1452.8", 1),
        ("+0,6", "0.6", 1),
        ("0,5392", "0.5392", 4),
    ],
)
def test_figures_are_read_however_they_are_typed(typed: str, value: str, decimals: int) -> None:
    found = parse(typed, "sv")
    assert isinstance(found, Figure)
    assert (found.value, found.decimals) == (Decimal(value), decimals)


@pytest.mark.parametrize("typed", ["–0,0", "-0", "−0,00"])
def test_minus_zero_is_zero(typed: str) -> None:
    found = parse(typed, "sv")
    assert isinstance(found, Figure)
    assert not found.value.is_signed()


@pytest.mark.parametrize(
    ("typed", "flaw"),
    [
        ("7, 0", Flaw.BLANKS),
        ("12 34", Flaw.BLANKS),
        ("1 23 456", Flaw.BLANKS),
        ("1.10", Flaw.POINT),
        ("1.234,5", Flaw.POINT),
        ("(34)", Flaw.BRACKETS),
        ("34-", Flaw.TRAILING_MINUS),
        ("34 −", Flaw.TRAILING_MINUS),
        ("1O,5", Flaw.LETTERS),
        ("l2", Flaw.LETTERS),
        ("5,", Flaw.OTHER),
        (",5", Flaw.OTHER),
        ("1,2,3", Flaw.OTHER),
    ],
)
def test_what_is_meant_as_a_figure_but_is_none_says_why(typed: str, flaw: Flaw) -> None:
    assert parse(typed, "sv") is flaw


@pytest.mark.parametrize("typed", ["", "Offert", "20/25 kr", "2022-07-13", "10–20", "031", "Åk 4: 88 %", "*", "-"])
def test_words_dates_codes_and_dashes_are_no_figures(typed: str) -> None:
    assert parse(typed, "sv") is None


def test_a_dash_alone_is_a_dash_of_any_kind() -> None:
    assert all(is_dash(typed) for typed in ("-", "–", "—", "−", " - "))
    assert not any(is_dash(typed) for typed in ("", "--", "-1"))


def test_english_figures_have_a_point_and_commas() -> None:
    assert parse("1,234.5", "en") == Figure(Decimal("1234.5"), 1)
    assert parse("1 234.5", "en") == Figure(Decimal("1234.5"), 1)
    assert isinstance(parse("43,0", "en"), Flaw)
    assert printed(Decimal("-1234.5"), 1, "en") == "−1,234.5"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1234.5", 1, "1\u00a0234,5"),
        ("-4.2", 1, "−4,2"),
        ("1234567", 0, "1\u00a0234\u00a0567"),
        ("-0.04", 1, "0,0"),
        ("0.05", 1, "0,1"),
        ("-0.05", 1, "−0,1"),
        ("2.25", 1, "2,3"),
        ("562.5", 0, "563"),
        ("-562.5", 0, "−563"),
        ("0", 2, "0,00"),
        ("999.95", 1, "1\u00a0000,0"),
    ],
)
def test_figures_are_printed_with_halves_away_from_zero(value: str, decimals: int, text: str) -> None:
    assert printed(Decimal(value), decimals, "sv") == text


def test_a_plus_that_was_typed_is_printed_but_not_before_zero() -> None:
    assert printed(Decimal("0.6"), 1, "sv", plus=True) == "+0,6"
    assert printed(Decimal("0.04"), 1, "sv", plus=True) == "0,0"


def test_a_unit_is_held_to_its_figure() -> None:
    assert with_unit("4,1", "mnkr") == "4,1\u00a0mnkr"
    assert with_unit("4,1", "") == "4,1"


_FIGURES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)


@UNHURRIED
@given(value=_FIGURES, decimals=st.integers(0, 5), language=st.sampled_from(["sv", "en"]))
def test_what_is_printed_is_read_back_as_the_same_figure(value: Decimal, decimals: int, language: Language) -> None:
    found = parse(printed(value, decimals, language), language)
    assert isinstance(found, Figure)
    assert found == Figure(rounded(value, decimals), decimals)


@UNHURRIED
@given(value=st.fractions(), decimals=st.integers(0, 4))
def test_rounding_moves_by_at_most_half_a_unit_and_ties_go_outwards(value: Fraction, decimals: int) -> None:
    unit = Fraction(1, 10**decimals)
    moved = Fraction(rounded(value, decimals)) - value
    assert abs(moved) <= unit / 2
    if abs(moved) == unit / 2:
        assert abs(Fraction(rounded(value, decimals))) > abs(value)
    assert Fraction(rounded(-value, decimals)) == -Fraction(rounded(value, decimals))


@pytest.mark.parametrize(
    ("typed", "value", "unit", "known", "shown"),
    [
        ("7 247 kr/mån", "7247", "kr/mån", "", "7\u00a0247\u00a0kr/mån"),
        ("47,3 %", "47.3", "%", "%", "47,3\u00a0%"),
        ("1,5mnkr", "1.5", "mnkr", "mnkr", "1,5\u00a0mnkr"),
        ("-21,0**", "-21.0", "", "", "−21,0**"),
        ("213,4 %*", "213.4", "%", "%", "213,4\u00a0%*"),
    ],
)
def test_a_cell_may_hold_a_unit_and_footnotes(typed: str, value: str, unit: str, known: str, shown: str) -> None:
    content = read_cell(typed, "sv")
    assert content.figure is not None
    assert content.figure.value == Decimal(value)
    assert (content.unit, content.known, content.shown(None, "sv")) == (unit, known, shown)


@pytest.mark.parametrize("typed", ["3 september", "14 juni", "5 veckor", "20/25 kr", "Offert"])
def test_a_number_before_another_word_is_no_figure(typed: str) -> None:
    assert read_cell(typed, "sv").figure is None
