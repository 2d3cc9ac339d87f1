"""Presence, sets and sittings seen in real minutes, by their numbers in a list of such; all content is made up."""

from __future__ import annotations

import datetime as dt

import pytest
from kallelse.model.fold import plain
from kallelse.model.person import Person
from kallelse.model.presence import Share
from kallelse.model.record import HeldSitting, Paragraph, RecordForm, Signature, Stubs

from tests.read.record.held import Held, extra, front, held, right

DAY = dt.date(2022, 9, 26)


def at(hour: int, minute: int = 0, day: int = 26) -> dt.datetime:
    return dt.datetime(2022, 9, day, hour, minute)


def names(found: Held, paragraph: Paragraph) -> set[str]:
    """Those who served in a paragraph."""
    return {attendee.person.name for attendee, _ in found.minutes.deciding(paragraph)}


# Presence


@pytest.mark.parametrize(
    ("typed", "shares"),
    [
        ("§ 21 – del av § 23", "WWPN"),
        ("del av § 22 kl. 11.45", "NPNN"),
        ("från § 22 kl. 18.00", "NPWW"),
        ("ärende 1", "WNNN"),
        ("kl. 13.15–14.00", "PPPP"),
        ("ej § 23 p.g.a. jäv", "WWNW"),
    ],
)
def test_09_presence_by_paragraph_by_a_part_by_the_clock_and_by_item(typed: str, shares: str) -> None:
    found = right(held("## 1\n\n" + extra("a", "b", "c"), front=front(members=f" ['Leila Haddad (V), {typed}']")))
    (leila,) = found.minutes.attendance.members
    told = {Share.WHOLE: "W", Share.PART: "P", Share.NONE: "N"}
    assert "".join(told[found.minutes.share(leila, each)] for each in found.paragraphs) == shares
    assert leila.presence.typed == typed


def test_10_two_take_turns_for_one_seat_within_one_long_paragraph() -> None:
    found = right(
        held(
            extra("a", "b"),
            front=front(
                serving="\n  - Erik Dahl för Mats Öberg, del av § 22\n  - Eva Ny för Mats Öberg, del av § 22 kl. 17.00"
            ),
        )
    )
    shares = {each.person.name: share for each, share in found.minutes.deciding(found.paragraphs[1]) if each.seat}
    assert shares == {"Erik Dahl": Share.PART, "Eva Ny": Share.PART}


def test_11_a_deputy_on_a_vacant_seat_of_another_party_and_two_after_each_other_for_one_seat() -> None:
    serving = (
        "\n  - Ulla Bergdahl (L) för vakant plats\n  - Erik Dahl (S) för Mats Öberg (V), ej § 22 p.g.a. jäv"
        "\n  - Eva Ny (C) för Mats Öberg (V), § 22"
    )
    found = right(held(extra("a", "b"), front=front(serving=serving)))
    assert [(each.person.party, each.seat) for each in found.minutes.attendance.serving] == [
        ("L", ""),
        ("S", "Mats Öberg"),
        ("C", "Mats Öberg"),
    ]
    first, second = ({"Erik Dahl", "Eva Ny"} & names(found, each) for each in found.paragraphs)
    assert (first, second) == ({"Erik Dahl"}, {"Eva Ny"})


# Sets


SETS = """
  - adjusted: 2022-10-03
    stubs: contents
  - paragraphs: 22
    immediate: true
    reason: Avtalet löper ut.
    adjusted: 2022-09-26 17:50
  - paragraphs: 23–24
    start: 2022-09-26 18:00
    end: 2022-09-26 18:20
    place: Biblioteket
    chair: Anders Holmgren (M), vice ordförande
    secretary: Nils Ny, sekreterare
    members: [Anders Holmgren (M), Leila Haddad (V)]
    adjusters: Leila Haddad (V)
    adjusted: 2022-09-28
    stubs: text
"""


