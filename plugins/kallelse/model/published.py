"""An archive turned into what of it is public on a day: an unissued meeting is its date, time and place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.meeting import Meeting
from kallelse.model.record import Minutes
from kallelse.model.text import Body


def published(archive: Archive, as_of: dt.date) -> Archive:
    """The archive as everyone may read it on the day `as_of`."""
    return replace(
        archive,
        committees=tuple(
            replace(committee, meetings=tuple(_published(meeting, as_of) for meeting in committee.meetings))
            for committee in archive.committees
        ),
    )


def _adjusted(minutes: Minutes, as_of: dt.date) -> Minutes | None:
    """What of minutes is adjusted: before that they are nobody's record (TF 2 kap. 10 §)."""
    if minutes.is_notes:
        return minutes
    sets = tuple(one for one in minutes.sets if one.is_adjusted(as_of))
    if not sets:
        return None
    numbers = {number for one in sets for number in one.numbers}
    whole = len(sets) == len(minutes.sets)
    return replace(
        minutes,
        sets=sets,
        paragraphs=tuple(each for each in minutes.paragraphs if each.number in numbers),
        corrections=tuple(
            each
            for each in minutes.corrections
            if each.date <= as_of and (not each.paragraph or each.paragraph in numbers)
        ),
        body=minutes.body if whole else Body(),
        preamble=minutes.preamble if whole else Body(),
    )


def _published(meeting: Meeting, as_of: dt.date) -> Meeting:
    if meeting.is_issued(as_of):
        if meeting.minutes is None:
            return meeting
        return replace(meeting, minutes=_adjusted(meeting.minutes, as_of))
    return Meeting(
        path=meeting.path,
        folder=meeting.folder,
        address=meeting.address,
        packet=meeting.packet,
        committee=meeting.committee,
        sittings=meeting.sittings,
        place=meeting.place,
        status=meeting.status,
        status_note=meeting.status_note,
    )
