"""Search as a citizen does it, in a browser, over the sample and over pages of words that are hard to find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kallelse.model.dnr import Dnr
from kallelse.publish.page import Page, PageKind
from kallelse.publish.pagemarks import END, mark
from kallelse.publish.search import FOLDER
from kallelse.swap import put_folder
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.publish import archives, sites
from tests.publish.conftest import served
from tests.tools.browser import opened, schemes, violations, visit

MEETING = f"{archives.GSN}/2022-09-26"
FIELD = "Sök i alla ärenden, beslut och bilagor"


def _page(
    name: str,
    title: str,
    text: str,
    *filters: tuple[str, str],
    day: str = "2022-09-26",
    numbers: tuple[str, ...] = (),
    kind: PageKind = PageKind.CASE,
    meta: tuple[tuple[str, str], ...] = (),
) -> Page:
    return Page(
        f"skn/{name}.html",
        title,
        "",
        f"<h1>{title}</h1>{text if text.startswith('<') else f'<p>{text}</p>'}",
        kind,
        indexed=True,
        filters=filters,
        meta=(("kind", "Ärende"), ("committee", "Skolnämnden"), ("date", day), *meta),
        numbers=tuple(map(Dnr, numbers)),
        day=day,
    )


_LONG = " ".join(f"Mening nummer {number} handlar om ingenting särskilt." for number in range(40))
_PAPER = (
    f"<h2 id='forsta'>Första</h2>{mark(4, '3a', 1)}<p>Parkeringen är sval.</p>"
    f"<h2 id='andra'>Andra</h2>{mark(5, '4', 2)}<p>{_LONG} Utegymmet är varmt.</p>{END}<p>Simhallen.</p>"
)
PAGES = (
    _page("reglemente", "Regler", "Kommunens skolskjutsreglemente ändras."),
    _page("skolorna", "Skolornas tider", "Skolor öppnar."),
    _page("skolan", "Skolans kök", "I skolan lagas mat."),
    _page("namnden", "Nämnden", "Nämndens ordförande är sjuk."),
    _page("namnder", "Nämnder", "Alla nämnder yttrar sig."),
    _page("mal", "Mal", "En mal och en far i bur."),
    _page("maal", "Mål", "Ett mål och ett får i hage."),
    _page("linnea", "Ordförande", "Linnéa Müller valdes."),
    _page("linnea2", "Ersättare", "Linnea Muller valdes."),
    _page("beslut", "Beslutet", "Besluten står fast."),
    _page("slut", "Slut", "Sammanträdet är slut."),
    _page("kommunal", "Kommunal", "Kommunal verksamhet."),
    _page("kostnader", "Kostnader", "Kostnaden stiger."),
    _page("strategi", "Strategi", "Strategin antas."),
    _page("utfall", "Utfall", "Utfallet redovisas."),
    _page("arenden", "Ärenden", "Ärendet återremitteras, två ärenden bordläggs."),
    *(
        _page(
            f"vatten-{number}",
            f"Vatten {number}",
            "Vattenledningen i byn.",
            ("committee", "Miljönämnden" if number % 2 else "Byggnämnden"),
            ("year", str(2010 + number % 3)),
            ("outcome", "Avslag" if number % 4 == 0 else "Bifall"),
            day=f"20{10 + number % 3}-01-{number + 1:02}",
        )
        for number in range(12)
    ),
    _page("nummer", "Skolväg", "Dnr KS 2021/7.", numbers=("KS 2021/7", "SKN 2021/17")),
    _page("nummer2", "Badhus", "Dnr SKN 2021/7.", numbers=("SKN 2021/7",)),
    _page("nummer3", "Hamn", "Ärende 2024-00132.", numbers=("2024-00132",)),
    _page("nummer4", "Torg", "Se ÖN\u00a02021/17 och BN2021/30."),
    _page("nummer5", "Bro", "Dnr VA-2021-9.", numbers=("VA-2021-9",)),
    _page("nummer6", "Väg", "Enligt VA-2021-9 och ON 2021/18."),
    _page(
        *("bilaga", "Avtal", _PAPER),
        kind=PageKind.ATTACHMENT,
        meta=(
            *(("pages", "Sidorna 4 till 5 i kallelsen (PDF)"), ("packet", "skn/kallelse.pdf#page=4")),
            ("file", "skn/avtal.pdf"),
        ),
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sites.write(tmp_path_factory.mktemp("words"), archives.archive(), archives.packets())
    put_folder(made / FOLDER, sites.index_of(PAGES))
    return made


@pytest.fixture(scope="module")
def words(folder: Path) -> Iterator[str]:
    with served(folder) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab that fails the test where the page says anything to its console."""
    told: list[str] = []
    with opened(browser) as page:
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        yield page
    assert told == []


