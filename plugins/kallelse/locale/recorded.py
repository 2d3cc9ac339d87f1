"""A motion, a proposition, a vote or an election told in ordinary blocks, in the language of the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from kallelse.locale.lists import listed
from kallelse.model.person import Person
from kallelse.model.settings import Language
from kallelse.model.text import Block, Cell, OrderedList, Para, Plain, Recorded, Row, Strong, Table, Text
from kallelse.model.vote import (
    Ballot,
    Election,
    Fate,
    Motion,
    Proposition,
    RecordNoun,
    Result,
    Stand,
    StepKind,
    Vote,
    Way,
    elected_of,
    result_of,
    winning_side,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences in one language; `{…}` is filled where they are used."""

    language: Language
    moves: str
    moves_several: str
    supported: str
    ranks: tuple[str, ...]
    fates: Mapping[Fate, str]
    steps: Mapping[StepKind, str]
    put_one: str
    put_several: str
    put_counter: str
    stands: str
    tally: str
    abstaining: tuple[str, str]
    tie: str
    ways: Mapping[Way, str]
    carried: str
    counter: str
    unsettled: str
    closed: str
    voter: str
    columns: Mapping[Stand, str]
    total: str
    serving: str
    deputy: str
    elected: tuple[str, str]
    drawn: str
    election: str
    candidate: str
    votes: str
    blank: str


WORDS: Mapping[Language, Words] = {
    "sv": Words(
        language="sv",
        moves="{movers} yrkar {rank}{what}",
        moves_several="{movers} yrkar {rank}följande:",
        supported="{movers}, med stöd av {supporters},",
        ranks=("", "i första hand ", "i andra hand ", "i tredje hand "),
        fates={
            Fate.PUT: "",
            Fate.APPROVED: "Yrkandet bifalls.",
            Fate.REJECTED: "Yrkandet avslås.",
            Fate.LAPSED: "Yrkandet förfaller.",
            Fate.RULED_OUT: "Ordföranden avvisar yrkandet (5 kap. 57 § kommunallagen).",
            Fate.TAKEN_BACK: "Yrkandet återtas.",
        },
        steps={
            StepKind.DECIDE_NOW: "Frågan gäller om ärendet ska avgöras i dag. ",
            StepKind.COUNTER: "Frågan gäller vilket förslag som ska vara motförslag. ",
            StepKind.MAIN: "",
            StepKind.ADDITION: "Frågan gäller ett tillägg. ",
        },
        put_one="Ordföranden ställer proposition på {sides} och finner att förslaget bifalls.",
        put_several="Ordföranden ställer proposition på {sides} och finner bifall till {winner}.",
        put_counter="Ordföranden ställer proposition på {sides} och finner att {winner} utses till motförslag.",
        stands="Omröstning begärs. Ja-röst för {yes}. Nej-röst för {no}.",
        tally="Omröstningen ger {yes} ja-röster och {no} nej-röster{abstaining}.",
        abstaining=(", medan {count} avstår", ", medan {count} avstår"),
        tie="Rösterna är lika.",
        ways={
            Way.MAJORITY: "",
            Way.CASTING: "Ordföranden har utslagsröst och röstar {stand}. ",
            Way.LOT: "Lotten avgör. ",
            Way.MINORITY: "En tredjedel av {present} närvarande röstar {stand}, vilket räcker. ",
        },
        carried="Bifall till {winner}.",
        counter="Till motförslag utses {winner}.",
        unsettled="Omröstningen är inte avgjord.",
        closed="Omröstningen är sluten.",
        voter="Ledamot",
        columns={Stand.YES: "Ja", Stand.NO: "Nej", Stand.ABSTAINS: "Avstår"},
        total="Summa",
        serving="tjänstgör för {seat}",
        deputy="tjänstgörande ersättare",
        elected=("{names} är vald.", "{names} är valda."),
        drawn="Lotten avgör mellan dem som har fått lika många röster.",
        election="Sluten omröstning.",
        candidate="Namn",
        votes="Röster",
        blank="Blanka röster",
    ),
    "en": Words(
        language="en",
        moves="{movers} moves {rank}{what}",
        moves_several="{movers} moves {rank}the following:",
        supported="{movers}, supported by {supporters},",
        ranks=("", "in the first place ", "in the second place ", "in the third place "),
        fates={
            Fate.PUT: "",
            Fate.APPROVED: "The motion is carried.",
            Fate.REJECTED: "The motion is rejected.",
            Fate.LAPSED: "The motion lapses.",
            Fate.RULED_OUT: "The chair rules the motion out (Local Government Act 5:57).",
            Fate.TAKEN_BACK: "The motion is taken back.",
        },
        steps={
            StepKind.DECIDE_NOW: "The question is whether to decide today. ",
            StepKind.COUNTER: "The question is which proposal is to be the counter-proposal. ",
            StepKind.MAIN: "",
            StepKind.ADDITION: "The question is an addition. ",
        },
        put_one="The chair puts {sides} and finds it carried.",
        put_several="The chair puts {sides} and finds {winner} carried.",
        put_counter="The chair puts {sides} and finds that {winner} is to be the counter-proposal.",
        stands="A vote is called for. Yes for {yes}. No for {no}.",
        tally="The vote gives {yes} yes and {no} no{abstaining}.",
        abstaining=(", while {count} abstains", ", while {count} abstain"),
        tie="The votes are equal.",
        ways={
            Way.MAJORITY: "",
            Way.CASTING: "The chair has the casting vote and votes {stand}. ",
            Way.LOT: "The lot decides. ",
            Way.MINORITY: "At least a third of the {present} present vote {stand}, which is enough. ",
        },
        carried="Carried: {winner}.",
        counter="The counter-proposal is to be {winner}.",
        unsettled="The vote is not settled.",
        closed="The ballot is secret.",
        voter="Member",
        columns={Stand.YES: "Yes", Stand.NO: "No", Stand.ABSTAINS: "Abstains"},
        total="Total",
        serving="serves for {seat}",
        deputy="serving deputy",
        elected=("{names} is elected.", "{names} are elected."),
        drawn="The lot decides between those with equal votes.",
        election="Secret ballot.",
        candidate="Name",
        votes="Votes",
        blank="Blank votes",
    ),
}


