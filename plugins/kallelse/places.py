"""Where the sources, the engine's own texts, the site and the private files lie turned into why none is built there."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kallelse.locale import report as labels
from kallelse.model.settings import Language

# What systems and office programs leave in a folder that somebody looked into, and what keeps an empty one in git.
_LEFT = ("Thumbs.db", "desktop.ini", ".DS_Store", ".directory", ".gitkeep")
# Every site has it, also that of a preview and that of the first version of all.
_MARK = "kallelse/site.css"
_REPOSITORY = ".git"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of the meetings, of the engine's texts, of the site, and of what is for the secretary alone."""

    meetings: Path
    docs: Path
    site: Path
    private: Path


def refusal(places: Places, written: Collection[str] | None, language: Language) -> str:
    """Why nothing may be built, in a sentence; empty where all is well.

    Sources would be published as they are, or a folder that is exchanged would take their place, or that of files which
    no build wrote: a site is known by what every site has, what is private by the names that are `written` there. These
    are None where no folder is exchanged.
    """
    meetings, docs, site, private = (
        each.resolve() for each in (places.meetings, places.docs, places.site, places.private)
    )
    if _overlap(meetings, docs):
        return labels.IN_DOCS[language].format(root=places.meetings.as_posix())
    if _is_no_place(site) or any(_overlap(site, each) for each in (meetings, docs)):
        return labels.SITE_PLACE[language].format(site=places.site)
    if _is_no_place(private) or any(_overlap(private, each) for each in (meetings, docs, site)):
        return labels.PRIVATE_PLACE[language].format(private=places.private)
    if written is None:
        return ""
    for folder in (site, private):
        if os.path.ismount(folder):
            return labels.MOUNTED[language].format(where=folder)
    if (strange := next(_foreign(site), None)) is not None:
        return labels.SITE_STRANGE[language].format(site=places.site, name=strange)
    if (strange := next(_strange(private, written), None)) is not None:
        return labels.PRIVATE_STRANGE[language].format(private=places.private, name=strange)
    return ""


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _is_no_place(folder: Path) -> bool:
    """Whether it is a file, or lies in what git has for itself."""
    is_of_git = any(part.casefold() == _REPOSITORY for part in folder.parts)
    return is_of_git or (folder.exists() and not folder.is_dir())


def _foreign(site: Path) -> Iterator[str]:
    """The names in the folder of a site that no build gave; in one that a build wrote, a repository alone is such."""
    names = _names(site)
    is_ours = (site / _MARK).is_file()
    return (name for name in names if name == _REPOSITORY or not (is_ours or name in _LEFT))


def _strange(folder: Path, written: Collection[str]) -> Iterator[str]:
    """The names in it that no build gave."""
    for name in _names(folder):
        if name == _REPOSITORY or not (name in written or name in _LEFT or name.startswith((".", "~"))):
            yield name


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
