"""Every kind of page with every aid: axe-core, by keyboard, magnified, spaced, without scripts, from a disk."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from kallelse.publish.page import PageKind
from playwright.sync_api import Browser, Page, expect

from tests.publish import archives, everykind, records, sites
from tests.publish.conftest import served
from tests.tools.browser import opened, schemes, violations, visit, watched

Tabs = Callable[..., Page]

SHOWN = everykind.shown()
PLACES = [address for addresses in SHOWN.values() for address in addresses]
# What fetches something says so itself where there is nothing to fetch from.
_FETCHING = {*SHOWN[PageKind.SEARCH], *SHOWN[PageKind.VERIFY]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with every kind of page; those that lead on stay, as where a reader has forbidden it."""
    made = tmp_path_factory.mktemp("kinds")
    sites.write(made, everykind.archive(), archives.packets(), everykind.AS_OF, records.pdfs())
    for place in SHOWN[PageKind.MOVED]:
        html, count = re.subn(r'<meta http-equiv="refresh"[^>]*>', "", (made / place).read_text(encoding="utf-8"))
        assert count == 1
        (made / place).write_text(html, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where it is served."""
    with served(folder) as found:
        yield found


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[Tabs]:
    """Windows by width and height that go from page to page, as a reader's do: what pages share is fetched once."""
    with ExitStack() as opened_ones:
        known: dict[tuple[int, int, bool], Page] = {}

        def tab(width: int = 1280, height: int = 800, scripts: bool = True) -> Page:
            page = known.get((width, height, scripts))
            if page is None:
                page = opened_ones.enter_context(opened(browser, width, scripts=scripts))
                page.set_viewport_size({"width": width, "height": height})
                known[width, height, scripts] = page
            page.emulate_media(media="null", color_scheme="light", reduced_motion="null", forced_colors="none")
            return page

        yield tab


def test_every_kind_of_page_is_looked_at() -> None:
    assert [kind for kind in PageKind if not SHOWN[kind]] == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(tabs: Tabs, address: str, place: str, width: int) -> None:
    page = tabs(width)
    visit(page, f"{address}/{place}")
    for scheme in schemes(page):
        assert violations(page) == (), scheme
    terms = page.locator(".k-term")
    if terms.count():
        terms.first.click()
        expect(page.locator(":popover-open")).to_be_visible()
        assert violations(page) == (), "explained"


# Alone


def test_no_page_asks_anybody_else_nor_says_anything_to_the_console(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        told = watched(page, address)
        for place in PLACES:
            visit(page, f"{address}/{place}")
            assert told == [], place
        page.wait_for_load_state("networkidle")
        assert told == []


# By keyboard

_STOPS = """() => {
  const all = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const seen = [...document.querySelectorAll(all)].filter((one) => !one.disabled && one.checkVisibility());
  seen.forEach((one, place) => { one.dataset.stop = place; });
  return seen.map((one) => one.outerHTML.slice(0, 120));
}"""
"""Marks everything that the keyboard is to reach with its place in the order of reading, and tells what it is."""

_WATCH = """() => {
  window.reached = [];
  document.addEventListener('focusin', ({ target: one }) => {
    const style = getComputedStyle(one);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const box = one.getBoundingClientRect();
    const places = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
    const free = places.some(([x, y]) => {
      const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      return top && (one.contains(top) || top.contains(one) && !top.closest('[popover]'));
    });
    reached.push({ stop: Number(one.dataset.stop ?? -1), ring, free, said: one.outerHTML.slice(0, 120) });
  });
}"""
"""Notes each stop of the keyboard: whether it has a ring, and whether nothing lies over it."""


def _walk(page: Page, stops: int) -> list[dict[str, Any]]:
    """Each stop of the Tab key from the top of the page until it leaves it."""
    page.evaluate(_WATCH)
    for _ in range(stops + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body"), "the keyboard has not left the page"
    found: list[dict[str, Any]] = page.evaluate("reached")
    return found


@pytest.mark.parametrize("size", [(1280, 800), (320, 256)], ids=["wide", "magnified"])
@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_reaches_all_in_order_and_is_seen(
    browser: Browser, address: str, place: str, size: tuple[int, int]
) -> None:
    width, height = size
    # A window of its own: one that the keyboard left on the page before goes on elsewhere.
    with opened(browser, width) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(reduced_motion="reduce")
        visit(page, f"{address}/{place}")
        expected = page.evaluate(_STOPS)
        found = _walk(page, len(expected))
        assert [one["stop"] for one in found] == list(range(len(expected)))
        assert [one["said"] for one in found if not one["ring"]] == []
        assert [one["said"] for one in found if not one["free"]] == []


_HEAD = """() => [...document.querySelectorAll('header a[href], header button')]
  .filter((one) => one.checkVisibility() && !one.matches('.k-skip'))
  .map((one) => [one.outerHTML.slice(0, 120), one.getBoundingClientRect().toJSON()])"""


@pytest.mark.parametrize("width", [320, 390, 700, 960, 1280])
def test_the_keyboard_goes_through_the_head_as_the_eye_does(tabs: Tabs, address: str, width: int) -> None:
    page = tabs(width)
    for place in (SHOWN[PageKind.MEETING][0], SHOWN[PageKind.BOARD][0]):
        visit(page, f"{address}/{place}")
        stops = page.evaluate(_HEAD)
        assert len(stops) > (0 if place in SHOWN[PageKind.BOARD] else 6)
        for (_, before), (said, box) in itertools.pairwise(stops):
            below, beside = box["top"] >= before["bottom"], box["left"] >= before["right"]
            assert below or (beside and box["bottom"] > before["top"]), said


def test_a_word_is_explained_by_keyboard_and_closed_by_escape(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{archives.GSN}/2022-09-26/protokoll.html")
        term = page.locator(".k-term").first
        text = page.locator(f"#{term.get_attribute('popovertarget')}")
        term.focus()
        page.keyboard.press("Enter")
        expect(text).to_be_visible()
        assert text.inner_text().startswith("Bifall")
        page.keyboard.press("Escape")
        expect(text).to_be_hidden()
        expect(term).to_be_focused()


def test_a_word_is_explained_under_the_pointer_until_it_leaves(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{archives.GSN}/2022-09-26/protokoll.html")
        term = page.locator(".k-term").first
        text = page.locator(f"#{term.get_attribute('popovertarget')}")
        term.hover()
        expect(text).to_be_visible()
        text.hover()
        page.wait_for_timeout(400)
        expect(text).to_be_visible()
        page.mouse.move(1, 1)
        expect(text).to_be_hidden()
        term.hover()
        expect(text).to_be_visible()
        term.click()
        page.mouse.move(1, 1)
        page.wait_for_timeout(400)
        expect(text).to_be_visible()
        page.keyboard.press("Escape")
        expect(text).to_be_hidden()
        term.click()
        expect(text).to_be_visible()


def test_a_word_that_is_closed_at_once_stays_closed_under_the_pointer(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{archives.GSN}/2022-09-26/protokoll.html")
        term = page.locator(".k-term").first
        term.click()
        page.keyboard.press("Escape")
        page.wait_for_timeout(400)
        expect(page.locator(f"#{term.get_attribute('popovertarget')}")).to_be_hidden()


# Magnified, and with wider spacing

_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""What WCAG 2.2, 1.4.12, says that a reader may set."""

_CUT = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  if (!one.checkVisibility() || style.clipPath !== 'none' || one.closest('svg, .k-scroll')) return false;
  const hides = (way) => ['hidden', 'clip'].includes(way);
  return hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1
    || hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("place", PLACES)
def test_magnified_four_times_or_spaced_nothing_is_cut_nor_scrolls_sideways(
    tabs: Tabs, address: str, place: str
) -> None:
    page = tabs(320, 256)
    visit(page, f"{address}/{place}")
    for change in ("() => null", _SPACED):
        page.evaluate(change)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(_CUT) == []


def test_an_explanation_fits_a_magnified_window(browser: Browser, address: str) -> None:
    with opened(browser, 320) as page:
        page.set_viewport_size({"width": 320, "height": 256})
        visit(page, f"{address}/{archives.GSN}/2022-09-26/protokoll.html")
        for term in page.locator(".k-term").all():
            term.click()
            box = page.locator(":popover-open").bounding_box()
            assert box is not None
            assert 0 <= box["x"] <= box["x"] + box["width"] <= 320
            # What reaches out of a low window goes with the text as it is scrolled.
            page.mouse.wheel(0, max(0, box["y"] + box["height"] - 256) - max(0, -box["y"]))
            expect(page.locator(":popover-open")).to_be_in_viewport(ratio=0.95)
            page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [320, 390, 700, 960, 1280])
def test_an_explanation_has_ground_on_all_sides_wherever_its_word_stands(
    browser: Browser, address: str, width: int
) -> None:
    with opened(browser, width) as page:
        page.emulate_media(reduced_motion="reduce")
        visit(page, f"{address}/{archives.GSN}/2022-09-26/protokoll.html")
        term = page.locator(".k-term").first
        text = page.locator(f"#{term.get_attribute('popovertarget')}")
        # A page of nothing but the word, at the edges and in the middle, with as much above it as below.
        term.evaluate("""one => {
            const text = one.nextElementSibling, line = document.createElement('p');
            line.className = 'k-w';
            line.append(one, text);
            document.body.replaceChildren(line);
            document.body.style.paddingBlock = '1000px';
        }""")
        for side in ("left", "center", "right"):
            for block in ("start", "center", "end"):
                term.evaluate("(one, side) => { one.parentElement.style.textAlign = side; }", side)
                term.evaluate("(one, block) => one.scrollIntoView({ block })", block)
                term.press("Enter")
                expect(text).to_be_visible()
                word, box = term.bounding_box(), text.bounding_box()
                assert word is not None
                assert box is not None
                assert box["x"] >= 16, (side, block)
                assert box["x"] + box["width"] <= width - 16, (side, block)
                above, below = word["y"] - box["y"] - box["height"], box["y"] - word["y"] - word["height"]
                assert max(above, below) >= 4, (side, block)
                assert box["y"] >= 16, (side, block)
                assert box["y"] + box["height"] <= 800 - 16, (side, block)
                term.press("Enter")
                expect(text).to_be_hidden()


# Without scripts, and from a disk


@pytest.mark.parametrize("place", PLACES)
def test_without_scripts_a_page_says_all_that_it_says_with_them(tabs: Tabs, address: str, place: str) -> None:
    texts = []
    for scripts in (True, False):
        page = tabs(scripts=scripts)
        page.goto(f"{address}/{place}")
        texts.append(page.locator("main").inner_text())
        if not scripts and place in _FETCHING:
            assert "JavaScript" in texts[-1]
        terms = page.locator(".k-term")
        if not scripts and terms.count():
            terms.first.click()
            assert page.locator(f"#{terms.first.get_attribute('popovertarget')}").is_visible()
    assert place in _FETCHING or texts[0] == texts[1]


def test_from_a_disk_a_page_is_whole_and_says_nothing_to_the_console(browser: Browser, folder: Path) -> None:
    told: list[str] = []
    with opened(browser) as page:
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("requestfailed", lambda request: told.append(request.url))
        for place in PLACES:
            visit(page, (folder / place).as_uri())
            assert page.locator("h1").is_visible(), place
            # The page for addresses that do not exist is shown by a server alone, at any depth.
            if place in SHOWN[PageKind.NOT_FOUND]:
                told.clear()
                continue
            skip = "getComputedStyle(document.querySelector('.k-skip')).position"
            assert page.evaluate(skip) == "absolute", place
            assert told == [], place
        page.wait_for_load_state("networkidle")
        assert told == []


# On paper, and in the colours that a reader forces

_UNPRINTED = (
    ".k-skip, .k-menu, .k-tools, .k-crumbs, .k-foot, .k-search, .k-years, .k-around, .k-drag, "
    ".k-boardhead a, .k-boardfoot p, .k-term__text, form, input, select, button:not(.k-term)"
)


@pytest.mark.parametrize("place", PLACES)
def test_on_paper_what_is_pressed_is_gone_and_words_stand_without_a_line(tabs: Tabs, address: str, place: str) -> None:
    page = tabs()
    visit(page, f"{address}/{place}")
    terms = page.locator(".k-term")
    if terms.count():
        terms.first.click()
    page.emulate_media(media="print")
    assert [one.inner_text() for one in page.locator(_UNPRINTED).all() if one.is_visible()] == []
    assert page.locator("h1").is_visible()
    # The word stands wherever the text around it does.
    lost = "all => all.filter((one) => one.checkVisibility() !== one.parentElement.checkVisibility()).length"
    assert terms.evaluate_all(lost) == 0
    lines = terms.evaluate_all("all => all.map((one) => getComputedStyle(one).textDecorationLine)")
    assert set(lines) <= {"none"}
    shapes = "all => all.map(one => getComputedStyle(one).display)"
    assert set(page.locator("thead").evaluate_all(shapes)) <= {"table-header-group"}
    assert set(page.locator("tfoot").evaluate_all(shapes)) <= {"table-row-group"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colours_the_menu_and_the_years_still_show_where_one_is(
    browser: Browser, address: str, scheme: str
) -> None:
    with opened(browser, scheme=scheme) as page:
        page.emulate_media(forced_colors="active")
        visit(page, f"{address}/moten/2022.html")
        for links, shown in ((".k-menu a", "borderBottomColor"), (".k-years a", "backgroundColor")):
            said = f"all => all.map(one => [one.hasAttribute('aria-current'), getComputedStyle(one).{shown}])"
            found = page.locator(links).evaluate_all(said)
            here, elsewhere = ({colour for current, colour in found if current is is_here} for is_here in (True, False))
            assert here
            assert elsewhere
            assert not here & elsewhere
        assert violations(page) == ()


def test_nothing_moves_where_a_reader_wants_no_motion(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/index.html")
        way = "getComputedStyle(document.documentElement).scrollBehavior"
        assert page.evaluate(way) == "smooth"
        page.emulate_media(reduced_motion="reduce")
        assert page.evaluate(way) == "auto"
        moving = "document.getAnimations().length"
        assert page.evaluate(moving) == 0


# Read aloud

_RANGE = re.compile(r"(?<![\w.,/§–-])(\d{1,3}[a-z]?–\d{1,3}[a-z]?)(?![\w.,/–-]*\d)")
_NO_PAGES = re.compile(r"§§\s*[\d–, ]+|\d+–\d+ (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober)")


@pytest.mark.parametrize("place", PLACES)
def test_no_range_of_pages_is_read_as_it_is_printed(tabs: Tabs, address: str, place: str) -> None:
    page = tabs()
    visit(page, f"{address}/{place}")
    said = page.locator("body").aria_snapshot()
    assert _RANGE.findall(_NO_PAGES.sub("", said)) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_signs_that_only_part_what_is_seen_are_not_read(tabs: Tabs, address: str, width: int) -> None:
    page = tabs(width)
    session = page.context.new_cdp_session(page)
    for place in PLACES:
        visit(page, f"{address}/{place}")
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        said = [node["name"]["value"] for node in nodes if "name" in node and not node["ignored"]]
        assert [name for name in said if set(name) & set("‹›↔·")] == [], place
    session.detach()


def test_a_range_is_read_from_its_first_page_to_its_last(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{archives.GSN}/2022-09-26/index.html")
        said = page.locator(".k-agenda").aria_snapshot()
        assert 'link "Sidorna 2 till 7 i kallelsen (PDF)"' in said
        assert 'link "Sidan 6 i kallelsen (PDF)"' in said
        assert page.locator(".k-pg").first.inner_text().startswith("2–7")
