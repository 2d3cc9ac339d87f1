"""What was adjusted held against what the minutes say now: a change without a correction is an error."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.check.record.held import Held
from kallelse.locale.minutes import paragraph_name
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.lock import (
    Lock,
    LockedParagraph,
    correction_digest,
    corrections_of,
    front_digest,
    locked_paragraph,
)
from kallelse.model.record import Minutes, ParagraphSet


def check_locks(record: Held) -> Iterator[Finding]:
    """Findings about what was adjusted and is otherwise today, each naming the file that was changed."""
    minutes = record.minutes
    latest: dict[int, tuple[Lock, LockedParagraph]] = {}
    for lock in record.meeting.locks:
        latest |= {each.number: (lock, each) for each in lock.paragraphs}
    now = {paragraph.number: paragraph for paragraph in minutes.paragraphs}
    fronts: set[tuple[Lock, int]] = set()
    for number, (lock, before) in latest.items():
        told = {"paragraph": paragraph_name(number), "date": lock.date.isoformat()}
        paragraph = now.get(number)
        corrected = _corrected(minutes, number, lock)
        if paragraph is None:
            yield Finding("lock-gone", Place(minutes.path), told)
            continue
        place = Place(minutes.path, paragraph.line)
        found = locked_paragraph(minutes, paragraph)
        changed = [path for path, is_other in _changed(before, found, minutes.path) if is_other]
        one = minutes.set_of(paragraph)
        if one is None or not one.is_adjusted(None):
            yield Finding("lock-unadjusted", place, told)
        elif changed and not corrected:
            for path in changed:
                yield Finding("lock-changed", place if path == minutes.path else Place(path), told)
        elif corrected:
            yield Finding("lock-again", place, told, Severity.REMARK)
        if one is not None and (lock, id(one)) not in fronts:
            fronts.add((lock, id(one)))
            yield from _front(minutes, one, lock)
    yield from _unlocked(minutes, latest)


def _changed(before: LockedParagraph, found: LockedParagraph, path: str) -> Iterator[tuple[str, bool]]:
    """The files of a paragraph, each with whether what it says is otherwise."""
    yield path, before.own != found.own
    yield before.case or path, before.taken != found.taken


def _corrected(minutes: Minutes, number: int, lock: Lock) -> bool:
    """Whether there is a correction of the paragraph that its lock does not know."""
    return any(correction_digest(each) not in lock.corrections for each in corrections_of(minutes, (number,)))


def _front(minutes: Minutes, one: ParagraphSet, lock: Lock) -> Iterator[Finding]:
    told = {"date": lock.date.isoformat()}
    new = [each for each in minutes.corrections if correction_digest(each) not in lock.corrections]
    if front_digest(minutes, one) != lock.front and not any(each.paragraph == 0 for each in new):
        yield Finding("lock-front", Place(minutes.path, one.line), told)
    known = {correction_digest(each) for each in minutes.corrections}
    if not set(lock.corrections) <= known:
        yield Finding("lock-correction", Place(minutes.path, minutes.lines.get("corrections", 0)), told)


def _unlocked(minutes: Minutes, latest: dict[int, tuple[Lock, LockedParagraph]]) -> Iterator[Finding]:
    """Sets that are adjusted and that nothing keeps as they are."""
    for one in minutes.sets:
        if one.is_adjusted(None) and one.numbers and not set(one.numbers) <= latest.keys():
            yield Finding("lock-missing", Place(minutes.path, one.line), severity=Severity.REMARK)
