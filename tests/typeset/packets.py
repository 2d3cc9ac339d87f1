"""Meetings set for tests, and what can be read of a packet without the page map."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
from kallelse.locale.findings import wrong
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.pages import Packet, PageRange
from kallelse.model.settings import Settings
from kallelse.typeset.packet import typeset_packet

from tests.typeset.build import committee as sample_committee


def set_alone(
    committee: Committee, meeting: Meeting, settings: Settings, root: Path, elsewhere: Mapping[str, str] | None = None
) -> tuple[Packet | None, tuple[Finding, ...]]:
    """The packet of a meeting; `elsewhere` are addresses of other meetings' pages by source path."""
    addresses = Archive(settings, (replace(committee, meetings=(meeting,)),)).addresses()
    return typeset_packet(committee, meeting, settings, root, {**addresses, **(elsewhere or {})})


def packet_of(
    meeting: Meeting,
    root: Path,
    committee: Committee | None = None,
    settings: Settings | None = None,
    elsewhere: Mapping[str, str] | None = None,
) -> Packet:
    """The packet of a meeting that nothing is wrong with."""
    packet, findings = set_alone(
        committee or sample_committee(), meeting, settings or Settings(case_pdfs=False), root, elsewhere
    )
    assert [(finding.place.path, wrong(finding, "sv")) for finding in findings] == []
    assert packet is not None
    return packet


def cases(packet: Packet) -> dict[str, PageRange]:
    """The pages of each case by its path, in a packet in which each has them in one place."""
    assert all(len(ranges) == 1 for ranges in packet.pages.cases.values())
    return {path: ranges[0] for path, ranges in packet.pages.cases.items()}


def text_of(packet: Packet, page: int) -> str:
    """A page's text with blanks folded."""
    return " ".join(packet.texts[page - 1].split())


def printed_range(packet: Packet, number: str, title: str, agenda_pages: int = 1) -> str:
    """The pages that the agenda prints in the row of a case, empty where it prints none."""
    agenda = "\n".join(packet.texts[:agenda_pages])
    row = re.search(
        rf"^(?:{number}\s+)?{re.escape(title)}(?!\w)(?P<rest>[^\r\n]*)(?P<below>.*)", agenda, re.MULTILINE | re.DOTALL
    )
    assert row is not None, f"no row {number} {title} in\n{agenda}"
    # Lines under the title may come between it and the cells beside it; those begin with the registry number.
    below = re.match(
        r"(?:\r?\n(?:Föredragande|Förslag till beslut): [^\r\n]*)+\r?\n(?P<cells>KS [^\r\n]*)", row["below"]
    )
    cells = row["rest"] if below is None else below["cells"]
    pages = re.search(r"(?:^|\s)(\d+(?:–\d+)?)\s*$", cells)
    return pages[1] if pages else ""


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
        numbers = _page_numbers(document)

        def walk(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str, int]]:
            for item in items:
                target: Any = item.destination if item.destination is not None else item.action.D  # type: ignore[union-attr]
                yield depth, item.title, numbers[target[0].objgen]
                yield from walk(item.children, depth + 1)

        return list(walk(outline.root, 1))


def links(pdf: bytes) -> list[tuple[int, str | int]]:
    """The links of a PDF, as the page they stand on and the address or page they lead to."""
    found: list[tuple[int, str | int]] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = _page_numbers(document)
        for number, page in enumerate(document.pages, start=1):
            annotations: Any = page.get("/Annots", pikepdf.Array())
            for note in annotations:
                if note.get("/Subtype") != pikepdf.Name.Link:
                    continue
                if "/A" in note and "/URI" in note.A:
                    found.append((number, str(note.A.URI)))
                    continue
                target = note.Dest if "/Dest" in note else note.A.D
                if isinstance(target, pikepdf.String | pikepdf.Name):
                    target = _named(document, str(target))
                found.append((number, numbers[target[0].objgen]))
    return found


def link_descriptions(pdf: bytes, page: int) -> list[str]:
    """What is said of the links that stand on a page, in order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        annotations: Any = document.pages[page - 1].get("/Annots", pikepdf.Array())
        return [str(note.Contents) for note in annotations]


def _page_numbers(document: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}


def _named(document: pikepdf.Pdf, name: str) -> Any:
    found: Any = pikepdf.NameTree(document.Root.Names.Dests)[name]
    return found.D if isinstance(found, pikepdf.Dictionary) else found
