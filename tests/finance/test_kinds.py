"""What rows and columns are understood to be, and what is added to what."""

from __future__ import annotations

import pytest
from kallelse.check.finance import check_table
from kallelse.model.finance import FinanceRowKind, Role
from kallelse.model.sums import added_rows

from tests.finance.tables import all_findings, codes, column, grid, read, table_of

HEAD = "enhet: mnkr\n\n| | Belopp |\n"


def rows(*lines: str) -> str:
    return HEAD + "".join(f"| {line} |\n" for line in lines)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Intäkter", FinanceRowKind.REVENUE),
        ("Verksamhetens inkomster", FinanceRowKind.REVENUE),
        ("Skatteintäkter", FinanceRowKind.REVENUE),
        ("Personalkostnader", FinanceRowKind.COST),
        ("Övriga utgifter", FinanceRowKind.COST),
        ("Delsumma 1", FinanceRowKind.SUBTOTAL),
        ("Summa tillgångar", FinanceRowKind.SUM),
        ("TOTALT", FinanceRowKind.TOTAL),
        ("Netto", FinanceRowKind.SUM),
        ("varav leasing", FinanceRowKind.OF_WHICH),
        ("Nettokostnad", FinanceRowKind.ITEM),
        ("Totala löner", FinanceRowKind.ITEM),
        ("Kommunstyrelsen", FinanceRowKind.ITEM),
        ("Soliditet (%)", FinanceRowKind.INFORMATION),
        ("Kostnad per elev, kr/inv", FinanceRowKind.INFORMATION),
        ("Lån (mnkr)", FinanceRowKind.ITEM),
        ("Årets resultat [summa]", FinanceRowKind.SUM),
        ("Netto [post]", FinanceRowKind.ITEM),
        ("TILLGÅNGAR [rubrik]", FinanceRowKind.HEADING),
        ("Kontroll [= Netto]", FinanceRowKind.SUM),
    ],
)
def test_labels_and_marks_say_the_kind_of_a_row(label: str, kind: FinanceRowKind) -> None:
    table, _ = read(rows("Post | 1,0", f"{label} | "))
    assert table is not None
    assert table.rows[1].kind is kind
    assert table.rows[1].declared == ("[" in label and "=" not in label)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Budget 2023", Role.BUDGET),
        ("Årsbudget", Role.BUDGET),
        ("Utfall jan–april", Role.OUTCOME),
        ("Bokslut 2022", Role.OUTCOME),
        ("Helårsprognos", Role.FORECAST),
        ("Prognosens avvikelse [= Budget]", Role.DEVIATION),
        ("Not", Role.NOTE),
        ("Avvikelse %", Role.SHARE),
        ("Belopp", Role.AMOUNT),
        ("Kommunen", Role.AMOUNT),
        ("Summa", Role.SUM),
        ("Budget 2021 [jämförelse]", Role.COMPARISON),
        ("Ram [budget]", Role.BUDGET),
        ("Utfall [text]", Role.TEXT),
    ],
)
def test_headings_and_marks_say_the_role_of_a_column(heading: str, role: Role) -> None:
    table, findings = read(f"enhet: mnkr\n\n| | Budget | {heading} |\n| A | 1,0 | 1,0 |\n")
    assert table is not None
    assert findings == ()
    assert table.columns[2].role is role


def test_a_column_without_role_and_figure_is_text_and_so_is_one_of_words_alone() -> None:
    table = table_of(
        "enhet: mnkr\n\n| | Ansvarig | Klart | Utfall | Belopp |\n| A | IT-chef | 14 juni | Bra | 1,0 |\n| B | "
        "| 2022-07-13 | | |\n"
    )
    assert [column.role for column in table.columns] == [Role.LABEL, Role.TEXT, Role.TEXT, Role.TEXT, Role.AMOUNT]


def test_numberings_stand_as_typed_in_a_text_column() -> None:
    table = table_of("enhet: mnkr\n\n| Åtgärd | Nr [text] | Belopp |\n| A | 1.1 | 1,0 |\n| B | 1.10 | 2,0 |\n")
    assert column(table, 1) == ["1.1", "1.10"]


def test_subtotal_sum_and_total_add_what_lies_since_the_last_of_their_kind() -> None:
    table = table_of(
        rows("A [rubrik] | ", "a | 1", "b | 2", "Delsumma | ", "c | 4", "Delsumma | ", "Summa A | ", "B [rubrik] | ",
             "d | 8", "varav | 5", "Summa B | ", "TOTALT | ", "e | 16", "TOTALT | ")
    )  # fmt: skip
    assert column(table, 1) == ["", "1", "2", "3", "4", "4", "7", "", "8", "5", "8", "15", "16", "16"]
    assert check_table(table) == ()


