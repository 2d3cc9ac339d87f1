"""Every kind of page where the browser has large text by default (WCAG 2.2, 1.4.4), in windows of all widths."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from kallelse.model.issue import Issue, IssuedDocument
from kallelse.publish.page import PageKind
from playwright.sync_api import Browser, Page

from tests.publish import archives, everykind, longwords, records, sites
from tests.publish.conftest import served
from tests.publish.councils import COUNCIL
from tests.tools.browser import enlarge, opened, visit

SIZES = (20, 24, 32)
WIDTHS = (320, 360, 412, 768)
SHOWN = everykind.shown()
PLACES = [address for kind, addresses in SHOWN.items() for address in addresses if kind is not PageKind.MOVED]
MEETING = f"{archives.GSN}/2022-09-26"

_OVER = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  if (!one.checkVisibility() || style.clipPath !== 'none' || one.closest('svg, select, .k-scroll')) return false;
  const worded = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return worded && style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1;
}).map((one) => one.outerHTML.slice(0, 120))"""
"""Words that reach out of their box, but for tables, which scroll in theirs."""

_FEW = """(few) => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const within = text.parentElement;
    if (!within.checkVisibility() || within.closest('.k-vh, .k-tool, .k-scroll, noscript')) continue;
    for (const word of text.data.matchAll(/(?<!\\S)[("]?(\\p{L}+)(?![^\\s.,:;!?)"])/gu)) {
      const lines = [];
      for (let at = word.index; at < word.index + word[0].length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        const last = lines.at(-1);
        if (last && box.top < last.top + box.height / 2) last.letters++;
        else lines.push({ top: box.top, letters: 1 });
      }
      if (lines.slice(0, -1).some((line) => line.letters < few)) found.push(word[1] + ': ' + within.outerHTML);
    }
  }
  return found.map((said) => said.slice(0, 160));
}"""
"""Words of which a line holds fewer than so many letters before the next begins."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site with every kind of page is served."""
    folder = tmp_path_factory.mktemp("large")
    sites.write(folder, everykind.archive(), archives.packets(), everykind.AS_OF, records.pdfs())
    with served(folder) as found:
        yield found


@pytest.fixture(scope="module", params=SIZES)
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of a browser in which a reader has chosen larger text than 16 px."""
    with opened(browser) as page:
        enlarge(page, request.param)
        page.emulate_media(reduced_motion="reduce")
        yield page


def _widths(page: Page, address: str, widths: tuple[int, ...] = WIDTHS) -> Iterator[int]:
    visit(page, address)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        yield width


@pytest.mark.parametrize("place", PLACES)
def test_nothing_scrolls_sideways_and_no_line_holds_but_few_letters(tab: Page, address: str, place: str) -> None:
    for width in _widths(tab, f"{address}/{place}"):
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, width
        assert tab.evaluate(_OVER) == [], width
        assert tab.evaluate(_FEW, 7) == [], width


def test_hits_have_room_too(tab: Page, words: str) -> None:
    for width in _widths(tab, f"{words}/sok.html?q=skolan"):
        assert tab.locator(".k-hits li").count() > 0
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.evaluate(_OVER) == [], width
        assert tab.evaluate(_FEW, 7) == [], width


def test_no_long_word_makes_a_page_scroll_sideways(tab: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = sites.write(tmp_path_factory.mktemp("long"), longwords.long_words(), archives.packets())
    with served(folder) as found:
        for place in ("index.html", f"{MEETING}/index.html", f"{MEETING}/03-rapportering/index.html", "sok.html"):
            for width in _widths(tab, f"{found}/{place}"):
                assert tab.evaluate("document.documentElement.scrollWidth") <= width, (place, width)


def test_pages_counted_anew_have_room_for_each_number(tab: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    def issue(date: dt.date, *labels: str) -> Issue:
        cover = IssuedDocument(f"{MEETING}/index.md", "", "", ("1",), "")
        paper = IssuedDocument("", "Handlingsplan för verksamheten", "3", labels, "")
        return Issue(date, (cover, paper), (), "kallelse.pdf", renumbered=True)

    issues = issue(dt.date(2022, 9, 12), "2", "3", "4"), issue(dt.date(2022, 9, 19), "112", "113", "114")
    meeting = replace(archives.sample_meeting(), issues=issues)
    folder = sites.write(tmp_path_factory.mktemp("anew"), archives.with_meeting(meeting))
    with served(folder) as found:
        for width in _widths(tab, f"{found}/{MEETING}/index.html"):
            assert tab.locator(".k-renumbered td").count() == 2
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
            assert tab.evaluate(_FEW, 7) == [], width


def test_the_pieces_of_the_head_stand_clear_of_each_other(tab: Page, address: str) -> None:
    for place in (SHOWN[PageKind.MEETING][0], SHOWN[PageKind.BOARD][0]):
        for width in _widths(tab, f"{address}/{place}"):
            pieces = tab.locator(".k-brand > *, .k-tool, .k-menu li, .k-boardhead__name > *, .k-boardhead p + p")
            boxes = pieces.evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
            for one, other in itertools.combinations(boxes, 2):
                beside = one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
                assert beside or one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1, (place, width)


def test_each_count_of_a_vote_says_what_it_counts_where_columns_have_no_room(tab: Page, address: str) -> None:
    for _ in _widths(tab, f"{address}/{COUNCIL}/2022-09-19/paragraf-101.html", (320,)):
        said = tab.locator(".k-ballots--parties tbody tr").first.aria_snapshot()
        assert "Ja 21" in said
        assert "Nej 0" in said
        heads = tab.locator(".k-ballots thead")
        assert heads.evaluate_all("all => all.filter((one) => one.checkVisibility())") == []


def test_an_agenda_whose_cells_stand_below_each_other_is_a_table_to_who_hears_it(
    browser: Browser, tab: Page, address: str
) -> None:
    place = f"{address}/{MEETING}/index.html"
    with opened(browser, 320) as page:
        visit(page, place)
        told = page.locator(".k-agenda").aria_snapshot()
    for _ in _widths(tab, place, (320,)):
        assert tab.locator(".k-agenda").aria_snapshot() == told
    assert "rowheader" in told


def test_a_page_of_the_agenda_stands_beside_its_case_or_under_it(tab: Page, address: str) -> None:
    for width in _widths(tab, f"{address}/{MEETING}/index.html"):
        rows = tab.locator(".k-agenda tbody tr:has(.k-pg)").all()
        assert rows
        for row in rows:
            title, pages = row.locator("a").first.bounding_box(), row.locator(".k-pg").bounding_box()
            assert title is not None
            assert pages is not None
            assert pages["x"] >= title["x"] + title["width"] or pages["y"] >= title["y"] + title["height"] - 8, width
