"""Deviations that all have the other sign: one finding, which names the line that makes the table hold."""

from __future__ import annotations

import re

import pytest
from kallelse.check.finance import check_table
from kallelse.model.finding import Finding
from kallelse.model.settings import Language

from tests.finance.tables import all_findings, codes, read, said

COSTS = """\
enhet: tkr

| Verksamhet | Budget | Utfall | Avvikelse |
| Plan och bygg | 12 500 | 11 870 | 630 |
| Gata och park | 43 200 | 45 111 | −1 911 |
| Miljötillsyn | 6 100 | 5 980 | 120 |
| Justering | 0 | 120 | −120 |
| Fastighet | 21 800 | 21 341 | 459 |
| Summa | 83 600 | 84 422 | −822 |
"""
BOTH = """\
enhet: tkr
tecken: resultat

| | Budget | Utfall | Avvikelse |
| Intäkter | 500 | 530 | 30 |
| Löner | 900 | 950 | -50 |
| Lokaler | 300 | 280 | 20 |
| Material | 80 | 90 | -10 |
"""


def applied(source: str, finding: Finding, language: Language = "sv") -> str:
    """The table with the first line that the finding says should be written, in place of one of the same word."""
    found = re.search("[”“]([^”“]*: [^”“]*)”", said(finding, language).split("\u2192")[-1].split(". ", 1)[-1])
    assert found is not None
    kept = [line for line in source.split("\n") if line.partition(":")[0] != found[1].partition(":")[0]]
    return "\n".join([found[1], *kept])


def flips(findings: tuple[Finding, ...], language: Language = "sv") -> bool:
    return any(word in said(finding, language) for finding in findings for word in ("Vänd", "Turn the sign"))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (COSTS, "tecken: kostnad"),
        (COSTS.replace("tkr", "antal"), "tecken: kostnad"),
        (re.sub(r"(\d) \|", r"\1,00 |", COSTS).replace("tkr", "kr"), "tecken: kostnad"),
        (COSTS.replace("| −1 911 |", "| -1 950 |").replace("| −822 |", "| −861 |"), "tecken: kostnad"),
        (COSTS.replace("| 459 |", "| −459 |").replace("| −822 |", "| −1 740 |"), "tecken: kostnad"),
        (BOTH, "tecken: belopp"),
        (COSTS.replace("tkr\n", "tkr\navvikelse: utfall − budget\n"), "avvikelse: budget − utfall"),
        (COSTS.replace("tkr\n", "tkr\ntecken: belopp\navvikelse: utfall − budget\n"), "avvikelse: budget − utfall"),
        (
            "enhet: tkr\ntecken: belopp\n\n| | Budget | Utfall | Avvikelse |\n| a | 5 | 7 | 2 |\n| b | 8 | 5 | -3 |\n",
            "tecken: resultat",
        ),
    ],
)
def test_mirrored_deviations_are_told_once_with_a_line_that_makes_the_table_hold(source: str, line: str) -> None:
    findings = all_findings(source)
    assert len(findings) == 1
    assert f"”{line}”" in said(findings[0])
    assert not flips(findings)


@pytest.mark.parametrize("source", [COSTS, BOTH, COSTS.replace("tkr\n", "tkr\navvikelse: utfall − budget\n")])
def test_the_line_that_is_named_makes_the_table_hold(source: str) -> None:
    (finding,) = all_findings(source)
    assert all_findings(applied(source, finding)) == ()


def test_each_line_that_is_named_makes_the_table_hold() -> None:
    (finding,) = all_findings(COSTS)
    for line in ("tecken: kostnad", "tecken: belopp"):
        assert f"”{line}”" in said(finding)
        assert all_findings(f"{line}\n{COSTS}") == ()


def test_another_slip_in_the_same_table_is_told_too() -> None:
    source = COSTS.replace("| Summa | 83 600 |", "| Summa | 83 700 |")
    assert codes(all_findings(source)) == ["finance-mirrored-either", "finance-rows-wrong"]


def test_one_deviation_with_the_other_sign_is_a_slip() -> None:
    source = f"tecken: kostnad\n{COSTS}".replace("| 459 |", "| −459 |").replace("| −822 |", "| −1 740 |")
    assert codes(all_findings(source)) == ["finance-sign-good", "finance-sum-wrong"]


def test_it_is_said_in_english_too() -> None:
    source = "unit: SEK thousand\n\n| | Budget | Outcome | Variance |\n| Parks | 5 | 7 | -2 |\n| Roads | 8 | 5 | 3 |\n"
    (finding,) = all_findings(source, "en")
    assert "“signs: cost”" in said(finding, "en")
    assert all_findings(f"signs: cost\n{source}", "en") == ()


def test_amounts_without_a_sign_are_told_once_where_revenues_stand_beside_costs() -> None:
    source = BOTH.replace("tecken: resultat\n", "").replace("Löner", "Kostnader")
    table, findings = read(source)
    assert codes(findings) == ["finance-signs-missing"]
    assert table is not None
    assert check_table(table) == ()
