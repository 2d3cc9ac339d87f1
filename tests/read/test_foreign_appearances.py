"""What leaves it to viewers how it looks is drawn as they draw it, and what cannot be drawn is told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from kallelse.foreign.flat import flat_pdf
from kallelse.locale.findings import wrong
from kallelse.model.finding import Severity
from kallelse.read.foreign import read_foreign
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageChops, ImageStat

from tests.foreign import bare, bare_field, form, linked, pdf, saved, stamped

RED, CYAN = Array([1, 0, 0]), Array([0, 0.8, 0.8])
THICK = Dictionary(W=3)


def read(folder: Path, document: Pdf) -> tuple[str, list[str]]:
    file = folder / "avtal.pdf"
    file.write_bytes(saved(document))
    found, findings = read_foreign("gsn/avtal.pdf", file)
    assert found is not None
    return words(found.pages[0].text), [wrong(each, "sv") for each in findings if each.severity is Severity.ERROR]


def words(text: str) -> str:
    """In a fixed order, whatever is drawn first."""
    return " ".join(sorted(text.split()))


def seen(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        document.init_forms()
        picture: Image.Image = document[0].render(scale=1, may_draw_forms=True).to_pil()
        return picture.convert("RGB").crop((80, 120, 320, 260))
    finally:
        document.close()


def flattened(folder: Path, document: Pdf) -> tuple[Image.Image, Image.Image]:
    """What a viewer shows of a document, and what it shows of the document made flat."""
    data, file = saved(document), folder / "a.pdf"
    file.write_bytes(data)
    with flat_pdf(file, names_files=True) as flat:
        assert "/AcroForm" not in flat.Root
        assert not list(flat.pages[0].obj.get("/Annots", ()))
        made = io.BytesIO()
        flat.save(made)
    return seen(data), seen(made.getvalue())


def ink(picture: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.invert(picture).convert("L")).mean[0])


def difference(one: Image.Image, other: Image.Image) -> float:
    return ink(ImageChops.invert(ImageChops.difference(one, other)))


@pytest.mark.parametrize("kind", ["Square", "Circle", "Highlight", "Underline", "StrikeOut", "Ink"])
@pytest.mark.parametrize(
    "said", [{}, {"C": RED, "IC": CYAN}, {"BS": THICK, "C": RED}, {"CA": 0.5, "C": RED, "IC": CYAN}]
)
def test_it_looks_as_a_viewer_draws_it(tmp_path: Path, kind: str, said: dict[str, Any]) -> None:
    alone, flat = flattened(tmp_path, bare(kind, **said))
    bare_page = seen(saved(bare("Popup")))
    assert difference(alone, bare_page) > 0.3
    assert difference(alone, flat) < max(difference(alone, bare_page) * 0.3, 0.5)


@pytest.mark.parametrize("kind", ["Line", "Polygon", "PolyLine", "Squiggly", "Caret", "Text", "FreeText"])
@pytest.mark.parametrize("said", [{}, {"C": RED, "BS": THICK, "LE": Array([Name.OpenArrow, Name.ClosedArrow])}])
def test_it_is_drawn_where_viewers_do_otherwise_or_not_at_all(tmp_path: Path, kind: str, said: dict[str, Any]) -> None:
    _, flat = flattened(tmp_path, bare(kind, **said))
    assert difference(flat, seen(saved(bare("Popup")))) > 0.3
    assert read(tmp_path, bare(kind, **said))[1] == []


def test_a_box_that_covers_a_text_covers_it(tmp_path: Path) -> None:
    black = Array([0, 0, 0])
    _, flat = flattened(tmp_path, bare("Square", C=black, IC=black))
    assert ink(flat.crop((25, 30, 215, 110))) > 250


def test_marks_may_go_round_as_the_standard_has_it(tmp_path: Path) -> None:
    written, standard = (
        flattened(tmp_path, bare("Underline", QuadPoints=Array(points)))[1]
        for points in ([100, 700, 300, 700, 100, 600, 300, 600], [100, 600, 300, 600, 300, 700, 100, 700])
    )
    assert difference(written, standard) == 0


@pytest.mark.parametrize(
    "said",
    [
        {"LE": Array([Name.Diamond, Name("/None")])},
        {"LL": 20},
        {"L": Array([1, Name.X])},
    ],
)
def test_a_line_that_cannot_be_drawn_whole_is_an_error(tmp_path: Path, said: dict[str, Any]) -> None:
    (told,) = read(tmp_path, bare("Line", **said))[1]
    assert "sidan 1 (Line)" in told


def test_a_stamp_that_a_program_has_of_its_own_is_an_error(tmp_path: Path) -> None:
    (told,) = read(tmp_path, bare("Stamp", Name=Name.Draft))[1]
    assert "sidan 1 (Stamp)" in told
    assert read(tmp_path, bare("Stamp", F=2))[1] == []


def test_the_sign_of_a_note_has_a_size_and_a_hidden_signature_none(tmp_path: Path) -> None:
    point = Array([200, 650, 200, 650])
    _, flat = flattened(tmp_path, bare("Text", Rect=point))
    assert difference(flat, seen(saved(bare("Popup")))) > 0.2
    document = bare_field(FT=Name.Sig, Rect=point)
    _, flat = flattened(tmp_path, document)
    assert difference(flat, seen(saved(bare_field(FT=Name.Sig, F=2)))) == 0


def test_a_caret_is_no_larger_than_a_letter(tmp_path: Path) -> None:
    alone = seen(saved(bare("Popup")))
    small, large = (
        difference(flattened(tmp_path, bare("Caret", Rect=Array([100, 600, 100 + side, 600 + side])))[1], alone)
        for side in (12, 150)
    )
    assert 0 < large <= small * 1.5


def test_stamps_of_pages_that_share_one_list_are_on_all_of_them(tmp_path: Path) -> None:
    document = stamped("Avtal", "INKOM")
    document.add_blank_page(page_size=(595, 842))
    shared = document.make_indirect(document.pages[0].obj.Annots)
    document.pages[0].obj.Annots = document.pages[1].obj.Annots = shared
    file = tmp_path / "avtal.pdf"
    file.write_bytes(saved(document))
    found, _ = read_foreign("gsn/avtal.pdf", file)
    assert found is not None
    assert [words(page.text) for page in found.pages] == ["Avtal INKOM", "INKOM"]


def test_what_a_link_brings_is_seen_and_it_leads_on(tmp_path: Path) -> None:
    document = linked("https://a.example/")
    link = document.pages[0].obj.Annots[0]
    link.AP = Dictionary(N=document.make_indirect(form(document, "Till avtalet", 100, 20)))
    file = tmp_path / "avtal.pdf"
    file.write_bytes(saved(document))
    found, _ = read_foreign("gsn/avtal.pdf", file)
    assert found is not None
    assert "Till avtalet" in found.pages[0].text
    assert [each.url for each in found.pages[0].links] == ["https://a.example/"]


def test_a_text_box_is_text_of_the_page(tmp_path: Path) -> None:
    assert read(tmp_path, bare("FreeText")) == ("Avtal Intygas", [])
    (told,) = read(tmp_path, bare("FreeText", Contents=String("Łódź")))[1]
    assert told.endswith("(sida 1) med tecken som inte går att visa här: Łź")


OPTIONS = Array([Array([String("a"), String("Alfa")]), Array([String("b"), String("Beta")])])
LONG = String("Rad ett\rRad två är mycket lång och bryts om så att den får plats")
TEXTS: dict[str, tuple[dict[str, Any], str]] = {
    "line": ({"FT": Name.Tx, "V": String("Värde åäö – €")}, "Värde åäö – €"),
    "free-size": ({"FT": Name.Tx, "V": String("Värde"), "DA": String("/Helv 0 Tf 1 0 0 rg")}, "Värde"),
    "right": ({"FT": Name.Tx, "V": String("Värde"), "Q": 2}, "Värde"),
    "lines": (
        {"FT": Name.Tx, "V": LONG, "Ff": 1 << 12},
        "Rad ett Rad två är mycket lång och bryts om så att den får plats",
    ),
    "cells": ({"FT": Name.Tx, "V": String("1234"), "Ff": 1 << 24, "MaxLen": 8}, "1 2 3 4"),
    "turned": ({"FT": Name.Tx, "V": String("Värde"), "MK": Dictionary(R=90)}, "Värde"),
    "password": ({"FT": Name.Tx, "V": String("abc"), "Ff": 1 << 13}, "***"),
    "combo": ({"FT": Name.Ch, "V": String("b"), "Opt": OPTIONS, "Ff": 1 << 17}, "Beta"),
    "list": ({"FT": Name.Ch, "V": String("b"), "Opt": OPTIONS}, "Alfa Beta"),
    "button": ({"FT": Name.Btn, "Ff": 1 << 16, "MK": Dictionary(CA=String("Skicka"))}, "Skicka"),
    "ticked": ({"FT": Name.Btn, "V": Name.Yes, "AS": Name.Yes}, "✔"),
    "ticked-by-value": ({"FT": Name.Btn, "V": Name.Yes}, "✔"),
    "crossed": ({"FT": Name.Btn, "V": Name.Yes, "AS": Name.Yes, "MK": Dictionary(CA=String("8"))}, "✘"),
    "not-ticked": ({"FT": Name.Btn, "V": Name.Off, "AS": Name.Off}, ""),
    "signature": ({"FT": Name.Sig, "V": Dictionary(Type=Name.Sig)}, ""),
}


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("anew", [True, False])
def test_a_field_shows_its_value(tmp_path: Path, kind: str, *, anew: bool) -> None:
    said, expected = TEXTS[kind]
    text, errors = read(tmp_path, bare_field(anew=anew, **said))
    assert (text, errors) == (words(f"{expected} Blankett"), [])


@pytest.mark.parametrize("kind", ["line", "free-size", "right", "cells", "ticked"])
def test_a_field_looks_as_a_viewer_draws_it(tmp_path: Path, kind: str) -> None:
    alone, flat = flattened(tmp_path, bare_field(**TEXTS[kind][0]))
    moved = ImageChops.offset(flat, 60, 0)
    assert difference(alone, flat) < difference(alone, moved) * 0.75


@pytest.mark.parametrize("anew", [True, False])
def test_letters_that_cannot_be_shown_are_an_error(tmp_path: Path, *, anew: bool) -> None:
    (told,) = read(tmp_path, bare_field(anew=anew, FT=Name.Tx, V=String("Łódź Ж 漢")))[1]
    assert told.endswith("med tecken som inte går att visa här: ŁźЖ漢")


def test_what_the_program_drew_is_kept_where_it_says_so(tmp_path: Path) -> None:
    document = bare_field(anew=False, FT=Name.Tx, V=String("Łódź"))
    document.pages[0].obj.Annots[0].AP = Dictionary(N=form(document, "Lodz", 200, 100))
    assert read(tmp_path, document) == ("Blankett Lodz", [])


def test_a_box_is_ticked_by_the_value_of_its_field_where_it_does_not_say_itself(tmp_path: Path) -> None:
    for value, expected in ((Name.Ja, "Blankett Kryss"), (Name.Off, "Blankett"), (None, "Blankett")):
        document = bare_field(anew=False, FT=Name.Btn)
        field = document.pages[0].obj.Annots[0]
        field.AP = Dictionary(N=Dictionary(Ja=form(document, "Kryss", 200, 100)))
        if value is not None:
            field.V = value
        assert read(tmp_path, document)[0] == expected


def test_an_appearance_need_not_say_that_it_is_a_form(tmp_path: Path) -> None:
    document = stamped("Avtal", "INKOM")
    del document.pages[0].obj.Annots[0].AP.N["/Subtype"]
    assert read(tmp_path, document)[0] == "Avtal INKOM"


def test_what_is_for_unknown_kinds_alone_hides_no_known_one(tmp_path: Path) -> None:
    assert read(tmp_path, stamped("Avtal", "INKOM", flags=1))[0] == "Avtal INKOM"
    assert read(tmp_path, stamped("Avtal", "INKOM", flags=32))[0] == "Avtal"


def test_a_note_that_opens_beside_the_page_is_not_on_it(tmp_path: Path) -> None:
    document = stamped("Avtal", "SKVALLER")
    document.pages[0].obj.Annots[0].Subtype = Name.Popup
    assert read(tmp_path, document)[0] == "Avtal"


def test_a_form_that_one_program_alone_can_show_is_an_error(tmp_path: Path) -> None:
    for document, expected in ((pdf("Please wait..."), 1), (bare_field(FT=Name.Tx, V=String("x")), 0)):
        if "/AcroForm" not in document.Root:
            document.Root.AcroForm = Dictionary(Fields=Array([]))
        document.Root.AcroForm.XFA = document.make_stream(b"<xdp/>")
        assert len(read(tmp_path, document)[1]) == expected
        document.Root.NeedsRendering = True
        assert len(read(tmp_path, document)[1]) == 1


def test_nothing_is_printed_about_fields_that_no_form_knows(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder
) -> None:
    lost = bare_field(FT=Name.Tx, V=String("Värde"))
    del lost.Root["/AcroForm"]
    for document in (lost, bare_field(FT=Name.Btn, V=Name.Yes)):
        (tmp_path / "avtal.pdf").write_bytes(saved(document))
        recwarn.clear()
        _, findings = read_foreign("gsn/avtal.pdf", tmp_path / "avtal.pdf")
        assert (findings, capfd.readouterr(), list(recwarn)) == ((), ("", ""), [])


@pytest.mark.parametrize("step", [61, 173])
def test_no_damage_to_annotations_makes_the_reader_raise(tmp_path: Path, step: int) -> None:
    for document in (bare("FreeText"), bare("Line", C=RED), bare_field(**TEXTS["list"][0])):
        whole = saved(document)
        for at in range(0, len(whole), step):
            (tmp_path / "avtal.pdf").write_bytes(whole[:at] + b"/X 7" + whole[at + 4 :])
            read_foreign("gsn/avtal.pdf", tmp_path / "avtal.pdf")
