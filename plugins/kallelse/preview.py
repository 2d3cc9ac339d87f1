"""Why a site cannot be made turned into the page that a preview shows until it can."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from kallelse.locale import report as labels
from kallelse.model.settings import Language

_EVERY = 2
"""Seconds after which the page asks anew: what is served then is the site, once it can be made."""


def problem_page(told: Iterable[str], language: Language) -> bytes:
    """The lines of `told` as a page that looks for itself whether all is mended."""
    words = labels.PREVIEW_PROBLEM[language]
    lines = "\n".join(escape(line) for line in told)
    page = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{words[0]}</title>'
        f'<meta http-equiv="refresh" content="{_EVERY}"><meta name="viewport" content="width=device-width">'
        "<style>body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 sans-serif }"
        "pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }</style></head>"
        f"<body><h1>{words[0]}</h1><pre>{lines}</pre><p>{words[1]}</p></body></html>"
    )
    return page.encode()


def told_instead(app: WSGIApplication, problem: Callable[[], bytes]) -> WSGIApplication:
    """`app` with the page that `problem` gives in place of each of its pages, while it gives one."""

    def answered(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        page = problem() if environ["PATH_INFO"].endswith(("/", ".html")) else b""
        if not page:
            return app(environ, start)
        start("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")])
        return [page]

    return answered
