"""Text into the letters of it that the shipped faces cannot set, or that a PDF gives back otherwise."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kallelse.fonts import FAMILIES


def _set_of(ranges: str) -> frozenset[str]:
    """`20-7E A0` as the letters of these code points, both ends included."""
    found: list[str] = []
    for piece in ranges.split():
        first, _, last = piece.partition("-")
        found += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


_DATA = json.loads(Path(__file__).with_name("coverage.json").read_text(encoding="utf-8"))
_LETTERS = {family: _set_of(_DATA["letters"][family]) for family in FAMILIES}

# Letters that a face draws as two or three glyphs at different heights. Typst writes each glyph down as the
# whole letter, so that they come back from the PDF two or three times, in some faces or in all.
COMPOSED: frozenset[str] = _set_of(_DATA["composed"])
# Typed ligatures come back as the letters they stand for; those that the faces form themselves do anyway.
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}

# Line ends, and blanks of a given width for which the shaper needs no glyph.
_BLANKS = frozenset("\t\n\r\u00a0\u202f\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))

# What leaves no mark on paper but changes how text is read, searched or compared: control characters, line
# and paragraph separators, Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties without the soft
# hyphen, interlinear annotation, and the code points that are no characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)

_UNSHOWN = re.compile(f"[\n\r]|{_INVISIBLE.pattern}")


def letters(family: str) -> frozenset[str]:
    """The letters that every shipped face of `family` has a glyph for, private ones left out."""
    return _LETTERS[family]


def invisible(text: str) -> tuple[str, ...]:
    """The invisible letters of `text`, each once, in order: bidi controls, zero-width signs and such."""
    return tuple(dict.fromkeys(_INVISIBLE.findall(text)))


def visible(text: str) -> str:
    r"""`text` with its invisible letters and line ends as codes, `\u202e`: it fills one line, read as it is."""
    return _UNSHOWN.sub(_code, text)


def missing(text: str) -> tuple[str, ...]:
    """What of `text` cannot be set in each of our faces in PDF/A and PDF/UA: each once, in order, as NFC.

    That is a letter which Typst refuses since no face has a glyph for it, or a letter with a combining mark
    that is left on it after NFC. Typst refuses many of these too; of others it prints the marks alone, or the
    PDF says them twice. Invisible letters are skipped: see `invisible`.
    """
    text = unicodedata.normalize("NFC", text)
    if _plain().fullmatch(text):
        return ()
    return tuple(dict.fromkeys(_refused(_INVISIBLE.sub("", text))))


def collapse(text: str) -> str:
    """`text` as its words are found in what is read back: NFC, no ligatures, no composed letter doubled.

    The last copy of a letter of three glyphs may come back some letters later.
    """
    for ligature, parts in LIGATURES.items():
        text = text.replace(ligature, parts)
    return _runs().sub(r"\1", unicodedata.normalize("NFC", text))


def _code(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _refused(text: str) -> Iterator[str]:
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _is_mark(text[end]):
            continue
        item = text[start:end]
        if len(item) > 1 or not _can_be_set(item):
            # A mark on a blank is told by itself.
            yield item.lstrip() or item
        start = end


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


@cache
def _plain() -> re.Pattern[str]:
    """Texts of nothing but letters with a glyph of their own."""
    known = frozenset().union(_BLANKS, *_LETTERS.values())
    plain = (letter for letter in sorted(known) if not _is_mark(letter) and not _INVISIBLE.match(letter))
    return re.compile("[" + "".join(map(re.escape, plain)) + "]*")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile("([" + "".join(sorted(COMPOSED)) + r"])\1+")


def _can_be_set(letter: str) -> bool:
    """Whether a family has a glyph for `letter`, to which Typst falls back, or each has those of its parts."""
    if _is_mark(letter):
        return False
    return any(letter in known for known in _LETTERS.values()) or all(_is_shaped(family, letter) for family in FAMILIES)


def _is_shaped(family: str, letter: str) -> bool:
    """Whether the shaper finds glyphs in `family`: the letter's own, or those of its canonical parts."""
    if letter in _LETTERS[family] or letter in _BLANKS:
        return True
    parts = unicodedata.decomposition(letter)
    if not parts or parts.startswith("<"):
        return False
    base, *marks = (chr(int(part, 16)) for part in parts.split())
    return all(mark in _LETTERS[family] for mark in marks) and _is_shaped(family, base)
