"""A meeting turned into its page: how far it has come, its papers, the agenda with pages, its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.changes import change_words, changes_title, concordances
from kallelse.model.address import relative
from kallelse.model.changed import changed
from kallelse.model.meeting import (
    Access,
    AgendaColumn,
    AgendaRow,
    Case,
    Committee,
    Document,
    Meeting,
    RowKind,
)
from kallelse.publish import parts, when
from kallelse.publish.page import Crumb, Page, PageKind, Section
from kallelse.publish.parts import Fact, PageLink, Value, fact
from kallelse.publish.plan import MEETINGS, START, Plan, meeting_name
from kallelse.publish.status import Status
from kallelse.publish.text import Writer


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the meeting's way: name and day, whether it is reached, whether it is the latest."""

    name: str
    day: str
    iso: str
    done: bool
    current: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A document below its case in the agenda."""

    title: str
    href: str
    note: str
    pages: PageLink | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change after the issue: what happened to which document, when and why; where it is on the site, its pages."""

    kind: str
    name: str
    href: str
    why: str
    pages: PageLink | None


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the agenda; `kind` is the value of a RowKind, `details` stand below the title."""

    kind: str
    number: str
    title: str
    href: str
    label: str
    paragraph: str
    details: tuple[str, ...]
    withheld: bool
    pages: PageLink | None
    documents: tuple[Line, ...]


def meeting_page(plan: Plan, committee: Committee, meeting: Meeting) -> Page:
    """The page of one meeting."""
    base, language = meeting.address, plan.language
    day = when.days(meeting, language)
    state = plan.status(meeting)
    note = Writer(meeting.note, meeting.path, base, plan.addresses, plan.words)
    html = plan.render(
        "meeting.html",
        committee=committee.name,
        heading=when.capital(when.weekday_days(meeting, language)),
        title=meeting.title,
        times=when.capital("; ".join(when.times(meeting, plan.words))),
        place=meeting.place,
        tag=parts.status_tag(plan, meeting),
        stages=_stages(plan, meeting, state),
        notice=_notice(plan, meeting, state),
        status_note=meeting.status_note,
        note=note.blocks(meeting.note.blocks, 1) + note.notes(2),
        card=parts.packet_card(plan, meeting, base),
        foreign=(packet := plan.packet(meeting)) is not None and not packet.standards,
        supplement=parts.supplement_card(plan, meeting, base),
        changes_title=changes_title(meeting, language) if meeting.issues and meeting.changes else "",
        changes=tuple(_changes(plan, meeting)),
        concordances=concordances(meeting, language),
        items=tuple(_item(plan, committee, meeting, row) for row in meeting.agenda),
        planned=state is Status.PLANNED,
        facts=_facts(plan, meeting),
    )
    name = meeting_name(committee, meeting)
    return Page(
        address=base,
        title=plan.words.meeting_title.format(
            committee=name, day=f"{day} {when.clock(meeting.sittings[0], plan.words)}"
        ),
        description=_description(plan, committee, meeting),
        html=html,
        kind=PageKind.MEETING,
        language=language,
        section=Section.MEETINGS,
        crumbs=(
            Crumb(plan.words.home, START),
            Crumb(plan.words.meetings, MEETINGS),
            Crumb(committee.name, committee.address),
        ),
        here=day,
        indexed=True,
        filters=parts.filters(committee, meeting),
        meta=(("kind", plan.words.to_be_held), ("committee", committee.name), ("date", day)),
    )


def _stages(plan: Plan, meeting: Meeting, state: Status) -> tuple[Stage, ...]:
    """Planned, called, held; none for a meeting that is cancelled or postponed."""
    if state in (Status.CANCELLED, Status.POSTPONED):
        return ()
    words, order = plan.words, (Status.PLANNED, Status.CALLED, Status.HELD)
    names = (words.planned, words.called, words.held if state is Status.HELD else words.to_be_held)
    days = (None, meeting.issued, meeting.date)
    reached = order.index(state)
    return tuple(
        Stage(
            name,
            dates.short_day(day, plan.language) if day else "",
            dates.iso(day) if day else "",
            index <= reached,
            index == reached,
        )
        for index, (name, day) in enumerate(zip(names, days, strict=True))
        if not (order[index] is Status.CALLED and state is Status.HELD and meeting.issued is None)
    )


def _notice(plan: Plan, meeting: Meeting, state: Status) -> tuple[str, str]:
    """What must be said on top, a strong sentence and one more: papers are proposals, not decisions."""
    words = plan.words
    if state is Status.CANCELLED:
        return words.cancelled_note, ""
    if state is Status.POSTPONED:
        return words.postponed_note, ""
    if not meeting.cases:
        return (words.not_held, words.planned_note) if state is Status.PLANNED else ("", "")
    return words.proposals_only, words.held_note if state is Status.HELD else words.not_held


def _facts(plan: Plan, meeting: Meeting) -> tuple[Fact, ...]:
    words = plan.words
    summoned = [each.strip() for each in meeting.recipients]
    copies = [each.strip() for each in meeting.copies]
    return (
        *fact(words.time, *map(when.capital, when.times(meeting, words))),
        *fact(words.place, meeting.place),
        *fact(words.chair, parts.person(meeting.chair)),
        *fact(words.secretary, parts.person(meeting.secretary)),
        *fact(words.called_persons, *summoned),
        *fact(words.for_information, *copies),
        *fact(words.issued, parts.day_of(meeting.issued, plan)),
        *fact(words.issues, *_issues(plan, meeting)),
    )


def _issues(plan: Plan, meeting: Meeting) -> Iterator[Value]:
    """What went out, each as it was; one alone that nothing was changed of is what the packet still is."""
    if len(meeting.issues) < 2 and not meeting.changes:
        return
    for number, issue in enumerate(meeting.issues, start=1):
        if not issue.withheld:
            day = when.day(issue.date, plan.language)
            yield Value(plan.words.issue_pdf.format(day=day), relative(meeting.issue_address(number), meeting.address))


def _changes(plan: Plan, meeting: Meeting) -> Iterator[ChangeRow]:
    for one in changed(meeting):
        said = change_words(one, meeting, plan.language)
        address = one.document.address if one.document is not None else ""
        pages = plan.document_pages(meeting, one.change.path if one.document is not None else "")
        yield ChangeRow(
            kind=said.kind,
            name=said.name,
            href=relative(address, meeting.address) if address else "",
            why=said.why,
            pages=parts.page_link(plan, meeting, pages, meeting.address),
        )


def _item(plan: Plan, committee: Committee, meeting: Meeting, row: AgendaRow) -> Item:
    case = row.case
    if case is None:
        minutes = (plan.words.count(row.minutes, plan.words.minutes),) if row.minutes is not None else ()
        return Item(row.kind.value, row.number, row.title, "", "", "", minutes, False, None, ())
    return Item(
        kind=RowKind.CASE.value,
        number=row.number,
        title=row.title,
        href=relative(case.address, meeting.address),
        label=plan.words.kinds[case.kind],
        paragraph=f"§ {case.paragraph}" if case.paragraph else "",
        details=_details(plan, committee, case, row),
        withheld=case.access is Access.CONFIDENTIAL,
        pages=parts.page_link(plan, meeting, plan.case_pages(meeting, case), meeting.address),
        documents=tuple(_line(plan, meeting, case, document) for document in case.documents)
        if case.attachments
        else (),
    )


def _details(plan: Plan, committee: Committee, case: Case, row: AgendaRow) -> tuple[str, ...]:
    """What stands below a title: the number, and what the committee's agenda has columns for."""
    words, columns = plan.words, committee.agenda_columns
    details = [case.dnr.value] if case.dnr is not None else []
    if AgendaColumn.PRESENTER in columns and case.presenters:
        details.append(f"{words.presenter}: {'; '.join(map(parts.person, case.presenters))}")
    if AgendaColumn.PROPOSAL in columns and case.short_proposal:
        details.append(f"{words.proposal}: {case.short_proposal}")
    if AgendaColumn.MINUTES in columns and row.minutes is not None:
        details.append(words.count(row.minutes, words.minutes))
    return tuple(details)


def _line(plan: Plan, meeting: Meeting, case: Case, document: Document) -> Line:
    words = plan.words
    if document.number is None:
        title, address = words.letter, case.address + "#k_text"
    else:
        title = f"{words.attachment.format(number=document.number)} {document.title}"
        address = document.address if document.has_pages else ""
    return Line(
        title=title,
        href=relative(address, meeting.address) if address else "",
        note=parts.without_pages(plan, document),
        pages=parts.page_link(plan, meeting, plan.document_pages(meeting, document.path), meeting.address),
    )


def _description(plan: Plan, committee: Committee, meeting: Meeting) -> str:
    said = [
        f"{meeting_name(committee, meeting)} {when.weekday_days(meeting, plan.language)}",
        when.clock(meeting.sittings[0], plan.words),
        meeting.place,
        plan.words.count(len(meeting.cases), plan.words.case_count) if meeting.cases else "",
    ]
    return ", ".join(part for part in said if part) + "."
