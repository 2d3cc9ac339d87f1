"""What is changed after an issue: each change must be said, and cases and attachments keep their numbers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from kallelse.build import check

from tests.folders import CASE, written
from tests.site.builds import called, kallelse
from tests.site.issues import FOLDER, codes, declare, index, issue, sent


def test_each_change_after_the_issue_has_to_be_said(folder: Path) -> None:
    sent(folder)
    case = folder / "meetings" / FOLDER / "02-budget"
    written(case, {"bilaga-3-sen.md": "---\ntitle: Sen\n---\n\nSent.\n"})
    (case / "bilaga-2-priser.md").unlink()
    (case / "bilaga-1-ramar.md").write_text("---\ntitle: Ramar\n---\n\nAndra ramar.\n", encoding="utf-8")
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("place: Digitalt", "place: Rådhuset"), encoding="utf-8")
    assert sorted(codes(folder)) == ["change-added", "change-cover", "change-replaced", "change-withdrawn"]
    assert kallelse(folder, "build").status == 1
    names = "02-budget/bilaga-3-sen.md", "02-budget/bilaga-2-priser.md", "02-budget/bilaga-1-ramar.md", "index.md"
    declare(folder, *(f"{name}: Därför." for name in names))
    assert codes(folder) == ["change-withhold"]
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(re.sub(r"(bilaga-2-priser.md, .*)}", r"\1, withhold: false}", text), encoding="utf-8")
    assert codes(folder) == []
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    assert (folder / "site" / FOLDER / "utskick-1-kallelse.pdf").exists()
    page = (folder / "site" / FOLDER / "index.html").read_text(encoding="utf-8")
    for words in ("Bilaga 3 Sen", "Bilaga 2 Priser", "Bilaga 1 Ramar", "Uppgifter om mötet", "kallelse-tillagg.pdf"):
        assert words in page
    changes = json.loads((folder / "site" / FOLDER / "kallelse.json").read_text(encoding="utf-8"))["changes"]
    assert sorted(each["kind"] for each in changes) == ["added", "replaced", "replaced", "withdrawn"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Karin Ahlström (S)", "Ola Ek (S)"),
        ("place: Digitalt", "place: Digitalt\ntitle: Extra"),
        ("place: Digitalt", "place: Digitalt\nrecipients: [Ledamöter]"),
        ("place: Digitalt", "place: Digitalt\nstatus: cancelled\nstatus_note: För få anmälda"),
        ("place: Digitalt", "place: Digitalt\nagenda: [{case: 02-budget}, {case: 01-val}, {case: 03-centrum}]"),
        (
            "place: Digitalt",
            "place: Digitalt\nagenda: [{group: A}, {case: 01-val}, {case: 02-budget}, {case: 03-centrum}]",
        ),
    ],
)
def test_a_change_of_the_cover_has_to_be_said_and_can_go_out(folder: Path, old: str, new: str) -> None:
    sent(folder)
    text = index(folder).read_text(encoding="utf-8")
    assert old in text
    index(folder).write_text(text.replace(old, new), encoding="utf-8")
    assert codes(folder) == ["change-cover"]
    declare(folder, "index.md: Därför.")
    assert codes(folder) == []
    assert "Utskick 2" in issue(folder, "--date", "2022-09-22")
    assert codes(folder) == []
    assert "Ingenting har ändrats" in called(folder, "issue", FOLDER, "--date", "2022-09-23").said


_CITED = """
```ekonomi
id: drift
enhet: tkr
| Post | Utfall |
| Skola | 12 |
```

