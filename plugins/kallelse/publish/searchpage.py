"""The plan of a site turned into the page that asks the search index."""

from __future__ import annotations

from kallelse.locale.board import board_words
from kallelse.locale.search import search_words
from kallelse.model.address import relative
from kallelse.publish.page import Page, PageKind
from kallelse.publish.plan import DECISIONS, MATTERS, MEETINGS, SEARCH, START, Plan
from kallelse.publish.search import FOLDER


def search_page(plan: Plan) -> Page:
    """The page with the field, the filters and the hits; without scripts it leads to the lists."""
    words, own = plan.words, search_words(plan.language)
    html = plan.render(
        "search.html",
        here=relative(SEARCH, SEARCH),
        s=own,
        told=own.script.told(),
        bundle=f"{FOLDER}/pagefind.js",
        filters=(
            ("committee", words.search_committee),
            ("year", words.search_year),
            ("kind", own.kind),
            ("outcome", words.search_outcome),
        ),
        lists=(
            (words.all_meetings, MEETINGS),
            (board_words(plan.language).decisions, DECISIONS),
            (words.matters, MATTERS),
            (words.committees, START),
        ),
    )
    return Page(
        address=SEARCH,
        title=words.search,
        description=words.search_label,
        html=html,
        kind=PageKind.SEARCH,
        robots="noindex",
    )
