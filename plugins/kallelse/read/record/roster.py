"""Those who attended a meeting, found by the names that its minutes call them by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kallelse.model.person import Person
from kallelse.model.record import Attendance, Attendee

_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Roster:
    """Who attended, in the order in which minutes list them."""

    attendance: Attendance

    def all(self) -> Iterator[Attendee]:
        """Members, serving deputies, other deputies, others present."""
        found = self.attendance
        yield from (*found.members, *found.serving, *found.deputies, *found.others)

    def find(self, typed: str) -> Attendee | None:
        """Whom `typed` names: the whole name, with or without party, or a last name that only one of them has."""
        name = bare(typed)
        for attendee in self.all():
            if attendee.person.name.casefold() == name.casefold():
                return attendee
        named = [
            each for each in self.attendance.deciding if each.person.name.casefold().split()[-1:] == [name.casefold()]
        ]
        people = {each.person.name: each for each in named}
        return named[0] if len(people) == 1 else None

    def person(self, typed: str) -> Person:
        """The person whom `typed` names; one of that name where nobody attended under it."""
        found = self.find(typed)
        if found is not None:
            # Who was in the chair for some paragraphs has more than one title.
            titles = {each.person.title for each in self.all() if each.person.name == found.person.name}
            return found.person if len(titles) == 1 else replace(found.person, title="")
        party = re.search(r"\(([^()]+)\)", typed)
        return Person(bare(typed), party=party[1].strip() if party else "")

    def seats(self, name: str) -> tuple[str, ...]:
        """The seats that a deputy served, each once, a vacant one empty; none of one who was a member as well."""
        if any(each.person.name == name for each in self.attendance.members):
            return ()
        return tuple(dict.fromkeys(each.seat for each in self.attendance.serving if each.person.name == name))


def bare(typed: str) -> str:
    """A name without what stands in brackets after it."""
    return " ".join(_BRACKETS.sub("", typed).split())
