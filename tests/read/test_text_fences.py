"""Fences and tables into blocks: text tables, processes, code, finance tables, captions and sources."""

from __future__ import annotations

import pytest
from kallelse.model.finance import FinanceTable
from kallelse.model.fold import plain
from kallelse.model.text import (
    Block,
    Break,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emph,
    FinanceBlock,
    Note,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Row,
    Step,
    Strong,
    Table,
    Text,
)
from kallelse.read.text.texttable import split_cells

from tests.read.reading import blocks, read, told


def _cell(text: str, line: int, colspan: int = 1, rowspan: int = 1, heading: bool = False) -> Cell:
    content: tuple[Block, ...] = (Plain((Text(text, line),), line),) if text else ()
    return Cell(content, colspan, rowspan, heading, line)


def test_a_pipe_table_has_rows_with_lines_and_columns_with_alignment() -> None:
    assert blocks("| Mål | Utfall | Andel |\n|:----|:-:|--:|\n| Skatt | `a|b` | 2 |\n| | - | x\\|y |") == (
        Table(
            (
                Row(
                    (_cell("Mål", 1, heading=True), _cell("Utfall", 1, heading=True), _cell("Andel", 1, heading=True)),
                    1,
                ),
            ),
            (
                Row((_cell("Skatt", 3), Cell((Plain((Code("a|b", 3),), 3),), line=3), _cell("2", 3)), 3),
                Row((_cell("", 4), _cell("-", 4), _cell("x|y", 4)), 4),
            ),
            ("left", "center", "right"),
            line=1,
        ),
    )


def test_rows_without_a_letter_have_their_lines_too() -> None:
    (table,) = blocks("> | - | - |\n> |---|---|\n> | - | – |\n> | § | % |\n> | a | b |")[0].content  # type: ignore[union-attr]
    assert isinstance(table, Table)
    assert (table.line, table.head[0].line, [row.line for row in table.body]) == (1, 1, [3, 4, 5])
    assert [cell.line for row in table.body for cell in row.cells] == [3, 3, 4, 4, 5, 5]


def test_a_head_in_which_nothing_stands_is_none() -> None:
    (table,) = blocks("| | |\n|---|---|\n| a | b |")
    assert isinstance(table, Table)
    assert (table.head, table.line, table.body[0].line) == ((), 1, 3)


@pytest.mark.parametrize("word", ["tabell", "table", "Tabell"])
def test_a_fenced_table_has_heads_of_two_levels_and_row_groups(word: str) -> None:
    source = (
        f"```{word}\nrubrik: Mål *2022*\nnot: Beslut i fullmäktige\n\n"
        "| Slag      | Mål       |      | Ansvar |\n"
        "|           | Text      | Gräns |       |\n"
        "|---|---|--:|:-:|\n"
        "| Finansiella | Skatt   | 0 %  |  KF |\n"
        "|             | **Resultat** | 2 % | |\n"
        "| Verksamhet  | Drift   |      | GSN |\n```"
    )
    head = (
        Row(
            (
                _cell("Slag", 5, rowspan=2, heading=True),
                _cell("Mål", 5, colspan=2, heading=True),
                _cell("Ansvar", 5, rowspan=2, heading=True),
            ),
            5,
        ),
        Row((_cell("Text", 6, heading=True), _cell("Gräns", 6, heading=True)), 6),
    )
    body = (
        Row(
            (_cell("Finansiella", 8, rowspan=2, heading=True), _cell("Skatt", 8), _cell("0 %", 8), _cell("KF", 8)),
            8,
        ),
        Row((Cell((Plain((Strong((Text("Resultat", 9),)),), 9),), line=9), _cell("2 %", 9), _cell("", 9)), 9),
        Row((_cell("Verksamhet", 10, heading=True), _cell("Drift", 10), _cell("", 10), _cell("GSN", 10)), 10),
    )
    assert blocks(source) == (
        Table(
            head,
            body,
            ("left", "left", "right", "center"),
            (Text("Mål ", 2), Emph((Text("2022", 2),))),
            (Text("Beslut i fullmäktige", 3),),
            1,
        ),
    )


def test_a_heading_reaches_no_further_than_the_one_above_it() -> None:
    (table,) = blocks(
        "```tabell\n| A | | B | | C | |\n| x | | | z | | |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |\n```"
    )
    assert isinstance(table, Table)
    assert [[(plain(cell.content), cell.colspan, cell.rowspan) for cell in row.cells] for row in table.head] == [
        [("A", 2, 1), ("B", 2, 1), ("C", 2, 2)],
        [("x", 2, 1), ("", 1, 1), ("z", 1, 1)],
    ]


