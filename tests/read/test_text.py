"""Markdown into the text tree: every construct, read as it is meant."""

from __future__ import annotations

import pytest
from kallelse.model import fold
from kallelse.model.text import (
    Body,
    Break,
    BulletList,
    Cite,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emph,
    Figure,
    Heading,
    Image,
    Link,
    Note,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Quote,
    Rule,
    Strike,
    Strong,
    Sub,
    Sup,
    Text,
)

from tests.read.reading import bare, blocks, read


def test_an_empty_text_is_an_empty_body() -> None:
    assert read("") == (Body(), ())
    assert read("\n  \n\n") == (Body(), ())


def test_a_paragraph_has_one_text_for_each_source_line_and_a_blank_where_a_line_ends() -> None:
    assert blocks("Nämnden har\nfattat\n  beslut.") == (
        Para((Text("Nämnden har ", 1), Text("fattat ", 2), Text("beslut.", 3)), 1),
    )


def test_inline_marks_become_their_kinds() -> None:
    source = "a *b* **c** ~~d~~ <sup>e</sup> H<sub>2</sub>O `f` <em>g</em> <strong>h</strong>"
    (para,) = blocks(source)
    assert isinstance(para, Para)
    assert [node for node in para.content if not isinstance(node, Text)] == [
        Emph((Text("b", 1),)),
        Strong((Text("c", 1),)),
        Strike((Text("d", 1),)),
        Sup((Text("e", 1),)),
        Sub((Text("2", 1),)),
        Code("f", 1),
        Emph((Text("g", 1),)),
        Strong((Text("h", 1),)),
    ]


def test_marks_hold_marks() -> None:
    assert blocks("**a *b* c** ~~d **e**~~") == (
        Para(
            (
                Strong((Text("a ", 1), Emph((Text("b", 1),)), Text(" c", 1))),
                Text(" ", 1),
                Strike((Text("d ", 1), Strong((Text("e", 1),)))),
            ),
            1,
        ),
    )


@pytest.mark.parametrize("typed", ["rad  \nnästa", "rad\\\nnästa", "rad    \nnästa"])
def test_a_line_break_that_is_asked_for_is_kept_without_blanks_around_it(typed: str) -> None:
    assert blocks(typed) == (Para((Text("rad", 1), Break(), Text("nästa", 2)), 1),)


def test_a_typed_br_is_a_line_break() -> None:
    assert blocks("rad<br>nästa") == (Para((Text("rad", 1), Break(), Text("nästa", 1)), 1),)
    assert blocks("rad <br/> nästa") == (Para((Text("rad", 1), Break(), Text("nästa", 1)), 1),)


def test_a_backslash_takes_the_meaning_from_any_sign() -> None:
    signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    typed = "å " + " ".join(f"\\{sign}x\\{sign}" for sign in signs)
    assert blocks(typed) == (Para((Text("å " + " ".join(f"{sign}x{sign}" for sign in signs), 1),), 1),)


def test_entities_are_the_letters_they_stand_for_but_in_code() -> None:
    assert blocks("A &amp; B &auml; &#228; &#xE4; R&D; &lt;b&gt; `&amp; <b>` <code>x &amp; y</code>") == (
        Para(
            (
                Text("A & B ä ä ä R&D; <b> ", 1),
                Code("&amp; <b>", 1),
                Text(" ", 1),
                Code("x & y", 1),
            ),
            1,
        ),
    )


def test_an_ampersand_and_a_number_sign_do_not_lead_the_reader_astray() -> None:
    source = "Om `&#` i\n\n<sup>a</sup> text\n\\; slut"
    assert blocks(source)[1] == Para((Sup((Text("a", 3),)), Text(" text ", 3), Text("; slut", 4)), 3)


