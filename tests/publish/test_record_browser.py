"""How the pages of a record look and can be used: on a wide screen, on a phone, with long words, on paper."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from kallelse.model.archive import Archive
from kallelse.model.record import Minutes
from playwright.sync_api import Browser

from tests.publish import archives, councils, records, sites
from tests.publish.archives import GSN
from tests.publish.conftest import served
from tests.publish.councils import COUNCIL
from tests.publish.longwords import LONG
from tests.tools.browser import opened, visit

MEETING = f"{GSN}/2022-09-26"
VOTES = f"{COUNCIL}/2022-09-19/paragraf-101.html"
PAGES = {
    "minutes": f"{MEETING}/protokoll.html",
    "paragraph with a vote": f"{MEETING}/paragraf-24.html",
    "paragraph with many voters": VOTES,
    "paragraph with an election": f"{COUNCIL}/2022-09-19/paragraf-102.html",
    "paragraph not published": f"{COUNCIL}/2022-09-19/paragraf-103.html",
    "meeting adjusted": f"{MEETING}/index.html",
    "meeting whose points differ": f"{COUNCIL}/2022-09-19/index.html",
    "case decided": f"{MEETING}/03-rapportering/index.html",
    "matter decided": "arenden/gsn-2020-35.html",
    "committee": f"{GSN}/index.html",
}


def _both() -> Archive:
    sample = records.archive()
    return replace(sample, committees=(*sample.committees, *councils.council().committees))


def _long(archive: Archive) -> Archive:
    """The archive with long words in what a record types."""

    def minutes(one: Minutes | None) -> Minutes | None:
        if one is None:
            return None
        sets = tuple(replace(each, kept=f"{LONG} {LONG}") for each in one.sets)
        paragraphs = tuple(replace(each, title=f"{LONG} {LONG}", recipients=(LONG,)) for each in one.paragraphs)
        return replace(one, sets=sets, paragraphs=paragraphs, place=LONG)

    return replace(
        archive,
        committees=tuple(
            replace(
                committee,
                members=tuple(replace(each, name=f"{each.name}-{LONG}") for each in committee.members),
                meetings=tuple(replace(each, minutes=minutes(each.minutes)) for each in committee.meetings),
            )
            for committee in archive.committees
        ),
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of the sample's record and of the council's is served."""
    folder = tmp_path_factory.mktemp("record")
    sites.write(folder, _both(), archives.packets(), records.LATER, records.pdfs())
    with served(folder) as found:
        yield found


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the same with long words is served."""
    folder = tmp_path_factory.mktemp("long-record")
    sites.write(folder, _long(_both()), archives.packets(), records.LATER, records.pdfs())
    with served(folder) as found:
        yield found


def test_no_page_is_wider_than_a_small_window_with_long_words(browser: Browser, long_words: str) -> None:
    with opened(browser, 320) as page:
        for name, place in PAGES.items():
            visit(page, f"{long_words}/{place}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_names_and_votes_of_many_voters_stand_on_one_line_each_on_a_phone(browser: Browser, address: str) -> None:
    with opened(browser, 360) as page:
        visit(page, f"{address}/{VOTES}")
        rows = page.locator(".k-ballots--many tbody tr")
        assert rows.count() == len(councils.PARTIES)
        heights = rows.evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
        # The chair alone has a line more.
        assert sum(height > 45 for height in heights) == 1


def test_on_a_wide_screen_each_answer_has_a_column_of_its_own(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{VOTES}")
        lefts = page.locator(".k-ballots--many .k-tag").evaluate_all(
            "tags => tags.map(tag => [tag.textContent, Math.round(tag.getBoundingClientRect().left)])"
        )
        of_word = {word: {left for each, left in lefts if each == word} for word in ("Ja", "Nej", "Avstår")}
        assert all(len(found) == 1 for found in of_word.values())
        ordered = [found.pop() for found in of_word.values()]
        assert all(one < other for one, other in itertools.pairwise(ordered))


@pytest.mark.parametrize("width", [1280, 360])
def test_each_answer_stands_under_a_heading_that_says_it(browser: Browser, address: str, width: int) -> None:
    with opened(browser, width) as page:
        visit(page, f"{address}/{VOTES}")
        lefts = "all => all.map(one => [one.textContent, Math.round(one.getBoundingClientRect().left)])"
        heads = dict(page.locator(".k-ballots--many thead th").evaluate_all(lefts))
        found = page.locator(".k-ballots--many .k-tag").evaluate_all(lefts)
        assert len(found) == len(councils.PARTIES)
        assert all(left == heads[word] for word, left in found)


def test_bars_are_as_long_as_their_votes(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{VOTES}")
        widths = page.locator(".k-vote:last-of-type .k-bars rect").evaluate_all(
            "bars => bars.map(bar => bar.getBoundingClientRect().width)"
        )
        assert widths[0] / widths[1] == pytest.approx(32 / 26, rel=0.02)


def test_what_was_struck_and_added_is_told_by_more_than_colour(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{MEETING}/03-rapportering/index.html")
        added = page.locator("ins").first
        assert "underline" in added.evaluate("ins => getComputedStyle(ins).textDecorationLine")
        assert added.inner_text().startswith("(tillagt)")


def test_the_points_of_a_decision_are_no_points_of_the_way(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/arenden/au-2022-6.html")
        point = page.locator(".k-way .k-text li").first
        assert point.evaluate("point => getComputedStyle(point, '::after').content") == "none"
        assert page.locator(".k-way > li").first.evaluate("li => getComputedStyle(li, '::after').content") != "none"


def test_a_card_leads_to_the_page_and_its_second_link_to_the_pdf(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, f"{address}/{MEETING}/index.html")
        link = page.get_by_role("link", name="PDF, 11")
        box = link.bounding_box()
        assert box is not None
        at = page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y).getAttribute('href')",
            [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
        )
        assert at == "protokoll.pdf"
        page.get_by_role("link", name="Protokoll §§ 21–26").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Protokoll 26\u00a0september\u00a02022"
