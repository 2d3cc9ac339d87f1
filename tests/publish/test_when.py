"""Days and times of meetings in words."""

from __future__ import annotations

import datetime as dt

import pytest
from kallelse.model.meeting import Sitting
from kallelse.publish import when

from tests.publish.archives import GSN, meeting


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2022-09-26", "2022-09-26", "26 september 2022"),
        ("2022-09-26", "2022-09-27", "26–27 september 2022"),
        ("2022-09-30", "2022-10-01", "30 september–1 oktober 2022"),
        ("2022-12-30", "2023-01-02", "30 december 2022–2 januari 2023"),
        ("2022-01-30", "2023-01-02", "30 januari 2022–2 januari 2023"),
    ],
)
def test_several_days_say_of_month_and_year_what_differs(first: str, last: str, told: str) -> None:
    sittings = tuple(Sitting(dt.datetime.fromisoformat(f"{day}T09:00")) for day in (first, last))
    assert when.days(meeting(GSN, first, sittings=sittings), "sv") == told
