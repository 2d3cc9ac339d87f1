"""Fences and CSV files as they are typed, and everything that can be wrong with them."""

from __future__ import annotations

import pytest
from kallelse.model.finance import DeviationRule, HeadCell, Signs
from kallelse.model.finding import Place, Severity

from tests.finance.tables import FOLDER, PATH, all_findings, codes, grid, read, said, table_of

UNIT = "enhet: mnkr\n\n"
SMALL = UNIT + "| | Budget | Utfall |\n| A | 1,0 | 2,0 |\n"


def test_head_lines_say_what_the_table_is() -> None:
    table = table_of(
        "rubrik: Utfall, jan–aug\nenhet: mnkr\ntecken: belopp\navvikelse: utfall − budget\ndecimaler: 1\n"
        "not: Enligt nämnden.\nid: utfall\n\n| | Budget |\n| A | 1,0 |\n",
        line=40,
    )
    assert (table.caption, table.unit, table.note, table.id) == ("Utfall, jan–aug", "mnkr", "Enligt nämnden.", "utfall")
    assert (table.signs, table.deviation, table.decimals) == (Signs.AMOUNT, DeviationRule.OUTCOME_LESS_BUDGET, 1)
    assert (table.path, table.line, table.grid_path) == (PATH, 40, "")
    assert [row.line for row in table.rows] == [49]


def test_both_languages_are_understood_and_figures_follow_the_language_of_the_site() -> None:
    table = table_of(
        "caption: Result\nunit: SEK million\nsigns: amount\ndeviation: plus is good\n\n"
        "| | Budget | Outcome | Deviation |\n| Revenue | 1,043.0 | 1,050.4 | |\n| Costs | 43.0 | 46.2 | |\n| "
        "Net | | | |\n",
        language="en",
    )
    assert table.unit == "SEK million"
    assert grid(table)[2] == ["Net", "−1,000.0", "−1,004.2", "4.2"]


def test_tabs_pasted_from_a_spreadsheet_are_cells() -> None:
    table = table_of("enhet: mnkr\n\n\tBudget\tUtfall\t\nA\t1,0\t2,0\t\nSumma\t\t\n")
    assert grid(table) == [["A", "1,0", "2,0"], ["Summa", "1,0", "2,0"]]


def test_a_line_of_dashes_says_where_the_headings_end() -> None:
    table = table_of("enhet: mnkr\n\n| Nr | Text |\n|---|:---|\n| Ett | Två |\n")
    assert table.head == ((HeadCell("Nr", 0), HeadCell("Text", 1)),)
    assert grid(table) == [["Ett", "Två"]]


def test_a_table_may_have_no_headings() -> None:
    table = table_of("enhet: mnkr\n\n| A | 1,0 |\n| B | 2,0 |\n| Summa | |\n")
    assert table.head == ()
    assert grid(table)[2] == ["Summa", "3,0"]


def test_amounts_among_which_one_could_be_a_year_are_amounts() -> None:
    source = "enhet: kr\n\n| | Start |\n| A | 2001 |\n| B | 12 |\n| Summa | {} |\n"
    assert all_findings(source.format("2013")) == ()
    assert codes(all_findings(source.format("2031"))) == ["finance-sum-wrong"]


def test_years_in_headings_are_no_figures() -> None:
    table = table_of("enhet: mnkr\n\n| | 2022 [jämförelse] | 2023 |\n| A | 1,0 | 2,0 |\n")
    assert [column.heading for column in table.columns] == ["", "2022", "2023"]


def test_blank_rows_and_blank_columns_at_the_end_are_left_out() -> None:
    table = table_of("enhet: mnkr\n\n| | Budget | |\n| A | 1,0 | |\n| | | |\n| B | 2,0 | |\n")
    assert grid(table) == [["A", "1,0"], ["B", "2,0"]]


def test_a_pipe_or_bracket_after_a_backslash_is_printed() -> None:
    table = table_of("enhet: mnkr\n\n| | Kommentar | Budget |\n| A \\[ny] | x \\| y | 1,0 |\n")
    assert grid(table) == [["A [ny]", "x | y", "1,0"]]


