"""A meeting whose packet was issued turned into findings: what was changed and is not said."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping

from kallelse.model.changed import changed
from kallelse.model.cover import is_cover_as_issued
from kallelse.model.digest import cover_digest, document_digest
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.issue import Change, ChangeKind, Issue
from kallelse.model.meeting import Access, Case, Document, Meeting

_UNSAID = {
    ChangeKind.ADDED: "change-added",
    ChangeKind.REPLACED: "change-replaced",
    ChangeKind.WITHDRAWN: "change-withdrawn",
}


def check_issues(meeting: Meeting, folders: Collection[str]) -> Iterator[Finding]:
    """The findings about what was changed since a meeting's packet went out to the members.

    `folders` are the names of the committee's meetings.
    """
    changes = Place(meeting.path, meeting.lines.get("changes", 0))
    if not meeting.issues:
        if meeting.changes:
            yield Finding("changes-unissued", changes, severity=Severity.REMARK)
        return
    documents = {document.path: (case, document) for _, case, document in meeting.printed()}
    if _is_anothers(meeting, documents, folders):
        # What it says would ask for changes that nobody made.
        record = posixpath.join(posixpath.dirname(meeting.issues[0].pdf), "issues.yml")
        yield Finding("issue-foreign", Place(record, meeting.issues[-1].line), {"folder": meeting.folder})
        return
    if meeting.issued is None:
        yield Finding("issue-not-issued", Place(meeting.path))
    yield from _moved(meeting)
    found = tuple(_different(meeting, documents))
    old = _renamed(meeting, found, documents)
    yield from _unnamed(meeting, old, documents)
    different = tuple(each for each in found if each[0] not in old and each[0] not in old.values())
    yield from _unsaid(meeting, different, changes)
    yield from _unfounded(meeting, {path for path, _ in different}, documents)
    yield from _unknown(meeting, documents)
    yield from _undecided(meeting)


def _moved(meeting: Meeting) -> Iterator[Finding]:
    """A packet that went out under another name of the meeting's folder than it has or says that it had."""
    known = {"", meeting.folder, *meeting.moved_from}
    for name in dict.fromkeys(issue.meeting for issue in meeting.issues if issue.meeting not in known):
        told = {"old": name, "names": ", ".join((*meeting.moved_from, name))}
        yield Finding("moved-unsaid", Place(meeting.path, meeting.lines.get("moved_from", 0)), told)


def _is_anothers(meeting: Meeting, documents: Collection[str], folders: Collection[str]) -> bool:
    """Whether the record came along with files of another meeting, or is that of one."""
    last = meeting.issues[-1]
    if last.meeting not in ("", meeting.folder) and last.meeting in folders:
        return True
    said = {change.path for change in meeting.changes}
    recorded = {one.path for one in last.documents if one.path} - {meeting.path}
    known = {*documents, *said, *meeting.unread, *(case.path for case in meeting.cases)}
    is_strange = bool(recorded) and recorded.isdisjoint(known)
    # One alone may have been given another name; then the rest is as it was.
    is_all_else = meeting.issued is not None and last.documents[0].digest == cover_digest(meeting)
    return is_strange and bool(documents) and (len(recorded) > 1 or not is_all_else)


def _different(meeting: Meeting, documents: Mapping[str, tuple[Case, Document]]) -> Iterator[tuple[str, ChangeKind]]:
    """The path of each document that is not what it was at the last issue."""
    issued = {document.path: document for document in meeting.issues[-1].documents}
    for path, (case, document) in documents.items():
        if path not in issued:
            yield path, ChangeKind.ADDED
        elif issued[path].digest != document_digest(case, document):
            yield path, ChangeKind.REPLACED
    for path in issued:
        if path == meeting.path:
            if not is_cover_as_issued(meeting, meeting.issues[-1]):
                yield path, ChangeKind.REPLACED
        elif path and path not in documents and not _is_unread(meeting, path):
            yield path, ChangeKind.WITHDRAWN


def _renamed(
    meeting: Meeting, different: Iterable[tuple[str, ChangeKind]], documents: Mapping[str, tuple[Case, Document]]
) -> Mapping[str, str]:
    """What each document was called that is there under another name and says what it said, by its path of now."""
    kinds = dict(different)
    gone = {one.path: one for one in meeting.issues[-1].documents if kinds.get(one.path) is ChangeKind.WITHDRAWN}
    found: dict[str, str] = {}
    for path, kind in kinds.items():
        if kind is ChangeKind.ADDED and path in documents:
            digest = document_digest(*documents[path])
            same = [old for old, one in gone.items() if one.digest == digest]
            if len(same) == 1:
                found[path] = same[0]
                del gone[same[0]]
    return found


def _unnamed(
    meeting: Meeting, old: Mapping[str, str], documents: Mapping[str, tuple[Case, Document]]
) -> Iterator[Finding]:
    """What goes by another name than it was issued under, and does not say so; a case tells of its attachments, too."""
    for path, before in old.items():
        case, document = documents[path]
        if document is case.letter:
            names = [_beside(meeting, each).removesuffix("/index.md") for each in (before, path)]
            yield Finding("case-renamed", Place(path), {"old": names[0], "name": names[1]})
        elif case.path not in old:
            names = [_beside(meeting, each) for each in (before, path)]
            yield Finding("attachment-renamed", Place(path), {"old": names[0], "name": names[1]})


