"""A Swedish compound turned into the words that it is made of: `skolskjuts` into `skol` and `skjuts`."""

from __future__ import annotations

import itertools
from functools import cache

from kallelse.locale.compound_parts import FIRST, JOINED, PARTS, PREFIXES
from kallelse.locale.endings import inflected, joined

SHORTEST = 7
"""So many letters has the shortest word that is taken apart."""
LONGEST = 80
"""So many has the longest: what is longer is no word, and takes as long to try as it has ways to be parted."""

_VOWELS = frozenset("aeiouyåäöé")
# Of a word that no list holds, its end alone is known: so long is that end, and what stands before it.
_KNOWN_END = 5
_UNKNOWN_START = 4


def cuts(word: str) -> tuple[int, ...]:
    """The places where the parts of `word` but the first begin; none where it is no compound that is known here.

    The letter that links two words (s, e, o, u) belongs to the first. A mere prefix is no part.
    """
    small = word.lower()
    # Some letters are another number of letters when they are small.
    if len(small) != len(word) or not SHORTEST <= len(word) <= LONGEST:
        return ()
    return _whole(small) or _end(small)


def borders(word: str) -> frozenset[int]:
    """The cuts of `word`, and those within the parts of it that are listed and yet made of two words."""
    ends = (0, *cuts(word), len(word))
    inner = ((begin, _inner().get(word[begin:end].lower())) for begin, end in itertools.pairwise(ends))
    return frozenset((*ends[1:-1], *(begin + place for begin, place in inner if place is not None)))


def is_known(word: str) -> bool:
    """Whether a word in small letters is listed, or made of such words alone."""
    return word in _forms()[0] or bool(_whole(word))


def begins_known(start: str) -> bool:
    """Whether `start`, in small letters, is a word that is listed, or several, as they stand before another."""
    firsts = _forms()[1]
    return start in firsts or any(
        start[:end] in firsts and begins_known(start[end:]) for end in range(3, len(start) - 2)
    )


def is_within(word: str, place: int, end: int) -> bool:
    """Whether what stands from `place` to `end` of `word`, in small letters, is but the end of a listed word."""
    lasts, firsts, _ = _forms()
    listed = lasts if end == len(word) else firsts
    pieces = ((begin, word[begin:end]) for begin in range(1, place))
    return any(piece in listed and _inner().get(piece) != place - begin for begin, piece in pieces)


def _whole(word: str, begin: int = 0) -> tuple[int, ...]:
    """The cuts of a word of which every part is known, the longest first part tried first."""
    lasts, firsts, _ = _forms()
    if word in lasts:
        return ()
    for end in range(len(word) - 3, 2, -1):
        if word[:end] not in firsts:
            continue
        rest = word[end:]
        if rest in lasts:
            return (begin + end,)
        if found := _whole(rest, begin + end):
            return (begin + end, *found)
    return ()


def _end(word: str) -> tuple[int, ...]:
    """The cut before the longest end that is known, alone or of known parts, after something that may be a word."""
    lasts, _, long_lasts = _forms()
    if word in lasts:
        return ()
    for place in range(_UNKNOWN_START, len(word) - _KNOWN_END + 1):
        rest = word[place:]
        if not may_begin(word[:place]) or word[place - 1] == word[place]:
            continue
        if rest in long_lasts and not is_within(word, place, len(word)):
            return (place,)
        if len(rest) >= SHORTEST and (found := _whole(rest, place)):
            return (place, *found)
    return ()


def may_begin(start: str) -> bool:
    """Whether `start` may be a word: it has a vowel, and is no prefix, whole, cut short or with a few letters more."""
    whole, begun = _prefixes()
    ends = range(len(start) - _UNKNOWN_START + 1, len(start) + 1)
    return not _VOWELS.isdisjoint(start) and start not in begun and whole.isdisjoint(start[:end] for end in ends)


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The forms in which a part ends a word, those in which another follows it, and the first kind of longer words."""
    lasts: set[str] = set()
    firsts, long_lasts = set(FIRST.split()), set[str]()
    for part in PARTS.split():
        forms = inflected(part)
        firsts |= joined(part)
        lasts |= forms
        if len(part) >= _KNOWN_END:
            long_lasts |= forms
    return frozenset(lasts), frozenset(firsts), frozenset(long_lasts)


@cache
def _inner() -> dict[str, int]:
    """Where the second word of those parts begins that are listed as one and made of two."""
    halves = (word.partition("|") for word in JOINED.split())
    return {
        form: len(first) for first, _, second in halves for form in inflected(first + second) | joined(first + second)
    }


@cache
def _prefixes() -> tuple[frozenset[str], frozenset[str]]:
    """The prefixes, and all that they begin with."""
    whole = PREFIXES.split()
    return frozenset(whole), frozenset(prefix[:end] for prefix in whole for end in range(1, len(prefix) + 1))
