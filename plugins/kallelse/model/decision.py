"""What is decided under one heading: points, what each comes to, and what it commissions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kallelse.model.text import Block
from kallelse.model.vote import Outcome


@dataclass(frozen=True, slots=True)
class Assignment:
    """What somebody is to do by a day (uppdrag)."""

    to: str
    due: dt.date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Extension:
    """A new day for what paragraph `paragraph` of the committee's meeting on `date` commissioned."""

    paragraph: int
    date: dt.date
    due: dt.date
    line: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a decision; `number` is 0 where the decision is not cut into points."""

    number: int
    blocks: tuple[Block, ...]
    outcome: Outcome | None = None
    assignment: Assignment | None = None
    line: int = 0
    extension: Extension | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided under one heading; `to` is the body that it is a proposal to, empty where it decides itself.

    `section` is the place of its section in the paragraph, `condition` that on which it is decided, as typed.
    """

    section: int
    points: tuple[Point, ...]
    to: str = ""
    line: int = 0
    condition: str = ""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What its points come to."""
        return outcomes_of(self.points)


def outcomes_of(points: Iterable[Point]) -> tuple[Outcome, ...]:
    """What points come to, each outcome once; an approved point beside an amended one is no other outcome."""
    found = dict.fromkeys(point.outcome for point in points if point.outcome is not None)
    if Outcome.AMENDED in found:
        found.pop(Outcome.APPROVED, None)
    return tuple(found)
