"""A meeting turned into its page: how far it has come, its papers, the agenda with pages, its facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.law.deadlines import Deadline, latest_adjustment
from kallelse.locale import dates
from kallelse.locale.changes import change_words, changes_title, concordances
from kallelse.locale.follow import follow_words
from kallelse.locale.paragraphs import numbered
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
from kallelse.model.moveddays import former_days
from kallelse.model.record import Minutes, Paragraph
from kallelse.publish import parts, when
from kallelse.publish.adjustment import adjusted_values
from kallelse.publish.appeal import appeal_time
from kallelse.publish.feeds import feed_of_committee
from kallelse.publish.follow import alternates, box_of_meeting
from kallelse.publish.linked import meeting_node
from kallelse.publish.outcome import paragraph_tags
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.parts import Fact, PageLink, Tag, Value, fact
from kallelse.publish.plan import MEETINGS, Plan, meeting_name
from kallelse.publish.status import Status, last_day
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
class RowDecision:
    """A paragraph beside its row of the agenda: its number with the link to its page, and what it came to."""

    name: str
    href: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the agenda; `kind` is the value of a RowKind, `details` stand below the title.

    `decided` are the paragraphs that the row became, `label` what kind of case it is while there are none.
    """

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
    decided: tuple[RowDecision, ...] = ()


def meeting_page(plan: Plan, committee: Committee, meeting: Meeting) -> Page:
    """The page of one meeting."""
    base, language = meeting.address, plan.language
    day = when.days(meeting, language)
    state = plan.status(meeting)
    note = Writer(meeting.note, meeting.path, base, plan.addresses, plan.words)
    before = former_days(meeting)
    html = plan.render(
        "meeting.html",
        committee=committee.name,
        heading=when.capital(when.weekday_days(meeting, language)),
        title=meeting.title,
        times="; ".join(when.times_alone(meeting, plan.words)),
        place=meeting.place,
        moved=" ".join(follow_words(language).moved_from.format(day=when.day(each, language)) for each in before[-1:]),
        tag=parts.status_tag(plan, meeting),
        stages=_stages(plan, meeting, state),
        notice=_notice(plan, meeting, state),
        status_note=meeting.status_note,
        note=note.blocks(meeting.note.blocks, 1) + note.notes(2),
        record=parts.record_card(plan, meeting, base),
        card=parts.packet_card(plan, meeting, base),
        foreign=(packet := plan.packet(meeting)) is not None and not packet.standards,
        supplement=parts.supplement_card(plan, meeting, base),
        changes_title=changes_title(meeting, language) if meeting.issues and meeting.changes else "",
        changes=tuple(_changes(plan, meeting)),
        concordances=concordances(meeting, language),
        items=tuple(_items(plan, committee, meeting)),
        planned=state is Status.PLANNED,
        facts=_facts(plan, meeting),
        follow=box_of_meeting(plan, committee, meeting),
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
        crumbs=(Crumb(plan.words.meetings, MEETINGS), Crumb(committee.name, committee.address)),
        here=day,
        indexed=True,
        filters=parts.filters(committee, meeting),
        meta=parts.meeting_meta(plan, committee, meeting, plan.words.to_be_held),
        day=dates.iso(meeting.date),
        alternates=alternates(plan, feed_of_committee(committee, plan.settings)),
        described=meeting_node(plan, committee, meeting),
    )


def _stages(plan: Plan, meeting: Meeting, state: Status) -> tuple[Stage, ...]:
    """Planned, called, held, adjusted; none for a meeting that is cancelled or postponed."""
    if state in (Status.CANCELLED, Status.POSTPONED):
        return ()
    words, order = plan.words, (Status.PLANNED, Status.CALLED, Status.HELD, Status.ADJUSTED)
    reached = order.index(state)
    is_held = reached >= order.index(Status.HELD)
    adjusted = _adjusted(plan, meeting, state)
    found = (
        (Status.PLANNED, words.planned, None, ""),
        (Status.CALLED, words.called, meeting.issued, ""),
        (Status.HELD, words.held if is_held else words.to_be_held, meeting.date, ""),
        (Status.ADJUSTED, words.adjusted if state is Status.ADJUSTED else words.to_be_adjusted, *adjusted),
    )
    return tuple(
        Stage(
            name,
            said or (dates.short_day(day, plan.language) if day else ""),
            dates.iso(day) if day else "",
            order.index(stage) <= reached,
            stage is state,
        )
        for stage, name, day, said in found
        if not (stage is Status.CALLED and is_held and meeting.issued is None)
        and not (stage is Status.ADJUSTED and day is None)
    )


def _adjusted(plan: Plan, meeting: Meeting, state: Status) -> tuple[dt.date | None, str]:
    """The day of the last adjustment, or until when there must be one (KL 5 kap. 69 §), with what is said of it.

    None where that day is over and nothing is adjusted: the minutes are not published here.
    """
    minutes = plan.minutes(meeting)
    days = [one.adjustment.date for one in minutes.sets if one.adjustment.date] if minutes is not None else []
    if state is Status.ADJUSTED:
        return max(days), ""
    latest = latest_adjustment(last_day(meeting), council=False)
    if latest is None or (latest.day < plan.as_of and not days):
        return None, ""
    return latest.day, plan.words.adjusted_latest.format(day=dates.short_day(latest.day, plan.language))


