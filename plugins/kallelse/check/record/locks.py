"""What was adjusted held against what the minutes say now: a change without a correction is an error."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kallelse.check.record.held import Held
from kallelse.locale.paragraphs import numbered
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.lock import (
    Lock,
    LockedParagraph,
    beside_of,
    correction_digest,
    corrections_of,
    front_digest,
    locked_paragraphs,
    postings_of,
)
from kallelse.model.manifest import MANIFEST
from kallelse.model.meeting import Meeting
from kallelse.model.moved import former, moves
from kallelse.model.record import Minutes, Paragraph, ParagraphSet

_Latest: TypeAlias = Mapping[tuple[int, int], tuple[Lock, LockedParagraph]]


def check_locks(record: Held, as_of: dt.date | None) -> Iterator[Finding]:
    """Findings about what was adjusted and is otherwise today, each naming the file that was changed.

    A correction allows a change once its day has come, `as_of` being today where that is known.
    """
    minutes = record.minutes
    latest = _latest(record.meeting)
    now = {
        each.key: (one, each, paragraph)
        for one in minutes.sets
        for each, paragraph in zip(locked_paragraphs(minutes, one), minutes.within(one), strict=True)
    }
    for key, (lock, before) in latest.items():
        told = {"paragraph": numbered((before.number,)), "date": lock.date.isoformat()}
        if key not in now:
            yield Finding("lock-gone", Place(minutes.path), told)
            continue
        one, found, paragraph = now[key]
        if not one.is_adjusted(None):
            yield Finding("lock-unadjusted", Place(minutes.path, paragraph.line), told)
        else:
            yield from _changes(minutes, paragraph, before, found, lock, as_of)
    yield from _fronts(minutes, latest, as_of)
    for one in minutes.sets:
        keys = {key for key, (other, _, _) in now.items() if other is one}
        if one.is_adjusted(as_of) and keys and not keys <= latest.keys():
            # What was added to paragraphs that are locked is a change of them.
            added = bool(keys & latest.keys())
            code, severity = ("lock-added", Severity.ERROR) if added else ("lock-missing", Severity.REMARK)
            yield Finding(code, Place(minutes.path, one.line), severity=severity)


def _latest(meeting: Meeting) -> _Latest:
    return {each.key: (lock, each) for lock in meeting.locks for each in lock.paragraphs}


def _changes(
    minutes: Minutes,
    paragraph: Paragraph,
    before: LockedParagraph,
    found: LockedParagraph,
    lock: Lock,
    as_of: dt.date | None,
) -> Iterator[Finding]:
    place = Place(minutes.path, paragraph.line)
    told = {"paragraph": numbered((before.number,)), "date": lock.date.isoformat()}
    if _new(minutes, before.number, lock, as_of):
        yield Finding("lock-again", place, told, Severity.REMARK)
        return
    if before.own != found.own:
        yield Finding("lock-changed", place, told)
    if before.attended != found.attended:
        yield Finding("lock-attended", Place(minutes.path, minutes.lines.get("members", 0)), told)
    if before.taken != found.taken:
        case = found.case or before.case
        yield Finding("lock-changed", Place(case) if case else place, told)


def _new(minutes: Minutes, number: int, lock: Lock, as_of: dt.date | None) -> bool:
    """Whether there is a correction of the paragraph, 0 for the whole, that its lock does not know."""
    return any(
        correction_digest(each) not in lock.corrections
        for each in corrections_of(minutes, (number,))
        if as_of is None or each.date <= as_of
    )


def _fronts(minutes: Minutes, latest: _Latest, as_of: dt.date | None) -> Iterator[Finding]:
    """What is said of all paragraphs of a set, and corrections, otherwise than when it was locked."""
    known = {correction_digest(each) for each in minutes.corrections}
    for one in minutes.sets:
        locks = dict.fromkeys(lock for lock, each in latest.values() if each.number in one.numbers)
        for lock in locks:
            told = {"date": lock.date.isoformat()}
            if front_digest(minutes, one) != lock.front and not _new(minutes, _whole(one), lock, as_of):
                yield Finding("lock-front", Place(minutes.path, one.line), told)
            if not set(lock.postings) <= set(postings_of(one)):
                is_new = any(_new(minutes, number, lock, as_of) for number in one.numbers)
                severity = Severity.REMARK if is_new else Severity.ERROR
                line = one.postings[0].line if one.postings else one.line
                yield Finding("lock-posting", Place(minutes.path, line), told, severity)
            elif lock.beside != beside_of(minutes, one):
                # The PDF that was kept says more of another paragraph than may be told now, or than was told then.
                yield Finding("lock-beside", Place(lock.pdf), severity=Severity.REMARK)
            if not set(lock.corrections) <= known:
                yield Finding("lock-correction", Place(minutes.path, minutes.lines.get("corrections", 0)), told)


def _whole(one: ParagraphSet) -> int:
    """Whose correction is one of all that is said of a set: its only paragraph's, else that of the whole minutes."""
    return one.numbers[0] if len(one.numbers) == 1 else 0


def check_kept(archive: Archive) -> Iterator[Finding]:
    """Findings about what is gone as a whole: minutes that were locked, locks of what was published."""
    listed = {digest for digest, _ in archive.manifest}
    published = {posixpath.dirname(address) for _, address in archive.manifest}
    moved = [move for move in moves(archive) if move.is_of_folders]
    folders = {
        meeting.path: {posixpath.dirname(each) for each in (meeting.address, *former(meeting.address, moved))}
        for _, meeting in archive.meetings()
    }
    for folder in sorted(published.difference(*folders.values())):
        yield Finding("lock-no-meeting", Place(MANIFEST), {"folder": folder})
    for _, meeting in archive.meetings():
        folder = posixpath.dirname(meeting.path)
        if meeting.locks and meeting.minutes is None:
            yield Finding("lock-no-minutes", Place(meeting.locks[0].pdf), {"folder": folder})
        if meeting.locks and meeting.minutes is not None and meeting.minutes.is_notes:
            yield Finding("lock-notes", Place(meeting.minutes.path, meeting.minutes.lines.get("notes", 0)))
        if meeting.minutes is not None and not meeting.locks and folders[meeting.path] & published:
            yield Finding("lock-lost", Place(meeting.minutes.path), {"folder": folder})
        for lock in meeting.locks:
            if lock.sha256 not in listed:
                yield Finding("lock-unlisted", Place(lock.pdf), {"pdf": lock.pdf})
