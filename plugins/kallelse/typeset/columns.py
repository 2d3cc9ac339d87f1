"""The needs of a table's columns into widths: fitted to the text, reaching across, turned on its side, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kallelse.typeset.scope import COLUMN, LYING, WHOLE, Scope, Spot


@dataclass(frozen=True, slots=True)
class Needs:
    """What a column needs in points: `least` for its widest unbroken piece, `most` for its longest cell on one line.

    `share` weighs what it gets of room that no cell needs.
    """

    least: float
    most: float
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Try:
    """One way to set a table: the room it gets, the size of its letters, and how it gets the room."""

    room: float
    size: float
    wide: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """The way a table is set, and the widths of its columns in points."""

    way: Try
    widths: tuple[float, ...]


def ways(scope: Scope, spot: Spot) -> tuple[Try, ...]:
    """The ways open to a table at `spot`, the best first."""
    if not spot.top:
        return (Try(spot.room, 10), Try(spot.room, 9))
    if scope.lying:
        return tuple(Try(LYING, size, wide=True) for size in (9.5, 9))
    upright = (Try(COLUMN, 10), Try(WHOLE, 10, wide=True), Try(WHOLE, 9, wide=True))
    return (*upright, *(Try(LYING, size, wide=True, turned=True) for size in (9.5, 9)))


def spread(needs: Sequence[Needs], room: float) -> tuple[float, ...] | None:
    """Widths that fill `room`: each column gets what it needs at least, the rest goes where it saves lines.

    What is left when every cell has its one line is shared out by `Needs.share`.
    """
    least = sum(need.least for need in needs)
    most = sum(need.most for need in needs)
    if least > room:
        return None
    if most <= room:
        shares = [need.most * need.share for need in needs]
        return tuple(need.most + (room - most) * share / sum(shares) for need, share in zip(needs, shares, strict=True))
    # Long texts gain little from all the rest; the root keeps the short ones from being starved.
    wants = [max(need.most - need.least, 0.0) for need in needs]
    widths = [need.least for need in needs]
    rest = room - least
    for _ in range(4):
        open_columns = [index for index, want in enumerate(wants) if want > 0.5]
        if rest < 0.5 or not open_columns:
            break
        weights = {index: wants[index] ** 0.6 for index in open_columns}
        total = sum(weights.values())
        given = {index: min(wants[index], rest * weights[index] / total) for index in open_columns}
        for index, gift in given.items():
            widths[index] += gift
            wants[index] -= gift
        rest -= sum(given.values())
    widths[-1] += max(rest, 0.0)
    return tuple(widths)


def fit(tries: Iterable[Try], needs: Callable[[float], Sequence[Needs]], height: Callable[[Fit], float]) -> Fit | None:
    """The first way in which the columns fit; reaching across is taken where it saves a fifth of the height."""
    found: Fit | None = None
    for way in tries:
        widths = spread(needs(way.size), way.room)
        if widths is None:
            continue
        candidate = Fit(way, widths)
        if found is None:
            found = candidate
            if way.wide or len(widths) < 3:
                return found
            continue
        if candidate.way.wide and not candidate.way.turned and candidate.way.size == found.way.size:
            return candidate if height(candidate) < height(found) * 0.8 else found
        return found
    return found
