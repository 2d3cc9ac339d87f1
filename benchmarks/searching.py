"""A site in a folder and a question turned into the bytes that a browser fetches for the answer, and its seconds.

The server sends texts with gzip, as hosts do, and lets everything be cached; what it sends is counted there, heads of
answers included, while a real browser asks.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from benchmarks.child import BenchmarkError

_TEXTS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}
_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of which site: the page opened before, the page that asks with its `{query}`, the first hit."""

    before: str
    address: str
    hit: str


OURS = Question("index.html", "sok.html?q={query}", "#k_list li h3")
THEIRS = Question("", "index.html?q={query}", ".md-search-result__item")


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question took: bytes as they were sent, answers, seconds from opening the page to the first hit."""

    sent: int
    answers: int
    seconds: float


def asked(folder: Path, question: Question, query: str) -> Asked:
    """One question in a fresh browser that has nothing cached but the page opened before."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise BenchmarkError("there is no Chromium")
    with sync_playwright() as playwright, _served(folder) as (address, sent):
        browser = playwright.chromium.launch(executable_path=found, chromium_sandbox=False)
        try:
            return _asked(browser, address, sent, question, query)
        finally:
            browser.close()


def _asked(browser: Browser, address: str, sent: list[int], question: Question, query: str) -> Asked:
    page = browser.new_page()
    page.set_default_timeout(_SECONDS * 1000)
    if question.before:
        page.goto(f"{address}/{question.before}")
        page.wait_for_load_state("networkidle")
    sent.clear()
    began = time.perf_counter()
    page.goto(f"{address}/{question.address.format(query=quote(query))}", wait_until="commit")
    page.locator(question.hit).first.wait_for()
    seconds = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    return Asked(sum(sent), len(sent), seconds)


class _Counting(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, sent: list[int], **named: object) -> None:
        self._sent = sent
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(str(self.directory), unquote(urlsplit(self.path).path).lstrip("/"))
        if not path.is_file():
            self.send_error(404)
            return
        content, kind = path.read_bytes(), _TEXTS.get(path.suffix)
        self.send_response(200)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Cache-Control", "max-age=3600")
        if kind is not None:
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        head = sum(map(len, self._headers_buffer))  # type: ignore[attr-defined]
        self.end_headers()
        self._sent.append(head + len(content))
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Requests are counted, not told."""


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    sent: list[int] = []
    handler = functools.partial(_Counting, directory=str(folder), sent=sent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", sent
        finally:
            server.shutdown()
            thread.join()
