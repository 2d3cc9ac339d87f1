"""The archive turned into the start page: search, notice board, latest decisions, next meetings, committees."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from kallelse.locale.beginnings import SITE
from kallelse.locale.board import Words as BoardWords
from kallelse.locale.board import board_words
from kallelse.locale.sorting import key
from kallelse.model.address import relative
from kallelse.model.archive import BOARD
from kallelse.model.law import Appeal
from kallelse.model.meeting import Committee
from kallelse.publish import lists, parts, when
from kallelse.publish.decisions import decided, decision_row, newsworthy
from kallelse.publish.feeds import feed_of_all
from kallelse.publish.follow import alternates, box_of_all
from kallelse.publish.linked import municipality_node
from kallelse.publish.notices import announced_decisions, announced_sets, can_be_appealed
from kallelse.publish.page import Page, PageKind
from kallelse.publish.plan import DECISIONS, MEETINGS, SEARCH, START, Plan

# As many meetings, packets and decisions as the start page shows.
_SHOWN = 6
_DECISIONS = 5


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A committee in the list, with what is next."""

    name: str
    href: str
    detail: str


def start_page(plan: Plan) -> Page:
    """The first page of the site."""
    words, settings, said = plan.words, plan.settings, board_words(plan.language)
    found = newsworthy(decided(plan, plan.archive.committees), _DECISIONS)
    pairs = list(plan.archive.meetings())
    coming = lists.upcoming(plan, pairs)
    issued = [pair for pair in lists.by_time(pairs) if plan.packet(pair[1]) is not None]
    issued.sort(key=lambda pair: pair[1].issued or pair[1].date)
    near = coming[:_SHOWN]
    others = [pair for pair in issued if pair not in near]
    # A title of their own may hold the municipality's name already.
    is_own = settings.site_title != SITE[plan.language]
    heading = (
        settings.site_title if is_own else words.start_heading.format(site=settings.site_title, name=settings.name)
    )
    html = plan.render(
        "start.html",
        heading=heading,
        search=relative(SEARCH, START),
        example=_example(plan),
        upcoming=tuple(parts.meeting_row(plan, *pair, START) for pair in near),
        latest=tuple(parts.meeting_row(plan, *pair, START) for pair in reversed(others[-_SHOWN:])),
        none_latest=words.no_more_packets if issued else words.none_packets,
        all_meetings=relative(MEETINGS, START),
        b=said,
        board=_board(plan, said),
        decisions=tuple(decision_row(plan, each, START, told=True) for each in found),
        all_decisions=relative(DECISIONS, START),
        committees=_committees(plan, coming),
        follow=box_of_all(plan),
    )
    return Page(
        address=START,
        title=heading,
        description=words.start_lead,
        html=html,
        kind=PageKind.START,
        alternates=alternates(plan, feed_of_all(settings)),
        described=municipality_node(settings),
    )


@dataclass(frozen=True, slots=True)
class BoardBox:
    """What the notice board shows in short, the nearest last day of appeal, if there is one, and the way to it."""

    said: str
    nearest: str
    href: str


def _board(plan: Plan, said: BoardWords) -> BoardBox:
    sets, decisions = announced_sets(plan), announced_decisions(plan)
    appealed = [each.notice for each in sets if can_be_appealed(each)]
    appealed += [notice for _, one, notice in decisions if one.appeal is Appeal.MUNICIPAL]
    days = (notice.appeal.day for notice in appealed if notice.appeal is not None)
    nearest = min((day for day in days if day >= plan.as_of), default=None)
    counted = ((len(sets), said.box_minutes), (len(decisions), said.box_decisions))
    notices = [plan.words.count(count, names) for count, names in counted if count]
    told = said.box_up.format(notices=", ".join(notices)) if notices else said.box_none
    return BoardBox(told, "" if nearest is None else when.day(nearest, plan.language), relative(BOARD, START))


def _example(plan: Plan) -> tuple[str, str] | None:
    """A registry number to try, that of the matter which was up last, with the link to its search."""
    numbered = [matter for matter in plan.matters if matter.numbers]
    if not numbered:
        return None
    number = max(numbered, key=lambda matter: (matter.steps[-1].meeting.date, matter.address)).numbers[0].value
    return number, f"{SEARCH}?{urlencode({'q': number})}"


def _committees(plan: Plan, coming: list[lists.Pair]) -> tuple[CommitteeRow, ...]:
    following: dict[str, lists.Pair] = {}
    for pair in coming:
        following.setdefault(pair[0].path, pair)

    def row(committee: Committee) -> CommitteeRow:
        pair = following.get(committee.path)
        said = plan.words.none_planned
        if pair is not None:
            said = plan.words.next_meeting_on.format(day=when.days(pair[1], plan.language))
        return CommitteeRow(committee.name, relative(committee.address, START), said)

    ordered = sorted(plan.archive.committees, key=lambda committee: key(committee.name, plan.language))
    return tuple(map(row, ordered))
