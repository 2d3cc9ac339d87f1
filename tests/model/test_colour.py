from __future__ import annotations

import re
from pathlib import Path

import pytest
from kallelse.model.colour import (
    DARK_GROUNDS,
    LEAST,
    LEAST_LINE,
    LIGHT_GROUNDS,
    bands,
    contrast,
    light_grounds,
    line_on,
)
from kallelse.model.settings import Colours


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0b4a5c", "#ffffff", 9.8),
    ],
)
def test_the_ratio_is_that_of_the_standard_whichever_comes_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert contrast(one, other) == contrast(other, one)


def test_the_packages_own_colours_are_strong_enough() -> None:
    assert min(contrast(Colours().brand, ground) for ground in LIGHT_GROUNDS) >= LEAST
    assert min(contrast(Colours().brand_dark, ground) for ground in DARK_GROUNDS) >= LEAST


def test_the_grounds_of_a_brand_hold_its_own_tint_which_may_be_the_darkest() -> None:
    own = light_grounds("#0b4a5c")
    assert own == (*LIGHT_GROUNDS, "#e9eff0")
    assert min(light_grounds("#000000"), key=lambda each: contrast("#000000", each)) == "#e8e8e8"


def test_a_line_that_nobody_chose_is_white_where_the_packages_own_would_be_too_weak() -> None:
    assert line_on("#0b4a5c", "#f2b632") == "#f2b632"
    assert line_on("#5c7400", "#f2b632") == "#ffffff"
    assert all(
        contrast(line_on(brand, "#f2b632"), band) >= LEAST_LINE
        for brand in ("#5c7400", "#767676")
        for band in bands(brand)
    )


def test_the_handbook_names_every_ground_that_colours_are_held_against() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "handbok" / "publicera.md").read_text(encoding="utf-8")
    for key, grounds in (("brand", LIGHT_GROUNDS), ("brand_dark", DARK_GROUNDS)):
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `{key}` |"))
        assert tuple(re.findall("#[0-9a-f]{6}", row)) == grounds
