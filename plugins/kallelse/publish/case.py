"""A case turned into its page, the proposal first, and its attachments into theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale.meeting import decision
from kallelse.locale.packet import held_together
from kallelse.model import fold
from kallelse.model.address import relative
from kallelse.model.matter import Step
from kallelse.model.meeting import Access, AgendaRow, Document, Meeting, MeetingStatus, Revision
from kallelse.model.section import SectionKind
from kallelse.publish import parts, when
from kallelse.publish.foreign import foreign_values
from kallelse.publish.matter import moment
from kallelse.publish.page import Crumb, Page, PageKind, Section
from kallelse.publish.parts import Fact, Moment, Neighbour, PageLink, Value, fact
from kallelse.publish.plan import START, Plan, Waypoint
from kallelse.publish.status import Status
from kallelse.publish.text import Writer

# As many points of a matter's way as a case page shows; the rest stands on the matter's own page.
_WAY = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal to decide with its heading, both as HTML."""

    heading: str
    html: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in the list of a case: what it is, its name, its facts, its pages."""

    label: str
    title: str
    href: str
    detail: str
    pages: PageLink | None


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One row of a change history, its day in words."""

    date: str
    version: str
    name: str
    role: str
    comment: str


def case_page(plan: Plan, step: Step, row: AgendaRow, before: AgendaRow | None, after: AgendaRow | None) -> Page:
    """The page of one case; `before` and `after` are the rows of its neighbours on the agenda."""
    committee, meeting, case = step.committee, step.meeting, step.case
    base, words = case.address, plan.words
    day = when.days(meeting, plan.language)
    name = words.case_number.format(number=row.number) if row.number else words.case_unnumbered
    letter = case.letter
    found = plan.matter_of.get(case.path)
    withheld = case.access is Access.CONFIDENTIAL
    joined = found is not None and len(found.matter.steps) > 1
    html = plan.render(
        "case.html",
        kicker=words.case_of.format(case=name, day=day),
        title=case.title,
        withheld=withheld,
        tag=parts.Tag(words.withheld_tag, "info") if withheld else None,
        paragraph=f"§ {case.paragraph}" if case.paragraph else "",
        papers=tuple(_paper(plan, step, document) for document in case.documents),
        card=parts.case_card(plan, step.meeting, case, case.address),
        treated=_treated(plan, meeting),
        stopped=parts.status_tag(plan, meeting) if meeting.status is not MeetingStatus.CALLED else None,
        facts=_facts(plan, step),
        way=_way(plan, found, base) if found is not None and joined else (),
        whole_way=relative(found.matter.address, base) if found is not None and joined else "",
        before=_neighbour(base, words.previous_case, before),
        after=_neighbour(base, words.next_case, after),
        signed=tuple(map(parts.person, case.signed)),
        **_cite(plan, step),
        **_letter(plan, base, letter),
    )
    where = words.meeting_title.format(committee=committee.name, day=day)
    numbers = "" if case.dnr is None else f", {case.dnr.value}"
    return Page(
        address=base,
        title=f"{case.title}, {where}",
        description=f"{name}, {where}{numbers}.",
        html=html,
        kind=PageKind.CASE,
        language=plan.language,
        section=Section.MEETINGS,
        crumbs=(
            Crumb(words.home, START),
            Crumb(committee.name, committee.address),
            Crumb(day, meeting.address),
        ),
        here=name,
        indexed=True,
        filters=parts.filters(committee, meeting),
        meta=parts.hit_meta(plan, step, words.case, plan.case_pages(meeting, case)),
    )


def attachment_pages(plan: Plan, step: Step, row: AgendaRow) -> Iterator[Page]:
    """A page for each attachment of a case that has a text of its own."""
    readable = [document for document in step.case.attachments if document.has_pages]
    around = zip([None, *readable], readable, [*readable[1:], None], strict=False)
    for before, document, after in around:
        yield _attachment_page(plan, step, row, document, before, after)


