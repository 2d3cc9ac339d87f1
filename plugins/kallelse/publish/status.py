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
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


def status(meeting: Meeting, as_of: dt.date) -> Status:
    """Cancelled or postponed if typed; held from the day after its last sitting; called once issued."""
    match meeting.status:
        case MeetingStatus.CANCELLED:
            return Status.CANCELLED
        case MeetingStatus.POSTPONED:
            return Status.POSTPONED
        case MeetingStatus.CALLED:
            pass
        case never:
            assert_never(never)
    if last_day(meeting) < as_of:
        return Status.HELD
    if meeting.issued is not None and meeting.issued <= as_of:
        return Status.CALLED
    return Status.PLANNED


def last_day(meeting: Meeting) -> dt.date:
    """The day the last sitting ends, or starts where no end is said."""
    last = meeting.sittings[-1]
    return (last.end or last.start).date()


def is_to_come(meeting: Meeting, as_of: dt.date) -> bool:
    """Whether the meeting is still to be held on the day `as_of`, that day included."""
    return meeting.status is MeetingStatus.CALLED and last_day(meeting) >= as_of