def recorded(noun: RecordNoun, language: Language) -> Recorded:
    """`noun` as a block that any writer of texts can print."""
    words = WORDS[language]
    match noun:
        case Motion():
            told = _motion(noun, words)
        case Proposition():
            told = (_para(proposition_sentence(noun, language), noun.line),)
        case Vote():
            told = _vote(noun, words)
        case Election():
            told = _election(noun, words)
        case never:
            assert_never(never)
    return Recorded(noun, told, noun.line)


def person_line(person: Person) -> str:
    """`Karin Ahlström (S)`."""
    return f"{person.name} ({person.party})" if person.party else person.name


def _names(people: Sequence[Person], words: Words) -> str:
    return listed([person_line(person) for person in people], words.language)


def _para(text: str, line: int) -> Para:
    return Para((Text(text, line),), line)


def _motion(motion: Motion, words: Words) -> tuple[Block, ...]:
    movers = _names(motion.movers, words)
    if motion.supporters:
        movers = words.supported.format(movers=movers, supporters=_names(motion.supporters, words))
    rank = words.ranks[motion.rank]
    opening = f"{motion.id}: " if motion.id else ""
    line = motion.line
    told: list[Block] = []
    if len(motion.points) == 1:
        what = motion.points[0]
        end = "" if what.endswith((".", "?", "!", "”")) else "."
        told.append(_para(opening + words.moves.format(movers=movers, rank=rank, what=what) + end, line))
    else:
        told.append(_para(opening + words.moves_several.format(movers=movers, rank=rank), line))
        told.append(OrderedList(tuple((Plain((Text(point, line),), line),) for point in motion.points), 1, line))
    if fate := words.fates[motion.fate]:
        told.append(_para(fate, line))
    return tuple(told)


