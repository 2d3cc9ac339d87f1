"""The pages of the record into Typst source: first pages, paragraphs, what stands last in an extract, proofs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kallelse.locale import dates
from kallelse.locale.minutes import adjusted_line, correction_line, postings_lines
from kallelse.locale.paragraphs import numbered
from kallelse.model.finding import Finding
from kallelse.model.paper import POINTS
from kallelse.model.record import Paragraph, Publication
from kallelse.model.section import SectionKind
from kallelse.typeset import literal
from kallelse.typeset.heads import shortened
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.narrow import expressions, heading_bound
from kallelse.typeset.record.front import Rows, contents, front_fields, front_times, groups, proofs, signers
from kallelse.typeset.record.plan import Kind, RecordPlan
from kallelse.typeset.scope import FRONT, Progress, Targets, scope_of
from kallelse.typeset.sections import SIDE, TEXT_SIZE, body_source, sheet_pages

IMPORT = 'import "kallelse/minutes.typ": *'
"""The first statement of a source of the record."""

_TITLE_SIZE = 23.0
_PARAGRAPH_LEVEL = 2
# A group of more rows may go on to the next page, and the last of them stay with what comes after.
_WHOLE_ROWS = 20
_KEPT_ROWS = 2
# Corrections of no more lines stay with what certifies an extract.
_CLOSING_LINES = 12


def front_source(plan: RecordPlan, metrics: Metrics) -> str:
    """The first pages as a Typst statement: those of minutes, or a proof of notice alone."""
    after = "1" if plan.minutes.paragraphs and plan.kind is Kind.MINUTES else "none"
    parts = (*_proof_parts(plan), *_signed(plan)) if plan.kind is Kind.PROOF else _minutes_parts(plan, metrics)
    fields = literal.array(f"({literal.string(name)},{_text(value, plan)})" for name, value in _fields(plan))
    times = ";linebreak();".join(_text(line, plan) for line in front_times(plan))
    return (
        f"minutes-front({literal.string(plan.title)},{{{times}}},{fields},"
        f"{{{';'.join(parts) or literal.NOTHING}}},after:{after})"
    )


def _fields(plan: RecordPlan) -> Iterator[tuple[str, str]]:
    return front_fields(plan) if plan.kind is Kind.MINUTES else iter(())


def _minutes_parts(plan: RecordPlan, metrics: Metrics) -> Iterator[str]:
    signed = tuple(_signed(plan))
    shown = tuple(groups(plan))
    for number, group in enumerate(shown, start=1):
        # Who signs has some of the text above on their page.
        last = bool(signed) and number == len(shown)
        cut = len(group.rows) - _KEPT_ROWS if last and len(group.rows) > _WHOLE_ROWS else len(group.rows)
        title = heading_bound(group.title, metrics.semibold, TEXT_SIZE, SIDE, plan.settings.language)
        head = literal.braced(expressions(title, plan.settings.language))
        look = ",last:true" if last else ""
        yield f"listed({head},{_rows(group.rows[:cut], plan)}{'' if group.rows[cut:] else look})"
        if group.rows[cut:]:
            yield f"listed(none,{_rows(group.rows[cut:], plan)}{look})"
    yield from signed
    yield from _proof_parts(plan)
    words = plan.words
    lines = list(contents(plan))
    if lines:
        heads = literal.array(map(literal.string, contents_heads(plan)))
        rows = literal.array(
            f"({literal.string(line.number)},{_text(line.title, plan)},{_text(line.dnr, plan)},"
            f"{literal.optional(line.sheet)})"
            for line in lines
        )
        yield f"contents-of({literal.string(words.contents)},{heads},mark-head(0,{FRONT},0),{rows})"


def _rows(rows: Rows, plan: RecordPlan) -> str:
    return literal.array(
        f"({_text(name, plan)},{'none' if role is None else _text(role, plan)})" for name, role in rows
    )


def _signed(plan: RecordPlan) -> Iterator[str]:
    if people := signers(plan):
        yield f"signed({literal.array(f'({_text(name, plan)},{_text(role, plan)})' for name, role in people)})"


def contents_heads(plan: RecordPlan) -> tuple[str, str, str, str]:
    """What stands over the columns of the contents; nothing over registry numbers where there is none."""
    words = plan.words
    has_dnr = any(paragraph.dnr is not None for paragraph in plan.minutes.paragraphs)
    return ("§", words.item, words.dnr if has_dnr else "", words.page)


def _proof_parts(plan: RecordPlan) -> Iterator[str]:
    for proof in proofs(plan):
        rows = literal.array(f"({literal.string(name)},{_text(value, plan)})" for name, value in proof.rows)
        yield f"proof({literal.string(proof.title)},{rows},note:{_text(proof.note, plan)})"


def paragraph_source(
    index: int, after: int | None, paragraph: Paragraph, plan: RecordPlan, metrics: Metrics, target: Targets
) -> tuple[str, tuple[Finding, ...]]:
    """One paragraph as a Typst statement that begins on a new page, and what cannot be set in it."""
    language = plan.settings.language
    progress = Progress(level=_PARAGRAPH_LEVEL)
    statements = [_head(index, after, paragraph, plan, metrics)]
    statements += [f"remark({_text(line, plan)})" for line in remarks(paragraph, plan)]
    scope = scope_of(
        paragraph.body,
        plan.minutes.path,
        index,
        language=language,
        words=plan.running.words,
        metrics=metrics,
        target=target,
    )
    lines = tuple(correction_lines(paragraph, plan))
    corrected = [_corrected(lines, plan)] if lines else []
    high = sum(metrics.serif.lines(line, TEXT_SIZE, metrics.upright.column) for line in lines)
    certified = []
    if plan.kind is Kind.EXTRACT:
        certified = [f"certified({_text(plan.words.certified, plan)},{_text(plan.words.certified_at, plan)})"]
    closing = ""
    if certified and high <= _CLOSING_LINES:
        statements.append(f"let closing=block(above:30pt,breakable:false,{{{';'.join((*corrected, *certified))}}})")
        closing, corrected, certified = "closing", [], []
    statements += body_source((), paragraph.sections, scope, progress, boxed=SectionKind.DECISION, closing=closing)
    statements += (*corrected, *certified)
    written = sheet_pages(index, after, kicker_of(paragraph), shortened(paragraph.title), plan.title, statements)
    return written, tuple(progress.findings)


def _corrected(lines: Sequence[str], plan: RecordPlan) -> str:
    rows = _rows(tuple((line, None) for line in lines), plan)
    return f"listed({literal.string(plan.words.corrections)},{rows},level:{_PARAGRAPH_LEVEL + 1})"


def remarks(paragraph: Paragraph, plan: RecordPlan) -> Iterator[str]:
    """Why a paragraph says less than others, or was on no agenda."""
    words = plan.words
    if paragraph in plan.stubs:
        yield words.elsewhere
        return
    if paragraph.is_added:
        yield words.added
    if paragraph.is_withdrawn:
        yield words.withdrawn
    if paragraph.publication is not Publication.FULL:
        yield words.withheld


def correction_lines(paragraph: Paragraph, plan: RecordPlan) -> Iterator[str]:
    """Each correction of a paragraph: when, by whom, what; an extract, without first pages, has those of all, too."""
    for each in plan.minutes.corrections:
        if each.paragraph == paragraph.number if each.paragraph else plan.kind is Kind.EXTRACT:
            yield correction_line(each, plan.words, plan.settings.language)


def extract_fields(plan: RecordPlan) -> Iterator[tuple[str, str]]:
    """Of what meeting an extract is, when it was adjusted and announced."""
    words, language = plan.words, plan.settings.language
    if plan.kind is not Kind.EXTRACT:
        return
    yield words.meeting, dates.day(plan.minutes.opened.date(), language)
    for one in plan.sets:
        yield words.adjusted, adjusted_line(one, words, language)
        if one.postings:
            yield words.posted, "\n".join(postings_lines(one, words, language))


def kicker_of(paragraph: Paragraph) -> str:
    """`§ 24`; empty in notes beside minutes."""
    return numbered((paragraph.number,)) if paragraph.number else ""


def _head(index: int, after: int | None, paragraph: Paragraph, plan: RecordPlan, metrics: Metrics) -> str:
    title = paragraph.title
    entry = f"{kicker_of(paragraph)} {title}".strip()
    arguments = [
        str(index),
        literal.optional(after),
        literal.string(plan.title),
        literal.string(kicker_of(paragraph)),
        literal.string(paragraph.dnr.value if paragraph.dnr else ""),
        literal.braced(literal.written(title, plan.settings.language)),
        literal.string(entry),
        literal.array(f"({literal.string(name)},{_text(value, plan)})" for name, value in extract_fields(plan)),
    ]
    if plan.kind is Kind.EXTRACT:
        arguments.append(f"opens:{literal.string(entry)}")
    if metrics.semibold.width(title, _TITLE_SIZE) > 150 * POINTS:
        arguments.append("long:true")
    return f"paragraph-head({','.join(arguments)})"


def _text(text: str, plan: RecordPlan) -> str:
    """`text` as one Typst expression, a line of its own for each of its lines."""
    lines = (literal.written(line, plan.settings.language) for line in text.split("\n"))
    return literal.braced(";linebreak();".join(lines))
