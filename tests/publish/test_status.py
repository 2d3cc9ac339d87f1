"""How far a meeting has come on a day: planned, called, held, adjusted, called off."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.meeting import Meeting, MeetingStatus, Sitting
from kallelse.model.record import Adjustment, ParagraphSet
from kallelse.publish.status import Status, is_to_come, last_day, status

from tests.publish import records
from tests.publish.archives import GSN, meeting

_EVENING, _NIGHT = dt.datetime(2022, 9, 26, 22), dt.datetime(2022, 9, 27, 1)


def late(*adjusted: dt.date | None, **fields: object) -> Meeting:
    """A meeting that goes on past midnight, with a set of minutes for each day of adjustment."""
    sets = tuple(ParagraphSet((number,), adjustment=Adjustment(day)) for number, day in enumerate(adjusted, start=21))
    minutes = replace(records.minutes(), sets=sets) if sets else None
    return meeting(GSN, "2022-09-26", sittings=(Sitting(_EVENING, _NIGHT),), minutes=minutes, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "day", "told"),
    [
        (late(issued=None), 19, Status.PLANNED),
        (late(), 18, Status.PLANNED),
        (late(), 19, Status.CALLED),
        (late(), 27, Status.CALLED),
        (late(), 28, Status.HELD),
        (late(dt.date(2022, 9, 26)), 26, Status.ADJUSTED),
        (late(dt.date(2022, 9, 26)), 25, Status.CALLED),
        (late(dt.date(2022, 9, 26), None), 26, Status.HELD),
        (late(dt.date(2022, 9, 26), dt.date(2022, 9, 29)), 28, Status.HELD),
        (late(dt.date(2022, 9, 26), dt.date(2022, 9, 29)), 29, Status.ADJUSTED),
        (late(status=MeetingStatus.CANCELLED), 28, Status.CANCELLED),
        (late(status=MeetingStatus.POSTPONED), 19, Status.POSTPONED),
    ],
)
def test_a_meeting_past_midnight_is_held_from_the_day_after_it_ends_or_once_it_is_adjusted(
    one: Meeting, day: int, told: Status
) -> None:
    assert status(one, dt.date(2022, 9, day)) is told
    assert is_to_come(one, dt.date(2022, 9, day)) is (told in {Status.PLANNED, Status.CALLED})
    assert last_day(one) == _NIGHT.date()
