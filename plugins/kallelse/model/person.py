"""A person as the record and the agenda name one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name, with what stands beside it: title (IT-chef), party (S), place (Norrsala)."""

    name: str
    title: str = ""
    party: str = ""
    place: str = ""

    @property
    def line(self) -> str:
        """`Karin Ahlström (S), ordförande`, as front matter takes it and readers see it; without the place."""
        party = f" ({self.party})" if self.party else ""
        return f"{self.name}{party}{', ' if self.title else ''}{self.title}"

    def is_alike(self, other: Person) -> bool:
        """Whether both have one name, and no parties and no places that tell them apart."""
        pairs = ((self.party, other.party), (self.place, other.place))
        return self.name == other.name and all(not own or not its or own == its for own, its in pairs)
