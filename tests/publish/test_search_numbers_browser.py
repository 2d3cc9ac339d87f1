"""Registry numbers, days and amounts as a citizen asks for them, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.publish.searched import titles

KNOWN: tuple[tuple[str, str, list[str]], ...] = (
    ("KS 2021/7", "Ärende med diarienummer KS 2021/7", ["Skolväg"]),
    ("ks2021-7", "Ärende med diarienummer KS 2021/7", ["Skolväg"]),
    ("Dnr: KS 2021 – 7", "Ärende med diarienummer KS 2021/7", ["Skolväg"]),
    ("SKN 2021:7", "Ärende med diarienummer SKN 2021/7", ["Badhus"]),
    ("2021/17", "Ärende med diarienummer SKN 2021/17", ["Skolväg"]),
    ("2021/7", "Ärenden som du kan mena", ["Skolväg", "Badhus"]),
    ("2024-00132", "Ärende med diarienummer 2024-00132", ["Hamn"]),
    ("2024/132", "Ärenden som du kan mena", ["Hamn"]),
    ("24/132", "Ärenden som du kan mena", ["Hamn"]),
)


def test_a_number_is_looked_up_in_any_spelling(tab: Tab, words: str) -> None:
    for query, said, found in KNOWN:
        titles(tab, words, query)
        expect(tab.locator("#k_number_head")).to_have_text(said)
        assert tab.locator("#k_number_list a").all_inner_texts() == found
        expect(tab.locator("#k_number_none")).to_be_hidden()


def test_of_a_number_that_no_case_has_that_is_said(tab: Tab, words: str) -> None:
    nears: dict[str, list[str]] = {"2021/8": [], "KS 2021/70": [], "BN 2021/17": ["Skolväg"]}
    for query, near in nears.items():
        assert titles(tab, words, query) == []
        expect(tab.locator("#k_number_none")).to_have_text(f"Inget ärende har diarienummer {query}.")
        assert tab.locator("#k_number_list a").all_inner_texts() == near


MENTIONED: tuple[tuple[str, list[str]], ...] = (
    ("2021/7", ["Badhus", "Skolväg"]),
    ("Ärende 2021/7", ["Badhus", "Skolväg"]),
    ("KS 2021/7", ["Skolväg"]),
    ("skn2021-7", ["Badhus"]),
    ("2021/17", ["Torg"]),
    ("ÖN 2021/17", ["Torg"]),
    ("ön2021–17", ["Torg"]),
    ("ON 2021/17", []),
    ("SKN 2021/17", []),
    ("ÖN 2021/18", []),
    ("BN 2021/30", ["Torg"]),
    ("KS 2021/30", []),
    ("2021/9", ["Bro", "Väg"]),
    ("VA 2021/9", ["Bro", "Väg"]),
    ("BN 2021/9", []),
    ("2024/132", ["Hamn"]),
)


def test_pages_that_mention_a_number_stand_below_it_where_letters_are_given_only_those_with_them(
    tab: Tab, words: str
) -> None:
    for query, found in MENTIONED:
        assert (query, titles(tab, words, query)) == (query, found)
        expect(tab.get_by_role("heading", name="Sidor som nämner numret")).to_be_visible()


def test_what_is_chosen_beside_a_number_narrows_and_does_not_make_it_another(tab: Tab, words: str) -> None:
    tab.goto(f"{words}/sok.html?q=BN+2021/30&kind=Beslut")
    expect(tab.locator("#k_count")).to_have_text("Ingen sida nämner numret.")
    tab.goto(f"{words}/sok.html?q=BN+2021/30&kind=%C3%84rende")
    expect(tab.locator("#k_count")).to_have_text("1 träff")


def test_a_number_may_have_letters_of_several_words(tab: Tab, words: str) -> None:
    for query in ("GSN-AU 2022/7", "gsn-au 2022/7", "GSN AU 2022-7", "GSNAU 2022/7", "dnr gsn au 2022/7"):
        assert titles(tab, words, query) == ["Au"]
        expect(tab.locator("#k_number_head")).to_have_text("Ärende med diarienummer GSN-AU 2022/7")


@pytest.mark.parametrize(
    ("queries", "found"),
    [
        (("2022-09-26", "26/9 2022", "26/9-2022", "26.9.2022", "26/9", "26/09/2022"), ["Bidrag"]),
        (("45 000", "45 000 kronor", "13.15"), ["Bidrag"]),
        (("2022-09-27", "27/9", "1 200 000", "2017:725", "SFS 2017:725", "99/99"), []),
    ],
)
def test_days_amounts_times_and_laws_are_no_numbers_of_cases(
    tab: Tab, words: str, queries: tuple[str, ...], found: list[str]
) -> None:
    for query in queries:
        assert titles(tab, words, query) == found
        expect(tab.locator("#k_number")).to_be_hidden()


def test_spans_of_years_are_words(tab: Tab, words: str) -> None:
    for query in ("2021–2024", "Budget 2021–2024", "den 2022-09-26"):
        titles(tab, words, query)
        expect(tab.locator("#k_number")).to_be_hidden()
