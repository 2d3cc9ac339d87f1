"""Numbers of paragraphs turned into how they are named: `§ 24`, `§§ 21–23, 25–26`."""

from __future__ import annotations

from collections.abc import Iterable

from kallelse.locale.figures import SPACE
from kallelse.model.label import compact


def numbered(numbers: Iterable[int]) -> str:
    """The paragraphs with their sign, runs from first to last; nothing for none."""
    labels = [str(number) for number in sorted(set(numbers))]
    sign = "§§" if len(labels) > 1 else "§"
    return f"{sign}{SPACE}{compact(labels)}" if labels else ""
