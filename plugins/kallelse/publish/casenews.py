"""The cases of a meeting and a day turned into what is new of each: up, changed, called off, decided, corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kallelse.locale.changes import change_words
from kallelse.locale.follow import Words, follow_words
from kallelse.locale.inflected import Finder
from kallelse.locale.paragraphs import numbered
from kallelse.model import fold
from kallelse.model.changed import came, withdrawn
from kallelse.model.lasting import lasting, lasting_case
from kallelse.model.meeting import Access, Case, Committee, Document, Meeting, MeetingStatus
from kallelse.model.moveddays import as_called, days_of_moves
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.section import SectionKind
from kallelse.publish import when
from kallelse.publish.decision import MinutedParagraph, recorded
from kallelse.publish.matter import decided_text
from kallelse.publish.news import (
    MeetingNews,
    News,
    Subject,
    corrections,
    full_name,
    link_html,
    meeting_news,
    moved_html,
    of_days,
    off_day,
    paragraph_html,
)
from kallelse.publish.outcome import is_told, paragraph_tags
from kallelse.publish.plan import START, Plan
from kallelse.publish.text import Writer


def all_news(plan: Plan, committee: Committee, meeting: Meeting, finder: Finder | None) -> MeetingNews:
    """What is new of a meeting, and of each case and paragraph, with the words that the `finder` finds in it."""
    minutes = plan.minutes(meeting)
    left = () if minutes is None or minutes.is_notes else tuple(each for each in minutes.paragraphs if not each.case)
    return MeetingNews(
        tuple(meeting_news(plan, committee, meeting)),
        {case.path: _of_case(plan, committee, meeting, case, finder) for case in meeting.cases},
        tuple(_of_paragraph(plan, committee, meeting, minutes, each, finder) for each in left if minutes is not None),
    )


def _of_case(plan: Plan, committee: Committee, meeting: Meeting, case: Case, finder: Finder | None) -> Subject:
    found = recorded(plan, committee, meeting, case.path)
    news = tuple(_case_news(plan, committee, meeting, case, found))
    if finder is None or not news:
        return Subject(news)
    return Subject(
        news, finder.found(" \n".join((*_written(case), *(text for one in found for text in _minuted(one)))))
    )


def _of_paragraph(
    plan: Plan, committee: Committee, meeting: Meeting, minutes: Minutes, paragraph: Paragraph, finder: Finder | None
) -> Subject:
    one = MinutedParagraph(committee, meeting, minutes, paragraph)
    name = lasting(committee, meeting, one.address)
    news = tuple(_of_record(plan, _About(plan, committee, meeting, name, one.address, paragraph.title), (one,)))
    return Subject(news) if finder is None else Subject(news, finder.found(" \n".join(_minuted(one))))


def _written(case: Case) -> Iterator[str]:
    """All that a case says for everyone to read."""
    yield case.title
    yield case.short_proposal
    for document in case.documents:
        if document.access is Access.PUBLIC:
            yield document.title
            yield fold.plain(document.heading)
            yield fold.plain((*document.body.blocks, *(each for note in document.body.notes for each in note.content)))
            if document.foreign is not None:
                yield from (page.text for page in document.foreign.pages)


def _minuted(one: MinutedParagraph) -> Iterator[str]:
    """All that the minutes print of a paragraph."""
    yield one.paragraph.title
    if is_told(one.paragraph):
        yield from (fold.plain(section.blocks) for section in one.paragraph.sections)


@dataclass(frozen=True, slots=True)
class _About:
    """A case, or a paragraph without one, as all news of it tell of it; `name` is the one that stays."""

    plan: Plan
    committee: Committee
    meeting: Meeting
    name: str
    address: str
    title: str

    @property
    def said(self) -> Words:
        return follow_words(self.plan.language)

    def news(self, fragment: str, day: dt.date, pattern: str, kind: str, html: str, address: str = "") -> News:
        """One thing that is new of it; its link leads to `address` if that is another."""
        where = full_name(self.plan, self.committee, self.meeting)
        return News(
            name=f"{self.name}#{fragment}",
            day=day,
            title=pattern.format(title=self.title),
            summary=where,
            address=address or self.address,
            html=f"<p>{link_html(self.meeting.address, where)}</p>{html}",
            terms=(self.committee.name, kind),
        )


def _case_news(
    plan: Plan, committee: Committee, meeting: Meeting, case: Case, found: tuple[MinutedParagraph, ...]
) -> Iterator[News]:
    about = _About(plan, committee, meeting, lasting_case(committee, meeting, case), case.address, case.title)
    said = about.said
    if meeting.issued is not None and meeting.is_issued(plan.as_of):
        yield from _of_summons(about, case, meeting.issued)
    off = off_day(plan, meeting)
    if off is not None:
        is_over = meeting.status is MeetingStatus.CANCELLED
        pattern, kind = (
            (said.case_cancelled, said.kind_cancelled) if is_over else (said.case_postponed, said.kind_postponed)
        )
        yield about.news("mote-installt", off, pattern, kind, paragraph_html(meeting.status_note))
    yield from _of_record(plan, about, found)


def _of_summons(about: _About, case: Case, issued: dt.date) -> Iterator[News]:
    """That it is up, since the summons or since it came after that, what was changed of it, and when it was moved."""
    plan, meeting, said = about.plan, about.meeting, about.said
    # What is changed of papers that nobody may read is told of the meeting, not of a matter.
    paths = {each.path for each in case.documents if each.access is Access.PUBLIC}
    gone = withdrawn(meeting, case)
    since = came(meeting, {case.path, *paths}) or issued
    changes = {
        day: "".join(paragraph_html(f"{each.kind}: {each.name}. {each.why}") for each in told)
        for day, ones in of_days(plan, meeting).items()
        if (told := [change_words(one, meeting, plan.language) for one in ones if one.change.path in paths | gone])
    }
    moves = {day: days for day, days in days_of_moves(meeting).items() if since <= day <= plan.as_of}
    if since <= plan.as_of:
        called = as_called(meeting) if moves else meeting
        html = moved_html(plan, called.date, meeting.date) + changes.pop(since, "") + _papers(plan, meeting, case)
        yield replace(about, meeting=called).news("tas-upp", since, said.case_up, said.kind_case, html)
    for day, days in moves.items():
        fragment, html = f"flyttat-{day.isoformat()}", moved_html(plan, *days)
        yield about.news(fragment, day, said.case_moved, said.kind_moved, html)
    for day, html in changes.items():
        yield about.news(f"andrat-{day.isoformat()}", day, said.case_changed, said.kind_supplement, html)


def _of_record(plan: Plan, about: _About, found: tuple[MinutedParagraph, ...]) -> Iterator[News]:
    """What the adjusted minutes say of it, each paragraph on its own, and what was corrected of that."""
    said = about.said
    for one in found:
        its = one.minutes.set_of(one.paragraph)
        day = None if its is None else its.adjustment.date
        if day is None:
            continue
        tags = ", ".join(tag.text for tag in paragraph_tags(one.paragraph, plan.words))
        pattern = f"{tags}: {{title}}" if tags and is_told(one.paragraph) else said.case_decided
        html = decided_text(plan, one, START)
        name = f"<p>{link_html(one.address, plan.words.record_of.format(numbers=one.name))}</p>"
        key = one.minutes.key_of(one.paragraph)
        yield about.news(f"beslut-{key}", day, pattern, said.kind_decision, name + html, one.address)
        for date, number, text in corrections(one.minutes):
            if number == one.paragraph.number:
                told = paragraph_html(f"{numbered((number,))}: {text}" if text else numbered((number,)))
                fragment = f"rattat-{date.isoformat()}-{key}"
                yield about.news(fragment, date, said.case_corrected, said.kind_correction, told, one.address)


def _papers(plan: Plan, meeting: Meeting, case: Case) -> str:
    """When it is up, and what is proposed."""
    times = "; ".join(when.times_alone(meeting, plan.words))
    told = paragraph_html(", ".join(part for part in (times, meeting.place) if part))
    return told if case.letter is None else told + _proposed(plan, case.letter)


def _proposed(plan: Plan, letter: Document) -> str:
    """Its proposals to decide, each under its heading."""
    proposals = [section for section in letter.sections if section.kind is SectionKind.PROPOSAL]
    if not proposals:
        return ""
    writer = Writer(letter.body, letter.path, START, plan.addresses, plan.words)
    return "".join(writer.section(section, 2) for section in proposals)
