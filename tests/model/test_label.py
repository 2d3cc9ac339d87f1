"""Numbers of pages: what comes after one, and how many are written short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.label import compact, expand, lettered_after, number_of


@pytest.mark.parametrize(
    ("label", "after"),
    [("8", "8a"), ("8a", "8b"), ("8y", "8z"), ("8z", "8aa"), ("8az", "8ba"), ("8zz", "8aaa"), ("18", "18a")],
)
def test_what_comes_after_a_page_has_the_next_letter(label: str, after: str) -> None:
    assert lettered_after(label) == after
    assert number_of(after) == number_of(label)


@pytest.mark.parametrize(
    ("labels", "short"),
    [
        (["8"], "8"),
        (["8", "9"], "8–9"),
        (["8", "9", "9a", "9b"], "8–9, 9a–9b"),
        (["8", "8a", "9"], "8, 8a, 9"),
        (["2", "5", "6"], "2, 5–6"),
    ],
)
def test_runs_are_written_short_and_read_again(labels: list[str], short: str) -> None:
    assert compact(labels) == short
    assert expand(short) == tuple(labels)
    assert expand(short.replace("–", "-")) == tuple(labels)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "0",
        "9–8",
        "8a–7b",
        "8–9a",
        "8,",
        "1–2–3",
        "8A",
        "2a–3",
        "3–3b",
        "2–999999",
        "8aaaa",
        "8a–8aaaa",
        "٣",
        "8–",
    ],
)
def test_what_is_no_range_is_not_read(text: str) -> None:
    assert expand(text) is None


@given(st.text(alphabet="0123456789abz–-, ", max_size=12))
def test_whatever_was_typed_for_pages_is_read_or_not(text: str) -> None:
    labels = expand(text)
    assert labels is None or expand(compact(labels)) == labels


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 60)), min_size=1, max_size=30))
def test_whatever_is_written_short_is_read_as_it_was(pages: list[tuple[int, int]]) -> None:
    labels = []
    for number, letters in pages:
        label = str(number)
        for _ in range(letters):
            label = lettered_after(label)
        labels.append(label)
    assert expand(compact(labels)) == tuple(labels)
