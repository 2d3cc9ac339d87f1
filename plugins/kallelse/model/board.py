"""A committee's notice boards and a day turned into the boards that a notice of that day must be on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kallelse.model.record import Posting


@dataclass(frozen=True, slots=True)
class Board:
    """A notice board; `since` and `until` are the first and the last day on which a notice goes up on it, if told."""

    name: str
    since: dt.date | None = None
    until: dt.date | None = None

    def is_used(self, day: dt.date) -> bool:
        """Whether a notice that goes up that day goes up here."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def boards_on(boards: Sequence[Board], day: dt.date) -> tuple[str, ...]:
    """The names of the boards in use on a day; all of them where none was, so that no notice goes without."""
    used = [board for board in boards if board.is_used(day)]
    return tuple(dict.fromkeys(board.name for board in used or boards))


def boards_of(boards: Sequence[Board], postings: Iterable[Posting], day: dt.date) -> tuple[str, ...]:
    """The boards that a notice with those postings must be on, by the first of its days; by `day` while it has none."""
    return boards_on(boards, min((posting.date for posting in postings), default=day))
