"""The walks of the text tree that several share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from kallelse.model import fold
from kallelse.model.finance import (
    FinanceCell,
    FinanceColumn,
    FinanceRow,
    FinanceRowKind,
    FinanceTable,
    HeadCell,
    Role,
)
from kallelse.model.rewritten import rewrite
from kallelse.model.text import (
    Block,
    Body,
    Break,
    BulletList,
    Cell,
    Cite,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emph,
    Figure,
    FinanceBlock,
    Heading,
    Image,
    Inline,
    Link,
    Note,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Row,
    Rule,
    Step,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)

from tests.strategies.text import bodies


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def cell(text: str, colspan: int = 1, rowspan: int = 1, *, heading: bool = False) -> Cell:
    return Cell((Plain(words(text)),), colspan, rowspan, heading)


TABLE = Table(
    head=(
        Row((cell("Slag", rowspan=2, heading=True), cell("Mål", colspan=2, heading=True))),
        Row((cell("Text", heading=True), cell("Gräns", heading=True))),
    ),
    body=(
        Row((cell("Finans", rowspan=2, heading=True), cell("skatt"), cell("0 %"))),
        Row((cell("resultat"), cell("2 %"))),
        Row((cell("Drift", heading=True), cell("kö"), cell("5"))),
    ),
    align=("left", "left", "right"),
    caption=words("Målen"),
    note=words("Källa: KF"),
)
FINANCE = FinanceTable(
    caption="Drift",
    unit="mnkr",
    columns=(FinanceColumn("", Role.LABEL), FinanceColumn("Utfall", Role.OUTCOME)),
    head=((HeadCell("", 0), HeadCell("Utfall", 1)),),
    rows=(FinanceRow(FinanceRowKind.ITEM, (FinanceCell("Netto"), FinanceCell("−4,2", computed=True))),),
    note="Avrundat",
)


@pytest.mark.parametrize(
    ("block", "printed"),
    [
        (Para((Text("a "), Emph((Text("b "), Strong(words("c")))), Text(" d"))), "a b c d"),
        (Para((Strike(words("a")), Sup(words("b")), Sub(words("c")), Link(words("d"), "x"))), "abcd"),
        (Para((Text("a"), Break(), Text("b"), Code(" c  d "))), "a b c d"),
        (Para((Text("a "), Image("x.png", "alt"), Text(" b"))), "a b"),
        (Para((Cite("t", ("x",), printed="4,2 mnkr"), Text(" kvar"))), "4,2 mnkr kvar"),
        (Heading(2, words("Mål"), "mal"), "Mål"),
        (BulletList(((Plain(words("a")), BulletList(((Plain(words("b")),),))), (Plain(words("c")),))), "• a • b • c"),
        (OrderedList(((Plain(words("a")),), (Para(words("b")),)), 3), "3. a 4. b"),
        (DefinitionList((Definition(words("a"), ((Plain(words("b")),), (Plain(words("c")),))),)), "a b c"),
        (Quote((Para(words("a")), Para(words("b")))), "a b"),
        (CodeBlock("a\n  b"), "a b"),
        (Figure(Image("x.png", "alt"), words("a")), "a"),
        (Process((Step("Samla", "alla"), Step("Bered", "några")), "Gång"), "Samla alla Bered några Gång"),
        (Rule(), ""),
        (TABLE, "Målen Slag Mål Text Gräns Finans skatt 0 % resultat 2 % Drift kö 5 Källa: KF"),
        (FinanceBlock(FINANCE), "Drift mnkr Utfall Netto −4,2 Avrundat"),
        (FinanceBlock(replace(FINANCE, labelled=False)), "Drift mnkr Utfall −4,2 Avrundat"),
    ],
)
def test_what_is_printed_of_a_block_are_its_words_markers_and_computed_figures(block: Block, printed: str) -> None:
    assert [part.words for part in fold.printed(Body((block,)))] == [printed]


def test_heads_and_labels_of_row_groups_may_be_printed_again() -> None:
    (part,) = fold.printed(Body((Quote((TABLE, FinanceBlock(FINANCE))),)))
    assert part.repeats == ("Slag Mål Text Gräns", "Finans", "Utfall")


def test_a_note_is_printed_at_its_first_call_and_its_number_at_each() -> None:
    notes = (Note("b", (Para(words("Not b")),)), Note("a", (Para(words("Not a")), Para(words("mer")))))
    body = Body(
        (
            Para((Text("x"), NoteRef("b"), Text(" y"), NoteRef("a"))),
            Para((Text("z"), NoteRef("b"), Text(" w"), NoteRef("okänd"))),
        ),
        notes,
    )
    first, second = fold.printed(body)
    assert (first.words, first.notes) == ("x1 y2", "1 Not b 2 Not a mer")
    assert (second.words, second.notes) == ("z1 w", "")


def test_headings_are_numbered_below_the_title() -> None:
    levels = (1, 2, 3, 3, 2, 4, 2)
    body = Body(tuple(Heading(level, words("r"), f"r{place}") for place, level in enumerate(levels)))
    assert fold.heading_numbers(body) == {"r1": "1", "r2": "1.1", "r3": "1.2", "r4": "2", "r5": "2.0.1", "r6": "3"}
    assert [part.words for part in fold.printed(body, numbered_headings=True)][:3] == ["r", "1 r", "1.1 r"]
    assert [heading.anchor for heading in fold.headings(body)] == [f"r{place}" for place in range(7)]


def test_headings_in_other_blocks_have_an_anchor_but_no_number() -> None:
    body = Body((Quote((Heading(2, words("a"), "a"),)), Heading(2, words("b"), "b")))
    assert fold.anchors(body) == ("a", "b")
    assert fold.heading_numbers(body) == {"b": "1"}


def test_cells_begin_past_those_that_reach_down_from_above() -> None:
    rows = (
        Row((cell("a", rowspan=3), cell("b", colspan=2), cell("c", rowspan=2))),
        Row((cell("d"), cell("e"))),
        Row((cell("f"), cell("g", colspan=2))),
        Row((cell("h"), cell("i"))),
    )
    assert fold.columns_of(rows) == ((0, 1, 3), (1, 2), (1, 2), (0, 1))


def test_the_line_of_a_node_is_its_own_or_that_of_the_first_leaf_with_one() -> None:
    assert fold.line_of(Para(words("a"), 7)) == 7
    assert fold.line_of(Emph((Break(), Strong((Text("a", 4),)), Text("b", 5)))) == 4
    assert fold.line_of(BulletList(((Plain((Text("a", 3),)),),))) == 3
    assert fold.line_of(Emph(())) == 0


def test_plain_words_have_no_markers_and_a_picture_says_its_alt_text() -> None:
    body = Body(
        (BulletList(((Plain((Text("a"), NoteRef("n"), Image("x.png", "bild"))),), (Plain(words("b")),))), TABLE)
    )
    assert fold.plain(body.blocks).startswith("a bild b Målen Slag Mål")
    assert fold.plain((Text("a\u00a0b  "), Text(" c"))) == "a b c"


def test_all_nodes_of_a_kind_are_found_wherever_they_stand() -> None:
    link = Link((Emph((NoteRef("n"),)),), "x")
    body = Body(
        (
            DefinitionList((Definition((link,), ((Quote((Para((link,)),)),),)),)),
            replace(TABLE, caption=(link,), note=(link,), body=(Row((Cell((Plain((link,)),)),)),)),
            Figure(Image("a.png", "b"), (link,)),
            FinanceBlock(FINANCE),
        ),
        (Note("n", (Para((link, Image("c.png", "d"))),)),),
    )
    assert len(fold.of_kind(body, Link)) == len(fold.of_kind(body, NoteRef)) == 7
    assert [image.source for image in fold.of_kind(body, Image)] == ["a.png", "c.png"]
    assert fold.finance_tables(body) == (FINANCE,)


@given(bodies())
def test_rewriting_reaches_every_inline_once(body: Body) -> None:
    seen: list[Inline] = []

    def note(inline: Inline) -> Inline:
        seen.append(inline)
        return inline

    assert rewrite(body, note) == body
    inlines = [node for node in fold.walk_body(body) if isinstance(node, Inline)]
    assert len(seen) == len(inlines)
    assert {id(node) for node in seen if isinstance(node, Text)} == {
        id(node) for node in inlines if isinstance(node, Text)
    }


@given(bodies())
def test_what_is_printed_holds_each_word_of_the_tree(body: Body) -> None:
    printed = "".join(f"{part.words} {part.notes} " for part in fold.printed(body))
    for node in fold.walk_body(body):
        if isinstance(node, Text | Code):
            assert " ".join(node.value.split()) in " ".join(printed.split())


@given(bodies())
def test_every_text_is_met_as_a_leaf(body: Body) -> None:
    leaves = [node for node in fold.walk(body.blocks) if not fold.children(node)]
    assert [leaf for leaf in leaves if isinstance(leaf, Text)] == [
        node for node in fold.walk(body.blocks) if isinstance(node, Text)
    ]


def test_a_tree_of_any_depth_is_walked() -> None:
    node: Block = Para(words("a"))
    for _ in range(5000):
        node = Quote((node,))
    assert fold.plain((node,)) == "a"
