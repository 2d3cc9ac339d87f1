"""The words that the site itself shows, by language."""

from __future__ import annotations

from kallelse.locale.site_en import ENGLISH
from kallelse.locale.site_sv import SWEDISH
from kallelse.locale.site_words import Words
from kallelse.model.settings import Language

__all__ = ["Words", "words"]

_WORDS: dict[Language, Words] = {"sv": SWEDISH, "en": ENGLISH}


def words(language: Language) -> Words:
    """The words of `language`."""
    return _WORDS[language]
