from __future__ import annotations

import io
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from kallelse.foreign.flat import flat_pdf
from kallelse.locale.findings import wrong
from kallelse.model.finding import Severity
from kallelse.model.foreign import Foreign, ForeignBookmark
from kallelse.read import foreign as reading
from kallelse.read.faded import faded_pages
from kallelse.read.foreign import read_foreign
from pikepdf import Array, Dictionary, Name, String

from tests import foreign
from tests.foreign import saved


def read(folder: Path, data: bytes) -> tuple[Foreign | None, list[str]]:
    file = folder / "avtal.pdf"
    file.write_bytes(data)
    found, findings = read_foreign("gsn/avtal.pdf", file)
    assert all(each.place.path == "gsn/avtal.pdf" and "avtal.pdf" in wrong(each, "sv") for each in findings)
    return found, [each.code for each in findings]


def sizes(found: Foreign | None) -> list[tuple[int, int]]:
    assert found is not None
    return [(round(page.width), round(page.height)) for page in found.pages]


def texts(found: Foreign | None) -> list[str]:
    assert found is not None
    return [page.text for page in found.pages]


@pytest.mark.parametrize(
    ("rotate", "size"),
    [(0, (595, 842)), (90, (842, 595)), (180, (595, 842)), (-90, (842, 595)), (450, (842, 595)), (45, (595, 842))],
)
def test_a_page_is_as_large_as_it_is_seen_turned(tmp_path: Path, rotate: int, size: tuple[int, int]) -> None:
    found, codes = read(tmp_path, saved(foreign.pdf("Ett", "Två", rotate=rotate)))
    assert (sizes(found), texts(found), codes) == ([size, size], ["Ett", "Två"], [])


def test_a_page_is_as_large_as_it_is_seen_cropped_moved_or_in_another_unit(tmp_path: Path) -> None:
    assert sizes(read(tmp_path, saved(foreign.pdf("x", crop=(100, 100, 500, 700))))[0]) == [(400, 600)]
    assert sizes(read(tmp_path, saved(foreign.pdf("x", origin=(-300, 1000))))[0]) == [(595, 842)]
    assert sizes(read(tmp_path, saved(foreign.pdf("x", unit=2.0)))[0]) == [(1190, 1684)]
    assert sizes(read(tmp_path, saved(foreign.pdf("x", size=foreign.A3_LYING)))[0]) == [(1191, 842)]


@pytest.mark.parametrize("crop", [(-500, -500, 1500, 1500), (1500, 1500, -500, -500), (0, 0, 0, 0)])
def test_a_page_is_no_larger_than_its_paper(tmp_path: Path, crop: tuple[float, float, float, float]) -> None:
    assert sizes(read(tmp_path, saved(foreign.pdf("x", crop=crop)))[0]) == [(595, 842)]
    assert sizes(read(tmp_path, saved(foreign.pdf("x", crop=(100, 300, 900, 600))))[0]) == [(495, 300)]


@pytest.mark.parametrize(
    ("rotate", "size"),
    [
        (Decimal("90.0"), (842, 595)),
        (Decimal("-90.0"), (842, 595)),
        (Decimal("90.5"), (595, 842)),
        (Name.X, (595, 842)),
    ],
)
@pytest.mark.parametrize("indirect", [True, False])
def test_a_rotation_is_any_number_that_is_a_quarter_turn(
    tmp_path: Path, rotate: Any, size: tuple[int, int], *, indirect: bool
) -> None:
    document = foreign.pdf("Ett")
    document.pages[0].obj.Rotate = document.make_indirect(rotate) if indirect else rotate
    assert sizes(read(tmp_path, saved(document))[0]) == [size]


def test_a_rotation_may_stand_above_the_pages(tmp_path: Path) -> None:
    document = foreign.pdf("Ett", "Två")
    document.Root.Pages.Rotate = -90
    assert sizes(read(tmp_path, saved(document))[0]) == [(842, 595), (842, 595)]


def test_stamps_and_filled_fields_are_text_of_the_page_and_what_is_hidden_is_not(tmp_path: Path) -> None:
    assert texts(read(tmp_path, saved(foreign.stamped("Avtal", "INKOM")))[0]) == ["Avtal\nINKOM"]
    assert texts(read(tmp_path, saved(foreign.filled("Blankett", "Ifyllt")))[0]) == ["Blankett\nIfyllt"]
    assert texts(read(tmp_path, saved(foreign.stamped("Avtal", "DOLT", flags=2)))[0]) == ["Avtal"]


def test_what_a_hidden_layer_holds_is_no_text_of_the_page(tmp_path: Path) -> None:
    assert texts(read(tmp_path, saved(foreign.layered("Plan", "INTERN")))[0]) == ["Plan"]


