"""A matter turned into its page: where it stands, and its way across meetings and committees."""

from __future__ import annotations

from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.sorting import key
from kallelse.model import fold
from kallelse.model.address import relative
from kallelse.model.matter import Matter, Step
from kallelse.model.meeting import Case
from kallelse.publish import parts, when
from kallelse.publish.page import Crumb, Page, PageKind, Section
from kallelse.publish.parts import Fact, Moment, Value, fact
from kallelse.publish.plan import MATTERS, START, Plan
from kallelse.publish.status import is_to_come


@dataclass(frozen=True, slots=True)
class Paper:
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
    paragraph = f" § {case.paragraph}" if case.paragraph else ""
    return Moment(
        date=when.days(meeting, plan.language),
        iso=dates.iso(meeting.date),
        title=_own_title(case) or case.title,
        href="" if here else relative(case.address, base),
        committee=step.committee.name + paragraph,
        here=here,
        coming=is_to_come(meeting, plan.as_of),
        tag=parts.matter_tag(plan, meeting),
        papers=papers,
    )


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
    latest = next((each for each in reversed(way) if not each.coming), None)
    coming = next((each for each in way if each.coming), None)
    committees = _committees(plan, matter)
    html = plan.render(
        "matter.html",
        kicker=words.matter_of.format(numbers=numbers) if numbers else words.way,
        title=matter.title,
        latest=latest,
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
        language=plan.language,
        section=Section.MATTERS,
        crumbs=(Crumb(words.home, START), Crumb(words.matters, MATTERS)),
        here=numbers or matter.title,
        indexed=is_searched(matter),
        filters=tuple(
            [("committee", name) for name in committees]
            + [("year", str(year)) for year in sorted({step.meeting.date.year for step in matter.steps})]
        ),
        meta=tuple(meta),
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


def _papers(plan: Plan, matter: Matter) -> tuple[Paper, ...]:
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
            found.append(Paper(title, relative(address, matter.address), ", ".join(each for each in detail if each)))
    return tuple(found)
