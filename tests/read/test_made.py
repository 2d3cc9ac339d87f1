"""Attachments of other kinds than PDF: turned into one where that can be done, told where it cannot."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from kallelse.foreign import made, office
from kallelse.foreign.kept import folder_of
from kallelse.foreign.made import NotMadeError, pdf_file
from kallelse.read.made import read_made
from kallelse.read.sources import Sources, read_sources
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image

from tests import office as files
from tests.folders import written

CASE = "gsn/2022-09-26/01-a"


@pytest.fixture
def libreoffice(program: Callable[[str], Path]) -> Path:
    return program("soffice")


def sources(root: Path, name: str, content: bytes) -> Sources:
    found, findings = read_sources(written(root / "meetings", {f"{CASE}/{name}": content}))
    assert findings == ()
    return found


def codes(root: Path, name: str, content: bytes) -> list[str]:
    _, findings = read_made(f"{CASE}/{name}", sources(root, name, content))
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rapport.docx", files.docx("Rapport om fibernätet", "Åtgärder: tolv stycken.")),
        ("kalkyl.xlsx", files.xlsx([["Rapport om fibernätet"], ["Åtgärder: tolv stycken."]])),
    ],
)
def test_an_office_file_has_the_words_and_pages_of_its_pdf(
    libreoffice: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    foreign, findings = read_made(f"{CASE}/{name}", sources(tmp_path, name, content))
    assert findings == ()
    assert foreign is not None
    assert foreign.made
    # So a packet with it still claims to be archival.
    assert foreign.archival
    (page,) = foreign.pages
    assert "Rapport om fibernätet" in page.text
    assert "Åtgärder: tolv stycken." in page.text


def test_the_same_file_gives_the_same_bytes_elsewhere_and_is_made_once(libreoffice: Path, tmp_path: Path) -> None:
    content = files.docx("En rad.")
    first, second = (sources(tmp_path / name, "a.docx", content) for name in ("one", "two"))
    made_first, made_second = (pdf_file(f"{CASE}/a.docx", each.root) for each in (first, second))
    assert made_first.read_bytes() == made_second.read_bytes()
    assert made_first.is_relative_to(folder_of(first.root))
    before = made_first.stat().st_ino
    assert pdf_file(f"{CASE}/a.docx", first.root) == made_first
    assert made_first.stat().st_ino == before


def test_what_is_kept_damaged_is_made_again(libreoffice: Path, tmp_path: Path) -> None:
    found = sources(tmp_path, "a.docx", files.docx("En rad."))
    kept = pdf_file(f"{CASE}/a.docx", found.root)
    right = kept.read_bytes()
    kept.write_bytes(right[: len(right) // 2])
    assert pdf_file(f"{CASE}/a.docx", found.root).read_bytes() == right
    assert [file.name for file in kept.parent.iterdir()] == [kept.name]


def test_tracked_changes_and_parts_from_elsewhere_are_errors_comments_a_remark(
    libreoffice: Path, tmp_path: Path
) -> None:
    assert codes(tmp_path / "1", "a.docx", files.docx("Text", body=files.inserted("Nytt"))) == ["office-changes"]
    linked = files.docx("Text", relations=files.linked_picture("https://x.example/a.png"))
    assert codes(tmp_path / "2", "a.docx", linked) == ["office-elsewhere"]
    comments = files.docx("Text", parts={"word/comments.xml": "<w:comments><w:comment w:id='1'/></w:comments>"})
    assert codes(tmp_path / "3", "a.docx", comments) == ["office-comments"]
    link = files.docx("Text", relations=files.hyperlink("https://x.example/"))
    assert codes(tmp_path / "4", "a.docx", link) == []


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\x00" * 400, b"PK", b"", b"Bara text."])
def test_a_damaged_office_file_is_told(libreoffice: Path, tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, "a.docx", content) == ["foreign-not-made"]


def test_without_libreoffice_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "office_version", lambda: "")
    assert codes(tmp_path, "a.docx", files.docx("Text")) == ["office-missing"]


def test_an_office_that_takes_for_ever_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("soffice", 180)

    monkeypatch.setattr(office, "office", lambda: Path("soffice"))
    monkeypatch.setattr(made, "office_version", lambda: "LibreOffice")
    monkeypatch.setattr(subprocess, "run", endless)
    found = sources(tmp_path, "a.docx", files.docx("Text"))
    with pytest.raises(NotMadeError, match="180"):
        pdf_file(f"{CASE}/a.docx", found.root)


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


def test_a_damaged_tiff_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.tiff", scan((100, 100))[:60]) == ["foreign-not-made"]


def test_a_pdf_is_taken_as_it_is(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        data = io.BytesIO()
        document.save(data)
    found = sources(tmp_path, "a.pdf", data.getvalue())
    assert pdf_file(f"{CASE}/a.pdf", found.root) == found.root / CASE / "a.pdf"
    assert not folder_of(found.root).exists()


def test_comments_in_a_sheet_are_not_published(libreoffice: Path, tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "Priser"
    book.worksheets[0]["A1"].comment = Comment("Skvaller om chefen", "K")
    data = io.BytesIO()
    book.save(data)
    found = sources(tmp_path, "a.xlsx", data.getvalue())
    assert codes(tmp_path, "a.xlsx", data.getvalue()) == ["office-comments"]
    with pikepdf.open(pdf_file(f"{CASE}/a.xlsx", found.root)) as pdf:
        assert [page for page in pdf.pages if "/Annots" in page] == []
