"""The record of a meeting: attendance, paragraphs with decisions, sets that are adjusted and announced together."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from kallelse.model.decision import Assignment, Decision, Extension, Point, outcomes_of
from kallelse.model.dnr import Dnr
from kallelse.model.fold import walk
from kallelse.model.label import compact
from kallelse.model.law import Appeal
from kallelse.model.person import Person
from kallelse.model.presence import ALWAYS, Presence, Share, share_of
from kallelse.model.section import Section
from kallelse.model.text import Body, Recorded
from kallelse.model.vote import Election, Motion, Outcome, Proposition, Step, Vote


class Publication(Enum):
    """How much of a paragraph is published."""

    FULL = "full"
    ANONYMISED = "anonymised"
    HEADING = "heading"
    NUMBER = "number"


class Stubs(Enum):
    """What the PDF of a set shows of paragraphs of other sets: nothing, a line of its contents, a line in its text."""

    NONE = "none"
    CONTENTS = "contents"
    TEXT = "text"


class RecordForm(Enum):
    """In which form a meeting was held; by circulation (per capsulam) it has neither place nor time."""

    IN_PERSON = "in_person"
    DIGITAL = "digital"
    HYBRID = "hybrid"
    CIRCULATION = "circulation"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who attended, and for what; `seat` is the member whose seat a deputy serves, empty for a vacant one.

    `group` is the heading under which others present are listed.
    """

    person: Person
    presence: Presence = ALWAYS
    seat: str = ""
    group: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Attendance:
    """Members who took part, deputies who served a seat, deputies who did not, others present."""

    members: tuple[Attendee, ...] = ()
    serving: tuple[Attendee, ...] = ()
    deputies: tuple[Attendee, ...] = ()
    others: tuple[Attendee, ...] = ()

    @property
    def deciding(self) -> tuple[Attendee, ...]:
        """Those who may take part in decisions: members, then deputies who serve."""
        return self.members + self.serving


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `number` is 0 before the year's paragraphs are counted, and in notes beside the minutes.

    `stated` is the number typed in its heading, `item` that of its row on the agenda, `case` the path of its case; both
    are empty where the agenda has none. `sections` are all that it prints, what is taken from the case among them, in
    order. `not_taking_part`, `disqualified`, `supports`, `dissents` and `reserved` are names; those who do not serve
    may support a decision or dissent from it, which is no vote. `typed` and `taken` are digests of what its minutes say
    and of what it takes from the case.
    """

    title: str
    number: int = 0
    stated: int = 0
    item: str = ""
    case: str = ""
    dnr: Dnr | None = None
    body: Body = field(default_factory=Body)
    sections: tuple[Section, ...] = ()
    decisions: tuple[Decision, ...] = ()
    disqualified: tuple[str, ...] = ()
    not_taking_part: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    dissents: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    is_added: bool = False
    is_withdrawn: bool = False
    appeal: Appeal = Appeal.MUNICIPAL
    publication: Publication = Publication.FULL
    typed: str = ""
    taken: str = ""
    line: int = 0

    @property
    def recorded(self) -> tuple[Recorded, ...]:
        """The motions, propositions and votes among its blocks, in order."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(node for node in walk(blocks) if isinstance(node, Recorded))

    @property
    def motions(self) -> tuple[Motion, ...]:
        """What was moved."""
        return tuple(each.noun for each in self.recorded if isinstance(each.noun, Motion))

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the chair put, in order."""
        return tuple(each.noun for each in self.recorded if isinstance(each.noun, Proposition | Vote | Election))

    @property
    def votes(self) -> tuple[Vote, ...]:
        """The votes between two proposals."""
        return tuple(step for step in self.steps if isinstance(step, Vote))

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of all its decisions."""
        return tuple(point for decision in self.decisions for point in decision.points)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What the points of all its decisions come to."""
        return outcomes_of(self.points)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """What it commissions."""
        return tuple(point.assignment for point in self.points if point.assignment is not None)

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """What it gives a new day that was commissioned before."""
        return tuple(point.extension for point in self.points if point.extension is not None)


@dataclass(frozen=True, slots=True)
class Posting:
    """A notice on one board: up on `date`, down on `removed`, where that is already written down."""

    board: str
    date: dt.date
    removed: dt.date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature: who signed, when, and the number of the transaction."""

    name: str
    at: dt.datetime | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """The signing of a set of paragraphs: the day, perhaps the time, the place, who adjusts beside the chair."""

    date: dt.date | None = None
    time: dt.time | None = None
    place: str = ""
    adjusters: tuple[Person, ...] = ()
    reserve: tuple[Person, ...] = ()
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldSitting:
    """One time that a meeting sat: from, until, and where, if that is not the place of the meeting."""

    start: dt.datetime
    end: dt.datetime | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphSet:
    """Paragraphs that are adjusted and announced together; `numbers` is empty for all that no other set has.

    `stated` are the numbers as typed; `is_immediate` says that it was adjusted at once (omedelbar justering). `sitting`
    is when they were handled, where that was a sitting of their own; who then attended stands in the attendance of the
    minutes, for these paragraphs. `boards` are those that must have its notice. `pdf` is the path of the PDF that was
    kept of it as it is, empty for none. `lines` are those of its fields, of its own or said of all, and of each in a
    list, as `adjusters.0`.
    """

    numbers: tuple[int, ...] = ()
    stated: str = ""
    is_immediate: bool = False
    reason: str = ""
    adjustment: Adjustment = field(default_factory=Adjustment)
    postings: tuple[Posting, ...] = ()
    boards: tuple[str, ...] = ()
    kept: str = ""
    line: int = 0
    sitting: HeldSitting | None = None
    stubs: Stubs = Stubs.NONE
    pdf: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def is_adjusted(self, as_of: dt.date | None) -> bool:
        """Whether it is adjusted on the day `as_of`, or at all, without a day."""
        day = self.adjustment.date
        return day is not None and (as_of is None or day <= as_of)


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction (rättelse) of an adjusted record: of which paragraph, when, by whom, what.

    `text` is empty where nothing of its paragraph but the heading or the number is published; `typed` is a digest of
    what was typed, published or not.
    """

    date: dt.date
    by: str
    text: str
    paragraph: int = 0
    typed: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Adjournment:
    """A break during the meeting."""

    start: dt.time
    end: dt.time | None = None
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting; `path` is their file, `folder` the address of the meeting's folder.

    `first` is the number of the first paragraph where the file says it. `is_notes` are notes beside minutes, without
    paragraphs' numbers, adjustment or notice. `sittings` are told where there were several. `numbering` acknowledges a
    gap or a repeat of numbers in words that are printed. `body` is the text of the file, `preamble` what stands in it
    before the first paragraph. `items` are the numbers of the paragraphs of the agenda's items, also of those that are
    not shown. `is_cut_short` says that some of the text is in a block of code that never ends.
    """

    path: str
    folder: str
    opened: dt.datetime
    closed: dt.datetime | None = None
    sittings: tuple[HeldSitting, ...] = ()
    place: str = ""
    form: RecordForm = RecordForm.IN_PERSON
    is_notes: bool = False
    chairs: tuple[Attendee, ...] = ()
    secretaries: tuple[Attendee, ...] = ()
    attendance: Attendance = field(default_factory=Attendance)
    adjournments: tuple[Adjournment, ...] = ()
    first: int = 0
    numbering: str = ""
    sets: tuple[ParagraphSet, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    corrections: tuple[Correction, ...] = ()
    body: Body = field(default_factory=Body)
    preamble: Body = field(default_factory=Body)
    items: Mapping[str, int] = field(default_factory=dict)
    is_cut_short: bool = False
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def address(self) -> str:
        """The page of the whole minutes."""
        return posixpath.join(self.folder, "protokoll.html")

    @property
    def pdf(self) -> str:
        """The address of the PDF of all paragraphs that are adjusted."""
        return posixpath.join(self.folder, "protokoll.pdf")

    def is_public(self, as_of: dt.date | None) -> bool:
        """Whether anything of it is public on the day `as_of`, or at all, without a day (TF 2 kap. 10 §).

        That is a set that is adjusted; of notes, which nobody adjusts, all once the meeting they tell of is closed.
        """
        if self.is_notes:
            return self.closed is not None and (as_of is None or self.closed.date() <= as_of)
        return any(one.is_adjusted(as_of) for one in self.sets)

    def set_pdf(self, one: ParagraphSet) -> str:
        """The address of the PDF of one set, which is that of the whole where there is no other set."""
        if len(self.sets) < 2:
            return self.pdf
        name = compact([str(number) for number in sorted(one.numbers)]).replace("\u2013", "-").replace(", ", "-")
        return posixpath.join(self.folder, f"protokoll-paragraf-{name or 0}.pdf")

    def proof_pdf(self, one: ParagraphSet) -> str:
        """The address of the proof of notice of one set."""
        return self.set_pdf(one).replace("/protokoll", "/anslagsbevis")

    def paragraph_address(self, paragraph: Paragraph) -> str:
        """The page of one paragraph."""
        return posixpath.join(self.folder, f"paragraf-{self.key_of(paragraph)}.html")

    def extract_pdf(self, paragraph: Paragraph) -> str:
        """The address of the extract of one paragraph."""
        return posixpath.join(self.folder, f"paragraf-{self.key_of(paragraph)}-utdrag.pdf")

    def key_of(self, paragraph: Paragraph) -> str:
        """What no other paragraph is called: its number, and which it is where the minutes own to a repeated one."""
        same = [each.line for each in self.paragraphs if each.number == paragraph.number]
        place = same.index(paragraph.line) if paragraph.line in same else 0
        return f"{paragraph.number}-{place + 1}" if place else str(paragraph.number)

    def of_case(self, path: str) -> tuple[Paragraph, ...]:
        """The paragraphs of the case with that path."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.case == path)

    def set_of(self, paragraph: Paragraph) -> ParagraphSet | None:
        """The set that a paragraph belongs to."""
        return next((one for one in self.sets if paragraph.number in one.numbers), None)

    def within(self, one: ParagraphSet) -> tuple[Paragraph, ...]:
        """The paragraphs of a set."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.number in one.numbers)

    def share(self, attendee: Attendee, paragraph: Paragraph) -> Share:
        """How much of a paragraph somebody attended."""
        items = self.items or {each.item: each.number for each in self.paragraphs}
        return share_of(attendee.presence, paragraph.number, items)

    def chairs_of(self, paragraph: Paragraph) -> Iterator[Person]:
        """Who was in the chair in at least a part of it."""
        return (each.person for each in self.chairs if self.share(each, paragraph) is not Share.NONE)

    def chair_of(self, paragraph: Paragraph) -> Person | None:
        """Who was in the chair; the first, where several shared it."""
        return next(self.chairs_of(paragraph), None)

    def in_office(self, attendee: Attendee, chair: str) -> Attendee:
        """Somebody who decides, as the chair where they led the meeting and no title of theirs is typed.

        `chair` is that title where none is typed of the chair; who led a part of it did so there: `ordförande §§ 1–4`.
        """
        person = attendee.person
        led = [each for each in self.chairs if not person.title and each.person.is_alike(person)]
        titles = (
            f"{each.person.title or chair} {'' if each.presence == attendee.presence else each.presence.typed}".strip()
            for each in led
        )
        return replace(attendee, person=replace(person, title=", ".join(titles))) if led else attendee

    def deciding(self, paragraph: Paragraph) -> Iterator[tuple[Attendee, Share]]:
        """Those who served in a paragraph, each with how much of it they attended."""
        for attendee in self.attendance.deciding:
            share = self.share(attendee, paragraph)
            if share is not Share.NONE:
                yield attendee, share
