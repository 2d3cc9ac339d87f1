"""Short ways to read an archive in tests, and what was found in it."""

from __future__ import annotations

from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.model.finding import Finding
from kallelse.model.meeting import AgendaRow
from kallelse.read.archive import read_archive

ATTACHMENT = "---\ntitle: Utfall\n---\nEn text.\n"


def read(root: Path) -> tuple[Archive, tuple[Finding, ...]]:
    archive, _, findings = read_archive(root)
    return archive, findings


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.path) for finding in findings]


def agenda(archive: Archive) -> tuple[AgendaRow, ...]:
    return archive.committees[0].meetings[0].agenda
