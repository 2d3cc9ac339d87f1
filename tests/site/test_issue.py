"""`kallelse issue`: what goes out is kept, and from then on each change must be said."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from kallelse.build import check
from kallelse.issue import with_field

from tests import foreign
from tests.folders import CASE, MEETING, archive_of, written
from tests.site.builds import kallelse
from tests.site.issues import FILES, FOLDER, begun, codes, declare, index, issue, sent

# What was kept of a cover before all of it was: its place and times.
_PLACE_AND_TIMES = hashlib.sha256(b"Digitalt\n2022-09-26T13:15:00").hexdigest()[:16]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of the test's own, whose meeting is not issued yet."""
    return begun(tmp_path)


def test_the_first_issue_keeps_the_pdf_and_its_pages_and_writes_the_day(folder: Path) -> None:
    said = issue(folder, "--date", "2022-09-19")
    kept = folder / "meetings" / FOLDER / "issues"
    assert (kept / "1.pdf").read_bytes().startswith(b"%PDF")
    assert "issued: 2022-09-19\n---\n" in index(folder).read_text(encoding="utf-8")
    assert "Utskick 1, 2022-09-19: 5 sidor." in said
    assert codes(folder) == []
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site" / FOLDER
    # The same sources give the same bytes: what is published is what went out.
    assert (site / "kallelse.pdf").read_bytes() == (kept / "1.pdf").read_bytes()
    assert (site / "utskick-1-kallelse.pdf").read_bytes() == (kept / "1.pdf").read_bytes()
    page_map = json.loads((site / "kallelse.json").read_text(encoding="utf-8"))
    assert page_map["issues"] == [{"date": "2022-09-19", "file": "utskick-1-kallelse.pdf"}]


def test_an_issue_of_nothing_new_writes_nothing(folder: Path) -> None:
    sent(folder)
    again = kallelse(folder, "issue", FOLDER)
    assert again.status == 2
    assert "Ingenting har ändrats" in again.said
    assert not (folder / "meetings" / FOLDER / "issues/2.pdf").exists()


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
    assert "Ingenting har ändrats" in kallelse(folder, "issue", FOLDER, "--date", "2022-09-23").said


def test_a_case_without_documents_that_became_confidential_was_named_in_what_went_out(folder: Path) -> None:
    sent(folder)
    case = folder / "meetings" / FOLDER / "01-val.md"
    case.write_text(case.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8")
    assert kallelse(folder, "build").status == 0
    assert list((folder / "site" / FOLDER).glob("utskick-*")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("02-budget/index.md", "change-replaced"), ("03-centrum.md", "change-replaced"), ("index.md", "change-cover")],
)
def test_a_picture_drawn_anew_is_a_change_of_the_text_that_shows_it(folder: Path, text: str, code: str) -> None:
    meeting = folder / "meetings" / FOLDER
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="{}" height="9"/></svg>'
    shown = "bild.svg" if "/" not in text else "../bild.svg"
    written(
        meeting,
        {"bild.svg": drawing.format(9), text: (meeting / text).read_text(encoding="utf-8") + f"\n![Plan]({shown})\n"},
    )
    issue(folder, "--date", "2022-09-19")
    assert codes(folder) == []
    written(meeting, {"bild.svg": drawing.format(8)})
    assert codes(folder) == [code]
    declare(folder, f"{text}: Rättad plan.")
    assert codes(folder) == []


def test_a_record_from_before_knows_place_and_times_of_the_cover(folder: Path) -> None:
    sent(folder)
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    text = re.sub(r"    agenda:\n(?:      - .*\n)+", "", record.read_text(encoding="utf-8"))
    text = re.sub(r"digest: 2-\w+", f"digest: {_PLACE_AND_TIMES}", text)
    record.write_text(text, encoding="utf-8")
    assert codes(folder) == []
    assert "Ingenting har ändrats" in kallelse(folder, "issue", FOLDER, "--date", "2022-09-22").said
    said = index(folder).read_text(encoding="utf-8").replace("Karin Ahlström (S)", "Ola Ek (S)")
    index(folder).write_text(said, encoding="utf-8")
    assert codes(folder) == []
    declare(folder, "index.md: Annan ordförande.")
    assert codes(folder) == []
    assert "Utskick 2" in issue(folder, "--date", "2022-09-22")
    index(folder).write_text(said.replace("place: Digitalt", "place: Rådhuset"), encoding="utf-8")
    assert codes(folder) == ["change-cover"]


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


