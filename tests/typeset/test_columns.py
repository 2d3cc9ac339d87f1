"""Columns get what their words need, and together the room there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from kallelse.typeset.columns import Fit, Needs, Try, fit, spread

_NEEDS = st.lists(
    st.tuples(st.floats(5, 200), st.floats(0, 900)).map(lambda both: Needs(both[0], both[0] + both[1])),
    min_size=1,
    max_size=9,
)


@given(_NEEDS, st.floats(50, 900))
def test_columns_fill_the_room_and_none_gets_less_than_it_needs(needs: list[Needs], room: float) -> None:
    widths = spread(needs, room)
    if sum(need.least for need in needs) > room:
        assert widths is None
        return
    assert widths is not None
    assert abs(sum(widths) - room) < 0.01
    assert all(width >= need.least - 0.01 for width, need in zip(widths, needs, strict=True))


def test_a_column_that_fits_on_one_line_is_not_broken_for_a_longer_ones_sake() -> None:
    widths = spread([Needs(20, 40), Needs(30, 2000)], 300)
    assert widths is not None
    assert abs(widths[0] - 40) < 1


def test_the_first_way_that_fits_is_taken_unless_the_next_saves_height() -> None:
    ways = (Try(100, 10), Try(200, 10, wide=True), Try(300, 9, wide=True, turned=True))

    def chosen(least: float, heights: dict[float, float], columns: int = 3) -> Try | None:
        found = fit(ways, lambda size: [Needs(least, 90)] * columns, lambda one: heights.get(one.way.room, 1))
        assert found is None or isinstance(found, Fit)
        return found.way if found else None

    assert chosen(30, {100: 10, 200: 9}) == ways[0]
    assert chosen(30, {100: 10, 200: 5}) == ways[1]
    assert chosen(60, {}) == ways[1]
    assert chosen(90, {}) == ways[2]
    assert chosen(150, {}) is None
