"""The archive turned into the start page: search, next meetings, latest packets, committees."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from kallelse.locale.beginnings import SITE
from kallelse.locale.sorting import key
from kallelse.model.address import relative
from kallelse.model.meeting import Committee
from kallelse.publish import lists, parts, when
from kallelse.publish.page import Page, PageKind
from kallelse.publish.plan import MEETINGS, SEARCH, START, Plan

# As many meetings and packets as the start page shows.
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A committee in the list, with what is next."""

    name: str
    href: str
    detail: str


def start_page(plan: Plan) -> Page:
    """The first page of the site."""
    words, settings = plan.words, plan.settings
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
        committees=_committees(plan, coming),
    )
    return Page(
        address=START,
        title=heading,
        description=words.start_lead,
        html=html,
        kind=PageKind.START,
        language=plan.language,
    )


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