def _is_unread(meeting: Meeting, path: str) -> bool:
    """Whether a document is missing only because it, or the letter of its case, could not be read."""
    return not meeting.unread.isdisjoint((path, posixpath.join(posixpath.dirname(path), "index.md")))


def _unsaid(meeting: Meeting, different: Iterable[tuple[str, ChangeKind]], place: Place) -> Iterator[Finding]:
    """What is not what it was at the last issue, where no change of it is declared since."""
    last = meeting.issues[-1]
    said = {change.path for change in meeting.changes if change.date >= last.date}
    # What may no longer be told has no title.
    withheld = {document.path for document in last.documents if not document.title}
    for path, kind in different:
        if path not in said:
            told = {"document": _beside(meeting, path), "issued": last.date.isoformat()}
            if kind is ChangeKind.WITHDRAWN and path in withheld:
                # What has become confidential leaves the site at once, whatever is still to be written about it.
                yield Finding("change-withheld", place, told, Severity.REMARK)
            elif path == meeting.path:
                yield Finding("change-cover", place, told)
            else:
                yield Finding(_UNSAID[kind], place, told)


def _unfounded(
    meeting: Meeting, different: Collection[str], documents: Mapping[str, tuple[Case, Document]]
) -> Iterator[Finding]:
    """Each change declared since the last issue of what is as it was, also in the list that a letter ends with."""
    last = meeting.issues[-1]
    for change in meeting.changes:
        is_there = change.path in documents or change.path == meeting.path
        issued = any(document.path == change.path for document in last.documents)
        if not issued or not is_there or change.path in different or change.date <= last.date:
            continue
        case, document = documents.get(change.path, (None, None))
        if case is None or document is not case.letter or not _lists_others(case, last, different):
            told = {"document": _beside(meeting, change.path), "issued": last.date.isoformat()}
            place = Place(meeting.path, change.line)
            # What has become confidential leaves the site at once, and its row may have been the change.
            hides = case is None and any(each.access is Access.CONFIDENTIAL for each in meeting.cases)
            yield Finding("change-nothing", place, told, Severity.REMARK if hides else Severity.ERROR)


def _lists_others(case: Case, last: Issue, different: Collection[str]) -> bool:
    """Whether the attachments of a case are not those of the last issue."""
    before = next((one.attachments for one in last.cases if one.path == case.path), ())
    own = case.path.removesuffix("index.md")
    return any(each.known_as not in before for each in case.attachments) or any(
        path.startswith(own) for path in different
    )


def _unknown(meeting: Meeting, documents: Mapping[str, tuple[Case, Document]]) -> Iterator[Finding]:
    known = {*documents, *(document.path for issue in meeting.issues for document in issue.documents if document.path)}
    first = meeting.issues[0].date
    for change in meeting.changes:
        place = Place(meeting.path, change.line)
        told = {"document": _beside(meeting, change.path), "date": change.date.isoformat()}
        if change.path not in known:
            # As typed, so that the folder they all stand in makes none of them alike.
            names = [_beside(meeting, path) for path in sorted(known)]
            near = difflib.get_close_matches(told["document"], names, 1, 0.6)
            code = "change-misspelt" if near else "change-unknown"
            yield Finding(code, place, {**told, "near": near[0] if near else ""})
        elif change.date < first:
            yield Finding("change-early", place, {**told, "issued": first.isoformat()})
        yield from _twice(meeting, change, place, told)


def _undecided(meeting: Meeting) -> Iterator[Finding]:
    """Each document that is gone, but may be read in an issue of which nobody has said whether it may be shown."""
    shown = {document.path for issue in meeting.issues if not issue.withheld for document in issue.documents}
    for one in changed(meeting):
        if one.kind is ChangeKind.WITHDRAWN and one.change.withhold is None and one.change.path in shown:
            told = {"document": _beside(meeting, one.change.path)}
            yield Finding("change-withhold", Place(meeting.path, one.change.line), told)
    for path, issue in _only_named(meeting).items():
        own = [one for one in meeting.changes if one.path == meeting.path and one.date >= issue.date]
        if own and all(one.withhold is None for one in own):
            yield Finding("change-withhold", Place(meeting.path, own[-1].line), {"document": _beside(meeting, path)})


def _only_named(meeting: Meeting) -> Mapping[str, Issue]:
    """The cases that are gone and had no document, so that only the cover named them, with the last issue that did."""
    there = {case.path for case in meeting.cases}
    found: dict[str, Issue] = {}
    for issue in meeting.issues:
        held = {one.path for one in issue.documents}
        paths = {one.path for one in issue.cases if one.path and not issue.withheld}
        found |= {path: issue for path in sorted(paths - held - there) if not _is_unread(meeting, path)}
    return found


def _twice(meeting: Meeting, change: Change, place: Place, told: Mapping[str, str]) -> Iterator[Finding]:
    same = [one for one in meeting.changes if (one.path, one.date) == (change.path, change.date)]
    if same[0] is not change:
        yield Finding("change-twice", place, {**told, "first": str(same[0].line)})


def _beside(meeting: Meeting, path: str) -> str:
    """The path as the secretary writes it in the meeting's front matter."""
    return posixpath.relpath(path, posixpath.dirname(meeting.path))
