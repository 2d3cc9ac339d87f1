"""Foreign pages in a packet: where they lie, that nothing of them is lost, and what the packet then claims."""

from __future__ import annotations

import io
import subprocess
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import typst
from kallelse.foreign.flat import flat_pdf
from kallelse.foreign.forms import page_form
from kallelse.model.foreign import ForeignPage
from kallelse.model.meeting import Case, Document, Meeting
from kallelse.model.pages import Packet, PageRange
from kallelse.read.made import read_made
from kallelse.read.pictures import read_picture
from kallelse.read.sources import read_sources
from kallelse.typeset.foreign import laying_of
from PIL import Image, ImageChops, ImageStat

from tests import foreign, layers, office
from tests.folders import written
from tests.foreign import attached, saved
from tests.typeset.build import DAY, FOLDER, agenda, case, committee, letter, meeting, p
from tests.typeset.packets import cases, packet_of
from tests.typeset.spots import letters

CASE = case("01-a", "Avtal").path


def one_case(*documents: Document) -> Case:
    return case("01-a", "Avtal", letter("01-a", "Avtal", p("Text.")), *documents)


def of(*cases: Case) -> Meeting:
    return meeting(*agenda(*cases))


def rendered(data: bytes, page: int, scale: float) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        picture: Image.Image = document[page - 1].render(scale=scale, may_draw_forms=True).to_pil()
        return picture.convert("L")
    finally:
        document.close()


def turned(document: pikepdf.Pdf) -> pikepdf.Pdf:
    document.pages[0].obj.Rotate = 90
    return document


def above(document: pikepdf.Pdf, rotate: int) -> pikepdf.Pdf:
    document.Root.Pages.Rotate = rotate
    return document


