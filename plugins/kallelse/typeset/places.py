"""Typst's map of a PDF into pages of its sheets, their blocks and table heads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kallelse.model.pages import PageRange


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a block begins: its page, and how far below the page's upper edge in points."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands; sheets are told by number, 0 for the cover of a packet, blocks by body and number.

    `heads` gives the pages on which each head of a table is printed, by body, block and number in the block.
    """

    total: int
    sheets: Mapping[int, PageRange]
    blocks: Mapping[tuple[int, int], BlockPlace]
    heads: Mapping[tuple[int, int, int], tuple[int, ...]]


def places_of(found: str, indexes: Sequence[int]) -> Places:
    """The places in the JSON that the template's `page-map` gives of the sheets `indexes`, in their order."""
    data = json.loads(found)
    total = int(data["total"])
    firsts: list[int] = data["sheets"]
    lasts = [*(first - 1 for first in firsts[1:]), total]
    sheets = {index: PageRange(first, last) for index, first, last in zip(indexes, firsts, lasts, strict=True)}
    blocks: dict[tuple[int, int], BlockPlace] = {}
    for body, block, page, y in data["blocks"]:
        # A mark in a head that comes again is found once more on each page; the block begins at the first.
        blocks.setdefault((body, block), BlockPlace(page, y))
    heads: dict[tuple[int, int, int], list[int]] = {}
    for body, block, head, page in data["heads"]:
        heads.setdefault((body, block, head), []).append(page)
    return Places(
        total=total,
        sheets=sheets,
        blocks=blocks,
        heads={key: tuple(pages) for key, pages in heads.items()},
    )
