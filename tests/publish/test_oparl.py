"""The objects by OParl 1.1: by the schemas, by the text, true to each other, and no more than the site shows."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.build import Request, build
from kallelse.model.address import csv_address
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.meeting import Access, AgendaRow, CaseKind, Document, Meeting, MeetingStatus, RowKind
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.person import Person
from kallelse.model.published import published
from kallelse.model.record import Adjustment, Attendee, ParagraphSet, Publication
from kallelse.model.settings import OpenData
from kallelse.model.text import Body
from kallelse.model.vote import Outcome
from kallelse.publish.oparl.documents import case_files, meeting_files
from kallelse.publish.oparl.thing import Ground
from kallelse.publish.plan import plan

from tests.publish import archives, councils, noticed, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.oparlcheck import Object, kind_of, listed, objects, referred, within, wrong
from tests.publish.trees import para

ROOT = "https://moten.norrsala.example/"
API = f"{ROOT}api/oparl"
MEETINGS = Path(__file__).parents[2] / "meetings"
FOLDER = f"{GSN}/2022-09-26"


def addresses_and_files(archive: Archive, as_of: dt.date, **made: Any) -> tuple[set[str], dict[str, Object]]:
    """The addresses of the site's pages and files, and what stands in those of the objects, both whole."""
    shown = published(archive, as_of)
    packets, pdfs = made.get("packets", {}), made.get("records", {})
    pages = sites.pages(shown, packets, as_of, records=pdfs)
    assets = sites.files(archive, packets, as_of, pdfs)
    root = archive.settings.url.rstrip("/") + "/"
    known = {root + quote(address) for address in sites.addresses(pages, assets)}
    files = {root + quote(each.address): json.loads(each.content) for each in assets if each.address.startswith("api/")}
    return known, files