def test_footnotes_stay_in_print_and_do_not_hide_a_mark() -> None:
    table = table_of("enhet: mnkr\n\n| | 2023-08-31* |\n| Service** | -21,0** |\n| Netto [summa]* | |\n")
    assert grid(table) == [["Service**", "−21,0**"], ["Netto*", "−21,0"]]
    assert table.head[0][1].text == "2023-08-31*"


def test_a_blank_heading_beside_a_heading_over_both_lines_does_not_join_it() -> None:
    table = table_of("enhet: mnkr\n\n| Nämnd | | 2023 | |\n| | Not | Budget | Utfall |\n| A | 1 | 1,0 | 2,0 |\n")
    assert table.head == (
        (HeadCell("Nämnd", 0, 1, 2), HeadCell("Not", 1, 1, 2), HeadCell("2023", 2, 2)),
        (HeadCell("Budget", 2), HeadCell("Utfall", 3)),
    )


def test_three_lines_of_headings_nest() -> None:
    table = table_of(
        "enhet: mnkr\n\n| | Kommunen | | | |\n| | 2022 | | 2023 | |\n| | Budget | Utfall | Budget | Utfall |\n"
        "| A | 1,0 | 2,0 | 3,0 | 4,0 |\n"
    )
    assert table.head[0] == (HeadCell("", 0, 1, 3), HeadCell("Kommunen", 1, 4))
    assert table.head[1] == (HeadCell("2022", 1, 2), HeadCell("2023", 3, 2))
    assert table.columns[4].name == "Kommunen, 2023, Utfall"


CSV = (
    "\ufeffrubrik: Utfall, nämnden;;\r\nenhet: mnkr;;\r\n;;\r\n"
    ';"Budget\r\n2023";Utfall\r\nA;43,0;1 050,4\r\nSumma;;\r\n'
)


def test_a_csv_file_carries_the_same_grid_with_its_head_lines_in_the_first_column() -> None:
    table = table_of("id: utfall\nfil: utfall.csv\n", files={FOLDER + "utfall.csv": CSV}, line=12)
    assert (table.caption, table.unit, table.id) == ("Utfall, nämnden", "mnkr", "utfall")
    assert (table.path, table.line, table.grid_path) == (PATH, 12, FOLDER + "utfall.csv")
    assert table.columns[1].heading == "Budget 2023"
    assert grid(table) == [["A", "43,0", "1 050,4"], ["Summa", "43,0", "1 050,4"]]
    assert [row.line for row in table.rows] == [6, 7]


def test_a_csv_file_with_commas_quotes_its_figures() -> None:
    table = table_of("enhet: mnkr\nfil: a.csv\n", files={FOLDER + "a.csv": ',Budget,Utfall\nA,"43,0","50,4"\n'})
    assert grid(table) == [["A", "43,0", "50,4"]]


def test_the_separator_is_taken_from_the_first_line_of_the_grid() -> None:
    text = 'rubrik: Utfall; jan, feb\n\n,"Budget; Norr","Utfall"\n"A; b","43,0","50,4"\n'
    table = table_of("enhet: mnkr\nfil: a.csv\n", files={FOLDER + "a.csv": text})
    assert grid(table) == [["A; b", "43,0", "50,4"]]


def test_a_csv_file_may_stand_in_a_folder_beside() -> None:
    table = table_of("enhet: mnkr\nfil: ../siffror/a.csv\n", files={"gsn/2022-09-26/siffror/a.csv": ";Budget\nA;1,0\n"})
    assert grid(table) == [["A", "1,0"]]


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("saknas.csv", {}),
        ("cp1252.csv", {FOLDER + "cp1252.csv": ";Int\ufffdkter\nA;1,0\n"}),
        ("../../../../etc/passwd", {"etc/passwd": ";A\n"}),
    ],
)
def test_a_file_that_is_not_there_or_not_utf8_is_refused_and_says_how_to_save(name: str, files: dict[str, str]) -> None:
    table, findings = read(f"enhet: mnkr\nfil: {name}\n", files=files, line=7)
    assert table is None
    assert codes(findings) == ["finance-file"]
    assert findings[0].place == Place(PATH, 8)
    assert "UTF-8" in said(findings[0])


