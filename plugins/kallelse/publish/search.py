"""Pages turned into the files of a search index by Pagefind, the list of registry numbers beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from pathlib import Path

from kallelse.foreign.pagefind import Pagefind, PagefindError
from kallelse.model.settings import Language
from kallelse.publish.keptindex import NOTHING, keep_index, kept_index, to_keep
from kallelse.publish.page import Page
from kallelse.publish.plan import START
from kallelse.publish.searchable import searchable, template
from kallelse.publish.searchnumbers import number_files
from kallelse.publish.searchorder import SearchIndexError, in_order

FOLDER = "pagefind"

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
    the same bytes, of which the last are kept in the folder `store`, where one is given, and taken from there.
    """

    def __init__(
        self, pages: Iterable[Page], language: Language, store: Path | None = None, *, is_new: bool = False
    ) -> None:
        """Takes all pages; that something of them `is_new` may be known before. Raises SearchError without Pagefind."""
        self._language, self._store = language, store
        self._form = template(language)
        self._before = NOTHING if store is None else kept_index(store, language)
        self._pagefind: Pagefind | None = None
        self._texts: dict[str, str] = {}
        made: list[Page] = []
        digests: list[str] = []
        held: list[tuple[str, Page]] = []
        try:
            # While pages are those of the index before, none need be read again.
            for page, digest in zip(_indexed(pages, made), chain(self._before.digests, repeat("")), strict=False):
                digests.append(_digest(page))
                held.append((digests[-1], page))
                is_new = is_new or digests[-1] != digest
                if is_new:
                    self._add_all(held)
            self._numbers = number_files(made)
            self._kept = self._before.files() if tuple(digests) == self._before.digests else {}
            if self._kept:
                self.drop()
            else:
                self._add_all(held)
                self._begun().complete()
        except BaseException:
            # Whatever ends it, a key too, Pagefind is not left at work.
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

    def _add_all(self, held: list[tuple[str, Page]]) -> None:
        """Hands over the pages, each with its digest, which are held no longer."""
        for digest, page in held:
            text = self._before.texts.get(digest) or searchable(page, self._language, self._form)
            self._texts[digest] = text
            self._begun().add(page.address, text)
        held.clear()

    def files(self) -> Mapping[str, bytes]:
        """Waits for the files of the index, by name below `FOLDER`; raises SearchError where Pagefind gave up."""
        if self._kept:
            return self._kept
        texts = to_keep(self._texts) if self._store is not None else None
        try:
            found = in_order(self._begun().files())
        except (PagefindError, SearchIndexError) as error:
            raise SearchError(str(error)) from error
        if sum(name.startswith("fragment/") for name in found) != len(self._texts):
            raise SearchError(f"pagefind: {len(self._texts)}")
        files = {name: content for name, content in found.items() if not name.startswith(_UNUSED)}
        files |= self._numbers
        if self._store is not None and texts is not None:
            keep_index(self._store, self._language, files, texts)
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
