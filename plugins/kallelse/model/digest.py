"""A document turned into a digest of what its pages say, so that a later change of it can be told."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

from kallelse.model.fold import plain, printed
from kallelse.model.meeting import Case, Document, Meeting

_FIGURES = 16


def cover_digest(meeting: Meeting) -> str:
    """A digest of where and when the meeting sits; the rest of a cover follows from its cases."""
    times = (f"{each.start.isoformat()} {each.end.isoformat() if each.end else ''}" for each in meeting.sittings)
    return _digest((meeting.place, *times))


def document_digest(case: Case, document: Document) -> str:
    """A digest that is the same only while nothing is changed that is read on the document's pages.

    The list of attachments at a letter's end does not count, nor what a picture in the text shows.
    """
    return _digest((*_facts(document), *(_letter(case) if document is case.letter else ())))


def _facts(document: Document) -> Iterator[str]:
    yield document.title
    yield plain(document.heading)
    yield document.date.isoformat() if document.date else ""
    yield document.version
    yield document.owner
    for row in document.revisions:
        yield f"{row.date.isoformat()} {row.version} {row.name} {row.role} {row.comment}"
    for block in printed(document.body, document.heading_numbers):
        yield f"{block.words} {block.notes}"
    if document.foreign is not None:
        yield document.foreign.digest
        yield from (page.text for page in document.foreign.pages if document.foreign.picture)


def _letter(case: Case) -> Iterator[str]:
    yield case.title
    yield from (number.value for number in ((case.dnr,) if case.dnr else ()) + case.other_dnr)
    yield f"{case.officer.name} {case.officer.title}" if case.officer else ""
    yield case.unit
    yield from (f"{one.body} {one.date.isoformat()} {one.paragraph}" for one in case.follows)
    yield from (f"{one.name} {one.title}" for one in case.signed)
    yield from (f"{one.name} {one.purpose}" for one in case.recipients)


def _digest(parts: tuple[str, ...]) -> str:
    # Another way to break lines or to write a letter is no other text.
    said = "\n".join(" ".join(unicodedata.normalize("NFC", part).split()) for part in parts)
    return hashlib.sha256(said.encode()).hexdigest()[:_FIGURES]
