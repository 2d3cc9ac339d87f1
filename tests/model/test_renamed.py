"""Days of commits under names of before, found under those of now."""

from __future__ import annotations

import datetime as dt

import pytest
from kallelse.model.renamed import by_present, former_names

from tests.model.test_moved import MONDAY, archive, case, meeting

FIRST, LATER = dt.date(2022, 9, 1), dt.date(2022, 9, 5)
WHOLE = archive(
    meeting(
        MONDAY,
        case("02-ny.md", "02-gammal.md", "02-parm"),
        case("03-mapp", "03-fil.md", "03-parm"),
        case("04-kvar.md"),
        moved_from=("2022-09-12", "2022-09-19"),
    ),
    meeting("2022-10-24"),
    moved_from=("moten",),
)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("kallelse.yml", "kallelse.yml"),
        ("moten", "moten"),
        ("moten/index.md", "gsn/index.md"),
        ("annan/2022-09-12/index.md", "annan/2022-09-12/index.md"),
        *((f"{root}/{day}/index.md", f"gsn/{MONDAY}/index.md")
          for root in ("gsn", "moten") for day in ("2022-09-12", "2022-09-19", MONDAY)),
        ("moten/2022-10-24/index.md", "gsn/2022-10-24/index.md"),
        ("moten/2021-01-01/index.md", "gsn/2021-01-01/index.md"),
        ("gsn/2022-09-12/02-gammal.md", f"gsn/{MONDAY}/02-ny.md"),
        (f"gsn/{MONDAY}/02-gammal.md", f"gsn/{MONDAY}/02-ny.md"),
        ("gsn/2022-09-12/02-parm/index.md", f"gsn/{MONDAY}/02-ny.md"),
        ("moten/2022-09-12", "gsn/2022-09-12"),
        ("moten/2022-09-19/03-fil.md", f"gsn/{MONDAY}/03-mapp/index.md"),
        ("gsn/2022-09-19/03-parm/index.md", f"gsn/{MONDAY}/03-mapp/index.md"),
        ("gsn/2022-09-19/03-parm/bilaga-1.md", f"gsn/{MONDAY}/03-mapp/bilaga-1.md"),
        ("gsn/2022-09-19/03-mapp/bilaga-1.md", f"gsn/{MONDAY}/03-mapp/bilaga-1.md"),
        ("gsn/2022-09-19/04-kvar.md", f"gsn/{MONDAY}/04-kvar.md"),
        ("gsn/2022-10-24/02-gammal.md", "gsn/2022-10-24/02-gammal.md"),
    ],
)  # fmt: skip
def test_a_file_is_known_by_the_name_that_it_has_now(before: str, now: str) -> None:
    assert by_present({before: (FIRST,)}, WHOLE.committees) == {now: (FIRST,)}


def test_the_days_under_all_names_are_in_order() -> None:
    now, before = f"gsn/{MONDAY}/index.md", "moten/2022-09-12/index.md"
    found = by_present({now: (LATER,), before: (FIRST, LATER)}, WHOLE.committees)
    assert found == {now: (FIRST, LATER, LATER)}


def test_where_nothing_moved_nothing_is_another() -> None:
    history = {f"gsn/{MONDAY}/index.md": (FIRST,)}
    still = archive(meeting(MONDAY, case("02-ny.md")))
    assert by_present(history, still.committees) is history
    assert former_names(still.committees) == ()
    assert [path for path, _ in former_names(WHOLE.committees)] == [
        "gsn/index.md", f"gsn/{MONDAY}/index.md", f"gsn/{MONDAY}/02-ny.md", f"gsn/{MONDAY}/03-mapp/index.md",
    ]  # fmt: skip