def test_bookmarks_keep_their_nesting(tmp_path: Path) -> None:
    found, _ = read(tmp_path, saved(foreign.bookmarked(["Del", "A", "B"])))
    assert found is not None
    assert found.bookmarks == (ForeignBookmark("Del", 1), ForeignBookmark("A", 2, 1), ForeignBookmark("B", 3, 1))


def test_destinations_may_have_names(tmp_path: Path) -> None:
    found, _ = read(tmp_path, saved(foreign.named("Ett", "Två", "Tre")))
    assert found is not None
    assert [(each.title, each.page) for each in found.bookmarks] == [("Ett", 1), ("Två", 2), ("Tre", 3)]
    assert [link.page for link in found.pages[0].links] == [3]


def test_pages_without_text_are_told_by_number(tmp_path: Path) -> None:
    found, codes = read(tmp_path, saved(foreign.pdf("", "Text", "")))
    assert (texts(found), codes) == (["", "Text", ""], ["foreign-no-text"])
    _, findings = read_foreign("gsn/avtal.pdf", tmp_path / "avtal.pdf")
    assert findings[0].words["pages"] == "1, 3"


def test_a_password_to_open_stops_and_one_to_change_does_not(tmp_path: Path) -> None:
    locked = pikepdf.Encryption(owner="a", user="b")
    assert read(tmp_path, saved(foreign.pdf("x"), encryption=locked)) == (None, ["foreign-locked"])
    owned = pikepdf.Encryption(owner="a", user="")
    assert texts(read(tmp_path, saved(foreign.pdf("x"), encryption=owned))[0]) == ["x"]


def test_what_can_be_repaired_is_shown_and_told(tmp_path: Path) -> None:
    found, codes = read(tmp_path, foreign.damaged(saved(foreign.pdf("Lagad"))))
    assert (texts(found), codes) == (["Lagad"], ["foreign-repaired"])


_PACKED = zlib.compress(b"0 g 100 600 200 100 re f " * 200)


@pytest.mark.parametrize(
    ("data", "packed"),
    [
        (b"\x78\x9cgarbage", Name.FlateDecode),
        (b"abc", Name.FooDecode),
        (b"abc", Name.DCTDecode),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_a_page_whose_content_cannot_be_read_is_told(
    tmp_path: Path, data: bytes, packed: pikepdf.Name, *, alone: bool
) -> None:
    document = foreign.continued("Avtal", data, packed)
    if alone:
        document.pages[0].obj.Contents = document.pages[0].obj.Contents[1]
    assert read(tmp_path, saved(document, compress_streams=False)) == (None, ["foreign-broken"])


@pytest.mark.parametrize("kept", [9, -10, -1])
def test_content_that_is_cut_off_is_shown_as_far_as_it_goes_and_told(tmp_path: Path, kept: int) -> None:
    found, codes = read(tmp_path, saved(foreign.continued("Avtal", _PACKED[:kept]), compress_streams=False))
    assert (texts(found), codes) == (["Avtal"], ["foreign-repaired"])


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 5000])
def test_what_is_no_pdf_is_told(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == (None, ["foreign-broken"])


def test_a_pdf_without_pages_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, saved(foreign.pdf())) == (None, ["foreign-empty"])


@pytest.mark.parametrize("step", [97, 211])
def test_no_damage_makes_the_reader_raise(tmp_path: Path, step: int) -> None:
    whole = saved(foreign.bookmarked(["Del", "A", "B"]))
    for at in range(0, len(whole), step):
        read(tmp_path, whole[:at])
        read(tmp_path, whole[:at] + b"\xff\x00(" + whole[at + 3 :])


def test_a_repaired_page_that_lost_what_is_seen_of_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = foreign.damaged(saved(foreign.pdf("Lagad")))
    assert read(tmp_path, data)[1] == ["foreign-repaired"]
    # As where the program that repairs finds other objects than those that show a file.
    empty = pikepdf.new()
    empty.add_blank_page(page_size=(595, 842))
    blank = saved(empty)
    monkeypatch.setattr(reading, "faded_pages", lambda file, _: faded_pages(file, blank))
    assert read(tmp_path, data)[1] == ["foreign-repaired", "foreign-faded"]


def test_a_link_to_another_file_is_no_link_of_the_page(tmp_path: Path) -> None:
    action = Dictionary(S=Name.GoToR, F=String("annan.pdf"), D=Array([0, Name.Fit]))
    found, codes = read(tmp_path, saved(foreign.linked_action(foreign.pdf("Avtal"), action)))
    assert found is not None
    assert (found.pages[0].links, codes) == ((), [])


