"""The page of minutes and of notes, and how meeting and committee lead to it and to its paragraphs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from kallelse.locale.paragraphs import numbered
from kallelse.model.meeting import AgendaRow, RowKind, Sitting
from kallelse.model.memory import Memory
from kallelse.model.person import Person
from kallelse.model.record import Attendee, HeldSitting, Minutes, Paragraph, RecordForm
from kallelse.model.section import SectionKind
from kallelse.model.text import Body
from kallelse.model.vote import Outcome

from tests.publish import archives, records, sites
from tests.publish.archives import GSN
from tests.publish.recordpages import MEETING, PAGES, with_minutes
from tests.publish.records import decided, section
from tests.publish.sites import read
from tests.publish.trees import para


def test_notes_beside_minutes_are_one_page_without_numbers() -> None:
    folder = f"{GSN}/2022-06-13"
    item = Paragraph(
        "Revisorernas möte", sections=(section(SectionKind.OTHER, "Samtal", para("Revisorerna berättar.")),)
    )
    notes = Minutes(
        f"{folder}/minutes.md",
        folder,
        dt.datetime(2022, 6, 13, 9, 0),
        dt.datetime(2022, 6, 13, 10, 0),
        is_notes=True,
        paragraphs=(item,),
        preamble=Body((para("Mötet var informellt."),)),
    )
    pages = sites.by_address(with_minutes(notes, f"{folder}/index.md"), as_of=records.LATER)
    shown = read(pages[f"{folder}/protokoll.html"])
    assert "# Minnesanteckningar 13 juni 2022" in shown
    assert "### Revisorernas möte\n#### Samtal\nRevisorerna berättar." in shown
    assert "§" not in shown
    assert [address for address in pages if address.startswith(f"{folder}/paragraf")] == []
    assert "Minnesanteckningar 13 juni 2022 <2022-06-13/protokoll.html>" in read(pages[f"{GSN}/index.html"])
    unfinished = replace(notes, closed=None)
    pages = sites.by_address(with_minutes(unfinished, f"{folder}/index.md"), as_of=records.LATER)
    assert f"{folder}/protokoll.html" not in pages


def test_a_row_that_is_no_case_has_its_paragraph_and_one_beside_the_agenda_stands_last() -> None:
    made = records.minutes()
    upprop = decided(20, "Upprop", ("Upprop förrättas.", Outcome.NOTED), item="Upprop")
    late = decided(27, "Ny fråga", ("Frågan besvaras.", Outcome.ANSWERED), is_added=True)
    sets = (*made.sets, replace(made.sets[1], numbers=(20, 27)))
    agenda = (AgendaRow(RowKind.FORMALITY, "Upprop"), *archives.sample_meeting().agenda)
    minutes = replace(made, paragraphs=(upprop, *made.paragraphs, late), sets=sets)
    shown = read(sites.by_address(with_minutes(minutes, agenda=agenda), as_of=records.LATER)[f"{MEETING}/index.html"])
    assert "Upprop\n- § 20 <paragraf-20.html> Noterat" in shown
    assert "Ny fråga <paragraf-27.html> Togs upp under mötet\n- § 27 <paragraf-27.html> Besvarat" in shown
    assert shown.index("§ 26") < shown.index("Ny fråga")


def test_the_committee_leads_to_the_minutes_of_each_meeting() -> None:
    shown = read(PAGES[f"{GSN}/index.html"])
    assert "Protokoll §§ 21–26 26 september 2022 <2022-09-26/protokoll.html>" in shown
    assert "Protokoll § 18 13 juni 2022 <2022-06-13/protokoll.html>" in shown


@pytest.mark.parametrize(
    ("numbers", "said"), [((), ""), ((24,), "§ 24"), ((26, 21, 22, 23, 25), "§§ 21–23, 25–26"), ((1, 3), "§§ 1, 3")]
)
def test_paragraphs_are_named_by_their_runs(numbers: tuple[int, ...], said: str) -> None:
    assert numbered(numbers).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_number_that_was_used_twice_has_two_pages_and_two_places() -> None:
    made = records.minutes()
    path = f"{MEETING}/05-modell-for-it-styrning.md"
    first = decided(25, "Modell", ("Ärendet avgörs i dag.", Outcome.APPROVED), case=path, line=10)
    second = decided(25, "Modell", ("Nämnden noterar arbetet.", Outcome.NOTED), case=path, line=20)
    beside = (
        decided(25, "Fråga ett", ("Frågan noteras.", Outcome.NOTED), line=30),
        decided(25, "Fråga två", ("Frågan noteras.", Outcome.NOTED), line=40),
    )
    kept = tuple(each for each in made.paragraphs if each.number < 25)
    archive = with_minutes(replace(made, paragraphs=(*kept, first, second, *beside)))
    memory = Memory()
    for _ in range(2):
        pages = {page.address: page for page in sites.pages(archive, {}, records.LATER, memory=memory)}
        assert "Ärendet avgörs i dag." in read(pages[f"{MEETING}/paragraf-25.html"])
        assert "Nämnden noterar arbetet." in read(pages[f"{MEETING}/paragraf-25-2.html"])
    for address in (f"{MEETING}/protokoll.html", path.replace(".md", ".html")):
        ids = re.findall(r'id="(k_p25[^"]*)"', pages[address].html)
        assert ids[:2] == ["k_p25", "k_p25-2"]
        assert len(ids) == len({*ids})
    shown = read(pages[f"{MEETING}/index.html"])
    assert all(f"<paragraf-25{end}.html>" in shown for end in ("", "-2", "-3", "-4"))


def test_who_led_the_meeting_is_told_so_among_those_who_decided() -> None:
    made = records.minutes()
    untitled = tuple(replace(each, person=replace(each.person, title="")) for each in made.attendance.members)
    minutes = replace(made, attendance=replace(made.attendance, members=untitled))
    shown = read(sites.by_address(with_minutes(minutes), as_of=records.LATER)[f"{MEETING}/protokoll.html"])
    (led,) = {each.person.name for each in made.chairs}
    assert f"### Beslutande\n- {led} (S) ordförande\n- Anders Holmgren (M)\n" in shown
    # One of the same party from elsewhere did not lead it.
    namesake = Attendee(Person(led, party="S", place="Ekvik"))
    minutes = replace(minutes, attendance=replace(minutes.attendance, deputies=(), serving=(namesake,)))
    chairs = tuple(replace(each, person=replace(each.person, place="Norrsala")) for each in made.chairs)
    page = with_minutes(replace(minutes, chairs=chairs))
    shown = read(sites.by_address(page, as_of=records.LATER)[f"{MEETING}/protokoll.html"])
    assert f"- {led} (S) ordförande" in shown
    assert f"- {led} (S) tjänstgör på en vakant plats, Ekvik\n" in shown


def test_a_meeting_by_circulation_has_no_place_though_it_was_called_to_one() -> None:
    minutes = replace(records.minutes(), form=RecordForm.CIRCULATION, place="")
    pages = sites.by_address(with_minutes(minutes, place="Rådhuset"), as_of=records.LATER)
    shown = read(pages[f"{MEETING}/protokoll.html"])
    assert "Rådhuset" not in shown
    assert "Per capsulam" in shown
    assert ": Tid" not in shown


def at(told: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2022-09-{told}")


@pytest.mark.parametrize(
    ("called", "held", "said"),
    [
        ([("26 13:15", "26 16:00")], {"opened": at("26 14:00"), "closed": None}, ["Kl. 14.00"]),
        (
            [("26 13:15", "26 16:00")],
            {"sittings": (HeldSitting(at("26 13:15"), at("26 15:00")), HeldSitting(at("26 17:00"), None, "Sal B"))},
            ["Kl. 13.15–15.00", "Kl. 17.00, Sal B"],
        ),
        (
            [("26 13:15", "26 16:00")],
            {"opened": at("27 13:15"), "closed": at("27 15:00")},
            ["27 september 2022 kl. 13.15–15.00"],
        ),
        (
            [("26 22:00", None)],
            {"opened": at("26 22:00"), "closed": at("27 01:30")},
            ["Kl. 22.00 – 27 september 2022 kl. 01.30"],
        ),
        (
            [("26 09:00", "26 16:00"), ("27 09:00", "27 12:00")],
            {"opened": at("26 09:00"), "closed": at("26 15:00")},
            ["26 september 2022 kl. 09.00–15.00"],
        ),
        (
            [("26 09:00", "26 16:00"), ("27 09:00", "27 12:00")],
            {"opened": at("26 09:00"), "closed": at("27 12:00")},
            ["26 september 2022 kl. 09.00–16.00", "27 september 2022 kl. 09.00–12.00"],
        ),
        (
            [("26 09:00", "26 16:00"), ("27 09:00", None)],
            {"opened": at("26 09:00"), "closed": None},
            ["26 september 2022 kl. 09.00"],
        ),
    ],
)
def test_a_meeting_is_told_as_it_was_held(
    called: list[tuple[str, str | None]], held: dict[str, Any], said: list[str]
) -> None:
    sittings = tuple(Sitting(at(start), None if end is None else at(end)) for start, end in called)
    archive = with_minutes(replace(records.minutes(), **held), sittings=sittings)
    pages = sites.by_address(archive, as_of=records.LATER)
    for page in (f"{MEETING}/protokoll.html", f"{MEETING}/index.html"):
        shown = read(pages[page]).replace("\N{NO-BREAK SPACE}", " ")
        assert shown.partition(": Tid\n")[2].partition("\n:")[0].split("\n") == said


def test_a_set_with_a_sitting_of_its_own_tells_it() -> None:
    made = records.minutes()
    at_once = replace(made.sets[0], sitting=HeldSitting(at("26 17:00"), at("26 17:30"), "Sal B"))
    pages = sites.by_address(with_minutes(replace(made, sets=(at_once, made.sets[1]))), as_of=records.LATER)
    shown = read(pages[f"{MEETING}/protokoll.html"]).replace("\N{NO-BREAK SPACE}", " ")
    assert shown.count(": Tid\nKl. 17.00–17.30, Sal B\n") == 1


def test_who_led_all_that_they_attended_has_it_said_once() -> None:
    made = records.minutes()
    there = records.until(24)
    led = replace(made, chairs=(Attendee(records.CHAIR, there),))
    both, all_through = Attendee(records.CHAIR, there), Attendee(records.CHAIR)
    assert led.in_office(both, "ordförande").person.title == "ordförande"
    assert led.in_office(all_through, "ordförande").person.title == "ordförande §§ 21–24"
