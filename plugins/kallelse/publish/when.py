"""The sittings of a meeting turned into its days and times in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

from kallelse.locale import dates
from kallelse.locale.site import Words
from kallelse.model.meeting import Meeting, Sitting
from kallelse.model.record import HeldSitting
from kallelse.model.settings import Language


@cache
def day(date: dt.date, language: Language) -> str:
    """`26 september 2022`."""
    return dates.day(date, language)


@cache
def weekday_day(date: dt.date, language: Language) -> str:
    """`måndag 26 september 2022`."""
    return dates.weekday_day(date, language)


@cache
def weekday(date: dt.date, language: Language) -> str:
    """`måndag`."""
    return dates.weekday(date, language)


@cache
def month(date: dt.date, language: Language) -> str:
    """`september 2022`."""
    return dates.day(date, language).split(" ", 1)[1]


def capital(text: str) -> str:
    """`text` with a capital first, the rest as it is."""
    return text[:1].upper() + text[1:]


def days(meeting: Meeting, language: Language) -> str:
    """`26 september 2022`; over several days `26–27 september 2022`, `30 september–1 oktober 2022`."""
    first, last = _first_and_last(meeting)
    if first == last:
        return day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, language)}"
    if first.year == last.year:
        return f"{day(first, language).removesuffix(f' {first.year}')}–{day(last, language)}"
    return f"{day(first, language)}–{day(last, language)}"


def weekday_days(meeting: Meeting, language: Language) -> str:
    """`måndag 26 september 2022`; over several days as `days`."""
    first, last = _first_and_last(meeting)
    return weekday_day(first, language) if first == last else days(meeting, language)


def clock(sitting: Sitting, words: Words) -> str:
    """`kl. 13.15`, `kl. 13.15–16.00`; a sitting past midnight says its start alone."""
    return words.clock.format(time=_time(sitting, words.language))


def clock_alone(sitting: Sitting, words: Words) -> str:
    """The same where nothing stands before it: `Kl. 13.15`."""
    return words.clock_alone.format(time=_time(sitting, words.language))


def _time(sitting: Sitting, language: Language) -> str:
    time = dates.clock(sitting.start, language)
    if sitting.end is not None and sitting.end.date() == sitting.start.date():
        return f"{time}–{dates.clock(sitting.end, language)}"
    return time


def times(meeting: Meeting, words: Words) -> tuple[str, ...]:
    """The time of each sitting, each with its day where the meeting has several days."""
    first, last = _first_and_last(meeting)
    if first == last:
        return tuple(clock(sitting, words) for sitting in meeting.sittings)
    return tuple(f"{day(each.start.date(), words.language)} {clock(each, words)}" for each in meeting.sittings)


def times_alone(meeting: Meeting, words: Words) -> tuple[str, ...]:
    """The same where nothing stands before them."""
    first, last = _first_and_last(meeting)
    return tuple(clock_alone(each, words) for each in meeting.sittings) if first == last else times(meeting, words)


def day_and_times(meeting: Meeting, words: Words) -> str:
    """`Måndag 26 september 2022 kl. 13.15`; over several days the time of each sitting, which says its day."""
    first, last = _first_and_last(meeting)
    told = "; ".join(times(meeting, words))
    return f"{capital(weekday_day(first, words.language))} {told}" if first == last else told


def held_times(sittings: Iterable[HeldSitting], meeting: Meeting, words: Words) -> tuple[str, ...]:
    """The same of sittings as they were held, with places of their own; with their days unless all is of one day."""
    found = tuple(sittings)
    days_held, days_called = ({each.start.date() for each in several} for several in (found, meeting.sittings))
    is_one_day = len(days_held | days_called) == 1
    return tuple(_held(each, words, is_dated=not is_one_day) for each in found)


def _held(one: HeldSitting, words: Words, *, is_dated: bool) -> str:
    sitting, language = Sitting(one.start, one.end), words.language
    said = f"{day(one.start.date(), language)} {clock(sitting, words)}" if is_dated else clock_alone(sitting, words)
    if one.end is not None and one.end.date() != one.start.date():
        said += f" – {day(one.end.date(), language)} {words.clock.format(time=dates.clock(one.end, language))}"
    return f"{said}, {one.place}" if one.place else said


def _first_and_last(meeting: Meeting) -> tuple[dt.date, dt.date]:
    return meeting.sittings[0].start.date(), meeting.sittings[-1].start.date()
