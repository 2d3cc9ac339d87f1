"""The parts of a body, each under one heading that says what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kallelse.model.text import Block, BulletList, Inline, OrderedList


class SectionKind(Enum):
    """What a section is for, of a letter or of a paragraph of the minutes.

    Of the minutes the order is that in which a paragraph prints them; a heading without a pattern in the settings is
    OTHER. The law's six parts are MOTIONS, PROPOSITIONS, VOTES, DECISION and RESERVATION (KL 5 kap. 66 §); who took
    part stands with the votes.
    """

    DECISION = "decision"
    WORDING = "wording"
    SUMMARY = "summary"
    DESCRIPTION = "description"
    ECONOMY = "economy"
    GROUNDS = "grounds"
    REASONS = "reasons"
    PROPOSAL = "proposal"
    TREATMENT = "treatment"
    DISQUALIFIED = "disqualified"
    MOTIONS = "motions"
    PROPOSITIONS = "propositions"
    VOTES = "votes"
    NOT_TAKING_PART = "not_taking_part"
    SUPPORT = "support"
    DISSENT = "dissent"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    DELEGATED = "delegated"
    SENT_TO = "sent_to"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a body under one heading; a proposal is addressed to the body `body_name`, if any.

    `by` is who proposes, `condition` that on which something is decided, where the heading says so.
    """

    kind: SectionKind
    heading: tuple[Inline, ...]
    anchor: str
    blocks: tuple[Block, ...]
    body_name: str = ""
    line: int = 0
    by: str = ""
    condition: str = ""

    @property
    def points(self) -> tuple[tuple[Block, ...], ...]:
        """The points of what is proposed or decided: the items of its lists, or else the whole of it."""
        lists = [block for block in self.blocks if isinstance(block, OrderedList | BulletList)]
        return tuple(item for block in lists for item in block.items) or (self.blocks,)
