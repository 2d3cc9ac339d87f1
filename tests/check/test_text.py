"""The checks of a text: what its headings, letters, lists, quotes, notes and code say, and whether they can be set."""

from __future__ import annotations

import pytest
from hypothesis import given
from kallelse.check.targets import Surroundings
from kallelse.check.text import DEEPEST, check_body
from kallelse.fonts import coverage
from kallelse.fonts.letters import ORDINARY
from kallelse.locale.findings import wrong
from kallelse.model.finance import FinanceCell, FinanceColumn, FinanceRow, FinanceRowKind, FinanceTable, HeadCell, Role
from kallelse.model.text import (
    Block,
    Body,
    BulletList,
    Cell,
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
    Step,
    Strong,
    Table,
    Text,
)

from tests.check.bodies import ANCHORS, FILES, PATH, cell, check, findings, heading, para, table, words
from tests.strategies.text import bodies


@given(bodies())
def test_a_body_in_which_nothing_is_wrong_has_no_finding(body: Body) -> None:
    assert check_body(Surroundings(PATH, FILES, ANCHORS), body, ()) == ()


def test_every_part_of_a_table_a_figure_and_a_definition_is_looked_at() -> None:
    bad = Link(words("a", 5), "ftp://x", 5)
    assert check(Table(table().head, table().body, ("left", "left"), (bad,), (bad,), 1)) == [("link-scheme", 5)] * 2
    assert check(Figure(Image("karta.png", "a", 5), (bad,), 5)) == [("link-scheme", 5)]
    assert check(DefinitionList((Definition((bad,), ((para(bad),),)),), 5)) == [("link-scheme", 5)] * 2
    assert check(para("a", NoteRef("n", 1)), notes=(Note("n", (para(bad),), 5),)) == [("link-scheme", 5)]


def test_a_finding_has_the_line_of_its_words_in_a_long_paragraph() -> None:
    content = (Text("a ", 3), Text("b ", 4), Link(words("c", 5), "annat.pdf", 5), Text(" d✅", 6))
    assert check(Para(content, 3)) == [("link-dead", 5), ("letter-missing", 6)]


# Headings


@pytest.mark.parametrize(
    ("levels", "skipped"),
    [((2, 3, 4), []), ((2, 3, 2, 3), []), ((3,), [1]), ((2, 4), [2]), ((2, 3, 5, 6), [3]), ((2, 4, 4, 6), [2, 4])],
)
def test_a_heading_skips_no_level_below_the_title(levels: tuple[int, ...], skipped: list[int]) -> None:
    found = check(*(heading(level, line=line) for line, level in enumerate(levels, start=1)))
    assert found == [("heading-skipped", line) for line in skipped]


def test_a_heading_in_a_quote_counts_too() -> None:
    assert check(heading(2), Quote((heading(4, line=5),), 5), heading(5, line=7)) == [("heading-skipped", 5)]


def test_a_skipped_level_is_told_with_both_levels() -> None:
    (found,) = findings(heading(2), heading(5, "Mål", 4))
    assert found.words == {"text": "Mål", "level": "5", "above": "2"}
    assert wrong(found, "sv") == "Rubriken ”Mål” är på nivå 5, men rubriken före den på nivå 2."


@pytest.mark.parametrize("content", [(), words(" "), words("\u00a0"), (Emph(()),), (Code(" "),)])
def test_a_heading_says_something(content: tuple[Inline, ...]) -> None:
    assert check(Heading(2, content, "rubrik", 4)) == [("heading-empty", 4)]


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (BulletList(((heading(2, line=5),),), 4), "heading-in-list"),
        (OrderedList(((para("a"), heading(2, line=5)),), 1, 4), "heading-in-list"),
        (DefinitionList((Definition(words("a", 4), ((heading(2, line=5),),)),), 4), "heading-in-list"),
        (BulletList(((Quote((heading(2, line=5),), 5),),), 4), "heading-in-list"),
        (table(Row((Cell((heading(2, line=5),)), cell("b")), 5)), "heading-in-cell"),
        (table(Row((Cell((BulletList(((heading(2, line=5),),)),)), cell("b")), 5)), "heading-in-cell"),
    ],
)
def test_a_heading_stands_in_no_list_and_no_cell(block: Block, code: str) -> None:
    assert check(block) == [(code, 5)]


def test_a_heading_has_no_note_and_no_picture() -> None:
    content = (Text("a", 3), NoteRef("n", 3), Image("karta.png", "b", 3))
    notes = (Note("n", (para("c"),), 9),)
    expected = [("note-in-heading", 3), ("image-in-heading", 3)]
    assert check(Heading(2, content, "a", 3), notes=notes) == expected
    assert check(notes=notes, heading=content) == expected


