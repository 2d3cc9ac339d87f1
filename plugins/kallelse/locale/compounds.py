"""A Swedish compound turned into the words that it is made of: `skolskjuts` into `skol` and `skjuts`."""

from __future__ import annotations

from functools import cache

from kallelse.locale.compound_parts import FIRST, PARTS, PREFIXES

SHORTEST = 7
"""So many letters has the shortest word that is taken apart."""

_VOWELS = frozenset("aeiouyåäöé")
# Of a word that no list holds, its end alone is known: so long is that end, and what stands before it.
_KNOWN_END = 5
_UNKNOWN_START = 4

_ENDINGS = (
    *("", "s", "n", "ns", "t", "ts", "en", "ens", "et", "ets", "er", "ers", "ar", "ars", "or", "ors"),
    *("na", "nas", "erna", "ernas", "arna", "arnas", "orna", "ornas", "a", "as", "e", "es"),
)
# After a word whose last vowel went: `skola`, `skolorna`; `möte`, `mötena`; `regel`, `reglerna`.
_SHORT_ENDINGS = ("or", "ors", "orna", "ornas", "ar", "ars", "arna", "arnas", "er", "ers", "erna", "ernas", "an", "ans")
_PLURAL_R = ("lse", "je", "ie")
_LINKS = ("", "s", "e")
# `gata` becomes `gatu`, `hälsa` `hälso`, `förskola` `förskole`, `arbete` `arbets`, `skola` `skol`.
_SHORT_LINKS = ("", "s", "o", "u", "e")


def cuts(word: str) -> tuple[int, ...]:
    """The places where the parts of `word` but the first begin; none where it is no compound that is known here.

    The letter that links two words (s, e, o, u) belongs to the first. A mere prefix is no part.
    """
    small = word.lower()
    # Some letters are another number of letters when they are small.
    if len(small) != len(word) or len(word) < SHORTEST:
        return ()
    return _whole(small) or _end(small)


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
        if not _may_begin(word[:place]) or word[place - 1] == word[place]:
            continue
        if rest in long_lasts:
            return (place,)
        if len(rest) >= SHORTEST and (found := _whole(rest, place)):
            return (place, *found)
    return ()


def _may_begin(start: str) -> bool:
    """Whether `start` may be a word: it has a vowel, and is no prefix, whole, cut short or with a few letters more."""
    return bool(_VOWELS & set(start)) and not any(
        prefix.startswith(start) or (start.startswith(prefix) and len(start) < len(prefix) + _UNKNOWN_START)
        for prefix in _prefixes()
    )


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The forms in which a part ends a word, those in which another follows it, and the first kind of longer words."""
    lasts, firsts, long_lasts = set(), set(FIRST.split()), set()
    for part in PARTS.split():
        forms = {part + ending for ending in _ENDINGS}
        firsts.update(part + link for link in _LINKS)
        if part[-1] in "ae":
            forms.update(part[:-1] + ending for ending in _SHORT_ENDINGS)
            firsts.update(part[:-1] + link for link in _SHORT_LINKS)
        elif part[-2:] in ("el", "er"):
            forms.update(part[:-2] + part[-1] + ending for ending in (*_SHORT_ENDINGS, "et", "ets", "en", "ens"))
        if part.endswith(_PLURAL_R):
            forms.update((f"{part}r", f"{part}rs"))
        lasts |= forms
        if len(part) >= _KNOWN_END:
            long_lasts |= forms
    return frozenset(lasts), frozenset(firsts), frozenset(long_lasts)


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(PREFIXES.split())
