"""Pages in their order turned into an index by Pagefind, those of an index before handed over ahead of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kallelse.foreign.pagefind import Pagefind
from kallelse.publish.keptindex import Entry


class Handed:
    """What Pagefind was handed: pages as they come, each an address and its text, and before them pages that may come.

    The index is that of the pages that came, in their order. Pagefind 1.5 takes a page in place of one with its
    address, and gives none back: where other addresses come than those ahead, it begins anew.
    """

    def __init__(self, begin: Callable[[], Pagefind]) -> None:
        """Has `begin` begin it at once; raises what that raises."""
        self._begin = begin
        self._pagefind = begin()
        self._has: list[Entry] = []
        self._came = 0

    def ahead(self, pages: Iterable[Entry]) -> None:
        """Hands over pages that may come, in the order in which they would come."""
        for address, text in pages:
            self._append(address, text)

    def add(self, address: str, text: str) -> None:
        """Hands over the next page; raises what `begin` raises."""
        if self._came < len(self._has) and self._has[self._came][0] != address:
            self._begin_anew()
        if self._came == len(self._has):
            self._append(address, text)
        elif self._has[self._came][1] != text:
            self._has[self._came] = address, text
            self._pagefind.add(address, text)
        self._came += 1

    def complete(self) -> None:
        """Says that there are no more pages; raises what `begin` raises."""
        if self._came < len(self._has):
            self._begin_anew()
        self._pagefind.complete()

    def files(self) -> Mapping[str, bytes]:
        """Waits for the files of an index that is complete, by name; raises PagefindError where Pagefind gave up."""
        return self._pagefind.files()

    def stop(self) -> None:
        """Lets who waits in `files` meet a PagefindError instead of the end of the work."""
        self._pagefind.stop()

    def end(self) -> None:
        """Ends work that nobody waits for."""
        self._pagefind.end()

    def _append(self, address: str, text: str) -> None:
        self._has.append((address, text))
        self._pagefind.add(address, text)

    def _begin_anew(self) -> None:
        """Without what was ahead and has not come."""
        self._pagefind.end()
        came = self._has[: self._came]
        self._has.clear()
        self._pagefind = self._begin()
        self.ahead(came)
