"""A name that a document of a meeting had when it was written down turned into the path where it stands today."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kallelse.read.fieldtypes import as_line
from kallelse.read.frontmatter import read_front_matter
from kallelse.read.sources import Sources

_INDEX = "/index.md"
_FIELD = "moved_from"


@dataclass(frozen=True, slots=True)
class Names:
    """The files of the meeting in `folder`, and the paths of its cases by the names that they had before."""

    folder: str
    files: frozenset[str]
    renamed: Mapping[str, str]

    def now(self, name: str) -> str:
        """Where the document is that was called `name`, seen from the meeting's folder: there if nowhere else.

        A case that got a folder for its attachments is still the same case, and so is one that says what it was called.
        """
        path = posixpath.normpath(posixpath.join(self.folder, name))
        if path in self.files:
            return path
        before, _, rest = path.removeprefix(f"{self.folder}/").partition("/")
        case = self.renamed.get(before)
        if case is not None:
            if rest in ("", _INDEX[1:]):
                return case
            # Beside a case of one file stands nothing that is its own.
            return posixpath.join(posixpath.dirname(case), rest) if case.endswith(_INDEX) else path
        other = path.removesuffix(_INDEX) + ".md" if path.endswith(_INDEX) else path.removesuffix(".md") + _INDEX
        return other if other in self.files else path


def names_in(folder: str, sources: Sources) -> Names:
    """The names in the meeting's `folder`.

    A case says one name for each that it had, but what went out earlier may know it as a file and later as a folder of
    that name. Only where it is in the other form now does it have to say which was meant: old addresses tell the two
    apart. What is confidential has no address, and must be known whatever it was.
    """
    said = dict(_renamed(folder, sources))
    renamed = dict(said)
    for name, case in said.items():
        is_file = name.endswith(".md")
        other = name.removesuffix(".md") if is_file else f"{name}.md"
        if not _is_there(posixpath.join(folder, other), sources) and (
            case in sources.withheld or is_file != case.endswith(_INDEX)
        ):
            renamed.setdefault(other, case)
    return Names(folder, sources.files, renamed)


def _renamed(folder: str, sources: Sources) -> Iterator[tuple[str, str]]:
    """Each name that a case says it had, with the path of its letter."""
    for child in sources.children(folder):
        path = posixpath.join(folder, child)
        path = path if path in sources.texts else path + _INDEX
        source = sources.texts.get(path)
        # Few have another name than they had, and front matter takes time to read.
        if source is None or _FIELD not in source.text or not path.endswith(".md"):
            continue
        matter, _ = read_front_matter(source)
        said = None if matter is None else matter.values.get(_FIELD)
        for name in map(as_line, said if isinstance(said, list) else [said]):
            if name and not _is_there(posixpath.join(folder, name), sources):
                yield name, path


def _is_there(path: str, sources: Sources) -> bool:
    """Whether a source or a folder of sources has that path."""
    return path in sources.files or bool(sources.below(path))
