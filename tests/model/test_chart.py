from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.chart import Chart, chart_of
from kallelse.model.finance import FinanceTable, Role

from tests.finance.shapes import SHAPES
from tests.finance.tables import UNHURRIED, read, table_of

SAMPLE = """\
enhet: mnkr
tecken: belopp

|           | Januari–augusti 2022 |        |           | Helår 2022 |         |           |
|           | Budget               | Utfall | Avvikelse | Budget     | Prognos | Avvikelse |
| Intäkter  | 43,0                 | 50,4   | 7,4       | 64,5       | 63,5    | -1,0      |
| Kostnader | 43,0                 | 46,2   | -3,2      | 64,5       | 61,4    | 3,1       |
| Netto     | 0,0                  | -4,2   | 4,2       | 0,0        | -2,1    | 2,1       |
"""
INVESTMENTS = """\
enhet: mnkr
avvikelse: utfall − budget

| | Årsbudget | Överfört | Anslag [= Årsbudget + Överfört] | Utfall | Avvikelse [= Utfall − Anslag] | Prognos helår | Avvikelse helår [= Prognos helår − Anslag] |
| | 4,9       | 7,7      | 12,6                            | 3,4    | -9,2                          | 8,6           | -4,0 |
"""  # noqa: E501


def shape(name: str) -> FinanceTable:
    source = next(shape.source for shape in SHAPES if shape.name == name)
    table, _ = read(source)
    assert table is not None
    return table


def drawn(table: FinanceTable | str) -> Chart:
    chart = chart_of(table_of(table) if isinstance(table, str) else table)
    assert chart is not None
    return chart


def rows(chart: Chart) -> list[tuple[str, list[str]]]:
    return [(group.label, [bar.printed for bar in group.bars]) for panel in chart.panels for group in panel.groups]


def committees(count: int, *, sums: bool = False, extra: str = "") -> str:
    lines = ["enhet: mnkr", *filter(None, (extra,)), "", "| Nämnd | Budget | Utfall |"]
    for number in range(1, count + 1):
        lines.append(f"| Nämnd {number} | {number},0 | {number},5 |")
        if sums and number % 4 == 0:
            figures = [sum(range(number - 3, number + 1)), sum(range(number - 3, number + 1)) + 2]
            lines.append(f"| Delsumma {number // 4} | {figures[0]},0 | {figures[1]},0 |")
    return "\n".join(lines)


def test_each_deviation_says_which_columns_are_compared() -> None:
    chart = drawn(SAMPLE)
    assert [(panel.title, panel.names) for panel in chart.panels] == [
        ("Januari–augusti 2022", ("Budget", "Utfall")),
        ("Helår 2022", ("Budget", "Prognos")),
    ]
    assert rows(chart)[:3] == [
        ("Intäkter", ["43,0", "50,4"]),
        ("Kostnader", ["43,0", "46,2"]),
        ("Netto", ["0,0", "−4,2"]),
    ]
    assert [bar.role for bar in chart.panels[1].groups[0].bars] == [Role.BUDGET, Role.FORECAST]


def test_what_is_compared_with_is_what_the_deviation_is_made_of_and_not_a_part_of_it() -> None:
    chart = drawn(INVESTMENTS)
    assert rows(chart) == [("", ["12,6", "3,4", "8,6"])]
    assert [bar.role for bar in chart.panels[0].groups[0].bars] == [Role.BUDGET, Role.OUTCOME, Role.FORECAST]
    assert chart.panels[0].names == ("Anslag", "Utfall", "Prognos helår")


def test_one_scale_with_zero_where_values_change_sign() -> None:
    chart = drawn(SAMPLE)
    assert (chart.low, chart.high) == (Decimal("-4.2"), Decimal("64.5"))
    assert chart.zero == Decimal("6.11")
    assert chart.extent(Decimal("-4.2")) == (Decimal("0.00"), Decimal("6.11"))
    assert chart.extent(Decimal("64.5")) == (Decimal("6.11"), Decimal("93.89"))
    assert chart.extent(Decimal(0)) == (Decimal("6.11"), Decimal("0.00"))


@pytest.mark.parametrize("sign", ["", "-"])
def test_the_scale_has_zero_at_its_end_where_all_values_have_one_sign(sign: str) -> None:
    source = f"enhet: mnkr\n\n| Nämnd | Budget | Utfall |\n| A | {sign}100,0 | {sign}98,0 |"
    table, _ = read(source)
    assert table is not None
    chart = drawn(table)
    assert sorted((chart.low, chart.high), key=abs) == [0, Decimal(f"{sign}100.0")]
    assert chart.zero == (100 if sign else 0)
    lengths = [chart.extent(bar.value)[1] for bar in chart.panels[0].groups[0].bars if bar.value is not None]
    assert lengths == [100, 98]


@UNHURRIED
@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=8))
def test_bars_grow_with_their_values_from_one_zero_line_and_stay_inside(values: list[Decimal]) -> None:
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    if low == high:
        return
    chart = Chart((), low, high)
    ends = []
    for value in sorted(values):
        start, length = chart.extent(value)
        assert 0 <= start <= start + length <= 100
        assert (start if value >= 0 else start + length) == chart.zero
        ends.append(start + length if value >= 0 else start)
    assert ends == sorted(ends)
    assert {chart.extent(low)[0], sum(chart.extent(high))} == {0, 100}


