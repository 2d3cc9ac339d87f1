"""Persons and organizations by OParl: who is told, as what, and apart from whom."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from kallelse.model.person import Person
from kallelse.model.record import Attendee

from tests.publish import archives, noticed, records
from tests.publish.archives import with_meeting
from tests.publish.oparlcheck import kind_of, objects, wrong
from tests.publish.oparlsites import API, FOLDER, addresses_and_files, made


def test_a_deputy_has_no_vote_and_a_member_has() -> None:
    _, files = made("called")
    rights = {
        each["role"]: each["votingRight"]
        for key, each in files.items()
        if "/memberships/" in key and "/lists/" not in key
    }
    assert (rights["ordförande"], rights["ersättare"]) == (True, False)


def test_only_those_elected_are_persons_with_name_and_office() -> None:
    _, files = made("decided")
    persons = [value for value in objects(files) if kind_of(value) == "Person"]
    assert {key for value in persons for key in value} <= {
        *("id", "type", "body", "name", "membership", "created", "modified")
    }
    names = {value["name"] for value in persons}
    assert {"Karin Ahlström", "Erik Dahl"} <= names
    assert {"Sofia Berglund", "Karin Ekholm"}.isdisjoint(names)
    chair = next(value for value in persons if value["name"] == "Karin Ahlström")["membership"][0]
    assert (chair["role"], chair["votingRight"]) == ("ordförande", True)
    party = files[chair["onBehalfOf"]]
    assert (party["name"], party["organizationType"]) == ("S", "Partei")


@pytest.mark.parametrize(("name", "found"), [("council", {"Kommunfullmäktige"}), ("decided", set())])
def test_the_council_alone_is_the_main_organization_of_its_municipality(name: str, found: set[str]) -> None:
    _, files = made(name)
    organizations = [value for value in objects(files) if value.get("organizationType") == "Gremium"]
    councils_told = [value for value in organizations if value.get("classification") == "Parlament"]
    assert {value["name"] for value in councils_told} == found
    main = {value["mainOrganization"] for value in objects(files) if "mainOrganization" in value}
    assert main == {value["id"] for value in councils_told}


def test_persons_of_one_name_are_told_apart_by_party_and_place() -> None:
    namesakes = (
        Person("Anna Berg", "ordförande", "S"),
        Person("Anna Berg", party="M"),
        Person("Eva Ek", party="C", place="Norrsala"),
        Person("Eva Ek", party="C", place="Ekvik"),
        Person("Olle Ask", party="V"),
    )
    # Whose party is not said is nobody else.
    unsaid = Person("Olle Ask")
    whole = archives.archive()
    board, other = whole.committees
    committees = (replace(board, members=namesakes, deputies=()), replace(other, members=(unsaid,), deputies=()))
    _, files = addresses_and_files(replace(whole, committees=committees), archives.AS_OF)
    persons = [value for value in objects(files) if kind_of(value) == "Person"]
    seats = {
        re.sub("-[0-9a-f]{8}.json", "", value["id"].rpartition("/")[2]): len(value["membership"]) for value in persons
    }
    assert seats == {
        "anna-berg-s": 1, "anna-berg-m": 1, "eva-ek-c-norrsala": 1, "eva-ek-c-ekvik": 1, "olle-ask": 2,
    }  # fmt: skip
    assert len([value for value in objects(files) if kind_of(value) == "Membership"]) == 6


def test_whoever_was_in_the_chair_attended_though_no_list_has_them() -> None:
    chair, record = Person("Olle Ask", party="V"), records.minutes()
    (meeting_of_day,) = (each for each in records.archive().committees[0].meetings if each.folder == "2022-09-26")
    led = replace(record, chairs=(Attendee(chair),))
    _, files = addresses_and_files(with_meeting(replace(meeting_of_day, minutes=led)), records.LATER)
    (person,) = (value for value in objects(files) if kind_of(value) == "Person" and value["name"] == chair.name)
    assert person["id"] in files[f"{API}/meetings/{FOLDER}.json"]["participant"]


def test_notices_and_delegated_decisions_add_no_persons() -> None:
    _, files = addresses_and_files(noticed.whole(), noticed.AS_OF)
    assert [each for value in objects(files) for each in wrong(value)] == []
    assert "Karin Ekholm" not in json.dumps(files, ensure_ascii=False)
