"""The agenda as plain values: which columns it shows and what stands in each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kallelse.locale.changes import document_name
from kallelse.locale.meeting import WITHHELD
from kallelse.model.meeting import Access, AgendaColumn, AgendaRow, Case, RowKind
from kallelse.model.paper import POINTS
from kallelse.typeset import literal
from kallelse.typeset.heads import with_title
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.plan import Plan, Run, Sheet

# From this many rows on the agenda is set close, with the documents under their cases.
_LONG = 8
# Narrowest column of titles, in millimetres, and the most lines that a title takes for what stands beside it; further
# columns go under the title instead.
_TITLE = 48
_LINES = 3
_WHOLE = 161
# Columns of fixed width, and how wide those of running words become at most, in millimetres.
_WIDTHS = {AgendaColumn.NUMBER: 11.5, AgendaColumn.MINUTES: 14.0, AgendaColumn.PAGES: 17.0}
_WIDEST = {AgendaColumn.PRESENTER: 34.0, AgendaColumn.PROPOSAL: 40.0}
# What may leave its column for a line under the title; where it is all the same, the one that goes first.
_MOVABLE = (AgendaColumn.PRESENTER, AgendaColumn.PROPOSAL)
# As agenda-table in cover.typ: sizes of letters, the pitch of lines, and what parts columns, in points.
_TITLE_SIZE, _CELL_SIZE, _BELOW_SIZE, _HEAD_SIZE = 11.5, 10.0, 9.5, 9.0
_PITCH, _BELOW_PITCH, _BELOW_GAP = 14.7, 12.5, 3.5
_PAD = 3 * POINTS
# A case stays on one page with its documents where it takes no more than this part of it.
_WHOLE_ROW = 0.4


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document under its case: what it is called, and its sheet, None where it has no pages."""

    text: str
    sheet: Sheet | None


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `cells` by column, title and pages aside; `below` are lines under the title.

    It is `whole` where it stays on one page with its `documents`.
    """

    kind: RowKind
    number: str
    title: str
    remark: str
    below: tuple[str, ...]
    cells: dict[AgendaColumn, str]
    runs: tuple[Run, ...]
    documents: tuple[DocumentLine, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda to print; `widths` are in millimetres, None for the title's, which takes the rest."""

    columns: tuple[AgendaColumn, ...]
    widths: tuple[float | None, ...]
    lines: tuple[Line, ...]
    full: bool


def agenda_of(plan: Plan, metrics: Metrics) -> Agenda:
    """The agenda of a packet; a column that no row fills is left out, number, title and pages aside."""
    rows = plan.meeting.agenda
    full = len(rows) >= _LONG
    wanted = tuple(column for column in plan.committee.agenda_columns if _is_used(column, rows))
    arrangement = _arranged(wanted, plan, metrics)
    lines = tuple(_line(row, plan, arrangement, metrics, full) for row in rows)
    return Agenda(arrangement.columns, tuple(map(arrangement.width, arrangement.columns)), lines, full)


def column_heading(column: AgendaColumn, plan: Plan) -> str:
    """What stands over a column of the agenda."""
    words = plan.words
    match column:
        case AgendaColumn.NUMBER:
            return words.number
        case AgendaColumn.TITLE:
            return words.item
        case AgendaColumn.PRESENTER:
            return words.presenter
        case AgendaColumn.DNR:
            return words.dnr
        case AgendaColumn.PROPOSAL:
            return words.proposal
        case AgendaColumn.MINUTES:
            return words.minutes
        case AgendaColumn.PAGES:
            return words.pages


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


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """A way to set the agenda: `columns` side by side, what is `moved` under the title, `widths` in millimetres."""

    columns: tuple[AgendaColumn, ...]
    moved: tuple[AgendaColumn, ...]
    widths: Mapping[AgendaColumn, float]

    def width(self, column: AgendaColumn) -> float | None:
        """The width of a column, None for the title's."""
        return self.widths.get(column)

    @property
    def room(self) -> float:
        """What is left for titles, in points."""
        left = _WHOLE - sum(self.widths.get(column, 0.0) for column in self.columns)
        return left * POINTS - (_PAD if self.columns[-1] is not AgendaColumn.TITLE else 0.0)


