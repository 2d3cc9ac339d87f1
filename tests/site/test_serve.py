"""The preview as a secretary runs it: what is written shows at once, page and packet."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.folders import CASE, archive_of
from tests.site.builds import CONFIG, small
from tests.tools.waiting import until

_PATIENCE = 60
MEETING = "gsn/2022-09-26"


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port: int = opened.getsockname()[1]
        return port


def test_a_taken_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    small(tmp_path)
    archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "kallelse", "serve", "--address", address]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=_PATIENCE, check=False
        )
    assert done.returncode == 2
    assert (done.stdout, done.stderr.count("\n"), address in done.stderr) == ("", 1, True)


WRONG = "---\ntitle: [\n---\n"


@pytest.fixture(params=[CASE + "\nFörsta texten.\n"])
def preview(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a preview of a small archive, which stands in `tmp_path`."""
    small(tmp_path)
    archive_of(tmp_path / "meetings", {"1-a.md": request.param})
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "kallelse", "serve", "--address", address]
    said = (tmp_path / "said").open("wb")
    running = subprocess.Popen(command, cwd=tmp_path, stdout=said, stderr=said)
    try:
        yield f"http://{address}/"
    finally:
        running.terminate()
        running.wait(timeout=_PATIENCE)
        said.close()


def got(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 (loopback)
            content: bytes = answer.read()
            return content
    except (urllib.error.URLError, ConnectionError):
        return b""


def test_an_edited_case_shows_with_its_packet_and_the_index_follows(preview: str, tmp_path: Path) -> None:
    page, packet = f"{preview}{MEETING}/1-a.html", f"{preview}{MEETING}/kallelse.pdf"
    until(lambda: "Första texten".encode() in got(page))
    first = got(packet)
    assert first.startswith(b"%PDF")
    until(lambda: bool(got(f"{preview}pagefind/pagefind-entry.json")))
    index = got(f"{preview}pagefind/pagefind-entry.json")
    (tmp_path / "meetings" / MEETING / "1-a.md").write_text(CASE + "\nAndra texten.\n", encoding="utf-8")
    until(lambda: b"Andra texten" in got(page))
    assert got(packet).startswith(b"%PDF")
    assert got(packet) != first
    until(lambda: got(f"{preview}pagefind/pagefind-entry.json") not in (b"", index))
    assert "Första texten".encode() not in got(page)
    assert not (tmp_path / "site").exists()


def test_a_preview_brings_sitemap_and_lists_up_to_date_when_pages_come_and_go(preview: str, tmp_path: Path) -> None:
    meeting = tmp_path / "meetings" / MEETING
    until(lambda: bool(got(f"{preview}{MEETING}/1-a.html")))
    (meeting / "2-b.md").write_text(CASE.replace("Budget", "Torget"), encoding="utf-8")
    until(lambda: b"2-b.html" in got(f"{preview}sitemap.xml"))
    assert b"Torget" in got(f"{preview}{MEETING}/index.html")
    secret = CASE.replace("title:", "access: confidential\ntitle:")
    (meeting / "1-a.md").write_text(secret, encoding="utf-8")
    until(lambda: b"1-a.html" not in got(f"{preview}sitemap.xml"))
    assert got(f"{preview}{MEETING}/1-a.html") == b""


def test_a_preview_that_is_ended_leaves_nothing_behind(tmp_path: Path) -> None:
    small(tmp_path)
    archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    aside = tmp_path / "tmp"
    aside.mkdir()
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "kallelse", "serve", "--address", address]
    environment = {**os.environ, "TMPDIR": str(aside), "TEMP": str(aside), "TMP": str(aside)}
    with (tmp_path / "said").open("wb") as said:
        running = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=said, stderr=said)
        until(lambda: bool(got(f"http://{address}/{MEETING}/1-a.html")))
        assert list(aside.iterdir()) != []
        running.terminate()
        running.wait(timeout=_PATIENCE)
    assert [path.name for path in aside.iterdir() if path.name.startswith("mkdocs_")] == []


@pytest.mark.parametrize("preview", [WRONG], indirect=True)
def test_a_strict_preview_shows_the_reason_from_the_start(tmp_path: Path, preview: str) -> None:
    told = b"meetings/gsn/2022-09-26/1-a.md:2: fel:"
    until(lambda: told in got(preview))
    config = tmp_path / "mkdocs.yml"
    config.write_text(CONFIG.replace("nav: [", "strict: true\nnav: [index.md, "), encoding="utf-8")
    (tmp_path / "docs/handbok.md").write_text("# Handbok\n\nSe [ingenting](finns-inte.md).\n", encoding="utf-8")
    time.sleep(1)
    until(lambda: told in got(preview))
    (tmp_path / "meetings" / MEETING / "1-a.md").write_text(CASE, encoding="utf-8")
    until(lambda: b"finns-inte.md" in got(preview))


@pytest.mark.parametrize("preview", [WRONG], indirect=True)
def test_a_preview_tells_in_the_browser_what_is_wrong_until_it_is_mended(preview: str, tmp_path: Path) -> None:
    page, case = f"{preview}{MEETING}/1-a.html", tmp_path / "meetings" / MEETING / "1-a.md"
    told = "Rätta och spara".encode()
    until(lambda: told in got(page))
    assert b"meetings/gsn/2022-09-26/1-a.md:2: fel:" in got(preview)
    assert b'http-equiv="refresh"' in got(page)
    case.write_text(CASE + "\nFörsta texten.\n", encoding="utf-8")
    until(lambda: "Första texten".encode() in got(page))
    packet = got(f"{preview}{MEETING}/kallelse.pdf")
    case.write_text(WRONG, encoding="utf-8")
    until(lambda: told in got(page))
    assert got(f"{preview}{MEETING}/kallelse.pdf") == packet
    case.write_text(CASE + "\nAndra texten.\n", encoding="utf-8")
    until(lambda: b"Andra texten" in got(page))
    (tmp_path / "mkdocs.yml").write_text("plugins: [", encoding="utf-8")
    until(lambda: told in got(page))
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    until(lambda: b"Andra texten" in got(page))
    assert "Förhandsvisning: http://" in (tmp_path / "said").read_text(encoding="utf-8")
    assert "appear stuck" not in (tmp_path / "said").read_text(encoding="utf-8")
