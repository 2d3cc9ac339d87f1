"""Who moves and supports motions, and whom proposals name, held against those who attended."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kallelse.model.finding import Severity
from kallelse.model.person import Person
from kallelse.model.vote import Motion, Proposition, Side

from tests.check.record.records import ABSENT, ATTENDANCE, VOTE, attendee, codes, found, minutes, paragraph

MOTION = Motion((Person("Anders Holmgren", party="M"),), ("bifall",), line=51)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anders Holmgren", []),
        (ABSENT, []),
        ("Sofia Berglund", []),
        ("Gunnel Åström", []),
        ("Anders Holmgrenn", [("mover-misspelt", Severity.ERROR)]),
        ("Holmgrenn", [("mover-misspelt", Severity.ERROR)]),
        ("Sofia Berglnd", [("mover-misspelt", Severity.ERROR)]),
        ("Nils Berg", [("mover-absent", Severity.REMARK)]),
        ("Vänsterpartiet", []),
        ("Moderaternas grupp", []),
        ("Anders Holmgren m.fl.", []),
    ],
)
def test_who_moves_or_supports_is_on_the_attendance_list(name: str, expected: list[tuple[str, Severity]]) -> None:
    for motion in (
        replace(MOTION, movers=(*MOTION.movers, Person(name))),
        replace(MOTION, supporters=(Person(name),)),
    ):
        told = found(minutes(paragraph(21), paragraph(22, motion, VOTE), paragraph(23)))
        assert [(each.code, each.severity) for each in told] == expected
        assert all(each.place.line == 51 for each in told)


def test_without_an_attendance_list_nobody_is_missed_on_it() -> None:
    motion = replace(MOTION, movers=(Person("Nils Berg"),))
    record = minutes(paragraph(21, motion), attendance=replace(ATTENDANCE, members=(), serving=()))
    assert "mover-absent" not in codes(record)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Anders Holmgrens yrkande", False),
        ("Anders Holmgren (M) och Leila Haddads yrkanden", False),
        ("Mats Öbergs yrkande", False),
        ("Anders Holmgrenns yrkande", True),
        ("bifall till Leila Hadads och Per Nybergs förslag", True),
        ("förvaltningens förslag", False),
        ("Anders, Holmgrenn", False),
        ("Norra Skolan byggs", False),
    ],
)
def test_a_proposal_names_those_who_attended_as_they_are_called(text: str, is_told: bool) -> None:
    vote = replace(VOTE, no=Side(text))
    for step in (Proposition((text,), 0, line=55), vote):
        told = found(minutes(paragraph(21), paragraph(22, step), paragraph(23)))
        assert [(each.code, each.severity, each.place.line) for each in told] == (
            [("proposal-misspelt", Severity.ERROR, 55)] if is_told else []
        )


def test_a_name_that_the_list_misspells_is_right_elsewhere() -> None:
    members = (*ATTENDANCE.members[:2], attendee("Leila Hadad", line=12), *ATTENDANCE.members[3:])
    motion = replace(MOTION, movers=(Person("Leila Haddad"),))
    record = minutes(
        paragraph(21), paragraph(22, motion, VOTE), paragraph(23), attendance=replace(ATTENDANCE, members=members)
    )
    told = [each for each in found(record) if each.code == "name-listed"]
    assert [(each.place.line, each.words["listed"], each.words["line"]) for each in told] == [
        (51, "Leila Hadad", "12"),
        (61, "Leila Hadad", "12"),
    ]
    assert not {"vote-misspelt", "mover-misspelt"} & {each.code for each in found(record)}


def test_the_chair_and_adjusters_may_be_whom_the_list_misspells() -> None:
    members = (attendee("Karin Ahlstöm", line=10), attendee("Anders Homgren", line=11), *ATTENDANCE.members[2:])
    told = found(minutes(attendance=replace(ATTENDANCE, members=members)))
    named = [(each.place.line, each.words["listed"]) for each in told if each.code == "name-listed"]
    assert {(3, "Karin Ahlstöm"), (80, "Anders Homgren")} <= set(named)
    assert "chair-away" not in {each.code for each in told}