def _notice(plan: Plan, meeting: Meeting, state: Status) -> tuple[str, str]:
    """What must be said on top, a strong sentence and one more: papers are proposals, not decisions."""
    words, minutes = plan.words, plan.minutes(meeting)
    if state is Status.CANCELLED:
        return words.cancelled_note, ""
    if state is Status.POSTPONED:
        return words.postponed_note, ""
    if state is Status.ADJUSTED:
        return "", ""
    if minutes is not None and not minutes.is_notes:
        left = left_of(minutes)
        # Of several days, all may be adjusted that is written.
        return (words.record_incomplete, words.record_left.format(numbers=left)) if left else (words.proposals_only, "")
    if not meeting.cases:
        return (words.not_held, words.planned_note) if state is Status.PLANNED else ("", "")
    return words.proposals_only, words.held_note if state is Status.HELD else words.not_held


def left_of(minutes: Minutes) -> str:
    """The paragraphs whose sets are not adjusted yet."""
    return numbered(number for one in minutes.sets if one.adjustment.date is None for number in one.numbers)


def _facts(plan: Plan, meeting: Meeting) -> tuple[Fact, ...]:
    words, minutes = plan.words, plan.minutes(meeting)
    summoned = [each.strip() for each in meeting.recipients]
    copies = [each.strip() for each in meeting.copies]
    return (
        *fact(words.time, *parts.times_of(plan, meeting, minutes)),
        *fact(words.place, (minutes.place if minutes is not None else "") or meeting.place),
        *fact(words.chair, parts.person(meeting.chair)),
        *fact(words.secretary, parts.person(meeting.secretary)),
        *fact(words.called_persons, *summoned),
        *fact(words.for_information, *copies),
        *fact(words.issued, parts.day_of(meeting.issued, plan)),
        *fact(words.issues, *_issues(plan, meeting)),
        *(() if minutes is None else _adjustment(plan, minutes)),
    )


def _adjustment(plan: Plan, minutes: Minutes) -> Iterator[Fact]:
    """Who adjusted, when, and until when that can be appealed, by set where there are several."""
    words = plan.words
    sets = sorted((one for one in minutes.sets if one.adjustment.date), key=lambda one: -len(one.numbers))
    adjusters = dict.fromkeys(parts.person(each) for one in sets for each in one.adjustment.adjusters)
    days, appeals = [], []
    for one in sets:
        name = numbered(one.numbers) if len(minutes.sets) > 1 else ""
        days.append(", ".join(each for each in (*adjusted_values(plan, one), name) if each))
        lasts = {appeal_time(one, each) for each in minutes.within(one)}
        ends = {each.day for each in lasts if isinstance(each, Deadline)}
        lines = (words.appeal_last.format(day=when.day(day, plan.language)) for day in sorted(ends))
        appeals += [", ".join(part for part in (line, name) if part) for line in lines]
    yield from fact(words.adjusters, *adjusters)
    yield from fact(words.adjusted, *days)
    yield from fact(words.appeal, *appeals)


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


def _items(plan: Plan, committee: Committee, meeting: Meeting) -> Iterator[Item]:
    """The rows of the agenda, and after them what the meeting took up beside it."""
    minutes = plan.minutes(meeting)
    left = [] if minutes is None or minutes.is_notes else [*minutes.paragraphs]
    for row in meeting.agenda:
        found = [each for each in left if _is_of(each, row)]
        left = [each for each in left if not _is_of(each, row)]
        decided = tuple(_decided(plan, minutes, each, meeting.address) for each in found if minutes is not None)
        yield _item(plan, committee, meeting, row, decided)
    for each in left:
        if minutes is not None:
            decided = (_decided(plan, minutes, each, meeting.address),)
            href, kind = relative(minutes.paragraph_address(each), meeting.address), RowKind.CASE.value
            details = (plan.words.added_at_meeting,) if each.is_added else ()
            yield Item(kind, "", each.title, href, "", "", details, False, None, (), decided)


def _is_of(paragraph: Paragraph, row: AgendaRow) -> bool:
    """Whether a paragraph is of that row: of its case, or of the row itself, which may have no case."""
    if row.case is not None:
        return paragraph.case == row.case.path
    return not paragraph.case and bool(paragraph.item) and paragraph.item in (row.number, row.title)


def _decided(plan: Plan, minutes: Minutes, paragraph: Paragraph, base: str) -> RowDecision:
    href = relative(minutes.paragraph_address(paragraph), base)
    return RowDecision(numbered((paragraph.number,)), href, paragraph_tags(paragraph, plan.words))


def _item(plan: Plan, committee: Committee, meeting: Meeting, row: AgendaRow, decided: tuple[RowDecision, ...]) -> Item:
    case = row.case
    if case is None:
        minutes = (plan.words.count(row.minutes, plan.words.minutes),) if row.minutes is not None else ()
        return Item(row.kind.value, row.number, row.title, "", "", "", minutes, False, None, (), decided)
    return Item(
        kind=RowKind.CASE.value,
        number=row.number,
        title=row.title,
        href=relative(case.address, meeting.address),
        label="" if decided else plan.words.kinds[case.kind],
        paragraph=f"§ {case.paragraph}" if case.paragraph and not decided else "",
        details=_details(plan, committee, case, row),
        withheld=case.access is Access.CONFIDENTIAL,
        pages=parts.page_link(plan, meeting, plan.case_pages(meeting, case), meeting.address),
        documents=tuple(_line(plan, meeting, case, document) for document in case.documents)
        if case.attachments
        else (),
        decided=decided,
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
