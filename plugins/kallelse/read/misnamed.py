"""A file under a name that nothing reads turned into the name that was most likely meant."""

from __future__ import annotations

import posixpath
import re

from kallelse.model.finding import Finding, Place
from kallelse.read.sources import Sources

INDEX = "index.md"
# What editors append to a name, and systems that hide the ends of names keep from view.
_TEXT = re.compile(r"(?:\.md)?\.(?:txt|markdown)$|\.md$", re.IGNORECASE)


def is_text(name: str) -> bool:
    """Whether the name is that of a text, or was meant to be."""
    return _TEXT.search(name) is not None


def as_text(name: str) -> str:
    """`fel.md.txt` → `fel.md`."""
    return _TEXT.sub("", name) + ".md"


def no_index(folder: str, sources: Sources, code: str, place: str) -> Finding:
    """The finding about a folder without an index: the file that was meant to be it, else `code` at `place`."""
    for child in sources.children(folder):
        if is_text(child) and as_text(child).lower() == INDEX:
            path = posixpath.join(folder, child)
            return Finding("file-misnamed", Place(path), {"file": child, "near": INDEX})
    return Finding(code, Place(place), {"folder": posixpath.basename(folder)})
