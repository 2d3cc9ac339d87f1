"""Paragraphs numbered through the year of a committee."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.board import Board
from kallelse.model.lock import locked
from kallelse.model.meeting import Committee, Meeting, Sitting
from kallelse.model.memory import Memory
from kallelse.model.numbered import first_of, numbered
from kallelse.model.person import Person
from kallelse.model.presence import Bound, Presence, Stretch
from kallelse.model.record import (
    Adjustment,
    Attendance,
    Attendee,
    Correction,
    Minutes,
    Paragraph,
    ParagraphSet,
    Posting,
    Publication,
)

DAY = dt.date(2022, 9, 26)
COMMITTEE = Committee("gsn/index.md", "gsn", "gsn/index.html", "GSN", boards=(Board("Norrsala"), Board("Ekvik")))


def minutes(paragraphs: int | tuple[Paragraph, ...], day: dt.date = DAY, **more: object) -> Minutes:
    if isinstance(paragraphs, int):
        paragraphs = tuple(Paragraph(f"Ärende {n}", line=n + 1) for n in range(paragraphs))
    made = Minutes(f"gsn/{day}/minutes.md", f"gsn/{day}", dt.datetime.combine(day, dt.time(13)), paragraphs=paragraphs)
    return replace(made, **more)  # type: ignore[arg-type]


def meeting(day: dt.date, record: Minutes | None) -> Meeting:
    start = dt.datetime.combine(day, dt.time(13))
    path = f"gsn/{day}"
    return Meeting(
        f"{path}/index.md", str(day), f"{path}/index.html", f"{path}/k.pdf", "GSN", (Sitting(start),), minutes=record
    )


def counted(*meetings: Meeting, committee: Committee = COMMITTEE) -> list[list[int]]:
    """The numbers of each meeting."""
    found = numbered(replace(committee, meetings=meetings), Memory(lasts=False))
    return [[each.number for each in one.minutes.paragraphs] if one.minutes else [] for one in found.meetings]


def one(record: Minutes, committee: Committee = COMMITTEE) -> Minutes:
    """The minutes of a committee's only meeting, numbered."""
    (found,) = numbered(replace(committee, meetings=(meeting(DAY, record),)), Memory(lasts=False)).meetings
    assert found.minutes is not None
    return found.minutes


days = st.lists(st.dates(dt.date(2020, 1, 1), dt.date(2023, 12, 31)), max_size=12, unique=True).map(sorted)


@given(days, st.data())
def test_numbers_run_on_through_each_year_and_begin_again_with_the_next(
    days: list[dt.date], data: st.DataObject
) -> None:
    sizes = [data.draw(st.none() | st.integers(0, 31)) for _ in days]
    meetings = [
        meeting(day, None if size is None else minutes(size, day)) for day, size in zip(days, sizes, strict=True)
    ]
    found = counted(*meetings)
    for year in {day.year for day in days}:
        run = [number for day, numbers in zip(days, found, strict=True) if day.year == year for number in numbers]
        assert run == list(range(1, len(run) + 1))


@given(st.integers(1, 300), st.integers(1, 31), st.integers(0, 30))
def test_a_meeting_may_say_where_it_begins_itself_or_by_the_number_in_a_heading(
    first: int, size: int, place: int
) -> None:
    place = min(place, size - 1)
    stated = tuple(Paragraph("A", stated=first + n if n == place else 0) for n in range(size))
    expected = list(range(first, first + size))
    assert counted(meeting(DAY, minutes(stated))) == [expected]
    assert counted(meeting(DAY, minutes(size, first=first))) == [expected]
    later = DAY + dt.timedelta(7)
    assert counted(meeting(DAY, minutes(stated)), meeting(later, minutes(2, later)))[1] == [
        first + size,
        first + size + 1,
    ]


def test_what_is_said_of_the_first_comes_before_what_a_heading_says() -> None:
    assert first_of(minutes((Paragraph("A", stated=7),), first=5)) == 5
    assert first_of(minutes((Paragraph("A"), Paragraph("B", stated=1)))) == 0
    # A number that leaves no room for those before it says nothing; one further down may.
    assert first_of(minutes((Paragraph("A"), Paragraph("B"), Paragraph("C", stated=1)))) == 0
    assert first_of(minutes((Paragraph("A"), Paragraph("B", stated=1), Paragraph("C", stated=7)))) == 5


def test_a_meeting_without_minutes_is_left_out_of_the_count() -> None:
    later = DAY + dt.timedelta(14)
    between = meeting(DAY + dt.timedelta(7), None)
    assert counted(meeting(DAY, minutes(2)), between, meeting(later, minutes(1, later))) == [[1, 2], [], [3]]


def test_notes_beside_minutes_have_no_numbers_and_take_none() -> None:
    later = DAY + dt.timedelta(7)
    notes = minutes(3, is_notes=True)
    assert counted(meeting(DAY, notes), meeting(later, minutes(2, later))) == [[0, 0, 0], [1, 2]]


