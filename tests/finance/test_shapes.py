from __future__ import annotations

from collections import Counter

import pytest
from kallelse.check.finance import check_table
from kallelse.model.equation import Outcome, judge
from kallelse.model.sums import equations

from tests.finance.shapes import SHAPES, Shape
from tests.finance.tables import all_findings, codes, table_of

_EACH = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)


def test_there_are_twenty_shapes() -> None:
    assert len({shape.name for shape in SHAPES}) == 20


@_EACH
def test_a_sound_table_is_left_alone_and_all_its_sums_are_checked(shape: Shape) -> None:
    table = table_of(shape.source)
    assert check_table(table) == ()
    outcomes = Counter(judge(table, equation).outcome for equation in equations(table))
    assert (outcomes[Outcome.EXACT], outcomes[Outcome.ROUNDING]) == (shape.exact, shape.rounding)


@_EACH
def test_a_slip_in_it_is_found(shape: Shape) -> None:
    old, new = shape.slip
    assert shape.source.count(old) >= 1
    assert shape.found in codes(all_findings(shape.source.replace(old, new, 1)))
