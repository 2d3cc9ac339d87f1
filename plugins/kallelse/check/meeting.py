"""The meetings and cases of an archive turned into findings: facts, order, references, change histories."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from kallelse.check.issues import check_issues
from kallelse.law.deadlines import latest_council_announcement, latest_council_call, latest_urgent_announcement
from kallelse.model.archive import Archive
from kallelse.model.changed import changed
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.issue import ChangeKind
from kallelse.model.meeting import Access, Case, CaseKind, Committee, Document, Meeting, MeetingStatus
from kallelse.model.person import Person
from kallelse.model.section import SectionKind

# Digits of one part of a version; more are no number that anybody counts with.
_LONG = 18
# Who has a party; to others the letters behind a title may mean anything: chef (IT).
_ELECTED = ("members", "deputies", "chair", "adjusters", "reserve")
_PARTY = re.compile(r"\s*\(([A-ZÅÄÖ]{1,2})\)$")


def check_meetings(archive: Archive) -> tuple[Finding, ...]:
    """The findings about every meeting, case and document."""
    findings: list[Finding] = []
    for committee in archive.committees:
        findings += _people(committee.path, {"members": committee.members, "deputies": committee.deputies}, {})
    for committee, meeting in archive.meetings():
        findings += _meeting(meeting)
        findings += _called(committee, meeting)
        findings += check_issues(meeting, {each.folder for each in committee.meetings})
        findings += _same(meeting)
        for case in meeting.cases:
            findings += _case(case, committee)
            findings += _late(case, meeting)
            for document in case.documents:
                findings += _revisions(document)
    return (*findings, *_threads(archive))


def _same(meeting: Meeting) -> Iterator[Finding]:
    """Cases that nobody could tell from each other."""
    known: dict[tuple[str, str], str] = {}
    for case in meeting.cases:
        if case.access is Access.PUBLIC:
            told = (case.title.casefold(), str(case.dnr))
            if told in known:
                yield Finding("case-same", Place(case.path), {"other": known[told]}, Severity.REMARK)
            known.setdefault(told, case.path)


def _late(case: Case, meeting: Meeting) -> Iterator[Finding]:
    """Documents that would have been written after the meeting that they are for."""
    last = meeting.sittings[-1].end or meeting.sittings[-1].start
    for document in case.documents:
        if document.date is not None and document.date > last.date():
            place = Place(document.path, case.lines.get("date", 0) if document.path == case.path else 0)
            words = {"date": document.date.isoformat(), "meeting": meeting.date.isoformat()}
            yield Finding("date-late", place, words, Severity.REMARK)


def _threads(archive: Archive) -> Iterator[Finding]:
    bodies: set[str] = set()
    meetings: dict[tuple[str, dt.date], list[Meeting]] = {}
    for committee, meeting in archive.meetings():
        # A meeting held on another day than it was called for is cited by either.
        days = {meeting.date} | (set() if meeting.minutes is None else {meeting.minutes.opened.date()})
        for body in {committee.name, committee.short} - {""}:
            bodies.add(body)
            for day in days:
                meetings.setdefault((body, day), []).append(meeting)
    for _, _, case in archive.cases():
        for follows in case.follows:
            place = Place(case.path, follows.line)
            told = {"body": follows.body, "date": follows.date.isoformat(), "paragraph": follows.paragraph}
            there = meetings.get((follows.body, follows.date), [])
            numbers = {number for meeting in there for number in _paragraphs(meeting)}
            if follows.body not in bodies:
                near = get_close_matches(follows.body, sorted(bodies), 1, 0.85)
                if near:
                    yield Finding("case-follows-body", place, {**told, "near": near[0]}, Severity.REMARK)
            elif not there:
                yield Finding("case-follows-nothing", place, told, Severity.REMARK)
            elif follows.paragraph and follows.paragraph not in numbers:
                recorded = any(meeting.minutes is not None for meeting in there)
                known = {"known": ", ".join(sorted(numbers, key=lambda each: (len(each), each)))} if recorded else {}
                code = "case-follows-recorded" if recorded else "case-follows-paragraph"
                yield Finding(code, place, {**told, **known}, Severity.REMARK)


def _paragraphs(meeting: Meeting) -> Iterator[str]:
    """The numbers of its paragraphs: those of its minutes, or what the cases themselves say without any."""
    if meeting.minutes is not None:
        yield from (str(paragraph.number) for paragraph in meeting.minutes.paragraphs)
    else:
        yield from (case.paragraph for case in meeting.cases if case.paragraph)


def _place(path: str, lines: Mapping[str, int], *keys: str) -> Place:
    """Where the first of `keys` that the file has stands."""
    return Place(path, next((lines[key] for key in keys if key in lines), 0))


def _meeting(meeting: Meeting) -> Iterator[Finding]:
    def place(*keys: str) -> Place:
        return _place(meeting.path, meeting.lines, *keys)

    if meeting.status is not MeetingStatus.CALLED and not meeting.status_note:
        yield Finding("meeting-status-note", place("status"), {"status": meeting.status.value}, Severity.REMARK)
    named = {"chair": (meeting.chair,), "secretary": (meeting.secretary,)}
    people = {key: tuple(person for person in found if person is not None) for key, found in named.items()}
    people |= {"adjusters": meeting.adjusters, "reserve": meeting.reserve}
    yield from _people(meeting.path, people, meeting.lines)
    if meeting.issued is None:
        return
    if meeting.issued > meeting.date:
        yield Finding("meeting-issued-late", place("issued"), {"issued": meeting.issued.isoformat()})
    facts = {"place": meeting.place, "chair": meeting.chair, "secretary": meeting.secretary}
    for key, value in facts.items():
        if not value:
            yield Finding("meeting-fact-missing", place("start", "sittings"), {"key": key}, Severity.REMARK)


def _called(committee: Committee, meeting: Meeting) -> Iterator[Finding]:
    """A summons of the council less than a week before it meets: so late it is announced, too (KL 5:13, 5:15)."""
    if not committee.is_council or meeting.issued is None or meeting.status is not MeetingStatus.CALLED:
        return
    deadlines = (latest_council_announcement(meeting.date), latest_council_call(meeting.date))
    days = [deadline.day for deadline in deadlines if deadline is not None]
    if days and min(days) < meeting.issued <= meeting.date:
        told = {"issued": meeting.issued.isoformat(), "last": min(days).isoformat()}
        yield Finding("council-called-late", _place(meeting.path, meeting.lines, "issued"), told, Severity.REMARK)
    yield from _urgent(meeting)


def _urgent(meeting: Meeting) -> Iterator[Finding]:
    """A new case of the council, however urgent, that nobody could announce in time (KL 5 kap. 14 §)."""
    last = latest_urgent_announcement(meeting.date)
    cases = {case.path for case in meeting.cases}
    for one in changed(meeting):
        is_new = one.kind is ChangeKind.ADDED and one.change.path in cases
        if last is not None and is_new and one.change.date > last.day:
            told = {"date": one.change.date.isoformat(), "last": last.day.isoformat()}
            yield Finding("council-case-late", Place(meeting.path, one.change.line), told, Severity.REMARK)


def _people(path: str, people: Mapping[str, tuple[Person, ...]], lines: Mapping[str, int]) -> Iterator[Finding]:
    """Persons who are hardly who was meant: two for one, or without the party that was typed."""
    yield from _titles(path, people, lines)
    for key, several in people.items():
        for person in several:
            told = {"key": key, "name": person.line}
            if person.line.count("(") != person.line.count(")"):
                yield Finding("person-bracket", _place(path, lines, key), told, Severity.REMARK)
            elif key in _ELECTED and not person.party and (found := _PARTY.search(person.title)):
                told = {"key": key, "name": person.name, "party": found[1], "title": person.title[: found.start()]}
                yield Finding("person-party", _place(path, lines, key), told, Severity.REMARK)


def _titles(path: str, people: Mapping[str, tuple[Person, ...]], lines: Mapping[str, int]) -> Iterator[Finding]:
    """Whoever has one word for a name, after a person without a title, is most likely that person's title."""
    for key, several in people.items():
        for before, after in itertools.pairwise(several):
            bare = not (before.title or after.title or after.party or after.place)
            if bare and " " in before.name and " " not in after.name:
                told = {"key": key, "name": before.name, "title": after.name}
                yield Finding("person-title", _place(path, lines, key), told, Severity.REMARK)