def _arranged(wanted: tuple[AgendaColumn, ...], plan: Plan, metrics: Metrics) -> _Arrangement:
    """The lowest of the ways in which titles have room enough."""
    if AgendaColumn.TITLE not in wanted:
        number = wanted.index(AgendaColumn.NUMBER) + 1 if AgendaColumn.NUMBER in wanted else 0
        wanted = (*wanted[:number], AgendaColumn.TITLE, *wanted[number:])
    movable = [column for column in _MOVABLE if column in wanted]
    values = [_values(row, plan) for row in plan.meeting.agenda]
    beside = [column for column in wanted if column is not AgendaColumn.TITLE]
    widths: dict[AgendaColumn, float] = {column: _width(column, values, plan, metrics) for column in beside}
    ways = [
        _Arrangement(tuple(column for column in wanted if column not in moved), moved, widths)
        for count in range(len(movable) + 1)
        for moved in combinations(movable, count)
    ]
    if len(ways) == 1:
        return ways[0]
    titles = [row.title for row in plan.meeting.agenda if row.kind is not RowKind.GROUP]
    # A title that is longer in any way only counts by the height that it takes.
    titles = [title for title in titles if metrics.serif.lines(title, _TITLE_SIZE, ways[-1].room) <= _LINES]

    def is_roomy(way: _Arrangement) -> bool:
        return way.room >= _TITLE * POINTS - _PAD and all(
            metrics.serif.lines(title, _TITLE_SIZE, way.room) <= _LINES for title in titles
        )

    return min([way for way in ways if is_roomy(way)] or ways[-1:], key=lambda way: _height(way, values, plan, metrics))


def _width(column: AgendaColumn, values: Sequence[Mapping[AgendaColumn, str]], plan: Plan, metrics: Metrics) -> float:
    """The width of a column for what it holds, in millimetres."""
    texts = [literal.breakable(each.get(column, "")) for each in values]
    head = metrics.sans.width(column_heading(column, plan), _HEAD_SIZE)
    most = max((metrics.sans.width(text, _CELL_SIZE) for text in texts), default=0.0)
    if column in _WIDEST:
        longest = max((metrics.sans.longest(text, _CELL_SIZE) for text in texts), default=0.0)
        most = min(most, max(longest, _WIDEST[column] * POINTS - _PAD))
    # With the allowance that `Face.lines` makes, or one line would be reckoned as two.
    return max(_WIDTHS.get(column, 0.0), round((max(head, most) * 1.04 + _PAD + 0.5) / POINTS, 1))


def _height(way: _Arrangement, values: Sequence[Mapping[AgendaColumn, str]], plan: Plan, metrics: Metrics) -> float:
    """About how high the rows become together, without what is the same in every way."""
    return sum(
        _row_height(row, way, row_values, plan, metrics)
        for row, row_values in zip(plan.meeting.agenda, values, strict=True)
        if row.kind is not RowKind.GROUP
    )


def _row_height(
    row: AgendaRow, way: _Arrangement, values: Mapping[AgendaColumn, str], plan: Plan, metrics: Metrics
) -> float:
    """About how high a row becomes, without its documents."""
    first = metrics.serif.lines(row.title, _TITLE_SIZE, way.room) * _PITCH
    for text in _below(values, way.moved, plan):
        first += metrics.sans.lines(text, _BELOW_SIZE, way.room) * _BELOW_PITCH + _BELOW_GAP
    beside = [
        metrics.sans.lines(values[column], _CELL_SIZE, way.widths[column] * POINTS - _PAD) * _PITCH
        for column in way.columns
        if values.get(column)
    ]
    return max(first, *beside) if beside else first


def _values(row: AgendaRow, plan: Plan) -> dict[AgendaColumn, str]:
    """What stands in the columns of a row, number, title and pages aside."""
    case, minutes = row.case, row.minutes
    values = {AgendaColumn.MINUTES: plan.words.minutes_unit.format(minutes=minutes) if minutes is not None else ""}
    if case is not None:
        values[AgendaColumn.PRESENTER] = "; ".join(with_title(person) for person in case.presenters)
        values[AgendaColumn.DNR] = case.dnr.value if case.dnr else ""
        values[AgendaColumn.PROPOSAL] = case.short_proposal
    return values


def _below(values: Mapping[AgendaColumn, str], moved: tuple[AgendaColumn, ...], plan: Plan) -> tuple[str, ...]:
    """The lines under a title."""
    return tuple(f"{column_heading(column, plan)}: {values[column]}" for column in moved if values.get(column))


def _line(row: AgendaRow, plan: Plan, way: _Arrangement, metrics: Metrics, full: bool) -> Line:
    case, values = row.case, _values(row, plan)
    documents = tuple(_documents(case, plan)) if full and case is not None else ()
    height = _row_height(row, way, values, plan, metrics)
    for document in documents:
        height += metrics.sans.lines(document.text, _BELOW_SIZE, way.room) * _BELOW_PITCH + _BELOW_GAP
    return Line(
        kind=row.kind,
        number=row.number if AgendaColumn.NUMBER in way.columns else "",
        title=row.title,
        remark=_remark(row, case, plan, bool(documents)) if case is not None else "",
        below=_below(values, way.moved, plan),
        cells={column: values.get(column, "") for column in way.columns if column in values},
        runs=plan.runs.get(case.path, ()) if case is not None else (),
        documents=documents,
        whole=height <= metrics.upright.height * _WHOLE_ROW,
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
