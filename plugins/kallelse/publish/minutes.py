"""The minutes of a meeting turned into their page: what was decided, who took part, how it was adjusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.paragraphs import numbered
from kallelse.locale.record_words import CHAIR
from kallelse.model.address import relative
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.person import Person
from kallelse.model.record import Adjournment, Attendee, Minutes, Paragraph, RecordForm
from kallelse.model.text import Body
from kallelse.publish import parts, when
from kallelse.publish.adjustment import sets_of
from kallelse.publish.correction import correction_rows
from kallelse.publish.decision import MinutedParagraph, decided_html
from kallelse.publish.meeting import left_of
from kallelse.publish.outcome import PointTag, paragraph_tags, point_tags
from kallelse.publish.page import Page, PageKind
from kallelse.publish.parts import Fact, Tag, fact
from kallelse.publish.plan import Plan
from kallelse.publish.text import Writer
from kallelse.publish.verify import verify_href
from kallelse.publish.vote import people_of, served


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who attended: name, party; below it in which part, and for what, as it is typed."""

    name: str
    party: str
    detail: str


@dataclass(frozen=True, slots=True)
class Group:
    """Those who attended in one part, under its name."""

    name: str
    people: tuple[Present, ...]


@dataclass(frozen=True, slots=True)
class DecisionText:
    """One decision of a paragraph as HTML; `to` names the body that it is a proposal to."""

    to: str
    points: tuple[PointTag, ...]
    html: str


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph in the list of all: number, title, page, what it came to and what it decides.

    Of notes, which have no pages of their own, `html` is the whole of it.
    """

    anchor: str
    name: str
    title: str
    href: str
    details: tuple[str, ...]
    tags: tuple[Tag, ...]
    decisions: tuple[DecisionText, ...]
    html: str = ""


def minutes_page(plan: Plan, committee: Committee, meeting: Meeting, minutes: Minutes) -> Page:
    """The page of the minutes of one meeting, or of notes beside them."""
    base, words = minutes.address, plan.words
    day = when.days(meeting, plan.language)
    heading, called = (
        (words.record_notes, words.record_notes_title) if minutes.is_notes else (words.record, words.record_title)
    )
    title = called.format(committee=committee.name, day=day)
    numbers = "" if minutes.is_notes else numbered(each.number for each in minutes.paragraphs)
    preamble = Writer(minutes.preamble, minutes.path, base, plan.addresses, words)
    left = left_of(minutes)
    html = plan.render(
        "minutes.html",
        committee=committee.name,
        heading=f"{heading} {day}",
        lead=numbers,
        left=words.record_left.format(numbers=left) if left else "",
        card=_card(plan, meeting, minutes),
        preamble=preamble.blocks(minutes.preamble.blocks, 1) + preamble.notes(2),
        paragraphs=tuple(_rows(plan, committee, meeting, minutes)),
        groups=tuple(_groups(plan, committee, minutes)),
        sets=tuple(sets_of(plan, meeting, minutes, base)),
        corrections=correction_rows(plan, minutes),
        facts=_facts(plan, meeting, minutes),
        verify=verify_href(plan, base),
        **parts.cite(plan, committee, f"{heading.lower()} {numbers}".strip(), meeting, meeting.title, base),
    )
    return Page(
        address=base,
        title=title,
        description=", ".join(each for each in (title, numbers) if each) + ".",
        html=html,
        kind=PageKind.MINUTES,
        crumbs=parts.crumbs(plan, committee, meeting),
        here=heading,
        indexed=True,
        filters=parts.filters(committee, meeting),
        meta=parts.meeting_meta(plan, committee, meeting, heading),
        day=dates.iso(meeting.date),
    )


def _card(plan: Plan, meeting: Meeting, minutes: Minutes) -> parts.Card | None:
    """The PDF of all that is adjusted."""
    file = plan.record_file(meeting, minutes.pdf)
    name = parts.record_name(plan, minutes)
    return None if file is None else parts.file_card(plan, name, file, relative(minutes.pdf, minutes.address))


def _rows(plan: Plan, committee: Committee, meeting: Meeting, minutes: Minutes) -> Iterator[ParagraphRow]:
    tables = 0
    for place, paragraph in enumerate(minutes.paragraphs, start=1):
        one = MinutedParagraph(committee, meeting, minutes, paragraph)
        body = paragraph.body if minutes.is_notes else Body()
        writer = Writer(body, minutes.path, minutes.address, plan.addresses, plan.words, tables=tables)
        decisions = tuple(
            DecisionText(
                plan.words.proposal_to.format(body=decision.to) if decision.to else "",
                point_tags(decision, plan.words),
                decided_html(one, decision, writer, 3),
            )
            for decision in paragraph.decisions
        )
        yield ParagraphRow(
            anchor=one.anchor if paragraph.number else f"k_p{place}",
            name="" if minutes.is_notes else one.name,
            title=paragraph.title,
            href="" if minutes.is_notes else relative(one.address, minutes.address),
            details=_details(plan, paragraph),
            tags=paragraph_tags(paragraph, plan.words),
            decisions=() if minutes.is_notes else decisions,
            html="".join(writer.section(each, 4) for each in paragraph.sections) if minutes.is_notes else "",
        )
        tables = writer.tables


def _details(plan: Plan, paragraph: Paragraph) -> tuple[str, ...]:
    dnr = paragraph.dnr.value if paragraph.dnr is not None else ""
    added = plan.words.added_at_meeting if paragraph.is_added else ""
    return tuple(each for each in (dnr, added) if each)


def _groups(plan: Plan, committee: Committee, minutes: Minutes) -> Iterator[Group]:
    """Members, deputies who serve, deputies who do not, and the others under the headings that they have."""
    words, attendance = plan.words, minutes.attendance
    others: dict[str, list[Attendee]] = {}
    for one in attendance.others:
        others.setdefault(one.group or words.others_present, []).append(one)
    seats = people_of(committee, minutes)
    chair = CHAIR[plan.language]
    groups = (
        (words.deciding, tuple(minutes.in_office(each, chair) for each in attendance.members), False),
        (words.serving, tuple(minutes.in_office(each, chair) for each in attendance.serving), True),
        (words.deputies_present, attendance.deputies, False),
        *((name, tuple(people), False) for name, people in others.items()),
    )
    for name, people, serves in groups:
        if people:
            yield Group(name, tuple(_present(plan, people, seats, serves)))


def _present(plan: Plan, people: Iterable[Attendee], members: Mapping[str, Person], serves: bool) -> Iterator[Present]:
    for one in people:
        person, details = one.person, []
        if serves:
            details.append(served(one.seat, members, plan.words))
        details += [each for each in (person.title, person.place, one.presence.typed) if each]
        yield Present(person.name, person.party, ", ".join(details))


def _facts(plan: Plan, meeting: Meeting, minutes: Minutes) -> tuple[Fact, ...]:
    words, form = plan.words, plan.words.forms[minutes.form]
    # By circulation it was nowhere, whatever the summons said.
    place = minutes.place or ("" if minutes.form is RecordForm.CIRCULATION else meeting.place)
    return (
        *fact(words.time, *parts.times_of(plan, meeting, minutes)),
        *fact(words.adjournment, *(_adjourned(plan, each) for each in minutes.adjournments)),
        *fact(words.place, place),
        *fact(words.form, form if form != place else ""),
        *fact(words.chair, *(_for_what(each) for each in minutes.chairs)),
        *fact(words.secretary, *(_for_what(each) for each in minutes.secretaries)),
        *fact(words.numbering, minutes.numbering),
    )


def _for_what(one: Attendee) -> str:
    named = Person(one.person.name, party=one.person.party).line
    return ", ".join(each for each in (named, one.presence.typed) if each)


def _adjourned(plan: Plan, one: Adjournment) -> str:
    """`§ 24, kl. 14.00–14.10`."""
    start = dates.clock(one.start, plan.language)
    time = start if one.end is None else f"{start}–{dates.clock(one.end, plan.language)}"
    words = plan.words
    said = words.adjourned_from.format(time=time) if one.end is None else words.clock.format(time=time)
    return ", ".join(each for each in (numbered((one.paragraph,)) if one.paragraph else "", said) if each)
