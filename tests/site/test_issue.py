"""`kallelse issue`: what goes out is kept, again each time, and what is not to go out yet is refused."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from kallelse.issue import with_field
from kallelse.locale.beginnings import ISSUED
from kallelse.model.settings import Language

from tests.folders import MEETING, written
from tests.site.builds import called, kallelse
from tests.site.issues import FILES, FOLDER, codes, declare, index, issue, sent


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
    again = called(folder, "issue", FOLDER)
    assert again.status == 0
    assert "Ingenting har ändrats" in again.said
    assert not (folder / "meetings" / FOLDER / "issues/2.pdf").exists()


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


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_day_takes_the_place_of_the_comment_that_asks_for_it_and_of_no_other(language: Language) -> None:
    asking = ISSUED[language].format(day="2022-09-19")
    text = f"---\nstart: 2022-09-26 13:15\n# Ordföranden är bortrest.\n{asking}---\n# issued: i texten\n"
    assert with_field(text, "issued", dt.date(2022, 9, 18)) == text.replace(asking, "issued: 2022-09-18\n")


def test_a_build_says_for_which_day_it_is_and_what_comes_later(folder: Path) -> None:
    sent(folder)
    built = kallelse(folder, "build", "--as-of", "2022-09-01")
    assert built.status == 0, built.said
    assert "Bygget gäller 2022-09-01." in built.said
    assert f"Kallelser som går ut senare visas inte än: {FOLDER} (2022-09-19)." in built.said


@pytest.mark.parametrize(
    "empty",
    ["issued:", "issued: # dagen", "issued: ~", '"issued" :', "issued: ''", "issued:\n  null", "? issued\n:"],
)
def test_the_day_takes_the_place_of_an_empty_field(empty: str) -> None:
    text = f"---\nstart: 2022-09-26 13:15\n{empty}\nplace: Sal A\n---\nissued:\n"
    assert with_field(text, "issued", dt.date(2022, 9, 19)) == text.replace(
        f"{empty}\nplace: Sal A\n", "place: Sal A\nissued: 2022-09-19\n", 1
    )


@pytest.mark.parametrize(
    ("fields", "dated"),
    [
        ("{start: 2022-09-26 13:15, place: A}", "{issued: 2022-09-19, start: 2022-09-26 13:15, place: A}"),
        ("{start: 2022-09-26 13:15, # kl\n}", "{issued: 2022-09-19, start: 2022-09-26 13:15, # kl\n}"),
        ("{start: 1, issued:, place: A}", "{start: 1, issued: 2022-09-19, place: A}"),
        ("# Möte\n{start: 1, issued: null}\n# slut", "# Möte\n{start: 1, issued: 2022-09-19}\n# slut"),
    ],
)
def test_the_day_stands_within_the_braces_of_fields_that_have_some(fields: str, dated: str) -> None:
    assert with_field(f"---\n{fields}\n---\n", "issued", dt.date(2022, 9, 19)) == f"---\n{dated}\n---\n"


def test_a_line_of_a_text_that_looks_like_the_field_stays() -> None:
    text = '---\nplace: "Sal A,\nissued:\n  ovanför"\n---\n'
    assert with_field(text, "issued", dt.date(2022, 9, 19)) == text.replace('"\n---', '"\nissued: 2022-09-19\n---')


def test_the_day_begins_where_all_other_fields_do() -> None:
    text = "---\n# Inskjutet.\n\n  start: 2022-09-26 13:15\n  issued:\n  note:\n    issued: nej\n---\n"
    assert with_field(text, "issued", dt.date(2022, 9, 19)) == text.replace("  issued:\n", "", 1).replace(
        "nej\n", "nej\n  issued: 2022-09-19\n"
    )


# What is refused


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--renumber",), "inget att numrera om"),
        (("--date", "2022-13-01"), "2022-13-01' är ingen dag"),
    ],
)
def test_what_cannot_be_issued_writes_nothing(folder: Path, options: tuple[str, ...], words: str) -> None:
    done = called(folder, "issue", FOLDER, *options)
    assert done.status == 2
    assert words in done.said
    assert not (folder / "meetings" / FOLDER / "issues").exists()


def test_an_issue_names_the_meetings_where_there_is_none_of_that_name(folder: Path) -> None:
    done = called(folder, "issue", "gsn/2022-09-27")
    assert done.status == 2
    assert FOLDER in done.said


def test_an_error_stops_an_issue(folder: Path) -> None:
    written(folder / "meetings" / FOLDER, {"04-fel.md": "---\ntitel: Fel\n---\n"})
    done = called(folder, "issue", FOLDER, "--date", "2022-09-19")
    assert done.status == 1
    assert "04-fel.md" in done.said
    assert "Kallelsen gick inte ut och ingenting sparades." in done.said
    assert not (folder / "meetings" / FOLDER / "issues").exists()


def test_a_broken_meeting_is_told_where_it_is_to_be_issued(folder: Path) -> None:
    index(folder).write_text("---\nstart: i går\n---\n", encoding="utf-8")
    done = called(folder, "issue", FOLDER, "--date", "2022-09-19")
    assert done.status == 1
    assert f"{FOLDER}/index.md:2: fel:" in done.said


def test_a_packet_with_unfinished_texts_does_not_go_out(folder: Path) -> None:
    case = folder / "meetings" / FOLDER / "03-centrum.md"
    case.write_text(case.read_text(encoding="utf-8") + "\nNämnden beslutar att …\n", encoding="utf-8")
    assert codes(folder) == ["text-unfinished"]
    done = called(folder, "issue", FOLDER, "--date", "2022-09-19")
    assert (done.status, "03-centrum.md:8: fel: Raden" in done.said) == (1, True)
    assert "Kallelsen gick inte ut och ingenting sparades." in done.said
    assert not (folder / "meetings" / FOLDER / "issues").exists()
    index(folder).write_text(MEETING, encoding="utf-8")
    assert kallelse(folder, "build").status == 1


def test_a_day_older_than_the_issue_before_is_refused(folder: Path) -> None:
    sent(folder)
    done = called(folder, "issue", FOLDER, "--date", "2022-09-18")
    assert (done.status, "2022-09-19" in done.said) == (2, True)


def test_no_issue_is_dated_after_the_meeting(folder: Path) -> None:
    done = called(folder, "issue", FOLDER)
    assert (done.status, "Ange dagen med --date" in done.said) == (2, True)
    issue(folder, "--date", "2022-09-19")
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"] + "\nMer.\n"})
    declare(folder, "03-centrum.md: Mer.")
    again = called(folder, "issue", FOLDER)
    assert (again.status, "Ange dagen med --date" in again.said) == (2, True)
    assert not (folder / "meetings" / FOLDER / "issues/2.pdf").exists()
