"""What a PDF of the record must print, told from its nouns and not from its source."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.model.pages import PageRange
from kallelse.model.record import Paragraph
from kallelse.typeset.heads import shortened
from kallelse.typeset.parts import Part, body_parts
from kallelse.typeset.places import Places
from kallelse.typeset.readback import Expected, ExpectedText
from kallelse.typeset.record.front import contents, front_fields, front_times, groups, proofs, signers
from kallelse.typeset.record.plan import Kind, RecordPlan, sheets_of
from kallelse.typeset.record.sheets import contents_heads, correction_lines, extract_fields, kicker_of, remarks
from kallelse.typeset.scope import FRONT


def expected_of(plan: RecordPlan, places: Places) -> tuple[Expected, ...]:
    """What each sheet prints, in their order."""
    front = () if plan.kind is Kind.EXTRACT else (_front(plan, places),)
    sheets = () if plan.kind is Kind.PROOF else sheets_of(plan)
    return (*front, *(_sheet(index, paragraph, plan, places) for index, _, paragraph in sheets))


def _feet(pages: PageRange, plan: RecordPlan, places: Places) -> tuple[str, ...]:
    return tuple(plan.running.foot(page, places.total) for page in range(pages.first, pages.last + 1))


def _logo(plan: RecordPlan) -> tuple[str, ...]:
    return (plan.settings.logo,) if plan.settings.logo else ()


def _front(plan: RecordPlan, places: Places) -> ExpectedText:
    running, pages = plan.running, places.sheets[0]
    head = " ".join(contents_heads(plan))
    return ExpectedText(
        index=0,
        path=plan.minutes.path,
        title=plan.title,
        parts=(Part(0, FRONT, " ".join(_front_words(plan, places)), (head,)),),
        pictures=_logo(plan),
        letterhead=f"{plan.settings.name} {plan.committee.name}",
        heads=tuple(f"{plan.title} {running.within(page, pages)}" for page in range(pages.first + 1, pages.last + 1)),
        feet=_feet(pages, plan, places),
    )


def _front_words(plan: RecordPlan, places: Places) -> Iterator[str]:
    yield from (plan.title, *front_times(plan))
    if plan.kind is Kind.MINUTES:
        for name, value in front_fields(plan):
            yield f"{name} {value}"
        for group in groups(plan):
            yield group.title
            for name, role in group.rows:
                yield f"{name} {role or ''}"
        lines = list(contents(plan))
        if lines:
            yield f"{plan.words.contents} {' '.join(contents_heads(plan))}"
        for line in lines:
            page = "" if line.sheet is None else str(places.sheets[line.sheet].first)
            yield f"{line.number} {line.title} {line.dnr} {page}"
    yield from (f"{name} {role}" for name, role in signers(plan))
    for proof in proofs(plan):
        yield f"{proof.title} {proof.note}"
        yield from (f"{name} {value}" for name, value in proof.rows)


def _sheet(index: int, paragraph: Paragraph, plan: RecordPlan, places: Places) -> ExpectedText:
    running, pages = plan.running, places.sheets[index]
    parts, pictures = body_parts(paragraph.body, plan.minutes.path, index, running.words)
    title = shortened(paragraph.title)
    further = range(pages.first + 1, pages.last + 1)
    return ExpectedText(
        index=index,
        path=plan.minutes.path,
        title=f"{kicker_of(paragraph)} {paragraph.title}".strip(),
        parts=(Part(index, FRONT, " ".join(_sheet_words(paragraph, plan))), *parts),
        pictures=(*pictures, *_logo(plan)),
        letterhead=running.letterhead(plan.title, pages),
        heads=tuple(running.head(kicker_of(paragraph), title, plan.title, page, pages) for page in further),
        feet=_feet(pages, plan, places),
    )


def _sheet_words(paragraph: Paragraph, plan: RecordPlan) -> Iterator[str]:
    yield f"{kicker_of(paragraph)} {paragraph.dnr.value if paragraph.dnr else ''} {paragraph.title}"
    yield from (f"{name} {value}" for name, value in extract_fields(plan))
    yield from remarks(paragraph, plan)
    if lines := tuple(correction_lines(paragraph, plan)):
        yield f"{plan.words.corrections} {' '.join(lines)}"
    if plan.kind is Kind.EXTRACT:
        yield f"{plan.words.certified} {plan.words.certified_at}"
