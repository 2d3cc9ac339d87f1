from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.site import words as site_words
from kallelse.model.address import file_target
from kallelse.model.text import (
    Block,
    Body,
    Break,
    Cite,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emph,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    Note,
    NoteRef,
    OrderedList,
    Plain,
    Process,
    Quote,
    Rule,
    Step,
    Strike,
    Strong,
    Sub,
    Sup,
    Text,
)
from kallelse.publish.text import Writer

from tests.publish.sampletables import goals, operations
from tests.publish.trees import bullets, heading, para, words

PATH = "gsn/2022-09-26/03-x/index.md"
BASE = "gsn/2022-09-26/03-x/index.html"
ADDRESSES = {
    PATH: BASE,
    "gsn/2022-09-26/03-x/bilaga-1.md": "gsn/2022-09-26/03-x/nytt-namn.html",
    "gsn/2020-11-30/index.md": "gsn/2020-11-30/index.html",
}


def writer(*blocks: Block, notes: tuple[Note, ...] = ()) -> Writer:
    return Writer(Body(blocks, notes), PATH, BASE, ADDRESSES, site_words("sv"))


def html(*blocks: Block, level: int = 1, notes: tuple[Note, ...] = ()) -> str:
    return writer(*blocks, notes=notes).blocks(blocks, level)


def inline(*content: Inline) -> str:
    return writer().inlines(content)


@pytest.mark.parametrize(
    "content",
    [
        para("<script>alert('x')</script> & \"citat\""),
        CodeBlock("<script>alert('x')</script>"),
        para(Code("<script>x</script>")),
        Process((Step("<script>", "<script>"), Step("b", "<b>")), "<script>"),
        para(Cite("", (), printed="<script>1</script>")),
        Figure(Image("a.png", '"><script>x</script>'), words("<script>")),
        para(Link(words("<script>"), 'https://exempel.se/?a="><script>')),
        Heading(2, words("<script>"), '"><script>'),
    ],
)
def test_nothing_typed_becomes_an_element(content: Block) -> None:
    found = html(content)
    assert "<script" not in found
    assert re.findall(r'="[^"]*<[^"]*"', found) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (Emph(words("a")), "<em>a</em>"),
        (Strong(words("a")), "<strong>a</strong>"),
        (Strike(words("a")), "<s>a</s>"),
        (Sup(words("2")), "<sup>2</sup>"),
        (Sub(words("2")), "<sub>2</sub>"),
        (Code("a < b"), "<code>a &lt; b</code>"),
        (Break(), "<br>"),
        (Text("1 & 2"), "1 &amp; 2"),
        (Image("karta.png", "Karta"), '<img src="karta.png" alt="Karta" decoding="async">'),
        (Cite("t", ("Netto",), printed="−4,2"), '<span class="k-figure-cited">−4,2</span>'),
    ],
)
def test_each_inline_has_its_element(content: Inline, expected: str) -> None:
    assert inline(content) == expected


def test_figure_and_unit_stand_on_one_line_as_on_paper() -> None:
    assert html(para("Det kostar 1,5 mnkr enligt § 41.")) == "<p>Det kostar 1,5\u00a0mnkr enligt §\u00a041.</p>"


def test_each_block_has_its_element() -> None:
    assert html(Rule()) == "<hr>"
    assert html(bullets("a", "b")) == "<ul><li>a</li><li>b</li></ul>"
    assert html(OrderedList(((Plain(words("a")),),), start=3)) == '<ol start="3"><li>a</li></ol>'
    assert html(Quote((para("a"),))) == "<blockquote><p>a</p></blockquote>"
    assert html(CodeBlock("a\n  b")) == "<pre><code>a\n  b</code></pre>"
    terms = DefinitionList((Definition(words("ord"), ((para("mening"),), (Plain(words("till")),))),))
    assert html(terms) == "<dl><dt>ord</dt><dd><p>mening</p></dd><dd>till</dd></dl>"
    figure = Figure(Image("a.png", "Karta"), words("Text"))
    assert html(figure).endswith('decoding="async"><figcaption>Text</figcaption></figure>')
    steps = html(Process((Step("Samla", "behov"), Step("Bereda", "förslag")), "Arbetsgång"))
    assert steps.count("<li><strong>") == 2
    assert "<figcaption>Arbetsgång</figcaption><ol>" in steps


