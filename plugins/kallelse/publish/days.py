"""The archive and a day turned into the days on which what everyone may read was first there and last changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kallelse.model.changed import came, withdrawn
from kallelse.model.history import committed
from kallelse.model.meeting import Access, Case, Committee, Document, Meeting
from kallelse.model.record import Minutes, Paragraph
from kallelse.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last of the days on which something changed; None where no day is known."""

    first: dt.date | None = None
    last: dt.date | None = None


def meeting_days(plan: Plan, meeting: Meeting) -> Days:
    """Those of a meeting's page: called, changed after that, adjusted, corrected; of one that is planned, written."""
    out = _out(plan, meeting)
    minutes = plan.minutes(meeting)
    return _days(
        plan,
        (
            *((out,) if out else ()),
            *committed(plan.archive.history, meeting.files, plan.as_of),
            *(issue.date for issue in meeting.issues),
            *(change.date for change in meeting.changes),
            *(() if minutes is None else _recorded(minutes, minutes.paragraphs)),
        ),
    )


def case_days(plan: Plan, meeting: Meeting, case: Case) -> Days:
    """Those of a case's page: called, any of its texts changed after that, decided, corrected."""
    minutes = plan.minutes(meeting)
    decided = () if minutes is None else tuple(_recorded(minutes, minutes.of_case(case.path)))
    return _written(plan, meeting, case, (case.path, *_files(case.documents)), decided, withdrawn(meeting, case))


def papers_days(plan: Plan, meeting: Meeting, case: Case) -> Days:
    """Those of the documents of a case together, which stay as they were when it is decided."""
    return _written(plan, meeting, case, (case.path, *_files(case.documents)), (), withdrawn(meeting, case))


def document_days(plan: Plan, meeting: Meeting, case: Case, document: Document) -> Days:
    """Those of one document of a case."""
    return _written(plan, meeting, case, (*_files((document,)),), ())


def paragraph_days(plan: Plan, meeting: Meeting, paragraphs: Iterable[Paragraph]) -> Days:
    """Those of paragraphs of a meeting's minutes: adjusted, announced, the notice taken down, corrected."""
    minutes = plan.minutes(meeting)
    return Days() if minutes is None else _days(plan, _recorded(minutes, paragraphs))


def changed_days(plan: Plan) -> Iterator[tuple[str, dt.date]]:
    """The last day of each page of a committee, of its meetings and of the matters that were up, by address."""
    for committee in plan.archive.committees:
        yield from _of_committee(plan, committee)
    for matter in plan.matters:
        found = (case_days(plan, step.meeting, step.case).last for step in matter.steps)
        yield from _told(matter.address, found)


def _of_committee(plan: Plan, committee: Committee) -> Iterator[tuple[str, dt.date]]:
    of_meetings = [meeting_days(plan, meeting).last for meeting in committee.meetings]
    own = committed(plan.archive.history, committee.files, plan.as_of)
    yield from _told(committee.address, (*own, *of_meetings))
    for meeting, last in zip(committee.meetings, of_meetings, strict=True):
        yield from _told(meeting.address, (last,))
        for case in meeting.cases:
            yield from _told(case.address, (case_days(plan, meeting, case).last,))
            for document in case.attachments:
                yield from _told(document.address, (document_days(plan, meeting, case, document).last,))
        minutes = plan.minutes(meeting)
        if minutes is not None:
            yield from _told(minutes.address, (paragraph_days(plan, meeting, minutes.paragraphs).last,))
            for paragraph in minutes.paragraphs:
                found = paragraph_days(plan, meeting, (paragraph,)).last
                yield from _told(minutes.paragraph_address(paragraph), (found,))


def _told(address: str, days: Iterable[dt.date | None]) -> Iterator[tuple[str, dt.date]]:
    known = [day for day in days if day is not None]
    if known and address:
        yield address, max(known)


def _out(plan: Plan, meeting: Meeting) -> dt.date | None:
    """The day on which its summons went out, or else its first paragraphs were adjusted."""
    if meeting.is_issued(plan.as_of):
        return meeting.issued
    minutes = plan.minutes(meeting)
    days = () if minutes is None else tuple(_recorded(minutes, minutes.paragraphs))
    return min(days, default=None)


def _files(documents: Iterable[Document]) -> Iterator[str]:
    """What documents are made of: when something is written that nobody may read is not told."""
    return (file for each in documents if each.access is Access.PUBLIC for file in each.files)


def _written(
    plan: Plan,
    meeting: Meeting,
    case: Case,
    paths: Collection[str],
    others: Iterable[dt.date],
    gone: Collection[str] = (),
) -> Days:
    out = _out(plan, meeting)
    if out is None:
        return Days()
    # What came after the summons was not out with it.
    later = came(meeting, paths)
    if later is not None and out < later <= plan.as_of:
        out = later
    written = committed(plan.archive.history, dict.fromkeys(paths), plan.as_of) if case.access is Access.PUBLIC else ()
    said = (change.date for change in meeting.changes if change.path in paths or change.path in gone)
    return _days(plan, (out, *(day for day in (*written, *said, *others) if day > out)))


def _recorded(minutes: Minutes, paragraphs: Iterable[Paragraph]) -> Iterator[dt.date]:
    if minutes.is_notes:
        if minutes.closed is not None:
            yield minutes.closed.date()
        return
    for paragraph in paragraphs:
        its = minutes.set_of(paragraph)
        if its is not None and its.adjustment.date is not None:
            yield its.adjustment.date
            yield from (day for each in its.postings for day in (each.date, each.removed) if day is not None)
        # What is corrected of the whole is of each, too.
        yield from (each.date for each in minutes.corrections if each.paragraph in (0, paragraph.number))


def _days(plan: Plan, found: Iterable[dt.date]) -> Days:
    known = [day for day in found if day <= plan.as_of]
    return Days(min(known), max(known)) if known else Days()
