"""Typst source into a PDF that is PDF/A-3a and PDF/UA-1 at once, and what Typst knows of where things stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import typst

from kallelse.model.finding import Finding, Place

# Sources by name, `/` between folders; UTF-8 throughout. What is not among them is read below the root.
Files: TypeAlias = Mapping[str, bytes]

_STANDARDS: Final[list[typst.PDFStandard]] = ["a-3a", "ua-1"]
_FLUSHES = 11
# Pages that Typst may remember at once; forgetting takes a tenth of the time of setting them.
_MOST_HELD = 300
_NO_ROOT = Path(__file__).parent / "template"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A PDF as Typst made it, and the JSON of its map."""

    pdf: bytes
    map: str


# The file and line of a template in what Typst says of an error.
_WHERE = re.compile(r"┌─ \S*?kallelse/([\w-]+\.typ):(\d+)")


@lru_cache(maxsize=4)
def _fonts(font_paths: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(font_paths))


@lru_cache(maxsize=4)
def _compiler(font_paths: tuple[str, ...]) -> typst.Compiler:
    # One compiler a process: making it anew would read the fonts again for every packet.
    return typst.Compiler(font_paths=_fonts(font_paths))


def _input(files: Files) -> Any:
    # Typst takes a mapping of names to sources; its stub does not know it.
    return dict(files)


def compile_pdf(
    files: Files, root: Path, date: dt.date, font_paths: tuple[str, ...], place: Place
) -> tuple[Compiled | None, tuple[Finding, ...]]:
    """`files` set with the pictures below `root`, dated midnight UTC of `date`; a finding where Typst refuses."""
    stamp = dt.datetime.combine(date, dt.time(), tzinfo=dt.UTC)
    compiler = _compiler(font_paths)
    try:
        pdf = compiler.compile(
            input=_input(files),
            root=str(root),
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=int(stamp.timestamp()),
        )
    except typst.TypstError as error:
        where = _WHERE.search(str(error.diagnostic))
        told = f"{error.message} ({where[1]}:{where[2]})" if where else str(error.message)
        return None, (_refused(told, place),)
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    found, findings = ask(files, "<map>", font_paths, place, root)
    return (None if found is None else Compiled(pdf, found)), findings


def _refused(message: str, place: Place) -> Finding:
    return Finding("packet-not-set", place, {"meeting": place.path, "message": " ".join(message.split())})


def ask(
    files: Files, label: str, font_paths: tuple[str, ...], place: Place, root: Path = _NO_ROOT
) -> tuple[str | None, tuple[Finding, ...]]:
    """The value of the one element labelled `label` in `files`, as JSON; a finding where Typst refuses."""
    try:
        fonts = _fonts(font_paths)
        return typst.query(_input(files), label, field="value", one=True, root=str(root), font_paths=fonts), ()
    except RuntimeError as error:
        # What Typst raises here has no type of its own.
        return None, (_refused(str(error), place),)


def draw(source: str, root: Path, font_paths: tuple[str, ...]) -> bytes:
    """A PDF of `source` alone, for what must be learnt from a setting and is not kept."""
    pdf = _compiler(font_paths).compile(input=source.encode(), root=str(root), format="pdf", timestamp=0)
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    return pdf


_held: list[int] = []


def held(pages: int) -> None:
    """Told that so many pages were set; empties Typst's memory when it holds many."""
    _held.append(pages)
    if sum(_held) >= _MOST_HELD:
        forget()
        _held.clear()


def forget() -> None:
    """Empties Typst's memory of the last ten documents: a megabyte a page that no later packet has any use for."""
    compiler = _compiler(())
    for _ in range(_FLUSHES):
        compiler.compile(input=b"")
