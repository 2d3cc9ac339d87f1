"""How a site is sent turned into the files that hosts of static sites read: `_headers` and `_redirects`.

Their syntax is that of Netlify and of Cloudflare Pages: a path, which may end in `*`, and its headers below it. Where
several paths fit, all of their headers are sent, and a header that two of them give is sent as one list; so no two do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from kallelse.locale.serving import WORDS
from kallelse.model.settings import Language
from kallelse.publish.serving import ALWAYS, FEED_TYPE, FEEDS, LASTING, OPEN, OPEN_ENDS, STANDARD, TEXTS, TYPES, Serving

_INDEX = "index.html"


def headers_file(sent: Serving, language: Language) -> str:
    """The file `_headers`; what it does not say of types and caching, such hosts do by themselves."""
    rules: dict[str, dict[str, str]] = {"/*": dict(ALWAYS)}

    def add(path: str, headers: Mapping[str, str]) -> None:
        rules.setdefault(path, {}).update(headers)

    for name in sent.names:
        for path in _paths(name):
            add(path, {"Content-Security-Policy": sent.policies.get(name, STANDARD)})
    for folder, lasting in LASTING.items():
        add(f"/{folder}*", {"Cache-Control": lasting})
    # All other open data is told by the ends of names.
    add(f"/{FEEDS}*.xml", {**OPEN, "Content-Type": FEED_TYPE})
    for end in OPEN_ENDS:
        kind = TYPES[end.removeprefix(".")]
        add(f"/*{end}", {**OPEN, "Content-Type": f"{kind}; charset=utf-8" if kind in TEXTS else kind})
    told = [f"# {line}" for line in WORDS[language].headers]
    for path, headers in rules.items():
        told += ["", path, *(f"  {header}: {value}" for header, value in headers.items())]
    return "\n".join(told) + "\n"


def _paths(name: str) -> Iterator[str]:
    """The paths under which hosts know a folder or a page: some send a page without the end of its name."""
    if name.endswith("/"):
        yield f"/{quote(name)}*"
    else:
        stem = name.removesuffix(".html")
        yield from ("/", f"/{name}") if name == _INDEX else (f"/{quote(name)}", f"/{quote(stem)}")


def redirects_file(sent: Serving, language: Language) -> str:
    """The file `_redirects`; empty where nothing has moved."""
    if not sent.moved:
        return ""
    told = [f"# {line}" for line in WORDS[language].redirects]
    for move in sent.moved:
        # GitLab, the one of these that has sites below a root, takes the paths from there.
        old, new = quote(f"{sent.root}{move.old}"), quote(f"{sent.root}{move.new}")
        told.append(f"{old}* {new}:splat 301" if move.is_of_folders else f"{old} {new} 301")
    return "\n".join(told) + "\n"
