"""The postings of a notice turned into the day on which each board that must have it got it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from kallelse.model.record import Posting


class Notified(Protocol):
    """What is announced: the boards that must have its notice, and those that got it."""

    @property
    def boards(self) -> Sequence[str]:
        """Their names."""

    @property
    def postings(self) -> Sequence[Posting]:
        """The days on which it went up."""


def announced(one: Notified) -> Mapping[str, dt.date | None]:
    """The first day on each of its boards, else on each that has it; None for one that has it not yet.

    A joint committee's decisions are announced on the board of each of its municipalities (KL 9 kap. 32 §).
    """
    days: dict[str, dt.date | None] = dict.fromkeys(one.boards or [posting.board for posting in one.postings])
    for posting in one.postings:
        known = days.get(posting.board)
        if posting.board in days:
            days[posting.board] = posting.date if known is None else min(known, posting.date)
    return days
