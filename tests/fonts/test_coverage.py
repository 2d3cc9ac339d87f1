from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from kallelse.fonts import DISPLAY, FAMILIES, MONO, SANS, SERIF
from kallelse.fonts.coverage import COMPOSED, LIGATURES, collapse, invisible, letters, missing

from tests.fonts.probe import STYLES, Style, bare, faces, read_back, refuses, typeset

SWEDISH = "abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ0123456789"
SIGNS = "−–—§€%‰½²³°×±µ≥≤≠≈…·•→“”„‘’»«‹›†№™©®/|@#&*+=<>[]{}~^_`\"'\u00a0\u202f\u2009\u2007\u2011\u00ad"
NEIGHBOURS = "æøÆØðþÐÞáčđŋšŧžÁČĐŊŠŦŽïÏâêîôûàèìòùñçłŁńśźżęąčřůőűğışİ"


@cache
def single_letters() -> tuple[str, ...]:
    """Visible letters that no NFC text has otherwise: all to U+2BFF, all of our faces, every 97th of the others."""
    codes = {*range(0x20, 0x2C00), *range(0x2C00, 0x40000, 97), 0xE000, 0xE0A0, 0xE0B0, 0xF8FF, 0xF0000, 0x10FFFD}
    known = frozenset().union(*map(letters, FAMILIES))
    tried = sorted({*map(chr, codes), *known, *"👍🏻中文עברית\u2028"})
    return tuple(
        letter
        for letter in tried
        if unicodedata.category(letter) != "Cs"
        and not unicodedata.category(letter).startswith("M")
        and unicodedata.is_normalized("NFC", letter)
        and not invisible(letter)
    )


def accepted() -> list[str]:
    """Those that leave something on paper."""
    return [letter for letter in single_letters() if not missing(letter) and not letter.isspace()]


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_typst_sets_every_letter_that_is_not_missing_in_every_style(style: Style) -> None:
    assert len(accepted()) > 1700
    assert typeset([style.set(letter) for letter in accepted()]).startswith(b"%PDF-1.7")


def test_typst_refuses_every_letter_that_is_missing_in_some_style() -> None:
    told = [letter for letter in single_letters() if missing(letter)]
    assert len(told) > 5000
    assert [letter for letter in told if not any(refuses(style, letter) for style in STYLES)] == []


def visible_text(alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=1, max_size=12).map(lambda text: unicodedata.normalize("NFC", text))


_KNOWN = sorted(frozenset().union(*map(letters, FAMILIES)))
_UNMARKED = [letter for letter in _KNOWN if not unicodedata.category(letter).startswith("M")]
_MARKS = [letter for letter in _KNOWN if unicodedata.category(letter).startswith("M")]
_ANY = st.characters(exclude_categories=("Cs", "Mn", "Mc", "Me"))


@settings(deadline=None, max_examples=150)
@given(visible_text(st.one_of(st.sampled_from(SWEDISH + " "), st.sampled_from(_UNMARKED), _ANY)))
@example("Ŧ♥─ ǩ")
@example("─♥Ŧ")
@example("Rösta 👍")
@example("Ȃ")
def test_missing_agrees_with_typst_on_texts_without_combining_marks(text: str) -> None:
    assume(not invisible(text))
    assert bool(missing(text)) == any(refuses(style, text) for style in STYLES)


@settings(deadline=None, max_examples=150)
@given(visible_text(st.one_of(st.sampled_from(_UNMARKED), st.sampled_from(_MARKS))))
def test_no_text_that_typst_refuses_is_let_through(text: str) -> None:
    assume(not invisible(text))
    assert missing(text) or not any(refuses(style, text) for style in STYLES)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_face_has_what_swedish_municipal_texts_use(family: str) -> None:
    assert missing(SWEDISH + SIGNS + NEIGHBOURS) == ()
    assert set(SWEDISH) <= letters(family)
    assert set("−–—§€%½²³°×±µ≥≤…•“”’»«\u00a0") <= letters(family)


def test_letters_without_a_face_are_told_once_each_in_order() -> None:
    assert missing("Rösta 👍 för 中 eller 👍, \ue000 \ufffd") == ("👍", "中", "\ue000", "\ufffd")


def test_a_decomposed_letter_counts_as_composed() -> None:
    assert missing("Va\u030ardna\u0308mnden") == ()


