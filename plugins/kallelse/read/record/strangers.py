"""A line of a part that tells who did something turned into the names in it that are those of nobody who attended."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from kallelse.locale.record import IN_FAVOUR
from kallelse.model.person import Person

_WORD = r"[^\W\d_][\w'\u2019.]*(?:[-\u2010\u2011][\w'\u2019]+)*"
# `Eva Lindroth (KD)`: up to four words with a party behind them.
_NAME = re.compile(rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,3}})\s+\((?P<party>[^\W\d_]{{1,5}})\)")
_STOP = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_])")
_FOR = re.compile("|".join(map(re.escape, IN_FAVOUR)), re.IGNORECASE)
# What stands in a name with a small letter.
_PARTICLES = ("af", "av", "da", "de", "del", "den", "der", "di", "du", "el", "la", "van", "von", "zu")
_LIKENESS = 0.8


def strangers_in(line: str, people: Collection[Person]) -> Iterator[tuple[str, str]]:
    """Names with a party behind them that nobody of `people` has, each with the name that is meant, or nothing.

    Whose proposal somebody is for need not have attended.
    """
    known = {person.name.casefold(): person.name for person in people if person.name}
    for sentence in _STOP.split(line):
        for found in _NAME.finditer(_FOR.split(sentence, maxsplit=1)[0]):
            names = list(_names(found["name"]))
            if names and not any(_bare(name) in known or name.casefold() in known for name in names):
                near = [get_close_matches(name.casefold(), known, 1, _LIKENESS) for name in names]
                meant = next((each[0] for each in near if each), "")
                told = next((name for name, each in zip(names, near, strict=True) if each), names[-1])
                yield told, known.get(meant, "")


def _names(typed: str) -> Iterator[str]:
    """What of some words may be a name: the last of them, from a capital letter on, the shortest first."""
    words = typed.split()
    for begin in range(len(words) - 2, -1, -1):
        if words[begin][0].islower() and words[begin].lower() not in _PARTICLES:
            break
        if words[begin][0].isupper() and words[-1][0].isupper():
            yield " ".join(words[begin:])


def _bare(name: str) -> str:
    """A name without the letter of a genitive."""
    return re.sub("['\u2019]?s$", "", name.casefold())
