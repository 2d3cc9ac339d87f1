"""The checks of a text: whatever cannot be set, would mislead or leads nowhere is a finding on its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from kallelse.check.text import DEEPEST, check_body
from kallelse.fonts import coverage
from kallelse.fonts.letters import ORDINARY
from kallelse.locale.findings import remedy, wrong
from kallelse.model import fold
from kallelse.model.finance import FinanceCell, FinanceColumn, FinanceRow, FinanceRowKind, FinanceTable, HeadCell, Role
from kallelse.model.finding import Finding, Severity
from kallelse.model.text import (
    Block,
    Body,
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
    Strong,
    Table,
    Text,
)

from tests.strategies.text import PICTURES, bodies

PATH = "gsn/2022-09-26/03/index.md"
FILES = frozenset(
    {
        "gsn/index.md",
        PATH,
        "gsn/2022-09-26/03/bilaga-1-utfall.md",
        "gsn/2022-09-26/03/karta.png",
        "gsn/2022-09-26/03/utfall.csv",
        "gsn/2022-09-26/04-hemlig.md",
        "kallelse.yml",
        *(f"gsn/2022-09-26/03/{picture}" for picture in PICTURES),
    }
)
ANCHORS = {PATH: ("mal", "utfall"), "gsn/2022-09-26/03/bilaga-1-utfall.md": ("driften",), "gsn/index.md": ()}


def check(*blocks: Block, notes: tuple[Note, ...] = (), heading: tuple[Inline, ...] = ()) -> list[tuple[str, int]]:
    """Codes and lines of the findings about a body; each has words in both languages."""
    return [(finding.code, finding.place.line) for finding in findings(*blocks, notes=notes, heading=heading)]


def findings(*blocks: Block, notes: tuple[Note, ...] = (), heading: tuple[Inline, ...] = ()) -> tuple[Finding, ...]:
    found = check_body(PATH, Body(blocks, notes), FILES, ANCHORS, heading)
    for finding in found:
        assert finding.place.path == PATH
        assert finding.severity is Severity.ERROR
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
    return found


def words(text: str, line: int = 0) -> tuple[Inline, ...]:
    return (Text(text, line),)


def para(*content: Inline | str, line: int = 1) -> Para:
    return Para(tuple(Text(part, line) if isinstance(part, str) else part for part in content), line)


def heading(level: int, text: str = "a", line: int = 1) -> Heading:
    return Heading(level, words(text, line), text, line)


def cell(*content: Inline | str, rowspan: int = 1, label: bool = False, line: int = 1) -> Cell:
    return Cell((Plain(para(*content, line=line).content, line),), 1, rowspan, label, line)


def table(*rows: Row, head: tuple[Row, ...] | None = None) -> Table:
    own = (Row((cell("A"), cell("B")), 1),) if head is None else head
    return Table(own, rows or (Row((cell("a"), cell("b")), 3),), ("left", "left"), line=1)


@given(bodies())
def test_a_body_in_which_nothing_is_wrong_has_no_finding(body: Body) -> None:
    assert check_body(PATH, body, FILES, ANCHORS) == ()


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


# Tables


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


# Links, pictures, citations


@pytest.mark.parametrize(
    "target",
    [
        "https://exempel.se/sida?a=1#b",
        "HTTP://exempel.se",
        "mailto:kansli@norrsala.example",
        "tel:+46-123456",
        "#mal",
        "bilaga-1-utfall.md",
        "./bilaga-1-utfall.md#driften",
        "../03/bilaga-1-utfall.md",
        "../../index.md",
        "../../../gsn/index.md",
        "utfall.csv",
        "karta.png",
        "index.md#utfall",
    ],
)
def test_a_link_that_leads_somewhere_is_no_finding(target: str) -> None:
    assert check(para(Link(words("a", 2), target, 2), line=2)) == []


@pytest.mark.parametrize(
    ("target", "code", "near"),
    [
        ("", "link-nowhere", None),
        ("javascript:alert(1)", "link-scheme", None),
        ("data:text/html,x", "link-scheme", None),
        ("file:///etc/passwd", "link-scheme", None),
        ("https:exempel.se", "link-address", None),
        ("https://", "link-address", None),
        ("https://exempel.se/två ord", "link-address", None),
        ("mailto:kansli", "link-address", None),
        ("tel:noll", "link-address", None),
        ("//exempel.se/x", "link-absolute", None),
        ("/gsn/index.md", "link-absolute", None),
        ("bilaga-1.md", "link-dead-near", "bilaga-1-utfall.md"),
        ("Bilaga-1-utfall.md", "link-dead-near", "bilaga-1-utfall.md"),
        ("../../../../gsn/index.md", "link-dead-near", "../../index.md"),
        ("annat.pdf", "link-dead", None),
        ("../04-hemlig.md", "link-dead", None),
        ("../../../kallelse.yml", "link-dead", None),
        ("#mol", "link-anchor-near", "mal"),
        ("bilaga-1-utfall.md#drift", "link-anchor-near", "driften"),
        ("../../index.md#a", "link-anchor", None),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest(target: str, code: str, near: str | None) -> None:
    (found,) = findings(para(Strong((Link(words("a", 2), target, 2),)), line=2))
    assert (found.code, found.place.line, found.words.get("near")) == (code, 2, near)


def test_a_link_has_words_or_a_picture() -> None:
    assert check(para("a ", Link((), "#mal", 4))) == [("link-empty", 4)]
    assert check(para("a ", Link((Emph(words(" ")),), "#mal", 4))) == [("link-empty", 4)]
    assert check(para("a ", Link((Image("karta.png", "b", 4),), "#mal", 4))) == []


@pytest.mark.parametrize(
    ("source", "alt", "code"),
    [
        ("karta.png", "", "image-alt"),
        ("karta.png", " ", "image-alt"),
        ("Karta.png", "a", "image-missing-near"),
        ("annan-bild.svg", "a", "image-missing"),
        ("karta.webp", "a", "image-kind"),
        ("utfall.csv", "a", "image-kind"),
        ("https://exempel.se/a.png", "a", "image-outside"),
        ("data:image/png;base64,x", "a", "image-outside"),
        ("/karta.png", "a", "image-outside"),
    ],
)
def test_a_picture_is_a_file_of_the_sources_with_an_alt_text(source: str, alt: str, code: str) -> None:
    assert check(Figure(Image(source, alt, 3), (), 3)) == [(code, 3)]
    assert check(para("a ", Image(source, alt, 4), line=4)) == [(code, 4)]


def test_a_citation_without_a_figure_is_told_as_it_was_typed() -> None:
    (found,) = findings(para("a ", Cite("utfall", ("Netto", "Helår"), line=6)))
    assert (found.code, found.place.line) == ("cite-unresolved", 6)
    assert wrong(found, "sv") == "{utfall: Netto, Helår} gick inte att läsa ur någon tabell."
    assert check(para(Cite("utfall", ("Netto",), printed="4,2 mnkr", line=6))) == []


def test_every_part_of_a_table_a_figure_and_a_definition_is_looked_at() -> None:
    bad = Link(words("a", 5), "ftp://x", 5)
    assert check(Table(table().head, table().body, ("left", "left"), (bad,), (bad,), 1)) == [("link-scheme", 5)] * 2
    assert check(Figure(Image("karta.png", "a", 5), (bad,), 5)) == [("link-scheme", 5)]
    assert check(DefinitionList((Definition((bad,), ((para(bad),),)),), 5)) == [("link-scheme", 5)] * 2
    assert check(para("a", NoteRef("n", 1)), notes=(Note("n", (para(bad),), 5),)) == [("link-scheme", 5)]


def test_a_finding_has_the_line_of_its_words_in_a_long_paragraph() -> None:
    content = (Text("a ", 3), Text("b ", 4), Link(words("c", 5), "annat.pdf", 5), Text(" d✅", 6))
    assert check(Para(content, 3)) == [("link-dead", 5), ("letter-missing", 6)]


def test_anchors_of_a_body_are_those_that_links_may_lead_to() -> None:
    body = Body((heading(2, "mal"), Quote((heading(3, "medel"),)), para(Link(words("a"), "#medel", 4))))
    assert check_body(PATH, body, FILES, {PATH: fold.anchors(body)}) == ()


def test_letters_that_are_passed_over_are_in_every_face() -> None:
    ordinary = "".join(chr(code) for code in range(0x20, 0x10000) if ORDINARY.fullmatch(chr(code)))
    assert len(ordinary) > 95
    assert coverage.missing(ordinary) == ()
    assert coverage.invisible(ordinary) == ()
