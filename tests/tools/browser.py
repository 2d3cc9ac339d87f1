"""A folder of pages turned into pages in a browser, served on loopback, and what axe-core finds on them."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler

import axe_playwright_python
from playwright.sync_api import Browser, Page, expect, sync_playwright

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")

_RULES = """{
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
}"""
"""What axe-core is asked for: WCAG 2.0 to 2.2, levels A and AA, best practice, and the size of targets (2.5.8)."""

_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
    "--no-first-run",
)


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule of axe-core that a page breaks, and where: a CSS selector for each element."""

    rule: str
    help: str
    elements: tuple[str, ...]


@contextlib.contextmanager
def launched(executable: Path) -> Iterator[Browser]:
    """The installed browser without a window; it asks for nothing but what a page asks for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, chromium_sandbox=False, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Requests are no news."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address, without a slash at its end, at which `folder` is served on loopback."""
    with listening(functools.partial(_Silent, directory=str(folder))) as address:
        yield address


@contextlib.contextmanager
def listening(handler: Callable[..., BaseRequestHandler]) -> Iterator[str]:
    """The address, without a slash at its end, at which a handler answers on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextlib.contextmanager
def opened(browser: Browser, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def watched(page: Page, address: str) -> list[str]:
    """What a page says on its console, asks of others than the `address`, or is refused, as it comes."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda one: None if one.url.startswith(f"{address}/") else told.append(one.url))
    page.on("response", lambda answer: told.append(answer.url) if answer.status >= 400 else None)
    page.on("websocket", lambda socket: told.append(socket.url))
    return told


def visit(page: Page, address: str) -> None:
    """Waits for the page, its scripts and its faces, and on a search page for the hits."""
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => null)")
    if "?q=" in address:
        expect(page.locator("#k_count")).to_contain_text("träff")


def enlarge(page: Page, size: int) -> None:
    """Gives the browser a text size of its own, in pixels, as a reader does for whom 16 are too few."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size}})
    page.goto("about:blank")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{size}px"


def schemes(page: Page) -> Iterator[str]:
    """The page in light, then in dark colours, as it changes for a reader whose system changes them."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        yield scheme


def violations(page: Page) -> tuple[Violation, ...]:
    """What axe-core finds on the page as it stands; works under any content security policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run({_RULES})")["violations"]
    return tuple(
        Violation(
            rule["id"],
            rule["help"],
            tuple(" ".join(map(str, node["target"])) for node in rule["nodes"]),
        )
        for rule in found
    )