def test_12_sets_each_with_reason_chair_secretary_adjusters_times_and_attendance_of_its_own() -> None:
    found = right(held(extra("a", "b", "c", "d"), front=front(sets=SETS)))
    minutes = found.minutes
    rest, at_once, later = minutes.sets
    assert [each.numbers for each in minutes.sets] == [(21,), (22,), (23, 24)]
    assert (at_once.is_immediate, at_once.reason, at_once.sitting) == (True, "Avtalet löper ut.", None)
    assert later.sitting == HeldSitting(at(18), at(18, 20), "Biblioteket")
    assert [each.adjustment.adjusters[0].name for each in minutes.sets] == [
        "Anders Holmgren",
        "Anders Holmgren",
        "Leila Haddad",
    ]
    chairs = [minutes.chair_of(each) for each in found.paragraphs]
    assert [each and each.name for each in chairs] == [
        "Karin Ahlström",
        "Karin Ahlström",
        "Anders Holmgren",
        "Anders Holmgren",
    ]
    members = [names(found, each) - {"Erik Dahl"} for each in found.paragraphs]
    everyone = {"Karin Ahlström", "Anders Holmgren", "Leila Haddad", "Per Nyberg"}
    assert members == [everyone, everyone, {"Anders Holmgren", "Leila Haddad"}, {"Anders Holmgren", "Leila Haddad"}]
    assert [each.person.name for each in minutes.attendance.members].count("Anders Holmgren") == 1
    away = next(each.presence for each in minutes.attendance.members if each.person.name == "Per Nyberg")
    assert away.typed == "ej §§ 23–24"
    assert len(minutes.secretaries) == 2
    assert rest.adjustment.date == dt.date(2022, 10, 3)


def test_12_who_is_said_to_be_there_for_some_paragraphs_stays_so_beside_a_set_with_people_of_its_own() -> None:
    said = front(sets=SETS, members="\n  - Karin Ahlström (S)\n  - Per Nyberg (C), §§ 21–22\n  - Eva Ny (C), ej § 21")
    members = held(extra("a", "b", "c", "d"), front=said).minutes.attendance.members
    assert [(each.person.name, each.presence.typed) for each in members] == [
        ("Karin Ahlström", "ej §§ 23–24"),
        ("Per Nyberg", "§§ 21–22"),
        ("Eva Ny", "ej § 21, ej §§ 23–24"),
        ("Anders Holmgren", "§§ 23–24"),
        ("Leila Haddad", "§§ 23–24"),
    ]


def test_12_who_was_away_from_one_set_is_told_once_though_another_set_names_them() -> None:
    sets = (
        "\n  - {paragraphs: 21, members: [Per Nyberg (C)]}"
        "\n  - {paragraphs: 22, members: [Karin Ahlström (S), Per Nyberg (C), Eva Ny (C)]}\n  - {}"
    )
    said = front(sets=sets, members="\n  - Karin Ahlström (S)\n  - Per Nyberg (C)\n  - Eva Ny (C), §§ 22–23")
    members = held(extra("a", "b", "c"), front=said).minutes.attendance.members
    assert [(each.person.name, each.presence.typed) for each in members] == [
        ("Karin Ahlström", "ej § 21"),
        ("Per Nyberg", ""),
        ("Eva Ny", "§§ 22–23"),
    ]


def test_13_a_set_may_print_stubs_of_the_paragraphs_of_others_which_belong_to_one_set_each() -> None:
    minutes = held(extra("a", "b", "c", "d"), front=front(sets=SETS)).minutes
    assert [each.stubs for each in minutes.sets] == [Stubs.CONTENTS, Stubs.NONE, Stubs.TEXT]
    for paragraph in minutes.paragraphs:
        assert sum(paragraph.number in each.numbers for each in minutes.sets) == 1


def test_14_a_paragraph_is_adjusted_while_the_meeting_goes_on() -> None:
    minutes = held(extra("a", "b", "c", "d"), front=front(sets=SETS, end=" 2022-09-26 18:20")).minutes
    at_once = minutes.sets[1].adjustment
    assert (at_once.date, at_once.time) == (DAY, dt.time(17, 50))
    assert minutes.closed == at(18, 20)


def test_15_who_signed_one_set_tells_its_day_though_another_is_said_of_all() -> None:
    sets = (
        "\n  - {paragraphs: '21', signatures: [{name: Karin Ahlström, at: 2022-09-26 17:50}]}"
        "\n  - {paragraphs: '22', signatures: [{name: Karin Ahlström}]}\n  - {}"
        "\n  - {paragraphs: '23', signatures: [{name: Karin Ahlström, at: 2022-09-26 17:50}, {name: Per Nyberg}]}"
    )
    one, untold, rest, unsigned = held(extra("a", "b", "c", "d"), front=front(sets=sets)).minutes.sets
    assert (one.adjustment.date, one.adjustment.time) == (dt.date(2022, 9, 26), dt.time(17, 50))
    assert {each.adjustment.date for each in (untold, rest)} == {dt.date(2022, 10, 3)}
    assert not unsigned.is_adjusted(None)


