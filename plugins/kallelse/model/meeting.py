"""The nouns of a meeting: committee, meeting, agenda, case, document, revision."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kallelse.model.address import file_beside
from kallelse.model.board import Board
from kallelse.model.delegated import DelegatedDecision
from kallelse.model.dnr import Dnr
from kallelse.model.foreign import Foreign
from kallelse.model.issue import Change, Issue, LatePages
from kallelse.model.lock import Lock
from kallelse.model.person import Person
from kallelse.model.record import HeldSitting, Minutes
from kallelse.model.section import Section
from kallelse.model.text import Block, Body, Inline


class Access(Enum):
    """Who may read: everyone, or nobody outside (a stub is published in its stead)."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


class CaseKind(Enum):
    DECISION = "decision"
    INFORMATION = "information"
    ELECTION = "election"
    NOTIFICATION = "notification"


class RowKind(Enum):
    """What an agenda row is: a case, or a row that is none."""

    CASE = "case"
    GROUP = "group"
    BREAK = "break"
    FORMALITY = "formality"


class MeetingStatus(Enum):
    """What is typed of a meeting's status; everything else is derived."""

    CALLED = "called"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class AgendaColumn(Enum):
    NUMBER = "number"
    TITLE = "title"
    PRESENTER = "presenter"
    DNR = "dnr"
    PROPOSAL = "proposal"
    MINUTES = "minutes"
    PAGES = "pages"


STANDARD_COLUMNS = (AgendaColumn.NUMBER, AgendaColumn.TITLE, AgendaColumn.DNR, AgendaColumn.PAGES)