def _case(case: Case, committee: Committee) -> Iterator[Finding]:
    if case.access is Access.CONFIDENTIAL:
        return
    people = {"presenters": case.presenters, "signed": case.signed}
    people |= {} if case.officer is None else {"officer": (case.officer,)}
    yield from _people(case.path, people, case.lines)
    letter = case.letter
    at_the_end = {"signed": case.signed, "recipients": case.recipients}
    if letter is None:
        for key in (key for key, given in at_the_end.items() if given):
            yield Finding("case-no-letter", _place(case.path, case.lines, key), {"key": key}, Severity.REMARK)
    proposes = letter is not None and any(section.kind is SectionKind.PROPOSAL for section in letter.sections)
    if case.kind is CaseKind.DECISION and letter is not None and not proposes:
        yield Finding("case-no-proposal", _place(case.path, case.lines, "kind", "title"), severity=Severity.REMARK)
    if case.dnr is not None and committee.series:
        prefix = re.match(r"[^\W\d_]+", case.dnr.value)
        if prefix and not any(case.dnr.identity.startswith(series.upper()) for series in committee.series):
            told = {"dnr": case.dnr.value, "series": ", ".join(committee.series)}
            yield Finding("case-unknown-series", _place(case.path, case.lines, "dnr"), told, Severity.REMARK)


def _revisions(document: Document) -> Iterator[Finding]:
    for before, after in itertools.pairwise(document.revisions):
        place = Place(document.path, after.line)
        if after.date < before.date:
            told = {"date": after.date.isoformat(), "before": before.date.isoformat()}
            yield Finding("revision-order", place, told)
        if _version(after.version) <= _version(before.version):
            yield Finding("revision-version", place, {"version": after.version, "before": before.version})
    if document.version and document.revisions and document.version != document.revisions[-1].version:
        last = document.revisions[-1]
        told = {"version": document.version, "last": last.version}
        yield Finding("revision-current", Place(document.path, last.line), told)


def _version(version: str) -> tuple[tuple[int, str], ...]:
    """`0.10` after `0.9`; letters after figures."""
    return tuple(
        (int(part), "") if part.isdecimal() and len(part) < _LONG else (0, part)
        for part in re.findall(r"\d+|[^\W\d]+", version)
    )
