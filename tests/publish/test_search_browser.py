"""Search as a citizen does it, in a browser, over the sample and over pages of words that are hard to find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kallelse.publish.search import FOLDER
from kallelse.swap import put_folder
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.publish import archives, sites
from tests.publish.conftest import served
from tests.publish.searched import FIELD, PAGES, titles
from tests.tools.browser import opened, schemes, violations

MEETING = f"{archives.GSN}/2022-09-26"


FOUND: tuple[tuple[tuple[str, ...], list[str]], ...] = (
    (("beslut", "beslutet", "besluten"), ["Beslutet"]),
    (("skolornas", "skolan", "skolor"), ["Regler", "Skolans kök", "Skolornas tider", "Skolväg"]),
    (("nämnden", "nämnders", "Nämndens"), ["Nämnden", "Nämnder"]),
    (("kostnad", "kostnaden", "kostnader", "kostnadernas"), ["Kostnader"]),
    (("strategi", "strategin", "strategiernas"), ["Strategi"]),
    (("utfall", "utfallet", "utfallens"), ["Utfall"]),
    (("ärende", "ärendet", "ärendena", "ärendenas"), ["Hamn", "Ärenden"]),
    (("stämmans", "stämmor"), []),
    (("reglemente", "reglementet", "skolskjuts", "skjutsar", "skolskjutsreglementet"), ["Regler"]),
    (("slut",), ["Slut"]),
    (("mål", "Målen"), ["Mål"]),
    (("mal", "malen"), ["Mal"]),
    (("får",), ["Mål"]),
    (("far",), ["Mal"]),
    (("linnea", "Linnéa", "LINNÉA", "muller", "Müller"), ["Ersättare", "Ordförande"]),
    # No page has the word, though some have what it begins with.
    (("kommunalråd", "beslutsfattare", "slutna mål"), []),
    (('"mål och ett får"', "”mål och ett får”", "“mål och ett får”", "»mål och ett får«"), ["Mål"]),
    (("”ett mål ett får”", '"ett mål ett får"'), []),
    (("§ 16", "paragraf 16", "Paragrafen 16"), ["Avtal", "Bidrag", "Överskott"]),
    (("−4,2", "-4,2", "–4,2"), ["Underskott"]),
)


def test_words_are_found_in_all_their_forms_and_in_compounds(tab: Tab, words: str) -> None:
    expected = {query: found for queries, found in FOUND for query in queries}
    assert {query: titles(tab, words, query) for query in expected} == expected


def test_an_excerpt_is_the_true_text_with_the_word_marked(tab: Tab, words: str) -> None:
    titles(tab, words, "reglemente")
    excerpt = tab.locator(".k-hit__text").first
    assert excerpt.inner_text() == "Regler. Kommunens skolskjutsreglemente ändras."
    assert excerpt.locator("mark").all_inner_texts() == ["skolskjutsreglemente"]


def test_a_day_and_a_number_beside_a_hit_stand_each_in_one_line(browser: Browser, address: str) -> None:
    with opened(browser, 390) as page:
        titles(page, address, "digitaliseringsstrategi")
        said = page.locator(".k-hit__where").all_inner_texts()
        assert "Gemensamma servicenämnden · 30 november 2020 · GSN 2020/35" in said
        ones = page.locator(".k-hit__where .k-one")
        assert {"30 november 2020", "GSN 2020/35"} <= set(ones.all_inner_texts())
        assert {each.evaluate("one => one.offsetHeight") for each in ones.all()} == {
            ones.first.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
        }


def test_what_a_hit_shows_beside_its_text_does_not_find_it(tab: Tab, words: str) -> None:
    assert titles(tab, words, "kallelsen") == []
    assert titles(tab, words, "Skolnämnden") == []


# Places


def test_a_hit_leads_to_its_heading_and_to_its_page_in_the_packet_and_in_the_file(tab: Tab, words: str) -> None:
    for query, heading, page, label, own in (
        ("parkeringen", "forsta", 4, "3a", 1),
        ("utegymmet", "andra", 5, "4", 2),
    ):
        titles(tab, words, query)
        hit = tab.locator("#k_list li").first
        expect(hit.get_by_role("heading").get_by_role("link")).to_have_attribute("href", f"/skn/bilaga.html#{heading}")
        links = hit.locator(".k-hit__pages a")
        assert [(each.inner_text(), each.get_attribute("href")) for each in links.all()] == [
            (f"Sidan {label} i kallelsen (PDF)", f"{words}/skn/kallelse.pdf#page={page}"),
            (f"Sidan {own} i bilagan (PDF)", f"{words}/skn/avtal.pdf#page={own}"),
        ]


def test_where_no_page_is_known_all_pages_of_the_document_are_told(tab: Tab, words: str) -> None:
    titles(tab, words, "simhallen")
    links = tab.locator("#k_list li").first.locator(".k-hit__pages a")
    assert links.all_inner_texts() == ["Sidorna 4 till 5 i kallelsen (PDF)"]


def test_a_hit_of_the_sample_leads_to_its_page_and_to_the_page_of_the_packet(tab: Tab, address: str) -> None:
    titles(tab, address, "handlingsplan")
    hit = tab.locator("#k_list li").filter(has=tab.get_by_role("heading", name="Handlingsplan"))
    expect(hit.get_by_role("link", name="Sidan 7 i kallelsen (PDF)")).to_have_attribute(
        "href", f"{address}/{MEETING}/kallelse.pdf#page=7"
    )
    hit.get_by_role("heading").get_by_role("link").click()
    tab.wait_for_url(f"{address}/{MEETING}/03-rapportering/bilaga-2-handlingsplan.html*")


def test_hits_take_nothing_but_text_from_the_index(tab: Tab, address: str) -> None:
    titles(tab, address, "samordningsgruppen")
    assert "amordningsgruppen" in tab.locator("#k_list mark").first.inner_text()
    assert tab.locator(".k-hit__text > :not(mark)").count() == 0


def test_the_sign_after_a_word_is_not_marked_with_it(tab: Tab, words: str) -> None:
    titles(tab, words, "sval")
    found = tab.locator(".k-hit__text").first
    assert found.locator("mark").all_inner_texts() == ["sval"]
    assert "Parkeringen är sval." in found.inner_text()


def test_an_excerpt_has_no_stop_that_nobody_wrote_and_tells_where_it_is_cut(tab: Tab, address: str) -> None:
    titles(tab, address, "samordningsgruppen")
    texts = tab.locator(".k-hit__text").all_inner_texts()
    assert texts
    assert [text for text in texts if re.search(r"(?<!\bkl)\.\s+[a-zåäö]", text)] == []
    assert any(text.startswith("…") or text.endswith("…") for text in texts)


# Nothing found, no index, no server


def test_no_hits_are_told_and_the_lists_are_shown(tab: Tab, words: str) -> None:
    assert titles(tab, words, "xyzzyx") == []
    expect(tab.get_by_role("status").filter(has_text="Inga träffar på ”xyzzyx”.")).to_be_visible()
    assert tab.get_by_role("link", name="Alla möten").is_visible()


def test_where_the_index_cannot_be_read_the_lists_are_shown(browser: Browser, tmp_path: Path) -> None:
    sites.write(tmp_path, archives.archive())
    with served(tmp_path) as address, opened(browser) as page:
        page.goto(f"{address}/sok.html?q=strategi")
        expect(page.get_by_text("Sökningen kunde inte läsas in.")).to_be_visible()
        expect(page.get_by_text("Du sökte efter ”strategi”.")).to_be_visible()
        expect(page.get_by_role("search")).to_be_hidden()
        assert page.get_by_role("link", name="Alla möten").is_visible()
        # When the index is there, the same words are asked for again.
        put_folder(tmp_path / FOLDER, sites.index_of(PAGES))
        page.get_by_role("link", name="Sök igen").click()
        expect(page.locator("#k_list h3")).to_have_text(["Strategi"])
        assert page.get_by_label(FIELD).input_value() == "strategi"


def test_who_types_when_the_index_cannot_be_read_can_search_again_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    sites.write(tmp_path, archives.archive())
    with served(tmp_path) as address, opened(browser) as page:
        page.goto(f"{address}/sok.html")
        expect(page.get_by_text("Du sökte efter")).to_be_hidden()
        page.get_by_label(FIELD).fill("strategi")
        again = page.get_by_role("link", name="Sök igen")
        expect(again).to_be_focused()
        expect(again).to_have_attribute("href", f"{address}/sok.html?q=strategi")


def test_without_scripts_no_field_is_offered_where_none_can_answer(browser: Browser, words: str) -> None:
    with opened(browser, scripts=False) as page:
        page.goto(f"{words}/index.html")
        page.get_by_label(FIELD).fill("vatten")
        page.get_by_role("button", name="Sök").click()
        expect(page.locator("noscript p")).to_contain_text("Sökningen behöver JavaScript.")
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.get_by_role("search")).to_be_hidden()
        expect(page.get_by_role("main").get_by_role("link", name="Alla möten")).to_be_visible()


def test_from_a_folder_the_page_says_why_it_cannot_search_and_the_lists_remain(tab: Tab, searched_folder: Path) -> None:
    tab.goto((searched_folder / "index.html").as_uri())
    tab.get_by_label(FIELD).fill("vatten & <avlopp>")
    tab.get_by_role("button", name="Sök").click()
    expect(tab.get_by_text("Sökningen fungerar inte när sidorna öppnas från en mapp på datorn")).to_be_visible()
    expect(tab.get_by_text("Du sökte efter ”vatten & <avlopp>”.")).to_be_visible()
    expect(tab.get_by_role("search")).to_be_hidden()
    expect(tab.get_by_role("link", name="Sök igen")).to_be_hidden()
    tab.get_by_role("link", name="Alla möten").click()
    expect(tab.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("query", ["vatten", "2021/7", "KS 2021/70"])
def test_axe_finds_nothing_with_filters_open_and_numbers_shown(browser: Browser, words: str, query: str) -> None:
    for width in (1280, 320):
        with opened(browser, width) as page:
            titles(page, words, query)
            if query == "vatten":
                page.get_by_text("Avgränsa").click()
                expect(page.get_by_role("group", name="Beslut")).to_be_visible()
            for scheme in schemes(page):
                assert violations(page) == (), (width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
