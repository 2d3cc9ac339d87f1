"""Pages that an earlier build made, found again by everything that they are made of, and kept for a later one."""

from __future__ import annotations

import contextlib
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeGuard

from kallelse.foreign.kept import found, keep_if_possible, programs
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.model.memory import Itself
from kallelse.publish.page import Alternate, Crumb, Page, PageKind

ENDING = ".pages"
_LIBRARIES = ("jinja2", "markupsafe", "holidays")
_CLASSES = (Page, PageKind, Crumb, Alternate)

_Made: TypeAlias = tuple[bytes, tuple[Page, ...]]
"""Pages, after a digest of their parts."""

Parts: TypeAlias = Sequence[tuple[object, ...]]
"""What pages are made of, as a memory is told it."""


class KeptPages:
    """What the folder `store` has of pages, in groups that are read and written whole; nothing without a folder."""

    def __init__(self, store: Path | None) -> None:
        self._store = store
        self._before: dict[str, dict[str, _Made]] = {}
        self._kept: dict[str, dict[str, bytes]] = {}
        self._now: dict[str, dict[str, _Made]] = defaultdict(dict)
        # A value is held as long as its digest, so that no other one gets its place.
        self._digests: dict[int, tuple[Itself, bytes]] = {}

    def of(self, group: str, name: str, parts: Parts, make: Callable[[], Iterable[Page]]) -> tuple[Page, ...]:
        """The pages of that name in a group that were made of `parts`, or what `make` makes of them."""
        if self._store is None:
            return tuple(make())
        if group not in self._before:
            self._before[group] = _opened(self._store, _key(group))
            self._kept[group] = _digests(self._before[group])
        digest = hashlib.sha256(to_bytes([self._plain(each) for each in parts], equal=True)).digest()
        # Pages that are other ones now are not held any longer.
        before = self._before[group].pop(name, None)
        pages = before[1] if before is not None and before[0] == digest else tuple(make())
        self._now[group][name] = digest, pages
        return pages

    def keep(self) -> None:
        """Keeps the groups that were asked for and have other pages than before."""
        if self._store is None:
            return
        for group, now in self._now.items():
            if _digests(now) != self._kept[group]:
                write = partial(Path.write_bytes, data=to_bytes(now))
                keep_if_possible(self._store, _key(group), ENDING, write, alone=True)

    def _plain(self, parts: tuple[object, ...]) -> list[object]:
        """The parts, values that are told by themselves as digests, which are made once."""
        return [self._digest(part) if isinstance(part, Itself) else part for part in parts]

    def _digest(self, part: Itself) -> bytes:
        known = self._digests.get(id(part.value))
        if known is None:
            known = part, hashlib.sha256(to_bytes(part.value, equal=True)).digest()
            self._digests[id(part.value)] = known
        return known[1]


def _digests(made: Mapping[str, _Made]) -> dict[str, bytes]:
    return {name: digest for name, (digest, _) in made.items()}


def _key(group: str) -> str:
    return hashlib.sha256(f"{programs(*_LIBRARIES)} {group}".encode()).hexdigest()


def _opened(store: Path, key: str) -> dict[str, _Made]:
    file = found(store, key, ENDING)
    with contextlib.suppress(OSError):
        kept = None if file is None else from_bytes(file.read_bytes(), *_CLASSES)
        if isinstance(kept, dict):
            return {name: made for name, made in kept.items() if isinstance(name, str) and _is_made(made)}
    return {}


def _is_made(kept: object) -> TypeGuard[_Made]:
    if not (isinstance(kept, tuple) and len(kept) == 2 and isinstance(kept[0], bytes) and isinstance(kept[1], tuple)):
        return False
    return all(isinstance(page, Page) for page in kept[1])
