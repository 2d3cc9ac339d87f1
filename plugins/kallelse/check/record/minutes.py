"""The minutes of one meeting turned into all findings about them that no other meeting has a part in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kallelse.check.record.attendance import check_attendance
from kallelse.check.record.decisions import check_decisions
from kallelse.check.record.elections import check_elections
from kallelse.check.record.gaps import check_gaps
from kallelse.check.record.held import Held, Roll, held, marked
from kallelse.check.record.lines import place_of
from kallelse.check.record.locks import check_locks
from kallelse.check.record.motions import check_motions
from kallelse.check.record.notices import check_notices
from kallelse.check.record.sets import check_sets
from kallelse.check.record.votes import check_votes
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.meeting import Meeting, MeetingStatus
from kallelse.model.record import Minutes, RecordForm


def check_record(roll: Roll, meeting: Meeting, minutes: Minutes, as_of: dt.date | None = None) -> Iterator[Finding]:
    """Findings about the `minutes` of a `meeting`, held against the committee, on the day `as_of` if one is known."""
    record = held(roll, meeting, minutes)
    yield from _meeting(record)
    yield from check_gaps(record)
    for at in record.paragraphs:
        yield from check_motions(record, at)
        yield from check_votes(record, at)
        yield from check_elections(record, at)
        yield from check_decisions(record, at)
    # Notes beside minutes have no paragraphs, are not adjusted and not announced. Of minutes that are cut short nobody
    # knows which paragraphs they have.
    if not minutes.is_notes:
        yield from _facts(record)
        if not minutes.is_cut_short:
            yield from _breaks(record)
            yield from _agenda(record)
            yield from check_attendance(record)
            yield from check_sets(record, as_of)
            yield from check_locks(record, as_of)
        yield from check_notices(record)


def _meeting(record: Held) -> Iterator[Finding]:
    """A meeting that was not held, or not on the day for which it was called."""
    minutes, meeting = record.minutes, record.meeting
    if meeting.status is not MeetingStatus.CALLED:
        yield Finding("record-not-held", Place(minutes.path), {"status": meeting.status.value})
    days = {sitting.start.date() for sitting in meeting.sittings}
    if minutes.opened.date() not in days:
        told = {"opened": minutes.opened.date().isoformat(), "meeting": meeting.date.isoformat()}
        yield Finding("record-other-day", place_of(minutes, "sittings", "start"), told, Severity.REMARK)


def _facts(record: Held) -> Iterator[Finding]:
    """What the first page lacks; a meeting by circulation has neither place nor end."""
    minutes = record.minutes
    if minutes.form is not RecordForm.CIRCULATION and any(one.is_adjusted(None) for one in minutes.sets):
        for key, value in {"place": minutes.place, "end": minutes.closed}.items():
            if not value:
                place = place_of(minutes, key, "start", "sittings")
                yield Finding("record-fact-missing", place, {"key": key}, Severity.REMARK)


def _breaks(record: Held) -> Iterator[Finding]:
    """Adjournments in a paragraph that is not there, and those that end before they begin, but for on another day."""
    minutes = record.minutes
    numbers = {paragraph.number for paragraph in minutes.paragraphs}
    place = place_of(minutes, "adjournments")
    is_one_day = (minutes.closed or minutes.opened).date() == minutes.opened.date()
    for each in minutes.adjournments:
        if each.paragraph and each.paragraph not in numbers:
            yield Finding(
                "adjournment-unknown", place, {"paragraph": str(each.paragraph), "known": marked(sorted(numbers))}
            )
        if is_one_day and each.end is not None and each.end < each.start:
            yield Finding("adjournment-backwards", place, {"start": f"{each.start:%H:%M}", "end": f"{each.end:%H:%M}"})


def _agenda(record: Held) -> Iterator[Finding]:
    """Numbered items of the agenda of which there is no paragraph."""
    items = {paragraph.item for paragraph in record.minutes.paragraphs}
    cases = {paragraph.case for paragraph in record.minutes.paragraphs}
    for row in record.meeting.agenda:
        if row.number and row.number not in items and (row.case is None or row.case.path not in cases):
            told = {"number": row.number, "title": row.title}
            yield Finding("item-no-paragraph", Place(record.minutes.path), told, Severity.REMARK)
