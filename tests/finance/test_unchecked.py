"""What looks computed but is not checked, and what only looks so."""

from __future__ import annotations

import pytest
from kallelse.check.finance import check_table
from kallelse.model.finance import FinanceRowKind, Role
from kallelse.model.finding import Severity

from tests.finance.tables import all_findings, codes, read, said, table_of

ROWS = "enhet: {unit}\n\n| | Budget | Utfall |\n|---|---|---|\n| A | 100 | 200 |\n| B | 300 | 400 |\n| {last} |\n"


@pytest.mark.parametrize(
    "label",
    [
        "S:a", "S:a kostnader", "Sa", "Sa.", "Tot", "Tot.", "Totalt", "Total", "Totalsumma", "Slutsumma", "Sammanlagt",
        "Tillsammans", "Summering", "Grand total", "Nämnden totalt", "Kostnader totalt", "Kostnader sammanlagt",
        "Netto¹", "Summa¹", "Totalt*", "SUMMA:", "= Summa", "– Totalt", "In total", "Altogether",
    ],
)  # fmt: skip
def test_a_word_that_means_a_sum_is_one(label: str) -> None:
    assert codes(all_findings(ROWS.format(unit="kr", last=f"{label} | 999 | 600"))) == ["finance-sum-wrong"]
    assert all_findings(ROWS.format(unit="kr", last=f"{label} | 400 | 600")) == ()


@pytest.mark.parametrize(
    "label",
    ["Säkerhet", "Sammanlagd tid", "Totala löner", "Nettobudget", "Prognos totalt", "Samverkan", "Saker", "Totem"],
)
def test_a_word_that_begins_like_one_is_none(label: str) -> None:
    table, _ = read(ROWS.format(unit="kr", last=f"{label} | 999 | 999"))
    assert table is not None
    assert table.rows[-1].kind is FinanceRowKind.ITEM


@pytest.mark.parametrize("heading", ["S:a", "Tot", "Totalt*", "Sammanlagt", "Tillsammans", "Grand total"])
def test_a_heading_that_means_a_sum_is_one(heading: str) -> None:
    table, findings = read(f"enhet: kr\n\n| | A | B | {heading} |\n| X | 10 | 20 | 300 |\n")
    assert table is not None
    assert table.columns[3].role is Role.SUM
    assert codes((*findings, *check_table(table))) == ["finance-sum-wrong"]


@pytest.mark.parametrize(
    "label",
    [
        "Resultat", "Årets resultat", "Nettokostnad", "Verksamhetens nettokostnader", "Balans", "Hela nämnden", "Alla",
        "Resultat efter finansiella poster", "Avvikelse", "Surplus", "The whole committee",
    ],
)  # fmt: skip
def test_a_row_named_as_a_result_is_told_of_where_nothing_checks_it(label: str) -> None:
    (finding,) = all_findings(ROWS.format(unit="kr", last=f"{label} | 999 | 998"))
    assert (finding.code, finding.severity, finding.place.line) == ("finance-result-unchecked", Severity.REMARK, 7)
    assert f"Raden {label} ser ut att vara räknad" in said(finding)
    assert f"The row {label} looks computed" in said(finding, "en")
    for mark in ("[post]", "[uppgift]", "[= B − A]"):
        source = ROWS.format(unit="kr", last=f"{label} {mark} | 200 | 200")
        assert "finance-result-unchecked" not in codes(all_findings(source))


def test_a_last_row_that_is_the_sum_in_one_column_is_told_of_whatever_its_name() -> None:
    assert codes(all_findings(ROWS.format(unit="kr", last="Kommunen | 999 | 600"))) == ["finance-result-unchecked"]
    assert all_findings(ROWS.format(unit="kr", last="Kommunen | 999 | 601")) == ()
    assert all_findings(ROWS.format(unit="kr", last="Kommunen | 999 | 600 |\n| C | 1 | 2")) == ()


def test_a_total_of_totals_adds_all_their_items() -> None:
    rows = (
        "| A | 100 |\n| B | 200 |\n| Drift totalt | 300 |\n| C | 50 |\n| D | 60 |\n| Investeringar totalt | 110 |\n"
        "| Totalt | {} |\n"
    )
    source = "enhet: tkr\n\n| | 2022 |\n" + rows
    assert all_findings(source.format("410")) == ()
    assert codes(all_findings(source.format("510"))) == ["finance-sum-wrong"]
    assert table_of(source.format("")).rows[-1].cells[1].printed == "410"


def test_a_result_that_a_sum_counts_is_an_item() -> None:
    rows = "| Ingående | 100 |\n| Justering | 20 |\n| Årets resultat | 30 |\n| Utgående [summa] | {} |\n"
    source = "enhet: mnkr\n\n| | 2022 |\n" + rows
    assert all_findings(source.format("150")) == ()
    assert "finance-result-unchecked" in codes(all_findings(source.format("999")))


