"""What of a record is public on a day: sets that are adjusted, and nothing of others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.archive import Archive
from kallelse.model.meeting import Committee, Meeting, Sitting
from kallelse.model.published import published
from kallelse.model.record import Adjustment, Correction, Minutes, Paragraph, ParagraphSet
from kallelse.model.settings import Settings
from kallelse.model.text import Body, Para, Text

HELD = dt.datetime(2022, 9, 26, 13, 15)
DAYS = st.dates(dt.date(2022, 9, 26), dt.date(2022, 10, 31))
PREAMBLE = Body((Para((Text("Innan."),)),))


def record(*adjusted: dt.date | None, **more: object) -> Minutes:
    """Minutes with a paragraph for each set."""
    sets = tuple(
        ParagraphSet((number,), str(number), adjustment=Adjustment(day)) for number, day in enumerate(adjusted, 1)
    )
    paragraphs = tuple(Paragraph(f"Ärende {number}", number) for number in range(1, len(sets) + 1))
    made = Minutes(
        "g/m/minutes.md", "g/m", HELD, HELD.replace(hour=15), sets=sets, paragraphs=paragraphs, preamble=PREAMBLE
    )
    return replace(made, **more)  # type: ignore[arg-type]


def public(minutes: Minutes, as_of: dt.date) -> Minutes | None:
    meeting = Meeting(
        "g/m/index.md",
        "m",
        "g/m/index.html",
        "g/m/k.pdf",
        "G",
        (Sitting(HELD),),
        issued=dt.date(2022, 9, 19),
        minutes=minutes,
    )
    committee = Committee("g/index.md", "g", "g/index.html", "G", meetings=(meeting,))
    return published(Archive(Settings(), (committee,)), as_of).committees[0].meetings[0].minutes


@given(st.lists(st.none() | DAYS, min_size=1, max_size=4), DAYS)
def test_a_paragraph_is_public_from_the_day_on_which_its_set_is_adjusted(
    adjusted: list[dt.date | None], as_of: dt.date
) -> None:
    found = public(record(*adjusted), as_of)
    numbers = [number for number, day in enumerate(adjusted, 1) if day is not None and day <= as_of]
    assert [each.number for each in (found.paragraphs if found is not None else ())] == numbers
    assert (found is None) == (not numbers)


@given(st.lists(st.none() | DAYS, min_size=2, max_size=4), DAYS)
def test_nothing_that_is_said_of_the_whole_is_public_before_all_of_it_is_adjusted(
    adjusted: list[dt.date | None], as_of: dt.date
) -> None:
    found = public(record(*adjusted), as_of)
    whole = all(day is not None and day <= as_of for day in adjusted)
    if found is not None:
        assert (found.preamble == PREAMBLE) == whole


def test_a_correction_is_public_from_its_day_and_with_its_paragraph() -> None:
    first, second = dt.date(2022, 9, 26), dt.date(2022, 10, 3)
    corrections = tuple(
        Correction(day, "S", text, number) for day, text, number in ((first, "a", 1), (second, "b", 1), (first, "c", 2))
    )
    found = public(record(first, second, corrections=corrections), first)
    assert found is not None
    assert [each.text for each in found.corrections] == ["a"]
    found = public(record(first, second, corrections=corrections), second)
    assert found is not None
    assert [each.text for each in found.corrections] == ["a", "b", "c"]


@pytest.mark.parametrize(("as_of", "is_public"), [(HELD.date() - dt.timedelta(1), False), (HELD.date(), True)])
def test_notes_beside_minutes_are_public_once_the_meeting_has_been_held(as_of: dt.date, is_public: bool) -> None:
    assert (public(record(is_notes=True, sets=()), as_of) is not None) is is_public
