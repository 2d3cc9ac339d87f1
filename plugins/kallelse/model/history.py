"""The days on which each source was committed turned into the first, the last and their number up to a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

History = Mapping[str, tuple[dt.date, ...]]
"""A day for each commit that changed the file, in order, by its path from the sources' folder.

In an archive the paths are those of now (`model.renamed`).
"""


def committed(history: History, paths: Iterable[str], as_of: dt.date) -> tuple[dt.date, ...]:
    """The days of all commits of the files at `paths` up to the day `as_of`, in order; empty where none is known."""
    return tuple(sorted(day for path in paths for day in history.get(path, ()) if day <= as_of))
