"""The notice board, decisions and assignments in a browser: for aids, on a phone, on paper, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.publish import archives, noticed, sites
from tests.publish.conftest import served
from tests.tools.browser import opened, visit

BOARD = "anslagstavla/index.html"


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site with something on its notice board is served."""
    folder = sites.write(tmp_path_factory.mktemp("board"), noticed.whole(), archives.packets(), noticed.AS_OF)
    with served(folder) as found:
        yield found


def test_the_menu_stands_in_one_row_of_a_phone(browser: Browser, announced: str) -> None:
    with opened(browser, 360) as page:
        visit(page, f"{announced}/index.html")
        tops = page.locator(".k-menu a").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
        assert len(tops) == 4
        assert len(set(tops)) == 1


def test_the_last_day_of_appeal_is_the_largest_word_of_a_sheet(browser: Browser, announced: str) -> None:
    with opened(browser) as page:
        visit(page, f"{announced}/{BOARD}")
        sheet = page.locator(".k-sheet").first
        sizes = sheet.locator("*").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
        day = sheet.locator(".k-last strong")
        assert day.inner_text() == "26 oktober 2022"
        assert day.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") == max(sizes)


def test_how_the_days_are_counted_can_be_read_without_scripts_and_on_paper(browser: Browser, announced: str) -> None:
    with opened(browser, scripts=False) as page:
        page.goto(f"{announced}/{BOARD}")
        note = page.locator(".k-grounds dd").first
        assert not note.is_visible()
        page.locator(".k-grounds summary").first.click()
        assert note.is_visible()
        page.goto(f"{announced}/{BOARD}")
        page.emulate_media(media="print")
        assert page.locator(".k-grounds dd").first.is_visible()
