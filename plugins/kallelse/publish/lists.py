"""Meetings and matters turned into their lists: an overview each, and one small page a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kallelse.locale import dates
from kallelse.model.address import relative
from kallelse.model.matter import Matter, Step
from kallelse.model.meeting import Committee, Meeting
from kallelse.publish import parts, when
from kallelse.publish.decision import was_up
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.parts import MeetingRow, Tag, Year
from kallelse.publish.plan import MATTERS, MEETINGS, Plan
from kallelse.publish.status import is_to_come

# As many rows as the overviews show of what is latest; the years hold the rest.
_LATEST = 10
# As many rows as a year shows on one page; a longer year has several.
_ROWS = 200

Pair = tuple[Committee, Meeting]
Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class MeetingMonth:
    """The meetings of one month under its name."""

    name: str
    rows: tuple[MeetingRow, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of the pages of a long list, numbered from 1; `current` is the one shown."""

    number: int
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter in a list, with the day it was last up; `tag` says so where it was not treated then, or not yet."""

    title: str
    href: str
    numbers: str
    committee: str
    date: str
    iso: str
    tag: Tag | None


def by_time(pairs: Iterable[Pair]) -> list[Pair]:
    """Meetings in order of their start; those that start together by committee and folder."""
    return sorted(pairs, key=lambda pair: (pair[1].sittings[0].start, pair[0].name, pair[1].folder))


def upcoming(plan: Plan, pairs: Iterable[Pair]) -> list[Pair]:
    """The meetings still to be held, the next first."""
    return [pair for pair in by_time(pairs) if is_to_come(pair[1], plan.as_of)]


def meeting_lists(plan: Plan) -> Iterator[Page]:
    """The overview of meetings and the page of each year."""
    ordered = by_time(plan.archive.meetings())
    years = years_of(meeting.date.year for _, meeting in ordered)
    coming = upcoming(plan, ordered)
    past = [pair for pair in reversed(ordered) if not is_to_come(pair[1], plan.as_of)][:_LATEST]
    words = plan.words
    html = plan.render(
        "meetings.html",
        heading=words.meetings,
        lead=words.meetings_lead,
        upcoming=_rows(plan, coming, MEETINGS),
        latest=_rows(plan, past, MEETINGS),
        years=year_links("moten", years, MEETINGS),
        empty=not ordered,
    )
    yield Page(MEETINGS, words.meetings, words.meetings_lead, html, PageKind.MEETINGS, here=words.meetings)
    of_year = grouped(ordered, lambda pair: pair[1].date.year)
    for year in years:
        for number, address, pairs, leaves in paged("moten", year, list(reversed(of_year[year]))):
            title = _leaf_title(plan, words.meetings_year.format(year=year), number)
            html = plan.render(
                "meetings_year.html",
                heading=title,
                months=tuple(_meeting_months(plan, pairs, address)),
                rows=(),
                years=year_links("moten", years, address, year),
                leaves=leaves,
            )
            yield Page(address, title, title, html, PageKind.MEETINGS, (Crumb(words.meetings, MEETINGS),), str(year))


def matter_lists(plan: Plan) -> Iterator[Page]:
    """The overview of matters and the page of each year in which a matter was up."""
    words = plan.words
    last_in: dict[tuple[int, str], tuple[Matter, Step]] = {}
    for matter in plan.matters:
        for step in matter.steps:
            last_in[step.meeting.date.year, matter.address] = (matter, step)
    of_year = grouped(
        [(year, found) for (year, _), found in last_in.items()],
        lambda pair: pair[0],
    )
    years = years_of(of_year)
    latest = _last_up_first((matter, matter.steps[-1]) for matter in plan.matters)
    html = plan.render(
        "matters.html",
        heading=words.matters,
        lead=words.matters_lead,
        latest=_matter_rows(plan, latest[:_LATEST], MATTERS),
        years=year_links("arenden", years, MATTERS),
        empty=not plan.matters,
    )
    yield Page(MATTERS, words.matters, words.matters_lead, html, PageKind.MATTERS, here=words.matters)
    for year in years:
        ordered = _last_up_first(found for _, found in of_year[year])
        for number, address, found, leaves in paged("arenden", year, ordered):
            title = _leaf_title(plan, words.matters_year.format(year=year), number)
            html = plan.render(
                "matters_year.html",
                heading=title,
                rows=_matter_rows(plan, found, address),
                years=year_links("arenden", years, address, year),
                leaves=leaves,
            )
            yield Page(address, title, title, html, PageKind.MATTERS, (Crumb(words.matters, MATTERS),), str(year))


def paged(folder: str, year: int, rows: Sequence[Item]) -> Iterator[tuple[int, str, Sequence[Item], tuple[Leaf, ...]]]:
    """The pages of a year's list: number, address, rows, and links to all of them where there are several."""
    count = max(1, -(-len(rows) // _ROWS))
    addresses = [year_address(folder, year, number) for number in range(1, count + 1)]
    for number, address in enumerate(addresses, start=1):
        leaves = tuple(
            Leaf(other, relative(target, address), other == number) for other, target in enumerate(addresses, start=1)
        )
        yield number, address, rows[(number - 1) * _ROWS : number * _ROWS], leaves if count > 1 else ()


def _leaf_title(plan: Plan, title: str, number: int) -> str:
    return title if number == 1 else plan.words.leaf_title.format(title=title, number=number)


def _meeting_months(plan: Plan, pairs: Iterable[Pair], base: str) -> Iterator[MeetingMonth]:
    months = grouped(pairs, lambda pair: (pair[1].date.year, pair[1].date.month))
    for (year, month), found in months.items():
        name = when.capital(when.month(dt.date(year, month, 1), plan.language))
        yield MeetingMonth(name, tuple(parts.meeting_row(plan, *pair, base) for pair in found))


def year_address(folder: str, year: int, number: int = 1) -> str:
    """The page of a year in a list or a committee's folder; a long list has several, numbered from 1."""
    return f"{folder}/{year}.html" if number == 1 else f"{folder}/{year}-sida-{number}.html"


def _rows(plan: Plan, pairs: Iterable[Pair], base: str) -> tuple[MeetingRow, ...]:
    return tuple(parts.meeting_row(plan, *pair, base) for pair in pairs)


def _last_up_first(found: Iterable[tuple[Matter, Step]]) -> list[tuple[Matter, Step]]:
    ordered = sorted(found, key=lambda each: each[0].address)
    return sorted(ordered, key=lambda each: each[1].meeting.sittings[0].start, reverse=True)


def _matter_rows(plan: Plan, found: Iterable[tuple[Matter, Step]], base: str) -> tuple[MatterRow, ...]:
    """The matters, each with the step to show of it."""
    return tuple(
        MatterRow(
            title=matter.title,
            href=relative(matter.address, base),
            numbers=", ".join(number.value for number in matter.numbers),
            committee=step.committee.name,
            date=when.days(step.meeting, plan.language),
            iso=dates.iso(step.meeting.date),
            tag=None if was_up(plan, step) else parts.matter_tag(plan, step.meeting),
        )
        for matter, step in found
    )


def year_links(folder: str, years: Iterable[int], base: str, current: int | None = None) -> tuple[Year, ...]:
    """The years to choose, seen from page `base`."""
    return tuple(Year(year, relative(year_address(folder, year), base), year == current) for year in years)


def years_of(years: Iterable[int]) -> tuple[int, ...]:
    """Each year once, the latest first."""
    return tuple(sorted(set(years), reverse=True))


def grouped(items: Iterable[Item], group: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """The items by their group, groups and items in the order in which they come."""
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(group(item), []).append(item)
    return found
