"""A page turned into the whole of it, in a shell: links, menu, crumbs, policy, words."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from jinja2 import Environment

from kallelse.locale.board import Words as BoardWords
from kallelse.locale.board import board_words
from kallelse.locale.data import data_words
from kallelse.locale.follow import follow_words
from kallelse.locale.glossary import glossary_words
from kallelse.locale.site import Words, words
from kallelse.locale.statement import statement_words
from kallelse.model.address import absolute, relative
from kallelse.model.archive import BOARD
from kallelse.model.settings import Language, Settings
from kallelse.publish.files import FOLDER, logo_address
from kallelse.publish.linked import json_ld, open_graph
from kallelse.publish.page import Crumb, Page, PageKind, Section
from kallelse.publish.plan import (
    ASSIGNMENTS,
    DATA,
    DECISIONS,
    FOLLOW,
    GLOSSARY,
    MATTERS,
    MEETINGS,
    SEARCH,
    START,
    STATEMENT,
)
from kallelse.publish.policy import policy
from kallelse.publish.templates import filled

_TEMPLATE = "shell.html"
# The notice board is told apart from all other content (KL 8 kap. 9 §).
_TEMPLATES = {PageKind.BOARD: "board.html"}

# In the order of the cascade; the notice board has nothing of the frame and the pages of the others, and what has a
# script of its own has no table.
_STYLES = ("colours.css", "site.css", "frame.css", "meeting.css", "text.css", "tables.css", "record.css", "terms.css")
_LEFT_OUT = {
    PageKind.BOARD: ("frame.css", "meeting.css"),
    PageKind.SEARCH: ("meeting.css", "text.css", "tables.css", "record.css"),
    PageKind.VERIFY: ("tables.css",),
}
_MORE_STYLES = {
    PageKind.BOARD: ("board.css",),
    PageKind.SEARCH: ("search.css",),
    PageKind.VERIFY: ("verify.css",),
    PageKind.DATA: ("data.css",),
    PageKind.REPORT: ("data.css",),
}

_SCRIPTS = {PageKind.SEARCH: ("search.js",), PageKind.VERIFY: ("verify.js",)}


@dataclass(frozen=True, slots=True)
class Destination:
    """A link of the shell; `current` says that it is where the reader stands."""

    title: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """What the shell shows around a page; what is empty for nothing is left out."""

    w: Words
    board_words: BoardWords
    language: Language
    kind: str
    policy: str
    styles: tuple[str, ...]
    script: str
    scripts: tuple[str, ...]
    icon: str
    logo: str
    home: str
    menu: tuple[Destination, ...]
    search: Destination
    lists: tuple[Destination, ...]
    about: tuple[Destination, ...]
    alternates: tuple[Destination, ...] = ()
    open_graph: tuple[tuple[str, str], ...] = ()
    linked: str = ""
    title: str = ""
    description: str = ""
    robots: str = ""
    canonical: str = ""
    leads_to: str = ""
    name: str = ""
    site_title: str = ""
    crumbs: tuple[Destination, ...] = ()
    here: str = ""
    contact: tuple[str, ...] = ()
    email: str = ""


def whole(page: Page, shell: Shell, templates: Environment) -> str:
    """The page in its shell, by the template of `templates`; raises TemplateError where that does not work."""
    return filled(templates, _TEMPLATES.get(page.kind, _TEMPLATE), kallelse=shell, page={"content": page.html})


def root_of(settings: Settings) -> str:
    """The path at which the site begins on its host, with a slash at both ends."""
    return urlsplit(settings.url).path.rstrip("/") + "/"


def shell_of(page: Page, settings: Settings, preview: bool = False, more: Sequence[tuple[str, str]] = ()) -> Shell:
    """The shell of a page; links are relative, but on the page shown at any address.

    `more` are the titles and addresses of pages beside those of the archive, which the foot leads to.

    A `preview` has no policy, so that an engine can put its script for live reload into the page.
    """
    lost = page.kind is PageKind.NOT_FOUND
    way = (Crumb(words(settings.language).home, START), *page.crumbs) if page.here else ()
    root, folder = root_of(settings) if lost else "", posixpath.dirname(page.address)
    frame = _frame(folder, root, page.kind, settings.language, logo_address(settings))
    return replace(
        frame,
        policy="" if preview else frame.policy,
        title=f"{page.title} – {settings.name}" if page.kind is not PageKind.START else page.title,
        description=page.description,
        robots=page.robots,
        canonical=absolute(settings.url, page.leads_to or page.address) if settings.url and not lost else "",
        leads_to=relative(page.leads_to, page.address) if page.leads_to else "",
        name=settings.name,
        site_title=settings.site_title,
        crumbs=tuple(Destination(crumb.title, _link(crumb.address, folder, root)) for crumb in way),
        here=page.here,
        open_graph=() if lost else tuple(open_graph(page, settings)),
        linked="" if lost else json_ld(page, way, settings),
        alternates=tuple(Destination(each.title, _link(each.address, folder, root)) for each in page.alternates),
        contact=settings.contact,
        email=settings.email,
        lists=(*frame.lists, *(Destination(title, _link(address, folder, root)) for title, address in more)),
    )


# The pages of a meeting, or of all matters, lie in one folder.
@lru_cache(maxsize=10_000)
def _frame(folder: str, root: str, kind: PageKind, language: Language, logo: str) -> Shell:
    """What all pages of a folder share; where a `root` is given, links begin there."""
    said, more = words(language), board_words(language)

    def link(address: str) -> str:
        return _link(address, folder, root)

    meetings, matters = Destination(said.meetings, link(MEETINGS)), Destination(said.matters, link(MATTERS))
    decisions, board = Destination(more.decisions, link(DECISIONS)), Destination(more.board, link(BOARD))
    assignments = Destination(more.assignments, link(ASSIGNMENTS))
    follow = Destination(follow_words(language).follow, link(FOLLOW))
    search = Destination(said.search, link(SEARCH))
    data = Destination(data_words(language).data, link(DATA))
    return Shell(
        w=said,
        board_words=more,
        language=language,
        kind=kind.value,
        policy=policy(kind),
        styles=tuple(link(f"{FOLDER}/{name}") for name in _styles(kind)),
        script=link(f"{FOLDER}/site.js"),
        scripts=tuple(link(f"{FOLDER}/{name}") for name in _SCRIPTS.get(kind, ())),
        icon=link(logo or f"{FOLDER}/icon.svg"),
        logo=link(logo) if logo else "",
        home=link(START),
        menu=(
            replace(meetings, current=kind.section is Section.MEETINGS),
            replace(decisions, current=kind.section is Section.DECISIONS),
            replace(matters, current=kind.section is Section.MATTERS),
            board,
        ),
        search=replace(search, current=kind.section is Section.SEARCH),
        about=(
            Destination(statement_words(language).statement, link(STATEMENT)),
            Destination(glossary_words(language).glossary, link(GLOSSARY)),
        ),
        lists=(
            Destination(said.home, link(START)),
            meetings,
            decisions,
            matters,
            assignments,
            board,
            follow,
            search,
            data,
        ),
    )


def _styles(kind: PageKind) -> tuple[str, ...]:
    left = (name for name in _STYLES if name not in _LEFT_OUT.get(kind, ()))
    return (*left, *_MORE_STYLES.get(kind, ()))


def _link(address: str, folder: str, root: str) -> str:
    return root + address if root else relative(address, f"{folder}/")