def test_15_digital_signing_has_a_time_and_a_reference_for_each_and_the_last_is_the_date() -> None:
    signatures = (
        "\n  - {name: Karin Ahlström, at: 2022-10-03 08:15, reference: 0a1b}"
        "\n  - {name: Anders Holmgren, at: 2022-10-04 19:02, reference: 2c3d}"
    )
    said = front(signatures=signatures).replace("adjusted: 2022-10-03\n", "")
    (one,) = right(held(extra("a"), front=said)).minutes.sets
    assert one.adjustment.signatures[0] == Signature("Karin Ahlström", dt.datetime(2022, 10, 3, 8, 15), "0a1b")
    assert (one.adjustment.date, one.adjustment.time) == (dt.date(2022, 10, 4), dt.time(19, 2))
    (unsigned,) = held(extra("a"), front=said.replace(", at: 2022-10-04 19:02", "")).minutes.sets
    assert not unsigned.is_adjusted(None)


def test_26_who_is_proposed_to_adjust_with_a_reserve_and_who_did() -> None:
    proposed = "adjusters: Leila Haddad (V)\nreserve: Per Nyberg (C)\n"
    text = "## Val av justerare {extra}\n\n### Beslut\n\nNämnden utser Anders Holmgren. {valt}\n"
    found = right(held(text, meeting=proposed, front=front(reserve=" Per Nyberg (C)")))
    assert found.meeting.adjusters == (Person("Leila Haddad", party="V"),)
    assert found.meeting.reserve == (Person("Per Nyberg", party="C"),)
    adjustment = found.minutes.sets[0].adjustment
    assert [each.name for each in adjustment.adjusters] == ["Anders Holmgren"]
    assert [each.name for each in adjustment.reserve] == ["Per Nyberg"]


# Sittings


def test_16_two_sittings_in_a_day_and_a_meeting_of_two_days_each_with_a_place() -> None:
    sittings = (
        "\n  - {start: 2022-09-26 09:00, end: 2022-09-26 11:30, place: Rådhuset}"
        "\n  - {start: 2022-09-26 13:00, end: 2022-09-26 16:00, place: Skolan}\n  - start: 2022-09-27 09:00"
    )
    said = front(sittings=sittings).replace("start: 2022-09-26 13:15\nend: 2022-09-26 14:40\n", "")
    minutes = right(held(extra("a"), front=said)).minutes
    assert minutes.sittings == (
        HeldSitting(at(9), at(11, 30), "Rådhuset"),
        HeldSitting(at(13), at(16), "Skolan"),
        HeldSitting(at(9, day=27)),
    )
    assert (minutes.opened, minutes.closed) == (at(9), None)


@pytest.mark.parametrize(
    ("typed", "form", "place"),
    [
        ("circulation", RecordForm.CIRCULATION, ""),
        ("digital", RecordForm.DIGITAL, "Rådhuset"),
        ("hybrid", RecordForm.HYBRID, "Rådhuset"),
    ],
)
def test_17_per_capsulam_without_a_place_all_digital_and_hybrid(typed: str, form: RecordForm, place: str) -> None:
    found = right(held(extra("### Beslut\n\nJa. {bifall}"), front=front(form=f" {typed}")))
    assert (found.minutes.form, found.minutes.place) == (form, place)
    assert found.only.number == 21


def test_18_notes_beside_minutes_have_items_without_numbers_adjustment_or_notice() -> None:
    found = right(held("## Frågor om inköp\n\nRevisorerna frågar.\n", front="notes: true\nothers: Eva Ny, revisor\n"))
    assert found.minutes.is_notes
    assert (found.only.number, found.minutes.sets) == (0, ())
    assert "Revisorerna frågar." in plain(found.only.body.blocks)


def test_27_a_meeting_is_held_otherwise_than_it_was_summoned() -> None:
    said = front(start=" 2022-09-27 08:30", end=" 2022-09-27 09:00", place=" Skolan", secretary=" Nils Ny")
    found = right(held(extra("a"), front=said))
    assert (found.minutes.opened, found.minutes.place) == (at(8, 30, 27), "Skolan")
    assert [each.person.name for each in found.minutes.secretaries] == ["Nils Ny"]
    assert (found.meeting.date, found.meeting.place) == (DAY, "Rådhuset")
    assert right(held(extra("a"))).minutes.secretaries[0].person == Person("Sofia Berglund", "sekreterare")
