"""The PDF of one case alone: its pages bear the numbers that they have in the packet."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
from kallelse.model.meeting import Meeting
from kallelse.model.pages import Packet
from kallelse.model.settings import Settings
from kallelse.model.text import Link, Para, Text

from tests import foreign
from tests.foreign import attached, saved
from tests.typeset import meetings
from tests.typeset.build import DAY, FOLDER, agenda, case, document, h, letter, meeting, p
from tests.typeset.packets import bookmarks, cases, links, packet_of

URL = "https://moten.example"
SETTINGS = Settings(url=URL)


def two_cases(*links_to: str) -> Meeting:
    """A case of one page, then one with a letter and an attachment of two pages, whose letter holds links."""
    linked = Para(tuple(Link((Text("dit"),), target) for target in links_to))
    text = letter("02-b", "Budget", *([linked] if links_to else []), p("Texten."))
    contents = document(f"{FOLDER}/{DAY}/02-b-bilaga.md", "Underlag", h(2, "Första"), p("Mer."), toc=True, number=1)
    first = case("01-a", "Avtal", letter("01-a", "Avtal", p("Text.")))
    return meeting(*agenda(first, case("02-b", "Budget", text, contents)))


def printed_numbers(pdf: bytes) -> list[str]:
    """What each page says at its foot."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()
    found = [re.findall(r"Sida \S+ av \S+", text) for text in texts]
    assert all(len(each) == 1 for each in found), texts
    return [each[0] for each in found]


def labels(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [page.label for page in document.pages]


def alone(packet: Packet, subject: Meeting, number: int) -> bytes:
    return packet.cases[subject.cases[number - 1].path].pdf


def test_each_case_with_pages_has_a_pdf_with_the_numbers_of_the_packet(root: Path) -> None:
    subject = meetings.sample()
    packet = packet_of(subject, root, settings=SETTINGS)
    assert set(packet.cases) == set(cases(packet))
    for path, pages in cases(packet).items():
        numbers = [str(page) for page in range(pages.first, pages.last + 1)]
        pdf = packet.cases[path].pdf
        assert labels(pdf) == numbers
        assert printed_numbers(pdf) == [f"Sida {number} av {packet.pages.total}" for number in numbers]


def test_its_pages_say_what_those_of_the_packet_say(root: Path) -> None:
    packet = packet_of(meetings.sample(), root, settings=SETTINGS)
    for path, pages in cases(packet).items():
        whole = [" ".join(text.split()) for text in packet.texts[pages.first - 1 : pages.last]]
        # The way back to the agenda is all that is not there.
        whole[0] = whole[0].replace(" Till föredragningslistan", "", 1)
        assert [" ".join(text.split()) for text in packet.cases[path].texts] == whole


def test_contents_and_lists_name_pages_of_the_packet(root: Path) -> None:
    subject = two_cases()
    packet = packet_of(subject, root, settings=SETTINGS)
    first, second, third = packet.cases[subject.cases[1].path].texts
    assert "sidor 4–5" in " ".join(first.split())
    assert re.search(r"Första\s+5\b", second), second
    assert "Sida 5 av 5" in third


def test_a_link_to_another_case_or_the_agenda_leads_to_the_site(root: Path) -> None:
    subject = two_cases("01-a.md", "index.md", "02-b-bilaga.md")
    pdf = alone(packet_of(subject, root, settings=SETTINGS), subject, 2)
    assert {target for _, target in links(pdf)} >= {
        f"{URL}/{FOLDER}/{DAY}/01-a.html",
        f"{URL}/{FOLDER}/{DAY}/index.html",
        2,
    }


def test_bookmarks_begin_with_the_case(root: Path) -> None:
    subject = two_cases()
    pdf = alone(packet_of(subject, root, settings=SETTINGS), subject, 2)
    assert bookmarks(pdf)[:2] == [(1, "2 Budget", 1), (2, "Tjänsteskrivelse", 1)]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo.Title).startswith("2 Budget, ")


def test_the_packet_is_the_same_whether_cases_have_pdfs_or_not(root: Path) -> None:
    subject = two_cases()
    with_cases = packet_of(subject, root, settings=SETTINGS)
    without = packet_of(subject, root, settings=replace(SETTINGS, case_pdfs=False))
    assert without.cases == {}
    assert without.pdf == with_cases.pdf


def test_foreign_pages_are_in_it_with_their_numbers(root: Path) -> None:
    attachment = attached(root, "avtal", saved(foreign.pdf("Ett avtal", "Sida två")))
    other = case("02-b", "Budget", letter("02-b", "Budget", p("T.")), attachment)
    subject = meeting(*agenda(case("01-a", "Avtal", letter("01-a", "Avtal", p("Text."))), other))
    pdf = alone(packet_of(subject, root, settings=SETTINGS), subject, 2)
    assert printed_numbers(pdf) == ["Sida 3 av 5", "Sida 4 av 5", "Sida 5 av 5"]
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert "pdfuaid:part" not in metadata
