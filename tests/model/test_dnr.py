from __future__ import annotations

import pytest
from kallelse.model.dnr import Dnr


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GSN 2022/35", "gsn2022/35"),
        ("KS-2024-00265", "KS\u20112024\u201300265"),
        ("KS 2007/1028 10", "KS 2007/1028  10"),
    ],
)
def test_blanks_capitals_and_kinds_of_dash_do_not_tell_numbers_apart(one: str, other: str) -> None:
    assert Dnr(one).identity == Dnr(other).identity


@pytest.mark.parametrize(
    ("one", "other"),
    [("BN-2023-00211", "BN-2023-0211"), ("GSN 2022/35", "GSN-AU 2022/35"), ("2022/35", "2022/36")],
)
def test_zeros_and_series_do(one: str, other: str) -> None:
    assert Dnr(one).identity != Dnr(other).identity
