"""The lines of a fence in minutes turned into a motion, a proposition, a vote or an election."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from kallelse.locale.record import FATES, GROUPED, LINES, MINORITY, NO, NUMBERS, OUTCOMES, RANKS, STANDS, STEPS, YES
from kallelse.locale.words import Fence
from kallelse.model.finding import Finding, Place, listed
from kallelse.model.namesakes import Namesakes
from kallelse.model.person import Person
from kallelse.model.vote import (
    Ballot,
    Candidate,
    Election,
    Fate,
    Motion,
    Outcome,
    Proposition,
    RecordNoun,
    Side,
    Stand,
    StepKind,
    Tally,
    Vote,
)
from kallelse.read.record.marks import stray_in, unknown_mark
from kallelse.read.record.roster import Roster, bare

_LINE = re.compile(r"(?P<key>[^:]+?)\s*:\s*(?P<value>.*)")
_MARK = re.compile(r"\s*\{(?P<mark>[^{}:]+)\}\s*$")
# Not what stands in brackets: `Leila Haddad (V, Ekvik)`.
_APART = re.compile(r"(?:\s*[,;&/]\s*(?:(?:och|samt|and)\s+)?|\s+(?:och|samt|and)\s+)(?![^()]*\))")
_COUNT = re.compile(r"(?P<count>\d{1,4})\s*(?P<word>[^\W\d]+?)(?:-?röst(?:er)?|\s+votes?)?", re.IGNORECASE)
_PAIR = re.compile(r"(\d{1,4})\s*[-\u2010-\u2015\u2212]\s*(\d{1,4})")
_POINT = re.compile(r"^(?:[-*•]|\d+[.)])\s+")
_NUMBER = re.compile(r"\d{1,4}")
_MOST = 5
ALLOWED: Mapping[Fence, tuple[str, ...]] = {
    Fence.VOTE: ("step", "result", "casting", "lot", "needs", "present"),
    Fence.ELECTION: ("seats", "blank", "lot"),
    Fence.MOTION: ("movers", "supporters", "id", "rank", "fate"),
    Fence.PROPOSITION: ("step", "side", "winner"),
}
"""What the lines of each fence say, beside its own texts, votes and names."""
# What stands before the numbers of any vote, and is the name of nobody.
_WORDS = frozenset((*LINES, *STANDS, *GROUPED, *NUMBERS))

_T = TypeVar("_T")
_D = TypeVar("_D")


def read_recorded(
    kind: Fence, lines: Sequence[str], line: int, roster: Roster, path: str
) -> tuple[RecordNoun | None, tuple[Finding, ...]]:
    """What the fence on `line` says; None where it says too little to be what it should be."""
    reading = _Reading(kind, lines, line, roster, path)
    made: Callable[[], RecordNoun | None] = {
        Fence.VOTE: reading.vote,
        Fence.ELECTION: reading.election,
        Fence.MOTION: reading.motion,
        Fence.PROPOSITION: reading.proposition,
    }[kind]
    noun = made()
    return noun, tuple(reading.findings)


class _Reading:
    """One fence while it is read."""

    def __init__(self, kind: Fence, lines: Sequence[str], line: int, roster: Roster, path: str) -> None:
        self._line, self._roster, self._path = line, roster, path
        self.findings: list[Finding] = []
        self._said: dict[str, list[tuple[str, int]]] = {}
        # What other lines say before and after their colon, and those without one.
        self._pairs: list[tuple[str, str, int]] = []
        self._texts: list[tuple[str, int]] = []
        self._indents = {number: len(typed) - len(typed.lstrip()) for number, typed in enumerate(lines, start=line + 1)}
        self._allowed = allowed = ALLOWED[kind]
        for number, typed in enumerate(lines, start=line + 1):
            match = _LINE.fullmatch(typed.strip())
            if match is None:
                if typed.strip():
                    self._texts.append((typed.strip(), number))
                continue
            key = " ".join(match["key"].lower().split())
            if LINES.get(key) in allowed:
                self._said.setdefault(LINES[key], []).append((match["value"], number))
            else:
                self._pairs.append((match["key"], match["value"], number))

    def _tell(self, code: str, line: int, /, **words: str) -> None:
        self.findings.append(Finding(code, Place(self._path, line), words))

    def _one(self, key: str) -> tuple[str, int]:
        """What the line `key` says, which is there once, and its number; empty where there is none."""
        found = self._said.get(key, [("", 0)])
        for _, line in found[1:]:
            self._tell("record-line-twice", line, first=str(found[0][1]))
        return found[0]

    def _choice(self, key: str, known: Mapping[str, _T], standard: _D, code: str = "record-word") -> _T | _D:
        value, line = self._one(key)
        if not value:
            return standard
        if (folded := " ".join(value.lower().split())) in known:
            return known[folded]
        self._tell(code, line, text=value, known=", ".join(dict.fromkeys(known)))
        return standard

    def _number(self, key: str, standard: int) -> int:
        value, line = self._one(key)
        if not value:
            return standard
        if _NUMBER.fullmatch(value):
            return int(value)
        self._tell("record-number", line, text=value)
        return standard

    def _unmarked(self, value: str, line: int) -> str:
        """A text in which no mark is read, without one at its end."""
        self.findings += stray_in(value, Place(self._path, line))
        return _MARK.sub("", value).strip() or value

    def _people(self, value: str, line: int) -> tuple[Person, ...]:
        return tuple(self._roster.person(name) for name in self._names(value, line))

    def _said_people(self, key: str) -> tuple[Person, ...]:
        value, line = self._one(key)
        return self._people(self._unmarked(value, line), line)

    def _names(self, value: str, line: int) -> list[str]:
        """The names in a text; what stands after the brackets of one would be lost, and may be somebody else."""
        names = [name for name in _APART.split(value) if name.strip() and not self._roster.is_title(name)]
        for name in names:
            if bare(name.partition(")")[2]).strip(" ."):
                self._tell("record-name", line, text=name.strip())
        return names

    def _no_texts(self, texts: Sequence[tuple[str, int]]) -> None:
        for text, line in texts:
            self._tell("record-line", line, text=text)

    def _strange(self, pairs: Sequence[tuple[str, str, int]]) -> None:
        for key, value, line in pairs:
            if near := self._near(key, 0.7):
                self._tell("record-line-misspelt", line, text=f"{key}: {value}", near=near)
            else:
                self._tell("record-line", line, text=f"{key}: {value}")

    def _near(self, key: str, likeness: float) -> str:
        """The word before the colon that is meant by one much like it; empty where none is."""
        known = [word for word, name in LINES.items() if name in self._allowed]
        return next(iter(get_close_matches(key.lower(), known, 1, likeness)), "")

    # Votes

    def vote(self) -> Vote | None:
        sides: dict[str, Side] = {}
        ballots: list[Ballot] = []
        strange: list[tuple[str, str, int]] = []
        for key, value, line in self._pairs:
            word = " ".join(key.lower().split())
            if word in YES or word in NO:
                name = "yes" if word in YES else "no"
                if name in sides and value.lower().rstrip(".") in STANDS:
                    self._tell("vote-name", line, text=f"{key}: {value}")
                elif name in sides:
                    self._tell("record-line-twice", line, first=str(self._line))
                sides.setdefault(name, self._side(value, line))
            elif word in GROUPED:
                ballots += (self._ballot(name, GROUPED[word], line) for name in self._names(value, line))
            elif (stand := STANDS.get(value.lower().rstrip("."))) is not None:
                names = _APART.split(key)
                are_voters = all(self._roster.find(name) is not None for name in names)
                ballots += (self._ballot(name, stand, line) for name in (names if are_voters else [key]))
            elif value.rpartition(":")[2].strip().lower().rstrip(".") in STANDS:
                self._tell("vote-name", line, text=f"{key}: {value}")
            else:
                strange.append((key, value, line))
        has_uncounted = self._uncounted(strange)
        self._strange([each for each in strange if not self._is_voter(each[0])])
        self._no_texts(self._texts)
        if len(sides) < 2:
            self._tell("vote-sides", self._line)
            return None
        needs, line = self._one("needs")
        if needs and needs.lower() not in MINORITY:
            self._tell("record-word", line, text=needs, known=MINORITY[0])
        stated = self._stated(sum(ballot.stand is Stand.ABSTAINS for ballot in ballots))
        if has_uncounted:
            # Whatever the others come to, it is not what the vote came to.
            return None
        if not ballots and stated is None:
            self._tell("vote-empty", self._line)
            return None
        return Vote(
            yes=sides["yes"],
            no=sides["no"],
            ballots=tuple(ballots),
            stated=stated,
            step=self._choice("step", STEPS, StepKind.MAIN),
            casting=self._choice("casting", _SETTLING, None, "vote-casting-word"),
            lot=self._choice("lot", _SETTLING, None, "vote-lot-word"),
            by_minority=needs.lower() in MINORITY,
            present=self._number("present", 0),
            line=self._line,
        )

    def _is_voter(self, key: str) -> bool:
        """Whether the word before a colon is the name of one who attended, or nearly so."""
        return self._roster.near(key) != "" and not self._near(key, 0.8)

    def _uncounted(self, pairs: Sequence[tuple[str, str, int]]) -> bool:
        """Whether somebody stands there without a vote: told of each who has another word, of the others at once."""
        voters = [(bare(key), value, line) for key, value, line in pairs if self._is_voter(key)]
        silent = [(name, line) for name, value, line in voters if not value]
        if silent:
            self._tell("vote-silent", silent[0][1], names=listed([name for name, _ in silent], _MOST))
        for name, value, line in voters:
            if value:
                self._tell("vote-word", line, name=name, text=value)
        return bool(voters)

    def _side(self, value: str, line: int) -> Side:
        text, outcome = self._marked(value, line)
        if not text:
            self._tell("vote-sides", line)
        return Side(text, outcome)

    def _marked(self, value: str, line: int) -> tuple[str, Outcome | None]:
        """A text without the mark at its end, and the outcome that the mark says."""
        match = _MARK.search(value)
        if match is None:
            self.findings += stray_in(value, Place(self._path, line))
            return value.strip(), None
        word = " ".join(match["mark"].lower().split())
        if word not in OUTCOMES:
            self.findings.append(unknown_mark(match["mark"], Place(self._path, line)))
        kept = value[: match.start()].strip()
        self.findings += stray_in(kept, Place(self._path, line))
        return kept, OUTCOMES.get(word)

    def _ballot(self, name: str, stand: Stand, line: int) -> Ballot:
        voter = self._roster.person(self._unmarked(name, line))
        seats = self._roster.seats(voter)
        return Ballot(voter, stand, seats[0] if len(seats) == 1 else "", line, is_deputy=bool(seats))

    def _stated(self, abstaining: int) -> Tally | None:
        """The numbers in `resultat: 4 ja, 4 nej, 0 avstår` or `resultat: 22–18`, which need not say who abstained."""
        value, line = self._one("result")
        if not value:
            return None
        if pair := _PAIR.fullmatch(value):
            return Tally(int(pair[1]), int(pair[2]), abstaining)
        counts: dict[Stand, int] = {}
        for piece in _APART.split(value.rstrip(".")):
            match = _COUNT.fullmatch(piece.strip())
            stand = None if match is None else STANDS.get(match["word"].lower())
            if match is None or stand is None or stand in counts:
                self._tell("vote-result", line, text=value)
                return None
            counts[stand] = int(match["count"])
        if not {Stand.YES, Stand.NO} <= counts.keys():
            # Nobody may have voted so, or it was forgotten.
            self._tell("vote-result", line, text=value)
            return None
        return Tally(counts[Stand.YES], counts[Stand.NO], counts.get(Stand.ABSTAINS, abstaining))

    # Elections

    def election(self) -> Election | None:
        self._no_texts(self._texts)
        typed, drawn_on = self._one("lot")
        drawn = self._people(self._unmarked(typed, drawn_on), drawn_on)
        shared = self._roster.shared_with([*(self._roster.person(key) for key, _, _ in self._pairs), *drawn])
        candidates: list[Candidate] = []
        strange: list[tuple[str, str, int]] = []
        for key, value, line in self._pairs:
            name = self._apart(self._roster.person(self._unmarked(key, line)), shared, line)
            is_word = " ".join(key.lower().split()) in _WORDS or bool(self._near(key, 0.8))
            is_name = self._roster.find(key) is not None or not is_word
            if _NUMBER.fullmatch(value) and is_name:
                if any(each.name.casefold() == name.casefold() for each in candidates):
                    self._tell("election-twice", line, name=name)
                    continue
                candidates.append(Candidate(name, int(value), line))
            else:
                strange.append((key, value, line))
        self._strange(strange)
        if not candidates:
            self._tell("vote-empty", self._line)
            return None
        if not any(each.votes for each in candidates):
            self._tell("election-none", self._line, names=listed([each.name for each in candidates], _MOST))
        lot = tuple(self._apart(person, shared, drawn_on) for person in drawn)
        return Election(tuple(candidates), self._number("seats", 1), self._number("blank", 0), lot, self._line)

    def _apart(self, person: Person, shared: Namesakes, line: int) -> str:
        """The name of somebody, with what tells him from others of that name."""
        if label := shared.label(person):
            return label
        self._tell("name-shared", line, name=person.name, choices=listed(shared.labels(person.name), _MOST))
        return person.name

    # Motions and propositions

    def motion(self) -> Motion | None:
        # A motion's own words may hold a colon.
        meant = [each for each in self._pairs if self._near(each[0], 0.85)]
        self._strange(meant)
        self._pairs = [each for each in self._pairs if each not in meant]
        texts = [*self._texts, *((f"{key}: {value}", line) for key, value, line in self._pairs)]
        texts.sort(key=lambda each: each[1])
        texts = [(self._unmarked(text, line), line) for text, line in texts]
        name = self._unmarked(*self._one("id"))
        movers, supporters = (self._said_people(key) for key in ("movers", "supporters"))
        if not movers:
            self._tell("motion-mover", self._line)
        if not texts:
            self._tell("motion-empty", self._line)
            return None
        return Motion(
            movers=movers,
            points=tuple(self._points(texts)),
            id=name,
            supporters=supporters,
            rank=self._choice("rank", RANKS, 0),
            fate=self._choice("fate", FATES, Fate.PUT),
            line=self._line,
        )

    def _points(self, texts: Sequence[tuple[str, int]]) -> list[str]:
        """The points of a motion: a line for each, without the mark of a list, and with those indented below it."""
        found: list[str] = []
        begun = last = 0
        for text, line in texts:
            point = _POINT.sub("", text)
            is_inside = bool(begun) and line == last + 1 and self._indents[line] > self._indents[begun]
            if is_inside and point == text and text.split()[0].lower() != found[-1].split()[0].lower():
                found[-1] = f"{found[-1]} {text}"
            else:
                found.append(point)
                begun = line
            last = line
        return found

    def proposition(self) -> Proposition | None:
        self._strange(self._pairs)
        self._no_texts(self._texts)
        sides = [self._unmarked(value, line) for value, line in self._said.get("side", [])]
        typed, line = self._one("winner")
        winner, outcome = self._marked(typed, line)
        if not sides and winner:
            sides = [winner]
        if not sides or not winner:
            self._tell("proposition-empty", self._line)
            return None
        place = _place(winner, sides)
        if place is None:
            self._tell("proposition-winner", line, text=winner, known="; ".join(sides))
            return None
        return Proposition(tuple(sides), place, self._choice("step", STEPS, StepKind.MAIN), outcome, self._line)


# What settles a tie is a yes or a no.
_SETTLING = {word: stand for word, stand in STANDS.items() if stand is not Stand.ABSTAINS}


def _place(winner: str, sides: Sequence[str]) -> int | None:
    folded = [" ".join(side.casefold().split()) for side in sides]
    word = " ".join(winner.casefold().split())
    return folded.index(word) if word in folded else None
