"""A foreign document of many pages joined into a packet, beside qpdf merging the same pages into one file."""

from __future__ import annotations

import gc
import io
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pikepdf
import typst
from kallelse.build import check
from kallelse.typeset.join import join
from kallelse.typeset.pack import pack
from kallelse.typeset.packet import typeset_packet
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan

from benchmarks.archive import Size, write_archive
from benchmarks.child import BenchmarkError
from benchmarks.draws import Draws
from benchmarks.prose import Prose

_PARAGRAPHS = 8


def write_foreign(root: Path, pages: int) -> Path:
    """One meeting of one case below `root`, whose attachment is a PDF of that many pages of text; the PDF."""
    write_archive(root, Size(1, 1, 1))
    (case,) = root.glob("*/*/01-*")
    if case.is_file():
        folder = case.with_suffix("")
        folder.mkdir()
        case = case.rename(folder / "index.md").parent
    prose = Prose(Draws("joining"))
    texts = ("\n\n".join(prose.paragraph() for _ in range(_PARAGRAPHS)) for _ in range(pages))
    source = "\n#pagebreak()\n".join(texts)
    file = case / "bilaga-9-underlag.pdf"
    file.write_bytes(typst.compile(source.encode()))
    return file


def joined(root: Path) -> float:
    """Seconds that the packet below `root` takes longer to be joined and packed than without its foreign pages.

    What packing our own pages takes, stamps with all their tags, is told by the ratio of reading back.
    """
    seconds: list[float] = []

    def timed_join(packet: pikepdf.Pdf, plan: Plan, places: Places, root: Path) -> None:
        own = io.BytesIO()
        packet.save(own)
        with pikepdf.open(own) as alone:
            gc.collect()
            began = time.perf_counter()
            pack(alone, plan.labels)
            seconds.append(began - time.perf_counter())
        gc.collect()
        seconds[-1] -= time.perf_counter()
        join(packet, plan, places, root)

    def timed_pack(packet: pikepdf.Pdf, labels: Sequence[str], spoken: Mapping[int, str]) -> bytes:
        made = pack(packet, labels, spoken)
        seconds[-1] += time.perf_counter()
        return made

    archive = check(root).archive
    ((committee, meeting),) = archive.meetings()
    settings = replace(archive.settings, case_pdfs=False)
    where = "kallelse.typeset"
    with patch(f"{where}.packet.join", timed_join), patch(f"{where}.setting.pack", timed_pack):
        packet, findings = typeset_packet(committee, meeting, settings, root, archive.addresses())
    if packet is None:
        raise BenchmarkError(f"the packet could not be set: {findings}")
    return seconds[0]


def merged(file: Path) -> float:
    """Seconds that qpdf, by pikepdf, takes to merge the pages of `file` into a file of its own."""
    gc.collect()
    began = time.perf_counter()
    with pikepdf.new() as whole, pikepdf.open(file) as part:
        whole.pages.extend(part.pages)
        whole.save(io.BytesIO(), deterministic_id=True)
    return time.perf_counter() - began
