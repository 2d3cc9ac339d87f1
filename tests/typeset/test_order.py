"""The order of pages after an issue: whatever is added, changed or withdrawn, no issued page gets another number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.issue import Issue, IssuedDocument, LatePages
from kallelse.model.label import compact
from kallelse.typeset.order import Span, ordered

COVER = "index.md"


def issue_of(*documents: tuple[str, Sequence[str]]) -> Issue:
    """An issue of a cover of one page and the documents, each with the numbers of its pages."""
    listed = (COVER, ["1"]), *documents
    return Issue(
        dt.date(2022, 9, 19),
        tuple(IssuedDocument(path, path.upper(), "1", tuple(labels), "") for path, labels in listed),
        (),
        "1.pdf",
    )


ISSUE = issue_of(("a", ["2", "3", "4"]), ("b", ["5"]), ("c", ["6", "7"]))


def told(documents: dict[str, int], late: LatePages, issue: Issue = ISSUE, cover: int = 1) -> list[str]:
    spans, findings = ordered(issue, COVER, [(COVER, cover), *documents.items()], late)
    assert findings == ()
    return [f"{span.path or '-'} {compact(span.labels)}" for span in spans]


@pytest.mark.parametrize("late", LatePages)
def test_what_is_as_it_was_has_the_pages_that_it_had(late: LatePages) -> None:
    assert told({"a": 3, "b": 1, "c": 2}, late) == ["index.md 1", "a 2–4", "b 5", "c 6–7"]


def test_what_is_new_comes_last() -> None:
    assert told({"a": 3, "new": 2, "b": 1, "c": 2, "newer": 1}, LatePages.LAST)[-2:] == ["new 8–9", "newer 10"]


def test_with_letters_it_comes_behind_the_document_before_it_and_at_the_end_it_needs_none() -> None:
    found = told({"a": 3, "new": 2, "next": 1, "b": 1, "c": 2, "newer": 1, "newest": 2}, LatePages.LETTERED)
    assert found == ["index.md 1", "a 2–4", "new 4a–4b", "next 4c", "b 5", "c 6–7", "newer 8", "newest 9–10"]


@pytest.mark.parametrize("late", LatePages)
def test_what_is_shorter_or_gone_leaves_its_pages_vacant(late: LatePages) -> None:
    spans, _ = ordered(ISSUE, COVER, [(COVER, 1), ("a", 1), ("c", 2)], late)
    assert spans[2] == Span("", ("3", "4"), "A", shorter="a")
    assert spans[3] == Span("", ("5",), "B")


def test_what_is_longer_moves_nothing_but_is_told() -> None:
    _, findings = ordered(ISSUE, COVER, [(COVER, 1), ("a", 4), ("b", 1), ("c", 2)], LatePages.LAST)
    assert [(finding.code, finding.place.path, finding.words["after"]) for finding in findings] == [
        ("issue-moves", "a", "4a")
    ]
    assert told({"a": 5, "b": 1, "c": 2}, LatePages.LETTERED)[1:3] == ["a 2–4, 4a–4b", "b 5"]


def test_what_would_move_is_told_by_its_title_or_where_that_may_not_be_told_by_its_path() -> None:
    for title, named in (("Ett avtal", "Ett avtal"), ("", "a")):
        documents = tuple(replace(one, title=title) if one.path == "a" else one for one in ISSUE.documents)
        issue = replace(ISSUE, documents=documents)
        _, findings = ordered(issue, COVER, [(COVER, 1), ("a", 4), ("b", 1), ("c", 2)], LatePages.LAST)
        assert [finding.words["document"] for finding in findings] == [named]


@pytest.mark.parametrize("late", LatePages)
@pytest.mark.parametrize(("count", "issued", "told"), [(4, "3", True), (2, "3", True), (3, "", False)])
def test_what_was_not_touched_takes_the_pages_that_it_had(late: LatePages, count: int, issued: str, told: bool) -> None:
    _, findings = ordered(ISSUE, COVER, [(COVER, 2), ("a", count), ("b", 1), ("c", 1)], late, {"a", "b"})
    found = [(finding.code, finding.place.path, finding.words["issued"]) for finding in findings]
    assert found == ([("issue-other-pages", "a", issued)] if told else [])


def test_pages_that_were_vacant_when_it_went_out_may_stay_so() -> None:
    issue = replace(
        ISSUE,
        documents=tuple(replace(one, vacant=1) if one.path == "a" else one for one in ISSUE.documents),
    )
    for count, told_of in ((2, []), (3, [("issue-other-pages", "2")]), (1, [("issue-other-pages", "2")])):
        _, findings = ordered(issue, COVER, [(COVER, 1), ("a", count), ("b", 1), ("c", 2)], LatePages.LAST, {"a"})
        assert [(finding.code, finding.words["issued"]) for finding in findings] == told_of


@pytest.mark.parametrize("late", LatePages)
def test_a_longer_cover_always_gets_letters(late: LatePages) -> None:
    assert told({"a": 3, "b": 1, "c": 2}, late, cover=2)[:2] == ["index.md 1, 1a", "a 2–4"]


def test_a_document_can_grow_again_into_the_pages_that_it_had() -> None:
    assert told({"a": 2, "b": 1, "c": 2}, LatePages.LAST)[1:3] == ["a 2–3", "- 4"]
    assert told({"a": 3, "b": 1, "c": 2}, LatePages.LAST)[1] == "a 2–4"


def test_letters_once_given_are_given_to_nothing_else() -> None:
    lettered = issue_of(("a", ["2", "3"]), ("late", ["3a"]), ("b", ["4"]))
    assert told({"a": 3, "late": 1, "new": 1, "b": 1}, LatePages.LETTERED, lettered) == [
        "index.md 1",
        "a 2–3, 3b",
        "late 3a",
        "new 3c",
        "b 4",
    ]
    found = told({"a": 28, "new": 1, "b": 1}, LatePages.LETTERED, issue_of(("a", ["2"]), ("b", ["3"])))
    assert found == ["index.md 1", "a 2, 2a–2aa", "new 2ab", "b 3"]


def test_with_letters_what_is_new_comes_behind_letters_and_pages_no_longer_filled_but_before_what_is_gone() -> None:
    lettered = issue_of(("a", ["2", "3"]), ("late", ["3a"]), ("b", ["4"]))
    found = told({"a": 2, "new": 1, "late": 1, "b": 1}, LatePages.LETTERED, lettered)
    assert found == ["index.md 1", "a 2–3", "late 3a", "new 3b", "b 4"]
    assert told({"a": 2, "new": 1, "b": 1, "c": 2}, LatePages.LETTERED)[1:4] == ["a 2–3", "- 4", "new 4a"]
    assert told({"a": 3, "new": 1, "c": 2}, LatePages.LETTERED)[1:4] == ["a 2–4", "new 4a", "- 5"]


_COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 4), max_size=8)


def issued_as(spans: Sequence[Span]) -> Issue:
    """The issue of a packet with those spans; pages that a document no longer fills stay its own."""
    found: list[IssuedDocument] = []
    for span in spans:
        if span.shorter and found:
            found[-1] = replace(found[-1], labels=found[-1].labels + span.labels)
        else:
            found.append(IssuedDocument(span.path, span.title, "1", span.labels, ""))
    return Issue(dt.date(2022, 9, 19), tuple(found), (), "")


@given(st.lists(_COUNTS, min_size=2, max_size=5), st.lists(st.integers(1, 3), min_size=5, max_size=5))
def test_through_issue_after_issue_no_number_is_given_twice_or_taken_from_a_document(
    rounds: list[dict[str, int]], covers: list[int]
) -> None:
    issue = issue_of()
    for cover, documents in zip(covers, rounds, strict=False):
        spans, findings = ordered(issue, COVER, [(COVER, cover), *documents.items()], LatePages.LETTERED)
        assert findings == ()
        labels = list(chain.from_iterable(span.labels for span in spans))
        assert len(set(labels)) == len(labels)
        assert set(labels) >= {label for one in issue.documents for label in one.labels}
        by_path = {span.path: span for span in spans if span.path}
        assert {path: len(span.labels) for path, span in by_path.items()} == {COVER: cover, **documents}
        for one in issue.documents:
            if one.path in by_path:
                count = min(len(one.labels), len(by_path[one.path].labels))
                assert by_path[one.path].labels[:count] == one.labels[:count]
        issue = issued_as(spans)


@given(_COUNTS, _COUNTS)
def test_at_the_end_numbers_go_on_and_what_would_move_is_told(before: dict[str, int], after: dict[str, int]) -> None:
    first, _ = ordered(issue_of(), COVER, [(COVER, 1), *before.items()], LatePages.LAST)
    spans, findings = ordered(issued_as(first), COVER, [(COVER, 1), *after.items()], LatePages.LAST)
    grown = {path for path, count in after.items() if count > before.get(path, count)}
    assert {finding.place.path for finding in findings} == grown
    if not grown:
        labels = list(chain.from_iterable(span.labels for span in spans))
        assert labels == [str(number) for number in range(1, len(labels) + 1)]
