"""Names in a reservation and the like of people who did not attend, and those that only look like it."""

from __future__ import annotations

import pytest
from kallelse.model.finding import Severity
from kallelse.model.person import Person
from kallelse.read.record.strangers import strangers_in

from tests.read.record.held import held

PEOPLE = [Person(name) for name in ("Anders Holmgren", "Eva Lindroth", "Nils af Ekström", "Karl-Erik Ström Berg")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anders Holmgren (M) och Eva Lindrot (KD) reserverar sig.", [("Eva Lindrot", "Eva Lindroth")]),
        ("Mot beslutet reserverar sig Eva  Lindrott (KD).", [("Eva Lindrott", "Eva Lindroth")]),
        ("Per Olof Holm (C) reserverar sig.", [("Per Olof Holm", "")]),
        ("Ledamoten Eva Lindroth (KD) reserverar sig.", []),
        ("Nils af Ekström (S) och Karl-Erik Ström Berg (M) anmäler jäv.", []),
        ("Eva Lindroth (KD) reserverar sig till förmån för Lisa Eks (X) yrkande.", []),
        ("Till förmån för Eva Lindroths (KD) yrkande.", []),
        ("Moderaterna i Norrsala (M) reserverar sig.", []),
        ("Socialdemokraterna (S) reserverar sig.", []),
        ("Eva Lindrot reserverar sig.", []),
    ],
)
def test_names_with_a_party_that_nobody_has(line: str, expected: list[tuple[str, str]]) -> None:
    assert list(strangers_in(line, PEOPLE)) == expected


@pytest.mark.parametrize(
    "heading", ["Reservation", "Avvikande mening", "Jäv", "Stöd för beslutet", "Deltar inte i beslutet"]
)
def test_they_are_told_in_every_part_that_says_who(heading: str) -> None:
    def told(name: str) -> list[tuple[str, int, Severity]]:
        text = f"## 2\n\n### {heading}\n\nLeila Haddad (V) och {name} (C).\n"
        found = held(text)
        codes = ("record-misspelt", "record-stranger")
        return [
            (each.code, each.place.line - found.above, each.severity) for each in found.findings if each.code in codes
        ]

    assert told("Per Nyberg") == []
    assert told("Per Nyborg") == [("record-misspelt", 5, Severity.ERROR)]
    assert told("Lisa Ek") == [("record-stranger", 5, Severity.REMARK)]


def test_where_nobody_is_named_who_attended_that_is_told_alone() -> None:
    assert held("## 2\n\n### Jäv\n\nLisa Ek (C) anmäler jäv.\n").told == [("record-nobody", 3)]
