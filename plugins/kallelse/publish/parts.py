"""Facts of the model turned into the pieces that several pages show: links, tags, rows, persons."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from kallelse.locale import dates
from kallelse.locale.meeting import WITHHELD
from kallelse.locale.packet import held_together
from kallelse.locale.paragraphs import numbered
from kallelse.model.address import absolute, relative
from kallelse.model.dnr import Dnr
from kallelse.model.matter import Step
from kallelse.model.meeting import Access, Case, Committee, Document, Meeting
from kallelse.model.pages import Packet
from kallelse.model.person import Person
from kallelse.model.record import Minutes, RecordForm
from kallelse.publish import when
from kallelse.publish.page import Crumb
from kallelse.publish.plan import Pages, Plan
from kallelse.publish.status import Status


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page range: printed, said aloud, and where it leads in the packet."""

    printed: str
    spoken: str
    href: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A word with a tone: `ok`, `part`, `no`, `wait`, `info`."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Value:
    """One line of a fact: text, perhaps a link, or pages; a `quiet` one says where the line before comes from."""

    text: str
    href: str = ""
    pages: PageLink | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A term with its values."""

    term: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A file to fetch, or a page: its name, what it is in words, its address, the sign on it; perhaps one link more."""

    title: str
    detail: str
    href: str
    sign: str = "PDF"
    more: Value | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page before or after: what it is, its name, its address."""

    label: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list; `month`, `day` and `year` make the leaf of the calendar, `date` says the day in full.

    `year` is empty for the current one.
    """

    month: str
    day: str
    year: str
    iso: str
    date: str
    title: str
    href: str
    details: tuple[str, ...]
    packet: Value | None
    tag: Tag
    record: Value | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One point on the way of a matter; `text` is what was decided, as HTML, `vote` how in short.

    `committee` names its paragraphs too, to which `records` lead.
    """

    date: str
    iso: str
    title: str
    href: str
    committee: str
    here: bool
    coming: bool
    tags: tuple[Tag, ...]
    papers: Value | None = None
    records: tuple[Value, ...] = ()
    text: str = ""
    vote: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A year to choose; `current` is the one shown."""

    year: int
    href: str
    current: bool


_TONES = {
    Status.PLANNED: "info",
    Status.CALLED: "wait",
    Status.HELD: "ok",
    Status.ADJUSTED: "ok",
    Status.CANCELLED: "no",
    Status.POSTPONED: "part",
}


def status_tag(plan: Plan, meeting: Meeting) -> Tag:
    """How far the meeting has come, as a tag."""
    state = plan.status(meeting)
    texts = {
        Status.PLANNED: plan.words.planned,
        Status.CALLED: plan.words.called,
        Status.HELD: plan.words.held,
        Status.ADJUSTED: plan.words.adjusted,
        Status.CANCELLED: plan.words.cancelled,
        Status.POSTPONED: plan.words.postponed,
    }
    return Tag(texts[state], _TONES[state])


def matter_tag(plan: Plan, meeting: Meeting) -> Tag:
    """How far a matter has come at the meeting: a meeting is held, but a matter is treated."""
    match plan.status(meeting):
        case Status.HELD | Status.ADJUSTED:
            return Tag(plan.words.matter_treated, "ok")
        case Status.CALLED | Status.PLANNED:
            return Tag(plan.words.matter_to_be_treated, "wait")
        case Status.CANCELLED | Status.POSTPONED:
            return status_tag(plan, meeting)
        case never:
            assert_never(never)


def page_link(plan: Plan, meeting: Meeting, pages: Pages, base: str) -> PageLink | None:
    """The link from page `base` to `pages` of the meeting's packet; None for no pages."""
    if not pages.ranges:
        return None
    spoken = when.capital(pages.spoken(plan.language))
    href = f"{relative(meeting.packet, base)}#page={pages.ranges[0].first}"
    return PageLink(pages.printed, plan.words.pages_link.format(pages=spoken), href)


