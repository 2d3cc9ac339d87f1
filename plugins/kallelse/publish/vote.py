"""Votes and elections turned into a sentence, and into bars with a table of who voted how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from kallelse.locale.site import Words
from kallelse.locale.sorting import key
from kallelse.model.meeting import Committee
from kallelse.model.namesakes import namesakes, namesakes_of
from kallelse.model.person import Person
from kallelse.model.presence import Share
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.vote import (
    Ballot,
    Candidate,
    Election,
    Motion,
    Proposition,
    RecordNoun,
    Stand,
    StepKind,
    Vote,
    Way,
    elected_of,
    minority_side,
    result_of,
    tally_of,
    winning_side,
)
from kallelse.publish.parts import Tag
from kallelse.publish.plan import Plan
from kallelse.publish.templates import filled

_TONES = {Stand.YES: "ok", Stand.NO: "no", Stand.ABSTAINS: "info"}
# From so many voters on a reader asks first how the parties voted, and rows stand closer.
_MANY = 13


@dataclass(frozen=True, slots=True)
class Bar:
    """How many stand so, and the proposal that they stand for; `kind` is the value of a Stand."""

    stand: str
    kind: str
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class Voter:
    """A row of the table: who, in which part, from where, and how; `kind` is that of a bar."""

    name: str
    party: str
    details: tuple[str, ...]
    place: str
    kind: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class PartyRow:
    """How many of a party stand how, in the order of the bars."""

    party: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate with votes; `told` says whether and how elected."""

    name: str
    votes: int
    told: str


def vote_in_short(paragraph: Paragraph, plan: Plan) -> str:
    """`4 ja, 4 nej, ordförandens utslagsröst`: the vote of a paragraph; of several the main one after their number."""
    words, votes = plan.words, paragraph.votes
    if not votes:
        return words.election_closed if any(isinstance(step, Election) for step in paragraph.steps) else ""
    main = next((vote for vote in reversed(votes) if vote.step is StepKind.MAIN), votes[-1])
    told = _counts(main, plan)
    if len(votes) == 1:
        return told
    several = words.vote_several.format(count=len(votes))
    return f"{several}, {words.vote_steps[main.step]}: {told}"


def _counts(vote: Vote, plan: Plan) -> str:
    """`10 ja, 3 nej, 28 avstår`, and what decided beside the numbers; of abstentions nothing where there are none."""
    words, tally, result = plan.words, tally_of(vote), result_of(vote)
    said = [words.vote_counts.format(yes=tally.yes, no=tally.no)]
    if tally.abstaining:
        said.append(words.vote_abstaining.format(count=tally.abstaining))
    match result.way:
        case Way.MAJORITY:
            pass
        case Way.CASTING:
            said.append(words.vote_casting)
        case Way.LOT:
            said += [words.vote_lot] if result.winner is not None else []
        case Way.MINORITY:
            said.append(words.vote_minority)
        case never:
            assert_never(never)
    return ", ".join(said)