def test_findings_in_a_csv_file_name_its_own_lines() -> None:
    _, findings = read("enhet: mnkr\nfil: a.csv\n", files={FOLDER + "a.csv": ";Budget\nA;1.0,5\n"})
    assert [finding.place for finding in findings] == [Place(FOLDER + "a.csv", 2)]


def test_an_unclosed_quote_in_a_csv_file_is_a_finding() -> None:
    _, findings = read("enhet: mnkr\nfil: a.csv\n", files={FOLDER + "a.csv": ';Budget\n"A;1,0\n'})
    assert "finance-csv" in codes(findings)


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        (SMALL.replace("enhet", "enhett"), "finance-key-unknown", 1),
        ("enhet: mnkr\n" + SMALL, "finance-key-twice", 2),
        (SMALL.replace("mnkr", "mnkrr"), "finance-value-unknown", 1),
        (SMALL.replace("enhet: mnkr\n", ""), "finance-unit-missing", 1),
        ("tecken: olika\n" + SMALL, "finance-value-unknown-listed", 1),
        ("avvikelse: minus är bra\n" + SMALL, "finance-value-unknown", 1),
        ("decimaler: två\n" + SMALL, "finance-decimals", 1),
        ("id: mitt utfall\n" + SMALL, "finance-id", 1),
        ("Det här är en tabell\n" + SMALL, "finance-head-line", 1),
        (SMALL + "Källa: nämnden\n", "finance-grid-line", 5),
        ("enhet: mnkr\n", "finance-grid-missing", 1),
        ("fil: a.csv\n" + SMALL, "finance-grid-twice", 1),
        (SMALL + "| B | 1,0 | 2,0 | 3,0 |\n", "finance-cells-many", 5),
        (SMALL + "| B | 1,0 |\n", "finance-cells-few", 5),
        (SMALL + "| B [grup] | 1,0 | 2,0 |\n", "finance-mark-unknown", 5),
        (SMALL.replace("Utfall", "Utfall [utfal]"), "finance-mark-unknown", 3),
        (SMALL.replace("| | Budget", "| Nämnd [budget] | Budget"), "finance-mark-unknown", 3),
        (SMALL + "| B [grupp, summa] | 1,0 | 2,0 |\n", "finance-marks-clash", 5),
        (SMALL.replace("Utfall", "Utfall [utfall, budget]"), "finance-marks-clash", 3),
        (SMALL + "| B [lika] | 1,0 | 2,0 |\n", "finance-equal-empty", 5),
        (SMALL.replace("Utfall", "Utfall och prognos"), "finance-role-several", 3),
        (SMALL.replace("Utfall", "Start").replace("2,0", "2022"), "finance-years", 3),
        ("tecken: belopp\n" + SMALL + "| Intäkter och kostnader | 1,0 | 2,0 |\n", "finance-nature-several", 6),
        (SMALL + "| B [rubrik] | 1,0 | 2,0 |\n", "finance-heading-figures", 5),
        (SMALL.replace("2,0", "7, 0"), "finance-figure-blanks", 4),
        (SMALL.replace("2,0", "12 34"), "finance-figure-blanks", 4),
        (SMALL.replace("2,0", "1.234,5"), "finance-figure-point", 4),
        (SMALL.replace("2,0", "(34)"), "finance-figure-brackets", 4),
        (SMALL.replace("2,0", "34-"), "finance-figure-minus", 4),
        (SMALL.replace("2,0", "2,O"), "finance-figure-letters", 4),
        (SMALL.replace("2,0", "1,2,3"), "finance-figure", 4),
        (SMALL.replace("2,0", "2 tkr"), "finance-cell-unit", 4),
        (SMALL.replace("Utfall", "Utfall [= Budget +]"), "finance-formula", 3),
        (SMALL.replace("Utfall", "Utfall [= Buget · 2]"), "finance-name-unknown", 3),
        (SMALL + "| B [= A − C] | | |\n", "finance-name-unknown-listed", 5),
        (SMALL + "| A | 1,0 | 2,0 |\n| B [= A] | | |\n", "finance-name-several", 6),
        (SMALL + "| B [= C] | | |\n| C [= B] | | |\n", "finance-circle", 5),
        (UNIT + "| | Budget | Utfall | Prognos | Avvikelse |\n| A | 1 | 2 | 3 | |\n", "finance-base-several", 3),
        (UNIT + "| | Ram | Utfall | Avvikelse |\n| A | 1 | 2 | |\n", "finance-base-missing", 3),
        (UNIT + "| | Budget | Utfall | % |\n| A | 1 | 2 | |\n", "finance-share-several", 3),
        (UNIT + "| | Budget | Tillägg | Summa |\n| A | 1 | 2 | |\n", "finance-columns-several", 3),
    ],
)  # fmt: skip
def test_what_is_wrong_is_an_error_at_its_line(source: str, code: str, line: int) -> None:
    _, findings = read(source, line=1)
    found = [finding for finding in findings if finding.code == code]
    assert found
    assert found[0].place == Place(PATH, line)
    assert found[0].severity is Severity.ERROR
    assert "{" not in said(found[0], "sv") + said(found[0], "en")


