from __future__ import annotations

import copy
import datetime as dt
import operator
import pickle
from collections.abc import Callable
from functools import partial
from operator import methodcaller
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.publish.asked import Addresses, Asked, Day, Notes

DAY = dt.date(2022, 9, 26)
COMPARED = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)
days = st.dates() | st.sampled_from((dt.date.min, dt.date.max)) | st.dates(dt.date(2022, 9, 1), dt.date(2022, 10, 20))


def asked_of(day: dt.date, ask: Callable[[dt.date], object]) -> tuple[object, Asked]:
    notes = Notes()
    noted = Day(day, notes)
    return notes.of(partial(ask, noted))


@given(day=days, other=days, later=days, compare=st.sampled_from(COMPARED), is_first=st.booleans())
def test_what_is_compared_is_the_same_on_all_days_that_are_noted(
    day: dt.date, other: dt.date, later: dt.date, compare: Callable[[Any, Any], bool], is_first: bool
) -> None:
    def ask(one: dt.date) -> bool:
        return compare(one, other) if is_first else compare(other, one)

    answer, asked = asked_of(day, ask)
    assert answer == ask(day)
    assert asked.is_answered_alike(day, {})
    # Of days with the same answer those are noted that lie on the same side.
    if asked.is_answered_alike(later, {}):
        assert ask(later) == answer
    elif compare not in (operator.eq, operator.ne):
        assert ask(later) != answer


@given(day=days, others=st.lists(days), later=days)
def test_what_is_chosen_is_the_same_on_all_days_that_are_noted(
    day: dt.date, others: list[dt.date], later: dt.date
) -> None:
    def ask(one: dt.date) -> object:
        past = [each for each in others if each <= one]
        return sorted(past), max(past, default=None), one in others, one.year

    answer, asked = asked_of(day, ask)
    assert answer == ask(day)
    if asked.is_answered_alike(later, {}):
        assert ask(later) == answer


@pytest.mark.parametrize(
    "ask",
    [
        *(str, repr, hash, "{}".format, "{:%d}".format, copy.copy, pickle.dumps, to_bytes),
        *map(methodcaller, ("isoformat", "ctime", "toordinal", "weekday", "isoweekday", "isocalendar", "timetuple")),
        *(methodcaller("strftime", "%j"), methodcaller("replace", day=1)),
        *(lambda day: day.month, lambda day: day.day, {DAY: 1}.get, lambda day: day - DAY),
        *(lambda day: DAY - day, lambda day: day + dt.timedelta(1), lambda day: dt.timedelta(1) + day),
        lambda day: day - dt.timedelta(1),
    ],
)
def test_whatever_else_is_asked_is_noted_for_that_day_alone(ask: Callable[[dt.date], object]) -> None:
    answer, asked = asked_of(DAY, ask)
    assert answer == ask(DAY)
    assert (asked.first, asked.last) == (DAY, DAY)


def test_nothing_that_a_date_has_goes_unnoted() -> None:
    own = {"__new__", "__init__", "__class__", "__doc__", "__getattribute__", "__setattr__", "__delattr__", "__dir__"}
    own |= {"__init_subclass__", "__subclasshook__", "__sizeof__", "__getstate__"}
    makers = {"fromordinal", "fromtimestamp", "fromisoformat", "fromisocalendar", "strptime", "today"}
    makers |= {"min", "max", "resolution"}
    assert sorted(name for name in dir(dt.date) if name not in Day.__dict__ and name not in own | makers) == []


def test_what_is_made_of_a_day_is_plain() -> None:
    day = Day(DAY, Notes())
    made = (day + dt.timedelta(1), day.replace(day=1), copy.copy(day), pickle.loads(pickle.dumps(day)))  # noqa: S301
    assert [type(each) for each in (*made, from_bytes(to_bytes(day)))] == [dt.date] * 5
    assert day == DAY
    assert day != dt.datetime(2022, 9, 26)
    assert day != "2022-09-26"


def test_nothing_is_noted_but_while_something_is_made() -> None:
    notes = Notes()
    day = Day(DAY, notes)
    assert day > dt.date(2022, 1, 1)
    (_, asked), after = notes.of(lambda: None), day.isoformat()
    assert asked == Asked()
    assert after == "2022-09-26"
    with pytest.raises(LookupError):
        notes.of([].pop)
    assert asked == Asked()


def test_addresses_are_noted_as_they_are_looked_up() -> None:
    notes = Notes()
    plain = {"a.md": "a.html", "b.md": "b.html"}
    addresses = Addresses(plain, notes)
    found, asked = notes.of(lambda: (addresses.get("a.md"), addresses.get("c.md"), "d.md" in addresses))
    assert found == ("a.html", None, False)
    assert asked.addresses == {"a.md": "a.html", "c.md": None, "d.md": None}
    assert asked.is_answered_alike(DAY, plain)
    assert asked.is_answered_alike(DAY, {"a.md": "a.html", "e.md": "e.html"})
    for others in ({"b.md": "b.html"}, {"a.md": "b.html"}, {**plain, "c.md": "c.html"}, {**plain, "d.md": ""}):
        assert not asked.is_answered_alike(DAY, others)


@pytest.mark.parametrize("ask", [list, len, dict, lambda addresses: list(addresses.values())])
def test_who_goes_through_all_addresses_is_answered_alike_by_no_others(ask: Callable[[Addresses], object]) -> None:
    notes = Notes()
    addresses = Addresses({"a.md": "a.html"}, notes)
    _, asked = notes.of(lambda: ask(addresses))
    assert not asked.is_answered_alike(DAY, addresses.plain)
