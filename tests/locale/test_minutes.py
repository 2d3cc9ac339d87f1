"""How minutes name paragraphs, days and people."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.minutes import WORDS, adjustment_day, deciding_lines
from kallelse.locale.paragraphs import numbered
from kallelse.model.label import expand
from kallelse.model.person import Person
from kallelse.model.presence import Presence
from kallelse.model.record import Adjustment, Attendance, Attendee
from kallelse.model.settings import Language


@pytest.mark.parametrize(("language", "said"), [("sv", "3 oktober 2022 kl. 16.05"), ("en", "3 October 2022 at 16:05")])
def test_the_time_of_an_adjustment_is_said_in_the_language_of_the_site(language: Language, said: str) -> None:
    one = Adjustment(dt.date(2022, 10, 3), dt.time(16, 5))
    assert adjustment_day(one, language).replace("\u00a0", " ") == said


def lines(attendance: Attendance, language: Language = "sv") -> list[str]:
    return [role for _, role in deciding_lines(attendance, WORDS[language])]


@pytest.mark.parametrize("typed", ["§§ 21–24", "fr.o.m. § 25", "från kl. 14", "ej § 5", "utom § 5"])
def test_a_member_without_an_office_is_a_member_whatever_the_words_for_when(typed: str) -> None:
    presence = Presence(typed)
    members = (
        Attendee(Person("A"), presence),
        Attendee(Person("B", title="notarie"), presence),
        Attendee(Person("C", title="ej vald")),
        Attendee(Person("D")),
    )
    assert lines(Attendance(members)) == [f"ledamot, {typed}", f"notarie, {typed}", "ej vald", "ledamot"]
    assert lines(Attendance(members), "en")[0] == f"member, {typed}"


def test_a_deputy_is_named_with_the_seat_and_two_of_one_name_are_told_apart() -> None:
    person = Person("A", party="S")
    serving = (Attendee(person, Presence("§ 21"), "Mats Öberg"), Attendee(person))
    told = lines(Attendance((Attendee(person, Presence("§ 23")),), serving))
    assert told == ["ledamot, § 23", "tjänstgör för Mats Öberg, § 21", "tjänstgör på en vakant plats"]


@given(st.lists(st.integers(1, 400), min_size=1))
def test_every_paragraph_is_named_once(numbers: list[int]) -> None:
    sign, said = numbered(numbers).split("\u00a0", 1)
    assert expand(said) == tuple(str(number) for number in sorted({*numbers}))
    assert sign == ("§" if len({*numbers}) == 1 else "§§")
