"""Paragraphs seen in real minutes, by their numbers in a list of such; all content is made up."""

from __future__ import annotations

import pytest
from kallelse.model.dnr import Dnr
from kallelse.model.fold import plain
from kallelse.model.meeting import Access, RowKind
from kallelse.model.record import Publication
from kallelse.model.section import SectionKind
from kallelse.model.settings import Settings

from tests.read.record.held import front, held, right


def test_01_a_proposal_secret_in_the_summons_is_a_public_paragraph() -> None:
    cases = {
        "01.md": "---\ntitle: Upphandling\naccess: confidential\nrecord: full\n---\n## Sammanfattning\n\nHemligt.\n"
    }
    found = right(held("## 1. Upphandling\n\n### Beslut\n\nNämnden antar anbudet. {bifall}\n", cases))
    assert found.meeting.cases[0].access is Access.CONFIDENTIAL
    assert found.only.publication is Publication.FULL
    assert plain(found.only.points[0].blocks) == "Nämnden antar anbudet."
    assert "Hemligt" not in repr(found.only)


@pytest.mark.parametrize(
    ("said", "title", "words"),
    [
        ("record: full", "Placering av barn", "Om Siv."),
        ("record: anonymised\nhidden: Siv", "Placering av barn", "Om ‹uppgift›."),
        ("record: heading\npublic_title: Placering", "Placering", ""),
        ("record: number", "Sekretess", ""),
    ],
)
def test_02_a_paragraph_is_withheld_in_degrees_with_the_phrase_of_the_municipality(
    said: str, title: str, words: str
) -> None:
    cases = {"01.md": f"---\ntitle: Placering av barn\naccess: confidential\ndnr: GSN 2022/7\n{said}\n---\n"}
    found = right(held("## 1\n\n### Beslut\n\nOm Siv. {bifall}\n", cases, settings=Settings(withheld="Sekretess")))
    assert found.only.title == title
    assert " ".join(plain(point.blocks) for point in found.only.points) == words
    assert (found.only.dnr is not None) == (said == "record: full")


def test_20_each_body_has_a_number_of_its_own_and_names_the_paragraph_before() -> None:
    cases = {
        "01.md": "---\ntitle: Ramar\ndnr: KS-2024-00265\nother_dnr: [AU 2024/9]\n"
        "follows: [{body: Arbetsutskottet, date: 2022-09-12, paragraph: 5}]\n---\n"
    }
    found = right(held("## 1\n\n### Beslut\n\nJa. {bifall}\n", cases))
    assert found.only.dnr == Dnr("KS-2024-00265")
    grounds = next(each for each in found.only.sections if each.kind is SectionKind.GROUNDS)
    assert plain(grounds.blocks) == "Arbetsutskottet § 5, 12 september 2022"
    assert found.meeting.cases[0].other_dnr == (Dnr("AU 2024/9"),)


def test_21_sub_numbers_of_one_number_and_two_secret_matters_of_one_number() -> None:
    stub = "---\ntitle: {}\naccess: confidential\nlinkable: false\ndnr: VN-2024-00099\n---\n"
    cases = {
        "01.md": "---\ntitle: Ansökan A\ndnr: VN-2024-00037:1\n---\n",
        "02.md": "---\ntitle: Ansökan B\ndnr: VN-2024-00037:2\n---\n",
        "03.md": stub.format("C"),
        "04.md": stub.format("D"),
    }
    found = right(held("## 1\n\n## 2\n\n## 3\n\n## 4\n", cases))
    assert [each.dnr and each.dnr.value for each in found.paragraphs] == [
        "VN-2024-00037:1",
        "VN-2024-00037:2",
        None,
        None,
    ]
    assert len({each.case for each in found.paragraphs}) == 4


def test_22_an_unnumbered_row_becomes_a_paragraph_and_a_numbered_one_does_not() -> None:
    agenda = (
        "agenda:\n  - group: Inledning\n  - formality: Upprop\n  - case: 01-budget\n  - break: Fika\n"
        "  - formality: Övrigt\n    numbered: true\n  - case: 02-plan\n    numbered: false\n"
    )
    found = right(held("## Upprop\n\n## 1. Budget\n\n## Plan\n", meeting=agenda))
    assert [(row.kind, row.number) for row in found.meeting.agenda] == [
        (RowKind.GROUP, ""),
        (RowKind.FORMALITY, ""),
        (RowKind.CASE, "1"),
        (RowKind.BREAK, ""),
        (RowKind.FORMALITY, "2"),
        (RowKind.CASE, ""),
    ]
    assert [(each.number, each.title) for each in found.paragraphs] == [(21, "Upprop"), (22, "Budget"), (23, "Plan")]


def test_23_a_withdrawn_item_keeps_its_paragraph_and_added_ones_stand_after_a_named_item_or_last() -> None:
    found = right(held("## 1. Budget {utgår}\n\n## Nytt {extra}\n\n## 2. Plan\n\n## Sist {tillagt}\n"))
    assert [(each.number, each.is_withdrawn, each.is_added) for each in found.paragraphs] == [
        (21, True, False),
        (22, False, True),
        (23, False, False),
        (24, False, True),
    ]
    assert found.paragraphs[0].sections == ()


def test_24_a_paragraph_may_have_no_decision() -> None:
    found = right(held("## 2. Plan\n\nIngen information lämnades.\n"))
    assert found.only.decisions == ()
    assert found.only.outcomes == ()


def test_25_a_number_used_twice_is_owned_to_in_words_that_are_printed() -> None:
    text = "## § 21 1. Budget\n\n## § 21 2. Plan\n\n## § 22 Nytt {extra}\n"
    fault = "Numret 21 användes två gånger."
    found = right(held(text, front=front(numbering=f" {fault}")))
    assert [each.number for each in found.paragraphs] == [21, 21, 22]
    assert found.minutes.numbering == fault
    assert len({found.minutes.paragraph_address(each) for each in found.paragraphs}) == 3


def test_31_a_sign_without_a_number_is_told_and_guidance_stays_for_the_check_to_see() -> None:
    found = held("## §§ Budget\n\n### Beslut\n\n[Skriv beslutet här]\n")
    assert ("minutes-number", 1) in found.told
    assert "[Skriv beslutet här]" in plain(found.only.points[0].blocks)
