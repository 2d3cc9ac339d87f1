"""What a fence says of its chart, and what is told of it."""

from __future__ import annotations

import pytest
from kallelse.locale.findings import remedy, wrong
from kallelse.model.finding import Severity

from tests.finance.tables import codes, read, said

TABLE = "\n\n| Post | Budget | Utfall |\n| Intäkter | 1,0 | 2,0 |\n| Kostnader | -1,0 | -2,0 |"


@pytest.mark.parametrize(
    ("line", "charted", "rows"),
    [
        ("", True, ()),
        ("\ndiagram: nej", False, ()),
        ("\nDiagram: Nej", False, ()),
        ("\nchart: no", False, ()),
        ("\ndiagram: ja", True, ()),
        ("\ndiagram: Intäkter", True, ("Intäkter",)),
        ("\ndiagram: Intäkter; Kostnader;", True, ("Intäkter", "Kostnader")),
    ],
)
def test_a_fence_leaves_its_chart_out_or_names_its_rows(line: str, charted: bool, rows: tuple[str, ...]) -> None:
    table, findings = read(f"enhet: mnkr{line}{TABLE}")
    assert table is not None
    assert (table.charted, table.chart_rows, findings) == (charted, rows, ())


def test_a_row_that_is_not_there_is_told_with_the_one_that_is_most_like_it() -> None:
    _, (finding,) = read(f"enhet: mnkr\ndiagram: Intäkt; Kostnader{TABLE}")
    assert (finding.code, finding.place.line) == ("finance-chart-row", 2)
    assert "raden ”Intäkt”" in said(finding)
    assert "Menar du ”Intäkter”?" in said(finding)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Personal", [("finance-chart-row-listed", "Tabellens rader: Intäkter, Kostnader.")]),
        ("Intäkter, Kostnader", [("finance-chart-comma", "”diagram: Intäkter; Kostnader”.")]),
        (
            "Intäkter, Personal",
            [
                ("finance-chart-comma", "”diagram: Intäkter; Personal”."),
                ("finance-chart-row-listed", "Tabellens rader:"),
            ],
        ),
        ("Intäkt, Personal", [("finance-chart-row", "Menar du ”Intäkter”?")]),
    ],
)
def test_a_row_that_is_like_none_and_rows_with_commas_are_told_what_is_taken(
    asked: str, expected: list[tuple[str, str]]
) -> None:
    _, findings = read(f"enhet: mnkr\ndiagram: {asked}{TABLE}")
    assert sorted(codes(findings)) == [code for code, _ in expected]
    for finding, (code, text) in zip(sorted(findings, key=lambda each: each.code), expected, strict=True):
        assert (finding.code, finding.place.line) == (code, 2)
        assert text in said(finding)
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))


def test_a_label_with_a_comma_of_its_own_is_one_row() -> None:
    table, findings = read(f"enhet: mnkr\ndiagram: Hyra, el{TABLE}\n| Hyra, el | -1,0 | -1,0 |")
    assert table is not None
    assert (table.chart_rows, findings) == (("Hyra, el",), ())


def test_a_chart_that_is_asked_for_but_cannot_be_drawn_is_a_remark() -> None:
    _, (finding,) = read("enhet: mnkr\ndiagram: ja\n\n| Post | Belopp |\n| Hyra | 1,0 |")
    assert (finding.code, finding.severity) == ("finance-chart-none", Severity.REMARK)
    assert codes(read("enhet: mnkr\ndiagram: nej\n\n| Post | Belopp |\n| Hyra | 1,0 |")[1]) == []
