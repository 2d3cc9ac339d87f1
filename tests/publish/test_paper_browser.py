"""Pages as they are printed."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.publish.searched import FIELD
from tests.tools.browser import opened, visit


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """A tab that shows pages as they are printed."""
    with opened(browser, 700) as page:
        page.emulate_media(media="print", reduced_motion="reduce")
        yield page


def _sheets(page: Page) -> list[str]:
    """The text of each sheet."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [sheet.get_textpage().get_text_range().replace("\u00a0", " ") for sheet in document]
    document.close()
    return texts


def test_hits_say_what_was_asked_for_and_show_nothing_to_press(paper: Page, words: str) -> None:
    visit(paper, f"{words}/sok.html?q=vatten")
    expect(paper.get_by_label(FIELD)).to_be_visible()
    expect(paper.get_by_label(FIELD)).to_have_value("vatten")
    for control in (".k-search button", "#k_order_row", "#k_more", "#k_facets"):
        expect(paper.locator(control)).to_be_hidden()
    paper.emulate_media(media="screen")
    expect(paper.locator("#k_order_row")).to_be_visible()
    expect(paper.locator("#k_more")).to_be_visible()


def test_hits_say_how_they_were_narrowed(paper: Page, words: str) -> None:
    visit(paper, f"{words}/sok.html?q=vatten&committee=Byggn%C3%A4mnden&year=2011")
    paper.emulate_media(media="screen")
    # Who has narrowed the hits may have closed what did it.
    paper.locator("#k_facets summary").click()
    paper.emulate_media(media="print")
    shown = paper.locator("#k_facets label").filter(visible=True)
    assert shown.locator("span:first-of-type").all_inner_texts() == ["Byggnämnden", "2011"]
    for control in ("#k_facets summary", "#k_facets input", "#k_clear"):
        expect(paper.locator(control).first).to_be_hidden()


def test_a_page_without_a_question_shows_no_field(paper: Page, words: str) -> None:
    visit(paper, f"{words}/sok.html")
    expect(paper.get_by_label(FIELD)).to_be_hidden()


def test_a_moment_of_a_matter_is_on_the_sheet_of_its_day(paper: Page, address: str) -> None:
    visit(paper, f"{address}/arenden/gsn-2020-35.html")
    way = paper.locator(".k-way")
    moments = [
        f"{moment.locator('time').inner_text()}\r\n{moment.locator('h3').inner_text()}".replace("\u00a0", " ")
        for moment in way.locator("> li").all()
    ]
    assert len(moments) > 2
    # Wherever on a sheet the way begins.
    for height in range(0, 240, 8):
        way.evaluate("(one, height) => { one.style.paddingTop = `${height}mm`; }", height)
        sheets = _sheets(paper)
        assert [moment for moment in moments if not any(moment in sheet for sheet in sheets)] == [], height
