"""Ranges of paragraphs as typed, `§§ 21–24, ej § 22`, turned into numbers, and into what somebody attended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from kallelse.locale.record import CLOCK, FROM, ITEM, NOT, PARAGRAPHS, PART_OF, PRESIDING, UNSURE, UNTIL
from kallelse.model.presence import Bound, Presence, Stretch

# More paragraphs than any range of one meeting has: a slip of the pen such as 21–2024.
_MOST = 1000
# Beyond any paragraph that can be typed.
_END = 10_000
# A meeting that ends earlier in the day than it began, and before this, went on after midnight.
_NIGHT = dt.time(6)


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_DASH = "[-\u2010-\u2015\u2212]"
_RANGE = re.compile(rf"(\d{{1,4}})(?:\s*{_DASH}\s*(\d{{1,4}}))?")
_SIGN = re.compile(r"§+")
_CALLED = re.compile(rf"\b(?:{_any(PARAGRAPHS)})\s+(?=\d)", re.IGNORECASE)
_PRESIDING = re.compile(rf"\b(?:{_any(PRESIDING)})(?=\s*[§\d])", re.IGNORECASE)
_TIME = rf"(?:(?:{_any(CLOCK)})\s*)?(?P<{{0}}hour>[01]?\d|2[0-3])[.:](?P<{{0}}minute>[0-5]\d)"
_BOUND = (
    rf"(?:(?P<{{0}}part>{_any(PART_OF)})\s+)?"
    rf"(?:(?P<{{0}}item>{_any(ITEM)})\s+)?(?:§+\s*)?(?:(?P<{{0}}number>\d{{{{1,4}}}})(?![.:]?\d)\s*)?(?:{_TIME})?"
)
_STRETCH = re.compile(
    rf"(?:(?P<sense>{_any((*FROM, *UNTIL))})\s+)?{_BOUND.format('first_')}"
    rf"(?P<dash>\s*{_DASH}\s*{_BOUND.format('last_')})?",
    re.IGNORECASE,
)
# `till och med § 5` is one piece.
_APART = re.compile(r"\s*(?:[,;]|(?<!till )(?<!från )\boch\b|\band\b)\s*")
_NOT = re.compile(rf"(?:{_any(NOT)})\s+(.+)", re.IGNORECASE)
# It ends where other paragraphs begin: `ej § 3 p.g.a. jäv och § 7 p.g.a. resa`.
_REASON = re.compile(
    r"\s+(?:p\.?\s?g\.?\s?a\.?|på grund av|because of)\s.*?"
    rf"(?=\s*(?:[,;]|\boch\b|\band\b)\s*(?:(?:{_any((*NOT, *FROM, *UNTIL, *PART_OF))})\s+)*§|$)",
    re.IGNORECASE,
)
BEGINS = re.compile(
    rf",?\s+(?P<said>(?:(?:{_any((*NOT, *FROM, *UNTIL, *PART_OF, *UNSURE))})\s+)*"
    rf"(?:§|(?:{_any(CLOCK)})\s*\d|(?:{_any((*ITEM, *PARAGRAPHS))})\s+\d|(?<=, )\d{{1,4}}\s*{_DASH}\s*\d).*)$",
    re.IGNORECASE,
)
"""What somebody attended, at the end of the line that names them."""


def numbers_of(typed: str) -> tuple[int, ...] | None:
    """`21–23, 25–26` as numbers, each once, in order; None for anything else.

    Who presided over which, as first pages have it (`§§ 131–136, ordförande § 137`), takes none of them away.
    """
    found: set[int] = set()
    plain = _SIGN.sub("", _PRESIDING.sub("", _CALLED.sub("§", typed)))
    for piece in _APART.split(plain.strip()):
        match = _RANGE.fullmatch(piece.strip())
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last < first + _MOST:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def stretches_of(numbers: Sequence[int]) -> tuple[Stretch, ...]:
    """Paragraphs in order as the runs that they make."""
    found: list[Stretch] = []
    for number in numbers:
        last = found[-1].last if found else None
        if last is not None and last.paragraph == number - 1:
            found[-1] = Stretch(found[-1].first, Bound(number))
        else:
            found.append(Stretch(Bound(number), Bound(number)))
    return tuple(found)


def read_presence(typed: str) -> Presence | None:
    """What somebody attended; None where that cannot be read."""
    here: list[Stretch] = []
    away: list[Stretch] = []
    is_away = False
    told = _REASON.sub("", _CALLED.sub("§", typed)).strip()
    signs = ("", *(found[0].strip() for found in _APART.finditer(told)))
    for sign, piece in zip(signs, _APART.split(told), strict=True):
        said = piece.strip()
        if negated := _NOT.fullmatch(said):
            is_away, said = True, negated[1]
        stretch = _stretch(said)
        if stretch is None:
            return None
        if is_away and negated is None and sign in (",", ";") and _is_beside(stretch, here):
            # `§§ 1–5, ej § 3, §§ 7–9`: nobody need say that they were away where they never said to be.
            is_away = False
        (away if is_away else here).append(stretch)
    return Presence(" ".join(typed.split()), tuple(here), tuple(away))


def _is_beside(stretch: Stretch, others: Sequence[Stretch]) -> bool:
    """Whether a stretch of paragraphs has none that the others have; no, where that is not told by paragraphs."""
    spans = [_span(each) for each in (stretch, *others)]
    known = [each for each in spans if each is not None]
    if not others or len(known) < len(spans):
        return False
    (first, last), *rest = known
    return all(last < begin or end < first for begin, end in rest)


def _span(stretch: Stretch) -> tuple[int, int] | None:
    """The numbers of the first and the last paragraph of a stretch; None where it has other ends."""
    ends = [each.paragraph for each in (stretch.first, stretch.last) if each is not None]
    if not all(ends):
        return None
    return (ends[0] if stretch.first else 0, ends[-1] if stretch.last else _END)


def _stretch(said: str) -> Stretch | None:
    match = _STRETCH.fullmatch(said)
    if match is None:
        return None
    first, last = _bound(match, "first_"), _bound(match, "last_")
    if first is None or (match["dash"] and last is None):
        return None
    sense = (match["sense"] or "").lower()
    if sense in FROM and last is None:
        return Stretch(first, None)
    if sense in UNTIL:
        return None if last is not None else Stretch(None, first)
    if last is None:
        return Stretch(first, first)
    if not last.item and not last.paragraph:
        # `§ 26 kl. 11.45–12.30`: within the same paragraph.
        last = Bound(first.paragraph, first.item, last.time, last.is_part)
    if last.item == "" and first.item and last.paragraph:
        # `ärende 3–5`: both are items.
        last = Bound(0, str(last.paragraph), last.time, last.is_part)
    return None if _is_backwards(first, last) else Stretch(first, last)


def _is_backwards(first: Bound, last: Bound) -> bool:
    """Whether a stretch ends before it begins; by the clock alone it may go on after midnight."""
    if first.item.isdigit() and last.item.isdigit():
        begin, end = int(first.item), int(last.item)
    else:
        begin, end = first.paragraph, last.paragraph
    if begin and end and begin != end:
        return begin > end
    is_one = (begin, first.item) == (end, last.item)
    if not is_one or first.time is None or last.time is None:
        return False
    return last.time < first.time and last.time >= _NIGHT


def _bound(match: re.Match[str], which: str) -> Bound | None:
    number, hour = match[f"{which}number"], match[f"{which}hour"]
    if number is None and hour is None:
        return None
    time = None if hour is None else dt.time(int(hour), int(match[f"{which}minute"]))
    is_part = match[f"{which}part"] is not None
    if number is not None and match[f"{which}item"] is not None:
        return Bound(0, str(int(number)), time, is_part)
    return Bound(int(number or 0), "", time, is_part)
