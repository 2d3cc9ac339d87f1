"""Raw HTML into the same tree: what it has a kind for is kept, all else is told, nothing unsafe comes through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model import fold
from kallelse.model.text import (
    BulletList,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Image,
    Link,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from kallelse.read.text.html import NO_ELEMENTS

from tests.read.reading import bare, blocks, read, told


def test_blocks_of_html_become_the_same_blocks_as_markdown() -> None:
    source = (
        "<h2>A</h2>\n<p>b <b>c</b>\n<ul>\n<li>d\n<li>e\n</ul>\n<ol start=3><li>f</li></ol>\n"
        "<blockquote>g</blockquote>\n<pre><code>h  &lt;i&gt;\n  j</code></pre>\n<hr>\n<dl><dt>k<dd>l</dl>"
    )
    assert blocks(source) == (
        Heading(2, (Text("A", 1),), "a", 1),
        Para((Text("b ", 2), Strong((Text("c", 2),))), 2),
        BulletList(((Plain((Text("d", 4),), 4),), (Plain((Text("e", 5),), 5),)), 3),
        OrderedList(((Plain((Text("f", 7),), 7),),), 3, 7),
        Quote((Para((Text("g", 8),), 8),), 8),
        CodeBlock("h  <i>\n  j", 9),
        Rule(11),
        DefinitionList((Definition((Text("k", 12),), ((Plain((Text("l", 12),), 12),),)),), 12),
    )


def test_links_pictures_and_code_of_html() -> None:
    assert blocks('a <a href="b.md?x=1&amp;y=2">c</a> <img src="d.png" alt="e &amp; f"> <kbd>g</kbd>') == (
        Para(
            (
                Text("a ", 1),
                Link((Text("c", 1),), "b.md?x=1&y=2", 1),
                Text(" ", 1),
                Image("d.png", "e & f", 1),
                Text(" ", 1),
                Code("g", 1),
            ),
            1,
        ),
    )


def test_a_figure_of_html() -> None:
    assert blocks('<figure><img src="a.png" alt="b"><figcaption>c <b>d</b></figcaption></figure>') == (
        Figure(Image("a.png", "b", 1), (Text("c ", 1), Strong((Text("d", 1),))), 1),
    )


def test_a_list_of_html_in_a_pipe_table_cell() -> None:
    (table,) = blocks("| A | B |\n|---|---|\n| a | <ul><li>b</li><li>c</li></ul> |")
    assert isinstance(table, Table)
    assert table.body[0].cells[1].content == (
        BulletList(((Plain((Text("b", 3),), 3),), (Plain((Text("c", 3),), 3),)), 3),
    )


def test_citations_and_notes_are_read_in_html_too() -> None:
    body, findings = read("<p>\na {utfall: Netto}\nb[^1]</p>\n\n[^1]: c")
    assert findings == ()
    found = [node for node in fold.walk(body.blocks) if not isinstance(node, Text | Para)]
    assert [type(node).__name__ for node in found] == ["Cite", "NoteRef"]
    assert isinstance(found[1], NoteRef)
    assert (fold.line_of(found[0]), found[1].line, body.notes[0].line) == (2, 3, 5)


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("a\n<u>b</u>", "html-tag", 2),
        ("a\n\n<div>\n\nb\n\n</div>", "html-tag", 3),
        ("a <font color=red>b</font>", "html-tag", 1),
        ("a\n\n<p style='color: red'>b</p>", "html-attribute", 3),
        ("a\n<b class='x'>b</b>", "html-attribute", 2),
        ("a\n<a href='b.md' onclick='c()'>d</a>", "html-attribute", 2),
        ("a\n\n<ol start='iii'>\n<li>b</li>\n</ol>", "html-attribute", 3),
        ("a\n\n<ol start='-1'>\n<li>b</li>\n</ol>", "html-attribute", 3),
        ("a\n\n<table>\n<tr><th>b</th></tr>\n<tr><td colspan='två'>c</td></tr>\n</table>", "html-attribute", 5),
        ("a\n\n<table>\n<tr><th>b</th></tr>\n<tr><td rowspan='0'>c</td></tr>\n</table>", "html-attribute", 5),
        ("a\n\n<table>\n<tr><th>b</th></tr>\n<tr><td colspan='101'>c</td></tr>\n</table>", "html-attribute", 5),
        ("a\n\n<table>\n<tr><th>b</th></tr>\n<tr><td align='justify'>c</td></tr>\n</table>", "html-attribute", 5),
        ("a\n\n<script>\nalert(1)\n</script>", "html-unsafe", 3),
        ("a\n<script>alert(1)</script>", "html-unsafe", 2),
        ("a\n\n<style>p {color: red}</style>", "html-unsafe", 3),
        ("a\n\n<iframe src='https://a.se/'></iframe>", "html-unsafe", 3),
        ("a\n\n<svg><text>b</text></svg>", "html-unsafe", 3),
        ("a\n<b>c\n\nd", "html-unclosed", 2),
        ("a\n\n<div>b", "html-unclosed", 3),
        ("a\nb</b>", "html-stray", 2),
        ("a\n\n<table>\n<tr><td>b</td></tr>\n\nc", "html-unclosed", 3),
        ("a\n\n<table>\n<tr><td>b</td></tr></tbody></table>", "html-stray", 4),
        ("a\n\n<table>\n<tr><td>b</td></tr><!-- c --></table>", "comment-dropped", 4),
        ("a\n\n<dl><dt>b</dt>\n<!-- c -->\n<dd>d</dd></dl>", "comment-dropped", 4),
        ("a\n\n<dl><dt>b</dt><![endif]--><dd>d</dd></dl>", "html-other", 3),
        ("a\nb <ul>\n- c <details>d", "html-unclosed", 3),
        ("a\n\n<ul>\n<p>b</p>\n</ul>", "html-place", 4),
        ("a\n\n<ul>\nb\n<li>c</li>\n</ul>", "html-words", 4),
        ("a\n\n<table>b<tr><td>c</td></tr></table>", "html-words", 3),
        ("a\n\n<table>\n<tr><td>c</td><td>d</td></tr>\n<tr><td>e</td></tr>\n</table>", "row-cells", 5),
        ("a\n\n<table>\n<tr><th>c</th></tr>\n<tr><td rowspan=3>d</td></tr>\n</table>", "row-span", 5),
        ("a\n\n<?php echo 1 ?>", "html-other", 3),
        ("a\n\n<p>b\n<![endif]-->\nc</p>", "html-other", 4),
        ("<p>b\n<![CDATA[c]]></p>", "html-other", 2),
        ("<div>\n\n```ekonomi\nenhet: mnkr\n```\n\n</div>", "fence-place", 3),
    ],
)
def test_what_the_tree_cannot_hold_is_told_on_its_line(source: str, code: str, line: int) -> None:
    assert (code, line) in told(source)


@pytest.mark.parametrize("part", ["<!-- b -->", "<![endif]-->", "</i>", "<i>"])
@pytest.mark.parametrize(
    "around",
    [
        ("<table>", "<tr><td>c</td></tr></table>"),
        ("<table><tbody>", "<tr><td>c</td></tr></tbody></table>"),
        ("<table><tr>", "<td>c</td></tr></table>"),
        ("<dl>", "<dt>c</dt><dd>d</dd></dl>"),
        ("<ul>", "<li>c</li></ul>"),
    ],
)
def test_what_is_no_tag_is_not_told_as_one_that_stands_in_the_wrong_place(part: str, around: tuple[str, str]) -> None:
    body, findings = read(f"a\n\n{part.join(around)}")
    expected = {"<!-- b -->": "comment-dropped", "<![endif]-->": "html-other", "</i>": "html-stray"}
    assert part not in expected or [each.code for each in findings] == [expected[part]]
    assert not any(each.words.get("tag", "").upper() in NO_ELEMENTS for each in findings)
    whole, _ = read(f"a\n\n{''.join(around)}")
    assert part == "<i>" or bare(body) == bare(whole)


def test_words_in_an_unknown_tag_are_kept_and_those_for_machines_are_not() -> None:
    body, _ = read("a <u>b</u> <script>c</script> <mark>d</mark>")
    assert fold.plain(body.blocks) == "a b d"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert('x')</script>",
        "<SCRIPT SRC=//a.se/x.js></SCRIPT>",
        "<img src=x onerror=alert(1) alt=y>",
        "<svg/onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<math><mtext></mtext></math>",
        "<b onmouseover=alert(1)>x</b>",
        "<CITE x>y</CITE>",
        "<cut index=0>y</cut>",
        "<note key=1>y</note>",
        "<x-y>z</x-y>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<p <p <p>",
        "</p></div></body>",
        "<table><td><table><td>x",
        "<ul><li><ol><li></ul>x</ol>",
        "<b><i>x</b></i>",
        "<p><![x]>y</p>",
        "<p><![1]></p>",
        "<p>x</p>\n<![temp",
        "<!DOCTYPE html>",
        "a <b\nc",
    ],
)
def test_hostile_html_is_read_without_a_crash_and_leaves_only_kinds_of_the_tree(source: str) -> None:
    body, findings = read(f"före\n\n{source}\n\nefter")
    words = fold.plain(body.blocks)
    assert words.startswith("före")
    assert "alert" not in words or "html-other" in {finding.code for finding in findings}
    assert words.endswith("efter") or findings
    assert all(1 <= each.place.line <= source.count("\n") + 5 for each in findings)


_PIECES = st.sampled_from(
    [
        *(
            "<b>",
            "</b>",
            "<p>",
            "</p>",
            "<ul>",
            "<li>",
            "</ul>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<div>",
            "</div>",
        ),
        *(
            "<!--",
            "<![",
            "-->",
            "<script>",
            "</script>",
            "<br>",
            "<hr>",
            "&amp;",
            "&#",
            "<",
            ">",
            "x",
            " ",
            "\n",
            "\n\n",
            "- ",
            "| ",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_no_html_stops_the_reading(source: str) -> None:
    body, findings = read(source)
    assert all(1 <= each.place.line <= source.count("\n") + 1 for each in findings)
    assert sum(word.count("x") for word in fold.plain(body.blocks).split()) <= source.count("x")
