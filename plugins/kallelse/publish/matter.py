"""A matter turned into its page: where it stands, and its way across meetings and committees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from kallelse.locale import dates
from kallelse.locale.board import board_words
from kallelse.locale.paragraphs import numbered
from kallelse.locale.sorting import key
from kallelse.model import fold
from kallelse.model.address import relative
from kallelse.model.matter import Matter, Step, followed, paragraphs
from kallelse.model.meeting import Case, Follows
from kallelse.model.text import Body
from kallelse.model.vote import PUT_OFF
from kallelse.publish import parts, when
from kallelse.publish.assignments import extended, key_of, overdue, report_of, reports
from kallelse.publish.decision import MinutedParagraph, decided_html, foot, is_ahead, recorded_of, was_up
from kallelse.publish.feeds import feed_of_matter
from kallelse.publish.follow import alternates, box_of_matter
from kallelse.publish.outcome import paragraph_tags
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.parts import Fact, Moment, Value, fact
from kallelse.publish.plan import MATTERS, Plan
from kallelse.publish.status import is_to_come
from kallelse.publish.text import Writer
from kallelse.publish.vote import vote_in_short

# As many points of a matter's way as a page of one of them shows; the rest stands on the matter's own page.
_WAY = 5


@dataclass(frozen=True, slots=True)
class MatterPaper:
    """A document in the list of all documents of a matter."""

    title: str
    href: str
    detail: str


def moment(plan: Plan, step: Step, base: str, here: bool = False) -> Moment:
    """One point on the way of a matter, seen from page `base`; `here` is the page of the point itself."""
    words, meeting, case = plan.words, step.meeting, step.case
    pages = plan.case_pages(meeting, case)
    papers = None
    if pages.ranges:
        count = words.count(pages.count, words.page_count)
        href = f"{relative(meeting.packet, base)}#page={pages.ranges[0].first}"
        papers = Value(words.papers.format(pages=count), href)
    found = recorded_of(plan, step)
    numbers = numbered(each.paragraph.number for each in found) or (f"§ {case.paragraph}" if case.paragraph else "")
    tags = tuple(dict.fromkeys(tag for each in found for tag in paragraph_tags(each.paragraph, words)))
    return Moment(
        date=when.days(meeting, plan.language),
        iso=dates.iso(meeting.date),
        title=_own_title(case) or case.title,
        href="" if here else relative(case.address, base),
        committee=f"{step.committee.name} {numbers}" if numbers else step.committee.name,
        here=here,
        coming=is_ahead(plan, step),
        tags=tags or (parts.matter_tag(plan, meeting),),
        papers=papers,
        records=tuple(Value(words.record_of.format(numbers=each.name), relative(each.address, base)) for each in found),
        text="".join(decided_text(plan, each, base) for each in found),
        vote="; ".join(vote for each in found if (vote := vote_in_short(each.paragraph, plan))),
    )


def decided_text(plan: Plan, one: MinutedParagraph, base: str) -> str:
    """What a paragraph decides, as HTML, each proposal to another body under its name."""
    writer = Writer(Body(), one.minutes.path, base, plan.addresses, plan.words)
    told = []
    for decision in one.paragraph.decisions:
        to = escape(plan.words.proposal_to.format(body=decision.to), quote=False)
        told.append(f"<p><strong>{to}</strong></p>" if decision.to else "")
        told.append(decided_html(one, decision, writer, 3))
    return "".join(told)


def near(plan: Plan, case: Case, base: str) -> tuple[Moment, ...]:
    """At most `_WAY` points of a case's way, those nearest to it; none where it is alone in its matter, or in none."""
    found = plan.matter_of.get(case.path)
    if found is None or len(found.matter.steps) < 2:
        return ()
    steps = found.matter.steps
    first = max(0, min(found.index - _WAY // 2, len(steps) - _WAY))
    return tuple(
        moment(plan, step, base, here=first + index == found.index)
        for index, step in enumerate(steps[first : first + _WAY])
    )


def whole_way(plan: Plan, case: Case, base: str) -> str:
    """The link to the matter of a case that shows points `near` to it."""
    found = plan.matter_of.get(case.path)
    return "" if found is None or len(found.matter.steps) < 2 else relative(found.matter.address, base)


def dnr_href(plan: Plan, case: Case, base: str) -> str:
    """The link from the case's own number to its matter; a standing number has none."""
    found, dnr = plan.matter_of.get(case.path), case.dnr
    if found is None or dnr is None or all(dnr.identity != each.identity for each in found.matter.numbers):
        return ""
    return relative(found.matter.address, base)


def earlier_href(plan: Plan, case: Case, follows: Follows, base: str) -> str:
    """The link to an earlier decision of the case's matter: to its paragraph, or else to the case that it was on."""
    place = plan.matter_of.get(case.path)
    for step in () if place is None else followed(paragraphs(place.matter.steps), follows):
        minuted = recorded_of(plan, step)
        own = (each.address for each in minuted if str(each.paragraph.number) == follows.paragraph)
        return relative(next(own, step.case.address), base)
    return ""


def following(plan: Plan, matter: Matter) -> Step | None:
    """The last case of a matter with the next meeting of its committee, where that case was put off."""
    up = (step for step in reversed(matter.steps) if is_ahead(plan, step) or was_up(plan, step))
    last = next(up, matter.steps[-1])
    outcomes = {outcome for each in recorded_of(plan, last) for outcome in each.paragraph.outcomes}
    if outcomes.isdisjoint(PUT_OFF):
        return None
    ahead = (each for each in last.committee.meetings if is_to_come(each, plan.as_of))
    coming = min(ahead, key=lambda each: each.sittings[0].start, default=None)
    return None if coming is None else Step(last.committee, coming, last.case)


def _ahead(plan: Plan, matter: Matter, base: str) -> Iterator[Moment]:
    """Assignments that no case has reported, late or still to come, and the next meeting of a case that was put off."""
    words = plan.words
    reported = reports(plan, matter.steps)
    found = [(step, one) for step in matter.steps for one in recorded_of(plan, step)]
    extensions = extended(one for _, one in reversed(found))
    for step, one in found:
        later, extension = extensions.get(key_of(one), (None, None))
        for given in () if report_of(one, reported) is not None else one.paragraph.assignments:
            due = extension or given.due
            if due is not None:
                shown = later or one
                named = words.assignment_until.format(body=f"{step.committee.name} {shown.name}")
                to = words.assignment_to.format(to=given.to)
                late = overdue(plan, due, board_words(plan.language))
                coming = _to_come(due, plan, to, relative(shown.address, base), named)
                yield coming if late is None else replace(coming, coming=False, tags=(late,))
    put_off = following(plan, matter)
    if put_off is not None:
        meeting = put_off.meeting
        yield _to_come(meeting.date, plan, words.next_meeting, relative(meeting.address, base), put_off.committee.name)


def _to_come(day: dt.date, plan: Plan, title: str, href: str, committee: str) -> Moment:
    return Moment(when.day(day, plan.language), dates.iso(day), title, href, committee, False, True, ())


def _own_title(case: Case) -> str:
    """What the letter calls itself where the case does not; the cases of a matter often share one title."""
    heading = fold.plain(case.letter.heading) if case.letter is not None else ""
    return heading if heading != case.title else ""


def is_searched(matter: Matter) -> bool:
    """Whether search finds the matter; where its way has one step, it finds the case, which says the same."""
    return len(matter.steps) > 1


def matter_page(plan: Plan, matter: Matter) -> Page:
    """The page of one matter."""
    words, base = plan.words, matter.address
    numbers = ", ".join(number.value for number in matter.numbers)
    way = tuple(moment(plan, step, base) for step in matter.steps)
    up = [(step, point) for step, point in zip(matter.steps, way, strict=True) if was_up(plan, step)]
    last, latest = up[-1] if up else (None, None)
    decided = () if last is None else recorded_of(plan, last)
    coming = next((each for each in way if each.coming), None)
    way = tuple(sorted((*way, *_ahead(plan, matter, base)), key=lambda each: each.iso))
    committees = _committees(plan, matter)
    html = plan.render(
        "matter.html",
        kicker=words.matter_of.format(numbers=numbers) if numbers else words.way,
        title=matter.title,
        latest=latest,
        foot=tuple(line for one in decided for line in foot(plan, one)),
        coming=coming,
        way=way,
        count=words.listed(
            (
                words.count(len({id(step.meeting) for step in matter.steps}), words.meeting_count),
                words.count(len({step.committee.path for step in matter.steps}), words.committee_count),
            )
        ),
        facts=_facts(plan, matter, committees),
        papers=_papers(plan, matter),
        follow=box_of_matter(plan, matter, base),
        **parts.cited(plan, (plan.settings.name, matter.title, *map(parts.unbroken, matter.numbers)), base),
    )
    meta = [("kind", words.way), ("committee", ", ".join(committees))]
    if numbers:
        meta.append(("dnr", numbers))
    return Page(
        address=base,
        title=f"{matter.title}, {numbers}" if numbers else matter.title,
        description=f"{words.way}: {matter.title}{', ' if numbers else ''}{numbers}.",
        html=html,
        kind=PageKind.MATTER,
        crumbs=(Crumb(words.matters, MATTERS),),
        here=numbers or matter.title,
        indexed=is_searched(matter),
        filters=tuple(
            [("committee", name) for name in committees]
            + [("year", str(year)) for year in sorted({step.meeting.date.year for step in matter.steps})]
        ),
        meta=tuple(meta),
        numbers=matter.numbers,
        day=dates.iso(matter.steps[-1].meeting.date),
        alternates=alternates(plan, feed_of_matter(matter, plan.settings)),
    )


def _committees(plan: Plan, matter: Matter) -> list[str]:
    """The names of those that the matter was before, by the alphabet."""
    return sorted({step.committee.name for step in matter.steps}, key=lambda name: key(name, plan.language))


def _facts(plan: Plan, matter: Matter, committees: list[str]) -> tuple[Fact, ...]:
    words = plan.words
    links = {step.committee.name: step.committee.address for step in matter.steps}
    officer = next((step.case.officer for step in reversed(matter.steps) if step.case.officer), None)
    return (
        *fact(words.dnr, *(number.value for number in matter.numbers)),
        *fact(words.started, when.days(matter.steps[0].meeting, plan.language)),
        *fact(words.officer, parts.person(officer)),
        *fact(
            words.committees_of_matter,
            *(Value(name, relative(links[name], matter.address)) for name in committees),
        ),
    )


def _papers(plan: Plan, matter: Matter) -> tuple[MatterPaper, ...]:
    """All documents with a page of their own, the newest meeting's first."""
    words = plan.words
    found = []
    for step in reversed(matter.steps):
        case, day = step.case, when.days(step.meeting, plan.language)
        for document in case.documents:
            if not document.has_pages:
                continue
            if document.number is None:
                title, label = _own_title(case) or f"{case.title}, {day}", words.letter
                address = f"{case.address}#k_text"
            else:
                title, label = document.title, words.attachment.format(number=document.number)
                address = document.address
            pages = plan.document_pages(step.meeting, document.path)
            detail = [
                label,
                parts.day_of(document.date, plan) or day,
                words.version.format(version=document.version) if document.version else "",
                words.count(pages.count, words.page_count) if pages.ranges else "",
            ]
            found.append(
                MatterPaper(title, relative(address, matter.address), ", ".join(each for each in detail if each))
            )
    return tuple(found)
