"""The file of a meeting's minutes turned into its record, its paragraphs not yet numbered."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kallelse.locale.record import VACANT
from kallelse.locale.record_words import CHAIR, SECRETARY, TAKEN_OUT
from kallelse.locale.recorded import recorded
from kallelse.locale.words import Fence
from kallelse.model.finding import Finding, Place
from kallelse.model.meeting import Meeting
from kallelse.model.person import Person
from kallelse.model.presence import ALWAYS, Presence
from kallelse.model.record import (
    Adjournment,
    Adjustment,
    Attendance,
    Attendee,
    Correction,
    Minutes,
    Paragraph,
    ParagraphSet,
    Posting,
    RecordForm,
    Signature,
)
from kallelse.model.settings import Settings
from kallelse.model.text import Recorded
from kallelse.read.frontmatter import FrontMatter, Location, front_matter_of
from kallelse.read.meeting.people import people, person
from kallelse.read.record.fences import read_recorded
from kallelse.read.record.items import Withheld, other_item, published_lines, row_of, unknown_item
from kallelse.read.record.paragraph import read_item, read_paragraph, unnamed
from kallelse.read.record.presence import numbers_of, read_presence
from kallelse.read.record.roster import Roster, bare
from kallelse.read.record.schema import AdjustmentFields, AttendeeFields, MinutesFields, ParagraphSetFields
from kallelse.read.schema import read_fields
from kallelse.read.sources import Sources
from kallelse.read.text.body import body_of
from kallelse.read.text.sections import item_blocks

MINUTES = "minutes.md"


def read_minutes(
    meeting: Meeting, withheld: Mapping[str, Withheld], sources: Sources, settings: Settings
) -> tuple[Minutes | None, tuple[Finding, ...]]:
    """The minutes beside a meeting's file; None where there are none that can be read.

    `withheld` says of cases, by path, how much the record shows of them.
    """
    path = posixpath.join(posixpath.dirname(meeting.path), MINUTES)
    if path not in sources.files:
        return None, ()
    matter, findings = front_matter_of(path, sources)
    if matter is None:
        return None, findings
    fields, wrong = read_fields(MinutesFields, matter)
    findings += wrong
    if fields is None:
        return None, findings
    people_there = _People(matter)
    attendance = people_there.attendance(fields)
    roster = Roster(attendance)

    def read_fence(kind: Fence, lines: Sequence[str], line: int) -> tuple[Recorded | None, tuple[Finding, ...]]:
        noun, found = read_recorded(kind, lines, line, roster, path)
        return (None if noun is None else recorded(noun, settings.language)), found

    public = published_lines(matter.body, meeting.agenda, withheld, TAKEN_OUT[settings.language])
    matter = replace(matter, body=public)
    body, wrong = body_of(matter, sources, settings.language, read_fence)
    findings += wrong
    preamble, items = item_blocks(body.blocks)
    paragraphs: list[Paragraph] = []
    for heading, blocks in items:
        item, wrong = read_item(heading, blocks, path)
        findings += wrong
        row = row_of(item.said, meeting.agenda)
        place = Place(path, heading.line)
        if row is not None:
            findings += tuple(other_item(item.said, row, meeting.agenda, place))
        elif not item.marks.is_added and not fields.notes:
            findings += (unknown_item(item.said, meeting.agenda, place),)
        secret = withheld.get(row.case.path) if row is not None and row.case is not None else None
        paragraph, wrong = read_paragraph(replace(item, row=row), secret, body.notes, roster, path, settings)
        findings += (*wrong, *unnamed(paragraph, path))
        paragraphs.append(paragraph)
    sets, wrong = _sets(fields, matter)
    findings += wrong
    sittings = fields.sittings
    opened = sittings[0].start if sittings else fields.start or meeting.sittings[0].start
    minutes = Minutes(
        path=path,
        folder=posixpath.dirname(meeting.address),
        opened=opened,
        closed=(sittings[-1].end if sittings else fields.end) or (None if fields.start else meeting.sittings[-1].end),
        place=fields.place or meeting.place,
        form=RecordForm(fields.form),
        is_notes=fields.notes,
        chairs=people_there.attendees("chair", fields.chair) or _one(meeting.chair, CHAIR[settings.language]),
        secretaries=people_there.attendees("secretary", fields.secretary)
        or _one(meeting.secretary, SECRETARY[settings.language]),
        attendance=attendance,
        adjournments=tuple(Adjournment(each.start, each.end, each.paragraph) for each in fields.adjournments),
        first=fields.first or 0,
        numbering=fields.numbering,
        sets=sets,
        paragraphs=tuple(paragraphs),
        corrections=tuple(
            Correction(each.date, each.by, each.text, each.paragraph, matter.line(("corrections", n)))
            for n, each in enumerate(fields.corrections)
        ),
        body=body,
        preamble=replace(body, blocks=preamble),
        lines=matter.key_lines,
    )
    return minutes, (*findings, *people_there.findings)


def _one(person_there: Person | None, title: str) -> tuple[Attendee, ...]:
    """The one whom the meeting's own file names, under the title of the office where it says none."""
    if person_there is None:
        return ()
    return (Attendee(person_there if person_there.title else replace(person_there, title=title)),)


