"""What is put to a meeting and how it answered: motions, propositions, votes, and what a vote comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from kallelse.model.person import Person


class Outcome(Enum):
    """What became of a proposal, as one point of a decision says it."""

    APPROVED = "approved"
    AMENDED = "amended"
    REJECTED = "rejected"
    ELECTED = "elected"
    ANSWERED = "answered"
    NOTED = "noted"
    TABLED = "tabled"
    REFERRED_BACK = "referred_back"
    REFERRED_ON = "referred_on"
    WITHDRAWN = "withdrawn"


class StepKind(Enum):
    """Which step of the chair's order a proposition or a vote is, in the order in which they come."""

    DECIDE_NOW = "decide_now"
    COUNTER = "counter"
    MAIN = "main"
    ADDITION = "addition"


class Stand(Enum):
    """How one who votes stands."""

    YES = "yes"
    NO = "no"
    ABSTAINS = "abstains"


class Fate(Enum):
    """What became of a motion; PUT says that it came to a decision, which then tells the rest."""

    PUT = "put"
    APPROVED = "approved"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    RULED_OUT = "ruled_out"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Motion:
    """What somebody moved (yrkande): `points` are its texts, `rank` 1 for in the first place, 0 where none is said.

    `id` is what decisions and votes call it by.
    """

    movers: tuple[Person, ...]
    points: tuple[str, ...]
    id: str = ""
    supporters: tuple[Person, ...] = ()
    rank: int = 0
    fate: Fate = Fate.PUT
    line: int = 0


@dataclass(frozen=True, slots=True)
class Proposition:
    """A step that was decided by acclamation: `sides` are the proposals put, `winner` the place of the one that won."""

    sides: tuple[str, ...]
    winner: int
    step: StepKind = StepKind.MAIN
    outcome: Outcome | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """The proposal that yes or no stands for, and what is decided where it wins, if that is said."""

    text: str
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote in an open ballot, of a member or of a deputy who serves.

    `seat` is the name of the member whose seat a deputy serves; empty for a vacant one, and where the minutes have the
    deputy on several seats, of which the number of the paragraph tells which.
    """

    voter: Person
    stand: Stand
    seat: str = ""
    line: int = 0
    is_deputy: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of votes."""

    yes: int
    no: int
    abstaining: int = 0

    def of(self, stand: Stand) -> int:
        """The number of those who stand so."""
        return {Stand.YES: self.yes, Stand.NO: self.no, Stand.ABSTAINS: self.abstaining}[stand]


class Way(Enum):
    """By what a vote was decided: KL 5:54 (majority, the chair's casting vote, the lot), KL 5:50 (a minority)."""

    MAJORITY = "majority"
    CASTING = "casting"
    LOT = "lot"
    MINORITY = "minority"


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote between two proposals. An open one has `ballots`, a secret one only the `stated` numbers.

    `casting` is how the chair's casting vote fell, `lot` what the lot gave, at a tie; `by_minority` says that a third
    of the `present` is enough to table or refer back (KL 5 kap. 50 §).
    """

    yes: Side
    no: Side
    ballots: tuple[Ballot, ...] = ()
    stated: Tally | None = None
    step: StepKind = StepKind.MAIN
    casting: Stand | None = None
    lot: Stand | None = None
    by_minority: bool = False
    present: int = 0
    line: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it is told who voted how."""
        return bool(self.ballots)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who got votes in an election."""

    name: str
    votes: int
    line: int = 0


@dataclass(frozen=True, slots=True)
class Election:
    """A secret election of as many as there are `seats`; `lot` are those whom the lot chose among equals."""

    candidates: tuple[Candidate, ...]
    seats: int = 1
    blank: int = 0
    lot: tuple[str, ...] = ()
    line: int = 0


Step: TypeAlias = Proposition | Vote | Election
"""One step of what the chair put."""

RecordNoun: TypeAlias = Motion | Proposition | Vote | Election
"""What a fence of the record says."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a vote comes to; `winner` is None where nothing settles it."""

    tally: Tally
    winner: Stand | None
    way: Way = Way.MAJORITY

    @property
    def is_tie(self) -> bool:
        """Whether the votes were equal and no minority was enough, so that something else must settle it."""
        return self.way in (Way.CASTING, Way.LOT)


