"""The cover of a packet: who is called when and where, what the meeting is called, and how long words fit there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.model.meeting import MeetingStatus, Sitting
from kallelse.model.person import Person

from tests.typeset import meetings
from tests.typeset.build import agenda, case, meeting
from tests.typeset.packets import bookmarks, packet_of, text_of


def test_the_cover_says_who_is_called_when_and_where_and_who_signs(root: Path) -> None:
    text = text_of(packet_of(meetings.sample(), root), 1)
    for words in (
        "Gemensamma servicenämnden",
        "Kallelse",
        "måndag 26 september 2022 klockan 13.15",
        "Plats Digitalt",
        "Kallas Ledamöter i Gemensamma servicenämnden",
        "För kännedom Ersättare i Gemensamma servicenämnden",
        "Kallelsen utfärdad 19 september 2022",
        "Karin Ahlström ordförande",
        "Sofia Berglund nämndsekreterare",
    ):
        assert words in text


def test_several_sittings_are_all_told(root: Path) -> None:
    sittings = (
        Sitting(dt.datetime(2022, 9, 26, 8, 30), dt.datetime(2022, 9, 26, 12, 0)),
        Sitting(dt.datetime(2022, 9, 26, 13, 0)),
        Sitting(dt.datetime(2022, 9, 27, 9, 0), dt.datetime(2022, 9, 28, 15, 0)),
    )
    text = text_of(packet_of(meeting(sittings=sittings), root), 1)
    assert "måndag 26 september 2022 klockan 08.30–12.00" in text
    assert "måndag 26 september 2022 klockan 13.00" in text
    assert "tisdag 27 september 2022 klockan 09.00 – onsdag 28 september 2022 klockan 15.00" in text


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (MeetingStatus.CANCELLED, "Sammanträdet är inställt. Inga ärenden."),
        (MeetingStatus.POSTPONED, "Sammanträdet är uppskjutet. Inga ärenden."),
    ],
)
def test_a_meeting_that_is_not_held_says_so_first(root: Path, status: MeetingStatus, words: str) -> None:
    text = text_of(packet_of(meeting(status=status, status_note="Inga ärenden."), root), 1)
    assert words in text
    assert text.index(words) < text.index("Plats")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "Kallelse"),
        ("Extra sammanträde", "Kallelse, extra sammanträde"),
        ("E-möte", "Kallelse, e-möte"),
        ("IT-dag för alla", "Kallelse, IT-dag för alla"),
        ("KSAU", "Kallelse, KSAU"),
        ("Möte om IT", "Kallelse, möte om IT"),
    ],
)
def test_a_title_goes_on_in_small_letters_unless_it_begins_with_a_name(root: Path, title: str, said: str) -> None:
    assert bookmarks(packet_of(meeting(title=title), root).pdf)[0] == (1, said, 1)


@pytest.mark.parametrize("title", ["budgetberedningssammanträde", "arbetsmarknadsutskottsöverläggning", "x" * 60])
@pytest.mark.parametrize("rows", [1, 8], ids=["large", "over-a-full-agenda"])
def test_a_long_word_in_a_title_is_parted_on_the_cover_and_whole_in_the_bookmarks(
    root: Path, title: str, rows: int
) -> None:
    # Long words beside it, too: in the notice, and in the titles of those who sign.
    told = {"status": MeetingStatus.CANCELLED, "status_note": f"Läs mer på https://norrsala.example/{'a' * 120}."}
    chair = Person("Karin Ekholm", "samhällsbyggnadsförvaltningschefsassistent" * 2)
    cases = (case(f"{number:02}-a", "Ett ärende") for number in range(rows))
    packet = packet_of(meeting(*agenda(*cases), title=title, chair=chair, **told), root)
    assert bookmarks(packet.pdf)[0] == (1, f"Kallelse, {title}", 1)


def test_further_pages_of_a_cover_are_named_by_the_agenda_or_by_the_title_where_there_is_none(root: Path) -> None:
    called = tuple(f"Ledamot {number}" for number in range(120))
    rows = agenda(case("01-a", "Ärende"))
    with_agenda = packet_of(meeting(*rows, recipients=called, title="Extra"), root)
    without = packet_of(meeting(recipients=called, title="Extra"), root)
    assert text_of(with_agenda, 2).startswith("Föredragningslista sida 2 av")
    assert text_of(without, 2).startswith("Kallelse, extra sida 2 av")
