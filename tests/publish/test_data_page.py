"""The page on open data: what is there, under which licence, and where that is said elsewhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.locale.data import data_words
from kallelse.locale.selfreport import report_words
from kallelse.model.address import RESERVED
from kallelse.model.settings import Language, Licence, OpenData, Settings
from kallelse.publish.page import Page
from playwright.sync_api import Browser, expect

from tests.publish import archives, records, sites
from tests.publish.conftest import served
from tests.tools.browser import opened, schemes, violations, visit

DATA = "data/index.html"


def page(**settings: object) -> Page:
    archive = replace(archives.archive(), settings=replace(archives.SETTINGS, **settings))  # type: ignore[arg-type]
    return sites.by_address(archive, archives.packets())[DATA]


def test_its_place_is_reserved_and_every_page_leads_to_it() -> None:
    assert {"data", "api"} <= RESERVED
    for address, each in sites.sample_pages().items():
        hrefs = {href.rpartition("../")[2] for href in sites.attributes(sites.whole(each), "href")}
        if address.startswith("data/"):
            assert "index.html" in hrefs
        elif address != "anslagstavla/index.html":
            assert {DATA, f"/{DATA}"} & hrefs, address


@pytest.mark.parametrize("licence", list(Licence))
def test_it_says_what_may_be_done_with_the_data(licence: Licence) -> None:
    one = page(open_data=OpenData(licence=licence))
    assert data_words("sv").licences[licence] in sites.read(one)
    assert licence.value in sites.attributes(one.html, "href")
    assert data_words("sv").not_chosen not in sites.read(one)


def test_without_a_licence_it_allows_nothing() -> None:
    said = sites.read(page())
    assert data_words("sv").not_chosen in said
    assert data_words("sv").allowed not in said
    assert "dcat.rdf" not in said


def test_it_tells_what_finished_files_cannot_answer() -> None:
    said = sites.read(page())
    assert "created_since" in said
    assert "https://moten.norrsala.example/api/oparl/system.json" in said
    assert data_words("sv").no_url in sites.read(page(url=""))
    assert data_words("sv").no_oparl in sites.read(page(open_data=OpenData(oparl=False)))


def test_it_tells_the_size_of_each_file_as_it_is() -> None:
    archive = records.archive()
    assets = sites.open_data(archive, {}, records.LATER, ())
    said = sites.read(sites.by_address(archive, as_of=records.LATER)[DATA])
    for asset in assets:
        if asset.address in ("data/beslut.csv", "data/moten.csv", "data/arenden.csv", "data/tabeller.csv"):
            rows = asset.content.count(b"\r\n") - 1
            kilo = max(1, (len(asset.content) + 500) // 1000)
            assert f"{rows} rad{'er' if rows != 1 else ''}, {kilo} kB" in said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_is_missing_in_either_language(language: Language) -> None:
    for words in (data_words(language), report_words(language)):
        for name in words.__dataclass_fields__:
            assert getattr(words, name), name
    columns = report_words(language).columns
    assert len(columns) == len(report_words("sv").columns) == len(set(columns))
    for name in ("decision_columns", "meeting_columns", "case_columns", "finance_columns"):
        assert len(getattr(data_words(language), name)) == len(getattr(data_words("sv"), name))


def test_it_is_there_before_anything_is_published() -> None:
    empty = sites.pages(replace(archives.archive(), committees=(), settings=Settings()), {}, dt.date(2022, 1, 1))
    assert "0 rader" in sites.read(next(each for each in empty if each.address == DATA))


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", [DATA, "data/rapport.html"])
def test_a_browser_finds_nothing_wrong_with_it(browser: Browser, tmp_path: Path, name: str, width: int) -> None:
    archive = records.archive()
    chosen = replace(archive, settings=replace(archive.settings, open_data=OpenData(licence=Licence.CC0)))
    sites.write(tmp_path, chosen, archives.packets(), records.LATER, records.pdfs())
    told: list[str] = []
    with served(tmp_path) as root, opened(browser, width) as shown:
        shown.on("console", lambda message: told.append(message.text))
        visit(shown, f"{root}/{name}")
        for scheme in schemes(shown):
            assert violations(shown) == (), scheme
        assert shown.evaluate("document.documentElement.scrollWidth") == width
        assert told == []


def test_a_journalist_finds_the_file_of_decisions_from_the_start_page(browser: Browser, tmp_path: Path) -> None:
    sites.write(tmp_path, records.archive(), archives.packets(), records.LATER, records.pdfs())
    with served(tmp_path) as root, opened(browser) as shown:
        visit(shown, f"{root}/index.html")
        shown.get_by_role("contentinfo").get_by_role("link", name="Öppna data").click()
        expect(shown.get_by_role("heading", level=1)).to_have_text("Öppna data")
        link = shown.get_by_role("link", name="Beslut", exact=True).and_(shown.locator("main a"))
        href = str(link.evaluate("link => link.href"))
        assert shown.request.get(href).body() == (tmp_path / "data/beslut.csv").read_bytes()
