"""Meetings set for tests, and what can be read of a packet without the page map."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from kallelse.locale.findings import wrong
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.pages import Packet
from kallelse.model.settings import Settings
from kallelse.typeset.packet import typeset_packet

from tests.typeset.build import committee as sample_committee


def packet_of(
    meeting: Meeting, root: Path, committee: Committee | None = None, settings: Settings | None = None
) -> Packet:
    """The packet of a meeting that nothing is wrong with."""
    packet, findings = typeset_packet(committee or sample_committee(), meeting, settings or Settings(), root)
    assert [(finding.place.path, wrong(finding, "sv")) for finding in findings] == []
    assert packet is not None
    return packet


def printed_range(packet: Packet, number: str, title: str, agenda_pages: int = 1) -> str:
    """The pages that the agenda prints in the row of a case, empty where it prints none."""
    agenda = "\n".join(packet.texts[:agenda_pages])
    row = re.search(rf"^{number}\s+{re.escape(title)}(?P<rest>[^\r\n]*)", agenda, re.MULTILINE)
    assert row is not None, f"no row {number} {title} in\n{agenda}"
    pages = re.search(r"(?<![\d/])(\d+(?:–\d+)?)$", row["rest"].strip())
    return pages[1] if pages and row["rest"].strip() else ""


def pages_of_case(packet: Packet, number: str) -> list[int]:
    """The pages that say, over their text, that they belong to the case."""
    return [
        page
        for page, text in enumerate(packet.texts, start=1)
        if re.search(rf"^Ärende {number}\b", text, re.MULTILINE) and page > 1
    ]


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks of a PDF in order, as depth, title and page."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, start=1)}

        def walk(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str, int]]:
            for item in items:
                destination = item.destination
                if destination is None and item.action is not None:
                    destination = item.action.D
                assert isinstance(destination, pikepdf.Array)
                yield depth, item.title, numbers[destination[0].objgen]
                yield from walk(item.children, depth + 1)

        return list(walk(outline.root, 1))


def links(pdf: bytes) -> list[tuple[int, str | int]]:
    """The links of a PDF, as the page they stand on and the address or page they lead to."""
    found: list[tuple[int, str | int]] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, start=1)}
        for number, page in enumerate(document.pages, start=1):
            for note in page.get("/Annots", pikepdf.Array()):
                if note.get("/Subtype") != pikepdf.Name.Link:
                    continue
                if "/A" in note and "/URI" in note.A:
                    found.append((number, str(note.A.URI)))
                else:
                    target = note.get("/Dest") if "/Dest" in note else note.A.D
                    if isinstance(target, pikepdf.String | pikepdf.Name):
                        target = _named(document, str(target))
                    found.append((number, numbers[target[0].objgen]))
    return found


def _named(document: pikepdf.Pdf, name: str) -> pikepdf.Object:
    names = pikepdf.NameTree(document.Root.Names.Dests)
    found = names[name]
    return found.D if isinstance(found, pikepdf.Dictionary) else found