def tally_of(vote: Vote) -> Tally:
    """The votes counted, or, of a secret ballot, as they are stated."""
    if not vote.ballots:
        return vote.stated or Tally(0, 0)
    counts = {stand: sum(ballot.stand is stand for ballot in vote.ballots) for stand in Stand}
    return Tally(counts[Stand.YES], counts[Stand.NO], counts[Stand.ABSTAINS])


PUT_OFF = frozenset((Outcome.TABLED, Outcome.REFERRED_BACK))
"""What a third of those present in the council can bring about (KL 5 kap. 50 §)."""

UNDECIDED = PUT_OFF | {Outcome.WITHDRAWN}
"""What becomes of a proposal of which nothing is decided."""


def minority_side(vote: Vote) -> Stand:
    """For which side a third is enough: the one that tables or refers back, yes where none says that it does."""
    return Stand.NO if vote.no.outcome in PUT_OFF and vote.yes.outcome not in PUT_OFF else Stand.YES


def result_of(vote: Vote) -> Result:
    """What the vote comes to: more votes win (KL 5 kap. 54 §), a third of those present where that is enough.

    A minority that does not reach its third leaves the vote to the ordinary rules, a tie among them.
    """
    tally = tally_of(vote)
    if vote.by_minority:
        asked = minority_side(vote)
        other = Stand.NO if asked is Stand.YES else Stand.YES
        is_third = vote.present > 0 and 3 * tally.of(asked) >= vote.present
        if is_third and tally.of(asked) <= tally.of(other):
            return Result(tally, asked, Way.MINORITY)
    if tally.yes != tally.no:
        return Result(tally, Stand.YES if tally.yes > tally.no else Stand.NO)
    if vote.casting is not None:
        return Result(tally, vote.casting, Way.CASTING)
    return Result(tally, vote.lot, Way.LOT)


def winning_side(vote: Vote) -> Side | None:
    """The proposal that won; None where nothing settles it."""
    winner = result_of(vote).winner
    return None if winner is None else vote.yes if winner is Stand.YES else vote.no


@dataclass(frozen=True, slots=True)
class Elected:
    """Who was elected, in the order of their votes; `open_seats` are those that a tie leaves to the lot."""

    names: tuple[str, ...]
    open_seats: int = 0
    tied: tuple[str, ...] = field(default=())


def elected_of(election: Election) -> Elected:
    """Those with most votes; among equals for the last seats those whom the lot chose (KL 5 kap. 56 §)."""
    chosen: list[str] = []
    left = election.seats
    for votes in sorted({each.votes for each in election.candidates}, reverse=True):
        equal = [each.name for each in election.candidates if each.votes == votes]
        if left <= 0 or votes <= 0:
            break
        if len(equal) <= left:
            chosen += equal
            left -= len(equal)
            continue
        drawn = [name for name in equal if name in election.lot]
        if len(drawn) != left:
            return Elected(tuple(chosen), left, tuple(equal))
        return Elected((*chosen, *drawn))
    return Elected(tuple(chosen))


def decided_outcome(steps: Iterable[Step]) -> Outcome | None:
    """What the steps of a paragraph say is decided: the outcome of the last proposal that won with one.

    It follows the proposal that won, never the word yes. An addition that is carried amends what was decided before;
    one that falls leaves it.
    """
    found: Outcome | None = None
    for step in steps:
        outcome = _outcome_of(step)
        is_addition = not isinstance(step, Election) and step.step is StepKind.ADDITION
        if is_addition and found is not None:
            found = Outcome.AMENDED if outcome in (Outcome.APPROVED, Outcome.AMENDED) else found
        else:
            found = outcome or found
    return found


def _outcome_of(step: Step) -> Outcome | None:
    match step:
        case Vote():
            side = winning_side(step)
            return None if side is None else side.outcome
        case Proposition():
            return step.outcome
        case Election():
            return Outcome.ELECTED
