"""A finding: something wrong or doubtful in the sources, as a code with a place and the words it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """How much a finding weighs: an error publishes nothing, a remark is only told."""

    ERROR = "error"
    REMARK = "remark"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the sources: path relative to the sources' folder with `/`, line from 1 (0: the file as a whole).

    `cell` is the place in a file that has names for cells, `Blad1!C9`, whose rows the lines are.
    """

    path: str
    line: int = 0
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; its words stand in `locale.findings` under the code, with `{names}` filled from `words`."""

    code: str
    place: Place
    words: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR


def listed(words: Iterable[object], most: int) -> str:
    """What a finding names of many: the first `most` of `words`, and a sign where there are more."""
    told = [str(word) for word in words]
    return ", ".join((*told[:most], *("…" for _ in told[most : most + 1])))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of `findings` that stop a build."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by place, each once, so that the order never depends on how they were found."""
    by_key = {(f.place, f.code, tuple(sorted(f.words.items()))): f for f in findings}
    return tuple(by_key[key] for key in sorted(by_key))
