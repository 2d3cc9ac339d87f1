"""The sample's site on nginx and on Apache, with the files that the build writes for them as they stand."""

from __future__ import annotations

import contextlib
import gzip
import re
import shutil
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from kallelse.locale.serving import WORDS
from kallelse.model.moved import Move
from kallelse.publish.serving import STANDARD, Serving
from kallelse.publish.serving_apache import apache_file
from kallelse.publish.serving_nginx import nginx_file
from playwright.sync_api import Browser

from tests.conftest import ROOT, FindProgram
from tests.tools import host, servers
from tests.tools.browser import opened, visit
from tests.tools.servers import asked

GSN = "gemensamma-servicenamnden"
NEW, OLD = f"{GSN}/2022-09-26", f"{GSN}/2022-09-19"
HANDBOOK = ROOT / "docs/handbok/publicera.md"
KINDS = ("nginx", "apache", "htaccess")


@contextlib.contextmanager
def _open_folder() -> Iterator[Path]:
    """A folder that everyone may read: a server that an administrator starts gives up the right to read others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name).resolve()


@contextlib.contextmanager
def _served(kind: str, program: FindProgram, root: Path, told: Path, work: Path) -> Iterator[str]:
    """A site on one of the servers; `told` is the folder with the files that these read."""
    if kind == "nginx":
        with servers.nginx(program("nginx"), root, told / "nginx.conf", work) as address:
            yield address
        return
    if kind == "htaccess":
        shutil.copy(told / "apache.conf", root / ".htaccess")
    file = None if kind == "htaccess" else told / "apache.conf"
    with servers.apache(program("apache"), root, file, work, _allowed()) as address:
        yield address


def _allowed() -> str:
    """What `.htaccess` has to be allowed, as the handbook and the file itself say."""
    (allowed,) = re.findall(r"`AllowOverride` är `([^`]+)`", HANDBOOK.read_text(encoding="utf-8"))
    assert all(f"AllowOverride {allowed}." in line for line in (words.apache[-1] for words in WORDS.values()))
    return str(allowed)


@pytest.fixture(scope="module")
def built(moved_site: Path) -> Iterator[Path]:
    """The sample's site where every server may read it."""
    with _open_folder() as folder:
        yield Path(shutil.copytree(moved_site, folder / "site"))


