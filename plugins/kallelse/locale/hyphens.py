"""Long Swedish words with places where a line may end, for browsers that have no dictionary of their own."""

from __future__ import annotations

import itertools
import re

from kallelse.model.settings import Language

_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]{18,}")
# The s between two words belongs to the first: `verksamhets-utveckling`.
_LINK = re.compile(r"(?:het|ing|tion|skap|itet|ment)s(?=[^\W\d_])", re.IGNORECASE)
_VOWELS = "aouåeiyäöé"
# One consonant goes with the vowel after it, those that sound as one together (Svenska skrivregler, 23).
_PLACE = re.compile(
    rf"(?<=[{_VOWELS}])([^{_VOWELS}]*?)((?:sch|stj|skj|ch|ck|ph|sj|sk|th|tj|[^{_VOWELS}])[{_VOWELS}])", re.IGNORECASE
)
_EDGE = 4


def softened(text: str, language: Language) -> str:
    """`text` with soft hyphens in Swedish words of more letters than a narrow column has: `samhällsbyggnadsnämnden`."""
    return _WORD.sub(_softened, text) if language == "sv" else text


def _softened(match: re.Match[str]) -> str:
    word = match[0]
    links = {found.end() for found in _LINK.finditer(word)}
    places = sorted(links | {found.start(2) for found in _PLACE.finditer(word)} - {link - 1 for link in links})
    ends = [0, *(place for place in places if _EDGE <= place <= len(word) - _EDGE), len(word)]
    return _SOFT.join(word[start:end] for start, end in itertools.pairwise(ends))