def proposition_sentence(proposition: Proposition, language: Language) -> str:
    """What the chair put, at which step, and what was found carried."""
    words = WORDS[language]
    sides = listed(proposition.sides, language)
    sentence = words.put_several if len(proposition.sides) > 1 else words.put_one
    if proposition.step is StepKind.COUNTER:
        # One that is to be put against the main proposal is not carried yet.
        sentence = words.put_counter
    put = sentence.format(sides=sides, winner=proposition.sides[proposition.winner])
    return words.steps[proposition.step] + put


def stands_sentence(vote: Vote, language: Language) -> str:
    """What yes and no stand for, and at which step."""
    words = WORDS[language]
    return words.steps[vote.step] + words.stands.format(yes=vote.yes.text, no=vote.no.text)


def result_sentence(vote: Vote, language: Language) -> str:
    """What the vote comes to, in figures and words."""
    words, result = WORDS[language], result_of(vote)
    tally = result.tally
    abstaining = ""
    if tally.abstaining:
        abstaining = words.abstaining[tally.abstaining != 1].format(count=tally.abstaining)
    said = [words.tally.format(yes=tally.yes, no=tally.no, abstaining=abstaining)]
    if result.is_tie:
        said.append(words.tie)
    side = winning_side(vote)
    said.append(words.unsettled if side is None else _settled(vote, result, side.text, words))
    return " ".join(said)


def _settled(vote: Vote, result: Result, winner: str, words: Words) -> str:
    stand = words.columns[result.winner].lower() if result.winner is not None else ""
    carried = words.counter if vote.step is StepKind.COUNTER else words.carried
    return words.ways[result.way].format(stand=stand, present=vote.present) + carried.format(winner=winner)


def _vote(vote: Vote, words: Words) -> tuple[Block, ...]:
    line, language = vote.line, words.language
    told: list[Block] = [_para(stands_sentence(vote, language), line)]
    if not vote.is_open:
        told.append(_para(words.closed, line))
    told.append(_para(result_sentence(vote, language), line))
    if vote.is_open:
        told.append(_ballots(vote, words))
    return tuple(told)


def _ballots(vote: Vote, words: Words) -> Table:
    """A row for each voter, whose answer stands as a word in the column of its own kind."""
    line, tally = vote.line, result_of(vote).tally
    head = Row((_cell(words.voter, line), *(_cell(words.columns[stand], line) for stand in Stand)), line)
    rows = [
        Row(
            (
                _cell(_voter(ballot, words), ballot.line),
                *(_cell(words.columns[stand] if ballot.stand is stand else "", ballot.line) for stand in Stand),
            ),
            ballot.line,
        )
        for ballot in vote.ballots
    ]
    totals = (words.total, *(str(tally.of(stand)) for stand in Stand))
    rows.append(Row(tuple(_cell(text, line, is_strong=True) for text in totals), line))
    return Table((head,), tuple(rows), ("left", "center", "center", "center"), line=line, names_rows=True)


def _voter(ballot: Ballot, words: Words) -> str:
    said = person_line(ballot.voter)
    if ballot.voter.title:
        said += f", {ballot.voter.title}"
    if not ballot.is_deputy:
        return said
    return f"{said}, {words.serving.format(seat=ballot.seat) if ballot.seat else words.deputy}"


def _cell(text: str, line: int, *, is_strong: bool = False) -> Cell:
    if not text:
        return Cell((), line=line)
    content = Text(text, line)
    return Cell((Plain((Strong((content,)) if is_strong else content,), line),), line=line)


def _election(election: Election, words: Words) -> tuple[Block, ...]:
    line = election.line
    head = Row((_cell(words.candidate, line), _cell(words.votes, line)), line)
    rows = [
        Row((_cell(each.name, each.line), _cell(str(each.votes), each.line)), each.line) for each in election.candidates
    ]
    if election.blank:
        rows.append(Row((_cell(words.blank, line), _cell(str(election.blank), line)), line))
    votes = Table((head,), tuple(rows), ("left", "right"), line=line, names_rows=True)
    told: list[Block] = [_para(words.election, line), votes]
    elected = elected_of(election)
    if election.lot:
        told.append(_para(words.drawn, line))
    if elected.names:
        said = words.elected[len(elected.names) > 1].format(names=listed(elected.names, words.language))
        told.append(_para(said, line))
    return tuple(told)
