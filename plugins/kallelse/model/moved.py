"""Names that committees, meetings and cases had before turned into the addresses that lead on from them."""

from __future__ import annotations

import bisect
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kallelse.model.address import RESERVED, day_of_folder, file_beside
from kallelse.model.archive import Archive
from kallelse.model.lasting import BESIDE
from kallelse.model.meeting import Case, Committee, Meeting

_INDEX = "index.html"
_NO_NAME = re.compile(r"""[/\\*?:"'<>|#%$&;{}\s]|^[._]|^$""")


@dataclass(frozen=True, slots=True)
class Claim:
    """A `name` that the source `path` says it had; `problem` is the code of what is wrong with that, empty for nothing.

    `other` is the source that has the name, or says the same; `line` is where it is said, 0 where nobody knows.
    """

    path: str
    name: str
    line: int = 0
    problem: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What stood at `old` stands at `new`: each is a folder with a slash at its end, or a page with what is beside it.

    Both are addresses from the site's root, without a leading slash. `claim` is what says so.
    """

    old: str
    new: str
    claim: Claim = field(default=Claim("", ""), compare=False)

    @property
    def is_of_folders(self) -> bool:
        """Whether everything in a folder went to another."""
        return self.old.endswith("/") and self.new.endswith("/")


@dataclass(frozen=True, slots=True)
class _Named:
    """One of those that lie beside each other: its source, its name there, and those that it had."""

    path: str
    name: str
    moved_from: tuple[str, ...]
    line: int = 0


def claims(archive: Archive) -> Iterator[Claim]:
    """Every name that something had before, committees first."""
    yield from _claims([_committee(each) for each in archive.committees], _is_committee)
    for committee in archive.committees:
        yield from _claims([_meeting(each) for each in committee.meetings], _is_meeting)
        for meeting in committee.meetings:
            yield from _claims([_case(each, meeting) for each in meeting.cases], _is_case)


def moves(archive: Archive) -> tuple[Move, ...]:
    """All that lead from where something was to where it is, what is told of less before what is told of more.

    A name with which something is wrong leads nowhere.
    """
    sound: dict[str, list[Claim]] = {}
    for claim in claims(archive):
        if not claim.problem:
            sound.setdefault(claim.path, []).append(claim)
    return tuple(_moves(archive, sound)) if sound else ()


def _moves(archive: Archive, sound: Mapping[str, Sequence[Claim]]) -> Iterator[Move]:
    for committee in archive.committees:
        renamed = sound.get(committee.path, ())
        roots = (committee.folder, *(claim.name for claim in renamed))
        for meeting in committee.meetings:
            put_off = sound.get(meeting.path, ())
            names = (meeting.folder, *(claim.name for claim in put_off))
            folders = [f"{root}/{name}" for root in roots for name in names]
            for case in meeting.cases:
                new = case.address.removesuffix(_INDEX)
                for claim in sound.get(case.path, ()):
                    yield from (Move(f"{folder}/{_place(claim.name)}", new, claim) for folder in folders)
            yield from (Move(f"{root}/{claim.name}/", f"{folders[0]}/", claim) for claim in put_off for root in roots)
        yield from (Move(f"{claim.name}/", f"{roots[0]}/", claim) for claim in renamed)


def former(address: str, known: Sequence[Move]) -> Iterator[str]:
    """The addresses that lead on to `address` by the moves that are `known`, each once."""
    found = (_at(move.old, name) for move in known if (name := _name(address, move.new)))
    yield from dict.fromkeys(each for each in found if each and each != address)


def _name(address: str, place: str) -> str:
    """What `address` is called at a place; empty where it is not there."""
    if place.endswith("/"):
        return address[len(place) :] if address.startswith(place) else ""
    if address == place:
        return _INDEX
    beside = address.removeprefix(file_beside(place, "")) if address.startswith(file_beside(place, "")) else ""
    return beside if BESIDE.fullmatch(beside) else ""


def _at(place: str, name: str) -> str:
    """The address of what is called so at a place; empty where such a thing is not to be found there."""
    if place.endswith("/"):
        return place + name
    if name == _INDEX:
        return place
    return file_beside(place, name) if BESIDE.fullmatch(name) else ""


def _place(name: str) -> str:
    """Where the file or folder of a case stands on the site, seen from its meeting."""
    return name.removesuffix(".md") + ".html" if name.endswith(".md") else name + "/"


def _claims(beside: Sequence[_Named], fits: Callable[[str], bool]) -> Iterator[Claim]:
    taken = {one.name.casefold(): one.path for one in beside}
    claimed: dict[str, str] = {}
    for one in beside:
        for name in dict.fromkeys(one.moved_from):
            key = name.casefold()
            if not fits(name):
                yield Claim(one.path, name, one.line, "moved-name")
            elif key == one.name.casefold():
                yield Claim(one.path, name, one.line, "moved-itself")
            elif key in taken:
                yield Claim(one.path, name, one.line, "moved-there", taken[key])
            elif key in claimed:
                yield Claim(one.path, name, one.line, "moved-twice", claimed[key])
            else:
                claimed[key] = one.path
                yield Claim(one.path, name, one.line)


def _committee(one: Committee) -> _Named:
    return _Named(one.path, one.folder, one.moved_from)


def _meeting(one: Meeting) -> _Named:
    return _Named(one.path, one.folder, one.moved_from, one.lines.get("moved_from", 0))


def _case(one: Case, meeting: Meeting) -> _Named:
    name = one.path.removeprefix(f"{posixpath.dirname(meeting.path)}/").removesuffix("/index.md")
    return _Named(one.path, name, one.moved_from, one.lines.get("moved_from", 0))


def _is_committee(name: str) -> bool:
    return not _NO_NAME.search(name) and name.casefold() not in RESERVED


def _is_meeting(name: str) -> bool:
    return day_of_folder(name) is not None


def _is_case(name: str) -> bool:
    return not _NO_NAME.search(name) and name not in ("index.md", "minutes.md")


def redirects(addresses: Iterable[str], known: Sequence[Move]) -> Iterator[Move]:
    """The moves of whole folders, and before these one for each of the `addresses` that no such move leads to."""
    folders = [move for move in known if move.is_of_folders]
    others = [move for move in known if not move.is_of_folders]
    single = (Move(old, each, move.claim) for each in addresses for move in others for old in former(each, (move,)))
    yield from dict.fromkeys(single)
    yield from folders


def led_away(moved: Iterable[Move], there: Iterable[str]) -> Iterator[tuple[Move, str]]:
    """Each move that would lead away from an address that is `there`, with the first of these by name.

    What systems that know no capitals take for the same is the same.
    """
    known = tuple(moved)
    by_key = {address.casefold(): address for address in there} if known else {}
    keys = sorted(by_key)
    for move in known:
        old = move.old.casefold()
        at = bisect.bisect_left(keys, old)
        if at < len(keys) and (keys[at].startswith(old) if move.is_of_folders else keys[at] == old):
            yield move, by_key[keys[at]]
