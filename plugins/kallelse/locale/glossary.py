"""Words of summonses and minutes that not everybody knows, with what they mean, and the words of the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kallelse.locale.glossary_en import ENGLISH
from kallelse.locale.glossary_sv import SWEDISH
from kallelse.locale.sorting import key
from kallelse.model.glossary import Term
from kallelse.model.settings import Language

_STANDARD: Mapping[Language, Mapping[str, str]] = {"sv": SWEDISH, "en": ENGLISH}


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words."""

    glossary: str
    lead: str
    description: str
    also: str


_WORDS: Mapping[Language, Words] = {
    "sv": Words(
        glossary="Ordlista",
        lead="Ord som är vanliga i kallelser och protokoll. Där ett av dem först står på en sida har det en prickad "
        "linje under sig: tryck på ordet, så visas förklaringen.",
        description="Vad ord i kallelser och protokoll betyder: bordlagt, återremiss, justering och andra.",
        also="Även:",
    ),
    "en": Words(
        glossary="Glossary",
        lead="Words that are common in summonses and minutes. Where one of them first stands on a page it has a dotted "
        "line under it: press the word, and its meaning is shown.",
        description="What the words of summonses and minutes mean: tabled, referred back, adjustment and others.",
        also="Also:",
    ),
}


def glossary_words(language: Language) -> Words:
    """The words of the list in `language`."""
    return _WORDS[language]


def glossary(own: Iterable[Term], language: Language) -> tuple[Term, ...]:
    """The terms of a municipality's `own` list and, where it has none of their words, those of the package, by name."""
    own = tuple(own)
    taken = {word.casefold() for term in own for word in term.words}
    standard = [_term(words, meaning) for words, meaning in _STANDARD[language].items()]
    left = (term for term in standard if taken.isdisjoint(word.casefold() for word in term.words))
    return tuple(sorted((*own, *left), key=lambda term: key(term.name, language)))


def _term(words: str, meaning: str) -> Term:
    name, *forms = words.split(", ")
    return Term(name, tuple(forms), meaning)