def _attachment_page(
    plan: Plan,
    step: Step,
    row: AgendaRow,
    document: Document,
    before: Document | None,
    after: Document | None,
) -> Page:
    committee, meeting, case = step.committee, step.meeting, step.case
    base, words = document.address, plan.words
    day = when.days(meeting, plan.language)
    name = words.case_number.format(number=row.number) if row.number else words.case_unnumbered
    short = words.attachment_short.format(number=document.number)
    where = words.meeting_title.format(committee=committee.name, day=day)
    kicker = words.attachment_of.format(number=document.number, case=row.number) if row.number else short
    pages = plan.document_pages(meeting, document.path)
    if document.foreign is not None:
        template, own = "foreign.html", foreign_values(plan, step, document, document.foreign)
    else:
        template, own = "attachment.html", _body(plan, document)
    html = plan.render(
        template,
        **own,
        kicker=kicker,
        title=document.title,
        details=_details(plan, document, case.dnr.value if case.dnr else ""),
        pages=parts.page_link(plan, meeting, pages, base),
        back=Neighbour(words.back_to_case, _numbered(row), relative(case.address, base)),
        before=_attachment(plan, base, words.previous_attachment, before),
        after=_attachment(plan, base, words.next_attachment, after),
    )
    return Page(
        address=base,
        title=f"{document.title}, {kicker[:1].lower()}{kicker[1:]}, {where}",
        description=f"{kicker}, {where}: {case.title}.",
        html=html,
        kind=PageKind.ATTACHMENT,
        language=plan.language,
        section=Section.MEETINGS,
        crumbs=(
            Crumb(words.home, START),
            Crumb(committee.name, committee.address),
            Crumb(day, meeting.address),
            Crumb(name, case.address),
        ),
        here=short,
        indexed=True,
        filters=parts.filters(committee, meeting),
        meta=parts.hit_meta(plan, step, short, pages),
    )


def _body(plan: Plan, document: Document) -> dict[str, object]:
    """What the template of an attachment needs of its text."""
    writer = _writer(plan, document, document.address)
    return {
        "heading": writer.inlines(document.heading) if document.heading else "",
        "contents": writer.contents() if document.toc else (),
        "html": _text(writer, document),
        "revisions": _revisions(plan, document.revisions),
        "wide": document.landscape,
    }


def _writer(plan: Plan, document: Document, base: str) -> Writer:
    return Writer(document.body, document.path, base, plan.addresses, plan.words, document.heading_numbers, csv=True)


def _letter(plan: Plan, base: str, letter: Document | None) -> dict[str, object]:
    """What the template needs of a letter: its proposals first, then the rest of its text in order."""
    if letter is None:
        return {"proposals": (), "contents": (), "html": "", "revisions": ()}
    writer = _writer(plan, letter, base)
    proposals = tuple(
        Proposal(writer.inlines(section.heading), writer.blocks(section.blocks, 2), section.anchor)
        for section in letter.sections
        if section.kind is SectionKind.PROPOSAL
    )
    return {
        "proposals": proposals,
        "contents": writer.contents() if letter.toc else (),
        "html": _text(writer, letter, without=SectionKind.PROPOSAL),
        "revisions": _revisions(plan, letter.revisions),
    }


def _text(writer: Writer, document: Document, without: SectionKind | None = None) -> str:
    sections = (writer.section(section, 2) for section in document.sections if section.kind is not without)
    return writer.blocks(document.preamble, 1) + "".join(sections) + writer.notes(2)


def _paper(plan: Plan, step: Step, document: Document) -> Paper:
    words, case = plan.words, step.case
    if document.number is None:
        title = fold.plain(document.heading) or case.title
        detail = [parts.person(case.officer), parts.day_of(document.date, plan)]
        label, href = words.letter, "#k_text"
    else:
        title, label = document.title, words.attachment.format(number=document.number)
        detail = list(_details(plan, document, ""))
        href = relative(document.address, case.address) if document.has_pages else ""
    detail.append(parts.without_pages(plan, document))
    pages = plan.document_pages(step.meeting, document.path)
    return Paper(
        label,
        title,
        href,
        ", ".join(part for part in detail if part),
        parts.page_link(plan, step.meeting, pages, case.address),
    )


