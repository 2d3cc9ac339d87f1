"""Pages turned into the list of registry numbers that the search page looks into beside the index.

Pagefind answers a number that no page has with one that is near to it; of a number only the very same may be shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kallelse.model.dnr import Dnr
from kallelse.publish.page import Page, PageKind

# A matter's page tells of all its cases; a number without one leads to the pages that bear it.
_KINDS = (PageKind.MATTER, PageKind.CASE, PageKind.PARAGRAPH)
# As many pages are listed of a number under which unrelated cases are kept for years.
_MOST = 20


def number_files(pages: Iterable[Page]) -> Mapping[str, bytes]:
    """The list by names of files, `numbers-5.json` all numbers whose count within the year ends in 5; ten of them.

    Each is a JSON list of rows: the number as it is written, the title of a page, its address from the site's root.
    """
    found: dict[str, dict[str, list[Page]]] = {}
    shown: dict[str, str] = {}
    for page in pages:
        if page.indexed and page.kind in _KINDS:
            for dnr in page.numbers:
                shown.setdefault(dnr.identity, dnr.value)
                found.setdefault(shard(dnr), {}).setdefault(dnr.identity, []).append(page)
    return {
        f"numbers-{digit}.json": _json(
            [shown[identity], page.title, page.address]
            for identity, those in sorted(found.get(digit, {}).items())
            for page in _best(those)
        )
        for digit in "0123456789"
    }


def shard(dnr: Dnr) -> str:
    """The digit that names the file of a number: the last one of its second figure, `5` of `GSN 2022/35`."""
    figures = dnr.figures
    return "0" if not figures else figures[min(1, len(figures) - 1)][-1]


def _best(pages: list[Page]) -> list[Page]:
    """The pages of the first kind that there is one of, the newest first."""
    kind = min((page.kind for page in pages), key=_KINDS.index)
    those = (page for page in pages if page.kind is kind)
    return sorted(sorted(those, key=lambda page: page.address), key=lambda page: page.day, reverse=True)[:_MOST]


def _json(rows: Iterable[list[str]]) -> bytes:
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":")).encode()
