"""The boards that a notice must be on, by the day on which it goes up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.board import Board, boards_of, boards_on
from kallelse.model.record import Posting

BOARDS = (
    Board("Stadshuset", until=dt.date(2018, 12, 31)),
    Board("Norrsala", since=dt.date(2019, 1, 1)),
    Board("Ekvik", since=dt.date(2021, 7, 1)),
)
DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (dt.date(2018, 12, 31), ("Stadshuset",)),
        (dt.date(2019, 1, 1), ("Norrsala",)),
        (dt.date(2021, 6, 30), ("Norrsala",)),
        (dt.date(2021, 7, 1), ("Norrsala", "Ekvik")),
    ],
)
def test_a_board_is_used_from_its_first_day_to_its_last(day: dt.date, names: tuple[str, ...]) -> None:
    assert boards_on(BOARDS, day) == names


def test_a_day_without_any_board_asks_for_all_of_them() -> None:
    gap = (Board("Stadshuset", until=dt.date(2018, 12, 31)), Board("Norrsala", since=dt.date(2019, 2, 1)))
    assert boards_on(gap, dt.date(2019, 1, 15)) == ("Stadshuset", "Norrsala")


def test_a_board_that_is_taken_into_use_again_is_one_board() -> None:
    again = (Board("Norrsala", until=dt.date(2018, 12, 31)), Board("Norrsala", since=dt.date(2018, 12, 31)))
    assert boards_on(again, dt.date(2018, 12, 31)) == ("Norrsala",)


@given(DAYS, st.lists(DAYS, max_size=4))
def test_the_first_notice_says_which_boards_must_have_it(day: dt.date, posted: list[dt.date]) -> None:
    postings = [Posting("Norrsala", each) for each in posted]
    assert boards_of(BOARDS, postings, day) == boards_on(BOARDS, min(posted) if posted else day)
