"""Days and times of the clock in words, the same on every machine."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from kallelse.model.settings import Language


def day(date: dt.date, language: Language) -> str:
    """`26 september 2022`."""
    return format_date(date, "d MMMM y", locale=language)


def short_day(date: dt.date, language: Language) -> str:
    """`26 sep`, for narrow places where the year stands beside."""
    return format_date(date, "d MMM", locale=language).rstrip(".")


def weekday(date: dt.date, language: Language) -> str:
    """`måndag`."""
    return format_date(date, "EEEE", locale=language)


def weekday_day(date: dt.date, language: Language) -> str:
    """`måndag 26 september 2022`."""
    return format_date(date, "EEEE d MMMM y", locale=language)


def clock(time: dt.datetime | dt.time, language: Language) -> str:
    """`13.15` in Swedish, `13:15` in English."""
    return f"{time.hour:02d}{'.' if language == 'sv' else ':'}{time.minute:02d}"


def iso(date: dt.date) -> str:
    """`2022-09-26`."""
    return date.isoformat()
