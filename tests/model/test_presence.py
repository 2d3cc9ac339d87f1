"""How much of a paragraph somebody attended, of whatever ends a stretch has."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.presence import ALWAYS, Bound, Presence, Share, Stretch, share_of

bounds = st.one_of(
    st.none(),
    st.builds(Bound, st.integers(1, 9), st.just(""), st.none(), st.booleans()),
    st.builds(Bound, st.just(0), st.sampled_from(["1", "2", "9"]), st.none(), st.booleans()),
    st.builds(Bound, st.just(0), st.just(""), st.just(dt.time(13))),
)
stretches = st.lists(st.builds(Stretch, bounds, bounds), max_size=3).map(tuple)
ITEMS = {"1": 3, "2": 5}


def test_without_a_word_somebody_attends_everything() -> None:
    assert all(share_of(ALWAYS, number, {}) is Share.WHOLE for number in range(1, 300))


@pytest.mark.parametrize(
    ("first", "last", "shares"),
    [
        (Bound(3), Bound(5), "0 0 2 2 2 0"),
        (Bound(3), None, "0 0 2 2 2 2"),
        (None, Bound(3), "2 2 2 0 0 0"),
        (Bound(3, is_part=True), Bound(5), "0 0 1 2 2 0"),
        (Bound(3, time=dt.time(14)), None, "0 0 1 2 2 2"),
        (Bound(3), Bound(5, time=dt.time(14)), "0 0 2 2 1 0"),
        (Bound(0, "1"), Bound(0, "2"), "0 0 2 2 2 0"),
        (Bound(0, "", dt.time(14)), Bound(5), "1 1 1 1 1 0"),
    ],
)
def test_both_ends_of_a_stretch_are_within_it(first: Bound | None, last: Bound | None, shares: str) -> None:
    presence = Presence("", (Stretch(first, last),))
    assert " ".join(str(share_of(presence, number, ITEMS).value) for number in range(1, 7)) == shares
    away = {"0": "2", "1": "1", "2": "0"}
    absent = [share_of(Presence("", (), presence.here), number, ITEMS).value for number in range(1, 7)]
    assert absent == [int(away[each]) for each in shares.split()]


@given(stretches, stretches, st.integers(1, 9))
def test_being_away_never_makes_more_of_it(here: tuple[Stretch, ...], away: tuple[Stretch, ...], number: int) -> None:
    without = share_of(Presence("", here), number, ITEMS)
    assert share_of(Presence("", here, away), number, ITEMS).value <= without.value


@given(stretches, st.builds(Stretch, bounds, bounds), st.integers(1, 9))
def test_one_stretch_more_never_makes_less_of_it(here: tuple[Stretch, ...], more: Stretch, number: int) -> None:
    if here:
        assert share_of(Presence("", (*here, more)), number, {}).value >= share_of(Presence("", here), number, {}).value


def test_an_item_without_a_paragraph_may_be_any_part_of_any() -> None:
    presence = Presence("", (Stretch(Bound(0, "7"), None),))
    assert share_of(presence, 4, ITEMS) is Share.PART
