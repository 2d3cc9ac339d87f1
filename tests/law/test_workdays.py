from __future__ import annotations

import datetime as dt

import pytest
from kallelse.law.workdays import YEARS, is_workday, next_workday, workday_before

from tests.law.calendar import easter, holidays, no_workdays

_DAY = dt.timedelta(1)


def test_easter_falls_where_calendars_had_it() -> None:
    printed = ["1990-04-15", "2008-03-23", "2011-04-24", "2019-04-21", "2022-04-17", "2024-03-31", "2025-04-20"]
    assert [easter(int(day[:4])).isoformat() for day in printed] == printed
    late_and_corrected = ["1954-04-18", "1981-04-19", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28"]
    assert [easter(int(day[:4])).isoformat() for day in late_and_corrected] == late_and_corrected


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2022-06-24", "midsommarafton"),
        ("2020-06-19", "midsommarafton"),
        ("2022-06-25", "midsommardagen"),
        ("2026-06-20", "midsommardagen"),
        ("2022-11-05", "alla helgons dag"),
        ("2020-10-31", "alla helgons dag"),
        ("2022-05-26", "Kristi himmelsfärdsdag"),
        ("2004-05-31", "annandag pingst"),
        ("2005-06-06", "nationaldagen"),
    ],
)
def test_a_holiday_falls_where_calendars_had_it(day: str, name: str) -> None:
    assert holidays(int(day[:4]))[name] == dt.date.fromisoformat(day)


@pytest.mark.parametrize("year", YEARS)
def test_the_workdays_of_a_year_are_those_that_the_law_leaves(year: int) -> None:
    first = dt.date(year, 1, 1)
    days = [first + n * _DAY for n in range((dt.date(year, 12, 31) - first).days + 1)]
    assert {day for day in days if not is_workday(day)} == no_workdays(year)


@pytest.mark.parametrize(
    ("day", "workday"),
    [
        ("2022-04-14", True),  # Maundy Thursday
        ("2022-01-05", True),  # the day before Epiphany
        ("2021-04-30", True),  # Walpurgis Night
        ("2022-05-27", True),  # between Ascension Day and a Saturday
        ("2021-11-05", True),  # the day before All Saints' Day
        ("2022-12-23", True),
        ("2004-06-07", True),
        ("2005-05-16", True),  # Whit Monday, since it is none
        ("2004-05-31", False),  # Whit Monday while it was one
        ("2001-06-06", True),  # National Day, before it was a holiday
        ("2018-06-06", False),
        ("2021-12-24", False),
        ("2021-12-31", False),
        ("2021-06-25", False),
        ("2022-10-15", False),
        ("2022-10-16", False),
    ],
)
def test_days_that_calendars_differ_about(day: str, workday: bool) -> None:
    assert is_workday(dt.date.fromisoformat(day)) is workday


@pytest.mark.parametrize(
    ("day", "after", "before"),
    [
        ("2022-10-12", "2022-10-12", "2022-10-11"),
        ("2022-12-24", "2022-12-27", "2022-12-23"),
        ("2022-12-31", "2023-01-02", "2022-12-30"),
        ("2024-03-29", "2024-04-02", "2024-03-28"),
        ("2024-04-02", "2024-04-02", "2024-03-28"),
        ("2025-12-24", "2025-12-29", "2025-12-23"),
    ],
)
def test_the_workdays_around_a_day(day: str, after: str, before: str) -> None:
    given = dt.date.fromisoformat(day)
    assert next_workday(given).isoformat() == after
    assert workday_before(given).isoformat() == before


@pytest.mark.parametrize("day", [dt.date(1989, 12, 29), dt.date(2101, 1, 3), dt.date.max])
def test_a_year_whose_holidays_are_not_known_is_refused(day: dt.date) -> None:
    with pytest.raises(ValueError, match="not known"):
        is_workday(day)
