"""The people whom the front matter of minutes names turned into those who attended, each for some of the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeAlias, get_args

from kallelse.locale.record import VACANT
from kallelse.locale.record_words import AWAY, CHAIR, SECRETARY
from kallelse.model.finding import Finding, Place
from kallelse.model.meeting import Meeting
from kallelse.model.namesakes import namesakes, typed_person
from kallelse.model.person import Person
from kallelse.model.presence import ALWAYS, Presence, Share, share_of
from kallelse.model.record import Attendance, Attendee
from kallelse.model.settings import Language
from kallelse.read.frontmatter import FrontMatter, Location
from kallelse.read.meeting.people import person
from kallelse.read.record.presence import numbers_of, read_presence, stretches_of
from kallelse.read.record.roster import bare
from kallelse.read.record.schema import AttendeeFields, MinutesFields

Role: TypeAlias = Literal["chair", "secretary", "members", "serving", "deputies", "others"]


class Attending:
    """Who attended as what, while it is read; a set of paragraphs may have others than the rest of the meeting."""

    def __init__(self, fields: MinutesFields, matter: FrontMatter, meeting: Meeting, language: Language) -> None:
        self._matter, self._language = matter, language
        self.findings: list[Finding] = []
        self._found = {role: self._listed((role,), role, getattr(fields, role)) for role in get_args(Role)}
        self._found["chair"] = self._found["chair"] or _one(meeting.chair, CHAIR[language])
        self._found["secretary"] = self._found["secretary"] or _one(meeting.secretary, SECRETARY[language])
        for number, each in enumerate(fields.sets):
            for role in get_args(Role):
                location = ("sets", number, role)
                if own := self._listed(location, role, getattr(each, role)):
                    self._apart(role, own, each.paragraphs, self._place(location))

    @property
    def chairs(self) -> tuple[Attendee, ...]:
        """Who was in the chair."""
        return self._found["chair"]

    @property
    def secretaries(self) -> tuple[Attendee, ...]:
        """Who kept the minutes."""
        return self._found["secretary"]

    @property
    def attendance(self) -> Attendance:
        """The others."""
        found = self._found
        members = [each.person for each in found["members"]]
        seats = namesakes((*members, *(typed_person(each.seat) for each in found["serving"] if each.seat)), members)
        serving = tuple(
            replace(each, seat=seats.label(typed_person(each.seat)) or bare(each.seat)) if each.seat else each
            for each in found["serving"]
        )
        return Attendance(found["members"], serving, found["deputies"], found["others"])

    def _listed(self, location: Location, role: Role, listed: Sequence[AttendeeFields]) -> tuple[Attendee, ...]:
        found: list[Attendee] = []
        for number, each in enumerate(listed):
            here: Location = (*location, number)
            place = self._place(here)
            if role == "serving" and not each.for_:
                self.findings.append(Finding("serving-nobody", place, {"name": each.name}))
            if role != "serving" and each.for_:
                told = {"name": each.name, "key": role}
                self.findings.append(Finding("serving-elsewhere", self._place((*here, "for")), told))
            seat = "" if bare(each.for_).lower() in VACANT else " ".join(each.for_.split())
            found.append(
                Attendee(
                    person(each), self._presence(each, self._place((*here, "paragraphs"))), seat, each.group, place.line
                )
            )
        return tuple(found)

    def _place(self, location: Location) -> Place:
        return Place(self._matter.path, self._matter.line(location))

    def _presence(self, each: AttendeeFields, place: Place) -> Presence:
        if not each.paragraphs:
            return ALWAYS
        presence = read_presence(each.paragraphs)
        if presence is None:
            self.findings.append(Finding("presence-unread", place, {"name": each.name, "text": each.paragraphs}))
        return presence or ALWAYS

    def _apart(self, role: Role, own: tuple[Attendee, ...], stated: str, place: Place) -> None:
        """Those of a set in the place of those of the whole meeting, for its paragraphs."""
        numbers = numbers_of(stated)
        if not numbers:
            self.findings.append(Finding("set-attendance", place, {"key": role}))
            return
        ranges = stated if stated.startswith("§") else f"{'§' if len(numbers) == 1 else '§§'} {stated}"
        only = Presence(ranges, stretches_of(numbers))
        shared = namesakes((each.person for each in (*self._found[role], *own)), ())

        def who(each: Attendee) -> str:
            return shared.label(each.person) or each.person.name

        names = {who(each) for each in own if each.presence == ALWAYS}

        def is_there(each: Attendee) -> bool:
            return all(share_of(each.presence, number, {}) is Share.WHOLE for number in numbers)

        staying = {who(each) for each in self._found[role] if not each.seat and is_there(each)} & names
        away = AWAY[self._language].format(ranges=ranges)
        self._found[role] = (
            *(self._left(each, only, away) if who(each) not in staying else each for each in self._found[role]),
            *(
                replace(each, presence=only) if each.presence == ALWAYS else each
                for each in own
                if who(each) not in staying
            ),
        )

    def _left(self, each: Attendee, only: Presence, away: str) -> Attendee:
        """Somebody of the whole meeting without the paragraphs of a set; who is said to be there for some stays."""
        before = each.presence
        if before.here:
            return each
        typed = f"{before.typed}, {away}" if before.typed else away
        return replace(each, presence=Presence(typed, (), (*before.away, *only.here)))


def _one(person_there: Person | None, title: str) -> tuple[Attendee, ...]:
    """The one whom the meeting's own file names, under the title of the office where it says none."""
    if person_there is None:
        return ()
    return (Attendee(person_there if person_there.title else replace(person_there, title=title)),)
