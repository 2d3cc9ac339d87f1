"""A meeting turned into two PDFs from its Markdown: our packet, and mkdocs-with-pdf's book of the same texts."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from kallelse.build import check
from kallelse.foreign.kept import folder_of
from kallelse.typeset.packet import typeset_packet
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.archive import Size, meetings_of, write_archive
from benchmarks.child import BenchmarkError
from benchmarks.documents import Document
from benchmarks.markdown import markdown

_WARM = Size(1, 1, 1)
_NO_PLUGIN = "mkdocs-with-pdf is not installed: scripts/test installs it, where libsass has a wheel"
_NO_PANGO = (
    "WeasyPrint does not find Pango; on Debian and Ubuntu:"
    " apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0"
)
_CONFIG = """\
site_name: Kallelse
site_author: Norrsala kommun
use_directory_urls: false
theme: {name: material, language: sv, font: false}
markdown_extensions: [def_list, footnotes, sane_lists]
plugins:
  with-pdf: {output_path: book.pdf}
"""


@dataclass(frozen=True, slots=True)
class Made:
    """One PDF from Markdown to file: its pages and the seconds it took."""

    pages: int
    seconds: float


def missing() -> str:
    """What mkdocs-with-pdf lacks on this machine, empty if nothing; ask in a process of its own."""
    if importlib.util.find_spec("mkdocs_with_pdf") is None:
        return _NO_PLUGIN
    try:
        importlib.import_module("weasyprint")
    except OSError:
        return _NO_PANGO
    return ""


def write_book(folder: Path, size: Size) -> None:
    """The texts of one meeting as sources of a packet in `meetings`, and as plain pages in `docs` with their nav."""
    write_archive(folder / "meetings", size)
    _write_plain(folder, size)
    write_archive(folder / "warm" / "meetings", _WARM)
    _write_plain(folder / "warm", _WARM)


def our_packet(folder: Path) -> Made:
    """Reading, checking and the whole packet, after a small one that warms up."""
    packet_of(folder / "warm" / "meetings")
    return packet_of(folder / "meetings")


def packet_of(root: Path) -> Made:
    """The packet of the one meeting below `root`, from its files to its bytes."""
    shutil.rmtree(folder_of(root), ignore_errors=True)
    gc.collect()
    began = time.perf_counter()
    checked = check(root)
    ((committee, meeting),) = checked.archive.meetings()
    archive = checked.archive
    packet, findings = typeset_packet(committee, meeting, archive.settings, root, archive.addresses())
    seconds = time.perf_counter() - began
    if packet is None:
        raise BenchmarkError(f"the packet could not be set: {findings}")
    return Made(packet.pages.total, seconds)


def their_book(folder: Path) -> Made:
    """A build by MkDocs with mkdocs-with-pdf, after a small one that warms up; all documents must be in its PDF."""

    def made(root: Path) -> Made:
        gc.collect()
        began = time.perf_counter()
        build(load_config(str(root / "mkdocs.yml")))
        seconds = time.perf_counter() - began
        return Made(_pages_with_all(root), seconds)

    made(folder / "warm")
    return made(folder)


def _pages_with_all(root: Path) -> int:
    """The number of pages of the book, which must hold the last word of every source."""
    pdf = pypdfium2.PdfDocument(root / "site" / "book.pdf")
    try:
        text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
        pages = len(pdf)
    finally:
        pdf.close()
    for source in sorted((root / "docs").rglob("*.md")):
        last = source.read_text(encoding="utf-8").split("\n\n")[0].lstrip("# ")
        if "".join(last.split()) not in text:
            raise BenchmarkError(f"mkdocs-with-pdf left out {source.name}: {last}")
    return pages


def _write_plain(folder: Path, size: Size) -> None:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (meeting,) = meetings_of(size)
    nav: list[dict[str, str]] = [{"Kallelse": "index.md"}]
    rows = []
    for number, (dnr, case) in enumerate(meeting.cases, start=1):
        rows.append(f"| {number} | {case.letter.title} | {dnr} |")
        for document in (case.letter, *case.attachments):
            name = f"{number:02}-{document.name}.md"
            (docs / name).write_text(_page(document), encoding="utf-8")
            nav.append({document.title: name})
    agenda = "\n".join(("| Nr | Ärende | Diarienummer |", "|---|---|---|", *rows))
    (docs / "index.md").write_text(f"# Kallelse\n\n{meeting.committee} {meeting.day}\n\n{agenda}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{_CONFIG}nav: {json.dumps(nav, ensure_ascii=False)}\n", encoding="utf-8")


def _page(document: Document) -> str:
    body = markdown(document.blocks, fences=False)
    return body if body.startswith("# ") else f"# {document.title}\n\n{body}"
