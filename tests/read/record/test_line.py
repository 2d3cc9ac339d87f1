"""A line that names one who attended, as minutes have it."""

from __future__ import annotations

import pytest
from kallelse.locale.record import UNSURE
from kallelse.read.record.line import attendee
from kallelse.read.record.presence import read_presence

NAME, PARTY, TITLE, SEAT, RANGES = "name", "party", "title", "for", "paragraphs"


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("Leila Haddad", {NAME: "Leila Haddad"}),
        ("Leila Haddad (V)", {NAME: "Leila Haddad", PARTY: "V"}),
        ("Leila Haddad (V), §§ 1-12", {NAME: "Leila Haddad", PARTY: "V", RANGES: "§§ 1-12"}),
        ("Leila Haddad (V) ej § 13 p.g.a. jäv", {NAME: "Leila Haddad", PARTY: "V", RANGES: "ej § 13 p.g.a. jäv"}),
        ("Leila Haddad (V), 74–75, 77–78", {NAME: "Leila Haddad", PARTY: "V", RANGES: "74–75, 77–78"}),
        (
            "Leila Haddad (V), del av § 26 kl. 11.45",
            {NAME: "Leila Haddad", PARTY: "V", RANGES: "del av § 26 kl. 11.45"},
        ),
        ("Leila Haddad (V), från § 160 kl. 18.00", {NAME: "Leila Haddad", PARTY: "V", RANGES: "från § 160 kl. 18.00"}),
        ("Leila Haddad (V) kl. 13.15–14.00", {NAME: "Leila Haddad", PARTY: "V", RANGES: "kl. 13.15–14.00"}),
        ("Leila Haddad (V), ärende 3–5", {NAME: "Leila Haddad", PARTY: "V", RANGES: "ärende 3–5"}),
        ("Erik Dahl (S) för Mats Öberg (S)", {NAME: "Erik Dahl", PARTY: "S", SEAT: "Mats Öberg (S)"}),
        ("Erik Dahl (S) för Mats Öberg", {NAME: "Erik Dahl", PARTY: "S", SEAT: "Mats Öberg"}),
        ("Erik Dahl (S) ersätter Mats Öberg (S)", {NAME: "Erik Dahl", PARTY: "S", SEAT: "Mats Öberg (S)"}),
        ("Erik Dahl (S), tjänstgör för Mats Öberg (S)", {NAME: "Erik Dahl", PARTY: "S", SEAT: "Mats Öberg (S)"}),
        (
            "Erik Dahl (S), tjänstgörande ersättare för Mats Öberg (S), §§ 21–24",
            {NAME: "Erik Dahl", PARTY: "S", SEAT: "Mats Öberg (S)", RANGES: "§§ 21–24"},
        ),
        ("Erik Dahl (S), serving for Mats Öberg", {NAME: "Erik Dahl", PARTY: "S", SEAT: "Mats Öberg"}),
        ("Erik Dahl (S) för vakant", {NAME: "Erik Dahl", PARTY: "S", SEAT: "vakant"}),
        (
            "Erik Dahl (S, Ekvik) för Leila Haddad (V, Norrsala)",
            {NAME: "Erik Dahl", PARTY: "S, Ekvik", SEAT: "Leila Haddad (V, Norrsala)"},
        ),
        (
            "Erik Dahl (S), tjänstgörande ersättare för Leila Haddad (V, Norrsala), §§ 21–24",
            {NAME: "Erik Dahl", PARTY: "S", SEAT: "Leila Haddad (V, Norrsala)", RANGES: "§§ 21–24"},
        ),
        ("Karin Ek (drift, IT), chef för skolan", {NAME: "Karin Ek", PARTY: "drift, IT", TITLE: "chef för skolan"}),
        ("Karin Ek, chef för skolan", {NAME: "Karin Ek", TITLE: "chef för skolan"}),
        ("Karin Ek, chef för skolan, §§ 3–4", {NAME: "Karin Ek", TITLE: "chef för skolan", RANGES: "§§ 3–4"}),
        (
            "Karin Ek (S), ordförande §§ 137, 163-164",
            {NAME: "Karin Ek", PARTY: "S", TITLE: "ordförande", RANGES: "§§ 137, 163-164"},
        ),
        ("  Karin   Ek ", {NAME: "Karin Ek"}),
        ("Karin Ek (S), fr o m § 3", {NAME: "Karin Ek", PARTY: "S", RANGES: "fr o m § 3"}),
        ("Karin Ek (S), chef, t. o. m. § 3", {NAME: "Karin Ek", PARTY: "S", TITLE: "chef", RANGES: "t. o. m. § 3"}),
        ("Karin Ek (S), jävig § 3", {NAME: "Karin Ek", PARTY: "S", RANGES: "jävig § 3"}),
        ("Karin Ek (S) frånvarande vid § 3", {NAME: "Karin Ek", PARTY: "S", RANGES: "frånvarande vid § 3"}),
        ("Karin Ek (S), lämnade efter § 3", {NAME: "Karin Ek", PARTY: "S", RANGES: "lämnade efter § 3"}),
        ("Karin Ek (S), paragraf 3–5", {NAME: "Karin Ek", PARTY: "S", RANGES: "paragraf 3–5"}),
        ("Karin Ek, paragrafernas chef", {NAME: "Karin Ek", TITLE: "paragrafernas chef"}),
    ],
)
def test_a_line_is_read_as_name_party_title_seat_and_ranges(typed: str, fields: dict[str, str]) -> None:
    assert attendee(typed) == fields


@pytest.mark.parametrize("word", UNSURE)
def test_what_does_not_say_whether_a_paragraph_was_attended_is_no_title(word: str) -> None:
    ranges = attendee(f"Karin Ek (S), {word} § 3")
    assert ranges == {NAME: "Karin Ek", PARTY: "S", RANGES: f"{word} § 3"}
    assert read_presence(f"{word} § 3") is None


def test_a_mapping_is_left_as_it_is() -> None:
    assert attendee({"name": "A", "for": "B"}) == {"name": "A", "for": "B"}
