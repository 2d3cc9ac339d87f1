"""The days that are no workdays by Lag (1930:173) 2 § and Lag (1989:253), reckoned without the package of holidays."""

from __future__ import annotations

import datetime as dt

SATURDAY, SUNDAY = 5, 6


def easter(year: int) -> dt.date:
    """Easter Sunday by the first full moon of spring in the church's tables: golden number, century, epact."""
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_years_left_out = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - leap_years_left_out) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full = 44 - epact
    if full < 21:
        full += 30
    march = dt.date(year, 3, 1) + dt.timedelta(full - 1)
    return march + dt.timedelta(7 - (march.weekday() + 1) % 7)


def no_workdays(year: int) -> set[dt.date]:
    first = dt.date(year, 1, 1)
    days = [first + dt.timedelta(n) for n in range(366) if (first + dt.timedelta(n)).year == year]
    return {day for day in days if day.weekday() in (SATURDAY, SUNDAY)} | set(holidays(year).values())


def holidays(year: int) -> dict[str, dt.date]:
    """By name, with the three eves that count as Sundays."""
    sunday = easter(year)
    midsummer = _saturday_from(dt.date(year, 6, 20))
    return {
        "nyårsdagen": dt.date(year, 1, 1),
        "trettondedag jul": dt.date(year, 1, 6),
        "långfredagen": sunday - dt.timedelta(2),
        "påskdagen": sunday,
        "annandag påsk": sunday + dt.timedelta(1),
        "första maj": dt.date(year, 5, 1),
        "Kristi himmelsfärdsdag": sunday + dt.timedelta(39),
        "pingstdagen": sunday + dt.timedelta(49),
        **({"nationaldagen": dt.date(year, 6, 6)} if year >= 2005 else {"annandag pingst": sunday + dt.timedelta(50)}),
        "midsommarafton": midsummer - dt.timedelta(1),
        "midsommardagen": midsummer,
        "alla helgons dag": _saturday_from(dt.date(year, 10, 31)),
        "julafton": dt.date(year, 12, 24),
        "juldagen": dt.date(year, 12, 25),
        "annandag jul": dt.date(year, 12, 26),
        "nyårsafton": dt.date(year, 12, 31),
    }


def _saturday_from(day: dt.date) -> dt.date:
    return day + dt.timedelta((SATURDAY - day.weekday()) % 7)
