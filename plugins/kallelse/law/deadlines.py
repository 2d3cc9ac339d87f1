"""The days of a meeting, its adjustment and its postings turned into deadlines with the provisions they come from.

None means that no day can be said: not all boards have the notice yet, or the law of that time is not known here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from kallelse.law.workdays import YEARS, next_workday, workday_before
from kallelse.model.law import Appeal, Provision

# Kommunallagen (2017:725) came into force; the one before says much the same in other sections.
_FIRST = dt.date(2018, 1, 1)
# A deadline may end in the year after.
_LAST = dt.date(YEARS[-1] - 1, 12, 31)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, and the provisions that made it this day, in the order in which they applied."""

    day: dt.date
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class PersonalTime:
    """A time that runs from when each person concerned learnt of the decision; so it has no day that could be shown."""

    weeks: int
    provisions: tuple[Provision, ...]


def latest_adjustment(last_day: dt.date, *, council: bool) -> Deadline | None:
    """The last day to adjust the minutes of a meeting, 14 days after its last day.

    Not moved to a workday: whoever keeps this day is in time however the law is read.
    """
    provisions = (Provision.KL_5_69,) if council else (Provision.KL_6_35, Provision.KL_5_69)
    return _deadline(last_day, dt.timedelta(days=14), provisions)


def latest_announcement(adjusted: dt.date) -> Deadline | None:
    """The last day to announce an adjustment, the second after it; not moved to a workday, as an adjustment is not."""
    return _deadline(adjusted, dt.timedelta(days=2), (Provision.KL_8_12,))


def time_to_appeal(track: Appeal, postings: Sequence[dt.date | None]) -> Deadline | PersonalTime | None:
    """When the time to appeal a decision ends: one day for all, a time of each person's own, or never begun.

    `postings` are the days on which the adjustment was announced, one for each board that must have it, None for a
    board that has it not yet.
    """
    match track:
        case Appeal.MUNICIPAL:
            return _last_day_of_appeal(postings)
        case Appeal.ADMINISTRATIVE:
            return PersonalTime(3, (Provision.FL_43, Provision.FL_44))
        case Appeal.NONE:
            return None
    assert_never(track)


def notice_down(postings: Sequence[dt.date | None]) -> Deadline | None:
    """The first day on which the notice of an adjustment may be gone, the one after the last day of appeal.

    The same whatever the tracks of the decisions it tells of: it stays for those that any member may appeal.
    """
    appeal = _last_day_of_appeal(postings)
    if appeal is None:
        return None
    return Deadline(appeal.day + dt.timedelta(days=1), (Provision.KL_8_12, *appeal.provisions))


def latest_council_announcement(first_day: dt.date) -> Deadline | None:
    """The last day to announce a meeting of the council, at least one week before the day on which it begins.

    That is the day of the same name in the week before. The law that says it gives no other way to count, and by Lag
    (1930:173) 1 § a week from a Monday ends on the Monday after: a meeting on that day is a week away, not less. It is
    not moved where it is no workday: 2 § of the same law would make the week shorter that it is meant to keep whole.
    """
    return _deadline(first_day, -dt.timedelta(weeks=1), (Provision.KL_5_13, Provision.TIME_1))


def latest_urgent_announcement(first_day: dt.date) -> Deadline | None:
    """The last day to announce an urgent case of the council, the weekday before the meeting.

    Taken for the workday before, so that a Saturday, which some call a weekday, is no excuse.
    """
    if not _is_known(first_day):
        return None
    return Deadline(workday_before(first_day), (Provision.KL_5_14,))


def latest_council_call(first_day: dt.date) -> Deadline | None:
    """The last day to call members and deputies of the council, counted as for the announcement of the meeting."""
    return _deadline(first_day, -dt.timedelta(weeks=1), (Provision.KL_5_15, Provision.TIME_1))


def _last_day_of_appeal(postings: Sequence[dt.date | None]) -> Deadline | None:
    """Three weeks from when all boards have the notice, to the day of the same name, moved where it is no workday."""
    days = [day for day in postings if day is not None and _is_known(day)]
    if not days or len(days) < len(postings):
        return None
    named = max(days) + dt.timedelta(weeks=3)
    last = next_workday(named)
    boards = (Provision.KL_9_32,) if len(days) > 1 else ()
    moved = (Provision.TIME_2,) if last != named else ()
    return Deadline(last, (Provision.KL_13_5, *boards, Provision.TIME_1, *moved))


def _deadline(start: dt.date, distance: dt.timedelta, provisions: tuple[Provision, ...]) -> Deadline | None:
    return Deadline(start + distance, provisions) if _is_known(start) else None


def _is_known(day: dt.date) -> bool:
    return _FIRST <= day <= _LAST
