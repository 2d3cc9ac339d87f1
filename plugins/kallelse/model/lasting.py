"""A meeting or a case turned into the name by which feeds, calendars and objects know it, which stays if it moves."""

from __future__ import annotations

import posixpath
import re

from kallelse.model.address import file_beside, page_address
from kallelse.model.meeting import Case, Committee, Meeting

# What the address of a page without a folder has beside it: the files of `Case.pdf` and `address.csv_address`.
BESIDE = re.compile(r"handlingar\.pdf|tabell-\d+\.csv")


def folders(committee: Committee, meeting: Meeting) -> tuple[str, ...]:
    """The folders that a meeting may have been in, from the sources' folder: the first one first, its own last."""
    roots = (*committee.moved_from, committee.folder)
    return tuple(f"{root}/{name}" for root in roots for name in (*meeting.moved_from, meeting.folder))


def lasting(committee: Committee, meeting: Meeting, address: str = "") -> str:
    """An `address` below the meeting's folder as it was in the first one it had; that folder itself for none."""
    first, *others = folders(committee, meeting)
    return first + address.removeprefix(others[-1] if others else first)


def lasting_case(committee: Committee, meeting: Meeting, case: Case) -> str:
    """The address of a case's page under the first name that its file or folder had, in the meeting's first folder.

    An address of its own stays as it is whatever the file is called.
    """
    return lasting_beside(committee, meeting, case, case.address)


def lasting_beside(committee: Committee, meeting: Meeting, case: Case, address: str) -> str:
    """The `address` of something of a case as it was, or would have been, under the first name of that.

    What a case of one file cannot have had is told below the name of its page, where nothing else is.
    """
    page, own = page_address(case.path), case.address
    # A `slug` moves the page of a folder and leaves the attachments where they are.
    is_chosen = own != page and (address == own or address.startswith(file_beside(own, "")))
    if not case.moved_from or is_chosen:
        return lasting(committee, meeting, address)
    name, ending = posixpath.splitext(case.moved_from[0])
    first = f"{lasting(committee, meeting)}/{name}{'.html' if ending == '.md' else f'{ending}/index.html'}"
    if address == page:
        return first
    beside = address.removeprefix(file_beside(page, ""))
    if posixpath.basename(first) == "index.html" or BESIDE.fullmatch(beside):
        return file_beside(first, beside)
    return f"{first}/{beside}"
