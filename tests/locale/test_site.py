from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest
from kallelse.locale.site import Words, words
from kallelse.model.settings import Language


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value
    return [text for each in values for text in _strings(each)]


def test_both_languages_say_everything_and_take_the_same_names() -> None:
    for field in fields(Words):
        swedish, english = (_strings(getattr(words(each), field.name)) for each in ("sv", "en"))
        assert all(swedish), field.name
        assert all(english), field.name
        names = [[sorted(re.findall(r"\{(\w+)\}", text)) for text in texts] for texts in (swedish, english)]
        assert names[0] == names[1], field.name


@pytest.mark.parametrize(
    ("count", "language", "said"),
    [
        (400, "sv", "1 kB"),
        (411_991, "sv", "412 kB"),
        (999_499, "sv", "999 kB"),
        (1_249_000, "sv", "1,2 MB"),
        (1_250_000, "en", "1.3 MB"),
    ],
)
def test_sizes_are_said_in_thousands(count: int, language: Language, said: str) -> None:
    assert words(language).size(count) == said


def test_counts_have_their_noun_in_number() -> None:
    swedish = words("sv")
    assert [swedish.count(number, swedish.page_count) for number in (0, 1, 2)] == [
        "0\N{NO-BREAK SPACE}sidor",
        "1\N{NO-BREAK SPACE}sida",
        "2\N{NO-BREAK SPACE}sidor",
    ]


def test_names_are_listed_with_a_word_before_the_last() -> None:
    assert words("sv").listed(()) == ""
    assert words("sv").listed(("Norrsala",)) == "Norrsala"
    assert words("sv").listed(("Norrsala", "Ekvik", "Sjövik")) == "Norrsala, Ekvik och Sjövik"
