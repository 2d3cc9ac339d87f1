"""What a packet shows: the cover's facts, agendas of every kind, heads, what is withheld, what is not cut."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import (
    Access,
    AgendaColumn,
    AgendaRow,
    Case,
    CaseKind,
    Meeting,
    RowKind,
)
from kallelse.model.pages import PageRange
from kallelse.model.person import Person
from kallelse.model.settings import Settings
from kallelse.model.text import Block, Figure, Heading, Image, Para, Quote, Text

from tests.conftest import VeraPDF
from tests.typeset import agendas, constructs, meetings
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
    numbered,
    p,
)
from tests.typeset.packets import (
    cases,
    packet_of,
    pages_of_case,
    set_alone,
    text_of,
)
from tests.typeset.spots import letters


def one_case(*fields: Case) -> Meeting:
    return meeting(*agenda(*fields))


def _languages(pdf: bytes) -> list[tuple[str, str]]:
    """The parts of a tagged PDF that say a language of their own, by kind, in order (ISO 32000-1, 14.9.2)."""
    found: list[tuple[str, str]] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary):
            if "/Lang" in node:
                found.append((str(node.S), str(node.Lang)))
            walk(node.get("/K", pikepdf.Array()))

    with pikepdf.open(io.BytesIO(pdf)) as document:
        walk(document.Root.StructTreeRoot)
    return found


def test_a_text_of_another_language_says_so_to_who_reads_it_aloud(root: Path, verapdf: VeraPDF) -> None:
    folder = f"{FOLDER}/{DAY}/1"
    one = case(
        "1/index",
        "Samverkan",
        letter("1/index", "Samverkan", p("Brevet.")),
        document(f"{folder}/a.md", "Agreement", p("The parties agree."), number=1, language="en"),
        document(f"{folder}/b.md", "Avtal", p("Osapuolet."), h(2, "Muuta"), number=2, heading="Sopimus", language="fi"),
        document(f"{folder}/c.md", "Avtal", p("Parterna."), number=3),
    )
    packet = packet_of(one_case(one), root)
    assert _languages(packet.pdf) == [("/P", "en"), ("/H2", "fi"), ("/P", "fi"), ("/Div", "fi")]
    (root / "kallelse.pdf").write_bytes(packet.pdf)
    assert [str(verdict) for verdict in verapdf([root / "kallelse.pdf"]) if not verdict.passed] == []


def test_the_agenda_has_the_committees_columns_in_its_order(root: Path) -> None:
    columns = (AgendaColumn.NUMBER, AgendaColumn.DNR, AgendaColumn.TITLE, AgendaColumn.PAGES)
    text = text_of(packet_of(meetings.sample(), root, committee(agenda_columns=columns)), 1)
    assert "Nr Diarienummer Ärende Sidor" in text
    assert "3 GSN 2022/35 Rapportering av verksamhetsmål och ekonomi 2–" in text


def test_columns_that_no_row_fills_are_left_out(root: Path) -> None:
    every = committee(agenda_columns=tuple(AgendaColumn))
    text = text_of(packet_of(one_case(case("01-val", "Val av justerare")), root, every), 1)
    assert "Nr Ärende Sidor" in text


def test_columns_that_leave_the_title_no_room_go_under_it(root: Path) -> None:
    every = committee(agenda_columns=tuple(AgendaColumn))
    fields = {
        "dnr": Dnr("KS 2022/1"),
        "presenters": (Person("Karin Ekholm", "IT-chef"),),
        "minutes": 10,
        "short_proposal": "Nämnden godkänner",
    }
    text = text_of(packet_of(one_case(case("01-a", "Ärendet", **fields)), root, every), 1)
    assert "Nr Ärende Diarienummer Förslag till beslut Tid Sidor" in text
    assert "Föredragande: Karin Ekholm, IT-chef" in text


def test_rows_that_are_no_cases_stand_among_them(root: Path) -> None:
    unnumbered = case("x", "Onumrerat ärende", letter("x", "Onumrerat ärende", p("Text.")))
    rows = (
        AgendaRow(RowKind.FORMALITY, "Upprop"),
        AgendaRow(RowKind.GROUP, "Beslutsärenden"),
        AgendaRow(RowKind.CASE, unnumbered.title, "", unnumbered, unnumbered.minutes),
        AgendaRow(RowKind.BREAK, "Lunch", minutes=45),
    )
    body = committee(agenda_columns=(*committee().agenda_columns, AgendaColumn.MINUTES))
    packet = packet_of(meeting(*rows), root, body)
    text = text_of(packet, 1)
    assert [text.index(words) for words in ("Upprop", "Beslutsärenden", "Onumrerat ärende 2", "Lunch", "45 min")]
    assert cases(packet) == {unnumbered.path: PageRange(2, 2)}
    assert text_of(packet, 2).startswith("Gemensamma servicenämnden Tjänsteskrivelse sida 1 av 1 Ärende")


def test_a_long_agenda_lists_the_documents_under_their_cases(root: Path) -> None:
    packet = packet_of(agendas.long_agenda(), root)
    text = text_of(packet, 1)
    first = packet.pages.documents[f"{FOLDER}/{DAY}/03-arende.md"].first
    second = packet.pages.documents[f"{FOLDER}/{DAY}/03-arende-bilaga.md"].first
    assert f"Tjänsteskrivelse {first} Bilaga 1 Sammanställning till revisorerna {second}" in text
    assert "Bilaga 2 Karta i stort format, delas ut separat" in text
    assert "Tjänsteskrivelse" not in text_of(packet_of(meetings.sample(), root), 1)


def test_a_withheld_case_shows_its_phrase_and_nothing_else(root: Path) -> None:
    phrase = "Uppgiften omfattas av sekretess."
    stubs = (
        case("01-a", phrase, access=Access.CONFIDENTIAL),
        case("02-b", "Ärende enligt 25 kap.", access=Access.CONFIDENTIAL),
        case("03-c", "Ärendet omfattas av sekretess", access=Access.CONFIDENTIAL),
    )
    packet = packet_of(one_case(*stubs), root, settings=Settings(withheld=phrase))
    text = text_of(packet, 1)
    assert packet.pages.total == 1
    assert f"1 {phrase} 2 Ärende enligt 25 kap. {phrase} 3 Ärendet omfattas av sekretess" in text
    assert text.count(phrase) == 2


def test_the_kind_is_told_where_the_title_does_not(root: Path) -> None:
    text = text_of(
        packet_of(
            one_case(
                case("01-a", "Läget i beredskapen", kind=CaseKind.INFORMATION),
                case("02-b", "Information från verksamheten", kind=CaseKind.INFORMATION),
            ),
            root,
        ),
        1,
    )
    assert "Läget i beredskapen Information 2 Information från verksamheten" in text
    assert "verksamheten Information" not in text


def test_a_letter_shows_its_fields_proposals_signature_attachments_and_recipients(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    text = " ".join(text_of(packet, page) for page in (2, 3))
    for words in (
        "Ärende 3 Rapportering av verksamhetsmål och ekonomi",
        "Rapportering 2022 – tillfälle 3",
        "Datum 13 september 2022",
        "Diarienummer GSN 2022/35",
        "Handläggare Karin Ekholm, IT-chef",
        "Verksamhet IT-center",
        "Förslag till beslut 1. Nämnden godkänner",
        "Karin Ekholm IT-chef",
        "1. Rapportering av driftkostnader och investeringar, tillfälle 3 år 2022, daterad 13 september 2022",
        "Beslut skickas till Samverkande kommuner Kommunstyrelsen (för kännedom)",
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("unit", "beside"), [("IT-avdelningen", True), ("Socialtjänsten", True), ("Kommunstyrelsen", False)]
)
def test_four_facts_of_a_letter_share_a_line_where_each_has_room_on_one(root: Path, unit: str, beside: bool) -> None:
    made = case(
        "01-a",
        "Ärende",
        letter("01-a", "Ärende", p("Text."), date=dt.date(2022, 9, 13)),
        dnr=Dnr("GSN 2022/35"),
        officer=Person("Bo Ek"),
        unit=unit,
    )
    _, spots = letters(packet_of(one_case(made), root).pdf)
    said = "".join(spot.letter for spot in spots)
    date, found = said.index("13september2022"), said.index(unit)
    tops = [round(spot.bottom) for spot in spots[found : found + len(unit)] if spot.letter in "aeint"]
    assert max(tops) - min(tops) <= 1, "one line"
    assert (spots[found].left - spots[date].left > 300) == beside


def test_proposals_to_several_bodies_stand_under_their_own_headings(root: Path) -> None:
    text = letter(
        "01-a",
        "Två förslag",
        h(2, "Förslag till beslut i nämnden"),
        numbered("Nämnden tillstyrker."),
        h(2, "Förslag till beslut i fullmäktige"),
        numbered("Fullmäktige antar."),
    )
    found = text_of(packet_of(one_case(case("01-a", "Två förslag", text)), root), 2)
    assert "Förslag till beslut i nämnden 1. Nämnden tillstyrker." in found
    assert "Förslag till beslut i fullmäktige 1. Fullmäktige antar." in found


def test_contents_print_the_packets_page_numbers(root: Path) -> None:
    blocks: list[Block] = []
    for n in range(1, 9):
        blocks += [h(2, f"Avsnitt {n}"), *[p(constructs.LOREM * 3)] * 8]
    text = letter("02-b", "Innehåll", *blocks, toc=True, heading_numbers=True)
    packet = packet_of(
        one_case(case("01-a", "Före", letter("01-a", "Före", p("Text."))), case("02-b", "Innehåll", text)), root
    )
    contents = text_of(packet, 3)
    for n in range(1, 9):
        told = re.search(rf"\b{n} Avsnitt {n} (\d+)", contents)
        assert told
        assert f"{n} Avsnitt {n} Nämnden" in text_of(packet, int(told[1]))


def test_a_changed_document_shows_its_history(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    page = packet.pages.documents[f"{FOLDER}/{DAY}/04-digitaliseringsstrategi/bilaga-1-uppdragsbeskrivning.md"].first
    text = text_of(packet, page)
    assert (
        "Ändringshistorik Datum Version Namn Roll Kommentar 13 juli 2022 0.1 Karin Ekholm IT-chef Upprättande" in text
    )
    assert "15 september 2022 1.0 Karin Ekholm IT-chef Färdigställt efter dialog med samordningsgruppen" in text


def test_every_construct_comes_out_upright_and_lying(root: Path) -> None:
    for landscape in (False, True):
        packet = packet_of(constructs.every_construct(landscape), root)
        assert packet.pages.total > 20


def test_forty_cases_each_have_their_tab(root: Path) -> None:
    cases = [case(f"{n:02}", f"Fall {n}", letter(f"{n:02}", f"Fall {n}", p("Text."))) for n in range(1, 41)]
    packet = packet_of(one_case(*cases), root)
    for n in range(1, 41):
        assert len(pages_of_case(packet, str(n))) == 1


def test_long_names_and_titles_are_not_cut(root: Path) -> None:
    title = (
        "Samråd om detaljplan för Norra hamnområdet, del av kvarteret Magasinet med tillhörande parkmark "
        "och kajer i Norrsala"
    )
    body = committee(name="Gemensamma nämnden för samverkan om räddningstjänst, säkerhet och krisberedskap")
    text = letter("01-a", title, *[p(constructs.LOREM * 4)] * 20, heading=title + " – andra samrådet")
    packet = packet_of(one_case(case("01-a", title, text)), root, body)
    assert title in text_of(packet, 1)
    assert title in text_of(packet, 2)
    assert "Samråd om detaljplan för Norra hamnområdet, del av kvarteret…" in text_of(packet, 3)


@pytest.mark.parametrize("lying", [False, True])
def test_the_lines_of_a_long_title_are_about_as_long(root: Path, lying: bool) -> None:
    title = "Samråd om detaljplan för Norra hamnområdet " + (
        "och del av kvarteret Magasinet" if lying else "i Norrsala"
    )
    text = letter("01-a", title, p("Text."), landscape=lying)
    packet = packet_of(one_case(case("01-a", title, text)), root)
    first, second = (line for line in packet.texts[1].splitlines() if line.strip() and line.strip() in title)
    assert abs(len(first) - len(second)) < 0.25 * len(title)


@pytest.mark.parametrize(
    "block",
    [p("Kaffe ☕ och 漢字"), Figure(Image("finns-inte.png", "Saknas")), Figure(Image("karta.png", ""))],
)
def test_what_typst_refuses_is_one_finding_that_names_the_meeting(root: Path, block: Para | Figure) -> None:
    subject = one_case(case("01-a", "Fel", letter("01-a", "Fel", block)))
    packet, findings = set_alone(committee(), subject, Settings(), root)
    assert packet is None
    (finding,) = findings
    assert finding.code == "packet-not-set"
    assert finding.place.path == f"{FOLDER}/{DAY}/index.md"
    assert finding.words["message"]


def test_nothing_that_is_written_is_taken_for_markup(root: Path) -> None:
    nasty = 'Text med #set page(width: 1pt) $x$ *a* _b_ `c` <label> @ref \\ " ] } ) // /* ; \\u{41} #{panic()} = Rubrik'
    title = f"{nasty} i titeln"
    typed = (Text(nasty),)
    text = letter("01-a", title, Heading(2, typed, "x"), Para(typed))
    named = replace(case("01-a", title, text), unit=nasty)
    packet = packet_of(meeting(*agenda(named), place=nasty), root)
    squeezed = "".join("".join(packet.texts).split())
    assert squeezed.count("".join(nasty.split())) >= 5


def test_a_heading_of_many_lines_beside_a_quote_stays_on_its_page(root: Path) -> None:
    heading = h(2, "En rubrik som är så lång att den fyller fyra rader i spalten till vänster om texten")
    for lines in range(14, 28):
        filler = [p(f"Rad {number}.") for number in range(lines)]
        text = letter("01-a", "Lång rubrik", *filler, heading, Quote((p("Ett citat."), *[p("Mer.")] * 3)))
        packet = packet_of(one_case(case("01-a", "Lång rubrik", text)), root)
        (page,) = (text for text in packet.texts if "Ett citat." in text)
        # All of it, beside the quote that it is of.
        assert all(word in page for word in ("lång", "fyller", "spalten", "vänster"))


def test_the_number_of_a_case_stands_at_the_edge_of_every_page_that_lies(root: Path) -> None:
    written = [letter(f"{number:02}-a", f"Ärende {number}", p("Text.")) for number in range(1, 47)]
    lying = [replace(each, landscape=True) for each in written]
    subject = meeting(*agenda(*(case(f"{n:02}-a", f"Ärende {n}", each) for n, each in enumerate(lying, 1))))
    packet = packet_of(subject, root)
    texts = [text.split() for text in packet.texts[-46:]]
    assert [str(number) in text for number, text in enumerate(texts, 1)] == [True] * 46
