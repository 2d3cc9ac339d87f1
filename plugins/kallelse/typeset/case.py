"""A case's printed documents into Typst source: heads, what stands before the text, what stands last in a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kallelse.locale.packet import held_together
from kallelse.model.finding import Finding
from kallelse.model.meeting import Document
from kallelse.model.paper import POINTS
from kallelse.model.person import Person
from kallelse.typeset import literal
from kallelse.typeset.columns import Needs, spread
from kallelse.typeset.heads import (
    Listed,
    head_of,
    listed_attachments,
    notice_of,
    recipient_lines,
    revision_rows,
    running_title,
    toc_lines,
)
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.narrow import expressions, narrowed
from kallelse.typeset.plan import Plan, Sheet
from kallelse.typeset.scope import FRONT, Progress, Targets, anchor_label, scope_of
from kallelse.typeset.sections import TEXT_SIZE, body_source, sheet_pages

_TITLE_SIZE = 23.0
# What closes a letter stands whole on one page where it has no more lines than these, which a page that lies holds too;
# those who receive the decision do where they have no more than these.
_CLOSING_LINES = 20
_RECIPIENT_LINES = 12
# As in document.typ: the room and the size of names and titles under a signature, and when a list is cut in two.
_SIGNATURE, _SIGNATURE_SIZE = 63 * POINTS, 10.0
_ROWS, _LAST_ROWS = 4, 2
# The columns of a history of changes but the last, and the size of its words.
_HISTORY = (34 * POINTS, 16 * POINTS, 30 * POINTS, 30 * POINTS)
_HISTORY_SIZE = 10.0
_HISTORY_PAD = 4 * POINTS + 1
# The headings of a document begin below its own, which is of level 2 under that of its case.
_DOCUMENT_LEVEL = 2


def sheet_source(
    sheet: Sheet, plan: Plan, metrics: Metrics, targets: Callable[[str], Targets]
) -> tuple[str, tuple[Finding, ...]]:
    """One document as a Typst statement that begins on a new page, and what cannot be set in it."""
    document = sheet.document
    scope = scope_of(
        document.body,
        document.path,
        sheet.index,
        language=plan.settings.language,
        words=plan.words,
        metrics=metrics,
        target=targets(document.path),
        numbered=document.heading_numbers,
        lying=document.landscape,
        charts=True,
    )
    progress = Progress(level=_DOCUMENT_LEVEL)
    closing = _closing(sheet, plan, metrics) if sheet.is_letter else ""
    body = body_source(
        document.preamble,
        document.sections,
        scope,
        progress,
        first=not document.toc,
        closing="closing" if closing else "",
    )
    statements = [_head(sheet, plan, metrics), *_front(sheet, plan, metrics)]
    if document.language:
        statements.append(f"set text(lang:{literal.string(document.language)})")
    statements += [f"let closing={closing}", *body] if closing else body
    number = sheet.row.number
    written = sheet_pages(
        sheet.index,
        sheet.after,
        plan.words.case.format(number=number) if number else "",
        running_title(sheet),
        sheet.name,
        statements,
        tab=number if number.isdecimal() else "",
        lying=document.landscape,
    )
    return written, tuple(progress.findings)


def _head(sheet: Sheet, plan: Plan, metrics: Metrics) -> str:
    head = head_of(sheet, plan)
    page = "lying" if sheet.document.landscape else "upright"
    width = metrics.semibold.width(head.title, _TITLE_SIZE)
    fields = literal.array(
        f"({literal.string(name)},{literal.content(literal.breakable(value))})" for name, value in head.fields
    )
    arguments = [
        page,
        str(sheet.index),
        literal.optional(sheet.after),
        literal.string(sheet.name),
        literal.string(head.kicker),
        literal.content(literal.breakable(head.case_title)),
        _in_language(literal.braced(literal.written(head.title, plan.settings.language)), sheet.document),
        literal.string(head.entry),
        fields,
    ]
    if sheet.opens:
        arguments.append(f"opens:{literal.string(head.case_entry)}")
        if plan.cover:
            arguments.append(f"back:{literal.string(plan.words.back)}")
    if len(head.fields) == 4 and _fits_four(head.fields, metrics):
        arguments.append("four:true")
    if width > 150 * POINTS:
        arguments.append("long:true")
    notice = notice_of(sheet, plan)
    if notice:
        arguments.append(f"notice:{literal.content(literal.breakable(notice))}")
    return f"document-head({','.join(arguments)})"


def _in_language(title: str, document: Document) -> str:
    """A title that is the heading of the text is in its language."""
    if not (document.heading and document.language):
        return title
    return f"text(lang:{literal.string(document.language)},{title})"


def _fits_four(fields: tuple[tuple[str, str], ...], metrics: Metrics) -> bool:
    """Whether four fields stand on one line: three of two columns' width, the last of one."""
    rooms = (44.0, 44.0, 44.0, 23.0)
    return all(
        max(metrics.sans.width(name, 9), metrics.sans.width(value, 10)) * 1.02 <= room * POINTS
        for (name, value), room in zip(fields, rooms, strict=True)
    )


