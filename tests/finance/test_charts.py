"""What a fence says of its chart, and what is told of it."""

from __future__ import annotations

import pytest
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


def test_a_chart_that_is_asked_for_but_cannot_be_drawn_is_a_remark() -> None:
    _, (finding,) = read("enhet: mnkr\ndiagram: ja\n\n| Post | Belopp |\n| Hyra | 1,0 |")
    assert (finding.code, finding.severity) == ("finance-chart-none", Severity.REMARK)
    assert codes(read("enhet: mnkr\ndiagram: nej\n\n| Post | Belopp |\n| Hyra | 1,0 |")[1]) == []
