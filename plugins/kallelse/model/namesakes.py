"""People who share a name told apart by party and place, as far as those are typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kallelse.model.person import Person
from kallelse.model.record import Attendance


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Those who share a name with somebody else whom party or place tells apart from them, by that name.

    `deciding` are those of them who take part in decisions, of whom a name without a party is said first.
    """

    everyone: Mapping[str, tuple[Person, ...]]
    deciding: Mapping[str, tuple[Person, ...]]

    def of(self, name: str) -> tuple[Person, ...]:
        """All of that name, where it is that of several."""
        return self.everyone.get(_folded(name), ())

    def meant(self, person: Person) -> Person | None:
        """Whom a name stands for, with as much of party and place as is typed; None where that may be several."""
        name = _folded(person.name)
        if name not in self.everyone:
            return person
        for several in (self.everyone[name], self.deciding.get(name, ())):
            fitting = [each for each in several if _fits(person, each)]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def label(self, person: Person) -> str:
        """The name, with what tells the person from others of that name; empty where that may be several."""
        meant = self.meant(person)
        if meant is None:
            return ""
        others = [each for each in self.of(meant.name) if not _fits(meant, each)]
        if not others:
            return meant.name
        party = _party_and_place(meant)[0]
        is_party = bool(party) and all(_party_and_place(each)[0] != party for each in others)
        marks = [meant.party] if is_party else [each for each in (meant.party, meant.place) if each]
        return f"{meant.name} ({', '.join(marks)})" if marks else meant.name

    def labels(self, name: str) -> tuple[str, ...]:
        """What may be written for each of that name."""
        return tuple(self.label(each) for each in self.of(name))


def namesakes(everyone: Iterable[Person], deciding: Iterable[Person]) -> Namesakes:
    """Those among `everyone`, and among those `deciding`, who share their names."""
    shared = {name: several for name, several in _by_name(everyone).items() if len(several) > 1}
    return Namesakes(shared, {name: several for name, several in _by_name(deciding).items() if name in shared})


def namesakes_of(attendance: Attendance) -> Namesakes:
    """Those who share a name among all who attended, and those whose seats deputies serve."""
    deciding = tuple(each.person for each in attendance.deciding)
    others = (each.person for each in (*attendance.deputies, *attendance.others))
    seats = (typed_person(each.seat) for each in attendance.serving if each.seat)
    return namesakes((*deciding, *others, *seats), deciding)


def typed_person(typed: str) -> Person:
    """`Leila Haddad (V)`, or `Leila Haddad (V, Norrsala)`, as a person."""
    name, _, rest = typed.partition("(")
    party, _, place = rest.partition(")")[0].partition(",")
    return Person(" ".join(name.split()), party=party.strip(), place=place.strip())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _fits(typed: Person, known: Person) -> bool:
    """Whether party and place are those of somebody, as far as they are typed; a place may stand for a party."""
    (party, place), (own_party, own_place) = _party_and_place(typed), _party_and_place(known)
    if party and not place and party == own_place:
        return True
    return all(not said or said == own for said, own in ((party, own_party), (place, own_place)))


def _party_and_place(person: Person) -> tuple[str, str]:
    """Both as they are compared; the place may stand beside the party: `(V, Norrsala)`."""
    party, _, place = person.party.partition(",")
    return _folded(party), _folded(person.place or place)


def _by_name(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """People by name, each once: one line may tell less of somebody than another does."""
    found: dict[str, list[Person]] = {}
    for each in people:
        person = replace(each, title="")
        known = found.setdefault(_folded(person.name), [])
        less = [one for one in known if _fits(one, person)]
        if less:
            known[known.index(less[0])] = person
        elif not any(_fits(person, one) for one in known):
            known.append(person)
    return {name: tuple(several) for name, several in found.items()}