def test_what_a_file_carries_besides_its_pages_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, saved(foreign.layered("Plan", "Intern")))[1] == ["foreign-layers"]
    assert read(tmp_path, saved(foreign.commented("Avtal", "Stämmer det här?")))[1] == ["foreign-notes"]
    assert read(tmp_path, saved(foreign.carrying("Avtal", "kalkyl.xlsx")))[1] == ["foreign-inside"]
    _, findings = read_foreign("gsn/avtal.pdf", tmp_path / "avtal.pdf")
    assert findings[0].words["inside"] == "kalkyl.xlsx"


def test_files_inside_are_found_wherever_they_hang(tmp_path: Path) -> None:
    pin = foreign.noted("Avtal", "FileAttachment")
    pin.pages[0].obj.Annots[0].FS = foreign.file_within(pin, "nål.txt")
    of_root, of_page, loose = (foreign.pdf("Avtal") for _ in range(3))
    of_root.Root.AF = Array([foreign.file_within(of_root, "rot.txt")])
    of_page.pages[0].obj.AF = Array([foreign.file_within(of_page, "sida.txt")])
    loose.Root.PieceInfo = Dictionary(X=Dictionary(Y=Array([foreign.file_within(loose, "lös.txt")])))
    for document, name in ((pin, "nål.txt"), (of_root, "rot.txt"), (of_page, "sida.txt"), (loose, "lös.txt")):
        assert read(tmp_path, saved(document))[1] == ["foreign-inside"]
        _, findings = read_foreign("gsn/avtal.pdf", tmp_path / "avtal.pdf")
        assert findings[0].words["inside"] == name


@pytest.mark.parametrize("kind", ["opening", "closing", "named", "page", "next", "program", "link", "address"])
def test_what_acts_in_a_file_is_a_remark(tmp_path: Path, kind: str) -> None:
    assert read(tmp_path, saved(foreign.acting("Avtal", kind)))[1] == ["foreign-acts"]


def test_a_file_that_opens_at_a_page_does_not_act(tmp_path: Path) -> None:
    document = foreign.pdf("Ett", "Två")
    document.Root.OpenAction = Array([document.pages[1].obj, Name.Fit])
    assert read(tmp_path, saved(document))[1] == []


@pytest.mark.parametrize(
    "kind", ["Square", "Circle", "Line", "Polygon", "PolyLine", "Stamp", "Popup", "Caret", "FreeText", "Text"]
)
def test_whatever_somebody_wrote_over_a_page_is_told(tmp_path: Path, kind: str) -> None:
    assert read(tmp_path, saved(foreign.noted("Avtal", kind, "Hm")))[1] == ["foreign-notes"]


@pytest.mark.parametrize("kind", ["Square", "Stamp", "Popup"])
def test_what_nobody_wrote_in_is_no_comment(tmp_path: Path, kind: str) -> None:
    assert read(tmp_path, saved(foreign.noted("Avtal", kind, " ")))[1] == []
    assert read(tmp_path, saved(foreign.linked("https://a.example/")))[1] == []


def test_a_redaction_that_is_not_applied_is_an_error(tmp_path: Path) -> None:
    document = foreign.noted("Avtal", "Redact", "Namnet")
    assert read(tmp_path, saved(document))[1] == ["foreign-redact"]
    _, findings = read_foreign("gsn/avtal.pdf", tmp_path / "avtal.pdf")
    assert [(each.severity, each.words["pages"]) for each in findings] == [(Severity.ERROR, "1")]


@pytest.mark.parametrize("box", [[0, 0, 0, 0], [0, 0, 1e9, 1e9], [0, 0, 14_401, 842], [0, 0, 2, 842]])
def test_a_page_has_a_size_that_a_page_may_have(tmp_path: Path, box: list[float]) -> None:
    document = foreign.pdf("Ett", "Två")
    document.pages[1].obj.MediaBox = Array(box)
    found, codes = read(tmp_path, saved(document))
    assert (found, codes[-1]) == (None, "foreign-size")
    _, findings = read_foreign("gsn/avtal.pdf", tmp_path / "avtal.pdf")
    assert findings[-1].words["pages"] == "2"


@pytest.mark.parametrize(("unit", "side"), [(75.0, 14_000), (200.0, 595), (0.004, 595)])
def test_a_page_is_not_larger_or_smaller_than_can_be_shown(tmp_path: Path, unit: float, side: float) -> None:
    document = foreign.pdf("x", size=(side, side), unit=unit)
    assert read(tmp_path, saved(document)) == (None, ["foreign-size"])


def test_a_page_of_which_nothing_is_seen_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, saved(foreign.pdf("x", crop=(1000, 1000, 2000, 2000)))) == (None, ["foreign-size"])


def test_groups_of_layers_that_are_none_hide_nothing(tmp_path: Path) -> None:
    document = foreign.pdf("Plan")
    page = document.pages[0].obj
    document.Root.OCProperties = Dictionary(
        OCGs=Array([1, Name.X, page.Contents]), D=Dictionary(OFF=Array([1, page.Contents]), BaseState=Name.OFF)
    )
    found, codes = read(tmp_path, saved(document))
    assert (texts(found), codes) == (["Plan"], [])


