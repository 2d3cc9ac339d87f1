"""The list of published records turned into the page on which a PDF that somebody has is checked against it."""

from __future__ import annotations

from kallelse.model.address import relative
from kallelse.model.manifest import MANIFEST
from kallelse.publish.page import Page, PageKind
from kallelse.publish.plan import VERIFY, Plan


def verify_page(plan: Plan) -> Page:
    """The page with the field for a file; without scripts it tells how else a file is checked."""
    words = plan.words
    return Page(
        address=VERIFY,
        title=words.verify,
        description=words.verify_lead,
        html=plan.render("verify.html", manifest=MANIFEST),
        kind=PageKind.VERIFY,
        here=words.verify,
        robots="noindex",
    )


def verify_href(plan: Plan, base: str) -> str:
    """The link from page `base` to where a PDF is checked; empty where nothing is published to check against."""
    return relative(VERIFY, base) if plan.is_verifiable else ""
