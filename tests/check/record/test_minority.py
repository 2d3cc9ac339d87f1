"""A third of those present puts a matter off once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from kallelse.check.archive import check_archive
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.finding import Severity
from kallelse.model.meeting import AgendaRow, Case, Follows, Meeting, RowKind
from kallelse.model.record import Paragraph
from kallelse.model.vote import Outcome, Side, Tally, Vote

from tests.check.record.records import DAY, committee, meeting, minutes, paragraph

BACK = Side("återremiss", Outcome.REFERRED_BACK)
NOW = Side("avgöra i dag")
THIRD = Vote(BACK, NOW, stated=Tally(21, 40), by_minority=True, present=61, line=55)
TABLED = replace(THIRD, yes=Side("bordläggning", Outcome.TABLED))
MOST = replace(THIRD, stated=Tally(41, 20))
PLAIN = replace(MOST, by_minority=False)
FEW = replace(THIRD, stated=Tally(20, 42), present=62)
DNR = Dnr("KF 2022/1")
LATER = dt.date(2022, 10, 31)


def of(day: dt.date, number: int, vote: Vote, **facts: Any) -> Meeting:
    """A meeting of one case, with a paragraph that has that vote."""
    case = replace(Case(f"nn/{day}/1.md", f"nn/{day}/1.html", "Ärende"), **facts)
    one = paragraph(number, vote, case=case.path, item="1")
    record = minutes(one, path=f"nn/{day}/minutes.md", opened=dt.datetime.combine(day, dt.time(18)), closed=None)
    return meeting(record, day, agenda=(AgendaRow(RowKind.CASE, case.title, "1", case),))


def told(*meetings: Meeting, **facts: Any) -> list[tuple[str, int, str, str]]:
    whole = Archive(committees=(committee(*meetings, **{"is_council": True, **facts}),))
    found = [each for each in check_archive(whole, ()) if each.code == "vote-minority-again"]
    assert all(each.severity is Severity.ERROR for each in found)
    return [(each.place.path, each.place.line, each.words["date"], each.words["earlier"]) for each in found]


AGAIN = [(f"nn/{LATER}/minutes.md", 55, "2022-09-26", "21")]


@pytest.mark.parametrize(("first", "second"), [(THIRD, THIRD), (THIRD, TABLED), (TABLED, THIRD)])
def test_a_third_puts_a_matter_off_once_whether_it_tables_or_refers_back(first: Vote, second: Vote) -> None:
    assert told(of(DAY, 21, first, dnr=DNR), of(LATER, 30, second, dnr=DNR)) == AGAIN


def test_a_matter_is_the_same_by_whom_it_follows() -> None:
    assert told(of(DAY, 21, THIRD), of(LATER, 30, THIRD, follows=(Follows("NN", DAY, "21"),))) == AGAIN


@pytest.mark.parametrize(
    ("first", "second"), [(MOST, THIRD), (PLAIN, THIRD), (FEW, THIRD), (THIRD, MOST), (THIRD, PLAIN), (THIRD, FEW)]
)
def test_most_votes_put_it_off_as_often_as_they_like(first: Vote, second: Vote) -> None:
    assert told(of(DAY, 21, first, dnr=DNR), of(LATER, 30, second, dnr=DNR)) == []


def test_other_matters_and_other_bodies_are_none_of_it() -> None:
    assert told(of(DAY, 21, THIRD, dnr=DNR), of(LATER, 30, THIRD, dnr=Dnr("KF 2022/2"))) == []
    assert told(of(DAY, 21, THIRD, dnr=DNR), of(LATER, 30, THIRD, dnr=DNR), standing=(DNR,)) == []
    assert told(of(DAY, 21, THIRD, dnr=DNR), of(LATER, 30, THIRD, dnr=DNR), is_council=False) == []


def test_a_case_may_be_put_off_twice_at_one_meeting() -> None:
    held = of(DAY, 21, THIRD)
    assert held.minutes is not None
    (first,) = held.minutes.paragraphs
    again = replace(held.minutes, paragraphs=(first, replace(first, number=22, line=90)))
    assert told(replace(held, minutes=again)) == [(f"nn/{DAY}/minutes.md", 55, "2022-09-26", "21")]


def test_an_item_that_is_on_no_agenda_has_the_number_in_its_heading() -> None:
    def extra(day: dt.date, number: int) -> Meeting:
        made = of(day, number, THIRD)
        assert made.minutes is not None
        one: Paragraph = replace(made.minutes.paragraphs[0], case="", dnr=DNR)
        return replace(made, minutes=replace(made.minutes, paragraphs=(one,)))

    assert told(extra(DAY, 21), extra(LATER, 30)) == AGAIN
    assert told(of(DAY, 21, THIRD), extra(LATER, 30)) == []
