"""The pages that members already have turned into the order and the numbers of a packet's pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kallelse.model.finding import Finding, Place
from kallelse.model.issue import Issue, IssuedDocument, LatePages
from kallelse.model.label import compact, lettered_after, next_label, number_of


@dataclass(frozen=True, slots=True)
class Span:
    """Pages one after the other, by the numbers that they print: of the document `path`, or of what is no more.

    What is no more has an empty `path`; `title` is then what it was called, empty where that may not be told, and
    `shorter` the path of the document that no longer fills them, empty where nothing is left of it.
    """

    path: str
    labels: tuple[str, ...]
    title: str = ""
    shorter: str = ""


def ordered(
    issue: Issue,
    cover: str,
    documents: Sequence[tuple[str, int]],
    late: LatePages,
    untouched: Collection[str] = (),
) -> tuple[tuple[Span, ...], tuple[Finding, ...]]:
    """The spans of a packet in the order of its pages, such that no page of `issue` gets another number.

    `documents` are path and count of pages of each document in the order of the agenda, the cover's, whose path is
    `cover`, first. What is longer than it was gets pages with letters, what is new comes last or, with letters, behind
    the document before it. A finding names a document that is longer where letters are not wanted; the cover, whose
    list of changes nobody can make shorter, gets them always. Another tells of what is `untouched`, and takes other
    pages than it did.
    """
    counts = dict(documents)
    taken = [label for one in issue.documents for label in one.labels]
    spans: list[Span] = []
    findings: list[Finding] = []
    for one in issue.documents:
        count = counts.get(one.path, 0) if one.path else 0
        filled = len(one.labels) - one.vacant
        if count and count != filled and one.path in untouched:
            findings.append(_moves(one, count, "issue-other-pages", filled))
        elif count > len(one.labels) and late is LatePages.LAST and one.path != cover:
            findings.append(_moves(one, count, "issue-moves", len(one.labels)))
        labels = one.labels
        if count > len(labels):
            labels += _given(_letters_after(labels[-1], taken), count - len(labels), taken)
        if count:
            spans.append(Span(one.path, labels[:count]))
        if labels[count:]:
            spans.append(Span("", labels[count:], one.title, shorter=one.path if count else ""))
    issued = {one.path for one in issue.documents if one.path}
    before = cover
    for path, count in documents:
        if path not in issued:
            place = len(spans) if late is LatePages.LAST else _behind(before, spans)
            highest = max(number_of(label) for label in taken)
            at_end = place == len(spans)
            start = str(highest + 1) if at_end else _letters_after(spans[place - 1].labels[-1], taken)
            spans.insert(place, Span(path, _given(start, count, taken)))
        before = path
    return tuple(spans), tuple(findings)


def _letters_after(label: str, taken: Sequence[str]) -> str:
    """The first label with the number of `label` behind all that are `taken`, so that none is given twice."""
    same = [each for each in taken if number_of(each) == number_of(label)]
    return lettered_after(max(same, key=lambda each: (len(each), each)))


def _given(start: str, count: int, taken: list[str]) -> tuple[str, ...]:
    """That many labels from `start` on, which are `taken` from then on."""
    labels = tuple(_run(start, count))
    taken += labels
    return labels


def _run(start: str, count: int) -> Iterator[str]:
    label = start
    for _ in range(count):
        yield label
        label = next_label(label)


def _behind(path: str, spans: Sequence[Span]) -> int:
    """The place behind the pages of the document `path`, those that it no longer fills, and those with letters."""
    place = next(index for index, span in enumerate(spans) if span.path == path) + 1
    for span in spans[place:]:
        if span.labels[0].isdecimal() and not span.shorter:
            break
        place += 1
    return place


def _moves(one: IssuedDocument, count: int, code: str, issued: int) -> Finding:
    words = {
        "document": one.title or one.path,
        "pages": str(count),
        "issued": str(issued),
        "labels": compact(one.labels),
        "after": lettered_after(one.labels[-1]),
    }
    return Finding(code, Place(one.path), words)
