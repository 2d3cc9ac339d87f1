"""What votes and elections come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.person import Person
from kallelse.model.vote import (
    Ballot,
    Candidate,
    Election,
    Outcome,
    Proposition,
    Side,
    Stand,
    Tally,
    Vote,
    Way,
    decided_outcome,
    elected_of,
    result_of,
    tally_of,
    winning_side,
)

YES, NO = Side("bifall", Outcome.APPROVED), Side("avslag", Outcome.REJECTED)
votes = st.integers(0, 61)


@given(st.lists(st.sampled_from(Stand), max_size=61))
def test_an_open_vote_is_what_its_ballots_are(stands: list[Stand]) -> None:
    ballots = tuple(Ballot(Person(f"N{number}"), stand) for number, stand in enumerate(stands))
    tally = tally_of(Vote(YES, NO, ballots, stated=Tally(99, 99) if ballots else None))
    assert [tally.of(stand) for stand in Stand] == [stands.count(stand) for stand in Stand]


@given(votes, votes, votes)
def test_more_votes_win_whoever_abstains(yes: int, no: int, abstaining: int) -> None:
    vote = Vote(YES, NO, stated=Tally(yes, no, abstaining))
    result = result_of(vote)
    if yes == no:
        assert result.winner is None
        assert winning_side(vote) is None
    else:
        assert result.winner is (Stand.YES if yes > no else Stand.NO)
        assert result.way is Way.MAJORITY


@given(votes, st.sampled_from([Stand.YES, Stand.NO]))
def test_at_a_tie_the_chair_decides_or_the_lot(equal: int, stand: Stand) -> None:
    tally = Tally(equal, equal, 3)
    assert result_of(Vote(YES, NO, stated=tally, casting=stand)) == result_of(
        Vote(YES, NO, stated=tally, casting=stand, lot=Stand.YES)
    )
    assert result_of(Vote(YES, NO, stated=tally, casting=stand)).way is Way.CASTING
    drawn = result_of(Vote(YES, NO, stated=tally, lot=stand))
    assert (drawn.winner, drawn.way) == (stand, Way.LOT)


@pytest.mark.parametrize("equal", [19, 22])
def test_a_casting_vote_breaks_a_tie_of_a_council(equal: int) -> None:
    vote = Vote(YES, NO, stated=Tally(equal, equal), casting=Stand.NO)
    assert winning_side(vote) is NO


def test_a_casting_vote_settles_nothing_where_there_is_no_tie() -> None:
    assert winning_side(Vote(YES, NO, stated=Tally(3, 1), casting=Stand.NO)) is YES


candidates = st.lists(st.integers(0, 30), min_size=1, max_size=9).map(
    lambda counts: tuple(Candidate(f"N{number}", votes) for number, votes in enumerate(counts))
)


@given(candidates, st.integers(1, 9))
def test_those_with_most_votes_are_elected_and_never_more_than_there_are_seats(
    named: tuple[Candidate, ...], seats: int
) -> None:
    elected = elected_of(Election(named, seats))
    by_name = {each.name: each.votes for each in named}
    assert len(elected.names) + elected.open_seats <= seats
    left = [each.votes for each in named if each.name not in elected.names]
    if elected.names:
        assert min(by_name[name] for name in elected.names) > max([*left, 0])
    if elected.open_seats:
        assert len(elected.tied) > elected.open_seats
        assert len({by_name[name] for name in elected.tied}) == 1
    else:
        assert len(elected.names) == min(seats, sum(each.votes > 0 for each in named))


@given(candidates, st.integers(1, 9), st.data())
def test_the_lot_fills_what_a_tie_leaves_open(named: tuple[Candidate, ...], seats: int, data: st.DataObject) -> None:
    before = elected_of(Election(named, seats))
    if before.open_seats:
        drawn = tuple(data.draw(st.permutations(before.tied))[: before.open_seats])
        after = elected_of(Election(named, seats, lot=drawn))
        assert after.open_seats == 0
        assert {*after.names} == {*before.names, *drawn}


def test_a_lot_among_others_than_the_tied_settles_nothing() -> None:
    election = Election((Candidate("A", 5), Candidate("B", 5), Candidate("C", 1)), 1, lot=("C",))
    assert elected_of(election).open_seats == 1


def test_the_outcome_follows_the_proposal_that_won_and_not_the_word_yes() -> None:
    against = Vote(NO, Side("besvarad", Outcome.ANSWERED), stated=Tally(30, 31))
    assert decided_outcome([against]) is Outcome.ANSWERED
    assert decided_outcome([Vote(NO, YES, stated=Tally(31, 30))]) is Outcome.REJECTED
    assert decided_outcome([Proposition(("a", "b"), 0)]) is None
    assert decided_outcome([Election((Candidate("A", 1),))]) is Outcome.ELECTED
    assert decided_outcome([]) is None
