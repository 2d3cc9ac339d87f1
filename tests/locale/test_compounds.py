from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.compound_parts import FIRST, JOINED, PARTS, PREFIXES
from kallelse.locale.compounds import LONGEST, SHORTEST, cuts

PLAIN = PARTS.split()


def parts(word: str) -> list[str]:
    ends = (0, *cuts(word), len(word))
    return [word[begin:end] for begin, end in itertools.pairwise(ends)]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("skolskjutsreglemente", "skol skjuts reglemente"),
        ("Skolskjutsreglementet", "Skol skjuts reglementet"),
        ("SKOLSKJUTS", "SKOL SKJUTS"),
        ("verksamhetsplanernas", "verksamhets planernas"),
        ("årsredovisning", "års redovisning"),
        ("medborgarförslag", "medborgar förslag"),
        ("gatubelysningen", "gatu belysningen"),
        ("förskoleavdelning", "förskole avdelning"),
        ("kyrkogård", "kyrko gård"),
        ("bygglov", "bygg lov"),
        ("byggregler", "bygg regler"),
        ("arbetsmiljö", "arbets miljö"),
        # No list holds what it begins with.
        ("Ekviksreglementet", "Ekviks reglementet"),
        ("glosarbetsplats", "glos arbets plats"),
    ],
)
def test_a_compound_is_cut_between_its_words(word: str, found: str) -> None:
    assert parts(word) == found.split()


@pytest.mark.parametrize(
    "word",
    [
        *("beslut", "besluten", "avslut", "förslag", "tillgångar", "tillsammans", "ledamöter", "sammanträde"),
        *("måltider", "ändamål", "överenskommelse", "efterfrågan", "framtidsfråga"[:7], "kommunal", "organisation"),
        *("information", "sammanställda", "obesvarat", "tillstyrker", "kontrolleras", "protokoll", "verksamheten"),
        *("styrelsernas", "utvecklingen", "municipalities", "presentation", "administration", "mellanslag"),
        *("avtransporten", "särbehandlingen", "farföräldrarna"),
    ],
)
def test_what_is_no_compound_is_left_whole(word: str) -> None:
    assert cuts(word) == ()


def test_what_is_too_long_to_be_a_word_is_left_whole() -> None:
    longest = "skol" * (LONGEST // 4 - 1) + "gata"
    assert len(longest) == LONGEST
    assert len(parts(longest)) == LONGEST // 4
    assert cuts(f"{longest}n") == ()
    assert cuts("skol" * 3000) == ()


# A part of two letters is told apart from an ending by nobody.
@given(st.lists(st.sampled_from([word for word in PLAIN if len(word) > 2]), min_size=2, max_size=4))
def test_words_set_together_are_found_as_they_end(words: list[str]) -> None:
    word = "".join(words)
    found = parts(word)
    assert "".join(found) == word
    assert not SHORTEST <= len(word) <= LONGEST or word in PLAIN or len(found) > 1


@given(st.text(max_size=40))
def test_the_parts_of_any_text_are_that_text(text: str) -> None:
    assert "".join(parts(text)) == text


def test_each_word_is_listed_once_and_can_be_part_of_another() -> None:
    for listed in (PLAIN, FIRST.split(), PREFIXES.split()):
        assert len(set(listed)) == len(listed)
        assert all(len(word) > 1 and word == word.lower() and word.isalpha() for word in listed)
    joined = JOINED.split()
    assert len(set(joined)) == len(joined)
    assert {word.replace("|", "") for word in joined} <= set(PLAIN)
    assert all(word.count("|") == 1 for word in joined)
