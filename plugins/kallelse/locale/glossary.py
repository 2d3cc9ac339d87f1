"""Words of summonses and minutes that not everybody knows, with what they mean, and the words of the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from posixpath import commonprefix

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
    """The terms of a municipality's `own` list and those of the package, by name.

    An own term that has any of the words of one of the package stands in its place, and explains all its words.
    """
    terms = list(own)
    home = {word.casefold(): index for index, term in enumerate(terms) for word in term.words}
    left: list[Term] = []
    for standard in (_term(words, meaning) for words, meaning in _STANDARD[language].items()):
        # Each with the own word that it is most like, where several own terms have something of the same.
        sharing = {word: home[word] for word in map(str.casefold, standard.words) if word in home}
        if not sharing:
            left.append(standard)
        for word in standard.words if sharing else ():
            if word.casefold() not in home:
                like = max(sharing, key=lambda each: len(commonprefix((each, word.casefold()))))
                term = terms[sharing[like]]
                terms[sharing[like]] = replace(term, forms=(*term.forms, word))
    return tuple(sorted((*terms, *left), key=lambda term: key(term.name, language)))


def _term(words: str, meaning: str) -> Term:
    name, *forms = words.split(", ")
    return Term(name, tuple(forms), meaning)
