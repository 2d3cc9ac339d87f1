"""A meeting or a case turned into the name by which feeds and calendars know it, which stays when it is moved."""

from __future__ import annotations

import posixpath

from kallelse.model.meeting import Case, Committee, Meeting


def folders(committee: Committee, meeting: Meeting) -> tuple[str, ...]:
    """The folders that a meeting may have been in, from the sources' folder: the first one first, its own last."""
    roots = (*committee.moved_from, committee.folder)
    return tuple(f"{root}/{name}" for root in roots for name in (*meeting.moved_from, meeting.folder))


def lasting(committee: Committee, meeting: Meeting, address: str = "") -> str:
    """An `address` below the meeting's folder as it was in the first one it had; that folder itself for none."""
    first, *others = folders(committee, meeting)
    return first + address.removeprefix(others[-1] if others else first)


def lasting_case(committee: Committee, meeting: Meeting, case: Case) -> str:
    """The address of a case's page under the first name that its file or folder had, in the meeting's first folder."""
    if not case.moved_from:
        return lasting(committee, meeting, case.address)
    name, ending = posixpath.splitext(case.moved_from[0])
    return f"{lasting(committee, meeting)}/{name}{'.html' if ending == '.md' else f'{ending}/index.html'}"
