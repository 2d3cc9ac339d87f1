"""What a municipality says of how accessible its site is turned into the page that the law asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale.statement import REPORT_TO, Words, statement_words
from kallelse.model.statement import Conformance, Lack, Statement
from kallelse.publish import when
from kallelse.publish.page import Page, PageKind
from kallelse.publish.parts import Fact, Value, breakable, day_of, fact
from kallelse.publish.plan import STATEMENT, Plan


@dataclass(frozen=True, slots=True)
class Listed:
    """Content that is not accessible, on one ground, which `lead` tells where it is one of the law's exceptions."""

    anchor: str
    heading: str
    lead: str
    lacks: tuple[Lack, ...]


def statement_page(plan: Plan) -> Page:
    """The accessibility statement; where the municipality has made none, what is true without one."""
    words, made, settings = statement_words(plan.language), plan.archive.statement, plan.settings
    authority = words.authority if made is None else made.authority.name or words.authority
    html = plan.render(
        "statement.html",
        s=words,
        made=made,
        lead=words.lead.format(name=settings.name, site=settings.site_title),
        address=breakable(settings.url) if settings.url else (),
        status=words.not_assessed if made is None else words.status[made.status],
        groups=() if made is None else tuple(_listed(made, words, settings.name)),
        none_known=made is not None and made.status is Conformance.FULL,
        mended="" if made is None or made.mended is None else _on(plan, words.mended, made.mended),
        reached=tuple(_reached(plan, made, words)),
        answer=words.answer.format(time=made.answer) if made is not None and made.answer else "",
        supervision=when.capital(words.supervision_text.format(authority=authority)),
        report=words.report.format(authority=authority),
        report_to=REPORT_TO if made is None else made.authority.url or REPORT_TO,
        assessed=() if made is None else tuple(_assessed(plan, made, words)),
    )
    return Page(
        address=STATEMENT,
        title=words.statement,
        description=words.description,
        html=html,
        kind=PageKind.STATEMENT,
        here=words.statement,
    )


def _listed(made: Statement, words: Words, name: str) -> Iterator[Listed]:
    if made.lacks:
        yield Listed("k_lacks", words.lacks, "", made.lacks)
    if made.burden:
        yield Listed("k_burden", words.burden, words.burden_lead.format(name=name), made.burden)
    if made.outside:
        yield Listed("k_outside", words.outside, words.outside_lead, made.outside)


def _reached(plan: Plan, made: Statement | None, words: Words) -> Iterator[Fact]:
    """How one tells of a lack, the best way first."""
    email = plan.settings.email if made is None else made.email
    if made is not None and made.form:
        yield from fact(words.form, Value(made.form, made.form))
    if email:
        yield from fact(words.email, Value(email, f"mailto:{email}"))
    if made is not None and made.phone:
        yield from fact(words.phone, Value(made.phone, f"tel:{''.join(made.phone.split())}"))
    yield from fact(words.post, *plan.settings.contact)


def _assessed(plan: Plan, made: Statement, words: Words) -> Iterator[str]:
    yield " ".join(each for each in (words.methods[made.method], made.how) if each)
    yield _on(plan, words.assessed, made.assessed)
    if made.published is not None:
        yield _on(plan, words.published, made.published)
    yield _on(plan, words.updated, made.updated)


def _on(plan: Plan, words: str, date: dt.date) -> str:
    return words.format(day=day_of(date, plan))
