"""Sets of paragraphs: what they hold, their days, their boards, their corrections."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from kallelse.model.finding import Severity
from kallelse.model.person import Person
from kallelse.model.record import Adjustment, Attendee, Correction, HeldSitting, ParagraphSet, Posting, Signature

from tests.check.record.records import VICE, adjusted, codes, found, minutes, paragraph

DRAFT = ParagraphSet((21, 22, 23), line=80)


def day(month: int, number: int) -> dt.date:
    return dt.date(2022, month, number)


def on(date: dt.date, time: dt.time | None = None, *numbers: int, **facts: Any) -> ParagraphSet:
    """A set adjusted that day and posted on the same day on both boards."""
    one = adjusted(*(numbers or (21, 22, 23)), **facts)
    postings = tuple(replace(each, date=date) for each in one.postings)
    return replace(one, adjustment=replace(one.adjustment, date=date, time=time), postings=postings)


def posted(*postings: Posting, **facts: Any) -> list[str]:
    return codes(minutes(sets=(adjusted(21, 22, 23, postings=postings, **facts),)))


NORRSALA, EKVIK = Posting("Norrsala", day(10, 4), line=82), Posting("Ekvik", day(10, 5), line=83)


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ((), []),
        ((adjusted(21, 22), adjusted(23)), []),
        ((adjusted(21, 22),), ["set-without"]),
        ((adjusted(21, 22), adjusted(22, 23)), ["set-overlap"]),
        ((adjusted(21, 22, 23, 24),), ["set-unknown"]),
        ((adjusted(21, 22, 23), ParagraphSet(line=90)), ["set-empty"]),
    ],
)
def test_each_paragraph_belongs_to_one_set(sets: tuple[ParagraphSet, ...], expected: list[str]) -> None:
    assert codes(minutes(sets=sets)) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (on(day(9, 26)), []),
        (on(day(9, 25)), ["set-early"]),
        (on(day(9, 26), dt.time(14, 0)), ["set-early"]),
        (on(day(9, 26), dt.time(14, 40)), []),
        (on(day(9, 26), dt.time(14, 0), is_immediate=True), []),
        (on(day(9, 26), dt.time(13, 0), is_immediate=True), ["set-before"]),
        (on(day(9, 25), is_immediate=True), ["set-before"]),
        (on(day(10, 10)), []),
        (on(day(10, 11)), ["set-late"]),
    ],
)
def test_an_adjustment_comes_after_the_meeting_and_within_14_days(one: ParagraphSet, expected: list[str]) -> None:
    assert codes(minutes(sets=(one,))) == expected


EVENING = HeldSitting(dt.datetime(2022, 9, 26, 17, 0), dt.datetime(2022, 9, 26, 17, 30))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (on(day(9, 26), dt.time(17, 30), sitting=EVENING), []),
        (on(day(9, 26), dt.time(17, 20), sitting=EVENING), ["set-early"]),
        (on(day(9, 26), dt.time(17, 20), sitting=EVENING, is_immediate=True), []),
        (on(day(9, 26), dt.time(16, 50), sitting=EVENING, is_immediate=True), ["set-before"]),
        (on(day(9, 26), dt.time(17, 0), sitting=replace(EVENING, end=None)), []),
        (on(day(9, 26), dt.time(16, 0), sitting=replace(EVENING, end=None)), ["set-early"]),
        (on(day(9, 26), dt.time(14, 0), sitting=HeldSitting(EVENING.start.replace(hour=13), None)), ["set-early"]),
        (
            on(
                day(9, 26),
                dt.time(14),
                sitting=HeldSitting(EVENING.start.replace(hour=13), EVENING.start.replace(hour=14)),
            ),
            [],
        ),
    ],
)
def test_a_set_with_a_sitting_of_its_own_is_adjusted_after_that(one: ParagraphSet, expected: list[str]) -> None:
    assert codes(minutes(sets=(one,))) == expected


@pytest.mark.parametrize(
    ("signed", "adjusted_at", "expected"),
    [
        (dt.datetime(2022, 10, 3, 19, 2), None, []),
        (dt.datetime(2022, 10, 4, 8, 0), None, ["signature-later"]),
        (dt.datetime(2022, 10, 3, 19, 2, 40), dt.time(19, 2), []),
        (dt.datetime(2022, 10, 3, 19, 3), dt.time(19, 2), ["signature-later"]),
        (None, dt.time(19, 2), []),
    ],
)
def test_nobody_signs_after_the_adjustment(
    signed: dt.datetime | None, adjusted_at: dt.time | None, expected: list[str]
) -> None:
    one = on(day(10, 3), adjusted_at)
    one = replace(one, adjustment=replace(one.adjustment, signatures=(Signature(VICE, signed),)))
    assert codes(minutes(sets=(one,))) == expected


def test_a_meeting_of_two_days_is_adjusted_after_the_second_and_at_once_during_the_first() -> None:
    closed = dt.datetime(2022, 9, 27, 12)
    assert codes(minutes(sets=(on(day(9, 26)),), closed=closed)) == ["set-early"]
    assert codes(minutes(sets=(on(day(9, 26), is_immediate=True),), closed=closed)) == []
    assert codes(minutes(sets=(on(day(10, 11)),), closed=closed)) == []


@pytest.mark.parametrize(("as_of", "expected"), [(None, []), (day(10, 10), []), (day(10, 11), ["set-overdue"])])
def test_what_is_not_adjusted_in_time_is_told(as_of: dt.date | None, expected: list[str]) -> None:
    assert codes(minutes(sets=(DRAFT,)), as_of=as_of) == expected
    assert codes(minutes(), as_of=as_of) == []


def test_an_adjustment_says_by_whom_and_where_the_minutes_are_kept() -> None:
    assert codes(minutes(sets=(adjusted(21, 22, 23, kept=""),))) == ["set-kept"]
    nobody = Adjustment(day(10, 3))
    (finding,) = found(minutes(sets=(adjusted(21, 22, 23, adjustment=nobody),)))
    assert (finding.code, finding.severity, finding.place.line) == ("adjuster-missing", Severity.ERROR, 80)


@pytest.mark.parametrize(
    ("postings", "expected"),
    [
        ((NORRSALA, EKVIK), []),
        ((NORRSALA,), ["posting-missing"]),
        ((), ["posting-missing"]),
        ((NORRSALA, EKVIK, NORRSALA), ["posting-twice"]),
        ((NORRSALA, EKVIK, Posting("Söderby", day(10, 5))), ["posting-board-listed"]),
        ((NORRSALA, EKVIK, Posting("Norsala", day(10, 5))), ["posting-board"]),
        ((NORRSALA, replace(EKVIK, date=day(10, 2))), ["posting-early"]),
        ((NORRSALA, replace(EKVIK, date=day(10, 6))), ["posting-late"]),
        # Both boards have it on the 5th, so the last day of appeal is the 26th, for both.
        ((NORRSALA, replace(EKVIK, removed=day(10, 27))), []),
        ((replace(NORRSALA, removed=day(10, 26)), EKVIK), ["posting-removed"]),
        ((NORRSALA, replace(EKVIK, removed=day(10, 26))), ["posting-removed"]),
    ],
)
def test_a_notice_is_up_on_every_board_from_the_adjustment_until_appeals_are_out(
    postings: tuple[Posting, ...], expected: list[str]
) -> None:
    assert posted(*postings) == expected


def test_a_last_day_that_is_moved_keeps_the_notice_up() -> None:
    one = on(day(12, 3))
    up = tuple(replace(each, removed=day(12, 27)) for each in one.postings)
    told = codes(minutes(sets=(replace(one, postings=up),)))
    assert told == ["set-late", "posting-removed", "posting-removed"]
    down = tuple(replace(each, removed=day(12, 28)) for each in one.postings)
    assert codes(minutes(sets=(replace(one, postings=down),))) == ["set-late"]


def test_a_notice_of_a_draft_is_refused() -> None:
    assert codes(minutes(sets=(replace(DRAFT, postings=(NORRSALA,)),))) == ["posting-draft"]
    assert codes(minutes(sets=(replace(DRAFT, boards=("Norrsala", "Ekvik")),))) == []


def test_any_board_will_do_where_the_committee_names_none() -> None:
    assert posted(Posting("Tavlan", day(10, 4)), boards=()) == []


def test_each_set_has_its_own_days() -> None:
    at_once = on(day(9, 26), None, 22, is_immediate=True)
    assert codes(minutes(sets=(at_once, adjusted(21, 23)))) == []


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (Correction(day(10, 4), "SB", "Dagen", 22), []),
        (Correction(day(10, 3), "SB", "Dagen"), []),
        (Correction(day(10, 2), "SB", "Dagen", 22), ["correction-early"]),
        (Correction(day(10, 4), "SB", "Dagen", 29), ["correction-unknown"]),
    ],
)
def test_a_correction_is_of_an_adjusted_paragraph(correction: Correction, expected: list[str]) -> None:
    assert codes(minutes(corrections=(correction,))) == expected
    assert codes(minutes(corrections=(Correction(day(10, 4), "SB", "x", 22),), sets=(DRAFT,))) == ["correction-draft"]


def test_an_adjuster_may_be_one_of_several() -> None:
    several = replace(adjusted().adjustment, adjusters=(Person(VICE), Person("Leila Haddad")))
    record = minutes(paragraph(21), paragraph(22), paragraph(23))
    assert codes(replace(record, sets=(adjusted(21, 22, 23, adjustment=several),))) == []


def test_an_adjuster_is_not_one_in_the_chair_of_the_same_name() -> None:
    chair, other = Person("Per Nyberg", party="S"), Person("Per Nyberg", party="C")
    before = minutes()
    members = (Attendee(chair, line=10), Attendee(other, line=11), *before.attendance.members[1:3])
    one = adjusted(21, 22, 23)
    one = replace(one, adjustment=replace(one.adjustment, adjusters=(other,)))
    shared = replace(before, chairs=(Attendee(chair, line=4),), sets=(one,))
    shared = replace(shared, attendance=replace(before.attendance, members=members))
    assert not {"adjuster-chair", "adjuster-away"} & set(codes(shared))
    himself = replace(one, adjustment=replace(one.adjustment, adjusters=(chair,)))
    assert "adjuster-chair" in codes(replace(shared, sets=(himself,)))
