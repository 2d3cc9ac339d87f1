"""The attachments of a case: files beside it, titles that it adds, papers handed out apart."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.model.finding import Severity

from tests import foreign
from tests.folders import CASE, archive_of
from tests.foreign import saved
from tests.read.archives import ATTACHMENT, agenda, read

HIDDEN = "---\ntitle: Om Olle\naccess: confidential\n---\nText.\n"


def test_a_pdf_is_an_attachment_named_by_its_case_or_by_its_file(tmp_path: Path) -> None:
    declared = "---\nattachments:\n  - {file: karta.pdf, title: Plankarta, date: 2022-09-01, slug: kartan}\n"
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("---\n", declared, 1),
        "1-a/bilaga-1-avtal_om-drift.pdf": saved(foreign.pdf("Parterna", "Slut")),
        "1-a/karta.pdf": saved(foreign.pdf("Hus A")),
        "1-a/rapport.md": ATTACHMENT,
    }
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert [(each.number, each.title, each.foreign is not None) for each in found.attachments] == [
        (1, "Avtal om drift", True),
        (2, "Plankarta", True),
        (3, found.attachments[2].title, False),
    ]
    assert found.attachments[1].date == dt.date(2022, 9, 1)
    assert found.attachments[1].address == "gsn/2022-09-26/1-a/kartan.html"
    assert found.attachments[0].foreign is not None
    assert [page.text for page in found.attachments[0].foreign.pages] == ["Parterna", "Slut"]


def test_papers_handed_out_apart_are_listed_without_pages(tmp_path: Path) -> None:
    case = CASE.replace(
        "---\n", "---\nattachments:\n  - {file: x.pdf, title: Karta, separate: true}\n"
        "  - {title: Budget, separate: true}\n", 1
    )  # fmt: skip
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": case, "1-a/x.pdf": b"%PDF"}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert [(each.number, each.title, each.has_pages) for each in found.attachments] == [
        (1, "Karta", False),
        (2, "Budget", False),
    ]


def test_a_text_may_be_of_another_language_than_the_site(tmp_path: Path) -> None:
    declared = "---\nattachments: [{file: a.pdf, language: fi}, {file: b.md, language: se}, {file: d.pdf}]\n"
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("---\n", declared, 1),
        "1-a/a.pdf": saved(foreign.pdf("Sopimus")),
        "1-a/b.md": ATTACHMENT,
        "1-a/c.md": ATTACHMENT.replace("---\n", "---\nlanguage: en\n", 1),
        "1-a/d.pdf": saved(foreign.pdf("Avtal")),
        "1-a/e.md": ATTACHMENT.replace("---\n", "---\nlanguage: sv\n", 1),
    }
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert [each.language for each in found.attachments] == ["fi", "se", "en", "", ""]


@pytest.mark.parametrize("typed", ["English", "en-GB", "e", "[en]", "EN", "7"])
def test_a_language_is_said_by_its_code(tmp_path: Path, typed: str) -> None:
    text = ATTACHMENT.replace("---\n", f"---\nlanguage: {typed}\n", 1)
    _, findings = read(archive_of(tmp_path, {"1-a/index.md": CASE, "1-a/b.md": text}))
    assert [each.code for each in findings] == ["field-language"]


def test_front_matter_of_a_case_adds_titles_to_its_attachments(tmp_path: Path) -> None:
    case = CASE.replace("---\n", "---\nattachments: [{file: b.md, title: Från ärendet, date: 2022-09-13}]\n", 1)
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": case, "1-a/b.md": "---\n---\nText.\n"}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert found.attachments[0].title == "Från ärendet"
    assert found.attachments[0].date == dt.date(2022, 9, 13)


@pytest.mark.parametrize(
    ("own", "title", "told"),
    [
        ("title: Utfall\ndate: 2022-09-01", "Utfall", [("date", 3), ("title", 2)]),
        ("title: Från  ärendet\ndate: 2022-09-13\nslug: kartan", "Från ärendet", []),
        ("title:\ndate:", "Från ärendet", []),
    ],
)
def test_what_a_text_says_of_itself_counts_and_what_its_case_says_otherwise_is_told(
    tmp_path: Path, own: str, title: str, told: list[tuple[str, int]]
) -> None:
    declared = "attachments: [{file: b.md, title: Från ärendet, date: 2022-09-13, slug: kartan}]"
    case = CASE.replace("---\n", f"---\n{declared}\n", 1)
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": case, "1-a/b.md": f"---\n{own}\n---\nText.\n"}))
    assert sorted((each.words["key"], each.place.line) for each in findings) == told
    assert {each.code for each in findings} <= {"attachment-otherwise"}
    assert all(each.place.path.endswith("b.md") and each.severity is Severity.REMARK for each in findings)
    found = agenda(archive)[0].case
    assert found is not None
    assert [(each.title, each.address) for each in found.attachments] == [(title, "gsn/2022-09-26/1-a/kartan.html")]


def test_what_a_case_says_of_a_text_that_is_withheld_shows_no_more_than_it_may(tmp_path: Path) -> None:
    declared = (
        "---\nattachments: [{file: b.md, title: Om Olle, slug: olle, publish: heading, public_title: Ett ärende}]\n"
    )
    files = {"1-a/index.md": CASE.replace("---\n", declared, 1), "1-a/b.md": HIDDEN}
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert [each.title for each in found.attachments] == ["Ett ärende"]
    assert "olle" not in repr(found.attachments).casefold()


def test_a_paper_handed_out_apart_is_called_as_it_calls_itself_else_as_its_file(tmp_path: Path) -> None:
    names = ("a.md", "b.md", "bilaga-3-avtal.docx", "d.pdf")
    rows = "".join(f"  - {{file: {name}, separate: true}}\n" for name in names)
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("---\n", f"---\nattachments:\n{rows}", 1),
        "1-a/a.md": ATTACHMENT,
        "1-a/b.md": "---\ntitle: 2022\n---\n",
        "1-a/bilaga-3-avtal.docx": b"PK",
        "1-a/d.pdf": b"%PDF",
    }
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert [each.title for each in found.attachments] == ["Utfall", "2022", "Avtal", "D"]


@pytest.mark.parametrize("field", ["separate: true", "separate: true, access: confidential"])
def test_papers_without_files_have_paths_of_their_own(tmp_path: Path, field: str) -> None:
    case = CASE.replace("---\n", f"---\nattachments:\n  - {{title: Underlag, {field}}}\n", 1)
    archive, findings = read(archive_of(tmp_path, {"1-a.md": case, "2-b.md": case, "3-c/index.md": case}))
    assert not findings
    paths = [document.path for _, _, one in archive.cases() for document in one.attachments]
    assert len(set(paths)) == len(paths) == 3


def test_a_file_is_listed_once(tmp_path: Path) -> None:
    declared = "---\nattachments:\n  - {file: b.md, title: B}\n  - {file: b.md, date: 2022-09-13}\n"
    files = {"1-a/index.md": CASE.replace("---\n", declared, 1), "1-a/b.md": "---\n---\nText.\n"}
    _, findings = read(archive_of(tmp_path, files))
    assert ("attachment-twice", 4) in [(each.code, each.place.line) for each in findings]


def test_the_text_of_a_case_is_no_attachment_of_it(tmp_path: Path) -> None:
    declared = "---\nattachments: [{file: index.md, title: Beslut}]\n"
    _, findings = read(archive_of(tmp_path, {"1-a/index.md": CASE.replace("---\n", declared, 1)}))
    assert [(each.code, each.place.line) for each in findings] == [("attachment-gone", 2)]


@pytest.mark.parametrize(
    ("text", "empty"), [("", True), ("# Plan", True), ("# Plan\n\nText", False), ("## Plan", False)]
)
def test_an_attachment_with_no_more_than_a_title_is_empty(tmp_path: Path, text: str, empty: bool) -> None:
    _, findings = read(archive_of(tmp_path, {"1-a/index.md": CASE, "1-a/b.md": f"---\ntitle: x\n---\n{text}\n"}))
    assert [each.code for each in findings] == ["attachment-empty"] * empty