Skolan kostar {drift: Skola, Utfall}.
"""


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        ("02-budget/index.md", "", "change-replaced"),
        ("03-centrum.md", "", "change-replaced"),
        ("03-centrum.md", _CITED, "change-replaced"),
        ("index.md", "", "change-cover"),
    ],
)
def test_a_picture_drawn_anew_is_a_change_of_the_text_that_shows_it(
    folder: Path, text: str, more: str, code: str
) -> None:
    meeting = folder / "meetings" / FOLDER
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="{}" height="9"/></svg>'
    shown = "bild.svg" if "/" not in text else "../bild.svg"
    written(
        meeting,
        {
            "bild.svg": drawing.format(9),
            text: (meeting / text).read_text(encoding="utf-8") + f"{more}\n![Plan]({shown})\n",
        },
    )
    issue(folder, "--date", "2022-09-19")
    assert codes(folder) == []
    written(meeting, {"bild.svg": drawing.format(8)})
    assert codes(folder) == [code]
    declare(folder, f"{text}: Rättad plan.")
    assert codes(folder) == []


def test_a_letter_is_another_where_it_lists_attachments_that_are(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    declare(folder, "02-budget/index.md: Listan är en annan.", "03-centrum.md: Därför.")
    assert codes(folder) == ["change-nothing", "change-nothing"]
    written(meeting, {"02-budget/bilaga-3-sen.md": "---\ntitle: Sen\n---\n\nSent.\n"})
    assert codes(folder) == ["change-added", "change-nothing"]
    (meeting / "02-budget/bilaga-3-sen.md").unlink()
    written(meeting, {"02-budget/bilaga-1-ramar.md": "---\ntitle: Nya ramar\n---\n\nRamar.\n"})
    assert codes(folder) == ["change-replaced", "change-nothing"]


def test_cases_and_attachments_keep_their_numbers(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    (meeting / "02-budget/bilaga-1-ramar.md").unlink()
    written(meeting, {"02-budget/bilaga-0-sen.md": "---\ntitle: Sen\n---\n\nSent.\n", "00-ny.md": CASE})
    archive = check(folder / "meetings").archive
    (found,) = (found for _, found in archive.meetings())
    assert [(row.title, row.number) for row in found.agenda] == [
        ("Budget", "4"),
        ("Val av justerare", "1"),
        ("Budget", "2"),
        ("Centrum", "3"),
    ]
    budget = found.cases[2]
    assert [(each.title, each.number) for each in budget.attachments] == [("Priser", 2), ("Sen", 3)]


def test_a_row_that_is_no_case_keeps_its_number_through_every_issue(folder: Path) -> None:
    rows = "agenda:\n  - case: 01-val\n  - case: 02-budget\n  - case: 03-centrum\n"
    closing = "  - {formality: Avslutning, numbered: true}\n"
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("place:", f"{rows}{closing}place:"), encoding="utf-8")
    issue(folder, "--date", "2022-09-19")
    meeting = folder / "meetings" / FOLDER
    for number, name in enumerate(("04-sent", "05-senare"), start=5):
        text = index(folder).read_text(encoding="utf-8")
        index(folder).write_text(text.replace(closing, f"  - case: {name}\n{closing}"), encoding="utf-8")
        written(meeting, {f"{name}.md": CASE.replace("Budget", name) + "\nText.\n"})
        text, told = (
            index(folder).read_text(encoding="utf-8"),
            f"  - {{document: {name}.md, date: 2022-09-2{number - 5}",
        )
        head = "" if "changes:\n" in text else "changes:\n"
        more = f"{head}{told}, reason: Kom sent.}}\n"
        place = "issued:" if head else "  - {document: 04-sent.md"
        index(folder).write_text(text.replace(place, more + place, 1), encoding="utf-8")
        issue(folder, "--date", f"2022-09-2{number - 5}")
        archive = check(folder / "meetings").archive
        (found,) = (found for _, found in archive.meetings())
        assert [row.number for row in found.agenda[-2:]] == [str(number), "4"]
    assert (meeting / "issues/issues.yml").read_text(encoding="utf-8").count("{row: Avslutning, number: '4'}") == 3


def test_a_case_that_gets_a_folder_for_a_late_paper_is_still_the_same(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    (meeting / "03-centrum").mkdir()
    (meeting / "03-centrum.md").rename(meeting / "03-centrum/index.md")
    written(meeting, {"03-centrum/bilaga.md": "---\ntitle: Sen\n---\n\nSent.\n"})
    assert codes(folder) == ["change-added"]
    declare(folder, "03-centrum/bilaga.md: Kom in sent.")
    assert codes(folder) == []
    assert kallelse(folder, "build").status == 0
    agenda = json.loads((folder / "site" / FOLDER / "kallelse.json").read_text(encoding="utf-8"))["agenda"]
    assert [(row["number"], [each["printed"] for each in row["ranges"]]) for row in agenda][2] == ("3", ["5–6"])


def test_a_link_to_what_is_kept_of_an_issue_is_dead(folder: Path) -> None:
    sent(folder)
    case = folder / "meetings" / FOLDER / "03-centrum.md"
    case.write_text(case.read_text(encoding="utf-8") + "\n[Utskicket](issues/1.pdf)\n", encoding="utf-8")
    assert "change-replaced" in codes(folder)
    assert any(code.startswith("link") or "file" in code for code in codes(folder) if code != "change-replaced")


# What is said of changes


def test_what_is_said_of_no_document_of_a_day_before_or_twice_is_told(folder: Path) -> None:
    issue(folder, "--date", "2022-09-25")
    declare(folder, "02-budget/bilaga-1-rama.md: x", "helt-annat.md: x", "03-centrum.md: x", "03-centrum.md: x")
    assert sorted(codes(folder)) == [
        "change-early",
        "change-early",
        "change-misspelt",
        "change-twice",
        "change-unknown",
    ]


def test_changes_before_an_issue_are_only_a_remark(folder: Path) -> None:
    text = index(folder).read_text(encoding="utf-8").replace("place:", "issued: 2022-09-19\nplace:")
    index(folder).write_text(text, encoding="utf-8")
    declare(folder, "03-centrum.md: x")
    assert codes(folder) == ["changes-unissued"]


def test_a_change_that_was_none_is_told(folder: Path) -> None:
    sent(folder)
    declare(folder, "03-centrum.md: Fel datum rättat.")
    assert codes(folder) == ["change-nothing"]


def test_a_case_that_cannot_be_read_is_not_told_as_gone(folder: Path) -> None:
    sent(folder)
    for name in ("02-budget/index.md", "03-centrum.md"):
        case = folder / "meetings" / FOLDER / name
        case.write_text(case.read_text(encoding="utf-8").replace("title:", "titel_x: a\ntitle:", 1), encoding="utf-8")
    assert set(codes(folder)) == {"field-misspelt"}


def test_a_case_that_says_what_it_was_called_is_the_same_after_the_issue(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    (meeting / "02-budget").rename(meeting / "02-ramar")
    (meeting / "03-centrum.md").rename(meeting / "03-torget.md")
    assert codes(folder) == ["issue-foreign"]
    for name, old in (("02-ramar/index.md", "02-budget"), ("03-torget.md", "03-centrum.md")):
        text = (meeting / name).read_text(encoding="utf-8")
        (meeting / name).write_text(text.replace("---\n", f"---\nmoved_from: {old}\n", 1), encoding="utf-8")
    assert codes(folder) == []
    built = kallelse(folder, "build")
    assert built.status == 0, built.said


def test_a_meeting_that_went_out_under_another_name_has_to_say_so(folder: Path) -> None:
    sent(folder)
    meetings = (folder / "meetings" / FOLDER).parent
    (meetings / "2022-09-26").rename(meetings / "2022-10-03")
    moved = meetings / "2022-10-03" / "index.md"
    text = moved.read_text(encoding="utf-8").replace("2022-09-26", "2022-10-03")
    change = "changes:\n  - {document: index.md, date: 2022-09-22, reason: Flyttat}\n"
    moved.write_text(text.replace("---\n", f"---\n{change}", 1), encoding="utf-8")
    (told,) = check(folder / "meetings").findings
    assert told.code == "moved-unsaid"
    assert told.words["names"] == "2022-09-26"
    text = moved.read_text(encoding="utf-8")
    moved.write_text(text.replace("---\n", "---\nmoved_from: 2022-09-26\n", 1), encoding="utf-8")
    assert check(folder / "meetings").findings == ()


@pytest.mark.parametrize("option", ["diagram: nej", "diagram: Skola"])
def test_a_chart_that_is_left_out_after_the_issue_is_a_change(folder: Path, option: str) -> None:
    case = folder / "meetings" / FOLDER / "03-centrum.md"
    table = "\n```ekonomi\nenhet: tkr\n{}| Post | Budget | Utfall |\n| Skola | 10 | 12 |\n| Vård | 20 | 21 |\n```\n"
    begin = case.read_text(encoding="utf-8")
    case.write_text(begin + table.format(""), encoding="utf-8")
    issue(folder, "--date", "2022-09-19")
    assert codes(folder) == []
    case.write_text(begin + table.format(f"{option}\n"), encoding="utf-8")
    assert codes(folder) == ["change-replaced"]
    declare(folder, "03-centrum.md: Annat diagram")
    assert codes(folder) == []


@pytest.mark.parametrize(("old", "new"), [("02-budget", "02-budget-2023"), ("03-centrum.md", "03-torget.md")])
def test_a_case_that_only_got_another_name_is_told_how_to_say_so(folder: Path, old: str, new: str) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    (meeting / old).rename(meeting / new)
    assert "case-renamed" in codes(folder)
    assert not {"change-added", "change-withdrawn"} & set(codes(folder))
    assert f"Skriv moved_from: {old} i ärendet" in called(folder, "check").said
    case = meeting / new if new.endswith(".md") else meeting / new / "index.md"
    case.write_text(case.read_text("utf-8").replace("title:", f"moved_from: {old}\ntitle:", 1), "utf-8")
    assert codes(folder) == []


def test_an_attachment_that_only_got_another_name_is_told_which_it_had(folder: Path) -> None:
    sent(folder)
    case = folder / "meetings" / FOLDER / "02-budget"
    (case / "bilaga-2-priser.md").rename(case / "bilaga-2-taxor.md")
    assert "attachment-renamed" in codes(folder)
    assert not {"change-added", "change-withdrawn"} & set(codes(folder))
    assert "02-budget/bilaga-2-taxor.md hette 02-budget/bilaga-2-priser.md" in called(folder, "check").said
