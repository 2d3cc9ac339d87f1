"""What the site says of itself: missing papers and minutes, late notices, what is not shown, never what it is."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from kallelse.model.archive import Archive
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.issue import Issue
from kallelse.model.meeting import CaseKind, Document, Meeting, MeetingStatus
from kallelse.model.published import published
from kallelse.model.record import Adjustment, ParagraphSet, Posting, Publication

from tests.publish import archives, councils, noticed, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting

REPORT = "data/rapport.html"
HELD = dt.date(2022, 9, 26)


def told(archive: Archive, as_of: dt.date) -> dict[str, Any]:
    """The report as a program reads it."""
    assets = sites.open_data(published(archive, as_of), {}, as_of, ())
    found: dict[str, Any] = json.loads(next(each.content for each in assets if each.address == "data/rapport.json"))
    return found


def of_meeting(one: Meeting, as_of: dt.date) -> dict[str, Any]:
    (year,) = told(with_meeting(one), as_of)["years"]
    return {name: value for name, value in year.items() if value and name not in ("committee", "year")}


def one_case(day: str = "2022-09-26", **fields: Any) -> Meeting:
    case = plain_case(f"{GSN}/{day}", "01-a", "A", CaseKind.DECISION)
    return meeting(GSN, day, *numbered(case), **fields)


@pytest.mark.parametrize(
    ("after", "expected"), [(0, {"cases": 1}), (1, {"held": 1, "cases": 1}), (21, {"held": 1, "cases": 1}),
                            (22, {"held": 1, "cases": 1, "without_minutes": 1})],
)  # fmt: skip
def test_minutes_are_missing_from_the_22nd_day_on(after: int, expected: dict[str, int]) -> None:
    assert of_meeting(one_case(), HELD + dt.timedelta(days=after)) == expected


def test_minutes_of_which_a_part_is_not_adjusted_are_missing_too() -> None:
    def missing(*sets: ParagraphSet) -> set[str]:
        archive = noticed.with_minutes(noticed.minutes(*sets))
        return {each["date"] for each in told(archive, dt.date(2022, 10, 31))["meetings"]["without_minutes"]}

    waiting = noticed.the_rest(adjustment=Adjustment(), postings=())
    assert "2022-09-26" not in missing(noticed.at_once(), noticed.the_rest())
    assert "2022-09-26" in missing(noticed.at_once(), waiting)


def test_a_meeting_that_was_held_and_never_called_is_without_papers() -> None:
    assert of_meeting(one_case(issued=None), HELD + dt.timedelta(days=1)) == {"held": 1, "without_papers": 1}
    assert of_meeting(one_case(issued=None), HELD) == {}


@pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.POSTPONED])
def test_what_was_called_off_was_not_held_and_lacks_nothing(status: MeetingStatus) -> None:
    found = of_meeting(one_case(status=status), HELD + dt.timedelta(days=60))
    assert found == {"cases": 1, status.value: 1}


@pytest.mark.parametrize(("day", "as_of", "late"), [(5, 10, 0), (6, 10, 1), (6, 5, 0), (None, 5, 0), (None, 6, 1)])
def test_a_notice_is_late_after_the_second_day_and_where_a_board_has_none(
    day: int | None, as_of: int, late: int
) -> None:
    postings = [Posting("Norrsala", dt.date(2022, 10, 4))]
    postings += [Posting("Ekvik", dt.date(2022, 10, day))] if day is not None else []
    minutes = noticed.minutes(noticed.at_once(), noticed.the_rest(postings=tuple(postings)))
    found = told(noticed.with_minutes(minutes), dt.date(2022, 10, as_of))
    assert len(found["meetings"]["late_notices"]) == late


def test_a_notice_that_hangs_nowhere_is_late_where_no_board_is_named() -> None:
    minutes = noticed.minutes(noticed.at_once(), noticed.the_rest(postings=(), boards=()))
    for as_of, late in ((5, 0), (6, 1)):
        found = told(noticed.with_minutes(minutes), dt.date(2022, 10, as_of))
        assert len(found["meetings"]["late_notices"]) == late


def test_what_is_withheld_is_counted_and_never_named() -> None:
    archive = with_meeting(archives.secret_meeting())
    found = told(archive, archives.AS_OF)
    assert (found["withheld"]["cases"], found["withheld"]["attachments"]) == (1, 1)
    page = sites.read(sites.by_address(archive)[REPORT])
    assert "sekretess" not in page.split("Ärenden")[1].split("Nämnd för nämnd")[0].lower()


def test_what_is_withheld_is_counted_by_provision() -> None:
    held = archives.secret_meeting()
    rows = tuple(
        replace(row, case=replace(row.case, ground="26:1")) if row.case is not None and row.number == "2" else row
        for row in held.agenda
    )
    archive = with_meeting(replace(held, agenda=rows))
    assert told(archive, archives.AS_OF)["withheld"]["grounds"] == {"26:1": 1, "": 1}
    said = sites.read(sites.by_address(archive)[REPORT])
    assert "26 kap. 1 § offentlighets- och sekretesslagen\n1\n" in said
    assert "Bestämmelsen är inte angiven\n1\n" in said


@pytest.mark.parametrize("publication", [Publication.ANONYMISED, Publication.HEADING, Publication.NUMBER])
def test_paragraphs_that_are_not_shown_in_full_are_counted_by_how_much_is(publication: Publication) -> None:
    paragraph = replace(noticed.paragraph(24, "Hemlig rubrik", "Hemligt."), publication=publication)
    archive = noticed.with_minutes(noticed.minutes(paragraphs=(paragraph,)))
    found = told(archive, noticed.AS_OF)
    assert found["withheld"]["paragraphs"][publication.value] == 1
    assert sum(found["withheld"]["paragraphs"].values()) == 1
    assert "Hemlig" not in json.dumps(found)


def test_issues_that_are_no_longer_shown_are_counted() -> None:
    issue = Issue(dt.date(2022, 9, 19), (), (), "1.pdf", withheld=True)
    assert told(with_meeting(one_case(issues=(issue,))), archives.AS_OF)["withheld"]["issues"] == 1


def test_attachments_with_a_page_that_has_no_text_are_named() -> None:
    def attached(*texts: str) -> Archive:
        folder = f"{GSN}/2022-09-26"
        pages = tuple(ForeignPage(595, 842, text) for text in texts)
        paper = Document(f"{folder}/01-a/karta.pdf", f"{folder}/01-a/karta.html", "Kartan", 1, foreign=Foreign(pages))
        case = replace(plain_case(folder, "01-a/index", "A", CaseKind.DECISION), attachments=(paper,))
        return with_meeting(meeting(GSN, "2022-09-26", *numbered(case)))

    expected = [{"title": "Kartan", "page": f"{GSN}/2022-09-26/01-a/karta.html"}]
    assert told(attached("Text", " \n"), archives.AS_OF)["unreadable"] == expected
    assert told(attached("Text"), archives.AS_OF)["unreadable"] == []


def test_page_table_and_json_say_the_same() -> None:
    archive = councils.council()
    assets = sites.open_data(published(archive, records.LATER), {}, records.LATER, ())
    text = next(each.content for each in assets if each.address == "data/rapport.csv").decode().removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    numbers = [[*map(str, each.values())] for each in told(archive, records.LATER)["years"]]
    assert rows[1:] == numbers
    page = sites.read(sites.by_address(archive, as_of=records.LATER)[REPORT])
    for row in rows:
        committee, year, *counts = row
        assert f"| {committee}, {year.lower()} | " + " | ".join(counts) in page
    assert len(rows[0]) == len(rows[1])


def test_of_many_the_latest_are_named_and_of_old_years_the_files_tell() -> None:
    held = [meeting(GSN, f"{year}-05-{day:02d}", issued=None) for year in range(2012, 2023) for day in (2, 9, 16)]
    page = sites.of_meetings(*held, as_of=dt.date(2022, 9, 21))["data/rapport.html"]
    read = sites.read(page)
    assert "Gemensamma servicenämnden 16 maj 2022" in read
    assert "Gemensamma servicenämnden 2 maj 2012" not in read
    # Twenty of each kind, the latest first.
    assert "Gemensamma servicenämnden 9 maj 2016" in read
    assert "Gemensamma servicenämnden 2 maj 2016" not in read
    assert read.count("och 13 till, som står i filen nedan") == 2
    assert "Åren före 2017 står i filerna nedan." in read
    assert "| Gemensamma servicenämnden, 2017 " in read
    assert "| 2016 " not in read
