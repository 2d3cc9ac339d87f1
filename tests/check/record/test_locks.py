"""What was adjusted and locked is told where it was changed, and by which file, unless a correction says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.check.record.held import roll_of
from kallelse.check.record.minutes import check_record
from kallelse.model.dnr import Dnr
from kallelse.model.lock import Lock, kept_pdf, locked, until
from kallelse.model.person import Person
from kallelse.model.record import (
    Adjournment,
    Adjustment,
    Attendee,
    Correction,
    HeldSitting,
    Minutes,
    ParagraphSet,
    Posting,
    Publication,
    RecordForm,
    Signature,
    Stubs,
)
from kallelse.model.text import Body, Para, Text

from tests.check.record.records import ATTENDANCE, PATH, committee, from_to, meeting, minutes, paragraph

CASE = "nn/2022-09-26/2-b.md"
DAY = dt.date(2022, 10, 4)


def record(taken: str = "av ärendet") -> Minutes:
    return minutes(
        replace(paragraph(21), typed="skrivet"), replace(paragraph(22), case=CASE, taken=taken), paragraph(23)
    )


def lock(of: Minutes) -> Lock:
    (one,) = of.sets
    return locked(of, one, DAY, "nn/2022-09-26/adjusted/protokoll.pdf", "0" * 64)


def told(now: Minutes, *locks: Lock) -> list[tuple[str, str]]:
    held = replace(meeting(now), locks=locks)
    found = check_record(roll_of(committee(held)), held, now)
    return [(each.code, each.place.path) for each in found if each.code.startswith("lock")]


def changed(now: Minutes, number: int, **facts: object) -> Minutes:
    paragraphs = tuple(replace(each, **facts) if each.number == number else each for each in now.paragraphs)  # type: ignore[arg-type]
    return replace(now, paragraphs=paragraphs)


def correction(number: int, text: str = "Datumet.") -> Correction:
    return Correction(dt.date(2022, 10, 6), "Sekreteraren", text, number, typed=text)


def test_what_is_as_it_was_adjusted_is_no_finding() -> None:
    assert told(record(), lock(record())) == []


def test_what_is_adjusted_and_not_locked_is_told_once() -> None:
    assert told(record()) == [("lock-missing", PATH)]


def test_a_changed_text_names_the_minutes_and_what_is_taken_from_a_case_names_the_case() -> None:
    before = record()
    assert told(changed(before, 21, typed="annat"), lock(before)) == [("lock-changed", PATH)]
    assert told(record("annat"), lock(before)) == [("lock-changed", CASE)]


def test_a_case_of_another_name_is_no_change_and_is_named_as_it_is_now_once_there_is_one() -> None:
    before, name = record(), CASE.replace("2-b", "2-ny/index")
    (one,) = before.sets
    now = changed(before, 22, case=name)
    assert told(now, lock(before)) == []
    assert kept_pdf((lock(before),), now, one) == lock(before).pdf
    assert told(changed(now, 22, taken="annat"), lock(before)) == [("lock-changed", name)]
    assert told(changed(now, 22, taken="annat", case=""), lock(before)) == [("lock-changed", CASE)]


def test_what_the_tool_makes_of_it_is_no_change() -> None:
    before = record()
    assert told(changed(before, 21, sections=(), decisions=(), body=Body(), line=99), lock(before)) == []


@pytest.mark.parametrize(("number", "expected"), [(21, "lock-again"), (0, "lock-again"), (23, "lock-changed")])
def test_a_correction_of_the_paragraph_or_of_all_allows_a_change_until_it_is_locked(number: int, expected: str) -> None:
    before = record()
    now = replace(changed(before, 21, typed="annat"), corrections=(correction(number),))
    codes = {code for code, _ in told(now, lock(before))}
    assert expected in codes
    assert ("lock-changed" in codes) == (expected == "lock-changed")
    assert told(now, lock(before), lock(now)) == []


@pytest.mark.parametrize(("number", "codes"), [(0, set()), (21, {"lock-front"})])
def test_what_is_said_of_several_paragraphs_takes_a_correction_of_them_all(number: int, codes: set[str]) -> None:
    before = record()
    now = replace(before, place="En annan plats", corrections=(correction(number),))
    assert {code for code, _ in told(now, lock(before))} - {"lock-again"} == codes


def test_a_correction_that_was_locked_stays() -> None:
    before = replace(record(), corrections=(correction(21),))
    assert ("lock-correction", PATH) in told(record(), lock(before))
    assert ("lock-correction", PATH) in told(replace(before, corrections=(correction(21, "Annat."),)), lock(before))


def test_a_paragraph_that_is_added_to_locked_ones_is_told() -> None:
    before = record()
    (one,) = before.sets
    more = replace(one, numbers=(*one.numbers, 24))
    now = replace(before, paragraphs=(*before.paragraphs, paragraph(24)), sets=(more,))
    assert {("lock-added", PATH), ("lock-front", PATH)} <= set(told(now, lock(before)))


def test_a_set_that_is_not_adjusted_yet_is_neither_missing_nor_added_to_the_one_that_is_locked() -> None:
    before = record()
    (one,) = before.sets
    sets = (
        replace(one, numbers=(21, 22), stated="21, 22"),
        replace(one, numbers=(23,), stated="23", adjustment=replace(one.adjustment, date=None), postings=()),
    )
    apart = replace(before, sets=sets)
    kept = locked(apart, sets[0], DAY, "nn/2022-09-26/adjusted/protokoll.pdf", "0" * 64)
    assert told(apart, kept) == []
    assert told(apart) == [("lock-missing", PATH)]


@pytest.mark.parametrize(("as_of", "code"), [(5, "lock-changed"), (6, "lock-again"), (7, "lock-again")])
def test_a_correction_allows_a_change_from_its_own_day(as_of: int, code: str) -> None:
    before = record()
    later = replace(changed(before, 21, typed="annat"), corrections=(correction(21),))
    held = replace(meeting(later), locks=(lock(before),))
    found = check_record(roll_of(committee(held)), held, later, dt.date(2022, 10, as_of))
    codes = {each.code for each in found}
    assert code in codes
    assert ("lock-changed" in codes) == (code == "lock-changed")


def test_before_its_day_a_correction_is_not_there_unless_it_is_locked() -> None:
    before = record()
    corrected, day = replace(before, corrections=(correction(21),)), dt.date(2022, 10, 5)
    early = until(corrected, (lock(before),), day)
    assert (early.corrections, [one.pdf for one in early.sets]) == ((), [lock(before).pdf])
    assert until(corrected, (lock(before),), correction(21).date) is corrected
    assert until(corrected, (lock(before), lock(corrected)), day) is corrected


def test_paragraphs_of_one_number_are_told_apart() -> None:
    again = replace(paragraph(22), line=80, typed="den andra")
    before = replace(record(), paragraphs=(paragraph(21), replace(paragraph(22), typed="den första"), again))
    kept = lock(before)
    assert [each.key for each in kept.paragraphs] == [(21, 1), (22, 1), (22, 2)]
    first = replace(before, paragraphs=(before.paragraphs[0], replace(before.paragraphs[1], typed="x"), again))
    assert ("lock-changed", PATH) in told(first, kept)


def test_a_paragraph_an_adjustment_or_a_place_that_is_no_more_is_told() -> None:
    before = record()
    gone = replace(before, paragraphs=before.paragraphs[:2])
    assert ("lock-gone", PATH) in told(gone, lock(before))
    (one,) = before.sets
    again: ParagraphSet = replace(one, adjustment=replace(one.adjustment, date=None))
    assert {code for code, _ in told(replace(before, sets=(again,)), lock(before))} == {"lock-unadjusted", "lock-front"}
    assert told(replace(before, place="En annan plats"), lock(before)) == [("lock-front", PATH)]


def test_who_attended_is_part_of_what_is_locked_and_what_comes_later_is_not() -> None:
    before = record()
    attendance = replace(before.attendance, members=before.attendance.members[1:])
    assert {code for code, _ in told(replace(before, attendance=attendance), lock(before))} == {"lock-attended"}
    first, *others = before.attendance.members
    placed = replace(first, person=replace(first.person, place="Ekvik"))
    attendance = replace(before.attendance, members=(placed, *others))
    assert {code for code, _ in told(replace(before, attendance=attendance), lock(before))} == {"lock-attended"}
    (one,) = before.sets
    moved = replace(one, kept="Ett annat ställe")
    assert told(replace(before, sets=(moved,)), lock(before)) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"opened": dt.datetime(2022, 9, 26, 13, 0)},
        {"closed": dt.datetime(2022, 9, 26, 15, 0)},
        {"closed": None},
        {"place": "En annan plats"},
        {"form": RecordForm.DIGITAL},
        {"numbering": "Två paragrafer har nummer 22."},
        {"preamble": Body((Para((Text("Innan."),)),))},
        {"sittings": (HeldSitting(dt.datetime(2022, 9, 26, 13, 15)), HeldSitting(dt.datetime(2022, 9, 27, 9, 0)))},
        {"adjournments": (Adjournment(dt.time(14), dt.time(14, 10), 22),)},
    ],
)
def test_what_is_said_of_the_whole_meeting_is_part_of_what_is_locked(facts: dict[str, object]) -> None:
    before = record()
    assert ("lock-front", PATH) in told(replace(before, **facts), lock(before))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "facts",
    [
        {"date": dt.date(2022, 10, 4)},
        {"time": dt.time(9, 0)},
        {"place": "Kansliet"},
        {"adjusters": (Person("Leila Haddad"),)},
        {"reserve": (Person("Leila Haddad"),)},
        {"signatures": (Signature("Karin Ahlström", dt.datetime(2022, 10, 3, 9, 0)),)},
    ],
)
def test_who_adjusted_and_when_is_part_of_what_is_locked(facts: dict[str, object]) -> None:
    before = record()
    (one,) = before.sets
    now = replace(before, sets=(replace(one, adjustment=replace(one.adjustment, **facts)),))  # type: ignore[arg-type]
    assert told(now, lock(before)) == [("lock-front", PATH)]


@pytest.mark.parametrize(
    "facts",
    [
        {"is_immediate": True},
        {"reason": "Avtalet löper ut."},
        {"stubs": Stubs.CONTENTS},
        {"sitting": HeldSitting(dt.datetime(2022, 9, 26, 13, 15))},
    ],
)
def test_what_is_said_of_a_set_is_part_of_what_is_locked(facts: dict[str, object]) -> None:
    before = record()
    (one,) = before.sets
    now = replace(before, sets=(replace(one, **facts),))  # type: ignore[arg-type]
    assert told(now, lock(before)) == [("lock-front", PATH)]


def test_what_was_adjusted_at_once_stays_as_the_meeting_goes_on() -> None:
    before = record()
    (one,) = before.sets
    before = replace(before, closed=None, sets=(replace(one, is_immediate=True),))
    whole = {"closed": dt.datetime(2022, 9, 26, 15, 0), "numbering": "§ 24 finns inte."}
    later = replace(before, adjournments=(Adjournment(dt.time(14), dt.time(14, 10), 23),), **whole)  # type: ignore[arg-type]
    assert told(later, lock(before)) == []
    assert told(replace(later, place="En annan plats"), lock(before)) == [("lock-front", PATH)]


# An archive has what was written when its minutes were locked: digests that are made otherwise find changes everywhere.
def test_what_was_locked_years_ago_has_the_same_digests() -> None:
    at = dt.datetime(2022, 9, 26, 14, 0)
    adjustment = Adjustment(
        DAY, dt.time(9, 0), "Kansliet", (Person("Leila Haddad"),), (Person("Per Nyberg"),), (Signature("Eva", at, "7"),)
    )
    dated = Posting("", dt.date(2022, 10, 5)), Posting("Norrsala", dt.date(2022, 10, 6))
    sets = (
        ParagraphSet((21, 22), "21–22", adjustment=adjustment, postings=dated, stubs=Stubs.CONTENTS),
        ParagraphSet((23,), "23", is_immediate=True, reason="Brådskar", sitting=HeldSitting(at, at, "Sal B")),
    )
    guest = Attendee(Person("Jon Kvist", "chef", "S"), from_to(22, 23, is_part=True), group="Ungdomsrådet")
    secret = {"publication": Publication.NUMBER, "dnr": Dnr("NN 2022/1"), "typed": "skrivet"}
    held = replace(
        changed(record(), 23, **secret),
        sets=sets,
        attendance=replace(ATTENDANCE, others=(guest,)),
        numbering="Två har nummer 22.",
        preamble=Body((Para((Text("Innan."),)),)),
        sittings=(HeldSitting(at, at, "Sal B"),),
        adjournments=(Adjournment(dt.time(14), dt.time(14, 10), 22),),
        corrections=(correction(0), correction(21), correction(23)),
    )
    first, second = (locked(held, one, DAY, "p.pdf", "0" * 64) for one in sets)
    attended = [each.attended for each in (*first.paragraphs, *second.paragraphs)]
    digests = [first.front, second.front, first.beside, *first.corrections, *second.corrections, *attended]
    assert [each[:8] for each in digests] == [
        *("afb04cc7", "6f7e9a0e", "8db90d67", "2f4593a8", "acbee17c"),
        *("2f4593a8", "ff4a8771", "89549beb", "9b614bad", "6ce6807d"),
    ]
    assert (second.beside, first.postings) == ("", ("2022-10-05", "Norrsala 2022-10-06"))


def test_the_pdf_that_was_kept_is_published_while_the_record_is_as_it_was() -> None:
    before = record()
    (one,) = before.sets
    kept = lock(before)
    assert kept_pdf((kept,), before, one) == kept.pdf
    assert kept_pdf((), before, one) == ""
    assert kept_pdf((kept,), changed(before, 21, typed="annat"), one) == ""


def test_a_notice_may_come_later_and_one_that_was_locked_stays() -> None:
    before = record()
    (one,) = before.sets
    before = replace(before, sets=(replace(one, postings=()),))
    posted = replace(before, sets=(replace(one, postings=(Posting("Norrsala", dt.date(2022, 10, 5)),)),))
    moved = replace(before, sets=(replace(one, postings=(Posting("Norrsala", dt.date(2022, 10, 7)),)),))
    assert told(posted, lock(before)) == []
    assert kept_pdf((lock(before),), posted, posted.sets[0])
    assert ("lock-posting", PATH) in told(moved, lock(posted))
    assert not kept_pdf((lock(posted),), moved, moved.sets[0])


def test_a_notice_that_was_locked_and_is_gone_with_all_others_is_told() -> None:
    before = record()
    (one,) = before.sets
    gone = replace(before, sets=(replace(one, postings=()),))
    assert told(gone, lock(before)) == [("lock-posting", PATH)]


def test_a_pdf_that_may_name_what_another_set_withholds_now_is_not_shown() -> None:
    before = record()
    (one,) = before.sets
    sets = (replace(one, numbers=(21, 22), stated="21, 22"), replace(one, numbers=(23,), stated="23"))
    apart = replace(before, sets=sets)
    kept = locked(apart, sets[0], DAY, "nn/2022-09-26/adjusted/protokoll.pdf", "0" * 64)
    secret = changed(apart, 23, publication=Publication.NUMBER)
    assert kept_pdf((kept,), apart, sets[0])
    assert not kept_pdf((kept,), secret, sets[0])
    other = locked(apart, sets[1], DAY, "nn/2022-09-26/adjusted/protokoll-paragraf-23.pdf", "2" * 64)
    assert [kept_pdf((kept, other), apart, one) for one in sets] == [kept.pdf, other.pdf]
    assert ("lock-beside", kept.pdf) in told(secret, kept)
    again = locked(secret, sets[0], DAY, "nn/2022-09-26/adjusted/protokoll-rattad-1.pdf", "1" * 64)
    assert kept_pdf((kept, again), secret, sets[0]) == again.pdf


def test_a_pdf_stays_while_what_it_names_of_other_sets_may_be_told() -> None:
    before = record()
    (one,) = before.sets
    sets = (replace(one, numbers=(21, 22), stated="21, 22"), replace(one, numbers=(23,), stated="23"))
    for publication, is_kept in ((Publication.FULL, True), (Publication.HEADING, False)):
        apart = changed(replace(before, sets=sets), 23, publication=publication)
        kept = locked(apart, sets[0], DAY, "nn/2022-09-26/adjusted/protokoll.pdf", "0" * 64)
        now = changed(apart, 23, title="Ett annat namn")
        assert bool(kept_pdf((kept,), now, sets[0])) is is_kept


def test_a_correction_stays_the_same_when_its_words_are_withheld() -> None:
    before = replace(record(), corrections=(correction(21, "Sven Ek är borttagen."),))
    withheld = replace(before, corrections=(replace(before.corrections[0], text=""),))
    assert "lock-correction" not in {code for code, _ in told(withheld, lock(before))}
