"""A word turned into the forms that it ends and begins compounds in: `skola` into `skolornas` and `skol`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

# How nouns and adjectives end (Svenska Akademiens grammatik, 2: Substantiv; 3: Adjektiv), a genitive `s` apart: after
# the whole word, and after one whose last vowel went, as that of `skola`, `möte` and `regel` does.
WHOLE = ("", "n", "t", "en", "et", "er", "ar", "or", "na", "erna", "arna", "orna", "a", "e")
SHORT = ("an", "or", "orna", "ar", "arna", "er", "erna")
ARTICLES = ("en", "et")
NO_ARTICLE = ("sedan", "innan", "medan", "redan", "annan")
"""Words that end as one in `a` does with its article, which have none."""
# `gata` becomes `gatu`, `hälsa` `hälso`, `förskola` `förskole`, `arbete` `arbets`, `skola` `skol`.
_LINKS = ("", "s", "e")
_SHORT_LINKS = ("", "s", "o", "u", "e")
_PLURAL_R = ("lse", "je", "ie")

_VOWELS = frozenset("aeiouyåäöé")
_ADJECTIVE = ("a", "e")
# Words, and with them all that end as they do: those that take another noun for their plural, those whose plural has
# another vowel, and those that have one of its own.
_TWINS = {word: f"{word[:-2]}ning" for word in ("ansökan", "anmälan", "inbjudan", "önskan")}
_OTHER_VOWELS = """
bok:böck stad:städ land:länd strand:stränd natt:nätt hand:händ brand:bränd tand:tänd tång:täng stång:stäng spång:späng
rot:röt fot:föt bot:böt ledamot:ledamöt son:sön bonde:bönd bokstav:bokstäv
"""
_PLURALS = dict(word.split(":") for word in _OTHER_VOWELS.split())
_UNLIKE = {"man": ("män", "männen"), "öga": ("ögon", "ögonen"), "öra": ("öron", "öronen")}
# Has no plural, and would be taken for a verb in one: what a case `handlar om`.
_SINGULAR = ("handel",)
# A short vowel before the last letter doubles it where an ending follows.
_DOUBLED = ("rum", "hem", "gram", "man", "vän", "stam")


def inflected(word: str) -> frozenset[str]:
    """The forms of a plain word that the search index knows as the end of a compound."""
    found = _with(word, WHOLE)
    if word[-1:] in _ADJECTIVE:
        found |= _with(word[:-1], SHORT)
    elif word.endswith(("el", "er")):
        found |= _with(word[:-2] + word[-1], (*SHORT, *ARTICLES))
    if word.endswith(_PLURAL_R):
        found |= _with(word, ("r",))
    return frozenset(found)


def joined(word: str) -> frozenset[str]:
    """The forms of a plain word that the search index knows before another part of a compound."""
    found = {word + link for link in _LINKS}
    if word[-1:] in _ADJECTIVE:
        found.update(word[:-1] + link for link in _SHORT_LINKS)
    return frozenset(found)


def all_inflected(word: str) -> frozenset[str]:
    """The forms of a word that somebody looks for: those of `inflected`, and those that only some words have.

    The index knows fewer, since each compound that it cuts makes it greater, and one that it leaves whole is still
    found by its beginning; a word to look for has to be found in all its forms.
    """
    if word.endswith(_SINGULAR):
        return frozenset(_with(word, ("", "n")))
    found = set(inflected(word))
    if word[-1:] in _VOWELS:
        found |= _with(word, ("r",))
    for stem in _stems(word):
        found |= _with(stem, (*SHORT, *ARTICLES, *_ADJECTIVE, "na"))
    for twin in _twins(word):
        found |= _with(twin, ("", "en", "ar", "arna"))
    for end, other in _PLURALS.items():
        if word.endswith(end):
            found |= _with(word.removesuffix(end) + other, ("er", "erna"))
    for end, plurals in _UNLIKE.items():
        if word.endswith(end):
            found |= _with(word.removesuffix(end), plurals)
    if word.endswith(_DOUBLED):
        found |= _with(word + word[-1], (*ARTICLES, "ar", "arna", "er", "erna"))
    return frozenset(found)


def all_joined(word: str) -> frozenset[str]:
    """The forms of a word that somebody looks for before another part of a compound."""
    found = set(joined(word))
    if len(word) > 5 and word.endswith("um"):
        found.update(word[:-2] + link for link in ("", "e", "i"))
    found.update(f"{twin}s" for twin in _twins(word))
    return frozenset(found)


def _twins(word: str) -> Iterator[str]:
    """The noun that a word takes its plural from: `ansökning` for `ansökan`."""
    return (word.removesuffix(end) + other for end, other in _TWINS.items() if word.endswith(end))


def _stems(word: str) -> Sequence[str]:
    """What of a word stays before some endings: `skol` of `skola`, `vattn` of `vatten`, `gymnasi` of `gymnasium`."""
    if len(word) > 5 and word.endswith("um"):
        return (word[:-2],)
    if len(word) > 4 and word[-2:] in ("el", "en", "er") and word[-3] not in _VOWELS and _VOWELS & set(word[:-3]):
        return (word[:-2] + word[-1],)
    return (word[:-1],) if len(word) > 3 and word.endswith(_ADJECTIVE) else ()


def _with(stem: str, endings: Iterable[str]) -> set[str]:
    """The stem with each of the endings, each with and without the `s` of the genitive."""
    return {form for ending in endings for form in (stem + ending, f"{stem}{ending}s")}