def test_links_keep_their_targets_as_typed() -> None:
    source = "[a *b*](../x.md#del) <https://a.se/?b=1&c=2> <kansli@a.se> [c][R] [R]\n\n[r]: http://b.se/ 'titel'"
    (para,) = blocks_without_titles(source)
    assert isinstance(para, Para)
    assert [node for node in para.content if isinstance(node, Link)] == [
        Link((Text("a ", 1), Emph((Text("b", 1),))), "../x.md#del", 1),
        Link((Text("https://a.se/?b=1&c=2", 1),), "https://a.se/?b=1&c=2", 1),
        Link((Text("kansli@a.se", 1),), "mailto:kansli@a.se", 1),
        Link((Text("c", 1),), "http://b.se/", 1),
        Link((Text("R", 1),), "http://b.se/", 1),
    ]


def blocks_without_titles(source: str) -> tuple[object, ...]:
    body, findings = read(source)
    assert {finding.code for finding in findings} <= {"link-title"}
    return body.blocks


def test_a_link_name_at_the_beginning_of_a_line_is_found() -> None:
    assert blocks("[budget] och\n[underlag][Budget]\n\n[budget]: budget.md") == (
        Para(
            (
                Link((Text("budget", 1),), "budget.md", 1),
                Text(" och ", 1),
                Link((Text("underlag", 2),), "budget.md", 2),
            ),
            1,
        ),
    )


def test_headings_have_anchors_that_are_unique() -> None:
    source = (
        "# Åtgärder 2022\n\n## Mål & medel\n\n## Mål – medel\n\n## § §\n\nRubrik två\n----------\n\n### Mål *medel*"
    )
    found = [block for block in blocks(source) if isinstance(block, Heading)]
    assert [(heading.level, heading.anchor, heading.line) for heading in found] == [
        (1, "atgarder-2022", 1),
        (2, "mal-medel", 3),
        (2, "mal-medel-2", 5),
        (2, "rubrik", 7),
        (2, "rubrik-tva", 9),
        (3, "mal-medel-3", 12),
    ]


def test_an_anchor_that_looks_like_a_second_one_does_not_collide() -> None:
    found = [block.anchor for block in blocks("## A\n\n## A 2\n\n## A\n\n## A") if isinstance(block, Heading)]
    assert found == ["a", "a-2", "a-3", "a-4"]


def test_lists_are_tight_or_loose_as_a_whole() -> None:
    assert blocks("- a\n- b\n    1. c\n    2. d") == (
        BulletList(
            (
                (Plain((Text("a", 1),), 1),),
                (
                    Plain((Text("b", 2),), 2),
                    OrderedList(((Plain((Text("c", 3),), 3),), (Plain((Text("d", 4),), 4),)), 1, 3),
                ),
            ),
            1,
        ),
    )
    assert blocks("- a\n- b\n\n    c") == (
        BulletList(((Para((Text("a", 1),), 1),), (Para((Text("b", 2),), 2), Para((Text("c", 4),), 4))), 1),
    )


def test_an_ordered_list_starts_where_it_is_typed_to() -> None:
    source = "1. a\n2. b\n\nMellan.\n\n3. c\n4. d"
    first, _, second = blocks(source)
    assert isinstance(first, OrderedList)
    assert isinstance(second, OrderedList)
    assert (first.start, second.start, second.line) == (1, 3, 6)


def test_a_definition_list_keeps_several_terms_and_meanings() -> None:
    assert blocks("GSN\nNämnden\n:   Servicenämnden\n:   En nämnd") == (
        DefinitionList(
            (
                Definition(
                    (Text("GSN", 1), Break(), Text("Nämnden", 2)),
                    ((Plain((Text("Servicenämnden", 3),), 3),), (Plain((Text("En nämnd", 4),), 4),)),
                ),
            ),
            1,
        ),
    )


def test_quotes_hold_blocks() -> None:
    assert blocks("> a\n> b\n>\n> - c\n>\n> > d") == (
        Quote(
            (
                Para((Text("a ", 1), Text("b", 2)), 1),
                BulletList(((Plain((Text("c", 4),), 4),),), 4),
                Quote((Para((Text("d", 6),), 6),), 6),
            ),
            1,
        ),
    )


