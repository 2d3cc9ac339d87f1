"""The needs of a table's columns into widths: fitted to the text, reaching across, turned on its side, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kallelse.typeset.scope import Scope, Spot


@dataclass(frozen=True, slots=True)
class Needs:
    """What a column needs in points: `least` for its widest unbroken piece, `most` for its longest cell on one line.

    `share` weighs what it gets of room that no cell needs, `text` is how long all its cells are together.
    """

    least: float
    most: float
    share: float = 1.0
    text: float = 0.0


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
    lying = scope.metrics.lying.width
    if scope.lying:
        return tuple(Try(lying, size, wide=True) for size in (9.5, 9))
    upright = scope.metrics.upright
    across = (Try(upright.width, size, wide=True) for size in (10, 9))
    turned = (Try(lying, size, wide=True, turned=True) for size in (9.5, 9))
    return (Try(upright.column, 10), *across, *turned)


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
    wants = [max(need.most - need.least, 0.0) for need in needs]
    widths = [need.least for need in needs]
    rest = room - least
    # Short columns first get their one line, as long as each of the others could have as much.
    open_columns = sorted(range(len(needs)), key=lambda index: wants[index])
    while open_columns and wants[open_columns[0]] <= rest / len(open_columns):
        index = open_columns.pop(0)
        widths[index] += wants[index]
        rest -= wants[index]
    # Long texts gain little from all the rest; the root keeps the shorter of them from being starved.
    weights = {index: wants[index] ** 0.6 for index in open_columns}
    for index, weight in weights.items():
        widths[index] += rest * weight / sum(weights.values())
    return tuple(widths)


def spread_by_text(needs: Sequence[Needs], room: float) -> tuple[float, ...] | None:
    """Widths that fill `room` where not every cell has its one line: what is left goes where the most text stands."""
    least = sum(need.least for need in needs)
    if least > room or sum(need.most for need in needs) <= room:
        return None
    widths = [need.least for need in needs]
    rest = room - least
    open_columns = [index for index, need in enumerate(needs) if need.most > need.least]
    while open_columns:
        texts = {index: needs[index].text or needs[index].most for index in open_columns}
        each = rest / sum(texts.values())
        full = [index for index in open_columns if needs[index].most - needs[index].least <= each * texts[index]]
        if not full:
            for index in open_columns:
                widths[index] += each * texts[index]
            break
        for index in full:
            rest -= needs[index].most - needs[index].least
            widths[index] = needs[index].most
            open_columns.remove(index)
    return tuple(widths)


def fit(
    tries: Iterable[Try],
    needs: Callable[[float], Sequence[Needs]],
    height: Callable[[Fit], float],
    wraps: Callable[[Fit], bool] = lambda _: False,
) -> Fit | None:
    """The first way in which the columns fit.

    Reaching across is taken where it saves a fifth of the height, or where the table `wraps` too much without.
    """
    height = cache(height)
    found: Fit | None = None
    by_size: dict[float, Sequence[Needs]] = {}
    for way in tries:
        needed = by_size.get(way.size) or by_size.setdefault(way.size, needs(way.size))
        widths = spread(needed, way.room)
        if widths is None:
            continue
        candidate = Fit(way, widths)
        other = spread_by_text(needed, way.room)
        if other is not None:
            candidate = min(candidate, Fit(way, other), key=height)
        if found is None:
            found = candidate
            # No line would break in columns that have all the room they can use.
            if way.wide or len(widths) < 3 or sum(need.most for need in needed) <= way.room:
                return found
            continue
        if candidate.way.wide and not candidate.way.turned and candidate.way.size == found.way.size:
            saved = 1.0 if wraps(found) else 0.8
            return candidate if height(candidate) < height(found) * saved else found
        return found
    return found
