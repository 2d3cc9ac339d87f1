"""The day a build is asked for: from what was asked, the environment, or the sources' last commit."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kallelse.model.finding import Finding
from kallelse.read.history import read_last_day


class NoDayError(Exception):
    """A day that was asked for in a form that is none."""


# What the time stamps of compressed files can tell (RFC 1952, 2.3.1), and no earlier than those of ZIP.
_YEARS = range(1980, 2106)


def day_of(asked: str, epoch: str, root: Path) -> tuple[dt.date | None, tuple[Finding, ...]]:
    """The day `asked` (YYYY-MM-DD), else of `epoch` (seconds, UTC), else of the last commit; None if there is none.

    A finding tells why the commits of a repository are not known.
    """
    if asked:
        try:
            day = dt.date.fromisoformat(asked)
        except ValueError:
            raise NoDayError(asked) from None
        if day.year not in _YEARS:
            raise NoDayError(asked)
        return day, ()
    if epoch:
        try:
            day = dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise NoDayError(epoch) from None
        if day.year not in _YEARS:
            raise NoDayError(epoch)
        return day, ()
    return read_last_day(root)


def epoch_of(day: dt.date) -> str:
    """The first second of the day (UTC), as SOURCE_DATE_EPOCH wants it."""
    return str(int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()))
