"""How many decimals the figures in a finding have: those of the table, and more only where figures would look alike."""

from __future__ import annotations

import re

import pytest

from tests.finance.tables import all_findings, said

NOISE = (
    "enhet: tkr\ntecken: kostnad\n\n| | Budget | Utfall | Avvikelse |\n| A | 21800 | 21340,9 | 459,099999999999 |\n"
    "| B | 10,5 | 20,25 | {} |\n| Summa | 21810,5 | 21361,15 | 400 |\n"
)


@pytest.mark.parametrize(
    "source",
    [
        NOISE.format("-9,75"),
        NOISE.format("-8,750000000001"),
        "enhet: tkr\n\n| | Budget | Utfall | % [= Utfall / Budget] |\n| A | 300,5 | 100,1 | 34,7513461538461 |\n",
        "enhet: tkr\n\n| | Tal |\n| A | 0,333333333333 |\n| B | 0,666666666667 |\n| Summa | 1,5 |\n",
        "enhet: tkr\ndecimaler: 0\n\n| | Tal |\n| A | 1234,5678 |\n| B | 1234,5678 |\n| Summa | 2500,1234 |\n",
        "enhet: tkr\n\n| | Tal |\n| A | 12,123456789 |\n| B | 13,123456789 |\n| C | 5,0 |\n| Summa | 31,246913578 |\n",
    ],
)
def test_no_figure_in_a_finding_has_the_decimals_of_a_computer(source: str) -> None:
    findings = all_findings(source)
    assert findings
    for finding in findings:
        for language in ("sv", "en"):
            assert re.search(r"\d,\d{4}", said(finding, language)) is None, said(finding)


def test_figures_that_differ_are_never_printed_alike() -> None:
    source = "enhet: tkr\n\n| | Tal |\n| A | 1,0000001 |\n| B | 2,0000002 |\n| C | 4 |\n| D [= A + B] | 3,0000009 |\n"
    (finding,) = all_findings(source)
    assert "det står 3,000001 men A 1,0 + B 2,0 blir 3,000000. Rätta" in said(finding)
