"""A registry number (diarienummer): what was typed, and its keys."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DASHES = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2212]")
_FIGURES = re.compile("[0-9]+")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Dnr:
    """A registry number as typed, with blanks folded: `GSN 2022/35`, `KS 2007/1028 10`, `2024-00132`."""

    value: str

    @property
    def figures(self) -> tuple[str, ...]:
        """The numbers in it, in order, without zeros before them: `2024`, `132` of `KS 2024-00132`."""
        return tuple(found.lstrip("0") or "0" for found in _FIGURES.findall(self.value))

    @property
    def identity(self) -> str:
        """The strict key: blanks and kinds of dash do not count, zeros do (`BN-2023-00211` ≠ `BN-2023-0211`)."""
        return _BLANKS.sub("", _DASHES.sub("-", unicodedata.normalize("NFC", self.value))).upper()
