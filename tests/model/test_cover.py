"""The agenda held against what went out: what follows from documents is told by them, all else by the cover."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.cover import cover_rows, is_cover_as_issued
from kallelse.model.digest import cover_digest
from kallelse.model.dnr import Dnr
from kallelse.model.issue import Issue, IssuedDocument
from kallelse.model.meeting import Access, AgendaRow, Case, CaseKind, Document, Meeting, RowKind, Sitting
from kallelse.model.person import Person
from kallelse.model.text import Body, Para, Text

BODY = Body((Para((Text("Text."),)),))


def case(name: str, title: str = "Avtal", *, letter: bool = True, **facts: object) -> Case:
    path = f"m/{name}.md"
    written = Document(path, f"m/{name}.html", title, body=BODY if letter else Body())
    return Case(path, f"m/{name}.html", title, letter=written if letter else None, **facts)  # type: ignore[arg-type]


def row(one: Case, number: str = "1") -> AgendaRow:
    return AgendaRow(RowKind.CASE, one.title, number, one, one.minutes)


GROUP = AgendaRow(RowKind.GROUP, "Beslut")
FORMALITY = AgendaRow(RowKind.FORMALITY, "Upprop", "1")
BREAK = AgendaRow(RowKind.BREAK, "Lunch", minutes=60)
A, B, ELECTION = row(case("a")), row(case("b"), "2"), row(case("val", "Val", letter=False), "3")
SECRET = row(replace(case("arende-4", "Sekretess", letter=False), access=Access.CONFIDENTIAL), "4")


def meeting(*rows: AgendaRow) -> Meeting:
    start = dt.datetime(2022, 9, 26, 13)
    return Meeting("m/index.md", "m", "m/index.html", "m/kallelse.pdf", "N", (Sitting(start),), agenda=rows)


def is_same(before: tuple[AgendaRow, ...], after: tuple[AgendaRow, ...]) -> bool:
    was = meeting(*before)
    papers = [IssuedDocument(one.path, one.title, "1", ("2",), "") for _, _, one in was.printed()]
    cover = IssuedDocument(was.path, "", "", ("1",), cover_digest(was))
    issue = Issue(dt.date(2022, 9, 19), (cover, *papers), (), "", rows=cover_rows(was))
    return is_cover_as_issued(meeting(*after), issue)


BEFORE = (FORMALITY, GROUP, A, BREAK, B, ELECTION, SECRET)


def with_row(old: AgendaRow, *new: AgendaRow) -> tuple[AgendaRow, ...]:
    place = BEFORE.index(old)
    return (*BEFORE[:place], *new, *BEFORE[place + 1 :])


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        # A case that came, went or was given another title says so by its documents.
        (*BEFORE, row(case("ny", "Nytt"), "5")),
        with_row(A),
        with_row(A, row(case("a", "Avtalet"))),
        with_row(A, row(case("a", dnr=Dnr("KS 2022/1")))),
        with_row(A, row(case("a2"))),
        # Numbers follow from the order that is held itself.
        with_row(FORMALITY, replace(FORMALITY, number="7")),
        # What has become confidential leaves whatever is still to be written about it.
        with_row(B, row(replace(case("arende-2", "Hemligt", letter=False), access=Access.CONFIDENTIAL), "2")),
        with_row(SECRET, replace(SECRET, title="En annan fras")),
        # A letter for what had none is a document that was added.
        with_row(ELECTION, row(case("val", "Val"), "3")),
    ],
)
def test_what_follows_from_documents_is_no_change_of_the_cover(after: tuple[AgendaRow, ...]) -> None:
    assert is_same(BEFORE, after)


@pytest.mark.parametrize(
    "after",
    [
        (FORMALITY, GROUP, B, BREAK, A, ELECTION, SECRET),
        (FORMALITY, A, GROUP, BREAK, B, ELECTION, SECRET),
        (FORMALITY, GROUP, A, BREAK, B, SECRET, ELECTION),
        with_row(GROUP),
        with_row(FORMALITY, FORMALITY, AgendaRow(RowKind.FORMALITY, "Val av justerare", "2")),
        with_row(GROUP, replace(GROUP, title="Information")),
        with_row(FORMALITY, replace(FORMALITY, kind=RowKind.BREAK)),
        with_row(BREAK, replace(BREAK, minutes=45)),
        with_row(A, row(case("a", minutes=20))),
        with_row(A, row(case("a", presenters=(Person("Eva", "chef"),)))),
        with_row(A, row(case("a", short_proposal="Antas"))),
        with_row(A, row(case("a", kind=CaseKind.INFORMATION))),
        # The cover alone tells of a case without documents.
        with_row(ELECTION),
        with_row(ELECTION, row(case("val", "Val av två justerare", letter=False), "3")),
        (*BEFORE, row(case("fraga", "Fråga", letter=False), "5")),
    ],
)
def test_all_else_of_the_agenda_is_a_change_of_the_cover(after: tuple[AgendaRow, ...]) -> None:
    assert not is_same(BEFORE, after)
