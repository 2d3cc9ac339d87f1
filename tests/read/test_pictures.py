from __future__ import annotations

import base64
import hashlib
import io
import zlib
from pathlib import Path

import pytest
from kallelse.locale.findings import wrong
from kallelse.read.pictures import picture_digest, picture_findings, read_picture
from PIL import Image

from tests.folders import written

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
)


def codes(folder: Path, name: str, content: bytes) -> list[str]:
    written(folder, {f"gsn/{name}": content})
    found = picture_findings(folder, [f"gsn/{name}"])
    assert all(finding.place.path == f"gsn/{name}" and wrong(finding, "sv") for finding in found)
    return [finding.code for finding in found]


def picture(folder: Path, kind: str, mode: str = "RGB") -> bytes:
    file = folder / "made"
    Image.new(mode, (40, 30), 128 if mode in ("L", "P") else (10, 20, 30)).save(file, kind)
    return file.read_bytes()


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.gif", "GIF")])
def test_a_whole_picture_is_fine_and_a_cut_one_is_told(tmp_path: Path, name: str, kind: str) -> None:
    whole = picture(tmp_path, kind)
    assert codes(tmp_path, name, whole) == []
    assert codes(tmp_path, name, whole[: len(whole) // 2]) == ["image-broken"]
    assert codes(tmp_path, name, b"") == ["image-broken"]


def test_a_drawing_is_the_same_whatever_line_ends_a_checkout_has_given_it(tmp_path: Path) -> None:
    drawn = _SVG.format("\n<g/>\n").encode()
    for name, content in (("a.svg", drawn), ("b.svg", drawn.replace(b"\n", b"\r\n")), ("c.svg", drawn + b" ")):
        (tmp_path / name).write_bytes(content)
    first, other, changed = (read_picture(name, tmp_path / name, "") for name in ("a.svg", "b.svg", "c.svg"))
    assert first is not None
    assert other is not None
    assert changed is not None
    assert first.digest == other.digest == hashlib.sha256(drawn).hexdigest() != changed.digest
    assert picture_digest(tmp_path / "b.svg") == first.digest


def test_a_photograph_for_a_printing_press_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.jpg", picture(tmp_path, "JPEG", "CMYK")) == ["image-press"]


def sized(folder: Path, width: int, height: int, kind: str = "JPEG", dpi: int | None = None, noise: int = 0) -> bytes:
    """A picture of that many points, which says `dpi` of itself, with bytes behind its end."""
    file = folder / "made"
    Image.new("L", (width, height)).save(file, kind, **({} if dpi is None else {"dpi": (dpi, dpi)}))
    return file.read_bytes() + bytes(noise)


@pytest.mark.parametrize(
    ("width", "height", "noise", "expected"),
    [
        (2480, 3508, 4_000_000, []),
        (3508, 2480, 4_000_000, []),
        (9000, 7000, 1_000_000, ["image-large"]),
        (9000, 7000, 0, []),
        (1200, 900, 5_000_000, ["image-large"]),
    ],
)
def test_a_picture_larger_than_print_shows_is_a_remark(
    tmp_path: Path, width: int, height: int, noise: int, expected: list[str]
) -> None:
    assert codes(tmp_path, "a.jpg", sized(tmp_path, width, height, noise=noise)) == expected


@pytest.mark.parametrize(
    ("width", "height", "dpi", "expected"),
    [
        (400, 300, None, ["image-coarse"]),
        (400, 300, 300, []),
        (700, 500, None, []),
        (160, 120, None, []),
        (500, 1200, None, []),
    ],
)
def test_a_picture_too_coarse_for_its_printed_width_is_a_remark(
    tmp_path: Path, width: int, height: int, dpi: int | None, expected: list[str]
) -> None:
    data = sized(tmp_path, width, height, "PNG", dpi)
    assert codes(tmp_path, "a.png", data) == expected
    (tmp_path / "logo.png").write_bytes(data)
    assert picture_findings(tmp_path, ["logo.png"]) == ()


def taken(folder: Path, exif: bytes | Image.Exif = b"", dpi: int = 96) -> tuple[int, int]:
    """The size of a photograph of 96 by 48 points that says this of itself."""
    Image.new("RGB", (96, 48)).save(folder / "a.jpg", "JPEG", exif=exif, dpi=(dpi, dpi))
    found = read_picture("gsn/a.jpg", folder / "a.jpg", "alt")
    assert found is not None
    return round(found.pages[0].width), round(found.pages[0].height)


def test_what_a_photograph_says_wrongly_of_itself_does_not_count(tmp_path: Path) -> None:
    lying = Image.Exif()
    lying[0x0112] = 6
    words = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x05\0\0\0\x1a\0\0\0\0abcd\0"
    assert taken(tmp_path, exif=lying) == (36, 72)
    assert taken(tmp_path, exif=words) == (72, 36)
    assert taken(tmp_path, exif=b"Exif\0\0XX") == (72, 36)
    assert taken(tmp_path, dpi=192) == (36, 18)


def test_a_picture_under_the_ending_of_another_kind_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.png", picture(tmp_path, "JPEG")) == ["image-other-kind"]


def test_a_picture_of_more_points_than_memory_has_is_told_before_it_is_unpacked(tmp_path: Path) -> None:
    head = bytearray(picture(tmp_path, "PNG"))
    head[16:24] = (100_000).to_bytes(4, "big") * 2
    head[29:33] = zlib.crc32(head[12:29]).to_bytes(4, "big")
    assert codes(tmp_path, "a.png", bytes(head)) == ["image-broken"]


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="5" height="5" fill="url(#g)"/>',
        '<text x="1" y="5">Mål – åtgärd</text>',
        '<use href="#a"/><a href="https://norrsala.example/"><rect/></a>',
        '<image href="data:image/png;base64,AA=="/>',
        "<!-- a comment --><style>rect { fill: url(#g) }</style>",
        "<style>text { font-family: 'Källa'; fill: url( '#g' ) }</style>",
        '<a href=" #g "/><a href="mailto:a@b.example"/><image href="data:image/jpeg;base64,AA=="/>',
        '<x:namedview xmlns:x="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" x:path="C:\\a" data-b="C:\\b"/>',
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:li/></r:RDF></metadata>',
    ],
)
def test_a_drawing_of_shapes_and_words_is_fine(tmp_path: Path, inside: str) -> None:
    assert codes(tmp_path, "a.svg", _SVG.format(inside).encode()) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<rect onload="alert(1)"/>',
        '<image href="/etc/passwd"/>',
        '<image xlink:href="https://norrsala.example/a.png"/>',
        '<use href="annan.svg#a"/>',
        '<a href="javascript:alert(1)"/>',
        '<rect fill="url(https://norrsala.example/#a)"/>',
        "<style>@import 'https://norrsala.example/a.css';</style>",
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
        '<a href="java&#9;script:alert(1)"/>',
        '<a xlink:href="java&#10;script:alert(1)"/>',
        '<a href="&#x85;javascript:alert(1)"/>',
        '<a href="vbscript:a"/>',
        '<a href="data:text/html,a"/>',
        '<h:form xmlns:h="http://www.w3.org/1999/xhtml" action="javascript:alert(1)"/>',
        '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://norrsala.example/"/>',
        '<img xmlns="http://www.w3.org/1999/xhtml" src="https://norrsala.example/a.png"/>',
        '<embed xmlns="http://www.w3.org/1999/xhtml" src="https://norrsala.example/"/>',
        '<object xmlns="http://www.w3.org/1999/xhtml" data="https://norrsala.example/"/>',
        '<video xmlns="http://www.w3.org/1999/xhtml" src="https://norrsala.example/"/>',
        '<mi xmlns="http://www.w3.org/1998/Math/MathML" href="javascript:alert(1)"/>',
        '<g xmlns="urn:unknown"/>',
        '<rdf xmlns="http://creativecommons.org/ns#" xlink:href="javascript:alert(1)"/>',
        "<handler/>",
        '<style>@\\69mport "https://norrsala.example/a.css";</style>',
        "<style>rect {{ fill: u\\72l(https://norrsala.example/a) }}</style>",
        "<style>rect {{ fill: url(data:image/svg+xml,a) }}</style>",
        "<style>rect {{ background: image-set('https://norrsala.example/a' 1x) }}</style>",
        "<style>rect {{ background: src('https://norrsala.example/a') }}</style>",
        '<rect style="fill: u\\72l(https://norrsala.example/a)"/>',
        '<rect fill="u\\72l(https://norrsala.example/a)"/>',
        '<rect filter="url(&#34;https://norrsala.example/a#b&#34;)"/>',
        '<use href="data:image/svg+xml,a#x"/>',
        '<use href="data:image/png;base64,AA=="/>',
        '<image href="data:image/svg+xml;base64,AA=="/>',
        '<g xml:base="https://norrsala.example/"/>',
    ],
)
def test_a_drawing_that_acts_or_fetches_is_told(tmp_path: Path, inside: str) -> None:
    assert set(codes(tmp_path, "a.svg", _SVG.format(inside).encode())) == {"image-acts"}


