"""A third of those present in the council tables or refers back, whichever of yes and no asks for that (KL 5:50)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.recorded import result_sentence
from kallelse.model.vote import (
    Outcome,
    Proposition,
    Result,
    Side,
    Stand,
    StepKind,
    Tally,
    Vote,
    Way,
    decided_outcome,
    result_of,
)

BACK, NOW = Side("återremiss", Outcome.REFERRED_BACK), Side("avgöra i dag")


@given(st.integers(0, 61), st.integers(0, 61), st.integers(0, 61), st.booleans())
def test_a_third_or_a_majority_carries_the_side_that_puts_off(asking: int, against: int, away: int, yes: bool) -> None:
    present = asking + against + away
    tally = Tally(asking, against) if yes else Tally(against, asking)
    sides = (BACK, NOW) if yes else (NOW, BACK)
    result = result_of(Vote(*sides, stated=tally, by_minority=True, present=present))
    is_majority = asking > against
    is_third = present > 0 and 3 * asking >= present
    assert (result.winner is (Stand.YES if yes else Stand.NO)) == (is_majority or is_third)
    assert (result.way is Way.MINORITY) == (is_third and not is_majority)


def test_the_sentence_names_the_side_that_a_third_carried() -> None:
    vote = Vote(NOW, BACK, stated=Tally(30, 20), by_minority=True, present=55)
    assert "röstar nej, vilket räcker. Bifall till återremiss." in result_sentence(vote, "sv")
    assert "vote no, which is enough" in result_sentence(vote, "en")


def carried(outcome: Outcome | None, step: StepKind = StepKind.MAIN) -> Proposition:
    return replace(Proposition(("x",), 0), outcome=outcome, step=step)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((carried(Outcome.APPROVED), carried(Outcome.REJECTED, StepKind.ADDITION)), Outcome.APPROVED),
        ((carried(Outcome.APPROVED), carried(Outcome.APPROVED, StepKind.ADDITION)), Outcome.AMENDED),
        ((carried(Outcome.REJECTED), carried(None, StepKind.ADDITION)), Outcome.REJECTED),
        ((carried(Outcome.APPROVED, StepKind.ADDITION),), Outcome.APPROVED),
        ((carried(Outcome.APPROVED), carried(Outcome.REJECTED)), Outcome.REJECTED),
        ((carried(Outcome.APPROVED), carried(None)), Outcome.APPROVED),
        ((carried(Outcome.APPROVED), Vote(BACK, NOW, stated=Tally(5, 5))), Outcome.APPROVED),
        ((Vote(BACK, NOW, stated=Tally(5, 5)),), None),
    ],
)
def test_an_addition_amends_what_was_decided_or_leaves_it_and_so_does_what_settles_nothing(
    steps: tuple[Proposition | Vote, ...], expected: Outcome | None
) -> None:
    assert decided_outcome(steps) is expected


def test_a_tie_in_which_a_third_is_not_reached_is_settled_as_any_other() -> None:
    tied = Vote(BACK, NOW, stated=Tally(10, 10, 41), by_minority=True, present=61)
    assert result_of(tied) == Result(Tally(10, 10, 41), None, Way.LOT)
    assert result_of(replace(tied, casting=Stand.YES)) == Result(Tally(10, 10, 41), Stand.YES, Way.CASTING)
    assert result_of(replace(tied, lot=Stand.NO)) == Result(Tally(10, 10, 41), Stand.NO, Way.LOT)
    assert "Rösterna är lika." in result_sentence(replace(tied, casting=Stand.YES), "sv")
    assert "Rösterna är lika." not in result_sentence(replace(tied, stated=Tally(30, 30), present=60), "sv")


def test_a_third_is_enough_only_where_that_is_said_and_of_two_that_put_off_for_yes() -> None:
    vote = Vote(BACK, NOW, stated=Tally(20, 30), present=55)
    assert result_of(vote) == Result(Tally(20, 30), Stand.NO)
    both = replace(vote, no=Side("bordläggning", Outcome.TABLED), by_minority=True)
    assert result_of(both) == Result(Tally(20, 30), Stand.YES, Way.MINORITY)
    assert result_of(replace(both, stated=Tally(30, 20))) == Result(Tally(30, 20), Stand.YES)
