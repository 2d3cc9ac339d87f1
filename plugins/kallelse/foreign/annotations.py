"""A page of a PDF turned into its annotations, and what one says of itself into plain values."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pikepdf

# Flags of an annotation that no viewer shows on a screen (ISO 32000-1, table 165).
_UNSEEN = 0x2 | 0x20


def annotations_of(page: pikepdf.Page) -> Iterable[pikepdf.Object]:
    """What the page lists as its annotations (ISO 32000-1, 12.5.2); nothing where what it says is no list.

    What is listed need not be a dictionary in a file that is damaged.
    """
    listed = page.obj.get("/Annots")
    return listed if isinstance(listed, pikepdf.Array) else ()


def is_seen(annotation: pikepdf.Object) -> bool:
    """Whether a viewer shows it on a screen."""
    return not flags_of(annotation.get("/F")) & _UNSEEN


def flags_of(found: object) -> int:
    """A number that is read bit by bit; 0 for what is none."""
    return int(found) if isinstance(found, int | Decimal) else 0


def is_true(found: object) -> bool:
    """Whether something is said to be true, and not merely said."""
    return found is True


def numbers_in(found: object) -> list[float]:
    """The numbers of a list; none where one of them, or the list, is something else."""
    listed: list[object] = list(found) if isinstance(found, pikepdf.Array) else []
    numbers = [float(each) for each in listed if isinstance(each, int | Decimal)]
    return numbers if len(numbers) == len(listed) else []


def box_of(annotation: pikepdf.Object) -> tuple[float, float, float, float] | None:
    """Where it lies on the page, from lower left to upper right; None where that is not said."""
    sides = numbers_in(annotation.get("/Rect"))
    if len(sides) != 4:
        return None
    (left, right), (low, high) = sorted((sides[0], sides[2])), sorted((sides[1], sides[3]))
    return left, low, right, high


def has_appearance(annotation: pikepdf.Object) -> bool:
    """Whether it brings what is to be seen of it (12.5.5), though that may be nothing."""
    appearances = annotation.get("/AP")
    shown = appearances.get("/N") if isinstance(appearances, pikepdf.Dictionary) else None
    return isinstance(shown, pikepdf.Dictionary | pikepdf.Stream)


def colour_of(found: object, *, stroke: bool = False) -> str:
    """The operator that sets a colour of one, three or four numbers (12.5.2); empty for none."""
    numbers = numbers_in(found)
    operator = {1: "g", 3: "rg", 4: "k"}.get(len(numbers), "")
    if not operator:
        return ""
    return " ".join([*(f"{each:.4g}" for each in numbers), operator.upper() if stroke else operator])


def border_of(annotation: pikepdf.Object) -> tuple[float, str]:
    """The width of its border, and the operator that dashes it, if any (12.5.4)."""
    style, old = annotation.get("/BS"), annotation.get("/Border")
    if isinstance(style, pikepdf.Dictionary):
        width = numbers_in(pikepdf.Array([style.get("/W", 1)]))
        dashes = numbers_in(style.get("/D")) or [3.0] if style.get("/S") == pikepdf.Name.D else []
        return (width[0] if width else 1.0), _dashed(dashes)
    listed: list[pikepdf.Object] = list(old) if isinstance(old, pikepdf.Array) else []
    width = numbers_in(pikepdf.Array(listed[2:3]))
    return (width[0] if width else 1.0), _dashed(numbers_in(listed[3]) if len(listed) > 3 else [])


def _dashed(dashes: list[float]) -> str:
    return f"[{' '.join(f'{each:.3f}' for each in dashes)}] 0 d" if any(each > 0 for each in dashes) else ""