def titles(tab: Tab, address: str, query: str) -> list[str]:
    visit(tab, f"{address}/sok.html")
    field = tab.get_by_label(FIELD)
    field.fill(query)
    field.press("Enter")
    expect(tab.locator("#k_count")).not_to_be_empty()
    if not tab.locator("#k_count").inner_text().startswith("Ing"):
        tab.locator("#k_list h3").first.wait_for()
    return sorted(tab.locator("#k_list h3").all_inner_texts())


@pytest.mark.parametrize(
    ("queries", "found"),
    [
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
        (('"mål och ett får"',), ["Mål"]),
        (('"ett mål ett får"',), []),
    ],
)
def test_words_are_found_in_all_their_forms_and_in_compounds(
    tab: Tab, words: str, queries: tuple[str, ...], found: list[str]
) -> None:
    assert {query: titles(tab, words, query) for query in queries} == dict.fromkeys(queries, found)


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


# Filters and order


def _facet(tab: Tab, legend: str) -> Locator:
    return tab.get_by_role("group", name=legend)


def _counts(tab: Tab, legend: str) -> dict[str, str]:
    labels = _facet(tab, legend).locator("label")
    return dict(label.rsplit("\n", 1) for label in labels.all_inner_texts())


def test_filters_are_fetched_when_they_are_opened_and_their_counts_hold_beside_what_is_chosen(
    tab: Tab, words: str
) -> None:
    fetched: list[str] = []
    tab.on("request", lambda request: fetched.append(request.url))
    titles(tab, words, "vatten")
    count = tab.locator("#k_count")
    expect(count).to_have_text("12 träffar")
    assert [url for url in fetched if "/filter/" in url or "worker" in url] == []
    tab.get_by_text("Avgränsa").click()
    expect(_facet(tab, "Beslut")).to_be_visible()
    assert _counts(tab, "Nämnd") == {"Byggnämnden": "6", "Miljönämnden": "6"}
    assert _counts(tab, "År") == {"2010": "4", "2011": "4", "2012": "4"}
    assert list(_counts(tab, "År")) == ["2012", "2011", "2010"]
    assert _counts(tab, "Beslut") == {"Avslag": "3", "Bifall": "9"}
    assert _counts(tab, "Typ") == {"Ärende": "12"}
    tab.get_by_label("Byggnämnden").check()
    expect(count).to_have_text("6 träffar")
    # Another committee would add its hits, so its count stays; the other filters count within the first.
    assert _counts(tab, "Nämnd") == {"Byggnämnden": "6", "Miljönämnden": "6"}
    assert _counts(tab, "Beslut") == {"Avslag": "3", "Bifall": "3"}
    tab.get_by_label("Avslag").check()
    expect(count).to_have_text("3 träffar")
    tab.get_by_label("Bifall").check()
    expect(count).to_have_text("6 träffar")
    tab.get_by_label("Miljönämnden").check()
    expect(count).to_have_text("12 träffar")
    tab.get_by_label("Bifall").uncheck()
    expect(count).to_have_text("3 träffar")
    assert _counts(tab, "Nämnd") == {"Byggnämnden": "3", "Miljönämnden": "0"}
    expect(tab).to_have_url(re.compile(r"q=vatten&committee=Byggn.*&committee=Milj.*&outcome=Avslag$"))
    tab.reload()
    expect(count).to_have_text("3 träffar")
    expect(tab.get_by_label("Avslag")).to_be_checked()
    tab.get_by_role("button", name="Ta bort avgränsningar").click()
    expect(count).to_have_text("12 träffar")
    expect(tab).to_have_url(f"{words}/sok.html?q=vatten")


