"""The minutes that `kallelse new` begins: what is known stands there, and the check finds no error in it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.begin import in_yaml
from kallelse.build import check
from kallelse.commands import begin
from kallelse.model.finding import errors
from kallelse.model.person import Person

from tests.folders import CASE, written
from tests.site.beginnings import COMMITTEE, FOLDER, MEETING, PROPOSED, archive, begun, minutes_of
from tests.site.builds import ROOT, called, files_of


def begun_with(root: Path, meeting: str) -> str:
    """The minutes of the meeting as it then says."""
    written(root, {f"{FOLDER}/index.md": meeting})
    (root / FOLDER / "minutes.md").unlink()
    return begun(root)[0]


def test_the_sample_s_own_minutes_can_be_begun_anew(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT / "meetings", tmp_path / "meetings"))
    folder = "gemensamma-servicenamnden/2022-09-26"
    (root / folder / "minutes.md").unlink()
    shutil.rmtree(root / folder / "adjusted", ignore_errors=True)
    manifest = root / "manifest.sha256"
    lines = manifest.read_text("utf-8").splitlines(keepends=True)
    manifest.write_text("".join(line for line in lines if f"  {folder}/" not in line), encoding="utf-8")
    text, checked = begun(root, folder)
    assert "\nfirst: 21\nchair: Karin Ahlström (S), ordförande\nsecretary: Sofia Berglund, nämndsekreterare\n" in text
    assert "\nkept: Kommunkansliet i Norrsala\n" in text
    assert re.findall("^## .*", text, re.MULTILINE) == [
        "## 1. Val av justerare",
        "## 2. Anmälan av extra ärenden",
        "## 3. Rapportering av verksamhetsmål och ekonomi",
        "## 4. Digitaliseringsstrategi",
        "## 5. Modell för IT-styrning",
        "## 6. Information från verksamheten",
    ]
    assert [each.number for each in minutes_of(checked, folder).paragraphs] == [21, 22, 23, 24, 25, 26]
    gaps = [each for each in checked.findings if each.code == "record-gap" and each.place.path.startswith(folder)]
    assert len(gaps) == 6


def test_times_are_those_of_the_summons(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED})
    assert "\nstart: 2022-09-26 13:15\n# Skriv" in begun(root)[0]
    assert "\n# end: 2022-09-26 TT:MM\n" in begun_with(root, MEETING)
    ended = MEETING.replace("13:15\n", "13:15\nend: 2022-09-26 16:00\n")
    assert "\nend: 2022-09-26 16:00\n" in begun_with(root, ended)
    sittings = "sittings: [{start: 2022-09-26 09:00, end: 2022-09-26 16:00}, {start: 2022-09-27 09:00}]\n"
    two = begun_with(root, MEETING.replace("start: 2022-09-26 13:15\n", sittings))
    assert "sittings:\n  - {start: 2022-09-26 09:00, end: 2022-09-26 16:00}\n  - {start: 2022-09-27 09:00}\n" in two


@pytest.mark.parametrize(
    ("place", "form"),
    [
        ("Digitalt", "digital"),
        ("Teams", "digital"),
        ("Digitalt möte via Microsoft Teams", "digital"),
        ("På distans", "digital"),
        ("Rådhuset och Teams", "hybrid"),
        ("Stadshuset, Norrsala, samt digitalt", "hybrid"),
        ("Rådhuset", ""),
        ("Digitaliseringshuset", ""),
    ],
)
def test_the_form_is_that_of_the_place(tmp_path: Path, place: str, form: str) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED})
    kept = "".join(line for line in MEETING.splitlines(keepends=True) if not line.startswith("place:"))
    written(root, {f"{FOLDER}/index.md": kept.replace("start:", f"place: {place}\nstart:")})
    text, checked = begun(root)
    assert re.findall("^form: (.*)$", text, re.MULTILINE) == ([form] if form else [])
    assert minutes_of(checked).form.value == (form or "in_person")


@pytest.mark.parametrize(
    ("earlier", "line"),
    [
        ({}, "# first: 1"),
        ({"2021-12-01": 4}, "# first: 1"),
        ({"2022-02-01": 4}, "first: 5"),
        ({"2022-02-01": 4, "2022-04-01": 3}, "first: 8"),
        ({"2022-02-01": 4, "2022-04-01": None}, "# first: 5"),
        ({"2022-02-01": None, "2022-04-01": 3}, "first: 4"),
        ({"2022-10-24": 3}, "# first: 1"),
    ],
)
def test_the_first_number_goes_on_from_the_year_s_minutes(
    tmp_path: Path, earlier: dict[str, int | None], line: str
) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED})
    for day, count in earlier.items():
        files = {"index.md": f"---\nstart: {day} 13:15\nplace: Digitalt\n---\n"}
        files |= {f"{n}.md": CASE for n in range(1, (count or 1) + 1)}
        if count is not None:
            files["minutes.md"] = "---\n---\n\n" + "".join(f"## {n}. Budget\n\nText.\n\n" for n in range(1, count + 1))
        written(root, {f"kun/{day}/{name}": text for name, text in files.items()})
    text, _ = begun(root)
    assert f"\n{line}\n" in text
    # Where it is not known for certain, the line before says why.
    doubt = {"# first: 1": "# Året börjar med § 1.", "# first: 5": "# Ett tidigare möte i år har inget protokoll"}
    assert [each for each in doubt.values() if each in text] == ([doubt[line]] if line in doubt else [])


def test_an_earlier_meeting_that_was_not_held_or_has_notes_alone_leaves_no_doubt(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED})
    held = {"index.md": "---\nstart: 2022-02-01 13:15\n---\n", "1.md": CASE, "minutes.md": "---\n---\n\n## 1. Budget\n"}
    written(root, {f"kun/2022-02-01/{name}": text for name, text in held.items()})
    written(root, {"kun/2022-04-01/index.md": "---\nstart: 2022-04-01 13:15\nstatus: cancelled\n---\n"})
    notes = {**held, "minutes.md": "---\nnotes: true\nend: 2022-05-01 15:00\n---\n\n## 1. Budget\n\nText.\n"}
    notes["index.md"] = "---\nstart: 2022-05-01 13:15\n---\n"
    written(root, {f"kun/2022-05-01/{name}": text for name, text in notes.items()})
    assert "\nfirst: 2\n" in begun(root)[0]


def test_what_is_said_of_adjustment_holds_once_it_is_no_comment(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED, "2-b": CASE})
    text, _ = begun(root)
    day = {
        "ÅÅÅÅ-MM-DD": "2022-09-26",
        "# first": "first",
        "adjusters:": "adjusters: Dan Ek (M)",
        "kept:": "kept: Kansliet",
    }
    for typed, said in day.items():
        text = text.replace(typed, said)
    text = text.replace("[Skriv {enligt förslaget}, eller beslutets ord]", "{enligt förslaget}")
    text = text.replace("[Skriv vad som noterades]", "Nämnden noterar informationen.")
    front, end = text.split("# adjusted: ")[0], text.split("\n---\n\n## ")[1]
    one = text[len(front) : text.index("# Har en paragraf")]
    sets = text[text.index("# sets:") : text.index("\n---\n\n## ")]
    for block, numbers in ((one, [(1, 2)]), (sets, [(2,), (1,)])):
        uncommented = re.sub("^# ", "", block, flags=re.MULTILINE).rstrip("\n")
        (root / FOLDER / "minutes.md").write_text(f"{front}{uncommented}\n---\n\n## {end}", encoding="utf-8")
        checked = check(root)
        found = minutes_of(checked).sets
        assert errors(checked.findings) == ()
        assert [each.numbers for each in found] == numbers
        assert [each.reason != "" for each in found if each.is_immediate] == [True] * (len(numbers) - 1)
        assert len(minutes_of(checked).corrections) == len(numbers) - 1
        assert [[each.board for each in one.postings] for one in found] == [["Norrsala", "Ekvik"]] * len(numbers)


def test_minutes_in_english_are_begun_in_english(tmp_path: Path) -> None:
    case = PROPOSED.replace("Förslag till beslut", "Proposal")
    text, _ = begun(archive(tmp_path, own="language: en\n", **{"1-a": case, "2-b": CASE}))
    assert "### Decision\n\n[Write {approved}, or the words of the decision]\n" in text
    assert "[Write what was noted] {noted}" in text
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in comments if re.search("[åäö]", line)] == []


# Who attends


def test_who_should_attend_stands_there_as_the_reader_takes_it(tmp_path: Path) -> None:
    text, checked = begun(archive(tmp_path, **{"1-a": PROPOSED}))
    attendance = minutes_of(checked).attendance
    assert [each.person.line for each in attendance.members] == [
        "Berit Alm (S), ordförande",
        "Dan Ek (M), vice ordförande",
        "Frida Gran (V)",
    ]
    assert [each.person.line for each in attendance.others] == ["Jon Kvist, chef för skolan"]
    assert attendance.serving == attendance.deputies == ()
    assert "  # - Hugo Idegran (S)\n" in text
    # The sign and the blank after it are all that has to go.
    served = re.sub(r"# (- Hugo Idegran \(S\))", r"\1", text)
    served = re.sub(r"# - Förnamn Efternamn.*", "- Hugo Idegran (S) för Dan Ek, § 1", served)
    (tmp_path / FOLDER / "minutes.md").write_text(served, encoding="utf-8")
    attendance = minutes_of(check(tmp_path)).attendance
    assert [(each.person.name, each.seat) for each in attendance.serving] == [("Hugo Idegran", "Dan Ek")]
    assert [each.person.line for each in attendance.deputies] == ["Hugo Idegran (S)"]


@pytest.mark.parametrize(
    "person",
    [
        Person("Kai Lund", "tjänstgör för landsbygden"),
        Person("Kai (Kalle) Lund", party="S"),
        Person("Kai Lund, docent"),
        Person("Kai Lund", party="S (oberoende)"),
        Person("Kai Lund", party="V", place="Ekvik"),
    ],
)
def test_one_whose_line_would_be_read_as_something_else_is_named_in_fields(tmp_path: Path, person: Person) -> None:
    fields = {"name": person.name, "title": person.title, "party": person.party, "place": person.place}
    typed = in_yaml({key: value for key, value in fields.items() if value})
    root = archive(tmp_path, COMMITTEE.replace("deputies:", f"  - {typed}\ndeputies:"), **{"1-a": PROPOSED})
    written(root, {f"{FOLDER}/index.md": re.sub("chair: .*", f"chair: {typed}", MEETING)})
    _, checked = begun(root)
    found = minutes_of(checked).attendance.members[-1]
    assert (found.person, found.seat) == (person, "")
    (chair,) = minutes_of(checked).chairs
    assert chair.person == replace(person, title=person.title or "ordförande")
    assert begin.meeting(root, "kun", dt.date(2022, 10, 31), "", "") == 0
    assert [each.chair for _, each in check(root).archive.meetings()] == [person, person]


def test_a_committee_without_a_list_has_the_members_of_its_minutes_before(tmp_path: Path) -> None:
    plain = "---\ntitle: Kulturnämnden\n---\n"
    root = archive(tmp_path, plain, **{"1-a": PROPOSED})
    assert "members:\n  - Berit Alm (S), ordförande\n# " in begun(root)[0]
    (root / FOLDER / "minutes.md").unlink()
    before = MEETING.replace("2022-09", "2022-08")
    record = (
        "---\nmembers: [Mona Nyman (C), Berit Alm (S)]\n---\n\n## 1. Avgifter\n\n### Beslut\n\n{enligt förslaget}\n"
    )
    written(root, {f"kun/2022-08-26/{name}.md": text for name, text in [("index", before), ("1-a", PROPOSED)]})
    written(root, {"kun/2022-08-26/minutes.md": record})
    assert "members:\n  - Mona Nyman (C)\n  - Berit Alm (S)\n# " in begun(root)[0]
    # So it is where that meeting was on the same day.
    first = record.replace("[Mona Nyman (C), Berit Alm (S)]", "[Siv Torn (C), Berit Alm (S)]\nkept: Arkivet")
    written(root, {f"{FOLDER}/minutes.md": first})
    second = {"index": MEETING.replace("13:15", "16:00"), "1-a": PROPOSED}
    written(root, {f"{FOLDER}-2/{name}.md": text for name, text in second.items()})
    text, _ = begun(root, f"{FOLDER}-2")
    assert ("members:\n  - Siv Torn (C)\n  - Berit Alm (S)\n# " in text, "\nkept: Arkivet\n" in text) == (True, True)


def test_whoever_is_in_the_chair_is_among_the_members(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED})
    written(root, {f"{FOLDER}/index.md": MEETING.replace("Berit Alm", "Siv Torn")})
    assert "members:\n  - Siv Torn (S), ordförande\n  - Berit Alm (S), ordförande\n" in begun(root)[0]
    # Who has the name of a member and another party is none.
    again = begun_with(root, MEETING.replace("Berit Alm (S)", "Berit Alm (M)"))
    assert "members:\n  - Berit Alm (M), ordförande\n  - Berit Alm (S), ordförande\n" in again


def test_without_a_chair_or_members_there_are_examples_of_what_to_write(tmp_path: Path) -> None:
    root = archive(tmp_path, "---\ntitle: Kulturnämnden\n---\n", **{"1-a": PROPOSED})
    written(root, {f"{FOLDER}/index.md": "---\nstart: 2022-09-26 13:15\n---\n"})
    text, _ = begun(root)
    assert "\nchair:\nsecretary:\n" in text
    assert "\nmembers:\n  # - Förnamn Efternamn (P)\n" in text


# What is refused


def test_what_cannot_be_begun_is_refused_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive(tmp_path, **{"1-a": PROPOSED})
    written(root, {"kun/2022-10-24/index.md": "---\nstart: 2022-10-24 13:15\n---\n"})
    written(root, {"kun/2022-11-28/index.md": "---\nstart: 2022-11-28 13:15\nstatus: postponed\n---\n"})
    before = files_of(root)
    for folder, told in [
        ("kun/2022-01-01", FOLDER),
        ("kun/2022-10-24", "inga numrerade ärenden"),
        ("kun/2022-11-28", "inställt eller uppskjutet"),
    ]:
        assert begin.minutes(root, folder) == 2
        assert told in capsys.readouterr().err
    assert files_of(root) == before


def test_minutes_that_are_there_are_not_written_over(tmp_path: Path) -> None:
    root = archive(tmp_path / "meetings", **{"1-a": PROPOSED})
    done = called(tmp_path, "new", "minutes", f"meetings/{FOLDER}/")
    assert (done.status, done.said) == (0, f"Skrev meetings/{FOLDER}/minutes.md\n")
    before = files_of(root)
    done = called(tmp_path, "new", "minutes", FOLDER)
    assert (done.status, "minutes.md finns redan" in done.said) == (2, True)
    assert files_of(root) == before
