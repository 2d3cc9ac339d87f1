"""The archive and its packets turned into the whole site: its pages and the files beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.model.matter import Step
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.pages import Packet
from kallelse.publish.case import attachment_pages, case_page
from kallelse.publish.committee import committee_pages
from kallelse.publish.files import issue_files, linked_files, packet_files, shell_files, table_files
from kallelse.publish.lists import matter_lists, meeting_lists
from kallelse.publish.matter import is_searched, matter_page
from kallelse.publish.meeting import meeting_page
from kallelse.publish.notfound import not_found_page
from kallelse.publish.page import Asset, Page
from kallelse.publish.plan import Plan, plan
from kallelse.publish.search import search_page
from kallelse.publish.shell import root_of
from kallelse.publish.start import start_page

__all__ = ["Asset", "Page", "assets", "pages", "unsearched"]


def unsearched(found: Iterable[Page]) -> None:
    """Pages that nobody searches."""


def pages(
    archive: Archive,
    packets: Mapping[str, Packet],
    as_of: dt.date,
    overrides: Path | None = None,
    search: Callable[[Iterable[Page]], None] = unsearched,
) -> tuple[Page, ...]:
    """Every page of the site in order of address, each address once.

    `archive` holds what is public on the day `as_of`; `packets` are those of meetings by source path.
    Templates in the folder `overrides` replace those of the package by name. `search` is handed the pages that search
    finds, and some others, while there are still pages to be made.
    """
    known = plan(archive, packets, as_of, overrides)
    first = list(_searched(known))
    search(first)
    return tuple(sorted((*first, *_others(known)), key=lambda page: page.address))


def assets(
    archive: Archive,
    packets: Mapping[str, Packet],
    read_bytes: Callable[[str], bytes],
    overrides: Path | None = None,
) -> tuple[Asset, ...]:
    """Every file of the site that is no page, in order of address, each address once.

    `read_bytes` gives the bytes of a file by its path from the sources' folder.
    """
    found = [
        *packet_files(archive, packets),
        *issue_files(archive, read_bytes),
        *table_files(archive),
        *linked_files(archive, read_bytes),
        *shell_files(archive.settings, read_bytes, overrides),
    ]
    # What is checked lets no two take one address, and the one that came last would be the one that is written.
    assert len({asset.address.casefold() for asset in found}) == len(found)
    return tuple(sorted(found, key=lambda asset: asset.address))


def _others(known: Plan) -> Iterator[Page]:
    yield search_page(known)
    yield not_found_page(known, root_of(known.settings))
    yield from meeting_lists(known)
    yield from matter_lists(known)
    for matter in known.matters:
        if not is_searched(matter):
            yield matter_page(known, matter)


def _searched(known: Plan) -> Iterator[Page]:
    """The pages that search finds, the start page, which stands for them where there are none, and years."""
    yield start_page(known)
    for matter in known.matters:
        if is_searched(matter):
            yield matter_page(known, matter)
    for committee in known.archive.committees:
        yield from committee_pages(known, committee)
        for meeting in committee.meetings:
            yield from _meeting_pages(known, committee, meeting)


def _meeting_pages(known: Plan, committee: Committee, meeting: Meeting) -> Iterator[Page]:
    yield meeting_page(known, committee, meeting)
    rows = [row for row in meeting.agenda if row.case is not None]
    around = zip([None, *rows], rows, [*rows[1:], None], strict=False)
    for before, row, after in around:
        if row.case is not None:
            step = Step(committee, meeting, row.case)
            yield case_page(known, step, row, before, after)
            yield from attachment_pages(known, step, row)
