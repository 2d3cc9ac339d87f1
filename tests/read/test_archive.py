"""A folder read into an archive: its meetings and their days, and nothing in it passed over in silence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.model.finding import Severity
from kallelse.model.published import published

from tests import foreign
from tests.folders import CASE, MEETING, archive_of
from tests.foreign import saved
from tests.read.archives import ATTACHMENT, codes, read


def test_an_empty_folder_lacks_its_settings_and_nothing_else(tmp_path: Path) -> None:
    archive, findings = read(tmp_path)
    assert archive.committees == ()
    assert codes(findings) == [("settings-missing", "kallelse.yml")]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"1-a/index.md": CASE, "1-a/karta.pdf": b"%PDF"}, "foreign-broken"),
        ({"1-a/index.md": CASE, "1-a/karta.dwg": b"AC"}, "attachment-foreign"),
        (
            {
                "1-a/index.md": CASE.replace("---\n", "---\nattachments: [{file: k.svg, title: Karta}]\n", 1),
                "1-a/k.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            },
            "picture-no-alt",
        ),
        ({"1-a/index.md": CASE, "1-a/deep/x.md": ATTACHMENT}, "attachment-deep"),
        ({"1-a/index.md": CASE, "1-a/b.md": "---\ntitle: x\n---\n"}, "attachment-empty"),
        ({"1-a/b.md": ATTACHMENT}, "case-no-index"),
        ({"1-a/Index.md": CASE}, "file-misnamed"),
        ({"1-a/index.md.txt": CASE}, "file-misnamed"),
        ({"1-a.md": CASE, "../2022-10-01/INDEX.MD": MEETING}, "file-misnamed"),
        ({"1-a.md": CASE, "../../lost/index.txt": MEETING}, "file-misnamed"),
        ({"1-a/index.md": CASE, "1-a/bilaga-1-x.md.txt": ATTACHMENT}, "file-misnamed"),
        ({"1-a/index.md": CASE, "1-a.md": CASE}, "case-twice"),
        ({"1-a.md": CASE, "rapport.docx": b""}, "meeting-foreign"),
        ({"1-a.md": CASE.replace("---\n", "---\nattachments: [{file: x.md}]\n", 1)}, "attachment-gone"),
        (
            {
                "1-a/index.md": CASE.replace("---\n", "---\nattachments: [{file: Bilaga-1-plankarta.md}]\n", 1),
                "1-a/bilaga-1-plankartan.md": ATTACHMENT,
            },
            "attachment-gone-near",
        ),
        ({"1-a.md": CASE.replace("---\n", "---\nattachments: [{title: x}]\n", 1)}, "attachment-nameless"),
        ({"1-a.md": CASE, "minutes.md": "# x"}, "front-matter-missing"),
        ({"1-a.md": CASE, "../lost.md": CASE}, "committee-foreign"),
        ({"1-a.md": CASE, "../2022-10-01/1-a.md": CASE}, "meeting-no-index"),
        ({"1-a.md": CASE, "../hösten/index.md": MEETING}, "meeting-folder"),
        ({"1-a.md": CASE, "../2022-10-01/index.md": MEETING}, "meeting-other-day"),
        ({"1-a.md": CASE, "../../lost/2022-10-01/index.md": MEETING}, "committee-no-index"),
        ({"1-a.md": CASE, "../../lost.md": CASE}, "committee-file"),
        ({"index.md": MEETING.replace("13:15", "13:15\nend: 2022-09-26 12:00")}, "meeting-time-backwards"),
        ({"index.md": MEETING.replace("start", "sittings: [{start: 2022-09-26 9:00}]\nstart")}, "meeting-two-times"),
        ({"index.md": "---\nplace: Digitalt\n---\n"}, "field-missing"),
    ],
)
def test_nothing_in_a_folder_is_passed_over_in_silence(
    tmp_path: Path, files: dict[str, str | bytes], code: str
) -> None:
    _, findings = read(archive_of(tmp_path, files))
    assert [finding.code for finding in findings] == [code]


def test_all_findings_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "1-a.md": "ingenting",
        "2-b.md": "---\ntitel: x\n---\n",
        "4-d.md": "---\nkind: decision\n---\n",
        "3-c/index.md": CASE,
        "3-c/x.pdf": b"",
        "3-c/y.dwg": b"",
    }
    _, findings = read(archive_of(tmp_path, files))
    assert {finding.code for finding in findings} == {
        "front-matter-missing",
        "field-missing",
        "field-misspelt",
        "foreign-broken",
        "attachment-foreign",
    }


def test_two_meetings_may_fall_on_one_day(tmp_path: Path) -> None:
    late = MEETING.replace("13:15", "18:00")
    archive, findings = read(archive_of(tmp_path, {"../2022-09-26-extra/index.md": late}))
    assert not findings
    assert [meeting.folder for meeting in archive.committees[0].meetings] == ["2022-09-26", "2022-09-26-extra"]


def test_a_meeting_may_lie_over_two_days(tmp_path: Path) -> None:
    sittings = "sittings:\n  - {start: 2022-09-26 09:00, end: 2022-09-26 16:00}\n  - {start: 2022-09-27 09:00}\n"
    text = MEETING.replace("start: 2022-09-26 13:15\n", sittings)
    archive, findings = read(archive_of(tmp_path, {"index.md": text}))
    assert not findings
    sitting = archive.committees[0].meetings[0].sittings
    assert [each.start for each in sitting] == [dt.datetime(2022, 9, 26, 9), dt.datetime(2022, 9, 27, 9)]


def test_before_its_issue_a_meeting_is_date_time_and_place(tmp_path: Path) -> None:
    archive, _ = read(archive_of(tmp_path, {"1-a.md": CASE}))
    before = published(archive, dt.date(2022, 9, 18)).committees[0].meetings[0]
    after = published(archive, dt.date(2022, 9, 19)).committees[0].meetings[0]
    assert (before.place, before.date, before.agenda) == ("Digitalt", dt.date(2022, 9, 26), ())
    assert (before.chair, before.secretary, before.issued) == (None, None, None)
    assert len(after.agenda) == 1


# Names of files


@pytest.mark.parametrize(
    ("name", "near"),
    [("1-a.txt", "1-a.md"), ("1-a.md.txt", "1-a.md"), ("1-a.MD", "1-a.md"), ("1-a.markdown", "1-a.md")],
)
def test_a_text_with_another_ending_is_told_its_right_name(tmp_path: Path, name: str, near: str) -> None:
    _, findings = read(archive_of(tmp_path, {name: CASE}))
    assert [(each.code, each.words["near"]) for each in findings] == [("file-misnamed", near)]


@pytest.mark.parametrize("name", ["Kopia av avtal.pdf", "avtal (2).pdf", "avtal - Kopia.pdf", "avtal - Copy.pdf"])
def test_what_looks_like_a_copy_is_told(tmp_path: Path, name: str) -> None:
    files: dict[str, str | bytes] = {"1-a/index.md": CASE, f"1-a/{name}": saved(foreign.pdf("Avtal"))}
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [("file-copy", f"gsn/2022-09-26/1-a/{name}")]


@pytest.mark.parametrize(
    ("said", "text", "found"),
    [
        ("date: 2022-09-01", "", [("case-no-letter", 4)]),
        ("version: 1.10", "# y\n", [("case-only-heading", 6), ("case-no-letter", 4)]),
        ("revisions: {date: 2022-09-01, version: 1, name: z}", "", [("case-no-letter", 4)]),
        ("date:", "", []),
        ("date: 2022-09-01", "# y\n\nText.\n", []),
    ],
)
def test_what_only_the_text_of_a_case_shows_is_told_of_one_without_a_text(
    tmp_path: Path, said: str, text: str, found: list[tuple[str, int]]
) -> None:
    case = CASE.replace("kind: information", f"kind: information\n{said}")
    _, findings = read(archive_of(tmp_path, {"1-a.md": case + text}))
    assert [(each.code, each.place.line) for each in findings] == found
    assert all(each.severity is Severity.REMARK for each in findings)
