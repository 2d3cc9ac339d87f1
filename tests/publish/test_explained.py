"""Words explained where a page has them first: which ones, where not, and nothing else of the page changed."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.glossary import Term
from kallelse.publish.explained import Explainer, unexplained
from kallelse.publish.glossary import also
from markupsafe import Markup

from tests.publish import sites

TERMS = (
    Term("Bordläggning", ("bordlagt", "bordlägga"), "Att skjuta upp."),
    Term("Laga kraft", (), "Går inte att överklaga & <gäller>."),
    Term("Återremiss", ("återremitteras",), "Att skicka tillbaka."),
    Term("Minoritetsåterremiss", (), "En tredjedel."),
    Term("dnr", (), "Ärendets nummer."),
)
EXPLAINER = Explainer(TERMS)


def explained(html: str) -> list[str]:
    """The words that are explained, in order."""
    return re.findall(r'<button class="k-term"[^>]*>(.*?)</button>', EXPLAINER.explained(html), re.DOTALL)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Ärendet är bordlagt.</p>", ["bordlagt"]),
        ("<p>Bordlagt. Att bordlägga är att skjuta upp.</p>", ["Bordlagt"]),
        ("<p>bordlagt</p><p>återremitteras, bordlagt</p>", ["bordlagt", "återremitteras"]),
        ("<p>(minoritetsåterremiss)</p>", ["minoritetsåterremiss"]),
        ("<p>laga\nkraft och Laga\N{NO-BREAK SPACE}kraft</p>", ["laga\nkraft"]),
        ("<h2>Bordläggning</h2>", ["Bordläggning"]),
        ('<span class="k-tag k-tag--wait">Bordlagt</span>', ["Bordlagt"]),
        ('<a href="x">bordlagt</a> bordlagt', ["bordlagt"]),
        ("<dl><dt>Dnr</dt><dd>GSN 2022/35</dd></dl>", ["Dnr"]),
        ("<abbr>bordlagt</abbr><article>dnr</article>", ["bordlagt", "dnr"]),
    ],
)
def test_the_first_of_each_terms_words_is_explained(html: str, words: list[str]) -> None:
    assert explained(html) == words


@pytest.mark.parametrize(
    "html",
    [
        "obordlagt bordlagts bordlagt-ish ick-bordlagt bordlagt\N{SOFT HYPHEN}a BORDLAGT",
        '<a href="bordlagt.html" title="bordlagt">Ärendet är <em>bordlagt</em></a>',
        '<h1>Återremiss</h1><h2><a href="x">Återremiss</a></h2>',
        "<button>bordlagt</button><label>bordlagt <input></label><summary>bordlagt</summary>",
        "<pre><code>bordlagt</code></pre><code>dnr</code><time>bordlagt</time>",
        "<table><caption>bordlagt</caption><tr><th>bordlagt</th></tr></table>",
        '<figure class="k-finance k-c2"><table><tr><td>bordlagt</td></tr></table></figure>',
        '”Om att vara bordlagt” “bordlagt” "bordlagt" &#34;bordlagt&#34;',
        '<p id="k_empty" hidden>bordlagt</p><div hidden><p>bordlagt</p></div>',
        '<span class="k-vh">bordlagt</span><p class="k-drag" aria-hidden="true">bordlagt</p>',
        '<div class="k-card"><p>bordlagt</p></div><section class="k-cite"><p>bordlagt</p></section>',
        "<svg><title>bordlagt</title></svg><template><p>bordlagt</p></template>",
        '<ol class="k-steps" aria-label="Läget"><li><span>bordlagt</span></li></ol>',
    ],
)
def test_links_heads_names_figures_and_quotations_are_left_alone(html: str) -> None:
    assert EXPLAINER.explained(html) == html
    assert explained(f"{html}<p>bordlagt</p>") == ["bordlagt"]


def test_the_meaning_stands_right_after_the_word_escaped_and_is_not_searched() -> None:
    (button, text) = [
        (tag, given)
        for tag, given in sites.elements(EXPLAINER.explained("<p>laga kraft</p>"))
        if tag in ("button", "span")
    ]
    assert button == ("button", {"class": "k-term", "type": "button", "popovertarget": "k_term1"})
    assert text[1]["id"] == "k_term1"
    assert {"popover", "data-pagefind-ignore"} <= set(text[1])
    assert "Går inte att överklaga &amp; &lt;gäller&gt;." in EXPLAINER.explained("laga kraft")


def explained_of(words: list[str], html: str) -> list[str]:
    """The words of such terms that are explained; without them the page is as it was."""
    made = Explainer(tuple(Term(word, (), "M.") for word in words)).explained(html)
    assert unexplained(made) == html
    return re.findall(r'<button class="k-term"[^>]*>(.*?)</button>', made, re.DOTALL)


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("a<b", "<p>om a&lt;b så</p>", "a&lt;b"),
        ("b>a", "<p>B&gt;a</p>", "B&gt;a"),
        ("R&D", "<p>R&amp;D</p>", "R&amp;D"),
        ("AT&amp;T", "<p>AT&amp;amp;T</p>", "AT&amp;amp;T"),
        ("& Co", "<p>Bolaget &amp; Co</p>", "&amp; Co"),
        ("<7 år", "<p>barn &lt;7 år</p>", "&lt;7 år"),
        ("<a>", '<a href="x">x</a> &lt;a&gt;', "&lt;a&gt;"),
        ("l'Europe", "<p>L&#39;Europe</p>", "L&#39;Europe"),
        ('"hot"', "<p>&#34;hot&#34;</p>", "&#34;hot&#34;"),
        ('"hot"', '<p title="hot">"hot"</p>', '"hot"'),
        ("lt", "<p>a &lt; b &amp;lt; lt</p>", "lt"),
        ("ısparta", "<p>Isparta ısparta</p>", "ısparta"),
        ("ſkola", "<p>Skola ſkola</p>", "ſkola"),
        ("İzmir", "<p>izmir İzmir</p>", "İzmir"),
        ("ßa", "<p>SSa ẞa ßa</p>", "ßa"),
        ("ärende", "<p>Ärende</p>", "Ärende"),
        ("Ärende", "<p>ärende</p>", "ärende"),
    ],
)
def test_whatever_signs_a_word_has_it_is_found_and_nothing_else_is(word: str, text: str, found: str) -> None:
    assert explained_of([word], text) == [found]


_LETTERS = st.one_of(
    st.sampled_from("&<>\"'ab;#ıIiİſSsKkßẞΣσς "), st.characters(codec="utf-8", exclude_categories=["Cc"])
)
_WORDS = st.text(_LETTERS, min_size=1, max_size=8).filter(str.strip)


@given(st.lists(_WORDS, min_size=1, max_size=4), _WORDS)
def test_any_words_in_any_text_can_be_taken_away_again(words: list[str], text: str) -> None:
    assert len(explained_of(words, f"<p>{escape(text)} {escape(words[0])}</p>")) <= len(words)


@given(_WORDS)
def test_a_word_alone_is_explained_whatever_its_letters(word: str) -> None:
    for html in (f"<p>{escape(word)}</p>", f"<p>{escape(word, quote=False)}</p>", f"<p>{Markup.escape(word)}</p>"):
        assert Explainer((Term(word, (), "M."),)).explained(html) != html


def test_no_length_of_a_word_is_too_much() -> None:
    words = ["ord " * 500, "ord " * 499 + "slut"]
    assert explained_of(words, f"<p>{words[0].strip()}, {words[1]}</p>") == [words[0].strip(), words[1]]


def test_words_that_begin_with_each_other_are_found_as_far_as_they_go() -> None:
    words = ["a" * length for length in range(1, 81)]
    assert explained_of(words, f"<p>{' '.join(words)}</p>") == words
    assert explained_of(["bo", "boende", "bolag"], "<p>boende bo bolag bok</p>") == ["boende", "bo", "bolag"]


def test_without_terms_nothing_changes() -> None:
    assert Explainer(()).explained("<p>bordlagt</p>") == "<p>bordlagt</p>"


_PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            '<a href="bordlagt">',
            "</a>",
            "<em>",
            "</em>",
            "<th>",
            "</th>",
            "<br>",
            "”",
            '"',
            "<h1>",
            "</h1>",
        ),
        *(
            "bordlagt",
            "Bordlägga",
            "laga kraft",
            "återremiss",
            "dnr",
            "minoritetsåterremiss",
            " ",
            ".",
            "ord",
            "&amp;",
            "&#34;",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_taken_away_the_explanations_leave_the_page_as_it_was(html: str) -> None:
    made = EXPLAINER.explained(html)
    assert unexplained(made) == html
    ids = re.findall(r'id="(k_term\d+)"', made)
    assert ids == [f"k_term{number}" for number in range(1, len(ids) + 1)]
    assert len(ids) <= len(TERMS)
    # What is in no element that is left alone is explained if anything is.
    plain = re.sub(r"<[^>]*>|[”\"]|&#34;", " ", html)
    assert explained(plain) == [] or re.search(r"(?i)bord|laga|remiss|dnr", plain)


def test_the_list_names_other_words_and_no_inflections() -> None:
    assert also(Term("Omröstning", ("omröstningen", "votering", "voteringen"), "")) == "votering"
    assert also(Term("Bifall", ("bifallet", "biföll"), "")) == ""


def test_pages_explain_the_words_of_texts_and_of_the_record() -> None:
    pages = sites.sample_pages()
    assert 'class="k-term"' in pages["gemensamma-servicenamnden/2022-09-26/index.html"].html
    assert 'class="k-term"' not in pages["ordlista.html"].html
