"""Pages with the addresses that they had before turned into the small pages there, which lead on to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kallelse.locale.moved import WORDS
from kallelse.model.address import relative
from kallelse.model.moved import former, moves
from kallelse.publish.page import Page, PageKind
from kallelse.publish.plan import Plan


def moved_pages(plan: Plan, pages: Sequence[Page]) -> Iterator[Page]:
    """A page for each address that one of `pages` had before and that none of them has now.

    It leads on wherever the site lies; a server that knows `redirects` never shows it.
    """
    known = moves(plan.archive)
    if not known:
        return
    words, taken = WORDS[plan.language], {page.address for page in pages}
    for page in pages:
        for address in former(page.address, known):
            if address not in taken:
                taken.add(address)
                href = relative(page.address, address)
                yield Page(
                    address=address,
                    title=words.title.format(title=page.title),
                    description=words.lead,
                    html=plan.render("moved.html", moved=words, href=href, title=page.title),
                    kind=PageKind.MOVED,
                    robots="noindex",
                    leads_to=page.address,
                )