@pytest.mark.parametrize(
    "name",
    [
        "action plan",
        "multi-year budget",
        "balanskrav reconciliation",
        "balance sheet",
        "cash flow",
        "investments as spending, income and net, spending negative",
        "paired columns of spending and income under each year",
        "committee equity",
        "note with movement of a balance and a breakdown",
        "key figures",
        "fees",
        "transposed, roles as rows",
    ],
)
def test_a_shape_in_which_nothing_is_sure_to_be_compared_has_no_chart(name: str) -> None:
    table = shape(name)
    budgets = [column for column in table.columns if column.role is Role.BUDGET]
    assert chart_of(table) is None, budgets


def test_groups_are_drawn_in_the_place_of_their_parts() -> None:
    assert [label for label, _ in rows(drawn(shape("parents above children")))] == [
        "Kommunstyrelsen",
        "Kulturnämnden",
        "Revisionen",
    ]


def test_a_sum_that_would_hide_its_parts_is_left_out_and_a_net_is_not() -> None:
    labels = [label for label, _ in rows(drawn(shape("net cost per committee")))]
    assert labels == [
        "Kommunstyrelsen",
        "Byggnadsnämnden",
        "Socialnämnden",
        "Exploatering",
        "Finansförvaltningen",
        "Summa kommunen",
    ]
    assert "Verksamhetens resultat" in [label for label, _ in rows(drawn(shape("income statement")))]


def test_parts_of_a_row_and_shares_are_never_drawn() -> None:
    chart = drawn(shape("investments per committee, spending positive"))
    assert rows(chart) == [("Kultur", ["26,2", "13,8"]), ("Skola", ["140,0", "151,5"])]


def test_many_rows_are_told_by_their_subtotals_or_not_at_all() -> None:
    assert len(rows(drawn(committees(12)))) == 12
    assert chart_of(table_of(committees(13))) is None
    table, _ = read(committees(16, sums=True))
    assert table is not None
    assert [label for label, _ in rows(drawn(table))] == [f"Delsumma {n}" for n in range(1, 5)]
    half, _ = read(committees(15, sums=True))
    assert half is not None
    assert chart_of(half) is None


def test_a_missing_figure_is_a_gap_and_not_a_zero() -> None:
    source = "enhet: mnkr\n\n| Nämnd | Budget | Utfall |\n| A | 1,0 | |\n| B | 2,0 | – |\n| C | | |\n| D | 3,0 | 0,0 |"
    chart = drawn(source)
    assert rows(chart) == [("A", ["1,0", "–"]), ("B", ["2,0", "–"]), ("D", ["3,0", "0,0"])]
    bars = [group.bars[1].value for group in chart.panels[0].groups]
    assert bars == [None, None, Decimal("0.0")]


@pytest.mark.parametrize(
    "source",
    [
        "enhet: mnkr\n\n| Nämnd | Budget | Utfall |\n| A | 0,0 | 0,0 |",
        "enhet: mnkr\n\n| Nämnd | Budget |\n| A | 1,0 |",
        "enhet: mnkr\n\n| Nämnd | Budget 2021 | Budget 2022 | Utfall |\n| A | 1,0 | 2,0 | 3,0 |",
        "enhet: kr\n\n| Nämnd | Budget | Tillägg | Ram [= Budget + Tillägg] | Utfall |\n| A | 1,0 | 2,0 | 3,0 | 4,0 |",
        "enhet: mnkr\n\n| Nämnd | Budget | Utfall [utfall, antal] |\n| A | 1,0 | 87 |",
        "enhet: mnkr\ndiagram: nej\n\n| Nämnd | Budget | Utfall |\n| A | 1,0 | 2,0 |",
    ],
    ids=["zeros", "one column", "two budgets", "a part of what is granted", "another unit", "refused"],
)
def test_nothing_is_drawn_of(source: str) -> None:
    table, _ = read(source)
    assert table is not None
    assert chart_of(table) is None


def test_a_row_in_another_unit_is_no_bar() -> None:
    source = "enhet: mnkr\n\n| Post | Budget | Utfall |\n| Drift | 1,0 | 2,0 |\n| Elever [antal] | 900 | 950 |"
    table, _ = read(source)
    assert table is not None
    assert [label for label, _ in rows(drawn(table))] == ["Drift"]
    assert chart_of(replace(table, unit="")) is None


def test_rows_that_are_asked_for_are_drawn_and_no_others() -> None:
    chart = drawn(SAMPLE.replace("tecken", "diagram: netto; Intäkter\ntecken"))
    assert [label for label, _ in rows(chart)] == ["Intäkter", "Netto"] * 2
    assert [label for label, _ in rows(drawn(committees(13, extra="diagram: Nämnd 13")))] == ["Nämnd 13"]


