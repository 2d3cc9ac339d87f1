"""A finished site served on loopback as hosts do that read `_headers` and `_redirects`.

The syntax is that of Netlify and of Cloudflare Pages: all rules whose path fits are applied, and a header that two of
them give is sent as one list.
"""

from __future__ import annotations

import contextlib
import functools
import mimetypes
import re
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.tools.browser import listening

# What Cloudflare Pages takes: so many rules, and so long lines (its documentation, Headers and Redirects).
MOST_RULES, LONGEST_LINE, MOST_SPLATS = 100, 2000, 100

Rule = tuple[str, tuple[tuple[str, str], ...]]


def rules(text: str) -> tuple[Rule, ...]:
    """The paths of a `_headers` file with their headers, in order."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.startswith("/"):
            found.append((line.strip(), []))
        else:
            assert line.startswith("  "), f"neither a path nor a header: {line}"
            name, colon, value = line.strip().partition(": ")
            assert colon, f"no value: {line}"
            found[-1][1].append((name, value))
    return tuple((path, tuple(headers)) for path, headers in found)


def fits(pattern: str, path: str) -> re.Match[str] | None:
    """Whether a path fits; `*` stands for any letters."""
    assert pattern.count("*") <= 1, pattern
    return re.fullmatch(re.escape(pattern).replace(r"\*", "(.*)"), path)


def headers_of(found: tuple[Rule, ...], path: str) -> dict[str, list[str]]:
    """Each header that is sent with a path, with all values that rules give it."""
    told: dict[str, list[str]] = {}
    for pattern, headers in found:
        if fits(pattern, path):
            for name, value in headers:
                told.setdefault(name, []).append(value)
    return told


def redirects(text: str) -> tuple[tuple[str, str, int], ...]:
    """The lines of a `_redirects` file: from where, to where, and with which status."""
    lines = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple((old, new, int(status)) for old, new, status in lines)


def redirected(found: tuple[tuple[str, str, int], ...], path: str) -> str:
    """Where the first rule that fits leads; empty where none does."""
    for old, new, _ in found:
        if match := fits(unquote(old), path):
            return new.replace(":splat", match[1]) if "*" in old else new
    return ""


class _Host(SimpleHTTPRequestHandler):
    def __init__(
        self, *args: object, told: tuple[Rule, ...], moved: tuple[tuple[str, str, int], ...], folder: Path
    ) -> None:
        self.told, self.moved, self.folder = told, moved, folder
        super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

    @property
    def asked(self) -> str:
        return unquote(urlsplit(self.path).path)

    def do_GET(self) -> None:
        if new := redirected(self.moved, self.asked):
            self.send_response(301)
            self.send_header("Location", new)
            self.end_headers()
            return
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        body = (self.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_header(self, keyword: str, value: str) -> None:
        # A type that a rule gives is the one that is sent.
        if keyword.lower() == "content-type" and value != "text/html; charset=utf-8":
            value = ", ".join(headers_of(self.told, self.asked).get("Content-Type", [value]))
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        for name, values in headers_of(self.told, self.asked).items():
            if name != "Content-Type":
                super().send_header(name, ", ".join(values))
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Requests are no news."""


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address, without a slash at its end, at which such a host serves the site in `folder`."""
    mimetypes.add_type("text/javascript", ".js")
    moved = folder / "_redirects"
    handler = functools.partial(
        _Host,
        told=rules((folder / "_headers").read_text(encoding="utf-8")),
        moved=redirects(moved.read_text(encoding="utf-8")) if moved.exists() else (),
        folder=folder,
    )
    with listening(handler) as address:
        yield address