def packet_card(plan: Plan, meeting: Meeting, base: str) -> Card | None:
    """The packet to fetch, with pages and size."""
    packet = plan.packet(meeting)
    return None if packet is None else file_card(plan, plan.words.packet, packet, relative(meeting.packet, base))


def supplement_card(plan: Plan, meeting: Meeting, base: str) -> Card | None:
    """What was added or changed after the issue, to fetch; None where nothing was."""
    packet = plan.packet(meeting)
    late = None if packet is None else packet.supplement
    return None if late is None else file_card(plan, plan.words.supplement, late, relative(meeting.supplement, base))


def case_card(plan: Plan, meeting: Meeting, case: Case, base: str) -> Card | None:
    """The PDF of one case to fetch; None where it has none of its own."""
    packet = plan.packet(meeting)
    alone = None if packet is None else packet.cases.get(case.path)
    return None if alone is None else file_card(plan, plan.words.case_pdf, alone, relative(case.pdf, base))


def file_card(plan: Plan, title: str, packet: Packet, href: str) -> Card:
    """A PDF to fetch, with pages and size."""
    return Card(title, _size(plan, packet), href)


def _size(plan: Plan, packet: Packet) -> str:
    pages = plan.words.count(packet.pages.total, plan.words.page_count)
    return plan.words.packet_size.format(pages=pages, size=plan.words.size(len(packet.pdf)))


def packet_value(plan: Plan, meeting: Meeting, base: str) -> Value | None:
    """The packet as one link in a row: `Kallelse (PDF, 18 sidor)`."""
    packet = plan.packet(meeting)
    if packet is None:
        return None
    pages = plan.words.count(packet.pages.total, plan.words.page_count)
    return Value(plan.words.packet_row.format(pages=pages), relative(meeting.packet, base))


def times_of(plan: Plan, meeting: Meeting, minutes: Minutes | None) -> tuple[str, ...]:
    """When the meeting sat: as the minutes have it, else as it was called; by circulation it sat at no time."""
    if minutes is None:
        return when.times_alone(meeting, plan.words)
    if minutes.form is RecordForm.CIRCULATION:
        return ()
    return when.held_times(meeting.held(minutes), meeting, plan.words)


def record_value(plan: Plan, meeting: Meeting, base: str) -> Value | None:
    """The page of the minutes as one link in a row: `Protokoll §§ 21–26`."""
    minutes = plan.minutes(meeting)
    return None if minutes is None else Value(record_name(plan, minutes), relative(minutes.address, base))


def record_name(plan: Plan, minutes: Minutes) -> str:
    """What the minutes are called in a row: by the paragraphs that they have, or as the notes that they are."""
    if minutes.is_notes:
        return plan.words.record_notes
    return plan.words.record_of.format(numbers=numbered(each.number for each in minutes.paragraphs))


def record_card(plan: Plan, meeting: Meeting, base: str) -> Card | None:
    """The minutes to read, and to fetch where they have a PDF."""
    minutes = plan.minutes(meeting)
    if minutes is None:
        return None
    words, file = plan.words, plan.record_file(meeting, minutes.pdf)
    more = None if file is None else Value(f"PDF, {_size(plan, file)}", relative(minutes.pdf, base))
    days = {one.adjustment.date for one in minutes.sets if one.adjustment.date is not None}
    detail = words.adjusted_card.format(day=when.day(max(days), plan.language)) if days else ""
    return Card(record_name(plan, minutes), when.capital(detail), relative(minutes.address, base), "§", more)


def meeting_row(plan: Plan, committee: Committee, meeting: Meeting, base: str, named: bool = True) -> MeetingRow:
    """The meeting as a row of a list; `named` by its committee, else by its day."""
    date = when.days(meeting, plan.language)
    title = committee.name if named else when.capital(when.weekday_days(meeting, plan.language))
    if meeting.title:
        title = f"{title}, {meeting.title}"
    first = meeting.sittings[0]
    starts = when.clock(first, plan.words)
    details = [f"{when.weekday(meeting.date, plan.language)} {starts}" if named else starts, meeting.place]
    if meeting.cases:
        details.append(plan.words.count(len(meeting.cases), plan.words.case_count))
    leaf = dates.short_day(meeting.date, plan.language).split()
    return MeetingRow(
        month=leaf[1].rstrip("."),
        day=leaf[0],
        year="" if meeting.date.year == plan.as_of.year else str(meeting.date.year),
        iso=dates.iso(meeting.date),
        date=date,
        title=title,
        href=relative(meeting.address, base),
        details=tuple(detail for detail in details if detail),
        packet=packet_value(plan, meeting, base),
        tag=status_tag(plan, meeting),
        record=record_value(plan, meeting, base),
    )


