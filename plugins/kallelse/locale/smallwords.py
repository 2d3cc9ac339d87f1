"""The small words that stand in nearly every text and say nothing of what it is about, by language."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

SMALL_WORDS: Mapping[Language, tuple[str, ...]] = {
    "sv": (
        *("all", "alla", "allt", "att", "av", "bara", "bli", "blir", "de", "dem", "den", "denna", "deras", "dess"),
        *("dessa", "det", "detta", "dig", "din", "du", "där", "då", "efter", "eller", "en", "enligt", "er", "ett"),
        *("från", "för", "före", "ha", "hade", "han", "har", "hos", "hur", "här", "i", "in", "innan", "inom", "inte"),
        *("jag", "kan", "kommer", "kunde", "man", "med", "mellan", "men", "mer", "mot", "mycket", "måste", "ni", "nu"),
        *("när", "och", "också", "om", "oss", "på", "samt", "sedan", "sig", "sin", "sina", "sitt", "ska", "skall"),
        *("skulle", "som", "så", "till", "under", "upp", "ut", "utan", "vad", "var", "vara", "varit", "varje", "vi"),
        *("vid", "vilka", "vilken", "vilket", "vill", "än", "är", "även", "åt", "över"),
    ),
    "en": (
        *("a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before", "but"),
        *("by", "can", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it"),
        *("its", "may", "more", "must", "no", "not", "of", "on", "only", "or", "our", "out", "over", "shall", "she"),
        *("should", "so", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this"),
        *("those", "to", "under", "up", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with"),
        *("would", "you", "your"),
    ),
}
