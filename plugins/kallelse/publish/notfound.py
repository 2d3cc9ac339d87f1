"""The archive turned into the page for addresses that do not exist."""

from __future__ import annotations

from kallelse.publish.lists import by_time
from kallelse.publish.page import Page, PageKind
from kallelse.publish.parts import breakable
from kallelse.publish.plan import MATTERS, MEETINGS, NOT_FOUND, SEARCH, START, Plan


def not_found_page(plan: Plan, root: str) -> Page:
    """The page for addresses that do not exist; its links begin at `root`, since it is shown at any depth."""
    words = plan.words
    meetings = [meeting for _, meeting in by_time(plan.archive.meetings())]
    html = plan.render(
        "not_found.html",
        example=breakable(meetings[-1].address) if meetings else (),
        search=root + SEARCH,
        lists=(
            (words.all_meetings, root + MEETINGS),
            (words.matters, root + MATTERS),
            (words.home, root + START),
        ),
    )
    return Page(
        address=NOT_FOUND,
        title=words.lost,
        description=words.lost,
        html=html,
        kind=PageKind.NOT_FOUND,
        robots="noindex",
    )
