"""A meeting's changes after its issue, each told apart: added, replaced or withdrawn, with the document it is about."""

from __future__ import annotations

from dataclasses import dataclass

from kallelse.model.issue import Change, ChangeKind, IssuedDocument
from kallelse.model.meeting import AgendaRow, Document, Meeting


@dataclass(frozen=True, slots=True)
class Changed:
    """One change; `row` and `document` are those of today, None for what is no more and for the cover.

    `issued` is the document as it last went out before the change, None for what had not.
    """

    change: Change
    kind: ChangeKind
    row: AgendaRow | None = None
    document: Document | None = None
    issued: IssuedDocument | None = None


def changed(meeting: Meeting) -> tuple[Changed, ...]:
    """The changes of a meeting in order of their days; none before its packet was issued."""
    if not meeting.issues:
        return ()
    printed = {document.path: (row, document) for row, _, document in meeting.printed()}
    ordered = sorted(meeting.changes, key=lambda change: change.date)
    found: list[Changed] = []
    for place, change in enumerate(ordered):
        row, document = printed.get(change.path, (None, None))
        # What was changed on the day of a later issue went out with it.
        out = [issue for issue in meeting.issues if issue.date < change.date] or meeting.issues[:1]
        issued = next((one for one in out[-1].documents if one.path == change.path), None)
        is_first = all(before.path != change.path for before in ordered[:place])
        is_last = all(later.path != change.path for later in ordered[place + 1 :])
        if is_last and document is None and change.path != meeting.path:
            kind = ChangeKind.WITHDRAWN
        elif is_first and issued is None:
            kind = ChangeKind.ADDED
        else:
            kind = ChangeKind.REPLACED
        found.append(Changed(change, kind, row, document, issued))
    return tuple(found)
