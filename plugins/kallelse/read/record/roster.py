"""Those who attended a meeting, found by the names that its minutes call them by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

from kallelse.model.namesakes import Namesakes, namesakes, namesakes_of, typed_person
from kallelse.model.person import Person
from kallelse.model.record import Attendance, Attendee

_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True)
class Roster:
    """Who attended, in the order in which minutes list them."""

    attendance: Attendance

    def all(self) -> Iterator[Attendee]:
        """Members, serving deputies, other deputies, others present."""
        found = self.attendance
        yield from (*found.members, *found.serving, *found.deputies, *found.others)

    @cached_property
    def shared(self) -> Namesakes:
        """Those who share a name."""
        return namesakes_of(self.attendance)

    def shared_with(self, people: Iterable[Person]) -> Namesakes:
        """Those who share a name, among `people` as well."""
        deciding = [each.person for each in self.attendance.deciding]
        return namesakes((*(each.person for each in self.all()), *people), deciding)

    @property
    def people(self) -> tuple[Person, ...]:
        """All of them, those who share a name under what tells them apart as well."""
        found = dict.fromkeys(each.person for each in self.all())
        apart = (replace(each, name=self.shared.label(each)) for each in found if self.shared.of(each.name))
        return (*found, *(each for each in apart if each.name and each not in found))

    def find(self, typed: str) -> Attendee | None:
        """Whom `typed` names: the whole name, with or without party, or a last name that only one of them has.

        Of several of one name it is the one whose party is typed, else the only one of them who takes part.
        """
        name = bare(typed).casefold()
        for attendee in self._meant(typed, [each for each in self.all() if each.person.name.casefold() == name]):
            return attendee
        named = self._called(name)
        people = {each.person.name.casefold() for each in named}
        return next(self._meant(typed, named), None) if len(people) == 1 else None

    def near(self, typed: str) -> str:
        """The name of one who attended that `typed` is, or is much like; empty where there is none."""
        if (found := self.find(typed)) is not None:
            return found.person.name
        known = dict.fromkeys(each.person.name for each in self.all())
        return next(iter(get_close_matches(bare(typed), known, 1, 0.8)), "")

    def is_title(self, typed: str) -> bool:
        """Whether that is what somebody is, not who: the title of one who attended."""
        said = bare(typed).casefold()
        return any(said == each.person.title.casefold() for each in self.all() if each.person.title)

    def person(self, typed: str) -> Person:
        """The person whom `typed` names; one of that name where nobody attended under it, or several did."""
        found = self.find(typed)
        if found is None:
            said = typed_person(typed)
            full = {each.person.name for each in self._called(said.name)}
            return replace(said, name=full.pop()) if len(full) == 1 else said
        # Who was in the chair for some paragraphs has more than one title.
        titles = {each.person.title for each in self.all() if self._is(each, found.person)}
        return found.person if len(titles) == 1 else replace(found.person, title="")

    def seats(self, person: Person) -> tuple[str, ...]:
        """The seats that a deputy served, each once, a vacant one empty; none of one who was a member as well."""
        if any(self._is(each, person) for each in self.attendance.members):
            return ()
        return tuple(dict.fromkeys(each.seat for each in self.attendance.serving if self._is(each, person)))

    def _called(self, name: str) -> list[Attendee]:
        """Those who take part of that last name."""
        word = name.casefold()
        return [each for each in self.attendance.deciding if each.person.name.casefold().split()[-1:] == [word]]

    def _is(self, attendee: Attendee, person: Person) -> bool:
        name = attendee.person.name
        return name == person.name and self.shared.label(attendee.person) == self.shared.label(person)

    def _meant(self, typed: str, named: Iterable[Attendee]) -> Iterator[Attendee]:
        """Those of one name whom `typed` means."""
        for attendee in named:
            said = replace(typed_person(typed), name=attendee.person.name)
            if not self.shared.of(said.name) or self._is(attendee, said):
                yield attendee


def bare(typed: str) -> str:
    """A name without what stands in brackets after it."""
    return " ".join(_BRACKETS.sub("", typed).split())
