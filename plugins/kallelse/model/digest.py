"""A document turned into a digest of what its pages say, so that a later change of it can be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kallelse.model.finance import FinanceTable
from kallelse.model.fold import of_kind, plain, printed
from kallelse.model.hashed import hashed
from kallelse.model.meeting import Access, AgendaRow, Case, Document, Meeting
from kallelse.model.rewritten import rewrite
from kallelse.model.text import Body, FinanceBlock, Inline, Strike, Sub, Sup, Table, Text

_FIGURES = 16
# What makes other words of the same letters.
_MARKS: Mapping[type[Strike | Sup | Sub], str] = {Strike: "~~", Sup: "^", Sub: "~"}


def cover_digest(meeting: Meeting) -> str:
    """A digest of what the cover says of the meeting, and of the text on it; the agenda is held row by row."""
    return _digest(tuple(_cover(meeting)))


def _times(meeting: Meeting) -> Iterator[str]:
    for each in meeting.sittings:
        yield f"{each.start.isoformat()} {each.end.isoformat() if each.end else ''}"


def _cover(meeting: Meeting) -> Iterator[str]:
    yield meeting.place
    yield from _times(meeting)
    yield f"title {meeting.title}"
    yield f"status {meeting.status.value} {meeting.status_note}"
    for role, person in (("chair", meeting.chair), ("secretary", meeting.secretary)):
        yield f"{role} {person.name} {person.title}" if person is not None else role
    yield from (f"recipient {one}" for one in meeting.recipients)
    yield from (f"copy {one}" for one in meeting.copies)
    for block in printed(meeting.note):
        yield f"{block.words} {block.notes}"
    yield from meeting.note.pictures
    yield from _placed(meeting.note)


def row_digest(row: AgendaRow, *, is_titled: bool) -> str:
    """A digest of what a row of the agenda says beside pages and number, its title only where that is asked for."""
    parts = [row.kind.value, str(row.minutes if row.minutes is not None else "")]
    case = row.case
    if is_titled:
        parts.append(f"title {row.title}")
    if case is not None and case.access is Access.PUBLIC:
        parts += [case.kind.value, case.short_proposal, *(f"{one.name} {one.title}" for one in case.presenters)]
        if is_titled:
            parts.append(f"dnr {case.dnr.value if case.dnr else ''}")
    return _digest(tuple(parts))


def document_digest(case: Case, document: Document) -> str:
    """A digest that is the same only while nothing is changed that is read or seen on the document's pages.

    The list of attachments at a letter's end does not count.
    """
    return _digest((*_facts(document), *(_letter(case) if document is case.letter else ())))


def _facts(document: Document) -> Iterator[str]:
    yield document.title
    yield plain(document.heading)
    yield document.date.isoformat() if document.date else ""
    yield document.version
    yield document.owner
    for row in document.revisions:
        yield f"{row.date.isoformat()} {row.version} {row.name} {row.role} {row.comment}"
    for block in printed(document.body, document.heading_numbers):
        yield f"{block.words} {block.notes}"
    yield from document.body.pictures
    for table in (block.table for block in of_kind(document.body, FinanceBlock)):
        # A chart is shown of all by itself; one of some rows alone, or none, is another page.
        if not table.charted or table.chart_rows:
            yield f"chart {' '.join(table.chart_rows)}"
    yield from _placed(document.body)
    if document.foreign is not None:
        yield document.foreign.digest
        yield from (page.text for page in document.foreign.pages if document.foreign.picture)


def _placed(body: Body) -> Iterator[str]:
    """What the same words say otherwise: those struck out, raised or lowered, and those with blank cells before them.

    Nothing of a body without any, whose words alone tell it.
    """
    if any(of_kind(body, kind) for kind in _MARKS):
        marked = zip(printed(body), printed(rewrite(body, _with_marks)), strict=True)
        yield from (f"marked {now.words} {now.notes}" for was, now in marked if was != now)
    tables = [_figures(block.table) for block in of_kind(body, FinanceBlock)]
    tables += [_texts(table) for table in of_kind(body, Table)]
    for number, table in enumerate(tables):
        yield from (f"filled {number} {blanks}" for blanks in _blanks(table))


def _with_marks(inline: Inline) -> Inline:
    if not isinstance(inline, Strike | Sup | Sub):
        return inline
    mark = Text(_MARKS[type(inline)])
    return replace(inline, content=(mark, *inline.content, mark))


def _figures(table: FinanceTable) -> list[list[str]]:
    head = [[cell.text for cell in line if cell.column] for line in table.head]
    return [*head, *([cell.printed for cell in row.cells[1:]] for row in table.rows)]


def _texts(table: Table) -> list[list[str]]:
    # The corner over the names of rows is blank as a rule.
    rows = (*(row.cells[1:] for row in table.head), *(row.cells for row in table.body))
    return [[plain(cell.content) for cell in row] for row in rows]


def _blanks(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """The cells that are filled in lines where blank ones stand before them: a figure may leave its column alone."""
    for number, line in enumerate(lines):
        filled = [column for column, text in enumerate(line) if text]
        if filled != list(range(len(filled))):
            yield f"{number} {filled}"


def _letter(case: Case) -> Iterator[str]:
    yield case.title
    yield from (number.value for number in ((case.dnr,) if case.dnr else ()) + case.other_dnr)
    yield f"{case.officer.name} {case.officer.title}" if case.officer else ""
    yield case.unit
    yield from (f"{one.body} {one.date.isoformat()} {one.paragraph}" for one in case.follows)
    yield from (f"{one.name} {one.title}" for one in case.signed)
    yield from (f"{one.name} {one.purpose}" for one in case.recipients)


def _digest(parts: tuple[str, ...]) -> str:
    return hashed(parts)[:_FIGURES]
