"""Where the sources, the engine's own texts, the site and the private files lie turned into why none is built there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kallelse.locale import report as labels
from kallelse.model.settings import Language

# What systems and office programs leave in a folder that somebody looked into.
_LEFT = ("Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of the meetings, of the engine's texts, of the site, and of what is for the secretary alone."""

    meetings: Path
    docs: Path
    site: Path
    private: Path


def refusal(places: Places, written: Collection[str], language: Language) -> str:
    """Why nothing may be built, in a sentence; empty where all is well.

    Sources would be published as they are, or a folder that is exchanged would take their place, or that of files which
    no build has `written`.
    """
    meetings, docs, site, private = (
        each.resolve() for each in (places.meetings, places.docs, places.site, places.private)
    )
    if _overlap(meetings, docs):
        return labels.IN_DOCS[language].format(root=places.meetings.as_posix())
    if _is_file(site) or any(_overlap(site, each) for each in (meetings, docs)):
        return labels.SITE_PLACE[language].format(site=places.site)
    if _is_file(private) or any(_overlap(private, each) for each in (meetings, docs, site)):
        return labels.PRIVATE_PLACE[language].format(private=places.private)
    strange = next(_strange(private, written), None)
    return "" if strange is None else labels.PRIVATE_STRANGE[language].format(private=places.private, name=strange)


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _is_file(folder: Path) -> bool:
    return folder.exists() and not folder.is_dir()


def _strange(folder: Path, written: Collection[str]) -> Iterator[str]:
    """The names in it that no build gave."""
    for name in sorted(each.name for each in folder.iterdir()) if folder.is_dir() else ():
        if name not in written and name not in _LEFT and not name.startswith((".", "~")):
            yield name
