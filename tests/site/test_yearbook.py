"""The yearbook as it is built by the command: every word of the site, or nothing and the page that is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests import foreign
from tests.folders import CASE, archive_of
from tests.site.builds import ROOT, Done, called, files_of, kallelse, sample, small


@pytest.fixture(scope="module")
def bookbinder(program: Callable[[str], Path]) -> Path:
    return program("weasyprint")


def book(folder: Path, change: Callable[[str], str] = lambda text: text) -> Done:
    text = (ROOT / "yearbook.yml").read_text(encoding="utf-8")
    (folder / "yearbook.yml").write_text(change(text), encoding="utf-8")
    return kallelse(folder, "yearbook")


def test_the_yearbook_of_the_sample_is_one_pdf_whose_links_lead_on(bookbinder: Path, tmp_path: Path) -> None:
    folder = sample(tmp_path)
    before = set(files_of(folder))
    done = book(folder)
    assert done.status == 0, done.said
    assert "Årsboken: arsbok.pdf" in done.said
    left = {path for path in set(files_of(folder)) - before if not path.startswith(".cache/")}
    assert left == {"yearbook.yml", "arsbok.pdf"}
    with pikepdf.open(folder / "arsbok.pdf") as pdf:
        assert len(pdf.pages) > 50
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        links = [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]
        inside = [note for note in notes if "/Dest" in note or ("/A" in note and "/D" in note.A)]
    assert len(inside) > 100
    # The contents name a case, then its attachments, then the next.
    contents = foreign.words_of((folder / "arsbok.pdf").read_bytes())[:6000]
    meeting = contents.index("Gemensamma servicenämnden 26 september 2022")
    titles = ("Rapportering av verksamhetsmål", "Driftkostnader och", "Handlingsplan för en", "Digitaliseringsstrategi")
    places = [contents.index(title, meeting) for title in titles]
    assert places == sorted(places)
    assert {link.partition("//")[0] for link in links} == {"https:"}


_FILES: dict[str, str | bytes] = {
    "01-centrum.md": CASE.replace("Budget", "Centrum") + "Torget byggs om.\n",
    "02-budget/index.md": CASE + "Ramarna höjs.\n",
    "02-budget/bilaga-1-ramar.md": "---\ntitle: Ramar\n---\n\nSkolan får mest.\n",
}


def test_the_same_archive_gives_the_same_bytes(bookbinder: Path, tmp_path: Path) -> None:
    folder = archive_of(small(tmp_path) / "meetings", _FILES).parent
    assert book(folder).status == 0
    first = (folder / "arsbok.pdf").read_bytes()
    shutil.rmtree(folder / ".cache")
    assert book(folder).status == 0
    assert (folder / "arsbok.pdf").read_bytes() == first


@pytest.mark.parametrize(
    ("address", "hidden"),
    [
        ("gsn/2022-09-26/01-centrum", "exclude_pages: [{address}]"),
        ("gsn/2022-09-26/02-budget/bilaga-1", "exclude_pages: [{address}]"),
    ],
)
def test_a_page_that_is_not_printed_makes_it_refused(
    bookbinder: Path, tmp_path: Path, address: str, hidden: str
) -> None:
    folder = archive_of(small(tmp_path) / "meetings", _FILES).parent
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("before", encoding="utf-8")
    (folder / "arsbok.pdf").write_bytes(b"before")
    done = book(folder, lambda text: f"strict: false\n{text}    {hidden.format(address=address)}\n")
    assert done.status == 1
    assert f"ord på sidan {address}" in done.said
    assert (folder / "arsbok.pdf").read_bytes() == b"before"
    assert files_of(folder / "site") == {"index.html": b"before"}
    assert [path.name for path in folder.iterdir() if "next" in path.name] == []


def test_a_configuration_without_the_bookbinder_is_told(bookbinder: Path, tmp_path: Path) -> None:
    done = book(sample(tmp_path), lambda text: text[: text.index("  with-pdf")])
    assert done.status == 1
    assert "with-pdf står inte i mkdocs-filen" in done.said


def test_a_library_that_is_missing_is_named(tmp_path: Path) -> None:
    folder = sample(tmp_path)
    shutil.copy(ROOT / "yearbook.yml", folder)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "weasyprint.py").write_text("raise OSError('libpango')\n", encoding="utf-8")
    done = kallelse(folder, "yearbook", environment={"PYTHONPATH": str(tmp_path / "broken")})
    assert done.status == 2
    assert "libpango-1.0-0 libpangoft2-1.0-0" in done.said
    (tmp_path / "broken" / "sass.py").write_text("raise ImportError('sass')\n", encoding="utf-8")
    done = kallelse(folder, "yearbook", environment={"PYTHONPATH": str(tmp_path / "broken")})
    assert done.status == 2
    assert f'"{ROOT / "scripts" / "yearbook"}"' in done.said


def test_a_new_archive_has_a_yearbook(bookbinder: Path, tmp_path: Path) -> None:
    assert called(tmp_path, "new", "archive", "egen", "--name", "Ekvik", "--committee", "Bygg").status == 0
    done = kallelse(tmp_path / "egen", "yearbook", "--as-of", "2023-01-01")
    assert done.status == 0, done.said
    assert (tmp_path / "egen" / "arsbok.pdf").is_file()
