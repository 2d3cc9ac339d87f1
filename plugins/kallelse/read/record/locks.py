"""The folder `adjusted` of a meeting, which `kallelse adjust` writes, turned into what was adjusted and kept."""

from __future__ import annotations

import hashlib
import posixpath
from typing import Annotated

from pydantic import Field

from kallelse.model.finding import Finding, Place
from kallelse.model.lock import Lock, LockedParagraph
from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import Date, Line
from kallelse.read.frontmatter import read_yaml
from kallelse.read.schema import read_fields
from kallelse.read.sources import Sources

ADJUSTED = "adjusted"


class LockedParagraphFields(Fields):
    paragraph: Annotated[int, Field(ge=1)]
    own: Line
    attended: Line
    taken: Line
    case: Line = ""
    place: Annotated[int, Field(ge=1)] = 1


class LockFields(Fields):
    date: Date
    front: Line
    pdf: Line
    sha256: Line
    corrections: list[str] = []
    postings: list[str] = []
    beside: str = ""
    paragraphs: list[LockedParagraphFields]


class LocksFields(Fields):
    """What `kallelse adjust` writes of what was adjusted."""

    locks: list[LockFields]


def locks_path(folder: str) -> str:
    """Where the adjustments of the meeting in `folder` are recorded."""
    return posixpath.join(folder, ADJUSTED, "adjusted.yml")


def read_locks(folder: str, sources: Sources) -> tuple[tuple[Lock, ...], tuple[Finding, ...]]:
    """What was adjusted of the meeting in `folder`, in order; nothing with a finding where the file is damaged.

    A PDF that was kept must be there, byte for byte.
    """
    path = locks_path(folder)
    source = sources.texts.get(path)
    if source is None:
        stray = sources.below(posixpath.join(folder, ADJUSTED))
        return (), tuple(Finding("locks-stray", Place(each)) for each in stray[:1])
    values, findings = read_yaml(source)
    fields = None
    if values is not None:
        fields, wrong = read_fields(LocksFields, values)
        findings += wrong
    if values is None or fields is None:
        return (), (*findings, Finding("locks-damaged", Place(path)))
    locks: list[Lock] = []
    for number, each in enumerate(fields.locks):
        line = values.line(("locks", number))
        pdf = posixpath.join(folder, ADJUSTED, each.pdf)
        if pdf in sources.unread:
            # That it cannot be opened is told of itself.
            pass
        elif pdf not in sources.files:
            findings += (Finding("lock-no-pdf", Place(path, line), {"pdf": pdf}),)
        elif _digest(sources, pdf) != each.sha256:
            findings += (Finding("lock-other-pdf", Place(path, line), {"pdf": pdf}),)
        paragraphs = tuple(
            LockedParagraph(
                one.paragraph,
                one.own,
                one.attended,
                one.taken,
                posixpath.join(folder, one.case) if one.case else "",
                one.place,
            )
            for one in each.paragraphs
        )
        corrections, postings = tuple(each.corrections), tuple(each.postings)
        locks.append(
            Lock(each.date, paragraphs, each.front, pdf, each.sha256, corrections, postings, each.beside, line)
        )
    known = {path, *(lock.pdf for lock in locks)}
    strange = (each for each in sources.below(posixpath.join(folder, ADJUSTED)) if each not in known)
    return tuple(locks), (*findings, *(Finding("locks-strange", Place(each)) for each in strange))


def _digest(sources: Sources, path: str) -> str:
    with (sources.root / path).open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
