from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.hyphens import softened


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("samhällsbyggnadsnämnden", "samhälls-byggnads-nämnden"),
        ("fastighetsutvecklingsavdelningen", "fastighets-utvecklings-avdelningen"),
        ("arbetsmarknadsförvaltningen", "arbets-marknads-för-valt-ningen"),
        ("ekonomiavdelningen", "ekonomi-avdelningen"),
        ("Informationsärenden", "Infor-ma-tions-ärenden"),
        ("digitaliseringsstrategi", "digi-ta-li-se-rings-strategi"),
        ("verksamhetscontrollern", "verksamhets-controllern"),
        ("jämställdhetsintegrering", "jäm-ställd-hets-integrering"),
        ("kommunstyrelsen", "kommunstyrelsen"),
        ("SBN2026000000000000000210", "SBN2026000000000000000210"),
    ],
)
def test_a_long_word_may_end_a_line_where_its_parts_do(word: str, shown: str) -> None:
    assert softened(f"i {word}.", "sv").replace("\u00ad", "-") == f"i {shown}."
    assert softened(word, "en") == word


@given(st.text(st.characters(exclude_characters="\u00ad")))
def test_nothing_but_soft_hyphens_is_added(text: str) -> None:
    assert softened(text, "sv").replace("\u00ad", "") == text
