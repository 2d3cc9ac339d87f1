"""A paragraph of the minutes turned into its page: the decision first, then how it came to be."""

from __future__ import annotations

from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.model.address import relative
from kallelse.model.decision import Assignment, Extension
from kallelse.model.meeting import AgendaRow, Case
from kallelse.model.record import Paragraph, Publication
from kallelse.model.section import Section, SectionKind
from kallelse.publish import parts, when
from kallelse.publish.adjustment import adjusted_values, posted_values
from kallelse.publish.appeal import appeal_values
from kallelse.publish.attachment import row_name
from kallelse.publish.correction import correction_rows
from kallelse.publish.decision import MinutedParagraph, lone_foot, own_boxes
from kallelse.publish.follow import followed_case
from kallelse.publish.matter import dnr_href, near, whole_way
from kallelse.publish.outcome import is_told, outcome_filters, paragraph_tags
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.parts import Fact, Neighbour, Value, fact
from kallelse.publish.plan import Plan
from kallelse.publish.text import Writer
from kallelse.publish.verify import verify_href
from kallelse.publish.vote import Votes

# What the case says too: whoever searches finds it there.
_OF_CASE = frozenset((SectionKind.SUMMARY, SectionKind.GROUNDS, SectionKind.PROPOSAL, SectionKind.SENT_TO))


@dataclass(frozen=True, slots=True)
class Part:
    """A section as HTML; one that is `told` elsewhere is not found by search."""

    html: str
    told: bool


def paragraph_page(plan: Plan, one: MinutedParagraph) -> Page:
    """The page of one paragraph."""
    committee, meeting, minutes, paragraph = one.committee, one.meeting, one.minutes, one.paragraph
    base, words = one.address, plan.words
    day = when.days(meeting, plan.language)
    votes = Votes(plan, committee, minutes, paragraph)
    writer = Writer(paragraph.body, minutes.path, base, plan.addresses, words, recorded=votes.html)
    boxes = own_boxes(plan, one, writer)
    case = _case(one)
    follow, alternates = followed_case(plan, paragraph.case, base)
    where = words.record_title.format(committee=committee.name, day=day)
    name = f"{one.name} {paragraph.title}".strip()
    ordered = sorted(minutes.paragraphs, key=lambda each: each.number)
    place = ordered.index(paragraph)
    html = plan.render(
        "paragraph.html",
        kicker=where,
        title=name,
        tags=paragraph_tags(paragraph, words) if not boxes else (),
        note=_note(plan, one),
        boxes=boxes,
        lone=None if boxes else lone_foot(plan, one),
        parts=_parts(one, writer),
        corrections=correction_rows(plan, minutes, paragraph.number),
        notes=writer.notes(2),
        facts=_facts(plan, one, case),
        verify=verify_href(plan, base),
        follow=follow,
        way=near(plan, case, base) if case is not None else (),
        whole_way=whole_way(plan, case, base) if case is not None else "",
        before=_neighbour(words.previous_paragraph, one, ordered[place - 1]) if place else None,
        after=_neighbour(words.next_paragraph, one, ordered[place + 1]) if place + 1 < len(ordered) else None,
        **parts.cite(
            plan,
            committee,
            one.name,
            meeting,
            parts.unbroken(paragraph.dnr) if paragraph.dnr else paragraph.title,
            base,
        ),
    )
    return Page(
        address=base,
        title=f"{name}, {words.meeting_title.format(committee=committee.name, day=day)}",
        description=f"{where}, {name}.",
        html=html,
        kind=PageKind.PARAGRAPH,
        crumbs=(*parts.crumbs(plan, committee, meeting), Crumb(words.record, minutes.address)),
        here=one.name,
        indexed=is_told(paragraph),
        filters=(*parts.filters(committee, meeting), *outcome_filters((paragraph,), words)),
        meta=parts.meeting_meta(plan, committee, meeting, f"{words.decision} {one.name}", paragraph.dnr),
        numbers=() if paragraph.dnr is None else (paragraph.dnr,),
        day=dates.iso(meeting.date),
        alternates=alternates,
    )


def _case(one: MinutedParagraph) -> Case | None:
    return next((case for case in one.meeting.cases if case.path == one.paragraph.case), None)


def _row(one: MinutedParagraph) -> AgendaRow | None:
    path = one.paragraph.case
    return next((row for row in one.meeting.agenda if row.case is not None and row.case.path == path), None)


def _note(plan: Plan, one: MinutedParagraph) -> str:
    publication = one.paragraph.publication
    if not is_told(one.paragraph):
        return plan.words.unpublished_note
    return plan.words.anonymised_note if publication is Publication.ANONYMISED else ""


def _parts(one: MinutedParagraph, writer: Writer) -> tuple[Part, ...]:
    """All that the paragraph prints but for what it decides and to whom that is sent, which the page shows beside."""
    decided = {decision.section for decision in one.paragraph.decisions}
    shown = [section for place, section in enumerate(one.paragraph.sections) if place not in decided]

    def beside(section: Section) -> bool:
        return section.kind is SectionKind.SENT_TO and bool(one.paragraph.recipients)

    return tuple(
        Part(writer.section(section, 2), section.kind in _OF_CASE and bool(one.paragraph.case))
        for section in shown
        if not beside(section)
    )


def _facts(plan: Plan, one: MinutedParagraph, case: Case | None) -> tuple[Fact, ...]:
    words, base, minutes, paragraph = plan.words, one.address, one.minutes, one.paragraph
    dnr = paragraph.dnr
    href = dnr_href(plan, case, base) if case is not None and case.dnr == dnr else ""
    row, its = _row(one), minutes.set_of(paragraph)
    led = minutes.chairs_of(paragraph) if len(minutes.chairs) > 1 else ()
    return (
        *fact(words.dnr, Value(dnr.value, href) if dnr is not None else None),
        *fact(words.case, Value(row_name(row), relative(row.case.address, base)) if row and row.case else None),
        *fact(words.added_at_meeting, words.yes if paragraph.is_added else ""),
        *fact(words.chair, *map(parts.person, led)),
        *(() if its is None else fact(words.adjusted_paragraph, *adjusted_values(plan, its))),
        *(() if its is None else fact(words.adjusters, *map(parts.person, its.adjustment.adjusters))),
        *(() if its is None else fact(words.posted, *posted_values(plan, its))),
        *fact(words.appeal, *appeal_values(plan, its, paragraph)),
        *(() if its is None else fact(words.kept, its.kept)),
        *fact(words.assignment, *(_assignment(plan, each) for each in paragraph.assignments)),
        *fact(words.extension, *(_extension(plan, each) for each in paragraph.extensions)),
        *fact(words.sent_to, *paragraph.recipients),
        *fact(words.record, Value(words.record_page, relative(minutes.address, base))),
    )


def _assignment(plan: Plan, given: Assignment) -> str:
    if given.due is None:
        return given.to
    return plan.words.assignment_due.format(to=given.to, day=when.day(given.due, plan.language))


def _extension(plan: Plan, one: Extension) -> str:
    day, due = when.day(one.date, plan.language), when.day(one.due, plan.language)
    return plan.words.extended_to.format(number=one.paragraph, day=day, due=due)


def _neighbour(label: str, one: MinutedParagraph, other: Paragraph) -> Neighbour:
    named = MinutedParagraph(one.committee, one.meeting, one.minutes, other)
    return Neighbour(label, f"{named.name} {other.title}".strip(), relative(named.address, one.address))
