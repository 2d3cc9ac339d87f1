"""The terms of the council: four years from 15 October of the year of election, without gap or overlap."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.law.terms import Term, term_of, terms_between

FIRST = dt.date(2018, 10, 15)
days = st.dates(FIRST, dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2018-10-15", "2018-10-15", "2022-10-14"),
        ("2022-10-14", "2018-10-15", "2022-10-14"),
        ("2022-10-15", "2022-10-15", "2026-10-14"),
        ("2026-01-01", "2022-10-15", "2026-10-14"),
    ],
)
def test_a_term_begins_on_15_october_of_the_year_of_election(day: str, first: str, last: str) -> None:
    expected = Term(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert term_of(dt.date.fromisoformat(day)) == expected


def test_before_the_first_term_of_the_law_of_today_nothing_is_said() -> None:
    assert term_of(FIRST - dt.timedelta(days=1)) is None
    assert terms_between(dt.date(2010, 1, 1), dt.date(2018, 10, 14)) == ()
    assert [term.first.year for term in terms_between(dt.date(2010, 1, 1), dt.date(2024, 5, 1))] == [2018, 2022]


@given(days, days)
def test_terms_hold_every_day_once_and_no_other_is_among_them(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    found = terms_between(first, last)
    assert found[0].first <= first <= found[0].last
    assert found[-1].first <= last <= found[-1].last
    assert all(before.last + dt.timedelta(days=1) == after.first for before, after in pairwise(found))
    assert all(term.first.year % 4 == 2 and term.last.year - term.first.year == 4 for term in found)
