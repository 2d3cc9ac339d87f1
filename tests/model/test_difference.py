from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kallelse.model.difference import Origin, difference, likeness

TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(("varje", "år", "kvartal", "redovisning", ",", ".", " ", "\n", "12,5", "§")), max_size=30
    ).map(" ".join),
)


@given(TEXTS, TEXTS)
@example("redovisning varje år.", "redovisning varje kvartal.")
@example("", "nytt")
@example(" ", "")
def test_the_pieces_of_each_text_join_to_it(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(each.text for each in pieces if each.origin is not Origin.AFTER) == before
    assert "".join(each.text for each in pieces if each.origin is not Origin.BEFORE) == after
    assert all(each.text for each in pieces)
    assert all(one.origin is not other.origin for one, other in pairwise(pieces))
    assert all((one.origin, other.origin) != (Origin.AFTER, Origin.BEFORE) for one, other in pairwise(pieces)), (
        "what was struck comes before what took its place"
    )


@given(TEXTS)
def test_equal_texts_differ_in_nothing(text: str) -> None:
    assert {each.origin for each in difference(text, text)} <= {Origin.BOTH}
    assert likeness(text, text) == 1


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1


def told(before: str, after: str) -> str:
    marks = {Origin.BOTH: "{}", Origin.BEFORE: "[-{}-]", Origin.AFTER: "[+{}+]"}
    return "".join(marks[each.origin].format(each.text) for each in difference(before, after))


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        (
            "Handlingsplanen godkänns med redovisning varje år.",
            "Handlingsplanen godkänns med redovisning varje kvartal.",
            "Handlingsplanen godkänns med redovisning varje[- år-][+ kvartal+].",
        ),
        (
            "Ramen är 12,5 mnkr till och med den 2022-12-31.",
            "Ramen är 12,6 mnkr till och med den 2023-12-31.",
            "Ramen är[- 12,5-][+ 12,6+] mnkr till och med den[- 2022-12-31-][+ 2023-12-31+].",
        ),
        ("Motionen avslås.", "Nämnden tillstyrker ansökan", "[-Motionen avslås.-][+Nämnden tillstyrker ansökan+]"),
    ],
)
def test_whole_words_and_figures_are_told_apart(before: str, after: str, marked: str) -> None:
    assert told(before, after) == marked


def test_a_word_that_happens_to_stand_in_what_was_changed_is_not_kept() -> None:
    before = "Nämnden uppdrar åt chefen att under våren och hösten ordna möten med alla i bygden"
    after = "Nämnden uppdrar åt chefen att före jul och nyår ordna möten med alla i bygden"
    assert "[- under våren och hösten-][+ före jul och nyår+] ordna möten" in told(before, after)
