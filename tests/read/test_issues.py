"""What a record of issues means for what is read today: what may no longer be shown, and which numbers are taken."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from kallelse.model.digest import cover_digest, document_digest
from kallelse.model.meeting import Access, Meeting
from kallelse.read.archive import read_archive

from tests.folders import CASE, MEETING, archive_of, written

PAPERS = ("1-a", "2-b", "3-c")
SECRET = CASE.replace("title", "access: confidential\ntitle")


PDF = b"%PDF-1.7 %%EOF"


def record(*days: int, withheld: tuple[int, ...] = (), cases: tuple[str, ...] = PAPERS) -> str:
    """The record of issues on these days of September, each with a cover and three cases."""
    lines = ["issues:"]
    for day in days:
        lines += [f"  - date: 2022-09-{day}", f"    sha256: '{hashlib.sha256(PDF).hexdigest()}'"]
        lines += [*(["    withheld: true"] if day in withheld else []), "    cases:"]
        lines += [
            f"      - {{case: {name}.md, number: '{n}'}}" if name else f"      - {{number: '{n}'}}"
            for n, name in enumerate(cases, start=1)
        ]
        lines += ["    documents:", f"      - {{document: index.md, pages: '1', digest: {'0' * 16}}}"]
        lines += [
            f"      - {{document: {name}.md, title: T, number: '{n - 1}', pages: '{n}', digest: {'0' * 16}}}"
            for n, name in enumerate((name for name in cases if name), start=2)
        ]
    return "\n".join(lines) + "\n"


def meeting_of(root: Path, issues: str, *changes: str, **files: str) -> Meeting:
    """The meeting as read, with files by their name without its ending."""
    told = "".join(f"  - {{{change}}}\n" for change in changes)
    index = MEETING.replace("issued", f"changes:\n{told}issued") if changes else MEETING
    pdfs = {f"issues/{n}.pdf": PDF for n in range(1, issues.count("date:") + 1)}
    texts = {f"{name.replace('_', '-').lstrip('-')}.md": text for name, text in files.items()}
    archive, _, findings = read_archive(
        archive_of(root, {"index.md": index, "issues/issues.yml": issues, **pdfs, **texts})
    )
    assert findings == ()
    (found,) = (each for _, each in archive.meetings())
    return found


def files(**other: str) -> dict[str, str]:
    return {"_1_a": CASE, "_2_b": CASE, "_3_c": CASE, **other}


def otherwise(issues: str, name: str, since: int) -> str:
    """The record of issues in which a document says something else since that day of September."""
    before, day, after = issues.partition(f"  - date: 2022-09-{since}")
    return before + day + re.sub(rf"(document: {name}.md, .*digest: )0+", rf"\g<1>{'1' * 16}", after)


@pytest.mark.parametrize(
    ("day", "since", "withheld"),
    [
        # What was changed on the day of an issue went out with it; on that of the first, after it.
        (19, 21, [True, False, False]),
        (20, 21, [True, False, False]),
        (21, 21, [True, False, False]),
        (22, 23, [True, True, False]),
        (23, 23, [True, True, False]),
        (24, 24, [True, True, True]),
        # It went out after an issue in which it says what it said before.
        (21, 23, [True, True, False]),
        (23, 24, [True, True, True]),
    ],
)
def test_only_issues_from_before_a_change_are_withheld(
    tmp_path: Path, day: int, since: int, withheld: list[bool]
) -> None:
    change = f"document: 2-b.md, date: 2022-09-{day}, reason: x, withhold: true"
    found = meeting_of(tmp_path, otherwise(record(19, 21, 23), "2-b", since), change, **files())
    assert [issue.withheld for issue in found.issues] == withheld


@pytest.mark.parametrize("said", ["true", "false"])
def test_what_is_withdrawn_on_the_day_of_an_issue_that_has_it_is_withheld_from_that(tmp_path: Path, said: str) -> None:
    change = f"document: 2-b.md, date: 2022-09-21, reason: x, withhold: {said}"
    found = meeting_of(tmp_path, otherwise(record(19, 21), "2-b", 21), change, _1_a=CASE, _3_c=CASE)
    assert [issue.withheld for issue in found.issues] == [said == "true"] * 2


@pytest.mark.parametrize("name", ["index", "2-b"])
@pytest.mark.parametrize("said", ["true", "false"])
def test_what_is_changed_again_on_the_day_of_an_issue_is_withheld_from_that(
    tmp_path: Path, name: str, said: str
) -> None:
    texts = dict.fromkeys(PAPERS, f"{CASE}\nText.\n")
    known = meeting_of(tmp_path / "known", record(19), **texts)
    digests = {document.path: document_digest(case, document) for _, case, document in known.printed()}
    now = {known.path: cover_digest(known), **digests}[f"gsn/2022-09-26/{name}.md"]
    change = f"document: {name}.md, date: 2022-09-21, reason: x, withhold: {said}"
    again = otherwise(record(19, 21), name, 21)
    for place, issues in enumerate((again, again.replace("1" * 16, now))):
        found = meeting_of(tmp_path / str(place), issues, change, **texts)
        assert [issue.withheld for issue in found.issues] == [said == "true", said == "true" and not place]


def test_a_cover_with_another_agenda_went_out_with_the_change_of_its_day(tmp_path: Path) -> None:
    change = "document: index.md, date: 2022-09-21, reason: x, withhold: true"
    rows = "    agenda:\n      - {{number: '1', digest: {}}}\n    cases:"
    for second, withheld in (("2", False), ("1", True)):
        first, _, rest = record(19, 21).partition("    cases:")
        out = first + rows.format("1" * 16) + rest.replace("    cases:", rows.format(second * 16))
        found = meeting_of(tmp_path / second, out + record(23).removeprefix("issues:\n"), change, **files())
        assert [issue.withheld for issue in found.issues] == [True, withheld, False]


def test_no_title_is_told_of_what_is_gone_and_was_to_be_withheld(tmp_path: Path) -> None:
    change = "document: 2-b.md, date: 2022-09-20, reason: x, withhold: true"
    found = meeting_of(tmp_path, record(19, 21), change, _1_a=CASE, _3_c=CASE)
    assert [document.title for issue in found.issues for document in issue.documents] == ["", "T", "", "T"] * 2


def test_a_change_withholds_nothing_unless_that_is_said(tmp_path: Path) -> None:
    for place, said in enumerate(("", ", withhold: false")):
        change = f"document: 2-b.md, date: 2022-09-24, reason: x{said}"
        found = meeting_of(tmp_path / str(place), record(19, 21), change, **files())
        assert [issue.withheld for issue in found.issues] == [False, False]


def test_what_is_confidential_today_or_was_before_is_withheld(tmp_path: Path) -> None:
    found = meeting_of(tmp_path, record(19, 21, withheld=(21,)), **files())
    assert [issue.withheld for issue in found.issues] == [False, True]
    found = meeting_of(tmp_path / "b", record(19, 21), **files(_2_b=SECRET))
    assert [issue.withheld for issue in found.issues] == [True, True]


@pytest.mark.parametrize(
    ("went_out", "moved_from", "now", "withheld"),
    [
        (("1-a", "1-a/index"), "1-a", "1-ny/index", True),
        (("1-a/index", "1-a"), "1-a.md", "1-ny", True),
        (("1-a", "1-a"), "' 1-a.md '", "1-ny", True),
        # What no address has leads nowhere, whichever of the two was said.
        (("1-a", "1-a"), "1-a", "1-ny", True),
        (("1-a", "1-a"), "1-b.md", "1-ny", False),
    ],
)
def test_a_confidential_case_is_known_by_each_name_that_it_went_out_under(
    tmp_path: Path, went_out: tuple[str, str], moved_from: str, now: str, withheld: bool
) -> None:
    first, second = (record(day, cases=(name, "2-b", "3-c")) for day, name in zip((19, 21), went_out, strict=True))
    hidden = {now: SECRET.replace("title", f"moved_from: {moved_from}\ntitle")}
    found = meeting_of(tmp_path, first + second.removeprefix("issues:\n"), _2_b=CASE, _3_c=CASE, **hidden)
    assert [issue.withheld for issue in found.issues] == [withheld, withheld]


@pytest.mark.parametrize(
    ("issued", "there", "path"),
    [
        # Old addresses tell a file from a folder, so that a case has to say which it was.
        ("1-a", {"1-ny": "1-a"}, "1-a"),
        ("1-a/index", {"1-ny/index": "1-a.md"}, "1-a/index"),
        ("1-a", {"0-b/index": "1-a", "1-ny": "1-a.md"}, "1-ny"),
        # What is there now is another case's.
        ("1-a/olle", {"1-ny/index": "1-a.md\naccess: confidential", "1-a/index": ""}, "1-a/olle"),
        ("1-a", {"1-ny/index": "1-a", "1-a/index": ""}, "1-a/index"),
    ],
)
def test_a_name_that_nobody_says_it_had_is_no_case_that_said_another(
    tmp_path: Path, issued: str, there: dict[str, str], path: str
) -> None:
    texts = {name: CASE.replace("title", f"moved_from: {said}\ntitle") for name, said in there.items()}
    found = meeting_of(tmp_path, record(19, cases=(issued, "2-b", "3-c")), _2_b=CASE, _3_c=CASE, **texts)
    assert found.issues[0].documents[1].path == f"gsn/2022-09-26/{path}.md"


def test_a_paper_of_a_case_that_is_one_file_now_is_no_other_case(tmp_path: Path) -> None:
    """Of a case that is a file, what lay in its folder is gone: beside it stand other cases."""
    issued = record(19, cases=("1-a/index", "1-a/2-b", "3-c")).replace("case: 1-a/2-b.md", "case: 2-b.md")
    said = CASE.replace("title", "moved_from: 1-a\ntitle")
    found = meeting_of(tmp_path, issued, _1_ny=said, _2_b=CASE, _3_c=CASE)
    assert [each.path.removeprefix("gsn/2022-09-26/") for each in found.issues[0].documents] == [
        "index.md",
        "1-ny.md",
        "1-a/2-b.md",
        "3-c.md",
    ]


@pytest.mark.parametrize(
    ("letter", "moved_from", "paper"),
    [
        ("1-a/index", "", "1-a/olle"),
        ("1-a/index", "", ""),
        # Its folder is gone, too.
        ("1-a", "", ""),
        ("1-ny", "1-a", ""),
        ("1-ny/index", "1-a", ""),
        ("1-ny/index", "1-a", "1-ny/olle"),
    ],
)
def test_of_a_case_that_is_confidential_no_paper_is_named_though_it_is_gone(
    tmp_path: Path, letter: str, moved_from: str, paper: str
) -> None:
    issued = record(19, cases=("1-a/index", "1-a/olle", "3-c")).replace(
        "1-a/olle.md, title: T", "1-a/olle.md, title: O"
    )
    secret = SECRET.replace("title", f"moved_from: {moved_from}\ntitle") if moved_from else SECRET
    found = meeting_of(tmp_path, issued, **{letter: secret, "3-c": CASE, **({paper: CASE} if paper else {})})
    assert [each.title for each in found.issues[0].documents] == ["", "", "", "T"]
    assert found.issues[0].withheld


LISTS = "---\ntitle: Budget\nkind: information\nattachments:\n  - {{{row}}}\n---\n\nText.\n"


@pytest.mark.parametrize(
    ("row", "withheld"),
    [
        ("title: Olle, separate: true, access: confidential", [True, True, False]),
        ("title: ' Olle', separate: true, access: confidential", [True, True, False]),
        ("title: 2022, separate: true, access: confidential", [True, True, False]),
        ("title: Olle, separate: true", [False, False, False]),
        ("title: Eva, separate: true, access: confidential", [False, False, False]),
        ("file: olle.pdf, separate: true, access: confidential", [True, True, False]),
        ("file: olle.pdf, separate: true", [False, False, False]),
    ],
)
def test_an_issue_whose_letter_names_a_paper_without_pages_that_is_confidential_is_withheld(
    tmp_path: Path, row: str, withheld: list[bool]
) -> None:
    """The record keeps its number after it has left: that is not to have named it."""
    name = next(each for each in ("olle.pdf", "'2022'", "Olle") if each.strip("'") in row or each == "Olle")
    listed = record(19, 21, 23, cases=("1-a/index", "2-b", "3-c"))
    for left in ("", "", ", left: [1]"):
        listed = listed.replace("'1'}", f"'1', attachments: [{name}]{left}}}", 1)
    if "file" in row:
        written(tmp_path, {"gsn/2022-09-26/1-a/olle.pdf": PDF})
    found = meeting_of(tmp_path, listed, **{"1-a/index": LISTS.format(row=row), "2-b": CASE, "3-c": CASE})
    assert [issue.withheld for issue in found.issues] == withheld


def test_a_change_of_what_went_out_is_told_though_it_is_confidential(tmp_path: Path) -> None:
    change = "document: 2-b.md, date: 2022-09-20, reason: x"
    found = meeting_of(tmp_path, record(19), change, **files(_2_b=SECRET))
    assert [each.path for each in found.changes] == ["gsn/2022-09-26/2-b.md"]


def test_a_paper_of_the_same_title_in_another_case_is_another(tmp_path: Path) -> None:
    listed = record(19, cases=("1-a/index", "2-b", "3-c")).replace("'2'}", "'2', attachments: [Olle]}", 1)
    secret = LISTS.format(row="title: Olle, separate: true, access: confidential")
    found = meeting_of(tmp_path, listed, **{"1-a/index": secret, "2-b": CASE, "3-c": CASE})
    assert [issue.withheld for issue in found.issues] == [False]


def test_confidential_cases_keep_the_numbers_that_they_went_out_with(tmp_path: Path) -> None:
    out = record(19, cases=("", "2-b", "", "4-d"))
    found = meeting_of(tmp_path, out, _0_ny=CASE, _1_a=SECRET, _2_b=CASE, _3_c=SECRET, _4_d=CASE)
    told = [(row.number, row.case is not None and row.case.access is Access.CONFIDENTIAL) for row in found.agenda]
    assert told == [("5", False), ("1", True), ("2", False), ("3", True), ("4", False)]
    assert [case.path for case in found.cases if case.access is Access.CONFIDENTIAL] == [
        "gsn/2022-09-26/arende-1.md",
        "gsn/2022-09-26/arende-3.md",
    ]


def test_a_case_that_becomes_confidential_takes_no_number_of_another(tmp_path: Path) -> None:
    found = meeting_of(tmp_path, record(19), **files(_2_b=SECRET))
    assert [row.number for row in found.agenda] == ["1", "2", "3"]
    found = meeting_of(tmp_path / "b", record(19, cases=("1-a", "", "3-c")), **files(_1_a=SECRET, _2_b=SECRET))
    assert [row.number for row in found.agenda] == ["1", "2", "3"]


def _numbers(root: Path, rows: tuple[str, ...], issues: str, *names: str) -> list[str]:
    """The numbers of an agenda that is written out."""
    told = "agenda:\n" + "".join(f"  - {{{row}}}\n" for row in rows)
    texts = {"index.md": MEETING.replace("issued", f"{told}issued", 1), "issues/issues.yml": issues}
    papers = {f"{name}.md": CASE for name in names}
    pdfs = {f"issues/{n}.pdf": PDF for n in range(1, issues.count("date:") + 1)}
    archive, _, _ = read_archive(archive_of(root, {**texts, **papers, **pdfs}))
    (found,) = (each for _, each in archive.meetings())
    return [row.number for row in found.agenda]


CLOSING = "formality: Avslutning, numbered: true"


def test_no_row_gets_a_number_that_another_has_or_had(tmp_path: Path) -> None:
    out = record(19, cases=("1-a", "2-b"))
    rows = ("case: 1-a", "case: 9-ny", "case: 2-b", CLOSING)
    assert _numbers(tmp_path, rows, out, "1-a", "2-b", "9-ny") == ["1", "3", "2", "4"]


def test_a_row_that_is_no_case_keeps_the_number_that_went_out(tmp_path: Path) -> None:
    told = "      - {row: Avslutning, number: '3'}\n    documents:"
    out = record(19, cases=("1-a", "2-b")).replace("    documents:", told)
    for place, (rows, numbers) in enumerate(
        (
            (("case: 1-a", "case: 2-b", CLOSING), ["1", "2", "3"]),
            (("case: 1-a", "case: 9-ny", CLOSING), ["1", "4", "3"]),
            ((CLOSING, "case: 1-a", CLOSING), ["3", "1", "4"]),
            (("case: 1-a", "formality: Annat, numbered: true"), ["1", "4"]),
            (("case: 1-a", "formality: Avslutning"), ["1", ""]),
        )
    ):
        names = [row.removeprefix("case: ") for row in rows if row.startswith("case")]
        assert _numbers(tmp_path / str(place), rows, out, *names) == numbers


def test_a_number_that_went_out_is_given_to_no_new_case_though_its_own_was_withdrawn_issues_ago(tmp_path: Path) -> None:
    out = record(19) + record(21, cases=("1-a", "2-b")).removeprefix("issues:\n")
    change = "document: 3-c.md, date: 2022-09-20, reason: x, withhold: false"
    found = meeting_of(tmp_path / "new", out, change, _1_a=CASE, _2_b=CASE, _4_d=CASE)
    assert [row.number for row in found.agenda] == ["1", "2", "4"]
    back = meeting_of(tmp_path / "back", out, change, _1_a=CASE, _2_b=CASE, _3_c=CASE)
    assert [row.number for row in back.agenda] == ["1", "2", "3"]


def test_of_what_was_confidential_and_is_gone_no_other_case_gets_the_number(tmp_path: Path) -> None:
    out = record(19, cases=("1-a", "", "3-c")) + record(21, cases=("1-a",)).removeprefix("issues:\n")
    change = "document: 3-c.md, date: 2022-09-20, reason: x, withhold: false"
    found = meeting_of(tmp_path, out, change, _1_a=CASE, _4_d=SECRET, _5_e=CASE)
    assert [row.number for row in found.agenda] == ["1", "4", "5"]
