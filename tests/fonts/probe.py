"""Texts into what Typst says to them with the shipped faces, and what comes back from the PDF it makes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import typst
from kallelse.fonts import FAMILIES, PRINT_DIR

_HEAD = """#set document(title: "Prov", date: datetime(year: 2022, month: 9, day: 19))
#set page(width: 400pt, height: 100pt, margin: 10pt)
#set text(lang: "sv")
"""
_ISSUED = dt.datetime(2022, 9, 19, tzinfo=dt.UTC)
# As read-back has it: what does not come back as it was is left out on both sides.
_LEFT_OUT = re.compile("[\\s\u00ad\ufffe\u2010-]")


@dataclass(frozen=True, slots=True)
class Style:
    """What a template asks Typst for."""

    family: str
    slant: str = "normal"
    weight: int = 400

    def set(self, text: str) -> str:
        """Typst source that sets `text` in this style and nothing else."""
        letters = "".join(f"\\u{{{ord(letter):x}}}" for letter in text)
        return f'#text(font: "{self.family}", style: "{self.slant}", weight: {self.weight}, "{letters}")'


# Whatever a template may ask for, whether there is such a face or Typst takes the nearest.
STYLES = tuple(
    Style(family, slant, weight) for family in FAMILIES for slant in ("normal", "italic") for weight in (400, 600)
)


def fonts_of(folders: Sequence[Path]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(map(str, folders)))


def faces() -> tuple[Style, ...]:
    """The shipped faces as Typst lists them, in an order of ours."""
    listed = ((face.family, face.style, face.weight) for face in fonts_of([PRINT_DIR]).fonts())
    return tuple(Style(*face) for face in sorted(listed))


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=fonts_of([PRINT_DIR]))


def typeset(pages: Iterable[str], compiler: typst.Compiler | None = None) -> bytes:
    """A PDF/A-3a and PDF/UA-1 of these pages of Typst source."""
    pdf = (compiler or _compiler()).compile(
        input=(_HEAD + "\n#pagebreak()\n".join(pages)).encode(),
        format="pdf",
        pdf_standards=["a-3a", "ua-1"],
        timestamp=_ISSUED,
    )
    assert isinstance(pdf, bytes)
    return pdf


def refuses(style: Style, text: str) -> bool:
    """Whether Typst stops at `text`."""
    try:
        typeset([style.set(text)])
    except typst.TypstError:
        return True
    return False


def read_back(pages: Sequence[str]) -> list[str]:
    """What pypdfium2 reads on each of these pages of Typst source."""
    document = pypdfium2.PdfDocument(typeset(pages))
    texts = [page.get_textpage().get_text_range() for page in document]
    assert len(texts) == len(pages)
    return texts


def bare(text: str) -> str:
    """`text` without blanks and hyphens."""
    return _LEFT_OUT.sub("", text)
