"""The three tables of the sample meeting, as they are typed and as they are printed."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from kallelse.check.finance import check_table
from kallelse.locale.figures import printed
from kallelse.model.finance import FinanceRowKind, FinanceTable, HeadCell, Role
from kallelse.model.finding import Severity

from tests.finance.tables import all_findings, codes, column, grid, read, said, table_of

BLANK = """\
id: utfall
rubrik: Intäkter och kostnader
enhet: mnkr
tecken: belopp

|           | Januari–augusti 2022 |        |           | Helår 2022 |         |           |
|           | Budget               | Utfall | Avvikelse | Budget     | Prognos | Avvikelse |
| Intäkter  | 43,0                 | 50,4   |           | 64,5       | 63,5    |           |
| Kostnader | 43,0                 | 46,2   |           | 64,5       | 61,4    |           |
| Netto     |                      |        |           |            |         |           |
"""
FIGURES = {
    "Intäkter": ["43,0", "50,4", "7,3", "64,5", "63,5", "-1,0"],
    "Kostnader": ["43,0", "46,2", "-3,2", "64,5", "61,4", "3,1"],
    "Netto": ["0,0", "-4,2", "4,1", "0,0", "-2,1", "2,1"],
}
CELLS = tuple(product(FIGURES, range(6)))


def income(figures: dict[str, list[str]], first_line: int = 1) -> FinanceTable:
    head = BLANK.split("| Intäkter", maxsplit=1)[0]
    rows = "".join(f"| {label} | {' | '.join(cells)} |\n" for label, cells in figures.items())
    table, findings = read(head + rows, line=first_line)
    assert findings == ()
    assert table is not None
    return table


def changed(row: str, index: int, by: str) -> dict[str, list[str]]:
    """The published figures, one of them changed by that much (`sign`: with the other sign)."""
    cell = FIGURES[row][index]
    value = Decimal(cell.replace(",", "."))
    value = -value if by == "sign" else value + Decimal(by)
    new = str(value).replace(".", ",")
    return {
        label: [new if (label, i) == (row, index) else c for i, c in enumerate(cells)]
        for label, cells in FIGURES.items()
    }


def test_the_published_figures_stand_and_the_table_notes_that_they_are_rounded() -> None:
    table = income(FIGURES)
    assert check_table(table) == ()
    assert table.rounded
    assert grid(table)[2] == ["Netto", "0,0", "−4,2", "4,1", "0,0", "−2,1", "2,1"]
    assert not any(cell.computed for row in table.rows for cell in row.cells)


def test_groups_run_over_their_columns_and_roles_come_from_the_headings() -> None:
    table = table_of(BLANK)
    assert table.head == (
        (HeadCell("", 0, 1, 2), HeadCell("Januari–augusti 2022", 1, 3), HeadCell("Helår 2022", 4, 3)),
        tuple(
            HeadCell(text, i)
            for i, text in enumerate(["Budget", "Utfall", "Avvikelse", "Budget", "Prognos", "Avvikelse"], 1)
        ),
    )
    assert [column.role for column in table.columns[1:]] == [
        Role.BUDGET,
        Role.OUTCOME,
        Role.DEVIATION,
        Role.BUDGET,
        Role.FORECAST,
        Role.DEVIATION,
    ]
    assert [column.group for column in table.columns[1:4]] == ["Januari–augusti 2022"] * 3
    assert [(row.kind, row.effect) for row in table.rows] == [
        (FinanceRowKind.REVENUE, 1),
        (FinanceRowKind.COST, -1),
        (FinanceRowKind.SUM, -1),
    ]


def test_what_is_left_blank_is_computed_from_the_figures_given() -> None:
    table = table_of(BLANK)
    assert grid(table) == [
        ["Intäkter", "43,0", "50,4", "7,4", "64,5", "63,5", "−1,0"],
        ["Kostnader", "43,0", "46,2", "−3,2", "64,5", "61,4", "3,1"],
        ["Netto", "0,0", "−4,2", "4,2", "0,0", "−2,1", "2,1"],
    ]
    assert all(cell.computed for cell in table.rows[2].cells[1:])
    assert not table.rounded
    assert check_table(table) == ()


def test_unrounded_sources_give_the_published_deviations_and_no_minus_before_zero() -> None:
    source = BLANK.replace("enhet: mnkr", "enhet: mnkr\ndecimaler: 1")
    source = source.replace("43,0                 | 50,4", "43,02 | 50,36").replace(
        "43,0                 | 46,2", "42,98 | 46,20"
    )
    table = table_of(source)
    assert [row[:4] for row in grid(table)] == [
        ["Intäkter", "43,0", "50,4", "7,3"],
        ["Kostnader", "43,0", "46,2", "−3,2"],
        ["Netto", "0,0", "−4,2", "4,1"],
    ]
    assert table.rows[2].cells[1].value == Decimal("-0.04")
    assert table.rounded


@pytest.mark.parametrize("by", ["0.2", "-0.2", "0.3", "-0.3", "1.0", "-1.0"])
@pytest.mark.parametrize(("row", "index"), CELLS)
def test_every_change_beyond_rounding_is_an_error(row: str, index: int, by: str) -> None:
    found = check_table(income(changed(row, index, by)))
    assert any(finding.severity is Severity.ERROR for finding in found)


@pytest.mark.parametrize(("row", "index"), [cell for cell in CELLS if FIGURES[cell[0]][cell[1]] != "0,0"])
def test_every_lost_sign_is_an_error(row: str, index: int) -> None:
    found = check_table(income(changed(row, index, "sign")))
    assert any(finding.severity is Severity.ERROR for finding in found)


def test_of_changes_by_one_unit_those_are_errors_that_rounding_cannot_explain() -> None:
    found = {
        (row, index, by)
        for row, index in CELLS
        for by in ("0.1", "-0.1")
        if check_table(income(changed(row, index, by)))
    }
    assert found == {
        ("Intäkter", 0, "-0.1"),
        ("Intäkter", 1, "0.1"),
        ("Intäkter", 2, "-0.1"),
        ("Netto", 0, "0.1"),
        ("Netto", 1, "-0.1"),
        ("Netto", 2, "-0.1"),
    }


def test_swapped_digits_are_named_in_both_sums_they_break() -> None:
    figures = {**FIGURES, "Intäkter": ["43,0", "54,0", *FIGURES["Intäkter"][2:]]}
    found = check_table(income(figures, first_line=5))
    assert [said(finding) for finding in found] == [
        (
            "gsn/2022-09-26/03-rapport/bilaga-1.md:12 Intäkter, Januari–augusti 2022, Avvikelse: det står 7,3 men "
            "Utfall 54,0 − "
            "Budget 43,0 blir 11,0. Avrundning förklarar högst 0,1. Rätta ett av talen eller lämna Avvikelse tomt."
        ),
        (
            "gsn/2022-09-26/03-rapport/bilaga-1.md:14 Netto, Januari–augusti 2022, Utfall: det står −4,2 men "
            "Kostnader 46,2 − "
            "Intäkter 54,0 blir −7,8. Avrundning förklarar högst 0,1. Rätta ett av talen eller lämna Netto tomt."
        ),
    ]


INVESTMENTS = """\
rubrik: Investeringar
enhet: mnkr
avvikelse: utfall − budget

