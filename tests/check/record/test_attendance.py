"""Seats, chairs and numbers of those who attended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kallelse.check.record.held import roll_of
from kallelse.check.record.minutes import check_record
from kallelse.model.finding import Severity
from kallelse.model.person import Person
from kallelse.model.presence import Bound, Presence, Stretch
from kallelse.model.record import Attendance, Attendee

from tests.check.record.records import (
    ABSENT,
    ATTENDANCE,
    CHAIR,
    DAY,
    IDLE,
    MEMBERS,
    SERVING,
    VICE,
    adjusted,
    attendee,
    codes,
    committee,
    found,
    from_to,
    meeting,
    minutes,
    paragraph,
    people,
    without,
)


def serving(*served: Attendee, member: Attendee | None = None) -> Attendance:
    """The attendance with those deputies, and the absent member as given."""
    absent = () if member is None else (member,)
    return replace(ATTENDANCE, members=(*ATTENDANCE.members[:5], *absent), serving=served)


def attended(attendance: Attendance, **facts: Any) -> list[str]:
    return codes(minutes(paragraph(21), paragraph(22), paragraph(23), attendance=attendance), **facts)


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (serving(attendee(SERVING, seat="Nils Berg")), ["seat-unknown"]),
        (serving(attendee(SERVING, seat="Mats Öbrg")), ["seat-misspelt"]),
        (serving(attendee(SERVING)), []),
        (serving(attendee(SERVING, seat=ABSENT)), []),
        (serving(attendee(SERVING, seat=ABSENT), attendee(IDLE, seat=ABSENT)), ["seat-twice"]),
        (serving(attendee(SERVING, seat=ABSENT), member=attendee(ABSENT)), ["seat-twice"]),
        (
            serving(attendee(SERVING, from_to(21, 22), ABSENT), member=attendee(ABSENT, from_to(22, 23))),
            ["seat-twice"],
        ),
        (
            serving(
                attendee(SERVING, from_to(21, 22, is_part=True), ABSENT),
                member=attendee(ABSENT, from_to(22, 23, is_part=True)),
            ),
            [],
        ),
        (serving(attendee(SERVING), attendee(IDLE)), ["attendance-many"]),
        (
            serving(attendee(SERVING, from_to(21, 22), ABSENT), attendee(SERVING, from_to(22, 23), VICE)),
            ["seat-twice", "seat-both"],
        ),
        (serving(attendee(SERVING, from_to(21, 21), ABSENT), attendee(SERVING, from_to(23, 23), ABSENT)), []),
    ],
)
def test_a_seat_has_one_server_at_a_time(attendance: Attendance, expected: list[str]) -> None:
    assert attended(attendance) == expected


def test_two_on_one_seat_are_named_with_the_paragraph() -> None:
    both = serving(attendee(SERVING, from_to(21, 22), ABSENT, 16), member=attendee(ABSENT, from_to(22, 23), line=15))
    (finding,) = found(minutes(attendance=both, paragraphs=(paragraph(21), paragraph(22), paragraph(23))))
    told = {"name": ABSENT, "other": SERVING, "seat": ABSENT, "paragraphs": "§ 22"}
    assert (finding.words, finding.place.line, finding.severity) == (told, 16, Severity.ERROR)


@pytest.mark.parametrize(("first", "last", "expected"), [(21, 23, []), (21, 24, ["presence-outside"])])
def test_nobody_attends_paragraphs_that_the_minutes_lack(first: int, last: int, expected: list[str]) -> None:
    guest = attendee("Karin Ekholm", from_to(first, last))
    assert attended(replace(ATTENDANCE, others=(guest,))) == expected
    assert attended(replace(ATTENDANCE, others=(attendee("Karin Ekholm", without(last)),))) == expected


@pytest.mark.parametrize(("item", "expected"), [("3", []), ("9", ["presence-outside"])])
def test_what_somebody_attended_by_item_is_on_the_agenda(item: str, expected: list[str]) -> None:
    guest = attendee("Karin Ekholm", Presence(f"ej ärende {item}", (), (Stretch(Bound(0, item), Bound(0, item)),)))
    record = minutes(attendance=replace(ATTENDANCE, others=(guest,)))
    items = tuple(replace(each, item=str(place)) for place, each in enumerate(record.paragraphs, start=1))
    assert codes(replace(record, paragraphs=items)) == expected


def test_who_is_listed_twice_sits_on_one_seat() -> None:
    members = (*people(MEMBERS), attendee(MEMBERS[0]))
    assert "seat-twice" not in codes(minutes(attendance=Attendance(members=members)))


def test_a_seat_is_known_by_any_of_the_committees_minutes() -> None:
    one = minutes(paragraph(21), paragraph(22), paragraph(23), attendance=serving(attendee(SERVING, seat="Nils Berg")))
    earlier = minutes(attendance=Attendance(members=people(("Nils Berg",))), path="nn/2022-06-13/minutes.md")
    held = committee(meeting(earlier, DAY.replace(month=6)), meeting(one))
    assert {finding.code for finding in check_record(roll_of(held), held.meetings[1], one)} == {"lock-missing"}


def test_a_committee_without_lists_takes_anybody() -> None:
    attendance = serving(attendee(SERVING, seat="Nils Berg"))
    assert attended(attendance, members=(), deputies=()) == []


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        (replace(ATTENDANCE, members=people((*MEMBERS[:4], "Nils Berg"))), ["member-unknown"]),
        (replace(ATTENDANCE, deputies=people(("Nils Berg",))), ["deputy-unknown"]),
        (replace(ATTENDANCE, deputies=people(("Gunnel Åstöm",))), ["attendee-misspelt"]),
    ],
)
def test_whom_the_lists_of_the_committee_lack_is_told(attendance: Attendance, expected: list[str]) -> None:
    assert attended(attendance) == expected


def test_the_lists_of_today_need_not_fit_minutes_of_before() -> None:
    old = minutes(paragraph(21), paragraph(22), paragraph(23), attendance=serving(attendee("Nils Berg", seat=ABSENT)))
    later = minutes(path="nn/2022-11-28/minutes.md")
    held = committee(meeting(old), meeting(later, DAY.replace(month=11, day=28)))
    assert {finding.code for finding in check_record(roll_of(held), held.meetings[0], old)} == {"lock-missing"}


def test_minutes_that_say_of_nobody_that_he_attended_are_told_once() -> None:
    record = minutes(attendance=Attendance())
    (finding,) = found(record)
    assert (finding.code, finding.severity) == ("attendance-missing", Severity.ERROR)
    (draft,) = found(replace(record, sets=()))
    assert draft.severity is Severity.REMARK


def test_no_case_is_handled_by_half_of_the_members() -> None:
    half = replace(ATTENDANCE, members=people(MEMBERS[:3]), serving=())
    assert "attendance-few" in attended(half)
    assert "attendance-few" not in attended(replace(half, members=people(MEMBERS[:4])))


@pytest.mark.parametrize(("is_council", "expected"), [(False, ["attendance-few"]), (True, [])])
def test_disqualification_counts_against_the_number_but_in_the_council(is_council: bool, expected: list[str]) -> None:
    parts = (attendee(CHAIR), attendee(VICE), attendee("Leila Haddad"))
    out = attendee("Per Nyberg", from_to(21, 23, is_part=True))
    attendance = replace(ATTENDANCE, members=(*parts, out), serving=())
    record = minutes(paragraph(21, disqualified=("Per Nyberg",)), paragraph(22), paragraph(23), attendance=attendance)
    assert codes(record, is_council=is_council) == expected


def test_somebody_is_in_the_chair_who_takes_part() -> None:
    assert codes(minutes(chairs=(attendee(CHAIR, from_to(21, 22)),))) == ["record-no-chair"]
    assert codes(minutes(chairs=(attendee("Nils Berg"),))) == ["vote-casting-chair", "chair-away"]
    away = replace(ATTENDANCE, members=(attendee(CHAIR, without(23)), *ATTENDANCE.members[1:]))
    assert codes(minutes(attendance=away)) == ["chair-away"]
    led = (attendee(CHAIR, without(23)), attendee("Leila Haddad", from_to(23, 23)))
    assert codes(minutes(attendance=away, chairs=led)) == []


def test_somebody_keeps_the_minutes() -> None:
    assert codes(minutes(secretaries=())) == ["record-no-secretary"]


def test_a_disqualified_member_leaves_a_committee_and_stays_in_the_council() -> None:
    record = minutes(paragraph(21, disqualified=("Per Nyberg",)), paragraph(22), paragraph(23))
    assert codes(record) == ["disqualified-present"]
    assert codes(record, is_council=True) == []
    left = replace(ATTENDANCE.members[3], presence=without(21))
    members = (*ATTENDANCE.members[:3], left, *ATTENDANCE.members[4:])
    assert codes(replace(record, attendance=replace(ATTENDANCE, members=members))) == []


@pytest.mark.parametrize("key", ["disqualified", "not_taking_part"])
def test_who_stands_aside_is_on_the_attendance_list(key: str) -> None:
    record = minutes(paragraph(21, **{key: ("Nils Berg",)}), paragraph(22), paragraph(23))
    assert codes(record) == ["aside-unknown"]
    assert codes(replace(record, paragraphs=(paragraph(21, **{key: (IDLE,)}), *record.paragraphs[1:]))) == []


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [
        (VICE, {}, []),
        (SERVING, {}, []),
        (ABSENT, {}, ["reservation-aside"]),
        (IDLE, {}, ["reservation-aside"]),
        (VICE, {"not_taking_part": (VICE,)}, ["reservation-aside"]),
    ],
)
def test_only_those_who_took_part_make_a_reservation(name: str, facts: dict[str, Any], expected: list[str]) -> None:
    record = minutes(paragraph(21, reserved=(name,), **facts), paragraph(22), paragraph(23))
    assert codes(record, members=(*map(Person, MEMBERS),), is_council=True) == expected


def test_one_adjusts_who_took_part_and_was_not_in_the_chair() -> None:
    def by(name: str, *numbers: int) -> list[str]:
        one = adjusted(*numbers)
        rest = adjusted(*(number for number in (21, 22, 23) if number not in numbers))
        sets = (replace(one, adjustment=replace(one.adjustment, adjusters=(Person(name),))), rest)
        return codes(minutes(sets=sets if rest.numbers else sets[:1]))

    assert by("Leila Haddad", 21, 22, 23) == []
    assert by(CHAIR, 21) == ["adjuster-chair"]
    assert by(ABSENT, 21, 22) == ["adjuster-away"]
    assert by(ABSENT, 23) == []