def test_a_subtotal_adds_nothing_from_before_a_heading_or_a_sum() -> None:
    table = table_of(rows("a | 1", "B [rubrik] | ", "b | 2", "Delsumma | ", "c | 4", "Summa B | ", "Delsumma | "))
    assert column(table, 1)[3] == "2"
    assert added_rows(table, 6, FinanceRowKind.SUBTOTAL) == ()


def test_a_running_total_holds_all_items_above_it() -> None:
    table = table_of(rows("Intäkter | 10", "Kostnader | -4", "Netto | ", "Skatt | 3", "Resultat [summa] | "))
    assert column(table, 1) == ["10", "-4".replace("-", "−"), "6", "3", "9"]


def test_a_group_holds_the_rows_below_it_and_is_not_added_again() -> None:
    table = table_of(
        rows("KS [grupp] | ", "Kansli | 1", "IT | 2", "Revision [grupp] | 4", "BN [grupp] | ", "Bygg | 8", "Totalt | ")
    )
    assert column(table, 1) == ["3", "1", "2", "4", "8", "8", "15"]
    assert added_rows(table, 3, FinanceRowKind.GROUP) == ()


def test_a_row_equals_the_one_it_names() -> None:
    source = rows(
        "a | 3",
        "b | 4",
        "Summa tillgångar | 7",
        "SKULDER [rubrik] | ",
        "c | 5",
        "d | {}",
        "Summa skulder [summa, lika: Summa tillgångar] | 7",
    )
    assert check_table(table_of(source.format("2"))) == ()
    assert codes(all_findings(source.format("4"))) == ["finance-sum-wrong"]
    both = source.replace("[summa, lika: Summa tillgångar] | 7", "[summa, lika: Summa tillgångar] | 8").format("3")
    assert codes(all_findings(both)) == ["finance-equal-wrong"]


def test_blank_and_dash_are_kept_apart_in_print_and_are_both_nothing_in_sums() -> None:
    table = table_of(rows("a | 1,5", "b | ", "c | -", "d | –", "Summa | "))
    assert column(table, 1) == ["1,5", "", "–", "–", "1,5"]


def test_a_sum_of_blanks_is_zero_and_a_dash_in_a_sum_is_left_alone() -> None:
    assert column(table_of(rows("a | ", "b | ", "Summa | ")), 1) == ["", "", "0"]
    table = table_of(rows("a | 1", "b | 2", "Summa | –"))
    assert column(table, 1)[2] == "–"
    assert check_table(table) == ()


def test_words_among_the_parts_leave_a_sum_blank_and_unchecked_which_is_told() -> None:
    table = table_of(rows("a | 1", "b | *", "Summa | "))
    assert column(table, 1)[2] == ""
    assert [each.code for each in check_table(table)] == ["finance-words-computed"]
    stated = check_table(table_of(rows("a | 1", "b | *", "Summa | 9")))
    assert [each.code for each in stated] == ["finance-words-checked"]


@pytest.mark.parametrize(
    ("signs", "marks", "net"),
    [
        ("resultat", "", "7"),
        ("resultat", "[kostnad]", "3"),
        ("belopp", "", "−3"),
        ("kostnad", "", "7"),
        ("kostnad", "[intäkt]", "3"),
    ],
)
def test_how_amounts_are_signed_says_what_is_added_and_what_taken_away(signs: str, marks: str, net: str) -> None:
    first, second = ("Intäkter", f"Ränta {marks}") if signs != "kostnad" else ("Hyra", f"Ränta {marks}")
    table = table_of(f"enhet: mnkr\ntecken: {signs}\n\n| | Belopp |\n| {first} | 5 |\n| {second} | 2 |\n| Netto | |\n")
    assert column(table, 1)[2] == net


@pytest.mark.parametrize(("label", "net"), [("Netto", "2"), ("Resultat [summa]", "−2"), ("Överskott [summa]", "−2")])
def test_unsigned_amounts_make_a_net_cost_or_a_result_by_the_name_of_the_row(label: str, net: str) -> None:
    table = table_of(
        f"enhet: mnkr\ntecken: belopp\n\n| | Belopp |\n| Intäkter | 5 |\n| Kostnader | 7 |\n| {label} | |\n"
    )
    assert column(table, 1)[2] == net


