"""The words to follow turned into findings about those that no text has, or that every text has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kallelse.locale.inflected import Finder
from kallelse.locale.smallwords import SMALL_WORDS
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.settings import Keyword, Language
from kallelse.read.frontmatter import FrontMatter

_LEAST = 3
# What divides words, or stands around them; the comma of a figure is a part of it.
_SIGN = re.compile(r"[;|/]|,(?!\d)|(?<!\d),|^\W|\W$")


def keyword_findings(keywords: Sequence[Keyword], values: FrontMatter, language: Language) -> Iterator[Finding]:
    """What is wrong with the words to follow, each on its line of the settings.

    A feed needs a name of its own, and a word that is found where it stands and hardly anywhere else.
    """
    taken: dict[str, str] = {}
    for index, each in enumerate(keywords):
        place = Place(values.path, values.line(("follow", index)))
        found = _useless(each.word, place, language)
        if found is None and each.name in taken:
            found = Finding("settings-follow-same", place, {"word": each.word, "other": taken[each.name]})
        elif found is None and not each.name:
            found = Finding("settings-follow-none", place, {"word": each.word})
        if found is not None:
            yield found
        taken.setdefault(each.name, each.word)
        for number, word in enumerate(each.also):
            also = _useless(word, Place(values.path, values.line(("follow", index, "also", number))), language)
            if also is not None:
                yield also


def _useless(word: str, place: Place, language: Language) -> Finding | None:
    """Why a word finds nothing, or too much; None for one that may be followed."""
    told = {"word": word}
    if not any(letter.isalpha() for letter in word):
        return Finding("settings-follow-none", place, told)
    if _SIGN.search(word):
        return Finding("settings-follow-signs", place, told)
    finder = Finder({word: (word,)}, language)
    common = next((small for small in SMALL_WORDS[language] if finder.found(small)), "")
    if common:
        return Finding("settings-follow-common", place, {**told, "found": common})
    if len(word) < _LEAST:
        # An abbreviation may be what is meant: EU.
        return Finding("settings-follow-short", place, told, Severity.ERROR if len(word) == 1 else Severity.REMARK)
    return None
