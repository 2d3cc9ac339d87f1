from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.publish import archives, longwords, sites
from tests.publish.conftest import served
from tests.tools.browser import opened, visit

MEETING = f"{archives.GSN}/2022-09-26"
FINANCE = f"{MEETING}/03-rapportering/bilaga-1-utfall.html"
PAGES = {
    "start": "index.html",
    "meetings": "moten/index.html",
    "meetings of a year": "moten/2022.html",
    "matters": "arenden/index.html",
    "matters of a year": "arenden/2022.html",
    "committee": f"{archives.GSN}/index.html",
    "committee's year": f"{archives.GSN}/2022.html",
    "meeting": f"{MEETING}/index.html",
    "meeting planned": f"{archives.GSN}/2022-11-28/index.html",
    "case": f"{MEETING}/03-rapportering/index.html",
    "case with process": f"{MEETING}/05-modell-for-it-styrning.html",
    "finance": FINANCE,
    "action plan": f"{MEETING}/03-rapportering/bilaga-2-handlingsplan.html",
    "contents and history": f"{MEETING}/04-digitaliseringsstrategi/bilaga-1-uppdragsbeskrivning.html",
    "matter": "arenden/gsn-2020-35.html",
    "follow": "folj.html",
    "search": "sok.html",
    "lost": "404.html",
}


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sample with long words everywhere is served."""
    folder = sites.write(tmp_path_factory.mktemp("long"), longwords.long_words(), archives.packets())
    with served(folder) as found:
        yield found


def test_no_page_is_wider_than_a_small_window_with_long_words(browser: Browser, long_words: str) -> None:
    with opened(browser, 320) as page:
        for name, place in PAGES.items():
            visit(page, f"{long_words}/{place}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_a_page_link_has_room_for_a_finger(browser: Browser, address: str) -> None:
    with opened(browser, 360) as page:
        visit(page, f"{address}/{MEETING}/index.html")
        boxes = page.locator(".k-pg").evaluate_all("links => links.map(link => link.getBoundingClientRect().toJSON())")
        assert min(box["width"] for box in boxes) >= 44
        assert min(box["height"] for box in boxes) >= 24
        tops = sorted((box["top"], box["bottom"]) for box in boxes)
        assert all(above[1] <= below[0] for above, below in itertools.pairwise(tops))


def test_a_table_of_text_keeps_its_first_column_on_a_phone_and_says_that_it_scrolls(
    browser: Browser, address: str
) -> None:
    with opened(browser, 320) as page:
        visit(page, f"{address}/{PAGES['contents and history']}")
        region, first = page.locator(".k-table .k-scroll"), page.locator(".k-table tbody .l").first
        before = first.bounding_box()
        region.evaluate("region => { region.scrollLeft = region.scrollWidth }")
        assert region.evaluate("region => region.scrollLeft") > 0
        assert first.bounding_box() == before
        assert page.locator(".k-table .k-drag").is_visible()


def test_the_contents_of_a_long_attachment_stay_beside_it(browser: Browser, address: str) -> None:
    with opened(browser, 1280) as page:
        visit(page, f"{address}/{PAGES['contents and history']}")
        page.locator(".k-text").evaluate("text => window.scrollTo(0, text.offsetTop + text.offsetHeight / 2)")
        contents, text = page.locator(".k-toc").bounding_box(), page.locator(".k-text").bounding_box()
        assert contents is not None
        assert text is not None
        assert contents["x"] > text["x"] + text["width"]
        assert contents["y"] > 0


def test_the_sites_own_face_is_used(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/index.html")
        assert page.evaluate("document.fonts.check('600 18px \"Kallelse Sans\"', 'Åäö−≥')")


def test_the_first_stop_of_the_keyboard_leads_to_the_content(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{MEETING}/index.html")
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        assert link.inner_text() == "Hoppa till innehållet"
        box = link.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        assert page.locator("main").evaluate("main => main === document.activeElement")


def test_the_scheme_can_be_chosen_and_stays_chosen(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/index.html")
        ground = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(ground)
        page.locator("#k_scheme").click()
        dark = page.evaluate(ground)
        assert dark != light
        visit(page, f"{address}/moten/index.html")
        assert page.evaluate(ground) == dark


def test_pages_are_whole_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, scripts=False) as page:
        page.goto(f"{address}/{MEETING}/index.html")
        assert page.get_by_role("link", name="Sidorna 2 till 7 i kallelsen (PDF)").is_visible()
        assert not page.locator("#k_scheme").is_visible()
        page.goto(f"{address}/sok.html")
        assert page.locator("noscript p").is_visible()
        assert "Sökningen behöver JavaScript" in page.locator("noscript p").inner_text()
        assert page.get_by_role("link", name="Alla möten").is_visible()


def test_without_scripts_the_system_still_chooses_the_scheme(browser: Browser, address: str) -> None:
    with opened(browser, scheme="dark", scripts=False) as page:
        page.goto(f"{address}/index.html")
        ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        assert ground == "rgb(18, 25, 28)"


# A copy on disk


def test_a_copy_on_disk_can_be_read(browser: Browser, sample_folder: Path) -> None:
    with opened(browser) as page:
        page.goto((sample_folder / "index.html").as_uri())
        assert page.evaluate("getComputedStyle(document.querySelector('.k-head')).backgroundColor") == "rgb(11, 74, 92)"
        page.get_by_role("link", name="Gemensamma servicenämnden 26 september 2022").first.click()
        page.get_by_role("link", name="Modell för IT-styrning").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Modell för IT-styrning"


# Finance tables on a phone

_CUT = """region => {
  const label = region.querySelector('tbody th')?.getBoundingClientRect().right ?? region.getBoundingClientRect().left;
  const right = region.getBoundingClientRect().right;
  const cut = [];
  for (const cell of region.querySelectorAll('td.n')) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const text = range.getBoundingClientRect();
    if (!text.width) continue;
    const hidden = text.right <= label + 1 || text.left >= right - 1;
    const shown = text.left >= label - 1 && text.right <= right + 1;
    if (!hidden && !shown) cut.push(cell.textContent);
  }
  return cut;
}"""


@pytest.mark.parametrize("name", ["finance", "action plan"])
@pytest.mark.parametrize("width", [320, 360, 412])
def test_no_figure_rests_cut_in_two_on_a_phone(browser: Browser, address: str, width: int, name: str) -> None:
    with opened(browser, width) as page:
        visit(page, f"{address}/{PAGES[name]}")
        for region in page.locator(".k-scroll").all():
            widest = region.evaluate("region => region.scrollWidth - region.clientWidth")
            assert widest > 0
            for place in range(0, widest + 24, 24):
                region.evaluate("(region, place) => { region.scrollLeft = place }", place)
                assert region.evaluate(_CUT) == [], place


def test_the_label_stays_while_the_figures_scroll(browser: Browser, address: str) -> None:
    with opened(browser, 360) as page:
        visit(page, f"{address}/{FINANCE}")
        region, label = page.locator(".k-scroll").first, page.get_by_role("rowheader", name="Netto")
        before = label.bounding_box()
        region.evaluate("region => { region.scrollLeft = region.scrollWidth }")
        assert label.bounding_box() == before
        assert page.get_by_text("Dra i sidled för fler kolumner").first.is_visible()


def test_on_a_wide_screen_all_columns_are_seen_at_once(browser: Browser, address: str) -> None:
    with opened(browser, 1280) as page:
        visit(page, f"{address}/{PAGES['action plan']}")
        region = page.locator(".k-scroll")
        assert region.evaluate("region => region.scrollWidth - region.clientWidth") == 0
        assert not page.get_by_text("Dra i sidled").is_visible()
