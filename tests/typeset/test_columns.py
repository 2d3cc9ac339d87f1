"""Columns get what their words need, and together the room there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from kallelse.typeset.columns import Fit, Needs, Try, fit, spread, spread_by_text

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
    # Two columns side by side are easy to read, however high.
    assert chosen(30, {100: 10, 200: 5}, columns=2) == ways[0]
    assert chosen(60, {}) == ways[1]
    assert chosen(90, {}) == ways[2]
    assert chosen(150, {}) is None


def test_long_texts_do_not_starve_shorter_ones() -> None:
    widths = spread([Needs(20, 500), Needs(20, 8000)], 400)
    assert widths is not None
    assert 60 < widths[0] < widths[1], "a share by length alone would leave it 41"


def test_no_height_is_worth_smaller_letters_or_a_page_on_its_side() -> None:
    for other in (Try(200, 9, wide=True), Try(200, 10, wide=True, turned=True), Try(200, 10)):
        ways = (Try(100, 10), other)
        found = fit(ways, lambda _: [Needs(30, 90)] * 3, lambda one: 10 if one.way.room == 100 else 1)
        assert found is not None
        assert found.way == ways[0]


@given(_NEEDS, st.floats(50, 900))
def test_columns_by_their_text_fill_the_room_too(needs: list[Needs], room: float) -> None:
    widths = spread_by_text(needs, room)
    if sum(need.least for need in needs) > room or sum(need.most for need in needs) <= room:
        assert widths is None
        return
    assert widths is not None
    assert abs(sum(widths) - room) < 0.01
    assert all(width >= need.least - 0.01 for width, need in zip(widths, needs, strict=True))
    assert all(width <= need.most + 0.01 for width, need in zip(widths, needs, strict=True))


def test_what_is_left_goes_to_the_column_with_the_most_text() -> None:
    needs = [Needs(80, 180, text=300), Needs(90, 560, text=1800)]
    by_line, by_text = spread(needs, 400), spread_by_text(needs, 400)
    assert by_line is not None
    assert by_text is not None
    assert by_text[1] > by_line[1]


def test_the_ways_to_share_the_room_are_weighed_by_the_height_of_the_table() -> None:
    needs = [Needs(80, 180, text=300), Needs(90, 560, text=1800)]
    lowest = fit((Try(400, 10),), lambda _: needs, lambda one: 1 if one.widths == spread_by_text(needs, 400) else 2)
    usual = fit((Try(400, 10),), lambda _: needs, lambda _: 1)
    assert lowest is not None
    assert usual is not None
    assert lowest.widths == spread_by_text(needs, 400)
    assert usual.widths == spread(needs, 400)


def test_a_table_that_wraps_reaches_across_where_that_saves_anything() -> None:
    ways = (Try(100, 10), Try(200, 10, wide=True))

    def chosen(wraps: bool, height: float) -> Try | None:
        found = fit(
            ways, lambda _: [Needs(30, 90)] * 3, lambda one: 10 if one.way is ways[0] else height, lambda _: wraps
        )
        return found.way if found else None

    assert chosen(wraps=False, height=9) == ways[0]
    assert chosen(wraps=True, height=9) == ways[1]
    assert chosen(wraps=True, height=10) == ways[0]
