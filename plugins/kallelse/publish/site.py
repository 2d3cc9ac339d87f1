"""The archive and its packets turned into the whole site: its pages and the files beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from kallelse.model.archive import Archive
from kallelse.model.memory import Itself, Memory
from kallelse.model.pages import Packet, RecordPdfs
from kallelse.publish.assignments import assignment_page
from kallelse.publish.board import board_page
from kallelse.publish.committee import committee_pages
from kallelse.publish.data import data_files, data_page
from kallelse.publish.days import changed_days
from kallelse.publish.decisions import decision_lists
from kallelse.publish.files import issue_files, linked_files, packet_files, record_files, shell_files, table_files
from kallelse.publish.follow import follow_page
from kallelse.publish.followed import followed_files
from kallelse.publish.glossary import glossary_page
from kallelse.publish.lists import matter_lists, meeting_lists
from kallelse.publish.matter import is_searched
from kallelse.publish.moved import moved_pages
from kallelse.publish.notfound import not_found_page
from kallelse.publish.page import Asset, Page
from kallelse.publish.plan import plan
from kallelse.publish.recalled import Recalled
from kallelse.publish.searchpage import search_page
from kallelse.publish.selfreport import report_page
from kallelse.publish.shell import root_of
from kallelse.publish.start import start_page
from kallelse.publish.statement import statement_page
from kallelse.publish.templates import look_of
from kallelse.publish.verify import verify_page

__all__ = ["Asset", "Page", "Search", "assets", "pages", "unsearched", "whole_site"]


class Search(Protocol):
    """What is handed the pages that search finds while they are made, and hands back what it was handed."""

    def expect(self, addresses: Iterable[str], *, is_new: bool) -> None:
        """Is told, before pages come, what addresses those of texts have, and whether some of these were read anew."""

    def __call__(self, found: Iterable[Page]) -> tuple[Page, ...]:
        """All pages, in their order."""


class _Unsearched:
    def expect(self, addresses: Iterable[str], *, is_new: bool) -> None:
        """Has nothing to begin."""

    def __call__(self, found: Iterable[Page]) -> tuple[Page, ...]:
        """All pages."""
        return tuple(found)


unsearched: Search = _Unsearched()
"""For pages that nobody searches."""


def whole_site(
    archive: Archive,
    packets: Mapping[str, Packet],
    as_of: dt.date,
    overrides: Path | None = None,
    memory: Memory | None = None,
    records: Mapping[str, RecordPdfs] | None = None,
    store: Path | None = None,
) -> Recalled:
    """What the pages and files of a site are made of.

    `archive` holds what is public on the day `as_of`; `packets` and the PDFs of `records` are those of
    meetings by source path. Templates in the folder `overrides` replace those of the package by name. What the `memory`
    has of the same meetings and packets is not made again; what an earlier build kept is taken from the folder `store`.
    """
    known = plan(archive, packets, as_of, overrides, records or {})
    return Recalled(known, memory or Memory(lasts=False), look_of(overrides), store)


def pages(recalled: Recalled, search: Callable[[Iterable[Page]], tuple[Page, ...]] = unsearched) -> tuple[Page, ...]:
    """Every page of the site in order of address, each address once.

    `search` is handed the pages that search finds, and some others, one by one as they are made.
    """
    known = recalled.plan
    first = search(_searched(recalled))
    days = dict(changed_days(known))
    found = (*first, *_others(recalled))
    made = sorted((*found, *moved_pages(known, found)), key=lambda page: page.address)
    return tuple(_dated(page, days.get(page.address), recalled.memory) for page in made)


def _dated(page: Page, day: dt.date | None, memory: Memory) -> Page:
    """The page with the day on which it was changed: the very same where both are the same as before."""
    if day is None:
        return page
    return memory.of(("dated", page.address), (Itself(page), day), partial(replace, page, changed=day))


def assets(recalled: Recalled, read_bytes: Callable[[str], bytes], overrides: Path | None = None) -> tuple[Asset, ...]:
    """Every file of the site that is no page, in order of address, each address once.

    `read_bytes` gives the bytes of a file by its path from the sources' folder; files in the folder `overrides` replace
    those of the package by name.
    """
    known, memory = recalled.plan, recalled.memory
    archive = known.archive
    found = [
        *packet_files(archive, known.packets, memory),
        *record_files(archive, known.records, read_bytes),
        *issue_files(archive, read_bytes),
        *table_files(archive, memory),
        *linked_files(archive, read_bytes, memory),
        *shell_files(archive.settings, read_bytes, overrides),
    ]
    # What programs read tells of the files before it.
    found += [*followed_files(recalled), *data_files(known, recalled.report, tuple(found), memory)]
    # What is checked lets no two take one address, and the one that came last would be the one that is written.
    assert len({asset.address.casefold() for asset in found}) == len(found)
    return tuple(sorted(found, key=lambda asset: asset.address))


def _others(recalled: Recalled) -> Iterator[Page]:
    known = recalled.plan
    yield data_page(known, recalled.memory)
    yield report_page(known, recalled.report)
    yield search_page(known)
    yield follow_page(known)
    if known.is_verifiable:
        yield verify_page(known)
    yield statement_page(known)
    yield glossary_page(known)
    yield not_found_page(known, root_of(known.settings))
    yield from meeting_lists(known)
    yield from matter_lists(known)
    yield assignment_page(known)
    yield from decision_lists(known)
    for matter in known.matters:
        if not is_searched(matter):
            yield recalled.matter_page(matter)


def _searched(recalled: Recalled) -> Iterator[Page]:
    """The pages that search finds, the start page, which stands for them where there are none, and years."""
    known = recalled.plan
    yield start_page(known)
    for matter in known.matters:
        if is_searched(matter):
            yield recalled.matter_page(matter)
    for committee in known.archive.committees:
        yield from committee_pages(known, committee)
        for meeting in committee.meetings:
            yield from recalled.meeting_pages(committee, meeting)
    yield board_page(known)
