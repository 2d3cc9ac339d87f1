"""How wide letters are in the template's faces, asked of Typst once, so that columns get widths before setting."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kallelse.typeset.engine import Files, ask

# Latin with its supplements, Greek and Cyrillic, and the signs of running text; others count as wide as a capital.
_LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x370, 0x460), *range(0x2010, 0x2040), 0x20AC, 0x2212)
_FACES = ("sans", "semibold", "serif")
_SOURCE = """#import "kallelse/tokens.typ": sans, serif
#let wide(..how) = letters.map(c => measure(text(size: 100pt, ..how, c)).width.pt())
#context [#metadata((
  sans: wide(font: sans), semibold: wide(font: sans, weight: 600), serif: wide(font: serif),
))<widths>]
"""


@dataclass(frozen=True, slots=True)
class Face:
    """One face: widths by letter in parts of the size; `other` for letters not among them."""

    widths: Mapping[str, float]
    other: float

    def width(self, text: str, size: float) -> float:
        """The width of `text` on one line, in points at `size` points; kerning is not counted."""
        widths, other = self.widths, self.other
        return size * sum([widths.get(letter, other) for letter in text])

    def longest(self, text: str, size: float) -> float:
        """The width of the widest piece of `text` that holds no place to break a line."""
        pieces = text.replace("-", "- ").replace("\u200b", " ").split(" ")
        return max((self.width(piece, size) for piece in pieces), default=0.0)

    def lines(self, text: str, size: float, room: float) -> int:
        """About how many lines of `room` points `text` fills; at least one."""
        return max(1, -int(-self.width(text, size) * 1.04 // room)) if room > 0 else 1


@dataclass(frozen=True, slots=True)
class Metrics:
    """The faces that tables and headings are measured in."""

    sans: Face
    semibold: Face
    serif: Face


@lru_cache(maxsize=8)
def metrics(tokens: bytes, facts: bytes, font_paths: tuple[str, ...]) -> Metrics:
    """The widths in the faces that the template's `tokens` name."""
    letters = [chr(code) for code in _LETTERS]
    listed = ",".join(f'"\\u{{{code:x}}}"' for code in _LETTERS)
    files: Files = {
        "main.typ": (f"#let letters = ({listed})\n" + _SOURCE).encode(),
        "kallelse/tokens.typ": tokens,
        "kallelse/facts.typ": facts,
    }
    found = json.loads(ask(files, "<widths>", font_paths))
    faces = []
    for name in _FACES:
        widths = {letter: width / 100 for letter, width in zip(letters, found[name], strict=True)}
        faces.append(Face(widths, max(widths[letter] for letter in "MWÅ")))
    return Metrics(*faces)
