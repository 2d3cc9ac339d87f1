"""Where letters stand on the pages of a PDF, in points from the upper left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class Spot:
    """One letter and its box."""

    letter: str
    left: float
    top: float
    right: float
    bottom: float


def letters(pdf: bytes) -> Iterator[list[Spot]]:
    """The letters of each page, blanks aside."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        height = page.get_height()
        found = []
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1)
            if letter.strip():
                left, bottom, right, top = text.get_charbox(index)
                found.append(Spot(letter, left, height - top, right, height - bottom))
        yield found
    document.close()
