"""The sample's site in a browser, sent as the files that the build writes for hosts say."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.tools import host
from tests.tools.browser import opened, visit, watched

GSN = "gemensamma-servicenamnden"
MEETING = f"{GSN}/2022-09-26"
OLD = f"{GSN}/2022-09-19"


@pytest.fixture(scope="module")
def site(moved_site: Path) -> Path:
    return moved_site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with host.hosted(site) as found:
        yield found


def _asked(address: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def test_every_page_keeps_its_policy_and_asks_nobody_else(browser: Browser, site: Path, address: str) -> None:
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    assert len(pages) > 60
    with opened(browser) as page:
        told = watched(page, address)
        for name in pages:
            answer = page.goto(f"{address}/{name}")
            assert answer is not None
            if not name.startswith(f"{OLD}/"):
                assert "frame-ancestors 'none'" in str(answer.header_value("content-security-policy")), name
            page.evaluate("document.fonts.ready.then(() => null)")
            assert told == [], name
        assert page.context.cookies() == []
        # Material keeps nothing unless its palette or its search is used.
        assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


def test_a_policy_that_is_broken_is_told(browser: Browser, site: Path, tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text("/*\n  Content-Security-Policy: script-src 'self'\n", encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><title>T</title><script>1</script>", encoding="utf-8")
    with host.hosted(tmp_path) as address, opened(browser) as page:
        told = watched(page, address)
        page.goto(f"{address}/index.html")
        page.wait_for_load_state("networkidle")
    assert any("Content Security Policy" in one for one in told)


def test_search_and_verification_work_and_only_the_choice_of_colours_is_kept(
    browser: Browser, site: Path, address: str
) -> None:
    with opened(browser) as page:
        told = watched(page, address)
        visit(page, f"{address}/sok.html?q=strategi")
        page.goto(f"{address}/kontrollera.html")
        record = next(site.glob(f"{GSN}/*/protokoll.pdf"))
        page.set_input_files("#k_file", str(record))
        expect(page.locator("#k_said")).to_contain_text("publicerat protokoll")
        page.locator("#k_scheme").click()
        page.reload()
        assert page.locator("html").get_attribute("data-scheme") in ("dark", "light")
        assert page.evaluate("Object.keys(localStorage)") == ["kallelse-scheme"]
        assert page.context.cookies() == []
        assert told == []


def test_the_handbook_lets_in_its_own_scripts_by_hash_and_the_citizens_pages_none(site: Path) -> None:
    found = host.rules((site / "_headers").read_text(encoding="utf-8"))
    for file in site.rglob("*.html"):
        name = file.relative_to(site).as_posix()
        html = file.read_text(encoding="utf-8")
        (inside,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        (sent,) = host.headers_of(found, f"/{name}")["Content-Security-Policy"]
        for policy in (inside.replace("&#39;", "'"), sent):
            assert "'unsafe-inline'" not in policy
            assert ("'sha256-" in policy) == name.startswith(("handbok/", "om.html")), name
        if "'sha256-" not in sent:
            assert inside.replace("&#39;", "'") in sent.replace("object-src 'self'", "object-src 'none'"), name


def test_no_two_rules_give_one_header_and_no_host_refuses_the_files(site: Path) -> None:
    text = (site / "_headers").read_text(encoding="utf-8")
    found = host.rules(text)
    assert len(found) <= host.MOST_RULES
    assert max(map(len, text.splitlines())) <= host.LONGEST_LINE
    for file in site.rglob("*"):
        if file.is_file():
            path = "/" + file.relative_to(site).as_posix()
            for asked in {path, path.removesuffix(".html"), path.removesuffix("index.html")}:
                assert {name for name, values in host.headers_of(found, asked).items() if len(values) > 1} == set()
    # A page without the end of its name, as some hosts send it, has the same policy.
    assert host.headers_of(found, "/sok") == host.headers_of(found, "/sok.html")
    assert host.headers_of(found, "/") == host.headers_of(found, "/index.html")


@pytest.mark.parametrize(
    ("path", "header", "value"),
    [
        ("/manifest.sha256", "Content-Type", "text/plain; charset=utf-8"),
        ("/manifest.sha256", "Access-Control-Allow-Origin", "*"),
        (f"/{MEETING}/kallelse.json", "Access-Control-Allow-Origin", "*"),
        (f"/{MEETING}/kallelse.pdf", "Access-Control-Allow-Origin", None),
        (f"/{MEETING}/index.html", "Access-Control-Allow-Origin", None),
        (f"/{MEETING}/index.html", "X-Content-Type-Options", "nosniff"),
        ("/pagefind/pagefind-entry.json", "Cache-Control", None),
        (f"/{OLD}/kallelse.pdf", "Location", f"/{MEETING}/kallelse.pdf"),
        (f"/{OLD}/", "Location", f"/{MEETING}/"),
    ],
)
def test_files_are_sent_as_they_should(address: str, path: str, header: str, value: str | None) -> None:
    assert _asked(address, path).getheader(header) == value


def test_an_old_address_is_a_page_that_leads_on_and_old_files_are_redirected(
    browser: Browser, site: Path, address: str
) -> None:
    assert (site / OLD / "index.html").exists()
    with opened(browser, scripts=False) as page:
        page.goto(f"{address}/{OLD}/index.html#k_main")
        expect(page).to_have_url(f"{address}/{MEETING}/index.html#k_main")
    lines = host.redirects((site / "_redirects").read_text(encoding="utf-8"))
    assert lines == ((f"/{OLD}/*", f"/{MEETING}/:splat", 301),)


def test_robots_are_told_of_the_sitemap_and_finders_of_weaknesses_whom_to_tell(site: Path) -> None:
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert robots == "User-agent: *\nDisallow:\n\nSitemap: https://moten.norrsala.example/sitemap.xml\n"
    assert OLD not in (site / "sitemap.xml").read_text(encoding="utf-8")
    told = dict(line.split(": ", 1) for line in (site / ".well-known/security.txt").read_text("utf-8").splitlines())
    assert told == {
        "Contact": "mailto:sakerhet@norrsala.example",
        "Expires": "2023-10-09T00:00:00Z",
        "Preferred-Languages": "sv, en",
        "Canonical": "https://moten.norrsala.example/.well-known/security.txt",
    }
