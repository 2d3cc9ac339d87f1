"""What a packet must print, told from its nouns and not from its source: per sheet, per running head, per foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kallelse.locale.changes import concordances
from kallelse.locale.pages import printed as printed_range
from kallelse.model.address import resolve
from kallelse.model.foreign import Foreign
from kallelse.model.meeting import AgendaColumn, RowKind
from kallelse.model.pages import label_of
from kallelse.typeset.agenda import agenda_of, column_heading
from kallelse.typeset.changes import change_lines, changes_head
from kallelse.typeset.cover import cover_fields, cover_notice, issue_line, sitting_lines
from kallelse.typeset.foreign import expected_stamp
from kallelse.typeset.heads import (
    head_of,
    listed_attachments,
    notice_of,
    recipient_lines,
    revision_rows,
    running_of,
    running_title,
    signers,
    toc_lines,
)
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.parts import Part, body_parts, first_word
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, Sheet, Vacant, pages_of
from kallelse.typeset.readback import Expected, ExpectedForeign, ExpectedText, ExpectedVacant
from kallelse.typeset.running import Running
from kallelse.typeset.scope import FRONT


def expected_of(plan: Plan, places: Places, metrics: Metrics) -> tuple[Expected, ...]:
    """What each sheet of a packet prints, in order, the cover first where it has one."""
    found: list[Expected] = [_cover(plan, places, metrics)] if plan.cover else []
    for part in plan.parts:
        match part:
            case Vacant():
                feet = _feet(part.index, running_of(plan), places)
                found.append(ExpectedVacant(part.index, plan.meeting.path, part.words, feet))
            case Sheet():
                foreign = part.document.foreign
                sheet = _sheet(part, plan, places) if foreign is None else _foreign(part, foreign, plan, places)
                found.append(sheet)
            case never:
                assert_never(never)
    return tuple(found)


def _cover(plan: Plan, places: Places, metrics: Metrics) -> ExpectedText:
    meeting, words = plan.meeting, plan.words
    agenda = agenda_of(plan, metrics)
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
        if line.runs and AgendaColumn.PAGES in agenda.columns:
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
    parts, pictures = body_parts(meeting.note, meeting.path, 0, words)
    short = words.agenda if meeting.agenda else plan.title
    running, pages = running_of(plan), places.sheets[0]
    return ExpectedText(
        index=0,
        path=meeting.path,
        title=words.agenda,
        parts=(Part(0, FRONT, " ".join(front), tuple(heads)), *parts),
        pictures=(*pictures, *_logo(plan)),
        letterhead=f"{plan.settings.name} {plan.committee.name}",
        heads=tuple(f"{short} {running.within(page, pages)}" for page in range(pages.first + 1, pages.last + 1)),
        feet=_feet(0, running, places),
    )


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


def _sheet(sheet: Sheet, plan: Plan, places: Places) -> ExpectedText:
    document, running, pages = sheet.document, running_of(plan), places.sheets[sheet.index]
    front = " ".join(_front(sheet, plan, places))
    parts, pictures = body_parts(
        document.body, document.path, sheet.index, plan.words, numbered=document.heading_numbers, charts=True
    )
    kicker = plan.words.case.format(number=sheet.row.number) if sheet.row.number else ""
    title = running_title(sheet)
    return ExpectedText(
        index=sheet.index,
        path=document.path,
        title=_named(sheet),
        parts=(Part(sheet.index, FRONT, front, (_revision_head(plan),) if document.revisions else ()), *parts),
        pictures=(*pictures, *_logo(plan)),
        letterhead=f"{notice_of(sheet, plan)} {running.letterhead(sheet.name, pages)}",
        heads=tuple(
            running.head(kicker, title, sheet.name, page, pages) for page in range(pages.first + 1, pages.last + 1)
        ),
        feet=_feet(sheet.index, running, places),
        tab=_tab(sheet),
    )


def foreign_stamp(sheet: Sheet, foreign: Foreign, index: int, plan: Plan, places: Places) -> str:
    """What a packet itself prints on the page `index`, from 0, of a document from elsewhere."""
    number = running_of(plan).page(places.sheets[sheet.index].first + index, places.total)
    return f"{expected_stamp(sheet, foreign, index, plan)} {number} {_tab(sheet)} "


def _foreign(sheet: Sheet, foreign: Foreign, plan: Plan, places: Places) -> ExpectedForeign:
    parts = []
    for index, page in enumerate(foreign.pages):
        # What a picture shows is said to those who cannot see it, not printed.
        said = foreign_stamp(sheet, foreign, index, plan, places) + ("" if foreign.picture else page.text)
        parts.append(Part(sheet.index, index, said, opening=first_word(page.text)))
    return ExpectedForeign(sheet.index, sheet.document.path, _named(sheet), tuple(parts))


def _named(sheet: Sheet) -> str:
    return f"{sheet.name} ({sheet.case.title})"


def _tab(sheet: Sheet) -> str:
    return sheet.row.number if sheet.row.number.isdecimal() else ""


def _feet(index: int, running: Running, places: Places) -> tuple[str, ...]:
    pages = places.sheets[index]
    return tuple(running.foot(page, places.total) for page in range(pages.first, pages.last + 1))


def _logo(plan: Plan) -> Iterator[str]:
    if plan.settings.logo:
        yield resolve(plan.settings.logo, "")[0].lstrip("/")


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