@given(st.lists(st.integers(min_value=1, max_value=6), max_size=12), st.integers(min_value=1, max_value=3))
def test_headings_never_skip_a_level_on_the_page(typed: list[int], level: int) -> None:
    blocks = [Heading(each, words("x"), f"a{place}") for place, each in enumerate(typed)]
    found = [int(each) for each in re.findall(r"<h(\d)", html(*blocks, level=level))]
    assert len(found) == len(typed)
    assert all(level < each <= 6 for each in found)
    assert all(after <= before + 1 for before, after in pairwise([level, *found]))


@given(st.lists(st.integers(min_value=3, max_value=5), min_size=1, max_size=8))
def test_deeper_headings_stay_deeper(typed: list[int]) -> None:
    blocks = [Heading(each, words("x"), f"a{place}") for place, each in enumerate(typed)]
    found = [int(each) for each in re.findall(r"<h(\d)", html(*blocks, level=2))]
    pairs = list(zip(typed, found, strict=True))
    for (typed_one, shown_one), (typed_other, shown_other) in pairwise(pairs):
        assert (typed_other > typed_one) == (shown_other > shown_one)


def test_a_heading_within_a_quote_stands_below_the_heading_above_it() -> None:
    found = html(heading(3, "Yttre"), Quote((heading(4, "Inre"),)), level=2)
    assert re.findall(r"<h(\d)", found) == ["3", "4"]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("bilaga-1.md", "nytt-namn.html"),
        ("bilaga-1.md#driften", "nytt-namn.html#driften"),
        ("../../2020-11-30/index.md", "../../2020-11-30/index.html"),
        ("#mal", "#mal"),
        ("index.md", "index.html"),
        ("underlag.csv", "underlag.csv"),
        ("karta%20över%20%C3%A5n.png", "karta%20%C3%B6ver%20%C3%A5n.png"),
        ("https://exempel.se/a?b=1&c=2", "https://exempel.se/a?b=1&amp;c=2"),
        ("mailto:a@exempel.se", "mailto:a@exempel.se"),
    ],
)
def test_links_lead_to_pages_files_and_addresses(target: str, href: str) -> None:
    assert inline(Link(words("x"), target)) == f'<a href="{href}">x</a>'


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "data:text/html,x", "//exempel.se/x", "/x.html", "finns-inte.md", "../../../../x.csv", ""],
)
def test_a_link_that_leads_nowhere_on_the_site_is_words_alone(target: str) -> None:
    assert inline(Link(words("x"), target)) == "x"


@pytest.mark.parametrize(
    "target", ["../../../../x.png", "index.md", "../../../kallelse.yml", "https://exempel.se/a.png", "#x"]
)
def test_only_files_of_the_sources_that_are_no_texts_are_copied(target: str) -> None:
    assert file_target(target, PATH) == ""


def test_footnotes_lead_there_and_back_once_though_called_twice() -> None:
    body = (para("a", NoteRef("x"), "b", NoteRef("y"), "c", NoteRef("x")),)
    own = writer(*body, notes=(Note("x", (para("Ett"),)), Note("y", (para("Två"),))))
    text, notes = own.blocks(body, 1), own.notes(2)
    assert re.findall(r'href="#k_note(\d)"', text) == ["1", "2", "1"]
    assert re.findall(r'id="(k_ref\d)"', text) == ["k_ref1", "k_ref2"]
    assert re.findall(r'<li id="(k_note\d)"><p>(\w+)', notes) == [("k_note1", "Ett"), ("k_note2", "Två")]
    assert re.findall(r'href="#(k_ref\d)"', notes) == ["k_ref1", "k_ref2"]
    assert "<h2" in notes


def test_a_text_without_footnotes_has_no_list_of_them() -> None:
    assert writer(para("a")).notes(2) == ""


def test_tables_of_one_page_have_names_of_their_own() -> None:
    found = html(goals(), operations(), goals())
    assert re.findall(r'<figcaption[^>]*(?:id="(k_t\d)"|><span id="(k_t\d)")', found) == [
        ("k_t1", ""),
        ("", "k_t2"),
        ("k_t3", ""),
    ]


def test_numbered_headings_have_the_number_that_the_table_of_contents_has() -> None:
    blocks = (heading(2, "Bakgrund"), heading(3, "Skäl"), heading(2, "Mål"))
    own = Writer(Body(blocks), PATH, BASE, ADDRESSES, site_words("sv"), numbered=True)
    assert own.contents() == ((1, "1", "Bakgrund", "bakgrund"), (2, "1.1", "Skäl", "skal"), (1, "2", "Mål", "mal"))
    shown = re.findall(r'id="(\w+)"><span class="k-num">([\d.]+)</span>', own.blocks(blocks, 1))
    assert shown == [("bakgrund", "1"), ("skal", "1.1"), ("mal", "2")]
