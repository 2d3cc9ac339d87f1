"""People who share a name: what tells each from the others leads back to that one."""

from __future__ import annotations

import pytest
from kallelse.model.namesakes import namesakes, typed_person
from kallelse.model.person import Person

NAME = "Anna Ek"


@pytest.mark.parametrize(
    ("people", "labels"),
    [
        ((Person(NAME, party="S"), Person("anna  ek", party="M")), ("Anna Ek (S)", "anna  ek (M)")),
        (
            (Person(NAME, party="S", place="A"), Person(NAME, party="S", place="B")),
            ("Anna Ek (S, A)", "Anna Ek (S, B)"),
        ),
        # The place may stand beside the party of one and in a field of its own of another.
        ((Person(NAME, party="S, A"), Person(NAME, party="s", place="B")), ("Anna Ek (S, A)", "Anna Ek (s, B)")),
        ((Person(NAME, party="S, A"), Person(NAME, party="M", place="B")), ("Anna Ek (S, A)", "Anna Ek (M)")),
        ((Person(NAME, place="A"), Person(NAME, place="B")), ("Anna Ek (A)", "Anna Ek (B)")),
        ((Person(NAME, place="A"), Person(NAME, party="M", place="B")), ("Anna Ek (A)", "Anna Ek (M)")),
    ],
)
def test_what_tells_people_of_one_name_apart_is_enough(people: tuple[Person, ...], labels: tuple[str, ...]) -> None:
    shared = namesakes(people, ())
    assert tuple(map(shared.label, people)) == labels
    for person, label in zip(people, labels, strict=True):
        assert shared.meant(typed_person(label)) == person


def test_a_name_alone_is_that_of_the_only_one_who_decides() -> None:
    member, official = Person(NAME, party="S"), Person(NAME, party="M")
    assert namesakes((member, official), (member,)).meant(Person(NAME)) == member
    assert namesakes((member, official), (member, official)).meant(Person(NAME)) is None
    assert namesakes((member, official), (member, official)).label(Person(NAME)) == ""


def test_a_line_that_tells_less_is_that_of_the_same_person() -> None:
    for people in ((Person(NAME), Person(NAME, "ordförande", "S")), (Person(NAME, party="S"), Person(NAME))):
        shared = namesakes(people, people)
        assert shared.of(NAME) == ()
        assert [shared.label(each) for each in people] == [NAME, NAME]
