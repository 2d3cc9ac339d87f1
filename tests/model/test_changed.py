"""What is told of each change after an issue: whether it added, replaced or withdrew a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from kallelse.locale.changes import change_notice, change_words
from kallelse.model.changed import changed, untouched
from kallelse.model.digest import document_digest
from kallelse.model.issue import Change, Issue, IssuedDocument
from kallelse.model.meeting import AgendaRow, Case, Document, Meeting, RowKind, Sitting
from kallelse.model.text import Body, Para, Text

COVER = "m/index.md"


def day(number: int) -> dt.date:
    return dt.date(2022, 9, number)


def issue(date: int, *paths: str) -> Issue:
    cover = IssuedDocument(COVER, "", "", ("1",), "")
    documents = (IssuedDocument(path, f"Då {path}", "7", (str(n),), "") for n, path in enumerate(paths, start=2))
    return Issue(day(date), (cover, *documents), (), "1.pdf")


def meeting(today: Sequence[str], issues: Sequence[Issue], *changes: tuple[int, str]) -> Meeting:
    """A meeting with these documents today, and changes by day and path."""
    body = Body((Para((Text("Text."),)),))
    letters = [Document(path, f"{path}.html", f"Nu {path}", body=body) for path in today]
    rows = [
        AgendaRow(RowKind.CASE, one.title, "1", Case(one.path, one.address, one.title, letter=one)) for one in letters
    ]
    return Meeting(
        COVER,
        "m",
        "m/index.html",
        "m/kallelse.pdf",
        "N",
        (Sitting(dt.datetime(2022, 9, 26, 13)),),
        agenda=tuple(rows),
        issues=tuple(issues),
        changes=tuple(Change(path, day(date), f"Skäl {date}") for date, path in changes),
    )


A, OUT, BACK = issue(19, "a"), issue(24), issue(25, "a")


@pytest.mark.parametrize(
    ("today", "issues", "changes", "kinds"),
    [
        ("a", [A], [(20, "a")], "replaced"),
        ("", [A], [(20, "a")], "withdrawn"),
        ("ab", [A], [(20, "b")], "added"),
        ("a", [A], [(20, "b")], "withdrawn"),
        ("a", [A], [(20, COVER)], "replaced"),
        # Nothing went out between: it is one addition, one change of it, one withdrawal.
        ("ab", [A], [(20, "b"), (21, "b")], "added replaced"),
        ("a", [A], [(20, "b"), (21, "b")], "added withdrawn"),
        ("a", [A], [(20, "a"), (21, "a")], "replaced replaced"),
        ("", [A], [(20, "a"), (21, "a")], "replaced withdrawn"),
        # What went out and is there again has been away.
        ("a", [A, OUT], [(24, "a"), (25, "a")], "withdrawn added"),
        ("a", [A, OUT, BACK], [(24, "a"), (25, "a")], "withdrawn added"),
        ("a", [A, OUT, BACK], [(23, "a"), (25, "a"), (26, "a")], "withdrawn added replaced"),
        ("", [A, OUT, BACK], [(24, "a"), (25, "a"), (26, "a")], "withdrawn added withdrawn"),
        ("ab", [A, issue(21, "a", "b"), A], [(20, "b"), (22, "a")], "added replaced"),
        # Of a change on the day of the last issue, what went away after it may be what is meant.
        ("", [A, issue(22, "a")], [(22, "a")], "withdrawn"),
        ("ab", [A, issue(21, "a", "b")], [(19, "b"), (23, "b")], "added replaced"),
        # Of two issues of a day the second may be the one that it went out with.
        ("", [A, issue(21, "a"), issue(21, "a", "b")], [(21, "b"), (23, "b")], "added withdrawn"),
        ("a", [A, issue(21, "a"), issue(21), issue(24, "a")], [(21, "a"), (23, "a")], "withdrawn added"),
        # What has become confidential since was replaced all the same.
        ("", [A, issue(22, "a"), issue(23)], [(22, "a")], "replaced"),
        # On the day of the first issue it is a change of it.
        ("b", [A], [(19, "b"), (19, "a")], "added withdrawn"),
    ],
)
def test_a_change_is_what_the_issues_and_today_tell(
    today: str, issues: list[Issue], changes: list[tuple[int, str]], kinds: str
) -> None:
    assert [one.kind.value for one in changed(meeting(today, issues, *changes))] == kinds.split()


def test_nothing_is_changed_before_an_issue() -> None:
    assert changed(meeting("a", [], (20, "a"))) == ()


def test_each_change_is_about_the_document_as_it_was_or_is() -> None:
    subject = meeting("a", [A, OUT, BACK], (24, "a"), (25, "a"))
    away, back = changed(subject)
    assert (away.document, away.row) == (None, None)
    assert (away.issued, back.issued) == (A.documents[1], None)
    assert back.document is not None
    told = [change_words(one, subject, "sv") for one in (away, back)]
    assert [(one.kind, one.name, one.labels) for one in told] == [
        ("Utgår", "Ärende 7, Då a", ""),
        ("Tillkommer", "Ärende 1, Tjänsteskrivelse Nu a", ""),
    ]


def test_what_is_back_is_an_addition_and_a_later_change_one_of_it() -> None:
    subject = meeting("a", [A, OUT, BACK], (24, "a"), (25, "a"), (26, "a"))
    assert change_notice("a", subject, "sv") == (
        "Tillägg 25 september 2022 till kallelsen den 19 september 2022: Skäl 25. Ändring 26 september 2022: Skäl 26."
    )
    assert change_notice("a", replace(subject, changes=()), "sv") == ""


def test_a_letter_is_untouched_only_with_all_that_it_lists() -> None:
    body = Body((Para((Text("Text."),)),))
    letter, paper = (Document(path, f"{path}.html", path, body=body) for path in ("a", "b"))
    paper = replace(paper, number=1)
    case = Case("a", "a.html", "A", letter=letter, attachments=(paper,))
    cover = IssuedDocument(COVER, "", "", ("1",), "")
    out = [IssuedDocument(one.path, one.title, "1", (one.path,), document_digest(case, one)) for one in (letter, paper)]
    last = Issue(day(19), (cover, *out), (), "")

    def told(case: Case, *changes: str) -> set[str]:
        subject = meeting("", [last], *((19, path) for path in changes))
        return set(untouched(replace(subject, agenda=(AgendaRow(RowKind.CASE, "A", "1", case),))))

    assert told(case) == {"a", "b"}
    assert told(case, "b") == set()
    assert told(replace(case, attachments=(replace(paper, title="Annan"),))) == set()
    assert told(replace(case, attachments=(paper, replace(paper, path="c", number=2)))) == {"b"}
    assert told(replace(case, attachments=())) == set()
    assert told(replace(case, unit="Kansliet")) == {"b"}
