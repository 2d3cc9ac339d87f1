"""Deviations: from what to what they go, how they are signed, and what has none."""

from __future__ import annotations

import pytest
from kallelse.check.finance import check_table

from tests.finance.tables import all_findings, codes, column, grid, table_of


@pytest.mark.parametrize(
    ("rule", "deviations"),
    [
        ("plus är bra", ["7,4", "−3,2", "4,2"]),
        ("utfall − budget", ["7,4", "3,2", "−4,2"]),
        ("budget - utfall", ["−7,4", "−3,2", "4,2"]),
    ],
)
def test_the_rule_of_deviations_says_their_signs(rule: str, deviations: list[str]) -> None:
    table = table_of(
        f"enhet: mnkr\ntecken: belopp\navvikelse: {rule}\n\n| | Budget | Utfall | Avvikelse |\n"
        "| Intäkter | 43,0 | 50,4 | |\n| Kostnader | 43,0 | 46,2 | |\n| Netto | | | |\n"
    )
    assert column(table, 3) == deviations
    assert check_table(table) == ()


def test_a_part_of_a_row_has_its_sign() -> None:
    table = table_of(
        "enhet: mnkr\ntecken: belopp\n\n| | Budget | Utfall | Avvikelse |\n"
        "| Intäkter | 10 | 12 | |\n| varav bidrag | 4 | 5 | |\n| Drift [kostnad] | 10 | 12 | |\n| varav löner "
        "| 4 | 5 | |\n"
    )
    assert column(table, 3) == ["2", "1", "−2", "−1"]


def test_a_row_formula_keeps_its_sign_in_a_column_where_plus_is_good() -> None:
    source = (
        "enhet: mnkr\ntecken: belopp\n\n| | Budget | Utfall | Avvikelse |\n| Intäkter | 43,0 | 50,4 | |\n"
        "| Kostnader | 43,0 | 46,2 | |\n| Nettokostnad [= Kostnader − Intäkter] | | | |\n"
    )
    table = table_of(source)
    assert [cell.printed for cell in table.rows[2].cells] == ["Nettokostnad", "0,0", "−4,2", "4,2"]
    assert check_table(table) == ()


def test_a_blank_outcome_counts_as_nothing_but_a_blank_row_gets_no_deviation() -> None:
    table = table_of("enhet: mnkr\n\n| | Budget | Utfall | Avvikelse |\n| A | -2,0 | | |\n| B | | | |\n")
    assert column(table, 3) == ["2,0", ""]


def test_a_deviation_looks_to_what_stands_before_it_in_its_group() -> None:
    table = table_of("enhet: mnkr\n\n| | Budget | Utfall | Avvikelse | Prognos |\n| A | 1 | 3 | | 9 |\n")
    assert column(table, 3) == ["2"]


def test_deviations_in_a_group_of_their_own_look_to_all_columns_before() -> None:
    table = table_of("enhet: mnkr\n\n| | Budget | Utfall | Avvikelse | |\n| | | | mnkr | % |\n| A | 4,0 | 5,0 | | |\n")
    assert column(table, 3) == ["1,0"]
    assert column(table, 4) == ["25,0"]


def test_years_to_compare_with_do_not_count_as_outcomes() -> None:
    table = table_of(
        "enhet: mnkr\n\n| | Bokslut 2022 [jämförelse] | Budget | Prognos | Avvikelse |\n| A | 1 | 2 | 4 | |\n| "
        "Summa | | | | |\n"
    )
    assert [cell.printed for cell in table.rows[1].cells] == ["Summa", "1", "2", "4", "2"]


def test_a_deviation_alone_in_its_table_is_only_added() -> None:
    table = table_of("enhet: mnkr\n\n| Nämnd | Avvikelse |\n| A | 1,5 |\n| B | -0,5 |\n| Summa | |\n")
    assert column(table, 1) == ["1,5", "−0,5", "1,0"]


@pytest.mark.parametrize("signs", ["resultat", "belopp", "kostnad"])
def test_the_deviation_of_a_row_with_a_unit_of_its_own_is_a_plain_difference(signs: str) -> None:
    items = "| Intäkter | 1,0 | 1,0 | 0,0 |\n"
    source = (
        f"enhet: mnkr\ntecken: {signs}\n\n| | Budget | Utfall | Avvikelse |\n{items}| Platser, antal | 9 | 7 | {{}} |\n"
    )
    assert column(table_of(source.format("")), 3)[1] == "−2"
    assert codes(all_findings(source.format("2"))) == ["finance-sign-good"]


@pytest.mark.parametrize("rule", ["", "avvikelse: utfall − budget\n"])
@pytest.mark.parametrize("heading", ["Avvikelse", "Skillnad [= Utfall − Budget]"])
@pytest.mark.parametrize(("formula", "row"), [("A / B", ("0,5", "0,5", "0,0")), ("A + 5", ("15,0", "17,0", "2,0"))])
def test_the_deviation_of_a_quotient_is_a_difference_and_no_quotient_of_deviations(
    rule: str, heading: str, formula: str, row: tuple[str, str, str]
) -> None:
    items = "| A | 10,0 | 12,0 | 2,0 |\n| B | 20,0 | 24,0 | 4,0 |\n"
    source = (
        f"enhet: mnkr\n{rule}\n| | Budget | Utfall | {heading} |\n{items}| Ny [= {formula}] | {{}} | {{}} | {{}} |\n"
    )
    assert grid(table_of(source.format("", "", "")))[2] == ["Ny", *row]
    assert all_findings(source.format(*row)) == ()
    assert codes(all_findings(source.format(*row[:2], "0,7"))) == ["finance-sum-wrong"]
