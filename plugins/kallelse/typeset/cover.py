"""The first pages of a packet into Typst source: the summons, those called, the agenda with its pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kallelse.locale import dates
from kallelse.locale.packet import held_together, place_bound
from kallelse.model.finding import Finding
from kallelse.model.meeting import AgendaColumn, MeetingStatus, RowKind
from kallelse.typeset import literal
from kallelse.typeset.agenda import Agenda, DocumentLine, Line, agenda_of, column_heading
from kallelse.typeset.changes import changes_source
from kallelse.typeset.heads import signers
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.narrow import expressions, narrowed
from kallelse.typeset.plan import Plan
from kallelse.typeset.scope import FRONT, Progress, Spot, Targets, scope_of
from kallelse.typeset.text import block_source, mark_of

_RANGE = re.compile(r"(\d+–\d+)")
_RIGHT = (AgendaColumn.MINUTES, AgendaColumn.PAGES)
# As in cover.typ: the size of the title over an agenda of few rows and over a full one.
_TITLE_SIZE, _FULL_TITLE_SIZE = 38.0, 30.0


def cover_source(plan: Plan, metrics: Metrics, targets: Callable[[str], Targets]) -> tuple[str, tuple[Finding, ...]]:
    """The cover as a Typst statement, and what cannot be set in it."""
    meeting, words = plan.meeting, plan.words
    agenda = agenda_of(plan, metrics)
    changes = changes_source(plan)
    progress = Progress(level=1)
    note = _note(plan, metrics, targets, progress)
    fields = literal.array(
        f"({literal.string(name)},{{{';linebreak();'.join(literal.words(literal.breakable(one)) for one in values)}}})"
        for name, values in cover_fields(plan)
    )
    notice = cover_notice(plan)
    # What was changed takes the room that a short agenda leaves.
    full = agenda.full or changes != "none"
    arguments = (
        literal.string(plan.title),
        _title(plan, metrics, _FULL_TITLE_SIZE if full else _TITLE_SIZE),
        "{" + ";linebreak();".join(literal.string(line) for line in sitting_lines(plan)) + "}",
        f"{{{literal.words(literal.breakable(notice))}}}" if notice else "none",
        fields,
        note,
        literal.string(words.agenda),
        _table(agenda, plan) if agenda.lines else "none",
        changes,
        literal.string(issue_line(plan)) if meeting.issued is not None else "none",
        literal.array(
            literal.array(literal.content(literal.breakable(said)) for said in person) for person in signers(plan)
        ),
        literal.string(words.agenda if agenda.lines else plan.title),
        f"after:{'1' if plan.parts else 'none'}",
        f"full:{literal.boolean(full)}",
    )
    return f"cover({','.join(arguments)})", tuple(progress.findings)


def _title(plan: Plan, metrics: Metrics, size: float) -> str:
    language = plan.settings.language
    return literal.braced(
        expressions(narrowed(plan.title, metrics.serif, size, metrics.upright.width, language), language)
    )


def sitting_lines(plan: Plan) -> tuple[str, ...]:
    """When the meeting sits, a line each: `måndag 26 september 2022 klockan 13.15–16.00`."""
    language = plan.settings.language
    lines = []
    for sitting in plan.meeting.sittings:
        start, end = sitting.start, sitting.end
        line = f"{dates.weekday_day(start.date(), language)} {plan.words.at} {dates.clock(start, language)}"
        if end is not None and end.date() == start.date():
            line += f"–{dates.clock(end, language)}"
        elif end is not None:
            line += f" – {dates.weekday_day(end.date(), language)} {plan.words.at} {dates.clock(end, language)}"
        lines.append(held_together(line, language))
    return tuple(lines)


def cover_fields(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Place and those called, each with its lines; only those that exist."""
    meeting, words = plan.meeting, plan.words
    if meeting.place:
        yield words.place, (place_bound(meeting.place),)
    if meeting.recipients:
        yield words.called, meeting.recipients
    if meeting.copies:
        yield words.informed, meeting.copies


def cover_notice(plan: Plan) -> str:
    """That the meeting is cancelled or postponed, and why; empty where it is held."""
    words = {MeetingStatus.CANCELLED: plan.words.cancelled, MeetingStatus.POSTPONED: plan.words.postponed}
    said = words.get(plan.meeting.status, "")
    return f"{said}. {plan.meeting.status_note}".strip() if said else ""


