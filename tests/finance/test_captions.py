"""Titles and units that stand in rows of their own around the grid of a file: told once, with what to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kallelse.check.finance import check_table
from kallelse.locale.finance import unit_in
from kallelse.locale.findings import remedy
from kallelse.model.finding import Finding
from openpyxl.worksheet.worksheet import Worksheet

from tests.finance.tables import FOLDER, codes, read, said
from tests.finance.workbooks import read as read_workbook
from tests.finance.workbooks import saved

HEADED = (
    (None, "Januari–oktober 2026", None, "Helår 2026"),
    ("Verksamhet", "Budget", "Utfall", "Prognos"),
    ("Plan", -12500, -11870, -15000),
    ("Gata", -43200, -45111, -52000),
    ("Summa", -55700, -56981, -67000),
)


def merged(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B4:C4")


def lines(finding: Finding) -> list[str]:
    """The facts that the finding says should be written."""
    return re.findall("”([^”]+: [^”]+)”", remedy(finding, "sv"))


@pytest.mark.parametrize(
    ("above", "below", "rows", "told"),
    [
        (
            (("Nämnden – uppföljning oktober 2026",), ("Belopp i tkr",), ()),
            (),
            "1, 2",
            ["rubrik: Nämnden – uppföljning oktober 2026", "enhet: tkr"],
        ),
        ((("Utfall (mnkr)",), (), ()), (), "1", ["rubrik: Utfall", "enhet: mnkr"]),
        (
            (("Utfall",), ("enhet: tkr",), ()),
            ((), ("Källa: ekonomisystemet",)),
            "1, 2, 10",
            ["rubrik: Utfall", "enhet: tkr", "källa: ekonomisystemet"],
        ),
        ((("Utfall",), ("Per den 31 oktober",), (None, None, None, "Tkr")), (), "1, 2, 3", [
            "rubrik: Utfall", "not: Per den 31 oktober", "enhet: tkr",
        ]),
    ],
)  # fmt: skip
def test_rows_of_words_above_the_headings_are_told_once_with_what_to_write(
    tmp_path: Path, above: tuple[tuple[str, ...], ...], below: tuple[tuple[str, ...], ...], rows: str, told: list[str]
) -> None:
    table, findings = read_workbook(tmp_path, saved((*above, *HEADED, *below), merged))
    assert table is not None
    assert codes((*findings, *check_table(table))) == ["finance-captions"]
    assert f"(rad {rows})" in said(findings[0])
    assert findings[0].place.cell == "Blad1!A1"
    assert lines(findings[0]) == told
    written = saved((*((line,) for line in told), (), *HEADED))
    mended, after = read_workbook(tmp_path / "b", written)
    assert after == ()
    assert mended is not None
    assert (mended.caption, mended.unit, mended.note) == (table.caption, table.unit, table.note)
    assert [row.label for row in mended.rows] == [row.label for row in table.rows]


def test_a_source_below_the_table_is_told_where_it_belongs(tmp_path: Path) -> None:
    rows = (("enhet: tkr",), (), *HEADED, (), ("Källa: ekonomisystemet",))
    table, findings = read_workbook(tmp_path, saved(rows))
    assert table is not None
    assert codes((*findings, *check_table(table))) == ["finance-captions-below"]
    assert lines(findings[0]) == ["källa: ekonomisystemet"]


def test_a_title_that_a_fact_says_already_goes(tmp_path: Path) -> None:
    rows = (("rubrik: Utfall",), ("enhet: tkr",), ("not: x",), (), ("Utfall oktober",), (), *HEADED)
    _, findings = read_workbook(tmp_path, saved(rows))
    assert codes(findings) == ["finance-captions-twice"]


def test_titles_in_a_csv_file_are_told_too() -> None:
    text = "Utfall;;\nBelopp i tkr;;\n;;\n;Budget;Utfall\nPlan;1;2\n"
    _, findings = read("fil: tal.csv\n", files={f"{FOLDER}tal.csv": text})
    assert codes(findings) == ["finance-captions"]
    assert lines(findings[0]) == ["rubrik: Utfall", "enhet: tkr"]


@pytest.mark.parametrize(
    "rows",
    [
        "| Nämnd | | |\n| | Budget | Utfall |\n| A | 1 | 2 |\n",
        "| | Januari | |\n| | Budget | Utfall |\n| A | 1 | 2 |\n",
        "| | Budget | Utfall |\n| Drift | | |\n| A | 1 | 2 |\n",
        "| Drift | | |\n| A | 1 | 2 |\n",
    ],
)
def test_a_heading_alone_in_its_row_is_no_title(rows: str) -> None:
    _, findings = read(f"enhet: tkr\n\n{rows}")
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "unit", "rest"),
    [
        ("Belopp i tkr", "tkr", ""),
        ("(mnkr)", "mnkr", ""),
        ("Alla belopp anges i miljoner kronor.", "mnkr", ""),
        ("Utfall oktober i tusental kronor", "tkr", "Utfall oktober"),
        ("Amounts in SEK thousand", "tkr", ""),
        ("Avgifter för krubbor", "", "Avgifter för krubbor"),
        ("Kostnad, kr/inv", "", "Kostnad, kr/inv"),
        ("Plan 2027", "", "Plan 2027"),
    ],
)
def test_a_unit_in_a_line_of_words_is_found(text: str, unit: str, rest: str) -> None:
    assert unit_in(text) == (unit, rest)