@pytest.mark.parametrize("written", ["<x:xmpmeta broken", '<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>', "<a/>"])
def test_metadata_that_are_none_claim_nothing_and_are_not_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, written: str
) -> None:
    document = foreign.stamped("Avtal", "INKOM")
    document.Root.Metadata = document.make_stream(written.encode(), Type=Name.Metadata, Subtype=Name.XML)
    data = saved(document, fix_metadata_version=False)
    caplog.clear()
    found, codes = read(tmp_path, data)
    assert found is not None
    assert (found.archival, codes, caplog.text, capfd.readouterr()) == (False, [], "", ("", ""))


@pytest.mark.parametrize("claim", ['<r pdfaid:part="3"/>', "<r><pdfaid:part>3</pdfaid:part></r>"])
def test_a_claim_to_be_archival_is_an_attribute_or_an_element(tmp_path: Path, claim: str) -> None:
    document = foreign.pdf("Avtal")
    written = f'<?xpacket begin=""?><x xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">{claim}</x>'
    document.Root.Metadata = document.make_stream(written.encode(), Type=Name.Metadata, Subtype=Name.XML)
    found, _ = read(tmp_path, saved(document, fix_metadata_version=False))
    assert found is not None
    assert found.archival


@pytest.mark.parametrize(
    ("conformance", "font", "expected"),
    [
        ("B", Dictionary(Subtype=Name.TrueType, Encoding=Name.WinAnsiEncoding), True),
        ("B", Dictionary(Subtype=Name.TrueType), False),
        ("b", Dictionary(Subtype=Name.Type3, Encoding=Dictionary(Differences=Array([97, Name.square]))), False),
        ("B", Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H")), False),
        ("B", Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H"), ToUnicode=Name.X), True),
        ("U", Dictionary(Subtype=Name.TrueType), True),
        ("A", Dictionary(Subtype=Name.TrueType), True),
    ],
)
def test_what_does_not_tell_its_letters_is_not_archival_here(
    tmp_path: Path, conformance: str, font: pikepdf.Object, expected: bool
) -> None:
    """A packet says that all of it can be read aloud, which level B does not ask for."""
    document = foreign.pdf("Avtal")
    font.Type = Name.Font
    document.pages[0].obj.Resources.Font = Dictionary(F=document.make_indirect(font))
    document.pages[0].obj.Contents = document.make_stream(b"")
    said = f'<r pdfaid:part="2" pdfaid:conformance="{conformance}"/>'
    written = f'<x xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">{said}</x>'
    document.Root.Metadata = document.make_stream(written.encode(), Type=Name.Metadata, Subtype=Name.XML)
    found, _ = read(tmp_path, saved(document, fix_metadata_version=False))
    assert found is not None
    assert found.archival is expected


def test_what_takes_its_bytes_from_another_file_is_told(tmp_path: Path) -> None:
    document = foreign.pdf("Avtal")
    picture = document.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    picture.stream_dict["/F"] = Dictionary(FS=Name.URL, F=String("http://127.0.0.1/a.png"))
    document.pages[0].obj.Resources.XObject = Dictionary(P=picture)
    _, codes = read(tmp_path, saved(document))
    assert "foreign-elsewhere" in codes


def test_nothing_that_a_packet_takes_over_names_a_file(tmp_path: Path) -> None:
    document = foreign.pdf("Avtal")
    beside = Dictionary(Type=Name.Filespec, F=String("annat.pdf"))
    shown = foreign.form(document, "Bild", 99, 99)
    for name in ("/AF", "/OPI", "/Ref", "/PieceInfo", "/Alternates"):
        shown.stream_dict[name] = document.make_indirect(Dictionary(X=beside))
    document.pages[0].obj.Resources.XObject = Dictionary(P=shown)
    document.pages[0].obj.AF = Array([beside])
    file = tmp_path / "avtal.pdf"
    file.write_bytes(saved(document))
    with flat_pdf(file, names_files=True) as flat:
        aside = pikepdf.new()
        aside.pages.extend(flat.pages)
        data = io.BytesIO()
        aside.save(data, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"annat.pdf" not in data.getvalue()
    assert b"/Subtype /Form" in data.getvalue()


def test_what_has_to_be_drawn_here_is_not_archival(tmp_path: Path) -> None:
    for document, expected in ((foreign.stamped("Avtal", "INKOM"), True), (foreign.filled("Avtal", "Namn"), False)):
        written = '<x xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><r pdfaid:part="2"/></x>'
        document.Root.Metadata = document.make_stream(written.encode(), Type=Name.Metadata, Subtype=Name.XML)
        found, _ = read(tmp_path, saved(document, fix_metadata_version=False))
        assert found is not None
        assert found.archival is expected
