"""The cases of a meeting read from their files, or from what an earlier reading of the same files kept of them."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, TypeGuard

from kallelse.foreign.kept import key_of, programs, seems_kept
from kallelse.foreign.keptvalues import keep_value, kept_value
from kallelse.foreign.made import maker
from kallelse.model.address import meeting_folder
from kallelse.model.filekinds import CARRIERS
from kallelse.model.finding import Finding, errors
from kallelse.model.issue import IssuedCase
from kallelse.model.meeting import Access, Case
from kallelse.model.settings import Settings
from kallelse.read.meeting.attachments import carriers
from kallelse.read.meeting.case import CaseSource, read_case
from kallelse.read.sources import Sources
from kallelse.read.text.body import picture_digests

ENDING = ".cases"
_LIBRARIES = ("markdown", "pyyaml", "pydantic", "pydantic_core", "pikepdf", "pypdfium2", "openpyxl", "pillow")

_Read: TypeAlias = tuple[Case, tuple[Finding, ...]]

Kept: TypeAlias = Mapping[str, _Read]
"""Cases, and what there is to remark of them, by the digest of all that they were read from."""


@dataclass(frozen=True, slots=True)
class ToKeep:
    """The cases of one meeting as they are kept under `key`; none where there is nothing new to keep."""

    key: str = ""
    cases: Kept = field(default_factory=dict)


NOTHING = ToKeep()


def read_cases(
    cases: Sequence[CaseSource],
    sources: Sources,
    settings: Settings,
    issued: Mapping[str, IssuedCase],
    store: Path | None,
) -> tuple[dict[str, Case | None], tuple[Finding, ...], ToKeep]:
    """The cases of one meeting by name, None where front matter cannot be read; `issued` are those that went out.

    Those in which no error was found are to be kept in the folder `store`, where one is given, with what there is to
    remark of them, and taken from there.
    """
    key = "" if store is None or not cases else _key_of(posixpath.dirname(cases[0].path), settings)
    before: Kept = _opened(store, key) if store is not None and key else {}
    now: dict[str, _Read] = {}
    read: dict[str, Case | None] = {}
    findings: tuple[Finding, ...] = ()
    for source in cases:
        attachments = issued[source.path].attachments if source.path in issued else ()
        digest = case_digest(source, sources, settings, attachments) if key else ""
        kept = before.get(digest)
        if kept is not None and not _shows_the_same(kept[0], sources):
            kept = None
        case, wrong = kept or read_case(source, sources, settings, attachments)
        findings += wrong
        read[source.name] = case
        # What is confidential is not written down once more.
        if not key or case is None or case.access is not Access.PUBLIC or errors(wrong):
            continue
        if kept is not None or _is_still(digest, source, sources, settings, attachments):
            now[digest] = case, wrong
    return read, findings, ToKeep(key, now) if now and now != before else NOTHING


def _shows_the_same(case: Case, sources: Sources) -> bool:
    """Whether the pictures in the texts of a case, which may lie anywhere, are those that were there."""
    return all(
        document.body.pictures == picture_digests(document.body, document.path, sources)
        for document in case.documents
        if document.body.pictures
    )


def keep_cases(told: ToKeep, store: Path) -> None:
    """Keeps cases in the folder `store`."""
    if told.cases:
        # All in one go, since what the cases share, such as the names of their classes, is then told once.
        keep_value(told.cases, store, told.key, ENDING, alone=True)


def are_kept(folder: str, settings: Settings, store: Path) -> bool:
    """Whether the folder `store` seems to have cases of the meeting in `folder`."""
    return seems_kept(store, _key_of(folder, settings), ENDING)


def _key_of(folder: str, settings: Settings) -> str:
    told = "\0".join((folder, programs(*_LIBRARIES), repr(settings)))
    return hashlib.sha256(told.encode()).hexdigest()


def case_digest(source: CaseSource, sources: Sources, settings: Settings, issued: tuple[str, ...]) -> str:
    """A digest of what a case is read from: its files and what makes PDFs of them, the tables of its meeting, its
    issued attachments, the language.
    """
    digest = hashlib.sha256()

    def add(*words: str) -> None:
        for word in words:
            data = word.encode()
            digest.update(b"%d " % len(data) + data)

    # A program is asked for its version only where it makes something.
    papers = frozenset(sources.below(source.folder)) - carriers(source.folder, sources) if source.folder else ()
    add(source.path, source.folder, *issued, settings.language)
    for path in _files(source, sources):
        text = sources.texts.get(path)
        add(path, str(path in sources.withheld))
        add(text.text if text else key_of(sources.root / path))
        add(maker(path) if path in papers else "")
    return digest.hexdigest()


def _is_still(digest: str, source: CaseSource, sources: Sources, settings: Settings, issued: tuple[str, ...]) -> bool:
    """Whether a case that was read has the same digest as before; not where a file was saved meanwhile."""
    try:
        return case_digest(source, sources, settings, issued) == digest
    except OSError:
        return False


def _files(source: CaseSource, sources: Sources) -> Iterator[str]:
    """The files that a case is read from: its own, and those of the meeting that it may take tables from."""
    own = sources.below(source.folder) if source.folder else (source.path,)
    yield from own
    meeting = meeting_folder(source.path)
    yield from (path for path in sources.below(meeting) if path.lower().endswith(CARRIERS) and path not in own)


def _opened(store: Path, key: str) -> Kept:
    kept = kept_value(store, key, ENDING)
    return {digest: read for digest, read in kept.items() if _is_read(read)} if isinstance(kept, dict) else {}


def _is_read(kept: object) -> TypeGuard[_Read]:
    return isinstance(kept, tuple) and len(kept) == 2 and isinstance(kept[0], Case) and isinstance(kept[1], tuple)
