"""Attachments of other kinds than PDF: turned into one where that can be done, told where it cannot."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from kallelse.foreign import beside, made, office
from kallelse.foreign.kept import folder_of
from kallelse.foreign.made import pdf_file
from kallelse.foreign.office import OfficeError
from kallelse.model.finding import Severity
from kallelse.read.made import read_made
from kallelse.read.sources import Sources, read_sources
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image

from tests import office as files
from tests.folders import written
from tests.foreign import pdf, saved

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
    commented = files.docx("Text", parts=files.comments("Skvaller"))
    assert codes(tmp_path / "3", "a.docx", commented) == ["office-comments"]
    link = files.docx("Text", relations=files.hyperlink("https://x.example/"))
    assert codes(tmp_path / "4", "a.docx", link) == []


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


@pytest.mark.parametrize(
    ("element", "href", "told"),
    [
        ("drawing:image", "http://127.0.0.1/a.png", ("elsewhere",)),
        ("drawing:image", "file:///etc/passwd", ("elsewhere",)),
        ("drawing:image", "/etc/passwd", ("elsewhere",)),
        ("drawing:image", "../../hemlig.png", ("elsewhere",)),
        ("drawing:image", "Pictures/%2e%2e/../../hemlig.png", ("elsewhere",)),
        ("drawing:object", "https://x.example/a.odt", ("elsewhere",)),
        ("text:section-source", "..\\annan.odt", ("elsewhere",)),
        ("style:background-image", " smb://x/a.png", ("elsewhere",)),
        ("drawing:image", "Pictures/a..b.png", ()),
        ("drawing:object", "./Object 1", ()),
        ("text:a", "https://x.example/", ()),
        ("text:a", "../annat.odt", ()),
        ("meta:template", "../../Mallar/brev.ott", ()),
    ],
)
def test_an_opendocument_file_takes_no_part_from_elsewhere(
    tmp_path: Path, element: str, href: str, told: tuple[str, ...]
) -> None:
    kind = element.partition(":")[0]
    spaces = (
        f'xmlns:office="{_ODF}office:1.0" xmlns:text="{_ODF}text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
        + ("" if kind == "text" else f' xmlns:{kind}="{_ODF}{kind}:1.0"')
    )
    inside = f'<office:text><text:p>Text <{element} xlink:href="{href}"/></text:p></office:text>'
    whole = f"<office:document-content {spaces}><office:body>{inside}</office:body></office:document-content>"
    (tmp_path / "a.odt").write_bytes(files.opendocument(whole))
    assert beside.told_beside(tmp_path / "a.odt") == told


_TRACKED = '<text:tracked-changes xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"/>'
_STRUCK = files.inserted("Nytt").replace("w:ins", "w:del").replace("w:t>", "w:delText>")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", files.docx(parts=files.main_part(_STRUCK))),
        ("a.docx", files.docx(parts=files.main_part(_STRUCK.replace("<w:del ", "<w:del\n")))),
        ("a.docx", files.docx(parts=files.main_part(_STRUCK, prefix="v"))),
        ("a.docx", files.docx(parts=files.main_part(_STRUCK, encoding="UTF-16"))),
        ("a.docx", files.docx(parts={"word/annat.bin": files.main_part(_STRUCK)["word/document.xml"]})),
        ("a.odt", files.opendocument(_TRACKED)),
        ("a.rtf", rb"{\rtf1 Kvar {\deleted\revauthdel1 struket}\par}"),
        ("a.rtf", rb"{\rtf1 Kvar {\revised\revauth1 nytt}\par}"),
        ("a.doc", rb"{\rtf1 Kvar \\{\deleted struket}\par}"),
    ],
)
def test_changes_are_seen_however_they_are_written(tmp_path: Path, name: str, content: bytes) -> None:
    assert codes(tmp_path, name, content) == ["office-changes"]


def test_what_only_looks_like_a_change_is_none(libreoffice: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.rtf"
    words = rb"{\rtf1{\*\revtbl{Unknown;}}\revised0\deleted0 Ordet \\deleted och {\pict\bin9 \deleted }text\par}"
    file.write_bytes(words)
    assert beside.told_beside(file) == ()
    own = '<ins xmlns="urn:x"><del/><comment/></ins>'
    assert codes(tmp_path, "a.docx", files.docx("<w:del> i text", parts={"customXml/item1.xml": own})) == []


def test_comments_of_a_text_in_rtf_are_told(libreoffice: Path, tmp_path: Path) -> None:
    content = rb"{\rtf1 Text{\*\atnid A}{\*\atnauthor A}{\*\annotation Skvaller}\par}"
    assert codes(tmp_path, "a.rtf", content) == ["office-comments"]


_GROWS = '<!DOCTYPE a [<!ENTITY a "x">]>'


@pytest.mark.parametrize(
    "part",
    [b"<a><b></a>", b"<x:a/>", _GROWS.encode() + b"<a>&a;</a>", b"<a>" * 300 + b"</a>" * 300, b"", b"\xff\x00"],
)
def test_a_part_that_cannot_be_looked_through_is_an_error(tmp_path: Path, part: bytes) -> None:
    assert codes(tmp_path, "a.docx", files.docx("Text", parts={"word/styles.xml": part})) == ["office-unseen"]


def test_parts_are_looked_through_up_to_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_MOST", 4000)
    long = files.docx("Text", parts={"word/styles.xml": f"<a>{' ' * 4000}</a>"})
    assert codes(tmp_path / "1", "a.docx", long) == ["office-unseen"]
    assert codes(tmp_path / "2", "a.rtf", rb"{\rtf1 " + b"a" * 4000 + b"}") == ["office-unseen"]


def test_a_part_whose_bytes_are_damaged_is_told(tmp_path: Path) -> None:
    content = bytearray(files.docx(*["En rad som tar plats."] * 30))
    at = content.find(b"word/document.xml") + len("word/document.xml")
    content[at + 5 : at + 25] = b"\xff" * 20
    assert codes(tmp_path, "a.docx", bytes(content)) == ["office-unseen"]


_SIGNED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    "content",
    [
        _SIGNED + bytes(600),
        _SIGNED,
        files.compound("Annat"),
        files.compound("Workbook")[:-512],
        files.compound("Workbook").replace(b"\xfe\xff\xff\xff", b"\1\0\0\0"),
    ],
)
def test_an_older_file_without_its_text_is_told_before_its_bytes_are_printed(tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, "a.xls", content) == ["foreign-not-whole"]


@pytest.mark.parametrize("padding", [0, 200])
@pytest.mark.parametrize("stream", ["Workbook", "Book", "WordDocument", "PowerPoint Document"])
def test_an_older_file_cannot_be_looked_through(tmp_path: Path, stream: str, padding: int) -> None:
    file = tmp_path / "a.xls"
    file.write_bytes(files.compound("Annat", "Mer", "Ännu mer", stream, padding=padding))
    assert beside.told_beside(file) == ("old",)


def test_an_older_file_is_a_remark_and_shown(libreoffice: Path, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(files.docx("Rapport om fibernätet"))
    command = [str(libreoffice), f"-env:UserInstallation={(tmp_path / 'own').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", "doc", "--outdir", tmp_path, tmp_path / "a.docx"], check=True)
    found = sources(tmp_path, "a.doc", (tmp_path / "a.doc").read_bytes())
    foreign, findings = read_made(f"{CASE}/a.doc", found)
    assert [(each.code, each.severity) for each in findings] == [("office-old", Severity.REMARK)]
    assert foreign is not None
    assert "fibernätet" in foreign.pages[0].text


def test_an_office_file_with_a_password_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.docx", files.compound("EncryptionInfo", "EncryptedPackage")) == ["foreign-locked"]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\x00" * 400, b"PK", b"", b"Bara text."])
def test_a_damaged_office_file_is_told(libreoffice: Path, tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, "a.docx", content) == ["foreign-not-whole"]


@pytest.mark.skipif(sys.platform == "win32", reason="a program in the shell's language")
def test_an_office_that_does_not_end_is_ended_with_all_that_it_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, told = tmp_path / "soffice", tmp_path / "told"
    program.write_text(f'#!/bin/sh\nsleep 600 &\necho "$!" > "{told}"\nwait\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "office", lambda: program)
    monkeypatch.setattr(office, "_SECONDS", 1)
    (tmp_path / "a.docx").write_bytes(files.docx("Text"))
    with pytest.raises(office.OfficeError, match="1 s"):
        office.write_pdf(tmp_path / "a.docx", tmp_path / "a.pdf")
    # Who began it is gone, so that the system lets it go as soon as it can.
    deadline = time.monotonic() + 10
    while _is_running(int(told.read_text())) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_running(int(told.read_text()))


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # One that ended and that nobody has asked for yet is still in the list.
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def test_nothing_is_fetched_for_an_office_file(libreoffice: Path, tmp_path: Path) -> None:
    """Whatever a file asks for, and however it hides that from who looks through it first."""
    picture = tmp_path / "hemlig.png"
    Image.new("RGB", (400, 400), "red").save(picture)
    spaces = (
        f'xmlns:office="{_ODF}office:1.0" xmlns:text="{_ODF}text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:draw="{_ODF}drawing:1.0" xmlns:svg="{_ODF}svg-compatible:1.0"'
    )
    shown = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    image = (
        '<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="5cm">'
        f'<draw:image xlink:href="{picture.as_uri()}" {shown}/></draw:frame>'
    )
    whole = (
        f"<office:document-content {spaces}><office:body><office:text><text:p>Text {image}</text:p></office:text>"
        "</office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": whole}
    (tmp_path / "a.odt").write_bytes(files.archive({**parts, "META-INF/manifest.xml": manifest}))
    office.write_pdf(tmp_path / "a.odt", tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    seen = document[0].render().to_pil().convert("RGB")
    document.close()
    assert not [colour for _, colour in seen.getcolors(1 << 20) or () if colour[0] > 200 and max(colour[1:]) < 60]


def test_without_libreoffice_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "office_version", lambda: "")
    assert codes(tmp_path, "a.docx", files.docx("Text")) == ["office-missing"]


def test_an_office_that_cannot_be_started_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: tmp_path / "borta")
    assert office.office_version.__wrapped__() == ""
    with pytest.raises(OfficeError, match="No such file"):
        office.write_pdf(tmp_path / "a.docx", tmp_path / "a.pdf")


def test_the_same_file_made_by_another_version_is_another_pdf_of_the_same_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = sources(tmp_path, "a.docx", files.docx("Text"))
    read = []
    for version in ("1", "2"):
        monkeypatch.setattr(made, "office_version", lambda version=version: f"LibreOffice {version}")
        document = pdf("Text")
        # Another colour, and as many bytes.
        document.pages[0].Contents.write(
            document.pages[0].Contents.read_bytes().replace(b"0.5 g", f"0.{version} g".encode())
        )
        page = saved(document)
        monkeypatch.setattr(made, "write_pdf", lambda _, target, page=page: target.write_bytes(page))
        foreign, _ = read_made(f"{CASE}/a.docx", found)
        assert foreign is not None
        read.append(foreign)
    first, second = read
    assert (first.pages, first.digest) == (second.pages, second.digest)
    # By which a packet is kept.
    assert first.pdf_digest != second.pdf_digest


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
