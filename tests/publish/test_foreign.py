"""The page of an attachment that came as a PDF."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.model.archive import Archive
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.meeting import CaseKind, Document
from kallelse.model.pages import Packet, PageMap, PageRange
from kallelse.publish.foreign import flowing
from playwright.sync_api import Browser

from tests.publish import archives, sites
from tests.publish.conftest import served
from tests.tools.browser import opened, schemes, violations, visit

_FOLDER = f"{archives.GSN}/2022-09-26/01-avtal"
_PDF = f"{_FOLDER}/bilaga-1-avtal.pdf"
_PAGE = f"{_FOLDER}/bilaga-1-avtal.html"


def archive() -> tuple[Archive, dict[str, Packet]]:
    pages = (ForeignPage(595, 842, "Avtal om samverkan\n\nParterna <är> överens."), ForeignPage(595, 842))
    paper = Document(_PDF, _PAGE, "Avtal", 1, date=dt.date(2022, 9, 1), foreign=Foreign(pages, 12_345))
    case = archives.plain_case(_FOLDER, "index", "Avtal om drift", CaseKind.DECISION, attachments=(paper,))
    meeting = archives.meeting(archives.GSN, "2022-09-26", *archives.numbered(case), issued=dt.date(2022, 9, 19))
    page_map = PageMap(3, {case.path: (PageRange(2, 3),)}, {_PDF: PageRange(2, 3)})
    return archives.with_meeting(meeting), {meeting.path: Packet(b"%PDF-1.7", page_map)}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Rubrik\nEtt planerat avbrott\nden 3 augusti.", "Rubrik\nEtt planerat avbrott den 3 augusti."),
        ("Tillgängligheten var om\n99,7 procent", "Tillgängligheten var om 99,7 procent"),
        ("Frågorna är de här\n1. hur\n2) när", "Frågorna är de här\n1. hur\n2) när"),
        ("Allt är klart i år.\nNästa år", "Allt är klart i år.\nNästa år"),
        ("Januari 812 594\nfebruari 7 1", "Januari 812 594\nfebruari 7 1"),
        ("Drift- och under-\nhåll av drift-\noch", "Drift- och under-\nhåll av drift-\noch"),
        ("Ett stycke som är fullt\n\nett annat", "Ett stycke som är fullt\n\nett annat"),
    ],
)
def test_the_lines_of_a_paragraph_become_one_and_others_stay(typed: str, shown: str) -> None:
    assert flowing(typed) == shown


def test_the_page_gives_the_file_and_the_text_page_by_page() -> None:
    page = sites.by_address(*archive())[_PAGE]
    assert 'href="bilaga-1-avtal.pdf"' in page.html
    assert "2 sidor, 12 kB" in page.html.replace("\N{NO-BREAK SPACE}", " ")
    assert "Parterna &lt;är&gt; överens." in page.html
    assert "../kallelse.pdf#page=2" in page.html
    assert "../kallelse.pdf#page=3" in page.html
    assert "Sidan har ingen text" in page.html
    assert page.indexed


def test_a_file_of_another_language_says_so_of_its_text_alone() -> None:
    found, packets = archive()
    (board,) = found.committees
    (meeting,) = board.meetings
    (case,) = meeting.cases
    finnish = replace(case, attachments=(replace(case.attachments[0], language="fi"),))
    pages = sites.by_address(archives.with_meeting(replace(meeting, agenda=archives.numbered(finnish))), packets)
    assert pages[_PAGE].html.count(' lang="fi"') == 1
    assert '<p class="k-page__text" lang="fi">Avtal om samverkan' in pages[_PAGE].html


def test_the_page_of_one_page_leads_to_it_once() -> None:
    found, _ = archive()
    (board,) = found.committees
    (meeting,) = board.meetings
    case = meeting.cases[0]
    foreign = Foreign((ForeignPage(595, 842, "Text"),), 12_345)
    short = replace(case, attachments=(replace(case.attachments[0], foreign=foreign),))
    one = archives.with_meeting(replace(meeting, agenda=archives.numbered(short)))
    page_map = PageMap(2, {case.path: (PageRange(2, 2),)}, {_PDF: PageRange(2, 2)})
    page = sites.by_address(one, {meeting.path: Packet(b"%PDF-1.7", page_map)})[_PAGE]
    assert page.html.count("../kallelse.pdf#page=2") == 1


def test_the_meeting_says_where_the_text_of_foreign_papers_is() -> None:
    found, packets = archive()
    meeting = f"{archives.GSN}/2022-09-26/index.html"
    said = "Bilagor som har kommit som PDF"
    assert said not in sites.by_address(found, packets)[meeting].html
    plain = {path: replace(packet, standards=()) for path, packet in packets.items()}
    assert said in sites.by_address(found, plain)[meeting].html


def test_the_file_is_published_once(tmp_path: Path) -> None:
    found = [asset.address for asset in sites.assets(*archive(), sites.read_bytes)]
    assert found.count(_PDF) == 1


def test_the_page_is_for_every_reader_and_fits_a_phone(browser: Browser, tmp_path: Path) -> None:
    folder = sites.write(tmp_path / "site", *archive())
    with served(folder) as address:
        for width in (1280, 360, 320):
            with opened(browser, width) as page:
                visit(page, f"{address}/{_PAGE}")
                for scheme in schemes(page):
                    assert violations(page) == (), (width, scheme)
                assert page.evaluate("document.documentElement.scrollWidth") <= width
