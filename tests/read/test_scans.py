"""Scanned pictures as pages of an attachment: their size, their resolution, how they are turned."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from kallelse.foreign import made
from kallelse.foreign.made import pdf_file
from kallelse.read.made import read_made
from PIL import ExifTags, Image, TiffImagePlugin

from tests.read.test_made import CASE, sources


def scan(*sizes: tuple[int, int], mode: str = "L", dpi: int = 200) -> bytes:
    """A TIFF with a page of each size in points of the picture."""
    pages = [Image.new(mode, size, 200 if mode == "L" else 1) for size in sizes]
    data = io.BytesIO()
    pages[0].save(data, "TIFF", save_all=True, append_images=pages[1:], dpi=(dpi, dpi))
    return data.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_tiff_of_several_pages_is_a_document_of_as_many(tmp_path: Path, mode: str) -> None:
    content = scan((1654, 2339), (2339, 1654), mode=mode)
    found = sources(tmp_path, "skannat.tif", content)
    foreign, findings = read_made(f"{CASE}/skannat.tif", found)
    assert foreign is not None
    assert [(round(page.width), round(page.height)) for page in foreign.pages] == [(595, 842), (842, 595)]
    # There is no text in a scan, which whoever listens must be told.
    assert [finding.code for finding in findings] == ["foreign-no-text"]
    other = sources(tmp_path / "other", "skannat.tif", content)
    one, two = (pdf_file(f"{CASE}/skannat.tif", each.root).read_bytes() for each in (found, other))
    assert one == two


def sizes(root: Path, content: bytes) -> list[tuple[int, int]]:
    foreign, _ = read_made(f"{CASE}/skannat.tif", sources(root, "skannat.tif", content))
    assert foreign is not None
    return [(round(page.width), round(page.height)) for page in foreign.pages]


def tiff(size: tuple[int, int], **saved: Any) -> bytes:
    data = io.BytesIO()
    Image.new("L", size, 200).save(data, "TIFF", **saved)
    return data.getvalue()


@pytest.mark.parametrize("dpi", [None, (1, 1), (0, 0), (20, 20), (1_000_000, 1_000_000), (200, 1)])
def test_a_scan_that_does_not_know_its_resolution_has_a_usual_one(tmp_path: Path, dpi: tuple[int, int] | None) -> None:
    known = {} if dpi is None else {"dpi": dpi}
    assert sizes(tmp_path, tiff((1654, 2339), **known)) == [(595, 842)]


def test_a_fax_has_other_points_across_than_down(tmp_path: Path) -> None:
    assert sizes(tmp_path / "1", tiff((1728, 1145), dpi=(204, 98))) == [(610, 841)]
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    assert sizes(tmp_path / "2", tiff((1145, 1728), dpi=(98, 204), exif=exif)) == [(610, 841)]


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_scan_is_seen_as_it_is_turned(tmp_path: Path, mode: str) -> None:
    picture, data, exif = Image.new(mode, (827, 1169), "white"), io.BytesIO(), Image.Exif()
    picture.paste("black", (0, 0, 827, 500))
    exif[ExifTags.Base.Orientation] = 6
    picture.save(data, "TIFF", dpi=(100, 100), exif=exif)
    found = sources(tmp_path, "a.tif", data.getvalue())
    document = pypdfium2.PdfDocument(pdf_file(f"{CASE}/a.tif", found.root))
    seen: Image.Image = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    left, right = (seen.getpixel((part * seen.width // 10, seen.height // 2)) for part in (1, 9))
    assert (seen.size, left, right) == ((842, 596), 255, 0)


def test_pages_of_a_scan_may_be_of_different_resolution(tmp_path: Path) -> None:
    data = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(data) as pages:
        for size, dpi in (((1654, 2339), 200), ((827, 1169), 100), ((2339, 1654), 200)):
            Image.new("1", size, 1).save(pages, "TIFF", dpi=(dpi, dpi))
            pages.newFrame()
    assert sizes(tmp_path, data.getvalue()) == [(595, 842), (595, 842), (842, 595)]


@pytest.mark.parametrize("content", [scan((100, 100))[:60], b"Bara text.", b""])
def test_a_damaged_tiff_is_told(tmp_path: Path, content: bytes) -> None:
    found = sources(tmp_path, "a.tiff", content)
    _, (finding,) = read_made(f"{CASE}/a.tiff", found)
    assert finding.code == "foreign-not-made"
    assert str(tmp_path) not in str(finding.words["reason"])


def test_a_file_that_is_saved_while_a_pdf_is_made_of_it_is_made_into_one_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = scan((1654, 2339)), scan((2339, 1654))
    file, make = tmp_path / "meetings" / CASE / "skannat.tif", made._write_scan

    def saved_meanwhile(source: Path, target: Path) -> None:
        source.write_bytes(other)
        make(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(made, "_write_scan", saved_meanwhile)
        assert sizes(tmp_path, first) == [(842, 595)]
    # What was made is not taken for that of what the file was.
    assert (file.read_bytes(), sizes(tmp_path, first)) == (other, [(595, 842)])
