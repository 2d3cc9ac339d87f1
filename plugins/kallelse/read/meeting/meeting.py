"""The folder of one meeting turned into the meeting."""

from __future__ import annotations

import datetime as dt
import posixpath
from dataclasses import dataclass, replace
from pathlib import Path

from kallelse.model.address import MEETING_FOLDER, page_address
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.issue import LatePages
from kallelse.model.meeting import AgendaRow, Meeting, MeetingStatus, Sitting
from kallelse.model.settings import Settings
from kallelse.read.frontmatter import FrontMatter, front_matter_of
from kallelse.read.meeting.agenda import read_agenda
from kallelse.read.meeting.issues import (
    issue_days,
    known_changes,
    read_changes,
    read_issues,
    record_path,
    went_out,
    withheld_since,
)
from kallelse.read.meeting.kept import NOTHING, ToKeep
from kallelse.read.meeting.people import people, person
from kallelse.read.record.locks import read_locks
from kallelse.read.record.minutes import read_minutes
from kallelse.read.schema import MeetingFields, read_fields
from kallelse.read.sources import Sources
from kallelse.read.text.body import body_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A meeting as it was read, what was found, and what of it is to be kept."""

    meeting: Meeting | None
    findings: tuple[Finding, ...]
    kept: ToKeep = NOTHING


def read_meeting(
    folder: str, committee: str, sources: Sources, settings: Settings, store: Path | None = None
) -> Reading:
    """The meeting in `folder`, whose name begins with its day; None where its front matter cannot be read.

    Its cases are to be kept in the folder `store`, where one is given.
    """
    matter, findings = front_matter_of(posixpath.join(folder, "index.md"), sources)
    if matter is None:
        return Reading(None, findings)
    fields, wrong = read_fields(MeetingFields, matter)
    findings += wrong
    if fields is None:
        return Reading(None, findings)
    sittings, wrong = _sittings(fields, matter)
    findings += wrong + _day(folder, sittings, matter)
    changes = read_changes(fields.changes, matter, sources)
    record, wrong = read_issues(folder, sources, changes)
    findings += wrong
    changes, wrong = known_changes(folder, changes, record, sources)
    findings += wrong
    if sittings and record.is_whole:
        wrong = issue_days(record, record_path(folder), fields.issued, sittings[-1].start.date())
        findings += wrong
        record = replace(record, is_whole=not wrong)
    agenda, files, wrong, kept = read_agenda(fields.agenda, matter, sources, settings, went_out(record), store)
    findings += wrong if fields.issued is None else tuple(due(finding) for finding in wrong)
    note, wrong = body_of(matter, sources, settings.language)
    findings += wrong
    if not sittings:
        return Reading(None, findings, kept)
    meeting = Meeting(
        path=matter.path,
        folder=posixpath.basename(folder),
        address=page_address(matter.path),
        packet=posixpath.join(folder, "kallelse.pdf"),
        committee=committee,
        sittings=sittings,
        title=fields.title,
        place=fields.place,
        chair=None if fields.chair is None else person(fields.chair),
        secretary=None if fields.secretary is None else person(fields.secretary),
        adjusters=people(fields.adjusters),
        reserve=people(fields.reserve),
        recipients=tuple(fields.recipients),
        copies=tuple(fields.copies),
        issued=fields.issued,
        status=MeetingStatus.CALLED if fields.status is None else MeetingStatus(fields.status),
        status_note=fields.status_note,
        agenda=agenda,
        # What a damaged record says asks for changes that nobody made.
        issues=record.issues if record.is_whole else (),
        changes=changes if record.is_whole else (),
        late=LatePages(fields.late),
        note=note,
        moved_from=tuple(fields.moved_from),
        unread=_unread(agenda, findings),
        lines=matter.key_lines,
    )
    meeting = replace(meeting, issues=withheld_since(meeting))
    minutes, wrong = read_minutes(meeting, files, sources, settings)
    findings += wrong
    locks, wrong = read_locks(folder, sources)
    return Reading(replace(meeting, minutes=minutes, locks=locks), findings + wrong, kept)


def _unread(agenda: tuple[AgendaRow, ...], findings: tuple[Finding, ...]) -> frozenset[str]:
    """The sources of what should be in the agenda and is not, because something in them is wrong."""
    cases = [row.case for row in agenda if row.case is not None]
    read = {path for case in cases for path in (case.path, *(document.path for document in case.documents))}
    return frozenset(each.place.path for each in findings if each.severity is Severity.ERROR) - read


def due(finding: Finding) -> Finding:
    """A finding about a text whose summons is out: what was still to be written is an error now."""
    return replace(finding, severity=Severity.ERROR) if finding.code == "text-unfinished" else finding


def _sittings(fields: MeetingFields, matter: FrontMatter) -> tuple[tuple[Sitting, ...], tuple[Finding, ...]]:
    place = Place(matter.path, matter.line(("sittings",) if fields.sittings else ("start",)))
    if fields.sittings and (fields.start is not None or fields.end is not None):
        return (), (Finding("meeting-two-times", place),)
    sittings = tuple(Sitting(each.start, each.end) for each in fields.sittings)
    if fields.start is not None:
        sittings = (Sitting(fields.start, fields.end),)
    if not sittings:
        return (), (Finding("field-missing", place, {"key": "start"}),)
    ends = [sitting.end or sitting.start for sitting in sittings]
    backwards = any(end < sitting.start for sitting, end in zip(sittings, ends, strict=True))
    overlap = any(later.start < end for later, end in zip(sittings[1:], ends[:-1], strict=True))
    return sittings, (Finding("meeting-time-backwards", place),) if backwards or overlap else ()


def _day(folder: str, sittings: tuple[Sitting, ...], matter: FrontMatter) -> tuple[Finding, ...]:
    name = posixpath.basename(folder)
    found = MEETING_FOLDER.fullmatch(name)
    if found is None:
        return (Finding("meeting-folder", Place(matter.path), {"folder": name}),)
    if sittings and found[1] != sittings[0].start.date().isoformat():
        told = {"folder": found[1], "start": sittings[0].start.date().isoformat()}
        return (Finding("meeting-other-day", Place(matter.path, matter.line(("start",))), told),)
    return ()


def order(meeting: Meeting) -> tuple[dt.datetime, str]:
    """The key that puts meetings in order of time, two of one day by their folders."""
    return meeting.sittings[0].start, meeting.folder
