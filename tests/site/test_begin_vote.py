"""The votes that `kallelse new` begins: all who serve in the item are named, and a filled one counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.begin import BeginError
from kallelse.begin_minutes import vote_lines
from kallelse.build import Checked, check
from kallelse.commands import begin
from kallelse.locale.paragraphs import numbered
from kallelse.model.finding import errors
from kallelse.model.vote import Outcome

from tests.folders import CASE
from tests.site.beginnings import FOLDER, PROPOSED, archive, minutes_of
from tests.site.builds import called, files_of

RECORD = """\
---
chair: Berit Alm (S), ordförande
members:
  - Berit Alm (S), ordförande
  - Dan Ek (M), vice ordförande, § 1
  - Frida Gran (V), ej § 2
serving:
  - Hugo Idegran (S) för Dan Ek, § 2
deputies: [Olle Palm (C)]
---

## 1. Avgifter

### Beslut

Nämnden beslutar.

## 2. Budget

### Beslut

Nämnden noterar informationen.
"""


def test_a_vote_names_all_who_serve_in_the_item_the_chair_last(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED, "2-b": CASE, "minutes": RECORD})
    archived = check(root).archive

    def named(item: str) -> list[str]:
        lines = vote_lines(archived, FOLDER, item).splitlines()
        assert (lines[0], lines[3], lines[-1]) == ("```omröstning", "", "```")
        return lines[4:-1]

    assert named("1") == ["Dan Ek: ", "Frida Gran: ", "Berit Alm: "]
    assert named("2") == named("§ 2") == named(numbered((2,))) == named(" 2. ") == ["Hugo Idegran: ", "Berit Alm: "]


def test_who_is_disqualified_or_stands_aside_has_no_vote(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED, "2-b": CASE, "minutes": RECORD})
    for heading in ("Jäv", "Deltar inte i beslutet"):
        aside = f"{heading}\n\nFrida Gran (V) är inte med.\n\n### Beslut"
        (root / FOLDER / "minutes.md").write_text(RECORD.replace("Beslut", aside, 1), encoding="utf-8")
        lines = vote_lines(check(root).archive, FOLDER, "1").splitlines()
        assert lines[4:-1] == ["Dan Ek: ", "Berit Alm: "]


def test_two_of_one_name_are_named_with_their_parties(tmp_path: Path) -> None:
    two = RECORD.replace("serving:", "  - Frida Gran (S)\nserving:").replace(
        "Beslut\n", "Jäv\n\nFrida Gran (S) är jävig.\n\n### Beslut\n", 1
    )
    root = archive(tmp_path, **{"1-a": PROPOSED, "2-b": CASE, "minutes": two})
    archived = check(root).archive
    assert vote_lines(archived, FOLDER, "1").splitlines()[4:-1] == ["Dan Ek: ", "Frida Gran (V): ", "Berit Alm: "]
    assert "Frida Gran (S): " in vote_lines(archived, FOLDER, "2")


def test_a_filled_vote_counts_and_one_that_is_not_is_told(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED, "2-b": CASE, "minutes": RECORD})
    block = vote_lines(check(root).archive, FOLDER, "1")
    minutes = root / FOLDER / "minutes.md"

    def with_vote(vote: str) -> Checked:
        minutes.write_text(RECORD.replace("Nämnden beslutar.\n", f"Nämnden beslutar.\n\n{vote}\n"), encoding="utf-8")
        return check(root)

    assert block.splitlines()[1:3] == ["ja: [Skriv vilket förslag] {bifall}", "nej: [Skriv vilket förslag] {avslag}"]
    assert {each.code for each in errors(with_vote(block).findings)} == {"vote-silent"}
    filled = block.replace(": \n", ": ja\n").replace("ja: [Skriv vilket förslag]", "ja: bifall till avgifterna")
    filled = filled.replace("nej: [Skriv vilket förslag]", "nej: avslag på avgifterna")
    checked = with_vote(filled)
    assert errors(checked.findings) == ()
    assert len(minutes_of(checked).paragraphs[0].votes[0].ballots) == 3
    assert minutes_of(checked).paragraphs[0].outcomes == (Outcome.APPROVED,)


def test_a_vote_is_printed_and_nothing_written(tmp_path: Path) -> None:
    root = archive(tmp_path / "meetings", **{"1-a": PROPOSED, "2-b": CASE, "minutes": RECORD})
    before = files_of(root)
    done = called(tmp_path, "new", "vote", FOLDER, "§ 2")
    assert done.status == 0
    assert done.said.endswith("\nHugo Idegran: \nBerit Alm: \n```\n")
    assert files_of(root) == before


# What is refused


def test_an_item_that_the_minutes_lack_is_told_with_those_they_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED, "2-b": CASE, "minutes": RECORD})
    assert begin.vote(root, FOLDER, "9") == 2
    assert "inget ärende 9. Ärendena är: 1, 2." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("minutes", "code"),
    [
        ({}, "vote-no-minutes"),
        ({"minutes": "---\nchair: [\n---\n"}, "vote-no-minutes"),
        ({"minutes": "---\n---\n\n## 1. Avgifter\n"}, "vote-nobody"),
    ],
)
def test_without_attendance_there_is_no_vote(tmp_path: Path, minutes: dict[str, str], code: str) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED, **minutes})
    with pytest.raises(BeginError) as told:
        vote_lines(check(root).archive, FOLDER, "1")
    assert told.value.code == code


def test_what_is_wrong_with_minutes_is_told_where_no_vote_can_be_made_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED, "minutes": "---\nmembrs: [Berit Alm]\n---\n"})
    assert begin.vote(root, FOLDER, "1") == 2
    assert f"{FOLDER}/minutes.md:2: fel: Uppgiften membrs finns inte." in capsys.readouterr().err
