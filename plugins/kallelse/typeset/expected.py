"""What a packet must print, told from its nouns and not from its source: per sheet, per running head, per foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from kallelse.locale.changes import concordances
from kallelse.locale.pages import printed as printed_range
from kallelse.model.fold import printed, walk
from kallelse.model.meeting import AgendaColumn, RowKind
from kallelse.model.pages import PageRange, label_of
from kallelse.model.text import Block, Body, Figure, FinanceBlock, Image, Process, Table
from kallelse.typeset.agenda import agenda_of
from kallelse.typeset.changes import change_lines, changes_head
from kallelse.typeset.cover import (
    column_heading,
    cover_fields,
    cover_notice,
    issue_line,
    sitting_lines,
)
from kallelse.typeset.finance import caption_of
from kallelse.typeset.heads import (
    head_of,
    listed_attachments,
    notice_of,
    occasion,
    recipient_lines,
    revision_rows,
    running_title,
    signers,
    toc_lines,
)
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, Sheet, pages_of
from kallelse.typeset.scope import FRONT


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet: a block of its body by number, or `FRONT`; `repeats` are its heads that may come again."""

    block: int
    words: str
    repeats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """What one sheet prints between its running heads and feet; `pictures` are paths of pictures shown in it."""

    parts: tuple[Part, ...]
    pictures: tuple[Image, ...] = ()


def expected_cover(plan: Plan, places: Places) -> Expected:
    """What the cover and the agenda print."""
    meeting, words = plan.meeting, plan.words
    agenda = agenda_of(plan)
    front = [plan.title, *sitting_lines(plan), cover_notice(plan), issue_line(plan)]
    front += [f"{name} {' '.join(values)}" for name, values in cover_fields(plan)]
    front += [f"{name} {role}" for name, role in signers(plan)]
    head = " ".join(column_heading(column, plan) for column in agenda.columns)
    if agenda.lines:
        front += [words.agenda, head]
    for line in agenda.lines:
        front += [line.number, line.title]
        if line.kind is RowKind.GROUP:
            continue
        front += [line.remark, *line.below, *line.cells.values()]
        if line.runs:
            front.append(printed_range(*pages_of(line.runs, places), labels=plan.labels))
        for document in line.documents:
            front.append(document.text)
            if document.sheet is not None and AgendaColumn.PAGES in agenda.columns:
                front.append(label_of(places.sheets[document.sheet.index].first, plan.labels))
    front += _changes(plan, places)
    heads = [head]
    for table in concordances(meeting, plan.settings.language):
        heads.append(" ".join(table.columns))
        front += [table.title, heads[-1], *(" ".join(row) for row in table.rows)]
    parts, pictures = _body_parts(meeting.note, plan, numbered=False)
    return Expected((Part(FRONT, " ".join(front), tuple(heads)), *parts), pictures)


def _changes(plan: Plan, places: Places) -> Iterator[str]:
    lines = list(change_lines(plan))
    if lines:
        yield changes_head(plan)
    for line in lines:
        pages = line.labels
        if line.sheet is not None:
            pages = printed_range(places.sheets[line.sheet.index], labels=plan.labels)
        yield f"{line.what}, {plan.words.counted(pages)}" if pages else line.what
        yield line.why


def expected_sheet(sheet: Sheet, plan: Plan, places: Places) -> Expected:
    """What a document prints."""
    document = sheet.document
    front = " ".join(_front(sheet, plan, places))
    parts, pictures = _body_parts(document.body, plan, document.heading_numbers)
    return Expected((Part(FRONT, front, (_revision_head(plan),) if document.revisions else ()), *parts), pictures)


def _front(sheet: Sheet, plan: Plan, places: Places) -> Iterator[str]:
    document, words = sheet.document, plan.words
    head = head_of(sheet, plan)
    yield from (head.kicker, head.case_title, head.title)
    if sheet.opens and plan.cover:
        yield words.back
    for name, value in head.fields:
        yield f"{name} {value}"
    if document.revisions:
        yield words.history
        yield _revision_head(plan)
        for row in revision_rows(document, plan):
            yield " ".join(row)
    lines = toc_lines(document) if document.toc else ()
    if lines:
        yield words.contents
    for line in lines:
        place = places.blocks.get((sheet.index, line.block))
        yield f"{line.number} {line.text} {label_of(place.page, plan.labels) if place is not None else ''}"
    if sheet.is_letter:
        yield from _closing(sheet, plan, places)


