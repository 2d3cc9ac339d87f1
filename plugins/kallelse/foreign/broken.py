"""What libraries raise on a damaged file, as one kind of error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Read = TypeVar("Read")


class BrokenError(Exception):
    """A file that the library for its kind cannot read."""


@contextmanager
def broken_told(*passed: type[Exception]) -> Iterator[None]:
    """Turns whatever is raised inside into BrokenError, but for the `passed`.

    No library says which exceptions damaged bytes may lead to in it, and each release adds some: only what reads a file
    that came from elsewhere belongs inside.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, (BrokenError, *passed)):
            raise
        raise BrokenError(str(error) or type(error).__name__) from error


def unbroken(items: Iterable[Item], read: Callable[[Item], Read]) -> Iterator[Read]:
    """What `read` makes of each of the items, without those that are broken; they end where one cannot be got at."""
    left = iter(items)
    while True:
        try:
            with broken_told(StopIteration):
                item = next(left)
        except (StopIteration, BrokenError):
            return
        try:
            with broken_told():
                found = read(item)
        except BrokenError:
            continue
        yield found