def test_the_title_of_a_document_is_checked_with_its_text() -> None:
    assert check(heading=words("Kartan 🗺", 4)) == [("letter-missing", 4)]
    assert check(heading=words(" ", 4)) == [("heading-empty", 4)]


# Letters


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("klart ✅ nu", "letter-missing"),
        ("中", "letter-missing"),
        ("q\u0308", "letter-missing"),
        ("a\u200bb", "letter-invisible"),
        ("a\ufeffb", "letter-invisible"),
        ("a\u202eb", "letter-bidi"),
        ("a\u2067b", "letter-bidi"),
        ("a\u200fb", "letter-bidi"),
    ],
)
@pytest.mark.parametrize(
    "block",
    [
        lambda text: para(Strong(words(text, 7)), line=7),
        lambda text: para(Code(text, 7), line=7),
        lambda text: Heading(2, words(f"{text} a", 7), "a", 7),
        lambda text: CodeBlock(f"a\n{text}", 5),
        lambda text: Process((Step("a", "b", 6), Step("c", text, 7)), "", 5),
        lambda text: table(Row((cell("a"), cell(text, line=7)), 7)),
        lambda text: Figure(Image("karta.png", "a", 7), words(text, 7), 7),
    ],
)
def test_a_letter_that_no_face_has_or_nobody_sees_is_told_wherever_it_stands(
    block: object, text: str, code: str
) -> None:
    assert callable(block)
    assert check(block(text)) == [(code, 7)]


def test_letters_of_notes_finance_tables_and_alt_texts_are_checked() -> None:
    finance = FinanceTable(
        "Drift",
        "mnkr",
        (FinanceColumn("", Role.LABEL), FinanceColumn("Utfall", Role.OUTCOME)),
        ((HeadCell("", 0), HeadCell("Utfall", 1)),),
        (FinanceRow(FinanceRowKind.ITEM, (FinanceCell("a\u202eb", line=8), FinanceCell("✅", line=9))),),
        line=5,
    )
    body = (FinanceBlock(finance, 5), para("a", NoteRef("n", 11), line=11))
    notes = (Note("n", (para("中", line=12),), 12),)
    assert check(*body, notes=notes) == [("letter-bidi", 8), ("letter-missing", 9), ("letter-missing", 12)]
    assert check(para("a ", Image("karta.png", "b\u202ec", 3), line=3)) == [("letter-bidi", 3)]
    assert check(para("a ", Image("karta.png", "✅", 3), line=3)) == []


def test_a_missing_letter_is_named_once_in_each_text() -> None:
    (found,) = findings(para("✅ och ✅", line=4))
    assert found.words == {"letter": "✅", "code": "U+2705", "names": "WHITE HEAVY CHECK MARK"}


def test_letters_that_are_passed_over_are_in_every_face() -> None:
    ordinary = "".join(chr(code) for code in range(0x20, 0x10000) if ORDINARY.fullmatch(chr(code)))
    assert len(ordinary) > 95
    assert coverage.missing(ordinary) == ()
    assert coverage.invisible(ordinary) == ()


# Lists, quotes, notes, code


def test_what_says_nothing_is_told() -> None:
    assert check(BulletList((), 3)) == [("list-empty", 3)]
    assert check(BulletList(((Plain(words("a", 3), 3),), ()), 3)) == [("item-empty", 3)]
    assert check(OrderedList(((Plain(words(" ", 4), 4),),), 1, 3)) == [("item-empty", 4)]
    assert check(DefinitionList((Definition((), ((para("a"),),)),), 3)) == [("term-empty", 3)]
    assert check(DefinitionList((Definition(words("a", 4), ()),), 3)) == [("meaning-empty", 4)]
    assert check(DefinitionList((Definition(words("a", 4), ((),)),), 3)) == [("meaning-empty", 4)]
    assert check(Quote((), 3)) == [("quote-empty", 3)]
    assert check(CodeBlock(" \n", 3)) == [("code-empty", 3)]
    body = para("a", NoteRef("n", 1))
    assert check(body, notes=(Note("n", (), 5),)) == [("note-empty", 5)]


def test_a_note_has_no_note() -> None:
    body = para("a", NoteRef("n", 1), NoteRef("m", 1))
    notes = (Note("n", (para("b", NoteRef("m", 5), line=5),), 5), Note("m", (para("c"),), 6))
    assert check(body, notes=notes) == [("note-in-note", 5)]


@pytest.mark.parametrize("wrap", [lambda block: Quote((block,), 1), lambda block: BulletList(((block,),), 1)])
def test_quotes_and_lists_stand_in_one_another_to_a_depth(wrap: object) -> None:
    assert callable(wrap)
    block: Block = para("a")
    for _ in range(DEEPEST):
        block = wrap(block)
    assert check(block) == []
    assert check(wrap(block)) == [("nesting-deep", 1)]
    assert check(wrap(wrap(block))) == [("nesting-deep", 1)]
