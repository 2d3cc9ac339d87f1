"""What of a record is public on a day: sets that are adjusted, and nothing of others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.archive import Archive
from kallelse.model.meeting import AgendaRow, Committee, Meeting, MeetingStatus, RowKind, Sitting
from kallelse.model.person import Person
from kallelse.model.presence import Bound, Presence, Stretch
from kallelse.model.published import published
from kallelse.model.record import (
    Adjournment,
    Adjustment,
    Attendance,
    Attendee,
    Correction,
    HeldSitting,
    Minutes,
    Paragraph,
    ParagraphSet,
    Posting,
)
from kallelse.model.settings import Settings
from kallelse.model.text import Body, Para, Text

HELD = dt.datetime(2022, 9, 26, 13, 15)
DAYS = st.dates(dt.date(2022, 9, 26), dt.date(2022, 10, 31))
PREAMBLE = Body((Para((Text("Innan."),)),))


def record(*adjusted: dt.date | None, **more: object) -> Minutes:
    """Minutes with a paragraph for each set."""
    sets = tuple(
        ParagraphSet((number,), str(number), adjustment=Adjustment(day)) for number, day in enumerate(adjusted, 1)
    )
    paragraphs = tuple(Paragraph(f"Ärende {number}", number) for number in range(1, len(sets) + 1))
    made = Minutes(
        "g/m/minutes.md", "g/m", HELD, HELD.replace(hour=15), sets=sets, paragraphs=paragraphs, preamble=PREAMBLE
    )
    return replace(made, **more)  # type: ignore[arg-type]


def public(minutes: Minutes, as_of: dt.date) -> Minutes | None:
    meeting = Meeting(
        "g/m/index.md",
        "m",
        "g/m/index.html",
        "g/m/k.pdf",
        "G",
        (Sitting(HELD),),
        issued=dt.date(2022, 9, 19),
        minutes=minutes,
    )
    committee = Committee("g/index.md", "g", "g/index.html", "G", meetings=(meeting,))
    return published(Archive(Settings(), (committee,)), as_of).committees[0].meetings[0].minutes


@given(st.lists(st.none() | DAYS, min_size=1, max_size=4), DAYS)
def test_a_paragraph_is_public_from_the_day_on_which_its_set_is_adjusted(
    adjusted: list[dt.date | None], as_of: dt.date
) -> None:
    found = public(record(*adjusted), as_of)
    numbers = [number for number, day in enumerate(adjusted, 1) if day is not None and day <= as_of]
    assert [each.number for each in (found.paragraphs if found is not None else ())] == numbers
    assert (found is None) == (not numbers)


@given(st.lists(st.none() | DAYS, min_size=1, max_size=4), DAYS)
def test_nothing_that_is_said_of_the_whole_is_public_before_all_of_it_is_adjusted(
    adjusted: list[dt.date | None], as_of: dt.date
) -> None:
    found = public(record(*adjusted), as_of)
    whole = all(day is not None and day <= as_of for day in adjusted)
    if found is not None:
        assert (found.preamble == PREAMBLE) == whole


def test_while_a_set_is_not_adjusted_nothing_is_told_of_it_but_its_numbers() -> None:
    day, pauses = dt.date(2022, 9, 26), tuple(Adjournment(dt.time(14), dt.time(14, 10), n) for n in (1, 2))
    made = record(day, None, adjournments=pauses, numbering="§ 2 finns två gånger.", body=PREAMBLE)
    made = replace(made, sittings=(HeldSitting(HELD, HELD.replace(hour=15)),))
    late = replace(made.sets[1], reason="Hemligt", kept="Kansliet", postings=(Posting("Norrsala", day),), pdf="2.pdf")
    found = public(replace(made, sets=(made.sets[0], late)), day)
    assert found == replace(
        made,
        closed=None,
        sittings=(),
        adjournments=pauses[:1],
        numbering="",
        sets=(made.sets[0], ParagraphSet((2,))),
        paragraphs=made.paragraphs[:1],
        body=Body(),
        preamble=Body(),
    )


def test_before_it_is_issued_nothing_of_a_meeting_is_public_but_when_and_where_it_is_and_whether() -> None:
    made = Meeting(
        "g/m/index.md", "m", "g/m/index.html", "g/m/k.pdf", "G", (Sitting(HELD),), place="Sal A", moved_from=("l",),
        status=MeetingStatus.POSTPONED, status_note="Till oktober", issued=HELD.date(),
    )  # fmt: skip
    secret = {
        "title": "Extra",
        "chair": Person("Eva"),
        "secretary": Person("Ola"),
        "recipients": ("A",),
        "note": PREAMBLE,
    }
    rows = (AgendaRow(RowKind.FORMALITY, "Upprop", "1"),)
    whole = replace(made, **secret, copies=("B",), adjusters=(Person("Pia"),), agenda=rows)  # type: ignore[arg-type]
    committee = Committee("g/index.md", "g", "g/index.html", "G", meetings=(whole,))
    before, on = (
        published(Archive(Settings(), (committee,)), HELD.date() - dt.timedelta(days)).committees[0].meetings[0]
        for days in (1, 0)
    )
    assert before == replace(made, issued=None)
    assert on is whole


def test_while_a_set_is_not_adjusted_who_attended_any_of_the_others_is_told_in_the_role_that_they_had() -> None:
    def group(name: str) -> tuple[Attendee, ...]:
        whole = (Stretch(Bound(n), Bound(n)) for n in (1, 2, 3))
        part = (Stretch(Bound(n, is_part=True), Bound(n, is_part=True)) for n in (1, 3))
        stretches = ((), *((each,) for each in (*whole, *part)))
        return tuple(Attendee(Person(f"{name} {n}"), Presence("", each)) for n, each in enumerate(stretches))

    day = dt.date(2022, 9, 26)
    lists = ("members", "serving", "deputies", "others")
    attendance = Attendance(**{name: group(name) for name in lists})
    made = record(day, day, None, chairs=group("chairs"), secretaries=group("secretaries"), attendance=attendance)
    found = public(made, day)
    assert found is not None
    for name in lists:
        assert [each.person.name for each in getattr(found.attendance, name)] == [f"{name} {n}" for n in (0, 1, 2, 4)]
    for name in ("chairs", "secretaries"):
        assert [each.person.name for each in getattr(found, name)] == [f"{name} {n}" for n in (0, 1, 2, 4)]


@pytest.mark.parametrize(
    ("issued", "adjusted", "is_public"),
    [
        (None, None, False),
        (None, dt.date(2022, 9, 26), True),
        (dt.date(2022, 10, 4), dt.date(2022, 9, 26), False),
        (dt.date(2022, 10, 3), None, True),
    ],
)
def test_an_agenda_is_public_from_its_issue_or_where_none_is_told_with_the_first_that_is_adjusted(
    issued: dt.date | None, adjusted: dt.date | None, is_public: bool
) -> None:
    meeting = Meeting(
        "g/m/index.md", "m", "g/m/index.html", "g/m/k.pdf", "G", (Sitting(HELD),), title="Extra", issued=issued,
        minutes=record(adjusted),
    )  # fmt: skip
    committee = Committee("g/index.md", "g", "g/index.html", "G", meetings=(meeting,))
    (found,) = published(Archive(Settings(), (committee,)), dt.date(2022, 10, 3)).committees[0].meetings
    assert bool(found.title) is is_public
    assert (found.minutes is not None) is (is_public and adjusted is not None)


def test_a_correction_is_public_from_its_day_and_with_its_paragraph() -> None:
    first, second = dt.date(2022, 9, 26), dt.date(2022, 10, 3)
    corrections = tuple(
        Correction(day, "S", text, number) for day, text, number in ((first, "a", 1), (second, "b", 1), (first, "c", 2))
    )
    found = public(record(first, second, corrections=corrections), first)
    assert found is not None
    assert [each.text for each in found.corrections] == ["a"]
    found = public(record(first, second, corrections=corrections), second)
    assert found is not None
    assert [each.text for each in found.corrections] == ["a", "b", "c"]


def test_a_correction_is_not_public_before_its_day_though_all_is_adjusted() -> None:
    day, later = dt.date(2022, 10, 3), dt.date(2022, 10, 10)
    corrections = (Correction(day, "S", "a", 1), Correction(later, "S", "b", 1))
    for as_of, texts in ((day, ["a"]), (later, ["a", "b"])):
        found = public(record(day, corrections=corrections), as_of)
        assert found is not None
        assert [each.text for each in found.corrections] == texts


@pytest.mark.parametrize(("as_of", "is_public"), [(HELD.date() - dt.timedelta(1), False), (HELD.date(), True)])
def test_notes_beside_minutes_are_public_once_the_meeting_has_been_held(as_of: dt.date, is_public: bool) -> None:
    assert (public(record(is_notes=True, sets=()), as_of) is not None) is is_public
