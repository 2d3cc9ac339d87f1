"""What the search page keeps while somebody narrows, orders, goes on and comes back, in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Route, expect
from playwright.sync_api import Page as Tab

from tests.publish.searched import FIELD, titles


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


def test_what_is_of_no_day_comes_last_in_either_order(tab: Tab, words: str) -> None:
    titles(tab, words, "vatten")
    ordered = """async (order) => {
      const { inOrder } = await import(new URL("kallelse/search-index.js", document.baseURI));
      return inOrder(["0_a", "eyh_b", "0_c", "b_d"].map((id) => ({ id })), order).map(({ id }) => id).join(" ");
    }"""
    assert tab.evaluate(ordered, "oldest") == "b_d eyh_b 0_a 0_c"
    assert tab.evaluate(ordered, "newest") == "eyh_b b_d 0_a 0_c"


def test_more_hits_are_shown_by_keyboard_and_the_first_new_one_has_the_focus(tab: Tab, words: str) -> None:
    titles(tab, words, "vatten")
    expect(tab.get_by_role("status").filter(has_text="12 träffar")).to_be_visible()
    more = tab.get_by_role("button", name="Visa fler träffar")
    more.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#k_list li")).to_have_count(12)
    expect(tab.locator("#k_list li").nth(10).get_by_role("heading").get_by_role("link")).to_be_focused()
    expect(more).to_be_hidden()


def test_back_leads_to_the_words_before_and_each_question_has_a_title(tab: Tab, words: str) -> None:
    tab.goto(f"{words}/index.html")
    tab.goto(f"{words}/sok.html")
    field = tab.get_by_label(FIELD)
    count = tab.locator("#k_count")
    field.press_sequentially("vatten")
    expect(count).to_have_text("12 träffar")
    field.press("Enter")
    expect(tab).to_have_title(re.compile("^vatten – Sök"))
    field.fill("badhus")
    field.press("Enter")
    expect(tab).to_have_title(re.compile("^badhus – Sök"))
    expect(tab.locator("#k_list h3")).to_have_text(["Badhus"])
    tab.go_back()
    expect(count).to_have_text("12 träffar")
    assert field.input_value() == "vatten"
    expect(tab).to_have_title(re.compile("^vatten – Sök"))
    tab.go_forward()
    expect(tab.locator("#k_list h3")).to_have_text(["Badhus"])
    tab.go_back()
    expect(count).to_have_text("12 träffar")
    tab.go_back()
    tab.wait_for_url(f"{words}/index.html")


def test_words_that_are_still_typed_are_no_places_to_go_back_to(tab: Tab, words: str) -> None:
    tab.goto(f"{words}/index.html")
    tab.goto(f"{words}/sok.html")
    field = tab.get_by_label(FIELD)
    for part in ("vat", "ten"):
        field.press_sequentially(part)
        expect(tab).to_have_url(re.compile(f"q=\\w*{part}$"))
    tab.go_back()
    tab.wait_for_url(f"{words}/index.html")


def test_who_comes_back_to_a_long_list_finds_the_place(tab: Tab, words: str) -> None:
    tab.set_viewport_size({"width": 360, "height": 500})
    titles(tab, words, "vatten")
    tab.get_by_role("button", name="Visa fler träffar").click()
    last = tab.locator("#k_list li").nth(11).get_by_role("heading").get_by_role("link")
    last.scroll_into_view_if_needed()
    top = tab.evaluate("scrollY")
    assert top > 500
    # Another page in the same tab, as where the browser has dropped this one.
    tab.evaluate("addEventListener('unload', () => {})")
    tab.goto(f"{words}/index.html")
    tab.go_back()
    expect(tab.locator("#k_list li")).to_have_count(12)
    tab.wait_for_function("top => Math.abs(scrollY - top) < 5", arg=top)


def test_on_a_slow_net_the_page_says_that_it_is_searching(tab: Tab, words: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.route("**/pagefind.js", hold)
    tab.goto(f"{words}/sok.html?q=vatten")
    count = tab.get_by_role("status").filter(has_text="Söker …")
    expect(count).to_be_visible()
    found = tab.locator("#k_found")
    assert found.get_attribute("aria-busy") == "true"
    expect(tab.get_by_label("Ordna efter")).to_be_hidden()
    expect(tab.get_by_role("button", name="Visa fler träffar")).to_be_hidden()
    (route,) = held
    route.continue_()
    expect(tab.locator("#k_count")).to_have_text("12 träffar")
    assert found.get_attribute("aria-busy") is None
