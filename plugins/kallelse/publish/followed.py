"""The archive and its packets turned into the files that let it be followed: feeds and calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from kallelse.locale.follow import follow_words
from kallelse.locale.inflected import Finder
from kallelse.model.matter import Matter
from kallelse.model.meeting import Committee, Meeting
from kallelse.publish import lists
from kallelse.publish.boardnews import BoardNews, board_news
from kallelse.publish.calendar import ALL, calendar, calendar_of_committee, is_shown, meeting_calendar
from kallelse.publish.feeds import (
    Feed,
    atom,
    feed_of_all,
    feed_of_board,
    feed_of_committee,
    feed_of_keyword,
    feed_of_matter,
    has_feeds,
    newest,
)
from kallelse.publish.news import MeetingNews, News
from kallelse.publish.page import Asset
from kallelse.publish.plan import FOLLOW, Plan
from kallelse.publish.recalled import Recalled


def followed_files(recalled: Recalled) -> Iterator[Asset]:
    """Every feed and every calendar; without the site's address, calendars alone."""
    plan = recalled.plan
    if has_feeds(plan.settings):
        yield from _feeds(recalled)
    yield from _calendars(recalled)


def _feeds(recalled: Recalled) -> Iterator[Asset]:
    plan, settings = recalled.plan, recalled.plan.settings
    finder = _finder(plan)
    found = {meeting.path: recalled.news(committee, meeting, finder) for committee, meeting in plan.archive.meetings()}
    board = board_news(plan)
    yield _file(plan, feed_of_all(settings), newest(_whole(plan.archive.committees, found, board)))
    yield _file(plan, feed_of_board(settings), newest((each.news for each in board), None))
    for committee in plan.archive.committees:
        of_board = [each for each in board if each.committee.path == committee.path]
        yield _file(plan, feed_of_committee(committee, settings), newest(_whole((committee,), found, of_board)))
    for matter in plan.matters:
        yield recalled.matter_feed(matter, partial(_of_matter, plan, matter, found))
    for keyword in settings.follow:
        about = [news for each in found.values() for news in _about(keyword.name, each)]
        about += [
            each.news
            for each in board
            if each.decision and finder is not None and keyword.name in finder.found(each.decision)
        ]
        yield _file(plan, feed_of_keyword(keyword, settings, FOLLOW), newest(about))


def _finder(plan: Plan) -> Finder | None:
    """What finds the words to follow, each by its name; None where there are none."""
    words = {each.name: (each.word, *each.also) for each in plan.settings.follow}
    return Finder(words, plan.language) if words else None


def _whole(
    committees: Iterable[Committee], found: dict[str, MeetingNews], board: Iterable[BoardNews]
) -> Iterator[News]:
    """What is new of meetings as a whole, and what the board announces."""
    for committee in committees:
        for meeting in committee.meetings:
            yield from found[meeting.path].whole
    yield from (each.news for each in board)


def _about(keyword: str, found: MeetingNews) -> Iterator[News]:
    """What is new of all in which a word stands."""
    for subject in (*found.cases.values(), *found.others):
        if keyword in subject.keywords:
            yield from subject.news


def _of_matter(plan: Plan, matter: Matter, found: dict[str, MeetingNews]) -> Asset:
    news = (one for step in matter.steps for one in found[step.meeting.path].cases[step.case.path].news)
    return _file(plan, feed_of_matter(matter, plan.settings), newest(news, None))


def _file(plan: Plan, feed: Feed, news: Iterable[News]) -> Asset:
    return Asset(feed.address, atom(feed, news, plan.settings, plan.as_of).encode("utf-8", "replace"))


def _calendars(recalled: Recalled) -> Iterator[Asset]:
    plan, said = recalled.plan, follow_words(recalled.plan.language)
    shown = [pair for pair in lists.by_time(plan.archive.meetings()) if is_shown(pair[1], plan.as_of)]
    name = said.calendar_all.format(name=plan.settings.name)
    yield Asset(ALL, calendar(plan, ALL, name, shown).encode("utf-8", "replace"))
    for committee in plan.archive.committees:
        own = [pair for pair in shown if pair[0].path == committee.path]
        address, name = calendar_of_committee(committee), said.calendar_of.format(committee=committee.name)
        yield Asset(address, calendar(plan, address, name, own).encode("utf-8", "replace"))
        for meeting in committee.meetings:
            yield recalled.meeting_calendar(committee, meeting, partial(_of_meeting, plan, committee, meeting))


def _of_meeting(plan: Plan, committee: Committee, meeting: Meeting) -> Asset:
    return Asset(meeting.calendar, meeting_calendar(plan, committee, meeting).encode("utf-8", "replace"))
