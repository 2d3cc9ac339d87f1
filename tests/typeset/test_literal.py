"""Text goes to Typst as literals that print exactly what was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.packet import held_together, leading_words_bound, place_bound
from kallelse.typeset import literal


@given(st.text())
def test_a_literal_is_one_string_whatever_is_in_it(text: str) -> None:
    written = literal.string(text)
    assert written[0] == written[-1] == '"'
    inner = written[1:-1].replace("\\\\", "")
    assert '"' not in inner.replace('\\"', "")
    assert not any(ord(letter) < 0x20 for letter in written)


@given(st.text(alphabet="abcåäö -–/ ", max_size=200))
def test_breakable_text_keeps_its_letters(text: str) -> None:
    assert literal.breakable(text).replace("\u200b", "").replace("\u00ad", "") == text


def test_only_words_of_more_than_twenty_five_letters_get_places_to_break() -> None:
    assert literal.breakable("verksamhetsutvecklingen") == "verksamhetsutvecklingen"
    shown = {
        "kommunikationsverksamhetsutveckling": "kom-mu-ni-ka-tions-verksamhets-utveckling",
        "(samhällsbyggnadsförvaltningen),": "(samhälls-byggnads-för-valt-ningen),",
        "kommunstyrelseförvaltningen.": "kommun-styrelse-för-valt-ningen.",
        "norrsala.kommunfullmaktige.example": "norrsala|.kommunf|ullmakti|ge.examp|le",
        "x" * 26: f"{'x' * 8}|" * 3 + "xx",
    }
    for word, expected in shown.items():
        assert literal.breakable(word).replace("\u00ad", "-").replace("\u200b", "|") == expected


def test_a_short_name_and_what_hangs_on_it_stay_together() -> None:
    assert literal.words("Vid IT-center idag") == '"Vid ";box("IT-center");" idag"'
    assert literal.words("e-post") == '"e-post"'


def test_figures_hold_to_their_units_and_signs() -> None:
    text = "enligt § 183 och 4,1 mnkr den 26 september 2022, bilaga 1 kl. 13.15; 12 500 kr år 2022 150 personer"
    assert held_together(text, "sv").replace("\u00a0", "_") == (
        "enligt §_183 och 4,1_mnkr den 26_september_2022, bilaga_1 kl._13.15; 12_500_kr år 2022 150 personer"
    )
    assert held_together("on 26 September, page 4", "en").replace("\u00a0", "_") == "on 26_September, page_4"


def test_a_month_holds_to_its_year() -> None:
    assert held_together("januari–augusti 2022, i maj 2022 och maj 20 gånger", "sv").replace("\u00a0", "_") == (
        "januari–augusti_2022, i maj_2022 och maj 20 gånger"
    )
    assert held_together("in September 2022 and dismay 2022", "en").replace("\u00a0", "_") == (
        "in September_2022 and dismay 2022"
    )


def test_a_place_breaks_after_its_comma() -> None:
    assert place_bound("Stadshuset i Norrsala, sal Älven").replace("\u00a0", "_") == "Stadshuset i Norrsala, sal_Älven"
    long = "Stadshuset, den stora salen på tredje våningen"
    assert place_bound(long) == long


def test_small_words_do_not_end_a_line_of_a_heading() -> None:
    assert leading_words_bound("Uppdragsgivare och ägare", "sv") == "Uppdragsgivare och\u00a0ägare"
    assert leading_words_bound("Underlaget mottaget av", "sv") == "Underlaget mottaget\u00a0av"
    assert leading_words_bound("Risk- och konsekvensanalys", "sv") == "Risk- och konsekvensanalys"