def odd() -> Archive:
    """Two rows of one name, a meeting called off, letters outside ASCII, a case withdrawn after the issue and kept."""
    gone, kept = f"{FOLDER}/02-borta.md", f"{FOLDER}/03-bilagor/index.md"
    paper = Document(f"{FOLDER}/03-bilagor/ritning åäö.pdf", f"{FOLDER}/03-bilagor/ritning åäö.html", "Ritning", 1)
    cases = (
        plain_case(FOLDER, "01-val", 'Val "av" <justerare> & mer', CaseKind.ELECTION),
        replace(plain_case(FOLDER, "03-bilagor/index", "Två handlingar", CaseKind.DECISION), attachments=(paper,)),
        plain_case(FOLDER, "04-staende", "Anmälan", CaseKind.NOTIFICATION, dnr=Dnr("GSN 2022/2")),
        plain_case(FOLDER, "05-staende", "Anmälan igen", CaseKind.NOTIFICATION, dnr=Dnr("GSN 2022/2")),
    )
    out = (
        IssuedDocument(f"{FOLDER}/index.md", "", "", ("1",), ""),
        IssuedDocument(gone, "Ett ärende som utgick", "2", ("2",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/bilaga-2-karta.pdf", "Karta", "3", ("3",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/bilaga-3-text.md", "Text", "3", ("4",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/bilaga-4-rapport.docx", "Rapport", "3", ("5",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/hemlig-bilaga.md", "", "3", ("6",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/hemligt-kvar.md", "Namn", "3", ("7",), ""),
    )
    issued_cases = tuple(IssuedCase(path, str(number)) for number, path in enumerate((gone, kept), start=2))
    issue = Issue(dt.date(2022, 9, 19), out, issued_cases, f"{FOLDER}/issues/1.pdf")
    changes = [Change(one.path, dt.date(2022, 9, 20), "Utgår.") for one in out[1:]]
    changes[-1] = replace(changes[-1], withhold=True)
    upprop = AgendaRow(RowKind.FORMALITY, "Upprop")
    agenda = (upprop, *numbered(*cases), AgendaRow(RowKind.BREAK, "Lunch"), upprop)
    return with_meeting(
        meeting(GSN, "2022-09-26", *agenda, issues=(issue,), changes=tuple(changes), place="Sal «Å»"),
        meeting(GSN, "2022-09-26-extra", issued=None, status=MeetingStatus.CANCELLED, place=""),
        meeting(GSN, "2022-03-27", issued=dt.date(2022, 3, 1), time="02:30"),
        standing=(Dnr("GSN 2022/2"),),
        members=archives.archive().committees[0].members * 2,
    )


@cache
def made(name: str) -> tuple[set[str], dict[str, Object]]:
    """Sites of all kinds, each made once."""
    match name:
        case "called":
            return addresses_and_files(archives.archive(), archives.AS_OF, packets=archives.packets())
        case "decided":
            pdfs, packets = records.pdfs(), archives.packets()
            return addresses_and_files(records.archive(), records.LATER, packets=packets, records=pdfs)
        case "at once":
            return addresses_and_files(records.archive(), records.NEXT_DAY, records=records.pdfs())
        case "notes":
            notes = replace(noticed.minutes(), is_notes=True, sets=(), closed=dt.datetime(2022, 9, 26, 15))
            return addresses_and_files(noticed.with_minutes(notes), records.LATER)
        case "council":
            return addresses_and_files(councils.council(), records.LATER)
        case "secret":
            return addresses_and_files(with_meeting(archives.secret_meeting()), archives.AS_OF)
        case "odd":
            return addresses_and_files(odd(), archives.AS_OF)
        case "empty":
            return addresses_and_files(Archive(archives.SETTINGS), archives.AS_OF)
        case _:
            day = dt.date.fromisoformat(name)
            found = build(Request(MEETINGS, day, packets=False))
            assert found.pages, found.findings
            known = {ROOT + quote(address) for address in sites.addresses(found.pages, found.assets)}
            files = {
                ROOT + each.address: json.loads(each.content)
                for each in found.assets
                if each.address.startswith("api/")
            }
            return known, files


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


def test_a_deputy_has_no_vote_and_a_member_has() -> None:
    _, files = made("called")
    rights = {
        each["role"]: each["votingRight"]
        for key, each in files.items()
        if "/memberships/" in key and "/lists/" not in key
    }
    assert (rights["ordförande"], rights["ersättare"]) == (True, False)


def test_a_file_tells_its_size_and_its_checksum() -> None:
    _, files = made("called")
    packet = archives.packets()[f"{FOLDER}/index.md"].pdf
    value = files[f"{API}/files/{FOLDER}/kallelse.pdf.json"]
    assert (value["size"], value["mimeType"]) == (len(packet), "application/pdf")
    assert value["sha512Checksum"] == hashlib.sha512(packet).hexdigest()


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


def test_only_those_elected_are_persons_with_name_and_office() -> None:
    _, files = made("decided")
    persons = [value for value in objects(files) if kind_of(value) == "Person"]
    assert {key for value in persons for key in value} <= {
        *("id", "type", "body", "name", "membership", "created", "modified")
    }
    names = {value["name"] for value in persons}
    assert {"Karin Ahlström", "Erik Dahl"} <= names
    assert {"Sofia Berglund", "Karin Ekholm"}.isdisjoint(names)
    chair = next(value for value in persons if value["name"] == "Karin Ahlström")["membership"][0]
    assert (chair["role"], chair["votingRight"]) == ("ordförande", True)
    party = files[chair["onBehalfOf"]]
    assert (party["name"], party["organizationType"]) == ("S", "Partei")


@pytest.mark.parametrize(("name", "found"), [("council", {"Kommunfullmäktige"}), ("decided", set())])
def test_the_council_alone_is_the_main_organization_of_its_municipality(name: str, found: set[str]) -> None:
    _, files = made(name)
    organizations = [value for value in objects(files) if value.get("organizationType") == "Gremium"]
    councils_told = [value for value in organizations if value.get("classification") == "Parlament"]
    assert {value["name"] for value in councils_told} == found
    main = {value["mainOrganization"] for value in objects(files) if "mainOrganization" in value}
    assert main == {value["id"] for value in councils_told}


def test_persons_of_one_name_are_told_apart_by_party_and_place() -> None:
    namesakes = (
        Person("Anna Berg", "ordförande", "S"),
        Person("Anna Berg", party="M"),
        Person("Eva Ek", party="C", place="Norrsala"),
        Person("Eva Ek", party="C", place="Ekvik"),
        Person("Olle Ask", party="V"),
    )
    # Whose party is not said is nobody else.
    unsaid = Person("Olle Ask")
    whole = archives.archive()
    board, other = whole.committees
    committees = (replace(board, members=namesakes, deputies=()), replace(other, members=(unsaid,), deputies=()))
    _, files = addresses_and_files(replace(whole, committees=committees), archives.AS_OF)
    persons = [value for value in objects(files) if kind_of(value) == "Person"]
    seats = {
        re.sub("-[0-9a-f]{8}.json", "", value["id"].rpartition("/")[2]): len(value["membership"]) for value in persons
    }
    assert seats == {
        "anna-berg-s": 1, "anna-berg-m": 1, "eva-ek-c-norrsala": 1, "eva-ek-c-ekvik": 1, "olle-ask": 2,
    }  # fmt: skip
    assert len([value for value in objects(files) if kind_of(value) == "Membership"]) == 6


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


def test_whoever_was_in_the_chair_attended_though_no_list_has_them() -> None:
    chair, record = Person("Olle Ask", party="V"), records.minutes()
    (meeting_of_day,) = (each for each in records.archive().committees[0].meetings if each.folder == "2022-09-26")
    led = replace(record, chairs=(Attendee(chair),))
    _, files = addresses_and_files(with_meeting(replace(meeting_of_day, minutes=led)), records.LATER)
    (person,) = (value for value in objects(files) if kind_of(value) == "Person" and value["name"] == chair.name)
    assert person["id"] in files[f"{API}/meetings/{FOLDER}.json"]["participant"]


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


def test_notices_and_delegated_decisions_add_no_persons() -> None:
    _, files = addresses_and_files(noticed.whole(), noticed.AS_OF)
    assert [each for value in objects(files) for each in wrong(value)] == []
    assert "Karin Ekholm" not in json.dumps(files, ensure_ascii=False)