class Votes:
    """Writes the votes and elections of one paragraph as the page shows them, in order."""

    def __init__(self, plan: Plan, committee: Committee, minutes: Minutes, paragraph: Paragraph) -> None:
        self._plan = plan
        self._minutes = minutes
        self._paragraph = paragraph
        self._people = people_of(committee, minutes)
        self._shared = namesakes_of(minutes.attendance)
        self._chairs = tuple(minutes.chairs_of(paragraph))
        self._steps = [step for step in paragraph.steps if isinstance(step, Vote | Election)]

    def html(self, noun: RecordNoun) -> str:
        """A vote or an election in its own form; nothing for what is told in words."""
        match noun:
            case Vote():
                return self._vote(noun)
            case Election():
                return self._election(noun)
            case Motion() | Proposition():
                return ""
            case never:
                assert_never(never)

    def _number(self, step: Vote | Election) -> int:
        return next(number for number, each in enumerate(self._steps, start=1) if each is step)

    def _vote(self, vote: Vote) -> str:
        words, tally = self._plan.words, tally_of(vote)
        name = ""
        if len(self._steps) > 1:
            step = words.vote_steps[vote.step]
            name = words.vote_named.format(number=self._number(vote), count=len(self._steps), step=step)
        texts = {Stand.YES: vote.yes.text, Stand.NO: vote.no.text, Stand.ABSTAINS: ""}
        stands = [stand for stand in Stand if stand is not Stand.ABSTAINS or tally.abstaining]
        voters = tuple(self._voter(ballot) for ballot in vote.ballots)
        return filled(
            self._plan.templates,
            "vote.html",
            name=name,
            bars=tuple(Bar(words.stands[each], each.value, tally.of(each), texts[each]) for each in stands),
            total=max(1, tally.yes + tally.no + tally.abstaining),
            result=self._result(vote),
            alone="" if vote.is_open else words.vote_numbers_alone,
            parties=self._parties(vote, stands) if len(voters) >= _MANY else (),
            voters=voters,
            places=any(voter.place for voter in voters),
            many=len(voters) >= _MANY,
        )

    def _voter(self, ballot: Ballot) -> Voter:
        words, person = self._plan.words, self._known(ballot.voter)
        details = [words.chair.lower()] if any(self._is_one(person, each) for each in self._chairs) else []
        seats = self._seats(person)
        if len(seats) > 1:
            details.append(words.serving_deputy)
        details += [served(seat, self._people, words) for seat in seats if len(seats) == 1]
        tag = Tag(words.stands[ballot.stand], _TONES[ballot.stand])
        return Voter(person.name, person.party, tuple(details), person.place, ballot.stand.value, tag)

    def _seats(self, person: Person) -> tuple[str, ...]:
        """The seats that a deputy served in the paragraph, all of it if one of them was; none of a member."""
        there = [each for each in self._minutes.deciding(self._paragraph) if self._is_one(each[0].person, person)]
        here = [each for each, share in there if share is Share.WHOLE] or [each for each, _ in there]
        is_deputy = all(each in self._minutes.attendance.serving for each in here)
        return tuple(dict.fromkeys(each.seat for each in here)) if is_deputy else ()

    def _known(self, voter: Person) -> Person:
        """The voter with the party and the place that are said elsewhere."""
        name = voter.name
        found = (self._shared.meant(voter) if self._shared.of(name) else self._people.get(name)) or voter
        return Person(name, party=voter.party or found.party, place=voter.place or found.place)

    def _is_one(self, one: Person, other: Person) -> bool:
        """Whether both are the same, as far as those of one name are told apart."""
        return one.name == other.name and self._shared.label(one) == self._shared.label(other)

    def _casting(self, vote: Vote) -> str:
        """Who had the casting vote: of several in the chair the one who voted so."""
        so = [ballot.voter for ballot in vote.ballots if ballot.stand is vote.casting]
        led = [each.name for each in self._chairs if any(self._is_one(each, voter) for voter in so)]
        return next(iter((*led, *(each.name for each in self._chairs))), "")

    def _result(self, vote: Vote) -> str:
        words, result, side = self._plan.words, result_of(vote), winning_side(vote)
        if result.winner is None or side is None:
            return words.vote_tie
        stand = words.stands[result.winner]
        match result.way:
            case Way.MAJORITY if vote.by_minority and result.winner is not minority_side(vote):
                asked = words.stands[minority_side(vote)].lower()
                said = words.vote_no_third.format(present=vote.present, stand=asked)
            case Way.MAJORITY:
                said = words.vote_most.format(stand=stand)
            case Way.CASTING:
                said = words.vote_tie_chair.format(name=self._casting(vote), stand=stand.lower())
            case Way.LOT:
                said = words.vote_tie_lot.format(stand=stand.lower())
            case Way.MINORITY:
                said = words.vote_third.format(present=vote.present, stand=stand.lower())
            case never:
                assert_never(never)
        text = side.text.rstrip(".")
        carried = words.vote_countered if vote.step is StepKind.COUNTER else words.vote_carried
        return f"{said} {carried.format(text=text)}." if text else said

    def _parties(self, vote: Vote, stands: Sequence[Stand]) -> tuple[PartyRow, ...]:
        """How each party voted, the largest first; none where there is but one."""
        of_party: dict[str, list[Stand]] = {}
        for ballot in vote.ballots:
            of_party.setdefault(self._known(ballot.voter).party, []).append(ballot.stand)
        if len(of_party) < 2:
            return ()
        plan = self._plan
        ordered = sorted(
            of_party.items(), key=lambda found: (not found[0], -len(found[1]), key(found[0], plan.language))
        )
        return tuple(
            PartyRow(party or plan.words.no_party, tuple(found.count(stand) for stand in stands))
            for party, found in ordered
        )

    def _election(self, election: Election) -> str:
        words, elected = self._plan.words, set(elected_of(election).names)

        def told(one: Candidate) -> str:
            if one.name not in elected:
                return ""
            return words.candidate_by_lot if one.name in election.lot else words.candidate_elected

        ordered = sorted(election.candidates, key=lambda one: -one.votes)
        rows = tuple(CandidateRow(one.name, one.votes, told(one)) for one in ordered)
        return filled(self._plan.templates, "election.html", rows=rows, blank=election.blank)


def people_of(committee: Committee, minutes: Minutes) -> Mapping[str, Person]:
    """Everyone known by name: as the minutes have them, and what these leave out as the committee's lists have it.

    Of several of one name in these lists only what the minutes say tells which.
    """
    listed = (*committee.deputies, *committee.members)
    shared = namesakes(listed, ())
    found = {each.name: each for each in listed if not shared.of(each.name)}
    attendance = minutes.attendance
    for person in (each.person for each in (*attendance.deciding, *attendance.deputies)):
        known = (shared.meant(person) if shared.of(person.name) else found.get(person.name)) or person
        found[person.name] = replace(person, party=person.party or known.party, place=person.place or known.place)
    return found


def served(seat: str, people: Mapping[str, Person], words: Words) -> str:
    """Whose seat a deputy serves, with the party; of a vacant one that it is."""
    if not seat:
        return words.serving_vacant
    member = people.get(seat, Person(seat))
    return words.serving_for.format(name=Person(member.name, party=member.party).line)
