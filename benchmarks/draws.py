"""A seed turned into a row of draws that is the same on every machine and under every version of Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
_MASK = (1 << 64) - 1


class Draws:
    """Draws by SplitMix64 (Steele, Lea and Flood 2014), from a seed of any parts."""

    def __init__(self, *seed: object) -> None:
        self._state = int.from_bytes(hashlib.sha256(repr(seed).encode()).digest()[:8], "big")

    def below(self, bound: int) -> int:
        """A number from 0 up to and without `bound`."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) % bound

    def within(self, first: int, last: int) -> int:
        """A number from `first` to `last`, both included."""
        return first + self.below(last - first + 1)

    def one(self, choices: Sequence[T]) -> T:
        """One of `choices`."""
        return choices[self.below(len(choices))]

    def chance(self, percent: int) -> bool:
        """True in `percent` cases of a hundred."""
        return self.below(100) < percent