def test_minutes_that_own_to_a_fault_keep_the_numbers_of_their_headings() -> None:
    stated = tuple(Paragraph("A", stated=number, line=line) for line, number in enumerate((21, 22, 22, 0, 25), 1))
    later = DAY + dt.timedelta(7)
    fault = minutes(stated, numbering="§ 22 har använts två gånger.")
    assert counted(meeting(DAY, fault), meeting(later, minutes(1, later))) == [[21, 22, 22, 23, 25], [26]]
    found = one(fault)
    pages = [found.paragraph_address(each) for each in found.paragraphs]
    assert pages[1:3] == ["gsn/2022-09-26/paragraf-22.html", "gsn/2022-09-26/paragraf-22-2.html"]
    assert len(set(map(found.extract_pdf, found.paragraphs))) == 5
    assert counted(meeting(DAY, replace(fault, numbering="")))[0] == [21, 22, 23, 24, 25]


@given(st.integers(1, 20), st.sets(st.integers(1, 20)))
def test_the_set_without_numbers_has_all_that_no_other_has(size: int, named: set[int]) -> None:
    apart = ParagraphSet(tuple(sorted(named)), stated="x")
    found = one(minutes(size, sets=(ParagraphSet(), apart)))
    rest, other = found.sets
    assert {*rest.numbers} | ({*other.numbers} & set(range(1, size + 1))) == set(range(1, size + 1))
    assert not {*rest.numbers} & {*other.numbers}
    assert all(found.set_of(each) is not None for each in found.paragraphs)


def test_an_item_is_known_by_its_paragraph_though_that_is_not_shown() -> None:
    found = one(minutes((Paragraph("A", item="3"), Paragraph("B", item="4")), first=21))
    assert found.items == {"3": 21, "4": 22}


def test_a_set_that_is_as_it_was_locked_has_the_pdf_that_was_kept() -> None:
    record = minutes(2, sets=(ParagraphSet((1,), "1"), ParagraphSet()))
    first, second = one(record).sets
    locks = tuple(locked(one(record), each, DAY, f"{each.numbers[0]}.pdf", "0") for each in (first, second))
    called = replace(meeting(DAY, replace(record, sets=(first, replace(second, numbers=(), reason="x")))), locks=locks)
    (found,) = numbered(replace(COMMITTEE, meetings=(called,)), Memory(lasts=False)).meetings
    assert found.minutes is not None
    assert [each.pdf for each in found.minutes.sets] == ["1.pdf", ""]


def test_a_posting_is_on_the_only_board_there_is() -> None:
    record = minutes(1, sets=(ParagraphSet(postings=(Posting("", DAY), Posting("Vik", DAY))),))
    single = replace(COMMITTEE, boards=(Board("Norrsala"),))
    assert [each.board for each in one(record, single).sets[0].postings] == ["Norrsala", "Vik"]
    assert [each.board for each in one(record).sets[0].postings] == ["", "Vik"]


def test_a_set_keeps_the_boards_of_its_time() -> None:
    dated = replace(COMMITTEE, boards=(Board("Norrsala"), Board("Ekvik", since=dt.date(2022, 10, 1))))
    before, after = Adjustment(dt.date(2022, 9, 30)), Adjustment(dt.date(2022, 10, 1))
    sets = (
        ParagraphSet((1,), "1", adjustment=before),
        ParagraphSet((2,), "2", adjustment=after),
        ParagraphSet((3,), "3", adjustment=before, postings=(Posting("Ekvik", dt.date(2022, 10, 2)),)),
        ParagraphSet(),
    )
    found = one(minutes(4, sets=sets), dated).sets
    assert [each.boards for each in found] == [
        ("Norrsala",),
        ("Norrsala", "Ekvik"),
        ("Norrsala", "Ekvik"),
        ("Norrsala",),
    ]


def only(*numbers: int) -> Presence:
    return Presence("", tuple(Stretch(Bound(number), Bound(number)) for number in numbers))


def test_what_is_said_beside_the_text_of_a_withheld_paragraph_is_withheld_too() -> None:
    paragraphs = tuple(
        Paragraph("A", publication=publication)
        for publication in (Publication.FULL, Publication.NUMBER, Publication.HEADING, Publication.ANONYMISED)
    )
    others = (
        Attendee(Person("Sökanden"), only(2)),
        Attendee(Person("Chefen"), only(1, 2)),
        Attendee(Person("Juristen")),
        Attendee(Person("Gästen"), only(9)),
    )
    corrections = tuple(Correction(DAY, "S", "fel", number) for number in (0, 1, 2, 3, 4))
    sets = (ParagraphSet((2, 3), "2–3", reason="hemlig"), ParagraphSet((1, 2), "1–2", reason="öppen"))
    found = one(minutes(paragraphs, attendance=Attendance(others=others), corrections=corrections, sets=sets))
    assert [each.person.name for each in found.attendance.others] == ["Chefen", "Juristen", "Gästen"]
    assert [each.text for each in found.corrections] == ["fel", "fel", "", "", "fel"]
    assert [each.reason for each in found.sets] == ["", "öppen"]


def test_minutes_that_the_memory_has_stay_the_same_value() -> None:
    memory, committee = Memory(), replace(COMMITTEE, meetings=(meeting(DAY, minutes(2)),))
    first = numbered(committee, memory)
    assert numbered(committee, memory).meetings[0] is first.meetings[0]
