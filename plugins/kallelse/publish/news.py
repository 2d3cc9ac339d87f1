"""A meeting and a day turned into what was new about it: called, changed, called off, adjusted, corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from kallelse.locale.changes import change_words
from kallelse.locale.follow import Words, follow_words
from kallelse.locale.paragraphs import numbered
from kallelse.model.address import relative
from kallelse.model.changed import Changed, changed
from kallelse.model.history import committed
from kallelse.model.label import compact
from kallelse.model.lasting import lasting
from kallelse.model.meeting import Committee, Meeting, MeetingStatus, RowKind
from kallelse.model.moveddays import as_called, days_of_moves
from kallelse.model.record import Minutes, Paragraph, ParagraphSet
from kallelse.publish import when
from kallelse.publish.outcome import paragraph_tags
from kallelse.publish.plan import START, Plan, meeting_name
from kallelse.publish.status import last_day


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new: since which day, its title, what it is in a line, and in full as HTML.

    `name` tells it from all others, on any later day too; `changed` is the day since which it is told as it is, if that
    is a later one. `address` is where it stands on the site; the links of `html` are those of page `base`. `terms` are
    what it is about: the committee's name, and what kind of news it is.
    """

    name: str
    day: dt.date
    title: str
    summary: str
    address: str
    html: str
    terms: tuple[str, ...]
    base: str = START
    changed: dt.date | None = None

    @property
    def last(self) -> dt.date:
        """The day on which it was new, or changed last."""
        return self.changed or self.day


@dataclass(frozen=True, slots=True)
class Subject:
    """What is new of a case, or of a paragraph that has none, and the names of the words that stand in it."""

    news: tuple[News, ...]
    keywords: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """What is new of a meeting as a whole, of each of its cases by path, and of paragraphs that no case has."""

    whole: tuple[News, ...] = ()
    cases: Mapping[str, Subject] = field(default_factory=dict)
    others: tuple[Subject, ...] = ()


def meeting_news(plan: Plan, committee: Committee, meeting: Meeting) -> Iterator[News]:
    """What is new of a meeting as a whole; nothing that is not public on the day of the build."""
    said = follow_words(plan.language)
    if meeting.issued is not None and meeting.is_issued(plan.as_of):
        called = as_called(meeting)
        html = moved_html(plan, called.date, meeting.date) + _agenda(plan, meeting)
        yield _news(plan, committee, called, "kallelse", meeting.issued, said.summons, said.kind_summons, html)
        moves = days_of_moves(meeting)
        for day, ones in of_days(plan, meeting).items():
            html = _list(_change(plan, meeting, one) for one in ones)
            named, kind = said.supplement, said.kind_supplement
            if day in moves:
                html, named, kind = moved_html(plan, *moves[day]) + html, said.moved, said.kind_moved
            yield _news(plan, committee, meeting, f"andrat-{day.isoformat()}", day, named, kind, html)
    off, patterns = off_day(plan, meeting), _off(meeting, said)
    if off is not None and patterns is not None:
        yield _news(plan, committee, meeting, patterns[0], off, *patterns[1:], paragraph_html(meeting.status_note))
    minutes = plan.minutes(meeting)
    if minutes is not None:
        yield from _recorded(plan, committee, meeting, minutes)


def _off(meeting: Meeting, said: Words) -> tuple[str, str, str] | None:
    match meeting.status:
        case MeetingStatus.CANCELLED:
            return "installt", said.cancelled, said.kind_cancelled
        case MeetingStatus.POSTPONED:
            return "uppskjutet", said.postponed, said.kind_postponed
        case MeetingStatus.CALLED:
            return None


def off_day(plan: Plan, meeting: Meeting) -> dt.date | None:
    """The day on which it was said that a meeting is called off.

    That is when its file was last changed before it was to be held, or the day of its summons where that is later: the
    latest known on which that was not yet so; None where neither is known.
    """
    if meeting.status is MeetingStatus.CALLED:
        return None
    written = committed(plan.archive.history, (meeting.path,), min(plan.as_of, last_day(meeting)))
    issued = (meeting.issued,) if meeting.issued is not None and meeting.is_issued(plan.as_of) else ()
    return max((*written[-1:], *issued), default=None)


def moved_html(plan: Plan, before: dt.date, after: dt.date) -> str:
    """That a meeting was moved from one day to another; nothing where these are the same."""
    old, new = when.day(before, plan.language), when.day(after, plan.language)
    return "" if before == after else paragraph_html(follow_words(plan.language).moved_to.format(old=old, new=new))


def of_days(plan: Plan, meeting: Meeting) -> dict[dt.date, list[Changed]]:
    """What was changed after the issue, by the day on which it was."""
    found: dict[dt.date, list[Changed]] = {}
    for one in changed(meeting):
        if one.change.date <= plan.as_of:
            found.setdefault(one.change.date, []).append(one)
    return found


