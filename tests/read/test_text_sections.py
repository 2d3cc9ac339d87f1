"""A body into title, preamble and sections, by the headings of the language and of the municipality."""

from __future__ import annotations

import pytest
from kallelse.model import fold
from kallelse.model.section import SectionKind
from kallelse.model.settings import Language
from kallelse.model.text import Heading, Para, Text
from kallelse.read.text.sections import misspelt_headings, split_sections

from tests.read.reading import read


def test_a_body_is_cut_at_its_second_level_headings() -> None:
    source = "# Rapport *2022*\n\nInledning\n\n## Förslag till beslut\n\na\n\n### b\n\nc\n\n## Bakgrund\n\nd"
    body, _ = read(source)
    title, preamble, sections = split_sections(body, {}, "sv")
    assert fold.plain(title) == "Rapport 2022"
    assert preamble == (Para((Text("Inledning", 3),), 3),)
    assert [(section.kind, section.anchor, section.line) for section in sections] == [
        (SectionKind.PROPOSAL, "forslag-till-beslut", 5),
        (SectionKind.OTHER, "bakgrund", 13),
    ]
    assert [type(block) for block in sections[0].blocks] == [Para, Heading, Para]
    whole = (*preamble, *(block for section in sections for block in (*section.blocks,)))
    assert len(whole) == len(body.blocks) - 3


def test_a_body_without_headings_is_preamble_alone() -> None:
    body, _ = read("a\n\nb")
    assert split_sections(body, {}, "sv") == ((), body.blocks, ())


def test_a_first_level_heading_further_down_is_no_title() -> None:
    body, _ = read("a\n\n# b\n\n## c")
    title, preamble, _ = split_sections(body, {}, "sv")
    assert (title, len(preamble)) == ((), 2)


@pytest.mark.parametrize(
    ("language", "heading", "kind", "body_name"),
    [
        ("sv", "Förslag till beslut", SectionKind.PROPOSAL, ""),
        ("sv", "FÖRSLAG  TILL beslut:", SectionKind.PROPOSAL, ""),
        ("sv", "Förslag till beslut i kommunfullmäktige", SectionKind.PROPOSAL, "kommunfullmäktige"),
        ("sv", "Beslut - Förslag till Kommunfullmäktige", SectionKind.PROPOSAL, "Kommunfullmäktige"),
        (
            "sv",
            "Beslut – för fastställande i Barn- och  utbildningsnämnden",
            SectionKind.PROPOSAL,
            "Barn- och utbildningsnämnden",
        ),
        ("sv", "Förslag till be\u00adslut :", SectionKind.PROPOSAL, ""),
        (
            "sv",
            "Förslag till beslut i Barn\u2011 och ut\u00adbildnings\u00adnämnden :",
            SectionKind.PROPOSAL,
            "Barn\u2011 och utbildningsnämnden",
        ),
        ("sv", "2. Förslag till beslut", SectionKind.OTHER, ""),
        ("sv", "Sammanfattning av ärendet", SectionKind.SUMMARY, ""),
        ("sv", "Beskrivning av ärendet", SectionKind.DESCRIPTION, ""),
        ("sv", "Ekonomiska konsekvenser", SectionKind.ECONOMY, ""),
        ("sv", "Förslag till ny taxa", SectionKind.OTHER, ""),
        ("sv", "Proposed decision", SectionKind.OTHER, ""),
        ("en", "Proposed decision", SectionKind.PROPOSAL, ""),
        ("en", "Proposed decision in the Council", SectionKind.PROPOSAL, "the Council"),
        ("en", "Financial consequences", SectionKind.ECONOMY, ""),
    ],
)
def test_headings_of_the_language_say_what_a_section_is_for(
    language: Language, heading: str, kind: SectionKind, body_name: str
) -> None:
    body, _ = read(f"## {heading}\n\na")
    _, _, (section,) = split_sections(body, {}, language)
    assert (section.kind, section.body_name) == (kind, body_name)


def test_a_municipality_adds_headings_of_its_own_and_they_come_first() -> None:
    headings = {
        "{body} föreslår": "proposal",
        "Bakgrund": "description",
        "Sammanfattning": "other",
        "Ekonomi (kort)": "economy",
    }
    body, _ = read(
        "## Nämnden föreslår\n\n## bakgrund\n\n## Sammanfattning\n\n## Ekonomi (kort)\n\n## Förslag till beslut"
    )
    _, _, sections = split_sections(body, headings, "sv")
    assert [section.kind.value for section in sections] == ["proposal", "description", "other", "economy", "proposal"]
    assert sections[0].body_name == "Nämnden"


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Förslag till beslutt", "Förslag till beslut"),
        ("Förslag till besut", "Förslag till beslut"),
        ("Förslag til beslut:", "Förslag till beslut"),
        ("Förslag till beslut i", "Förslag till beslut i …"),
        ("Förslag till belsut i fullmäktige", "Förslag till beslut i …"),
        ("SAMANFATTNING", "Sammanfattning"),
        ("Bakgrumd och mål", "Bakgrund och mål"),
        ("Förslag till beslut", ""),
        ("2. Förslag till beslut", "Förslag till beslut"),
        ("2.1 Förslag till beslut i nämnden:", "Förslag till beslut i nämnden"),
        ("3) bakgrund och mål", "bakgrund och mål"),
        ("2022 års förslag till beslut", ""),
        ("Förslag 2 till beslut", ""),
        ("2. Förslag till ny taxa", ""),
        ("Förslag till ny taxa", ""),
        ("Ekonomin", ""),
        ("Beskrivningen av nuläget", ""),
    ],
)
def test_a_heading_with_one_letter_wrong_is_told_with_the_one_that_is_meant(heading: str, meant: str) -> None:
    headings = {"Bakgrund och mål": "description"}
    body, _ = read(f"a\n\n## {heading}\n\nb")
    _, _, sections = split_sections(body, headings, "sv")
    told = list(misspelt_headings(sections, "p.md", headings, "sv"))
    assert [(finding.code, finding.place.line, finding.words["meant"]) for finding in told] == (
        [("heading-misspelt", 3, meant)] if meant else []
    )
