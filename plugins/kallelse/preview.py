"""What a preview shows turned into what it shall show, and why a site cannot be made into a page that says so."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from kallelse.foreign.kept import stamp_of
from kallelse.locale import report as labels
from kallelse.model.settings import Language
from kallelse.publish.page import Asset, Page
from kallelse.publish.search import FOLDER, Indexing, SearchError
from kallelse.swap import put_folder, write_whole

# Seconds in which whoever writes on has the machine for the pages alone.
_PAUSE = 1.0
_EVERY = 2
"""Seconds after which the page asks anew: what is served then is the site, once it can be made."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the folder of a preview, by address."""

    pages: Mapping[str, Page]
    files: Mapping[str, bytes]

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of all."""
        return frozenset((*self.pages, *self.files))


def shown(pages: Iterable[Page], assets: Iterable[Asset]) -> Shown:
    """The same of a finished site."""
    return Shown({page.address: page for page in pages}, {asset.address: asset.content for asset in assets})


def bring_up_to_date(site: Path, before: Shown, now: Shown, whole: Callable[[Page], str]) -> None:
    """Writes into the folder `site` what at the same addresses is another than `before`, pages by `whole`."""
    made = [(address, page) for address, page in now.pages.items() if before.pages.get(address) != page]
    # All pages are made before the first is written: a template may not work.
    new = {address: whole(page).encode() for address, page in made}
    new |= {address: content for address, content in now.files.items() if before.files.get(address) != content}
    for address, content in new.items():
        write_whole(site / address, content)


class Warned(logging.Handler):
    """What the engine has warned of since `lines` was last cleared."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class LateIndex:
    """The search index of a preview, which nobody who looks at a page need wait for."""

    def __init__(
        self, pages: Iterable[Page], site: Path, language: Language, store: Path, log: Callable[[str], object]
    ) -> None:
        """Begins a little later, and puts the index into the folder `site`; `log` is told why there is none.

        Once it is `dropped`, nothing is written any more.
        """
        self.dropped = threading.Event()
        self._search: Indexing | None = None
        self._thread = threading.Thread(target=self._make, args=(pages, site, language, store, log), daemon=True)
        self._thread.start()

    def _make(
        self, pages: Iterable[Page], site: Path, language: Language, store: Path, log: Callable[[str], object]
    ) -> None:
        if self.dropped.wait(_PAUSE):
            return
        try:
            self._search = search = Indexing(language, store)
            search(self._while_wanted(search.as_before(pages)))
            put_folder(site / FOLDER, search.files())
        except SearchError as error:
            if not self.dropped.is_set():
                log(labels.NO_SEARCH[language].format(told=error))

    def _while_wanted(self, pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            if self.dropped.is_set():
                raise SearchError
            yield page

    def wait(self) -> None:
        """Returns when the work is done or has ended."""
        self._thread.join()

    def drop(self) -> None:
        """Ends the work; nothing is written any more."""
        self.dropped.set()
        if self._search is not None:
            self._search.stop()
        self.wait()


def stamps(places: Iterable[Path]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """What the system says of files, and of all files in folders."""
    return tuple((str(file), stamp_of(file)) for place in places for file in _files(place))


def _files(place: Path) -> Iterator[Path]:
    yield place
    for folder, _, names in os.walk(place):
        yield from (Path(folder, name) for name in sorted(names))


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