def _recorded(plan: Plan, committee: Committee, meeting: Meeting, minutes: Minutes) -> Iterator[News]:
    said, address = follow_words(plan.language), lasting(committee, meeting, minutes.address)
    name, about = full_name(plan, committee, meeting), (committee.name, said.kind_record)
    if minutes.is_notes:
        if minutes.closed is not None:
            titles = _list(escape(each.title, quote=False) for each in minutes.paragraphs)
            title = said.notes.format(meeting=name)
            yield News(address, minutes.closed.date(), title, name, minutes.address, titles, about)
        return
    for one in minutes.sets:
        if one.adjustment.date is not None and one.is_adjusted(plan.as_of):
            title = said.record.format(numbers=numbered(one.numbers), meeting=name)
            html = _list(_decided(plan, minutes, each) for each in minutes.within(one))
            yield News(
                f"{address}#justerat-{key_of(one)}", one.adjustment.date, title, name, minutes.address, html, about
            )
    for day, number, text in corrections(minutes):
        title = said.correction.format(numbers=numbered((number,) if number else ()), meeting=name).replace(" :", ":")
        kind = (committee.name, said.kind_correction)
        fragment = f"rattat-{day.isoformat()}-{number}"
        yield News(f"{address}#{fragment}", day, title, text or name, minutes.address, paragraph_html(text), kind)


def key_of(one: ParagraphSet) -> str:
    """What no other set of the minutes is called."""
    return compact([str(number) for number in sorted(one.numbers)]).replace("\u2013", "-").replace(", ", "-")


def corrections(minutes: Minutes) -> Iterator[tuple[dt.date, int, str]]:
    """The corrections, those of one day and paragraph as one: day, paragraph, 0 for the whole, and what was mended."""
    found: dict[tuple[dt.date, int], list[str]] = {}
    for one in minutes.corrections:
        found.setdefault((one.date, one.paragraph), []).append(one.text)
    for (day, paragraph), texts in sorted(found.items()):
        yield day, paragraph, " ".join(text for text in texts if text)


def _decided(plan: Plan, minutes: Minutes, paragraph: Paragraph) -> str:
    """`§ 24 Digitaliseringsstrategi: Bifall`, with the link to its page."""
    name = f"{numbered((paragraph.number,))} {paragraph.title}".strip()
    tags = ", ".join(tag.text for tag in paragraph_tags(paragraph, plan.words))
    told = link_html(minutes.paragraph_address(paragraph), name)
    return f"{told}: {escape(tags, quote=False)}" if tags else told


def _change(plan: Plan, meeting: Meeting, one: Changed) -> str:
    said = change_words(one, meeting, plan.language)
    address = one.document.address if one.document is not None else ""
    name = link_html(address, said.name) if address else escape(said.name, quote=False)
    return f"{escape(said.kind, quote=False)}: {name}. {escape(said.why, quote=False)}"


def _agenda(plan: Plan, meeting: Meeting) -> str:
    """When and where, the packet, and the rows of the agenda."""
    facts = ["; ".join(when.times_alone(meeting, plan.words)), meeting.place]
    packet = plan.packet(meeting)
    pages = "" if packet is None else plan.words.count(packet.pages.total, plan.words.page_count)
    fetched = "" if packet is None else f"<p>{link_html(meeting.packet, plan.words.packet_row.format(pages=pages))}</p>"
    rows = (
        " ".join(
            part
            for part in (
                escape(row.number, quote=False),
                escape(row.title, quote=False) if row.case is None else link_html(row.case.address, row.title),
            )
            if part
        )
        for row in meeting.agenda
        if row.kind is not RowKind.BREAK
    )
    return paragraph_html(", ".join(fact for fact in facts if fact)) + fetched + _list(rows)


def _news(
    plan: Plan,
    committee: Committee,
    meeting: Meeting,
    fragment: str,
    day: dt.date,
    pattern: str,
    kind: str,
    html: str,
) -> News:
    name = full_name(plan, committee, meeting)
    return News(
        name=f"{lasting(committee, meeting, meeting.address)}#{fragment}",
        day=day,
        title=pattern.format(meeting=name),
        summary=", ".join(part for part in (name, "; ".join(when.times(meeting, plan.words)), meeting.place) if part),
        address=meeting.address,
        html=html,
        terms=(committee.name, kind),
    )


def full_name(plan: Plan, committee: Committee, meeting: Meeting) -> str:
    """`Gemensamma servicenämnden 26 september 2022`."""
    return f"{meeting_name(committee, meeting)} {when.days(meeting, plan.language)}"


def link_html(address: str, text: str) -> str:
    """A link from the start page."""
    return f'<a href="{escape(relative(address, START))}">{escape(text, quote=False)}</a>'


def paragraph_html(text: str) -> str:
    """A text as a paragraph; nothing for nothing."""
    return f"<p>{escape(text, quote=False)}</p>" if text else ""


def _list(items: Iterable[str]) -> str:
    told = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{told}</ul>" if told else ""
