"""The numbers of paragraphs through a calendar year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.check.record.numbering import check_numbering
from kallelse.model.finding import Severity
from kallelse.model.meeting import Meeting, MeetingStatus
from kallelse.model.record import Paragraph

from tests.check.record.records import committee, meeting, minutes


def held(month: int, *numbers: int, year: int = 2022, numbering: str = "") -> Meeting:
    """A meeting on the first of that month with those paragraphs, each on the line of its place."""
    day = dt.date(year, month, 1)
    paragraphs = tuple(Paragraph("x", number, line=place) for place, number in enumerate(numbers, start=1))
    path = f"nn/{day}/minutes.md"
    record = minutes(
        *paragraphs, path=path, opened=dt.datetime(year, month, 1, 9), numbering=numbering, sets=(), closed=None
    )
    return meeting(record, day)


def told(*meetings: Meeting) -> list[tuple[str, str, int]]:
    found = check_numbering(committee(*meetings))
    return [(finding.code, finding.place.path[3:10], finding.place.line) for finding in found]


UNHELD = meeting(None, dt.date(2022, 2, 1))
EMPTY = meeting(replace(minutes(sets=()), paragraphs=()), dt.date(2022, 3, 1))


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([held(1, 1, 2, 3), held(2, 4, 5)], []),
        ([held(6, 14, 15), held(9, 16)], []),
        ([held(12, 40, 41, year=2021), held(1, 1, 2)], []),
        ([held(1, 1, 2, 4)], [("paragraph-gap", "2022-01", 3)]),
        ([held(1, 1, 2), held(2, 4, 5)], [("paragraph-gap", "2022-02", 1)]),
        ([held(1, 1, 2, 2, 3)], [("paragraph-repeat", "2022-01", 3)]),
        ([held(1, 1, 2, 3), held(2, 2, 3, 4)], [("paragraph-repeat", "2022-02", 1)]),
        ([held(1, 1, 2, 5, 4)], [("paragraph-gap", "2022-01", 3), ("paragraph-back", "2022-01", 4)]),
        ([held(1, 1, 2, 5, 3, 4, 6)], [("paragraph-gap", "2022-01", 3), ("paragraph-back", "2022-01", 4)]),
        (
            [held(1, 1, 2, 3, 4), held(2, 2, 3, 1)],
            [("paragraph-repeat", "2022-02", 1), ("paragraph-repeat", "2022-02", 3)],
        ),
        ([held(6, 10, 11), held(7, 8)], [("paragraph-back", "2022-07", 1)]),
        ([held(1, 1, 2), UNHELD, held(3, 9, 10)], []),
        ([held(1, 1, 2), UNHELD, EMPTY, held(4, 9, 10)], []),
        ([held(1, 1, 2), UNHELD, held(3, 2, 3)], [("paragraph-repeat", "2022-03", 1)]),
        ([held(1, 1, 2), UNHELD, held(3, 9, 11)], [("paragraph-gap", "2022-03", 2)]),
    ],
)
def test_numbers_run_on_through_the_year(meetings: Sequence[Meeting], expected: list[tuple[str, str, int]]) -> None:
    assert told(*meetings) == expected


def test_a_meeting_that_was_not_held_takes_no_numbers() -> None:
    cancelled = meeting(None, dt.date(2022, 2, 1), status=MeetingStatus.CANCELLED)
    assert told(held(1, 1, 2), cancelled, held(3, 4)) == [("paragraph-gap", "2022-03", 1)]


def begun(month: int, number: int, stated: int = 0, **facts: Any) -> Meeting:
    """A meeting of one paragraph, whose number is typed in its heading or at the top."""
    made = held(month, number)
    assert made.minutes is not None
    one = replace(made.minutes.paragraphs[0], stated=stated, line=9)
    return replace(made, minutes=replace(made.minutes, paragraphs=(one,), lines={"first": 3}, **facts))


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([begun(1, 1, 1)], []),
        ([begun(1, 2, 2)], [("paragraph-year", "2022-01", 9)]),
        ([begun(9, 9999, 9999)], [("paragraph-year", "2022-09", 9)]),
        ([begun(9, 21, first=21)], []),
        ([begun(9, 21, 21, first=21)], []),
        ([begun(9, 2, first=2)], [("paragraph-first", "2022-09", 3)]),
        ([begun(9, 9999, first=9999)], [("paragraph-first", "2022-09", 3)]),
        ([begun(9, 1, first=1)], []),
        ([held(12, 40, year=2021), begun(1, 41, 41)], [("paragraph-year", "2022-01", 9)]),
        ([UNHELD, begun(3, 9, 9)], []),
        ([held(1, 1), begun(2, 2, 2)], []),
        ([begun(1, 2, 2, numbering="§ 1 togs per capsulam")], [("paragraph-acknowledged", "2022-01", 9)]),
    ],
)
def test_a_year_begins_at_1_unless_the_minutes_say_where(
    meetings: Sequence[Meeting], expected: list[tuple[str, str, int]]
) -> None:
    assert told(*meetings) == expected
    assert all(each.severity is Severity.REMARK for each in check_numbering(committee(*meetings)))


def test_what_the_minutes_own_to_is_only_told() -> None:
    owned = committee(held(1, 1, 2), held(2, 2, 3, numbering="§ 2 har använts två gånger"))
    (finding,) = check_numbering(owned)
    assert (finding.code, finding.severity) == ("paragraph-acknowledged", Severity.REMARK)
    assert told(held(1, 1, 2, numbering="x")) == [("numbering-needless", "2022-01", 0)]


def test_a_number_that_the_front_matter_says_is_wrong_there() -> None:
    record = minutes(Paragraph("x", 9, line=7), sets=(), opened=dt.datetime(2022, 2, 1, 9), first=9, lines={"first": 3})
    assert told(held(1, 1, 2), meeting(record, dt.date(2022, 2, 1))) == [("paragraph-gap", "2022-09", 3)]
    titled = minutes(Paragraph("x", 9, stated=9, line=7), sets=(), first=9, lines={"first": 3})
    assert told(held(1, 1, 2), meeting(titled, dt.date(2022, 2, 1))) == [("paragraph-gap", "2022-09", 7)]


def test_a_number_in_a_heading_is_that_of_the_count() -> None:
    record = minutes(Paragraph("x", 1, stated=1), Paragraph("y", 2, stated=3, line=7), sets=())
    assert [(f.code, f.place.line) for f in check_numbering(committee(meeting(record)))] == [("paragraph-stated", 7)]


def test_notes_beside_minutes_have_no_numbers() -> None:
    notes = minutes(Paragraph("x"), Paragraph("y"), is_notes=True, sets=())
    assert told(held(1, 1, 2), meeting(notes, dt.date(2022, 2, 1)), held(3, 3)) == []


@st.composite
def _years(draw: st.DrawFn) -> list[list[int]]:
    """The numbers of up to twelve meetings, one after another."""
    first, lengths = draw(st.integers(1, 50)), draw(st.lists(st.integers(1, 9), min_size=1, max_size=12))
    starts = [first + sum(lengths[:place]) for place in range(len(lengths))]
    return [list(range(start, start + length)) for start, length in zip(starts, lengths, strict=True)]


@given(_years(), st.data())
def test_any_number_that_is_changed_is_found_and_none_that_is_right(year: list[list[int]], data: st.DataObject) -> None:
    def checked() -> list[tuple[str, str, int]]:
        return told(*(held(month, *numbers) for month, numbers in enumerate(year, start=1)))

    assert checked() == []
    month = data.draw(st.integers(0, len(year) - 1))
    place = data.draw(st.integers(0, len(year[month]) - 1))
    right = year[month][place]
    # Of one number alone nobody can tell.
    if sum(map(len, year)) > 1:
        year[month][place] = data.draw(st.integers(1, 200).filter(lambda number: number != right))
        assert checked() != []


@given(st.lists(st.integers(1, 12), min_size=1, max_size=12))
def test_numbers_are_right_exactly_where_each_is_one_more_than_the_one_before(numbers: list[int]) -> None:
    is_right = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert (told(held(1, *numbers)) == []) == is_right
