"""Word files on the site: what readers get is the PDF of their pages, never the file itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kallelse.build import check

from tests import foreign, office
from tests.folders import CASE, archive_of
from tests.site.builds import files_of, kallelse, small

FOLDER = "gsn/2022-09-26/1-a"


def test_the_site_has_the_pdf_of_a_word_file_and_nothing_of_the_file(
    tmp_path: Path, program: Callable[[str], Path]
) -> None:
    program("soffice")
    word = office.docx("Rapporten om nätet", parts=office.comments("Internt"))
    text = CASE + "\nSe [rapporten](bilaga-1-rapport.docx).\n"
    folder = archive_of(small(tmp_path) / "meetings", {"1-a/index.md": text, "1-a/bilaga-1-rapport.docx": word}).parent
    done = kallelse(folder, "build")
    assert done.status == 0, done.said
    assert "kommentarer" in done.said
    site = files_of(folder / "site")
    assert "Rapporten om nätet" in foreign.words_of(site[f"{FOLDER}/bilaga-1-rapport.pdf"])
    assert "Rapporten om nätet" in site[f"{FOLDER}/bilaga-1-rapport.html"].decode()
    assert 'href="bilaga-1-rapport.html"' in site[f"{FOLDER}/index.html"].decode()
    assert [path for path in site if path.endswith(".docx")] == []
    assert [path for path, data in site.items() if b"Internt" in data] == []


def test_a_pdf_beside_the_word_file_it_was_written_in_is_the_attachment(tmp_path: Path) -> None:
    written_in = office.docx("Text", body=office.inserted("Utkast"))
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE,
        "1-a/bilaga-1-rapport.docx": written_in,
        "1-a/bilaga-1-rapport.pdf": foreign.saved(foreign.pdf("Rapporten")),
    }
    checked = check(archive_of(tmp_path / "meetings", files))
    assert checked.findings == ()
    ((_, _, case),) = checked.archive.cases()
    assert [each.path.rpartition("/")[2] for each in case.attachments] == ["bilaga-1-rapport.pdf"]


def test_a_word_file_that_is_no_attachment_is_told(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE, "rapport.docx": office.docx("x")})
    assert [finding.code for finding in check(root).findings] == ["meeting-foreign"]