@pytest.fixture(scope="module", params=KINDS)
def address(
    request: pytest.FixtureRequest, program: FindProgram, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with _served(request.param, program, built, built / "hosting", tmp_path_factory.mktemp("work")) as found:
        yield found
    (built / ".htaccess").unlink(missing_ok=True)


def test_every_file_comes_whole_with_its_policy_and_its_type(address: str, built: Path) -> None:
    rules = host.rules((built / "_headers").read_text(encoding="utf-8"))
    files = [file for file in sorted(built.rglob("*")) if file.is_file() and file.name != ".htaccess"]
    untyped = set()
    for file in files:
        path = "/" + file.relative_to(built).as_posix()
        if path.startswith(f"/{OLD}/"):
            continue
        answer = asked(address, path)
        assert (answer.status, answer.body) == (200, file.read_bytes()), path
        told = {name.lower(): ", ".join(values) for name, values in host.headers_of(rules, path).items()}
        told.setdefault("content-security-policy", STANDARD)
        told.setdefault("cache-control", "no-cache")
        assert {name: answer.headers.get(name) for name in told} == told, path
        assert "access-control-allow-origin" in told or "access-control-allow-origin" not in answer.headers, path
        kind = answer.headers.get("content-type", "application/octet-stream")
        untyped |= {file.suffix or file.name} if kind == "application/octet-stream" else set()
        if file.suffix == ".html":
            assert kind.lower() == "text/html; charset=utf-8"
    assert untyped <= {".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind", "_headers", "_redirects"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (f"/{NEW}/kallelse.pdf", "application/pdf"),
        ("/kallelse/site.css", "text/css; charset=utf-8"),
        ("/kallelse/site.js", "text/javascript; charset=utf-8"),
        ("/kallelse/kallelse-sans.woff2", "font/woff2"),
        ("/sitemap.xml", "application/xml"),
        ("/floden/allt.xml", "application/atom+xml"),
        ("/kalender/allt.ics", "text/calendar; charset=utf-8"),
        ("/api/katalog.jsonld", "application/ld+json"),
        ("/api/tal.csv", "text/csv; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_has_the_type_that_programs_expect(address: str, built: Path, path: str, kind: str) -> None:
    file = built / path[1:]
    is_new = not file.exists()
    if is_new:
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    try:
        answer = asked(address, path)
        assert answer.headers["content-type"].lower() == kind
        is_open = path.endswith((".ics", ".jsonld", ".csv")) or path.startswith("/floden/")
        assert answer.headers.get("access-control-allow-origin") == ("*" if is_open else None)
    finally:
        if is_new:
            file.unlink()
            if not any(file.parent.iterdir()):
                file.parent.rmdir()


def test_feeds_and_calendars_have_the_types_that_the_handbook_names(address: str) -> None:
    said = re.search(r"i `floden/` som `([^`]+)` .*på `\.ics` som `([^`]+)`", HANDBOOK.read_text(encoding="utf-8"))
    assert said is not None
    feed, calendar = asked(address, "/floden/allt.xml"), asked(address, "/kalender/allt.ics")
    assert [each.headers["content-type"].lower() for each in (feed, calendar)] == [*said.groups()]
    # The type says nothing of the letters of what says it itself (RFC 7303, 3.2).
    assert b'encoding="utf-8"' in feed.body.splitlines()[0].lower()


def test_what_moved_leads_on_and_keeps_what_was_asked(address: str) -> None:
    for path in ("kallelse.pdf", "index.html", "", "03-rapportering/bilaga-1-utfall.html"):
        answer = asked(address, f"/{OLD}/{path}?a=1")
        assert answer.status == 301
        assert answer.headers["location"].removeprefix(address) == f"/{NEW}/{path}?a=1"
    assert asked(address, f"/{OLD}-extra/").status == 404


def test_what_is_not_there_is_said_on_the_sites_own_page(address: str, built: Path) -> None:
    for path in ("/nej.html", f"/{NEW}/nej.pdf", "/pagefind/index/nej.pf_index"):
        answer = asked(address, path)
        assert (answer.status, answer.body) == (404, (built / "404.html").read_bytes())
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "immutable" not in answer.headers.get("cache-control", "")
    # A folder that has no page shows nothing of what is in it.
    assert asked(address, "/kallelse/").status in (403, 404)
    assert asked(address, "/kallelse/").body == (built / "404.html").read_bytes()
    assert asked(address, "/moten").headers["location"].removeprefix(address) == "/moten/"
    assert asked(address, "/moten/").body == (built / "moten/index.html").read_bytes()


def test_texts_come_packed_and_what_a_browser_has_is_not_sent_again(address: str, built: Path) -> None:
    whole = (built / "kallelse/site.css").read_bytes()
    packed = asked(address, "/kallelse/site.css", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == whole
    assert len(packed.body) < len(whole) / 2
    again = asked(address, "/kallelse/site.css", Accept_Encoding="gzip", If_None_Match=packed.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    pdf = asked(address, f"/{NEW}/kallelse.pdf", Accept_Encoding="gzip", Range="bytes=0-3")
    assert (pdf.status, pdf.body) == (206, b"%PDF")


def test_search_and_the_handbook_work_in_a_browser(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        visit(page, f"{address}/sok.html?q=strategi")
        visit(page, f"{address}/handbok/publicera.html")
        page.wait_for_load_state("networkidle")
        assert told == []


ODD = (
    Move("nämnd-å/", "ny.nämnd(1)/"),
    Move("a/02-x+y.html", "a/02-z/index.html"),
    # Such names as the readers refuse, and some that they do not.
    Move("gammal/", 'a"b\nHeader set X-Kallelse "c/'),
    Move("c{d}'e;f/", "c{d}'e;f g$1&h${PATH}/"),
    Move("g\\h\ni/", "ny/"),
)
HOSTILE = "c\"d\ne #f'g\\h"
POLICIES = {"a/": "default-src 'none'", "b.html": "default-src b", f"{HOSTILE}/": "default-src c"}
TOLD = {"nginx.conf": partial(nginx_file, language="sv"), "apache.conf": partial(apache_file, language="en")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("root", ["/", "/moten/"])
def test_odd_names_and_a_site_below_the_root_are_no_trouble(
    program: FindProgram, tmp_path: Path, kind: str, root: str
) -> None:
    sent = Serving(root, ("a/", "ny.nämnd(1)/"), POLICIES, ODD)
    with _open_folder() as folder:
        site = folder / root.strip("/")
        (site / "a" / "b").mkdir(parents=True)
        (site / HOSTILE).mkdir()
        for name in ("404.html", "a/b/c.html", "b.html", "bxhtml", f"{HOSTILE}/x.html"):
            (site / name).write_text(name, encoding="utf-8")
        told = tmp_path / "told"
        told.mkdir()
        for name, write in TOLD.items():
            (told / name).write_text(write(sent), encoding="utf-8")
        with _served(kind, program, folder, told, tmp_path) as address:
            new = asked(address, f"{root}nämnd-å/2022/ö.pdf").headers["location"].removeprefix(address)
            assert (new.isascii(), unquote(new)) == (True, f"{root}ny.nämnd(1)/2022/ö.pdf")
            assert (
                asked(address, f"{root}a/02-x+y.html").headers["location"].removeprefix(address)
                == f"{root}a/02-z/index.html"
            )
            assert asked(address, f"{root}a/02-xxy.html").body == b"404.html"
            hostile = asked(address, f"{root}gammal/x.pdf")
            assert (hostile.status, "x-kallelse" in hostile.headers) == (301, False)
            assert asked(address, f"{root}g\\h\ni/x").headers["location"].removeprefix(address) == f"{root}ny/x"
            kept = asked(address, f"{root}c{{d}}'e;f/x").headers["location"].removeprefix(address)
            assert unquote(kept) == f"{root}c{{d}}'e;f g$1&h${{PATH}}/x"
            policies = [
                asked(address, root + path).headers["content-security-policy"]
                for path in ("a/b/c.html", "b.html", "bxhtml", f"{HOSTILE}/x.html")
            ]
            assert policies == ["default-src 'none'", "default-src b", STANDARD, "default-src c"]


def test_a_host_can_answer_the_time_filters_of_oparl(program: FindProgram, built: Path, tmp_path: Path) -> None:
    """The lines that stand in nginx's file as a remark, when they are none."""
    told: list[str] = []

    class Chosen(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"chosen")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Requests are no news."""

    with HTTPServer(("127.0.0.1", 0), Chosen) as server, _open_folder() as folder:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        lists = folder / "api" / "oparl"
        lists.mkdir(parents=True)
        (lists / "meetings.json").write_text("whole", encoding="utf-8")
        lines = (built / "hosting/nginx.conf").read_text(encoding="utf-8").splitlines()
        first = next(number for number, line in enumerate(lines) if line.startswith("# location"))
        done = [line.removeprefix("# ") if number >= first else line for number, line in enumerate(lines)]
        file = tmp_path / "filters.conf"
        file.write_text("\n".join(done).replace("8081", str(server.server_port)), encoding="utf-8")
        with servers.nginx(program("nginx"), folder, file, tmp_path) as address:
            assert asked(address, "/api/oparl/meetings.json").body == b"whole"
            chosen = "/api/oparl/meetings.json?modified_since=2022-09-01T00:00:00Z"
            assert asked(address, chosen.replace(":", "%3A")).body == b"chosen"
        server.shutdown()
    assert [path.partition("?")[0] for path in told] == ["/api/oparl/meetings.json"]
