"""The day that a build is asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.day import NoDayError, day_of

from tests.read.test_history import repository

TODAY = dt.date(2022, 9, 1)


@pytest.mark.parametrize(
    ("asked", "epoch", "day"),
    [
        ("2022-09-26", "-1", dt.date(2022, 9, 26)),
        ("", "1664150400", dt.date(2022, 9, 26)),
        ("", "315532800", dt.date(1980, 1, 1)),
        ("", "4291747199", dt.date(2105, 12, 31)),
        ("", "", None),
    ],
)
def test_what_is_asked_for_goes_before_the_environment(
    asked: str, epoch: str, day: dt.date | None, tmp_path: Path
) -> None:
    assert day_of(asked, epoch, tmp_path / "none", TODAY) == (day, ())


@pytest.mark.parametrize(
    ("asked", "epoch"),
    [
        ("2022-13-01", ""),
        ("1979-12-31", ""),
        ("2106-01-01", ""),
        *(("", epoch) for epoch in ("-1", "0", "4291747200", "4300000000", "9" * 30, "i dag", "1.5")),
    ],
)
def test_a_day_that_no_file_can_bear_is_none(asked: str, epoch: str, tmp_path: Path) -> None:
    with pytest.raises(NoDayError):
        day_of(asked, epoch, tmp_path, TODAY)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2022-10-05", ("2022-10-04", [])),
        ("2022-10-04", ("2022-10-04", [])),
        ("2022-10-03", (None, ["git-ahead"])),
    ],
)
def test_a_commit_of_a_day_to_come_gives_no_day(today: str, told: tuple[str | None, list[str]], tmp_path: Path) -> None:
    day, findings = day_of("", "", repository(tmp_path), dt.date.fromisoformat(today))
    assert (None if day is None else day.isoformat(), [each.code for each in findings]) == told
    # Who gives a day, gives it whatever the clock says.
    for asked, epoch in (("2022-10-09", ""), ("", "1665273600")):
        assert day_of(asked, epoch, tmp_path / "meetings", dt.date(2022, 9, 1)) == (dt.date(2022, 10, 9), ())
