"""Documents whose pages lie on their side: what they share with those that stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from kallelse.issue import issue_of
from kallelse.model.issue import Change
from kallelse.model.meeting import Case, Recipient
from kallelse.model.paper import A4
from kallelse.model.person import Person
from kallelse.model.settings import Settings

from tests.typeset.build import DAY, FOLDER, agenda, case, document, h, letter, meeting, p
from tests.typeset.packets import packet_of

ISSUED, LATER = dt.date(2022, 9, 19), dt.date(2022, 9, 22)
PATH = f"{FOLDER}/{DAY}/tid.md"


def widest_fill(pdf: bytes, page: int) -> float:
    """The width of the widest filled shape on a page."""
    opened = pypdfium2.PdfDocument(pdf)
    shapes = opened[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
    widths = [right - left for left, _, right, _ in (shape.get_bounds() for shape in shapes)]
    opened.close()
    return float(max(widths))


def test_what_stands_over_a_late_document_reaches_over_its_whole_page(root: Path) -> None:
    first = letter("01-a", "Sak", p("Text."))
    before = meeting(*agenda(case("01-a", "Sak", first)))
    issued = replace(before, issues=(issue_of(before, packet_of(before, root), ISSUED, "sv"),))
    late = document(PATH, "Tidplan", p("Dagar."), number=1, landscape=True)
    changed = replace(
        issued,
        agenda=agenda(case("01-a", "Sak", first, late)),
        changes=(Change(PATH, LATER, "Kom in sent."),),
    )
    supplement = packet_of(changed, root, settings=Settings(url="https://m.example")).supplement
    assert supplement is not None
    (page,) = [number for number, text in enumerate(supplement.texts) if "Kom in sent." in text]
    assert widest_fill(supplement.pdf, page) > A4[1] - 1


def test_what_closes_a_lying_letter_has_the_last_of_the_text_on_its_page(root: Path) -> None:
    def lying(number: int, length: int) -> Case:
        name, end = f"{number:02}-brev", " ".join(f"ord{each:03}" for each in range(130))
        filler = [p("Stycke.") for _ in range(length)]
        text = letter(name, f"Brev {number}", h(2, "Slutord"), *filler, p(end), landscape=True)
        signed = (Person("Karin Ekholm", "IT-chef"),)
        return replace(case(name, f"Brev {number}", text), signed=signed, recipients=(Recipient("Akten"),))

    packet = packet_of(meeting(*agenda(*(lying(number, number) for number in range(1, 16)))), root)
    closings = [text for text in packet.texts[1:] if "Karin Ekholm" in text]
    assert len(closings) == 15
    assert all(text.count("ord") > 12 for text in closings)
    assert 0 < sum("sida 1 av 1" in text for text in closings) < 15