def test_a_second_issue_freezes_the_late_pages_too(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"02-budget/bilaga-3-sen.md": "---\ntitle: Sen\n---\n\nSent.\n"})
    declare(folder, "02-budget/bilaga-3-sen.md: Kom in sent.")
    assert "Utskick 2, 2022-09-22: 6 sidor." in issue(folder, "--date", "2022-09-22")
    record = (folder / "meetings" / FOLDER / "issues/issues.yml").read_text(encoding="utf-8")
    assert re.search(r"bilaga-3-sen\.md, .*pages: '6'", record)
    (folder / "meetings" / FOLDER / "02-budget/bilaga-3-sen.md").unlink()
    assert codes(folder) == ["change-withhold"]
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("sent.}", "sent., withhold: false}"), encoding="utf-8")
    assert codes(folder) == []
    assert kallelse(folder, "build").status == 0
    pages = json.loads((folder / "site" / FOLDER / "kallelse.json").read_text(encoding="utf-8"))["packet"]["pages"]
    assert pages == 6


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--renumber",), "inget att numrera om"),
        (("--date", "2022-13-01"), "2022-13-01 is no day"),
    ],
)
def test_what_cannot_be_issued_writes_nothing(folder: Path, options: tuple[str, ...], words: str) -> None:
    done = kallelse(folder, "issue", FOLDER, *options)
    assert done.status == 2
    assert words in done.said
    assert not (folder / "meetings" / FOLDER / "issues").exists()


def test_an_issue_names_the_meetings_where_there_is_none_of_that_name(folder: Path) -> None:
    done = kallelse(folder, "issue", "gsn/2022-09-27")
    assert done.status == 2
    assert FOLDER in done.said


def test_an_error_stops_an_issue(folder: Path) -> None:
    written(folder / "meetings" / FOLDER, {"04-fel.md": "---\ntitel: Fel\n---\n"})
    done = kallelse(folder, "issue", FOLDER, "--date", "2022-09-19")
    assert done.status == 1
    assert "04-fel.md" in done.said
    assert not (folder / "meetings" / FOLDER / "issues").exists()


def test_a_day_older_than_the_issue_before_is_refused(folder: Path) -> None:
    sent(folder)
    done = kallelse(folder, "issue", FOLDER, "--date", "2022-09-18")
    assert (done.status, "2022-09-19" in done.said) == (2, True)


def test_what_has_become_confidential_is_no_longer_published_as_it_went_out(folder: Path) -> None:
    secret = {"02-budget/hemlig-bilaga.md": "---\ntitle: Särskilt hemligt\n---\n\nHemligheten.\n"}
    written(folder / "meetings" / FOLDER, secret)
    issue(folder, "--date", "2022-09-19")
    text = secret["02-budget/hemlig-bilaga.md"].replace("title", "access: confidential\ntitle")
    written(folder / "meetings" / FOLDER, {"02-budget/hemlig-bilaga.md": text})
    declare(folder, "02-budget/hemlig-bilaga.md: Sekretess.")
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site" / FOLDER
    assert not (site / "utskick-1-kallelse.pdf").exists()
    leaks = [
        path.relative_to(folder)
        for path in (folder / "site").rglob("*")
        if path.is_file() and path.suffix in (".html", ".json") and "hemlig" in path.read_text(encoding="utf-8").lower()
    ]
    assert leaks == []
    assert "hemlig" not in foreign.words_of((site / "kallelse.pdf").read_bytes()).lower()


