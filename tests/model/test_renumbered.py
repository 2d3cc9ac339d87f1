"""Which pages each document had and has, where all were counted anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.issue import Issue, IssuedDocument
from kallelse.model.renumbered import Renumbered, concordance, is_moved

COVER = IssuedDocument("m/index.md", "", "", ("1",), "")
A = IssuedDocument("a", "Avtal", "1", ("2", "3", "3a"), "", vacant=1)
GONE = IssuedDocument("", "Borta", "", ("4",), "")
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


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (issue(COVER, pages(B, "2")), issue(COVER, pages(B, "2")), False),
        (issue(COVER, pages(B, "2")), issue(COVER, pages(B, "2"), pages(A, "3")), False),
        (issue(COVER, pages(B, "2")), issue(COVER, pages(A, "2"), pages(B, "3")), True),
        (issue(COVER, pages(B, "2")), issue(COVER, pages(B, "2", "3")), True),
        (issue(COVER, pages(B, "2"), pages(A, "3")), issue(COVER, pages(B, "2")), True),
        (issue(pages(COVER, "1", "1a")), issue(pages(COVER, "1", "2")), True),
        (issue(COVER, replace(B, labels=("2", "3"), vacant=1)), issue(COVER, pages(B, "2")), True),
    ],
)
def test_pages_have_moved_where_one_has_another_number_or_none(before: Issue, after: Issue, moved: bool) -> None:
    assert is_moved(before, after) is moved
