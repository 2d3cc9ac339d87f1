"""A document turned into what its page shows, and the attachments of a case into their pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.model.address import relative
from kallelse.model.matter import Step
from kallelse.model.meeting import AgendaRow, Document, Meeting, Revision
from kallelse.model.section import SectionKind
from kallelse.publish import parts, when
from kallelse.publish.foreign import foreign_values
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.pagemarks import END, page_marks
from kallelse.publish.parts import Neighbour
from kallelse.publish.plan import Plan
from kallelse.publish.text import Writer


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One row of a change history, its day in words."""

    date: str
    version: str
    name: str
    role: str
    comment: str


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
        template, own = "attachment.html", _body(plan, meeting, document)
    render = plan.render_unexplained if document.language else plan.render
    html = render(
        template,
        **own,
        kicker=kicker,
        title=document.title,
        language=document.language,
        details=document_details(plan, document, case.dnr.value if case.dnr else ""),
        pages=parts.page_link(plan, meeting, pages, base),
        back=Neighbour(words.back_to_case, row_name(row), relative(case.address, base)),
        before=_attachment(plan, base, words.previous_attachment, before),
        after=_attachment(plan, base, words.next_attachment, after),
        **parts.cited(
            plan,
            (
                committee.name,
                when.days(meeting, plan.language),
                parts.unbroken(case.dnr) if case.dnr is not None else case.title,
                short[:1].lower() + short[1:],
                document.title,
            ),
            base,
        ),
    )
    return Page(
        address=base,
        title=f"{document.title}, {kicker[:1].lower()}{kicker[1:]}, {where}",
        description=f"{kicker}, {where}: {case.title}.",
        html=html,
        kind=PageKind.ATTACHMENT,
        crumbs=(*parts.crumbs(plan, committee, meeting), Crumb(name, case.address)),
        here=short,
        indexed=True,
        filters=parts.filters(committee, meeting),
        meta=(*parts.hit_meta(plan, step, short, pages), *_own_file(document)),
        day=dates.iso(meeting.date),
    )


def _own_file(document: Document) -> tuple[tuple[str, str], ...]:
    """For the list of hits: the file of a document that came as one with pages of its own."""
    foreign = document.foreign
    return () if foreign is None or foreign.picture else (("file", document.file),)


def _body(plan: Plan, meeting: Meeting, document: Document) -> dict[str, object]:
    """What the template of an attachment needs of its text."""
    writer = document_writer(plan, meeting, document, document.address)
    return {
        "heading": writer.inlines(document.heading) if document.heading else "",
        "contents": writer.contents() if document.toc else (),
        "html": document_text(writer, document),
        "revisions": revision_rows(plan, document.revisions),
        "wide": document.landscape,
    }


def document_writer(plan: Plan, meeting: Meeting, document: Document, base: str, tables: int = 0) -> Writer:
    """The writer of a document of `meeting` on page `base`, which has that many `tables` already."""
    packet = plan.packet(meeting)
    return Writer(
        document.body,
        document.path,
        base,
        plan.addresses,
        plan.words,
        document.heading_numbers,
        csv=True,
        tables=tables,
        marks=page_marks(document, packet.pages if packet is not None else None),
    )


def document_text(writer: Writer, document: Document, without: SectionKind | None = None) -> str:
    """All that stands in a document but for sections of the kind `without`, as HTML."""
    sections = (writer.section(section, 2) for section in document.sections if section.kind is not without)
    return writer.blocks(document.preamble, 1) + "".join(sections) + END + writer.notes(2)


def document_details(plan: Plan, document: Document, dnr: str) -> tuple[str, ...]:
    """The facts of a document in the order in which a list shows them."""
    version = plan.words.version.format(version=document.version) if document.version else ""
    return tuple(each for each in (parts.day_of(document.date, plan), version, document.owner, dnr) if each)


def revision_rows(plan: Plan, revisions: tuple[Revision, ...]) -> tuple[RevisionRow, ...]:
    """The rows of a change history as they are shown."""
    return tuple(
        RevisionRow(when.day(each.date, plan.language), each.version, each.name, each.role, each.comment)
        for each in revisions
    )


def _attachment(plan: Plan, base: str, label: str, document: Document | None) -> Neighbour | None:
    if document is None:
        return None
    title = f"{plan.words.attachment.format(number=document.number)} {document.title}"
    return Neighbour(label, title, relative(document.address, base))


def row_name(row: AgendaRow) -> str:
    """The title of a case after its number."""
    return f"{row.number}. {row.title}" if row.number else row.title
