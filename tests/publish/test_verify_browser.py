"""A PDF checked in a browser: a published one, a changed one; and what is told where that cannot be done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from kallelse.model.manifest import MANIFEST
from playwright.sync_api import Browser, Page, expect

from tests.publish import archives, records, sites
from tests.publish.conftest import served
from tests.publish.longwords import LONG
from tests.tools.browser import opened, schemes, violations, visit

MEETING = f"{archives.GSN}/2022-09-26"
RECORD = f"{MEETING}/protokoll.pdf"
PUBLISHED = "Filen är ett publicerat protokoll:"
UNKNOWN = (
    "Filen finns inte bland de publicerade protokollen. Den kan vara ändrad, aldrig publicerad här, eller något annat "
    "än ett protokoll, ett utdrag eller ett anslagsbevis: kallelser och bilagor finns inte i listan."
)
UNLISTED = "Listan över publicerade protokoll kunde inte hämtas."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample's record."""
    made = tmp_path_factory.mktemp("verify")
    return sites.write(made, records.archive(), archives.packets(), records.LATER, records.pdfs())


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where the page is served, on which a PDF is checked."""
    with served(folder) as found:
        yield f"{found}/kontrollera.html"


@pytest.fixture
def changed(folder: Path, tmp_path: Path) -> Path:
    """The published minutes with one letter changed."""
    content = (folder / RECORD).read_bytes()
    file = tmp_path / "protokoll.pdf"
    file.write_bytes(content[:-1] + b"1")
    return file


def listing(page: Page, text: str, status: int = 200) -> None:
    """Has the site answer with another list."""
    page.route(f"**/{MANIFEST}", lambda route: route.fulfill(status=status, body=text))


def check(page: Page, address: str, file: Path) -> None:
    visit(page, address)
    page.get_by_label("Välj en PDF").set_input_files(file)


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_published_pdf_is_known_and_its_address_leads_to_it(browser: Browser, address: str, folder: Path) -> None:
    told: list[str] = []
    with opened(browser) as page:
        page.on("console", lambda message: told.append(message.text))
        check(page, address, folder / RECORD)
        status = page.get_by_role("status")
        expect(status).to_contain_text(PUBLISHED)
        link = status.get_by_role("link", name=RECORD)
        assert page.request.get(str(link.evaluate("link => link.href"))).body() == (folder / RECORD).read_bytes()
        assert status.inner_text().splitlines() == [PUBLISHED, RECORD]
        assert told == []


def test_a_changed_pdf_is_not_known(browser: Browser, address: str, changed: Path) -> None:
    with opened(browser) as page:
        check(page, address, changed)
        status = page.get_by_role("status")
        expect(status).to_contain_text(UNKNOWN)
        assert status.get_by_role("link").count() == 0


def test_the_digest_is_shown_and_copied_as_it_stands_in_the_list(
    browser: Browser, address: str, folder: Path, changed: Path
) -> None:
    with opened(browser, 320) as page:
        for file in (folder / RECORD, changed):
            check(page, address, file)
            shown = page.locator("#k_digest code")
            expect(shown).to_be_visible()
            shown.click()
            assert page.evaluate("getSelection().toString().trim()") == digest(file)
            tops = shown.locator("span").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
            assert len(tops) == 8
            assert len(set(tops)) > 1


def test_nothing_of_the_file_is_sent(browser: Browser, address: str, folder: Path) -> None:
    asked: list[tuple[str, str, str | None]] = []
    with opened(browser) as page:
        visit(page, address)
        # The browser asks for the sign of the site when all else is there.
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
        page.get_by_label("Välj en PDF").set_input_files(folder / RECORD)
        expect(page.get_by_role("status")).to_contain_text(PUBLISHED)
        assert asked == [("GET", address.replace("kontrollera.html", MANIFEST), None)]


def test_what_is_told_is_of_the_file_that_was_chosen_last(
    browser: Browser, address: str, folder: Path, changed: Path
) -> None:
    with opened(browser) as page:
        check(page, address, folder / RECORD)
        expect(page.get_by_role("status")).to_contain_text(PUBLISHED)
        page.get_by_label("Välj en PDF").set_input_files(changed)
        expect(page.get_by_role("status")).to_have_text(UNKNOWN)
        page.get_by_label("Välj en PDF").set_input_files([])
        expect(page.get_by_role("status")).to_be_empty()
        expect(page.locator("#k_digest")).to_be_hidden()


def test_an_answer_that_comes_late_says_nothing_of_the_file_chosen_since(
    browser: Browser, address: str, folder: Path, changed: Path
) -> None:
    with opened(browser) as page:
        # The first file is read slower than the second.
        page.add_init_script(
            "const read = File.prototype.arrayBuffer; let count = 0;"
            "File.prototype.arrayBuffer = async function () {"
            "  const slow = count++ === 0;"
            "  if (slow) await new Promise((done) => { window.go = done; });"
            "  const content = await read.call(this);"
            "  if (slow) window.gone = true;"
            "  return content;"
            "}"
        )
        check(page, address, folder / RECORD)
        page.get_by_label("Välj en PDF").set_input_files(changed)
        expect(page.get_by_role("status")).to_contain_text(UNKNOWN)
        page.evaluate("go()")
        page.wait_for_function("window.gone")
        page.wait_for_timeout(200)
        expect(page.get_by_role("status")).to_contain_text(UNKNOWN)
        assert page.evaluate("document.querySelector('#k_digest code').textContent") == digest(changed)


def test_a_large_file_is_checked(browser: Browser, address: str, tmp_path: Path) -> None:
    file = tmp_path / "kallelse.pdf"
    with file.open("wb") as opened_file:
        opened_file.truncate(80_000_000)
    with opened(browser) as page:
        listing(page, f"{digest(file)}  stor.pdf\n")
        check(page, address, file)
        expect(page.get_by_role("status")).to_contain_text(PUBLISHED, timeout=30_000)


def test_a_record_that_was_replaced_is_still_one_and_told_of(
    browser: Browser, address: str, folder: Path, changed: Path
) -> None:
    known = digest(folder / RECORD)
    with opened(browser) as page:
        listing(page, f"{known}  {RECORD}\n{digest(changed)}  {RECORD}\n")
        check(page, address, folder / RECORD)
        expect(page.get_by_role("status")).to_contain_text(PUBLISHED)
        expect(page.get_by_role("status")).to_contain_text("Det kan finnas en senare utgåva på samma adress")
        page.get_by_label("Välj en PDF").set_input_files(changed)
        expect(page.get_by_role("status")).not_to_contain_text("senare utgåva")
        expect(page.get_by_role("status")).to_contain_text(PUBLISHED)


@pytest.mark.parametrize(
    ("listed", "there"),
    [
        ("nämnden/möte 1/protokoll#1?.pdf", "n%C3%A4mnden/m%C3%B6te%201/protokoll%231%3F.pdf"),
        ("javascript:alert(1)", "javascript%3Aalert(1)"),
        ("//other.example/protokoll.pdf", "//other.example/protokoll.pdf"),
        ("<b>protokoll.pdf", "%3Cb%3Eprotokoll.pdf"),
    ],
)
def test_an_address_leads_nowhere_but_into_the_site(
    browser: Browser, address: str, folder: Path, listed: str, there: str
) -> None:
    with opened(browser) as page:
        listing(page, f"# published\r\n{digest(folder / RECORD)} *{listed}\r\n")
        check(page, address, folder / RECORD)
        link = page.get_by_role("status").get_by_role("link")
        expect(link).to_have_text(listed)
        assert link.evaluate("link => link.href") == f"{address.removesuffix('kontrollera.html')}{there}"


@pytest.mark.parametrize(("text", "status"), [("", 404), ("", 200), ("<!doctype html><p>Välkommen</p>", 200)])
def test_without_a_list_that_is_told_and_the_digest_is_shown(
    browser: Browser, address: str, folder: Path, text: str, status: int
) -> None:
    with opened(browser) as page:
        listing(page, text, status)
        check(page, address, folder / RECORD)
        expect(page.get_by_role("status")).to_contain_text(UNLISTED)
        assert page.locator("#k_digest code").text_content() == digest(folder / RECORD)


def test_a_file_that_cannot_be_read_is_told(browser: Browser, address: str, folder: Path) -> None:
    with opened(browser) as page:
        page.add_init_script(
            "File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'))"
        )
        check(page, address, folder / RECORD)
        expect(page.get_by_role("status")).to_contain_text("Filen kunde inte läsas.")
        expect(page.locator("#k_digest")).to_be_hidden()


_INSECURE = "Object.defineProperty(crypto, 'subtle', { value: undefined })"
"""A page that came neither by https nor from this computer has none."""


def _tells_how_else(page: Page) -> None:
    expect(page.get_by_text("Filen kan inte kontrolleras direkt på sidan.")).to_be_visible()
    expect(page.locator("#k_file")).to_be_hidden()
    expect(page.get_by_role("link", name=f"Listan över publicerade protokoll ({MANIFEST})")).to_be_visible()
    for command in ("certutil -hashfile protokoll.pdf SHA256", "shasum -a 256 protokoll.pdf"):
        expect(page.get_by_text(command)).to_be_visible()


def test_without_scripts_the_page_tells_how_else(browser: Browser, address: str) -> None:
    with opened(browser, scripts=False) as page:
        page.goto(address)
        _tells_how_else(page)


def test_on_disk_the_page_tells_how_else(browser: Browser, folder: Path) -> None:
    with opened(browser) as page:
        page.goto((folder / "kontrollera.html").as_uri())
        _tells_how_else(page)


def test_without_a_secure_connection_the_page_tells_how_else(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.add_init_script(_INSECURE)
        visit(page, address)
        _tells_how_else(page)


def test_where_the_file_can_be_checked_the_page_does_not_say_that_it_cannot(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, address)
        expect(page.get_by_text("Filen kan inte kontrolleras direkt på sidan.")).to_be_hidden()


def test_axe_finds_nothing_whatever_is_told(browser: Browser, address: str, folder: Path, changed: Path) -> None:
    def is_right(page: Page, told: str) -> None:
        for scheme in schemes(page):
            assert violations(page) == (), (told, scheme)

    for width in (1280, 360):
        with opened(browser, width) as page:
            visit(page, address)
            is_right(page, f"{width}")
            for file, told in ((folder / RECORD, PUBLISHED), (changed, UNKNOWN)):
                page.get_by_label("Välj en PDF").set_input_files(file)
                expect(page.get_by_role("status")).to_contain_text(told)
                is_right(page, f"{width}: {told}")
        with opened(browser, width) as page:
            page.add_init_script(_INSECURE)
            visit(page, address)
            is_right(page, f"{width}: insecure")


def test_the_page_is_no_wider_than_a_small_window(browser: Browser, address: str, folder: Path, changed: Path) -> None:
    width = "document.documentElement.scrollWidth"
    with opened(browser, 320) as page:
        listing(page, f"{digest(folder / RECORD)}  {LONG}/{LONG}{LONG}.pdf\n")
        visit(page, address)
        assert page.evaluate(width) <= 320
        for file, told in ((folder / RECORD, PUBLISHED), (changed, UNKNOWN)):
            page.get_by_label("Välj en PDF").set_input_files(file)
            expect(page.get_by_role("status")).to_contain_text(told)
            assert page.evaluate(width) <= 320


def test_minutes_lead_to_it_on_screen_and_not_on_paper(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        visit(page, address.replace("kontrollera.html", f"{MEETING}/paragraf-24.html"))
        link = page.get_by_role("link", name="Kontrollera om en PDF är ett publicerat protokoll")
        page.emulate_media(media="print")
        expect(link).to_be_hidden()
        page.emulate_media(media="screen")
        link.click()
        assert page.get_by_role("heading", level=1).inner_text() == "Kontrollera ett protokoll"
