"""What the site is made of: pages with finished content, and the files beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kallelse.model.dnr import Dnr


class Section(Enum):
    """The part of the site that the menu marks while the page is open."""

    NONE = ""
    MEETINGS = "meetings"
    MATTERS = "matters"
    DECISIONS = "decisions"
    SEARCH = "search"


class PageKind(Enum):
    """What a page shows; the name is also its class in the style sheet."""

    START = "start"
    MEETINGS = "meetings"
    MATTERS = "matters"
    COMMITTEE = "committee"
    MEETING = "meeting"
    CASE = "case"
    ATTACHMENT = "attachment"
    MINUTES = "minutes"
    PARAGRAPH = "paragraph"
    MATTER = "matter"
    DECISIONS = "decisions"
    ASSIGNMENTS = "assignments"
    BOARD = "board"
    SEARCH = "search"
    FOLLOW = "follow"
    VERIFY = "verify"
    STATEMENT = "statement"
    GLOSSARY = "glossary"
    DATA = "data"
    REPORT = "report"
    NOT_FOUND = "not-found"
    MOVED = "moved"

    @property
    def section(self) -> Section:
        """The part of the site that such pages belong to."""
        return next((section for section, kinds in _KINDS.items() if self in kinds), Section.NONE)


_KINDS = {
    Section.MEETINGS: (
        *(PageKind.MEETINGS, PageKind.COMMITTEE, PageKind.MEETING),
        *(PageKind.CASE, PageKind.ATTACHMENT, PageKind.MINUTES, PageKind.PARAGRAPH),
    ),
    Section.MATTERS: (PageKind.MATTERS, PageKind.MATTER),
    Section.DECISIONS: (PageKind.DECISIONS, PageKind.ASSIGNMENTS),
    Section.SEARCH: (PageKind.SEARCH,),
}


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above the one shown, by its short name."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """A feed of what a page shows, by its title."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `address` from the site's root without leading slash, `html` the content of its article.

    `title` names the page among all others. `here` is its short name at the end of the way that leads to it, from the
    start page over `crumbs`; a page without one shows no way. An `indexed` page is found by search, under its `filters`
    (name, value) and with `meta` (name, value) for the list of hits; `numbers` are the registry numbers that it is
    about, `day` (ISO 8601) is that of what it tells, empty where it is of no day. `robots` is what the meta element of
    that name says (HTML, 4.2.5.1), empty for nothing. `changed` is the day on which what it shows was changed last,
    where that is known, `alternates` are the feeds of that, `described` is it by the names of schema.org. A page that
    only `leads_to` another has the address of that one.
    """

    address: str
    title: str
    description: str
    html: str
    kind: PageKind
    crumbs: tuple[Crumb, ...] = ()
    here: str = ""
    indexed: bool = False
    filters: tuple[tuple[str, str], ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    robots: str = ""
    changed: dt.date | None = None
    leads_to: str = ""
    numbers: tuple[Dnr, ...] = ()
    day: str = ""
    alternates: tuple[Alternate, ...] = ()
    described: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file that is no page: `address` from the site's root without leading slash, and its bytes."""

    address: str
    content: bytes
