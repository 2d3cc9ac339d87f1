"""Adjusted minutes turned into the lists of decisions: the latest, and one for each committee and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.board import board_words
from kallelse.locale.sorting import key
from kallelse.model.address import relative
from kallelse.model.fold import plain
from kallelse.model.meeting import Committee
from kallelse.model.record import Paragraph, Publication
from kallelse.model.vote import Outcome
from kallelse.publish import lists, when
from kallelse.publish.decision import MinutedParagraph
from kallelse.publish.outcome import paragraph_tags
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.parts import Tag, Year
from kallelse.publish.plan import ASSIGNMENTS, DECISIONS, Plan

# As many decisions as the overview shows; the years hold the rest.
_LATEST = 20
# As many letters of a decision as two lines of the start page hold.
_GIST = 140
# A short word with a point is an abbreviation (`t.ex.`).
_SENTENCE_END = re.compile(r"(?:(?<=\w{3}[.!?])|(?<=\d[.!?]))\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision in a list, named by its committee where that is not said above; `gist` is how it begins."""

    title: str
    href: str
    tags: tuple[Tag, ...]
    paragraph: str
    date: str
    iso: str
    dnr: str
    gist: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The decisions of one meeting under its day."""

    name: str
    rows: tuple[DecisionRow, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """A committee with the years in which it decided something."""

    committee: str
    years: tuple[Year, ...]


def decided(plan: Plan, committees: Iterable[Committee]) -> list[MinutedParagraph]:
    """Every decision in what is adjusted, the latest meeting first, its paragraphs from the last."""
    pairs = lists.by_time((committee, meeting) for committee in committees for meeting in committee.meetings)
    found = [
        MinutedParagraph(committee, meeting, minutes, paragraph)
        for committee, meeting in pairs
        if (minutes := plan.minutes(meeting)) is not None
        for paragraph in minutes.paragraphs
        if paragraph.decisions and paragraph.number
    ]
    return found[::-1]


def decision_lists(plan: Plan) -> Iterator[Page]:
    """The overview of decisions, and the page of each year of each committee."""
    said = board_words(plan.language)
    every = decided(plan, plan.archive.committees)
    years: list[Years] = []
    of_committee = lists.grouped(every, lambda each: each.committee.path)
    for committee in sorted(plan.archive.committees, key=lambda each: key(each.name, plan.language)):
        of_year = lists.grouped(of_committee.get(committee.path, ()), lambda each: each.meeting.date.year)
        if of_year:
            years.append(Years(committee.name, _years(committee, of_year, DECISIONS)))
        for year, found in of_year.items():
            yield _year(plan, committee, year, found, of_year)
    html = plan.render(
        "decisions.html",
        b=said,
        rows=tuple(decision_row(plan, each, DECISIONS) for each in every[:_LATEST]),
        committees=tuple(years),
        assignments=relative(ASSIGNMENTS, DECISIONS),
    )
    yield Page(
        address=DECISIONS,
        title=said.decisions,
        description=said.decisions_lead,
        html=html,
        kind=PageKind.DECISIONS,
        here=said.decisions,
    )


def newsworthy(found: Sequence[MinutedParagraph], most: int) -> list[MinutedParagraph]:
    """At most so many of them in their order: where something was only taken note of, where nothing else is left."""

    def is_only_noted(each: MinutedParagraph) -> bool:
        return all(set(one.outcomes) <= {Outcome.NOTED} for one in each.paragraph.decisions)

    kept = sorted(range(len(found)), key=lambda place: (is_only_noted(found[place]), place))[:most]
    return [found[place] for place in sorted(kept)]


def decision_row(
    plan: Plan, each: MinutedParagraph, base: str, *, named: bool = True, told: bool = False
) -> DecisionRow:
    """The decision as a row of a list; `named` by its committee too, `told` with the beginning of what it says."""
    paragraph, said = each.paragraph, board_words(plan.language)
    committee = each.committee.name if named else ""
    return DecisionRow(
        title=paragraph.title,
        href=relative(each.minutes.paragraph_address(paragraph), base),
        tags=paragraph_tags(paragraph, plan.words),
        paragraph=said.paragraph_of.format(committee=committee, number=paragraph.number).strip(),
        date=when.day(each.meeting.date, plan.language) if named else "",
        iso=dates.iso(each.meeting.date),
        dnr=paragraph.dnr.value if paragraph.dnr is not None else "",
        gist=_gist(paragraph) if told and paragraph.publication is Publication.FULL else "",
    )


def _gist(paragraph: Paragraph) -> str:
    """The first sentence of its first point, cut where that is long."""
    said = next((plain(point.blocks) for one in paragraph.decisions for point in one.points), "")
    text = _SENTENCE_END.split(said, maxsplit=1)[0]
    return text if len(text) <= _GIST else f"{text[:_GIST].rsplit(' ', 1)[0].rstrip(' ,;:–')} …"


def year_of(committee: Committee, year: int) -> str:
    """The address of a committee's decisions of a year."""
    return f"beslut/{committee.folder}-{year}.html"


def _years(committee: Committee, years: Iterable[int], base: str, current: int | None = None) -> tuple[Year, ...]:
    return tuple(
        Year(year, relative(year_of(committee, year), base), year == current) for year in lists.years_of(years)
    )


def _year(plan: Plan, committee: Committee, year: int, found: list[MinutedParagraph], years: Iterable[int]) -> Page:
    said, address = board_words(plan.language), year_of(committee, year)
    title = said.decisions_year.format(year=year, committee=committee.name)
    days = lists.grouped(found, lambda each: each.meeting.path)
    html = plan.render(
        "decisions_year.html",
        b=said,
        heading=title,
        years=_years(committee, years, address, year),
        days=tuple(
            Day(
                when.capital(when.days(of_day[0].meeting, plan.language)),
                tuple(decision_row(plan, each, address, named=False) for each in reversed(of_day)),
            )
            for of_day in days.values()
        ),
    )
    return Page(
        address=address,
        title=title,
        description=title,
        html=html,
        kind=PageKind.DECISIONS,
        crumbs=(Crumb(said.decisions, DECISIONS),),
        here=f"{committee.name} {year}",
    )