def _details(plan: Plan, document: Document, dnr: str) -> tuple[str, ...]:
    version = plan.words.version.format(version=document.version) if document.version else ""
    return tuple(each for each in (parts.day_of(document.date, plan), version, document.owner, dnr) if each)


def _revisions(plan: Plan, revisions: tuple[Revision, ...]) -> tuple[RevisionRow, ...]:
    return tuple(
        RevisionRow(when.day(each.date, plan.language), each.version, each.name, each.role, each.comment)
        for each in revisions
    )


def _treated(plan: Plan, meeting: Meeting) -> str:
    state = plan.status(meeting)
    if state in (Status.CANCELLED, Status.POSTPONED):
        return ""
    said = plan.words.treated if state is Status.HELD else plan.words.to_be_treated
    return said.format(day=when.weekday_days(meeting, plan.language))


def _facts(plan: Plan, step: Step) -> tuple[Fact, ...]:
    words, case, base = plan.words, step.case, step.case.address
    own = None if case.dnr is None else Value(case.dnr.value, _matter_href(plan, step))
    pages = parts.page_link(plan, step.meeting, plan.case_pages(step.meeting, case), base)
    return (
        *fact(words.dnr, own),
        *fact(words.other_dnr, *(number.value for number in case.other_dnr)),
        *fact(words.paragraph, f"§ {case.paragraph}" if case.paragraph else ""),
        *fact(words.kind, words.kinds[case.kind]),
        *fact(words.officer, parts.person(case.officer)),
        *fact(words.unit, case.unit),
        *fact(words.earlier, *(decision(one.body, one.date, one.paragraph, plan.language) for one in case.follows)),
        *fact(words.presenter, *map(parts.person, case.presenters)),
        *fact(words.pages, Value("", pages=pages) if pages else None),
        *fact(words.sent_to, *(each.line for each in case.recipients)),
    )


def _matter_href(plan: Plan, step: Step) -> str:
    """The link from the case's own number to its matter; a standing number has none."""
    found, dnr = plan.matter_of.get(step.case.path), step.case.dnr
    if found is None or dnr is None or all(dnr.identity != each.identity for each in found.matter.numbers):
        return ""
    return relative(found.matter.address, step.case.address)


def _way(plan: Plan, found: Waypoint, base: str) -> tuple[Moment, ...]:
    """At most `_WAY` points of the way, those nearest to this page."""
    steps = found.matter.steps
    first = max(0, min(found.index - _WAY // 2, len(steps) - _WAY))
    return tuple(
        moment(plan, step, base, here=first + index == found.index)
        for index, step in enumerate(steps[first : first + _WAY])
    )


def _cite(plan: Plan, step: Step) -> dict[str, object]:
    """How to refer to the case: body, paragraph, day and number; then its address where the site has one."""
    case = step.case
    words = [
        step.committee.name,
        f"§ {case.paragraph}" if case.paragraph else "",
        when.days(step.meeting, plan.language),
        case.dnr.value if case.dnr is not None else case.title,
    ]
    url = plan.settings.url
    said = ", ".join(word for word in words if word).rstrip(".") + "."
    return {
        "cite": held_together(said, plan.language),
        "cite_address": parts.breakable(url.rstrip("/") + "/" + case.address) if url else (),
    }


def _numbered(row: AgendaRow) -> str:
    return f"{row.number}. {row.title}" if row.number else row.title


def _neighbour(base: str, label: str, row: AgendaRow | None) -> Neighbour | None:
    if row is None or row.case is None:
        return None
    return Neighbour(label, _numbered(row), relative(row.case.address, base))


def _attachment(plan: Plan, base: str, label: str, document: Document | None) -> Neighbour | None:
    if document is None:
        return None
    title = f"{plan.words.attachment.format(number=document.number)} {document.title}"
    return Neighbour(label, title, relative(document.address, base))
