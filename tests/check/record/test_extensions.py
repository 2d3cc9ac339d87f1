"""A new day for an assignment that was given before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.check.record.extensions import check_extensions
from kallelse.model.decision import Assignment, Extension
from kallelse.model.finding import Severity
from kallelse.model.meeting import Meeting
from kallelse.model.record import Paragraph

from tests.check.record.records import DAY, committee, decided, meeting, minutes, paragraph

LATER = dt.date(2022, 10, 31)
DUE = dt.date(2023, 12, 31)


def of(day: dt.date, *paragraphs: Paragraph) -> Meeting:
    opened = dt.datetime.combine(day, dt.time(13))
    return meeting(minutes(*paragraphs, path=f"nn/{day}/minutes.md", opened=opened, closed=None), day)


def giving(number: int) -> Paragraph:
    point = replace(decided().points[0], assignment=Assignment("IT-chefen"))
    return paragraph(number, decisions=(replace(decided(), points=(point,)),))


def extending(number: int, of_: int, date: dt.date) -> Paragraph:
    point = replace(decided().points[0], extension=Extension(of_, date, DUE, 60))
    return paragraph(number, decisions=(replace(decided(), points=(point,)),))


def told(*meetings: Meeting) -> list[tuple[str, str, int, Severity]]:
    found = check_extensions(committee(*meetings))
    return [(each.code, each.place.path, each.place.line, each.severity) for each in found]


def test_an_assignment_given_before_may_be_extended() -> None:
    assert told(of(DAY, giving(21)), of(LATER, extending(30, 21, DAY))) == []
    assert told(of(DAY, giving(21), extending(22, 21, DAY))) == []


@pytest.mark.parametrize(
    ("number", "date", "severity"),
    [
        (22, DAY, Severity.ERROR),
        (30, LATER, Severity.ERROR),
        (21, dt.date(2019, 9, 26), Severity.REMARK),
    ],
    ids=["no assignment", "itself", "before the archive"],
)
def test_what_was_not_given_is_not_extended(number: int, date: dt.date, severity: Severity) -> None:
    before = of(DAY, giving(21), paragraph(22))
    expected = [("extension-unknown", f"nn/{LATER}/minutes.md", 60, severity)]
    assert told(before, of(LATER, extending(30, number, date))) == expected
