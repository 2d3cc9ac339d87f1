"""A word to look for turned into the words of a text that are meant: inflected, and as part of a compound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kallelse.locale.compounds import LONGEST, begins_known, borders, cuts, is_known, is_within, may_begin
from kallelse.locale.endings import all_inflected, all_joined
from kallelse.model.settings import Language

_ENGLISH = ("", "s", "es", "'s", "’s")
# Shorter words are found in too many others that mean something else.
_LEAST_PART = 4
# After something that no list holds, so long is a word that is hardly anything else; before it, one must be longer.
_SURE_END, _LEAST_START = 5, 4
_SURE_START, _LEAST_REST = 5, 4
# What is no part of a compound but makes another kind of word.
_DERIVED = re.compile(
    r"[aes]?(?:er(?:a|as|ad|ade|ades|ar|at|ats)$|ering|erande|n?ing|[ae]nde|else|het|lig|isk|ett|arie)|ru(?:er|kt)|tion|kel|klar"
)
# How a word of its own begins, unlike most of what foreign words are derived with; after a link it may be any vowel.
_OWN_WORD = re.compile(r"(?!(.)\1)[bcdfghjklmnpqrstvw]{1,3}[aeiouyåäöé]|å|ä|upp|över|under|efter")
_LINKED_WORD = re.compile(r"(?!(.)\1)[bcdfghjklmnpqrstvw]{0,3}[aeiouyåäöé]")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[\w'’]+")


@dataclass(frozen=True, slots=True)
class _Sought:
    """A word to look for within others, by the name of the thing that it stands for."""

    name: str
    word: str
    is_compound: bool


class Finder:
    """Finds things in texts, each by its name, where any of the words for it stands; a word may be several in a row."""

    def __init__(self, things: Mapping[str, Sequence[str]], language: Language) -> None:
        # A text has few words that none before it had.
        self._known: dict[str, frozenset[str]] = {}
        self._alone: dict[str, set[str]] = {}
        self._lasts: dict[str, list[_Sought]] = {}
        self._firsts: dict[str, list[_Sought]] = {}
        phrases = []
        for name, meant in things.items():
            for each in (word.casefold() for word in meant if _WORD.search(word)):
                if _WORD.fullmatch(each):
                    self._seek(name, each, language)
                else:
                    phrases.append((name, *_phrase(each, language)))
        self._phrases = tuple(phrases)
        begin = sorted({re.escape(form[:_LEAST_PART]) for form in (*self._lasts, *self._firsts)})
        self._may_hold = re.compile("|".join(begin) or "(?!)")

    def _seek(self, name: str, word: str, language: Language) -> None:
        """Puts a word among those that are looked for: alone; in Swedish also as a part of another."""
        forms = _forms(word, language)
        for form in forms:
            self._alone.setdefault(form, set()).add(name)
        if language != "sv" or len(word) < _LEAST_PART or not _LETTERS.fullmatch(word):
            return
        one = _Sought(name, word, bool(cuts(word)))
        for among, those in ((self._lasts, forms), (self._firsts, all_joined(word))):
            for form in those:
                if len(form) >= _LEAST_PART:
                    among.setdefault(form, []).append(one)

    def found(self, text: str) -> frozenset[str]:
        """The names of those that stand in `text`."""
        small = text.casefold()
        named: set[str] = set()
        for word in set(_WORD.findall(small)):
            known = self._known.get(word)
            if known is None:
                known = frozenset((*self._alone.get(word, ()), *self._within(word)))
                self._known[word] = known
            named |= known
        named.update(name for name, first, pattern in self._phrases if first in small and pattern.search(small))
        return frozenset(named)

    def _within(self, word: str) -> Iterator[str]:
        """The names of those that are parts of a compound."""
        if len(word) > LONGEST or not self._may_hold.search(word):
            return
        size = len(word)
        standing = [
            (begin, end, one)
            for begin in range(size - _LEAST_PART + 1)
            for end in range(begin + _LEAST_PART, size + (begin > 0))
            for one in (self._lasts if end == size else self._firsts).get(word[begin:end], ())
        ]
        if standing:
            compound = _Compound(word)
            yield from (one.name for begin, end, one in standing if compound.has(begin, end, one))


class _Compound:
    """A word of a text, and where in it the lists of words know a border."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._ends = {0, *borders(word), len(word)}
        self._is_known = is_known(word)
        # Of a word that is not known in whole, that much at its beginning.
        self._unknown = 0 if self._is_known else min(cuts(word), default=len(word))

    def has(self, begin: int, end: int, one: _Sought) -> bool:
        """Whether what is looked for, which stands from `begin` to `end`, is a part of the word."""
        return self._begins(begin, end, one) and self._ends_at(begin, end, one)

    def _begins(self, place: int, end: int, one: _Sought) -> bool:
        before, word = self._word[:place], self._word
        # Within a part that is known nothing else stands.
        if place in self._ends or place >= self._unknown:
            return place in self._ends
        if begins_known(before):
            return True
        least = _LEAST_START - 1 if one.is_compound else _LEAST_START
        is_sure = len(one.word) >= _SURE_END and place >= least
        return is_sure and may_begin(before) and not is_within(word, place, end)

    def _ends_at(self, begin: int, place: int, one: _Sought) -> bool:
        after = self._word[place:]
        if place in self._ends or place >= self._unknown:
            return place in self._ends
        if is_known(after):
            return True
        if len(one.word) < _SURE_START or len(after) < _LEAST_REST:
            return False
        whole = begin + len(one.word)
        stem = whole if self._word.startswith(one.word, begin) else whole - 1
        if _DERIVED.match(self._word, stem):
            return False
        is_linked = place > stem or one.is_compound
        return bool((_LINKED_WORD if is_linked else _OWN_WORD).match(after))


def _phrase(phrase: str, language: Language) -> tuple[str, re.Pattern[str]]:
    """What every such phrase begins with, and the pattern of them all."""
    words = [_forms(word, language) for word in phrase.split()]
    pattern = r"\s+".join(f"(?:{_any(forms)})" for forms in words)
    least, most = min(words[0]), max(words[0])
    same = next((place for place, letter in enumerate(least) if most[place : place + 1] != letter), len(least))
    return least[:same], re.compile(rf"(?<!\w){pattern}(?!\w)")


def _any(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def _forms(word: str, language: Language) -> frozenset[str]:
    return all_inflected(word) if language == "sv" else frozenset(word + ending for ending in _ENGLISH)
