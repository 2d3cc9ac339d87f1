"""Measured sides turned into figures with their bounds, and figures into the lines of a table and a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """What a figure may be at most, or must be at least; it holds from `size` on, counted in `unit`."""

    limit: float
    at_least: bool = False
    size: int = 0
    unit: str = ""

    def __str__(self) -> str:
        return f"{'at least' if self.at_least else 'at most'} {self.limit:g}"

    def keeps(self, value: float) -> bool:
        """Whether `value` is within the bound, which itself is allowed."""
        return value >= self.limit if self.at_least else value <= self.limit


BOUNDS: Mapping[str, Bound] = {
    "setting": Bound(1.2),
    "reading-back": Bound(0.9),
    "kilobytes": Bound(7.0, size=70, unit="pages"),
    "yearbook": Bound(10.0, at_least=True, size=100, unit="pages"),
    "site": Bound(0.9, size=1000, unit="cases"),
    "site-two": Bound(0.65, size=1000, unit="cases"),
    "site-kept": Bound(0.4, size=1000, unit="cases"),
    "growth": Bound(1.15, size=4000, unit="cases"),
    "again": Bound(8.0, at_least=True, size=4000, unit="cases"),
    "preview": Bound(2.0, size=2000, unit="cases"),
    "memory-half": Bound(1.0, size=450, unit="pages"),
    "joining": Bound(1.5, size=1000, unit="pages"),
    "search-kilobytes": Bound(200.0, size=10_000, unit="cases"),
    "search-first-hit": Bound(1.0, size=1000, unit="cases"),
    "edited": Bound(5.0, at_least=True, size=2000, unit="cases"),
}
"""The bounds by the name of their figure; a figure without one is only printed."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, what it is, both sides as they are printed, and the size it was measured at."""

    name: str
    what: str
    ours: str
    theirs: str
    value: float
    size: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure with its bound: kept, missed, or not judged (None) because there is none or the size is too small."""

    figure: Figure
    bound: Bound | None
    is_kept: bool | None

    @property
    def verdict(self) -> str:
        """What stands in the last column of the table."""
        if self.bound is None:
            return ""
        if self.is_kept is None:
            return f"{self.bound}, from {self.bound.size:,} {self.bound.unit}: not judged"
        return f"{self.bound}: {'kept' if self.is_kept else 'MISSED'}"


def judged(figures: Sequence[Figure], asked: Mapping[str, float]) -> tuple[Judged, ...]:
    """Each figure against its bound; `asked` gives limits that are judged at any size."""
    found = []
    for figure in figures:
        bound = BOUNDS.get(figure.name)
        if bound is not None and figure.name in asked:
            bound = Bound(asked[figure.name], bound.at_least)
        is_kept = None if bound is None or figure.size < bound.size else bound.keeps(figure.value)
        found.append(Judged(figure, bound, is_kept))
    return tuple(found)


def table(rows: Sequence[Judged]) -> Iterator[str]:
    """The figures, one a line, in columns."""
    cells = [("figure", "of what", "Kallelse", "beside it", "ratio", "bound")]
    for row in rows:
        one = row.figure
        cells.append((one.name, one.what, one.ours, one.theirs, f"{one.value:.2f}", row.verdict))
    widths = [max(len(cell[column]) for cell in cells) for column in range(6)]
    for cell in cells:
        padded = [text.ljust(width) for text, width in zip(cell, widths, strict=True)]
        padded[4] = cell[4].rjust(widths[4])
        yield "  ".join(padded).rstrip()


def missed(rows: Sequence[Judged]) -> Iterator[str]:
    """Each figure that missed its bound, in one line."""
    for row in rows:
        if row.is_kept is False:
            yield f"{row.figure.name}: {row.figure.value:.2f}, {row.bound}"
