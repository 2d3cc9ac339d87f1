"""Where each finding about minutes stands: on the line of the field or of the text that is wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.check.archive import check_archive
from kallelse.read.archive import read_archive

from tests.check.record.test_read import DECIDED, HELD, RECORD
from tests.folders import MEETING, archive_of

SETS = """sets:
  - paragraphs: 21
    adjusted: 2022-10-03
    postings: {date: 2022-10-04}
  - paragraphs: 22
    adjusters: Per Nyberg (C)
    adjusted: 2022-10-04
    kept: Kansliet
    postings: {date: 2022-10-04}
"""
COMMON = "adjusted: 2022-10-03\nkept: Kansliet\npostings: {date: 2022-10-04}\n"
APART = (COMMON, "kept: Kansliet\n" + SETS)
TWICE = """sittings:
  - start: 2022-09-26 13:15
    end: 2022-09-26 14:40
  - start: 2022-09-26 14:30
    end: 2022-09-26 15:00"""
AFTER = "## 2. Bokslut\n"


def told(root: Path, *edits: tuple[str, str], status: str = "") -> list[tuple[str, str]]:
    """The codes of what is found in the minutes, each with the text of its line, empty for the file as a whole."""
    text = RECORD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    files: dict[str, str | bytes] = {
        "index.md": MEETING.replace("issued", f"{status}issued"),
        "minutes.md": text,
        "1-a.md": DECIDED,
        "2-b.md": DECIDED.replace("Budget", "Bokslut"),
        "../index.md": HELD.replace("series", "boards: [Norrsala]\nseries"),
    }
    archive, sources, wrong = read_archive(archive_of(root, files))
    found = (*wrong, *check_archive(archive, sources.public, dt.date(2022, 11, 1)))
    lines = ["", *text.split("\n")]
    own = (each for each in found if each.place.path.endswith("minutes.md") and each.code != "lock-missing")
    return [(each.code, lines[each.place.line].strip()) for each in own]


def test_the_minutes_are_right_as_they_are_and_with_sets(tmp_path: Path) -> None:
    assert told(tmp_path) == []
    assert told(tmp_path / "b", APART) == []


@pytest.mark.parametrize(
    ("edits", "code", "line"),
    [
        # The adjustment of the whole.
        ([("adjusters: Per Nyberg (C)\n", "")], "adjuster-missing", "adjusted: 2022-10-03"),
        ([("adjusters: Per", "adjusters: Karin Ahlström (S)\nreserve: Per")], "adjuster-chair", "adjusters: Karin"),
        ([("adjusters: Per Nyberg (C)", "adjusters: Nils Persson")], "adjuster-away", "adjusters: Nils"),
        (
            [("adjusters: Per Nyberg (C)", "adjusters:\n  - Per Nyberg (C)\n  - Nils Persson")],
            "adjuster-away",
            "- Nils Persson",
        ),
        ([("adjusted: 2022-10-03", "adjusted: 2022-09-25")], "set-early", "adjusted: 2022-09-25"),
        ([("adjusted: 2022-10-03", "adjusted: 2022-10-11")], "set-late", "adjusted: 2022-10-11"),
        (
            [("adjusted: 2022-10-03", "signatures: [{name: Per Nyberg, at: 2022-09-25 08:00}]")],
            "set-early",
            "signatures:",
        ),
        (
            [("adjusted: 2022-10-03\n", ""), ("postings: {date: 2022-10-04}\n", "")],
            "set-overdue",
            "adjusters: Per Nyberg (C)",
        ),
        ([("adjusters: Per Nyberg (C)\n" + COMMON, "")], "set-overdue", "end: 2022-09-26 14:40"),
        ([("kept: Kansliet\n", "")], "set-kept", "adjusted: 2022-10-03"),
        ([("postings: {date: 2022-10-04}\n", "")], "posting-missing", "adjusted: 2022-10-03"),
        ([("{date: 2022-10-04}", "{date: 2022-10-02}")], "posting-early", "postings:"),
        (
            [("postings", "corrections: {paragraph: 29, date: 2022-10-04, by: Ek, text: A}\npostings")],
            "correction-unknown",
            "corrections:",
        ),
        # That of each set.
        ([APART, ("paragraphs: 22\n", "paragraphs: 21–22\n")], "set-overlap", "- paragraphs: 21–22"),
        ([APART, ("paragraphs: 22\n", "paragraphs: 22, 24\n")], "set-unknown", "- paragraphs: 22, 24"),
        ([APART, ("paragraphs: 22\n", "paragraphs: tjugotvå\n")], "set-unread", "- paragraphs: tjugotvå"),
        ([APART, ("paragraphs: 22\n", "paragraphs: 21\n")], "set-without", "sets:"),
        ([APART, ("    adjusted: 2022-10-04", "    adjusted: 2022-10-12")], "set-late", "adjusted: 2022-10-12"),
        ([APART, ("    adjusted: 2022-10-04\n", "")], "set-overdue", "- paragraphs: 22"),
        ([APART, ("    adjusters: Per Nyberg (C)", "    adjusters: Nils Ek")], "adjuster-away", "adjusters: Nils Ek"),
        ([APART, ("adjusters: Per Nyberg (C)", "adjusters: Nils Ek")], "adjuster-away", "adjusters: Nils Ek"),
        # When and where.
        ([("end: 2022-09-26", "end: 2022-09-25")], "meeting-time-backwards", "end: 2022-09-25 14:40"),
        (
            [
                (
                    "start: 2022-09-26 13:15\nend: 2022-09-26 14:40",
                    TWICE,
                )
            ],
            "meeting-time-backwards",
            "- start: 2022-09-26 14:30",
        ),
        (
            [("start: 2022-09-26 13:15\nend: 2022-09-26 14:40", "sittings: {start: 2022-09-27 13:15}")],
            "record-other-day",
            "sittings:",
        ),
        ([("start: 2022-09-26", "start: 2022-09-25")], "record-other-day", "start: 2022-09-25 13:15"),
        ([("end: 2022-09-26 14:40\n", "")], "record-fact-missing", "start: 2022-09-26 13:15"),
        # Who attended.
        ([("chair: Karin Ahlström (S)", "chair: Johan Westin (M)")], "chair-away", "chair: Johan Westin (M)"),
        (
            [("  - Erik Dahl (S) för Mats Öberg", "  - name: Erik Dahl\n    for: Mats Öberg\n    paragraphs: i går")],
            "presence-unread",
            "paragraphs: i går",
        ),
        (
            [("members: [Karin", "others:\n  - name: Ulf Ek\n    for: Per Nyberg\nmembers: [Karin")],
            "serving-elsewhere",
            "for: Per Nyberg",
        ),
        ([("(C), Eva", "(C), Johan Westin (M), Eva")], "attendance-many", "members:"),
        # What is said of them.
        ([(AFTER, f"{AFTER}\n### Jäv\n\nEva Lindroth (KD) är jävig.\n")], "disqualified-present", "members:"),
        (
            [
                ("Eva Lindroth (KD)]", "Eva Lindroth (KD)]\ndeputies: [Johan Westin]"),
                (AFTER, f"{AFTER}\n### Reservation\n\nMed hänvisning till budgeten.\nJohan Westin reserverar sig.\n"),
            ],
            "reservation-aside",
            "Johan Westin reserverar sig.",
        ),
        (
            [("godkänner bokslutet. {bifall}", "godkänner\nbokslutet. {yrkande: x}")],
            "mark-motion",
            "bokslutet. {yrkande: x}",
        ),
    ],
)
def test_a_finding_stands_on_the_line_that_is_wrong(
    tmp_path: Path, edits: list[tuple[str, str]], code: str, line: str
) -> None:
    found = [text for each, text in told(tmp_path, *edits) if each == code]
    assert found
    assert all(text.startswith(line) for text in found)


def test_a_meeting_that_was_not_held_is_told_of_the_file_as_a_whole(tmp_path: Path) -> None:
    assert ("record-not-held", "") in told(tmp_path, status="status: cancelled\n")
