from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.law.deadlines import (
    Deadline,
    PersonalTime,
    latest_adjustment,
    latest_announcement,
    latest_council_announcement,
    latest_council_call,
    latest_urgent_announcement,
    notice_down,
    time_to_appeal,
)
from kallelse.model.law import Appeal, Provision

from tests.law.calendar import no_workdays

_DAY = dt.timedelta(1)
_DAYS = [dt.date(2020, 1, 1) + n * _DAY for n in range((dt.date(2036, 1, 1) - dt.date(2020, 1, 1)).days)]
_NO_WORKDAYS = {day for year in range(2018, 2101) for day in no_workdays(year)}
_LONGEST_WAIT = 5
"""Days that a last day is moved at most, from a Christmas Eve that is a Wednesday to the Monday after."""

_KNOWN = st.dates(dt.date(2018, 1, 1), dt.date(2099, 12, 31))
_POSTINGS = st.lists(_KNOWN, min_size=1, max_size=5)


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _told(deadline: Deadline | PersonalTime | None) -> Deadline:
    assert isinstance(deadline, Deadline)
    return deadline


def _appeal(postings: Sequence[dt.date | None]) -> Deadline:
    return _told(time_to_appeal(Appeal.MUNICIPAL, postings))


@pytest.mark.parametrize(
    ("postings", "last"),
    [
        (["2022-10-12"], "2022-11-02"),
        (["2022-10-12", "2022-10-13"], "2022-11-03"),
        (["2022-10-13", "2022-10-12"], "2022-11-03"),
        (["2022-10-15"], "2022-11-07"),
        (["2022-12-03"], "2022-12-27"),
        (["2022-12-05"], "2022-12-27"),
        (["2022-12-10"], "2023-01-02"),
        (["2023-06-02"], "2023-06-26"),
        (["2019-05-13"], "2019-06-03"),
        (["2024-03-08"], "2024-04-02"),
        (["2025-12-03"], "2025-12-29"),
    ],
)
def test_the_last_day_to_appeal(postings: list[str], last: str) -> None:
    assert _appeal([_date(day) for day in postings]).day == _date(last)


def test_a_notice_came_down_the_day_after_as_in_real_records() -> None:
    assert _told(notice_down([_date("2019-05-13")])).day == _date("2019-06-04")


def test_a_notice_comes_down_after_a_last_day_that_was_moved() -> None:
    assert _told(notice_down([_date("2022-12-10")])) == Deadline(
        _date("2023-01-03"), (Provision.KL_8_12, Provision.KL_13_5, Provision.TIME_1, Provision.TIME_2)
    )


@pytest.mark.parametrize(
    ("postings", "provisions"),
    [
        (["2022-10-12"], (Provision.KL_13_5, Provision.TIME_1)),
        (["2022-10-15"], (Provision.KL_13_5, Provision.TIME_1, Provision.TIME_2)),
        (["2022-10-12", "2022-10-12"], (Provision.KL_13_5, Provision.KL_9_32, Provision.TIME_1)),
        (
            ["2022-10-12", "2022-10-15"],
            (Provision.KL_13_5, Provision.KL_9_32, Provision.TIME_1, Provision.TIME_2),
        ),
    ],
)
def test_an_appeal_names_what_applied_and_nothing_else(postings: list[str], provisions: tuple[Provision, ...]) -> None:
    assert _appeal([_date(day) for day in postings]).provisions == provisions


def test_the_last_day_of_every_posting_is_the_named_day_or_the_first_workday_after() -> None:
    for posted in _DAYS:
        last, named = _appeal([posted]), posted + dt.timedelta(weeks=3)
        assert last.day not in _NO_WORKDAYS
        assert named <= last.day <= named + _LONGEST_WAIT * _DAY
        assert all(named + n * _DAY in _NO_WORKDAYS for n in range((last.day - named).days))
        assert (last.day == named) == (named not in _NO_WORKDAYS)
        assert (last.day == named) == (Provision.TIME_2 not in last.provisions)


def test_some_last_day_waits_as_long_as_one_can() -> None:
    waits = {(_appeal([posted]).day - posted).days - 21 for posted in _DAYS}
    assert waits == set(range(_LONGEST_WAIT + 1))


def test_who_posts_later_never_gets_an_earlier_last_day() -> None:
    days = [_appeal([posted]).day for posted in _DAYS]
    assert days == sorted(days)


def test_a_notice_is_up_through_the_last_day_whatever_the_posting() -> None:
    for posted in _DAYS:
        last, down = _appeal([posted]), _told(notice_down([posted]))
        assert down.day == last.day + _DAY
        assert down.provisions == (Provision.KL_8_12, *last.provisions)


@given(_POSTINGS)
def test_several_boards_count_from_the_latest_in_whatever_order(postings: list[dt.date]) -> None:
    several = _appeal(postings)
    assert several.day == _appeal([max(postings)]).day
    assert several == _appeal(postings[::-1])
    assert (Provision.KL_9_32 in several.provisions) == (len(postings) > 1)


