"""Pages that an earlier build made, found again by everything that they are made of, and kept for a later one."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import TypeAlias

from kallelse.foreign.kept import programs
from kallelse.foreign.keptvalues import keep_value, kept_value
from kallelse.foreign.values import to_bytes
from kallelse.model.memory import Itself
from kallelse.publish.asked import Addresses, Asked, Day, Notes
from kallelse.publish.page import Alternate, Crumb, Page, PageKind

ENDING = ".pages"
_LIBRARIES = ("jinja2", "markupsafe", "holidays", "pyphen", "tzdata")
_CLASSES = (Page, PageKind, Crumb, Alternate)

Parts: TypeAlias = Sequence[tuple[object, ...]]
"""What pages are made of, as a memory is told it, but for what they ask of the day and of addresses."""


class KeptPages:
    """What the folder `store` has of pages, each group of them in a file under a name.

    They are made with this `day` and these `addresses`, and found again where those of another build answer alike.
    """

    def __init__(self, store: Path, day: dt.date, addresses: Mapping[str, str]) -> None:
        self._notes = Notes()
        self.day, self.addresses = Day(day, self._notes), Addresses(addresses, self._notes)
        self._store = store
        # A value is held as long as its digest, so that no other one gets its place.
        self._digests: dict[int, tuple[Itself, bytes]] = {}

    def of(self, name: str, parts: Parts, make: Callable[[], Iterable[Page]]) -> tuple[Page, ...]:
        """The pages of that name that were made of `parts`, or what `make` makes of them."""
        key = hashlib.sha256(f"{programs(*_LIBRARIES)} {name}".encode()).hexdigest()
        digest = hashlib.sha256(to_bytes([self._plain(each) for each in parts], equal=True)).digest()
        known = _opened(self._store, key, digest)
        if known is not None and known[0].is_answered_alike(self.day.plain, self.addresses.plain):
            return known[1]
        pages, asked = self._notes.of(lambda: tuple(make()))
        told = digest, astuple(asked), pages
        keep_value(told, self._store, key, ENDING, alone=True)
        return pages

    def _plain(self, parts: tuple[object, ...]) -> list[object]:
        """The parts, values that are told by themselves as digests, which are made once."""
        return [self._digest(part) if isinstance(part, Itself) else part for part in parts]

    def _digest(self, part: Itself) -> bytes:
        known = self._digests.get(id(part.value))
        if known is None:
            known = part, hashlib.sha256(to_bytes(part.value, equal=True)).digest()
            self._digests[id(part.value)] = known
        return known[1]


def _opened(store: Path, key: str, digest: bytes) -> tuple[Asked, tuple[Page, ...]] | None:
    """What is kept of pages that were made of what has that digest, and what they asked."""
    match kept_value(store, key, ENDING, *_CLASSES):
        case (kept, (dt.date() as first, dt.date() as last, dict() as addresses, bool() as whole), tuple() as pages):
            if kept == digest and all(isinstance(page, Page) for page in pages):
                return Asked(first, last, addresses, whole), pages
        case _:
            pass
    return None
