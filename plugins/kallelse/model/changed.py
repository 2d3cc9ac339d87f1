"""A meeting's changes after its issue, each told apart: added, replaced or withdrawn, with the document it is about."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kallelse.model.digest import document_digest
from kallelse.model.issue import Change, ChangeKind, Issue, IssuedDocument
from kallelse.model.meeting import AgendaRow, Case, Document, Meeting


@dataclass(frozen=True, slots=True)
class Changed:
    """One change; `row` and `document` are those of today, None for what it took away and for the cover.

    `issued` is the document as it last went out before the change, None for what had not. `vacant` are the numbers of
    the pages that it left and that nothing else has got since.
    """

    change: Change
    kind: ChangeKind
    row: AgendaRow | None = None
    document: Document | None = None
    issued: IssuedDocument | None = None
    vacant: tuple[str, ...] = ()


def changed(meeting: Meeting) -> tuple[Changed, ...]:
    """The changes of a meeting in order of their days; none before its packet was issued."""
    if not meeting.issues:
        return ()
    printed = {document.path: (row, document) for row, _, document in meeting.printed()}
    ordered = sorted(meeting.changes, key=lambda change: change.date)
    kinds: dict[int, ChangeKind] = {}
    for path in {change.path for change in ordered}:
        own = [change for change in ordered if change.path == path]
        told = _kinds(own, meeting.issues, is_there=path in printed or path == meeting.path)
        kinds |= {id(change): kind for change, kind in zip(own, told, strict=True)}
    found: list[Changed] = []
    for change in ordered:
        kind = kinds[id(change)]
        out = meeting.issues[_before(change, meeting.issues)]
        issued = next((one for one in out.documents if one.path == change.path), None)
        if kind is ChangeKind.WITHDRAWN:
            # What is there again may have its own pages again.
            nobody = ("",) if change.path in printed else ("", change.path)
            left = () if issued is None else tuple(_still_vacant(issued, meeting.issues[-1], nobody))
            found.append(Changed(change, kind, issued=issued, vacant=left))
        else:
            row, document = printed.get(change.path, (None, None))
            found.append(Changed(change, kind, row, document, issued))
    return tuple(found)


def came(meeting: Meeting, paths: Collection[str]) -> dt.date | None:
    """The day of the change with which the first of the sources at `paths` came; None for what went out at first."""
    if not meeting.issues:
        return None
    first = meeting.issues[0]
    if not ({one.path for one in first.documents} | {one.path for one in first.cases}).isdisjoint(paths):
        return None
    added = (one.change.date for one in changed(meeting) if one.kind is ChangeKind.ADDED and one.change.path in paths)
    return min(added, default=None)


def withdrawn(meeting: Meeting, case: Case) -> frozenset[str]:
    """The paths of what went out with a case and was withdrawn since, but for what may no longer be told."""
    folder, name = posixpath.split(case.path)
    # A case of one file has no other papers.
    own = {change.path for change in meeting.changes if posixpath.dirname(change.path) == folder}
    if name != "index.md" or not own:
        return frozenset()
    return frozenset(
        one.change.path
        for one in changed(meeting)
        if one.change.path in own
        and one.kind is ChangeKind.WITHDRAWN
        and one.issued is not None
        and one.issued.title
        and not one.change.withhold
    )


def _still_vacant(gone: IssuedDocument, last: Issue, nobody: Collection[str]) -> Iterator[str]:
    free = {label for one in last.documents if one.path in nobody for label in one.labels}
    return (label for label in gone.labels if label in free)


def untouched(meeting: Meeting) -> frozenset[str]:
    """The paths of the documents that say what they said in the last issue, and so should take the same pages.

    A letter also lists its attachments: it is not among them where one of these is another, came or went.
    """
    last = meeting.issues[-1]
    issued = {one.path: one for one in last.documents}
    declared = {change.path for change in meeting.changes if change.date >= last.date}
    same = {
        document.path
        for _, case, document in meeting.printed()
        if document.path in issued
        and document.path not in declared
        and issued[document.path].digest == document_digest(case, document)
    }
    listed = set()
    for row, case, document in meeting.printed():
        if document is case.letter:
            before = sum(bool(one.path) and one.number == row.number for one in last.documents)
            is_same_list = bool(row.number) and before == len(case.documents)
            if not (is_same_list and all(each.path in same for each in case.attachments)):
                listed.add(document.path)
    return frozenset(same - listed)


def _before(change: Change, issues: Sequence[Issue]) -> int:
    """The index of the last issue that was out before the change: what was changed on the day of one went with it."""
    return max((index for index, issue in enumerate(issues) if issue.date < change.date), default=0)


def _kinds(changes: Sequence[Change], issues: Sequence[Issue], *, is_there: bool) -> Iterator[ChangeKind]:
    """What each of the changes of one document was, in order of their days, by where the document was and is.

    `is_there` says that it is printed today.
    """
    held = [any(one.path == changes[0].path for one in issue.documents) for issue in issues]
    was = held[_before(changes[0], issues)]
    for place, change in enumerate(changes):
        is_last = place + 1 == len(changes)
        until = len(issues) - 1 if is_last else _before(changes[place + 1], issues)
        window = range(_before(change, issues) + 1, until + 1)
        if not window or (is_last and change.date >= issues[-1].date):
            # Where nothing went out before the next change, there was something left to change. On the day of the last
            # issue, what went away after it may be what is meant.
            now = is_there if is_last else True
        else:
            # Of several issues of its day the last has it surely.
            of_its_day = [index for index in window if issues[index].date == change.date]
            now = held[of_its_day[-1] if of_its_day else window[0]]
        yield ChangeKind.WITHDRAWN if not now else ChangeKind.REPLACED if was else ChangeKind.ADDED
        was = held[window[-1]] if window else now
