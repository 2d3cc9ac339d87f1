"""Who votes, what votes add up to and what settles them, held against those who served."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.finding import Severity
from kallelse.model.meeting import AgendaRow, CaseKind, Meeting, RowKind
from kallelse.model.person import Person
from kallelse.model.record import Attendance, Paragraph
from kallelse.model.vote import Candidate, Election, Outcome, Side, Stand, StepKind, Tally, Vote

from tests.check.record.records import (
    ABSENT,
    ATTENDANCE,
    CHAIR,
    IDLE,
    NO,
    SERVING,
    VICE,
    VOTE,
    YES,
    attendee,
    ballots,
    case,
    codes,
    found,
    from_to,
    meeting,
    minutes,
    paragraph,
    people,
    without,
)

BACK = replace(VOTE, yes=Side("återremiss", Outcome.REFERRED_BACK), casting=None, by_minority=True, present=6)
UNDER_A_THIRD = ballots((CHAIR,), NO[:1], (*(name for name in YES if name != CHAIR), *NO[1:]))
SECRET = replace(VOTE, ballots=(), casting=None)


def voted(vote: Vote, **facts: Any) -> list[str]:
    return codes(minutes(paragraph(21), paragraph(22, vote, **facts), paragraph(23)))


def called(kind: CaseKind) -> Meeting:
    """The meeting with a second case of that kind."""
    row = AgendaRow(RowKind.CASE, "Ärende 2", "2", case(2, kind=kind))
    return meeting(agenda=(meeting().agenda[0], row, meeting().agenda[2]))


def elected(election: Election | Vote, kind: CaseKind = CaseKind.ELECTION, **facts: Any) -> list[str]:
    return codes(minutes(paragraph(21), paragraph(22, election), paragraph(23)), called(kind), **facts)


def test_a_right_vote_is_no_finding() -> None:
    assert codes(minutes()) == []


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [
        ((*YES, CHAIR), NO, "vote-twice"),
        ((*YES, "Nils Berg"), NO, "vote-absent"),
        ((*YES, "Leila Hadad"), NO, "vote-misspelt"),
        ((*YES, ABSENT), NO, "vote-away"),
        ((*YES, IDLE), NO, "vote-not-serving"),
    ],
)
def test_only_those_who_serve_vote_and_each_once(yes: tuple[str, ...], no: tuple[str, ...], expected: str) -> None:
    vote = replace(VOTE, ballots=ballots(yes, no), casting=None)
    (finding,) = found(minutes(paragraph(21), paragraph(22, vote), paragraph(23)))
    assert (finding.code, finding.severity, finding.place.line) == (expected, Severity.ERROR, 63)


@pytest.mark.parametrize(
    ("facts", "expected"), [("disqualified", "vote-disqualified"), ("not_taking_part", "vote-aside")]
)
def test_whoever_stands_aside_has_no_vote(facts: str, expected: str) -> None:
    record = minutes(paragraph(21), paragraph(22, VOTE, **{facts: ("Per Nyberg",)}), paragraph(23))
    assert codes(record, is_council=True) == [expected]
    rest = replace(VOTE, ballots=ballots(YES, NO[:1] + NO[2:]), casting=None)
    aside = minutes(paragraph(21), paragraph(22, rest, **{facts: ("Per Nyberg",)}), paragraph(23))
    assert codes(aside, is_council=True) == []


def test_one_whose_name_is_misspelt_has_voted() -> None:
    vote = replace(VOTE, ballots=ballots((CHAIR, "Leila Hadad", SERVING), NO))
    assert voted(vote) == ["vote-misspelt"]


def test_a_seat_has_one_vote() -> None:
    taking_turns = replace(
        ATTENDANCE,
        members=(*ATTENDANCE.members[:5], attendee(ABSENT, from_to(22, 23, is_part=True))),
        serving=(attendee(SERVING, from_to(21, 22, is_part=True), ABSENT),),
    )
    both = replace(VOTE, ballots=ballots((*YES, ABSENT), NO), casting=None)
    record = minutes(paragraph(21), paragraph(22, both), paragraph(23), attendance=taking_turns)
    assert codes(record) == ["vote-seat"]
    assert codes(replace(record, paragraphs=(paragraph(21), paragraph(22, VOTE), paragraph(23)))) == []


def test_whoever_could_vote_and_is_not_in_it_is_told() -> None:
    vote = replace(VOTE, ballots=ballots(YES, NO[:2]), casting=None)
    (finding,) = found(minutes(paragraph(21), paragraph(22, vote), paragraph(23)))
    assert (finding.code, finding.severity, finding.words["names"]) == ("vote-missing", Severity.REMARK, NO[2])


@pytest.mark.parametrize(("present", "counted"), [(4, "5–6"), (5, ""), (6, ""), (7, "5–6")])
def test_who_attended_a_part_may_have_been_there_for_the_vote_or_not(present: int, counted: str) -> None:
    members = (*ATTENDANCE.members[:4], attendee("Eva Lindroth", from_to(21, 22, is_part=True)), ATTENDANCE.members[5])
    vote = replace(BACK, ballots=ballots(YES, NO[:2]), present=present)
    record = minutes(paragraph(21), paragraph(22, vote), attendance=replace(ATTENDANCE, members=members))
    told = [each.words["counted"] for each in found(record, is_council=True) if each.code.startswith("vote-")]
    assert told == ([counted] if counted else [])


def test_a_stated_total_that_is_wrong_names_both() -> None:
    assert voted(replace(VOTE, stated=Tally(3, 3))) == []
    (finding,) = found(
        minutes(paragraph(21), paragraph(22, replace(VOTE, stated=Tally(4, 3, 1))), paragraph(23)),
    )
    assert finding.code == "vote-stated"
    assert finding.words == {"stated": "4–3 (1)", "counted": "3–3"}


@pytest.mark.parametrize(("tally", "expected"), [(Tally(4, 2), []), (Tally(4, 2, 1), ["vote-many"])])
def test_a_secret_ballot_has_no_more_votes_than_voters(tally: Tally, expected: list[str]) -> None:
    assert voted(replace(SECRET, stated=tally)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"casting": None}, ["vote-tie"]),
        ({"casting": Stand.NO}, ["vote-casting-other"]),
        ({"lot": Stand.YES}, ["vote-both"]),
        ({"casting": None, "lot": Stand.YES}, ["vote-lot-case"]),
        ({"ballots": ballots((*YES, VICE), NO[1:])}, ["vote-casting-needless"]),
        ({"ballots": ballots((*YES, VICE), NO[1:]), "casting": None, "lot": Stand.NO}, ["vote-lot-needless"]),
        ({"ballots": ballots(YES[1:], NO[1:], (CHAIR, VICE))}, ["vote-casting-abstained"]),
        ({"yes": Side("Bifall  till förslaget."), "no": Side("bifall till förslaget")}, ["vote-same", "vote-unmarked"]),
    ],
)
def test_a_tie_is_settled_by_the_chair_and_nothing_else_is(changes: dict[str, Any], expected: list[str]) -> None:
    assert voted(replace(VOTE, **changes)) == expected


def test_in_elections_the_lot_settles_and_no_casting_vote() -> None:
    assert elected(replace(VOTE, casting=None, lot=Stand.NO)) == []
    assert elected(VOTE) == ["vote-casting-election"]
    assert elected(replace(VOTE, casting=None)) == ["vote-tie-election"]


def test_the_casting_vote_is_that_of_the_chair_of_the_paragraph() -> None:
    attendance = replace(ATTENDANCE, members=(attendee(CHAIR, without(22)), *ATTENDANCE.members[1:]))
    vote = replace(VOTE, ballots=ballots(YES[1:], NO[1:]))
    paragraphs = (paragraph(21), paragraph(22, vote, not_taking_part=(VICE,)), paragraph(23))
    record = minutes(*paragraphs, attendance=attendance)
    assert "vote-casting-chair" in codes(record)
    led = (attendee(CHAIR, without(22)), attendee("Leila Haddad", from_to(22, 22)))
    assert codes(replace(record, chairs=led)) == []
    aside = minutes(paragraph(21), paragraph(22, VOTE, not_taking_part=(CHAIR,)), paragraph(23))
    assert codes(aside) == ["vote-aside", "vote-casting-chair"]


@pytest.mark.parametrize(
    ("changes", "facts", "expected"),
    [
        ({}, {"is_council": True}, []),
        ({}, {}, ["vote-minority-committee"]),
        ({"yes": Side("avslag", Outcome.REJECTED)}, {"is_council": True}, ["vote-minority-step"]),
        ({"yes": Side("återremiss")}, {"is_council": True}, ["vote-minority-step"]),
        (
            {"yes": Side("avgöra i dag"), "no": Side("återremiss", Outcome.REFERRED_BACK), "step": StepKind.DECIDE_NOW},
            {"is_council": True},
            [],
        ),
        ({"present": 0}, {"is_council": True}, ["vote-minority-present"]),
        ({"present": 7}, {"is_council": True}, ["vote-present"]),
        ({"present": 5}, {"is_council": True}, ["vote-present"]),
        ({"casting": Stand.YES}, {"is_council": True}, ["vote-casting-third"]),
        ({"lot": Stand.YES}, {"is_council": True}, ["vote-lot-third"]),
        ({"ballots": UNDER_A_THIRD}, {"is_council": True}, ["vote-tie"]),
        ({"ballots": UNDER_A_THIRD, "casting": Stand.YES}, {"is_council": True}, []),
    ],
)
def test_a_third_of_those_present_is_enough_in_the_council_to_put_off(
    changes: dict[str, Any], facts: dict[str, Any], expected: list[str]
) -> None:
    record = minutes(paragraph(21), paragraph(22, replace(BACK, **changes)), paragraph(23))
    assert codes(record, **facts) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"casting": None}, ["vote-tie"]),
        ({"casting": None, "lot": Stand.NO}, []),
        ({}, []),
        ({"by_minority": True}, ["vote-minority-committee", "vote-minority-present"]),
    ],
)
def test_a_vote_on_what_is_on_no_agenda_is_held_against_the_same(changes: dict[str, Any], expected: list[str]) -> None:
    told = voted(replace(VOTE, **changes), case="", item="")
    assert [code for code in told if code.startswith("vote-")] == expected


def test_a_third_is_not_enough_in_elections() -> None:
    assert elected(BACK, is_council=True) == ["vote-minority-election"]


ELECTION = Election((Candidate("A", 3), Candidate("B", 2)), blank=1, line=55)
EVEN = Election((Candidate("A", 3), Candidate("B", 3)), line=55)


@pytest.mark.parametrize(
    ("election", "expected"),
    [
        (ELECTION, []),
        (replace(ELECTION, blank=2), ["election-many"]),
        (replace(ELECTION, seats=2), []),
        (replace(ELECTION, seats=9999), ["election-seats"]),
        (Election((Candidate("A", 6),), seats=9999, line=55), ["election-seats"]),
        (Election((Candidate("A", 6), Candidate("B", 0)), seats=2, line=55), ["election-seats"]),
        (replace(ELECTION, seats=2, candidates=(Candidate("A", 6), Candidate("B", 2))), ["election-many"]),
        (replace(ELECTION, seats=2, candidates=(Candidate("A", 5), Candidate("B", 5))), []),
        (EVEN, ["election-tie"]),
        (replace(EVEN, lot=("B",)), []),
        (replace(EVEN, lot=("C",)), ["election-lot-strange"]),
        (replace(EVEN, lot=("A", "B")), ["election-tie"]),
        (replace(ELECTION, lot=("A",)), ["election-lot-needless"]),
        (Election((Candidate("A", 0), Candidate("B", 0)), line=55), ["election-names"]),
        (Election((Candidate("A", 0), Candidate("B", 0)), seats=2, line=55), []),
    ],
)
def test_an_election_has_no_more_votes_than_voters_and_leaves_no_tie(election: Election, expected: list[str]) -> None:
    assert elected(election) == expected


def test_steps_come_in_their_order() -> None:
    main, first = replace(VOTE, line=70), replace(VOTE, step=StepKind.DECIDE_NOW, line=90)
    (finding,) = found(minutes(paragraph(21), paragraph(22, main, first), paragraph(23)))
    assert (finding.code, finding.severity, finding.place.line) == ("steps-order", Severity.REMARK, 90)
    assert codes(minutes(paragraph(21), paragraph(22, first, main), paragraph(23))) == []
    twice = paragraph(22, main, first)
    assert codes(minutes(paragraph(21), replace(twice, decisions=twice.decisions * 2), paragraph(23))) == []


NAMES = tuple(f"Ledamot {number}" for number in range(1, 62))


@st.composite
def _chambers(draw: st.DrawFn) -> tuple[Paragraph, Attendance]:
    """A paragraph in which everyone who may votes once, and the chair settles a tie."""
    names = NAMES[: draw(st.integers(1, 61))]
    aside = draw(st.sets(st.sampled_from(names[1:]))) if len(names) > 1 else set()
    stands = {name: draw(st.sampled_from(Stand)) for name in names if name not in aside}
    stands[names[0]] = draw(st.sampled_from((Stand.YES, Stand.NO)))
    several = {stand: tuple(name for name in stands if stands[name] is stand) for stand in Stand}
    votes = ballots(several[Stand.YES], several[Stand.NO], several[Stand.ABSTAINS])
    is_tie = len(several[Stand.YES]) == len(several[Stand.NO])
    vote = replace(VOTE, ballots=votes, casting=stands[names[0]] if is_tie else None)
    return paragraph(22, vote, not_taking_part=tuple(sorted(aside))), Attendance(members=people(names))


@given(_chambers(), st.data())
def test_a_vote_is_right_until_a_voter_is_taken_out_or_comes_twice(
    chamber: tuple[Paragraph, Attendance], data: st.DataObject
) -> None:
    made, attendance = chamber
    members = tuple(each.person for each in attendance.members)
    (vote,) = made.votes
    chairs = (attendee(NAMES[0]),)

    def told(ballots_: tuple[Any, ...]) -> list[str]:
        changed = replace(made, sections=paragraph(22, replace(vote, ballots=ballots_)).sections)
        record = minutes(paragraph(21), changed, paragraph(23), attendance=attendance, chairs=chairs)
        return [code for code in codes(record, members=members) if code.startswith("vote")]

    assert told(vote.ballots) == []
    ballot = data.draw(st.sampled_from(vote.ballots))
    assert "vote-twice" in told((*vote.ballots, ballot))
    if len(vote.ballots) > 1:
        assert "vote-missing" in told(tuple(each for each in vote.ballots if each is not ballot))
    assert "vote-absent" in told((*vote.ballots, replace(ballot, voter=Person("Okänd Besökare"))))


@given(st.integers(0, 61), st.integers(0, 61), st.integers(0, 61), st.integers(1, 61))
def test_a_secret_ballot_is_wrong_only_when_it_has_more_votes_than_voters(
    yes: int, no: int, abstaining: int, voters: int
) -> None:
    vote = replace(SECRET, stated=Tally(yes, no, abstaining))
    members = people(NAMES[:voters])
    record = minutes(paragraph(21), paragraph(22, vote), paragraph(23), attendance=Attendance(members=members))
    told = codes(record, members=tuple(each.person for each in members))
    assert ("vote-many" in told) == (yes + no + abstaining > voters)
    assert ("vote-tie" in told) == (yes == no)
