"""Days and times of the municipality's clock turned into moments with their distance from UTC (RFC 3339)."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Stockholm")


@cache
def instant(time: dt.date) -> str:
    """`2022-09-26T13:15:00+02:00`; a day without a time is told by its first moment."""
    moment = time if isinstance(time, dt.datetime) else dt.datetime.combine(time, dt.time())
    return moment.replace(tzinfo=_ZONE).isoformat(timespec="seconds")
