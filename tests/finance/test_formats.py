"""Numbers and times of a workbook as Excel shows them, by their formats, in the table, in a fence and in messages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from kallelse.check.finance import check_table
from kallelse.model.finance import FinanceTable
from kallelse.read.sources import read_sources
from kallelse.tables import tables_of, written
from openpyxl.worksheet.worksheet import Worksheet

from tests.finance.tables import FOLDER, codes, column, said
from tests.finance.workbooks import SHEET, read, saved, whole, with_part
from tests.folders import written as on_disk

# What is shown on either side of two limits of a format, and at each: whole, then in thousands.
CLIMBING = ((999, "999"), (1000, "1,0"), (1500, "1,5"), (2000, "2,0"), (2500, "2,50"))


def formatted(root: Path, figures: Sequence[object], code: str, role: str = "belopp") -> FinanceTable:
    """A table of one column whose cells have that format."""
    rows = [("enhet: tkr",), (), (None, f"Tal [{role}]"), *((f"Rad {n}", value) for n, value in enumerate(figures))]

    def change(sheet: Worksheet) -> None:
        for row in range(4, 4 + len(figures)):
            sheet.cell(row, 2).number_format = code

    return whole(root, saved(rows, change))


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ('#,##0" kr"', "kr"),
        ('#,##0.00\\ "kr";[Red]-#,##0.00\\ "kr"', "kr"),
        ('_-* #,##0\\ "kr"_-;-* #,##0\\ "kr"_-;_-* "-"\\ "kr"_-;_-@_-', "kr"),
        ("#,##0\\ [$kr-41D]", "kr"),
        ("[$SEK]\\ #,##0", "kr"),
        ("#,##0\\ \\m\\k\\r", "mnkr"),
        ('#,##0,," mnkr"', "mnkr"),
        ('#,##0" tkr"', ""),
        ('#,##0" KSEK"', ""),
        ('#,##0" per; år"', ""),
        ("#,##0\\ [$€-2]", ""),
        ("#,##0", ""),
    ],
)
def test_the_unit_that_a_format_says_is_that_of_the_table(tmp_path: Path, code: str, unit: str) -> None:
    rows = (("enhet: tkr",), (), (None, "Budget", "Utfall"), ("Skola", 12500000.0, 4.0), ("Vård", 2.0, 3.0))

    def change(sheet: Worksheet) -> None:
        sheet["B4"].number_format = code

    table, findings = read(tmp_path, saved(rows, change))
    assert codes(findings) == (["finance-cell-unit"] if unit else [])
    assert all(f" {unit}” har en annan enhet än tkr" in said(finding) for finding in findings)
    assert table is not None
    assert "kr" not in column(table, 1)[0]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.867513461538461, "0.0%", "86,8 %"),
        (0.867513461538461, "0%", "87 %"),
        (0.125, "0.00\\ %", "12,50 %"),
        (12.5, '0.0" %"', "12,5 %"),
        (-12.5, "0.0\\%;-0.0\\%", "−12,5 %"),
        (11870.4, "#,##0", "11 870"),
        (1870, "#,##0,000", "1 870"),
        (1870, "0,000", "1 870"),
        (-1910.5, "#,##0", "−1 911"),
        (459.09999999999854, "#,##0.0", "459,1"),
        (459.09999999999854, "General", "459,1"),
        (5.551115123125783e-17, "General", "0"),
        (0.1 + 0.2, "General", "0,3"),
        (1000000.1 - 1000000, "General", "0,1"),
        (86.7513461538461, "General", "86,8"),
        (0.867513461538461, "General", "0,868"),
        (370370367.037038, "General", "370 370 367"),
        (1234.5678, "General", "1 234,5678"),
        (12500400, "#,##0,", "12 500"),
        (12500400, "#,##0.0,", "12 500,4"),
        (12500400, "0.00,,", "12,50"),
        (12500400, '[>=1000000]0.0,,"M";[>=1000]0,"k";0', "12,5"),
        (12400, '[>=1000000]0.0,,"M";[>=1000]0,"k";0', "12"),
        (4210.4, '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-', "4 210,40"),
        (-4210.4, '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-', "−4 210,40"),
        (0, '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', "0"),
        *((value, "[<1000]0;[<=2000]0.0,;0.00,", shown) for value, shown in CLIMBING),
        *((value, "[>2000]0.00,;[>=1000]0.0,;0", shown) for value, shown in CLIMBING),
        (500, "[=500]0.0,;[<>400]0.00;0", "0,5"),
        (300, "[=500]0.0,;[<>400]0.00;0", "300,00"),
        (600, "[=500]0.0,;[<>400]0.00;0", "600,00"),
        (400, "[=500]0.0,;[<>400]0.00;0", "400"),
        (-3.25, "#,##0.0;(#,##0.0)", "−3,3"),
        (2.5, "0.##", "2,5"),
        (2.0, "# ##0.0#", "2,0"),
        (2.5, "+0.0;-0.0", "+2,5"),
        (1234.5, "0.00E+00", "1 234,5"),
        (0.5, "# ?/?", "0,5"),
        (7, "@", "7"),
    ],
)
def test_a_number_has_the_decimals_that_its_format_shows(tmp_path: Path, value: object, code: str, shown: str) -> None:
    role = "andel" if "%" in code else "belopp"
    assert column(formatted(tmp_path, [value], code, role), 1) == [shown]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [(310, "0000", "0310"), (-7, "000", "-007"), (7, "+000", "+007"), (12345, "000", "12345")],
)
def test_a_code_keeps_the_zeros_that_its_format_puts_before_it(
    tmp_path: Path, value: object, code: str, shown: str
) -> None:
    rows = (("enhet: tkr",), (), (None, "Ansvar", "Utfall"), (value, value, 7))

    def change(sheet: Worksheet) -> None:
        sheet["A4"].number_format = sheet["B4"].number_format = code

    table = whole(tmp_path, saved(rows, change))
    assert table.rows[0].label == shown
    expected = shown if len(shown) < 5 else "12 345"
    assert column(table, 1) == [expected]


def test_decimals_that_never_end_are_as_many_as_the_other_figures_have(tmp_path: Path) -> None:
    table = formatted(tmp_path, [1234.25, 2345.123456789, 98.7654321098765], "General")
    assert column(table, 1) == ["1 234,25", "2 345,12", "98,77"]


def test_a_formula_may_leave_more_decimals_than_are_typed(tmp_path: Path) -> None:
    content = saved((("enhet: tkr",), (), (None, "Tal [belopp]"), ("A", 12500), ("B", 77)))
    made = with_part(content, SHEET, b"<v>77</v>", b"<f>B4*0.0000632</f><v>0.79136</v>")
    assert column(whole(tmp_path, made), 1) == ["12 500", "0,791"]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (dt.timedelta(hours=26, minutes=30, seconds=59), "[h]:mm", "26:30"),
        (dt.timedelta(hours=26, minutes=30, seconds=5), "[h]:mm:ss", "26:30:05"),
        (dt.timedelta(minutes=90, seconds=5), "[mm]:ss", "90:05"),
        (dt.time(13, 15), "h:mm", "13:15"),
        (dt.datetime(2022, 8, 31, 13, 15), "yyyy-mm-dd", "2022-08-31"),
        (dt.datetime(2022, 8, 31, 13, 15), "d/m/yy\\ h:mm;@", "2022-08-31 13:15"),
        (dt.datetime(2022, 8, 31), "d/m/yy\\ h:mm;@", "2022-08-31"),
        (dt.datetime(2022, 8, 31, 13, 15), "h:mm", "13:15"),
        (dt.datetime(2022, 8, 31), "h:mm", "00:00"),
        (dt.date(2022, 8, 1), "mmm\\-yy", "2022-08"),
        (dt.date(2022, 8, 1), "[$-41D]mmmm\\ yyyy;@", "2022-08"),
        (dt.date(2022, 8, 31), "d\\ mmm", "2022-08-31"),
        (True, "General", "Ja"),
    ],
)
def test_a_time_is_never_counted_and_is_told_of_among_figures(
    tmp_path: Path, value: object, code: str, shown: str
) -> None:
    rows = [("enhet: tkr",), (), (None, "Tal [belopp]"), ("A", 12), ("B", value)]
    table = whole(tmp_path, saved(rows, lambda sheet: setattr(sheet.cell(5, 2), "number_format", code)))
    assert column(table, 1) == ["12", shown]
    (finding,) = check_table(table)
    assert finding.code == "finance-figure-like"
    assert shown in said(finding)


@pytest.mark.parametrize(("code", "shown"), [("mmm\\-yy", "2022-01"), ("yyyy", "2022"), ("yyyy-mm-dd", "2022-01-01")])
def test_a_period_that_excel_keeps_as_a_day_is_no_day_in_a_heading(tmp_path: Path, code: str, shown: str) -> None:
    rows = (("enhet: tkr",), (), (None, dt.date(2022, 1, 1)), ("A", 5))
    content = saved(rows, lambda sheet: setattr(sheet["B3"], "number_format", code))
    assert whole(tmp_path, content).columns[1].heading == shown


@pytest.mark.parametrize(
    ("value", "code"), [(99999999, "yyyy-mm-dd"), (-5, "yyyy-mm-dd"), (-1.5, "[h]:mm"), (0, "yyyy-mm-dd")]
)
def test_a_day_that_excel_does_not_show_is_told_at_its_cell(tmp_path: Path, value: float, code: str) -> None:
    rows = (("enhet: tkr",), (), (None, "Tal"), ("A", value))
    content = saved(rows, lambda sheet: setattr(sheet["B4"], "number_format", code))
    table, findings = read(tmp_path, content)
    assert table is None
    assert codes(findings) == ["workbook-time"]
    assert findings[0].place.cell == "Blad1!B4"


@pytest.mark.parametrize(
    ("value", "code", "is_told"),
    [
        (4, ";;;", True),
        (-4, "0;;", True),
        (-4, "0;[Red]", True),
        (4, '[<10]"";0', True),
        (40, '[<10]"";0', False),
        (4, '" ";\\ ;_-', True),
        ("ord", ";;;", True),
        ("ord", ";;", False),
        ("ord", "0;0;0;@", False),
        (0, "0;-0;;@", False),
        (0, ";;;", False),
        (-4, '0;"mindre"', False),
        (-4, "0;\\–", False),
        (4, "General", False),
    ],
)
def test_what_a_format_hides_is_told_at_its_cell(tmp_path: Path, value: object, code: str, is_told: bool) -> None:
    rows = (("enhet: tkr",), (), (None, "Tal", "Kommentar"), ("A", 1, value), ("B", 2, value))
    content = saved(rows, lambda sheet: setattr(sheet["C4"], "number_format", code))
    table, findings = read(tmp_path, content)
    assert (table is None) is is_told
    assert [(each.code, each.place.cell) for each in findings] == [("workbook-unseen", "Blad1!C4")] * is_told


SHARES = (
    ("enhet: tkr",),
    ("tecken: belopp",),
    (),
    (None, "Prognos", "Utfall", "Avvikelse [= Prognos − Utfall]", "Förbrukat [andel = Utfall / Prognos]"),
    ("Plan", 15000, 11870.4, 15000 - 11870.4, 11870.4 / 15000),
    ("Gata", 52000, 45110.7, 52000 - 45110.7, 45110.7 / 52000),
    ("Fastighet", 26000, 21340.9, 26000 - 21340.9, 21340.9 / 26000),
    ("Summa", 93000, 78322, 93000 - 78322, 78322 / 93000),
)


def as_shown(sheet: Worksheet) -> None:
    for row in range(5, 9):
        for at, code in ((2, "#,##0"), (3, "#,##0"), (4, "#,##0"), (5, "0.0%")):
            sheet.cell(row, at).number_format = code


def test_checks_go_by_what_is_behind_a_figure_within_the_rounding_of_what_is_shown(tmp_path: Path) -> None:
    table = whole(tmp_path, saved(SHARES, as_shown))
    assert check_table(table) == ()
    assert column(table, 2) == ["11 870", "45 111", "21 341", "78 322"]
    assert column(table, 4) == ["79,1 %", "86,8 %", "82,1 %", "84,2 %"]
    wrong = [*SHARES[:-1], ("Summa", 93000, 78422, 93000 - 78422, 78422 / 93000)]
    finding, *_ = check_table(whole(tmp_path / "b", saved(wrong, as_shown)))
    assert "det står 78 422 men" in said(finding).replace("\u00a0", " ")
    assert "blir 78 322. Avrundning förklarar högst 1." in said(finding).replace("\u00a0", " ")


def test_a_fence_holds_the_figures_that_the_workbook_shows(tmp_path: Path) -> None:
    sources, _ = read_sources(on_disk(tmp_path / "meetings", {f"{FOLDER}tal.xlsx": saved(SHARES, as_shown)}))
    (found,), findings = tables_of(sources, f"{FOLDER}tal.xlsx", "sv")
    assert findings == ()
    for form in ("", ".csv", ".xlsx"):
        assert written(found, form, "Blad1", "sv") is not None
    fence = (written(found, "", "Blad1", "sv") or b"").decode()
    assert "| Gata      | 52000   | 45111  | 6889                           | 86,8 %" in fence


def test_kronor_with_hidden_ores_are_rounded_ones(tmp_path: Path) -> None:
    rows = (("enhet: kr",), (), (None, "Tal"), *((name, 1000 / 3) for name in "ABC"), ("Summa", 1000))

    def change(sheet: Worksheet) -> None:
        for row in range(4, 8):
            sheet.cell(row, 2).number_format = "#,##0.00"

    table = whole(tmp_path, saved(rows, change))
    assert column(table, 1) == ["333,33", "333,33", "333,33", "1 000,00"]
    assert check_table(table) == ()
