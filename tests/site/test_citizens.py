"""What citizens, journalists and members do with the finished site in a browser, under the policy that hosts send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import icalendar
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools import host
from tests.tools.browser import opened, watched

GSN = "gemensamma-servicenamnden"
MEETING = f"{GSN}/2022-09-26"
# As many hits as are shown at a time.
_SHOWN = 10


@pytest.fixture(scope="module")
def address(moved_site: Path) -> Iterator[str]:
    with host.hosted(moved_site) as found:
        yield found


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A reader at the start page, who is told of every complaint and of every request elsewhere."""
    with opened(browser, request.param) as found:
        told = watched(found, address)
        found.goto(f"{address}/index.html")
        yield found
        assert told == []
        assert found.context.cookies() == []


def searched(page: Page, words: str) -> list[str]:
    """The titles of the hits, asked for on the start page as a reader does."""
    page.goto(f"{page.url.split('/', 3)[0]}//{urlsplit(page.url).netloc}/index.html")
    page.get_by_label("Sök i alla").fill(words)
    page.keyboard.press("Enter")
    count, hits, more = (page.locator(f"#k_{name}") for name in ("count", "list > li", "more"))
    expect(count).to_have_text(re.compile(r"\d+ träff|Inga|Ingen"))
    found = int((re.match(r"\d+", count.inner_text()) or ["0"])[0])
    for shown in (*range(_SHOWN, found, _SHOWN), found):
        expect(hits).to_have_count(shown)
        if shown < found:
            more.click()
    return page.locator("#k_list h3 a").all_inner_texts()


def pdf_text(content: bytes, number: int) -> str:
    """What stands on a page of a PDF, counted from 1, without its line ends."""
    document = pypdfium2.PdfDocument(content)
    try:
        return re.sub(r"\s+", " ", document[number - 1].get_textpage().get_text_range())
    finally:
        document.close()


def fetched(page: Page, href: str) -> tuple[str, bytes]:
    """The type and the bytes of a file that the page leads to."""
    answer = page.request.get(href)
    assert answer.status == 200, href
    return answer.headers["content-type"], answer.body()


def test_a_word_is_found_in_each_of_its_forms(page: Page) -> None:
    one, *others = (sorted(searched(page, word)) for word in ("digitaliseringsstrategi", "digitaliseringsstrategin"))
    assert one
    assert others == [one]
    found = {form: set(searched(page, form)) for form in ("beslut", "beslutet", "besluten")}
    assert found["beslut"]
    assert found["beslut"] == found["beslutet"] == found["besluten"]


def test_hits_are_narrowed_by_committee_and_a_hit_opens_its_page_of_the_packet(page: Page) -> None:
    assert len(searched(page, "driftkostnader")) > 1
    facets = page.locator("#k_facets")
    if facets.get_attribute("open") is None:
        facets.locator("summary").click()
    group = facets.get_by_role("group", name="Nämnd")
    group.get_by_label("Gemensamma servicenämnden").check()
    expect(page.locator(".k-hit__where").first).to_contain_text("Gemensamma servicenämnden")
    # A matter that went through both is one of both.
    assert all("Gemensamma" in text for text in page.locator(".k-hit__where").all_inner_texts())
    assert "Gemensamma" in unquote(page.url)
    hit = page.locator(
        "#k_list > li", has=page.locator(".k-hit__pages a[href*='/2022-09-26/kallelse.pdf#page=']")
    ).first
    link = hit.locator(".k-hit__pages a")
    href = page.evaluate("link => link.href", link.element_handle())
    number = int(urlsplit(href).fragment.removeprefix("page="))
    assert link.inner_text() == f"Sidan {number} i kallelsen (PDF)"
    kind, content = fetched(page, href.split("#")[0])
    assert kind == "application/pdf"
    assert "driftkostnad" in pdf_text(content, number).lower()
    hit.locator("h3 a").click()
    expect(page.locator("main h1")).to_be_visible()
    assert GSN in page.url


