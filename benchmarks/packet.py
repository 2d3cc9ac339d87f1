"""Meetings turned into milliseconds a page: making, setting, packing and reading back, beside Typst alone."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

import typst
from kallelse.build import check
from kallelse.model.archive import Archive
from kallelse.model.finding import errors
from kallelse.model.meeting import Committee, Meeting
from kallelse.typeset.pack import pack
from kallelse.typeset.packet import Source, packet_source, set_packet
from kallelse.typeset.plan import Plan, plan_of
from kallelse.typeset.readback import read_back
from kallelse.typeset.template import Template, template_of

from benchmarks.child import BenchmarkError

_MAP = "#page-map()\n"
_STANDARDS: Final[list[typst.PDFStandard]] = ["a-3a", "ua-1"]
_KEPT_DOCUMENTS = 11


@dataclass(frozen=True, slots=True)
class Round:
    """One packet: its pages and bytes, and the seconds of each part; `bare` is Typst alone on the same source."""

    pages: int
    size: int
    bare: float
    setting: float
    packing: float
    reading_back: float


def read(root: Path) -> Archive:
    """The archive below `root`, which has no errors."""
    checked = check(root)
    if found := errors(checked.findings):
        raise BenchmarkError(f"the generated archive has {len(found)} errors, the first: {found[0]}")
    return checked.archive


def rounds(root: Path) -> tuple[Round, ...]:
    """One round for each meeting below `root` but the first, which only warms up.

    Bare Typst and ours take turns, on a new document each time, so that nothing kept from one helps with the next.
    """
    archive = read(root)
    found = tuple(_round(archive, committee, meeting, root) for committee, meeting in _called(archive))
    return found[1:]


def _called(archive: Archive) -> Iterator[tuple[Committee, Meeting]]:
    return ((committee, meeting) for committee, meeting in archive.meetings() if meeting.agenda)


def _round(archive: Archive, committee: Committee, meeting: Meeting, root: Path) -> Round:
    plan = plan_of(committee, meeting, archive.settings)
    template, _ = template_of(archive.settings, root)
    source, _ = packet_source(plan, template)
    bare, bare_pdf = _bare(source, plan, root)
    _forget(_compiler(source.fonts))
    del plan, template, source

    began = time.perf_counter()
    plan = plan_of(committee, meeting, archive.settings)
    template, _ = template_of(archive.settings, root)
    source, _ = packet_source(plan, template)
    pdf, places, findings = set_packet(plan, source, root)
    was_set = time.perf_counter()
    if pdf is None or places is None:
        raise BenchmarkError(f"the packet could not be set: {findings}")
    packed = pack(pdf)
    was_packed = time.perf_counter()
    _, _, lost = read_back(packed, plan, places, template, root)
    was_read = time.perf_counter()
    if lost:
        raise BenchmarkError(f"the packet lost something: {lost[0]}")
    if abs(len(bare_pdf) - len(pdf)) > len(pdf) / 10:
        raise BenchmarkError(f"the two documents differ: {len(bare_pdf)} and {len(pdf)} bytes")
    return Round(places.total, len(packed), bare, was_set - began, was_packed - was_set, was_read - was_packed)


def _bare(source: Source, plan: Plan, root: Path) -> tuple[float, bytes]:
    """Seconds and PDF of Typst alone on a packet's source without its page map, its memory emptied before."""
    main = source.files["main.typ"].decode()
    if not main.endswith(_MAP):
        raise BenchmarkError("the packet's source no longer ends with its page map")
    files = {**source.files, "main.typ": main.removesuffix(_MAP).encode()}
    issued = plan.meeting.issued or plan.meeting.date
    stamp = int(dt.datetime.combine(issued, dt.time(), tzinfo=dt.UTC).timestamp())
    compiler = _compiler(source.fonts)
    _forget(compiler)
    began = time.perf_counter()
    pdf = compiler.compile(
        # Typst takes a mapping of names to sources; its stub knows bytes alone.
        input=cast(bytes, files),
        root=str(root),
        format="pdf",
        pdf_standards=_STANDARDS,
        timestamp=stamp,
    )
    seconds = time.perf_counter() - began
    if not isinstance(pdf, bytes):
        raise BenchmarkError("Typst gave no PDF")
    return seconds, pdf


@lru_cache(maxsize=1)
def _compiler(font_paths: tuple[str, ...]) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(font_paths))
    return typst.Compiler(font_paths=fonts)


def _forget(compiler: typst.Compiler) -> None:
    """Empties what Typst, and Python, keep of the documents before, so that both sides start alike."""
    for _ in range(_KEPT_DOCUMENTS):
        compiler.compile(input=b"")
    gc.collect()
