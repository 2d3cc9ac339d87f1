"""Pages turned into the files of a search index by Pagefind, the list of registry numbers beside it."""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kallelse.foreign.kept import found, has_some, keep_if_possible, programs
from kallelse.foreign.pagefind import Pagefind, PagefindError
from kallelse.model.settings import Language
from kallelse.publish.page import Page
from kallelse.publish.plan import START
from kallelse.publish.searchable import searchable, template
from kallelse.publish.searchnumbers import number_files
from kallelse.publish.searchorder import SearchIndexError, in_order

FOLDER = "pagefind"
ENDING = ".index"

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
        # Where something is kept, it may be the index of these pages, which is known when all are there.
        may_be_kept = store is not None and has_some(store, ENDING)
        try:
            for page in pages:
                made.append(page)
                if page.indexed and not may_be_kept:
                    self._add(page)
            indexed = _indexed(made)
            self._numbers = number_files(indexed)
            self._key = _key(indexed, language, self._numbers)
            self._kept = None if store is None else _taken(store, self._key)
            if self._kept is None:
                for page in indexed:
                    if may_be_kept or not page.indexed:
                        self._add(page)
                self._begun().complete()
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

    def _add(self, page: Page) -> None:
        self._begun().add(page.address, searchable(page, self._language, self._form))

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
            _keep(self._store, self._key, files)
        return files

    def stop(self) -> None:
        """Lets who waits in `files` meet a SearchError instead of the end of the work."""
        if self._pagefind is not None:
            self._pagefind.stop()

    def drop(self) -> None:
        """Ends the work that nobody waits for."""
        if self._pagefind is not None:
            self._pagefind.end()


def _indexed(pages: Iterable[Page]) -> list[Page]:
    """The pages that Pagefind reads."""
    everything = list(pages)
    # Pagefind makes no index of nothing.
    return [page for page in everything if page.indexed] or [page for page in everything if page.address == START]


def _key(pages: Iterable[Page], language: Language, numbers: Mapping[str, bytes]) -> str:
    """A key for the index of pages, and for the numbers beside it."""
    digest = hashlib.sha256(f"{programs('pagefind', 'pagefind_bin')} {language}".encode())
    for page in pages:
        html = page.html.encode()
        told = (page.address, page.title, page.kind.value, page.filters, page.meta, page.day, len(html))
        digest.update(repr(told).encode() + html)
    for name, content in sorted(numbers.items()):
        digest.update(f"\0{name}\0".encode() + content)
    return digest.hexdigest()


def _taken(store: Path, key: str) -> dict[str, bytes] | None:
    """The index that is kept in `store`, if there is one."""
    with contextlib.suppress(OSError, zipfile.BadZipFile):
        file = found(store, key, ENDING)
        if file is not None:
            with zipfile.ZipFile(file) as kept:
                return {name: kept.read(name) for name in kept.namelist()}
    return None


def _keep(store: Path, key: str, files: Mapping[str, bytes]) -> None:
    def write(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as kept:
            for name, content in sorted(files.items()):
                kept.writestr(zipfile.ZipInfo(name), content)

    keep_if_possible(store, key, ENDING, write)
