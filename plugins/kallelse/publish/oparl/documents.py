"""The files of meetings and cases turned into objects of type File."""

from __future__ import annotations

import datetime as dt
import hashlib
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kallelse.locale.data import Words, data_words
from kallelse.locale.paragraphs import numbered
from kallelse.model.address import csv_address
from kallelse.model.lasting import lasting, lasting_beside
from kallelse.model.meeting import Access, Case, Committee, Document, Meeting
from kallelse.model.record import Minutes, Paragraph, ParagraphSet
from kallelse.publish import when
from kallelse.publish.days import Days, case_days, document_days, meeting_days, papers_days, paragraph_days
from kallelse.publish.oparl.thing import Ground, Kind, Thing, together

# What the site holds, by the end of its name (RFC 6838).
_TYPES = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".csv": "text/csv",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """The files of a case: all its documents in one, where there is such a file, and its others."""

    main: Thing | None
    others: tuple[Thing, ...]

    @property
    def all(self) -> tuple[Thing, ...]:
        """All of them."""
        return ((self.main,) if self.main is not None else ()) + self.others


@dataclass(frozen=True, slots=True)
class MeetingFiles:
    """The files of a meeting: its summons, its minutes, its others, and the extract of each paragraph by its key."""

    invitation: Thing | None
    minutes: Thing | None
    others: tuple[Thing, ...]
    extracts: dict[str, Thing]

    @property
    def whole(self) -> tuple[Thing, ...]:
        """Those of the meeting as a whole."""
        found = (self.invitation, self.minutes, *self.others)
        return tuple(each for each in found if each is not None)


@dataclass(frozen=True, slots=True)
class _Makes:
    """What makes the files of a meeting or a case; `lasting` tells the address by which one is known from its own."""

    ground: Ground
    lasting: Callable[[str], str]

    def file(self, address: str, name: str, days: Days, page: str, date: dt.date | None = None) -> Thing:
        """A file of the site as it is."""
        return self._thing(address, name, days, page, date, self.ground.files[address])

    def page(self, address: str, name: str, days: Days, date: dt.date | None) -> Thing:
        """A document that is published as a page."""
        return self._thing(address, name, days, address, date, None)

    def _thing(
        self, address: str, name: str, days: Days, page: str, date: dt.date | None, content: bytes | None
    ) -> Thing:
        return self.ground.thing(
            Kind.FILE,
            self.lasting(address),
            days,
            name=name,
            fileName=posixpath.basename(address),
            mimeType=_TYPES.get(posixpath.splitext(address)[1].lower(), "application/octet-stream"),
            date=date.isoformat() if date is not None else None,
            size=None if content is None else len(content),
            sha512Checksum=None if content is None else hashlib.sha512(content).hexdigest(),
            # A file that a browser is told to keep (2.7) would need a server, so there is no `downloadUrl`.
            accessUrl=self.ground.url(address),
            web=self.ground.url(page),
        )


def case_files(ground: Ground, committee: Committee, meeting: Meeting, case: Case) -> CaseFiles:
    """What is published of a case's documents; a letter that no PDF holds is its page."""
    plan, said = ground.plan, data_words(ground.plan.language)
    if case.access is not Access.PUBLIC:
        return CaseFiles(None, ())
    days = papers_days(plan, meeting, case)
    makes = _Makes(ground, partial(lasting_beside, committee, meeting, case))
    main = None
    if case.pdf in ground.files:
        name = said.papers.format(day=when.days(meeting, plan.language))
        main = makes.file(case.pdf, name, days, case.address)
    elif case.letter is not None:
        main = makes.page(case.address, said.letter, days, case.letter.date)
    others = (each for document in case.documents for each in _of_document(makes, said, meeting, case, document))
    return CaseFiles(main, tuple(others))


def meeting_files(ground: Ground, committee: Committee, meeting: Meeting) -> MeetingFiles:
    """What is published of a meeting as a whole, and of its record."""
    plan, said = ground.plan, data_words(ground.plan.language)
    days = together((meeting_days(plan, meeting), *(case_days(plan, meeting, case) for case in meeting.cases)))
    makes = _Makes(ground, partial(lasting, committee, meeting))
    others = []
    if meeting.supplement in ground.files:
        others.append(makes.file(meeting.supplement, said.supplement, days, meeting.address))
    for number, issue in enumerate(meeting.issues, start=1):
        address = meeting.issue_address(number)
        if address in ground.files:
            name = said.issue.format(day=when.day(issue.date, plan.language))
            others.append(makes.file(address, name, Days(issue.date, issue.date), meeting.address))
    invitation = None
    if meeting.packet in ground.files:
        invitation = makes.file(meeting.packet, said.packet, days, meeting.address)
    minutes, extracts = plan.minutes(meeting), {}
    whole = None
    if minutes is not None:
        its = paragraph_days(plan, meeting, minutes.paragraphs)
        if minutes.pdf in ground.files:
            whole = makes.file(minutes.pdf, said.minutes, its, minutes.address)
        others += _of_sets(makes, said, meeting, minutes)
        extracts = {
            minutes.key_of(each): _extract(makes, said, meeting, minutes, each)
            for each in minutes.paragraphs
            if not minutes.is_notes and minutes.extract_pdf(each) in ground.files
        }
    return MeetingFiles(invitation, whole, tuple(others), extracts)


def document_key(document: Document) -> str:
    """The address of the file that a document is published as: its own, or its page."""
    return document.file if document.foreign is not None else document.address


def _of_document(makes: _Makes, said: Words, meeting: Meeting, case: Case, document: Document) -> Iterator[Thing]:
    if document.access is not Access.PUBLIC:
        return
    days = document_days(makes.ground.plan, meeting, case, document)
    if document.number is not None and document.has_pages:
        address = document_key(document)
        if document.foreign is None:
            yield makes.page(address, document.title, days, document.date)
        elif address in makes.ground.files:
            yield makes.file(address, document.title, days, document.address, document.date)
    number = 1
    while (address := csv_address(document.address, number)) in makes.ground.files:
        name = f"{document.title or case.title}, {said.table.format(number=number).lower()}"
        yield makes.file(address, name, days, document.address)
        number += 1


def _of_sets(makes: _Makes, said: Words, meeting: Meeting, minutes: Minutes) -> Iterator[Thing]:
    for one in minutes.sets:
        days = paragraph_days(makes.ground.plan, meeting, minutes.within(one))
        for address, name in ((minutes.set_pdf(one), said.minutes_of), (minutes.proof_pdf(one), said.proof)):
            if address in makes.ground.files and address != minutes.pdf:
                yield makes.file(address, name.format(numbers=_numbers(one)).strip(), days, minutes.address)


def _numbers(one: ParagraphSet) -> str:
    return numbered(one.numbers)


def _extract(makes: _Makes, said: Words, meeting: Meeting, minutes: Minutes, paragraph: Paragraph) -> Thing:
    name = said.extract.format(numbers=numbered((paragraph.number,)))
    days = paragraph_days(makes.ground.plan, meeting, (paragraph,))
    return makes.file(minutes.extract_pdf(paragraph), name, days, minutes.paragraph_address(paragraph))
