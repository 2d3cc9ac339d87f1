from __future__ import annotations

import datetime as dt

from kallelse.locale import dates


def test_days_are_written_in_the_language_of_the_site() -> None:
    meeting = dt.date(2022, 9, 26)
    assert dates.day(meeting, "sv") == "26 september 2022"
    assert dates.weekday_day(meeting, "sv") == "måndag 26 september 2022"
    assert dates.weekday_day(meeting, "en") == "Monday 26 September 2022"
    assert dates.short_day(meeting, "sv") == "26 sep"


def test_the_clock_has_a_point_in_swedish_and_a_colon_in_english() -> None:
    start = dt.datetime(2022, 9, 26, 9, 5)
    assert dates.clock(start, "sv") == "09.05"
    assert dates.clock(start, "en") == "09:05"
