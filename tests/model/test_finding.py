"""What a finding lists of many."""

from __future__ import annotations

import pytest
from kallelse.model.finding import listed


@pytest.mark.parametrize(
    ("words", "told"),
    [([], ""), ([7], "7"), (["a", "b"], "a, b"), (["a", "b", "c"], "a, b, …"), (["a", "b", "c", "d"], "a, b, …")],
)
def test_the_first_are_listed_and_one_sign_stands_for_the_rest(words: list[object], told: str) -> None:
    assert listed(words, 2) == told
