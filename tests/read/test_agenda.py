"""The cases of a meeting's folder, and the rows of its agenda between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.model.meeting import RowKind
from kallelse.model.section import SectionKind

from tests.folders import CASE, MEETING, archive_of
from tests.read.archives import ATTACHMENT, agenda, codes, read


def test_cases_stand_in_file_order_and_are_numbered_by_place(tmp_path: Path) -> None:
    files = {"02-b.md": CASE, "10-c.md": CASE, "1-a/index.md": CASE, "1-a/bilaga-1.md": ATTACHMENT}
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    rows = agenda(archive)
    assert [row.number for row in rows] == ["1", "2", "3"]
    assert [row.case.path for row in rows if row.case] == [
        "gsn/2022-09-26/1-a/index.md",
        "gsn/2022-09-26/02-b.md",
        "gsn/2022-09-26/10-c.md",
    ]


def test_numbered_rows_of_every_kind_are_counted_together(tmp_path: Path) -> None:
    rows = "agenda:\n  - {formality: Upprop, numbered: true}\n  - case: 1-a\n  - case: 2-b\n"
    meeting = MEETING.replace("issued: 2022-09-19\n", f"issued: 2022-09-19\n{rows}")
    archive, _ = read(archive_of(tmp_path, {"index.md": meeting, "1-a.md": CASE, "2-b.md": CASE}))
    assert [row.number for row in agenda(archive)] == ["1", "2", "3"]


def test_a_case_without_text_has_no_letter_but_may_have_attachments(tmp_path: Path) -> None:
    archive, _ = read(archive_of(tmp_path, {"1-a/index.md": CASE, "1-a/bilaga-1.md": ATTACHMENT}))
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is None
    assert [(each.number, each.title) for each in case.documents] == [(1, "Utfall")]


def test_a_letter_is_cut_into_its_sections(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Budget\n---\n# Budget 2023\n\nInledning.\n\n## Förslag till beslut\n\n1. Nämnden beslutar.\n\n"
        "## Förslag till beslut i kommunfullmäktige\n\nFullmäktige beslutar.\n\n## Sammanfattning\n\nKort.\n"
    )
    archive, findings = read(archive_of(tmp_path, {"1-a.md": text}))
    assert not findings
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is not None
    assert [section.kind for section in case.letter.sections] == [
        SectionKind.PROPOSAL,
        SectionKind.PROPOSAL,
        SectionKind.SUMMARY,
    ]
    assert case.letter.sections[1].body_name == "kommunfullmäktige"
    assert len(case.letter.preamble) == 1
    assert case.letter.heading


def test_rows_that_are_no_cases_stand_where_the_agenda_says(tmp_path: Path) -> None:
    meeting = MEETING.replace(
        "issued: 2022-09-19\n",
        "issued: 2022-09-19\nagenda:\n  - formality: Upprop\n  - group: Beslutsärenden\n  - case: 2-b\n"
        "  - {break: Lunch, minutes: 45}\n  - {case: 1-a, numbered: false}\n  - {formality: Övrigt, numbered: true}\n",
    )
    archive, findings = read(archive_of(tmp_path, {"index.md": meeting, "1-a.md": CASE, "2-b.md": CASE}))
    assert not findings
    assert [(row.kind, row.number) for row in agenda(archive)] == [
        (RowKind.FORMALITY, ""),
        (RowKind.GROUP, ""),
        (RowKind.CASE, "1"),
        (RowKind.BREAK, ""),
        (RowKind.CASE, ""),
        (RowKind.FORMALITY, "2"),
    ]
    assert agenda(archive)[3].minutes == 45


def test_minutes_are_those_of_the_row_else_those_of_the_case(tmp_path: Path) -> None:
    rows = "agenda:\n  - {case: 1-a, minutes: 5}\n  - case: 2-b\n"
    meeting = MEETING.replace("issued: 2022-09-19\n", f"issued: 2022-09-19\n{rows}")
    timed = CASE.replace("---\n", "---\nminutes: 20\n", 1)
    archive, findings = read(archive_of(tmp_path, {"index.md": meeting, "1-a.md": timed, "2-b.md": timed}))
    assert not findings
    assert [(row.minutes, row.case and row.case.minutes) for row in agenda(archive)] == [(5, 5), (20, 20)]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("  - case: 1-a\n  - case: 1-a\n", "agenda-case-twice"),
        ("  - case: 1-a\n  - case: 1-aa\n", "agenda-case-misspelt"),
        ("  - case: 1-a\n  - case: xyzzy\n", "agenda-case-gone"),
        ("  - group: Beslut\n", "agenda-case-missing"),
        ("  - case: 1-a\n  - {group: Beslut, break: Lunch}\n", "agenda-row"),
        ("  - case: 1-a\n  - {minutes: 5}\n", "agenda-row"),
    ],
)
def test_an_agenda_that_does_not_fit_the_folder_is_a_finding(tmp_path: Path, rows: str, code: str) -> None:
    meeting = MEETING.replace("issued: 2022-09-19\n", f"issued: 2022-09-19\nagenda:\n{rows}")
    _, findings = read(archive_of(tmp_path, {"index.md": meeting, "1-a.md": CASE}))
    assert codes(findings) == [(code, "gsn/2022-09-26/index.md")]


def test_a_case_of_the_agenda_may_be_typed_as_its_file_or_its_folder_and_what_is_wrong_is_told_on_its_row(
    tmp_path: Path,
) -> None:
    rows = "agenda:\n  - case: 1-a/\n  - case: 2-b.md\n  - case: xyzzy\n"
    meeting = MEETING.replace("issued: 2022-09-19\n", f"issued: 2022-09-19\n{rows}")
    archive, findings = read(archive_of(tmp_path, {"index.md": meeting, "1-a/index.md": CASE, "2-b.md": CASE}))
    assert [row.number for row in agenda(archive)] == ["1", "2"]
    line = meeting.split("\n").index("  - case: xyzzy") + 1
    assert [(each.code, each.place.line) for each in findings] == [("agenda-case-gone", line)]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("detaljplan", "02-detaljplan-for-hamnkvarteret"),
        ("02-Detaljplan", "02-detaljplan-for-hamnkvarteret"),
        ("04-detaljplan-hamnkvarteret", "02-detaljplan-for-hamnkvarteret"),
        ("ram", "05-ram"),
    ],
)
def test_a_case_of_the_agenda_is_suggested_by_a_part_of_its_name(tmp_path: Path, typed: str, near: str) -> None:
    names = ("02-detaljplan-for-hamnkvarteret", "05-ram")
    rows = "".join(f"  - case: {name}\n" for name in (*names, typed))
    meeting = MEETING.replace("issued: 2022-09-19\n", f"issued: 2022-09-19\nagenda:\n{rows}")
    _, findings = read(archive_of(tmp_path, {"index.md": meeting, **{f"{name}.md": CASE for name in names}}))
    (finding,) = findings
    assert (finding.code, finding.words["near"]) == ("agenda-case-misspelt", near)