def person(one: Person | None) -> str:
    """`Karin Ahlström (S), ordförande`; nothing for nobody."""
    return "" if one is None else one.line


def fact(term: str, *values: str | Value | None) -> Iterable[Fact]:
    """The fact, or nothing where it has no values."""
    shown = tuple(Value(each) if isinstance(each, str) else each for each in values if each)
    if shown:
        yield Fact(term, shown)


def day_of(date: dt.date | None, plan: Plan) -> str:
    """The day in words; nothing for no day."""
    return "" if date is None else when.day(date, plan.language)


def cite(
    plan: Plan, committee: Committee, numbers: str, meeting: Meeting, name: str, address: str
) -> dict[str, object]:
    """How to refer to a page of a meeting: body, paragraphs, day and `name`, then its address."""
    return cited(plan, (committee.name, numbers, when.days(meeting, plan.language), name), address)


def unbroken(number: Dnr) -> str:
    """A registry number that no line ends within."""
    return number.value.replace(" ", "\N{NO-BREAK SPACE}")


def cited(plan: Plan, words: Iterable[str], address: str) -> dict[str, object]:
    """How to refer to a page: `words` in one sentence, then its address where the site has one."""
    url = plan.settings.url
    return {
        "cite": held_together(", ".join(word for word in words if word).rstrip(".") + ".", plan.language),
        "cite_address": breakable(absolute(url, address)) if url else (),
    }


def breakable(address: str) -> tuple[str, ...]:
    """An address cut where a line may end: after a slash, and after a hyphen that is not within a date."""
    return tuple(re.split(r"(?<=[^/]/)(?=[^/])|(?<=//)|(?<=[^\W\d]-)", address))


def without_pages(plan: Plan, document: Document) -> str:
    """Why a document has no pages: handed out separately, or confidential, if its title does not say so."""
    if document.access is Access.CONFIDENTIAL:
        phrase = plan.settings.withheld or WITHHELD[plan.language]
        return plan.words.withheld_document if document.title != phrase else ""
    return plan.words.separate if document.separate else ""


def filters(committee: Committee, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """What narrows a search down to pages of this meeting."""
    return (("committee", committee.name), ("year", str(meeting.date.year)))


def crumbs(plan: Plan, committee: Committee, meeting: Meeting) -> tuple[Crumb, ...]:
    """The pages between the start page and one below a meeting's, that of the meeting last."""
    return Crumb(committee.name, committee.address), Crumb(when.days(meeting, plan.language), meeting.address)


def meeting_meta(
    plan: Plan, committee: Committee, meeting: Meeting, kind: str, dnr: Dnr | None = None
) -> tuple[tuple[str, str], ...]:
    """What the list of hits shows of a page of a meeting beside its title."""
    found = (("kind", kind), ("committee", committee.name), ("date", when.days(meeting, plan.language)))
    return found if dnr is None else (*found, ("dnr", dnr.value))


def hit_meta(plan: Plan, step: Step, kind: str, pages: Pages) -> tuple[tuple[str, str], ...]:
    """The same of a page of a case, with its pages in the packet; `packet` is an address from the site's root."""
    meeting = step.meeting
    found = meeting_meta(plan, step.committee, meeting, kind, step.case.dnr)
    if not pages.ranges:
        return found
    spoken = when.capital(pages.spoken(plan.language))
    link = plan.words.pages_link.format(pages=spoken)
    return (*found, ("pages", link), ("packet", f"{meeting.packet}#page={pages.ranges[0].first}"))
