"""A case turned into its page: what was decided first, or else the proposal, then its papers and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.meeting import decision
from kallelse.locale.paragraphs import numbered
from kallelse.model import fold
from kallelse.model.address import relative
from kallelse.model.matter import Step
from kallelse.model.meeting import Access, AgendaRow, Document, Meeting, MeetingStatus
from kallelse.model.section import SectionKind
from kallelse.model.text import Body
from kallelse.publish import parts, when
from kallelse.publish.attachment import document_details, document_text, document_writer, revision_rows, row_name
from kallelse.publish.comparison import comparisons
from kallelse.publish.decision import MinutedParagraph, case_boxes, recorded
from kallelse.publish.follow import followed_case
from kallelse.publish.matter import dnr_href, earlier_href, near, whole_way
from kallelse.publish.outcome import outcome_filters
from kallelse.publish.page import Page, PageKind
from kallelse.publish.pagemarks import END
from kallelse.publish.parts import Fact, Neighbour, PageLink, Value, fact
from kallelse.publish.plan import Plan
from kallelse.publish.status import Status
from kallelse.publish.text import Writer


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal to decide with its heading, both as HTML."""

    heading: str
    html: str
    anchor: str


@dataclass(frozen=True, slots=True)
class CasePaper:
    """A document in the list of a case: what it is, its name, its facts, its pages."""

    label: str
    title: str
    href: str
    detail: str
    pages: PageLink | None


def case_page(plan: Plan, step: Step, row: AgendaRow, before: AgendaRow | None, after: AgendaRow | None) -> Page:
    """The page of one case; `before` and `after` are the rows of its neighbours on the agenda."""
    committee, meeting, case = step.committee, step.meeting, step.case
    base, words = case.address, plan.words
    day = when.days(meeting, plan.language)
    name = words.case_number.format(number=row.number) if row.number else words.case_unnumbered
    withheld = case.access is Access.CONFIDENTIAL
    found = recorded(plan, committee, meeting, case.path)
    numbers = numbered(each.paragraph.number for each in found) or (f"§ {case.paragraph}" if case.paragraph else "")
    decided = Writer(Body(), found[0].minutes.path if found else "", base, plan.addresses, words)
    boxes = tuple(box for each in found for box in case_boxes(plan, each, decided, base))
    follow, alternates = followed_case(plan, case.path, base)
    html = plan.render(
        "case.html",
        kicker=words.case_of.format(case=name, day=day),
        title=case.title,
        withheld=withheld,
        tag=parts.Tag(words.withheld_tag, "info") if withheld else None,
        boxes=boxes,
        papers=tuple(_paper(plan, step, document) for document in case.documents),
        card=parts.case_card(plan, step.meeting, case, case.address),
        treated=_treated(plan, meeting),
        stopped=parts.status_tag(plan, meeting) if meeting.status is not MeetingStatus.CALLED else None,
        facts=_facts(plan, step, found, numbers),
        follow=follow,
        way=near(plan, case, base),
        whole_way=whole_way(plan, case, base),
        before=_neighbour(base, words.previous_case, before),
        after=_neighbour(base, words.next_case, after),
        signed=tuple(map(parts.person, case.signed)),
        **parts.cite(plan, committee, numbers, meeting, parts.unbroken(case.dnr) if case.dnr else case.title, base),
        **_letter(plan, step, found, base, decided),
    )
    where = words.meeting_title.format(committee=committee.name, day=day)
    dnr = "" if case.dnr is None else f", {case.dnr.value}"
    return Page(
        address=base,
        title=f"{case.title}, {where}",
        description=f"{name}, {where}{dnr}.",
        html=html,
        kind=PageKind.CASE,
        crumbs=parts.crumbs(plan, committee, meeting),
        here=name,
        indexed=True,
        filters=(*parts.filters(committee, meeting), *outcome_filters((each.paragraph for each in found), words)),
        meta=parts.hit_meta(plan, step, words.case, plan.case_pages(meeting, case)),
        numbers=(*(() if case.dnr is None else (case.dnr,)), *case.other_dnr),
        day=dates.iso(meeting.date),
        alternates=alternates,
    )