@pytest.mark.parametrize(
    "source",
    [
        "enhet: %\n\n| | 2022 |\n| Kvinnor | 88 |\n| Män | 84 |\n| Alla | 86 |\n",
        "enhet: kr/inv\n\n| | 2022 |\n| Skola | 8 800 |\n| Vård | 8 400 |\n| Hela kommunen | 8 600 |\n",
        "enhet: mnkr\n\n| | 2022 |\n| Årets resultat | 61 |\n| Avskrivningar | 20 |\n| Lån | 12 |\n",
        "enhet: mnkr\n\n| | 2022 |\n| DRIFT [rubrik] | |\n| A | 6 |\n| B | 2 |\n| KASSA [rubrik] | |\n| Saldo | 12 |\n",
    ],
)
def test_a_result_with_nothing_above_to_add_and_a_mean_are_left_alone(source: str) -> None:
    assert all_findings(source) == ()


@pytest.mark.parametrize(
    ("headings", "example"),
    [
        (("Budget", "Utfall", "Differens"), "Differens [= Utfall − Budget]"),
        (("Budget", "Utfall", "Diff."), "Diff. [= Utfall − Budget]"),
        (("2021", "2022", "Förändring"), "Förändring [= 2022 − 2021]"),
        (("Jan–april", "Maj", "Skillnad"), 'Skillnad [= Maj − "Jan–april"]'),
        (("2021", "2022", "Ökning/minskning"), "Ökning/minskning [= 2022 − 2021]"),
        (("Kvartal 1", "Kvartal 2", "Helår"), "Helår [summa]"),
        (("Jan", "Feb", "Helår 2022"), "Helår 2022 [summa]"),
    ],
)
def test_a_column_named_as_made_of_others_is_told_of_with_a_mark_that_would_check_it(
    headings: tuple[str, str, str], example: str
) -> None:
    source = f"enhet: kr\n\n| | {' | '.join(headings)} |\n|---|---|---|---|\n| X | 100 | 200 | 900 |\n"
    (finding,) = all_findings(source)
    assert (finding.code, finding.severity, finding.place.line) == ("finance-column-unchecked", Severity.REMARK, 3)
    assert f"”{example}”" in said(finding)
    assert "finance-sum-wrong" in codes(all_findings(source.replace(f"| {headings[2]} |", f"| {example} |")))
    assert all_findings(source.replace(f"| {headings[2]} |", f"| {headings[2]} [belopp] |")) == ()


@pytest.mark.parametrize(
    "headings",
    [
        ("Bokslut 2022", "Ökning", "Minskning", "Budget"),
        ("Delår 2022", "Delår 2023", "Helår"),
        ("Jan–apr", "Jan–aug", "Helår"),
        ("Utfall", "Förändring"),
        ("Drift", "Lån", "Förändring av skulder"),
        ("Bokslut 2022", "Tillägg", "Förändring", "Ram [= Bokslut 2022 + Tillägg + Förändring]"),
    ],
)
def test_a_column_that_is_given_is_left_alone(headings: tuple[str, ...]) -> None:
    figures = ("500", "20", "30", "550")[: len(headings)]
    source = (
        f"enhet: kr\n\n| | {' | '.join(headings)} |\n|{'---|' * (len(headings) + 1)}\n| X | {' | '.join(figures)} |\n"
    )
    assert all_findings(source) == ()


def test_marks_of_bold_and_italics_are_told_of_and_the_sum_is_the_one_that_is_meant() -> None:
    for label in ("**Summa**", "*Summa*", "__Summa__", "_Summa_", "***Summa***"):
        found = all_findings(ROWS.format(unit="kr", last=f"{label} | 999 | 600"))
        assert codes(found) == ["finance-emphasis", "finance-sum-wrong"]
        assert "Skriv ”Summa”." in said(found[0])
    head = ROWS.format(unit="kr", last="Summa | 400 | 600").replace("Utfall", "**Utfall**")
    assert codes(all_findings(head)) == ["finance-emphasis"]


def test_the_stars_of_footnotes_and_of_products_are_no_emphasis() -> None:
    source = (
        "enhet: kr\n\n| | Pris* | Antal* | Kostnad [= Pris * Antal] | Not [text] |\n"
        "| Kök** och städ** | 10 | 2 | 20 | se fil_a_1 |\n| *) Städ* | 3 | 2 | 6* | * |\n"
    )
    assert table_of(source).rows[0].label == "Kök** och städ**"


def test_a_fence_holds_one_table() -> None:
    one = "enhet: kr\n\n| | Budget |\n|---|---|\n| A | 1 |\n"
    (finding,) = all_findings(one + "\n| | Utfall |\n|---|---|\n| B | 2 |\n")
    assert (finding.code, finding.place.line) == ("finance-separator-twice", 8)
    assert "eget block" in said(finding)
    assert codes(all_findings(one + "|---|---|\n| Summa | 1 |\n")) == ["finance-separator-twice"]
    assert "finance-separator-twice" in codes(all_findings("enhet: kr\n\n|---|---|\n|---|---|\n"))
