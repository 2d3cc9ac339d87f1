"""Minutes turned into what they are held against: who served in each paragraph, and what their committee is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kallelse.locale.figures import SPACE
from kallelse.locale.paragraphs import numbered
from kallelse.model.finding import Finding, Place, Severity, listed
from kallelse.model.meeting import Access, Case, Committee, Meeting
from kallelse.model.namesakes import Namesakes, namesakes_of, typed_person
from kallelse.model.person import Person
from kallelse.model.presence import Share, share_of
from kallelse.model.record import Attendee, Minutes, Paragraph


@dataclass(frozen=True, slots=True)
class Roll:
    """A committee as its minutes are held against it.

    `seats` are the members of today and all whom any of its minutes has as members; `latest` is the path of the last
    of its minutes, the only ones that the lists of today must fit.
    """

    members: tuple[Person, ...] = ()
    deputies: tuple[Person, ...] = ()
    seats: frozenset[str] = frozenset()
    is_council: bool = False
    latest: str = ""


def roll_of(committee: Committee) -> Roll:
    """What the minutes of a committee are held against."""
    records = [meeting.minutes for meeting in committee.meetings if meeting.minutes is not None]
    attended = (each.person for minutes in records for each in minutes.attendance.members)
    return Roll(
        committee.members,
        committee.deputies,
        frozenset(person.name for person in (*committee.members, *attended)),
        committee.is_council,
        records[-1].path if records else "",
    )


@dataclass(frozen=True, slots=True)
class Server:
    """Somebody who served in a paragraph on a seat, which bears the name of its member, or his own if it is vacant.

    `who` is the name with what tells him from others of that name, as it stands in `seat`.
    """

    name: str
    seat: str
    share: Share
    who: str = ""


@dataclass(frozen=True, slots=True)
class Attended:
    """A paragraph with those who served in it and who was in the chair, by name and by what tells them apart."""

    paragraph: Paragraph
    servers: tuple[Server, ...]
    chairs: tuple[str, ...]
    led: tuple[str, ...] = ()
    disqualified: tuple[str, ...] = ()
    not_taking_part: tuple[str, ...] = ()

    @property
    def present(self) -> tuple[Server, ...]:
        """Those who served in at least a part of it."""
        return tuple(each for each in self.servers if each.share is not Share.NONE)

    @property
    def entitled(self) -> tuple[Server, ...]:
        """Those who could vote in it: neither disqualified (KL 5:47, 6:28) nor standing aside."""
        aside = {*self.disqualified, *self.not_taking_part}
        return tuple(each for each in self.present if each.who not in aside)


@dataclass(frozen=True, slots=True)
class Held:
    """The minutes of a meeting with all that they are held against."""

    roll: Roll
    meeting: Meeting
    minutes: Minutes
    paragraphs: tuple[Attended, ...]
    cases: Mapping[str, Case]
    shared: Namesakes

    @property
    def names(self) -> frozenset[str]:
        """All who attended, in whatever part, by name and by what tells them apart."""
        found = self.minutes.attendance
        people = [each.person for each in (*found.deciding, *found.deputies, *found.others)]
        return frozenset((*(each.name for each in people), *map(self.shared.label, people)))

    def who(self, person: Person) -> str:
        """The name of somebody, with what tells him from others of that name, where it is told."""
        return _label(person, self.shared)

    def misspelt_in_list(self, name: str) -> Attendee | None:
        """Who stands in the attendance list under a misspelling of `name`, which the committee has and the list not."""
        of_committee = {person.name for person in (*self.roll.members, *self.roll.deputies)}
        attendance = self.minutes.attendance
        listed_ = {each.person.name: each for each in (*attendance.deciding, *attendance.deputies)}
        if name not in of_committee or name in listed_:
            return None
        near = get_close_matches(name, sorted(listed_.keys() - of_committee), 1, 0.75)
        return listed_[near[0]] if near else None

    def public_case(self, paragraph: Paragraph) -> Case | None:
        """The case of a paragraph, of which more than a stub is known."""
        case = self.cases.get(paragraph.case)
        return None if case is None or case.access is Access.CONFIDENTIAL else case

    def unfinished(self, paragraph: Paragraph | None = None) -> Severity:
        """How much it weighs that something is still to be written, in that paragraph or at all.

        Until it is adjusted, a record is nothing but a draft, and keeps nothing else from being published.
        """
        sets = self.minutes.sets
        if paragraph is not None:
            sets = tuple(one for one in sets if paragraph.number in one.numbers)
        return Severity.ERROR if any(one.is_adjusted(None) for one in sets) else Severity.REMARK


def held(roll: Roll, meeting: Meeting, minutes: Minutes) -> Held:
    """The minutes with who served in each paragraph."""
    items = {each.item: each.number for each in minutes.paragraphs}
    shared = namesakes_of(minutes.attendance)
    served = [(each, _label(each.person, shared)) for each in minutes.attendance.deciding]
    seats = {each.seat: _label(typed_person(each.seat), shared) for each in minutes.attendance.serving if each.seat}
    chairs = [(each, _label(each.person, shared)) for each in minutes.chairs]

    def share(attendee: Attendee, paragraph: Paragraph) -> Share:
        return share_of(attendee.presence, paragraph.number, items)

    paragraphs = tuple(
        Attended(
            paragraph,
            tuple(
                Server(each.person.name, seats.get(each.seat, who), share(each, paragraph), who) for each, who in served
            ),
            tuple(each.person.name for each, _ in chairs if share(each, paragraph) is not Share.NONE),
            tuple(who for each, who in chairs if share(each, paragraph) is not Share.NONE),
            tuple(_label(typed_person(name), shared) for name in paragraph.disqualified),
            tuple(_label(typed_person(name), shared) for name in paragraph.not_taking_part),
        )
        for paragraph in minutes.paragraphs
    )
    return Held(roll, meeting, minutes, paragraphs, {case.path: case for case in meeting.cases}, shared)


def ambiguous(held: Held, person: Person, place: Place) -> Finding:
    """A name that may be that of several."""
    return Finding("name-shared", place, {"name": person.name, "choices": listed(held.shared.labels(person.name), 5)})


def listed_as(name: str, other: Attendee, place: Place) -> Finding:
    """A name that is right and stands misspelt in the attendance list."""
    return Finding("name-listed", place, {"name": name, "listed": other.person.name, "line": str(other.line)})


def _label(person: Person, shared: Namesakes) -> str:
    return shared.label(person) or person.name


def marked(numbers: Iterable[int]) -> str:
    """`§ 21`, or `§§ 21–22, 24`."""
    return numbered(numbers).replace(SPACE, " ")
