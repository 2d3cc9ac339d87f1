"""The archive turned into the boxes that lead to feeds and calendars, and into the page that explains them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale.follow import follow_words
from kallelse.locale.lists import listed
from kallelse.locale.sorting import key
from kallelse.model.address import absolute, relative
from kallelse.model.archive import BOARD
from kallelse.model.matter import Matter
from kallelse.model.meeting import Committee, Meeting
from kallelse.publish import calendar
from kallelse.publish.feeds import (
    Feed,
    feed_of_all,
    feed_of_board,
    feed_of_committee,
    feed_of_keyword,
    feed_of_matter,
    has_feeds,
)
from kallelse.publish.page import Alternate, Page, PageKind
from kallelse.publish.parts import Value, breakable
from kallelse.publish.plan import FOLLOW, MATTERS, START, Plan
from kallelse.publish.status import is_to_come


@dataclass(frozen=True, slots=True)
class FollowBox:
    """What can be followed from a page: in a sentence, by which links, and where that is explained."""

    title: str
    lead: str
    links: tuple[Value, ...]
    how: Value


@dataclass(frozen=True, slots=True)
class FollowRow:
    """Something to follow: its name, words beside it, its links, the address of its feed, cut where it may break."""

    name: str
    detail: str
    links: tuple[Value, ...]
    address: tuple[str, ...] = ()


def box_of_all(plan: Plan) -> FollowBox:
    """The box of the start page."""
    said = follow_words(plan.language)
    links = (*_feed(plan, feed_of_all(plan.settings), START), *_calendar(plan, calendar.ALL, START))
    return _box(plan, said.box_all, links, START)


def box_of_committee(plan: Plan, committee: Committee) -> FollowBox:
    """The box of a committee's page."""
    said, base = follow_words(plan.language), committee.address
    feed = _feed(plan, feed_of_committee(committee, plan.settings), base)
    found = _calendar(plan, calendar.calendar_of_committee(committee), base)
    return _box(plan, said.box_committee, (*feed, *found), base)


def box_of_meeting(plan: Plan, committee: Committee, meeting: Meeting) -> FollowBox:
    """The box of a meeting's page, from which one that is to come is put into a calendar."""
    said, base = follow_words(plan.language), meeting.address
    own = (Value(said.add, relative(meeting.calendar, base)),) if is_to_come(meeting, plan.as_of) else ()
    feed = _feed(plan, feed_of_committee(committee, plan.settings), base)
    lead = said.box_meeting if own else said.box_held
    return _box(plan, lead, (*own, *feed, *_subscribed(plan, committee, base)), base)


def box_of_matter(plan: Plan, matter: Matter, base: str) -> FollowBox | None:
    """The box of a matter on the page at address `base`; None where there are no feeds."""
    said = follow_words(plan.language)
    links = _feed(plan, feed_of_matter(matter, plan.settings), base)
    return _box(plan, said.box_matter, links, base) if links else None


def followed_case(plan: Plan, path: str, base: str) -> tuple[FollowBox | None, tuple[Alternate, ...]]:
    """The box and the feed of the matter to which the case at that source path belongs; none where it is in none."""
    place = plan.matter_of.get(path)
    if place is None:
        return None, ()
    return box_of_matter(plan, place.matter, base), alternates(plan, feed_of_matter(place.matter, plan.settings))


def box_of_board(plan: Plan) -> FollowBox | None:
    """The box of the notice board; None where there are no feeds."""
    said = follow_words(plan.language)
    links = _feed(plan, feed_of_board(plan.settings), BOARD)
    return _box(plan, said.box_board, links, BOARD) if links else None


def alternates(plan: Plan, *feeds: Feed) -> tuple[Alternate, ...]:
    """The feeds that a page offers to feed readers by itself."""
    return tuple(Alternate(feed.title, feed.address) for feed in feeds) if has_feeds(plan.settings) else ()


def follow_page(plan: Plan) -> Page:
    """The page that says what feeds and calendars are, and lists them."""
    said, settings = follow_words(plan.language), plan.settings
    committees = sorted(plan.archive.committees, key=lambda each: key(each.name, plan.language))
    everything = FollowRow(
        said.everything,
        "",
        (*_feed(plan, feed_of_all(settings), FOLLOW), *_calendar(plan, calendar.ALL, FOLLOW)),
        _address(plan, feed_of_all(settings)),
    )
    html = plan.render(
        "follow.html",
        f=said,
        has_feeds=has_feeds(settings),
        rows=(everything, *(_committee_row(plan, each) for each in committees)),
        keywords=tuple(_keyword_rows(plan)),
        board=FollowRow(
            said.the_board, "", _feed(plan, feed_of_board(settings), FOLLOW), _address(plan, feed_of_board(settings))
        ),
        matters=relative(MATTERS, FOLLOW),
    )
    return Page(
        address=FOLLOW,
        title=said.follow,
        description=said.description,
        html=html,
        kind=PageKind.FOLLOW,
        here=said.follow,
        alternates=alternates(plan, feed_of_all(settings)),
    )


def _committee_row(plan: Plan, committee: Committee) -> FollowRow:
    feed = feed_of_committee(committee, plan.settings)
    links = (*_feed(plan, feed, FOLLOW), *_calendar(plan, calendar.calendar_of_committee(committee), FOLLOW))
    return FollowRow(committee.name, "", links, _address(plan, feed))


def _keyword_rows(plan: Plan) -> Iterator[FollowRow]:
    said = follow_words(plan.language)
    ordered = sorted(plan.settings.follow, key=lambda each: key(each.word, plan.language))
    for each in ordered if has_feeds(plan.settings) else ():
        feed = feed_of_keyword(each, plan.settings, FOLLOW)
        also = said.keyword_also.format(words=listed(each.also, plan.language)) if each.also else ""
        yield FollowRow(each.word, also, _feed(plan, feed, FOLLOW), _address(plan, feed))


def _box(plan: Plan, lead: str, links: tuple[Value, ...], base: str) -> FollowBox:
    said = follow_words(plan.language)
    lead = lead if has_feeds(plan.settings) else said.box_calendar
    return FollowBox(said.follow, lead, links, Value(said.how, relative(FOLLOW, base)))


def _feed(plan: Plan, feed: Feed, base: str) -> tuple[Value, ...]:
    said = follow_words(plan.language)
    return (Value(said.feed, relative(feed.address, base)),) if has_feeds(plan.settings) else ()


def _calendar(plan: Plan, address: str, base: str) -> tuple[Value, ...]:
    """To subscribe to a calendar, where its address is known, and to fetch it once."""
    said, url = follow_words(plan.language), plan.settings.url
    fetched = Value(said.fetch, relative(address, base))
    if not url:
        return (fetched,)
    _, _, place = absolute(url, address).partition("//")
    return (Value(said.subscribe, f"webcal://{place}"), fetched)


def _subscribed(plan: Plan, committee: Committee, base: str) -> tuple[Value, ...]:
    return _calendar(plan, calendar.calendar_of_committee(committee), base)[:1]


def _address(plan: Plan, feed: Feed) -> tuple[str, ...]:
    """The whole address of a feed, to be copied."""
    if not has_feeds(plan.settings):
        return ()
    return breakable(absolute(plan.settings.url, feed.address))
