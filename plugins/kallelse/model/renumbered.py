"""A meeting's issues turned into concordances: which pages a document had, and has since all were counted anew."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.model.issue import Issue
from kallelse.model.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A document's numbers of pages before and since; `new` is empty for what is no more.

    `path` is empty for pages that were nobody's; `title` is what they had been called, empty where that may not be
    told. `number` is that of the case on the agenda then.
    """

    path: str
    title: str
    number: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def renumberings(meeting: Meeting) -> Iterator[tuple[int, Issue, Issue]]:
    """Each issue with all pages counted anew, with the one before it and the number of that, counted from 1."""
    for number, (before, after) in enumerate(itertools.pairwise(meeting.issues), start=1):
        if after.renumbered:
            yield number, before, after


def concordance(before: Issue, after: Issue) -> tuple[Renumbered, ...]:
    """All documents of the issue `before` but the cover, in the order of their pages, whether these moved or not.

    What no longer fills all of its pages has those that it fills.
    """
    since = {one.path: one for one in after.documents if one.path}
    titles = {one.title for one in since.values()}
    found = []
    for one in before.documents[1:]:
        now = since.get(one.path) if one.path else None
        if not one.path and one.title and one.title in titles:
            # What was withdrawn is there again.
            continue
        new = now.labels[: len(now.labels) - now.vacant] if now is not None else ()
        found.append(Renumbered(one.path, one.title, one.number, one.labels[: len(one.labels) - one.vacant], new))
    return tuple(found)


def is_moved(before: Issue, after: Issue) -> bool:
    """Whether any page of the issue `before` has another number in `after`, or none."""
    return any(one.old != one.new for one in concordance(before, after)) or not _labels(before) <= _labels(after)


def is_recorded(before: Issue, after: Issue) -> bool:
    """Whether the issue `after` says so where a document begins on another page than in `before`."""
    first = {one.path: one.labels[0] for one in before.documents if one.path}
    moved = any(first.get(one.path, one.labels[0]) != one.labels[0] for one in after.documents)
    return after.renumbered or not moved


def _labels(issue: Issue) -> set[str]:
    return {label for one in issue.documents for label in one.labels}