def _letter(plan: Plan, step: Step, found: Sequence[MinutedParagraph], base: str, decided: Writer) -> dict[str, object]:
    """What the template needs of a letter: its proposals first, then the rest of its text in order.

    Proposals stand beside what was `decided` of them, where that is `found`.
    """
    case, letter = step.case, step.case.letter
    if letter is None:
        return {"proposals": (), "compared": (), "contents": (), "html": "", "revisions": ()}
    writer = document_writer(plan, step.meeting, letter, base, decided.tables)
    compared = comparisons(case, found, writer, decided)
    proposals = tuple(
        Proposal(writer.inlines(section.heading), writer.blocks(section.blocks, 2) + END, section.anchor)
        for section in letter.sections
        if section.kind is SectionKind.PROPOSAL and not compared
    )
    return {
        "proposals": proposals,
        "compared": compared,
        "contents": writer.contents() if letter.toc else (),
        "html": document_text(writer, letter, without=SectionKind.PROPOSAL),
        "revisions": revision_rows(plan, letter.revisions),
    }


def _paper(plan: Plan, step: Step, document: Document) -> CasePaper:
    words, case = plan.words, step.case
    if document.number is None:
        title = fold.plain(document.heading) or case.title
        detail = [parts.day_of(document.date, plan), parts.person(case.officer)]
        label, href = words.letter, "#k_text"
    else:
        title, label = document.title, words.attachment.format(number=document.number)
        detail = list(document_details(plan, document, ""))
        href = relative(document.address, case.address) if document.has_pages else ""
    detail.append(parts.without_pages(plan, document))
    pages = plan.document_pages(step.meeting, document.path)
    return CasePaper(
        label,
        title,
        href,
        ", ".join(part for part in detail if part),
        parts.page_link(plan, step.meeting, pages, case.address),
    )


def _treated(plan: Plan, meeting: Meeting) -> str:
    state = plan.status(meeting)
    if state in (Status.CANCELLED, Status.POSTPONED):
        return ""
    said = plan.words.treated if state in (Status.HELD, Status.ADJUSTED) else plan.words.to_be_treated
    return said.format(day=when.weekday_days(meeting, plan.language))


def _facts(plan: Plan, step: Step, found: Sequence[MinutedParagraph], numbers: str) -> tuple[Fact, ...]:
    words, case, base = plan.words, step.case, step.case.address
    own = None if case.dnr is None else Value(case.dnr.value, dnr_href(plan, case, base))
    paragraphs = tuple(Value(each.name, relative(each.address, base)) for each in found) or (numbers,)
    earlier = (
        Value(decision(one.body, one.date, one.paragraph, plan.language), earlier_href(plan, case, one, base))
        for one in case.follows
    )
    pages = parts.page_link(plan, step.meeting, plan.case_pages(step.meeting, case), base)
    return (
        *fact(words.dnr, own),
        *fact(words.other_dnr, *(number.value for number in case.other_dnr)),
        *fact(words.paragraph, *paragraphs),
        *fact(words.kind, words.kinds[case.kind]),
        *fact(words.officer, parts.person(case.officer)),
        *fact(words.unit, case.unit),
        *fact(words.earlier, *earlier),
        *fact(words.presenter, *map(parts.person, case.presenters)),
        *fact(words.pages, Value("", pages=pages) if pages else None),
        *fact(words.sent_to, *(each.line for each in case.recipients)),
    )


def _neighbour(base: str, label: str, row: AgendaRow | None) -> Neighbour | None:
    if row is None or row.case is None:
        return None
    return Neighbour(label, row_name(row), relative(row.case.address, base))
