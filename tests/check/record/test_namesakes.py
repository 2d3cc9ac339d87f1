"""Two who share a name, told apart by their parties wherever minutes name them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.check.archive import check_archive
from kallelse.model.namesakes import namesakes, typed_person
from kallelse.model.person import Person
from kallelse.read.archive import read_archive

from tests.check.record.test_read import DECIDED, HELD, RECORD
from tests.folders import archive_of

TWO = RECORD.replace("Per Nyberg (C), Eva Lindroth (KD)", "Per Nyberg (C), Eva Lindroth (KD), Per Nyberg (S)")
BOTH = "Per Nyberg (C): nej\nPer Nyberg (S): avstår"
V, S = Person("Leila Haddad", party="V"), Person("Leila Haddad", party="S")


def found(root: Path, *edits: tuple[str, str], record: str = TWO) -> list[tuple[str, int]]:
    text = record.replace("Per Nyberg: nej", BOTH)
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    files: dict[str, str | bytes] = {
        "minutes.md": text,
        "1-a.md": DECIDED,
        "2-b.md": DECIDED.replace("Budget", "Bokslut"),
        "../index.md": HELD.replace("Per Nyberg,", "Per Nyberg (C), Per Nyberg (S),"),
    }
    archive, sources, wrong = read_archive(archive_of(root, files))
    told = (*wrong, *check_archive(archive, sources.public, dt.date(2022, 11, 1)))
    shown = [each for each in told if each.place.path.endswith("minutes.md") and each.code != "lock-missing"]
    return [(each.code, each.place.line) for each in shown]


def test_two_of_one_name_vote_each(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_a_bare_name_of_one_is_enough(tmp_path: Path) -> None:
    assert (
        found(
            tmp_path, (BOTH, "Per Nyberg: nej"), ("adjusters: Per Nyberg (C)", "adjusters: Per Nyberg"), record=RECORD
        )
        == []
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Per Nyberg (C): nej", "Per Nyberg: nej", ("name-shared", 31)),
        ("Per Nyberg (C): nej", "Nyberg: nej", ("name-shared", 31)),
        (
            "### Omröstning",
            "### Yrkanden\n\n```yrkande\nav: Per Nyberg\nbifall\n```\n\n### Omröstning",
            ("name-shared", 25),
        ),
        ("Per Nyberg (C): nej", "Per Nyberg (MP): nej", ("name-shared", 31)),
        ("Per Nyberg (S): avstår", "Per Nyberg (C): avstår", ("vote-twice", 32)),
        ("Per Nyberg (S): avstår\n", "", ("vote-missing", 25)),
        ("adjusters: Per Nyberg (C)", "adjusters: Per Nyberg", ("name-shared", 11)),
        ("chair: Karin Ahlström (S)", "chair: Per Nyberg", ("name-shared", 5)),
        ("Nils Berg (M) för vakant", "Nils Berg (M) för Per Nyberg", ("name-shared", 10)),
        ("Nils Berg (M) för vakant", "Nils Berg (M) för Per Nyberg (S)", ("seat-twice", 10)),
        ("## 2. Bokslut\n", "## 2. Bokslut\n\n### Jäv\n\nPer Nyberg är jävig.\n", ("name-shared", 42)),
        ("## 2. Bokslut\n", "## 2. Bokslut\n\n### Reservation\n\nPer Nyberg reserverar sig.\n", ("name-shared", 42)),
        (
            "### Omröstning",
            "### Val\n\n```val\nPer Nyberg: 3\nPer Nyberg (S): 1\n```\n\n### Omröstning",
            ("name-shared", 26),
        ),
    ],
)
def test_a_name_that_may_be_that_of_several_is_told(
    tmp_path: Path, old: str, new: str, expected: tuple[str, int]
) -> None:
    assert expected in found(tmp_path, (old, new))


@pytest.mark.parametrize(
    "edits",
    [
        (
            ("chair: Karin Ahlström (S)", "chair: Per Nyberg (S)"),
            ("utslagsröst: ja", "lott: ja"),
            ("adjusters: Per Nyberg (C)", "adjusters: Eva Lindroth"),
        ),
        (
            ("(KD), Per Nyberg (S)]", "(KD)]"),
            ("Nils Berg (M) för vakant", "Nils Berg (M) för Per Nyberg (S)"),
            ("\nPer Nyberg (S): avstår", ""),
        ),
        (("### Omröstning", "### Val\n\n```val\nPer Nyberg (C): 3\nPer Nyberg (S): 1\n```\n\n### Omröstning"),),
        ((BOTH, "nej röstar: Nyberg (C)\navstår: Per Nyberg (S)"),),
        (("### Omröstning", "### Yrkanden\n\n```yrkande\nav: Per Nyberg (S)\nbifall\n```\n\n### Omröstning"),),
        (("## 2. Bokslut\n", "## 2. Bokslut\n\n### Reservation\n\nPer Nyberg (S) reserverar sig.\n"),),
        (
            ("## 1. Budget\n", "## 1. Budget\n\n### Deltar inte i beslutet\n\nPer Nyberg (S)\n"),
            ("\nPer Nyberg (S): avstår", ""),
        ),
    ],
)
def test_the_party_tells_them_apart(tmp_path: Path, edits: tuple[tuple[str, str], ...]) -> None:
    codes = {code for code, _ in found(tmp_path, *edits)}
    assert codes <= {"vote-lot-case", "heading-misspelt"}


def test_a_name_without_a_party_is_that_of_the_one_who_takes_part() -> None:
    shared = namesakes((V, S), (V,))
    assert shared.label(Person("Leila Haddad")) == "Leila Haddad (V)"
    assert shared.label(Person("leila haddad", party="s")) == "Leila Haddad (S)"
    assert namesakes((V, S), (V, S)).label(Person("Leila Haddad")) == ""


def test_the_place_tells_those_of_one_party_apart() -> None:
    one, other = (Person("Leila Haddad", party="S", place=place) for place in ("Norrsala", "Ekvik"))
    shared = namesakes((one, other), (one, other))
    assert shared.labels("Leila Haddad") == ("Leila Haddad (S, Norrsala)", "Leila Haddad (S, Ekvik)")
    assert [shared.meant(typed_person(each)) for each in shared.labels("Leila Haddad")] == [one, other]
    assert shared.meant(typed_person("Leila Haddad (Ekvik)")) == other


def test_the_place_is_typed_beside_the_party_as_it_is_told_wherever_one_is_named(tmp_path: Path) -> None:
    one, other = "Per Nyberg (C, Norrsala)", "Per Nyberg (C, Ekvik)"
    edits = (
        ("Per Nyberg (C), Eva", f'"{one}", Eva'),
        ("Per Nyberg (S)]", f'"{other}"]'),
        (BOTH, f"nej röstar: {one}\navstår: {other}"),
        ("adjusters: Per Nyberg (C)", f"adjusters: {one}"),
        ("### Omröstning", f"### Yrkanden\n\n```yrkande\nav: {one} och {other}\nbifall\n```\n\n### Omröstning"),
    )
    assert found(tmp_path, *edits) == []


def test_one_who_stands_there_twice_is_one() -> None:
    shared = namesakes((V, Person("Leila Haddad", "ordförande", "V"), Person("Leila Haddad")), (V,))
    assert shared.of("Leila Haddad") == ()
    assert shared.label(Person("Leila Haddad", party="M")) == "Leila Haddad"