def test_a_column_of_figures_with_points_is_pointed_out() -> None:
    _, findings = read("enhet: mnkr\n\n| | Kommunen |\n| A | 1.5 |\n")
    assert [(finding.code, finding.severity) for finding in findings] == [("finance-text-points", Severity.REMARK)]


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        (SMALL.replace("enhet", "ehnet"), "Menar du ”enhet”?"),
        (SMALL.replace("mnkr", "mkrn"), "Menar du ”mkr”?"),
        (SMALL + "| B [delsuma] | 1,0 | 2,0 |\n", "Menar du [delsumma]?"),
        (SMALL.replace("Utfall", "Utfall [utfal]"), "Menar du [utfall]?"),
        (SMALL + "| B [= a − Ab] | | |\n", "Menar du ”A”?"),
    ],
)
def test_an_unknown_word_suggests_the_nearest_known_one(source: str, hint: str) -> None:
    assert hint in said(all_findings(source)[0])


def test_an_unknown_mark_is_read_as_the_nearest_so_that_one_slip_gives_one_finding() -> None:
    found = all_findings(SMALL + "| B | 1,0 | 2,0 |\n| C [suma] | 2,0 | 4,0 |\n| Totalt | 2,0 | 4,0 |\n")
    assert codes(found) == ["finance-mark-unknown"]


def test_a_deviation_with_two_outcomes_says_what_to_write() -> None:
    _, findings = read("enhet: mnkr\n\n| | Budget | Utfall | Prognos | Avvikelse |\n| A | 1 | 2 | 3 | |\n", line=6)
    assert [said(finding) for finding in findings] == [
        (
            f"{PATH}:8 Kolumnen Avvikelse har både Utfall och Prognos att räkna med. Skriv vilken som menas, till "
            "exempel ”Avvikelse [= Prognos − Budget]”, eller märk jämförelseår med [jämförelse]."
        )
    ]


def test_a_table_is_made_of_what_could_be_read_in_spite_of_errors() -> None:
    table, findings = read(SMALL.replace("2,0", "2, 0"))
    assert codes(findings) == ["finance-figure-blanks"]
    assert table is not None
    assert grid(table) == [["A", "1,0", "2, 0"]]


@pytest.mark.parametrize(
    "source", ["", "\n\n", "|", "||", "| |", "enhet: mnkr\n\n|---|\n", "\t", "enhet:", "[=]", "| [= |"]
)
def test_scraps_give_findings_and_no_exception(source: str) -> None:
    _, findings = read(source)
    assert findings


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ("källa: ekonomisystemet", "Källa: ekonomisystemet"),
        ("not: Preliminärt.\nkälla: ekonomisystemet", "Preliminärt. Källa: ekonomisystemet"),
        ("källa: ekonomisystemet\nnot: Preliminärt.", "Preliminärt. Källa: ekonomisystemet"),
    ],
)
def test_a_table_names_its_source_after_its_note(lines: str, note: str) -> None:
    assert table_of(f"enhet: kr\n{lines}\n\n| | Budget |\n| a | 1 |\n").note == note
