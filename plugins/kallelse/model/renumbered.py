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

    `number` is that of its case on the agenda then; `title` is empty where it may not be told.
    """

    title: str
    number: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def renumberings(meeting: Meeting) -> Iterator[tuple[Issue, Issue, tuple[Renumbered, ...]]]:
    """Each issue with all pages counted anew: the one before it, itself, and what became of the pages."""
    for before, after in itertools.pairwise(meeting.issues):
        if after.renumbered:
            yield before, after, concordance(before, after)


def concordance(before: Issue, after: Issue) -> tuple[Renumbered, ...]:
    """All documents of the issue `before` but the cover, in the order of their pages, whether these moved or not.

    What no longer fills all of its pages has those that it fills.
    """
    since = {one.path: one for one in after.documents if one.path}
    found = []
    for one in before.documents[1:]:
        now = since.get(one.path) if one.path else None
        # What it is called today is what may be told of it.
        title = now.title if now is not None else one.title
        new = now.labels[: len(now.labels) - now.vacant] if now is not None else ()
        found.append(Renumbered(title, one.number, one.labels[: len(one.labels) - one.vacant], new))
    return tuple(found)


def is_moved(before: Issue, after: Issue) -> bool:
    """Whether any page of the issue `before` has another number in `after`, or none."""
    return any(one.old != one.new for one in concordance(before, after)) or not _labels(before) <= _labels(after)


def _labels(issue: Issue) -> set[str]:
    return {label for one in issue.documents for label in one.labels}