@pytest.mark.parametrize("typed", ["---", "***", "* * *", "___", "- - -", "   ---"])
def test_a_rule_is_a_rule(typed: str) -> None:
    assert blocks(f"a\n\n{typed}\n\nb") == (Para((Text("a", 1),), 1), Rule(3), Para((Text("b", 5),), 5))


def test_a_rule_may_come_first_and_last() -> None:
    assert blocks("---\na\n***") == (Rule(1), Para((Text("a", 2),), 2), Rule(3))


def test_a_picture_alone_in_a_paragraph_is_a_figure_and_its_title_the_caption() -> None:
    assert blocks('a\n\n![En *karta* & plan](karta.png "Området 2022")\n\nb ![c](d.svg) e') == (
        Para((Text("a", 1),), 1),
        Figure(Image("karta.png", "En *karta* & plan", 3), (Text("Området 2022", 3),), 3),
        Para((Text("b ", 5), Image("d.svg", "c", 5), Text(" e", 5)), 5),
    )


@pytest.mark.parametrize(
    "typed",
    [
        "1. a\n\n    b\n¶2. c",
        "1. a\n\n    - b\n    - c\n¶2. d\n3. e",
        "- a\n\n    b\n    c\n¶- d\n- e\n\n    f\n¶- g",
        "- a\n    - b\n\n        c\n¶    - d\n¶- e",
        "1. a\n\n    | b | c |\n    |---|---|\n    | d | e |\n¶2. f",
        "1. a\n\n    > b\n¶2. c",
        "a\n: b\n\n    c\n¶: d",
        "a[^1] b[^2]\n\n[^1]: c\n\n    d\n¶[^2]: e",
        "> 1. a\n>\n>     b\n¶> 2. c",
        "1. a\n\n    ```\n    b\n    ```\n¶2. c",
        "1. a\n\n    b\n¶## c\n\nd",
        "- a\n    - b\n¶## c\n\nd",
        "1. a\n\n    b\n¶---\n\nc",
        "- a\n\n    - b\n¶---\nc",
    ],
)
def test_what_touches_the_last_of_an_item_and_stands_further_out_is_no_part_of_it(typed: str) -> None:
    touching, findings = read(typed.replace("¶", ""))
    apart, _ = read(typed.replace("¶", ">\n" if typed.startswith(">") else "\n"))
    assert findings == ()
    assert bare(touching.blocks) == bare(apart.blocks)
    assert bare(touching.notes) == bare(apart.notes)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("## C#", "C#"),
        ("## C ##", "C"),
        ("# Nr ##", "Nr"),
        ("> ## F##  ", "F##"),
        ("1. ## C#", "C#"),
        ("## C\\#", "C#"),
    ],
)
def test_a_heading_loses_no_sign_but_what_ends_it_after_a_blank(typed: str, words: str) -> None:
    body, _ = read(f"{typed}\n\nText #1\n")
    assert [fold.plain(each.content) for each in fold.of_kind(body, Heading)] == [words]


@pytest.mark.parametrize(
    ("source", "notes", "codes"),
    [
        ("a[^1] b[^2]\n\n[^1]: c\n\n    [^2]: d", {"1": "c", "2": "d"}, []),
        ("a[^1] b[^2]\n\n[^2]: [^1]: c", {"1": "c", "2": ""}, []),
        ("a[^1] b[^2]\n\n[^1]: c\n[^2]: d\n\n    [^1]: e\n\n    f", {"1": "c e", "2": "d f"}, ["note-twice"]),
        ("a[^1]\n\n[^1]: [^1]: [^1]: c", {"1": "c"}, ["note-twice", "note-twice"]),
    ],
)
def test_a_footnote_that_is_defined_within_another_is_one_of_its_own(
    source: str, notes: dict[str, str], codes: list[str]
) -> None:
    body, findings = read(source)
    assert {note.key: fold.plain(note.content) for note in body.notes} == notes
    assert [finding.code for finding in findings] == codes