class _People:
    """Those whom front matter names, and what is wrong with what it says of them."""

    def __init__(self, matter: FrontMatter) -> None:
        self._matter = matter
        self.findings: list[Finding] = []

    def attendance(self, fields: MinutesFields) -> Attendance:
        return Attendance(
            self.attendees("members", fields.members),
            self.attendees("serving", fields.serving),
            self.attendees("deputies", fields.deputies),
            self.attendees("others", fields.others),
        )

    def attendees(self, key: str, listed: Sequence[AttendeeFields]) -> tuple[Attendee, ...]:
        found: list[Attendee] = []
        for number, each in enumerate(listed):
            place = Place(self._matter.path, self._matter.line((key, number)))
            if key == "serving" and not each.for_:
                self.findings.append(Finding("serving-nobody", place, {"name": each.name}))
            if key != "serving" and each.for_:
                self.findings.append(Finding("serving-elsewhere", place, {"name": each.name, "key": key}))
            seat = "" if each.for_.lower() in VACANT else bare(each.for_)
            presence = self._presence(each, place)
            found.append(Attendee(person(each), presence, seat, each.group, place.line))
        return tuple(found)

    def _presence(self, each: AttendeeFields, place: Place) -> Presence:
        if not each.paragraphs:
            return ALWAYS
        presence = read_presence(each.paragraphs)
        if presence is None:
            self.findings.append(Finding("presence-unread", place, {"name": each.name, "text": each.paragraphs}))
        return presence or ALWAYS


def _sets(fields: MinutesFields, matter: FrontMatter) -> tuple[tuple[ParagraphSet, ...], tuple[Finding, ...]]:
    """The sets as they are said, each with what is said of all where it says nothing itself."""
    if fields.notes:
        return (), ()
    if not fields.sets:
        return (_set(fields, fields, "", (), matter, ()),), ()
    sets: list[ParagraphSet] = []
    findings: list[Finding] = []
    for number, each in enumerate(fields.sets):
        numbers: tuple[int, ...] = ()
        if each.paragraphs:
            read = numbers_of(each.paragraphs)
            if read is None:
                place = Place(matter.path, matter.line(("sets", number, "paragraphs")))
                findings.append(Finding("set-unread", place, {"text": each.paragraphs}))
            numbers = read or ()
        sets.append(_set(each, fields, each.paragraphs, numbers, matter, ("sets", number)))
    return tuple(sets), tuple(findings)


def _set(
    own: AdjustmentFields,
    common: AdjustmentFields,
    stated: str,
    numbers: tuple[int, ...],
    matter: FrontMatter,
    location: Location,
) -> ParagraphSet:
    adjusted = own.adjusted or common.adjusted
    moment = adjusted if isinstance(adjusted, dt.datetime) else None
    adjustment = Adjustment(
        date=moment.date() if moment is not None else adjusted,
        time=None if moment is None else moment.time(),
        place=own.adjusted_at or common.adjusted_at,
        adjusters=people(own.adjusters or common.adjusters),
        reserve=people(own.reserve or common.reserve),
        signatures=tuple(Signature(each.name, each.at, each.reference) for each in own.signatures),
    )
    here = location if own.postings else ()
    return ParagraphSet(
        numbers=numbers,
        stated=stated,
        is_immediate=isinstance(own, ParagraphSetFields) and own.immediate,
        reason=own.reason if isinstance(own, ParagraphSetFields) else "",
        adjustment=adjustment,
        postings=tuple(
            Posting(each.board, each.date, each.removed, matter.line((*here, "postings", n)))
            for n, each in enumerate(own.postings or common.postings)
        ),
        kept=own.kept or common.kept,
        line=matter.line(location or ("adjusted",)),
    )
