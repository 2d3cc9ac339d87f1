"""Days and times of the clock in words, the same on every machine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words within a text, those of the Unicode CLDR without points: days of the week from Monday."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]


WORDS: Mapping[Language, Words] = {
    "sv": Words(
        (
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ),
        ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"),
        ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    ),
    "en": Words(
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ),
}


def day(date: dt.date, language: Language) -> str:
    """`26 september 2022`."""
    return f"{date.day} {WORDS[language].months[date.month - 1]} {date.year}"


def short_day(date: dt.date, language: Language) -> str:
    """`26 sep`, for narrow places where the year stands beside."""
    return f"{date.day} {WORDS[language].short_months[date.month - 1]}"


def weekday(date: dt.date, language: Language) -> str:
    """`måndag`."""
    return WORDS[language].weekdays[date.weekday()]


def weekday_day(date: dt.date, language: Language) -> str:
    """`måndag 26 september 2022`."""
    return f"{weekday(date, language)} {day(date, language)}"


def clock(time: dt.datetime | dt.time, language: Language) -> str:
    """`13.15` in Swedish, `13:15` in English."""
    return f"{time.hour:02d}{'.' if language == 'sv' else ':'}{time.minute:02d}"


def iso(date: dt.date) -> str:
    """`2022-09-26`."""
    return date.isoformat()