def _revision_head(plan: Plan) -> str:
    words = plan.words
    return f"{words.date} {words.version} {words.name} {words.role} {words.comment}"


def _closing(sheet: Sheet, plan: Plan, places: Places) -> Iterator[str]:
    case, words = sheet.case, plan.words
    for person in case.signed:
        yield f"{person.name} {person.title}"
    listed = listed_attachments(case, plan)
    if listed:
        yield words.one_attachment if len(listed) == 1 else words.attachments
    for line in listed:
        yield f"{line.number} {line.text}"
        if line.sheet is not None:
            yield words.counted(printed_range(places.sheets[line.sheet.index], labels=plan.labels))
    lines = recipient_lines(case)
    if lines:
        yield words.recipients
        yield from lines


def _body_parts(body: Body, plan: Plan, numbered: bool) -> tuple[tuple[Part, ...], tuple[Image, ...]]:
    """A body's blocks with what the template adds to them, and the pictures shown in it."""
    tables, figures = _Count(plan.words.table), _Count(plan.words.figure)
    parts: list[Part] = []
    pictures: list[Image] = []

    def own(blocks: tuple[Block, ...]) -> str:
        added: list[str] = []
        for node in walk(blocks):
            if isinstance(node, Image):
                pictures.append(node)
            elif isinstance(node, Table | FinanceBlock | Figure | Process):
                added += _own_words(node, plan, tables, figures)
        return " ".join(added)

    for number, (block, found) in enumerate(zip(body.blocks, printed(body, numbered), strict=True)):
        parts.append(Part(number, f"{found.words} {found.notes} {own((block,))}", found.repeats))
    for note in body.notes:
        added = own(note.content)
        if added:
            parts.append(Part(FRONT, added))
    return tuple(parts), tuple(pictures)


class _Count:
    """Numbers with a word, from 1: `Tabell 1`."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._number = 0

    def next(self) -> str:
        self._number += 1
        return self._pattern.format(number=self._number)


def _own_words(
    node: Table | FinanceBlock | Figure | Process, plan: Plan, tables: _Count, figures: _Count
) -> Iterator[str]:
    """What the template adds to tables, pictures and ways of working: numbers, and a word on rounding."""
    match node:
        case Table():
            if node.caption:
                yield tables.next()
        case FinanceBlock():
            table = node.table
            if caption_of(table):
                yield tables.next()
            if table.unit:
                yield "," if table.caption else "()"
            if table.rounded:
                yield plan.words.rounded
        case Figure():
            if node.caption:
                yield figures.next()
        case Process():
            yield " ".join(str(number) for number in range(1, len(node.steps) + 1))
            if node.caption:
                yield figures.next()
        case never:
            assert_never(never)


def expected_head(plan: Plan, sheet: Sheet | None, pages: PageRange, page: int) -> str:
    """What stands in the head of a page; `sheet` is None for the cover."""
    words = plan.words
    here = f"{words.sheet} {page - pages.first + 1} {words.of} {len(pages)}"
    if sheet is None:
        short = words.agenda if plan.meeting.agenda else plan.title
        return plan.committee.name if page == pages.first else f"{short} {here}"
    if page == pages.first:
        return f"{notice_of(sheet, plan)} {plan.committee.name} {sheet.name} {here}"
    number = words.case.format(number=sheet.row.number) if sheet.row.number else ""
    return f"{number} {running_title(sheet)} {sheet.name}, {here}"


def expected_foot(plan: Plan, places: Places, page: int) -> str:
    """What stands at the foot of a page."""
    return f"{plan.committee.name} · {occasion(plan)} {page_of(plan, places, page)}"


def page_of(plan: Plan, places: Places, page: int) -> str:
    """`Sida 8 av 18`: what page `page` of the file prints as its number."""
    words = plan.words
    return f"{words.page} {label_of(page, plan.labels)} {words.of} {plan.last or places.total}"


def expected_tab(sheet: Sheet | None) -> str:
    """What the tab at the right edge says."""
    return sheet.row.number if sheet is not None and sheet.row.number.isdecimal() else ""
