"""The provisions of law that the record of a meeting follows, told by statute, chapter and section."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Statute(Enum):
    """A statute by its number in the Swedish code of statutes."""

    MUNICIPAL = "2017:725"
    ADMINISTRATIVE = "2017:900"
    TIME = "1930:173"


@dataclass(frozen=True, slots=True)
class Section:
    """Where a provision stands; a statute without chapters has none."""

    statute: Statute
    chapter: int | None
    number: int


class Provision(Enum):
    """A provision by its statute's usual letters (`KL` kommunallagen, `FL` förvaltningslagen) and its section."""

    KL_5_13 = Section(Statute.MUNICIPAL, 5, 13)
    KL_5_14 = Section(Statute.MUNICIPAL, 5, 14)
    KL_5_15 = Section(Statute.MUNICIPAL, 5, 15)
    KL_5_69 = Section(Statute.MUNICIPAL, 5, 69)
    KL_6_35 = Section(Statute.MUNICIPAL, 6, 35)
    KL_8_9 = Section(Statute.MUNICIPAL, 8, 9)
    KL_8_10 = Section(Statute.MUNICIPAL, 8, 10)
    KL_8_11 = Section(Statute.MUNICIPAL, 8, 11)
    KL_8_12 = Section(Statute.MUNICIPAL, 8, 12)
    KL_9_32 = Section(Statute.MUNICIPAL, 9, 32)
    KL_13_5 = Section(Statute.MUNICIPAL, 13, 5)
    FL_43 = Section(Statute.ADMINISTRATIVE, None, 43)
    FL_44 = Section(Statute.ADMINISTRATIVE, None, 44)
    TIME_1 = Section(Statute.TIME, None, 1)
    TIME_2 = Section(Statute.TIME, None, 2)


class Appeal(Enum):
    """How a decision is appealed: as a member of the municipality, as the one it concerns, or not at all."""

    MUNICIPAL = "municipal"
    ADMINISTRATIVE = "administrative"
    NONE = "none"
