"""Pages turned into the files of a search index by Pagefind, the list of registry numbers beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, partial
from itertools import chain, repeat
from pathlib import Path

from kallelse.foreign.pagefind import Pagefind, PagefindError
from kallelse.model.settings import Language
from kallelse.publish.handed import Handed
from kallelse.publish.keptindex import NOTHING, Entry, KeptIndex, keep_index, kept_index, to_keep
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
    """Pagefind at work on those of the pages that are indexed, from when one is known to be new to `files` or `drop`.

    Pages are handed to it as they come: what makes them goes on while it works. The same pages in the same order give
    the same bytes, of which the last are kept in the folder `store`, where one is given, and taken from there.
    """

    def __init__(self, language: Language, store: Path | None = None) -> None:
        self._language, self._store = language, store
        self._form = template(language)
        self._handed: Handed | None = None
        self._texts: dict[str, Entry] = {}
        self._expected = ""
        self._numbers: Mapping[str, bytes] = {}
        self._kept: Mapping[str, bytes] = {}

    @cached_property
    def _before(self) -> KeptIndex:
        return NOTHING if self._store is None else kept_index(self._store, self._language)

    def expect(self, addresses: Iterable[str], *, is_new: bool) -> None:
        """Has Pagefind begin where something of the pages `is_new`; where those of the index before have the same
        `addresses`, most will come again, and go ahead.

        Raises SearchError without Pagefind.
        """
        self._expected = hashlib.sha256("\n".join(addresses).encode()).hexdigest()
        if is_new:
            handed = self._begun()
            if self._expected == self._before.expected:
                handed.ahead(self._before.pages)

    def as_before(self, pages: Iterable[Page]) -> list[Page]:
        """Finished pages in the order of the index before, and those that it did not have after them.

        A preview has them in another order than a build, whose index would be of no use to it.
        """
        places = {address: place for place, (address, _) in enumerate(self._before.pages)}
        return sorted(pages, key=lambda page: places.get(page.address, len(places)))

    def __call__(self, found: Iterable[Page]) -> tuple[Page, ...]:
        """Takes all pages, once; raises SearchError without Pagefind."""
        made: list[Page] = []
        digests: list[str] = []
        held: list[tuple[str, Page]] = []
        try:
            # While pages are those of the index before, none need be read again.
            for page, digest in zip(_indexed(found, made), chain(self._before.digests, repeat("")), strict=False):
                digests.append(_digest(page))
                held.append((digests[-1], page))
                if self._handed is None and digests[-1] != digest and self._is_in_place(page, len(digests) - 1):
                    self._begun().ahead(self._before.pages)
                if self._handed is not None or digests[-1] != digest:
                    self._hand_over(held)
            self._numbers = number_files(made)
            self._kept = self._before.files() if tuple(digests) == self._before.digests else {}
            if self._kept:
                self.drop()
            else:
                self._hand_over(held)
                with _told():
                    self._begun().complete()
        except BaseException:
            # Whatever ends it, a key too, Pagefind is not left at work.
            self.drop()
            raise
        return tuple(made)

    def _is_in_place(self, page: Page, place: int) -> bool:
        """Whether the index before has a page of that address there."""
        return [address for address, _ in self._before.pages[place : place + 1]] == [page.address]

    def _begun(self) -> Handed:
        """Pagefind, begun by whoever needs it first."""
        if self._handed is None:
            with _told():
                self._handed = Handed(partial(Pagefind, self._language, _PARTS))
        return self._handed

    def _hand_over(self, held: list[tuple[str, Page]]) -> None:
        """Hands over the pages, each with its digest, which are held no longer."""
        handed = self._begun()
        for digest, page in held:
            text = self._before.texts.get(digest) or searchable(page, self._language, self._form)
            self._texts[digest] = page.address, text
            with _told():
                handed.add(page.address, text)
        held.clear()

    def files(self) -> Mapping[str, bytes]:
        """Waits for the files of the index, by name below `FOLDER`; raises SearchError where Pagefind gave up."""
        if self._kept:
            return self._kept
        texts = to_keep(self._texts, self._expected) if self._store is not None else None
        with _told():
            found = in_order(self._begun().files())
        if sum(name.startswith("fragment/") for name in found) != len(self._texts):
            raise SearchError(f"pagefind: {len(self._texts)}")
        files = {name: content for name, content in found.items() if not name.startswith(_UNUSED)}
        files |= self._numbers
        if self._store is not None and texts is not None:
            keep_index(self._store, self._language, files, texts)
        return files

    def stop(self) -> None:
        """Lets who waits in `files` meet a SearchError instead of the end of the work."""
        if self._handed is not None:
            self._handed.stop()

    def drop(self) -> None:
        """Ends the work that nobody waits for."""
        if self._handed is not None:
            self._handed.end()


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with Pagefind or its index as an error of the search."""
    try:
        yield
    except (PagefindError, SearchIndexError) as error:
        raise SearchError(str(error)) from error


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
