"""A meeting and its packet turned into `kallelse.json`, the page map for machines."""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

from kallelse.locale.pages import printed
from kallelse.model.address import relative
from kallelse.model.changed import Changed, changed
from kallelse.model.label import compact
from kallelse.model.meeting import AgendaRow, Committee, Document, Meeting
from kallelse.model.pages import Packet, PageRange

# Raised when a field changes its meaning or goes; a new field alone does not raise it.
VERSION = 1

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def page_map_json(committee: Committee, meeting: Meeting, packet: Packet) -> bytes:
    """The page map as JSON (RFC 8259): UTF-8, two blanks of indent, fields always in the order given here.

    Days and times are ISO 8601 without zone, in the municipality's own time; `page` and `file` are links
    relative to the file itself; what is not known is null.

        version    1
        committee  name, short, page
        meeting    title, date, sittings [start, end], place, issued, page
        packet     file, pages, bytes, sha256, standards (those that the file claims)
        issues     date, file (null where something in it has become confidential): what went out, in order
        changes    kind (added, replaced or withdrawn), date, reason, number (of the case) and title of the document,
                   page: what was changed after the first issue; printed: the pages that a withdrawn one left
        agenda     kind, number, title, dnr, page, file (a PDF of this case alone), pages {first, last, printed},
                   ranges (of a case with late documents: all its pages, as a list of such), documents
                   [kind, number, title, date, page, pages {first, last, printed}]; first and last are places in the
                   file, printed is what the pages themselves say
        starts     page, document, block (its number in the document, from 0), word: where each page begins
    """
    base = meeting.page_map
    addresses = {document.path: document.address for _, _, document in meeting.printed()}
    found: dict[str, Json] = {
        "version": VERSION,
        "committee": {
            "name": committee.name,
            "short": committee.short or None,
            "page": relative(committee.address, base),
        },
        "meeting": {
            "title": meeting.title or None,
            "date": meeting.date.isoformat(),
            "sittings": [
                {
                    "start": each.start.isoformat(timespec="minutes"),
                    "end": each.end.isoformat(timespec="minutes") if each.end else None,
                }
                for each in meeting.sittings
            ],
            "place": meeting.place or None,
            "issued": meeting.issued.isoformat() if meeting.issued else None,
            "page": relative(meeting.address, base),
        },
        "packet": {
            "file": relative(meeting.packet, base),
            "pages": packet.pages.total,
            "bytes": len(packet.pdf),
            "sha256": hashlib.sha256(packet.pdf).hexdigest(),
            "standards": list(packet.standards),
        },
        "issues": [
            {
                "date": issue.date.isoformat(),
                "file": None if issue.withheld else relative(meeting.issue_address(number), base),
            }
            for number, issue in enumerate(meeting.issues, start=1)
        ],
        "changes": [
            {
                "kind": one.kind.value,
                "date": one.change.date.isoformat(),
                "reason": one.change.reason,
                **_changed(one),
                "page": relative(one.document.address, base) if one.document and one.document.address else None,
            }
            for one in changed(meeting)
        ],
        "agenda": [_row(row, packet, base) for row in meeting.agenda],
        "starts": [
            {
                "page": start.page,
                "document": relative(addresses[start.path], base) if addresses.get(start.path) else None,
                "block": start.block,
                "word": start.word,
            }
            for start in packet.pages.starts
        ],
    }
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()


def _changed(one: Changed) -> dict[str, Json]:
    if one.row is not None and one.document is not None:
        return {"number": one.row.number or None, "title": one.document.title, "printed": None}
    if one.issued is None:
        return {"number": None, "title": None, "printed": None}
    printed = compact(one.vacant) or None
    return {"number": one.issued.number or None, "title": one.issued.title or None, "printed": printed}


def _row(row: AgendaRow, packet: Packet, base: str) -> Json:
    case = row.case
    ranges = () if case is None else packet.pages.cases.get(case.path, ())
    return {
        "kind": row.kind.value,
        "number": row.number or None,
        "title": row.title,
        "dnr": case.dnr.value if case is not None and case.dnr is not None else None,
        "page": relative(case.address, base) if case is not None else None,
        "file": relative(case.pdf, base) if case is not None and case.path in packet.cases else None,
        "pages": _range(ranges[0], packet) if ranges else None,
        "ranges": [_range(each, packet) for each in ranges],
        "documents": [] if case is None else [_document(each, packet, base) for each in case.documents],
    }


def _document(document: Document, packet: Packet, base: str) -> Json:
    address = document.address if document.has_pages else ""
    pages = packet.pages.documents.get(document.path)
    return {
        "kind": "letter" if document.number is None else "attachment",
        "number": document.number,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "page": relative(address, base) if address else None,
        "pages": _range(pages, packet) if pages is not None else None,
    }


def _range(pages: PageRange, packet: Packet) -> Json:
    return {"first": pages.first, "last": pages.last, "printed": printed(pages, labels=packet.pages.labels)}
