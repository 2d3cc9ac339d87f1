"""The sample's site in a folder, with its search index, and served on loopback with its policy as a header."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from kallelse.publish.page import PageKind
from kallelse.publish.policy import policy
from kallelse.publish.search import FOLDER
from kallelse.swap import put_folder
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.publish import archives, sites
from tests.publish.searched import PAGES
from tests.tools.browser import listening, opened

_PAGES = sites.sample_pages()
_KINDS = {"/sok.html": PageKind.SEARCH, "/pagefind/": PageKind.SEARCH, "/kontrollera.html": PageKind.VERIFY}


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of the sample."""
    folder = sites.write(tmp_path_factory.mktemp("site"), archives.archive(), archives.packets())
    put_folder(folder / FOLDER, sites.index_of(_PAGES.values()))
    return folder


@pytest.fixture(scope="session")
def address(sample_folder: Path) -> Iterator[str]:
    """Where the sample's site is served, without a slash at its end."""
    with served(sample_folder) as found:
        yield found


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        kind = next((kind for start, kind in _KINDS.items() if self.path.startswith(start)), PageKind.START)
        self.send_header("Content-Security-Policy", policy(kind))
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Requests are no news."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Strict, directory=str(folder))
    with listening(handler) as address:
        yield address


@pytest.fixture(scope="session")
def searched_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sites.write(tmp_path_factory.mktemp("words"), archives.archive(), archives.packets())
    put_folder(made / FOLDER, sites.index_of(PAGES))
    return made


@pytest.fixture(scope="session")
def words(searched_folder: Path) -> Iterator[str]:
    with served(searched_folder) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab that fails the test where the page says anything to its console."""
    told: list[str] = []
    with opened(browser) as page:
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        yield page
    assert told == []
