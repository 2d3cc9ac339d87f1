"""An archive turned into what of it is public on a day: agendas that are issued, records that are adjusted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.meeting import Meeting
from kallelse.model.presence import Share
from kallelse.model.record import Attendance, Attendee, Minutes, Paragraph, ParagraphSet
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


def _published(meeting: Meeting, as_of: dt.date) -> Meeting:
    minutes = None if meeting.minutes is None else adjusted(meeting.minutes, as_of)
    # What has an adjusted record was called, whether or not anybody wrote down when.
    if meeting.is_issued(as_of) or (meeting.issued is None and minutes is not None):
        return meeting if minutes is meeting.minutes else replace(meeting, minutes=minutes)
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
        moved_from=meeting.moved_from,
    )


def adjusted(minutes: Minutes, as_of: dt.date) -> Minutes | None:
    """What of the minutes is a public record on the day `as_of` (TF 2 kap. 10 §); None where nothing is.

    A set that is not adjusted leaves its numbers alone. While there is one, only who attended what is adjusted is told,
    and nothing of what is said of the meeting as a whole. Notes beside minutes, which nobody adjusts, are public once
    the meeting they tell of is closed.
    """
    if minutes.is_notes:
        return minutes if minutes.is_public(as_of) else None
    done = [one for one in minutes.sets if one.is_adjusted(as_of)]
    corrections = tuple(one for one in minutes.corrections if one.date <= as_of)
    if len(done) == len(minutes.sets) > 0:
        return minutes if corrections == minutes.corrections else replace(minutes, corrections=corrections)
    numbers = {number for one in done for number in one.numbers}
    paragraphs = tuple(each for each in minutes.paragraphs if each.number in numbers)
    if not paragraphs:
        return None
    attendance = minutes.attendance
    return replace(
        minutes,
        closed=None,
        sittings=(),
        chairs=_attending(minutes, minutes.chairs, paragraphs),
        secretaries=_attending(minutes, minutes.secretaries, paragraphs),
        attendance=Attendance(
            *(
                _attending(minutes, group, paragraphs)
                for group in (attendance.members, attendance.serving, attendance.deputies, attendance.others)
            )
        ),
        adjournments=tuple(each for each in minutes.adjournments if each.paragraph in numbers),
        numbering="",
        sets=tuple(one if one in done else ParagraphSet(one.numbers) for one in minutes.sets),
        paragraphs=paragraphs,
        corrections=tuple(one for one in corrections if one.paragraph in numbers),
        body=Body(),
        preamble=Body(),
    )


def _attending(minutes: Minutes, people: Iterable[Attendee], paragraphs: tuple[Paragraph, ...]) -> tuple[Attendee, ...]:
    """Those of `people` who attended any of `paragraphs`, as all of the minutes tell their presence."""
    return tuple(
        one for one in people if any(minutes.share(one, paragraph) is not Share.NONE for paragraph in paragraphs)
    )
