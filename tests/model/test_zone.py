"""Moments with their distance from UTC: right in summer and winter, and on the days on which clocks change."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.zone import instant, local_day


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (dt.date(2022, 9, 26), "2022-09-26T00:00:00+02:00"),
        (dt.date(2022, 11, 28), "2022-11-28T00:00:00+01:00"),
        (dt.datetime(2022, 3, 27, 1, 59), "2022-03-27T01:59:00+01:00"),
        (dt.datetime(2022, 3, 27, 3, 0), "2022-03-27T03:00:00+02:00"),
        (dt.datetime(2022, 10, 30, 1, 59), "2022-10-30T01:59:00+02:00"),
        (dt.datetime(2022, 10, 30, 3, 0), "2022-10-30T03:00:00+01:00"),
        (dt.datetime(2022, 9, 26, 13, 15), "2022-09-26T13:15:00+02:00"),
        (dt.datetime(2022, 9, 26), "2022-09-26T00:00:00+02:00"),
    ],
)
def test_a_moment_is_told_as_the_clock_of_the_municipality_has_it(time: dt.date, said: str) -> None:
    assert instant(time) == said


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1)))
def test_whatever_the_moment_the_clock_stays_as_it_was_typed(time: dt.datetime) -> None:
    whole = time.replace(second=0, microsecond=0)
    assert dt.datetime.fromisoformat(instant(whole)).replace(tzinfo=None) == whole


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2022-09-26T21:59:59+00:00", "2022-09-26"),
        ("2022-09-26T22:00:00+00:00", "2022-09-27"),
        ("2022-12-31T23:00:00+00:00", "2023-01-01"),
        ("2022-09-27T09:30:00+12:00", "2022-09-26"),
    ],
)
def test_the_day_is_that_of_a_swedish_municipality(at: str, day: str) -> None:
    assert local_day(dt.datetime.fromisoformat(at)) == dt.date.fromisoformat(day)
