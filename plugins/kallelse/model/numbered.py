"""The paragraphs of committees numbered through each calendar year, and what their sets and boards then are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kallelse.model.board import Board, boards_of
from kallelse.model.lock import with_kept
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.model.presence import Share
from kallelse.model.record import Attendee, Minutes, ParagraphSet, Publication

# A paragraph's number has four figures at most.
_UNUSED = 10_000


def numbered(committee: Committee, memory: Memory) -> Committee:
    """The committee with the paragraphs of its minutes numbered; meetings whose minutes the `memory` has stay the same.

    A year begins at 1; a meeting goes on from the one before unless it says where it begins, by `first` or by the
    number in its first heading.
    """
    if not any(meeting.minutes is not None for meeting in committee.meetings):
        return committee
    year, last = 0, 0
    meetings: list[Meeting] = []
    for meeting in committee.meetings:
        minutes = meeting.minutes
        if meeting.date.year != year:
            year, last = meeting.date.year, 0
        if minutes is None:
            meetings.append(meeting)
            continue
        first = first_of(minutes) or last + 1
        parts = (Itself(meeting), first, committee.boards)
        make = partial(_counted, meeting, minutes, first, committee.boards)
        meetings.append(memory.of(("numbered", meeting.path), parts, make))
        if not minutes.is_notes and minutes.paragraphs:
            last = _numbers(minutes, first)[-1]
    return replace(committee, meetings=tuple(meetings))


def first_of(minutes: Minutes) -> int:
    """The number of the first paragraph as the minutes say it; 0 where they do not."""
    stated = ((each.stated, place) for place, each in enumerate(minutes.paragraphs) if each.stated)
    return minutes.first or next((number - place for number, place in stated if number > place), 0)


def _counted(meeting: Meeting, minutes: Minutes, first: int, boards: Sequence[Board]) -> Meeting:
    if minutes.is_notes:
        shown = _notes_without_secrets(minutes)
        return meeting if shown == minutes else replace(meeting, minutes=shown)
    numbers = _numbers(minutes, first)
    paragraphs = tuple(replace(each, number=number) for each, number in zip(minutes.paragraphs, numbers, strict=True))
    named = {number for one in minutes.sets for number in one.numbers}
    rest = tuple(number for number in numbers if number not in named)
    sets = tuple(
        _posted(one if one.stated else replace(one, numbers=rest), boards, meeting.date) for one in minutes.sets
    )
    items = {each.item: each.number for each in paragraphs}
    whole = _without_secrets(replace(minutes, paragraphs=paragraphs, sets=sets, items=items))
    return replace(meeting, minutes=with_kept(whole, meeting.locks))


def _without_secrets(minutes: Minutes) -> Minutes:
    """The minutes without what is said, outside its text, of paragraphs of which no text is published."""
    secret = {
        each.number for each in minutes.paragraphs if each.publication in (Publication.HEADING, Publication.NUMBER)
    }
    if not secret:
        return minutes

    def is_only_there(attendee: Attendee) -> bool:
        attended = {one.number for one in minutes.paragraphs if minutes.share(attendee, one) is not Share.NONE}
        return bool(attendee.presence.here) and bool(attended) and attended <= secret

    others = tuple(each for each in minutes.attendance.others if not is_only_there(each))
    return replace(
        minutes,
        attendance=replace(minutes.attendance, others=others),
        sets=tuple(replace(one, reason="") if {*one.numbers} <= secret else one for one in minutes.sets),
        corrections=tuple(replace(one, text="") if one.paragraph in secret else one for one in minutes.corrections),
    )


def _notes_without_secrets(notes: Minutes) -> Minutes:
    """The same of notes, whose paragraphs have no numbers but those that are typed: who attended tells it by item."""
    paragraphs = tuple(
        replace(each, number=each.stated or _UNUSED + place) for place, each in enumerate(notes.paragraphs)
    )
    items = {each.item: each.number for each in paragraphs}
    shown = _without_secrets(replace(notes, paragraphs=paragraphs, items=items))
    return replace(notes, attendance=shown.attendance, corrections=shown.corrections)


def _numbers(minutes: Minutes, first: int) -> tuple[int, ...]:
    """The number of each paragraph; minutes that own to a fault in them have the numbers of their headings."""
    numbers: list[int] = []
    for each in minutes.paragraphs:
        owned = each.stated if minutes.numbering else 0
        numbers.append(owned or (numbers[-1] + 1 if numbers else first))
    return tuple(numbers)


def _posted(one: ParagraphSet, boards: Sequence[Board], met: dt.date) -> ParagraphSet:
    """The set with the boards of its time, and with the name of the only one where a posting says none."""
    names = boards_of(boards, one.postings, one.adjustment.date or met)
    if len(names) != 1:
        return replace(one, boards=names)
    postings = tuple(replace(each, board=each.board or names[0]) for each in one.postings)
    return replace(one, boards=names, postings=postings)
