"""A case's printed documents into Typst source: heads, sections with their side heads, what stands last in a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kallelse.locale.packet import leading_words_bound
from kallelse.model.finding import Finding
from kallelse.model.fold import heading_numbers, note_numbers, plain
from kallelse.model.paper import POINTS
from kallelse.model.rewritten import rewrite_inlines
from kallelse.model.section import Section, SectionKind
from kallelse.model.settings import Language
from kallelse.model.text import (
    Block,
    BulletList,
    FinanceBlock,
    Heading,
    Inline,
    OrderedList,
    Para,
    Plain,
    Process,
    Table,
    Text,
)
from kallelse.typeset import literal
from kallelse.typeset.heads import (
    head_of,
    listed_attachments,
    notice_of,
    recipient_lines,
    revision_rows,
    running_title,
    toc_lines,
)
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.needs import content_height
from kallelse.typeset.plan import Plan, Sheet
from kallelse.typeset.scope import FRONT, Progress, Scope, Spot, Targets
from kallelse.typeset.text import block_source, heading_level, inlines, mark_of

_SIDE = 41 * POINTS
_TITLE_SIZE = 23.0
_PITCH = 15.0
_SIZE = 11.0
# What a line in the side column takes, and as many lines as stand beside any two lines of text.
_HEAD_PITCH = 14.5
_FEW_LINES = 2
# What is moved whole to the page of what it stays with, and what closes a letter there, in lines.
_SHORT_LINES = 6
_CLOSING_LINES = 20
# The headings of a document begin below its own, which is of level 2 under that of its case.
_DOCUMENT_LEVEL = 2


def sheet_source(
    sheet: Sheet, plan: Plan, metrics: Metrics, targets: Callable[[str], Targets]
) -> tuple[str, tuple[Finding, ...]]:
    """One document as a Typst statement that begins on a new page, and what cannot be set in it."""
    document = sheet.document
    scope = Scope(
        sheet=sheet.index,
        path=document.path,
        language=plan.settings.language,
        words=plan.words,
        metrics=metrics,
        target=targets(document.path),
        notes={note.key: note.content for note in document.body.notes},
        note_numbers=note_numbers(document.body),
        heading_numbers=heading_numbers(document.body) if document.heading_numbers else {},
        lying=document.landscape,
    )
    progress = Progress(level=_DOCUMENT_LEVEL)
    number = sheet.row.number
    # Sheet, the one after, page, tab, and the three parts of the running head.
    page = ",".join(
        (
            str(sheet.index),
            literal.optional(sheet.after),
            "lying" if document.landscape else "upright",
            number if number.isdecimal() else "none",
            literal.string(plan.words.case.format(number=number) if number else ""),
            literal.string(running_title(sheet)),
            literal.string(sheet.name),
        )
    )
    statements = [f"let turned-page(body)=turned({page},body)", _head(sheet, plan, metrics)]
    statements += _front(sheet, plan)
    closing = _closing(sheet, plan, metrics) if sheet.is_letter else ""
    if closing:
        statements.append(f"let closing={closing}")
    statements += _body(sheet, scope, progress, closes=bool(closing))
    if closing:
        statements.append("closing")
    written = "\n".join(statement for statement in statements if statement)
    return f"sheet-pages({page},{{\n{written}\n}})", tuple(progress.findings)


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
        literal.braced(literal.written(head.title, plan.settings.language)),
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


def _fits_four(fields: tuple[tuple[str, str], ...], metrics: Metrics) -> bool:
    """Whether four fields stand on one line: three of two columns' width, the last of one."""
    rooms = (44.0, 44.0, 44.0, 23.0)
    return all(
        max(metrics.sans.width(name, 9), metrics.sans.width(value, 10)) * 1.02 <= room * POINTS
        for (name, value), room in zip(fields, rooms, strict=True)
    )