def test_headings_of_three_levels_stand_in_the_order_of_their_columns() -> None:
    (table,) = blocks("```tabell\n| A | B | |\n| | x | y |\n| p | | z |\n|---|---|---|\n| 1 | 2 | 3 |\n```")
    assert isinstance(table, Table)
    found = [[(plain(cell.content), cell.rowspan) for cell in row.cells] for row in table.head]
    assert found == [[("A", 2), ("B", 1)], [("x", 2), ("y", 1)], [("p", 1), ("z", 1)]]


@pytest.mark.parametrize(
    ("line", "cells"),
    [("| `a```|b` | c |", ("`a```|b`", "c")), ("| O`N | b |", ("O`N", "b")), ("a \\| b | c", ("a \\| b", "c"))],
)
def test_a_pipe_in_code_parts_no_cells_but_one_behind_a_lone_backtick_does(line: str, cells: tuple[str, ...]) -> None:
    assert split_cells(line) == cells


def test_a_row_of_blanks_belongs_to_no_group() -> None:
    (table,) = blocks("```tabell\n| a | b |\n|---|---|\n| x | 1 |\n| | 2 |\n| | |\n| | 3 |\n```")
    assert isinstance(table, Table)
    found = [[(plain(cell.content), cell.rowspan, cell.heading) for cell in row.cells] for row in table.body]
    assert found == [
        [("x", 2, True), ("1", 1, False)],
        [("2", 1, False)],
        [("", 1, False), ("", 1, False)],
        [("", 1, False), ("3", 1, False)],
    ]


def test_in_a_table_without_groups_the_first_column_is_like_the_others() -> None:
    (table,) = blocks("```tabell\n| A | B |\n|---|---|\n| a | b |\n| c | d |\n```")
    assert isinstance(table, Table)
    assert not any(cell.heading for row in table.body for cell in row.cells)


def test_a_cell_may_hold_a_list_of_html_and_anything_inline() -> None:
    source = "```tabell\n| A | B |\n|---|---|\n| x | Ansvar:<ul><li>*a*</li><li>b[^1]</ul> |\n```\n\n[^1]: Not"
    body, findings = read(source)
    assert findings == ()
    (table,) = body.blocks
    assert isinstance(table, Table)
    assert table.body[0].cells[1].content == (
        Plain((Text("Ansvar:", 4),), 4),
        BulletList(((Plain((Emph((Text("a", 4),)),), 4),), (Plain((Text("b", 4), NoteRef("1", 4)), 4),)), 4),
    )
    assert body.notes == (Note("1", (Para((Text("Not", 7),), 7),), 7),)


def test_a_table_of_html_keeps_spans_and_heads() -> None:
    source = (
        "<table>\n<tr><th rowspan=2>A</th><th colspan=2>B</th></tr>\n<tr><th>b</th><th align=right>c</th></tr>\n"
        "<tr><td>1<td>2<td>3\n</table>"
    )
    assert blocks(source) == (
        Table(
            (
                Row((_cell("A", 2, rowspan=2, heading=True), _cell("B", 2, colspan=2, heading=True)), 2),
                Row((_cell("b", 3, heading=True), _cell("c", 3, heading=True)), 3),
            ),
            (Row((_cell("1", 4), _cell("2", 4), _cell("3", 4)), 4),),
            ("left", "left", "right"),
            line=1,
        ),
    )


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ("<tr><th>a</th></tr><tr><td>b</td></tr><tr><th>c</th></tr>", ["a"]),
        ("<tbody><tr><th>a</th></tr><tr><td>b</td></tr></tbody>", []),
        ("<thead><tr><td>a</td></tr></thead><tr><td>b</td></tr><tr><th>c</th></tr>", ["a"]),
    ],
)
def test_rows_of_headings_stay_where_they_stand_but_for_the_first(rows: str, head: list[str]) -> None:
    (table,) = blocks(f"<table>{rows}</table>")
    assert isinstance(table, Table)
    assert [plain(row.cells[0].content) for row in table.head] == head
    words = [plain(row.cells[0].content) for row in (*table.head, *table.body)]
    assert words == ["a", "b", "c"][: len(words)]
    assert all(cell.heading for row in table.head for cell in row.cells)


def test_a_cell_reaches_no_further_than_the_last_row_of_its_part() -> None:
    source = "<table><tr><th rowspan=2>a</th></tr><tr><td rowspan=4>b</td></tr><tr></tr></table>"
    (table,) = read(source)[0].blocks
    assert isinstance(table, Table)
    assert [row.cells[0].rowspan for row in (*table.head, table.body[0])] == [1, 2]


