"""A preview of an archive turned into the seconds from an edit of a case until its page and its packet show it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.archive import Size
from benchmarks.child import BenchmarkError
from benchmarks.sites import write_sites

# Seconds: until the first site stands, between two edits, between two questions.
_FIRST, _BETWEEN, _ASK = 900, 8.0, 0.02


def edits(folder: Path, size: Size, rounds: int) -> tuple[float, ...]:
    """The seconds of that many edits, one after the other, in the middle of an archive of `size`."""
    write_sites(folder, size)
    (folder / "mkdocs.yml").write_bytes((folder / "whole.yml").read_bytes())
    texts = sorted(path for path in (folder / "meetings").rglob("*.md") if path.name != "index.md")
    case = texts[len(texts) // 2]
    page = case.relative_to(folder / "meetings").with_suffix(".html").as_posix()
    packet = f"{page.rpartition('/')[0]}/kallelse.pdf"
    with _served(folder) as address:
        _until(lambda: bool(_got(address + page)) and bool(_got(f"{address}pagefind/pagefind-entry.json")), _FIRST)
        return tuple(_edit(case, address + page, address + packet, number) for number in range(rounds))


def _edit(case: Path, page: str, packet: str, number: int) -> float:
    time.sleep(_BETWEEN)
    before, mark = _got(packet), f"Stycke nummer {number} som kom till."
    case.write_text(f"{case.read_text(encoding='utf-8')}\n{mark}\n", encoding="utf-8", newline="\n")
    began = time.perf_counter()
    _until(lambda: mark.encode() in _got(page) and _got(packet) != before, _FIRST)
    return time.perf_counter() - began


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port = opened.getsockname()[1]
    command = [sys.executable, "-m", "kallelse", "serve", "--address", f"127.0.0.1:{port}"]
    with (folder / "said.txt").open("wb") as said:
        running = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)  # noqa: S603
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            running.terminate()
            running.wait()


def _until(holds: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise BenchmarkError(f"the preview shows nothing after {seconds} s")
        time.sleep(_ASK)


def _got(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 (loopback)
            content: bytes = answer.read()
            return content
    except (urllib.error.URLError, ConnectionError):
        return b""
