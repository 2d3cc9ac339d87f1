from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import pytest
from babel.dates import format_date
from kallelse.locale import dates
from kallelse.model.settings import Language


def test_days_are_written_in_the_language_of_the_site() -> None:
    meeting = dt.date(2022, 9, 26)
    assert dates.day(meeting, "sv") == "26 september 2022"
    assert dates.weekday_day(meeting, "sv") == "måndag 26 september 2022"
    assert dates.weekday_day(meeting, "en") == "Monday 26 September 2022"
    assert dates.short_day(meeting, "sv") == "26 sep"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_names_of_months_and_days_are_those_of_the_cldr(language: Language) -> None:
    for number in range(366):
        date = dt.date(2024, 1, 1) + dt.timedelta(number)
        assert dates.weekday_day(date, language) == format_date(date, "EEEE d MMMM y", locale=language)
        assert dates.weekday(date, language) == format_date(date, "EEEE", locale=language)
        assert dates.short_day(date, language) == format_date(date, "d MMM", locale=language).rstrip(".")


@pytest.mark.parametrize("zone", [f":{__file__}", __file__, ".", "Nej/Finns", ":"])
def test_no_zone_of_the_environment_is_asked_for_them(zone: str) -> None:
    code = "import datetime as dt; from kallelse.locale.dates import day; print(day(dt.date(2022, 9, 26), 'sv'))"
    environment = {**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "26 september 2022\n", done.stderr


def test_the_clock_has_a_point_in_swedish_and_a_colon_in_english() -> None:
    start = dt.datetime(2022, 9, 26, 9, 5)
    assert dates.clock(start, "sv") == "09.05"
    assert dates.clock(start, "en") == "09:05"
