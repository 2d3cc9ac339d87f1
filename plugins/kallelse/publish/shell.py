"""A page turned into what the shell around it needs: links, menu, crumbs, policy, words."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict
from urllib.parse import urlsplit

from kallelse.locale.site import Words, words
from kallelse.model.address import relative
from kallelse.model.settings import Settings
from kallelse.publish.files import FOLDER, logo_address
from kallelse.publish.page import Crumb, Page, PageKind, Section
from kallelse.publish.plan import MATTERS, MEETINGS, SEARCH, START

theme_dir = Path(__file__).parent / "theme"
"""The folder of templates that a theme lays over its own."""

SHELL = "kallelse/shell.html"
"""The shell's name in that folder; it takes `page.content` and, as `kallelse`, a `shell_context`."""

# The search page alone compiles Pagefind's WebAssembly (CSP 3, 'wasm-unsafe-eval') and runs it in a worker.
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)


class Destination(TypedDict):
    """A link of the shell; `current` says that it is where the reader stands."""

    title: str
    href: str
    current: bool


def policy(page: Page) -> str:
    """The content security policy of a page, for its meta element or for a server to send as a header."""
    return _POLICY.format(scripts=" 'wasm-unsafe-eval'" if page.kind is PageKind.SEARCH else "")


def root_of(settings: Settings) -> str:
    """The path at which the site begins on its host, with a slash at both ends."""
    return urlsplit(settings.url).path.rstrip("/") + "/"


def shell_context(page: Page, settings: Settings, preview: bool = False) -> dict[str, object]:
    """What the shell shows around a page; links are relative, but on the page shown at any address.

    A `preview` has no policy, so that an engine can put its script for live reload into the page.
    """
    said = words(page.language)

    def link(address: str) -> str:
        return root_of(settings) + address if page.kind is PageKind.NOT_FOUND else relative(address, page.address)

    def destination(title: str, address: str, section: Section) -> Destination:
        return Destination(title=title, href=link(address), current=page.section is section)

    title = f"{page.title} – {settings.name}" if page.kind is not PageKind.START else page.title
    logo = logo_address(settings)
    scripts = [link(f"{FOLDER}/search.js")] if page.kind is PageKind.SEARCH else []
    return {
        "w": said,
        "language": page.language,
        "title": title,
        "description": page.description,
        "robots": page.robots,
        "policy": "" if preview else policy(page),
        "canonical": settings.url.rstrip("/") + "/" + page.address
        if settings.url and page.kind is not PageKind.NOT_FOUND
        else "",
        "styles": [link(f"{FOLDER}/colours.css"), link(f"{FOLDER}/site.css")],
        "script": link(f"{FOLDER}/site.js"),
        "scripts": scripts,
        "icon": link(logo or f"{FOLDER}/icon.svg"),
        "logo": link(logo) if logo else "",
        "name": settings.name,
        "site_title": settings.site_title,
        "home": link(START),
        "menu": [
            destination(said.meetings, MEETINGS, Section.MEETINGS),
            destination(said.matters, MATTERS, Section.MATTERS),
        ],
        "search": destination(said.search, SEARCH, Section.SEARCH),
        "crumbs": [_crumb(crumb, link(crumb.address)) for crumb in page.crumbs],
        "here": page.here,
        "kind": page.kind.value,
        "contact": settings.contact,
        "email": settings.email,
        "lists": _lists(said, link(START), link(MEETINGS), link(MATTERS), link(SEARCH)),
    }


def _crumb(crumb: Crumb, href: str) -> Destination:
    return Destination(title=crumb.title, href=href, current=False)


def _lists(said: Words, start: str, meetings: str, matters: str, search: str) -> list[Destination]:
    named = ((said.home, start), (said.meetings, meetings), (said.matters, matters), (said.search, search))
    return [Destination(title=title, href=href, current=False) for title, href in named]
