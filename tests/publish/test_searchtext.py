from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.publish.searchtext import CUT, DOTS, RING, hidden, spelled

_PLAIN = {f"{RING}a": "å", f"{RING}A": "Å", f"{DOTS}a": "ä", f"{DOTS}A": "Ä", f"{DOTS}o": "ö", f"{DOTS}O": "Ö"}


def plain(text: str) -> str:
    """What the search page makes of it."""
    for spelling, letter in _PLAIN.items():
        text = text.replace(spelling, letter)
    return text.replace(CUT, "")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Mål för Åsa</p>", f"<p>M{RING}al f{DOTS}or {RING}Asa</p>"),
        ("<p>Ma\u030al</p>", f"<p>M{RING}al</p>"),
        ("<p>Linnéa Müller</p>", "<p>Linnéa Müller</p>"),
        ("<p>Skolskjutsreglemente</p>", f"<p>Skol{CUT}skjuts{CUT}reglemente</p>"),
        ("<p>Skol\u00adskjuts&shy;reglemente</p>", f"<p>Skol{CUT}skjuts{CUT}reglemente</p>"),
        ('<i id="skolskjuts">Skolskjuts</i>', f'<i id="skolskjuts">Skol{CUT}skjuts</i>'),
        ("<p>Skolan och skolans gata</p>", f"<p>Skola{CUT}n och skola{CUT}n{CUT}s gata</p>"),
        ("<p>Grundskolan</p>", f"<p>Grund{CUT}skola{CUT}n</p>"),
        ("<p>sedan utan plan</p>", "<p>sedan utan plan</p>"),
        ("<p>2022–2024</p>", f"<p>2022–{CUT}2024</p>"),
        ("<p>a|b | c</p>", f"<p>a {CUT} b | c</p>"),
        ('<i id="k:4|3a|1">Bad</i>', '<i id="k:4|3a|1">Bad</i>'),
        ("<p>5 – 6</p>", "<p>5 – 6</p>"),
        ("<dt>Typ</dt><dd>Val</dd>", "<dt>Typ </dt><dd>Val </dd>"),
    ],
)
def test_words_are_spelled_for_the_index(html: str, found: str) -> None:
    assert spelled(html, "sv") == found


def test_no_compound_is_cut_in_another_language() -> None:
    assert spelled("<p>skolskjuts i Mål</p>", "en") == f"<p>skolskjuts i M{RING}al</p>"


@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="|<>&\u00ad\ufeff\u01c0\u01c1", categories=["L", "Nd", "Zs"])
    )
)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert plain(spelled(text, "sv")) == unicodedata.normalize("NFC", text)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Co"])))
def test_what_is_hidden_has_no_letter_of_a_word_in_latin_script(text: str) -> None:
    found = hidden(text)
    assert not [each for each in found if each.isalnum() and ord(each) < 0x0800]
    assert "".join(chr(ord(each) - 0xE000) if 0xE000 <= ord(each) < 0xE800 else each for each in found) == text
