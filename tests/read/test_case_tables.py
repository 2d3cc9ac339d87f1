"""Tables of a case: the files and workbooks they are taken from, and the cells that its texts cite."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from kallelse.check.archive import check_archive
from kallelse.model import fold
from kallelse.model.text import Cite
from kallelse.read.meeting.attachments import carriers
from kallelse.read.sources import read_sources
from openpyxl import Workbook

from tests.folders import CASE, MEETING, archive_of
from tests.read.archives import agenda, codes, read


def workbook(*rows: tuple[str | float | None, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


TOLD = workbook(("enhet: mnkr",), (), (None, "Budget", "Utfall"), ("Drift", 1.5, 2))
FENCED = "\n```ekonomi\nfil: tal.xlsx!Sheet\n```\n"


def _workbook(*rows: tuple[str | int | None, ...], hidden: int = 0, merged: str = "") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("id: utfall",), ("enhet: kr",), (), (None, "Utfall"), *rows):
        sheet.append(list(row))
    if hidden:
        sheet.row_dimensions[hidden].hidden = True
    if merged:
        sheet.merge_cells(merged)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


CITING = "\nUtfallet är {utfall: Drift, Utfall}, alltså {utfall: Drift, Utfall}.\n"


def test_a_table_takes_its_figures_from_its_own_meeting_alone(tmp_path: Path) -> None:
    fence = "```ekonomi\nrubrik: x\nenhet: kr\nfil: {}\n```\n"
    later = MEETING.replace("2022-09-26", "2022-11-28").replace("issued: 2022-09-19\n", "")
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE + fence.format("../delat.csv"),
        "delat.csv": ";Budget\na;1\n",
        "../2022-11-28/index.md": later,
        "../2022-11-28/hemligt.csv": ";Budget\na;1\n",
        "2-b.md": CASE + fence.format("../2022-11-28/hemligt.csv"),
    }
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [("finance-file", "gsn/2022-09-26/2-b.md")]


@pytest.mark.parametrize(
    ("typed", "near"), [("utfal.xlsx", "utfall.xlsx"), ("utfall.csv", "utfall.xlsx"), ("x.csv", "")]
)
def test_a_table_whose_file_is_misspelt_suggests_the_one_beside(tmp_path: Path, typed: str, near: str) -> None:
    letter = f"{CASE}\n```ekonomi\nfil: {typed}\n```\n\n```ekonomi\nfil: utfall.xlsx\n```\n"
    _, findings = read(archive_of(tmp_path, {"1-a/index.md": letter, "1-a/utfall.xlsx": _workbook(("Drift", 1))}))
    (finding,) = findings
    assert finding.code == ("finance-file-misspelt" if near else "finance-file")
    assert finding.words.get("near", "") == near
    assert (finding.place.path, finding.words["file"]) == ("gsn/2022-09-26/1-a/index.md", typed)


# Workbooks


def test_a_workbook_that_a_table_is_taken_from_is_no_attachment(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1-a/index.md": CASE + FENCED, "1-a/tal.xlsx": TOLD}
    archive, findings = read(archive_of(tmp_path, files))
    assert findings == ()
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is not None
    assert case.attachments == ()
    (table,) = fold.finance_tables(case.letter.body)
    assert [cell.printed for cell in table.rows[0].cells] == ["Drift", "1,5", "2"]


@pytest.mark.parametrize(
    ("said", "is_carried"),
    [
        (FENCED, True),
        ("~~~Finance\n\nFile: ../1-a/tal.xlsx!Sheet\n~~~\n", True),
        ("- Siffror:\n\n    ```ekonomi\n    fil: tal.xlsx\n    ```\n", True),
        ("Fil: tal.xlsx\n", False),
        ("```\nfil: tal.xlsx\n```\n", False),
        ("~~~\n```ekonomi\nfil: tal.xlsx\n```\n~~~\n", False),
    ],
)
def test_only_a_finance_fence_makes_a_carrier_of_a_workbook(tmp_path: Path, said: str, is_carried: bool) -> None:
    archive_of(tmp_path, {"1-a/index.md": f"{CASE}\n{said}", "1-a/tal.xlsx": TOLD})
    sources, _ = read_sources(tmp_path)
    assert carriers("gsn/2022-09-26/1-a", sources) == ({"gsn/2022-09-26/1-a/tal.xlsx"} if is_carried else set())


def test_a_workbook_may_stand_beside_a_case_of_one_file_as_a_csv_file_may(tmp_path: Path) -> None:
    archive, findings = read(archive_of(tmp_path, {"1-a.md": CASE + FENCED, "tal.xlsx": TOLD, "annan.xlsx": TOLD}))
    assert codes(findings) == [("meeting-foreign", "gsn/2022-09-26/annan.xlsx")]
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is not None
    assert len(fold.finance_tables(case.letter.body)) == 1


def test_no_table_is_taken_from_a_withheld_workbook(tmp_path: Path) -> None:
    declared = (
        "---\ntitle: Budget\nkind: information\nattachments:\n  - file: tal.xlsx\n    access: confidential\n---\n"
    )
    files: dict[str, str | bytes] = {"1-a/index.md": declared + FENCED, "1-a/tal.xlsx": TOLD}
    _, findings = read(archive_of(tmp_path, files))
    assert ("finance-file", "gsn/2022-09-26/1-a/index.md") in codes(findings)


# Cited cells


def test_cited_cells_are_found_in_any_table_of_the_case(tmp_path: Path) -> None:
    letter = "---\ntitle: Budget\nkind: information\n---\nNettot är {utfall: Netto, Utfall}.\n"
    table = (
        "---\ntitle: Utfall\n---\n```ekonomi\nid: utfall\nenhet: mnkr\ntecken: belopp\n\n| | Budget | Utfall |\n"
        "| Intäkter | 1,0 | 2,0 |\n| Kostnader | 1,0 | 5,5 |\n| Netto | 0,0 | |\n```\n"
    )
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": letter, "1-a/b.md": table}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert found.letter is not None
    assert [cited.printed for cited in fold.of_kind(found.letter.body, Cite)] == ["3,5\u00a0mnkr"]


def test_one_table_name_for_two_tables_of_a_case_is_a_finding(tmp_path: Path) -> None:
    table = "```ekonomi\nid: utfall\nenhet: mnkr\n\n| | Budget |\n| Intäkter | 1,0 |\n```\n"
    files: dict[str, str | bytes] = {"1-a/index.md": CASE + table, "1-a/b.md": "---\ntitle: x\n---\n" + table}
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [("table-id-twice", "gsn/2022-09-26/1-a/b.md")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("{u Drift, Utfall}", True), ("{u: Drift, Utfall", True), ("{u}", True), ("{annat}", False)],
)
def test_half_a_citation_is_told(tmp_path: Path, typed: str, found: bool) -> None:
    table = "\n```ekonomi\nid: u\nenhet: kr\n\n| | Utfall |\n| Drift | 1 |\n```\n"
    _, findings = read(archive_of(tmp_path, {"1-a.md": f"{CASE}{table}\nDet är {typed} kronor.\n"}))
    assert [each for each in codes(findings) if each[0] == "cite-broken"] == [
        ("cite-broken", "gsn/2022-09-26/1-a.md")
    ] * found


@pytest.mark.parametrize(
    ("fence", "files", "code"),
    [
        ("id: utfall\nfil: tal.xlsx\n", {}, "finance-file"),
        ("fil: tal.xlsx\n", {}, "finance-file"),
        ("fil: tal.csv\n", {"tal.csv": 'id: utfall\nenhet: kr\n\n;Utfall\n"Drift;1\n'}, "finance-csv"),
        ("fil: tal.xlsx\n", {"tal.xlsx": b"PK"}, "workbook-broken"),
        ("fil: tal.xlsx!Blad9\n", {"tal.xlsx": _workbook(("Drift", 1))}, "workbook-sheet-listed"),
        ("fil: tal.xlsx\n", {"tal.xlsx": _workbook(("Drift", 1), hidden=5)}, "workbook-hidden-rows"),
        ("fil: tal.xlsx\n", {"tal.xlsx": _workbook(("Drift", "=1+1"))}, "workbook-formula"),
        ("fil: tal.xlsx\n", {"tal.xlsx": _workbook(("Drift", 1), merged="B5:C5")}, "workbook-merged"),
        ("id: utfall\nenhet: kr\n", {}, "finance-grid-missing"),
    ],
)
def test_what_cites_a_table_that_cannot_be_read_is_no_error_of_its_own(
    tmp_path: Path, fence: str, files: dict[str, str | bytes], code: str
) -> None:
    letter = f"{CASE}{CITING}\n```ekonomi\n{fence}```\n"
    beside = {f"1-a/{name}": content for name, content in files.items()}
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": letter, **beside}))
    assert [found for found, _ in codes(findings)] == [code]
    assert check_archive(archive, frozenset(f"gsn/2022-09-26/{name}" for name in beside)) == ()


def test_a_table_that_can_be_read_is_still_cited_by_its_names(tmp_path: Path) -> None:
    known = "\n```ekonomi\nid: budget\nenhet: kr\n\n| | Utfall |\n| Drift | 1 |\n```\n"
    letter = f"{CASE}\n{{budget: Drif, Utfall}} och {{utfall: Drift, Utfall}} och {{bok: A, B}}\n{known}"
    hidden = _workbook(("Drift", 1), hidden=5)
    text = f"{letter}\n```ekonomi\nfil: tal.xlsx\n```\n"
    _, findings = read(archive_of(tmp_path, {"1-a/index.md": text, "1-a/tal.xlsx": hidden}))
    assert sorted(found for found, _ in codes(findings)) == [
        "finance-cite-row",
        "finance-cite-table-listed",
        "workbook-hidden-rows",
    ]


def test_a_row_that_equals_one_of_a_table_that_cannot_be_read_is_not_told_of(tmp_path: Path) -> None:
    known = "\n```ekonomi\nenhet: kr\n\n| | Utfall |\n| Drift [lika: utfall/Drift] | 1 |\n```\n"
    files = {"1-a/index.md": f"{CASE}{known}\n```ekonomi\nfil: tal.xlsx\n```\n"}
    hidden = _workbook(("Drift", 1), hidden=5)
    archive, findings = read(archive_of(tmp_path, {**files, "1-a/tal.xlsx": hidden}))
    assert [found for found, _ in codes(findings)] == ["workbook-hidden-rows"]
    assert check_archive(archive, frozenset()) == ()
