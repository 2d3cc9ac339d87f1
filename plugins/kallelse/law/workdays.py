"""A day turned into whether the law counts it as a workday, and into the workday it is moved to."""

from __future__ import annotations

import datetime as dt
from functools import cache

YEARS = range(1990, 2101)
"""Outside these the package of holidays knows none, and says nothing."""

_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_FRIDAY = 4


def is_workday(day: dt.date) -> bool:
    """Whether an act of which this is the last day must be done on it.

    Lag (1930:173) 2 §: not on a Saturday, a Sunday, another public holiday, Midsummer's Eve, Christmas Eve or New
    Year's Eve.
    """
    if day.year not in YEARS:
        raise ValueError(f"the holidays of {day.year} are not known")
    return day.weekday() < _SATURDAY and not _is_eve(day) and day not in _public_holidays(day.year)


def next_workday(day: dt.date) -> dt.date:
    """The day itself where it is a workday, otherwise the first one after it."""
    while not is_workday(day):
        day += _DAY
    return day


def workday_before(day: dt.date) -> dt.date:
    """The last workday before a day, which need be none itself."""
    day -= _DAY
    while not is_workday(day):
        day -= _DAY
    return day


def _is_eve(day: dt.date) -> bool:
    # No public holidays by Lag (1989:253), so they do not hang on whether the package takes them for some.
    midsummer = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == _FRIDAY
    return midsummer or (day.month == 12 and day.day in (24, 31))


@cache
def _public_holidays(year: int) -> frozenset[dt.date]:
    """Those of Lag (1989:253) but for ordinary Sundays."""
    # The package takes a third of a second, which a command that counts no days should not wait for.
    from holidays import PUBLIC, country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("SE", years=year, expand=False, categories=PUBLIC, include_sundays=False))
