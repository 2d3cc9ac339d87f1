"""Which pages each document had and has, where all were counted anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.issue import Issue, IssuedDocument
from kallelse.model.renumbered import Renumbered, concordance, is_moved, is_recorded, renumberings

from tests.model.test_moved import meeting

COVER = IssuedDocument("m/index.md", "", "", ("1",), "")
A = IssuedDocument("a", "Avtal", "1", ("2", "3", "3a"), "", vacant=1)
GONE = IssuedDocument("", "Borta", "", ("4",), "")
C = IssuedDocument("c", "Centrum", "3", ("4",), "")
B = IssuedDocument("b", "Budget", "2", ("5", "6"), "")


def issue(*documents: IssuedDocument) -> Issue:
    return Issue(dt.date(2022, 9, 19), documents, (), "1.pdf")


def pages(one: IssuedDocument, *labels: str) -> IssuedDocument:
    return replace(one, labels=labels, vacant=0)


BEFORE = issue(COVER, A, GONE, B)


def test_each_document_of_before_is_told_with_the_pages_that_it_filled_and_fills() -> None:
    now = issue(COVER, pages(replace(A, title="Avtalet", number="3"), "2", "3"), pages(B, "4", "5"))
    assert concordance(BEFORE, now) == (
        Renumbered("a", "Avtal", "1", ("2", "3"), ("2", "3")),
        Renumbered("", "Borta", "", ("4",), ()),
        Renumbered("b", "Budget", "2", ("5", "6"), ("4", "5")),
    )


def test_what_is_there_again_is_told_by_its_own_pages_alone_and_what_may_not_be_told_by_none() -> None:
    nobody, back = replace(GONE, title=""), IssuedDocument("c", "Borta", "3", ("7", "8"), "", vacant=1)
    before = issue(COVER, GONE, replace(nobody, labels=("5",)), replace(back, title="Förr"))
    assert concordance(before, issue(COVER, replace(nobody, labels=("2",)), pages(back, "3"))) == (
        Renumbered("", "", "", ("5",), ()),
        Renumbered("c", "Förr", "3", ("7",), ("3",)),
    )
    assert concordance(before, issue(COVER, back)) == (
        Renumbered("", "", "", ("5",), ()),
        Renumbered("c", "Förr", "3", ("7",), ("7",)),
    )


def test_each_counting_anew_is_told_with_the_issue_before_it() -> None:
    issues = [replace(issue(COVER), date=dt.date(2022, 9, day), renumbered=day in (20, 22)) for day in range(19, 23)]
    called = meeting("2022-09-26")
    assert list(renumberings(replace(called, issues=tuple(issues)))) == [
        (1, issues[0], issues[1]),
        (3, issues[2], issues[3]),
    ]
    assert list(renumberings(replace(called, issues=tuple(issues[1:2])))) == []


@pytest.mark.parametrize(
    ("after", "said", "recorded"),
    [
        (issue(COVER, pages(A, "2", "3", "4"), pages(GONE, "7"), B), False, True),
        (issue(COVER, A, B, IssuedDocument("c", "Nytt", "3", ("7",), "")), False, True),
        (issue(COVER, A, GONE, pages(B, "6", "7")), False, False),
        (issue(COVER, A, GONE, pages(B, "6", "7")), True, True),
        (issue(COVER, A, GONE, B), True, True),
    ],
)
def test_a_document_begins_where_it_did_unless_all_were_counted_anew(after: Issue, said: bool, recorded: bool) -> None:
    assert is_recorded(BEFORE, replace(after, renumbered=said)) is recorded


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (issue(COVER, pages(B, "2")), issue(COVER, pages(B, "2")), False),
        (issue(COVER, pages(B, "2")), issue(COVER, pages(B, "2"), pages(A, "3")), False),
        (issue(COVER, pages(A, "2"), pages(B, "3")), issue(COVER, pages(A, "2"), pages(B, "4"), GONE), True),
        (
            issue(COVER, pages(A, "2"), pages(B, "3"), C),
            issue(COVER, pages(A, "2"), replace(C, labels=("3",)), pages(B, "4")),
            True,
        ),
        (issue(COVER, pages(B, "2")), issue(COVER, pages(A, "2"), pages(B, "3")), True),
        (issue(COVER, pages(B, "2")), issue(COVER, pages(B, "2", "3")), True),
        (issue(COVER, pages(B, "2"), pages(A, "3")), issue(COVER, pages(B, "2")), True),
        (issue(pages(COVER, "1", "1a")), issue(pages(COVER, "1", "2")), True),
        (issue(COVER, replace(B, labels=("2", "3"), vacant=1)), issue(COVER, pages(B, "2")), True),
    ],
)
def test_pages_have_moved_where_one_has_another_number_or_none(before: Issue, after: Issue, moved: bool) -> None:
    assert is_moved(before, after) is moved
