"""A meeting and its packet into what is kept of an issue: record, day in the front matter, old and new pages."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import math
import posixpath
import re
from collections.abc import Iterator, Mapping

import yaml

from kallelse.locale.beginnings import ISSUED
from kallelse.locale.changes import titled
from kallelse.locale.packet import WORDS
from kallelse.locale.report import RECORD
from kallelse.model.cover import cover_rows, is_cover_as_issued
from kallelse.model.digest import cover_digest, document_digest
from kallelse.model.issue import Issue, IssuedCase, IssuedDocument, IssuedRow
from kallelse.model.label import compact
from kallelse.model.meeting import Access, Case, Meeting
from kallelse.model.pages import Packet, PageRange, label_of
from kallelse.model.settings import Language


def issue_of(meeting: Meeting, packet: Packet, day: dt.date, language: Language, *, renumbered: bool = False) -> Issue:
    """What goes out on `day`, all pages counted anew where they are `renumbered`; where its PDF will be kept is not
    known yet."""
    digest = hashlib.sha256(packet.pdf).hexdigest()
    return Issue(
        day,
        _documents(meeting, packet, language),
        _cases(meeting),
        "",
        meeting=meeting.folder,
        sha256=digest,
        rows=cover_rows(meeting),
        renumbered=renumbered,
    )


def refusal_of(
    meeting: Meeting, day: dt.date, issue: Issue | None, *, renumber: bool, is_stopped: bool
) -> tuple[str, Mapping[str, str]] | None:
    """Why nothing goes out on `day`, as a code of `locale.refusals.REFUSALS` with its words; None where it may.

    `issue` is what would go out, None where there is no packet; `is_stopped` says that an error is the reason.
    """
    issues, folder = meeting.issues, posixpath.dirname(meeting.path)
    late = "issue-after", {"day": day.isoformat(), "date": meeting.date.isoformat()}
    if not issues:
        if renumber and not is_stopped:
            return "issue-first", {}
        # A day after the meeting is an error of the meeting too, but it is the command that has to say another.
        if day > meeting.date:
            return late
        if meeting.issued not in (None, day):
            return "issue-other-day", {"folder": folder, "issued": str(meeting.issued)}
    elif day < issues[-1].date:
        return "issue-backwards", {"issued": issues[-1].date.isoformat()}
    if is_stopped:
        return None
    if not meeting.agenda:
        return "issue-no-agenda", {"folder": folder}
    if issues and issue is not None and _is_nothing_new(meeting, issue):
        return "issue-same", {"issued": issues[-1].date.isoformat()}
    return late if day > meeting.date else None


def _is_nothing_new(meeting: Meeting, issue: Issue) -> bool:
    """Whether the `issue` that would go out says no more than the last."""
    last = meeting.issues[-1]
    covers = issue.documents[0].labels == last.documents[0].labels
    same = (issue.documents[1:], issue.cases) == (last.documents[1:], last.cases)
    return is_cover_as_issued(meeting, last) and covers and same


def _documents(meeting: Meeting, packet: Packet, language: Language) -> tuple[IssuedDocument, ...]:
    """The documents of a packet in the order of their pages, with the pages kept for what was issued before.

    Pages that a document no longer fills stay its own; those of a document that is no more stay vacant.
    """
    printed = {document.path: (row.number, case, document) for row, case, document in meeting.printed()}
    labels = [label_of(page, packet.pages.labels) for page in range(1, packet.pages.total + 1)]
    owners: dict[str, str] = {}
    before = {label: one for issue in meeting.issues[-1:] for one in issue.documents for label in one.labels}
    for path, pages in {meeting.path: PageRange(1, packet.pages.cover), **packet.pages.documents}.items():
        owners |= dict.fromkeys(labels[pages.first - 1 : pages.last], path)
    for label in labels:
        if label not in owners:
            kept = before[label].path
            owners[label] = kept if kept in printed or kept == meeting.path else ""
    found: list[IssuedDocument] = []

    def owner(label: str) -> tuple[str, str, str]:
        gone = before.get(label)
        told = ("", "") if owners[label] or gone is None else (gone.title, gone.number)
        return owners[label], *told

    for (path, title, number), group in itertools.groupby(labels, key=owner):
        own = tuple(group)
        if path in printed:
            number, case, document = printed[path]  # noqa: PLW2901 (of a page that is somebody's it is the case's own)
            digest, filled = document_digest(case, document), len(packet.pages.documents[path])
            name = titled(document, WORDS[language])
            found.append(IssuedDocument(path, name, number, own, digest, len(own) - filled))
        elif path == meeting.path:
            found.append(IssuedDocument(path, "", "", own, cover_digest(meeting)))
        else:
            found.append(IssuedDocument("", title, number, own, ""))
    return tuple(found)


def _cases(meeting: Meeting) -> tuple[IssuedCase, ...]:
    """The cases of a meeting, and other rows with a number, with those that they and attachments go out with."""
    found = []
    for row in meeting.agenda:
        if row.case is None and row.number:
            found.append(IssuedCase("", row.number, title=row.title))
        elif row.case is not None and row.case.access is Access.CONFIDENTIAL:
            found.append(IssuedCase("", row.number))
        elif row.case is not None:
            attachments = tuple(_attachments(row.case, meeting))
            there = {each.number for each in row.case.attachments}
            left = tuple(number for number in range(1, len(attachments) + 1) if number not in there)
            found.append(IssuedCase(row.case.path, row.number, attachments, left=left))
    return tuple(found)


def _attachments(case: Case, meeting: Meeting) -> Iterator[str]:
    """What tells each attachment again, by number from 1; what is no more keeps its number."""
    before = {one.path: one.attachments for issue in meeting.issues[-1:] for one in issue.cases}.get(case.path, ())
    by_number = {each.number: each for each in case.attachments}
    for number in range(1, max([len(before), *(each.number or 0 for each in case.attachments)]) + 1):
        each = by_number.get(number)
        if each is None:
            yield before[number - 1]
        elif each.access is Access.CONFIDENTIAL:
            yield ""
        else:
            yield each.known_as


def record_text(meeting: Meeting, issue: Issue, language: Language) -> str:
    """The record of all issues of a meeting, `issue` the last (YAML 1.2)."""
    folder = posixpath.dirname(meeting.path)
    lines = [f"# {RECORD[language]}", "issues:"]
    for each in (*meeting.issues, issue):
        lines += [
            f"  - date: {each.date.isoformat()}",
            *([f"    meeting: '{each.meeting}'"] if each.meeting else []),
            f"    sha256: '{each.sha256}'",
            *(["    withheld: true"] if each.withheld else []),
            *(["    renumbered: true"] if each.renumbered else []),
            *(["    agenda:"] if each.rows else []),
            *(f"      - {_flow(_row_entry(row, folder))}" for row in each.rows),
            "    cases:",
        ]
        lines += [f"      - {_flow(_case_entry(case, folder))}" for case in each.cases]
        lines += ["    documents:"]
        lines += [f"      - {_flow(_entry(one, folder))}" for one in each.documents]
    return "\n".join(lines) + "\n"


def _row_entry(row: IssuedRow, folder: str) -> Mapping[str, object]:
    fields = {
        "case": posixpath.relpath(row.key, folder) if row.key and not row.key.startswith("#") else "",
        "number": row.key.removeprefix("#") if row.key.startswith("#") else "",
        "digest": row.digest,
        "titled": row.is_titled,
    }
    return {key: value for key, value in fields.items() if value}


def _case_entry(case: IssuedCase, folder: str) -> Mapping[str, object]:
    fields = {
        "case": posixpath.relpath(case.path, folder) if case.path else "",
        "row": case.title,
        "number": case.number,
        "attachments": list(case.attachments),
        "left": list(case.left),
    }
    return {key: value for key, value in fields.items() if value}


def _entry(one: IssuedDocument, folder: str) -> Mapping[str, object]:
    fields = {
        "document": posixpath.relpath(one.path, folder) if one.path else "",
        "title": one.title,
        "number": one.number,
        "pages": compact(one.labels),
        "digest": one.digest,
        "vacant": one.vacant,
    }
    return {key: value for key, value in fields.items() if value}


def _flow(fields: Mapping[str, object]) -> str:
    said = yaml.safe_dump(dict(fields), allow_unicode=True, width=math.inf, default_flow_style=True, sort_keys=False)
    return str(said).rstrip("\n")


def with_field(text: str, key: str, day: dt.date) -> str:
    """The text of a file with a day as the last field of its front matter, all else as it was.

    Where a new meeting's comment asks for the day, or the field stands there empty, that line goes: it has its answer.
    """
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    close = next(number for number, line in enumerate(lines) if number and line.rstrip() == "---")
    opening, front, rest = lines[0], "".join(lines[1:close]), "".join(lines[close:])
    end = opening.removeprefix(opening.rstrip("\r\n"))
    root, said = yaml.compose(front, yaml.SafeLoader), f"{key}: {day.isoformat()}"
    fields = root.value if isinstance(root, yaml.MappingNode) else []
    empty = next(((name.start_mark.index, value.end_mark.index) for name, value in fields if name.value == key), None)
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        first = root.start_mark.index + 1
        begin, until = empty or (first, first)
        return f"{opening}{front[:begin]}{said}{'' if empty else ', '}{front[until:]}{rest}"
    asks = {asking.splitlines()[0] for asking in ISSUED.values()}
    kept, place = [], 0
    for line in lines[1:close]:
        is_empty = empty is not None and place <= empty[1] and place + len(line) > empty[0]
        if not (is_empty or line.startswith(f"# {key}: ") or line.rstrip() in asks):
            kept.append(line)
        place += len(line)
    # All fields of a mapping begin in one column, which need not be the first.
    indent = " " * (root.start_mark.column if root is not None else 0)
    return "".join((opening, *kept, f"{indent}{said}{end}", rest))
