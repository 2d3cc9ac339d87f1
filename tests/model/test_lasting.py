"""Names that stay: of a meeting, of a case, and of what belongs to a case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kallelse.model.lasting import lasting, lasting_beside, lasting_case
from kallelse.model.meeting import Case

from tests.model.test_moved import MONDAY, archive, case, meeting

NOW, FIRST = f"gsn/{MONDAY}", "moten/2022-09-12"


def known(one: Case, *names: str) -> list[str]:
    """How pages and files are known which belong to a case of a moved meeting of a renamed committee."""
    whole = archive(meeting(MONDAY, one, moved_from=("2022-09-12", "2022-09-19")), moved_from=("moten", "namnden"))
    committee = whole.committees[0]
    (moved,) = committee.meetings
    assert lasting(committee, moved) == FIRST
    assert lasting_beside(committee, moved, one, one.address) == lasting_case(committee, moved, one)
    found = [lasting_beside(committee, moved, one, f"{NOW}/{name}") for name in names]
    assert all(each.startswith(f"{FIRST}/") for each in found)
    return [each.removeprefix(f"{FIRST}/") for each in found]


@pytest.mark.parametrize(
    ("one", "names"),
    [
        (case("02-b.md"), {"02-b.html": "02-b.html", "02-b-tabell-1.csv": "02-b-tabell-1.csv"}),
        (
            case("02-b.md", "01-b.md", "03-b.md"),
            {
                "02-b.html": "01-b.html",
                "02-b-tabell-1.csv": "01-b-tabell-1.csv",
                "02-b-handlingar.pdf": "01-b-handlingar.pdf",
            },
        ),
        (
            case("02-b", "01-a", "03-b.md"),
            {
                "02-b/index.html": "01-a/index.html",
                "02-b/bilaga-1.html": "01-a/bilaga-1.html",
                "02-b/tabell-1.csv": "01-a/tabell-1.csv",
                "02-b/bilaga-1-tabell-1.csv": "01-a/bilaga-1-tabell-1.csv",
            },
        ),
        (case("02-b.md", "01-a"), {"02-b.html": "01-a/index.html", "02-b-handlingar.pdf": "01-a/handlingar.pdf"}),
        (
            case("02-b", "02-b.md"),
            {
                "02-b/index.html": "02-b.html",
                "02-b/tabell-1.csv": "02-b-tabell-1.csv",
                "02-b/handlingar.pdf": "02-b-handlingar.pdf",
                "02-b/bilaga-1.html": "02-b.html/bilaga-1.html",
                "02-b/karta.pdf": "02-b.html/karta.pdf",
            },
        ),
        (
            replace(case("02-b", "01-a"), address=f"{NOW}/avtal/index.html"),
            {
                "avtal/index.html": "avtal/index.html",
                "avtal/tabell-1.csv": "avtal/tabell-1.csv",
                "02-b/bilaga-1.html": "01-a/bilaga-1.html",
            },
        ),
    ],
    ids=["still", "a file", "a folder", "a folder made a file", "a file made a folder", "a slug"],
)
def test_what_belongs_to_a_case_is_known_by_its_first_name(one: Case, names: dict[str, str]) -> None:
    assert known(one, *names) == [*names.values()]


def test_a_file_made_a_folder_takes_no_name_of_another() -> None:
    moved, other = case("03-b", "02-b.md"), case("02-b")
    files = ("bilaga-1.html", "handlingar.pdf", "index.html")
    assert not {*known(moved, *(f"03-b/{name}" for name in files))} & {
        *known(other, *(f"02-b/{name}" for name in files))
    }
