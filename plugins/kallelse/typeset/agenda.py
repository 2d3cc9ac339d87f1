"""The agenda as plain values: which columns it shows and what stands in each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale.changes import document_name
from kallelse.locale.meeting import WITHHELD
from kallelse.model.meeting import Access, AgendaColumn, AgendaRow, Case, RowKind
from kallelse.typeset.heads import with_title
from kallelse.typeset.plan import Plan, Run, Sheet

# From this many rows on the agenda is set close, with the documents under their cases.
_LONG = 8
# Narrowest column of titles, in millimetres; further columns go under the title instead.
_TITLE = 48
_WHOLE = 161
_WIDTHS = {
    AgendaColumn.NUMBER: 11.5,
    AgendaColumn.PRESENTER: 34.0,
    AgendaColumn.DNR: 30.0,
    AgendaColumn.PROPOSAL: 40.0,
    AgendaColumn.MINUTES: 14.0,
    AgendaColumn.PAGES: 17.0,
}
# What may leave its column for a line under the title, first to go first.
_MOVABLE = (AgendaColumn.PRESENTER, AgendaColumn.PROPOSAL)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document under its case: what it is called, and its sheet, None where it has no pages."""

    text: str
    sheet: Sheet | None


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `cells` by column, title and pages aside; `below` are lines under the title."""

    kind: RowKind
    number: str
    title: str
    remark: str
    below: tuple[str, ...]
    cells: dict[AgendaColumn, str]
    runs: tuple[Run, ...]
    documents: tuple[DocumentLine, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda to print; `widths` are in millimetres, None for the title's, which takes the rest."""

    columns: tuple[AgendaColumn, ...]
    widths: tuple[float | None, ...]
    lines: tuple[Line, ...]
    full: bool


def agenda_of(plan: Plan) -> Agenda:
    """The agenda of a packet; a column that no row fills is left out, number, title and pages aside."""
    rows = plan.meeting.agenda
    full = len(rows) >= _LONG
    wanted = tuple(column for column in plan.committee.agenda_columns if _is_used(column, rows))
    columns, moved = _columns(wanted)
    lines = tuple(_line(row, plan, columns, moved, full) for row in rows)
    widths = tuple(_WIDTHS.get(column) for column in columns)
    return Agenda(columns, widths, lines, full)


def _is_used(column: AgendaColumn, rows: tuple[AgendaRow, ...]) -> bool:
    return any(_fills(column, row) for row in rows)


def _fills(column: AgendaColumn, row: AgendaRow) -> bool:
    case = row.case
    if column is AgendaColumn.MINUTES:
        return row.minutes is not None
    if column is AgendaColumn.PRESENTER:
        return case is not None and bool(case.presenters)
    if column is AgendaColumn.DNR:
        return case is not None and case.dnr is not None
    if column is AgendaColumn.PROPOSAL:
        return case is not None and bool(case.short_proposal)
    return True


def _columns(wanted: tuple[AgendaColumn, ...]) -> tuple[tuple[AgendaColumn, ...], tuple[AgendaColumn, ...]]:
    if AgendaColumn.TITLE not in wanted:
        number = wanted.index(AgendaColumn.NUMBER) + 1 if AgendaColumn.NUMBER in wanted else 0
        wanted = (*wanted[:number], AgendaColumn.TITLE, *wanted[number:])
    moved: list[AgendaColumn] = []
    for candidate in _MOVABLE:
        taken = sum(_WIDTHS.get(column, 0.0) for column in wanted if column not in moved)
        if _WHOLE - taken < _TITLE and candidate in wanted:
            moved.append(candidate)
    return tuple(column for column in wanted if column not in moved), tuple(moved)


def _line(
    row: AgendaRow, plan: Plan, columns: tuple[AgendaColumn, ...], moved: tuple[AgendaColumn, ...], full: bool
) -> Line:
    case, words = row.case, plan.words
    minutes = row.minutes
    values = {AgendaColumn.MINUTES: words.minutes_unit.format(minutes=minutes) if minutes is not None else ""}
    if case is not None:
        values[AgendaColumn.PRESENTER] = "; ".join(with_title(person) for person in case.presenters)
        values[AgendaColumn.DNR] = case.dnr.value if case.dnr else ""
        values[AgendaColumn.PROPOSAL] = case.short_proposal
    heads = {AgendaColumn.PRESENTER: words.presenter, AgendaColumn.PROPOSAL: words.proposal}
    below = tuple(f"{heads[column]}: {values[column]}" for column in moved if values.get(column))
    printed = case is not None and AgendaColumn.PAGES in columns
    documents = tuple(_documents(case, plan)) if full and case is not None else ()
    return Line(
        kind=row.kind,
        number=row.number if AgendaColumn.NUMBER in columns else "",
        title=row.title,
        remark=_remark(row, case, plan, bool(documents)) if case is not None else "",
        below=below,
        cells={column: values.get(column, "") for column in columns if column in values},
        runs=plan.runs.get(case.path, ()) if case is not None and printed else (),
        documents=documents,
    )


def _documents(case: Case, plan: Plan) -> Iterator[DocumentLine]:
    # One document alone is what the case's own pages say already.
    if len(case.attachments) + (case.letter is not None) < 2:
        return
    for document in case.documents:
        if document is case.letter and document.path not in plan.by_path:
            continue
        name = document_name(document, plan.words)
        text = name if document is case.letter else f"{name} {document.title}"
        if document.separate:
            text = f"{text}, {_small(plan.words.separate)}"
        yield DocumentLine(text, plan.by_path.get(document.path))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _remark(row: AgendaRow, case: Case, plan: Plan, listed: bool) -> str:
    """What stands small after a title: secrecy, papers handed out apart, the kind where the title does not say it."""
    words = plan.words
    if case.access is Access.CONFIDENTIAL:
        phrase = plan.settings.withheld or words.withheld
        # A title that is withheld says so itself, in the phrase of the municipality or in that of the language.
        is_said = row.title.rstrip(".") in {phrase.rstrip("."), WITHHELD[plan.settings.language]}
        return "" if is_said else phrase
    if case.documents and not listed and all(document.separate for document in case.documents):
        return words.separate
    kind = words.kinds[case.kind]
    return "" if kind and row.title.casefold().startswith(kind.casefold()) else kind
