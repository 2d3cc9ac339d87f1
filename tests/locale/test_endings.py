"""The one table of endings: what it makes of words, and that the script of the search page knows no others."""

from __future__ import annotations

import re
from pathlib import Path

import kallelse.publish
import pytest
from kallelse.locale.compound_parts import PARTS
from kallelse.locale.endings import (
    ARTICLES,
    NO_ARTICLE,
    SHORT,
    WHOLE,
    all_inflected,
    all_joined,
    inflected,
    joined,
)

SCRIPT = (Path(kallelse.publish.__file__).parent / "static" / "search-index.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("skola", "skola skolas skolan skolans skolor skolors skolorna skolornas"),
        ("park", "park parks parken parkens parker parkers parkerna parkernas"),
        ("bud", "bud buds budet budets buden budens"),
        ("möte", "möte mötes mötet mötets möten mötens mötena mötenas"),
        ("regel", "regel regels regeln regelns regler reglers reglerna reglernas"),
        ("styrelse", "styrelse styrelses styrelsen styrelsens styrelser styrelsers styrelserna styrelsernas"),
    ],
)
def test_the_index_knows_all_forms_of_each_kind_of_noun(word: str, forms: str) -> None:
    assert inflected(word) >= set(forms.split())


@pytest.mark.parametrize(
    ("word", "joints"),
    [("skola", "skol"), ("gata", "gatu"), ("hälsa", "hälso"), ("arbete", "arbets"), ("förskola", "förskole")],
)
def test_the_index_knows_how_each_kind_of_noun_stands_before_another(word: str, joints: str) -> None:
    assert set(joints.split()) <= joined(word)


def test_a_word_to_look_for_has_the_forms_of_the_index_and_more() -> None:
    for word in PARTS.split():
        assert word == "handel" or inflected(word) <= all_inflected(word)
        assert joined(word) <= all_joined(word)


def _alternatives(line: str) -> list[str]:
    found = re.search(rf"(?m)^\s*{line}$", SCRIPT)
    assert found is not None, line
    return found[1].split("|")


def test_the_script_takes_off_the_endings_of_nouns_of_the_table_and_no_others() -> None:
    nouns = {ending for ending in WHOLE if len(ending) > 1 and ending != "na"}
    plurals = _alternatives(r'\[/\(([a-z|]+)\)na\$/, ""\],')
    bare = _alternatives(r'\[/\(([a-z|]+)\)\$/, ""\],')
    assert {f"{plural}na" for plural in plurals} | set(bare) == nouns
    assert set(ARTICLES) <= set(bare)
    assert set(plurals) | {f"{plural}na" for plural in plurals} | {"an"} == set(SHORT)
    # `n`, `na` and these are taken off before, which the list of stems does not know.
    (stems,) = re.findall(r"sv: /\(([a-z|]+)\)\?\$/", SCRIPT)
    with_genitive = {ending + s for ending in WHOLE for s in ("", "s")} - {"", "n", "ns", "na", "nas", "ts"}
    assert with_genitive - set(stems.split("|")) == {"et", "ets", "ars", "ers", "ors"}


def test_the_script_leaves_the_words_that_have_no_article() -> None:
    (left,) = re.findall(r"\[/\(\?<!([^)]+)\)an\$/", SCRIPT)
    assert {word.removesuffix("an") for word in NO_ARTICLE} <= set(left.split("|"))
