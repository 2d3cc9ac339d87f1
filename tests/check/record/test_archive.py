"""Minutes among all that an archive holds: their texts, what points at them, and what need not be checked again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.check import archive as checking
from kallelse.check.archive import check_archive
from kallelse.check.meeting import check_meetings
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding
from kallelse.model.issue import Change, Issue, IssuedDocument
from kallelse.model.meeting import AgendaRow, Case, Document, Follows, Meeting, RowKind
from kallelse.model.memory import Memory
from kallelse.model.record import Minutes
from kallelse.model.text import Body, Cite, Image, Link, Para, Text

from tests.check.record.records import DAY, PATH, case, committee, meeting, minutes, paragraph

AFTER = dt.date(2022, 10, 20)
ISSUED = DAY - dt.timedelta(days=7)


def archive(record: Minutes, note: Body | None = None) -> Archive:
    """An archive of one meeting, whose summons is out, with those minutes and another meeting with a note."""
    held = meeting(record, issued=ISSUED, place="Stadshuset")
    other = meeting(None, dt.date(2022, 11, 28), issued=ISSUED, agenda=(), note=note or Body())
    return Archive(committees=(committee(held, other),))


def told(whole: Archive, as_of: dt.date | None = AFTER, memory: Memory | None = None) -> list[tuple[str, str, int]]:
    quiet = {"meeting-fact-missing", "case-no-letter", "attendance-few", "lock-missing"}
    found = check_archive(whole, (), as_of, memory)
    return [(each.code, each.place.path, each.place.line) for each in found if each.code not in quiet]


def linking(target: str, line: int = 70) -> Body:
    return Body((Para((Link((Text("där", line),), target, line),), line),))


def test_right_minutes_are_no_finding_among_everything_else() -> None:
    assert told(archive(minutes())) == []


def test_the_texts_of_minutes_are_checked_once_as_any_text() -> None:
    picture = Body((Para((Image("karta.png", "", 71),), 71),))
    record = minutes(body=Body((*linking("borta.md").blocks, *picture.blocks)))
    expected = [("link-dead", PATH, 70), ("image-alt", PATH, 71), ("image-missing", PATH, 71)]
    assert told(archive(record)) == expected


def test_a_mark_that_was_taken_is_no_citation_and_one_that_is_printed_is() -> None:
    mark = Body((Para((Text("Bifall. ", 45), Cite("uppdrag", ("IT-chefen",), line=45)), 45),))
    assert told(archive(minutes(body=mark))) == []
    printed = minutes(paragraph(21, body=mark), paragraph(22), paragraph(23), body=mark)
    assert told(archive(printed)) == [("cite-unresolved", PATH, 45)]


def test_a_text_may_point_at_minutes_once_something_in_them_is_adjusted() -> None:
    whole = archive(minutes(), linking("../2022-09-26/minutes.md"))
    assert told(whole, AFTER) == []
    assert [code for code, _, _ in told(whole, dt.date(2022, 10, 2))] == ["link-dead"]


def test_a_text_may_point_at_notes_once_their_meeting_is_closed() -> None:
    notes = replace(minutes(), is_notes=True, sets=())
    note = linking("../2022-09-26/minutes.md")
    day = notes.opened.date()

    def links(record: Minutes, as_of: dt.date | None) -> list[str]:
        return [code for code, _, _ in told(archive(record, note), as_of) if code.startswith("link")]

    assert links(notes, day) == links(notes, None) == []
    assert links(notes, day - dt.timedelta(days=1)) == ["link-dead"]
    assert links(replace(notes, closed=None), AFTER) == ["link-dead"]


def test_a_draft_may_point_at_itself() -> None:
    draft = minutes(body=linking("minutes.md"), sets=())
    assert told(archive(draft), DAY) == []


def test_numbers_and_proposals_are_checked_with_the_minutes() -> None:
    gap = minutes(paragraph(21), paragraph(23, item="2"))
    assert ("paragraph-gap", PATH, 60) in told(archive(gap))


def test_minutes_that_are_the_same_are_not_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(*given: object) -> tuple[Finding, ...]:
        asked.append("")
        return ()

    monkeypatch.setattr(checking, "check_record", counted)
    memory = Memory()
    whole = archive(minutes())
    told(whole, memory=memory)
    told(whole, memory=memory)
    assert len(asked) == 1
    (own,) = whole.committees
    told(replace(whole, committees=(replace(own, deputies=()),)), memory=memory)
    assert len(asked) == 2
    told(archive(minutes()), memory=memory)
    assert len(asked) == 3


def following(case_: Case, record: Minutes | None) -> list[str]:
    row = AgendaRow(RowKind.CASE, case_.title, "1", case_)
    later = meeting(None, dt.date(2022, 11, 28), agenda=(row,))
    whole = Archive(committees=(committee(meeting(record), later),))
    return [finding.code for finding in check_meetings(whole) if finding.code.startswith("case-follows")]


def test_a_paragraph_of_minutes_can_be_followed() -> None:
    follows = case(7, follows=(Follows("NN", DAY, "22"),))
    assert following(follows, minutes()) == []
    assert following(follows, None) == ["case-follows-paragraph"]
    assert following(case(7, follows=(Follows("NN", DAY, "24"),)), minutes()) == ["case-follows-recorded"]
    # What a case says of itself counts for nothing beside the minutes.
    said = case(7, follows=(Follows("NN", DAY, "24"),), paragraph="24")
    assert following(said, minutes()) == ["case-follows-recorded"]


def test_a_meeting_held_on_another_day_is_followed_by_either() -> None:
    moved = minutes(opened=dt.datetime(2022, 9, 27, 9))
    for day in (DAY, DAY.replace(day=27)):
        assert following(case(7, follows=(Follows("NN", day, "22"),)), moved) == []
    assert following(case(7, follows=(Follows("NN", DAY.replace(day=28), "22"),)), moved) == ["case-follows-nothing"]


def called(issued: dt.date, *, is_council: bool) -> list[str]:
    council: Meeting = meeting(None, issued=issued)
    whole = Archive(committees=(committee(council, is_council=is_council),))
    return [finding.code for finding in check_meetings(whole) if finding.code.startswith("council")]


def test_the_council_is_called_a_week_before_it_meets() -> None:
    assert called(DAY - dt.timedelta(days=7), is_council=True) == []
    assert called(DAY - dt.timedelta(days=6), is_council=True) == ["council-called-late"]
    assert called(DAY - dt.timedelta(days=6), is_council=False) == []


@pytest.mark.parametrize(
    ("came", "is_council", "expected"),
    # The meeting is on a Monday: the weekday before it is the Friday.
    [(23, True, []), (24, True, ["council-case-late"]), (24, False, [])],
)
def test_a_new_case_of_the_council_comes_on_the_weekday_before_at_the_latest(
    came: int, is_council: bool, expected: list[str]
) -> None:
    path = f"{PATH.rpartition('/')[0]}/9-ny.md"
    letter = Document(path, "ny.html", "Ny", body=Body((Para((Text("Text."),)),)))
    new = Case(path, "ny.html", "Ny", letter=letter)
    called = meeting(
        None,
        issued=ISSUED,
        agenda=(AgendaRow(RowKind.CASE, "Ny", "9", new),),
        issues=(Issue(ISSUED, (IssuedDocument("index.md", "", "", ("1",), ""),), (), "1.pdf"),),
        changes=(Change(path, dt.date(2022, 9, came), "Brådskande."),),
    )
    whole = Archive(committees=(committee(called, is_council=is_council),))
    assert [each.code for each in check_meetings(whole) if each.code.startswith("council")] == expected
