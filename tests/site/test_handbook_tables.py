"""The tables of the handbook in windows of any width: words and codes stay whole as far as they fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.browser import enlarge, opened, served, visit

_TABLES = """() => {
  const tables = [...document.querySelectorAll('.md-typeset table')];
  const top = (node, place) => {
    const letter = document.createRange();
    letter.setStart(node, place);
    letter.setEnd(node, place + 1);
    return [...letter.getClientRects()].at(-1)?.top;
  };
  // A word is in two lines where a letter stands lower than the one before it, but for a hyphen that ends its line.
  const isCut = (node, begin, word) => [...word].some((_, place) => place
    && !'-–—'.includes(word[place - 1])
    && Math.abs(top(node, begin + place) - top(node, begin + place - 1)) > 4);
  const cut = tables.flatMap((table) => {
    const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/\\S+/g)) {
        if (isCut(texts.currentNode, index, word)) found.push(word);
      }
    }
    return found;
  });
  const wide = tables.filter((table) => table.getBoundingClientRect().right > innerWidth
    || table.closest('.md-typeset__scrollwrap')?.scrollWidth > table.closest('.md-typeset__scrollwrap')?.clientWidth);
  return { count: tables.length, cut, wide: wide.map((table) => table.rows[0].innerText) };
}"""
"""How many tables a page has, the words of them that are in two lines, and the tables that reach out of their place."""

# A word of twenty letters has room in a column of a phone.
_LONGEST = 20


@pytest.fixture(scope="module")
def address(sample_site: Path) -> Iterator[str]:
    with served(sample_site) as found:
        yield found


def _pages(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in (site / "handbok").glob("*.html"))


@pytest.mark.parametrize("width", [1280, 601, 390, 320])
def test_words_of_tables_stay_whole_as_far_as_they_fit(
    browser: Browser, sample_site: Path, address: str, width: int
) -> None:
    count = 0
    with opened(browser, width) as page:
        for place in _pages(sample_site):
            visit(page, f"{address}/{place}")
            found = page.evaluate(_TABLES)
            count += found["count"]
            assert found["wide"] == [], place
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place
            if width >= 390:
                assert [word for word in found["cut"] if len(word) <= _LONGEST and word.isalpha()] == [], place
                assert [word for word in found["cut"] if word.startswith("floden/")] == [], place
    assert count > 20


@pytest.mark.parametrize("size", [20, 24, 32])
def test_where_text_is_large_words_of_tables_stay_whole_as_far_as_they_fit(
    browser: Browser, sample_site: Path, address: str, size: int
) -> None:
    # Half as many letters have room where each is twice as wide.
    longest = _LONGEST * 10 // size
    with opened(browser) as page:
        enlarge(page, size)
        for place in _pages(sample_site):
            visit(page, f"{address}/{place}")
            for width in (320, 360, 412):
                page.set_viewport_size({"width": width, "height": 800})
                found = page.evaluate(_TABLES)
                assert found["wide"] == [], (place, width)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (place, width)
                assert [word for word in found["cut"] if len(word) <= longest and word.isalpha()] == [], (place, width)


def test_a_table_whose_cells_stand_below_each_other_is_a_table_to_who_hears_it(browser: Browser, address: str) -> None:
    told = {}
    for width, size in ((1280, 16), (390, 16), (320, 32)):
        with opened(browser, width) as page:
            enlarge(page, size)
            visit(page, f"{address}/handbok/folja.html")
            tables = page.get_by_role("table")
            told[width] = [tables.nth(place).aria_snapshot() for place in range(tables.count())]
    assert told[320] == told[390] == told[1280] != []
    assert "columnheader" in told[390][0]


def test_without_scripts_no_table_of_the_handbook_makes_the_page_scroll_sideways(
    browser: Browser, sample_site: Path, address: str
) -> None:
    for width in (700, 320):
        with opened(browser, width, scripts=False) as page:
            for place in _pages(sample_site):
                page.goto(f"{address}/{place}")
                assert page.evaluate("document.documentElement.scrollWidth") <= width, place
