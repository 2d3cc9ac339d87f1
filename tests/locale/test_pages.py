from __future__ import annotations

import pytest
from kallelse.locale import pages
from kallelse.model.pages import PageRange


def test_a_range_is_printed_with_an_en_dash_and_one_page_alone() -> None:
    assert pages.printed(PageRange(2, 7)) == "2–7"
    assert pages.printed(PageRange(8, 8)) == "8"
    assert pages.printed(None) == ""


def test_a_range_is_spoken_as_from_first_to_last() -> None:
    assert pages.spoken(PageRange(2, 7), "sv") == "sidorna 2 till 7"
    assert pages.spoken(PageRange(8, 8), "sv") == "sidan 8"
    assert pages.spoken(PageRange(2, 7), "en") == "pages 2 to 7"


@pytest.mark.parametrize(("first", "last"), [(0, 1), (3, 2), (-1, -1)])
def test_pages_that_are_no_range_are_refused(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="no range"):
        PageRange(first, last)
