from __future__ import annotations

import json

import pytest
from kallelse.model.dnr import Dnr
from kallelse.publish.page import Page, PageKind
from kallelse.publish.searchnumbers import number_files, shard

from tests.publish import sites


def page(address: str, kind: PageKind, *numbers: str, day: str = "", indexed: bool = True) -> Page:
    own = tuple(Dnr(number) for number in numbers)
    return Page(address, f"Om {address}", "", "", kind, indexed=indexed, numbers=own, day=day)


def rows(*pages: Page) -> list[list[str]]:
    files = number_files(pages)
    assert list(files) == [f"numbers-{digit}.json" for digit in range(10)]
    return [row for content in files.values() for row in json.loads(content)]


@pytest.mark.parametrize(
    ("number", "digit"),
    [("GSN 2022/35", "5"), ("2024-00130", "0"), ("KS 2007/1028 10", "8"), ("SN 7", "7"), ("Beslut", "0")],
)
def test_a_number_is_listed_under_the_last_digit_of_its_count(number: str, digit: str) -> None:
    assert shard(Dnr(number)) == digit


def test_a_number_leads_to_its_matter_or_else_to_its_case() -> None:
    assert rows(
        page("arenden/a.html", PageKind.MATTER, "GSN 2022/35", "KS 2022/4"),
        page("gsn/1.html", PageKind.CASE, "GSN 2022/35"),
        page("gsn/2.html", PageKind.CASE, "GSN 2022/36"),
        page("gsn/paragraf-3.html", PageKind.PARAGRAPH, "GSN 2022/36"),
        page("gsn/paragraf-4.html", PageKind.PARAGRAPH, "GSN 2022/37"),
        page("arenden/b.html", PageKind.MATTER, "GSN 2022/38", indexed=False),
    ) == [
        ["KS 2022/4", "Om arenden/a.html", "arenden/a.html"],
        ["GSN 2022/35", "Om arenden/a.html", "arenden/a.html"],
        ["GSN 2022/36", "Om gsn/2.html", "gsn/2.html"],
        ["GSN 2022/37", "Om gsn/paragraf-4.html", "gsn/paragraf-4.html"],
    ]


def test_a_number_of_unrelated_cases_leads_to_the_newest_of_them() -> None:
    cases = [
        page(f"gsn/{month:02}.html", PageKind.CASE, "GSN 2022/1", day=f"2022-{month:02}-01") for month in range(1, 13)
    ]
    more = [
        page(f"gsn/2021-{month}.html", PageKind.CASE, "gsn 2022/1", day=f"2021-{month:02}-01") for month in range(1, 13)
    ]
    found = rows(*cases, *more)
    assert [address for _, _, address in found[:2]] == ["gsn/12.html", "gsn/11.html"]
    assert len(found) == 20
    assert {number for number, _, _ in found} == {"GSN 2022/1"}


def test_every_number_of_the_sample_is_listed() -> None:
    pages = sites.sample_pages().values()
    numbers = {number.identity for each in pages if each.indexed for number in each.numbers}
    assert {Dnr(number).identity for number, _, _ in rows(*pages)} == numbers != set()
