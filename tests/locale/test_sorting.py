from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.sorting import key


def in_swedish(*words: str) -> list[str]:
    return sorted(words, key=lambda word: key(word, "sv"))


def test_swedish_letters_stand_last_in_their_own_order() -> None:
    assert in_swedish("Örebro", "Zinkgruvan", "Ängelholm", "Åmål", "Alingsås") == [
        "Alingsås",
        "Zinkgruvan",
        "Åmål",
        "Ängelholm",
        "Örebro",
    ]


def test_danish_and_norwegian_letters_stand_with_theirs() -> None:
    assert in_swedish("Østerås", "Ärla", "Ærø", "Östra") == ["Ärla", "Ærø", "Østerås", "Östra"]


def test_case_and_accents_do_not_count() -> None:
    assert in_swedish("élan", "Elin", "elak") == ["elak", "élan", "Elin"]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert key("A\u030angström", "sv")[0] == key("Ångström", "sv")[0]


def test_figures_stand_by_their_value_and_before_letters() -> None:
    assert in_swedish("Bilaga 10", "Bilaga 2", "Bilaga B") == ["Bilaga 2", "Bilaga 10", "Bilaga B"]


def test_english_puts_swedish_letters_with_theirs() -> None:
    assert sorted(["Örebro", "Zink", "Åmål"], key=lambda word: key(word, "en")) == ["Åmål", "Örebro", "Zink"]


@given(st.lists(st.text(max_size=6), max_size=6))
def test_every_text_has_its_place_whatever_the_order_it_was_found_in(words: list[str]) -> None:
    assert in_swedish(*words) == in_swedish(*reversed(words))
