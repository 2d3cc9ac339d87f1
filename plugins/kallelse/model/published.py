"""An archive turned into what of it is public on a day: an unissued meeting is its date, time and place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.meeting import Meeting


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
    if meeting.is_issued(as_of):
        return meeting
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
