"""Long Swedish words with places where a line may end, for browsers and a typesetter that know no dictionary."""

from __future__ import annotations

import itertools
import re
from functools import cache

from pyphen import Pyphen

from kallelse.locale.compounds import borders
from kallelse.model.settings import Language

_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]{18,}")
# The s between two words belongs to the first: `verksamhets-utveckling`.
_LINK = re.compile(r"(?:het|ing|tion|skap|itet|ment)s(?=[^\W\d_])", re.IGNORECASE)
_VOWEL = re.compile("[aouåeiyäöé]", re.IGNORECASE)
# So many letters stand on each side of a hyphen, and of the border of two words; so many may a part have whole.
_EDGE = 3
_PART = 11


def softened(text: str, language: Language) -> str:
    """`text` with soft hyphens in Swedish words of more letters than a narrow column has: `samhällsbyggnadsnämnden`."""
    return _WORD.sub(lambda match: hyphenated(match[0]), text) if language == "sv" else text


@cache
def hyphenated(word: str) -> str:
    """A Swedish word with soft hyphens between the words that it is made of, and between syllables of long ones."""
    known = (*borders(word), *(link.end() for link in _LINK.finditer(word)))
    ends = [0, *sorted({place for place in known if _EDGE <= place <= len(word) - _EDGE}), len(word)]
    # What has no vowel is no word, and patterns made of words say anything of it.
    weak = {
        place
        for begin, end in itertools.pairwise(ends)
        if end - begin > _PART and _VOWEL.search(word, begin, end)
        for place in _syllables().positions(word)
        if begin + _EDGE <= place <= end - _EDGE
    }
    return _SOFT.join(word[begin:end] for begin, end in itertools.pairwise(sorted({*ends, *weak})))


@cache
def _syllables() -> Pyphen:
    return Pyphen(lang="sv_SE", left=_EDGE, right=_EDGE)
