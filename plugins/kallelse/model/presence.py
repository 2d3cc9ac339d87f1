"""For which paragraphs somebody attended, by paragraph, by item of the agenda and by the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a stretch: a paragraph or an item of the agenda, perhaps at a time, perhaps a part of it.

    One with neither paragraph nor item is a time of the meeting.
    """

    paragraph: int = 0
    item: str = ""
    time: dt.time | None = None
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one bound to another, both included; None is the beginning or the end of the meeting."""

    first: Bound | None
    last: Bound | None


@dataclass(frozen=True, slots=True)
class Presence:
    """What somebody attended, `typed` as in the minutes; without `here` all of the meeting, `away` aside."""

    typed: str = ""
    here: tuple[Stretch, ...] = ()
    away: tuple[Stretch, ...] = ()


ALWAYS = Presence()


class Share(Enum):
    """How much of a paragraph somebody attended."""

    NONE = 0
    PART = 1
    WHOLE = 2


def share_of(presence: Presence, number: int, items: Mapping[str, int]) -> Share:
    """How much of paragraph `number` that presence is; `items` are the paragraphs of the items of the agenda.

    What is told by the clock alone may be any part of any paragraph.
    """
    here = max((_covers(stretch, number, items).value for stretch in presence.here), default=Share.NONE.value)
    share = Share(here) if presence.here else Share.WHOLE
    away = max((_covers(stretch, number, items).value for stretch in presence.away), default=Share.NONE.value)
    if away == Share.WHOLE.value:
        return Share.NONE
    return Share.PART if away == Share.PART.value and share is Share.WHOLE else share


def _covers(stretch: Stretch, number: int, items: Mapping[str, int]) -> Share:
    first, last = _number(stretch.first, items), _number(stretch.last, items)
    if (first is not None and number < first) or (last is not None and number > last):
        return Share.NONE
    ends = [(stretch.first, first), (stretch.last, last)]
    for bound, at in ends:
        if bound is not None and (at is None or (at == number and (bound.is_part or bound.time is not None))):
            return Share.PART
    return Share.WHOLE


def _number(bound: Bound | None, items: Mapping[str, int]) -> int | None:
    if bound is None:
        return None
    return items.get(bound.item) if bound.item else bound.paragraph or None
