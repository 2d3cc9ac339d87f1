"""The search index of the last build that made one, with the texts that it was made of, kept for a later one."""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeAlias

from kallelse.foreign.kept import found, keep_if_possible, key_of, programs, stamp_of
from kallelse.foreign.pagefind import program
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.model.settings import Language

ENDING = ".index"
Entry: TypeAlias = tuple[str, str]
"""The address of a page, and what Pagefind reads of it."""

# Beside the files of the index, whose names have dots: what it was made of.
_EXPECTED, _DIGESTS, _TEXTS = "expected", "digests", "texts"
# A third of the size of the texts costs little time, and every further part much.
_LEVEL = 1


@dataclass(frozen=True)
class KeptIndex:
    """What is kept in `place`: the `digests` of its pages in order; the rest is read when it is asked for.

    `expected` is a digest of the addresses that were to come.
    """

    digests: tuple[str, ...] = ()
    place: Path | None = None
    expected: str = ""

    @cached_property
    def pages(self) -> tuple[Entry, ...]:
        """What Pagefind read, in the order of the digests; nothing where that cannot be told."""
        if self.place is not None:
            damaged = (OSError, zipfile.BadZipFile, KeyError, zlib.error)
            with contextlib.suppress(*damaged), zipfile.ZipFile(self.place) as kept:
                pages = from_bytes(zlib.decompress(kept.read(_TEXTS)))
                if isinstance(pages, tuple) and len(pages) == len(self.digests):
                    return pages
        return ()

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """What Pagefind read of each page, by the digest of the page."""
        return {digest: text for digest, (_, text) in zip(self.digests, self.pages, strict=False)}

    def files(self) -> dict[str, bytes]:
        """The files of the index by name; none where they cannot be read."""
        if self.place is not None:
            with contextlib.suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(self.place) as kept:
                return {name: kept.read(name) for name in kept.namelist() if "." in name}
        return {}


NOTHING = KeptIndex()


def kept_index(store: Path, language: Language) -> KeptIndex:
    """What is kept in the folder `store`."""
    with contextlib.suppress(OSError, zipfile.BadZipFile, KeyError):
        place = found(store, _key(language), ENDING)
        if place is not None:
            with zipfile.ZipFile(place) as kept:
                return KeptIndex(tuple(kept.read(_DIGESTS).decode().split()), place, kept.read(_EXPECTED).decode())
    return NOTHING


@dataclass(frozen=True, slots=True)
class ToKeep:
    """The texts of pages as they are kept, with the digests of the pages, and of the addresses that were to come."""

    expected: str
    digests: tuple[str, ...]
    packed: bytes


def to_keep(texts: Mapping[str, Entry], expected: str) -> ToKeep:
    """The texts by the digests of their pages, packed: something to do while Pagefind is at work."""
    return ToKeep(expected, tuple(texts), zlib.compress(to_bytes(tuple(texts.values())), _LEVEL))


def keep_index(store: Path, language: Language, files: Mapping[str, bytes], texts: ToKeep) -> None:
    """Keeps an index with the texts that Pagefind read of its pages, instead of that before."""

    def write(place: Path) -> None:
        with zipfile.ZipFile(place, "w") as kept:
            kept.writestr(zipfile.ZipInfo(_EXPECTED), texts.expected)
            kept.writestr(zipfile.ZipInfo(_DIGESTS), " ".join(texts.digests))
            kept.writestr(zipfile.ZipInfo(_TEXTS), texts.packed)
            for name, content in sorted(files.items()):
                kept.writestr(zipfile.ZipInfo(name), content)

    keep_if_possible(store, _key(language), ENDING, write, alone=True)


def _key(language: Language) -> str:
    made_by = program()
    told = "" if made_by is None else _content(made_by, stamp_of(made_by))
    return hashlib.sha256(f"{programs()} {told} {language}".encode()).hexdigest()


# It is ten megabytes, and asked for before and after each index.
@lru_cache(maxsize=1)
def _content(file: Path, stamp: tuple[int, ...]) -> str:  # noqa: ARG001
    return key_of(file)
