"""The Typst sources of a PDF into the PDF: set, joined, packed and read back, in that order."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from kallelse.model.finding import Finding, Place, errors
from kallelse.typeset.engine import compile_pdf
from kallelse.typeset.pack import Spoken, pack
from kallelse.typeset.places import Places, places_of
from kallelse.typeset.readback import Expected, PageText, read_back
from kallelse.typeset.source import Source
from kallelse.typeset.structure import name_heads
from kallelse.typeset.template import Template


@dataclass(frozen=True, slots=True)
class Setting:
    """A PDF as Typst makes it, before it is joined, packed and read back, and where everything stands in it.

    `path` is the source file that a finding about the whole of it names.
    """

    path: str
    pdf: bytes
    places: Places


@dataclass(frozen=True, slots=True)
class Finished:
    """A packed PDF that holds all that it should, with the texts of its pages."""

    pdf: bytes
    texts: tuple[PageText, ...]


def set_source(source: Source, root: Path) -> tuple[Setting | None, tuple[Finding, ...]]:
    """`source` set with the pictures below `root`; None where Typst refuses it."""
    compiled, findings = compile_pdf(source.files, root, source.date, source.fonts, Place(source.path))
    if compiled is None:
        return None, findings
    return Setting(source.path, compiled.pdf, places_of(compiled.map, source.indexes)), findings


def finish(
    setting: Setting,
    expected: Sequence[Expected],
    template: Template,
    root: Path,
    *,
    labels: Sequence[str] = (),
    spoken: Spoken | None = None,
    join: Callable[[pikepdf.Pdf], None] | None = None,
    doubt: Callable[[Sequence[Finding], Sequence[PageText]], Iterable[Finding]] | None = None,
) -> tuple[Finished | None, tuple[Finding, ...]]:
    """The PDF packed and read back; None where it lacks something of what is `expected`.

    `labels` and `spoken` are what `pack` takes, `join` lays foreign pages into it, and `doubt` looks again at what is
    said to be lost of them.
    """
    with pikepdf.open(io.BytesIO(setting.pdf)) as document:
        name_heads(document, setting.pdf)
        if join is not None:
            join(document)
        packed = pack(document, labels, spoken)
    texts, findings = read_back(packed, expected, setting.places, setting.path, template, root)
    if findings and doubt is not None:
        findings = tuple(doubt(findings, texts))
    return None if errors(findings) else Finished(packed, texts), findings
