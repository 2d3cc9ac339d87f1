"""Pages turned into the files of a search index by Pagefind, the list of registry numbers beside it."""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from pathlib import Path

from kallelse.foreign.kept import found, keep_if_possible, newest, programs
from kallelse.foreign.pagefind import Pagefind, PagefindError
from kallelse.model.settings import Language
from kallelse.publish.page import Page
from kallelse.publish.plan import START
from kallelse.publish.searchable import searchable, template
from kallelse.publish.searchnumbers import number_files
from kallelse.publish.searchorder import SearchIndexError, in_order

FOLDER = "pagefind"
ENDING = ".index"
# Beside the files of an index, what it was made of.
_DIGESTS = "digests.txt"

# Files that Pagefind makes for interfaces of its own, for a worker, and for languages without stems.
_UNUSED = (
    *("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight"),
    *("pagefind-worker", "wasm.unknown"),
)


# Each word asked for costs one part of the index or two, and the list of parts is fetched each time: so many places of
# words in a part make the least of both for ten thousand pages. Pagefind's own 20,000 made 20 kB more of one word.
_PARTS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}


class SearchError(Exception):
    """Pagefind is not there, gave up, or made an index of another shape; the message is its own or says what."""


class Indexing:
    """Pagefind at work on those of some `pages` that are indexed, from its making until `files` or `drop`.

    Pages are handed to it as they come: what makes them goes on while it works. The same pages in the same order give
    the same bytes, which are kept in the folder `store`, where one is given, and taken from there.
    """

    def __init__(self, pages: Iterable[Page], language: Language, store: Path | None = None) -> None:
        """Takes all pages; raises SearchError where there is no Pagefind."""
        self._language, self._store = language, store
        self._form = template(language)
        self._pagefind: Pagefind | None = None
        made: list[Page] = []
        digests: list[str] = []
        held: list[Page] = []
        # While pages are those of the index that was kept last, none need be read again.
        before = chain(() if store is None else _newest(store), repeat(""))
        is_another = False
        try:
            for page, digest in zip(_indexed(pages, made), before, strict=False):
                digests.append(_digest(page))
                held.append(page)
                is_another = is_another or digests[-1] != digest
                if is_another:
                    self._add_all(held)
            self._digests = tuple(digests)
            self._numbers = number_files(made)
            self._key = _key(digests, language)
            self._kept = None if store is None else _taken(store, self._key)
            if self._kept is None:
                self._add_all(held)
                self._begun().complete()
            else:
                self.drop()
        except BaseException:
            self.drop()
            raise
        self.pages = tuple(made)

    def _begun(self) -> Pagefind:
        """Pagefind, begun by whoever needs it first."""
        if self._pagefind is None:
            try:
                self._pagefind = Pagefind(self._language, _PARTS)
            except PagefindError as error:
                raise SearchError(str(error)) from error
        return self._pagefind

    def _add_all(self, held: list[Page]) -> None:
        """Hands over the pages, which are held no longer."""
        for page in held:
            self._begun().add(page.address, searchable(page, self._language, self._form))
        held.clear()

    def files(self) -> Mapping[str, bytes]:
        """Waits for the files of the index, by name below `FOLDER`; raises SearchError where Pagefind gave up."""
        if self._kept is not None:
            return self._kept
        try:
            found = in_order(self._begun().files())
        except (PagefindError, SearchIndexError) as error:
            raise SearchError(str(error)) from error
        files = {name: content for name, content in found.items() if not name.startswith(_UNUSED)}
        files |= self._numbers
        if self._store is not None:
            _keep(self._store, self._key, files, self._digests)
        return files

    def stop(self) -> None:
        """Lets who waits in `files` meet a SearchError instead of the end of the work."""
        if self._pagefind is not None:
            self._pagefind.stop()

    def drop(self) -> None:
        """Ends the work that nobody waits for."""
        if self._pagefind is not None:
            self._pagefind.end()


def _indexed(pages: Iterable[Page], made: list[Page]) -> Iterator[Page]:
    """Those of the pages that Pagefind reads, as they come; all of them are put into `made`."""
    for page in pages:
        made.append(page)
        if page.indexed:
            yield page
    if not any(page.indexed for page in made):
        # Pagefind makes no index of nothing.
        yield from (page for page in made if page.address == START)


def _digest(page: Page) -> str:
    """A digest of all that the index and the list of numbers tell of a page."""
    told = (page.address, page.title, page.kind.value, page.filters, page.meta, page.day, page.numbers)
    return hashlib.sha256(f"{told!r}{page.html}".encode()).hexdigest()


def _key(digests: Iterable[str], language: Language) -> str:
    """A key for the index of pages with those digests, and for the numbers beside it."""
    parts = (programs("pagefind", "pagefind_bin"), language, *digests)
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()


def _newest(store: Path) -> tuple[str, ...]:
    """The digests of the pages of the index that was of use last; none where that cannot be told."""
    with contextlib.suppress(OSError, zipfile.BadZipFile, KeyError):
        file = newest(store, ENDING)
        if file is not None:
            with zipfile.ZipFile(file) as kept:
                return tuple(kept.read(_DIGESTS).decode().split())
    return ()


def _taken(store: Path, key: str) -> dict[str, bytes] | None:
    """The index that is kept in `store`, if there is one."""
    with contextlib.suppress(OSError, zipfile.BadZipFile):
        file = found(store, key, ENDING)
        if file is not None:
            with zipfile.ZipFile(file) as kept:
                return {name: kept.read(name) for name in kept.namelist() if name != _DIGESTS}
    return None


def _keep(store: Path, key: str, files: Mapping[str, bytes], digests: Iterable[str]) -> None:
    def write(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as kept:
            for name, content in sorted({**files, _DIGESTS: "\n".join(digests).encode()}.items()):
                kept.writestr(zipfile.ZipInfo(name), content)

    keep_if_possible(store, key, ENDING, write)
