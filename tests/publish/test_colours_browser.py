"""Where a municipality's own colours come out on the pages, measured in a browser against what settings are held to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from kallelse.model.colour import DARK_GROUNDS, LEAST_LINE, LIGHT_GROUNDS, contrast
from kallelse.model.settings import Colours
from playwright.sync_api import Browser

from tests.publish import archives, councils, records, sites
from tests.publish.conftest import served
from tests.tools.browser import opened, schemes, visit

_GROUNDS = """(own) => {
  const hex = (said) => "#" + said.match(/\\d+/g).slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join("");
  const found = new Set();
  for (const each of document.querySelectorAll("body *")) {
    const worded = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!worded || hex(getComputedStyle(each).color) !== own) continue;
    let under = each;
    while (under && getComputedStyle(under).backgroundColor === "rgba(0, 0, 0, 0)") under = under.parentElement;
    found.add(under ? hex(getComputedStyle(under).backgroundColor) : "none");
  }
  return [...found];
}"""

_LINES = """() => {
  const hex = (said) => "#" + said.match(/\\d+/g).slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join("");
  return [...document.querySelectorAll(".k-term")].map((each) => {
    let under = each;
    while (getComputedStyle(under).backgroundColor === "rgba(0, 0, 0, 0)") under = under.parentElement;
    return [hex(getComputedStyle(each).textDecorationColor), hex(getComputedStyle(under).backgroundColor)];
  });
}"""
"""The line under each word that is explained, and its ground."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where a site with records and votes is served, and the addresses of its pages."""
    sample = records.archive()
    whole = replace(sample, committees=(*sample.committees, *councils.council().committees))
    folder = sites.write(tmp_path_factory.mktemp("colours"), whole, archives.packets())
    with served(folder) as found:
        yield found, tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")))


def test_the_brand_is_text_on_no_other_ground_than_those_that_it_is_held_against(
    browser: Browser, pages: tuple[str, tuple[str, ...]]
) -> None:
    address, paths = pages
    assert len(paths) > 30
    allowed = {"light": (Colours().brand, LIGHT_GROUNDS), "dark": (Colours().brand_dark, DARK_GROUNDS)}
    seen: dict[str, set[str]] = {"light": set(), "dark": set()}
    with opened(browser) as page:
        for path in paths:
            visit(page, f"{address}/{path}")
            for scheme in schemes(page):
                brand, grounds = allowed[scheme]
                found = set(page.evaluate(_GROUNDS, brand))
                assert found <= set(grounds), (path, scheme)
                seen[scheme] |= found
    assert seen["light"] == set(LIGHT_GROUNDS[:2])
    assert seen["dark"] == set(DARK_GROUNDS)


def test_the_line_under_a_word_that_is_explained_is_seen_on_every_ground(
    browser: Browser, pages: tuple[str, tuple[str, ...]]
) -> None:
    address, paths = pages
    seen: dict[str, set[str]] = {"light": set(), "dark": set()}
    with opened(browser) as page:
        for path in paths:
            visit(page, f"{address}/{path}")
            for scheme in schemes(page):
                for line, ground in page.evaluate(_LINES):
                    assert contrast(line, ground) >= LEAST_LINE, (path, scheme, line, ground)
                    seen[scheme].add(ground)
    # The page, what is shaded, and what has an outcome.
    assert min(map(len, seen.values())) >= 3