def test_hits_are_set_in_order_of_time_and_the_address_keeps_it(tab: Tab, words: str) -> None:
    titles(tab, words, "vatten")
    tab.get_by_label("Ordna efter").select_option("Nyast först")
    first = tab.locator("#k_list h3").first
    expect(first).to_have_text("Vatten 11")
    expect(tab).to_have_url(f"{words}/sok.html?q=vatten&order=newest")
    tab.get_by_label("Ordna efter").select_option("Äldst först")
    expect(first).to_have_text("Vatten 0")
    tab.reload()
    expect(first).to_have_text("Vatten 0")
    assert tab.get_by_label("Ordna efter").input_value() == "oldest"


def test_more_hits_are_shown_by_keyboard_and_the_first_new_one_has_the_focus(tab: Tab, words: str) -> None:
    titles(tab, words, "vatten")
    expect(tab.get_by_role("status").filter(has_text="12 träffar")).to_be_visible()
    more = tab.get_by_role("button", name="Visa fler träffar")
    more.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#k_list li")).to_have_count(12)
    expect(tab.locator("#k_list li").nth(10).get_by_role("heading").get_by_role("link")).to_be_focused()
    expect(more).to_be_hidden()


# Registry numbers


@pytest.mark.parametrize(
    ("query", "said", "found"),
    [
        ("KS 2021/7", "Ärende med diarienummer KS 2021/7", ["Skolväg"]),
        ("ks2021-7", "Ärende med diarienummer KS 2021/7", ["Skolväg"]),
        ("Dnr: KS 2021 – 7", "Ärende med diarienummer KS 2021/7", ["Skolväg"]),
        ("SKN 2021:7", "Ärende med diarienummer SKN 2021/7", ["Badhus"]),
        ("2021/17", "Ärende med diarienummer SKN 2021/17", ["Skolväg"]),
        ("2021/7", "Ärenden som du kan mena", ["Skolväg", "Badhus"]),
        ("2024-00132", "Ärende med diarienummer 2024-00132", ["Hamn"]),
        ("2024/132", "Ärenden som du kan mena", ["Hamn"]),
        ("24/132", "Ärenden som du kan mena", ["Hamn"]),
    ],
)
def test_a_number_is_looked_up_in_any_spelling(tab: Tab, words: str, query: str, said: str, found: list[str]) -> None:
    titles(tab, words, query)
    expect(tab.locator("#k_number_head")).to_have_text(said)
    assert tab.locator("#k_number_list a").all_inner_texts() == found
    expect(tab.locator("#k_number_none")).to_be_hidden()


@pytest.mark.parametrize(("query", "near"), [("2021/8", []), ("KS 2021/70", []), ("BN 2021/17", ["Skolväg"])])
def test_of_a_number_that_no_case_has_that_is_said(tab: Tab, words: str, query: str, near: list[str]) -> None:
    assert titles(tab, words, query) == []
    expect(tab.locator("#k_number_none")).to_have_text(f"Inget ärende har diarienummer {query}.")
    assert tab.locator("#k_number_list a").all_inner_texts() == near


@pytest.mark.parametrize(
    ("query", "found"),
    [
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
    ],
)
def test_pages_that_mention_a_number_stand_below_it_where_letters_are_given_only_those_with_them(
    tab: Tab, words: str, query: str, found: list[str]
) -> None:
    assert titles(tab, words, query) == found
    expect(tab.get_by_role("heading", name="Sidor som nämner numret")).to_be_visible()


def test_what_is_chosen_beside_a_number_narrows_and_does_not_make_it_another(tab: Tab, words: str) -> None:
    tab.goto(f"{words}/sok.html?q=BN+2021/30&kind=Beslut")
    expect(tab.locator("#k_count")).to_have_text("Ingen sida nämner numret.")
    tab.goto(f"{words}/sok.html?q=BN+2021/30&kind=%C3%84rende")
    expect(tab.locator("#k_count")).to_have_text("1 träff")


def test_days_and_spans_of_years_are_words(tab: Tab, words: str) -> None:
    for query in ("2022-09-26", "2021–2024", "Budget 2021–2024", "den 2022-09-26"):
        titles(tab, words, query)
        expect(tab.locator("#k_number")).to_be_hidden()


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


def test_from_a_folder_the_page_says_why_it_cannot_search_and_the_lists_remain(tab: Tab, folder: Path) -> None:
    tab.goto((folder / "index.html").as_uri())
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
