"""Minutes as a secretary writes them, read and checked: each finding stands on the line that is wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.check.archive import check_archive
from kallelse.model.finding import errors
from kallelse.read.archive import read_archive

from tests.folders import CASE, COMMITTEE, archive_of

DECIDED = CASE.replace("information", "decision")
RECORD = """---
start: 2022-09-26 13:15
end: 2022-09-26 14:40
first: 21
chair: Karin Ahlström (S)
secretary: Sofia Berglund
members: [Karin Ahlström (S), Per Nyberg (C), Eva Lindroth (KD)]
serving:
  - Erik Dahl (S) för Mats Öberg
  - Nils Berg (M) för vakant
adjusters: Per Nyberg (C)
adjusted: 2022-10-03
kept: Kansliet
postings: {date: 2022-10-04}
---

## 1. Budget

### Beslut

Nämnden godkänner budgeten. {bifall}

### Omröstning

```omröstning
ja: förslaget {bifall}
nej: avslag {avslag}
resultat: 2–2
utslagsröst: ja
Karin Ahlström: ja
Per Nyberg: nej
Eva Lindroth: nej
Erik Dahl: ja
Nils Berg: avstår
```

## 2. Bokslut

### Beslut

Nämnden godkänner bokslutet. {bifall}
"""
NAMES = ("Karin Ahlström", "Per Nyberg", "Eva Lindroth", "Mats Öberg", "Johan Westin")
HELD = COMMITTEE.replace("series", f"members: [{', '.join(NAMES)}]\ndeputies: [Erik Dahl, Nils Berg]\nseries")


def found(root: Path, *edits: tuple[str, str]) -> list[tuple[str, int]]:
    text = RECORD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    files: dict[str, str | bytes] = {
        "minutes.md": text,
        "1-a.md": DECIDED,
        "2-b.md": DECIDED.replace("Budget", "Bokslut"),
        "../index.md": HELD,
    }
    archive, sources, wrong = read_archive(archive_of(root, files))
    told = (*wrong, *check_archive(archive, sources.public, dt.date(2022, 11, 1)))
    # Nothing is locked here, which is told of all of them.
    shown = [each for each in told if each.place.path.endswith("minutes.md") and each.code != "lock-missing"]
    return [(each.code, each.place.line) for each in shown]


def test_right_minutes_are_no_finding_though_a_result_need_not_say_who_abstained(tmp_path: Path) -> None:
    assert found(tmp_path) == []
    assert found(tmp_path / "b", ("2–2", "2 ja, 2 nej, 1 avstår")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2–2", "2 ja, 2 nej, 0 avstår", ("vote-stated", 25)),
        ("2–2", "3–2", ("vote-stated", 25)),
        ("utslagsröst: ja\n", "", ("vote-tie", 25)),
        ("Nils Berg: avstår", "Johan Westin: avstår", ("vote-absent", 34)),
        ("för Mats Öberg", "för Mats Berg", ("seat-misspelt", 9)),
        ("adjusted: 2022-10-03", "adjusted: 2022-09-25", ("set-early", 12)),
        ("date: 2022-10-04", "date: 2022-10-02", ("posting-early", 14)),
        ("date: 2022-10-04", "date: 2022-10-04, removed: 2022-10-25", ("posting-removed", 14)),
        ("### Beslut\n\nNämnden godkänner bokslutet. {bifall}", "Utgår.", ("decision-missing", 37)),
        ("godkänner bokslutet", "godkänner […]", ("record-gap", 41)),
        ("bokslutet. {bifall}", "bokslutet [här](borta.md). {bifall}", ("link-dead", 41)),
        ("kept: Kansliet\n", "", ("set-kept", 12)),
        ("## 2. Bokslut", "## § 23. Bokslut", ("paragraph-stated", 37)),
    ],
)
def test_what_is_wrong_is_found_on_its_line(tmp_path: Path, old: str, new: str, expected: tuple[str, int]) -> None:
    assert expected in found(tmp_path, (old, new))


def test_minutes_that_own_to_a_fault_have_the_numbers_of_their_headings(tmp_path: Path) -> None:
    owned = ("first: 21", "numbering: § 22 har hoppats över.\nfirst: 21")
    assert found(tmp_path, ("## 2. Bokslut", "## § 23. Bokslut"), owned) == [("paragraph-acknowledged", 38)]


def test_a_draft_that_is_still_to_be_filled_in_has_no_error(tmp_path: Path) -> None:
    draft = (
        RECORD.split("## 1.", maxsplit=1)[0]
        .replace("adjusted: 2022-10-03\n", "")
        .replace("postings: {date: 2022-10-04}\n", "")
    )
    text = f"{draft}## 1. Budget\n\n### Beslut\n\n[Skriv beslutet]\n\n## 2. Bokslut\n"
    files: dict[str, str | bytes] = {"minutes.md": text, "1-a.md": DECIDED, "2-b.md": DECIDED.replace("Budget", "B")}
    archive, sources, wrong = read_archive(archive_of(tmp_path, files))
    told = (*wrong, *check_archive(archive, sources.public, dt.date(2022, 10, 1)))
    assert errors(told) == ()
    assert {"record-gap", "decision-missing"} <= {each.code for each in told}
