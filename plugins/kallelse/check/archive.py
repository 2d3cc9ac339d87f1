"""A whole archive turned into the findings of every check, each document against all the others."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping

from kallelse.check.finance import check_table
from kallelse.check.meeting import check_meetings
from kallelse.check.text import check_body
from kallelse.model import fold
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.text import Body, Image, Inline

_BESIDE = (".csv", ".png", ".jpg", ".jpeg", ".gif", ".svg")


def check_archive(archive: Archive, files: Collection[str]) -> tuple[Finding, ...]:
    """All findings about `archive`, whose sources' folder holds `files`."""
    findings = list(check_meetings(archive))
    anchors = _anchors(archive)
    known = frozenset(files)
    for path, body, heading in _texts(archive):
        findings += check_body(path, body, known, anchors, heading)
        for table in fold.finance_tables(body):
            findings += check_table(table)
    return (*findings, *_unused(archive, files))


def _texts(archive: Archive) -> Iterator[tuple[str, Body, tuple[Inline, ...]]]:
    """Every text of the archive with the path of its file and its own title."""
    for committee in archive.committees:
        yield committee.path, committee.about, ()
    for _, meeting in archive.meetings():
        yield meeting.path, meeting.note, ()
    for _, _, document in archive.documents():
        yield document.path, document.body, document.heading


def _anchors(archive: Archive) -> Mapping[str, frozenset[str]]:
    return {path: frozenset(fold.anchors(body)) for path, body, _ in _texts(archive)}


def _unused(archive: Archive, files: Collection[str]) -> Iterator[Finding]:
    used = {archive.settings.logo}
    for path, body, _ in _texts(archive):
        folder = posixpath.dirname(path)
        used |= {posixpath.normpath(posixpath.join(folder, image.source)) for image in fold.of_kind(body, Image)}
        used |= {table.path for table in fold.finance_tables(body)}
    withheld = tuple(
        posixpath.dirname(meeting.path) + "/"
        for _, meeting, case in archive.cases()
        if case.access.value == "confidential"
    )
    for path in sorted(files):
        if path.lower().endswith(_BESIDE) and path not in used and not path.startswith(withheld):
            template = archive.settings.template
            if not (template and path.startswith(template + "/")):
                yield Finding("file-unused", Place(path), severity=Severity.REMARK)
