"""The record of what went out, and its PDFs: what is changed in them by hand, lost or of another meeting is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kallelse.build import check

from tests.folders import CASE, MEETING, archive_of, written
from tests.site.builds import called
from tests.site.issues import FILES, FOLDER, codes, declare, issue, sent


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("pages: '2'", "pages: två", "issue-pages"),
        ("issues:", "isues:", "field-misspelt"),
        ("    documents:", "    dokument:", "field-misspelt"),
        ("    documents:", "    papper:", "field-missing"),
        ("pages: '2'", "pages: '3'", "issue-record"),
        ("pages: '5'", "pages: '7'", "issue-record"),
        ("pages: '1'", "pages: '1, 2'", "issue-record"),
        ("number: '2'", "number: två", "issue-record"),
        ("issues:", "issues: []\nold:", "field-unknown"),
        ("pages: '2'", "pages: 2a–3", "issue-pages"),
        ("pages: '2'", "pages: 9–3", "issue-pages"),
        ("pages: '2'", "pages: 2–999999", "issue-pages"),
        ("pages: '2'", "pages: 2–2zzzz", "issue-pages"),
        ("pages: '2'", "pages: '2, 2zzz'", "issue-record"),
        ("pages: '2'", "pages: '2, 2b'", "issue-record"),
        ("document: 03-centrum.md", "document: ../../../../etc/passwd", "issue-record"),
        ("document: 03-centrum.md", "document: /etc/passwd", "issue-record"),
        ("case: 03-centrum.md", "case: ../2022-06-13/03-centrum.md", "issue-record"),
        ("document: 03-centrum.md", "document: 02-budget/index.md", "issue-record"),
        ("digest: ", "digest: x", "issue-record"),
        ("    documents:", "    documents:\n<<<<<<< HEAD", "conflict-marks"),
        ("issues:", ">>>>>>> gren\nissues:", "conflict-marks"),
        ("date: 2022-09-19", "date: 2022-09-27", "issue-late"),
        ("date: 2022-09-19", "date: 2022-09-20", "issue-day"),
    ],
)
def test_a_record_changed_by_hand_is_told_and_asks_for_no_changes(folder: Path, old: str, new: str, code: str) -> None:
    sent(folder)
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new), encoding="utf-8")
    assert code in codes(folder)
    assert [each for each in codes(folder) if each.startswith("change")] == []
    assert "Traceback" not in called(folder, "issue", FOLDER, "--renumber").said


def test_a_record_that_is_empty_is_told_apart_from_one_without_a_field(folder: Path) -> None:
    sent(folder)
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    for text in ("", "# Bara en kommentar\n", "\n\n"):
        record.write_text(text, encoding="utf-8")
        assert codes(folder) == ["issues-stray"]


def test_issues_are_in_order_of_their_days(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"] + "\nMer.\n"})
    declare(folder, "03-centrum.md: Mer.")
    issue(folder, "--date", "2022-09-22")
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("date: 2022-09-22", "date: 2022-09-18"), encoding="utf-8")
    assert codes(folder) == ["issue-order"]


def test_a_record_that_came_with_a_copy_of_another_meeting_is_told(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    copy = meeting.with_name("2022-10-24")
    shutil.copytree(meeting, copy)
    index_of_copy = copy / "index.md"
    text = index_of_copy.read_text(encoding="utf-8").replace("2022-09-26", "2022-10-24")
    index_of_copy.write_text(text, encoding="utf-8")
    assert set(codes(folder)) == {"issue-foreign"}
    # A meeting whose folder was given another name is none, and has to say so.
    shutil.rmtree(meeting)
    assert sorted(codes(folder)) == ["change-cover", "moved-unsaid"]


def test_a_record_that_names_nothing_of_the_meeting_is_told(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    other = archive_of(
        folder / "other", {"07-annat.md": CASE + "\nAnnat.\n", "index.md": MEETING.replace("Digitalt", "X")}
    )
    shutil.copytree(meeting / "issues", other / FOLDER / "issues")
    assert [finding.code for finding in check(other).findings] == ["issue-foreign"]
    same_cover = archive_of(folder / "same", {"07-annat.md": CASE + "\nAnnat.\n", "index.md": MEETING})
    shutil.copytree(meeting / "issues", same_cover / FOLDER / "issues")
    assert [finding.code for finding in check(same_cover).findings] == ["issue-foreign"]


# PDFs


def test_a_pdf_or_a_record_that_is_gone_is_told(folder: Path) -> None:
    sent(folder)
    kept = folder / "meetings" / FOLDER / "issues"
    (kept / "1.pdf").rename(folder / "1.pdf")
    assert codes(folder) == ["issue-no-pdf"]
    (folder / "1.pdf").rename(kept / "1.pdf")
    (kept / "1.pdf").write_bytes(b"<html>")
    assert codes(folder) == ["issue-no-pdf"]
    (kept / "issues.yml").write_text("issues: []\n", encoding="utf-8")
    assert codes(folder) == ["issues-stray"]
    (kept / "issues.yml").unlink()
    assert codes(folder) == ["issues-stray"]


def test_a_pdf_that_is_not_the_one_that_went_out_is_told(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"] + "\nMer.\n"})
    declare(folder, "03-centrum.md: Mer.")
    issue(folder, "--date", "2022-09-22")
    assert codes(folder) == []
    kept = folder / "meetings" / FOLDER / "issues"
    first, second = (kept / "1.pdf").read_bytes(), (kept / "2.pdf").read_bytes()
    (kept / "1.pdf").write_bytes(second)
    (kept / "2.pdf").write_bytes(first)
    assert codes(folder) == ["issue-other-pdf", "issue-other-pdf"]
    (kept / "1.pdf").write_bytes(first)
    (kept / "2.pdf").write_bytes(b"%PDF-skr\xe4p %%EOF")
    assert codes(folder) == ["issue-other-pdf"]
