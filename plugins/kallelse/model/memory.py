"""What an earlier build made turned into what a later one need not make, while it would be made of the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """A value that only the very same object equals: two texts may be equal and stand on other lines."""

    value: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


class Memory:
    """Values by name, each with the parts that it was made of; one that does not last has none."""

    def __init__(self, *, lasts: bool = True) -> None:
        self.lasts = lasts
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._asked: set[Hashable] = set()

    def get(self, name: Hashable, parts: tuple[object, ...]) -> Any:
        """The value that was made of equal `parts`; None where there is none."""
        self._asked.add(name)
        before, value = self._made.get(name, ((), None))
        return value if before == parts else None

    def put(self, name: Hashable, parts: tuple[object, ...], value: object) -> None:
        """Remembers a value, which is not None, instead of the one before of that name."""
        if self.lasts:
            self._asked.add(name)
            self._made[name] = parts, value

    def of(self, name: Hashable, parts: tuple[object, ...], make: Callable[[], _T]) -> _T:
        """The value that was made of equal `parts`, or what `make` makes of them, which is not None."""
        found: _T | None = self.get(name, parts)
        if found is None:
            found = make()
            self.put(name, parts, found)
        return found

    def settle(self) -> None:
        """Forgets what was not asked for since it was last settled."""
        self._made = {name: made for name, made in self._made.items() if name in self._asked}
        self._asked.clear()