def test_a_sum_of_unsigned_revenue_is_positive() -> None:
    table = table_of(
        "enhet: mnkr\ntecken: belopp\n\n| | Belopp |\n| Hyresintäkter | 5 |\n| Avgifter [intäkt] | 7 |\n| "
        "Summa intäkter | |\n"
    )
    assert column(table, 1)[2] == "12"


def test_a_column_of_sums_adds_the_columns_of_one_role_before_it() -> None:
    table = table_of("enhet: tkr\n\n| | 2021 | 2022 | 2023 | Summa |\n| Utjämning | -36 | -828 | 62 | |\n")
    assert column(table, 4) == ["−802"]


def test_a_group_heading_gives_its_role_to_headings_without_one() -> None:
    table = table_of(
        "enhet: mnkr\n\n| | Budget 2022 | | Utfall 2022 | |\n| | Drift | Ränta | Drift | Ränta |\n| A | 1,0 | "
        "2,0 | 3,0 | 4,0 |\n"
    )
    assert [column.role for column in table.columns[1:]] == [Role.BUDGET, Role.BUDGET, Role.OUTCOME, Role.OUTCOME]


@pytest.mark.parametrize(
    ("marks", "role", "unit", "found"),
    [
        ("text", Role.TEXT, "", 0),
        ("tkr", Role.AMOUNT, "tkr", 2),
        ("uppgift", Role.AMOUNT, "", 0),
        ("uppgift, tkr", Role.AMOUNT, "tkr", 0),
        ("tkr, budget", Role.BUDGET, "tkr", 2),
    ],
)
def test_what_is_marked_on_a_group_is_so_of_each_of_its_columns(marks: str, role: Role, unit: str, found: int) -> None:
    body = "| A | 10 | 20 |\n| B | 10 | 20 |\n| Summa | 99 | 99 |\n"
    source = f"enhet: mnkr\n\n| | Drift [{marks}] | |\n| | Vår | Höst |\n{body}"
    table = table_of(source)
    assert [(each.role, each.unit) for each in table.columns[1:]] == [(role, unit)] * 2
    assert len(check_table(table)) == found


def test_what_is_given_is_preferred_to_what_is_computed() -> None:
    """The net deviation is the sum of the stated ones, not the difference of computed nets."""
    table = table_of(
        "enhet: mnkr\ntecken: belopp\n\n| | Budget | Utfall | Avvikelse |\n| Intäkter | 43,0 | 50,4 | 7,3 |\n"
        "| Kostnader | 43,0 | 46,2 | -3,2 |\n| Netto | | | |\n"
    )
    assert [cell.printed for cell in table.rows[2].cells] == ["Netto", "0,0", "−4,2", "4,1"]


def test_what_is_computed_is_preferred_to_a_sum_of_blanks() -> None:
    source = (
        "enhet: mnkr\n\n| | Beslutat [uppgift] | Överfört [uppgift] | Anslag [budget, = Beslutat + Överfört] "
        "| Utfall [uppgift, utfall] | Avvikelse |\n| A | | | | | |\n| Summa | 4,0 | 6,0 | | 12,0 | |\n"
    )
    assert grid(table_of(source))[1] == ["Summa", "4,0", "6,0", "10,0", "12,0", "2,0"]
    assert all_findings(source) == ()


def test_shares_get_one_decimal_and_a_sign_of_their_unit_where_the_heading_has_none() -> None:
    table = table_of(
        "enhet: mnkr\ndecimaler: 2\n\n| | Budget | Utfall | Andel [andel av Budget] |\n| A | 12,6 | 8,6 | |\n"
    )
    assert column(table, 3) == ["68,3 %"]


def test_rows_of_other_units_are_not_added_and_keep_their_decimals() -> None:
    table = table_of(
        "enhet: mnkr\ndecimaler: 1\n\n| | Belopp |\n| A | 2 |\n| Soliditet (%) | 35,52 |\n| Antal barn, antal "
        "| 12 |\n| Summa | |\n"
    )
    assert column(table, 1) == ["2,0", "35,52", "12", "2,0"]
    assert [row.unit for row in table.rows] == ["", "%", "antal", ""]


def test_a_mean_or_a_product_with_a_blank_part_stays_blank() -> None:
    table = table_of(
        "enhet: antal\n\n| | 2021 | 2022 | Medel [= (2021 + 2022) / 2] |\n| A | 4 | 6 | |\n| B | 4 | | |\n"
    )
    assert column(table, 3) == ["5", ""]


