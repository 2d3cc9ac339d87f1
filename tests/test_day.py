"""The day that a build is asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.day import NoDayError, day_of


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
    assert day_of(asked, epoch, tmp_path / "none") == (day, ())


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
        day_of(asked, epoch, tmp_path)
