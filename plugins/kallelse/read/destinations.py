"""The destinations of a PDF turned into page numbers: those that name a page, and those that have a name themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

import pikepdf

from kallelse.foreign.broken import BrokenError, broken_told, unbroken
from kallelse.foreign.nametree import named

_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Destinations:
    """The number of each page from 1 by its object, and the page of each named destination."""

    pages: dict[tuple[int, int], int]
    named: dict[str, int] = field(default_factory=dict)

    def page(self, destination: object) -> int:
        """The page that a destination leads to (ISO 32000-1, 12.3.2); 0 for none of this document."""
        if isinstance(destination, pikepdf.String | pikepdf.Name | str):
            return self.named.get(str(destination).removeprefix("/"), 0)
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if isinstance(destination, pikepdf.Array) and len(destination):
            first = destination[0]
            return self._number(first)
        return 0

    def _number(self, first: object) -> int:
        """A page, or its place from 0, which is meant for other files and which viewers take here too."""
        if isinstance(first, int):
            return first + 1 if 0 <= first < len(self.pages) else 0
        return self.pages.get(first.objgen, 0) if isinstance(first, pikepdf.Dictionary) else 0


def destinations_of(document: pikepdf.Pdf) -> Destinations:
    """The destinations of `document`; what of its names is broken is as good as none."""
    found = Destinations({page.obj.objgen: number for number, page in enumerate(document.pages, start=1)})
    with suppress(BrokenError), broken_told():
        found.named.update(unbroken(islice(_names(document), _MOST), lambda each: (each[0], found.page(each[1]))))
    return found


def _names(document: pikepdf.Pdf) -> Iterator[tuple[str, object]]:
    old = document.Root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        yield from ((name.removeprefix("/"), target) for name, target in old.items())
    yield from named(document, "/Dests")
