"""A committee turned into its page and one page for each of its years."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.locale.board import board_words
from kallelse.model.address import relative
from kallelse.model.meeting import Committee
from kallelse.publish import lists, parts
from kallelse.publish.assignments import open_rows
from kallelse.publish.feeds import feed_of_committee
from kallelse.publish.follow import alternates, box_of_committee
from kallelse.publish.linked import committee_node
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.plan import ASSIGNMENTS, MEETINGS, Plan
from kallelse.publish.text import Writer


def committee_pages(plan: Plan, committee: Committee) -> Iterator[Page]:
    """The committee's page, which shows its latest year, and a page for each of its years."""
    pairs = [(committee, meeting) for meeting in committee.meetings]
    of_year = lists.grouped(pairs, lambda pair: pair[1].date.year)
    years = lists.years_of(of_year)
    yield _overview(plan, committee, of_year, years)
    for year in years:
        yield _year(plan, committee, year, of_year[year], years)


def _overview(plan: Plan, committee: Committee, of_year: dict[int, list[lists.Pair]], years: tuple[int, ...]) -> Page:
    base, words = committee.address, plan.words
    writer = Writer(committee.about, committee.path, base, plan.addresses, words)
    coming = lists.upcoming(plan, ((committee, meeting) for meeting in committee.meetings))
    html = plan.render(
        "committee.html",
        title=committee.name,
        together=words.together_with.format(municipalities=words.listed(committee.municipalities))
        if len(committee.municipalities) > 1
        else "",
        about=writer.blocks(committee.about.blocks, 1) + writer.notes(2),
        next=parts.meeting_row(plan, *coming[0], base, named=False) if coming else None,
        has_meetings=bool(years),
        rows=_rows(plan, of_year[years[0]], base) if years else (),
        years=lists.year_links(committee.folder, years, base, years[0] if years else None),
        members=committee.members,
        deputies=committee.deputies,
        b=board_words(plan.language),
        assignments=open_rows(plan, committee, base),
        all_assignments=relative(ASSIGNMENTS, base),
        follow=box_of_committee(plan, committee),
    )
    return Page(
        address=base,
        title=committee.name,
        description=f"{committee.name}: {words.committee_meetings.lower()}.",
        html=html,
        kind=PageKind.COMMITTEE,
        crumbs=(Crumb(words.meetings, MEETINGS),),
        here=committee.name,
        indexed=True,
        filters=(("committee", committee.name),),
        meta=(("kind", words.committee),),
        alternates=alternates(plan, feed_of_committee(committee, plan.settings)),
        described=committee_node(plan, committee),
    )


def _rows(plan: Plan, pairs: list[lists.Pair], base: str) -> tuple[parts.MeetingRow, ...]:
    return tuple(parts.meeting_row(plan, *pair, base, named=False) for pair in reversed(lists.by_time(pairs)))


def _year(plan: Plan, committee: Committee, year: int, pairs: list[lists.Pair], years: tuple[int, ...]) -> Page:
    words, address = plan.words, lists.year_address(committee.folder, year)
    title = f"{committee.name} {year}"
    html = plan.render(
        "meetings_year.html",
        heading=title,
        months=(),
        rows=_rows(plan, pairs, address),
        leaves=(),
        years=lists.year_links(committee.folder, years, address, year),
    )
    return Page(
        address=address,
        title=title,
        description=f"{title}: {words.committee_meetings.lower()}.",
        html=html,
        kind=PageKind.MEETINGS,
        crumbs=(Crumb(words.meetings, MEETINGS), Crumb(committee.name, committee.address)),
        here=str(year),
    )
