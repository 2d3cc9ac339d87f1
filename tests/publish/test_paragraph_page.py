"""The page of a paragraph: its outcomes and parts, its extract, what is not told, and how a search finds it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.locale.site import words
from kallelse.model.record import Correction, Paragraph, Publication, RecordForm
from kallelse.model.section import SectionKind
from kallelse.model.vote import Outcome, Stand, StepKind
from kallelse.publish.outcome import outcome_tags

from tests.publish import archives, councils, records, sites
from tests.publish.recordpages import MEETING, PAGES, with_minutes, with_paragraph
from tests.publish.records import decided, section
from tests.publish.sites import read
from tests.publish.trees import para


def test_a_part_that_the_reader_adds_without_an_anchor_has_no_empty_id() -> None:
    bare = replace(section(SectionKind.GROUNDS, "Beslutsunderlag", para("Skrivelsen.")), anchor="")
    one = decided(24, "Ärendet", ("Så blev det.", Outcome.APPROVED), sections=(bare,))
    one = replace(one, sections=(replace(one.sections[0], anchor=""), bare))
    html = with_paragraph(one)[f"{MEETING}/paragraf-24.html"].html
    assert "<h2>Beslutsunderlag</h2>" in html
    assert 'id=""' not in html
    assert '<section class="k-box" aria-labelledby="k_p24">' in html


def test_a_pdf_is_led_to_where_there_is_one_alone() -> None:
    assert "Protokollsutdrag (PDF, 2 sidor) <paragraf-24-utdrag.pdf>" in read(PAGES[f"{MEETING}/paragraf-24.html"])
    assert "utdrag" not in read(PAGES[f"{MEETING}/paragraf-23.html"])
    bare = sites.by_address(records.archive(), as_of=records.LATER)
    assert [address for address, page in bare.items() if ".pdf" in page.html] == []


def test_a_paragraph_that_decides_nothing_leads_to_its_extract_and_says_how_it_is_appealed() -> None:
    made = records.minutes()
    paragraphs = tuple(
        replace(each, decisions=(), sections=()) if each.number == 24 else each for each in made.paragraphs
    )
    archive = with_minutes(replace(made, paragraphs=paragraphs))
    page = sites.by_address(archive, archives.packets(), records.LATER, records.pdfs())[f"{MEETING}/paragraf-24.html"]
    assert "- Sista dag att överklaga: 18 oktober 2022\n" in read(page)
    assert "Protokollsutdrag (PDF, 2 sidor) <paragraf-24-utdrag.pdf>" in read(page)


def test_both_languages_tell_a_record() -> None:
    archive = records.archive()
    english = replace(archive, settings=replace(archive.settings, language="en"))
    shown = read(sites.by_address(english, archives.packets(), records.LATER)[f"{MEETING}/paragraf-24.html"])
    assert "- 4 yes, 4 no, the chair's casting vote\n- Last day to appeal: 18 October 2022" in shown
    assert "serves for Mats Öberg (S)" in shown
    assert not {"Bifall", "Ledamot", "Rättat"} & set(shown.split())


def test_a_paragraph_tells_its_corrections_in_order_each_day_once_and_those_of_the_whole() -> None:
    typed = ((8, 24, "Tredje."), (6, 24, "Första."), (6, 24, "Andra."), (7, 0, "Allt."), (6, 23, "Annat."))
    corrections = tuple(Correction(dt.date(2022, 10, day), "", text, number) for day, number, text in typed)
    archive = with_minutes(replace(records.minutes(), corrections=corrections))
    shown = read(sites.by_address(archive, as_of=dt.date(2022, 10, 9))[f"{MEETING}/paragraf-24.html"])
    assert "Rättat 6 oktober 2022 och 8 oktober 2022\n" in shown
    assert shown.partition("## Rättelser\n")[2].splitlines()[:4] == [
        "- 6 oktober 2022: Första.",
        "- 6 oktober 2022: Andra.",
        "- 7 oktober 2022, Hela protokollet: Allt.",
        "- 8 oktober 2022: Tredje.",
    ]


def test_search_finds_paragraphs_by_outcome_and_their_text_not_again_in_the_minutes() -> None:
    page = PAGES[f"{MEETING}/paragraf-24.html"]
    assert page.indexed
    assert ("outcome", "Bifall") in page.filters
    assert ("kind", "Beslut §\N{NO-BREAK SPACE}24") in page.meta
    assert '<section aria-labelledby="k_paragraphs" data-pagefind-ignore>' in PAGES[f"{MEETING}/protokoll.html"].html


# Outcomes


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_outcome_stand_step_and_form_has_its_word(language: str) -> None:
    said = words(language)  # type: ignore[arg-type]
    pairs = ((Outcome, said.outcomes), (Stand, said.stands), (StepKind, said.vote_steps), (RecordForm, said.forms))
    for kind, known in pairs:
        assert set(known) == set(kind)
    assert {tag.text for each in Outcome for tag in outcome_tags((each,), said)} == set(said.outcomes.values())


def test_outcomes_that_differ_are_each_told_in_part_and_by_point() -> None:
    page = sites.by_address(councils.council(), as_of=records.LATER)[f"{councils.COUNCIL}/2022-09-19/paragraf-101.html"]
    shown = read(page)
    assert "Delvis bifall Delvis avslag Delvis besvarat" in shown
    assert "- Punkt 2 Avslag\n" in shown
    assert [value for name, value in page.filters if name == "outcome"] == ["Bifall", "Avslag", "Besvarat"]


def test_an_approved_point_beside_an_amended_one_makes_nothing_partly() -> None:
    shown = read(PAGES[f"{MEETING}/paragraf-23.html"])
    assert "Ändrat\n" in shown
    assert "Delvis" not in shown
    assert "Punkt" not in shown


# What is not told


@pytest.mark.parametrize("publication", [Publication.HEADING, Publication.NUMBER])
def test_a_paragraph_that_is_not_published_says_so_and_is_not_searched(publication: Publication) -> None:
    title = "" if publication is Publication.NUMBER else "Ärendet omfattas av sekretess"
    page = with_paragraph(Paragraph(title, 24, publication=publication))[f"{MEETING}/paragraf-24.html"]
    shown = read(page)
    assert "Publiceras inte Innehållet i paragrafen publiceras inte." in shown
    assert "## Beslut" not in shown
    assert not page.indexed


def test_an_anonymised_paragraph_says_so() -> None:
    paragraph = replace(records.strategy_paragraph(MEETING), publication=Publication.ANONYMISED)
    page = with_paragraph(paragraph)[f"{MEETING}/paragraf-24.html"]
    assert "Uppgifter om enskilda är borttagna ur texten." in read(page)
    assert page.indexed
