"""A meeting and a day turned into how far the meeting has come."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import assert_never

from kallelse.model.meeting import Meeting, MeetingStatus


class Status(Enum):
    """How far a meeting has come on a given day."""

    PLANNED = "planned"
    CALLED = "called"
    HELD = "held"
    ADJUSTED = "adjusted"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


def status(meeting: Meeting, as_of: dt.date) -> Status:
    """Cancelled or postponed if typed; called once issued; held from the day after its last sitting.

    It is held, too, once a set of its minutes is adjusted on the day of its last sitting or after that, and adjusted
    once all are.
    """
    match meeting.status:
        case MeetingStatus.CANCELLED:
            return Status.CANCELLED
        case MeetingStatus.POSTPONED:
            return Status.POSTPONED
        case MeetingStatus.CALLED:
            pass
        case never:
            assert_never(never)
    sets = () if meeting.minutes is None else meeting.minutes.sets
    days = [one.adjustment.date for one in sets if one.is_adjusted(as_of)]
    # What is adjusted at once on the first of several days does not end the meeting.
    ended = meeting.sittings[-1].start.date()
    if last_day(meeting) < as_of or any(day is not None and day >= ended for day in days):
        return Status.ADJUSTED if days and len(days) == len(sets) else Status.HELD
    if meeting.issued is not None and meeting.issued <= as_of:
        return Status.CALLED
    return Status.PLANNED


def last_day(meeting: Meeting) -> dt.date:
    """The day the last sitting ends, or starts where no end is said."""
    last = meeting.sittings[-1]
    return (last.end or last.start).date()


def is_to_come(meeting: Meeting, as_of: dt.date) -> bool:
    """Whether the meeting is still to be held on the day `as_of`, that day included."""
    return status(meeting, as_of) in (Status.PLANNED, Status.CALLED)
