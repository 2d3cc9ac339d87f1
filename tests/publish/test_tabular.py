"""Decisions, meetings, cases and finance tables as CSV files: each row true to its page, nothing that runs or leaks."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.spreadsheets import csv_cell
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import CaseKind
from kallelse.model.memory import Memory
from kallelse.model.published import published
from kallelse.model.record import Publication
from kallelse.model.vote import Outcome

from tests.publish import archives, councils, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting

ROOT = "https://moten.norrsala.example/"


def tables(archive: Archive, as_of: dt.date, **made: Any) -> dict[str, list[dict[str, str]]]:
    """The rows of each CSV file by its name, as a spreadsheet program reads them."""
    shown = published(archive, as_of)
    assets = sites.open_data(shown, made.get("packets", {}), as_of, (), records=made.get("records", {}))
    files = {asset.address.removeprefix("data/").removesuffix(".csv"): asset.content.decode() for asset in assets
             if asset.address.endswith(".csv")}  # fmt: skip
    assert all(text.startswith("\ufeff") and text.endswith("\r\n") for text in files.values())
    return {
        name: list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
        for name, text in files.items()
    }


DECIDED = tables(records.archive(), records.LATER, packets=archives.packets(), records=records.pdfs())


def test_a_decision_has_its_meeting_its_vote_its_days_and_its_addresses() -> None:
    row = next(row for row in DECIDED["beslut"] if row["Paragraf"] == "24")
    assert row == {
        "Nämnd": "Gemensamma servicenämnden",
        "Mötesdag": "2022-09-26",
        "Paragraf": "24",
        "Rubrik": "Digitaliseringsstrategi",
        "Diarienummer": "GSN 2020/35",
        "Utfall": "Bifall",
        "Beslut": "Tidsramen för uppdraget förlängs till och med den 31 december 2023.",
        "Ja": "4",
        "Nej": "4",
        "Avstår": "0",
        "Omröstning": "4 ja, 4 nej, ordförandens utslagsröst",
        "Justerat": "2022-09-26",
        "Anslaget": "2022-09-27",
        "Anslaget på alla tavlor": "2022-09-27",
        "Sista dag att överklaga": "2022-10-18",
        "Adress": f"{ROOT}{GSN}/2022-09-26/paragraf-24.html",
        "Protokollsutdrag": f"{ROOT}{GSN}/2022-09-26/paragraf-24-utdrag.pdf",
    }


def test_a_case_has_the_paragraphs_of_its_minutes_or_else_the_one_that_it_says() -> None:
    numbers = {(row["Mötesdag"], row["Nummer"]): row["Paragrafer"] for row in DECIDED["arenden"]}
    assert (numbers["2022-09-26", "4"], numbers["2020-11-30", "1"]) == ("24", "41")


def test_a_meeting_ends_when_it_was_to_end_or_when_its_minutes_say_so() -> None:
    ends = {row["Mötesdag"]: row["Slutar"] for row in DECIDED["moten"] if row["Nämnd"] == "Gemensamma servicenämnden"}
    assert ends["2022-09-26"] == "2022-09-26 14:40"
    before = tables(records.archive(), dt.date(2022, 9, 20))
    assert {row["Slutar"] for row in before["moten"] if row["Mötesdag"] == "2022-09-26"} == {""}


def test_a_file_is_parted_as_spreadsheets_of_its_language_part_it() -> None:
    english = records.archive()
    english = replace(english, settings=replace(english.settings, language="en"))
    assets = sites.open_data(published(english, records.LATER), {}, records.LATER, (), records={})
    (text,) = (each.content.decode("utf-8-sig") for each in assets if each.address == "data/beslut.csv")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["Paragraph"] for row in rows} >= {"24"}
    assert rows[0].keys() >= {"Committee", "Title"}


def test_the_day_from_which_an_appeal_is_counted_is_that_of_the_last_board() -> None:
    row = next(row for row in DECIDED["beslut"] if row["Paragraf"] == "23")
    days = ("Anslaget", "Anslaget på alla tavlor", "Sista dag att överklaga")
    assert [row[day] for day in days] == ["2022-10-04", "2022-10-05", "2022-10-26"]


@pytest.mark.parametrize("publication", [Publication.HEADING, Publication.NUMBER])
def test_of_a_paragraph_that_is_not_published_no_decision_and_no_vote_is_told(publication: Publication) -> None:
    rows = tables(records.withheld(24, publication), records.LATER)["beslut"]
    (row,) = (each for each in rows if (each["Mötesdag"], each["Paragraf"]) == ("2022-09-26", "24"))
    told = {name: row[name] for name in ("Utfall", "Beslut", "Ja", "Nej", "Avstår", "Omröstning")}
    assert told == dict.fromkeys(told, "")
    assert row["Justerat"] == "2022-09-26"


def test_points_keep_their_numbers_and_several_votes_stand_side_by_side() -> None:
    (row,) = (row for row in tables(councils.council(), records.LATER)["beslut"] if row["Paragraf"] == "101")
    assert row["Beslut"].startswith("1. Budgeten antas. 2. Motionen om lägre skatt avslås. 3. ")
    assert (row["Utfall"], len(row["Ja"].split(", "))) == ("Delvis bifall, Delvis avslag, Delvis besvarat", 3)


def test_what_came_first_stands_first_and_each_year_is_a_file_of_its_own() -> None:
    days = [row["Mötesdag"] for row in DECIDED["beslut"]]
    assert days == sorted(days)
    years = {name: rows for name, rows in DECIDED.items() if name.startswith("beslut-")}
    assert sorted(years) == sorted({f"beslut-{day[:4]}" for day in days})
    assert [row for name in sorted(years) for row in years[name]] == DECIDED["beslut"]


def test_every_address_is_one_of_the_site() -> None:
    pages = sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs())
    assets = sites.assets(records.archive(), archives.packets(), sites.read_bytes, records=records.pdfs())
    known = {f"{ROOT}{address}" for address in sites.addresses(pages.values(), assets)}
    found = [value for rows in DECIDED.values() for row in rows for value in row.values() if value.startswith("http")]
    assert len(found) > 40
    assert [address for address in found if address not in known] == []


def test_only_what_is_public_on_the_day_is_told() -> None:
    called = tables(archives.archive(), archives.AS_OF)
    assert called["beslut"] == []
    planned = next(row for row in called["moten"] if row["Mötesdag"] == "2022-11-28")
    assert (planned["Läge"], planned["Kallelsen utfärdad"], planned["Ärenden"]) == ("Planerat", "", "0")
    assert {row["Mötesdag"] for row in called["arenden"]} == {"2020-11-30", "2022-06-13", "2022-09-12", "2022-09-26"}
    at_once = tables(records.archive(), records.NEXT_DAY)
    assert [row["Paragraf"] for row in at_once["beslut"] if row["Mötesdag"] == "2022-09-26"] == ["24"]


def test_a_draft_is_not_said_to_be_issued_before_it_is() -> None:
    draft = with_meeting(meeting(GSN, "2022-11-28", issued=dt.date(2022, 11, 21)))
    (asset,) = (each for each in sites.open_data(draft, {}, archives.AS_OF, ()) if each.address == "data/moten.csv")
    assert "2022-11-21" not in asset.content.decode()


def test_a_confidential_case_is_a_row_with_its_public_title_alone() -> None:
    rows = tables(with_meeting(archives.secret_meeting()), archives.AS_OF)["arenden"]
    (row,) = (row for row in rows if row["Nummer"] == "2")
    assert row["Rubrik"] == "Uppgiften omfattas av sekretess."
    assert (row["Diarienummer"], row["Bilagor"], row["Handlingar"]) == ("", "0", "")


def test_each_finance_table_is_named_with_the_address_of_its_file() -> None:
    rows = tables(archives.archive(), archives.AS_OF)["tabeller"]
    files = {asset.address for asset in sites.assets(archives.archive(), {}, sites.read_bytes)}
    assert {row["CSV-fil"].removeprefix(ROOT) for row in rows} == {
        name for name in files if name.endswith(".csv") and not name.startswith("data/")
    }
    assert all(row["Tabell"] and row["Handling"] for row in rows)


def test_without_an_address_of_the_site_addresses_begin_at_its_root() -> None:
    archive = replace(archives.archive(), settings=replace(archives.SETTINGS, url=""))
    rows = tables(archive, archives.AS_OF)["moten"]
    assert rows[0]["Adress"] == f"{GSN}/2020-11-30/index.html"


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "-cmd|' /C calc'!A0", "+46", 'a;"b"\r\nc', "\u202eabc"])
def test_a_title_is_no_formula_and_comes_back_as_it_was(title: str) -> None:
    folder = f"{GSN}/2022-09-26"
    case = plain_case(folder, "01-a", title, CaseKind.DECISION, dnr=Dnr("GSN 2022/1"))
    (row,) = tables(with_meeting(meeting(GSN, "2022-09-26", *numbered(case))), archives.AS_OF)["arenden"]
    assert not row["Rubrik"].startswith(("=", "@", "-c"))
    assert csv_cell(row["Rubrik"]) == title


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_whatever_is_decided_stands_in_one_cell(text: str) -> None:
    archive = records.archive()
    board = archive.committees[0]
    held = next(each for each in board.meetings if each.folder == "2022-09-26")
    assert held.minutes is not None
    told = replace(records.decided(24, text, ("Ja.", Outcome.APPROVED)), line=1)
    minutes = replace(held.minutes, paragraphs=(told,))
    changed = replace(board, meetings=(replace(held, minutes=minutes),))
    rows = tables(replace(archive, committees=(changed,)), records.LATER)["beslut"]
    assert [(row["Paragraf"], csv_cell(row["Rubrik"]), row["Beslut"]) for row in rows] == [("24", text, "Ja.")]


def test_a_preview_makes_them_anew_where_something_changed_and_only_there() -> None:
    memory, archive = Memory(), records.archive()
    pages = sites.pages(archive, {}, records.LATER, memory=memory)
    first = sites.open_data(archive, {}, records.LATER, (), memory)
    again = sites.open_data(archive, {}, records.LATER, (), memory)
    known = {asset.address: asset.content for asset in first}
    assert all(
        known[asset.address] is asset.content
        for asset in again
        if asset.address in ("data/beslut.csv", "data/moten.csv")
    )
    later = sites.open_data(archive, {}, records.NEXT_DAY, (), memory)
    assert later == sites.open_data(archive, {}, records.NEXT_DAY, ())
    assert pages
