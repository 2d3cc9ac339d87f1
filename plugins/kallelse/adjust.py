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
from kallelse.model.lock import Lock, LockedParagraph, locked
from kallelse.model.manifest import Manifest
from kallelse.model.meeting import Meeting
from kallelse.model.pages import RecordPdfs
from kallelse.model.record import Minutes, ParagraphSet
from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What `kallelse adjust` keeps: new locks, the PDFs by their names in the folder, what the manifest gets."""

    locks: tuple[Lock, ...]
    pdfs: Mapping[str, bytes]
    published: Manifest


def to_adjust(minutes: Minutes, locks: tuple[Lock, ...]) -> tuple[ParagraphSet, ...]:
    """The sets that are adjusted and not locked as they are."""
    latest = {each.number: each for lock in locks for each in lock.paragraphs}
    known = {number: lock for lock in locks for number in lock.numbers}
    found: list[ParagraphSet] = []
    for one in minutes.sets:
        if not one.is_adjusted(None) or not minutes.within(one):
            continue
        now = locked(minutes, one, dt.date.min, "", "")
        before = known.get(now.numbers[0])
        is_same = before is not None and (before.front, before.corrections) == (now.front, now.corrections)
        if not is_same or any(latest.get(each.number) != each for each in now.paragraphs):
            found.append(one)
    return tuple(found)


def adjusted(
    meeting: Meeting, minutes: Minutes, sets: tuple[ParagraphSet, ...], pdfs: RecordPdfs, day: dt.date
) -> Adjusted:
    """What is kept of `sets`, whose PDFs are among those of the record; each gets a name that none before it has."""
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
    numbers = {number for one in sets for number in one.numbers}
    addresses = [minutes.pdf]
    for one in sets:
        addresses += [minutes.set_pdf(one), minutes.proof_pdf(one)]
    addresses += [minutes.extract_pdf(each) for each in minutes.paragraphs if each.number in numbers]
    published = ((_sha256(pdfs.files[each].pdf), each) for each in dict.fromkeys(addresses) if each in pdfs.files)
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
            *(["    corrections:"] if lock.corrections else []),
            *(f"      - '{each}'" for each in lock.corrections),
            "    paragraphs:",
        ]
        for each in lock.paragraphs:
            fields = {"paragraph": each.number, "own": each.own, "taken": each.taken}
            case = {"case": posixpath.relpath(each.case, folder)} if each.case else {}
            said = yaml.safe_dump(
                {**fields, **case}, allow_unicode=True, width=math.inf, default_flow_style=True, sort_keys=False
            )
            lines.append(f"      - {str(said).rstrip()}")
    return "\n".join(lines) + "\n"


def _flow(each: LockedParagraph, folder: str) -> str:
    fields: dict[str, object] = {"paragraph": each.number, "own": each.own, "taken": each.taken}
    if each.case:
        fields["case"] = posixpath.relpath(each.case, folder)
    said = yaml.safe_dump(fields, allow_unicode=True, width=math.inf, default_flow_style=True, sort_keys=False)
    return str(said).rstrip()
