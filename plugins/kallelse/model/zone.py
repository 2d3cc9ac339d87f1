"""Days and local times of a Swedish municipality turned into moments, which all the world counts alike."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Stockholm")


def moment(local: dt.datetime) -> dt.datetime:
    """A local time with how far it is from UTC; of an hour that the clocks repeat, the first."""
    return local.replace(tzinfo=_ZONE)


def midnight(day: dt.date) -> dt.datetime:
    """The moment at which a day begins."""
    return moment(dt.datetime.combine(day, dt.time()))


def local_day(at: dt.datetime) -> dt.date:
    """The day that it is at a moment."""
    return at.astimezone(_ZONE).date()


@cache
def instant(time: dt.date) -> str:
    """`2022-09-26T13:15:00+02:00` (RFC 3339); a day without a time is told by its first moment."""
    return (moment(time) if isinstance(time, dt.datetime) else midnight(time)).isoformat(timespec="seconds")