@given(_POSTINGS, _KNOWN)
def test_one_more_board_never_makes_the_last_day_earlier(postings: list[dt.date], more: dt.date) -> None:
    assert _appeal([*postings, more]).day >= _appeal(postings).day


@given(_POSTINGS, st.data())
def test_there_is_no_last_day_while_a_board_is_without_the_notice(postings: list[dt.date], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(postings)))
    missing = [*postings[:place], None, *postings[place:]]
    assert time_to_appeal(Appeal.MUNICIPAL, missing) is None
    assert notice_down(missing) is None


def test_there_is_no_last_day_where_nothing_was_posted() -> None:
    assert time_to_appeal(Appeal.MUNICIPAL, []) is None
    assert notice_down([]) is None


@given(_POSTINGS | st.lists(st.none() | st.dates(), max_size=3))
def test_what_concerns_a_person_has_a_time_and_no_day_whatever_was_posted(postings: list[dt.date | None]) -> None:
    told = time_to_appeal(Appeal.ADMINISTRATIVE, postings)
    assert told == PersonalTime(3, (Provision.FL_43, Provision.FL_44))
    assert not hasattr(told, "day")


@given(_POSTINGS | st.lists(st.none() | st.dates(), max_size=3))
def test_what_cannot_be_appealed_has_no_last_day(postings: list[dt.date | None]) -> None:
    assert time_to_appeal(Appeal.NONE, postings) is None


def test_minutes_are_adjusted_within_fourteen_days_of_the_last_day_of_the_meeting() -> None:
    assert latest_adjustment(_date("2022-09-26"), council=False) == Deadline(
        _date("2022-10-10"), (Provision.KL_6_35, Provision.KL_5_69)
    )
    assert latest_adjustment(_date("2022-09-27"), council=True) == Deadline(_date("2022-10-11"), (Provision.KL_5_69,))


def test_an_adjustment_is_announced_on_the_second_day_at_the_latest() -> None:
    assert latest_announcement(_date("2022-10-10")) == Deadline(_date("2022-10-12"), (Provision.KL_8_12,))


def test_neither_adjustment_nor_announcement_waits_for_a_workday() -> None:
    for day in _DAYS:
        assert _told(latest_adjustment(day, council=True)).day - day == 14 * _DAY
        assert _told(latest_announcement(day)).day - day == 2 * _DAY


def test_a_council_is_announced_and_called_on_the_same_weekday_of_the_week_before() -> None:
    meeting, week_before = _date("2021-12-22"), _date("2021-12-15")
    assert latest_council_announcement(meeting) == Deadline(week_before, (Provision.KL_5_13, Provision.TIME_1))
    assert latest_council_call(meeting) == Deadline(week_before, (Provision.KL_5_15, Provision.TIME_1))


def test_the_week_before_a_council_is_never_shortened_by_a_holiday() -> None:
    for day in _DAYS:
        assert day - _told(latest_council_announcement(day)).day == 7 * _DAY
        assert day - _told(latest_council_call(day)).day == 7 * _DAY


@pytest.mark.parametrize(
    ("meeting", "latest"),
    [
        ("2022-11-23", "2022-11-22"),
        ("2022-11-21", "2022-11-18"),
        ("2023-04-11", "2023-04-06"),
        ("2023-06-26", "2023-06-22"),
        ("2022-06-07", "2022-06-03"),
    ],
)
def test_an_urgent_case_is_announced_on_the_weekday_before(meeting: str, latest: str) -> None:
    assert latest_urgent_announcement(_date(meeting)) == Deadline(_date(latest), (Provision.KL_5_14,))


def test_between_an_urgent_announcement_and_the_meeting_is_no_workday() -> None:
    for day in _DAYS:
        latest = _told(latest_urgent_announcement(day)).day
        assert latest < day
        assert latest not in _NO_WORKDAYS
        assert all(latest + n * _DAY in _NO_WORKDAYS for n in range(1, (day - latest).days))


_FROM_ONE_DAY: list[Callable[[dt.date], Deadline | PersonalTime | None]] = [
    lambda day: latest_adjustment(day, council=True),
    lambda day: latest_adjustment(day, council=False),
    latest_announcement,
    lambda day: time_to_appeal(Appeal.MUNICIPAL, [day]),
    lambda day: time_to_appeal(Appeal.MUNICIPAL, [_date("2022-10-12"), day]),
    lambda day: notice_down([day]),
    latest_council_announcement,
    latest_urgent_announcement,
    latest_council_call,
]


@pytest.mark.parametrize("deadline", _FROM_ONE_DAY)
def test_no_day_is_told_where_the_law_of_the_time_is_not_known(
    deadline: Callable[[dt.date], Deadline | PersonalTime | None],
) -> None:
    known, unknown = ("2018-01-01", "2099-12-31"), ("0001-01-01", "2017-12-31", "2100-01-01", "9999-12-31")
    assert all(deadline(_date(day)) is not None for day in known)
    assert all(deadline(_date(day)) is None for day in unknown)
