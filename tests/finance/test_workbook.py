"""Excel workbooks as people save them, read as the tables of fences, and what is refused in them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.check.finance import check_table
from kallelse.model.finding import Place
from kallelse.read.finance import workbook
from kallelse.report import annotation_lines, finding_lines
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.finance.tables import FOLDER, PATH, UNHURRIED, codes, grid, said, table_of
from tests.finance.workbooks import SHEET, TABLE, read, saved, whole, with_part


def shown(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(min_row=7, min_col=2):
        for cell in row:
            cell.number_format = '#,##0.0;[Red]-#,##0.0 "mnkr"'


@pytest.mark.parametrize("end", ["_x000D_\n", "_x000d_", "_x000A_", "_x0009_"])
def test_the_end_of_a_line_in_a_cell_is_a_blank_however_the_file_writes_it(tmp_path: Path, end: str) -> None:
    rows = (("enhet:" + end + "mnkr",), (), (None, f"Utfall{end}jan–aug"), (f"Skola{end}och barnomsorg", 43))
    table = whole(tmp_path, saved(rows))
    assert table.unit == "mnkr"
    assert table.columns[1].heading == "Utfall jan–aug"
    assert grid(table) == [["Skola och barnomsorg", "43"]]


def test_a_sheet_is_the_table_that_the_same_cells_in_a_fence_are(tmp_path: Path) -> None:
    table = whole(tmp_path, saved(TABLE, shown))
    fence = table_of(
        "rubrik: Utfall, jan–aug\nenhet: mnkr\ntecken: belopp\ndecimaler: 1\n\n"
        "| | Januari–augusti 2022 | | | Helår 2022 |\n| | Budget | Utfall | Avvikelse | Prognos |\n"
        "| Intäkter | 43 | 50,36 | | 63,5 |\n| Kostnader | 43 | 46,2 | | 66,8 |\n| Netto | | | | |\n"
    )
    assert (table.caption, table.unit, table.signs) == (fence.caption, fence.unit, fence.signs)
    assert [[cell.text for cell in row] for row in table.head] == [[cell.text for cell in row] for row in fence.head]
    assert grid(table) == grid(fence)
    assert grid(table)[0] == ["Intäkter", "43,0", "50,4", "7,4", "63,5"]
    assert grid(table)[2] == ["Netto", "0,0", "−4,2", "4,2", "3,3"]


def test_rows_are_told_by_their_numbers_in_the_sheet(tmp_path: Path) -> None:
    table = whole(tmp_path, saved(TABLE))
    assert table.grid_path == f"{FOLDER}tal.xlsx"
    assert [row.line for row in table.rows] == [7, 8, 9]


def test_the_decimals_of_a_fence_go_before_those_of_formats(tmp_path: Path) -> None:
    table = whole(tmp_path, saved(TABLE, shown), head="decimaler: 2\n")
    assert grid(table)[0][1:4] == ["43,00", "50,36", "7,36"]


def test_figures_follow_the_language_of_the_site(tmp_path: Path) -> None:
    rows = (("unit: SEK million",), (), (None, "Budget", "Outcome"), ("Revenue", 1043.5, -1))
    assert grid(whole(tmp_path, saved(rows), language="en")) == [["Revenue", "1,043.5", "−1"]]


def test_percents_dates_and_truths_are_what_excel_shows(tmp_path: Path) -> None:
    rows = (
        ("enhet: mnkr",),
        (),
        (None, "Datum [text]", "Klar [text]", "Andel [%]"),
        ("A", dt.date(2022, 8, 31), True, 0.685),
        ("B", dt.datetime(2022, 9, 1, 13, 15), False, 0.07),
    )

    def change(sheet: Worksheet) -> None:
        for row in (4, 5):
            sheet.cell(row, 4).number_format = "0%"

    assert grid(whole(tmp_path, saved(rows, change))) == [
        ["A", "2022-08-31", "Ja", "69 %"],
        ["B", "2022-09-01 13:15", "Nej", "7 %"],
    ]


def test_a_heading_may_be_merged_over_its_columns_and_a_label_over_its_rows(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("B5:D5")
        sheet.merge_cells("A5:A6")

    assert grid(whole(tmp_path, saved(TABLE, change))) == grid(whole(tmp_path / "b", saved(TABLE)))


@given(value=st.decimals(-(10**9), 10**9, places=3))
@UNHURRIED
def test_a_figure_is_the_one_that_was_typed_in_excel(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    rows = (("enhet: kr",), ("decimaler: 3",), (), (None, "Utfall"), ("A", float(str(value))))
    table = whole(tmp_path_factory.mktemp("bok"), saved(rows))
    assert table.rows[0].cells[1].value == value


def test_what_a_float_cannot_hold_is_no_part_of_a_figure(tmp_path: Path) -> None:
    rows = (("enhet: kr",), (), (None, "Utfall"), ("A", 0.1 + 0.2), ("B", 9570.900000000001))
    assert [str(row.cells[1].value) for row in whole(tmp_path, saved(rows)).rows] == ["0.3", "9570.9"]


def test_a_sum_that_excel_has_wrong_is_found_in_the_sheet(tmp_path: Path) -> None:
    rows = (("enhet: kr",), (), (None, "Utfall"), ("A", 10), ("B", 20), ("Summa", 35))
    (finding,) = check_table(whole(tmp_path, saved(rows)))
    assert finding.place == Place(f"{FOLDER}tal.xlsx", 6, "Blad1!B6")
    first, _ = finding_lines([finding], "meetings", "sv")
    assert first.startswith(f"meetings/{FOLDER}tal.xlsx:Blad1!B6: fel: Summa, Utfall: det står 35 men")
    (line,) = annotation_lines([finding], "meetings", "sv")
    assert line.startswith(f"::error file=meetings/{FOLDER}tal.xlsx,line=6::Blad1!B6: Summa")


def hidden_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[8].hidden = True
    sheet.row_dimensions[40].hidden = True


def hidden_columns(sheet: Worksheet) -> None:
    sheet.column_dimensions.group("C", "D", hidden=True)


def merged_figures(sheet: Worksheet) -> None:
    sheet.merge_cells("B7:C7")


def put(place: str, value: object) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[place].value = value

    return change


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        (hidden_row, "workbook-hidden-rows", "dolda rader: 8."),
        (hidden_columns, "workbook-hidden-columns", "dolda kolumner: C, D."),
        (merged_figures, "workbook-merged", "Blad1!B7:C7"),
        (put("B9", "=B7-B8"), "workbook-formula", "Blad1!B9"),
        (put("B7", "#DIV/0!"), "workbook-error", "visar #DIV/0!"),
        (put("A2500", "Anteckning"), "workbook-large", "2500 rader"),
        (put("CA1", "Anteckning"), "workbook-large", "79 kolumner"),
        (put("XFD1048576", "x"), "workbook-large", "1048576 rader"),
    ],
)
def test_what_readers_would_not_see_or_excel_not_knows_is_refused(
    tmp_path: Path, change: Callable[[Worksheet], None], code: str, named: str
) -> None:
    table, findings = read(tmp_path, saved(TABLE, change))
    assert table is None
    assert codes(findings) == [code]
    assert named in f"{said(findings[0])} {findings[0].place.cell}"
    assert findings[0].place.path == f"{FOLDER}tal.xlsx"


def test_empty_rows_and_columns_may_be_hidden_or_have_borders(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions.group("H", "XFD", hidden=True)
        sheet.row_dimensions[12].hidden = True
        sheet["A3000"].number_format = "0.00"

    assert grid(whole(tmp_path, saved(TABLE, change))) == grid(whole(tmp_path / "b", saved(TABLE)))


def test_a_formula_has_the_value_that_excel_saved(tmp_path: Path) -> None:
    content = saved(TABLE, put("B9", "=B7-B8"))
    formula, value = b"<f>B7-B8</f><v></v>", b"<f>B7-B8</f><v>0</v>"
    repacked = with_part(content, "xl/worksheets/sheet1.xml", formula, value)
    assert load_workbook(io.BytesIO(repacked), data_only=True)["Blad1"]["B9"].value == 0
    assert grid(whole(tmp_path, repacked))[2][:2] == ["Netto", "0"]


@pytest.mark.parametrize("given", [b"<v></v>", b""])
def test_a_formula_that_gives_an_empty_text_leaves_its_cell_blank(tmp_path: Path, given: bytes) -> None:
    cell = b'<c r="B9" t="n"><v>77</v></c>'
    empty = b'<c r="B9" t="str"><f>IF(B7=0,B8,"")</f>' + given + b"</c>"
    content = with_part(saved(TABLE, put("B9", 77)), SHEET, cell, empty)
    assert grid(whole(tmp_path, content)) == grid(whole(tmp_path / "typed", saved(TABLE)))


@pytest.mark.parametrize(
    "formula",
    [
        b'<f t="array" ref="B9">SUM(B7:B8)</f>',
        b'<f t="shared" ref="B9:C9" si="0">B7-B8</f>',
        b'<f t="dataTable" ref="B9:B9" dt2D="0" dtr="0" r1="B7"/>',
        b"<f>B7-B8</f>",
        b"<f>B7-B8</f><v/>",
    ],
)
def test_a_formula_of_any_kind_without_a_value_is_refused(tmp_path: Path, formula: bytes) -> None:
    content = with_part(saved(TABLE, put("B9", 77)), SHEET, b"<v>77</v>", formula)
    table, findings = read(tmp_path, content)
    assert table is None
    assert codes(findings) == ["workbook-formula"]
    assert findings[0].place.cell == "Blad1!B9"


def test_a_formula_over_an_area_has_the_value_that_excel_saved(tmp_path: Path) -> None:
    formula = b'<f t="array" ref="B9">B7-B8</f><v>0</v>'
    content = with_part(saved(TABLE, put("B9", 77)), SHEET, b"<v>77</v>", formula)
    assert grid(whole(tmp_path, content))[2][:2] == ["Netto", "0"]


@pytest.mark.parametrize(
    ("old", "new", "code", "named"),
    [
        (b'<row r="8">', b'<row r="8" ht="0" customHeight="1">', "workbook-hidden-rows", "dolda rader: 8."),
        (
            b"<sheetData>",
            b'<cols><col min="3" max="4" width="0" customWidth="1"/></cols><sheetData>',
            "workbook-hidden-columns",
            "dolda kolumner: C, D.",
        ),
    ],
)
def test_rows_and_columns_of_no_size_are_as_hidden_as_others(
    tmp_path: Path, old: bytes, new: bytes, code: str, named: str
) -> None:
    table, findings = read(tmp_path, with_part(saved(TABLE), SHEET, old, new))
    assert table is None
    assert codes(findings) == [code]
    assert named in said(findings[0])


def test_rows_that_the_sheet_does_not_list_may_be_hidden(tmp_path: Path) -> None:
    """As programs write it that hide all rows below a table: the rows that are listed are seen."""
    content = with_part(saved(TABLE), SHEET, b"<sheetFormatPr base", b'<sheetFormatPr zeroHeight="1" base')
    assert grid(whole(tmp_path, content)) == grid(whole(tmp_path / "b", saved(TABLE)))


@pytest.mark.parametrize("value", [b"1E999", b"-1E999", b"1E300", b"1000000000000000"])
def test_a_number_without_bounds_is_told_at_its_cell(tmp_path: Path, value: bytes) -> None:
    content = with_part(saved(TABLE, put("B9", 77)), SHEET, b"<v>77</v>", b"<v>" + value + b"</v>")
    table, findings = read(tmp_path, content)
    assert table is None
    assert codes(findings) == ["workbook-figure"]
    assert findings[0].place.cell == "Blad1!B9"


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet  xmlns'


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, b"</row>", b"</rov>"),
        (SHEET, b"<worksheet xmlns", BOMB),
        (SHEET, b't="n"><v>50.36<', b't="s"><v>99999<'),
        (SHEET, b"<v>50.36<", b"<v>NaN<"),
        ("xl/workbook.xml", b"<workbook", b"<workbook <"),
        ("xl/styles.xml", b"<styleSheet", b"<styleSheet <"),
        ("[Content_Types].xml", b"<Types", b"<Types <"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships", b"<Relationships <"),
    ],
)
def test_a_workbook_with_a_part_that_is_broken_is_told(tmp_path: Path, part: str, old: bytes, new: bytes) -> None:
    table, findings = read(tmp_path, with_part(saved(TABLE), part, old, new))
    assert table is None
    assert codes(findings) == ["workbook-broken"]
    assert findings[0].place.path == f"{FOLDER}tal.xlsx"


@pytest.mark.parametrize(
    "area",
    [
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b'<hyperlinks><hyperlink ref="A:XFD" location="a"/></hyperlinks>',
    ],
)
def test_an_area_as_large_as_a_sheet_is_refused_before_it_is_laid_out(tmp_path: Path, area: bytes) -> None:
    content = with_part(saved(TABLE), SHEET, b"</sheetData>", b"</sheetData>" + area)
    table, findings = read(tmp_path, content)
    assert table is None
    assert codes(findings) == ["workbook-large"]


def test_one_of_several_sheets_is_named(tmp_path: Path) -> None:
    content = saved(TABLE, others=("Blad2", "Underlag"))
    table, findings = read(tmp_path, content)
    assert table is None
    assert codes(findings) == ["workbook-several"]
    assert "Blad1, Blad2, Underlag" in said(findings[0])
    _, findings = read(tmp_path, content, "tal.xlsx!Blad9")
    assert codes(findings) == ["workbook-sheet"]
    named, findings = read(tmp_path, content, "tal.xlsx!Blad1")
    assert findings == ()
    assert named is not None
    assert grid(named) == grid(whole(tmp_path / "b", saved(TABLE)))


def test_a_hidden_sheet_cannot_be_used(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"

    _, findings = read(tmp_path, saved(TABLE, change, others=("Framsida",)), "tal.xlsx!Blad1")
    assert codes(findings) == ["workbook-sheet-listed"]
    assert said(findings[0]).endswith("till exempel fil: tal.xlsx!Framsida. Bladen är: Framsida.")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half", b"enhet: kr\n", saved(TABLE)[:900]])
def test_a_broken_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    table, findings = read(tmp_path, content)
    assert table is None
    assert codes(findings) == ["workbook-broken"]


def test_a_workbook_that_unpacks_without_end_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_BYTES", 1000)
    _, findings = read(tmp_path, saved(TABLE))
    assert codes(findings) == ["workbook-heavy"]


def test_a_workbook_that_is_not_there_is_told_at_the_fence(tmp_path: Path) -> None:
    _, findings = read(tmp_path, None)
    assert codes(findings) == ["finance-file"]
    assert findings[0].place.path == PATH


def test_what_is_wrong_in_many_cells_is_told_once(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for cell in ("B7", "C7", "B8", "C8", "B9", "C9", "D9"):
            sheet[cell].value = "=1+1"
        sheet["E7"].value, sheet["E8"].value, sheet["E9"].value = "#DIV/0!", "#DIV/0!", "#REF!"

    _, findings = read(tmp_path, saved(TABLE, change))
    assert codes(findings) == ["workbook-formula-several", "workbook-error-several", "workbook-error"]
    assert "7 celler är formler som aldrig har räknats ut: B7, C7, B8, C8, B9, C9, …" in said(findings[0])
    assert findings[0].place.cell == "Blad1!B7"
    assert "2 celler visar #DIV/0!: E7, E8." in said(findings[1])
    assert "visar #REF!" in said(findings[2])


def test_a_sheet_that_is_not_there_suggests_the_nearest_of_the_same_workbook(tmp_path: Path) -> None:
    content = saved(TABLE, others=("Nämnd", "Underlag"))
    _, (finding,) = read(tmp_path, content, "tal.xlsx!Namnd")
    assert "Menar du Nämnd? Skriv bladets namn efter filens: fil: tal.xlsx!Nämnd." in said(finding)
    _, (finding,) = read(tmp_path / "b", content)
    assert "fil: tal.xlsx!Blad1." in said(finding)
