"""Where old addresses lead."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.addresses import addresses
from kallelse.model.archive import Archive
from kallelse.model.meeting import AgendaRow, Case, Committee, Meeting, RowKind, Sitting
from kallelse.model.memory import Memory
from kallelse.model.moved import Move, claims, former, led_away, moves, redirects

MONDAY = "2022-09-26"


def case(name: str, *moved_from: str) -> Case:
    path = f"gsn/{MONDAY}/{name}" + ("" if name.endswith(".md") else "/index.md")
    return Case(path, path.removesuffix(".md") + ".html", name, moved_from=moved_from)


def meeting(day: str, *cases: Case, moved_from: tuple[str, ...] = ()) -> Meeting:
    rows = tuple(AgendaRow(RowKind.CASE, each.title, case=each) for each in cases)
    folder, start = f"gsn/{day}", dt.datetime.fromisoformat(f"{day[:10]}T13:00")
    return Meeting(
        f"{folder}/index.md",
        day,
        f"{folder}/index.html",
        f"{folder}/kallelse.pdf",
        "GSN",
        (Sitting(start),),
        agenda=rows,
        moved_from=moved_from,
    )


def archive(*meetings: Meeting, moved_from: tuple[str, ...] = ()) -> Archive:
    one = Committee("gsn/index.md", "gsn", "gsn/index.html", "Nämnden", moved_from=moved_from, meetings=meetings)
    return Archive(committees=(one,))


def old_of(whole: Archive, address: str) -> list[str]:
    return list(former(address, moves(whole)))


def test_what_never_moved_has_no_other_address() -> None:
    assert moves(archive(meeting(MONDAY, case("01-val.md")))) == ()


def test_everything_of_a_moved_meeting_had_an_address_in_each_of_its_folders() -> None:
    whole = archive(meeting(MONDAY, moved_from=("2022-09-12", "2022-09-19-extra")))
    for name in ("index.html", "kallelse.pdf", "03-rapportering/bilaga-1.html"):
        assert old_of(whole, f"gsn/{MONDAY}/{name}") == [f"gsn/2022-09-12/{name}", f"gsn/2022-09-19-extra/{name}"]
    assert old_of(whole, f"gsn/{MONDAY}-extra/index.html") == []
    assert whole.committees[0].meetings[0].first_folder == "2022-09-12"
    assert replace(whole.committees[0].meetings[0], moved_from=()).first_folder == MONDAY


def test_a_renamed_committee_leads_from_its_meetings_too() -> None:
    whole = archive(meeting(MONDAY, moved_from=("2022-09-19",)), moved_from=("servicenamnden",))
    assert old_of(whole, "gsn/2022.html") == ["servicenamnden/2022.html"]
    assert old_of(whole, f"gsn/{MONDAY}/kallelse.pdf") == [
        "gsn/2022-09-19/kallelse.pdf",
        "servicenamnden/2022-09-19/kallelse.pdf",
        f"servicenamnden/{MONDAY}/kallelse.pdf",
    ]


@pytest.mark.parametrize(
    ("now", "before", "led"),
    [
        ("02-ny.md", "02-g.md", {"02-g.html": "02-ny.html", "02-g-handlingar.pdf": "02-ny-handlingar.pdf"}),
        ("02-ny", "02-g", {"02-g/index.html": "02-ny/index.html", "02-g/bilaga-1.html": "02-ny/bilaga-1.html"}),
        ("02-ny", "02-ny.md", {"02-ny.html": "02-ny/index.html", "02-ny-tabell-2.csv": "02-ny/tabell-2.csv"}),
        ("02-ny.md", "02-ny", {"02-ny/index.html": "02-ny.html", "02-ny/handlingar.pdf": "02-ny-handlingar.pdf"}),
    ],
)
def test_a_renamed_case_keeps_its_page_and_what_is_beside_it(now: str, before: str, led: dict[str, str]) -> None:
    whole = archive(meeting(MONDAY, case(now, before), case("02-ny-tid.md")))
    for old, new in led.items():
        assert old_of(whole, f"gsn/{MONDAY}/{new}") == [f"gsn/{MONDAY}/{old}"]
    assert old_of(whole, f"gsn/{MONDAY}/02-ny-tid.html") == []
    if before.endswith(".md"):
        assert old_of(whole, f"gsn/{MONDAY}/02-ny/bilaga-1.html") == []


def test_a_renamed_case_of_a_moved_meeting_is_found_under_both_old_names() -> None:
    whole = archive(meeting(MONDAY, case("02-ny.md", "02-gammal.md"), moved_from=("2022-09-19",)))
    assert old_of(whole, f"gsn/{MONDAY}/02-ny.html") == [
        f"gsn/{MONDAY}/02-gammal.html",
        "gsn/2022-09-19/02-gammal.html",
        "gsn/2022-09-19/02-ny.html",
    ]


def test_servers_get_one_rule_for_a_folder_and_one_for_each_other_address() -> None:
    whole = archive(meeting(MONDAY, case("02-ny.md", "02-gammal.md"), moved_from=("2022-09-19",)))
    now = [f"gsn/{MONDAY}/index.html", f"gsn/{MONDAY}/02-ny.html"]
    assert list(redirects(now, moves(whole))) == [
        Move(f"gsn/{MONDAY}/02-gammal.html", f"gsn/{MONDAY}/02-ny.html"),
        Move("gsn/2022-09-19/02-gammal.html", f"gsn/{MONDAY}/02-ny.html"),
        Move("gsn/2022-09-19/", f"gsn/{MONDAY}/"),
    ]


@pytest.mark.parametrize(
    ("whole", "problem"),
    [
        (archive(meeting(MONDAY, moved_from=("gsn/2022-09-19",))), "moved-name"),
        (archive(meeting(MONDAY, moved_from=("19 september",))), "moved-name"),
        (archive(meeting(MONDAY, moved_from=(MONDAY,))), "moved-itself"),
        (archive(meeting(MONDAY, moved_from=("2022-09-19",)), meeting("2022-09-19")), "moved-there"),
        (
            archive(meeting(MONDAY, moved_from=("2022-09-19",)), meeting("2022-10-03", moved_from=("2022-09-19",))),
            "moved-twice",
        ),
        (archive(moved_from=("moten",)), "moved-name"),
        (archive(moved_from=("Moten",)), "moved-name"),
        (archive(moved_from=("a/b",)), "moved-name"),
        (archive(moved_from=("GSN",)), "moved-itself"),
        (archive(meeting(MONDAY, case("1-a.md", "1-a.md"))), "moved-itself"),
        (archive(meeting(MONDAY, case("1-a.md", "1-b.md"), case("1-b.md"))), "moved-there"),
        (archive(meeting(MONDAY, case("1-a.md", "x/1-b.md"))), "moved-name"),
        (archive(meeting(MONDAY, case("1-a.md", "minutes.md"))), "moved-name"),
        (archive(meeting(MONDAY, case("1-a.md", "index.md"))), "moved-name"),
        # What systems that know no capitals take for the same is the same.
        (archive(meeting(MONDAY, case("1-A.md", "1-a.md"))), "moved-itself"),
        (archive(meeting(MONDAY, case("1-a.md", "1-b.md"), case("1-B.md"))), "moved-there"),
        (archive(meeting(MONDAY, case("1-a", "1-a"))), "moved-itself"),
        (archive(meeting(MONDAY, case("1-a", "1-b"), case("1-b"))), "moved-there"),
    ],
)
def test_a_name_with_which_something_is_wrong_leads_nowhere(whole: Archive, problem: str) -> None:
    assert [claim.problem for claim in claims(whole) if claim.problem] == [problem]
    # Of two that say the same, the first has it.
    assert len(moves(whole)) == (1 if problem == "moved-twice" else 0)


def test_what_is_said_twice_of_one_is_said_once_where_it_stands() -> None:
    one = replace(meeting(MONDAY, moved_from=("2022-09-19", "2022-09-19")), lines={"moved_from": 7})
    paper = replace(case("02-ny.md", "02-g.md"), lines={"moved_from": 9})
    other = replace(meeting("2022-10-03"), agenda=(AgendaRow(RowKind.CASE, paper.title, case=paper),))
    told = [(claim.name, claim.line, claim.problem) for claim in claims(archive(one, other, moved_from=("gamla",)))]
    assert told == [("gamla", 0, ""), ("2022-09-19", 7, ""), ("02-g.md", 9, "")]


def test_only_where_both_are_folders_everything_in_one_is_in_the_other() -> None:
    ends = [Move(f"a{old}", f"b{new}").is_of_folders for old in ("/", ".html") for new in ("/", ".html")]
    assert ends == [True, False, False, False]


_NAMES = st.lists(st.sampled_from([f"2022-0{month}-1{day}" for month in (1, 2) for day in range(4)]), max_size=3)


@given(
    st.lists(
        st.tuples(st.sampled_from([f"2022-03-1{day}" for day in range(6)]), _NAMES), unique_by=lambda each: each[0]
    )
)
def test_no_old_address_leads_to_two_places_or_is_one_of_now(found: list[tuple[str, list[str]]]) -> None:
    whole = archive(*(meeting(day, moved_from=tuple(names)) for day, names in found), moved_from=("gamla",))
    taken: dict[str, str] = {}
    for address, path in addresses(whole, Memory(lasts=False)):
        assert taken.setdefault(address, path) == path
    now = {meeting.address for _, meeting in whole.meetings()}
    assert all(taken[old] for address in now for old in old_of(whole, address))
    assert not now & {old for address in now for old in old_of(whole, address)}


@pytest.mark.parametrize(
    ("move", "there", "hit"),
    [
        (Move("bilder/", "nya/"), ["bild/a.png", "bilder/å.png", "bilder/b.png", "bilder.html"], "bilder/b.png"),
        (Move("bilder/", "nya/"), ["Bilder/b.png"], "Bilder/b.png"),
        (Move("Bilder/", "nya/"), ["bilder/b.png"], "bilder/b.png"),
        (Move("bilder/", "nya/"), ["bilder.html", "bilderna/a.png", "a/bilder/a.png"], ""),
        (Move("gsn/0.html", "gsn/1.html"), ["gsn/0.html.csv", "gsn/0.html"], "gsn/0.html"),
        (Move("gsn/0.html", "gsn/1.html"), ["gsn/0.html.csv"], ""),
        (Move("gsn/0.html", "gsn/1/"), [], ""),
    ],
)
def test_a_move_leads_away_from_all_that_it_covers(move: Move, there: list[str], hit: str) -> None:
    assert list(led_away([move], there)) == ([(move, hit)] if hit else [])


def test_each_move_knows_where_it_is_said() -> None:
    whole = archive(
        meeting(MONDAY, case("02-ny.md", "02-gammal.md"), moved_from=("2022-09-19",)), moved_from=("gamla",)
    )
    said = {move.old: move.claim.path for move in moves(whole)}
    assert said["gamla/"] == "gsn/index.md"
    assert said["gamla/2022-09-19/"] == f"gsn/{MONDAY}/index.md"
    assert said["gamla/2022-09-19/02-gammal.html"] == f"gsn/{MONDAY}/02-ny.md"
    known = list(redirects([f"gsn/{MONDAY}/02-ny.html"], moves(whole)))
    assert {move.claim.path for move in known} == set(said.values())