SHAPES: dict[str, Callable[[], pikepdf.Pdf]] = {
    "plain": lambda: foreign.pdf("Ett avtal", "Sida två"),
    "turned": lambda: foreign.pdf("Vriden", rotate=90),
    "turned-back": lambda: foreign.pdf("Vriden", rotate=-90),
    "turned-round": lambda: foreign.pdf("Vriden", rotate=450),
    "turned-above": lambda: above(foreign.pdf("Vriden"), 270),
    "upside-down": lambda: foreign.pdf("Vänd", rotate=180),
    "a3": lambda: foreign.pdf("Karta", size=foreign.A3_LYING),
    "a0": lambda: foreign.pdf("Plan", size=(2384, 3370)),
    "small": lambda: foreign.pdf("Kvitto", size=(200, 400)),
    "letter": lambda: foreign.pdf("Brev", size=(612, 792)),
    "moved": lambda: foreign.pdf("Flyttad", origin=(-300, 1000)),
    "cropped": lambda: foreign.pdf("Beskuren", crop=(100, 200, 500, 700)),
    "cropped-turned": lambda: foreign.pdf("Beskuren", crop=(100, 200, 500, 700), rotate=90),
    "cropped-beyond": lambda: foreign.pdf("Beskuren", crop=(-500, -500, 1500, 1500)),
    "cropped-half-beyond": lambda: foreign.pdf("Beskuren", crop=(100, 300, 900, 600)),
    "cropped-beyond-turned": lambda: foreign.pdf("Beskuren", crop=(900, 600, 100, 300), rotate=90),
    "cropped-to-nothing": lambda: foreign.pdf("Beskuren", crop=(0, 0, 0, 0)),
    "unit": lambda: foreign.pdf("Enhet", unit=2.0),
    "stamped": lambda: foreign.stamped("Avtal", "INKOM 2022"),
    "filled": lambda: foreign.filled("Blankett", "Ifyllt namn"),
    "scan": lambda: foreign.pdf(""),
    "drawn-twice": lambda: foreign.drawn_twice("Egen form"),
    "continued": lambda: foreign.continued("Delad", zlib.compress(b"0 0 1 rg 100 600 200 100 re f")),
    "covered": lambda: foreign.bare("Square", C=pikepdf.Array([1, 0, 0]), IC=pikepdf.Array([0, 0, 0])),
    "covered-turned": lambda: turned(foreign.bare("Square", IC=pikepdf.Array([0, 0, 0]))),
    "marked": lambda: foreign.bare("Highlight", C=pikepdf.Array([0.6, 0.6, 1])),
    "layered": lambda: foreign.layered("Plan", "INTERN"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_looks_in_its_frame_as_it_looks_alone(root: Path, shape: str) -> None:
    data = saved(SHAPES[shape]())
    document = attached(root, shape, data)
    assert document.foreign is not None
    packet = packet_of(of(one_case(document)), root)
    pages = packet.pages.documents[document.path]
    assert len(pages) == len(document.foreign.pages)
    for index, page in enumerate(document.foreign.pages):
        laying = laying_of(page)
        assert laying.frame_height <= laying.height * 0.921
        whole = rendered(packet.pdf, pages.first + index, 1.0)
        right, lower = laying.x + laying.frame_width, laying.y + laying.frame_height
        inside = whole.crop((round(laying.x), round(laying.y), round(right), round(lower)))
        alone = rendered(data, index + 1, 1.0).resize(inside.size, Image.Resampling.LANCZOS)
        # The frame itself is a hairline on the edge.
        edge = (3, 3, inside.width - 3, inside.height - 3)
        difference = ImageChops.difference(inside.crop(edge), alone.crop(edge))
        ink = ImageStat.Stat(ImageChops.invert(alone)).mean[0]
        assert ink > 2, "the page has something to show"
        # A picture moved by its own width would differ by twice its ink.
        assert ImageStat.Stat(difference).mean[0] < ink * 0.25, shape


@pytest.mark.parametrize(
    ("size", "paper", "flipped", "scale"),
    [
        ((595.276, 841.89), "a4", False, 0.92),
        ((841.89, 595.276), "a4", True, 0.92),
        ((842, 842), "a3", False, 0.92),
        ((100, 60), "a4", True, 0.92),
        # A little wider or higher than A4.
        ((612, 792), "a4", False, 0.92 * 595.276 / 612),
        ((590, 880), "a4", False, 0.92 * 841.89 / 880),
        ((590, 900), "a3", False, 0.92),
        ((630, 800), "a3", False, 0.92),
        # Larger than A3 in one way or in both.
        ((60, 1500), "a3", False, 0.92 * 1190.551 / 1500),
        ((3000, 100), "a3", True, 0.92 * 1190.551 / 3000),
        ((2384, 3370), "a3", False, 0.92 * 841.89 / 2384),
    ],
)
def test_a_page_of_any_size_lies_within_its_paper(
    size: tuple[float, float], paper: str, flipped: bool, scale: float
) -> None:
    laying = laying_of(ForeignPage(*size))
    assert (laying.paper, laying.flipped) == (paper, flipped)
    assert laying.scale == pytest.approx(scale, abs=0.001)
    assert (laying.frame_width, laying.frame_height) == pytest.approx([side * laying.scale for side in size])
    assert laying.y + laying.frame_height < laying.height
    assert laying.x >= 0


@pytest.mark.parametrize("shape", SHAPES)
def test_a_form_says_of_its_page_what_qpdf_says(tmp_path: Path, shape: str) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(saved(SHAPES[shape]()))
    of_the_bytes = {"/Length", "/Filter", "/DecodeParms"}
    with flat_pdf(file, names_files=True) as document, pikepdf.new() as into:
        for page in document.pages:
            told = page.as_form_xobject()
            form = page_form(page, into, set())
            names = {name for name in told.stream_dict.keys() - of_the_bytes if told.stream_dict[name] is not None}
            assert form.stream_dict.keys() - of_the_bytes == names
            for name in names - {"/Resources"}:
                assert form.stream_dict[name].unparse(resolved=True) == told.stream_dict[name].unparse(resolved=True)
            assert form.stream_dict.Resources.keys() == told.stream_dict.Resources.keys()
            assert form.read_bytes().strip() == told.read_bytes().strip()


def test_names_that_are_no_text_are_taken_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(saved(foreign.pdf("Avtal")).replace(b"/Font <<", b"/Bl#e5 1 /Font <<"))
    with flat_pdf(file, names_files=True) as document, pikepdf.new() as into:
        assert b"/Bl#e5" in page_form(document.pages[0], into, set()).stream_dict.Resources.unparse()


def test_each_page_is_counted_stamped_and_keeps_its_words(root: Path) -> None:
    first = attached(root, "avtal", saved(foreign.pdf("Parterna är överens", "Underskrifter")))
    second = attached(root, "karta", saved(foreign.pdf("Hus A", size=foreign.A3_LYING)), 2)
    packet = packet_of(of(one_case(first, second), case("02-b", "Efter", letter("02-b", "Efter", p("Slut.")))), root)
    assert packet.pages.documents[first.path] == PageRange(3, 4)
    assert packet.pages.documents[second.path] == PageRange(5, 5)
    assert cases(packet)[CASE] == PageRange(2, 5)
    assert packet.pages.total == 6
    text = " ".join(packet.texts[3].split())
    assert "Ärende 1 · Bilaga 1" in text
    assert "Återges i 92 % storlek, sida 2 av 2" in text
    assert "Gemensamma servicenämnden · Kallelse 26 september 2022" in text
    assert "Sida 4 av 6" in text
    assert "Underskrifter" in text
    assert [(each.page, each.block, each.word) for each in packet.pages.starts if each.path == first.path] == [
        (3, 0, "Parterna"),
        (4, 1, "Underskrifter"),
    ]


@pytest.mark.parametrize("size", [foreign.A4, foreign.A3_LYING])
def test_the_stamp_of_a_committee_with_a_long_name_stays_above_the_frame(root: Path, size: tuple[float, float]) -> None:
    document = attached(root, "avtal", saved(foreign.pdf("Parterna", size=size)))
    name = "Gemensamma nämnden för räddningstjänst, samhällsskydd och krisberedskap i norra länsdelens kommuner"
    packet = packet_of(of(one_case(document)), root, committee(name=name))
    assert document.foreign is not None
    (frame,) = [laying_of(page) for page in document.foreign.pages]
    _, _, spots = letters(packet.pdf)
    stamp = [spot for spot in spots if spot.top < frame.y]
    assert name.replace(" ", "") in "".join(spot.letter for spot in stamp)
    assert max(spot.bottom for spot in stamp) < frame.y
    assert len({spot.letter for spot in spots if frame.y - 2 <= spot.top < frame.y + 20}) == 0


def test_a_case_of_foreign_pages_alone_opens_with_them(root: Path) -> None:
    document = attached(root, "avtal", saved(foreign.pdf("Ett")))
    packet = packet_of(of(case("01-a", "Avtal", document)), root)
    assert cases(packet)[CASE] == PageRange(2, 2)
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf, pdf.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert ("1 Avtal", ["Bilaga 1 Avtal"]) in titles


def test_the_documents_own_bookmarks_stand_below_it(root: Path) -> None:
    document = attached(root, "avtal", saved(foreign.bookmarked(["Del", "Kapitel", "Bilagor"])))
    packet = packet_of(of(one_case(document)), root)
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf, pdf.open_outline() as outline:
        (found,) = [item for opened in outline.root for item in opened.children if item.title == "Bilaga 1 Avtal"]
        (part,) = found.children
        assert (part.title, [item.title for item in part.children]) == ("Del", ["Kapitel", "Bilagor"])


def test_foreign_pages_give_the_same_bytes_each_time_and_are_sound(root: Path, tmp_path: Path) -> None:
    documents = [attached(root, shape, saved(SHAPES[shape]()), n) for n, shape in enumerate(SHAPES, start=1)]
    one, two = (packet_of(of(one_case(*documents)), root).pdf for _ in range(2))
    assert one == two
    (tmp_path / "kallelse.pdf").write_bytes(one)
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "kallelse.pdf")], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


