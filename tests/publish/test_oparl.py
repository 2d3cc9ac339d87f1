"""The objects by OParl 1.1: by the schemas, by the text, true to each other, and no more than the site shows."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.address import csv_address
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import AgendaRow, CaseKind, Document, Meeting, RowKind
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.published import published
from kallelse.model.record import Adjustment, ParagraphSet
from kallelse.model.settings import OpenData
from kallelse.model.text import Body
from kallelse.model.vote import Outcome
from kallelse.publish.oparl.documents import case_files, meeting_files
from kallelse.publish.oparl.thing import Ground
from kallelse.publish.plan import plan

from tests.publish import archives, noticed, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.oparlcheck import Object, kind_of, listed, objects, referred, within, wrong
from tests.publish.oparlsites import API, FOLDER, ROOT, addresses_and_files, made
from tests.publish.trees import para

NAMES = ("called", "decided", "at once", "notes", "council", "secret", "odd", "empty", "2022-09-21", "2022-10-10")
every_site = pytest.mark.parametrize("name", NAMES)


@every_site
def test_each_object_is_as_its_schema_says(name: str) -> None:
    _, files = made(name)
    assert [each for value in objects(files) for each in wrong(value)] == []
    assert {kind_of(value) for value in objects(files)} >= {"System", "Body", "LegislativeTerm"}


def test_what_a_schema_forbids_is_seen() -> None:
    _, files = made("decided")
    value = files[f"{API}/meetings/{FOLDER}.json"]
    broken: tuple[tuple[Object, str], ...] = (
        ({"start": "2022-09-26T13:15"}, "start"),
        ({"name": ""}, "name"),
        ({"participant": []}, "participant"),
        ({"own": "1"}, "own"),
        ({"cancelled": "no"}, "cancelled"),
        ({"location": value["agendaItem"][0]}, "location"),
        ({"agendaItem": [{**value["agendaItem"][0], "order": "1"}]}, "order"),
    )
    for change, said in broken:
        found = [*wrong({**value, **change})]
        assert len(found) == 1
        assert said in found[0]
    assert [*wrong({key: given for key, given in value.items() if key != "created"})]


@every_site
def test_each_object_stands_at_its_id_and_is_the_same_within_others(name: str) -> None:
    _, files = made(name)
    for address, value in files.items():
        if "type" in value:
            assert value["id"] == address
        for inner in within(value):
            alone = files[inner["id"]]
            assert inner.items() <= alone.items()


@every_site
def test_every_reference_and_address_leads_somewhere(name: str) -> None:
    known, files = made(name)
    for value in objects(files):
        for key, kind, target in referred(value):
            found = files[target]
            assert (kind == "externalList") == ("data" in found), (value["id"], key)
            assert kind == "externalList" or kind_of(found) == kind, (value["id"], key)
        for key in ("web", "accessUrl", "website"):
            assert value.get(key, f"{ROOT}index.html") in known, (value["id"], key)


@every_site
def test_lists_hold_every_object_once_and_nothing_deleted(name: str) -> None:
    _, files = made(name)
    body = files[f"{API}/body.json"]
    lists = {
        "Body": files[f"{API}/system.json"]["body"], "Organization": body["organization"], "Person": body["person"],
        "Meeting": body["meeting"], "Paper": body["paper"], "AgendaItem": body["agendaItem"],
        "Consultation": body["consultation"], "File": body["file"], "Location": body["locationList"],
        "LegislativeTerm": body["legislativeTermList"], "Membership": body["membership"],
    }  # fmt: skip
    for kind, first in lists.items():
        found = listed(first, files)
        live = [each for each in objects(files) if kind_of(each) == kind and not each.get("deleted")]
        assert sorted(each["id"] for each in found) == sorted(each["id"] for each in live)
        assert all(each == files[each["id"]] for each in found)


@every_site
def test_references_there_and_back_agree(name: str) -> None:
    _, files = made(name)
    by_id = {value["id"]: value for value in objects(files) if not value.get("deleted")}
    for value in by_id.values():
        match kind_of(value):
            case "Meeting":
                assert [by_id[each["id"]]["meeting"] for each in value.get("agendaItem", ())] == [
                    value["id"] for _ in value.get("agendaItem", ())
                ]
                for own in value["organization"]:
                    assert value["id"] in {each["id"] for each in listed(by_id[own]["meeting"], files)}
            case "AgendaItem":
                consultation = value.get("consultation")
                assert consultation is None or by_id[consultation]["agendaItem"] == value["id"]
                assert value["id"] in {each["id"] for each in by_id[value["meeting"]]["agendaItem"]}
            case "Paper":
                assert {by_id[each["id"]]["paper"] for each in value["consultation"]} == {value["id"]}
            case "Consultation":
                assert by_id[value["agendaItem"]]["consultation"] == value["id"]
                assert by_id[value["agendaItem"]]["meeting"] == value["meeting"]
            case "Membership":
                assert value["id"] in {each["id"] for each in by_id[value["person"]]["membership"]}
                assert value["id"] in by_id[value["organization"]]["membership"]
            case "File":
                assert any(value.get(key) for key in ("meeting", "agendaItem", "paper"))
            case _:
                pass


@every_site
def test_the_items_of_a_meeting_are_counted_from_one(name: str) -> None:
    _, files = made(name)
    for value in objects(files):
        if kind_of(value) == "Meeting":
            orders = [item["order"] for item in value.get("agendaItem", ())]
            assert orders == list(range(1, len(orders) + 1))


def test_items_say_what_was_decided_and_papers_are_matters() -> None:
    _, files = made("decided")
    item = files[f"{API}/agendaitems/{FOLDER}/04-digitaliseringsstrategi/index.json"]
    assert item["result"] == "Bifall"
    assert item["resolutionText"].startswith("Tidsramen för uppdraget förlängs")
    assert item["resolutionFile"]["accessUrl"] == f"{ROOT}{FOLDER}/paragraf-24-utdrag.pdf"
    paper = files[f"{API}/papers/gsn-2020-35.json"]
    assert paper["reference"] == "GSN 2020/35"
    assert len(paper["consultation"]) == 4
    assert "mainFile" not in paper
    assert paper["web"] == f"{ROOT}arenden/gsn-2020-35.html"
    meeting = files[f"{API}/meetings/{FOLDER}.json"]
    assert (meeting["start"], meeting["meetingState"]) == ("2022-09-26T13:15:00+02:00", "durchgeführt")
    assert meeting["end"] == "2022-09-26T14:40:00+02:00"
    assert meeting["resultsProtocol"]["accessUrl"] == f"{ROOT}{FOLDER}/protokoll.pdf"


@pytest.mark.parametrize(
    ("first", "others", "known"),
    [
        (Dnr("GSN 2022-9"), (Dnr("KS 2022/88"),), ["GSN 2022-9", "KS 2022/88"]),
        (None, (Dnr("GSN 2022-9"), Dnr("KS 2022/88")), ["GSN 2022-9", "KS 2022/88"]),
        (None, (), ["GSN 2022\u20139"]),
    ],
    ids=["later with another dash", "of other bodies alone", "only later"],
)
def test_a_paper_is_referred_to_by_the_number_that_it_had_first(
    first: Dnr | None, others: tuple[Dnr, ...], known: list[str]
) -> None:
    day = "2022-10-24"
    cases = [
        replace(plain_case(FOLDER, "01-a", "A", CaseKind.DECISION), dnr=first, other_dnr=others),
        plain_case(f"{GSN}/{day}", "01-a", "A", CaseKind.DECISION, dnr=Dnr("GSN 2022\u20139")),
    ]
    meetings = (
        archives.meeting(GSN, "2022-09-26", *archives.numbered(cases[0])),
        archives.meeting(GSN, day, *archives.numbered(cases[1]), issued=dt.date(2022, 9, 26)),
    )
    _, files = addresses_and_files(archives.with_meeting(*meetings), archives.AFTER)
    paper = next(each for key, each in files.items() if key.startswith(f"{API}/papers/gsn-2022-9"))
    assert (paper["reference"], paper.get("kallelse:reference", [paper["reference"]])) == (known[0], known)


def test_of_an_item_with_two_paragraphs_each_decision_and_each_extract_is_told_once() -> None:
    case = plain_case(FOLDER, "01-a", "A", CaseKind.DECISION)
    text = ("Bifall.", Outcome.APPROVED)
    paragraphs = [replace(records.decided(number, "A", text, to=to), case=case.path) for number, to in _TWO]
    made = replace(
        noticed.minutes(paragraphs=tuple(paragraphs)),
        sets=(ParagraphSet((1, 2), adjustment=Adjustment(dt.date(2022, 9, 27))),),
    )
    one = archives.meeting(GSN, "2022-09-26", *archives.numbered(case), minutes=made)
    pdf = Packet(b"%PDF-1.7\n", PageMap(1))
    extracts = {made.extract_pdf(each): pdf for each in paragraphs}
    _, files = addresses_and_files(archives.with_meeting(one), archives.AFTER, records={one.path: RecordPdfs(extracts)})
    item = files[f"{API}/agendaitems/{FOLDER}/01-a.json"]
    shown = [item["resolutionFile"], *item["auxiliaryFile"]]
    assert [each["fileName"] for each in shown] == ["paragraf-1-utdrag.pdf", "paragraf-2-utdrag.pdf"]
    # One of them decides, for all that the other proposes.
    assert files[f"{API}/consultations/{FOLDER}/01-a.json"]["authoritative"] is True


_TWO = ((1, "Kommunstyrelsen"), (2, ""))


def test_a_file_tells_its_size_and_its_checksum() -> None:
    _, files = made("called")
    packet = archives.packets()[f"{FOLDER}/index.md"].pdf
    value = files[f"{API}/files/{FOLDER}/kallelse.pdf.json"]
    assert (value["size"], value["mimeType"]) == (len(packet), "application/pdf")
    assert value["sha512Checksum"] == hashlib.sha512(packet).hexdigest()


def test_a_matter_that_was_up_several_times_has_no_main_file_and_all_of_its_files() -> None:
    def called(date: str) -> Meeting:
        kind = CaseKind.INFORMATION if date == days[0] else CaseKind.DECISION
        case = plain_case(f"{GSN}/{date}", "01-a", "Avtal", kind, dnr=Dnr("GSN 2022/9"))
        letter = Document(case.path, case.address, "Avtal", body=Body((para("Text."),)))
        return meeting(GSN, date, *numbered(replace(case, letter=letter)))

    days = ("2022-06-13", "2022-09-12")
    for count in (1, 2):
        _, files = addresses_and_files(with_meeting(*map(called, days[:count])), archives.AS_OF)
        paper = files[f"{API}/papers/gsn-2022-9.json"]
        assert ("mainFile" in paper) is (count == 1)
        # It is what it has come to.
        assert paper["paperType"] == ("Information" if count == 1 else "Beslut")
        pages = [paper["mainFile"]] if count == 1 else paper["auxiliaryFile"]
        assert [each["accessUrl"] for each in pages] == [f"{ROOT}{GSN}/{each}/01-a.html" for each in days[:count]]


def test_each_table_of_a_paper_is_a_file_and_minutes_of_one_set_are_one() -> None:
    archive = noticed.with_minutes(noticed.minutes(noticed.the_rest(), paragraphs=noticed.minutes().paragraphs[:1]))
    (committee, *_), known = archive.committees, plan(published(archive, records.LATER), {}, records.LATER, None, {})
    (one,) = (each for each in committee.meetings if each.folder == "2022-09-26")
    assert one.minutes is not None
    (case,) = (each for each in one.cases if each.path.endswith("03-rapportering/index.md"))
    tables = [csv_address(case.address, number) for number in (1, 2, 3)]
    proof = one.minutes.proof_pdf(one.minutes.sets[0])
    ground = Ground(known, dict.fromkeys((*tables, one.minutes.pdf, proof), b""), ROOT)
    told = [each.inner["accessUrl"] for each in case_files(ground, committee, one, case).others]
    assert [each for each in told if str(each).endswith(".csv")] == [f"{ROOT}{each}" for each in tables]
    of_meeting = meeting_files(ground, committee, one)
    assert [each.inner["fileName"] for each in of_meeting.whole] == ["protokoll.pdf", "anslagsbevis.pdf"]


def test_a_meeting_called_off_says_so_and_no_other() -> None:
    _, files = made("odd")
    told = {
        value["id"].rpartition("/")[2]: value.get("cancelled")
        for value in objects(files)
        if kind_of(value) == "Meeting"
    }
    assert told == {"2022-09-26.json": None, "2022-09-26-extra.json": True, "2022-03-27.json": None}


def test_a_committee_of_which_no_day_is_known_may_have_been_written_today() -> None:
    _, files = made("called")
    told = {value["modified"][:10] for value in objects(files) if value.get("organizationType") == "Gremium"}
    assert told == {archives.AS_OF.isoformat()}


@pytest.mark.parametrize(
    "settings", [replace(archives.SETTINGS, url=""), replace(archives.SETTINGS, open_data=OpenData(oparl=False))]
)
def test_there_are_none_without_an_address_of_the_site_nor_where_a_municipality_will_not(settings: Any) -> None:
    archive = replace(archives.archive(), settings=settings)
    assets = sites.open_data(archive, {}, archives.AS_OF, ())
    assert [asset.address for asset in assets if asset.address.startswith("api/")] == []
    assert [asset.address for asset in assets if asset.address == "data/beslut.csv"]


def test_new_meetings_leave_the_first_pages_of_lists_as_they_were() -> None:
    def lists(count: int) -> dict[str, Object]:
        first = dt.date(2019, 1, 1)
        days = [first + dt.timedelta(weeks=number) for number in range(count)]
        held: list[Meeting] = [
            meeting(GSN, str(day), *numbered(plain_case(f"{GSN}/{day}", "01-a", "A", CaseKind.DECISION)))
            for day in days
        ]
        _, files = addresses_and_files(with_meeting(*held), dt.date(2024, 1, 1))
        return files

    before, after = lists(150), lists(230)
    for name in ("meetings", "agendaitems", f"meetings/{GSN}"):
        first, second = (f"{API}/lists/{name}/{number}.json" for number in (1, 2))
        assert before[first]["data"] == after[first]["data"]
        assert before[second]["data"] == after[second]["data"][: len(before[second]["data"])]
        assert len(listed(first, after)) == 230


_TITLE = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)


@given(st.lists(st.tuples(_TITLE, _TITLE), min_size=1, max_size=4))
def test_whatever_things_are_called_ids_differ_and_objects_stay_valid(names: list[tuple[str, str]]) -> None:
    held = []
    for number, (title, place) in enumerate(names, start=1):
        day = f"2022-03-{number:02}"
        rows = (AgendaRow(RowKind.FORMALITY, title), AgendaRow(RowKind.FORMALITY, place))
        case = plain_case(f"{GSN}/{day}", "01-a", title, CaseKind.DECISION, dnr=Dnr(title.strip() or "1"))
        held.append(meeting(GSN, day, *rows, *numbered(case), place=place.strip()))
    known, files = addresses_and_files(with_meeting(*held), archives.AS_OF)
    assert [each for value in objects(files) for each in wrong(value)] == []
    assert len({each.casefold() for each in files}) == len(files)
    places = {value.strip() for _, value in names if value.strip()}
    assert len([value for value in objects(files) if kind_of(value) == "Location"]) == len(places)
    assert known >= set(files)


def test_the_same_archive_gives_the_same_bytes() -> None:
    one, other = (
        sites.open_data(records.archive(), archives.packets(), records.LATER, (), records=records.pdfs())
        for _ in range(2)
    )
    assert one == other
    assert [asset.address for asset in one] == sorted(asset.address for asset in one)
