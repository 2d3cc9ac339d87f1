from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.check.meeting import check_meetings
from kallelse.read.archive import read_archive

from tests.folders import CASE, COMMITTEE, MEETING, archive_of


def findings(root: Path, files: dict[str, str | bytes]) -> list[tuple[str, int]]:
    archive, _, wrong = read_archive(archive_of(root, files))
    assert not wrong
    return [(finding.code, finding.place.line) for finding in check_meetings(archive)]


def history(*rows: tuple[str, str]) -> str:
    return "revisions:\n" + "".join(f"  - {{date: {day}, version: '{version}', name: K}}\n" for day, version in rows)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("2022-07-13", "0.1"), ("2022-09-15", "1.0")], []),
        ([("2022-07-13", "0.9"), ("2022-07-13", "0.10")], []),
        ([("2022-09-15", "0.1"), ("2022-07-13", "1.0")], [("revision-order", 6)]),
        ([("2022-07-13", "1.0"), ("2022-09-15", "1.0")], [("revision-version", 6)]),
        ([("2022-07-13", "1.1"), ("2022-09-15", "1.0")], [("revision-version", 6)]),
    ],
)
def test_a_change_history_has_its_days_in_order_and_its_versions_rising(
    tmp_path: Path, rows: list[tuple[str, str]], expected: list[tuple[str, int]]
) -> None:
    case = f"---\ntitle: x\nkind: information\n{history(*rows)}---\nText.\n"
    assert findings(tmp_path, {"1-a.md": case}) == expected


def test_the_version_a_document_says_is_the_last_of_its_history(tmp_path: Path) -> None:
    case = f"---\ntitle: x\nkind: information\n{history(('2022-07-13', '0.1'))}version: '1.0'\n---\nText.\n"
    assert findings(tmp_path, {"1-a.md": case}) == [("revision-current", 5)]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"index.md": MEETING.replace("2022-09-19", "2022-09-27")}, "meeting-issued-late"),
        ({"index.md": MEETING.replace("place: Digitalt\n", "")}, "meeting-fact-missing"),
        ({"index.md": MEETING.replace("issued", "status: cancelled\nissued")}, "meeting-status-note"),
        ({"1-a.md": "---\ntitle: x\n---\nText.\n"}, "case-no-proposal"),
        ({"1-a.md": CASE.replace("title", "presenters: [Karin Ekholm, IT-chef]\ntitle")}, "person-title"),
        ({"index.md": MEETING.replace("(S)", "S)")}, "person-bracket"),
        ({"index.md": MEETING.replace("issued", "adjusters: [Eva M)]\nissued")}, "person-bracket"),
        ({"index.md": MEETING.replace("issued", "reserve: [Eva Nyström (M), ordförande]\nissued")}, "person-title"),
        ({"../index.md": COMMITTEE.replace("short", "members: [Eva Ek (M), ordförande]\nshort")}, "person-title"),
        ({"index.md": MEETING.replace("issued", "adjusters: 'Eva Ek, ledamot (M)'\nissued")}, "person-party"),
        ({"../index.md": COMMITTEE.replace("short", "deputies: ['Eva, gruppledare (KD)']\nshort")}, "person-party"),
        ({"../index.md": COMMITTEE.replace("short", "members: [Eva M)]\nshort")}, "person-bracket"),
        ({"1-a.md": CASE.replace("title", "officer: Eva Nyström, chef (t.f.\ntitle")}, "person-bracket"),
        ({"1-a.md": "---\ntitle: x\nrecipients: [Akten]\n---\n"}, "case-no-letter"),
        ({"1-a.md": CASE.replace("title", "dnr: KS 2022/1\ntitle")}, "case-unknown-series"),
        ({"1-a.md": CASE.replace("title", "follows: [{body: GSN, date: 2022-01-01}]\ntitle")}, "case-follows-nothing"),
        (
            {"1-a.md": CASE.replace("title", "follows: [{body: GSN, date: 2022-09-26, paragraph: 9}]\ntitle")},
            "case-follows-paragraph",
        ),
        (
            {"1-a.md": CASE.replace("title", "follows: [{body: Gemensam servicenämnd, date: 2022-09-26}]\ntitle")},
            "case-follows-body",
        ),
    ],
)
def test_doubtful_facts_are_findings(tmp_path: Path, files: dict[str, str | bytes], code: str) -> None:
    assert [found for found, _ in findings(tmp_path, files)] == [code]


def test_a_number_without_letters_belongs_to_any_series(tmp_path: Path) -> None:
    assert findings(tmp_path, {"1-a.md": CASE.replace("title", "dnr: 2022/1\ntitle")}) == []


def test_a_finding_about_a_fact_stands_on_its_line(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "index.md": MEETING.replace("2022-09-19", "2022-09-27"),
        "1-a.md": CASE.replace("title", "unit: x\ndnr: KS 2022/1\ntitle"),
    }
    assert sorted(findings(tmp_path, files)) == [("case-unknown-series", 3), ("meeting-issued-late", 6)]


def test_two_persons_or_roles_are_no_name_and_title(tmp_path: Path) -> None:
    for listed in (
        "[Karin Ekholm, Leila Haddad]",
        "[IT-chefen, Kommundirektören]",
        "['Karin Ekholm, IT-chef', Ordföranden]",
    ):
        assert findings(tmp_path, {"1-a.md": CASE.replace("title", f"presenters: {listed}\ntitle")}) == []


def test_two_cases_that_nobody_can_tell_apart_are_told(tmp_path: Path) -> None:
    same = CASE.replace("title", "dnr: GSN 2022/1\ntitle")
    assert findings(tmp_path, {"1-a.md": same, "2-b.md": same}) == [("case-same", 0)]
    assert findings(tmp_path / "b", {"1-a.md": same, "2-b.md": same.replace("Budget", "Bokslut")}) == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("officer", "Eva Ek, chef (IT)"),
        ("adjusters", "Eva Ek (M), ledamot (KF)"),
        ("adjusters", "Eva Ek, ledamot (KSAU)"),
    ],
)
def test_brackets_that_are_no_party_are_part_of_a_title(tmp_path: Path, key: str, said: str) -> None:
    files: dict[str, str | bytes] = {"index.md": MEETING, "1-a.md": CASE}
    file = "1-a.md" if key == "officer" else "index.md"
    files[file] = str(files[file]).replace("---\n", f"---\n{key}: {said}\n", 1)
    assert findings(tmp_path, files) == []


def test_a_document_dated_after_its_meeting_is_told(tmp_path: Path) -> None:
    late = CASE.replace("title", "date: 2022-09-27\ntitle") + "Text.\n"
    assert findings(tmp_path, {"1-a.md": late}) == [("date-late", 2)]
    assert findings(tmp_path / "b", {"1-a.md": late.replace("27", "26")}) == []
