"""The notices of a set of paragraphs turned into findings: on which boards, from when, and taken down too early."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches

from kallelse.check.record.held import Held, marked
from kallelse.law.deadlines import latest_announcement, notice_down
from kallelse.model.finding import Finding, Place, Severity, listed
from kallelse.model.record import ParagraphSet, Posting

_LIKENESS = 0.6
_MOST = 5


def check_notices(held: Held) -> Iterator[Finding]:
    """Findings about the postings of each set (KL 8:12, 9:32, 13:5)."""
    for one in held.minutes.sets:
        told = {"paragraphs": marked(one.numbers)}
        up: dict[str, Posting] = {}
        for posting in one.postings:
            place = Place(held.minutes.path, posting.line or one.line)
            words = {**told, "board": posting.board, "date": posting.date.isoformat()}
            if posting.board in up:
                yield Finding("posting-twice", place, words)
            up.setdefault(posting.board, posting)
            yield from _board(one, posting, place, words)
            yield from _days(one.adjustment.date, posting, place, words)
        yield from _removed(held, one)
        without = [board for board in one.boards if board not in up]
        if one.adjustment.date is not None and without:
            words = {**told, "boards": listed(without, _MOST)}
            yield Finding("posting-missing", Place(held.minutes.path, one.line), words, Severity.REMARK)


def _board(one: ParagraphSet, posting: Posting, place: Place, words: dict[str, str]) -> Iterator[Finding]:
    if one.boards and posting.board not in one.boards:
        if near := get_close_matches(posting.board, one.boards, 1, _LIKENESS):
            yield Finding("posting-board", place, {**words, "near": near[0]})
        else:
            yield Finding("posting-board-listed", place, {**words, "known": listed(one.boards, _MOST)})


def _days(adjusted: dt.date | None, posting: Posting, place: Place, words: dict[str, str]) -> Iterator[Finding]:
    if adjusted is None:
        yield Finding("posting-draft", place, words)
        return
    told = {**words, "adjusted": adjusted.isoformat()}
    deadline = latest_announcement(adjusted)
    if posting.date < adjusted:
        yield Finding("posting-early", place, told)
    elif deadline is not None and posting.date > deadline.day:
        yield Finding("posting-late", place, {**told, "last": deadline.day.isoformat()}, Severity.REMARK)


def _removed(held: Held, one: ParagraphSet) -> Iterator[Finding]:
    """Notices taken down while the decisions may still be appealed."""
    # A board that has the notice not yet only makes the time longer.
    down = notice_down([posting.date for posting in one.postings])
    for posting in one.postings:
        if posting.removed is not None and down is not None and posting.removed < down.day:
            told = {
                "paragraphs": marked(one.numbers),
                "board": posting.board,
                "removed": posting.removed.isoformat(),
                "down": down.day.isoformat(),
            }
            yield Finding("posting-removed", Place(held.minutes.path, posting.line or one.line), told)
