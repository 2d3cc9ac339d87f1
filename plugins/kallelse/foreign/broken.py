"""What libraries raise on a damaged file, as one kind of error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


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
