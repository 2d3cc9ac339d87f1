"""A word to look for turned into the words of a text that are meant: inflected, and as part of a compound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kallelse.model.settings import Language

# How nouns and adjectives end (Svenska Akademiens grammatik, 2: Substantiv; 3: Adjektiv).
_ENDINGS: Mapping[Language, str] = {
    "sv": (
        "|a|e|n|r|s|t|an|ar|as|en|er|es|et|na|or|ns|rs|ts|ans|ars|ens|ers|ets|nas|ors|arna|erna|orna|arnas|ernas|ornas"
    ),
    "en": "|s|es|'s|’s",
}
# What may stand between the parts of a compound, and what is no part of one but makes another kind of word.
_LINKS = "[aeosu]?"
_DERIVED = r"[ae]?(?:ering|ning|ande|ende|else|het|lig|isk|ett)"
_VOWEL = "[aeiouyåäöé]"
# Shorter words are found in too many others that mean something else.
_LEAST_PART = 4
_LETTER = r"[^\W\d_]"
_WORD = re.compile(r"[\w'’]+")


class Finder:
    """Finds things in texts, each by its name, where any of the words for it stands; a word may be several in a row."""

    def __init__(self, things: Mapping[str, Sequence[str]], language: Language) -> None:
        # A text has few words that none before it had.
        self._known: dict[str, frozenset[str]] = {}
        words, self._phrases = [], []
        for name, meant in things.items():
            for each in (word.casefold() for word in meant if _WORD.search(word)):
                if _WORD.fullmatch(each):
                    words.append((name, re.compile(_one_word(each, language))))
                else:
                    self._phrases.append((name, _cores(each.split()[0], language)[-1], _phrase(each, language)))
        self._words = tuple(words)

    def found(self, text: str) -> frozenset[str]:
        """The names of those that stand in `text`."""
        small = text.casefold()
        named: set[str] = set()
        for word in set(_WORD.findall(small)):
            known = self._known.get(word)
            if known is None:
                known = frozenset(name for name, pattern in self._words if pattern.fullmatch(word))
                self._known[word] = known
            named |= known
        named.update(name for name, first, pattern in self._phrases if first in small and pattern.search(small))
        return frozenset(named)


def _phrase(phrase: str, language: Language) -> re.Pattern[str]:
    words = r"\s+".join(_inflected(_cores(word, language), language) for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _inflected(cores: Sequence[str], language: Language) -> str:
    return f"(?:{'|'.join(map(re.escape, cores))})(?:{_ENDINGS[language]})"


def _one_word(word: str, language: Language) -> str:
    """The word alone; in Swedish also as the last part of another, as the first, and within one."""
    alone = _inflected(_cores(word, language), language)
    cores = [core for core in _cores(word, language) if len(core) >= _LEAST_PART]
    if language != "sv" or not cores or not re.fullmatch(f"{_LETTER}+", word):
        return alone
    before = f"(?={_LETTER}*{_VOWEL}){_LETTER}{{3,}}"
    after = f"(?!{_DERIVED}){_LINKS}(?={_LETTER}*{_VOWEL}){_LETTER}{{3,}}"
    part = f"(?:{'|'.join(cores)})"
    return f"{alone}|{before}{_inflected(cores, language)}|(?:{before})?{part}{after}"


def _cores(word: str, language: Language = "sv") -> tuple[str, ...]:
    """What of a word stays when it is inflected: `skola` and `skol`, `vatten` and `vattn`, `gymnasium` and `gymnasi`.

    The last is the shortest.
    """
    if language != "sv":
        return (word,)
    if len(word) > 5 and word.endswith("um"):
        return word, word[:-2]
    if len(word) > 4 and (found := re.fullmatch(rf"(.*{_VOWEL}.*[^aeiouyåäöé])e([lnr])", word)):
        return word, found[1] + found[2]
    return (word, word[:-1]) if len(word) > 3 and word.endswith(("a", "e")) else (word,)
