"""The pages that the agenda prints, against the page texts read back from the PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from kallelse.locale.pages import printed
from kallelse.model.meeting import AgendaColumn, Meeting, Recipient
from kallelse.model.pages import Packet, PageRange
from kallelse.model.text import Block

from tests.typeset import agendas, constructs, meetings
from tests.typeset.build import (
    DAY,
    FOLDER,
    agenda,
    bullets,
    case,
    committee,
    document,
    h,
    letter,
    meeting,
    numbered,
    p,
    table,
)
from tests.typeset.packets import cases, packet_of, pages_of_case, printed_range


def check_ranges(packet: Packet, subject: Meeting, agenda_pages: int = 1) -> None:
    """Every case's pages, as the agenda prints them, are those that say they belong to it, and those of the map."""
    for row in subject.agenda:
        if row.case is None or not row.number:
            continue
        told = printed_range(packet, row.number, row.title, agenda_pages)
        pages = [page for page in pages_of_case(packet, row.number) if page > agenda_pages]
        mapped = cases(packet).get(row.case.path)
        assert told == printed(*([mapped] if mapped else [])), row.title
        assert pages == (list(range(mapped.first, mapped.last + 1)) if mapped else []), row.title


def test_page_n_prints_n_of_all(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    for number, text in enumerate(packet.texts, start=1):
        assert text.rstrip().endswith(f"Sida {number} av {packet.pages.total}")
    assert len(packet.texts) == packet.pages.total


def test_the_fields_of_a_cover_keep_a_gap_whatever_their_words(root: Path) -> None:
    subject = meeting(
        *agenda(case("a", "A", letter("a", "A", p("Text.")))),
        place="Kommunhuset i Granvik, sal Granen",
        recipients=("Ledamöter i samhällsbyggnadsnämnden",),
        copies=("Ersättare", "Förvaltningschef"),
    )
    document = pypdfium2.PdfDocument(packet_of(subject, root).pdf)
    text = document[0].get_textpage()
    content = text.get_text_range()
    at = content.index("samhällsbyggnadsnämnden")
    ends = text.get_charbox(at + len("samhällsbyggnadsnämnden") - 1)[2]
    begins = min(text.get_charbox(content.index(word))[0] for word in ("Ersättare", "Förvaltningschef"))
    document.close()
    assert begins - ends > 10


def test_the_sample_prints_where_each_case_stands(root: Path) -> None:
    subject = meetings.sample()
    packet = packet_of(subject, root)
    check_ranges(packet, subject)
    assert [printed_range(packet, row.number, row.title) for row in subject.agenda][:2] == ["", ""]


def test_each_document_has_its_pages_within_those_of_its_case(root: Path) -> None:
    subject = meetings.sample()
    packet = packet_of(subject, root)
    for case_ in subject.cases:
        pages = [packet.pages.documents[one.path] for one in case_.documents if one.has_pages]
        if not pages:
            assert case_.path not in cases(packet)
            continue
        assert cases(packet)[case_.path] == PageRange(pages[0].first, pages[-1].last)
        assert all(one.last + 1 == other.first for one, other in pairwise(pages))
        for one, found in zip([d for d in case_.documents if d.has_pages], pages, strict=True):
            name = "Tjänsteskrivelse" if one.number is None else f"Bilaga {one.number}"
            for page in range(found.first, found.last + 1):
                told = rf"{name},? sida {page - found.first + 1} av {len(found)}\b"
                assert re.search(told, " ".join(packet.texts[page - 1].split()))


def test_a_case_of_three_hundred_pages(root: Path) -> None:
    blocks = [
        block
        for n in range(1440)
        for block in ([h(2, f"Avsnitt {n}")] if n % 6 == 0 else []) + [p(f"{n} " + constructs.LOREM * 3)]
    ]
    subject = meeting(
        *agenda(
            case("01-fore", "Före", letter("01-fore", "Före", p("Text."))),
            case("02-stort", "Stort", letter("02-stort", "Stort", *blocks)),
            case("03-efter", "Efter", letter("03-efter", "Efter", p("Text."))),
        )
    )
    packet = packet_of(subject, root)
    check_ranges(packet, subject)
    assert len(cases(packet)[subject.cases[1].path]) >= 300
    starts = [start for start in packet.pages.starts if start.path == subject.cases[1].path]
    assert [start.page for start in starts] == list(range(3, packet.pages.total))
    assert [start.block for start in starts] == sorted(start.block for start in starts)


def test_a_case_that_ends_exactly_at_the_end_of_a_page(root: Path) -> None:
    def with_lines(count: int) -> tuple[Meeting, Packet]:
        lines = [p(f"Rad {n}.") for n in range(count)]
        subject = meeting(
            *agenda(
                case("01-a", "Fyller sidan", letter("01-a", "Fyller sidan", *lines)),
                case("02-b", "Nästa", letter("02-b", "Nästa", p("Text."))),
            )
        )
        return subject, packet_of(subject, root)

    low, high = 1, 80
    while high - low > 1:
        middle = (low + high) // 2
        _, packet = with_lines(middle)
        low, high = (middle, high) if packet.pages.total == 3 else (low, middle)
    for count, last in ((low, 2), (high, 3)):
        subject, packet = with_lines(count)
        check_ranges(packet, subject)
        assert cases(packet)[subject.cases[0].path] == PageRange(2, last)
        assert cases(packet)[subject.cases[1].path] == PageRange(last + 1, last + 1)
        assert f"Rad {count - 1}." in packet.texts[last - 1]


@pytest.mark.parametrize("columns", [None, tuple(AgendaColumn)])
def test_an_agenda_of_several_pages_counts_its_own_pages(root: Path, columns: tuple[AgendaColumn, ...] | None) -> None:
    body = committee(agenda_columns=columns) if columns else committee()
    packet = packet_of(agendas.long_agenda(), root, body)
    pages = min(found.first for found in cases(packet).values()) - 1
    assert pages >= 2
    for page in range(2, pages + 1):
        assert f"sida {page} av {pages}" in packet.texts[page - 1]
        assert "Nr" in packet.texts[page - 1].splitlines()[1]


def test_an_agenda_of_several_pages_prints_where_each_case_stands(root: Path) -> None:
    subject = agendas.long_agenda()
    packet = packet_of(subject, root)
    pages = min(found.first for found in cases(packet).values()) - 1
    rows = [row for row in subject.agenda if row.case is not None and row.number and len(row.title) < 30]
    assert len(rows) > 20
    for row in rows:
        assert row.case is not None
        mapped = cases(packet).get(row.case.path)
        assert printed_range(packet, row.number, row.title, pages) == printed(*([mapped] if mapped else []))
        assert pages_of_case(packet, row.number) == (list(range(mapped.first, mapped.last + 1)) if mapped else [])


def test_a_meeting_without_documents_is_its_cover(root: Path) -> None:
    subject = meeting(*agenda(case("01-val", "Val av justerare"), case("02-info", "Information")))
    packet = packet_of(subject, root)
    assert packet.pages.total == 1
    assert cases(packet) == {}
    assert packet.pages.documents == {}
    assert packet.pages.starts == ()
    assert [printed_range(packet, row.number, row.title) for row in subject.agenda] == ["", ""]


def test_a_meeting_without_an_agenda_has_a_cover_all_the_same(root: Path) -> None:
    packet = packet_of(meeting(chair=None, secretary=None, place="", recipients=(), copies=()), root)
    assert packet.pages.total == 1
    assert "Kallelse" in packet.texts[0]
    assert "Föredragningslista" not in packet.texts[0]


def test_each_page_says_which_word_it_begins_with(root: Path) -> None:
    lengths = (2, 9)
    blocks = [p(f"stycke{n} " + constructs.LOREM * lengths[n % 2]) for n in range(40)]
    subject = meeting(*agenda(case("01-a", "Lång", letter("01-a", "Lång", *blocks))))
    packet = packet_of(subject, root)
    starts = packet.pages.starts
    assert starts[0].block == 0
    assert starts[0].word == "stycke0"
    for start in starts[1:]:
        body = packet.texts[start.page - 1].splitlines()
        assert body[1].split()[0] == start.word
        text = f"stycke{start.block} {constructs.LOREM}"
        assert start.word in text.split()
        assert start.within is (start.word != f"stycke{start.block}")
        assert start.words == (tuple(" ".join(body[1:]).split()[:8]) if start.within else ())
    assert {start.within for start in starts[1:]} == {True, False}


@pytest.mark.parametrize("listing", [bullets, numbered])
def test_a_page_that_begins_within_a_list_begins_with_a_word_of_an_item(
    root: Path, listing: Callable[..., Block]
) -> None:
    items = [f"punkt{number} {constructs.LOREM * (number % 2)}" for number in range(90)]
    subject = meeting(*agenda(case("01-a", "Lång", letter("01-a", "Lång", listing(*items)))))
    starts = packet_of(subject, root).pages.starts
    assert len(starts) > 2
    for start in starts[1:]:
        assert start.words[0] == start.word
        assert [item for item in items if " ".join(start.words) in item]
    assert any(start.word.startswith("punkt") for start in starts[1:])


def test_a_page_of_what_closes_a_letter_begins_in_none_of_its_blocks(root: Path) -> None:
    one = case("01-a", "Lång", letter("01-a", "Lång", p("Första."), p("Andra.")))
    sent = replace(one, recipients=tuple(Recipient(f"Nämnd {number}", "") for number in range(150)))
    starts = packet_of(meeting(*agenda(sent)), root).pages.starts
    assert len(starts) > 1
    assert {(start.block, start.word) for start in starts[1:]} == {(2, "Nämnd")}


LONG = "Samhällsbyggnadsförvaltningens"


@pytest.mark.parametrize("head", [("Roll", "Ansvar"), (f"{LONG} verksamhetsområde", "Ansvar för drift och underhåll")])
@pytest.mark.parametrize("word", ["Rad", LONG])
def test_a_page_that_repeats_the_head_of_a_table_begins_with_the_word_of_its_row(
    root: Path, head: tuple[str, str], word: str
) -> None:
    rows = [(f"{word} {number}", f"Värde {number}") for number in range(90)]
    subject = meeting(*agenda(case("01-a", "Lång", letter("01-a", "Lång", p("Inledning."), table(head, rows)))))
    starts = packet_of(subject, root).pages.starts
    assert [(start.block, start.word) for start in starts] == [(0, "Inledning."), (1, word), (1, word)]
    assert [start.within for start in starts] == [False, True, True]


def test_documents_handed_out_apart_or_withheld_have_no_pages(root: Path) -> None:
    folder = f"{FOLDER}/{DAY}"
    apart = document(f"{folder}/karta.md", "Karta i stort format", p("Kartan."), number=1, separate=True)
    subject = meeting(*agenda(case("01-a", "Karta", letter("01-a", "Karta", p("Text.")), apart)))
    packet = packet_of(subject, root)
    assert list(packet.pages.documents) == [f"{folder}/01-a.md"]
    assert "Karta i stort format, delas ut separat" in " ".join(packet.texts[1].split())
    assert "Kartan." not in "".join(packet.texts)