@pytest.mark.parametrize("typed", ["GSN 2022/35", "gsn2022-35", "2022/35"])
def test_a_registry_number_leads_to_its_matter_however_it_is_typed(page: Page, typed: str) -> None:
    searched(page, typed)
    page.locator("#k_number_list a").first.click()
    expect(page.locator("main")).to_contain_text("GSN 2022/35")
    assert "/arenden/" in page.url


def test_a_number_that_no_matter_has_is_said_to_have_none(page: Page) -> None:
    assert searched(page, "2022/36") == []
    expect(page.locator("#k_number_none")).to_have_text("Inget ärende har diarienummer 2022/36.")


def test_a_committee_is_followed_by_feed_and_calendar(page: Page) -> None:
    page.get_by_role("link", name="Gemensamma servicenämnden", exact=True).first.click()
    if "/2022" in page.url:
        page.goto(page.url.split(GSN)[0] + f"{GSN}/index.html")
    box = page.locator(".k-follow")
    feed = page.evaluate("link => link.href", box.get_by_role("link", name="Nyheter som flöde").element_handle())
    kind, content = fetched(page, feed)
    assert kind.startswith("application/atom+xml")
    read = feedparser.parse(content)
    assert not read.bozo
    assert [entry for entry in read.entries if "26 september 2022" in entry.title]
    root = feed.split("/floden/")[0]
    for entry in read.entries:
        assert fetched(page, root + urlsplit(entry.link).path)[1]
    subscribed = box.get_by_role("link", name="Prenumerera").get_attribute("href")
    assert subscribed is not None
    assert subscribed.startswith("webcal://")
    kind, content = fetched(page, root + urlsplit(subscribed).path)
    assert kind.startswith("text/calendar")
    starts = [event.decoded("DTSTART") for event in icalendar.Calendar.from_ical(content).walk("VEVENT")]
    assert [start for start in starts if start.strftime("%Y-%m-%d %H:%M %Z") == "2022-09-26 11:15 UTC"]


def test_a_table_is_taken_home_for_a_spreadsheet(page: Page) -> None:
    searched(page, "investeringar")
    page.locator("#k_list h3 a", has_text="Driftkostnader och investeringar").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("tabellen som CSV")).first.click()
    content = Path(download.value.path()).read_bytes()
    assert content.decode("utf-8-sig").splitlines()[0].count(";") > 2


def test_minutes_are_taken_home_and_say_the_paragraph_that_the_page_says(page: Page) -> None:
    page.goto(page.url.replace("index.html", f"{MEETING}/paragraf-24.html"))
    heading = page.locator("main h1").inner_text()
    link = page.get_by_role("link", name=re.compile("Protokollsutdrag")).first
    kind, content = fetched(page, page.evaluate("link => link.href", link.element_handle()))
    assert kind == "application/pdf"
    assert heading.split()[-1] in pdf_text(content, 1)


def test_a_vote_is_read_without_moving_the_page_sideways(page: Page) -> None:
    page.goto(page.url.replace("index.html", f"{MEETING}/paragraf-24.html"))
    votes = page.locator("figure.k-vote")
    assert votes.count() >= 1
    vote = votes.first
    vote.scroll_into_view_if_needed()
    expect(vote.locator(".k-vote__result")).to_be_visible()
    counts = [int(text) for text in vote.locator(".k-bars__count").all_inner_texts()]
    assert sum(counts) > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_word_is_explained_where_it_stands(page: Page) -> None:
    page.goto(page.url.replace("index.html", f"{GSN}/2022-06-13/paragraf-18.html"))
    term = page.locator("button[popovertarget]").first
    term.click()
    told = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(told).to_be_visible()
    assert len(told.inner_text()) > 20
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()


def test_an_address_that_was_before_the_meeting_was_moved_leads_on(page: Page) -> None:
    page.goto(page.url.replace("index.html", f"{GSN}/2022-09-19/index.html"))
    page.wait_for_url(f"**/{MEETING}/index.html")
    expect(page.locator("main h1")).to_have_text("Måndag 26 september 2022")
