"""Where a packet's bookmarks and links lead, and what is read aloud of them."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
from kallelse.model.meeting import (
    AgendaColumn,
)
from kallelse.model.settings import Settings
from kallelse.model.text import Body, Link, Para, Text
from kallelse.typeset.pack import pack

from tests.typeset import agendas, meetings
from tests.typeset.build import (
    DAY,
    FOLDER,
    agenda,
    case,
    committee,
    document,
    h,
    letter,
    meeting,
    p,
)
from tests.typeset.packets import (
    bookmarks,
    cases,
    link_descriptions,
    links,
    packet_of,
    text_of,
)


def test_bookmarks_name_cases_documents_and_headings_on_their_pages(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    found = bookmarks(packet.pdf)
    for expected in (
        (1, "Kallelse", 1),
        (2, "Föredragningslista", 1),
        (1, "3 Rapportering av verksamhetsmål och ekonomi", 2),
        (2, "Tjänsteskrivelse", 2),
        (3, "Sammanfattning", 2),
        (4, "Målen för 2022", 2),
        (3, "Beslut skickas till", 3),
        (2, "Bilaga 1 Rapportering av driftkostnader och investeringar, tillfälle 3 år 2022", 4),
    ):
        assert expected in found
    depths = [depth for depth, _, _ in found]
    assert all(later - earlier <= 1 for earlier, later in pairwise(depths))


def test_bookmarks_show_cases_and_documents_and_have_headings_a_click_away(root: Path) -> None:
    with pikepdf.open(io.BytesIO(packet_of(meetings.sample(), root).pdf)) as document:
        count = int(document.Root.Outlines.Count)
        with document.open_outline() as outline:
            documents = [one for case in outline.root for one in case.children]
            assert {case.is_closed for case in outline.root} == {False}
            assert {one.is_closed for one in documents if one.children} == {True}
            assert count == len(outline.root) + len(documents)


def test_links_lead_from_agenda_to_cases_from_lists_to_attachments_and_back(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    found = links(packet.pdf)
    firsts = [pages.first for pages in cases(packet).values()]
    assert {target for page, target in found if page == 1} == set(firsts)
    for first in firsts:
        assert (first, 1) in found
    letter_end = packet.pages.documents[f"{FOLDER}/{DAY}/03-rapportering/index.md"].last
    attachments = [packet.pages.documents[one.path].first for one in meetings.sample().cases[2].attachments]
    assert {target for page, target in found if page == letter_end} >= set(attachments)


def test_an_agenda_without_pages_leads_to_its_cases_all_the_same(root: Path) -> None:
    for columns in ((AgendaColumn.NUMBER, AgendaColumn.TITLE), (AgendaColumn.TITLE, AgendaColumn.DNR)):
        for subject in (meetings.sample(), agendas.long_agenda()):
            packet = packet_of(subject, root, committee(agenda_columns=columns))
            firsts = {pages.first for pages in cases(packet).values()}
            assert {target for page, target in links(packet.pdf) if page <= packet.pages.cover} >= firsts
            assert "Sidor" not in text_of(packet, 1)


def test_page_ranges_are_read_aloud_as_from_first_to_last(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    told = {
        page: f"sidorna {pages.first} till {pages.last}" for pages in cases(packet).values() for page in [pages.first]
    }
    assert link_descriptions(packet.pdf, 1) == [words for first in sorted(told) for words in [told[first]] * 2]
    full = link_descriptions(packet_of(agendas.long_agenda(), root).pdf, 1)
    assert {"sidan 4", "sidorna 6 till 8", "sida 7"} <= set(full)


def test_only_links_of_the_agenda_are_read_aloud_as_its_page_ranges(root: Path) -> None:
    subject = meetings.sample()
    plain = link_descriptions(packet_of(subject, root).pdf, 1)
    targets = [case.path.removeprefix(f"{FOLDER}/{DAY}/") for case in subject.cases if case.letter is not None]
    note = Body(tuple(Para((Link((Text("Se ärendet."),), target),)) for target in (*targets, targets[0])))
    noted = link_descriptions(packet_of(replace(subject, note=note), root).pdf, 1)
    assert noted == [*(f"sida {first}" for first in (2, 6, 9, 2)), *plain]
    # A title is read as all of its case; a list of documents names their first pages, which may be those of their case.
    columns = tuple(column for column in committee().agenda_columns if column is not AgendaColumn.PAGES)
    listed = packet_of(agendas.long_agenda(), root, committee(agenda_columns=columns))
    told = link_descriptions(listed.pdf, 1)
    ranges = [words for words in told if words.startswith(("sidan ", "sidorna "))]
    assert {"sidan 4", "sidorna 6 till 8"} <= set(ranges)
    assert len(ranges) == len(set(ranges)) < len(told)


def test_where_the_cover_does_not_tell_the_agendas_place_the_first_links_are_taken_for_its(root: Path) -> None:
    with pikepdf.new() as document:
        for _ in range(2):
            document.add_blank_page()
        dest = pikepdf.Array([document.pages[1].obj, pikepdf.Name.XYZ, 0, 700, 0])
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], Dest=dest)
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(link)])
        packed = pack(document, (), {2: ("sidorna 2 till 5", 2)})
    assert link_descriptions(packed, 1) == ["sidorna 2 till 5"]


def test_links_of_a_body_lead_within_the_packet_to_the_site_or_nowhere(root: Path) -> None:
    def with_link(target: str, url: str = "") -> list[tuple[int, str | int]]:
        text = letter("01-a", "Länkar", h(2, "Rubrik"), Para((Link((Text("länk"),), target),)))
        other = document(
            f"{FOLDER}/{DAY}/bilaga.md", "Bilaga", h(2, "Mål"), p("Text."), number=1, address="x/annan.html"
        )
        apart = document(f"{FOLDER}/{DAY}/apart.md", "Apart", p("x"), number=2, separate=True, address="x/apart.html")
        subject = meeting(*agenda(case("01-a", "Länkar", text, other, apart)))
        elsewhere = {f"{FOLDER}/2022-06-13/03-b.md": f"{FOLDER}/2022-06-13/eget-namn.html"}
        packet = packet_of(subject, root, settings=Settings(url=url), elsewhere=elsewhere)
        return [found for found in links(packet.pdf) if found[0] == 2 and found[1] != 1]

    site = "https://moten.norrsala.example/"
    plain = with_link("#finns-inte")
    assert with_link("https://www.example.org/a?b=1#c") == [(2, "https://www.example.org/a?b=1#c"), *plain]
    assert with_link("HTTPS://www.example.org/a") == [(2, "HTTPS://www.example.org/a"), *plain]
    assert with_link("#rubrik") == [(2, 2), *plain]
    assert with_link("bilaga.md") == [(2, 3), *plain]
    assert with_link("bilaga.md#mal") == [(2, 3), *plain]
    assert with_link("apart.md", site) == plain
    assert with_link("../2022-06-13/03-b.md#beslut", site) == [
        (2, f"{site}{FOLDER}/2022-06-13/eget-namn.html#beslut"),
        *plain,
    ]
    assert with_link("../2022-06-13/03-b.md") == plain
    assert with_link("javascript:alert(1)", site) == plain
