"""Pages of the site as parts of a book: their links, their words, and the words that a PDF lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.publish.book import Chapter, bound, chapters, lost_words, unlisted, words_of
from kallelse.publish.page import Page, PageKind

from tests import foreign
from tests.publish import archives, sites


def page(html: str, address: str = "gsn/2022-09-26/index.html") -> Page:
    return Page(address, "Möte", "", html, PageKind.MEETING)


@pytest.mark.parametrize(
    ("href", "there"),
    [
        ("../index.html", "../index.html"),
        ("../index.html#a", "../index.html#a"),
        ("#b", "#b"),
        ("https://x.example/", "https://x.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("kallelse.pdf", "https://m.example/gsn/2022-09-26/kallelse.pdf"),
        ("a%20b.pdf#page=2&amp;x", "https://m.example/gsn/2022-09-26/a%20b.pdf#page%3D2%26x"),
    ],
)
def test_a_link_leads_into_the_book_or_to_the_site(href: str, there: str) -> None:
    found = bound(page(f'<p><a class="x" href="{href}">A</a></p>'), {"gsn/index.html"}, "https://m.example/")
    assert found.html == f'<p><a class="x" href="{there}">A</a></p>'


def test_words_of_a_book_have_no_places_to_break() -> None:
    assert (
        bound(page("<p>samhälls\u00adbygg\u00adnads\u00adnämnden</p>"), (), "").html == "<p>samhällsbyggnadsnämnden</p>"
    )


def test_without_an_address_of_the_site_what_is_not_in_the_book_is_no_link() -> None:
    typed = '<p><a href="kallelse.pdf">A <b>B</b></a> <a href="../index.html">C</a></p>'
    assert bound(page(typed), {"gsn/index.html"}, "").html == '<p>A <b>B</b> <a href="../index.html">C</a></p>'


def test_words_are_those_that_are_printed() -> None:
    html = (
        '<p>Två ord<br>till &amp; så <b>vidare</b></p><nav>Bort</nav><p hidden>Bort<img src="x"><i>bort</i></p>'
        '<svg><title>Bort</title></svg><span aria-hidden="true">Bort</span><p>Sist.</p>'
    )
    assert list(words_of(page(html))) == ["två", "ord", "till", "så", "vidare", "sist"]


def test_words_that_a_pdf_has_too_seldom_are_lost(tmp_path: Path) -> None:
    file = tmp_path / "bok.pdf"
    file.write_bytes(foreign.saved(foreign.pdf("Beslutet om skolan", "Beslutet om badet")))
    one, two = page("<p>Beslutet om skolan</p>", "a.html"), page("<p>Beslutet om badet</p>", "b.html")
    assert lost_words([one, two], file) == {}
    assert lost_words([one, two, page("<p>Beslutet om hamnen</p>", "c.html")], file) == {
        "c.html": ("beslutet", "om", "hamnen")
    }


def test_each_page_is_in_one_chapter_but_those_that_nobody_reads() -> None:
    pages = tuple(sites.sample_pages().values())
    found = chapters(archives.archive(), pages, "sv")
    addresses = [each.address for chapter in found for each in chapter.everything()]
    assert len(addresses) == len(set(addresses))
    left = {each.address for each in pages} - set(addresses)
    left_out = (
        *(PageKind.SEARCH, PageKind.FOLLOW, PageKind.NOT_FOUND, PageKind.BOARD),
        *(PageKind.STATEMENT, PageKind.DATA, PageKind.REPORT),
    )
    assert left == {each.address for each in pages if each.kind in left_out}
    assert addresses[0] == "index.html"


def test_a_meeting_is_read_as_its_packet_is_each_case_before_its_attachments() -> None:
    archive = archives.archive()
    found = chapters(archive, tuple(sites.sample_pages().values()), "sv")
    read = [each.address for chapter in found for each in chapter.everything()]
    for _, meeting, case in archive.cases():
        own = [case.address, *(each.address for each in case.attachments if each.address)]
        there = [address for address in own if address in read]
        at = read.index(case.address)
        assert read[at : at + len(there)] == there
        assert read.index(meeting.address) < at


def test_the_contents_name_the_pages_of_meetings_and_no_headings_within_others() -> None:
    pages = (page("", "index.html"), page("", "gsn/index.html"), page("", "moten/2022.html"))
    assert list(unlisted([Chapter("x", pages, (Chapter("y", (page(""),)),))])) == [".", "gsn/", "moten/2022/"]
