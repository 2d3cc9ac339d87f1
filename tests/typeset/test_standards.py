"""Packets hold what they claim: PDF/A-3a and PDF/UA-1, packed, with page labels, bookmarks shown, the language set."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
from kallelse.model.meeting import AgendaColumn
from kallelse.model.settings import Colours, Settings

from tests.typeset import agendas, constructs, meetings
from tests.typeset.build import agenda, case, committee, letter, meeting, p
from tests.typeset.packets import packet_of

_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="#0b4a5c"/>'
    '<text x="10" y="26" font-size="16" fill="#fff">N</text></svg>'
)


def test_packets_pass_verapdf_for_both_standards(
    root: Path, tmp_path: Path, verapdf: Callable[[Sequence[Path]], Sequence[Any]]
) -> None:
    (root / "logo.svg").write_text(_LOGO, encoding="utf-8")
    english = Settings(language="en", url="https://meetings.norrsala.example", logo="logo.svg")
    packets = {
        "sample": packet_of(meetings.sample(), root, settings=Settings()),
        "constructs": packet_of(constructs.every_construct(), root, settings=Settings(url="https://m.example")),
        "lying": packet_of(constructs.every_construct(landscape=True), root),
        "agenda": packet_of(agendas.long_agenda(), root, committee(agenda_columns=tuple(AgendaColumn))),
        "cover": packet_of(meeting(*agenda(case("01-val", "Val av justerare"))), root),
        "english": packet_of(meetings.sample(), root, settings=english),
    }
    paths = []
    for name, packet in packets.items():
        for number, one in enumerate((packet, *packet.cases.values())):
            paths.append(tmp_path / f"{name}-{number}.pdf")
            paths[-1].write_bytes(one.pdf)
    assert len(paths) > 2 * len(packets)
    verdicts = verapdf(paths)
    assert len(verdicts) == 2 * len(paths)
    assert [str(verdict) for verdict in verdicts if not verdict.passed] == []


def test_a_packet_is_packed_and_opens_with_its_bookmarks(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    assert b"/ObjStm" in packet.pdf
    with pikepdf.open(io.BytesIO(packet.pdf)) as document:
        assert document.Root.PageMode == "/UseOutlines"
        assert str(document.Root.Lang).startswith("sv")
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert [page.label for page in document.pages] == [str(n) for n in range(1, packet.pages.total + 1)]
        assert "Kallelse" in str(document.docinfo.Title)
        with document.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "3"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["xmp:CreateDate"].startswith("2022-09-19")


def test_pages_of_text_stay_small(root: Path) -> None:
    blocks = [p(f"{n} " + constructs.LOREM * 4) for n in range(300)]
    packet = packet_of(meeting(*agenda(case("01-a", "Lång", letter("01-a", "Lång", *blocks)))), root)
    assert packet.pages.total >= 70
    assert len(packet.pdf) / packet.pages.total <= 7000


def test_the_brand_is_the_packets_accent(root: Path) -> None:
    plain = packet_of(meetings.sample(), root)
    red = packet_of(meetings.sample(), root, settings=Settings(colours=Colours(brand="#a00000")))
    assert plain.pages == red.pages
    assert _fills(red.pdf) - _fills(plain.pdf)


def _fills(pdf: bytes) -> set[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            line
            for page in document.pages
            for instruction in pikepdf.parse_content_stream(page)
            if isinstance(instruction, pikepdf.ContentStreamInstruction) and str(instruction.operator) in ("scn", "rg")
            for line in (pikepdf.unparse_content_stream([instruction]),)
        }


def test_english_words_are_printed_where_the_language_is_english(root: Path) -> None:
    packet = packet_of(replace(meetings.sample(), title=""), root, settings=Settings(language="en"))
    assert "Summons" in packet.texts[0]
    assert "Monday 26 September 2022 at 13:15" in " ".join(packet.texts[0].split())
    assert f"Page 1 of {packet.pages.total}" in packet.texts[0]
    assert "Föredragningslista" not in "".join(packet.texts)