def _front(sheet: Sheet, plan: Plan) -> Iterator[str]:
    document, words = sheet.document, plan.words
    level = _DOCUMENT_LEVEL + 1
    if document.revisions:
        names = (words.date, words.version, words.name, words.role, words.comment)
        rows = literal.array(
            literal.array(literal.braced(literal.written(value, plan.settings.language)) for value in row)
            for row in revision_rows(document, plan)
        )
        head = literal.array(literal.string(name) for name in names)
        mark = f"mark-head({sheet.index},{FRONT},0)"
        yield f"revisions({level},{literal.string(words.history)},{mark},{head},{rows})"
    if document.toc:
        lines = toc_lines(document)
        if lines:
            entries = literal.array(
                f"({line.depth},{literal.string(line.number) if line.number else 'none'},"
                f"{literal.content(literal.breakable(line.text))},"
                f"{literal.string(f'b{sheet.index}-{line.anchor}')})"
                for line in lines
            )
            yield f"contents({level},{literal.string(words.contents)},{entries})"


def _body(sheet: Sheet, scope: Scope, progress: Progress, closes: bool) -> Iterator[str]:
    document = sheet.document
    number = 0
    spot = Spot(scope.page.column)
    last = closes and not document.sections
    yield from _shown(_flow(document.preamble, scope, progress, spot, number, last))
    number += len(document.preamble)
    for position, section in enumerate(document.sections):
        last = closes and position + 1 == len(document.sections)
        yield from _section(section, scope, progress, number, first=number == 0 and not sheet.document.toc, last=last)
        number += 1 + len(section.blocks)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One top-level block as Typst source, and how it lies."""

    source: str
    wide: bool = False
    turned: bool = False


def _shown(flow: Iterable[_Piece]) -> Iterator[str]:
    return (f"turned-page({{{piece.source}}})" if piece.turned else piece.source for piece in flow)


def _flow(
    content: Sequence[Block], scope: Scope, progress: Progress, spot: Spot, number: int, last: bool = False
) -> Iterator[_Piece]:
    for offset, block in enumerate(content):
        progress.begin(number + offset)
        source = block_source(block, scope, progress, spot, mark_of(scope, progress))
        spot = Spot(scope.page.column)
        # What closes a letter stays with the last of the text above it, a list with the words that lead to it.
        after = content[offset + 1] if offset + 1 < len(content) else None
        ends = last and after is None
        most = _SHORT_LINES if ends else 3 if isinstance(after, BulletList | OrderedList) else 0
        if isinstance(block, Para) and _lines(block, scope) <= most:
            source = f"leading({source})"
        elif ends and isinstance(block, Para | BulletList | OrderedList):
            above = "" if isinstance(block, Para) else ",above:7pt"
            source = f"ending({'lying' if scope.lying else 'upright'},{scope.sheet},closing{above},{{{source}}})"
        elif ends and progress.whole and not progress.turned:
            source = f"kept({source})"
        yield _Piece(source, progress.wide, progress.turned)


def _lines(block: Para, scope: Scope) -> int:
    return scope.metrics.serif.lines(plain((block,)), _SIZE, scope.page.column)


def _section(section: Section, scope: Scope, progress: Progress, number: int, first: bool, last: bool) -> Iterator[str]:
    progress.begin(number)
    level = heading_level(2, progress)
    mark = mark_of(scope, progress)
    heading_words = inlines(rewrite_inlines(section.heading, partial(_bound, language=scope.language)), scope, progress)
    anchor = literal.string(scope.anchor(section.anchor)) if section.anchor else "none"
    counted = scope.heading_numbers.get(section.anchor, "")
    numbered = literal.string(counted) if counted else "none"
    if section.kind is SectionKind.PROPOSAL:
        yield from _proposal(
            section, scope, progress, number, f"{level},{numbered},{anchor},mark:{mark},{{{heading_words}}}"
        )
        return
    side = f"side-heading({level},{numbered},{anchor},first:{literal.boolean(first)},mark:{mark}"
    lines = _head_lines(section, scope)
    if lines > _FEW_LINES:
        side += f",room:{lines * _HEAD_PITCH}pt"
    if _is_short(section, scope):
        inner = []
        for offset, block in enumerate(section.blocks, start=1):
            progress.begin(number + offset)
            inner.append(
                block_source(block, scope, progress, Spot(scope.page.column, top=False), mark_of(scope, progress))
            )
        yield (
            f"short-section({level},{numbered},{anchor},first:{literal.boolean(first)},last:{literal.boolean(last)},mark:{mark},"
            f"{{{heading_words}}},{{{';'.join(inner) or literal.NOTHING}}})"
        )
        return
    flow = list(_flow(section.blocks, scope, progress, Spot(scope.page.column, first=True), number + 1, last))
    opening = flow[0] if flow else _Piece("")
    head = f"{side},tall:{literal.boolean(opening.wide)},{{{heading_words}}})"
    if opening.turned:
        # A heading over a turned table turns with it, or it would stay behind alone.
        flow[0] = replace(opening, source=f"{head};{opening.source}")
    else:
        yield head
    yield from _shown(flow)


def _bound(inline: Inline, language: Language) -> Inline:
    return replace(inline, value=leading_words_bound(inline.value, language)) if isinstance(inline, Text) else inline


def _head_lines(section: Section, scope: Scope) -> int:
    """About how many lines the heading fills in the side column."""
    size = 10.0 if scope.heading_numbers else _SIZE
    room = _SIDE - (6 * POINTS if scope.heading_numbers else 0)
    return scope.metrics.semibold.lines(plain(section.heading), size, room * 0.9)


def _is_short(section: Section, scope: Scope) -> bool:
    """Whether the heading in the side column may be higher than the text beside it."""
    if not section.blocks or not all(
        isinstance(block, Para | Plain | BulletList | OrderedList) for block in section.blocks
    ):
        return not section.blocks
    heading = _head_lines(section, scope) * _HEAD_PITCH
    text = content_height(section.blocks, _SIZE, _PITCH, scope.page.column, scope.metrics.serif)
    return heading > text * 0.85 + 8


def _proposal(section: Section, scope: Scope, progress: Progress, number: int, opening: str) -> Iterator[str]:
    # Tables and figures reach out of the box, so the box ends before the first of them.
    cut = next(
        (index for index, block in enumerate(section.blocks) if isinstance(block, Table | FinanceBlock | Process)),
        len(section.blocks),
    )
    inner = []
    for offset, block in enumerate(section.blocks[:cut], start=1):
        progress.begin(number + offset)
        spot = Spot(scope.page.column, top=False, first=offset == 1)
        inner.append(block_source(block, scope, progress, spot, mark_of(scope, progress)))
    height = content_height(section.blocks[:cut], _SIZE, _PITCH, scope.page.column, scope.metrics.serif)
    keep = height < scope.page.height * 0.4 and not any(isinstance(block, Heading) for block in section.blocks[:cut])
    yield f"proposal({opening},breakable:{literal.boolean(not keep)},{{{';'.join(inner) or literal.NOTHING}}})"
    yield from _shown(_flow(section.blocks[cut:], scope, progress, Spot(scope.page.column), number + 1 + cut))


def _closing(sheet: Sheet, plan: Plan, metrics: Metrics) -> str:
    """What stands last in a letter as a Typst expression; empty where nothing does."""
    case, words = sheet.case, plan.words
    parts: dict[str, str] = {}
    level = _DOCUMENT_LEVEL + 1
    # What stands after the last block counts as one more, for where pages begin.
    mark = f"mark-block({sheet.index},{len(sheet.document.body.blocks)})"
    if case.signed:
        people = literal.array(
            literal.array((literal.content(person.name), literal.content(person.title))) for person in case.signed
        )
        parts["signed"] = f"signatures({mark},{people})"
    listed = listed_attachments(case, plan)
    if listed:
        rows = literal.array(
            f"({literal.string(line.number)},"
            f"{literal.braced(literal.written(line.text, plan.settings.language))},"
            f"{'none' if line.sheet is None else f'({line.sheet.index},{literal.optional(line.sheet.after)})'})"
            for line in listed
        )
        title = words.one_attachment if len(listed) == 1 else words.attachments
        parts["attached"] = f"attachments({level},{literal.string(title)},{mark},{rows})"
    lines = recipient_lines(case)
    if lines:
        written = literal.array(literal.content(literal.breakable(line)) for line in lines)
        parts["received"] = f"recipients({level},{literal.string(words.recipients)},{mark},{written})"
    room = metrics.upright.column
    high = 3 * len(case.signed) + sum(metrics.serif.lines(line.text, _SIZE, room * 0.8) for line in listed)
    high += sum(metrics.serif.lines(line, _SIZE, room) for line in lines)
    if not parts:
        return ""
    whole = literal.boolean(high <= _CLOSING_LINES)
    return f"closing(whole:{whole},\n" + "".join(f"{name}:{part},\n" for name, part in parts.items()) + ")"
