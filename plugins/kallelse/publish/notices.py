"""The archive and a day turned into the notices that the board shows: adjusted minutes, and delegated decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.law.deadlines import Deadline, notice_down, time_to_appeal
from kallelse.model.delegated import DelegatedDecision
from kallelse.model.law import Appeal
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.notice import announced
from kallelse.model.record import Minutes, ParagraphSet, Posting
from kallelse.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice: its `postings`, the `missing` boards that must have it too, the last day of appeal, the day it is over.

    The days are None while a board is missing, since the time to appeal has not begun.
    """

    postings: tuple[Posting, ...]
    missing: tuple[str, ...]
    appeal: Deadline | None
    down: Deadline | None

    @property
    def first(self) -> dt.date:
        """The day on which it was first on a board."""
        return min(posting.date for posting in self.postings)

    @property
    def everywhere(self) -> dt.date | None:
        """The day from which it was on every board, from which the time to appeal is counted; None if on some alone."""
        return None if self.missing else max(posting.date for posting in self.postings)

    def removed(self, posting: Posting) -> dt.date | None:
        """The day on which it comes down from one board: the one written down, else as soon as it may."""
        return posting.removed or (None if self.down is None else self.down.day)

    def stands(self, as_of: dt.date) -> bool:
        """Whether it is up on that day: from its first posting until it has come down from every board."""
        days = [self.removed(posting) for posting in self.postings]
        ends = [day for day in days if day is not None]
        over = len(ends) == len(days) and as_of >= max(ends)
        # Where all boards have it and no day can be said, it is of a time whose law is not known here.
        unknown = self.down is None and not self.missing
        return self.first <= as_of and not over and not unknown


@dataclass(frozen=True, slots=True)
class Announced:
    """A set of paragraphs with its notice."""

    committee: Committee
    meeting: Meeting
    minutes: Minutes
    one: ParagraphSet
    notice: Notice


def notice_of(one: ParagraphSet | DelegatedDecision) -> Notice | None:
    """The notice of a set of paragraphs or of a decision; None where there is none yet."""
    if not one.postings:
        return None
    days = announced(one)
    last = time_to_appeal(Appeal.MUNICIPAL, tuple(days.values()))
    missing = tuple(board for board, day in days.items() if day is None)
    return Notice(
        one.postings, missing, last if isinstance(last, Deadline) else None, notice_down(tuple(days.values()))
    )


def announced_sets(plan: Plan) -> tuple[Announced, ...]:
    """The sets of paragraphs whose notices are up, what was announced last first."""
    found = [each for pair in plan.archive.meetings() for each in _of_meeting(plan, *pair)]
    found.sort(key=lambda each: (each.committee.name, each.meeting.folder, each.one.numbers))
    return tuple(sorted(found, key=lambda each: each.notice.first, reverse=True))


def announced_decisions(plan: Plan) -> tuple[tuple[Committee, DelegatedDecision, Notice], ...]:
    """The delegated decisions whose notices are up, what was announced last first.

    One that was reported to the committee after all stays until the time to appeal is out (KL 8 kap. 12 §).
    """
    found = [
        (committee, one, notice)
        for committee in plan.archive.committees
        for one in committee.delegated
        if (notice := notice_of(one)) is not None and notice.stands(plan.as_of)
    ]
    return tuple(sorted(found, key=lambda each: each[2].first, reverse=True))


def can_be_appealed(each: Announced) -> bool:
    """Whether the last day of appeal holds for any of the paragraphs."""
    return any(paragraph.appeal is Appeal.MUNICIPAL for paragraph in each.minutes.within(each.one))


def _of_meeting(plan: Plan, committee: Committee, meeting: Meeting) -> Iterator[Announced]:
    minutes = plan.minutes(meeting)
    if minutes is not None:
        for one in minutes.sets:
            notice = notice_of(one)
            if notice is not None and notice.stands(plan.as_of):
                yield Announced(committee, meeting, minutes, one, notice)
