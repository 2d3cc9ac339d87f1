"""Meetings turned into milliseconds a page: making, setting, packing and reading back, beside Typst alone."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Final, cast

import pypdfium2
import typst
from kallelse.build import check
from kallelse.model.archive import Archive
from kallelse.model.finding import errors
from kallelse.model.meeting import Committee, Meeting
from kallelse.typeset.packet import packet_source, typeset_packet
from kallelse.typeset.plan import plan_of
from kallelse.typeset.source import Source, page_map
from kallelse.typeset.template import template_of

from benchmarks.child import BenchmarkError

_STANDARDS: Final[list[typst.PDFStandard]] = ["a-3a", "ua-1"]
_KEPT_DOCUMENTS = 11


@dataclass(frozen=True, slots=True)
class Round:
    """One packet: its pages and bytes, and the seconds of each part.

    `bare` is Typst alone on the same source; `forgetting` is what it takes to empty its memory of that document, which
    a build does now and then between packets, and Typst left alone once it holds ten.
    """

    pages: int
    size: int
    bare: float
    forgetting: float
    whole: float
    packing: float
    reading_back: float

    @property
    def setting(self) -> float:
        """What is neither packing nor reading back: plan, source, setting, page map."""
        return self.whole - self.packing - self.reading_back


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
    plan = plan_of(committee, meeting, archive.settings, archive.addresses())
    template, _ = template_of(archive.settings, root)
    source, _ = packet_source(plan, template)
    bare, bare_pdf = _bare(source, root)
    began = time.perf_counter()
    _forget(source.fonts)
    forgetting = time.perf_counter() - began
    del plan, template, source
    gc.collect()

    with (
        _watched("packet.finish") as finishing,
        _watched("packet.expected_of") as expecting,
        _watched("setting.read_back") as comparing,
        _watched("packet.page_starts") as locating,
    ):
        began = time.perf_counter()
        packet, findings = typeset_packet(committee, meeting, archive.settings, root, archive.addresses())
        whole = time.perf_counter() - began
    if packet is None:
        raise BenchmarkError(f"the packet could not be set: {findings}")
    if _pages(bare_pdf) != packet.pages.total:
        raise BenchmarkError(f"bare Typst made {_pages(bare_pdf)} pages of {packet.pages.total}")
    return Round(
        pages=packet.pages.total,
        size=len(packet.pdf),
        bare=bare,
        forgetting=forgetting,
        whole=whole,
        # To open Typst's PDF is the beginning of packing it.
        packing=sum(finishing) - sum(comparing),
        reading_back=sum((*expecting, *comparing, *locating)),
    )


@contextmanager
def _watched(name: str) -> Iterator[list[float]]:
    """Seconds of each call of a function where the stage finds it, so that what is measured is what is run."""
    where, _, called = name.partition(".")
    module = import_module(f"kallelse.typeset.{where}")
    function = getattr(module, called)
    seconds: list[float] = []

    def timed(*arguments: object, **named: object) -> object:
        began = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            seconds.append(time.perf_counter() - began)

    setattr(module, called, timed)
    try:
        yield seconds
    finally:
        setattr(module, called, function)
    if not seconds:
        raise BenchmarkError(f"the packet was made without {name}")


def _pages(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _bare(source: Source, root: Path) -> tuple[float, bytes]:
    """Seconds and PDF of Typst alone on a packet's source without its page map, its memory emptied before."""
    main = source.files["main.typ"].decode()
    last = page_map(source.indexes)
    if not main.endswith(last):
        raise BenchmarkError("the packet's source no longer ends with its page map")
    files = {**source.files, "main.typ": main.removesuffix(last).encode()}
    stamp = int(dt.datetime.combine(source.date, dt.time(), tzinfo=dt.UTC).timestamp())
    _forget(source.fonts)
    gc.collect()
    began = time.perf_counter()
    pdf = _compiler(source.fonts).compile(
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


def _forget(font_paths: tuple[str, ...]) -> None:
    """Empties Typst's memory of the documents before, so that both sides start alike."""
    for _ in range(_KEPT_DOCUMENTS):
        _compiler(font_paths).compile(input=b"")
