"""A meeting that was moved turned into the days on which it was to be held before."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping
from dataclasses import replace

from kallelse.model.address import day_of_folder
from kallelse.model.meeting import Meeting, Sitting


def former_days(meeting: Meeting) -> tuple[dt.date, ...]:
    """The days on which a meeting was to be held before it was moved, the first one first."""
    found = (day_of_folder(name) for name in meeting.moved_from)
    return tuple(dict.fromkeys(day for day in found if day is not None and day != meeting.date))


def as_called(meeting: Meeting) -> Meeting:
    """The meeting on the day for which it was called when its packet went out first."""
    day = day_of_folder(meeting.issues[0].meeting) if meeting.issues else None
    if day is None or day == meeting.date:
        return meeting
    later = day - meeting.date
    sittings = (
        Sitting(each.start + later, None if each.end is None else each.end + later) for each in meeting.sittings
    )
    return replace(meeting, sittings=tuple(sittings))


def days_of_moves(meeting: Meeting) -> Mapping[dt.date, tuple[dt.date, dt.date]]:
    """From which day to which a meeting was moved after its packet went out, by the day on which that was declared."""
    names = [(issue.date, issue.meeting) for issue in meeting.issues if issue.meeting]
    found: dict[dt.date, tuple[dt.date, dt.date]] = {}
    for (since, before), (until, after) in itertools.pairwise([*names, (dt.date.max, meeting.folder)]):
        old, new = day_of_folder(before), day_of_folder(after)
        declared = [each.date for each in meeting.changes if each.path == meeting.path and since <= each.date <= until]
        if declared and old is not None and new is not None and old != new:
            found[max(declared)] = (old, new)
    return found
