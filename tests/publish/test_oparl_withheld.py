"""What OParl tells of nothing that may not be shown, and deletes of what was withdrawn."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import Access, CaseKind
from kallelse.model.record import Publication

from tests.publish import archives, records
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.oparlcheck import Object, kind_of, objects
from tests.publish.oparlsites import API, FOLDER, addresses_and_files, made, odd


def test_nothing_is_said_of_what_is_not_issued_or_not_adjusted() -> None:
    _, files = made("called")
    planned = files[f"{API}/meetings/{GSN}/2022-11-28.json"]
    assert planned["meetingState"] == "terminiert"
    assert {"agendaItem", "invitation", "participant", "resultsProtocol"}.isdisjoint(planned)
    _, files = made("at once")
    items = files[f"{API}/meetings/{FOLDER}.json"]["agendaItem"]
    assert [each["order"] for each in items if "resolutionText" in each] == [4]


@pytest.mark.parametrize("publication", [Publication.HEADING, Publication.NUMBER])
def test_of_a_paragraph_that_is_not_published_no_decision_is_told(publication: Publication) -> None:
    def of_case(archive: Archive) -> tuple[Object, Object]:
        """The item of the case, and its consultation."""
        _, files = addresses_and_files(archive, records.LATER)
        own = f"{FOLDER}/04-digitaliseringsstrategi/index.json"
        return files[f"{API}/agendaitems/{own}"], files[f"{API}/consultations/{own}"]

    item, consultation = of_case(records.archive())
    assert item["resolutionText"].startswith("Tidsramen")
    assert consultation["authoritative"] is True
    item, consultation = of_case(records.withheld(24, publication))
    assert item["result"] == "Publiceras inte"
    assert "resolutionText" not in item
    assert "authoritative" not in consultation


def test_a_confidential_case_is_an_item_with_its_public_title_and_nothing_else() -> None:
    _, files = made("secret")
    item = files[f"{API}/agendaitems/{FOLDER}/arende-2.json"]
    assert set(item) == {"id", "type", "number", "order", "name", "created", "modified", "web", "meeting"}
    assert item["name"] == "Uppgiften omfattas av sekretess."
    assert f"{API}/consultations/{FOLDER}/arende-2.json" not in files
    papers = [value for value in objects(files) if kind_of(value) == "Paper"]
    assert [value["name"] for value in papers if "sekretess" in value["name"]] == []
    assert [value["id"] for value in objects(files) if kind_of(value) == "File" and "bilaga" in value["id"]] == []


def test_a_confidential_case_is_no_part_of_the_paper_of_its_matter() -> None:
    known, hidden = (
        plain_case(FOLDER, name, title, CaseKind.DECISION, dnr=Dnr("GSN 2022/9"), access=access)
        for name, title, access in (("01-a", "Avtal", Access.PUBLIC), ("arende-2", "Stängt", Access.CONFIDENTIAL))
    )
    _, files = addresses_and_files(with_meeting(meeting(GSN, "2022-09-26", *numbered(known, hidden))), archives.AS_OF)
    (paper,) = (value for value in objects(files) if kind_of(value) == "Paper")
    assert (paper["name"], len(paper["consultation"])) == ("Avtal", 1)
    assert [value["name"] for value in objects(files) if value.get("name") == "Stängt"] == ["Stängt"]


def test_what_was_withdrawn_after_the_issue_is_deleted_and_what_may_not_be_told_is_not() -> None:
    _, files = made("odd")
    gone = {value["id"].removeprefix(f"{API}/"): value for value in objects(files) if value.get("deleted")}
    assert set(gone) == {
        f"agendaitems/{FOLDER}/02-borta.json",
        f"consultations/{FOLDER}/02-borta.json",
        f"files/{FOLDER}/03-bilagor/bilaga-2-karta.pdf.json",
        f"files/{FOLDER}/03-bilagor/bilaga-3-text.html.json",
        f"files/{FOLDER}/03-bilagor/bilaga-4-rapport.pdf.json",
    }
    for value in gone.values():
        assert set(value) == {"id", "type", "created", "modified", "deleted"}
        assert (value["created"][:10], value["modified"][:10]) == ("2022-09-19", "2022-09-20")
    assert "hemlig" not in json.dumps(files)


def test_what_was_withdrawn_is_deleted_where_it_was_before_its_meeting_was_moved() -> None:
    (committee,) = odd().committees
    meetings = tuple(
        replace(
            each,
            moved_from=("2022-09-19",),
            agenda=tuple(
                replace(row, case=replace(row.case, moved_from=("02-papper",)))
                if row.case is not None and "03-bilagor" in row.case.path
                else row
                for row in each.agenda
            ),
        )
        if each.folder == "2022-09-26"
        else each
        for each in committee.meetings
    )
    moved = replace(odd(), committees=(replace(committee, meetings=meetings, moved_from=("namnden",)),))
    _, files = addresses_and_files(moved, archives.AS_OF)
    assert {value["id"].removeprefix(f"{API}/") for value in objects(files) if value.get("deleted")} == {
        "agendaitems/namnden/2022-09-19/02-borta.json",
        "consultations/namnden/2022-09-19/02-borta.json",
        "files/namnden/2022-09-19/02-papper/bilaga-2-karta.pdf.json",
        "files/namnden/2022-09-19/02-papper/bilaga-3-text.html.json",
        "files/namnden/2022-09-19/02-papper/bilaga-4-rapport.pdf.json",
    }


def test_nothing_withdrawn_later_than_the_day_of_the_build_is_told() -> None:
    early = replace(odd(), committees=tuple(
        replace(committee, meetings=tuple(replace(each, changes=tuple(
            replace(change, date=dt.date(2022, 9, 22)) for change in each.changes)) for each in committee.meetings))
        for committee in odd().committees))  # fmt: skip
    _, files = addresses_and_files(early, archives.AS_OF)
    assert not [value for value in objects(files) if value.get("deleted")]


def test_nor_what_is_in_an_issue_that_is_no_longer_shown() -> None:
    hidden = replace(odd(), committees=tuple(
        replace(committee, meetings=tuple(replace(each, issues=tuple(
            replace(issue, withheld=True) for issue in each.issues)) for each in committee.meetings))
        for committee in odd().committees))  # fmt: skip
    _, files = addresses_and_files(hidden, archives.AS_OF)
    assert not [value for value in objects(files) if value.get("deleted")]
