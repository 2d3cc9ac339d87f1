"""The checks of a table: its head and rows, and what its cells cannot hold."""

from __future__ import annotations

import pytest
from kallelse.model.finance import FinanceColumn, FinanceTable, HeadCell, Role
from kallelse.model.text import (
    Block,
    Cell,
    Emph,
    Figure,
    FinanceBlock,
    Image,
    Inline,
    Link,
    Note,
    NoteRef,
    Plain,
    Process,
    Row,
    Rule,
    Step,
    Table,
    Text,
)

from tests.check.bodies import cell, check, para, table, words


def test_a_table_has_a_head_and_rows() -> None:
    row = Row((cell("a"), cell("b")), 3)
    assert check(table(row, head=())) == [("table-headless", 1)]
    assert check(Table((Row((cell("A"), cell("B"))),), (), ("left", "left"), line=4)) == [("table-empty", 4)]


def test_a_row_in_which_nothing_stands_is_told_but_an_empty_cell_is_not() -> None:
    empty = Row((Cell((), line=5), Cell((Plain(words(" ", 5), 5),), line=5)), 5)
    assert check(table(Row((cell("a"), Cell(())), 4), empty)) == [("row-empty", 5)]


@pytest.mark.parametrize(
    ("inline", "code"),
    [(NoteRef("n", 6), "note-in-head"), (Link(words("x", 6), "karta.png", 6), "link-in-head")],
)
def test_what_comes_again_on_a_next_page_has_no_note_and_no_link(inline: Inline, code: str) -> None:
    notes = (Note("n", (para("c"),), 9),)
    deep = Emph((Text("a", 6), inline))
    row = Row((cell("a"), cell("b")), 8)
    assert check(table(row, head=(Row((cell(deep, line=6), cell("B", line=6)), 6),)), notes=notes) == [(code, 6)]
    label = Row((cell(deep, rowspan=2, label=True, line=6), cell("b")), 6)
    assert check(table(label, Row((cell("c"),), 7)), notes=notes) == [(code, 6)]
    assert check(table(Row((cell(deep, line=6), cell("b")), 6)), notes=notes) == []


def test_a_head_leaves_room_for_rows() -> None:
    twelve = tuple(Row((cell("A"), cell("B")), line) for line in range(1, 13))
    assert check(table(head=twelve)) == []
    long = Row((cell("ord " * 400), cell("B")), 1)
    assert check(table(head=(long,))) == [("table-head-long", 1)]
    heads = tuple((HeadCell("", 0), HeadCell("Utfall " * 40, 1)) for _ in range(5))
    columns = (FinanceColumn("", Role.LABEL), FinanceColumn("Utfall", Role.OUTCOME))
    assert check(FinanceBlock(FinanceTable("a", "mnkr", columns, heads, (), line=3), 3)) == [("table-head-long", 3)]


@pytest.mark.parametrize(
    "block", [table(), Figure(Image("karta.png", "a", 2)), Rule(2), Process((Step("a", "b"), Step("c", "d")), "")]
)
def test_blocks_that_a_cell_and_a_note_cannot_hold(block: Block) -> None:
    assert ("block-in-cell", 2) in [
        (code, 2) for code, _ in check(table(Row((Cell((block,)), cell("b")), 2))) if code.startswith("block")
    ]
    body, notes = para("a", NoteRef("n", 1)), (Note("n", (para("b"), block), 4),)
    assert "block-in-note" in dict(check(body, notes=notes))
