"""The headings of minutes turned into the rows of the agenda that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kallelse.locale.record import ITEM
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.fold import plain
from kallelse.model.meeting import AgendaRow, Case, RowKind
from kallelse.model.record import Publication
from kallelse.model.text import Block, Heading
from kallelse.read.record.marks import Marks, stray_marks, take_marks

_DASH = "[-\u2010-\u2015\u2212]"
_HEADING = re.compile(
    rf"\s*(?P<sign>§+)?(?(sign)\s*(?:(?P<stated>\d{{1,4}})(?!\d))?[.,:]?\s*(?:{_DASH}\s*)?)"
    rf"(?:(?:(?P<word>{'|'.join(ITEM)})\s+)?(?P<item>\d{{1,3}})(?:[.:)]\s*(?!\d)|\s+{_DASH}\s*|\s*$))?"
    r"(?P<title>.*?)\s*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """What a heading says: the paragraph's number or 0, the item's number or empty, the title or empty.

    `is_unnumbered` says that it has the sign of a paragraph without a number that a paragraph can have.
    """

    stated: int
    item: str
    title: str
    is_unnumbered: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """How much of a case the record shows: its title, its registry number, and words taken out of its text.

    `own_titles` are all that the case itself is called, by which its heading may be found, shown or not.
    """

    publication: Publication
    title: str = ""
    dnr: str = ""
    hidden: tuple[str, ...] = ()
    own_titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One heading of minutes with what stands under it, what it says, and the row of the agenda that it is about.

    `withheld` says how much the record shows of it, where that is not all.
    """

    heading: Heading
    blocks: tuple[Block, ...]
    said: ItemHeading
    marks: Marks
    row: AgendaRow | None = None
    withheld: Withheld | None = None

    @property
    def case(self) -> Case | None:
        """The case of its row."""
        return None if self.row is None else self.row.case


class Agenda:
    """The rows of an agenda, found by number and by title; `withheld` are the cases not recorded in full, by path."""

    def __init__(self, rows: Sequence[AgendaRow], withheld: Mapping[str, Withheld]) -> None:
        self.rows = tuple(row for row in rows if row.kind in (RowKind.CASE, RowKind.FORMALITY))
        self._all, self._withheld = tuple(rows), withheld

    def item(
        self, heading: Heading, blocks: tuple[Block, ...], path: str, *, is_free: bool
    ) -> tuple[Item, tuple[Finding, ...]]:
        """What a heading of the file `path` is about; one that `is_free` may be about nothing on the agenda."""
        content, marks, findings = take_marks(heading.content, path, is_heading=True)
        findings += tuple(stray_marks(content, path))
        said, place = item_heading(plain(content)), Place(path, heading.line)
        if said.is_unnumbered:
            findings += (Finding("minutes-number", place, {"text": plain(heading.content)[:60]}),)
        row = self.row(said)
        named = self._named(said.title)
        if row is not None:
            findings += tuple(self._other(said, row, named, place))
        elif not is_free and not (marks.is_added and said.title):
            findings += (self._unknown(said, place),)
        about = (row,) if row in named else (row, *named)
        found = [one for one in map(self._withheld_of, about) if one is not None]
        found.sort(key=lambda one: one.publication is Publication.FULL)
        return Item(heading, blocks, said, marks, row, found[0] if found else None), findings

    def row(self, said: ItemHeading) -> AgendaRow | None:
        """The row that a heading is about: the one of its number, else the only one of its title."""
        if said.item:
            return next((row for row in self.rows if row.number == said.item), None)
        named = self._named(said.title)
        return named[0] if len(named) == 1 else None

    def _withheld_of(self, row: AgendaRow | None) -> Withheld | None:
        return None if row is None or row.case is None else self._withheld.get(row.case.path)

    def _named(self, title: str) -> tuple[AgendaRow, ...]:
        """The rows of that title, whether it is one that may be shown or not."""
        wanted = folded(title)
        if not wanted:
            return ()
        own = {id(row): one.own_titles for row in self.rows if (one := self._withheld_of(row)) is not None}
        return tuple(row for row in self.rows if wanted in map(folded, (row.title, *own.get(id(row), ()))))

    def _unknown(self, said: ItemHeading, place: Place) -> Finding:
        """That a heading is about nothing on the agenda."""
        known = {folded(row.title): f"{row.number}. {row.title}".removeprefix(". ") for row in self._all if row.title}
        near = get_close_matches(folded(said.title), known, 1, 0.6)
        text = f"{said.item}. {said.title}".removeprefix(". ").strip()[:120]
        if near:
            return Finding("minutes-item-misspelt", place, {"text": text, "near": known[near[0]]})
        return Finding("minutes-item-unknown", place, {"text": text})

    def _other(
        self, said: ItemHeading, row: AgendaRow, named: tuple[AgendaRow, ...], place: Place
    ) -> Iterator[Finding]:
        """That a heading has the number of one row and the title of another."""
        if said.item and named and row not in named:
            told = {"number": row.number, "title": row.title, "other": named[0].number}
            yield Finding("minutes-item-other", place, told)
        elif said.item and said.title and not named and self._withheld_of(row) is None and not _is_same(said, row):
            told = {"text": said.title[:120], "number": row.number, "title": row.title}
            yield Finding("item-title", place, told, Severity.REMARK)


def item_heading(said: str) -> ItemHeading:
    """`§ 24 4. Digitaliseringsstrategi` as its parts."""
    match = _HEADING.fullmatch(said)
    assert match is not None
    stated = int(match["stated"] or 0)
    item = str(int(match["item"])) if match["item"] else ""
    return ItemHeading(stated, item, match["title"].strip(), match["sign"] is not None and not stated)


def _is_same(said: ItemHeading, row: AgendaRow) -> bool:
    """Whether a heading has the title of a row, whatever it says after it."""
    typed, title = folded(said.title).rstrip(". "), folded(row.title).rstrip(". ")
    return typed.startswith(title) and not typed[len(title) : len(title) + 1].isalnum()


def folded(text: str) -> str:
    """A title as it is compared: without case, each blank one."""
    return " ".join(text.casefold().split())
