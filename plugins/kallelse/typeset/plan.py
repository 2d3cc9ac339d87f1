"""What a packet holds, in order: the cover, then each printed document as a sheet of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kallelse.locale.packet import WORDS, Words
from kallelse.model.meeting import AgendaRow, Case, Committee, Document, Meeting
from kallelse.model.pages import PageMap, PageRange, label_of
from kallelse.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed document; `index` counts from 1, `after` is the next sheet's, None for the last of the packet.

    `name` is what it is called (Tjänsteskrivelse, Bilaga 1); `opens` says that it is the first of its case.
    """

    index: int
    after: int | None
    row: AgendaRow
    case: Case
    document: Document
    name: str
    opens: bool

    @property
    def is_letter(self) -> bool:
        """Whether this is the case's own letter."""
        return self.document is self.case.letter


@dataclass(frozen=True, slots=True)
class Plan:
    """A packet, or the part of one that is a case alone, before it is set.

    `span` gives first and last sheet by the path of a case. `addresses` are those of the site's pages by source path,
    for links that leave the packet. A part has no `cover`; `labels` say what its pages print as their numbers, `last`
    what stands for the last page, where these are not those of the file itself.
    """

    committee: Committee
    meeting: Meeting
    settings: Settings
    words: Words
    sheets: tuple[Sheet, ...]
    span: Mapping[str, tuple[Sheet, Sheet]]
    by_path: Mapping[str, Sheet]
    addresses: Mapping[str, str]
    cover: bool = True
    labels: tuple[str, ...] = ()
    last: str = ""

    @property
    def indexes(self) -> tuple[int, ...]:
        """The numbers of what is set, in order: 0 for the cover, then those of the sheets."""
        return ((0,) if self.cover else ()) + tuple(sheet.index for sheet in self.sheets)


def document_name(document: Document, words: Words) -> str:
    """`Tjänsteskrivelse`, `Bilaga 1`."""
    return words.letter if document.number is None else words.attachment.format(number=document.number)


def plan_of(committee: Committee, meeting: Meeting, settings: Settings, addresses: Mapping[str, str]) -> Plan:
    """The plan of a meeting's packet; documents without pages are not in it. `addresses` are those of the site."""
    words = WORDS[settings.language]
    printed = [
        (row, row.case, document)
        for row in meeting.agenda
        if row.case is not None
        for document in row.case.documents
        if document.has_pages
    ]
    sheets: list[Sheet] = []
    for index, (row, case, document) in enumerate(printed, start=1):
        sheets.append(
            Sheet(
                index=index,
                after=index + 1 if index < len(printed) else None,
                row=row,
                case=case,
                document=document,
                name=document_name(document, words),
                opens=not sheets or sheets[-1].case is not case,
            )
        )
    span: dict[str, tuple[Sheet, Sheet]] = {}
    for sheet in sheets:
        first, _ = span.get(sheet.case.path, (sheet, sheet))
        span[sheet.case.path] = (first, sheet)
    by_path = {sheet.document.path: sheet for sheet in sheets}
    return Plan(committee, meeting, settings, words, tuple(sheets), span, by_path, addresses)


def part_of(plan: Plan, case: str, pages: PageMap) -> Plan:
    """The part of a packet that is one case alone, by its path, with the numbers that its pages have in the packet."""
    found = [sheet for sheet in plan.sheets if sheet.case.path == case]
    after = [*(sheet.index for sheet in found[1:]), None]
    sheets = tuple(replace(sheet, after=index) for sheet, index in zip(found, after, strict=True))
    labels = tuple(
        label_of(page, pages.labels) for sheet in sheets for page in _numbers(pages.documents[sheet.document.path])
    )
    return replace(
        plan,
        sheets=sheets,
        span={case: (sheets[0], sheets[-1])},
        by_path={sheet.document.path: sheet for sheet in sheets},
        cover=False,
        labels=labels,
        last=plan.last or str(pages.total),
    )


def _numbers(pages: PageRange) -> range:
    return range(pages.first, pages.last + 1)
