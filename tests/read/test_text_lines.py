"""Every leaf of a text knows its source line, in texts that repeat and in those that Markdown takes apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model import fold
from kallelse.model.text import Body, Code, CodeBlock, Process, Table, Text
from kallelse.read.text import fences, lines

from tests.read.reading import bare, read
from tests.strategies.text import typed_bodies
from tests.strategies.typist import Typed


def lines_of(body: Body) -> list[int]:
    return [node.line for node in fold.walk_body(body) if isinstance(node, Text)]


def test_lines_are_told_apart_in_a_text_that_repeats_itself() -> None:
    part = "## Samma\n\nSamma ord\nsamma ord\n\n- samma ord\n- samma ord\n    - samma ord\n\n> samma ord\n\n"
    body, findings = read(part * 40, first_line=7)
    assert findings == ()
    expected = [7 + 11 * time + step for time in range(40) for step in (0, 2, 3, 5, 6, 7, 9)]
    assert lines_of(body) == expected


def test_lines_count_from_the_first_line_of_the_body() -> None:
    body, _ = read("a\n\n# b\n\n| c | d |\n|---|---|\n| e | f |", first_line=30)
    assert lines_of(body) == [30, 32, 34, 34, 36, 36]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**a\nb** c\n*d*", [1, 2, 2, 3]),
        ('\n\n\n[a\nb](c.md) d\n"e" f', [4, 5, 5, 6]),
        ("§ 1\n– 2\n… \n!!", [1, 2, 3, 4]),
        ("a  \n\n\n\n\nb", [1, 6]),
        ("a\n\n\n\n- b\n\n\n- c\n\n\n    d", [1, 5, 8, 11]),
        ("a[^1] b\n\nc\n\n[^1]: d\n    e\n\nf", [1, 1, 3, 8, 5, 6]),
        ("[a]: x.md\n\nb [a]\nc", [3, 3, 3, 4]),
        ("a\n[b]: x.md\nc [b]", [1, 3, 3]),
        ("![a](b.png)\nc", [1, 2]),
        ("<b>a</b>\n<i>b</i> c", [1, 1, 2, 2]),
        ("<p>a\nb\n\n<ul>\n\n<li>c\n</ul>\n\nd", [1, 2, 6, 9]),
        ("a\n<!-- b\nc -->\nd\n\ne", [1, 4, 6]),
        ("a `b\nc` d\ne", [1, 2, 3]),
        ("`a` b\n``c`` d", [1, 2]),
        ("> a\nb\n> c", [1, 2, 3]),
        ("1. a\nb\n    c\n2. d", [1, 2, 3, 4]),
        ("a\n: b\n  c\n: d", [1, 2, 3, 4]),
        ("a\n---\nb\n===\nc", [1, 3, 5]),
    ],
)
def test_each_text_has_the_line_it_stands_on(source: str, expected: list[int]) -> None:
    assert lines_of(read(source)[0]) == expected


def test_blocks_without_texts_have_their_lines() -> None:
    source = "---\n\n    kod\n\n```\n```\n\n***\n\n![a](b.png)\n\n```process\n1. a: b\n2. c: d\n```\n\n## `e`"
    body, _ = read(source)
    assert [fold.line_of(block) for block in body.blocks] == [1, 3, 5, 8, 10, 12, 17]


@given(typed_bodies())
def test_a_body_typed_as_markdown_is_read_as_it_was_with_every_line(typed: Typed) -> None:
    body, findings = read(typed.source)
    assert bare(body) == bare(typed.body)
    assert [finding for finding in findings if finding.severity.value == "error"] == []
    assert [_place(node) for node in fold.walk_body(body)] == [_place(node) for node in fold.walk_body(typed.body)]
    starts = {block.line for block in body.blocks}
    assert len(starts) == len(body.blocks)


def _place(node: fold.Node) -> int:
    return fold.line_of(node) if isinstance(node, Text | Code) else 0


_LINES = st.lists(
    st.sampled_from(
        [
            *("", "", "", "ord", "ord ord", "*ord* **ord**", "[ord](x.md) ord", "`ord` ord", "<b>ord</b> ord", "§ ord"),
            *("- ord", "    - ord", "1. ord", "    ord", "> ord", "> - ord", "## ord", "# ord", "ord  ", '"ord" ord'),
            *(
                "| ord | ord |",
                "|---|---|",
                "| | ord |",
                "| - | |",
                "[^1] ord",
                "[^1]: ord",
                ": ord",
                "ord",
                "_ord_ ord",
            ),
            *(
                "<ul>",
                "<li>ord</li>",
                "</ul>",
                "<!-- ord -->",
                "![ord](x.png) ord",
                "(ord)",
                "{u: ord} ord",
                "---",
                "***",
            ),
            *(
                "Tabell: ord",
                "Källa: ord",
                "ord[^1]",
                "<https://a.se/> ord",
                "&auml; ord",
                "\\* ord",
                "+ ord",
                "ord ~~ord~~",
            ),
        ]
    ),
    max_size=14,
)


@given(_LINES)
def test_marks_change_nothing_in_what_is_read(typed: list[str]) -> None:
    source = "\n".join(typed)
    body, _ = read(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fences, "marked", lambda line, number: line.replace("&", lines.AMPERSAND))
        unmarked, _ = read(source)
    assert bare(body) == bare(unmarked)


@given(_LINES)
def test_words_are_found_on_the_line_they_are_said_to_stand_on(typed: list[str]) -> None:
    numbered = [line.replace("ord", f"ord{number}x") for number, line in enumerate(typed, start=1)]
    body, findings = read("\n".join(numbered))
    for node in fold.walk_body(body):
        if isinstance(node, Text | Code):
            assert set(re.findall(r"ord(\d+)x", node.value)) <= {str(node.line)}
    for finding in findings:
        assert 1 <= finding.place.line <= len(typed)


@given(_LINES)
def test_nothing_is_lost_and_nothing_stands_in_for_a_letter(typed: list[str]) -> None:
    numbered = [line.replace("ord", f"ord{number}x") for number, line in enumerate(typed, start=1)]
    body, findings = read("\n".join(numbered))
    told = {finding.place.line for finding in findings}
    told_words = " ".join(word for finding in findings for word in finding.words.values())
    printed = " ".join(said(node) for node in fold.walk_body(body))
    for number, line in enumerate(numbered, start=1):
        word = f"ord{number}x"
        if number not in told and word not in told_words:
            assert printed.count(word) == line.count(word), line
    assert re.search("[\x01-\x08\U00020000-\U0010ffff]|wzxhzdk|klzzwxh", printed) is None


def said(node: fold.Node) -> str:
    """The words of one leaf; of a picture and a citation too, which print none."""
    if isinstance(node, Text | Code | CodeBlock):
        return node.value
    if isinstance(node, Process | Table):
        return ""
    return " ".join([getattr(node, "alt", ""), *getattr(node, "labels", ())])
