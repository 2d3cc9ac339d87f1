"""What the template says of its pages and how wide its letters are, asked of Typst once, before anything is set."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kallelse.model.finding import Finding, Place
from kallelse.model.paper import A4
from kallelse.typeset.engine import Files, ask

# Latin with its supplements, Greek and Cyrillic, and the signs of running text; others count as wide as a capital.
_LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x370, 0x460), *range(0x2010, 0x2040), 0x20AC, 0x2212)
# Sizes depend on none of the facts of a packet.
_FACTS = b"""#let brand = black
#let logo = none
#let (language, municipality, committee, occasion) = ("sv", "", "", "")
#let words = (page: "", sheet: "", of: "")
"""
_FACES = ("sans", "semibold", "serif")
# A cell is measured for each way in which its table may be set.
_REMEMBERED = 10_000
_SOURCE = """#import "kallelse/tokens.typ": lying, sans, serif, side, upright
#let wide(..how) = letters.map(c => measure(text(size: 100pt, ..how, c)).width.pt())
#let page(sheet) = (
  left: (sheet.margin.left - side).pt(),
  width: sheet.width.pt(),
  column: sheet.column.pt(),
  top: sheet.margin.top.pt(),
  bottom: sheet.margin.bottom.pt(),
)
#context [#metadata((
  upright: page(upright), lying: page(lying),
  sans: wide(font: sans), semibold: wide(font: sans, weight: 600), serif: wide(font: serif),
))<widths>]
"""


class Widths(dict[str, float]):
    """Widths by letter in parts of the size; a letter that was not asked for is as wide as the widest capital."""

    def __missing__(self, letter: str) -> float:
        return max(self[capital] for capital in "MWÅ")

    def of(self, text: str) -> float:
        """The width of a text on one line; kerning is not counted."""
        return sum(map(self.__getitem__, text))

    def longest(self, text: str) -> float:
        """The width of the widest piece of a text that holds no place to break a line."""
        pieces = text.replace("-", "- ").replace("\u200b", " ").replace("\u00ad", "- ").split(" ")
        return max(map(self.of, set(pieces)))


@dataclass(frozen=True, slots=True)
class Face:
    """One face by the width of any text and of its longest piece, in parts of the size, and of its widest letter."""

    width_of: Callable[[str], float]
    longest_of: Callable[[str], float]
    widest: float

    def width(self, text: str, size: float) -> float:
        """The width of `text` on one line, in points at `size` points."""
        return size * self.width_of(text)

    def longest(self, text: str, size: float) -> float:
        """The width of the widest piece of `text` that holds no place to break a line."""
        return size * self.longest_of(text)

    def lines(self, text: str, size: float, room: float) -> int:
        """About how many lines of `room` points `text` fills; at least one."""
        if len(text) * self.widest * size * 1.04 <= room:
            return 1
        return max(1, -int(-self.width(text, size) * 1.04 // room)) if room > 0 else 1


@dataclass(frozen=True, slots=True)
class Page:
    """One way a page lies, in points: `left` edge and `width` of what reaches across, `column` of running text.

    `top` and `bottom` are the margins, `paper` the page's height.
    """

    left: float
    width: float
    column: float
    top: float
    bottom: float
    paper: float

    @property
    def height(self) -> float:
        """What the page holds between its margins."""
        return self.paper - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Metrics:
    """The two ways a page lies, and the faces that tables and headings are measured in."""

    upright: Page
    lying: Page

    sans: Face
    semibold: Face
    serif: Face


@lru_cache(maxsize=8)
def metrics(tokens: bytes, font_paths: tuple[str, ...], place: Place) -> tuple[Metrics | None, tuple[Finding, ...]]:
    """What the template's `tokens` say of pages and faces; a finding at `place` where Typst refuses them."""
    letters = [chr(code) for code in _LETTERS]
    listed = ",".join(f'"\\u{{{code:x}}}"' for code in _LETTERS)
    files: Files = {
        "main.typ": (f"#let letters = ({listed})\n" + _SOURCE).encode(),
        "kallelse/tokens.typ": tokens,
        "kallelse/facts.typ": _FACTS,
    }
    answer, findings = ask(files, "<widths>", font_paths, place)
    if answer is None:
        return None, findings
    found = json.loads(answer)
    faces = []
    for name in _FACES:
        widths = Widths({letter: width / 100 for letter, width in zip(letters, found[name], strict=True)})
        remembered = lru_cache(_REMEMBERED)
        faces.append(Face(remembered(widths.of), remembered(widths.longest), max(widths.values())))
    upright = Page(**found["upright"], paper=A4[1])
    lying = Page(**found["lying"], paper=A4[0])
    return Metrics(upright, lying, *faces), ()