| | Januari–augusti 2022 | | | | | Helår 2022 | |
| | Årsbudget | Extra beviljat + överfört | Totalt anslag [= "Årsbudget" + "Extra beviljat + överfört"] | Utfall för perioden | Avvikelse mot anslag [= Utfall för perioden − Totalt anslag] | Prognos helår | Prognosens avvikelse [= Prognos helår − Totalt anslag] |
| | 4,9 | 7,7 | 12,6 | 3,4 | -9,2 | 8,6 | -4,0 |
"""  # noqa: E501


def test_the_appropriation_row_has_no_label_and_all_its_sums_hold() -> None:
    table = table_of(INVESTMENTS)
    assert check_table(table) == ()
    assert not table.labelled
    assert not table.rounded
    assert grid(table) == [["", "4,9", "7,7", "12,6", "3,4", "−9,2", "8,6", "−4,0"]]
    assert [cell.text for cell in table.head[1]] == [
        "Årsbudget",
        "Extra beviljat + överfört",
        "Totalt anslag",
        "Utfall för perioden",
        "Avvikelse mot anslag",
        "Prognos helår",
        "Prognosens avvikelse",
    ]
    assert table.head[0] == (
        HeadCell("", 0, 1, 2),
        HeadCell("Januari–augusti 2022", 1, 5),
        HeadCell("Helår 2022", 6, 2),
    )


@pytest.mark.parametrize("blank", ["12,6", "-9,2", "-4,0"])
def test_the_appropriation_row_computes_what_is_left_out(blank: str) -> None:
    table = table_of(INVESTMENTS.replace(f" {blank} ", " "))
    assert grid(table) == grid(table_of(INVESTMENTS))
    assert sum(cell.computed for cell in table.rows[0].cells) == 1


@pytest.mark.parametrize("figure", ["4,9", "7,7", "12,6", "3,4", "-9,2", "8,6", "-4,0"])
@pytest.mark.parametrize("units", [-2, 2, 10])
def test_the_appropriation_row_keeps_its_figures_together(figure: str, units: int) -> None:
    value = Decimal(figure.replace(",", ".")) + Decimal(units) / 10
    new = printed(value, 1, "sv")
    assert all_findings(INVESTMENTS.replace(f" {figure} ", f" {new} ")) != ()


def action_plan() -> str:
    groups = []
    for number in range(1, 5):
        groups += [f"| {number}.{item} |" + " |" * 11 + "\n" for item in range(1, 4)]
        groups.append("| Delsumma |" + " |" * 11 + "\n")
    rows = "".join(groups).replace("| 1.1 | | |", "| 1.1 | IT-center | Inga åtgärder |")
    return (
        "rubrik: Handlingsplan med åtgärder\nenhet: mnkr\ndecimaler: 2\n\n"
        "| Åtgärd | | | | Beslut om åtgärd | | Påbörjad | Driftsättning | Ekonomisk effekt | | Ingår i "
        "helårsprognos | |\n"
        "| Löpnr [text] | Verksamhet | Beskrivning | Mål | Instans | Datum | | | Utfall januari–april | Prognos helår "
        "| Ja/nej [text] | Belopp |\n" + rows + "| TOTALT |" + " |" * 11 + "\n"
    )


def test_the_action_plan_computes_zeros_in_the_three_figure_columns_of_its_sums_only() -> None:
    table = table_of(action_plan())
    assert check_table(table) == ()
    assert len(table.rows) == 17
    for row in table.rows:
        zeros = [i for i, cell in enumerate(row.cells) if cell.printed == "0,00"]
        assert zeros == ([8, 9, 11] if row.kind in (FinanceRowKind.SUBTOTAL, FinanceRowKind.TOTAL) else [])
    assert column(table, 0)[:5] == ["1.1", "1.2", "1.3", "Delsumma", "2.1"]
    assert grid(table)[0] == ["1.1", "IT-center", "Inga åtgärder", *[""] * 9]
    assert not table.rounded


def test_the_action_plan_has_groups_beside_headings_that_span_both_lines() -> None:
    table = table_of(action_plan())
    assert table.head[0] == (
        HeadCell("Åtgärd", 0, 4),
        HeadCell("Beslut om åtgärd", 4, 2),
        HeadCell("Påbörjad", 6, 1, 2),
        HeadCell("Driftsättning", 7, 1, 2),
        HeadCell("Ekonomisk effekt", 8, 2),
        HeadCell("Ingår i helårsprognos", 10, 2),
    )
    assert [(cell.text, cell.column) for cell in table.head[1]] == [
        ("Löpnr", 0),
        ("Verksamhet", 1),
        ("Beskrivning", 2),
        ("Mål", 3),
        ("Instans", 4),
        ("Datum", 5),
        ("Utfall januari–april", 8),
        ("Prognos helår", 9),
        ("Ja/nej", 10),
        ("Belopp", 11),
    ]
    figures = [i for i, column in enumerate(table.columns) if column.role.is_figure]
    assert figures == [8, 9, 11]


def test_a_subtotal_that_its_rows_do_not_give_is_an_error() -> None:
    source = action_plan().replace("| Delsumma |" + " |" * 7 + " | |", "| Delsumma |" + " |" * 7 + " 0,50 | |", 1)
    assert "0,50" in source
    assert codes(all_findings(source)) == ["finance-sum-wrong"]