@pytest.mark.parametrize("item", ["x\u030a", "ŧ\u0301", "ẹ\u0301", "n\u0302\u0301", "x\u0336"])
def test_a_mark_that_no_letter_takes_up_is_missing_with_its_letter(item: str) -> None:
    assert missing(f"före {item} efter") == (item,)


def test_a_mark_on_a_blank_or_on_nothing_is_missing_by_itself() -> None:
    assert missing("a \u0301") == ("\u0301",)
    assert missing("\u0301a") == ("\u0301",)


def test_line_ends_tabs_and_blanks_are_not_missing() -> None:
    assert missing("en\ttvå\r\ntre\n\u00a0\u2002\u2003\u2009\u202f\u3000") == ()


@pytest.mark.parametrize(
    "letter",
    [
        *map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x200B, 0x2010), 0x2060, 0x061C]),
        *"\x00\x07\x0b\x0c\x1b\x7f\x85\u034f\u180e\u2028\u2029\u3164\ufdd0\ufe0e\ufe0f\ufeff\ufffb\ufffe\uffff",
        *"\U000e0041\U000e0100\U0001fffe\U0010ffff",
    ],
    ids=ascii,
)
def test_invisible_letters_are_told_and_are_not_missing(letter: str) -> None:
    assert invisible(f"a{letter}b{letter}") == (letter,)
    assert missing(f"a{letter}b") == ()


def test_no_visible_letter_blank_or_soft_hyphen_is_invisible() -> None:
    assert invisible(SWEDISH + SIGNS + NEIGHBOURS + "\t\n\r👍中\ue000") == ()
    assert invisible("".join(_UNMARKED)) == ("\u200b", "\ufeff")


def test_a_letter_left_out_by_the_tables_of_a_family_is_set_from_another() -> None:
    assert "♥" not in letters(SERIF) | letters(DISPLAY)
    assert "♥" in letters(SANS) & letters(MONO)
    assert missing("♥") == ()


def test_composed_are_exactly_the_letters_that_come_back_more_than_once() -> None:
    tried = accepted()
    doubled: set[str] = set()
    for face in faces():
        for letter, read in zip(tried, read_back([face.set(letter) for letter in tried]), strict=True):
            expected = LIGATURES.get(letter, letter)
            if (back := "".join(read.split())) != expected:
                assert set(back) == {letter}
                doubled.add(letter)
    assert doubled == COMPOSED


def test_no_letter_of_swedish_finnish_or_northern_sami_is_composed() -> None:
    assert not COMPOSED & set(SWEDISH + SIGNS + NEIGHBOURS)
    assert {"Ǻ", "ḃ", "ǩ", "Ǭ"} <= COMPOSED


@pytest.mark.parametrize("face", faces(), ids=str)
def test_ligatures_that_the_faces_form_come_back_as_typed(face: Style) -> None:
    text = "fi fl ff ffi ffl fb fh fj fk ft få fä fö tt Th Qu ct st 1/2 Affärsfil fjäll offentlig oföränderlig"
    (read,) = read_back([face.set(text)])
    assert " ".join(read.split()) == text


def tally(text: str) -> Counter[str]:
    """How often each letter stands in `text`, composed ones at most once: their last copy may come back later."""
    found = Counter(collapse(text))
    for letter in COMPOSED & found.keys():
        found[letter] = 1
    return found


@settings(deadline=None, max_examples=60)
@given(
    visible_text(
        st.one_of(
            st.sampled_from(SWEDISH + " "), st.sampled_from(_UNMARKED), st.sampled_from(sorted(COMPOSED | {*LIGATURES}))
        )
    )
)
@example("Ǭöä Ǭ")
@example("ǺǬc ǩ")
@example("ﬁﬃ ffi")
def test_a_text_and_what_is_read_back_of_it_have_the_same_tally(text: str) -> None:
    assume(not invisible(text) and not missing(text) and text.strip())
    for read in read_back([face.set(text) for face in faces()]):
        assert tally(bare(read)) == tally(bare(text))


def test_a_lost_letter_shows_in_the_tally() -> None:
    assert tally("vården") != tally("vårde")
    assert tally("ǩ vården") != tally("vården")


def test_collapsing_changes_nothing_but_ligatures_and_doubled_composed_letters() -> None:
    assert collapse("Affärsﬁl, aa ll 11 −− ḃḃ Ǭ Ǭ") == "Affärsfil, aa ll 11 −− ḃ Ǭ Ǭ"
    assert collapse(SWEDISH + SIGNS + NEIGHBOURS) == SWEDISH + SIGNS + NEIGHBOURS
