"""What a packet holds, in order: the cover, then each printed document as a sheet of its own, and vacant pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from kallelse.locale.changes import document_name
from kallelse.locale.packet import WORDS, Words
from kallelse.model.label import number_of
from kallelse.model.meeting import AgendaRow, Case, Committee, Document, Meeting
from kallelse.model.pages import PageMap, PageRange, label_of
from kallelse.model.settings import Settings
from kallelse.typeset.order import Span
from kallelse.typeset.places import Places


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed document; `index` counts from 1, `after` is that of what comes next, None for the last of the packet.

    `name` is what it is called (Tjänsteskrivelse, Bilaga 1); `opens` says that another case's pages come before it.
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
class Vacant:
    """Pages whose document is no more, or is shorter than it was, by the numbers that they print; each says so in
    `words`. `shorter` is the path of a document that is there still.
    """

    index: int
    after: int | None
    labels: tuple[str, ...]
    words: str
    shorter: str = ""


Run: TypeAlias = tuple[Sheet, Sheet]
"""First and last of some sheets of one case that come one after the other."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A packet, or a part of one, before it is set: `parts` are what comes after the cover, in order.

    `addresses` are those of the site's pages by source path, for links that leave the packet; `title` is what the file
    is called before committee and day. A part of a packet has no `cover`; `labels` say what the pages print as their
    numbers, `last` what stands for the last page, where these are not those of the file itself. `notices` are what
    stands over the head of a document by its path.
    """

    committee: Committee
    meeting: Meeting
    settings: Settings
    words: Words
    parts: tuple[Sheet | Vacant, ...]
    addresses: Mapping[str, str]
    title: str
    cover: bool = True
    labels: tuple[str, ...] = ()
    last: str = ""
    notices: Mapping[str, str] = field(default_factory=dict)
    by_path: Mapping[str, Sheet] = field(init=False)
    runs: Mapping[str, tuple[Run, ...]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_path", {sheet.document.path: sheet for sheet in self.sheets})
        object.__setattr__(self, "runs", _runs(self.parts))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The documents in the order of their pages."""
        return tuple(part for part in self.parts if isinstance(part, Sheet))

    @property
    def indexes(self) -> tuple[int, ...]:
        """The numbers of what is set, in order: 0 for the cover, then those of the parts."""
        return ((0,) if self.cover else ()) + tuple(part.index for part in self.parts)


def _runs(parts: Sequence[Sheet | Vacant]) -> dict[str, tuple[Run, ...]]:
    """The runs of each case by its path; pages that are nobody's part them, since they are no pages of the case."""
    found: dict[str, tuple[Run, ...]] = {}
    above: Sheet | Vacant | None = None
    for part in parts:
        if isinstance(part, Sheet):
            before = found.get(part.case.path, ())
            goes_on = isinstance(above, Sheet) and above.case.path == part.case.path
            run = (before[-1][0], part) if goes_on else (part, part)
            found[part.case.path] = (*(before[:-1] if goes_on else before), run)
        above = part
    return found


def pages_of(runs: Sequence[Run], places: Places) -> tuple[PageRange, ...]:
    """The pages of each of `runs`."""
    return tuple(PageRange(places.sheets[first.index].first, places.sheets[last.index].last) for first, last in runs)


def case_pages(plan: Plan, places: Places) -> dict[str, tuple[PageRange, ...]]:
    """The pages of each case by its path."""
    return {path: pages_of(runs, places) for path, runs in plan.runs.items()}


def document_pages(plan: Plan, places: Places) -> dict[str, PageRange]:
    """The pages of each document by its path."""
    return {sheet.document.path: places.sheets[sheet.index] for sheet in plan.sheets}


def plan_of(committee: Committee, meeting: Meeting, settings: Settings, addresses: Mapping[str, str]) -> Plan:
    """The plan of a meeting's packet; documents without pages are not in it. `addresses` are those of the site."""
    words = WORDS[settings.language]
    sheets = [
        Sheet(0, None, row, case, document, document_name(document, words), opens=True)
        for row, case, document in meeting.printed()
    ]
    return Plan(committee, meeting, settings, words, _linked(sheets), addresses, cover_title(meeting, words))


def cover_title(meeting: Meeting, words: Words) -> str:
    """`Kallelse`, with the meeting's own title where it has one: `Kallelse, extra sammanträde`."""
    title = meeting.title
    first = title.partition(" ")[0]
    # `IT-dag` and `KSAU` begin with a name that has its capitals anywhere.
    is_name = any(letter.isupper() for letter in first[1:])
    within = title if is_name else title[:1].lower() + title[1:]
    return f"{words.summons}, {within}" if title else words.summons


def _linked(parts: Sequence[Sheet | Vacant]) -> tuple[Sheet | Vacant, ...]:
    """`parts` numbered in their order, each told what comes next."""
    found: list[Sheet | Vacant] = []
    for index, part in enumerate(parts, start=1):
        after = index + 1 if index < len(parts) else None
        if isinstance(part, Vacant):
            found.append(replace(part, index=index, after=after))
            continue
        # Pages that a document of the case no longer fills do not part it.
        before = next((one for one in reversed(found) if isinstance(one, Sheet)), None)
        opens = before is None or before.case is not part.case
        found.append(replace(part, index=index, after=after, opens=opens))
    return tuple(found)


def arranged(plan: Plan, spans: Sequence[Span]) -> Plan:
    """`plan` with its documents in the order and under the numbers of `spans`, of which the cover's is the first."""
    parts: list[Sheet | Vacant] = []
    for span in spans:
        if not span.path:
            words = plan.words.shorter if span.shorter else plan.words.withdrawn
            said = words.format(title=span.title) if span.title else plan.words.vacant
            parts.append(Vacant(0, None, span.labels, said, span.shorter))
        elif span.path in plan.by_path:
            parts.append(plan.by_path[span.path])
    labels = tuple(label for span in spans for label in span.labels)
    last = str(max(number_of(label) for label in labels))
    return replace(plan, parts=_linked(parts), labels=labels, last=last)


def part_of(plan: Plan, title: str, paths: Collection[str], pages: PageMap, notices: Mapping[str, str]) -> Plan:
    """The part of a packet that is the documents `paths`, with the numbers that their pages have in the packet.

    Of the `notices`, those by the path of a document stand over its head, and those by the number of a vacant page on
    such pages, which belong to the part, too, as do the pages that a document with a notice no longer fills.
    """
    parts: list[Sheet | Vacant] = []
    labels: list[str] = []
    for each in plan.parts:
        if isinstance(each, Sheet) and each.document.path in paths:
            own = pages.documents[each.document.path]
            parts.append(each)
            labels += (label_of(page, pages.labels) for page in range(own.first, own.last + 1))
        elif isinstance(each, Vacant) and (owner := each.shorter or each.labels[0]) in notices:
            parts.append(replace(each, words=f"{each.words} {notices[owner]}".rstrip()))
            labels += each.labels
    return replace(
        plan,
        title=title,
        parts=_linked(parts),
        cover=False,
        labels=tuple(labels),
        last=plan.last or str(pages.total),
        notices=notices,
    )
