"""The sources turned into the archive: settings, then each committee with its meetings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from kallelse.model.address import RESERVED, page_address
from kallelse.model.archive import APPEALS, Archive
from kallelse.model.board import Board
from kallelse.model.delegated import DELEGATED
from kallelse.model.dnr import Dnr
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.glossary import GLOSSARY
from kallelse.model.manifest import MANIFEST, manifest_findings, manifest_of
from kallelse.model.meeting import STANDARD_COLUMNS, AgendaColumn, Committee, Meeting
from kallelse.model.memory import Memory
from kallelse.model.numbered import numbered
from kallelse.model.settings import Settings
from kallelse.model.sizes import file_findings
from kallelse.read.appeals import read_appeals
from kallelse.read.delegated import read_delegated
from kallelse.read.frontmatter import front_matter_of
from kallelse.read.glossary import read_glossary
from kallelse.read.meeting.meeting import order
from kallelse.read.meeting.people import people
from kallelse.read.meeting.task import MeetingTask
from kallelse.read.meeting.withheld import withheld_files
from kallelse.read.misnamed import no_index
from kallelse.read.pictures import picture_findings
from kallelse.read.schema import CommitteeFields, read_fields
from kallelse.read.settings import SETTINGS, read_settings
from kallelse.read.sources import Sources, read_sources
from kallelse.read.statement import read_statement
from kallelse.read.text.body import body_of

_COPY = re.compile(r"(?i)^(?:kopia av|copy of) | - (?:kopia|copy)\b| (?:kopia|copy)$|\(\d\)$")


Read: TypeAlias = tuple[Meeting | None, tuple[Finding, ...]]
ReadAll: TypeAlias = Callable[[Sequence[MeetingTask]], Iterable[Read]]


def one_by_one(tasks: Sequence[MeetingTask]) -> Iterable[Read]:
    """The meetings, read here and now."""
    return map(MeetingTask.read, tasks)


def read_archive(
    root: Path, store: Path | None = None, read_all: ReadAll = one_by_one, memory: Memory | None = None
) -> tuple[Archive, Sources, tuple[Finding, ...]]:
    """Everything below `root`, with all findings of reading it; the archive holds what could be read.

    What was read of cases is kept in the folder `store`, where one is given, and taken from there. `read_all` reads
    meetings, in the order of their tasks. Minutes that the `memory` has numbered are not numbered again.
    """
    sources, findings = read_sources(root)
    sources = replace(sources, withheld=withheld_files(sources))
    settings, wrong = read_settings(sources)
    shown = _shown(sources, settings)
    findings += wrong + picture_findings(root, shown) + _copies(shown) + _large(sources)
    committees: list[Committee] = []
    tasks: list[list[MeetingTask]] = []
    for child in sources.children(""):
        if child == SETTINGS or child == settings.template or child in sources.files:
            if child.lower().endswith((".md", ".yml", ".yaml")) and child not in (SETTINGS, APPEALS, GLOSSARY):
                findings += (Finding("committee-file", Place(child), severity=Severity.REMARK),)
            continue
        committee, wrong = _read_committee(child, sources, settings)
        findings += wrong
        if committee is not None:
            committees.append(committee)
            called, wrong = _meetings(child, committee.short or committee.name, sources, settings, store)
            findings += wrong
            tasks.append(called)
    read = iter(read_all([task for called in tasks for task in called]))
    for index, called in enumerate(tasks):
        meetings: list[Meeting] = []
        for meeting, wrong in islice(read, len(called)):
            findings += wrong
            if meeting is not None:
                meetings.append(meeting)
        committees[index] = replace(committees[index], meetings=tuple(sorted(meetings, key=order)))
    memory = memory or Memory(lasts=False)
    counted = tuple(numbered(committee, memory) for committee in committees)
    appeals, wrong = read_appeals(sources, settings.language)
    file = root / MANIFEST
    listed = file.read_text("utf-8", errors="replace") if MANIFEST in sources.files else ""
    findings += (*wrong, *manifest_findings(listed, MANIFEST))
    statement, wrong = read_statement(sources)
    findings += wrong
    glossary, wrong = read_glossary(sources, settings.language)
    findings += wrong
    archive = Archive(settings, counted, appeals, manifest_of(listed), statement=statement, glossary=glossary)
    return archive, sources, findings


def _copies(paths: Iterable[str]) -> tuple[Finding, ...]:
    """Files named as systems name what is copied beside itself or fetched twice."""
    names = {path: posixpath.splitext(posixpath.basename(path))[0] for path in paths}
    found = sorted(path for path, name in names.items() if "/" in path and _COPY.search(name))
    return tuple(Finding("file-copy", Place(path), severity=Severity.REMARK) for path in found)


def _large(sources: Sources) -> tuple[Finding, ...]:
    """Files that a forge would soon refuse; texts are never so long."""
    found: tuple[Finding, ...] = ()
    for path in sources.paths:
        if path not in sources.texts:
            found += file_findings(path, (sources.root / path).stat().st_size, "file-large")
    return found


def _shown(sources: Sources, settings: Settings) -> tuple[str, ...]:
    """The files that a page may show: not the withheld, not those of a template."""
    own = settings.template + "/" if settings.template else None
    return tuple(path for path in sources.public if own is None or not path.startswith(own))


def _read_committee(folder: str, sources: Sources, settings: Settings) -> tuple[Committee | None, tuple[Finding, ...]]:
    """The committee without its meetings."""
    path = posixpath.join(folder, "index.md")
    if folder.casefold() in RESERVED:
        return None, (Finding("committee-reserved", Place(path), {"folder": folder}),)
    if path not in sources.files:
        texts = [each for each in sources.below(folder) if each.endswith(".md")]
        told = no_index(folder, sources, "committee-no-index", texts[0] if texts else "")
        # A folder without texts is no committee's, unless its index has another name.
        return None, (told,) if texts or told.place.path else ()
    matter, findings = front_matter_of(path, sources)
    if matter is None:
        return None, findings
    fields, wrong = read_fields(CommitteeFields, matter)
    findings += wrong
    if fields is None:
        return None, findings
    about, wrong = body_of(matter, sources, settings.language)
    findings += wrong
    boards = tuple(Board(each.name, each.since, each.until) for each in fields.boards) or tuple(
        map(Board, fields.municipalities or (settings.name,))
    )
    findings += tuple(
        Finding("board-period", Place(path, matter.line(("boards", number))), {"board": board.name})
        for number, board in enumerate(boards)
        if board.since is not None and board.until is not None and board.until < board.since
    )
    delegated, wrong = read_delegated(folder, boards, sources)
    findings += wrong
    # A column that is named twice stands where it is named first.
    columns = STANDARD_COLUMNS if fields.agenda is None else tuple(map(AgendaColumn, dict.fromkeys(fields.agenda)))
    committee = Committee(
        path=path,
        folder=folder,
        address=page_address(path),
        name=fields.title,
        short=fields.short,
        municipalities=tuple(fields.municipalities),
        series=tuple(fields.series),
        standing=tuple(Dnr(number) for number in fields.standing),
        agenda_columns=columns,
        boards=boards,
        is_council=fields.council,
        members=people(fields.members),
        deputies=people(fields.deputies),
        about=about,
        delegated=delegated,
        moved_from=tuple(fields.moved_from),
    )
    return committee, findings


def _meetings(
    folder: str, committee: str, sources: Sources, settings: Settings, store: Path | None
) -> tuple[list[MeetingTask], tuple[Finding, ...]]:
    """The meetings of a committee that are to be read."""
    tasks: list[MeetingTask] = []
    findings: list[Finding] = []
    for child in sources.children(folder):
        path = posixpath.join(folder, child)
        if path in sources.files:
            if child not in ("index.md", DELEGATED):
                findings.append(Finding("committee-foreign", Place(path), {"file": child}))
        elif posixpath.join(path, "index.md") not in sources.files:
            findings.append(no_index(path, sources, "meeting-no-index", sources.below(path)[0]))
        else:
            tasks.append(MeetingTask(path, committee, sources.within(path), settings, store))
    return tasks, tuple(findings)