def test_a_style_sheet_outside_the_drawing_is_told(tmp_path: Path) -> None:
    sheet = b'<?xml-stylesheet href="https://norrsala.example/a.css"?>'
    assert codes(tmp_path, "a.svg", sheet + _SVG.format("").encode()) == ["image-acts"]


def test_a_drawing_that_is_none_is_told(tmp_path: Path) -> None:
    grows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">{grows}]>'
    for content in ("<svg", "<html/>", "text", "<svg/>", ""):
        assert codes(tmp_path, "a.svg", content.encode()) == ["image-broken"]
    for opening in (bomb, '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>'):
        content = opening + _SVG.format("<text>&a11;</text>")
        assert codes(tmp_path, "a.svg", content.encode()) == ["image-declares"]


def test_a_drawing_may_name_its_standard(tmp_path: Path) -> None:
    standard = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    opening = f'<?xml version="1.0" encoding="UTF-8"?>{standard}'
    assert codes(tmp_path, "a.svg", (opening + _SVG.format("<g/>")).encode("utf-8-sig")) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "iso-8859-1"])
def test_a_drawing_in_another_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>' + _SVG.format("<text>Mål</text>")
    assert codes(tmp_path, "a.svg", content.encode(encoding)) == ["image-encoding"]


def test_groups_in_groups_beyond_what_programs_read_are_told(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.svg", _SVG.format("<g>" * 200 + "</g>" * 200).encode()) == []
    assert codes(tmp_path, "a.svg", _SVG.format("<g>" * 20_000 + "</g>" * 20_000).encode()) == ["image-deep"]


def _held(width: int, height: int) -> str:
    data = io.BytesIO()
    Image.new("1", (width, height)).save(data, "PNG")
    return f'<image width="5" height="5" href="data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}"/>'


def _doubled(times: int) -> str:
    """Groups of which each draws the one before twice."""
    groups = (f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, times))
    return f'<g id="g0"><rect width="1" height="1"/></g>{"".join(groups)}'


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (_doubled(30), ["image-heavy"]),
        (_doubled(8), []),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', []),
        ('<pattern id="p"><rect fill="url(#p)"/></pattern><rect style="fill: url(#p)"/>', []),
        ("<rect/>" * 20_000, []),
        (f'<g id="a">{"<rect/>" * 2_000}</g>{"<use href=" + chr(34) + "#a" + chr(34) + "/>"}' * 60, ["image-heavy"]),
        ('<filter id="f"><feTurbulence numOctaves="100000"/></filter>', ["image-heavy"]),
        ('<filter id="f"><feMorphology radius="0.1 40"/></filter>', ["image-heavy"]),
        ('<filter id="f"><feConvolveMatrix order="99"/></filter>', ["image-heavy"]),
        ('<filter id="f"><feTurbulence numOctaves="3"/><feMorphology radius="0.1"/></filter>', []),
        ('<filter id="f"><feGaussianBlur stdDeviation="800"/></filter>', []),
        (_held(20_000, 20_000), ["image-heavy"]),
        (_held(2_000, 2_000), []),
    ],
)
def test_a_drawing_that_takes_too_long_or_too_much_is_told(tmp_path: Path, inside: str, told: list[str]) -> None:
    assert codes(tmp_path, "a.svg", _SVG.format(inside).encode()) == told


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('width="96" height="48px"', (72, 36)),
        ('width="1in" height="1.5e1mm"', (72, 42.5)),
        ('width="100%" viewBox="0,0 96 48"', (72, 36)),
        ('viewBox="-5 -5 .96e2 48"', (72, 36)),
        ('width="96" height="48" viewBox="0 0 1 1"', (72, 36)),
        ("", None),
        ('width="100%" height="100%"', None),
        (f'width="{"9" * 400}" height="9"', None),
        ('width="1e400" height="9"', None),
        ('width="-9" height="9"', None),
        ('width="100000000" height="0.000001"', None),
        ('viewBox="0 0 nan nan"', None),
        ('viewBox="0 0 inf 5"', None),
        ('viewBox="0 0 5"', None),
        ('width="9" height="9" viewBox="a b c d"', None),
        ('width="9" height="9" viewBox="0 0 1e30 1"', None),
    ],
)
def test_a_drawing_has_a_size_that_somebody_meant(tmp_path: Path, said: str, size: tuple[float, float] | None) -> None:
    content = _SVG.replace('width="9" height="9"', said).format("")
    assert codes(tmp_path, "a.svg", content.encode()) == ([] if size else ["image-size"])
    found = read_picture("gsn/a.svg", tmp_path / "gsn/a.svg", "alt")
    assert (found and (found.pages[0].width, found.pages[0].height)) == (pytest.approx(size, abs=0.1) if size else None)


def test_words_in_a_drawing_need_a_face(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.svg", _SVG.format("<text>漢</text>").encode()) == ["letter-missing"]


def test_other_files_are_no_pictures(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.csv", b"a;b") == []
