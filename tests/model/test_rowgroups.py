"""Which heading the rows of a finance table stand under."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kallelse.model.finance import FinanceTable
from kallelse.model.rowgroups import row_groups

from tests.typeset.build import finance

COLUMNS = [("", "Enhet", "label"), ("", "Budget", "budget")]


def over(*rows: tuple[str, str]) -> list[str]:
    """For each row the label of the heading over it."""
    table: FinanceTable = finance("", COLUMNS, [(kind, (label, "1,0")) for kind, label in rows])
    groups = enumerate(row_groups(table))
    return ["" if heading in (None, row) else table.rows[heading].label for row, heading in groups]


@pytest.mark.parametrize("kind", ["item", "subtotal", "sum", "group", "of-which", "information"])
def test_rows_stand_under_the_heading_before_them(kind: str) -> None:
    rows = ("item", "Före"), ("heading", "A"), ("item", "a"), ("heading", "B"), ("item", "b"), (kind, "Rad")
    assert over(*rows) == ["", "", "A", "", "B", "B"]


def test_a_total_of_several_headings_stands_under_none_and_neither_does_what_comes_after_it() -> None:
    rows = ("heading", "A"), ("item", "a"), ("heading", "B"), ("item", "b"), ("total", "Totalt"), ("item", "Utanför")
    assert over(*rows) == ["", "A", "", "B", "", ""]
    assert over(*rows, ("heading", "C"), ("item", "c"))[-2:] == ["", "C"]


def test_a_total_of_its_own_heading_stands_under_it() -> None:
    rows = ("heading", "Drift"), ("item", "a"), ("total", "Drift totalt"), ("heading", "Investering"), ("item", "b")
    found = over(*rows, ("total", "Investeringar totalt"), ("total", "Totalt"))
    assert found == ["", "Drift", "Drift", "", "Investering", "Investering", ""]


def test_a_row_that_is_made_of_no_other_stands_under_its_heading() -> None:
    table = finance("", COLUMNS, [("heading", ("A", "")), ("item", ("a", "")), ("item", ("b", "1,0"))])
    first, given, last = table.rows
    assert row_groups(replace(table, rows=(first, replace(given, formula="5"), last))) == (0, 0, 0)