def test_a_link_to_what_is_kept_of_an_issue_is_dead(folder: Path) -> None:
    sent(folder)
    case = folder / "meetings" / FOLDER / "03-centrum.md"
    case.write_text(case.read_text(encoding="utf-8") + "\n[Utskicket](issues/1.pdf)\n", encoding="utf-8")
    assert "change-replaced" in codes(folder)
    assert any(code.startswith("link") or "file" in code for code in codes(folder) if code != "change-replaced")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("pages: '2'", "pages: två", "issue-pages"),
        ("issues:", "isues:", "field-misspelt"),
        ("    documents:", "    dokument:", "field-missing"),
        ("pages: '2'", "pages: '3'", "issue-record"),
        ("pages: '5'", "pages: '7'", "issue-record"),
        ("pages: '1'", "pages: '1, 2'", "issue-record"),
        ("number: '2'", "number: två", "issue-record"),
        ("issues:", "issues: []\nold:", "field-unknown"),
        ("pages: '2'", "pages: 2a–3", "issue-pages"),
        ("pages: '2'", "pages: 9–3", "issue-pages"),
        ("pages: '2'", "pages: 2–999999", "issue-pages"),
        ("pages: '2'", "pages: 2–2zzzz", "issue-pages"),
        ("pages: '2'", "pages: '2, 2zzz'", "issue-record"),
        ("pages: '2'", "pages: '2, 2b'", "issue-record"),
        ("document: 03-centrum.md", "document: ../../../../etc/passwd", "issue-record"),
        ("document: 03-centrum.md", "document: /etc/passwd", "issue-record"),
        ("case: 03-centrum.md", "case: ../2022-06-13/03-centrum.md", "issue-record"),
        ("document: 03-centrum.md", "document: 02-budget/index.md", "issue-record"),
        ("digest: ", "digest: x", "issue-record"),
        ("    documents:", "    documents:\n<<<<<<< HEAD", "conflict-marks"),
        ("issues:", ">>>>>>> gren\nissues:", "conflict-marks"),
        ("date: 2022-09-19", "date: 2022-09-27", "issue-late"),
        ("date: 2022-09-19", "date: 2022-09-20", "issue-day"),
    ],
)
def test_a_record_changed_by_hand_is_told_and_asks_for_no_changes(folder: Path, old: str, new: str, code: str) -> None:
    sent(folder)
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new), encoding="utf-8")
    assert code in codes(folder)
    assert [each for each in codes(folder) if each.startswith("change")] == []
    assert "Traceback" not in kallelse(folder, "issue", FOLDER, "--renumber").said


def test_a_record_that_is_empty_is_told_apart_from_one_without_a_field(folder: Path) -> None:
    sent(folder)
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    for text in ("", "# Bara en kommentar\n", "\n\n"):
        record.write_text(text, encoding="utf-8")
        assert codes(folder) == ["issues-stray"]


def test_issues_are_in_order_of_their_days(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"] + "\nMer.\n"})
    declare(folder, "03-centrum.md: Mer.")
    issue(folder, "--date", "2022-09-22")
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("date: 2022-09-22", "date: 2022-09-18"), encoding="utf-8")
    assert codes(folder) == ["issue-order"]