@pytest.mark.parametrize(
    ("prices", "total", "holds"),
    [("| 5 | |", "", True), ("| 5 | |", "80", True), ("| 5 | – |", "", True), ("| 5 | – |", "90", False)],
)
@pytest.mark.parametrize("formula", ["Antal · Pris", "0 − Pris · Antal · (0 − 1)", "− (0 − 2) · Antal · Pris / 2"])
@pytest.mark.parametrize("label", ["Summa", "Båda [= A + B]"])
def test_number_times_price_is_added_up_and_not_made_of_all_numbers_and_all_prices(
    label: str, formula: str, prices: str, total: str, holds: bool
) -> None:
    items = "| A | 2 | 10 | |\n| B | 3 | 20 | 60 |\n"
    source = f"enhet: kr\n\n| | Antal [antal] | Pris | Belopp [= {formula}] |\n{items}| {label} {prices} {total} |\n"
    table, found = read(source)
    assert table is not None
    assert column(table, 3) == ["20", "60", total or "80"]
    assert codes((*found, *check_table(table))) == ([] if holds else ["finance-sum-wrong"])


@pytest.mark.parametrize("label", ["Summa", "Båda [= A + B]"])
def test_a_quotient_of_sums_is_no_sum_of_quotients(label: str) -> None:
    items = "| A | 40 | 2 | |\n| B | 20 | 2 | |\n"
    source = f"enhet: kr\n\n| | Kostnad | Barn | Snitt [= Kostnad / Barn] |\n{items}| {label} | | | |\n"
    assert column(table_of(source), 3) == ["20", "10", "15"]
    assert all_findings(source.replace("| | | |\n", "| 60 | 4 | 15 |\n")) == ()


def test_a_quotient_of_the_whole_year_is_no_sum_of_those_of_its_parts() -> None:
    items = "| Kostnad | 10,0 | 12,0 | 22,0 |\n| Elever | 20,0 | 24,0 | 44,0 |\n"
    source = f"enhet: mnkr\n\n| | Vår | Höst | Summa |\n{items}| Snitt [= Kostnad / Elever] | 0,5 | 0,5 | {{}} |\n"
    assert all_findings(source.format("0,5")) == ()
    assert codes(all_findings(source.format("1,0"))) == ["finance-quotient-wrong"]
    assert column(table_of(source.format("")), 3)[2] == "0,5"


@pytest.mark.parametrize(("made", "last"), [("Summa", "22"), ("Belopp [= Antal · Pris]", "105")])
def test_what_a_row_adds_to_another_is_added_in_each_column_and_goes_into_what_is_made_of_them(
    made: str, last: str
) -> None:
    source = f"enhet: kr\n\n| | Antal | Pris | {made} |\n| A | 2 | 10 | |\n| Ny [= A + 5] | | | |\n"
    assert grid(table_of(source))[1] == ["Ny", "7", "15", last]


@pytest.mark.parametrize("label", ["Andel egna, %", "Kostnad, kr/inv"])
def test_shares_and_amounts_per_head_are_not_added_up_over_columns(label: str) -> None:
    source = f"enhet: mnkr\n\n| | Vår | Höst | Summa |\n| A | 10,0 | 12,0 | |\n| {label} | 5 | 6 | {{}} |\n"
    assert column(table_of(source.format("")), 3) == ["22,0", ""]
    assert all_findings(source.format("5,5")) == ()


def test_rows_are_named_by_what_they_are_part_of_where_their_label_stands_twice() -> None:
    table = table_of(
        rows(
            "KS | 10", "varav hyra | 4", "BN | 20", "varav hyra | 5", 'Hyra [= "KS, varav hyra" + "BN, varav hyra"] | '
        )
    )
    assert column(table, 1)[4] == "9"


def test_figures_keep_the_decimals_they_were_typed_with_unless_the_table_says_how_many() -> None:
    assert column(table_of(rows("a | 517", "b | 4,25", "Summa | ")), 1) == ["517", "4,25", "521,25"]
    said = rows("a | 517", "b | 4,25", "Summa | ").replace("enhet: mnkr", "enhet: mnkr\ndecimaler: 1")
    assert column(table_of(said), 1) == ["517,0", "4,3", "521,3"]
    heading = rows("a | 517", "b | 4,25", "Summa | ").replace("| Belopp |", "| Belopp [0 decimaler] |")
    assert column(table_of(heading), 1) == ["517", "4", "521"]