def test_each_of_two_captions_is_kept() -> None:
    (table,) = read("<table><caption>a</caption><caption>b</caption><tr><td>c</td></tr></table>")[0].blocks
    assert isinstance(table, Table)
    assert table.caption == (Text("a", 1), Break(), Text("b", 1))


def test_a_column_is_set_as_its_topmost_cell_of_one_column_says() -> None:
    (table,) = blocks(
        "<table><tr><th align=right colspan=2>a</th><th align=center>b</th></tr>"
        "<tr><td>c</td><td>d</td><td align=right>e</td></tr><tr><td align=center>f</td><td>g</td><td>h</td></tr>"
        "<tr><td align=right>i</td><td>j</td><td>k</td></tr></table>"
    )
    assert isinstance(table, Table)
    assert table.align == ("center", "left", "center")


def test_a_row_of_nothing_is_no_line_below_a_head() -> None:
    assert "separator-twice" not in {code for code, _ in told("<table><tr><td>a</td></tr><tr></tr></table>")}


def test_a_caption_above_and_a_source_below_go_into_their_table() -> None:
    (table, after) = blocks(
        "Tabell: Mål *2022*\n\n| A | B |\n|--|--|\n| a | b |\n\nKälla: KF § 183\n\nNot: avrundat\n\nSlut."
    )
    assert isinstance(table, Table)
    assert table.caption == (Text("Mål ", 1), Emph((Text("2022", 1),)))
    assert [node.value for node in table.note if isinstance(node, Text)] == ["Källa: KF § 183", "avrundat"]
    assert after == Para((Text("Slut.", 11),), 11)


def test_emphasis_on_a_whole_caption_or_source_is_not_part_of_it() -> None:
    (table,) = blocks("**Table: Mål**\n\n| A | B |\n|--|--|\n| a | b |\n\n*Source: KF*")
    assert isinstance(table, Table)
    assert (table.caption, table.note) == ((Text("Mål", 1),), (Text("Source: KF", 7),))


def test_a_caption_keeps_a_number_that_was_typed_with_it() -> None:
    (table,) = blocks("Tabell 3: Mål\n\n| A | B |\n|--|--|\n| a | b |")
    assert isinstance(table, Table)
    assert table.caption == (Text("Tabell 3: Mål", 1),)


def test_a_source_elsewhere_is_a_paragraph() -> None:
    assert blocks("Källa: KF") == (Para((Text("Källa: KF", 1),), 1),)


def test_a_step_may_say_when_it_begins() -> None:
    (block,) = blocks("```process\n1. Möte 08:30 : start 09:00\n2. 13:15: Slut\n3. Del 1: 2 timmar\n```")
    assert isinstance(block, Process)
    assert [(step.title, step.text) for step in block.steps] == [
        ("Möte 08:30", "start 09:00"),
        ("13:15", "Slut"),
        ("Del 1", "2 timmar"),
    ]


@pytest.mark.parametrize(("word", "head"), [("arbetsgång", "rubrik"), ("process", "caption")])
def test_a_process_has_steps_of_a_verb_and_who_does_what(word: str, head: str) -> None:
    steps = "1. Samla: enheterna\n   lämnar behov\n2. Bered: gruppen: alla"
    source = f"```{word}\n{head}: Från behov till nytta\n\n{steps}\n```"
    assert blocks(source) == (
        Process(
            (Step("Samla", "enheterna lämnar behov", 4), Step("Bered", "gruppen: alla", 6)), "Från behov till nytta", 1
        ),
    )


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("```\na *b*\n\n  c & <d>\n```", "a *b*\n\n  c & <d>"),
        ("~~~~ python\n```\n~~~\n~~~~", "```\n~~~"),
        ("```yaml\ntitle: {x: y}\n````", "title: {x: y}"),
    ],
)
def test_another_fence_is_code_as_typed(source: str, value: str) -> None:
    assert blocks(source) == (CodeBlock(value, 1),)


def test_a_fence_ends_and_begins_paragraphs_without_blank_lines() -> None:
    assert blocks("före\n```\nkod\n```\nefter") == (
        Para((Text("före", 1),), 1),
        CodeBlock("kod", 2),
        Para((Text("efter", 5),), 5),
    )


