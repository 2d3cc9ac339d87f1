"""Words to follow, found in texts: inflected, in compounds, and not in words that mean something else."""

from __future__ import annotations

import pytest
from kallelse.locale.inflected import Finder

_FOUND = {
    "skola": "skola skolan skolor skolorna skolornas skolas skolskjuts förskola förskolan grundskolorna förskolebarn",
    "skolskjuts": "skolskjuts skolskjutsen skolskjutsar skolskjutsarna skolskjutsreglemente särskolskjutsen",
    "park": "park parken parker parkerna stadspark parklek parkskötsel",
    "vatten": "vatten vattnet vattnets vattenledning avloppsvatten dricksvattnet",
    "gymnasium": "gymnasium gymnasiet gymnasier gymnasieskola",
    "bad": "bad badet baden",
    "bibliotek": "bibliotek bibliotekets biblioteken biblioteksplan folkbiblioteksverksamhet",
    "miljö": "miljö miljön miljöplan arbetsmiljö arbetsmiljöarbete",
    "detaljplan": "detaljplan detaljplanen detaljplaner detaljplaneändring DETALJPLAN",
}
_NOT_FOUND = {
    "skola": "skolning askol",
    "skolskjuts": "skola skjuts",
    "park": "parkering parkeringen parkett",
    "bad": "badrum mobbad lobbade badminton",
    "väg": "vägg vägning vägra",
    "mål": "mal målare",
}


@pytest.mark.parametrize(("word", "text"), [(word, each) for word, texts in _FOUND.items() for each in texts.split()])
def test_a_word_is_found_inflected_and_in_compounds(word: str, text: str) -> None:
    finder = Finder({"x": (word,)}, "sv")
    assert finder.found(f"Om {text}, i dag.") == {"x"}
    assert finder.found(text) == {"x"}


@pytest.mark.parametrize(
    ("word", "text"), [(word, each) for word, texts in _NOT_FOUND.items() for each in texts.split()]
)
def test_a_word_is_not_found_in_others(word: str, text: str) -> None:
    assert Finder({"x": (word,)}, "sv").found(f"Om {text}, i dag.") == frozenset()


@pytest.mark.parametrize("text", ["fri entré", "FRI  entré", "om fri entré.", "frias entréer"])
def test_several_words_are_found_in_a_row(text: str) -> None:
    finder = Finder({"x": ("fri entré",)}, "sv")
    assert finder.found(text) == {"x"}
    assert finder.found("fri från entré") == frozenset()


def test_each_thing_is_found_by_any_of_its_words() -> None:
    finder = Finder({"nat": ("bredband", "fiber"), "bad": ("bad",), "e-tjanst": ("e-tjänst",)}, "sv")
    assert finder.found("Utbyggnad av fibern och våra e-tjänster") == {"nat", "e-tjanst"}
    assert finder.found("Badet och bredbandsstrategin") == {"nat", "bad"}
    assert finder.found("") == frozenset()


def test_signs_in_a_word_mean_themselves() -> None:
    assert Finder({"x": ("c++ (kurs)",)}, "sv").found("En c++ (kurs) till") == {"x"}
    assert Finder({"x": (".",)}, "sv").found("Allt. Möjligt.") == frozenset()


def test_english_words_take_their_own_endings() -> None:
    finder = Finder({"x": ("school",)}, "en")
    assert all(finder.found(text) == {"x"} for text in ("school", "Schools", "the school’s roof"))
    assert finder.found("schooling") == frozenset()
