"""Ranges of paragraphs as minutes have them, read in every form that secretaries type."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.presence import Bound, Presence, Share, Stretch, share_of
from kallelse.read.record.presence import numbers_of, read_presence, stretches_of

NONE, PART, WHOLE = Share.NONE, Share.PART, Share.WHOLE
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"


def shares(typed: str, first: int, last: int, **items: int) -> dict[int, Share]:
    """How much of each paragraph somebody attended, of whom that is typed."""
    presence = read_presence(typed)
    assert presence is not None, typed
    named = {name.removeprefix("item"): number for name, number in items.items()}
    return {number: share_of(presence, number, named) for number in range(first, last + 1)}


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("§§ 1-12, 14-24", {*range(1, 13), *range(14, 25)}),
        ("§ 131-160", set(range(131, 161))),
        ("74–75, 77–78", {74, 75, 77, 78}),
        ("§§ 21–24", {21, 22, 23, 24}),
        ("§§21-24", {21, 22, 23, 24}),
        ("§ 21 – § 24", {21, 22, 23, 24}),
        ("§ 24", {24}),
        ("§§ 21 och 23", {21, 23}),
        ("§§ 21, 23 and 25", {21, 23, 25}),
        ("§§ 21; 23", {21, 23}),
        ("from § 158", set(range(158, 201))),
        ("från § 158", set(range(158, 201))),
        ("fr.o.m. § 158", set(range(158, 201))),
        ("från och med § 158", set(range(158, 201))),
        ("fr o m § 158", set(range(158, 201))),
        ("fr. o. m. § 158", set(range(158, 201))),
        ("t o m § 20", set(range(1, 21))),
        ("Fram till § 20", set(range(1, 21))),
        ("paragraf 21–24", {21, 22, 23, 24}),
        ("paragraferna 21 och 23, ej paragraf 23", {21}),
        ("frånvarande §§ 7–9", set(range(1, 201)) - {7, 8, 9}),
        ("§§ 1–20, jävig § 13", set(range(1, 21)) - {13}),
        ("jävig i § 13 och § 15", set(range(1, 201)) - {13, 15}),
        ("till och med § 20", set(range(1, 21))),
        ("t.o.m. § 20", set(range(1, 21))),
        ("until § 20", set(range(1, 21))),
        ("ej § 13 p.g.a. jäv", set(range(1, 201)) - {13}),
        ("ej § 13 pga jäv", set(range(1, 201)) - {13}),
        ("inte § 13 på grund av jäv", set(range(1, 201)) - {13}),
        ("not § 13 because of an interest", set(range(1, 201)) - {13}),
        ("utom §§ 7–9", set(range(1, 201)) - {7, 8, 9}),
        ("§§ 1–20, ej § 13", set(range(1, 21)) - {13}),
        ("§§ 1–20, ej §§ 13, 15", set(range(1, 21)) - {13, 15}),
        ("§§ 1–20, ej § 13, §§ 25–30", {*range(1, 21), *range(25, 31)} - {13}),
        ("till § 20, ej §§ 13, 15, från § 25, 23", {*range(1, 21), 23, *range(25, 201)} - {13, 15}),
        ("från § 20, ej § 25; § 13", {13, *range(20, 201)} - {25}),
        ("§§ 1–20, ej § 13 och § 25", set(range(1, 21)) - {13}),
        ("ej § 13 p.g.a. jäv och § 25 p.g.a. resa, ej § 30", set(range(1, 201)) - {13, 25, 30}),
        ("§§ 1–20, ej § 13 p.g.a. jäv enligt 6 kap. 28 §, §§ 25–30", {*range(1, 21), *range(25, 31)} - {13}),
        ("ej § 13, § 25", set(range(1, 201)) - {13, 25}),
    ],
)
def test_somebody_attended_the_paragraphs_that_are_typed_and_no_others(typed: str, there: set[int]) -> None:
    found = shares(typed, 1, 200)
    assert {number for number, share in found.items() if share is WHOLE} == there
    assert PART not in found.values()


@pytest.mark.parametrize(
    ("typed", "whole", "part"),
    [
        ("§ 31 – del av § 35", {31, 32, 33, 34}, {35}),
        ("§§ 31–del av 35", {31, 32, 33, 34}, {35}),
        ("del av § 31 – § 35", {32, 33, 34, 35}, {31}),
        ("del av § 33 kl. 11.45", set(), {33}),
        ("part of § 33 at 11:45", set(), {33}),
        ("från § 33 kl. 18.00", {34, 35, 36}, {33}),
        ("§ 33 kl. 11.45–12.30", set(), {33}),
        ("till § 33 klockan 17.05", {30, 31, 32}, {33}),
        ("ej del av § 33", {30, 31, 32, 34, 35, 36}, {33}),
        ("kl. 13.15–14.00", set(), set(range(30, 37))),
        ("från kl. 18.00", set(), set(range(30, 37))),
        ("§§ 30–31, del av § 32", {30, 31}, {32}),
    ],
)
def test_a_part_of_a_paragraph_is_told_from_the_whole(typed: str, whole: set[int], part: set[int]) -> None:
    found = shares(typed, 30, 36)
    assert {number for number, share in found.items() if share is WHOLE} == whole
    assert {number for number, share in found.items() if share is PART} == part


@pytest.mark.parametrize("typed", ["ärende 3–5", "ärendena 3–5", "punkt 3–5", "items 3–5", "från ärende 3"])
def test_items_of_the_agenda_are_their_paragraphs(typed: str) -> None:
    found = shares(typed, 20, 26, item3=22, item5=24)
    expected = {22, 23, 24} if "5" in typed else {22, 23, 24, 25, 26}
    assert {number for number, share in found.items() if share is WHOLE} == expected


def test_the_time_of_an_end_is_kept() -> None:
    presence = read_presence("§ 31 – del av § 35 kl. 11.45")
    assert presence is not None
    assert presence.here == (Stretch(Bound(31), Bound(35, "", dt.time(11, 45), is_part=True)),)


@pytest.mark.parametrize(
    "typed", ["hela mötet", "§", "§§ 21–", "§ 99999", "ej", "från", "kl. 25.00", "till § 5–9", "§ 5 § 7", "21–24 (del)"]
)
def test_what_cannot_be_read_is_not_guessed(typed: str) -> None:
    assert read_presence(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        *("§§ 26–25", "26–25", "ej §§ 26–25", "§§ 21–22, 26–25", "från § 26 – § 25", "§ 26 – del av § 25"),
        *("ärende 5–3", "§ 26 kl. 12.30–11.45", "kl. 14.00–13.15"),
    ],
)
def test_what_ends_before_it_begins_is_not_read(typed: str) -> None:
    assert read_presence(typed) is None


@pytest.mark.parametrize(
    "typed", ["§§ 26–26", "§ 25 kl. 18.00 – § 26 kl. 9.00", "kl. 22.00–00.30", "§ 26 kl. 23.50–0.10"]
)
def test_what_goes_on_after_midnight_or_in_one_paragraph_ends_after_it_begins(typed: str) -> None:
    assert read_presence(typed) is not None


@pytest.mark.parametrize(
    "typed", ["", "§", "a", "0", "0–3", "5–3", "§§ 21–2024", "21–", "21, , 22", "99999", "21–22–23"]
)
def test_no_numbers_come_of_what_has_none(typed: str) -> None:
    assert numbers_of(typed) is None


def test_who_presided_takes_no_paragraph_away() -> None:
    typed = "§§ 131-136, 138-162, 165, ordförande §§ 137, 163-164"
    assert numbers_of(typed) == tuple(range(131, 166))


runs = st.sets(st.integers(1, 9000), min_size=1, max_size=40)


@given(runs, st.sampled_from(DASHES), st.sampled_from([", ", "; ", " och ", ","]), st.sampled_from(["", "§ ", "§§"]))
def test_numbers_typed_as_runs_are_read_as_they_are(numbers: set[int], dash: str, comma: str, sign: str) -> None:
    stretches = stretches_of(sorted(numbers))
    typed = comma.join(_typed(stretch, dash) for stretch in stretches)
    assert numbers_of(sign + typed) == tuple(sorted(numbers))
    presence = read_presence(sign + typed)
    assert presence is not None
    assert presence.here == tuple(Stretch(_bound(each.first), _bound(each.last)) for each in stretches)


@given(runs, runs)
def test_who_is_there_without_being_away_attends_and_nobody_else(there: set[int], away: set[int]) -> None:
    presence = Presence("", stretches_of(sorted(there)), stretches_of(sorted(away)))
    for number in there | away:
        assert share_of(presence, number, {}) is (WHOLE if number in there - away else NONE)


@given(st.text(alphabet="§ 0123456789-–,.;:kldejfrånt och", max_size=40))
def test_nothing_typed_ends_the_reading(typed: str) -> None:
    presence = read_presence(typed)
    assert presence is None or presence.here or presence.away
    numbers = numbers_of(typed)
    assert numbers is None or list(numbers) == sorted(set(numbers))


def _typed(stretch: Stretch, dash: str) -> str:
    first, last = _bound(stretch.first).paragraph, _bound(stretch.last).paragraph
    return str(first) if first == last else f"{first}{dash}{last}"


def _bound(bound: Bound | None) -> Bound:
    assert bound is not None
    return bound
