"""A finished site turned into how a server should send it: which headers and types go with which addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kallelse.model.archive import Archive
from kallelse.model.moved import Move, moves, redirects
from kallelse.publish.page import Page, PageKind
from kallelse.publish.policy import FETCHING, Inline, as_header, engine_policy, merged, policy
from kallelse.publish.shell import root_of

STANDARD = as_header(policy(PageKind.START))
"""What is sent with every citizens' page that fetches nothing, and with all that is no page."""

ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
"""What is sent with everything, by the name of its header."""

FEEDS = "floden/"
"""The folder of the feeds, whose names end as any XML does."""
OPEN_ENDS = (".csv", ".json", ".jsonld", ".ics", ".atom", ".rdf", ".ttl", ".sha256")
"""The ends of names of what scripts of other sites may read (Fetch, 3.2), beside the feeds."""
OPEN: Mapping[str, str] = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""What is sent with that."""

LASTING: Mapping[str, str] = {
    # The names of these hold a digest of what they are.
    "pagefind/filter/": "public, max-age=31536000, immutable",
    "pagefind/fragment/": "public, max-age=31536000, immutable",
    "pagefind/index/": "public, max-age=31536000, immutable",
    "assets/": "public, max-age=86400",
}
FRESH = "no-cache"
"""How long a browser may use what it has (RFC 9111, 5.2.2), by folder; it asks first whether other things changed."""

TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "jsonld": "application/ld+json",
    "csv": "text/csv",
    "ics": "text/calendar",
    "atom": "application/atom+xml",
    "xml": "application/xml",
    "rdf": "application/rdf+xml",
    "ttl": "text/turtle",
    "txt": "text/plain",
    "sha256": "text/plain",
    "conf": "text/plain",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
    "gz": "application/gzip",
    "zip": "application/zip",
}
"""Media types by the end of a name."""
FEED_TYPE = "application/atom+xml"
TEXTS = ("text/css", "text/javascript", "text/csv", "text/calendar", "text/turtle", "text/plain")
"""Types that are sent with `charset=utf-8`, beside `text/html`; JSON and XML say it themselves or need not."""
SMALLER = (
    *TEXTS,
    *("application/json", "application/ld+json", "application/xml", FEED_TYPE, "application/rdf+xml"),
    *("application/wasm", "image/svg+xml"),
)
"""Types that a server packs, beside `text/html`; Pagefind's own files, which have none, are packed already."""

# What ends a word, a line or a pattern in the files of servers, or is taken for a sign by what reads those.
_ENDS = re.compile(r"""[\x00-\x20\x7f"'#\\]""")


@dataclass(frozen=True, slots=True)
class Serving:
    """How a site is sent: `root` is the path at which it begins, with a slash at both ends.

    `names` are the pages right under that and the folders with pages, these with a slash at their end. `policies` are
    those other than the standard, by such names; `moved` is what leads on, the first that fits.
    """

    root: str
    names: tuple[str, ...]
    policies: Mapping[str, str]
    moved: tuple[Move, ...]


def serving(archive: Archive, pages: Iterable[Page], files: Iterable[str], engine: Mapping[str, Inline]) -> Serving:
    """How the site of `archive` is sent, which has these pages, and these files by address.

    `engine` are the pages of the engine's own by address, with what they have inline.
    """
    own = tuple(pages)
    policies = dict(_policies(own, engine))
    tops = {_top(address) for address in (*(page.address for page in own), *engine)}
    return Serving(
        root=root_of(archive.settings),
        names=tuple(sorted(tops | set(policies))),
        policies=dict(sorted(policies.items())),
        moved=moved_of(archive, own, files),
    )


def moved_of(archive: Archive, pages: Iterable[Page], files: Iterable[str]) -> tuple[Move, ...]:
    """What leads on to these pages and files of the site of `archive`, the first that fits."""
    now = [*(page.address for page in pages if not page.leads_to), *files]
    return tuple(redirects(sorted(now), moves(archive)))


def pattern(text: str) -> str:
    """A regular expression for just that text, which may stand in double quotes or between `#` in a server's file."""
    return "".join(rf"\x{ord(sign):02x}" if _ENDS.match(sign) else re.escape(sign) for sign in text)


def _top(address: str) -> str:
    """The folder right under the root in which a page is, or the page where it is there itself."""
    first, slash, _ = address.partition("/")
    return first + slash


def _policies(own: Iterable[Page], engine: Mapping[str, Inline]) -> Iterator[tuple[str, str]]:
    for kind in FETCHING:
        yield from ((_top(page.address), as_header(policy(kind))) for page in own if page.kind is kind)
    # A worker has the policy that its own script is sent with (CSP 3, 4.2.1).
    yield "pagefind/", as_header(policy(PageKind.SEARCH))
    for top in sorted({_top(address) for address in engine}):
        inside = merged(inline for address, inline in engine.items() if _top(address) == top)
        yield top, as_header(engine_policy(inside))
