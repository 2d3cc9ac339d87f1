"""Days of commits by the paths that files had turned into the same by the paths that they have now."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kallelse.model.history import History
from kallelse.model.meeting import Case, Committee, Meeting

Names = tuple[tuple[str, tuple[str, ...]], ...]


def former_names(committees: Iterable[Committee]) -> Names:
    """The names that committees, meetings and cases say they had before, by their paths: what `by_present` goes by."""
    return tuple((one.path, one.moved_from) for one in _all(committees) if one.moved_from)


def _all(committees: Iterable[Committee]) -> Iterator[Committee | Meeting | Case]:
    for committee in committees:
        yield committee
        for meeting in committee.meetings:
            yield meeting
            yield from meeting.cases


def by_present(history: History, committees: Iterable[Committee]) -> History:
    """The days of each file under its own path and under those that it had while its folders were called otherwise.

    A day on which it got another name counts for both.
    """
    places = _Places()
    for committee in committees:
        places.add(committee)
    if not places.is_any_moved:
        return history
    found: dict[str, tuple[dt.date, ...]] = {}
    for path, days in history.items():
        now = places.now(path)
        found[now] = tuple(sorted((*found[now], *days))) if now in found else days
    return found


@dataclass(slots=True)
class _Places:
    """What lies where, by each name that it has or had: committees, meetings by committee, cases by meeting."""

    committees: dict[str, Committee] = field(default_factory=dict)
    meetings: dict[tuple[str, str], Meeting] = field(default_factory=dict)
    cases: dict[tuple[str, str], Case] = field(default_factory=dict)
    is_any_moved: bool = False

    def add(self, committee: Committee) -> None:
        self.is_any_moved |= bool(former_names((committee,)))
        # What is there now goes before what was.
        for name in (*committee.moved_from, committee.folder):
            self.committees[name] = committee
        for meeting in committee.meetings:
            for name in (*meeting.moved_from, meeting.folder):
                self.meetings[committee.path, name] = meeting
            for case in meeting.cases:
                self.cases.update(((meeting.path, name), case) for name in case.moved_from)

    def now(self, path: str) -> str:
        """The path that a file has now which had this one."""
        root, _, rest = path.partition("/")
        committee = self.committees.get(root)
        if committee is None or not rest:
            return path
        name, _, below = rest.partition("/")
        meeting = self.meetings.get((committee.path, name))
        if meeting is None or not below:
            return f"{committee.folder}/{rest}"
        folder = posixpath.dirname(meeting.path)
        own, _, inside = below.partition("/")
        case = self.cases.get((meeting.path, own))
        if case is None:
            return f"{folder}/{below}"
        if inside in ("", "index.md"):
            return case.path
        return f"{posixpath.dirname(case.path)}/{inside}"