@dataclass(frozen=True, slots=True)
class Revision:
    """One row of a change history; `version` as typed (`0.1`, `1.0`)."""

    date: dt.date
    version: str
    name: str
    role: str = ""
    comment: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A text with pages of its own: a case's letter (`number` None) or an attachment numbered from 1 in its case.

    `path` is relative to the sources' folder and names the document everywhere; `address` is its page on the site,
    without leading slash. `heading` is the first-level heading of the body, else empty. `body` holds everything after
    it; `preamble` and `sections` are the same blocks, cut at the second-level headings. A confidential document has no
    body. `toc` asks for a table of contents, `heading_numbers` for numbered headings. `separate` documents are handed
    out on their own and have no pages. A `foreign` document came as a file that is no text, which `path` then names; it
    has no body. `ground` is the provision by which it is confidential, as `26:1`, empty where that is not told.
    `language` is that of its text (ISO 639), empty where that is the site's.
    """

    path: str
    address: str
    title: str
    number: int | None = None
    date: dt.date | None = None
    version: str = ""
    owner: str = ""
    heading: tuple[Inline, ...] = ()
    body: Body = field(default_factory=Body)
    preamble: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    revisions: tuple[Revision, ...] = ()
    toc: bool = False
    heading_numbers: bool = False
    landscape: bool = False
    separate: bool = False
    access: Access = Access.PUBLIC
    foreign: Foreign | None = None
    ground: str = ""
    language: str = ""

    @property
    def file(self) -> str:
        """The address of a foreign document's file, which is a PDF or a picture."""
        made = self.foreign is not None and self.foreign.made
        return posixpath.splitext(self.path)[0] + ".pdf" if made else self.path

    @property
    def known_as(self) -> str:
        """What tells an attachment in the record of an issue: the name of its file, its title where it has none."""
        # One that has no file has a path that only stands for one.
        return posixpath.basename(self.path) if posixpath.splitext(self.path)[1] else self.title

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of all that it was made of: its own file, those of its tables and pictures."""
        return self.path, *self.body.files

    @property
    def has_pages(self) -> bool:
        """Whether the packet prints it."""
        if self.access is not Access.PUBLIC or self.separate:
            return False
        return bool(self.body.blocks) or self.foreign is not None


@dataclass(frozen=True, slots=True)
class Recipient:
    """One to whom the decision is sent, with the purpose if one is said ("för kännedom")."""

    name: str
    purpose: str = ""

    @property
    def line(self) -> str:
        """`Kommunstyrelsen (för kännedom)`, as readers see it."""
        return f"{self.name} ({self.purpose})" if self.purpose else self.name


@dataclass(frozen=True, slots=True)
class Follows:
    """An earlier decision that a case goes on from: body (name or short name), date of its meeting, paragraph.

    `reports` says that the case reports back what that decision commissioned.
    """

    body: str
    date: dt.date
    paragraph: str = ""
    reports: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """One item on an agenda with its documents; `letter` is None where nothing is written.

    `path` is that of its file (`…/index.md` for a folder), `address` its page on the site. A confidential case holds
    only what its source lets be shown: `title` is then the public title or the phrase of the settings, `dnr` None.
    `linkable` False keeps it out of every matter; `paragraph` is the number it got in the minutes, where that is known;
    `short_proposal` is the agenda's column "proposal in short"; `moved_from` are the names that its file (with `.md`)
    or folder had, the oldest first; `ground` is as that of a document; `lines` tells where each fact stands in the
    file.
    """

    path: str
    address: str
    title: str
    kind: CaseKind = CaseKind.DECISION
    dnr: Dnr | None = None
    other_dnr: tuple[Dnr, ...] = ()
    follows: tuple[Follows, ...] = ()
    linkable: bool = True
    paragraph: str = ""
    officer: Person | None = None
    unit: str = ""
    presenters: tuple[Person, ...] = ()
    minutes: int | None = None
    short_proposal: str = ""
    signed: tuple[Person, ...] = ()
    letter: Document | None = None
    attachments: tuple[Document, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    access: Access = Access.PUBLIC
    moved_from: tuple[str, ...] = ()
    ground: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def pdf(self) -> str:
        """The address of the PDF that holds this case alone."""
        return file_beside(self.address, "handlingar.pdf")

    @property
    def documents(self) -> tuple[Document, ...]:
        """The letter, if there is one, then the attachments."""
        return (() if self.letter is None else (self.letter,)) + self.attachments


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row of the agenda; `number` is empty for an unnumbered row, `case` None for a row that is no case."""

    kind: RowKind
    title: str
    number: str = ""
    case: Case | None = None
    minutes: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Sitting:
    """One time the meeting sits: start, and end where one is known; local time of the municipality."""

    start: dt.datetime
    end: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a committee; `sittings` has at least one, in order of time.

    `folder` is the name of its folder (a date, with a suffix where a day has two); `path` that of its `index.md`;
    `address` its page on the site, `packet` the address of its PDF. `issued` is the day the summons went out, None
    while it has not; an unissued meeting of a public archive has no agenda. `issues` are what went out, in order,
    `changes` what the secretary says was changed since the first, `late` where that gets its pages. `adjusters` and
    `reserve` are proposed to adjust its minutes; who did so the record says. `minutes` are its record, where there is
    one, `locks` what of it was adjusted, in order. `moved_from` are the names that its folder had, the oldest first.
    `unread` are the sources of cases and attachments that are there, but in which something is wrong. `lines` tells
    where each fact stands in the file.
    """

    path: str
    folder: str
    address: str
    packet: str
    committee: str
    sittings: tuple[Sitting, ...]
    title: str = ""
    place: str = ""
    chair: Person | None = None
    secretary: Person | None = None
    adjusters: tuple[Person, ...] = ()
    reserve: tuple[Person, ...] = ()
    recipients: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    issued: dt.date | None = None
    status: MeetingStatus = MeetingStatus.CALLED
    status_note: str = ""
    agenda: tuple[AgendaRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    changes: tuple[Change, ...] = ()
    late: LatePages = LatePages.LAST
    note: Body = field(default_factory=Body)
    minutes: Minutes | None = None
    locks: tuple[Lock, ...] = ()
    moved_from: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def first_folder(self) -> str:
        """The first name that its folder had, which stays whenever it is moved."""
        return (*self.moved_from, self.folder)[0]

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of all that it is made of without its cases and minutes: its own file, those of its note."""
        return self.path, *self.note.files

    @property
    def texts(self) -> tuple[tuple[Body, str], ...]:
        """Its note, the texts of its documents and that of its minutes, each with the path of its file."""
        documents = (document for case in self.cases for document in case.documents)
        minutes = self.minutes
        record = () if minutes is None else (minutes.preamble, *(each.body for each in minutes.paragraphs))
        return (
            (self.note, self.path),
            *((document.body, document.path) for document in documents),
            *((body, minutes.path) for body in record if minutes is not None),
        )

    def printed(self) -> Iterator[tuple[AgendaRow, Case, Document]]:
        """The documents that its packet prints, in order, each with its case and the case's row of the agenda."""
        for row in self.agenda:
            case = row.case
            if case is not None:
                yield from ((row, case, document) for document in case.documents if document.has_pages)

    def is_issued(self, as_of: dt.date | None) -> bool:
        """Whether the summons is out on the day `as_of`, or, without a day, has a day on which it goes out."""
        return self.issued is not None and (as_of is None or self.issued <= as_of)

    @property
    def supplement(self) -> str:
        """The address of the PDF that holds only what was added or changed after the issue."""
        return posixpath.join(posixpath.dirname(self.packet), "kallelse-tillagg.pdf")

    @property
    def calendar(self) -> str:
        """The address of the file that puts the meeting into a calendar."""
        return posixpath.join(posixpath.dirname(self.packet), "sammantrade.ics")

    @property
    def page_map(self) -> str:
        """The address of the page map: beside the packet, under its name."""
        return posixpath.splitext(self.packet)[0] + ".json"

    def issue_address(self, number: int) -> str:
        """The address of an issue's own PDF, counted from 1."""
        return posixpath.join(posixpath.dirname(self.packet), f"utskick-{number}-kallelse.pdf")

    @property
    def date(self) -> dt.date:
        """The day the meeting begins."""
        return self.sittings[0].start.date()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases in the agenda's order."""
        return tuple(row.case for row in self.agenda if row.case is not None)

    def held(self, minutes: Minutes) -> tuple[HeldSitting, ...]:
        """When and where it sat by its `minutes`; as it was called, where they tell the same beginning and end."""
        called = tuple(HeldSitting(each.start, each.end) for each in self.sittings)
        whole = HeldSitting(minutes.opened, minutes.closed)
        # Of one that is not over, or not told to be, the rest may still be held otherwise.
        is_as_called = whole.end is not None and (whole.start, whole.end) == (called[0].start, called[-1].end)
        return minutes.sittings or (called if is_as_called else (whole,))


@dataclass(frozen=True, slots=True)
class Committee:
    """A body that meets, with its meetings in order of date and folder.

    `series` are the prefixes of its registry numbers, `standing` those numbers that are used for years of unrelated
    items and so make no matter. `boards` are the notice boards on which its minutes are announced, one for each of its
    municipalities; the council `is_council` (kommunfullmäktige). `delegated` are decisions taken for it that are
    announced apart from its minutes. `moved_from` are the names that its folder had, the oldest first.
    """

    path: str
    folder: str
    address: str
    name: str
    short: str = ""
    municipalities: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    standing: tuple[Dnr, ...] = ()
    agenda_columns: tuple[AgendaColumn, ...] = STANDARD_COLUMNS
    boards: tuple[Board, ...] = ()
    is_council: bool = False
    members: tuple[Person, ...] = ()
    deputies: tuple[Person, ...] = ()
    about: Body = field(default_factory=Body)
    delegated: tuple[DelegatedDecision, ...] = ()
    moved_from: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of all that it is made of without its meetings: its own file, those of what is said about it."""
        return self.path, *self.about.files

    @property
    def first_folder(self) -> str:
        """The first name that its folder had, which stays whenever it is renamed."""
        return (*self.moved_from, self.folder)[0]
