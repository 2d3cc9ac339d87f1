"""The kind of a page, or what it has inline, turned into its content security policy (CSP 3)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from kallelse.publish.page import PageKind

# Only pages with scripts of their own fetch anything.
FETCHING = (PageKind.SEARCH, PageKind.VERIFY)

_POLICY = (
    "default-src 'self'; script-src {scripts}; style-src {styles}; img-src {pictures}; font-src 'self'; "
    "connect-src {fetched}; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
# The types of scripts that a browser runs; it takes what has another for data (HTML, 4.12.1).
_RUN = frozenset(("", "module", "text/javascript", "application/javascript"))


@dataclass(frozen=True, slots=True)
class Inline:
    """What pages have inline, as the sources of a policy that let it in: hashes, each once and in order."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def policy(kind: PageKind) -> str:
    """The policy of a citizens' page, for its meta element."""
    # The search page alone compiles Pagefind's WebAssembly (CSP 3, 'wasm-unsafe-eval') and runs it in a worker.
    scripts = "'self' 'wasm-unsafe-eval'" if kind is PageKind.SEARCH else "'self'"
    fetched = "'self'" if kind in FETCHING else "'none'"
    return _POLICY.format(scripts=scripts, styles="'self'", pictures="'self'", fetched=fetched)


def engine_policy(inline: Inline) -> str:
    """The policy of pages that the engine's theme makes, whose style sheets hold pictures of their own."""
    scripts, styles = " ".join(("'self'", *inline.scripts)), " ".join(("'self'", *inline.styles))
    return _POLICY.format(scripts=scripts, styles=styles, pictures="'self' data:", fetched="'self'")


def as_header(told: str) -> str:
    """A page's policy as a server sends it, with what no meta element can say (CSP 3, 3.3).

    It is sent with PDFs too, which a browser may show as an object of the site's own.
    """
    return told.replace("object-src 'none'", "object-src 'self'") + "; frame-ancestors 'none'"


def inline_of(html: str) -> Inline:
    """What a finished page has inline."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return merged([Inline(tuple(reader.scripts), tuple(reader.styles))])


def merged(found: Iterable[Inline]) -> Inline:
    """What lets in all that any of them has."""
    every = tuple(found)
    scripts = sorted({source for one in every for source in one.scripts})
    styles = sorted({source for one in every for source in one.styles})
    return Inline(tuple(scripts), tuple(styles))


def with_policy(html: str, told: str) -> str:
    """A finished page of the engine's with its policy, which stands before all that it is to hold."""
    element = f'<meta http-equiv="Content-Security-Policy" content="{told}">'
    for before in ('<meta charset="utf-8">', "<head>"):
        if before in html:
            return html.replace(before, before + element, 1)
    return html


class _Reader(HTMLParser):
    """The hashes of inline scripts, styles, and attributes that are one or the other."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" not in given and given.get("type", "").strip().lower() in _RUN:
            self._into = self.scripts
        elif tag == "style":
            self._into = self.styles
        if "style" in given:
            self.styles += ("'unsafe-hashes'", _hash(given["style"]))
        for name, value in given.items():
            if name.startswith("on"):
                self.scripts += ("'unsafe-hashes'", _hash(value))

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(_hash(data))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._into = None


def _hash(text: str) -> str:
    """The source expression of what is inline (CSP 3, 2.3.1), which browsers read with LF alone (HTML, 13.2.3.5)."""
    data = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    return f"'sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}'"
