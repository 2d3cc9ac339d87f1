"""Figures as people write them turned into decimals, and decimals into figures as they are printed.

Swedish: decimal comma, a blank between groups of three; English: decimal point, a comma or a blank. A minus
sign may be typed as a hyphen, an en dash or U+2212, with or without a blank after it, and is printed as
U+2212.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from enum import Enum
from fractions import Fraction

from kallelse.model.settings import Language

MINUS = "\N{MINUS SIGN}"
SPACE = "\N{NO-BREAK SPACE}"
# Any figure is rounded whole, not to 28 digits.
_WIDE = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
# Blanks that are typed between groups of three digits: plain, no-break, narrow no-break, thin.
_BLANKS = " \u00a0\u202f\u2009"
_DASHES = "\u2010\u2011\u2012–—−-"
_SIGN = rf"(?P<sign>[+{_DASHES}])?[{_BLANKS}]?"
_FIGURES = {
    "sv": re.compile(rf"{_SIGN}(?P<whole>\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d+)(?:,(?P<part>\d+))?"),
    "en": re.compile(rf"{_SIGN}(?P<whole>\d{{1,3}}(?:[,{_BLANKS}]\d{{3}})+|\d+)(?:\.(?P<part>\d+))?"),
}
_BRACKETED = re.compile(r"\((?P<inner>[^()]+)\)")
_TRAILING = re.compile(rf"(?P<inner>.*\d)\s?[{_DASHES}]")
# What can only be meant as a figure: digits, commas, points and blanks, and letters that look like digits.
_MEANT = re.compile(rf"[+{_DASHES}]?[{_BLANKS}]?[\dOol.,{_BLANKS}]*\d[\dOol.,{_BLANKS}]*")


class Flaw(Enum):
    """Why something meant as a figure cannot be read as one."""

    BLANKS = "blanks"
    POINT = "point"
    BRACKETS = "brackets"
    TRAILING_MINUS = "trailing-minus"
    LETTERS = "letters"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as typed: its value, how many decimals it was written with, whether a plus stood before it."""

    value: Decimal
    decimals: int
    plus: bool = False


def parse(text: str, language: Language) -> Figure | Flaw | None:
    """What a text says as a figure: the figure, why it is none though meant as one, or None for words.

    Whole numbers with a zero before them (`031`) are codes and so words. `−0,0` is 0.
    """
    typed = text.strip()
    match = _FIGURES[language].fullmatch(typed)
    if match is not None:
        whole, part = re.sub(r"\D", "", match["whole"]), match["part"] or ""
        if len(whole) > 1 and whole.startswith("0"):
            return None if not part else Flaw.OTHER
        value = Decimal(f"{whole}.{part}" if part else whole)
        return Figure(
            value.copy_negate() if match["sign"] and match["sign"] in _DASHES and value else value,
            len(part),
            match["sign"] == "+",
        )
    for pattern, flaw in ((_BRACKETED, Flaw.BRACKETS), (_TRAILING, Flaw.TRAILING_MINUS)):
        inner = pattern.fullmatch(typed)
        if inner is not None and isinstance(parse(inner["inner"], language), Figure):
            return flaw
    return _flaw(typed, language) if _MEANT.fullmatch(typed) else None


def _flaw(typed: str, language: Language) -> Flaw:
    if re.search(r"[Ool]", typed):
        return Flaw.LETTERS
    if language == "sv" and "." in typed:
        return Flaw.POINT
    return Flaw.BLANKS if re.search(rf"\d[{_BLANKS}]|,[{_BLANKS}]", typed) else Flaw.OTHER


def is_dash(text: str) -> bool:
    """Whether the text is a dash alone, which says "none"."""
    return len(text.strip()) == 1 and text.strip() in _DASHES


def rounded(value: Decimal | Fraction, decimals: int) -> Decimal:
    """The value with that many decimals, halves away from zero."""
    if isinstance(value, Decimal):
        figure = value.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP, _WIDE)
        return figure or figure.copy_abs()
    exact = Fraction(value)
    scaled = abs(exact) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    # Made of its digits, since Decimal's arithmetic rounds to 28 of them.
    return Decimal((int(exact < 0 and whole > 0), tuple(map(int, str(whole))), -decimals))


def printed(value: Decimal | Fraction, decimals: int, language: Language, plus: bool = False) -> str:
    """The value as it is printed: rounded once, halves away from zero; never a minus before zero."""
    figure = rounded(value, decimals)
    whole, _, part = format(figure.copy_abs(), "f").partition(".")
    group, point = (SPACE, ",") if language == "sv" else (",", ".")
    grouped = format(int(whole), ",d").replace(",", group)
    sign = MINUS if figure < 0 else "+" if plus and figure > 0 else ""
    return f"{sign}{grouped}{point}{part}" if part else f"{sign}{grouped}"


def with_unit(figure: str, unit: str) -> str:
    """`4,1 mnkr`, held together by a no-break space; the figure alone where there is no unit."""
    return f"{figure}{SPACE}{unit}" if unit else figure
