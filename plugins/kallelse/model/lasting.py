"""A meeting turned into the name by which feeds and calendars know it, which stays when its folder is moved."""

from __future__ import annotations

import posixpath

from kallelse.model.meeting import Meeting


def folders(meeting: Meeting) -> tuple[str, ...]:
    """The folders that a meeting has had, from the sources' folder: the first one first, its own last."""
    return (posixpath.dirname(meeting.path),)


def lasting(meeting: Meeting, address: str = "") -> str:
    """An `address` below the meeting's folder as it was in the first one it had; that folder itself for none."""
    first, own = folders(meeting)[0], folders(meeting)[-1]
    return first + address.removeprefix(own)
