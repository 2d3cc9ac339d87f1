"""The headings of minutes, and the rows of the agenda that they are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.finding import Severity
from kallelse.read.record.items import ItemHeading, item_heading

from tests.read.record.held import held

AGENDA = "agenda:\n  - formality: Upprop\n  - group: Beslut\n  - case: 01-budget\n  - break: Paus\n  - case: 02-plan\n"


@pytest.mark.parametrize(
    ("typed", "stated", "item", "title"),
    [
        ("4. Digitalisering", 0, "4", "Digitalisering"),
        ("4: Digitalisering", 0, "4", "Digitalisering"),
        ("4) Digitalisering", 0, "4", "Digitalisering"),
        ("4 – Digitalisering", 0, "4", "Digitalisering"),
        ("04. Digitalisering", 0, "4", "Digitalisering"),
        ("Ärende 4. Digitalisering", 0, "4", "Digitalisering"),
        ("punkt 4: Digitalisering", 0, "4", "Digitalisering"),
        ("item 4", 0, "4", ""),
        ("4", 0, "4", ""),
        ("4.", 0, "4", ""),
        ("§ 24 4. Digitalisering", 24, "4", "Digitalisering"),
        ("§24 4. Digitalisering", 24, "4", "Digitalisering"),
        ("§ 24 – 4. Digitalisering", 24, "4", "Digitalisering"),
        ("§ 24. Digitalisering", 24, "", "Digitalisering"),
        ("§ 24", 24, "", ""),
        ("Digitalisering", 0, "", "Digitalisering"),
        ("2023 års budget", 0, "", "2023 års budget"),
        ("3. 2023 års budget", 0, "3", "2023 års budget"),
        ("12 mars: ett möte", 0, "", "12 mars: ett möte"),
        ("13.30 Rast", 0, "", "13.30 Rast"),
        ("Ärende om skolan", 0, "", "Ärende om skolan"),
        ("", 0, "", ""),
    ],
)
def test_a_heading_is_paragraph_item_and_title(typed: str, stated: int, item: str, title: str) -> None:
    assert item_heading(typed) == ItemHeading(stated, item, title)


@pytest.mark.parametrize("typed", ["§ 0 Budget", "§ 99999 Budget", "§§ Budget", "§ Budget"])
def test_a_sign_without_a_number_is_told(typed: str) -> None:
    assert item_heading(typed).is_unnumbered
    assert ("minutes-number", 1) in held(f"## {typed}\n").told


@given(st.integers(1, 9999), st.integers(1, 999), st.text(alphabet="abcåäö ", max_size=20))
def test_what_is_typed_in_full_is_read_in_full(stated: int, item: int, title: str) -> None:
    said = item_heading(f"§ {stated} {item}. {title}")
    assert (said.stated, said.item, said.title) == (stated, str(item), title.strip())


@given(st.text(max_size=60))
def test_no_heading_ends_the_reading(typed: str) -> None:
    assert len(item_heading(typed).title) <= len(typed)


def test_an_item_is_found_by_its_number_and_by_its_title() -> None:
    found = held("## 1\n\n## plan\n")
    assert [(each.title, each.item) for each in found.paragraphs] == [("Budget", "1"), ("plan", "2")]
    assert [each.case for each in found.paragraphs] == ["gsn/2022-09-26/01-budget.md", "gsn/2022-09-26/02-plan.md"]
    assert not found.told


def test_a_title_of_the_minutes_own_wins_over_that_of_the_agenda() -> None:
    assert held("## 1. Budget med plan\n").only.title == "Budget med plan"


def test_the_order_of_the_meeting_may_be_another_and_an_item_may_give_two_paragraphs() -> None:
    found = held("## 2\n\n## 1\n\n## 1. Budget, igen\n")
    assert [(each.number, each.item) for each in found.paragraphs] == [(21, "2"), (22, "1"), (23, "1")]
    assert not found.told
    assert len(found.minutes.of_case("gsn/2022-09-26/01-budget.md")) == 2


def test_a_formality_is_found_by_its_title_and_rows_that_are_no_items_are_not() -> None:
    found = held("## Upprop\n\n## 1. Budget\n\n## Paus\n\n## Beslut\n", meeting=AGENDA)
    assert found.told == [("minutes-item-misspelt", 5), ("minutes-item-misspelt", 7)]
    assert [each.case for each in found.paragraphs[:2]] == ["", "gsn/2022-09-26/01-budget.md"]


def test_a_heading_about_nothing_on_the_agenda_is_told_with_what_is_near() -> None:
    found = held("## Busget\n\n## 9. Något annat\n")
    assert found.told == [("minutes-item-misspelt", 1), ("minutes-item-unknown", 3)]
    assert next(each for each in found.findings if each.code == "minutes-item-misspelt").words["near"] == "1. Budget"


def test_a_heading_with_the_number_of_one_item_and_the_title_of_another_is_told() -> None:
    assert held("## 1. Plan\n").told == [("minutes-item-other", 1)]


def test_two_items_of_one_title_are_told_apart_by_number_only() -> None:
    cases = {"01-a.md": "---\ntitle: Plan\n---\n", "02-b.md": "---\ntitle: Plan\n---\n"}
    assert held("## Plan\n", cases).told == [("minutes-item-misspelt", 1)]
    assert not held("## 1. Plan\n\n## 2. Plan\n", cases).told


def test_an_extra_item_is_on_no_agenda_and_a_withdrawn_one_keeps_its_paragraph() -> None:
    found = held("## Ny fråga {extra}\n\n## 1. Budget {utgår}\n\n## 2. Plan\n")
    extra, withdrawn, plan = found.paragraphs
    assert not found.told
    assert (extra.is_added, extra.case, extra.item) == (True, "", "")
    assert withdrawn.is_withdrawn
    assert withdrawn.sections == ()
    assert [each.number for each in (extra, withdrawn, plan)] == [21, 22, 23]


@pytest.mark.parametrize("typed", ["## 1. Budget ##", "1. Budget\n---", "##1. Budget", "## **1. Budget**"])
def test_a_heading_may_be_typed_as_markdown_has_it(typed: str) -> None:
    found = held(f"{typed}\n\nText.\n")
    assert (found.only.title, found.only.item) == ("Budget", "1")


@pytest.mark.parametrize("typed", ["```\n## 9. Budget\n```", "    ## 9. Budget", "> ## 9. Budget"])
def test_what_is_no_heading_of_the_minutes_is_no_item(typed: str) -> None:
    assert len(held(f"## 1\n\nText.\n\n{typed}\n").paragraphs) == 1


def test_notes_beside_minutes_may_be_about_anything() -> None:
    found = held("## Revisorerna frågar\n", front="notes: true\n")
    assert not found.told
    assert found.only.number == 0


@pytest.mark.parametrize("title", ["Ändrade tider", "Budgetar", "Budge"])
def test_a_heading_with_another_title_than_that_of_its_number_is_told(title: str) -> None:
    found = held(f"## 1. {title}\n")
    (finding,) = [each for each in found.findings if each.code == "item-title"]
    assert (finding.severity, finding.words["text"], finding.words["title"]) == (Severity.REMARK, title, "Budget")


@pytest.mark.parametrize("heading", ["1", "1.", "1. BUDGET.", "1.  budget", "1. Budget – fortsättning"])
def test_a_heading_with_its_title_or_none_is_not(heading: str) -> None:
    assert held(f"## {heading}\n").told == []
