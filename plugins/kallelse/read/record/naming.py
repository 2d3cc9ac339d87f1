"""The lines of a part of a paragraph turned into the names of those of whom it tells what its heading says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from kallelse.locale.record import AND, APART, IN_FAVOUR
from kallelse.model.person import Person

_HYPHEN = "[-\u2010\u2011]"
_STOP = re.compile(r"(?<=[.!?;])\s+")
BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"\w")


def named_in(lines: Iterable[str], stems: Sequence[str], people: Collection[Person]) -> tuple[str, ...]:
    """The names of `people` of whom `lines` say what words that begin with one of `stems` say, each once, in order.

    They stand in sentences with such a word and in those of names alone; in any, where no sentence has such a word. Who
    goes on with something else in the sentence, and whose proposal somebody is for, is not meant.
    """
    named = name_pattern(people)
    if named is None:
        return ()
    telling = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)
    sentences = [sentence for line in lines for sentence in sentences_of(line, named)]
    if any(map(telling.search, sentences)):
        others = word_pattern((*AND, *(person.title for person in people if person.title)))
        sentences = [part for each in sentences for part in _telling(each, named, telling, others)]
    else:
        sentences = [own_part(each, named) for each in sentences]
    found = (name for each in sentences for name in named.findall(each))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in found))


def name_pattern(people: Iterable[Person]) -> re.Pattern[str] | None:
    """What finds whole names, the longest first: no part of a word or of a double name, and no genitive."""
    names = sorted({person.name for person in people if person.name}, key=len, reverse=True)
    choice = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?<!\w{_HYPHEN})(?:{choice})(?!\w|{_HYPHEN}\w|['\u2019]s\b)") if names else None


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of `words`, the longest first, as words of their own."""
    choice = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


_FOR, _APART = word_pattern(IN_FAVOUR), re.compile(rf",|{word_pattern(APART).pattern}", re.IGNORECASE)


def sentences_of(line: str, named: re.Pattern[str]) -> Iterator[str]:
    """The sentences of a line, each from a capital letter on; a full stop within a name ends none."""
    spans = [found.span() for found in named.finditer(line)]
    begin = 0
    for found in _STOP.finditer(line):
        is_inside = any(first < found.start() < last for first, last in spans)
        if not is_inside and line[found.end() : found.end() + 1].isupper():
            yield line[begin : found.start()]
            begin = found.end()
    yield line[begin:]


def _telling(sentence: str, named: re.Pattern[str], telling: re.Pattern[str], others: re.Pattern[str]) -> Iterator[str]:
    """What of a sentence says it, or has nothing but names, which after what somebody is for are of that."""
    is_for = False
    for clause in _clauses(sentence, named, telling):
        own = own_part(clause, named)
        if telling.search(own) or not (is_for or _WORD.search(others.sub("", BRACKETS.sub("", named.sub("", own))))):
            yield own
        is_for = is_for or _FOR.search(clause) is not None


def _clauses(sentence: str, named: re.Pattern[str], telling: re.Pattern[str]) -> Iterator[str]:
    """The sentence as far as it tells of those named first, and what it goes on with."""
    begin = 0
    for found in _APART.finditer(sentence):
        before = sentence[begin : found.start()]
        name = named.search(before)
        if begin or (name is not None and telling.search(before, name.end())):
            yield before
            begin = found.end()
    yield sentence[begin:]


def own_part(clause: str, named: re.Pattern[str]) -> str:
    """A clause as far as it says who, before what they are for; all of it where that comes first."""
    before = _FOR.split(clause, maxsplit=1)[0]
    return before if named.search(before) else clause
