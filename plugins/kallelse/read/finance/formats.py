"""A number or a time of a spreadsheet turned into what Excel shows for it, by its number format."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias, assert_never

from kallelse.locale.figures import rounded
from kallelse.locale.finance import UNIT_WORDS, meaning

Time: TypeAlias = dt.date | dt.time | dt.timedelta

# Excel keeps fifteen digits; what a float has beyond them is no part of the figure.
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
# More decimals than these are what a division left, in a cell with a formula and in one without.
_MOST_MADE, _MOST_TYPED = 3, 6
# In a cell of the usual width Excel shows nine decimals of what is less than ten, and so no noise of floats below them.
_NOISE = Decimal("5e-10")
_QUOTED = re.compile(r'"[^"]*"|\\.')
# Words as they stand in a format, and a currency in brackets, with the country that it is written for.
_SAID = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
# What stands for a sign that is quoted, and only written beside the number.
_PERCENT = "\ue000"
# Colours, currencies and conditions; `_` and `*` make room.
_ASIDE = re.compile(r"\[[^\]]*\]|[_*].|\s")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_DIGITS = re.compile(r"[0#?](?:,*[0#?])*(?P<scale>,*)(?:\.(?P<part>[0#?]*))?(?P<more>,*)")
_FIRST_YEAR = 1900
# Which of a format's sections is meant for words, after those for numbers above, below and at zero.
_WORDS = 3
# Powers of ten and fractions are no way of writing in a table.
_OTHER = re.compile(r"E[+-]|[0#?]/[0#?\d]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a number: `whole` before it is rounded, and the decimals; None for as many as others have.

    `digits` are those before the decimals at least: zeros stand before a code that has fewer. `unit` is the known unit
    that the format has in words.
    """

    whole: Decimal
    decimals: int | None
    percent: bool = False
    plus: bool = False
    digits: int = 1
    unit: str = ""


def shown(value: Decimal, code: str, *, made: bool) -> Shown:
    """What the number format `code` shows of a number, `made` by a formula or typed.

    A format in per cent shows a hundred times the number, where the sign is no mere words; one that ends in a comma a
    thousandth. General shows what is left without the noise of floats.
    """
    pattern = _pattern(code, value)
    digits = _DIGITS.search(pattern)
    if digits is None or _OTHER.search(pattern):
        whole, decimals = _without_noise(value, _MOST_MADE if made else _MOST_TYPED)
        return Shown(whole, decimals)
    percent = "%" in pattern
    thousands = len(digits["scale"] + digits["more"])
    moved = value.scaleb((2 if percent else 0) - 3 * thousands, _FIFTEEN)
    percent = percent or _PERCENT in pattern
    whole, _ = _without_noise(moved, _MOST_TYPED)
    part = digits["part"] or ""
    most, least = len(part), len(part.rstrip("#"))
    used = -int(rounded(whole, most).normalize().as_tuple().exponent)
    is_code = not part and not percent and "," not in digits[0]
    zeros = digits[0].count("0") if is_code else 1
    return Shown(whole, max(min(used, most), least), percent, pattern.startswith("+"), zeros, _unit(code, value))


def is_hidden(value: Decimal | str, code: str) -> bool:
    """Whether the number format `code` shows nothing of a number or of words; a zero may be left out as well."""
    sections = _QUOTED.sub(lambda quoted: "x" if quoted[0].strip('"\\ ') else "", code).split(";")
    if isinstance(value, str):
        return len(sections) > _WORDS and not _ASIDE.sub("", sections[_WORDS])
    return bool(value) and not _ASIDE.sub("", _section(sections, code, value))


def _pattern(code: str, value: Decimal) -> str:
    """The section of a format that is meant for the number, without what stands aside of its digits."""
    sections = _QUOTED.sub(lambda quoted: _PERCENT * ("%" in quoted[0]), code).split(";")
    pattern = _ASIDE.sub("", _section(sections, code, value))
    # A zero that is written as a dash is a zero.
    return pattern if re.search("[0#]", pattern) else _ASIDE.sub("", sections[0])


def _unit(code: str, value: Decimal) -> str:
    """The known unit that the words of a format say for the number."""
    # A semicolon within words begins no section.
    sections = _QUOTED.sub(lambda quoted: quoted[0].replace(";", ""), code).split(";")
    said = "".join("".join(words) for words in _SAID.findall(_section(sections, code, value))).strip()
    return (meaning(said, UNIT_WORDS) or "") if said else ""


def _section(sections: Sequence[str], code: str, value: Decimal) -> str:
    if _CONDITION.search(code):
        return next((section for section in sections if _fits(section, value)), sections[-1])
    return sections[1 if value < 0 and len(sections) > 1 else 2 if not value and len(sections) > 2 else 0]


def _fits(section: str, value: Decimal) -> bool:
    condition = _CONDITION.search(section)
    if condition is None:
        return True
    sign, limit = condition[1], Decimal(condition[2])
    return ("<" in sign and value < limit) or (">" in sign and value > limit) or ("=" in sign and value == limit)


def _without_noise(value: Decimal, most: int) -> tuple[Decimal, int | None]:
    """The number with the decimals that it was meant to have; as it is, and None, where it needs more than `most`."""
    whole = _FIFTEEN.plus(value)
    size = whole.adjusted() if whole else 0
    noise = max(_NOISE, Decimal((0, (5,), size - 14)))
    for places in range(max(min(most, 11 - size), 0) + 1):
        near = rounded(whole, places)
        if abs(near - whole) <= noise:
            return near, places
    return whole, None


def is_seen(value: Time, code: str) -> bool:
    """Whether Excel shows a time, and not a row of signs for what is before the first day that it knows of."""
    match value:
        case dt.timedelta():
            return value >= dt.timedelta()
        case dt.time():
            return re.search("[hs]", _ASIDE.sub("", _QUOTED.sub("", code)).lower()) is not None
        case dt.date():
            return value.year >= _FIRST_YEAR
    assert_never(value)


def time_text(value: Time, code: str) -> str:
    """A day as `2022-08-31`, a month as `2022-08`, a time as `13:15`, hours beyond a day as `26:30`.

    It is as much as the format shows, and a year with every day and month.
    """
    pattern = _QUOTED.sub("", code).lower()
    if isinstance(value, dt.timedelta):
        return _elapsed(int(value.total_seconds()), pattern)
    plain = _ASIDE.sub("", pattern)
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if "s" in plain and value.second else "minutes")
    is_day = re.search("[yd]", plain) is not None
    if isinstance(value, dt.datetime) and "h" in plain and (value.time() != dt.time() or not is_day):
        clock = time_text(value.time(), code)
        return f"{value:%Y-%m-%d} {clock}" if is_day else clock
    # The day of a month, and the month of a year, are there only because a spreadsheet has no other way to keep these.
    return f"{value:%Y-%m-%d}" if "d" in plain else f"{value:%Y-%m}" if "m" in plain else f"{value:%Y}"


def _elapsed(seconds: int, pattern: str) -> str:
    first = re.search(r"\[([hms])", pattern)
    rest = pattern[first.end() :] if first else pattern
    unit = first[1] if first else "h"
    parts = {"h": [seconds // 3600, seconds // 60 % 60], "m": [seconds // 60], "s": [seconds]}[unit]
    if unit != "s" and "s" in rest:
        parts.append(seconds % 60)
    return ":".join((str(parts[0]), *(f"{part:02}" for part in parts[1:])))