@pytest.mark.parametrize("mark", [" [rubrik]", ""])
def test_rows_of_one_name_are_told_by_their_heading(mark: str) -> None:
    source = (
        f"enhet: mnkr\n\n| Post | Budget | Utfall |\n| DRIFT{mark} | | |\n| Skola | 1,0 | 2,0 |\n"
        f"| INVESTERING{mark} | | |\n| Skola | 3,0 | 4,0 |\n| Gator | 5,0 | 6,0 |"
    )
    table, _ = read(source)
    assert table is not None
    assert [label for label, _ in rows(drawn(table))] == ["DRIFT: Skola", "INVESTERING: Skola", "Gator"]


def test_the_words_of_a_chart_are_those_of_its_panels_groups_and_bars() -> None:
    chart = drawn(SAMPLE.replace("tecken", "diagram: Netto\ntecken"))
    assert chart.words == ("Januari–augusti 2022 Netto Budget 0,0 Utfall −4,2 Helår 2022 Netto Budget 0,0 Prognos −2,1")
    assert chart.labels == ("Netto",)


def typed(heads: str, *lines: str, extra: str = "") -> str:
    return "\n".join(("enhet: mnkr", *filter(None, (extra,)), "", *heads.split("\n"), *lines))


def every(count: int, figures: str) -> list[str]:
    return [f"| P{number} | {figures} |" for number in range(count)]


BOTH = "| Post | Budget | Utfall |"
NO_DIFFERENCE = "| Post | Budget | Utfall | Avvikelse [= {}] |"
AGREED = ("Budget", "Utfall")


@pytest.mark.parametrize(
    ("source", "names", "labels"),
    [
        (
            typed(
                BOTH, "| Drift | 1 | 2 |", "| Antal elever, st | 900 | 950 |", extra="diagram: Drift; Antal elever, st"
            ),
            AGREED,
            ["Drift"],
        ),
        (typed(BOTH, "| Drift | 5 | 5 |"), AGREED, ["Drift"]),
        (
            typed("| Post | Plan [belopp] | Utfall | Avvikelse [= Plan − Utfall] |", "| A | 5 | 4 | |"),
            ("Plan", "Utfall"),
            ["A"],
        ),
        (
            typed(
                "| Post | Budget | Utfall | Prognos maj | Prognos aug | Avvikelse [= Utfall − Budget] |",
                "| A | 5 | 5 | 1 | 2 | |",
            ),
            AGREED,
            ["A"],
        ),
        (
            typed(BOTH, *every(10, "5 | 4"), "| Q | −40 | −30 |", "| Summa | | |"),
            AGREED,
            [*(f"P{number}" for number in range(10)), "Q", "Summa"],
        ),
        (typed(BOTH, "| A | 5 | 4 |", "| B | 0 | 0 |", "| Summa | | |"), AGREED, ["A", "B", "Summa"]),
        (
            typed(
                "| | Budget | Utfall | Avvikelse |\n| Post | 2022 | 2022 | 2022 |\n|---|---|---|---|", "| A | 5 | 4 | |"
            ),
            ("Budget, 2022", "Utfall, 2022"),
            ["A"],
        ),
        (typed("| | Budget | Utfall |\n| Post | | |\n|---|---|---|", "| A | 5 | 4 |"), AGREED, ["A"]),
        (
            typed(
                "| | 2022 | | 2023 | |\n| Post | Budget | Utfall | Budget | Utfall |\n|---|---|---|---|---|",
                *every(12, "5 | 4 | 3 | 2"),
            ),
            AGREED,
            [f"P{number}" for number in range(12)] * 2,
        ),
    ],
)
def test_what_is_compared_is_drawn(source: str, names: tuple[str, ...], labels: list[str]) -> None:
    chart = drawn(source)
    assert {panel.names for panel in chart.panels} == {names}
    assert [label for label, _ in rows(chart)] == labels


@pytest.mark.parametrize(
    "source",
    [
        typed(BOTH, "| Drift | 1 | 2 |", "| | 900 | 950 |"),
        typed(NO_DIFFERENCE.format("Budget + Utfall"), "| A | 5 | 4 | |"),
        typed(NO_DIFFERENCE.format("Budget − Utfall + 5"), "| A | 5 | 4 | |"),
        typed(NO_DIFFERENCE.format("(Utfall − Budget) / 2"), "| A | 5 | 4 | |"),
        typed("| Post | Budget | Utfall | Snitt [= (Budget + Utfall) / 2] |", "| A | 5 | 4 | |"),
        typed("| Post | Budget | Utfall jan | Utfall feb |", "| A | 5 | 4 | 1 |"),
        typed(BOTH, *every(13, "5 | 4"), "| Summa | | |"),
    ],
)
def test_what_is_not_surely_compared_is_not_drawn(source: str) -> None:
    assert chart_of(table_of(source)) is None


def test_a_half_of_the_smallest_part_goes_to_the_even_one() -> None:
    chart = Chart((), Decimal(0), Decimal(8000))
    assert [chart.extent(Decimal(value))[1] for value in (1, 2, 3, 6)] == list(
        map(Decimal, ("0.01", "0.02", "0.04", "0.08"))
    )
