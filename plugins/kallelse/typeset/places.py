"""Typst's map of a packet into pages of cases, documents, blocks and table heads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.pages import PageRange
from kallelse.typeset.plan import Plan


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a block begins: its page, and how far below the page's upper edge in points."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands; parts of a packet are told by number, 0 for the cover, blocks by sheet and number.

    `heads` gives the pages on which each head of a table is printed, by sheet, block and number in the block.
    """

    total: int
    sheets: Mapping[int, PageRange]
    cases: Mapping[str, tuple[PageRange, ...]]
    documents: Mapping[str, PageRange]
    blocks: Mapping[tuple[int, int], BlockPlace]
    heads: Mapping[tuple[int, int, int], tuple[int, ...]]


def places_of(found: str, plan: Plan) -> Places:
    """The places in the JSON that the template's `page-map` gives."""
    data = json.loads(found)
    total = int(data["total"])
    firsts: list[int] = data["sheets"]
    lasts = [*(first - 1 for first in firsts[1:]), total]
    sheets = {index: PageRange(first, last) for index, first, last in zip(plan.indexes, firsts, lasts, strict=True)}
    blocks: dict[tuple[int, int], BlockPlace] = {}
    for sheet, block, page, y in data["blocks"]:
        # A mark in a head that comes again is found once more on each page; the block begins at the first.
        blocks.setdefault((sheet, block), BlockPlace(page, y))
    heads: dict[tuple[int, int, int], list[int]] = {}
    for sheet, block, head, page in data["heads"]:
        heads.setdefault((sheet, block, head), []).append(page)
    return Places(
        total=total,
        sheets=sheets,
        cases={
            path: tuple(PageRange(sheets[first.index].first, sheets[last.index].last) for first, last in runs)
            for path, runs in plan.runs.items()
        },
        documents={sheet.document.path: sheets[sheet.index] for sheet in plan.sheets},
        blocks=blocks,
        heads={key: tuple(pages) for key, pages in heads.items()},
    )
