"""Pages at addresses that a meeting had before, and where they lead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.engine import in_sitemap
from kallelse.publish.moved import moved_pages
from kallelse.publish.page import PageKind, Section
from kallelse.publish.plan import plan
from playwright.sync_api import Browser, expect

from tests.publish import archives, moved, sites
from tests.publish.conftest import served
from tests.publish.moved import NEW, OLD, PAGES
from tests.tools.browser import opened, schemes, violations

SAMPLE = sites.sample_pages()


def test_each_page_of_a_moved_meeting_has_one_at_its_old_address_and_nothing_else_is_changed() -> None:
    of_meeting = {address for address in SAMPLE if address.startswith(NEW)}
    old = {page.address: page.leads_to for page in PAGES.values() if page.kind is PageKind.MOVED}
    assert old == {address.replace(NEW, OLD): address for address in of_meeting}
    assert len(old) > 5
    own = f"{NEW}/index.html"
    others = {address: page for address, page in PAGES.items() if address not in {*old, own}}
    assert others == {address: page for address, page in SAMPLE.items() if address != own}
    told = ". <strong>Flyttat från 19 september 2022.</strong>"
    assert PAGES[own].html.replace(told, "", 1) == SAMPLE[own].html
    assert told in PAGES[own].html


def test_no_page_gives_way_to_one_that_leads_on_and_each_address_leads_to_one_place() -> None:
    known = plan(moved.archive(), {}, archives.AS_OF, None, {})
    own = PAGES[f"{NEW}/index.html"]
    assert [each.address for each in moved_pages(known, (own, own))] == [f"{OLD}/index.html"]
    assert not list(moved_pages(known, (own, replace(own, address=f"{OLD}/index.html"))))


@pytest.mark.parametrize("name", ["index.html", "03-rapportering/bilaga-1-utfall.html"])
def test_it_is_in_no_list_and_has_the_address_of_the_page_that_it_leads_to(name: str) -> None:
    page = PAGES[f"{OLD}/{name}"]
    assert (page.indexed, page.robots, page.kind.section) == (False, "noindex", Section.NONE)
    assert list(in_sitemap([], [page], "https://a.example/")) == []
    assert page.title == f"Flyttad sida: {PAGES[f'{NEW}/{name}'].title}"
    html = sites.whole(page)
    assert f'<link rel="canonical" href="{archives.SETTINGS.url.rstrip("/")}/{NEW}/{name}">' in html
    up = "../" * (name.count("/") + 1)
    assert f'<meta http-equiv="refresh" content="0; url={up}2022-09-26/{name}">' in html
    assert f'href="{up}2022-09-26/{name}"' in page.html


def test_a_reader_is_led_on_and_finds_the_way_where_that_is_refused(browser: Browser, tmp_path: Path) -> None:
    folder = sites.write(tmp_path, moved.archive(), archives.packets())
    with served(folder) as address, opened(browser, scripts=False) as page:
        page.goto(f"{address}/{OLD}/03-rapportering/index.html")
        expect(page).to_have_url(f"{address}/{NEW}/03-rapportering/index.html")
    file = folder / OLD / "index.html"
    html = file.read_text(encoding="utf-8")
    stays = html.replace('<meta http-equiv="refresh" content="0; url=../2022-09-26/index.html">\n', "")
    assert stays != html
    file.write_text(stays, encoding="utf-8")
    with served(folder) as address, opened(browser, 360) as page:
        page.goto(f"{address}/{OLD}/index.html")
        for _ in schemes(page):
            assert violations(page) == ()
        page.locator("main a").click()
        expect(page).to_have_url(f"{address}/{NEW}/index.html")
