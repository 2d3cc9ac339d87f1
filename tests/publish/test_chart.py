from __future__ import annotations

import re
from dataclasses import replace

from kallelse.locale.site import words
from kallelse.model.finance import FinanceTable
from kallelse.publish.finance import finance_html

from tests.publish.sampletables import action_plan, operations


def html(table: FinanceTable) -> str:
    return finance_html(table, 1, words("sv"), "")


def chart(table: FinanceTable) -> str:
    found = re.search(r'<div class="k-chart.*(?=</figure>)', html(table))
    assert found is not None
    return found.group()


def test_the_chart_stands_in_the_figure_of_its_table_as_one_picture_with_a_name() -> None:
    found = chart(operations().table)
    assert found.count('role="img"') == 1
    said = re.search(r'aria-label="([^"]*)"', found)
    assert said is not None
    assert said.group(1) == (
        "Stapeldiagram i mnkr över Intäkter, Kostnader och Netto. Januari–augusti 2022: Budget och Utfall. "
        "Helår 2022: Budget och Prognos. Samma tal står i tabellen."
    )


def test_bars_are_svg_without_style_and_told_apart_by_class() -> None:
    found = chart(operations().table)
    assert "style=" not in found
    bars = re.findall(r'<rect class="([^"]+)" x="([^"]+)" y="2" width="([^"]+)"', found)
    assert bars[:2] == [("k-bar--budget", "6.11%", "62.59%"), ("k-bar--outcome", "6.11%", "73.37%")]
    assert ("k-bar--outcome", "0%", "6.11%") in bars
    assert [name for name, _, _ in bars].count("k-bar--forecast") == 3
    assert len(re.findall(r'<line x1="6.11%" x2="6.11%"', found)) == len(bars) == 12


def test_a_missing_figure_has_its_name_and_no_bar() -> None:
    table = operations().table
    first = table.rows[0]
    blank = replace(first.cells[2], value=None, printed="")
    table = replace(table, rows=(replace(first, cells=(*first.cells[:2], blank, *first.cells[3:])), *table.rows[1:]))
    found = chart(table)
    assert found.count("<rect") == 11
    assert '<span>Utfall</span> <span class="n">–</span>' in found


def test_a_table_without_a_comparison_or_that_says_no_has_no_chart() -> None:
    assert "k-chart" not in html(action_plan().table)
    assert "k-chart" not in html(replace(operations().table, charted=False))


def test_labels_are_escaped() -> None:
    table = operations().table
    first = table.rows[0]
    label = replace(first.cells[0], printed='<b>"&')
    found = chart(replace(table, rows=(replace(first, cells=(label, *first.cells[1:])), *table.rows[1:])))
    assert '<p class="k-chart__label">&lt;b&gt;"&amp;</p>' in found
    assert "över &lt;b&gt;&quot;&amp;, Kostnader" in found
