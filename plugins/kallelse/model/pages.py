"""The page map: which pages of the packet each case and each document has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class PageRange:
    """First and last page, both counted from 1 and both included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            raise ValueError(f"pages {self.first} to {self.last} are no range")

    def __len__(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins: in which document, in its block number `block` (from 0), with which word.

    `within` says that the block began on a page before; `words` are then some that the page begins with.
    """

    page: int
    path: str
    block: int
    word: str
    within: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageMap:
    """Pages by source path: cases by the path of their file, documents (letters, attachments) by theirs.

    A case without documents is not in `cases`; one with late documents may have pages in several places. `starts` is in
    order of pages. `labels` says what each page prints as its number, where that is not its place in the file.
    `cover` counts the pages of the cover with its agenda.
    """

    total: int
    cases: Mapping[str, tuple[PageRange, ...]] = field(default_factory=dict)
    documents: Mapping[str, PageRange] = field(default_factory=dict)
    starts: tuple[PageStart, ...] = ()
    labels: tuple[str, ...] = ()
    cover: int = 1


def label_of(page: int, labels: Sequence[str]) -> str:
    """What page `page` of a file prints as its number; without labels its place, from 1."""
    return labels[page - 1] if labels else str(page)


STANDARDS = ("PDF/A-3a", "PDF/UA-1")
"""What a packet of our own pages meets (ISO 19005-3, ISO 14289-1)."""


@dataclass(frozen=True, slots=True)
class Packet:
    """A finished packet: its bytes, its page map, and the text of each page in order, read back from the PDF.

    `standards` are those that it claims; none where a foreign document in it does not claim to be archival. `cases` are
    the PDFs of its cases, each alone, by the path of the case; `supplement` holds what was added or changed after the
    issue. These bear the packet's own page numbers.
    """

    pdf: bytes
    pages: PageMap
    texts: tuple[str, ...] = ()
    standards: tuple[str, ...] = STANDARDS
    cases: Mapping[str, Packet] = field(default_factory=dict)
    supplement: Packet | None = None


@dataclass(frozen=True, slots=True)
class RecordPdfs:
    """The PDFs of one meeting's record by their addresses: minutes, sets, proofs of notice, extracts."""

    files: Mapping[str, Packet] = field(default_factory=dict)
