"""Numbers as pages print them: `8`, or `8a` for a page put in after the eighth."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL = re.compile(r"(?P<number>[1-9][0-9]{0,5})(?P<letters>[a-z]*)")
_RANGE = re.compile(r"\s*(?P<first>\w+)\s*(?:[-\u2013]\s*(?P<last>\w+)\s*)?")
# More pages than any packet has, and more letters than any page of one: what is read counts no further.
_MOST, _MOST_LETTERS = 20_000, 3


def number_of(label: str) -> int:
    """The number in a label: 8 of `8a`."""
    found = _LABEL.fullmatch(label)
    if found is None:
        raise ValueError(f"{label!r} is no number of a page")
    return int(found["number"])


def lettered_after(label: str) -> str:
    """The label of a page put in after `label`: `8a` after `8`, `8b` after `8a`, `8aa` after `8z`."""
    found = _LABEL.fullmatch(label)
    if found is None:
        raise ValueError(f"{label!r} is no number of a page")
    letters = found["letters"]
    kept = letters.rstrip("z")
    wrapped = "a" * (len(letters) - len(kept))
    # Where all are z the next label is one letter longer.
    return found["number"] + (kept[:-1] + chr(ord(kept[-1]) + 1) + wrapped if kept else wrapped + "a")


def runs_of(labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """First and last of each run, in which every label goes on from the one before: none stands for another's."""
    runs: list[tuple[str, str]] = []
    for label in labels:
        if runs and next_label(runs[-1][1]) == label:
            runs[-1] = runs[-1][0], label
        else:
            runs.append((label, label))
    return tuple(runs)


def compact(labels: Sequence[str]) -> str:
    """`8–9, 9a–9b` of `8`, `9`, `9a`, `9b`."""
    return ", ".join("\u2013".join(dict.fromkeys(run)) for run in runs_of(labels))


def expand(text: str) -> tuple[str, ...] | None:
    """The labels that `compact` wrote as `text`; None where it is none of its texts."""
    labels: list[str] = []
    for part in text.split(","):
        found = _RANGE.fullmatch(part)
        if found is None:
            return None
        first, last = found["first"], found["last"] or found["first"]
        if not _goes_to(first, last):
            return None
        labels.append(first)
        while labels[-1] != last:
            if len(labels) > _MOST:
                return None
            labels.append(next_label(labels[-1]))
    return tuple(labels)


def _goes_to(first: str, last: str) -> bool:
    """Whether a run from `first` comes to `last`: both of numbers alone, or both of letters after one number."""
    ends = [_LABEL.fullmatch(label) for label in (first, last)]
    if not all(end is not None and len(end["letters"]) <= _MOST_LETTERS for end in ends):
        return False
    is_one_kind = first.isdecimal() == last.isdecimal() and (first.isdecimal() or number_of(first) == number_of(last))
    return is_one_kind and _key(first) <= _key(last)


def next_label(label: str) -> str:
    """The label that goes on from `label` in a run: `9` from `8`, `8b` from `8a`."""
    return str(int(label) + 1) if label.isdecimal() else lettered_after(label)


def _key(label: str) -> tuple[int, int, str]:
    number = number_of(label)
    letters = label.removeprefix(str(number))
    return number, len(letters), letters
