"""A site that shows all there is, and of each kind of its pages a few that show all that such pages can have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.publish.page import Page, PageKind

from tests.publish import archives, councils, moved, noticed, records, sites
from tests.publish.archives import GSN
from tests.publish.statements import MADE

AS_OF = records.LATER


def archive() -> Archive:
    """The sample with its record, a meeting that was moved, delegated decisions and a statement, beside a council."""
    sample = moved.moved(records.archive())
    first, *others = sample.committees
    assert first.folder == GSN
    committees = (replace(first, delegated=(noticed.delegated(),)), *others, *councils.council().committees)
    return replace(sample, committees=committees, statement=MADE)


PAGES = sites.by_address(archive(), archives.packets(), AS_OF, records.pdfs())


def shown(pages: Iterable[Page] = PAGES.values()) -> Mapping[PageKind, tuple[str, ...]]:
    """The addresses of as few pages of each kind as have every element with every class that the kind has."""
    found: dict[PageKind, tuple[str, ...]] = {}
    for kind in PageKind:
        left = {page.address: _looks(page) for page in pages if page.kind is kind}
        wanted = frozenset[str]().union(*left.values())
        taken: list[str] = []
        while wanted:
            best = max(sorted(left), key=lambda address: len(left[address] & wanted))
            taken.append(best)
            wanted -= left[best]
        found[kind] = tuple(taken)
    return found


def _looks(page: Page) -> frozenset[str]:
    return frozenset(f"{tag}.{given.get('class', '')}" for tag, given in sites.elements(page.html))
