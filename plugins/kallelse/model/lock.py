"""What was adjusted, as it was then: digests of everything that a record consists of, and the PDF that was kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kallelse.model.fold import plain
from kallelse.model.hashed import hashed
from kallelse.model.presence import Share
from kallelse.model.record import Attendee, Correction, Minutes, Paragraph, ParagraphSet, Publication


@dataclass(frozen=True, slots=True)
class LockedParagraph:
    """One paragraph as it was adjusted: digests of what minutes say, of who attended, of what its case at `case` gives.

    `place` tells apart those that have one number, from 1. A case that is called otherwise since is no change.
    """

    number: int
    own: str
    attended: str
    taken: str
    case: str = field(default="", compare=False)
    place: int = 1

    @property
    def key(self) -> tuple[int, int]:
        """What it is found by."""
        return self.number, self.place


@dataclass(frozen=True, slots=True)
class Lock:
    """One adjustment that was recorded: the day, the paragraphs, a digest of what is said of all of them.

    `pdf` is the path of the PDF that was kept, `sha256` its digest; `corrections` are digests of those known then,
    `postings` the notices of the adjustment that it tells of, `beside` is a digest of what was withheld in the
    paragraphs of other sets, empty for nothing. `line` is where it stands in its file.
    """

    date: dt.date
    paragraphs: tuple[LockedParagraph, ...]
    front: str
    pdf: str
    sha256: str
    corrections: tuple[str, ...] = ()
    postings: tuple[str, ...] = ()
    beside: str = ""
    line: int = field(default=0, compare=False, repr=False)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its paragraphs."""
        return tuple(each.number for each in self.paragraphs)


def locked(minutes: Minutes, one: ParagraphSet, day: dt.date, pdf: str, sha256: str) -> Lock:
    """The lock of a set as its minutes are now."""
    return Lock(
        day,
        tuple(locked_paragraphs(minutes, one)),
        front_digest(minutes, one),
        pdf,
        sha256,
        tuple(correction_digest(each) for each in corrections_of(minutes, one.numbers)),
        postings_of(one),
        beside_of(minutes, one),
    )


def kept_pdf(locks: Iterable[Lock], minutes: Minutes, one: ParagraphSet) -> str:
    """The path of the PDF that was kept of a set, where the set is still as it was adjusted; empty for none.

    A notice that came later is told elsewhere, too; one that is no longer true may not be told on.
    """
    lock = next((each for each in reversed(tuple(locks)) if set(each.numbers) == set(one.numbers)), None)
    if lock is None:
        return ""
    now = locked(minutes, one, lock.date, lock.pdf, lock.sha256)
    is_same = set(lock.postings) <= set(now.postings) and lock == replace(now, postings=lock.postings)
    return lock.pdf if is_same else ""


def with_kept(minutes: Minutes, locks: tuple[Lock, ...]) -> Minutes:
    """The minutes with the PDF that was kept of each set that is still as it was adjusted."""
    return replace(minutes, sets=tuple(replace(one, pdf=kept_pdf(locks, minutes, one)) for one in minutes.sets))


def until(minutes: Minutes, locks: tuple[Lock, ...], day: dt.date) -> Minutes:
    """The minutes as they are on a day: without corrections of days to come, but for those that are locked."""
    known = {digest for lock in locks for digest in lock.corrections}
    corrections = tuple(one for one in minutes.corrections if one.date <= day or correction_digest(one) in known)
    if corrections == minutes.corrections:
        return minutes
    return with_kept(replace(minutes, corrections=corrections), locks)


def postings_of(one: ParagraphSet) -> tuple[str, ...]:
    """The notices of the adjustment of a set: board and day."""
    return tuple(f"{each.board} {each.date.isoformat()}".strip() for each in one.postings)


def beside_of(minutes: Minutes, one: ParagraphSet) -> str:
    """A digest of what is withheld in the paragraphs of other sets, which the PDF of a set may name."""
    others = [
        f"{each.number} {each.publication.value} {each.title} {each.dnr.value if each.dnr else ''} {each.typed}"
        for each in minutes.paragraphs
        if each.number not in one.numbers and each.publication is not Publication.FULL
    ]
    return hashed(others) if others else ""


def corrections_of(minutes: Minutes, numbers: Iterable[int]) -> tuple[Correction, ...]:
    """The corrections of paragraphs with those numbers, and those of the whole minutes."""
    known = {0, *numbers}
    return tuple(each for each in minutes.corrections if each.paragraph in known)


def correction_digest(correction: Correction) -> str:
    """A digest of one correction."""
    return hashed((str(correction.paragraph), correction.date.isoformat(), correction.typed))


def front_digest(minutes: Minutes, one: ParagraphSet) -> str:
    """A digest of what minutes say of all paragraphs of a set: when and where it was held, who adjusted it and when.

    What comes after the adjustment, as postings do, is not in it, nor the end of a meeting that went on after it.
    """
    adjustment = one.adjustment
    parts = [
        " ".join(str(number) for number in one.numbers),
        minutes.opened.isoformat(),
        *(_of_the_whole(minutes) if not one.is_immediate else ()),
        one.reason,
        "" if one.sitting is None else f"{one.sitting.start} {one.sitting.end} {one.sitting.place}",
        minutes.place,
        minutes.form.value,
        str(one.is_immediate),
        "" if adjustment.date is None else adjustment.date.isoformat(),
        "" if adjustment.time is None else adjustment.time.isoformat(),
        adjustment.place,
        *(person.line for person in (*adjustment.adjusters, *adjustment.reserve)),
        one.stubs.value,
        *(f"{each.name} {each.at} {each.reference}" for each in adjustment.signatures),
    ]
    return hashed(parts)


def _of_the_whole(minutes: Minutes) -> Iterator[str]:
    """What is said of the whole meeting once it is over."""
    yield "" if minutes.closed is None else minutes.closed.isoformat()
    yield minutes.numbering
    yield plain(minutes.preamble.blocks)
    yield from (f"{each.start} {each.end} {each.place}" for each in minutes.sittings)
    yield from (f"{each.start} {each.end} {each.paragraph}" for each in minutes.adjournments)


def locked_paragraphs(minutes: Minutes, one: ParagraphSet) -> Iterator[LockedParagraph]:
    """The paragraphs of a set as they are now."""
    for paragraph in minutes.within(one):
        same = [each for each in minutes.paragraphs if each.number == paragraph.number]
        attended = hashed(_attended(minutes, paragraph))
        place = next(place for place, each in enumerate(same, start=1) if each is paragraph)
        yield LockedParagraph(paragraph.number, paragraph.typed, attended, paragraph.taken, paragraph.case, place)


def _attended(minutes: Minutes, paragraph: Paragraph) -> Iterator[str]:
    """Who attended a paragraph, and as what."""
    attendance = minutes.attendance
    lists: tuple[tuple[str, tuple[Attendee, ...]], ...] = (
        ("chair", minutes.chairs),
        ("secretary", minutes.secretaries),
        ("member", attendance.members),
        ("serving", attendance.serving),
        ("deputy", attendance.deputies),
        ("other", attendance.others),
    )
    for role, attendees in lists:
        for each in attendees:
            share = minutes.share(each, paragraph)
            if share is not Share.NONE:
                yield f"{role} {each.person.line} {each.person.place} {each.seat} {each.group} {share.name}"
