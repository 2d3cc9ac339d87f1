"""Following in a browser, as a citizen does: from the start page to a feed and a calendar that can be read."""

from __future__ import annotations

from urllib.parse import urljoin

import feedparser
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.publish import archives
from tests.tools.browser import opened, visit

COMMITTEE = "Gemensamma servicenämnden"


def _fetched(page: Page, name: str) -> tuple[str, str]:
    """What a link of the page leads to: its type, and its text."""
    href = page.get_by_role("navigation", name="Följ").get_by_role("link", name=name).get_attribute("href") or ""
    answer = page.request.get(urljoin(page.url, href))
    assert answer.status == 200
    return answer.headers["content-type"].partition(";")[0], answer.text()


def test_a_citizen_follows_a_committee(browser: Browser, address: str) -> None:
    told: list[str] = []
    with opened(browser) as page:
        page.on("console", lambda message: told.append(message.text))
        page.on("request", lambda request: told.append(request.url) if not request.url.startswith(address) else None)
        visit(page, f"{address}/index.html")
        page.locator("#k_committees ~ ul").get_by_role("link", name=COMMITTEE).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(COMMITTEE)
        kind, text = _fetched(page, "Nyheter som flöde")
        assert kind in ("text/xml", "application/xml", "application/atom+xml")
        feed = feedparser.parse(text)
        assert not feed.bozo
        assert feed.feed.title == COMMITTEE
        kind, text = _fetched(page, "Hämta kalendern som fil")
        assert kind == "text/calendar"
        assert len(Calendar.from_ical(text).walk("VEVENT")) == 4
        page.get_by_role("link", name="Så följer du").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Följ")
        subscribe = page.get_by_role("link", name=f"Prenumerera på kalendern ({COMMITTEE})")
        assert (subscribe.get_attribute("href") or "").startswith("webcal://")
    assert told == []


def test_a_member_puts_a_meeting_into_a_calendar(browser: Browser, address: str) -> None:
    with opened(browser, 360) as page:
        visit(page, f"{address}/{archives.GSN}/2022-09-26/index.html")
        with page.expect_download() as download:
            page.get_by_role("link", name="Lägg mötet i kalendern").click()
        assert download.value.suggested_filename == "sammantrade.ics"
        [event] = Calendar.from_ical(download.value.path().read_bytes().decode()).walk("VEVENT")
        assert event["DTSTART"].dt.isoformat() == "2022-09-26T11:15:00+00:00"


def test_a_feed_reader_finds_the_feed_of_a_page_by_itself(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        for place in (
            "index.html",
            f"{archives.GSN}/index.html",
            "arenden/gsn-2020-35.html",
            "anslagstavla/index.html",
        ):
            visit(page, f"{address}/{place}")
            href = page.locator('link[rel=alternate][type="application/atom+xml"]').get_attribute("href") or ""
            assert not feedparser.parse(page.request.get(urljoin(page.url, href)).text()).bozo
            assert page.locator("nav.k-follow a").first.get_attribute("href") == href


def test_data_for_machines_breaks_no_policy_and_runs_nothing(browser: Browser, address: str) -> None:
    told: list[str] = []
    with opened(browser) as page:
        page.add_init_script(
            "addEventListener('securitypolicyviolation', event => console.log(event.violatedDirective))"
        )
        page.on("console", lambda message: told.append(message.text))
        visit(page, f"{address}/{archives.GSN}/2022-09-26/index.html")
        data = page.locator('script[type="application/ld+json"]')
        assert '"Event"' in (data.text_content() or "")
        page.wait_for_load_state("networkidle")
        assert told == []
        # The listener hears of what the policy forbids.
        page.evaluate(
            "() => { const one = document.createElement('script'); one.text = '1'; document.body.append(one) }"
        )
        page.wait_for_function("() => true")
        assert any("script-src" in each for each in told)
