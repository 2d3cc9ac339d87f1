"""The motions of a paragraph, and those whom proposals name, turned into findings: names of nobody who attended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kallelse.check.record.held import Attended, Held, ambiguous, listed_as
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.person import Person
from kallelse.model.vote import Motion, Proposition, Vote

_NEAR, _NEARER = 0.8, 0.88
_GENITIVE = re.compile(r"['\u2019]?s$")


def check_motions(held: Held, at: Attended) -> Iterator[Finding]:
    """Findings about who moves, who supports it, and whose proposals are put and voted on."""
    if not held.minutes.attendance.deciding:
        return
    known = _attending(held)
    of_committee = {person.name for person in (*held.roll.members, *held.roll.deputies)}
    for motion in at.paragraph.motions:
        place = Place(held.minutes.path, motion.line)
        for person in (*motion.movers, *motion.supporters):
            yield from _mover(held, person, known, of_committee, place)
    named = known | of_committee | {person.name for motion in at.paragraph.motions for person in _people(motion)}
    for step in at.paragraph.steps:
        texts = step.sides if isinstance(step, Proposition) else ()
        texts = (step.yes.text, step.no.text) if isinstance(step, Vote) else texts
        for typed, near in dict.fromkeys(each for text in texts for each in _misspelt(text, known, named)):
            told = {"name": typed, "near": near}
            yield Finding("proposal-misspelt", Place(held.minutes.path, step.line), told)


def _people(motion: Motion) -> tuple[Person, ...]:
    return (*motion.movers, *motion.supporters)


def _attending(held: Held) -> frozenset[str]:
    """The names of all who attended, the chair and the secretary among them."""
    attendance = held.minutes.attendance
    officers = (*held.minutes.chairs, *held.minutes.secretaries)
    everyone = (*attendance.deciding, *attendance.deputies, *attendance.others, *officers)
    return frozenset(each.person.name for each in everyone)


def _mover(
    held: Held, person: Person, known: frozenset[str], of_committee: set[str], place: Place
) -> Iterator[Finding]:
    """One who moves: a name of several, one that is misspelt here or in the list, or of one who did not attend."""
    name, words = person.name, person.name.split()
    if held.shared.meant(person) is None:
        yield ambiguous(held, person, place)
    elif name in known:
        return
    elif (other := held.misspelt_in_list(name)) is not None:
        yield listed_as(name, other, place)
    elif name not in of_committee and (near := _nearest(name, known)):
        yield Finding("mover-misspelt", place, {"name": name, "near": near})
    elif len(words) > 1 and all(map(_is_capital, words)) and not any(each in name for each in known):
        # Other words are those of a group, or of an office.
        yield Finding("mover-absent", place, {"name": name}, Severity.REMARK)


def _nearest(name: str, known: Iterable[str]) -> str:
    """Who is meant by a name much like it, of as many words, or by a last name that only one of them has."""
    words = name.casefold().split()
    by_words: dict[str, list[str]] = {}
    for each in sorted(known):
        own = each.casefold().split()
        if len(words) == 1:
            by_words.setdefault(own[-1], []).append(each)
        elif len(own) == len(words):
            by_words.setdefault(" ".join(own), []).append(each)
    near = get_close_matches(" ".join(words), by_words, 1, _NEAR if len(words) > 1 else _NEARER)
    return by_words[near[0]][0] if near and len(by_words[near[0]]) == 1 else ""


def _misspelt(text: str, known: Iterable[str], named: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What in a proposal is much like the whole name of one who attended, perhaps in the genitive, and is none."""
    exact = {each.casefold() for each in named}
    words = text.split()
    for size in sorted({len(each.split()) for each in known} - {1}):
        people = {each.casefold(): each for each in known if len(each.split()) == size}
        for begin in range(len(words) - size + 1):
            window = words[begin : begin + size]
            typed = " ".join(window).strip("”\u201c\"'().,:;")
            if not all(map(_is_capital, window)) or any(each[-1] in ",.;:" for each in window[:-1]):
                continue
            forms = [typed.casefold(), _GENITIVE.sub("", typed.casefold())]
            if exact.isdisjoint(forms):
                near = [found for form in forms for found in get_close_matches(form, people, 1, _NEARER)]
                if near:
                    yield typed, people[near[0]]


def _is_capital(word: str) -> bool:
    return word[:1].isupper()
