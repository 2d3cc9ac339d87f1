"""What went out to the members: the pages that each document had then, and what was changed afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum


class LatePages(Enum):
    """Where what comes after the issue gets its pages: at the end, or beside its case as 8a, 8b."""

    LAST = "last"
    LETTERED = "lettered"


class ChangeKind(Enum):
    """What happened to a document after the issue."""

    ADDED = "added"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """What the secretary says of a document added, replaced or withdrawn; `path` is its source.

    `withhold` says whether issues that hold the document as it was before may no longer be shown; None is not said.
    """

    path: str
    date: dt.date
    reason: str
    line: int = 0
    withhold: bool | None = None


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document as it was issued; the first of an issue is the cover, under the path of the meeting.

    Pages that were nobody's when it was issued have no `path`. `number` is that of its case on the agenda, `labels` are
    the numbers printed on its pages, `digest` tells what they said; the last `vacant` of them it no longer filled.
    `title` is empty where it may no longer be told.
    """

    path: str
    title: str
    number: str
    labels: tuple[str, ...]
    digest: str
    vacant: int = 0


@dataclass(frozen=True, slots=True)
class IssuedCase:
    """A case as it was issued, by its path: its number on the agenda, empty for none, and its attachments in order.

    An attachment is told by its file as named in the case's folder, one without a file by its title. Path and
    attachments are empty where they were confidential. A numbered row of the agenda that is no case has its `title`.
    `left` are the numbers of attachments that were no longer there.
    """

    path: str
    number: str
    attachments: tuple[str, ...] = ()
    title: str = ""
    left: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A row of the agenda as it was issued: a digest of it, which counts its title where the row `is_titled`.

    `key` is the path of its case, `#3` for one that was confidential under that number, empty for a row that is none.
    """

    key: str
    digest: str
    is_titled: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a packet: its day, its documents in the order of their pages, the path of the PDF that went out.

    `cases` are those of its agenda in order, `rows` all of its agenda. `withheld` says that a document in it may no
    longer be read, so that its PDF is not published. `meeting` is the name that the meeting's folder had, `sha256` the
    digest of its PDF; these and `rows` are empty where they were not written down. `renumbered` says that all pages
    were counted anew for it. `line` is where it stands in the record.
    """

    date: dt.date
    documents: tuple[IssuedDocument, ...]
    cases: tuple[IssuedCase, ...]
    pdf: str
    withheld: bool = False
    meeting: str = ""
    sha256: str = ""
    rows: tuple[IssuedRow, ...] = ()
    renumbered: bool = False
    line: int = field(default=0, compare=False, repr=False)
