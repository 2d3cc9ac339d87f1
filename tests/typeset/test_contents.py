"""Contents, of minutes and of a document: none of their rows has a page to itself, and each link can be met."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf

from tests.typeset.build import agenda, case, h, letter, meeting, p
from tests.typeset.packets import packet_of
from tests.typeset.records import HEAD, set_record, written


def test_the_contents_of_minutes_leave_no_row_to_itself(tmp_path: Path) -> None:
    body = "".join(f"\n## {number}.\n\n### Beslut\n\nBra. {{bifall}}\n" for number in range(1, 7))
    parted = 0
    for count in range(2, 40, 2):
        others = "others:\n" + "".join(f"  - Person Nummer{number}\n" for number in range(count))
        text = f"---\n{HEAD}{others}adjusters: Bo Alm (M)\nadjusted: 2026-03-16\n---\n{body}"
        _, made = set_record(written(tmp_path / str(count), text, 6))
        pages = [" ".join(each.split()) for each in made.files["nn/2026-03-09/protokoll.pdf"].texts]
        rows = [len(re.findall(r"§ \d Ärende \d NN", each)) for each in pages if "Diarienummer" in each]
        assert sum(rows) == 6
        assert 1 not in rows, count
        parted += len(rows) > 1
    assert parted


def test_the_contents_of_a_document_leave_no_line_to_itself_and_no_link_without_height(root: Path) -> None:
    parted = 0
    for count in range(20, 44):
        blocks = [block for number in range(count) for block in (h(2, f"Avsnitt {number}"), p("Text."))]
        one = letter("01-a", "Plan", *blocks, toc=True)
        packet = packet_of(meeting(*agenda(case("01-a", "Plan", one))), root)
        listed = [text for text in packet.texts[1:] if "Text." not in text]
        lines = [len(re.findall(r"Avsnitt \d+", each)) for each in listed]
        assert sum(lines) == count
        assert 1 not in lines, count
        parted += len(lines) > 1
        with pikepdf.open(io.BytesIO(packet.pdf)) as document:
            for page in document.pages[1 : 1 + len(listed)]:
                boxes = [note.Rect for note in page.get("/Annots", pikepdf.Array())]
                assert all(abs(float(box[3]) - float(box[1])) > 5 for box in boxes)
    assert parted
