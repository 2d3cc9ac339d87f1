"""The delegated decisions of a committee turned into findings: days, boards, the meeting that was told."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from kallelse.law.deadlines import notice_down
from kallelse.model.delegated import DELEGATED, DelegatedDecision
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.meeting import Committee
from kallelse.model.notice import announced


def check_delegated(committee: Committee) -> Iterator[Finding]:
    """Findings about each decision of the committee's file."""
    path = posixpath.join(committee.folder, DELEGATED)
    meetings = {meeting.folder: meeting.date for meeting in committee.meetings}
    for one in committee.delegated:
        place = Place(path, one.line)
        yield from _announced(one, path)
        if one.postings and not one.kept:
            yield Finding("delegated-kept", place)
        if not one.postings and not one.reported:
            yield Finding("delegated-untold", place, severity=Severity.REMARK)
        if one.reported and one.reported not in meetings:
            yield Finding("delegated-meeting", place, {"meeting": one.reported})
        elif one.reported and meetings[one.reported] < one.date:
            told = {"meeting": one.reported, "date": one.date.isoformat()}
            yield Finding("delegated-reported-early", place, told)


def _announced(one: DelegatedDecision, path: str) -> Iterator[Finding]:
    down = notice_down(tuple(announced(one).values()))
    named = [posting.board for posting in one.postings]
    for posting in one.postings:
        place, told = Place(path, posting.line), {"board": posting.board, "posted": posting.date.isoformat()}
        if posting.date < one.date:
            yield Finding("delegated-posted-early", place, {**told, "date": one.date.isoformat()})
        if posting.board and posting.board not in one.boards:
            yield Finding("delegated-board", place, {**told, "known": ", ".join(one.boards)})
        if named.count(posting.board) > 1:
            yield Finding("delegated-board-twice", place, told)
        if posting.removed is not None and down is not None and posting.removed < down.day:
            taken = {**told, "removed": posting.removed.isoformat(), "down": down.day.isoformat()}
            yield Finding("delegated-removed-early", place, taken)
    if missing := [board for board in one.boards if named and board not in named]:
        words = {"boards": ", ".join(missing)}
        yield Finding("delegated-board-missing", Place(path, one.line), words, Severity.REMARK)