def issue_line(plan: Plan) -> str:
    """`Kallelsen utfärdad 19 september 2022`; empty before it is issued."""
    issued = plan.meeting.issued
    return plan.words.issued.format(date=dates.day(issued, plan.settings.language)) if issued else ""


def _note(plan: Plan, metrics: Metrics, targets: Callable[[str], Targets], progress: Progress) -> str:
    body, path = plan.meeting.note, plan.meeting.path
    if not body.blocks:
        return "none"
    scope = scope_of(
        body, path, 0, language=plan.settings.language, words=plan.words, metrics=metrics, target=targets(path)
    )
    written = []
    for number, block in enumerate(body.blocks):
        progress.begin(number)
        written.append(
            block_source(block, scope, progress, Spot(scope.page.column, top=False), mark_of(scope, progress))
        )
    return "{" + ";".join(written) + "}"


def _table(agenda: Agenda, plan: Plan) -> str:
    columns = literal.array(
        f"({literal.string(column_heading(column, plan))},{'1fr' if width is None else f'{width}mm'})"
        for column, width in zip(agenda.columns, agenda.widths, strict=True)
    )
    ends = literal.array(literal.boolean(column in _RIGHT) for column in agenda.columns)
    rows: list[str] = []
    for index, line in enumerate(agenda.lines):
        if index:
            rows.append("agenda-line")
        rows += _row(line, agenda)
    return f"agenda-table({columns},{ends},mark-head(0,{FRONT},0),full:{literal.boolean(agenda.full)},{','.join(rows)})"


def _row(line: Line, agenda: Agenda) -> Iterator[str]:
    if line.kind is RowKind.GROUP:
        yield f"agenda-group({len(agenda.columns)},{_words(line.title)})"
        return
    for column in agenda.columns:
        if column is AgendaColumn.NUMBER:
            rows = 1 + len(line.documents)
            yield f"agenda-number(rows:{rows},whole:{literal.boolean(line.whole)},{literal.string(line.number)})"
        elif column is AgendaColumn.TITLE:
            below = literal.array(_words(text) for text in line.below)
            target = str(line.runs[0][0].index) if line.runs else "none"
            remark = literal.string(line.remark) if line.remark else "none"
            quiet = literal.boolean(line.kind is not RowKind.CASE)
            yield f"agenda-title(target:{target},remark:{remark},lines:{below},quiet:{quiet},{_words(line.title)})"
        elif column is AgendaColumn.PAGES:
            runs = literal.array(f"({first.index},{literal.optional(last.after)})" for first, last in line.runs)
            yield f"agenda-pages({runs})" if line.runs else "[]"
        else:
            text = line.cells.get(column, "")
            yield f"agenda-cell({_words(text)})" if text else "[]"
    for place, document in enumerate(line.documents):
        row = f"opens:{literal.boolean(place == 0)},closes:{literal.boolean(place + 1 == len(line.documents))}"
        yield from _document(document, agenda, row)


def _document(document: DocumentLine, agenda: Agenda, row: str) -> Iterator[str]:
    target = literal.optional(None if document.sheet is None else document.sheet.index)
    title = agenda.columns.index(AgendaColumn.TITLE)
    # A document's name may run on under the cells beside the case's title.
    free = 1
    while agenda.columns[title + free : title + free + 1] not in ((), (AgendaColumn.PAGES,), (AgendaColumn.NUMBER,)):
        free += 1
    for number, column in enumerate(agenda.columns):
        if column is AgendaColumn.NUMBER or title < number < title + free:
            continue
        if column is AgendaColumn.TITLE:
            yield f"agenda-document(target:{target},{row},colspan:{free},{_words(document.text)})"
        elif column is AgendaColumn.PAGES and document.sheet is not None:
            last = literal.boolean(number + 1 == len(agenda.columns))
            yield f"agenda-document(target:{target},{row},last:{last},first-of({target}))"
        else:
            yield f"agenda-document({row},none)"


def _words(text: str) -> str:
    """`text` as one expression; a range of figures is never parted."""
    pieces = _RANGE.split(text)
    if len(pieces) == 1:
        return literal.content(literal.breakable(text))
    parts = (
        f"box({literal.string(piece)})" if index % 2 else literal.words(literal.breakable(piece))
        for index, piece in enumerate(pieces)
        if piece
    )
    return literal.braced(";".join(parts))
