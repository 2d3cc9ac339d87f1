"""The lines under the heading of disqualifications turned into those who are disqualified, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from kallelse.locale import disqualified as words
from kallelse.locale.record import AND, APART, SAYING
from kallelse.model.person import Person
from kallelse.model.section import SectionKind
from kallelse.read.record.naming import BRACKETS, name_pattern, own_part, sentences_of, word_pattern


@dataclass(frozen=True, slots=True)
class Aside:
    """Who is disqualified, of whom nobody can tell, and whether it is said that somebody is not."""

    names: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    is_denied: bool = False


def read_aside(lines: Iterable[str], people: Collection[Person]) -> Aside:
    """Those of `people` whom the lines call disqualified; who leaves is meant where no line has that word.

    A denial is none, and a question is answered by what comes after it. Where it cannot be told of whom something is
    said, nobody is taken for disqualified.
    """
    named = name_pattern(people)
    if named is None:
        return Aside()
    sentences = [sentence for line in lines for sentence in sentences_of(line, named)]
    reading = _Reading(named, people, sentences)
    for sentence in sentences:
        reading.sentence(sentence)
    return reading.found()


@dataclass(frozen=True, slots=True)
class _Group:
    """Names that are listed together, with the place of the first and the end of the last."""

    names: tuple[str, ...]
    begin: int
    end: int


class _Says(Enum):
    """What a clause says of those whom it names."""

    YES = "yes"
    NO = "no"
    ASKS = "asks"
    UNCLEAR = "unclear"


@dataclass(slots=True)
class _Known:
    """Names in order, each with the last that was said of it."""

    said: dict[str, _Says] = field(default_factory=dict)

    def put(self, names: Iterable[str], says: _Says) -> None:
        for name in names:
            # What is asked or unclear answers nothing that was answered.
            if says in (_Says.YES, _Says.NO) or self.said.get(name) not in (_Says.YES, _Says.NO):
                self.said[name] = says

    def of(self, *kinds: _Says) -> tuple[str, ...]:
        return tuple(name for name, says in self.said.items() if says in kinds)


def _any(listed: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))


_SIGN = "\u00a4"
_NOT, _PLAIN = _any(words.NEGATIONS), _any((*words.PLAIN, *AND, *words.JOINING, *words.ROLES))
_STEM = rf"(?<!\w)(?:{_any(SAYING[SectionKind.DISQUALIFIED])})\w*"
_BETWEEN = rf"(?:\s+(?:{_SIGN}|(?:{_PLAIN})(?!\w)))*\s+"
_DENIES = re.compile(
    rf"(?<!\w)(?:{_NOT}){_BETWEEN}{_STEM}|{_STEM}{_BETWEEN}(?:{_NOT})(?!\w)|{_STEM}\s+(?:{_NOT})(?!\w)", re.IGNORECASE
)
_NEGATION, _OTHERS, _LEAVING = map(word_pattern, (words.NEGATIONS, words.OTHERS, words.LEAVING))
_PRESENT, _DECLARES = word_pattern(words.PRESENT), word_pattern(words.DECLARES)
_TELLING = re.compile(_STEM, re.IGNORECASE)
_ABSENT = re.compile(
    rf"(?<!\w)(?:{_any(words.PRESENT)})(?:\s+\w+)?\s+(?:{_NOT})(?!\w)"
    rf"|(?<!\w)(?:{_NOT})(?:\s+\w+){{0,2}}?\s+(?:{_any(words.PRESENT)})(?!\w)",
    re.IGNORECASE,
)
_REASON = re.compile(rf"(?<!\w)(?:{_any(words.REASONS)})\s+{_STEM}", re.IGNORECASE)
_ASKS = re.compile(
    rf"(?<!\w)(?:{_any(words.ASKING)})(?!\w)|(?<!\w)(?:{_any(words.IF)})\s+(?!att(?!\w))(?:[^\s,;]+\s+)*?(?:{_any(words.IS)})(?!\w)[^,;]*?{_STEM}"
    rf"|(?<!\w)(?:{_any(words.MAYBE)})(?!\w)",
    re.IGNORECASE,
)
_AND = word_pattern((*AND, *words.JOINING, *words.ROLES))
_ONLY_PLAIN = word_pattern((*words.NEGATIONS, *words.PLAIN, *AND, *words.JOINING, *words.ROLES))
_CONTRAST = word_pattern([word for word in APART if word not in AND])
_APART = re.compile(rf",|{word_pattern(APART).pattern}", re.IGNORECASE)
_LAST = re.compile(r"(\w+)\W*$")
_WORD = re.compile(r"\w+")
# So many words say something of their own.
_FEW = 2


class _Reading:
    """The lines while they are read, sentence by sentence."""

    def __init__(self, named: re.Pattern[str], people: Collection[Person], sentences: Sequence[str]) -> None:
        self._named, self._known = named, _Known()
        self._titles = word_pattern({person.title for person in people if person.title} | {_SIGN})
        self._last, self._is_denied = _Says.YES, False
        is_told = any(map(_TELLING.search, sentences))
        self._telling = _TELLING if is_told or not any(map(_LEAVING.search, sentences)) else _LEAVING
        self._is_bare = not any(map(self._telling.search, sentences))

    def found(self) -> Aside:
        doubtful = self._known.of(_Says.ASKS, _Says.UNCLEAR)
        return Aside(self._known.of(_Says.YES), doubtful, self._is_denied)

    def sentence(self, sentence: str) -> None:
        for place, clause in enumerate(self._clauses(sentence)):
            own = own_part(clause, self._named)
            if self._telling.search(own):
                self._told(own, self._groups(own))
            else:
                self._untold(own, self._groups(own), is_first=place == 0)

    def _told(self, clause: str, groups: list[_Group]) -> None:
        """A clause that says it, denies it or asks."""
        says = self._says(clause)
        if says is None:
            return
        self._is_denied = self._is_denied or says is _Says.NO
        self._last = says
        if not groups:
            self._nameless(says)
        elif says is _Says.ASKS:
            found = _ASKS.search(clause)
            asked = [each for each in groups if found is None or each.begin >= found.start()] or groups
            self._known.put((name for each in asked for name in each.names), says)
        elif len(meant := self._meant(clause, groups, says)) == 1:
            self._settled(meant[0].names, says)
        else:
            self._known.put((name for each in meant for name in each.names), _Says.UNCLEAR)

    def _untold(self, clause: str, groups: list[_Group], *, is_first: bool) -> None:
        """A clause that only goes on with names, or says something else of them."""
        names = tuple(name for each in groups for name in each.names)
        rest = self._without_names(clause)
        if self._is_bare and len(groups) == 1 and not _NEGATION.search(clause):
            self._known.put(names, _Says.YES)
        elif not _WORD.search(rest):
            self._known.put(names, self._last)
        elif not _WORD.search(_ONLY_PLAIN.sub(" ", rest)):
            says = _Says.NO if _NEGATION.search(rest) else self._last
            self._is_denied = self._is_denied or says is _Says.NO
            self._known.put(names, says)
        elif self._is_bare or _LEAVING.search(clause) or not (is_first or self._has_words(clause)):
            others = (each for each in groups if self._before(clause, each) not in words.BY_WHOM)
            self._known.put((name for each in others for name in each.names), _Says.UNCLEAR)

    def _settled(self, names: tuple[str, ...], says: _Says) -> None:
        """Answers what was asked of the names, and with them of those who were named in the same question."""
        asked = self._known.of(_Says.ASKS)
        if set(names) & set(asked):
            for name in asked:
                del self._known.said[name]
        self._known.put(names, says)

    def _nameless(self, says: _Says) -> None:
        """Answers what was said or asked before, if that is of one alone."""
        if says in (_Says.YES, _Says.NO):
            before = self._known.of(_Says.ASKS) or (self._known.of(_Says.YES) if says is _Says.NO else ())
            self._known.said |= dict.fromkeys(before, says if len(before) == 1 else _Says.UNCLEAR)

    def _says(self, clause: str) -> _Says | None:
        """What a clause says; None where it is about all the others."""
        if self._telling is _LEAVING:
            return _Says.UNCLEAR if _NEGATION.search(_LEAVING.sub(" ", clause)) else _Says.YES
        if _OTHERS.search(clause):
            return None
        if _ASKS.search(clause):
            return _Says.ASKS
        marked = BRACKETS.sub(" ", self._named.sub(f" {_SIGN} ", clause))
        left = _ABSENT.sub(" ", _REASON.sub(" ", marked))
        # What a comma keeps apart is about something else.
        parts = [part for part in left.split(",") if _TELLING.search(part)] or [left]
        if not any(map(_NEGATION.search, parts)):
            return _Says.YES
        if _REASON.search(marked):
            return _Says.YES if _PRESENT.search(marked) else _Says.UNCLEAR
        return _Says.NO if any(map(_DENIES.search, parts)) else _Says.UNCLEAR

    def _clauses(self, sentence: str) -> Iterator[str]:
        """The sentence in parts: as far as it tells of those named first, and what it goes on with."""
        begin = 0
        for found in _APART.finditer(sentence):
            before = sentence[begin : found.start()]
            names = list(self._named.finditer(before))
            goes_on = bool(names and _WORD.search(self._without_names(before[names[-1].end() :])))
            if self._telling.search(before) and (goes_on or _CONTRAST.fullmatch(found[0])):
                yield before
                begin = found.end()
        yield sentence[begin:]

    def _groups(self, clause: str) -> list[_Group]:
        groups: list[_Group] = []
        for found in self._named.finditer(clause):
            name, last = " ".join(found[0].split()), groups[-1] if groups else None
            if last is not None and not _WORD.search(self._without_names(clause[last.end : found.start()])):
                groups[-1] = _Group((*last.names, name), last.begin, found.end())
            else:
                groups.append(_Group((name,), found.start(), found.end()))
        return groups

    def _without_names(self, text: str) -> str:
        """What is left of a text without names, and what stands among them."""
        return _AND.sub(" ", self._titles.sub(" ", BRACKETS.sub(" ", self._named.sub(" ", text))))

    def _meant(self, clause: str, groups: list[_Group], says: _Says) -> list[_Group]:
        """Of whom a clause says it: none or several where that is not certain."""
        if len(groups) == 1:
            return groups if self._is_one(clause, groups[0]) else [*groups, *groups]
        of_whom = [each for each in groups if self._before(clause, each) in words.OF_WHOM]
        if len(of_whom) == 1 and not (_DECLARES.search(clause) and says is _Says.YES):
            return of_whom
        return [each for each in groups if self._before(clause, each) not in words.BY_WHOM]

    def _before(self, clause: str, group: _Group) -> str:
        """The word before a group."""
        found = _LAST.search(self._without_names(clause[: group.begin]))
        return "" if found is None else found[1].casefold()

    def _has_words(self, clause: str) -> bool:
        """Whether a clause says something of its own: `B salen` goes on with what was said before."""
        own = _WORD.findall(BRACKETS.sub(" ", self._named.sub(" ", clause)))
        return len(own) >= _FEW or _PRESENT.search(clause) is not None

    def _is_one(self, clause: str, group: _Group) -> bool:
        """Whether it is said of all of a group, the last of whom may begin something else: `lämnar A och B tar upp`."""
        if len(group.names) == 1 or self._telling.search(clause, group.end):
            return True
        after = _WORD.findall(BRACKETS.sub(" ", clause[group.end :]))
        return len(after) < _FEW or after[0].casefold() in words.AFTER
