from __future__ import annotations

import pytest
from kallelse.locale import pages
from kallelse.model.pages import PageRange


def test_a_range_is_printed_with_an_en_dash_and_one_page_alone() -> None:
    assert pages.printed(PageRange(2, 7)) == "2–7"
    assert pages.printed(PageRange(8, 8)) == "8"
    assert pages.printed() == ""
    assert pages.printed(PageRange(2, 7), PageRange(19, 19)) == "2–7, 19"


def test_a_range_is_spoken_as_from_first_to_last() -> None:
    assert pages.spoken(PageRange(2, 7), language="sv") == "sidorna 2 till 7"
    assert pages.spoken(PageRange(8, 8), language="sv") == "sidan 8"
    assert pages.spoken(PageRange(2, 7), language="en") == "pages 2 to 7"
    assert pages.spoken(PageRange(2, 7), PageRange(9, 9), language="sv") == "sidorna 2 till 7 och sidan 9"


def test_pages_are_told_by_the_numbers_that_they_print() -> None:
    labels = ("1", "2", "2a", "2b", "3")
    assert pages.printed(PageRange(2, 4), PageRange(5, 5), labels=labels) == "2, 2a–2b, 3"
    assert pages.spoken(PageRange(2, 4), language="sv", labels=labels) == "sidan 2 och sidorna 2a till 2b"


def test_a_page_that_stands_elsewhere_is_in_no_range() -> None:
    labels = ("1", "4", "5", "5b", "5a")
    assert pages.printed(PageRange(2, 4), labels=labels) == "4–5, 5b"
    assert pages.spoken(PageRange(2, 4), language="sv", labels=labels) == "sidorna 4 till 5 och sidan 5b"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("8–9, 9a", "sidorna 8 till 9 och sidan 9a"),
        ("5a–5c", "sidorna 5a till 5c"),
        ("7", "sidan 7"),
        ("–", ""),
        ("", ""),
        ("a word", ""),
    ],
)
def test_pages_that_are_printed_already_are_said_the_same_way(printed: str, said: str) -> None:
    assert pages.spoken_labels(printed, "sv") == said


@pytest.mark.parametrize(("first", "last"), [(0, 1), (3, 2), (-1, -1)])
def test_pages_that_are_no_range_are_refused(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="no range"):
        PageRange(first, last)
