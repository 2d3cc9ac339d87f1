"""The way of a matter: cases joined by registry number, by numbers of other bodies, by whom they follow."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kallelse.model.address import slug
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import Access, Case, Committee, Follows, Meeting

# Names of the list's own pages, which no matter may take: `arenden/index.html`, `arenden/2022.html`.
_RESERVED = re.compile(r"index|\d{4}(-sida-\d+)?")


@dataclass(frozen=True, slots=True)
class Step:
    """One case on the way of a matter, with the meeting and the committee that it was before."""

    committee: Committee
    meeting: Meeting
    case: Case


@dataclass(frozen=True, slots=True)
class Matter:
    """Cases of one matter in order of time; `numbers` are all its registry numbers, the latest case's first.

    `address` is its page on the site, named after the number under which it first appeared, so that it stays
    when other bodies give the matter numbers of their own; `title` is that of the latest public case.
    """

    address: str
    numbers: tuple[Dnr, ...]
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ParagraphKey:
    """What names a decision: the body by name or short name, the day its meeting began, the paragraph."""

    body: str
    date: dt.date
    paragraph: str


def paragraphs(steps: Iterable[Step]) -> Mapping[ParagraphKey, tuple[Step, ...]]:
    """The cases of each numbered paragraph, under each name of the body."""
    found: dict[ParagraphKey, list[Step]] = {}
    for step in steps:
        for paragraph in paragraphs_of(step):
            for body in sorted({step.committee.name, step.committee.short} - {""}):
                found.setdefault(ParagraphKey(body, step.meeting.date, paragraph), []).append(step)
    return {key: tuple(together) for key, together in found.items()}


def paragraphs_of(step: Step) -> tuple[str, ...]:
    """The numbers of the case's paragraphs in the minutes, or else the one that the case itself says."""
    minutes, case = step.meeting.minutes, step.case
    recorded = () if minutes is None else tuple(str(each.number) for each in minutes.of_case(case.path) if each.number)
    return recorded or ((case.paragraph,) if case.paragraph else ())


def followed(known: Mapping[ParagraphKey, tuple[Step, ...]], follows: Follows) -> tuple[Step, ...]:
    """The cases that `follows` names, out of what `paragraphs` found; none if it is unknown."""
    return known.get(ParagraphKey(follows.body, follows.date, follows.paragraph), ())


def steps_of(archive: Archive) -> tuple[Step, ...]:
    """Every case of the archive with its meeting and committee."""
    return tuple(Step(*found) for found in archive.cases())


def matters(archive: Archive) -> tuple[Matter, ...]:
    """All matters in order of address; a case without number and without thread is in none."""
    steps = [step for step in steps_of(archive) if step.case.linkable]
    standing = {number.identity for committee in archive.committees for number in committee.standing}
    known = paragraphs(steps)
    place = {id(step.case): index for index, step in enumerate(steps)}
    union = _Union(len(steps))
    first_with: dict[str, int] = {}
    for index, step in enumerate(steps):
        for number in _numbers(step.case, standing):
            union.join(index, first_with.setdefault(number.identity, index))
        for thread in step.case.follows:
            for other in followed(known, thread):
                union.join(index, place[id(other.case)])

    groups: dict[int, list[Step]] = {}
    for index, step in enumerate(steps):
        groups.setdefault(union.root(index), []).append(step)
    found = (_matter(group, standing) for group in groups.values())
    return _addressed(matter for matter in found if matter is not None)


class _Union:
    """Which of `size` things belong together; near constant time a join (union by size, halved paths)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._size = [1] * size

    def root(self, index: int) -> int:
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        small, large = sorted((self.root(one), self.root(other)), key=self._size.__getitem__)
        if small != large:
            self._parent[small] = large
            self._size[large] += self._size[small]


def _numbers(case: Case, standing: set[str]) -> Iterator[Dnr]:
    own = () if case.dnr is None else (case.dnr,)
    return (number for number in (*own, *case.other_dnr) if number.identity not in standing)


def _matter(group: list[Step], standing: set[str]) -> Matter | None:
    # Cases of one meeting come in the order of its agenda, as they do in all of the archive.
    ordered = sorted(group, key=lambda step: (step.meeting.sittings[0].start, step.committee.name, step.meeting.path))
    numbers: dict[str, Dnr] = {}
    for step in reversed(ordered):
        for number in _numbers(step.case, standing):
            numbers.setdefault(number.identity, number)
    if not numbers and len(ordered) < 2:
        return None
    first = next((number for step in ordered for number in _numbers(step.case, standing)), None)
    name = slug(ordered[0].case.path if first is None else first.value) or "arende"
    if _RESERVED.fullmatch(name):
        name = f"dnr-{name}"
    public = [step for step in ordered if step.case.access is Access.PUBLIC] or ordered
    return Matter(name, tuple(numbers.values()), public[-1].case.title, tuple(ordered))


def _addressed(named: Iterable[Matter]) -> tuple[Matter, ...]:
    """The matters, each with its own address: numbers that differ may be alike in plain letters."""
    ordered = sorted(named, key=lambda matter: (matter.address, matter.steps[0].case.path))
    names = {matter.address for matter in ordered}
    taken: set[str] = set()
    found = []
    for matter in ordered:
        name, count = matter.address, 1
        while name in taken or (count > 1 and name in names):
            count += 1
            name = f"{matter.address}-{count}"
        taken.add(name)
        found.append(replace(matter, address=f"arenden/{name}.html"))
    return tuple(sorted(found, key=lambda matter: matter.address))
