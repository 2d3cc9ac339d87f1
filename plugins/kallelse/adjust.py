"""The minutes of a meeting and their PDFs into what is kept of an adjustment."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from kallelse.locale.report import ADJUSTED
from kallelse.model.finding import Finding
from kallelse.model.lock import Lock, LockedParagraph, kept_pdf, locked
from kallelse.model.manifest import Manifest
from kallelse.model.meeting import Meeting
from kallelse.model.pages import RecordPdfs
from kallelse.model.record import Minutes, ParagraphSet
from kallelse.model.settings import Language

# The findings about a meeting that its adjustment mends.
_MENDED = frozenset({"lock-missing", "lock-again", "lock-beside", "locks-stray", "lock-unlisted"})


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What `kallelse adjust` keeps: new locks, the PDFs by their names in the folder, what the manifest gets."""

    locks: tuple[Lock, ...]
    pdfs: Mapping[str, bytes]
    published: Manifest


def is_mended(finding: Finding, folder: str) -> bool:
    """Whether the adjustment of the meeting in `folder` mends what the finding says."""
    return finding.code in _MENDED and finding.place.path.startswith(f"{folder}/")


def to_adjust(minutes: Minutes, locks: tuple[Lock, ...], day: dt.date) -> tuple[ParagraphSet, ...]:
    """The sets that are adjusted by that day and not locked as they are."""
    return tuple(
        one
        for one in minutes.sets
        if one.is_adjusted(day) and minutes.within(one) and not kept_pdf(locks, minutes, one)
    )


def adjusted(
    meeting: Meeting, minutes: Minutes, sets: tuple[ParagraphSet, ...], pdfs: RecordPdfs, day: dt.date
) -> Adjusted:
    """What is kept of `sets`, whose PDFs are among those of the record; each gets a name that none before it has.

    The manifest gets every PDF of the record as it is published on that day.
    """
    folder = posixpath.dirname(meeting.path)
    taken = {posixpath.basename(lock.pdf) for lock in meeting.locks}
    locks: list[Lock] = []
    files: dict[str, bytes] = {}
    for one in sets:
        address = minutes.set_pdf(one)
        content = pdfs.files[address].pdf
        name = _free(posixpath.basename(address), taken)
        taken.add(name)
        files[name] = content
        locks.append(locked(minutes, one, day, posixpath.join(folder, "adjusted", name), _sha256(content)))
    kept = {lock.pdf: lock.sha256 for lock in meeting.locks}
    known = {minutes.set_pdf(one): kept[one.pdf] for one in minutes.sets if one.pdf in kept}
    known |= {minutes.set_pdf(one): lock.sha256 for one, lock in zip(sets, locks, strict=True)}
    published = ((known.get(each) or _sha256(packet.pdf), each) for each, packet in pdfs.files.items())
    return Adjusted(tuple(locks), files, tuple(published))


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number where an earlier adjustment has it."""
    stem, number = name.removesuffix(".pdf"), 2
    while name in taken:
        name = f"{stem}-rattad-{number - 1}.pdf"
        number += 1
    return name


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def locks_text(locks: tuple[Lock, ...], folder: str, language: Language) -> str:
    """The file of all adjustments of the meeting in `folder` (YAML 1.2)."""
    lines = [f"# {ADJUSTED[language]}", "locks:"]
    for lock in locks:
        lines += [
            f"  - date: {lock.date.isoformat()}",
            f"    pdf: {posixpath.basename(lock.pdf)}",
            f"    sha256: '{lock.sha256}'",
            f"    front: '{lock.front}'",
            *([f"    beside: '{lock.beside}'"] if lock.beside else []),
            *(["    corrections:"] if lock.corrections else []),
            *(f"      - '{each}'" for each in lock.corrections),
            *(["    postings:"] if lock.postings else []),
            *(f"      - {_flow(each)}" for each in lock.postings),
            "    paragraphs:",
        ]
        lines += [f"      - {_flow(_paragraph(each, folder))}" for each in lock.paragraphs]
    return "\n".join(lines) + "\n"


def _paragraph(each: LockedParagraph, folder: str) -> dict[str, object]:
    fields: dict[str, object] = {
        "paragraph": each.number,
        "own": each.own,
        "attended": each.attended,
        "taken": each.taken,
    }
    if each.case:
        fields["case"] = posixpath.relpath(each.case, folder)
    if each.place > 1:
        fields["place"] = each.place
    return fields


def _flow(said: object) -> str:
    text = yaml.safe_dump(said, allow_unicode=True, width=math.inf, default_flow_style=True, sort_keys=False)
    return str(text).removesuffix("...\n").rstrip()