def test_fences_stand_in_lists_quotes_and_notes() -> None:
    listed = "1. a\n\n    ```\n    kod\n      två\n    ```\n\n2. b[^1]\n\n"
    source = f"{listed}> c\n> ```\n> citerad\n> ```\n\n[^1]: d\n\n    ```\n    not\n    ```"
    body, findings = read(source)
    assert findings == ()
    assert body.blocks == (
        OrderedList(
            (
                (Para((Text("a", 1),), 1), CodeBlock("kod\n  två", 3)),
                (Para((Text("b", 8), NoteRef("1", 8)), 8),),
            ),
            1,
            1,
        ),
        Quote((Para((Text("c", 10),), 10), CodeBlock("citerad", 11)), 10),
    )
    assert body.notes == (Note("1", (Para((Text("d", 15),), 15), CodeBlock("not", 17)), 15),)


def test_a_fence_may_begin_a_list_item() -> None:
    assert blocks("- ```\n  kod\n  ```\n- b") == (BulletList(((CodeBlock("kod", 1),), (Para((Text("b", 4),), 4),)), 1),)


def test_a_table_stands_in_a_list_item() -> None:
    source = "- Mål:\n\n    ```tabell\n    | A | B |\n    |---|---|\n    | a | b |\n    ```"
    (found,) = blocks(source)
    assert isinstance(found, BulletList)
    table = found.items[0][1]
    assert isinstance(table, Table)
    assert (table.line, table.body[0].line) == (3, 6)


def test_a_fence_in_indented_code_is_part_of_the_code() -> None:
    body, _ = read("Skriv:\n\n    ```ekonomi\n    enhet: mnkr\n    ```\n\nså.")
    assert body.blocks == (
        Para((Text("Skriv:", 1),), 1),
        CodeBlock("```ekonomi\nenhet: mnkr\n```", 3),
        Para((Text("så.", 7),), 7),
    )


def test_a_finance_fence_is_read_with_its_own_lines_and_files() -> None:
    grid = "|      | Utfall |\n| Drift | 4,0 |\n"
    body, findings = read(f"Text\n\n```ekonomi\nrubrik: Drift\nenhet: mnkr\n\n{grid}```", first_line=10)
    assert findings == ()
    block = body.blocks[1]
    assert isinstance(block, FinanceBlock)
    assert block.line == 12
    assert isinstance(block.table, FinanceTable)
    assert (block.table.caption, block.table.unit) == ("Drift", "mnkr")
    assert [cell.printed for cell in block.table.rows[0].cells] == ["Drift", "4,0"]
    assert block.table.rows[0].cells[1].line == 17


def test_a_finance_fence_takes_its_caption_from_the_paragraph_above() -> None:
    body, findings = read("Tabell: Drift\n\n```finance\nunit: mnkr\n\n| | Utfall |\n| Drift | 4,0 |\n```")
    assert findings == ()
    (block,) = body.blocks
    assert isinstance(block, FinanceBlock)
    assert block.table.caption == "Drift"


def test_a_caption_that_begins_with_emphasis_has_nothing_before_it() -> None:
    (table,) = blocks("Tabell: *a* b\n\n| c |\n|---|\n| d |")
    assert isinstance(table, Table)
    assert table.caption == (Emph((Text("a", 1),)), Text(" b", 1))


@pytest.mark.parametrize(
    "fence",
    [
        "```finance\ncaption: Eget\nunit: mnkr\n\n| | Utfall |\n| Drift | 4,0 |\n```",
        "```tabell\nrubrik: Eget\n| a |\n|---|\n| b |\n```",
    ],
)
def test_a_table_with_a_caption_of_its_own_loses_neither_it_nor_the_one_above(fence: str) -> None:
    body, findings = read(f"Tabell: Annat\n\n{fence}")
    assert [finding.code for finding in findings] == ["caption-without-table"]
    above, table = body.blocks
    assert plain((above,)) == "Tabell: Annat"
    assert isinstance(table, FinanceBlock | Table)
    assert (table.table.caption if isinstance(table, FinanceBlock) else plain(table.caption)) == "Eget"


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ("källa: fullmäktige", "Källa: fullmäktige"),
        ("not: Enligt *beslut*.\nkälla: fullmäktige", "Enligt beslut. Källa: fullmäktige"),
        ("source: council\nnote: As decided.", "As decided. Source: council"),
    ],
)
def test_a_fenced_table_names_its_source_after_its_note(lines: str, note: str) -> None:
    (table,) = blocks(f"```tabell\n{lines}\n\n| a | b |\n|---|---|\n| c | d |\n```")
    assert isinstance(table, Table)
    assert plain(table.note) == note