def test_footnotes_come_in_the_order_of_their_first_call() -> None:
    body, findings = read("A[^b] och[^a] igen[^b].\n\n[^a]: Not *a*.\n[^b]: Not b\n    går vidare.\n\n    Nytt stycke.")
    assert findings == ()
    assert body.blocks == (
        Para(
            (
                Text("A", 1),
                NoteRef("b", 1),
                Text(" och", 1),
                NoteRef("a", 1),
                Text(" igen", 1),
                NoteRef("b", 1),
                Text(".", 1),
            ),
            1,
        ),
    )
    assert body.notes == (
        Note("b", (Para((Text("Not b ", 4), Text("går vidare.", 5)), 4), Para((Text("Nytt stycke.", 7),), 7)), 4),
        Note("a", (Para((Text("Not ", 3), Emph((Text("a", 3),)), Text(".", 3)), 3),), 3),
    )
    assert fold.note_numbers(body) == {"b": 1, "a": 2}


@pytest.mark.parametrize(
    ("typed", "cite"),
    [
        ("{utfall: Netto}", Cite("utfall", ("Netto",), line=1)),
        ("{utfall-2: Netto, Helår 2022,\nAvvikelse}", Cite("utfall-2", ("Netto", "Helår 2022", "Avvikelse"), line=1)),
        ("{utfall: Netto | utan tecken}", Cite("utfall", ("Netto",), unsigned=True, line=1)),
        ("{utfall: Netto|Unsigned}", Cite("utfall", ("Netto",), unsigned=True, line=1)),
        ('{u: "Hyror, lokaler", Utfall}', Cite("u", ("Hyror, lokaler", "Utfall"), line=1)),
        ("{u: Drift & skötsel, *Budget*}", Cite("u", ("Drift & skötsel", "*Budget*"), line=1)),
    ],
)
def test_a_citation_names_a_table_and_labels(typed: str, cite: Cite) -> None:
    assert blocks(f"{typed} mnkr.")[0] in (
        Para((cite, Text(" mnkr.", 1)), 1),
        Para((cite, Text(" mnkr.", 2)), 1),
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("\\{utfall: Netto}", "{utfall: Netto}"),
        ("{inget kolon}", "{inget kolon}"),
        ("{två ord: x}", "{två ord: x}"),
    ],
)
def test_a_brace_that_cites_nothing_is_text(typed: str, words: str) -> None:
    assert blocks(typed) == (Para((Text(words, 1),), 1),)


def test_a_citation_in_code_is_code() -> None:
    assert blocks("`{utfall: Netto}`") == (Para((Code("{utfall: Netto}", 1),), 1),)


def test_a_first_line_with_a_colon_is_text() -> None:
    assert blocks("Beslut: Bifall\nDatum: 2022-09-26") == (
        Para((Text("Beslut: Bifall ", 1), Text("Datum: 2022-09-26", 2)), 1),
    )


def test_tabs_are_read_as_indents_of_four() -> None:
    assert blocks("- a\n\t- b\n\n\t\tc")[0] == BulletList(
        (
            (
                Plain((Text("a", 1),), 1),
                BulletList(((Para((Text("b", 2),), 2), Para((Text("c", 4),), 4)),), 2),
            ),
        ),
        1,
    )


def test_indented_code_is_kept_line_by_line() -> None:
    body, findings = read("a\n\n    rad *ett*\n\n        <b> två\n\nb")
    assert body.blocks[1] == CodeBlock("rad *ett*\n\n    <b> två", 3)
    assert [finding.code for finding in findings] == ["code-indented"]


def test_reading_one_text_leaves_nothing_behind_for_the_next() -> None:
    read("[a][b] text[^1]\n\n[b]: http://b.se/\n\n[^1]: not\n\n## Rubrik")
    body, findings = read("[b] text\n\n## Rubrik")
    assert findings == ()
    assert body.blocks[0] == Para((Text("[b] text", 1),), 1)
    assert fold.anchors(body) == ("rubrik",)
    assert body.notes == ()