def test_a_record_that_came_with_a_copy_of_another_meeting_is_told(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    copy = meeting.with_name("2022-10-24")
    shutil.copytree(meeting, copy)
    index_of_copy = copy / "index.md"
    text = index_of_copy.read_text(encoding="utf-8").replace("2022-09-26", "2022-10-24")
    index_of_copy.write_text(text, encoding="utf-8")
    assert set(codes(folder)) == {"issue-foreign"}
    # A meeting whose folder was given another name is none.
    shutil.rmtree(meeting)
    assert codes(folder) == ["change-cover"]


def test_a_record_that_names_nothing_of_the_meeting_is_told(folder: Path) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    other = archive_of(
        folder / "other", {"07-annat.md": CASE + "\nAnnat.\n", "index.md": MEETING.replace("Digitalt", "X")}
    )
    shutil.copytree(meeting / "issues", other / FOLDER / "issues")
    assert [finding.code for finding in check(other).findings] == ["issue-foreign"]
    same_cover = archive_of(folder / "same", {"07-annat.md": CASE + "\nAnnat.\n", "index.md": MEETING})
    shutil.copytree(meeting / "issues", same_cover / FOLDER / "issues")
    assert [finding.code for finding in check(same_cover).findings] == ["issue-foreign"]


def test_a_pdf_or_a_record_that_is_gone_is_told(folder: Path) -> None:
    sent(folder)
    kept = folder / "meetings" / FOLDER / "issues"
    (kept / "1.pdf").rename(folder / "1.pdf")
    assert codes(folder) == ["issue-no-pdf"]
    (folder / "1.pdf").rename(kept / "1.pdf")
    (kept / "1.pdf").write_bytes(b"<html>")
    assert codes(folder) == ["issue-no-pdf"]
    (kept / "issues.yml").write_text("issues: []\n", encoding="utf-8")
    assert codes(folder) == ["issues-stray"]
    (kept / "issues.yml").unlink()
    assert codes(folder) == ["issues-stray"]


def test_a_pdf_that_is_not_the_one_that_went_out_is_told(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"] + "\nMer.\n"})
    declare(folder, "03-centrum.md: Mer.")
    issue(folder, "--date", "2022-09-22")
    assert codes(folder) == []
    kept = folder / "meetings" / FOLDER / "issues"
    first, second = (kept / "1.pdf").read_bytes(), (kept / "2.pdf").read_bytes()
    (kept / "1.pdf").write_bytes(second)
    (kept / "2.pdf").write_bytes(first)
    assert codes(folder) == ["issue-other-pdf", "issue-other-pdf"]
    (kept / "1.pdf").write_bytes(first)
    (kept / "2.pdf").write_bytes(b"%PDF-skr\xe4p %%EOF")
    assert codes(folder) == ["issue-other-pdf"]


def test_a_record_from_before_says_less_of_its_pdf_and_is_right(folder: Path) -> None:
    sent(folder)
    kept = folder / "meetings" / FOLDER / "issues"
    text = (kept / "issues.yml").read_text(encoding="utf-8")
    (kept / "issues.yml").write_text(re.sub(r" +(?:sha256|meeting): .*\n", "", text), encoding="utf-8")
    assert codes(folder) == []
    (kept / "1.pdf").write_bytes(b"%PDF-junk")
    assert codes(folder) == ["issue-no-pdf"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_day_is_written_at_the_end_of_the_front_matter_and_nothing_else_changes(end: str) -> None:
    text = end.join(("---", "start: 2022-09-26 13:15", "---", "", "---", "Text"))
    mixed = text + "\r\nmer\n"
    assert (
        with_field(mixed, "issued", dt.date(2022, 9, 19))
        == with_field(text, "issued", dt.date(2022, 9, 19)) + "\r\nmer\n"
    )
    assert with_field(text, "issued", dt.date(2022, 9, 19)) == text.replace(
        f"13:15{end}---", f"13:15{end}issued: 2022-09-19{end}---"
    )


def test_no_issue_is_dated_after_the_meeting(folder: Path) -> None:
    done = kallelse(folder, "issue", FOLDER)
    assert (done.status, "Ange dagen med --date" in done.said) == (2, True)
    issue(folder, "--date", "2022-09-19")
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"] + "\nMer.\n"})
    declare(folder, "03-centrum.md: Mer.")
    again = kallelse(folder, "issue", FOLDER)
    assert (again.status, "Ange dagen med --date" in again.said) == (2, True)
    assert not (folder / "meetings" / FOLDER / "issues/2.pdf").exists()


def test_a_packet_with_unfinished_texts_does_not_go_out(folder: Path) -> None:
    case = folder / "meetings" / FOLDER / "03-centrum.md"
    case.write_text(case.read_text(encoding="utf-8") + "\nNämnden beslutar att …\n", encoding="utf-8")
    assert codes(folder) == ["text-unfinished"]
    done = kallelse(folder, "issue", FOLDER, "--date", "2022-09-19")
    assert (done.status, "03-centrum.md:8: anmärkning: Raden" in done.said) == (1, True)
    assert not (folder / "meetings" / FOLDER / "issues").exists()
    index(folder).write_text(MEETING, encoding="utf-8")
    assert kallelse(folder, "build").status == 1


def test_what_has_become_confidential_leaves_at_once(folder: Path) -> None:
    sent(folder)
    paper = folder / "meetings" / FOLDER / "02-budget/bilaga-2-priser.md"
    paper.write_text(
        paper.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8"
    )
    assert codes(folder) == ["change-withheld"]
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site" / FOLDER
    assert "Priserna" not in foreign.words_of((site / "kallelse.pdf").read_bytes())
    assert not (site / "utskick-1-kallelse.pdf").exists()


@pytest.mark.parametrize("gone", ["deleted", "renamed", "issued again and deleted"])
def test_what_was_confidential_does_not_come_back_when_its_file_is_gone(folder: Path, gone: str) -> None:
    sent(folder)
    paper = folder / "meetings" / FOLDER / "03-centrum.md"
    paper.write_text(
        paper.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8"
    )
    if gone.startswith("issued"):
        issue(folder, "--date", "2022-09-20")
    if gone == "renamed":
        paper.rename(paper.with_name("03-hemligt.md"))
    else:
        paper.unlink()
    if not gone.startswith("issued"):
        assert "change-withdrawn" in codes(folder)
        declare(folder, "03-centrum.md: Utgår.")
        assert codes(folder) == ["change-withhold"]
        text = index(folder).read_text(encoding="utf-8")
        index(folder).write_text(text.replace("Utgår.", "Utgår., withhold: true"), encoding="utf-8")
    assert codes(folder) == []
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site" / FOLDER
    assert not (site / "utskick-1-kallelse.pdf").exists()
    assert "entrum" not in foreign.words_of((site / "kallelse.pdf").read_bytes())
    assert "entrum" not in (site / "index.html").read_text(encoding="utf-8")


def test_what_was_replaced_is_withheld_as_it_was_where_that_is_said(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"].replace("Om centrum", "Om torget")})
    declare(folder, "03-centrum.md: Ett namn är borttaget.")
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("borttaget.", "borttaget., withhold: true"), encoding="utf-8")
    assert codes(folder) == []
    issue(folder, "--date", "2022-09-22")
    assert kallelse(folder, "build").status == 0
    site = folder / "site" / FOLDER
    assert not (site / "utskick-1-kallelse.pdf").exists()
    assert (site / "utskick-2-kallelse.pdf").exists()


def test_a_broken_meeting_is_told_where_it_is_to_be_issued(folder: Path) -> None:
    index(folder).write_text("---\nstart: i går\n---\n", encoding="utf-8")
    done = kallelse(folder, "issue", FOLDER, "--date", "2022-09-19")
    assert done.status == 1
    assert f"{FOLDER}/index.md:2: fel:" in done.said


def test_a_change_that_was_none_is_told(folder: Path) -> None:
    sent(folder)
    declare(folder, "03-centrum.md: Fel datum rättat.")
    assert codes(folder) == ["change-nothing"]


def test_a_build_says_for_which_day_it_is_and_what_comes_later(folder: Path) -> None:
    sent(folder)
    built = kallelse(folder, "build", "--as-of", "2022-09-01")
    assert built.status == 0, built.said
    assert "Bygget gäller 2022-09-01." in built.said
    assert f"Kallelser som går ut senare visas inte än: {FOLDER} (2022-09-19)." in built.said
