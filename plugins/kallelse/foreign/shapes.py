"""An annotation without an appearance into the operators that draw it as viewers do (ISO 32000-1, 12.5.6)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

import pikepdf

from kallelse.foreign.annotations import border_of, box_of, colour_of, numbers_in

# How far the handles of a quarter of an ellipse lie from its ends.
_ROUND = 0.5523
_BLACK, _BLACK_LINE, _YELLOW = "0 g", "0 G", "1 1 0 rg"
_CLOSED = frozenset(("/ClosedArrow", "/RClosedArrow"))
_ARROWS = _CLOSED | {"/OpenArrow", "/ROpenArrow"}
_ENDS = _ARROWS | {"/None", "/Butt"}
# An arrow's length in widths of its line, and half its angle.
_ARROW, _ANGLE = 9.0, math.pi / 6
# The sides of the sign that stands for a note.
_SIGN = 20.0
# A caret is no larger than a letter, in points.
_CARET = 12.0

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def shape_of(annotation: pikepdf.Object) -> str | None:
    """The operators, in the units of the page; None for what cannot be drawn, in whole or in part."""
    draw, box = SHAPES.get(str(annotation.get("/Subtype"))), box_of(annotation)
    return None if draw is None or box is None else draw(annotation, box)


def line_through(points: Iterable[Point], *, closed: bool = False) -> str:
    """The operators of a path from point to point."""
    path = [f"{x:.3f} {y:.3f} {'l' if at else 'm'}" for at, (x, y) in enumerate(points)]
    return " ".join([*path, "h"] if closed else path)


def points_of(found: object) -> list[Point]:
    """A list of numbers two by two."""
    numbers = numbers_in(found)
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def within(annotation: pikepdf.Object, box: Box, less: float) -> Box:
    """A box without the margins that the annotation keeps to it, and `less` all around."""
    margins = numbers_in(annotation.get("/RD"))
    left, low, right, high = margins if len(margins) == 4 else (0.0, 0.0, 0.0, 0.0)
    found = (box[0] + left + less, box[1] + low + less, box[2] - right - less, box[3] - high - less)
    return found if found[0] < found[2] and found[1] < found[3] else box


def _square(annotation: pikepdf.Object, box: Box) -> str:
    left, low, right, high = within(annotation, box, _width(annotation) / 2)
    path = f"{left:.3f} {low:.3f} {right - left:.3f} {high - low:.3f} re"
    return _painted(annotation, path)


def _circle(annotation: pikepdf.Object, box: Box) -> str:
    left, low, right, high = within(annotation, box, _width(annotation) / 2)
    x, y, across, up = (left + right) / 2, (low + high) / 2, (right - left) / 2, (high - low) / 2
    path = [f"{x + across:.3f} {y:.3f} m"]
    for (a, b), (c, d) in pairwise(((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))):
        corners = ((a + c * _ROUND, b + d * _ROUND), (c + a * _ROUND, d + b * _ROUND), (c, d))
        path.append(" ".join(f"{x + across * i:.3f} {y + up * j:.3f}" for i, j in corners) + " c")
    return _painted(annotation, " ".join([*path, "h"]))


def _polygon(annotation: pikepdf.Object, _: Box) -> str | None:
    points = points_of(annotation.get("/Vertices"))
    return _painted(annotation, line_through(points, closed=True)) if len(points) > 1 else None


def _line(annotation: pikepdf.Object, _: Box) -> str | None:
    # A line that measures something lies beside the points that it names.
    if annotation.get("/LL", 0) != 0:
        return None
    return _open(annotation, points_of(annotation.get("/L")))


def _lines(annotation: pikepdf.Object, _: Box) -> str | None:
    return _open(annotation, points_of(annotation.get("/Vertices")))


def _open(annotation: pikepdf.Object, points: list[Point]) -> str | None:
    listed = annotation.get("/LE")
    ends = [str(each) for each in listed] if isinstance(listed, pikepdf.Array) else [str(listed or "/None")]
    if len(points) < 2 or not _ENDS.issuperset(ends):
        return None
    drawn = [_stroked(annotation), line_through(points), "S"]
    for end, (at, before) in zip(ends, ((points[0], points[1]), (points[-1], points[-2])), strict=False):
        if end in _ARROWS:
            turned = end.startswith("/R")
            drawn.append(_arrow(annotation, at, before, closed=end in _CLOSED, turned=turned))
    return " ".join(drawn)


def _arrow(annotation: pikepdf.Object, at: Point, before: Point, *, closed: bool, turned: bool) -> str:
    angle = math.atan2(before[1] - at[1], before[0] - at[0]) + (math.pi if turned else 0.0)
    length = _ARROW * max(_width(annotation), 0.5)
    sides = [
        (at[0] + length * math.cos(angle + way), at[1] + length * math.sin(angle + way)) for way in (_ANGLE, -_ANGLE)
    ]
    filled = colour_of(annotation.get("/IC"))
    ends = "S" if not closed else f"{filled} B" if filled else "S"
    return f"{line_through((sides[0], at, sides[1]), closed=closed)} {ends}"


def _ink(annotation: pikepdf.Object, _: Box) -> str | None:
    listed = annotation.get("/InkList")
    strokes = [points_of(each) for each in listed] if isinstance(listed, pikepdf.Array) else []
    return (
        " ".join([_stroked(annotation), *(f"{line_through(each)} S" for each in strokes if each)]) if strokes else None
    )


def _highlight(annotation: pikepdf.Object, box: Box) -> str:
    colour = colour_of(annotation.get("/C")) or _YELLOW
    marked = (line_through((a, b, d, c), closed=True) for a, b, c, d in _quads(annotation, box))
    return " ".join([colour, *marked, "f"])


def _underline(annotation: pikepdf.Object, box: Box) -> str:
    return _lined(annotation, ((_raised(c, a), _raised(d, b)) for a, b, c, d in _quads(annotation, box)))


def _struck(annotation: pikepdf.Object, box: Box) -> str:
    return _lined(annotation, ((_middle(a, c), _middle(b, d)) for a, b, c, d in _quads(annotation, box)))


def _waved(annotation: pikepdf.Object, box: Box) -> str:
    waves = []
    for a, b, c, d in _quads(annotation, box):
        (x1, y1), (x2, y2) = _raised(c, a), _raised(d, b)
        # A wave goes up by the width of its line.
        up = (x1 - c[0], y1 - c[1])
        count = max(int(math.hypot(x2 - x1, y2 - y1) / 2), 1)
        along = ((n / count, n % 2) for n in range(count + 1))
        waves.append([(x1 + (x2 - x1) * at + up[0] * odd, y1 + (y2 - y1) * at + up[1] * odd) for at, odd in along])
    return _lined(annotation, waves)


def _lined(annotation: pikepdf.Object, lines: Iterable[Iterable[Point]]) -> str:
    return " ".join(
        [
            colour_of(annotation.get("/C"), stroke=True) or _BLACK_LINE,
            "1 w",
            *(f"{line_through(each)} S" for each in lines),
        ]
    )


def _caret(annotation: pikepdf.Object, box: Box) -> str:
    left, low, right, high = within(annotation, box, 0)
    # Between two letters, however large a box it was given: programs that draw none black out nothing.
    middle, half, top = (left + right) / 2, min(right - left, _CARET) / 2, min(high, low + _CARET)
    path = line_through(((middle - half, low), (middle, top), (middle + half, low)), closed=True)
    return f"{colour_of(annotation.get('/C')) or _BLACK} {path} f"


def _note(annotation: pikepdf.Object, box: Box) -> str:
    left, high = box[0], max(box[3], box[1] + _SIGN)
    rules = (f"{left + 4:.3f} {high - at:.3f} m {left + 16:.3f} {high - at:.3f} l" for at in (6, 10, 14))
    paper = f"{left + 1:.3f} {high - 17:.3f} 18 15 re B"
    return " ".join([colour_of(annotation.get("/C")) or _YELLOW, _BLACK_LINE, "1 w", paper, *rules, "S"])


def _quads(annotation: pikepdf.Object, box: Box) -> list[tuple[Point, Point, Point, Point]]:
    """Each piece that is marked: above from left to right, below from left to right, as its text runs.

    Programs write it so; the standard (12.5.6.10) has it go round, which some follow.
    """
    points = points_of(annotation.get("/QuadPoints"))
    if len(points) < 4:
        left, low, right, high = box
        points = [(left, high), (right, high), (left, low), (right, low)]
    found = []
    for a, b, c, d in zip(points[::4], points[1::4], points[2::4], points[3::4], strict=False):
        goes_round = (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) < 0
        found.append((d, c, a, b) if goes_round else (a, b, c, d))
    return found


def _raised(below: Point, above: Point) -> Point:
    """A point moved by a line's width towards what is above it."""
    high = math.hypot(above[0] - below[0], above[1] - below[1]) or 1.0
    return below[0] + (above[0] - below[0]) / high, below[1] + (above[1] - below[1]) / high


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _width(annotation: pikepdf.Object) -> float:
    return border_of(annotation)[0]


def _stroked(annotation: pikepdf.Object) -> str:
    width, dashes = border_of(annotation)
    return f"{colour_of(annotation.get('/C'), stroke=True) or _BLACK_LINE} {width:.3f} w {dashes}"


def _painted(annotation: pikepdf.Object, path: str) -> str:
    filled = colour_of(annotation.get("/IC"))
    paint = ("B" if filled else "S") if _width(annotation) > 0 else ("f" if filled else "n")
    return f"{filled} {_stroked(annotation)} {path} {paint}"


SHAPES: Mapping[str, Callable[[pikepdf.Object, Box], str | None]] = {
    "/Square": _square,
    "/Circle": _circle,
    "/Polygon": _polygon,
    "/Line": _line,
    "/PolyLine": _lines,
    "/Ink": _ink,
    "/Highlight": _highlight,
    "/Underline": _underline,
    "/StrikeOut": _struck,
    "/Squiggly": _waved,
    "/Caret": _caret,
    "/Text": _note,
}
