from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from kallelse.locale.findings import wrong
from kallelse.read.pictures import picture_findings
from PIL import Image

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
)


def codes(folder: Path, name: str, content: bytes) -> list[str]:
    (folder / name).write_bytes(content)
    found = picture_findings(folder, {f"gsn/{name}": name})
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
    for content in ("<svg", "<html/>", "text", bomb + _SVG.format("<text>&a11;</text>")):
        assert codes(tmp_path, "a.svg", content.encode()) == ["image-broken"]


def test_words_in_a_drawing_need_a_face(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.svg", _SVG.format("<text>漢</text>").encode()) == ["letter-missing"]


def test_other_files_are_no_pictures(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.csv", b"a;b") == []