def _front(sheet: Sheet, plan: Plan, metrics: Metrics) -> Iterator[str]:
    document, words = sheet.document, plan.words
    level = _DOCUMENT_LEVEL + 1
    if document.revisions:
        names = (words.date, words.version, words.name, words.role, words.comment)
        language = plan.settings.language
        rows = tuple(tuple(held_together(value, language) for value in row) for row in revision_rows(document, plan))
        widths = _revision_widths((names, *rows), metrics)
        shown = literal.array(literal.array(_revision(row, widths, plan, metrics)) for row in rows)
        head = literal.array(literal.string(name) for name in names)
        mark = f"mark-head({sheet.index},{FRONT},0)"
        columns = literal.array((*(f"{width:.2f}pt" for width in widths[:-1]), "1fr"))
        yield f"revisions({level},{literal.string(words.history)},{mark},{columns},{head},{shown})"
    if document.toc:
        lines = toc_lines(document)
        if lines:
            entries = literal.array(
                f"({line.depth},{literal.string(line.number) if line.number else 'none'},"
                f"{literal.content(literal.breakable(line.text))},"
                f"{literal.string(anchor_label(sheet.index, line.anchor))})"
                for line in lines
            )
            yield f"contents({level},{literal.string(words.contents)},{entries})"


def _revision_widths(rows: Sequence[Sequence[str]], metrics: Metrics) -> tuple[float, ...]:
    """How wide the columns of a history are: as usual where all its words fit, else shared out by what they need."""
    room = metrics.upright.width
    usual = (*_HISTORY, room - sum(_HISTORY))
    needs = [
        Needs(
            max(metrics.sans.longest(literal.breakable(value), _HISTORY_SIZE) for value in column) + _HISTORY_PAD,
            max(metrics.sans.width(value, _HISTORY_SIZE) for value in column) + _HISTORY_PAD,
        )
        for column in zip(*rows, strict=True)
    ]
    if all(need.least <= width for need, width in zip(needs, usual, strict=True)):
        return usual
    return spread(needs, room) or usual


def _revision(row: Sequence[str], widths: Sequence[float], plan: Plan, metrics: Metrics) -> Iterator[str]:
    language = plan.settings.language
    for value, width in zip(row, widths, strict=True):
        fitted = narrowed(value, metrics.sans, _HISTORY_SIZE, width - _HISTORY_PAD, language)
        yield literal.braced(expressions(fitted, language))


def _closing(sheet: Sheet, plan: Plan, metrics: Metrics) -> str:
    """What stands last in a letter as a Typst expression; empty where nothing does."""
    case, words = sheet.case, plan.words
    parts: dict[str, str] = {}
    level = _DOCUMENT_LEVEL + 1
    # What stands after the last block counts as one more, for where pages begin.
    mark = f"mark-block({sheet.index},{len(sheet.document.body.blocks)})"
    if case.signed:
        people = literal.array(
            literal.array(literal.content(literal.breakable(said)) for said in (person.name, person.title))
            for person in case.signed
        )
        parts["signed"] = f"signatures({mark},{people})"
    listed, lines = listed_attachments(case, plan), recipient_lines(case)
    signed, rows, received = _closing_lines(case.signed, listed, lines, metrics)
    if listed:
        shown = literal.array(
            f"({literal.string(line.number)},"
            f"{literal.braced(literal.written(line.text, plan.settings.language))},"
            f"{'none' if line.sheet is None else f'({line.sheet.index},{literal.optional(line.sheet.after)})'})"
            for line in listed
        )
        title = words.one_attachment if len(listed) == 1 else words.attachments
        parts["attached"] = f"attachments({level},{literal.string(title)},{mark},{shown})"
    if lines:
        written = literal.array(literal.content(literal.breakable(line)) for line in lines)
        cut = literal.boolean(received > _RECIPIENT_LINES)
        title = literal.string(words.recipients)
        parts["received"] = f"recipients({level},{title},{mark},{written},breakable:{cut})"
    if not parts:
        return ""
    whole = literal.boolean(signed + sum(rows) + received <= _CLOSING_LINES)
    last = rows if len(rows) <= _ROWS else rows[-_LAST_ROWS:]
    kept = literal.boolean(sum(last) + received <= _CLOSING_LINES)
    told = "".join(f"{name}:{part},\n" for name, part in parts.items())
    return f"closing(whole:{whole},kept:{kept},\n{told})"


def _closing_lines(
    signed: Sequence[Person], listed: Sequence[Listed], received: Sequence[str], metrics: Metrics
) -> tuple[int, list[int], int]:
    """About how many lines signatures, each row of the list of attachments, and those who receive take."""
    room = metrics.upright.column
    names = sum(1 + metrics.semibold.lines(one.name, _SIGNATURE_SIZE, _SIGNATURE) for one in signed)
    titles = sum(metrics.sans.lines(one.title, _SIGNATURE_SIZE, _SIGNATURE) for one in signed)
    rows = [metrics.serif.lines(line.text, TEXT_SIZE, room * 0.8) for line in listed]
    return names + titles, rows, sum(metrics.serif.lines(line, TEXT_SIZE, room) for line in received)