def made(kind: str, size: tuple[int, int], turned: int = 1) -> bytes:
    """A picture that is red to the left and blue to the right; `turned` is its orientation by Exif."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    exif = picture.getexif()
    exif[0x0112] = turned
    file = io.BytesIO()
    picture.save(file, kind, exif=exif)
    return file.getvalue()


_DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="200" height="200" fill="red"/>'
    b'<rect x="200" width="200" height="200" fill="blue"/></svg>'
)


@pytest.mark.parametrize(
    ("name", "content", "shape"),
    [
        ("bild.png", made("PNG", (400, 200)), (300, 150)),
        ("stor.jpg", made("JPEG", (4000, 2000)), (842, 421)),
        ("bild.svg", _DRAWING, (300, 150)),
    ],
)
def test_a_picture_is_a_page_of_its_own(
    root: Path,
    tmp_path: Path,
    name: str,
    content: bytes,
    shape: tuple[int, int],
    verapdf: Callable[[Sequence[Path]], Sequence[Any]],
) -> None:
    path = f"gsn/2022-09-26/01-a/{name}"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    found = read_picture(path, root / path, "En karta")
    assert found is not None
    (page,) = found.pages
    assert (round(page.width), round(page.height)) == shape
    document = Document(path, "x.html", "Karta", 1, foreign=found)
    packet = packet_of(of(one_case(document)), root)
    assert packet.pages.documents[path] == PageRange(3, 3)
    assert "Bild" in packet.texts[2]
    laying = laying_of(page)
    pdf = pypdfium2.PdfDocument(packet.pdf)
    seen: Image.Image = pdf[2].render(scale=1).to_pil().convert("RGB")
    middle = round(laying.y + laying.frame_height / 2)
    left, right = (seen.getpixel((round(laying.x + laying.frame_width * part), middle)) for part in (0.25, 0.75))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert (left[0] > 200, left[2] < 60, right[0] < 60, right[2] > 200) == (True, True, True, True)
    (tmp_path / "kallelse.pdf").write_bytes(packet.pdf)
    assert [str(verdict) for verdict in verapdf([tmp_path / "kallelse.pdf"]) if not verdict.passed] == []


def test_a_photograph_is_as_large_as_it_is_seen_turned(root: Path) -> None:
    (root / "turned.jpg").write_bytes(made("JPEG", (400, 200), turned=6))
    found = read_picture("turned.jpg", root / "turned.jpg", "x")
    assert found is not None
    assert (round(found.pages[0].width), round(found.pages[0].height)) == (200, 400)


@pytest.mark.parametrize(
    "document",
    [
        lambda: foreign.layered("Plan", "INTERN"),
        lambda: layers.placed("annotation"),
        lambda: layers.placed("within an appearance"),
        lambda: layers.placed("pattern"),
    ],
)
def test_what_a_document_hides_is_nowhere_in_the_packet(root: Path, document: Callable[[], pikepdf.Pdf]) -> None:
    packet = packet_of(of(one_case(attached(root, "plan", saved(document())))), root)
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream) and _is_text(each)]
    assert any(b"(Plan)" in each for each in streams)
    assert not any(b"INTERN" in each for each in streams)


def _is_text(stream: pikepdf.Stream) -> bool:
    return stream.get("/Subtype") in (None, pikepdf.Name.Form) and "/Length1" not in stream


def test_links_of_a_foreign_page_are_alive_where_they_are_seen(root: Path) -> None:
    document = attached(root, "lankar", saved(foreign.linked("https://norrsala.example/", 2, 1)))
    packet = packet_of(of(one_case(document)), root)
    assert document.foreign is not None
    laying = laying_of(document.foreign.pages[0])
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        page = pdf.pages[2]
        web, inner, back = (each for each in page.Annots if each.Subtype == "/Link")
        assert str(web.A.URI) == "https://norrsala.example/"
        assert inner.Dest[0].objgen == pdf.pages[3].obj.objgen
        assert back.Dest[0].objgen == page.obj.objgen
        left, low, right, high = (float(side) for side in web.Rect)
    assert left == pytest.approx(laying.x + 100 * laying.scale, abs=0.1)
    assert right - left == pytest.approx(100 * laying.scale, abs=0.1)
    assert laying.height - high == pytest.approx(laying.y + (842 - 620) * laying.scale, abs=0.1)
    assert high - low == pytest.approx(20 * laying.scale, abs=0.1)


def claims(packet: Packet) -> set[str]:
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf, pdf.open_metadata() as metadata:
        return {name for name in ("pdfaid:part", "pdfuaid:part") if name in metadata}


def archival(text: str) -> bytes:
    source = f'#set document(date: datetime(year: 2022, month: 1, day: 1))\n#set text(lang: "sv")\n= {text}\n#link("https://norrsala.example/")[Ord.]'
    made = typst.compile(source.encode(), format="pdf", pdf_standards=["a-2a"], timestamp=0)
    assert isinstance(made, bytes)
    return made


def test_a_packet_claims_to_be_archival_while_all_in_it_does(
    root: Path, tmp_path: Path, verapdf: Callable[[Sequence[Path]], Sequence[Any]]
) -> None:
    good = attached(root, "arkiv", archival("Arkiv"))
    kept = packet_of(of(one_case(good)), root)
    assert claims(kept) == {"pdfaid:part", "pdfuaid:part"}
    assert kept.standards == ("PDF/A-3a", "PDF/UA-1")
    (tmp_path / "kallelse.pdf").write_bytes(kept.pdf)
    assert [str(verdict) for verdict in verapdf([tmp_path / "kallelse.pdf"]) if not verdict.passed] == []


def test_a_packet_with_one_document_that_is_not_archival_claims_nothing(root: Path) -> None:
    good = attached(root, "arkiv", archival("Arkiv"))
    other = attached(root, "avtal", saved(foreign.pdf("Utan typsnitt")), 2)
    mixed = packet_of(of(one_case(good, other)), root)
    assert (claims(mixed), mixed.standards) == (set(), ())


def test_of_a_packet_that_claims_nothing_no_part_of_a_claim_is_left_and_no_day_of_its_making(root: Path) -> None:
    mixed = packet_of(of(one_case(attached(root, "plain", saved(foreign.pdf("Ett avtal"))))), root)
    with pikepdf.open(io.BytesIO(mixed.pdf)) as pdf, pdf.open_metadata() as metadata:
        named = {name.rpartition("}")[2] for name in metadata}
    assert named.isdisjoint({"part", "conformance", "rev", "MetadataDate"})


def test_an_office_file_is_pages_of_the_packet_and_leaves_it_archival(
    root: Path,
    tmp_path: Path,
    program: Callable[[str], Path],
    verapdf: Callable[[Sequence[Path]], Sequence[Any]],
) -> None:
    program("soffice")
    path = f"{FOLDER}/{DAY}/01-a/rapport.docx"
    written(root, {path: office.docx("Rapporten om nätet")})
    found, findings = read_made(path, read_sources(root)[0])
    assert (found is not None, findings) == (True, ())
    packet = packet_of(of(one_case(Document(path, "x.html", "Rapport", 1, foreign=found))), root)
    assert "Rapporten om nätet" in packet.texts[2]
    assert packet.standards == ("PDF/A-3a", "PDF/UA-1")
    (tmp_path / "kallelse.pdf").write_bytes(packet.pdf)
    assert [str(verdict) for verdict in verapdf([tmp_path / "kallelse.pdf"]) if not verdict.passed] == []


def test_a_page_without_text_does_not_say_that_its_text_is_elsewhere(root: Path) -> None:
    scanned = foreign.attached(root, "skannad", foreign.saved(foreign.pdf("Ett avtal", "")), 1)
    packet = packet_of(of(one_case(scanned)), root)
    with pikepdf.open(io.BytesIO(packet.pdf)) as document:
        said = [str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    (first,) = [each for each in said if "sida 1 av 2" in each]
    (second,) = [each for each in said if "sida 2 av 2" in each]
    assert first.endswith("sida 1 av 2. Texten står på webbplatsen, på bilagans sida.")
    assert second.endswith("sida 2 av 2. Sidan har ingen text. Den är en bild eller inskannad.")
