"""The cases in a meeting's folder and its declared rows turned into the agenda."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kallelse.model.filekinds import BESIDE
from kallelse.model.finding import Finding, Place
from kallelse.model.issue import IssuedCase
from kallelse.model.meeting import Access, AgendaRow, Case, RowKind
from kallelse.model.settings import Settings
from kallelse.read.frontmatter import FrontMatter
from kallelse.read.meeting.attachments import carriers
from kallelse.read.meeting.case import CaseSource
from kallelse.read.meeting.issues import ISSUES
from kallelse.read.meeting.kept import ToKeep, read_cases
from kallelse.read.meeting.withheld import neutral
from kallelse.read.misnamed import as_text, is_text, no_index
from kallelse.read.record.locks import ADJUSTED
from kallelse.read.record.minutes import MINUTES
from kallelse.read.schema import AgendaItemFields
from kallelse.read.sources import Sources

# Shorter than this is a part of too many names.
_SHORTEST_PART = 3
_NO_CASES = ("index.md", MINUTES, ISSUES, ADJUSTED)


def is_case_name(name: str, *, is_folder: bool) -> bool:
    """Whether that is, by its name, a case in a meeting's folder, or was meant to be one."""
    return name not in _NO_CASES and (is_folder or is_text(name))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row before it is numbered: of a case its name in the folder, else its title."""

    kind: RowKind
    title: str
    numbered: bool
    minutes: int | None
    line: int


def read_agenda(
    declared: list[AgendaItemFields] | None,
    matter: FrontMatter,
    sources: Sources,
    settings: Settings,
    issued: tuple[IssuedCase, ...] = (),
    store: Path | None = None,
) -> tuple[tuple[AgendaRow, ...], Mapping[str, str], tuple[Finding, ...], ToKeep]:
    """The agenda as declared, else every case in file order; a case's number is its place among numbered rows.

    What was `issued` keeps the numbers that it has on pages that members have; what is new is counted after them.
    Beside it come the files of its cases, by the path that each case bears. Cases are to be kept in the folder `store`,
    where one is given.
    """
    went_out = {one.path: one for one in issued}
    folder = posixpath.dirname(matter.path)
    found, findings = _cases_in(folder, sources)
    read, wrong, kept = read_cases(found, sources, settings, went_out, store)
    findings += wrong
    cases = {name: case for name, case in read.items() if case is not None}
    if declared is None:
        rows = tuple(_Row(RowKind.CASE, name, True, None, 0) for name in cases)
    else:
        rows, wrong = _declared(declared, matter, read)
        findings += wrong
    agenda = _numbered(rows, cases, folder, sources, issued)
    named = [row.title for row in rows if row.kind is RowKind.CASE and row.title in cases]
    shown = (row.case.path for row in agenda if row.case is not None)
    files = {path: cases[name].path for path, name in zip(shown, named, strict=True)}
    return agenda, files, findings, kept


def _cases_in(folder: str, sources: Sources) -> tuple[tuple[CaseSource, ...], tuple[Finding, ...]]:
    cases: list[CaseSource] = []
    findings: list[Finding] = []
    names: dict[str, str] = {}
    carried = carriers(folder, sources)
    for child in sources.children(folder):
        path = posixpath.join(folder, child)
        if child in _NO_CASES or child.lower().endswith(BESIDE) or path in carried:
            continue
        if path in sources.files:
            if not child.endswith(".md"):
                code = "file-misnamed" if is_text(child) else "meeting-foreign"
                findings.append(Finding(code, Place(path), {"file": child, "near": as_text(child)}))
                continue
            source = CaseSource(child.removesuffix(".md"), path, "")
        elif posixpath.join(path, "index.md") in sources.files:
            source = CaseSource(child, posixpath.join(path, "index.md"), path)
        else:
            texts = [each for each in sources.below(path) if not each.lower().endswith(BESIDE)]
            findings += [no_index(path, sources, "case-no-index", texts[0])] if texts else []
            continue
        if source.name in names:
            findings.append(Finding("case-twice", Place(source.path), {"other": names[source.name]}))
            continue
        names[source.name] = source.path
        cases.append(source)
    return tuple(cases), tuple(findings)


def _declared(
    declared: list[AgendaItemFields], matter: FrontMatter, known: Mapping[str, Case | None]
) -> tuple[tuple[_Row, ...], tuple[Finding, ...]]:
    rows: list[_Row] = []
    findings: list[Finding] = []
    listed: dict[str, int] = {}
    for n, item in enumerate(declared):
        line = matter.line(("agenda", n))
        place = Place(matter.path, line)
        given = {
            RowKind.CASE: item.case,
            RowKind.GROUP: item.group,
            RowKind.FORMALITY: item.formality,
            RowKind.BREAK: item.break_,
        }
        named = [(kind, title) for kind, title in given.items() if title is not None]
        if len(named) != 1:
            findings.append(Finding("agenda-row", place))
            continue
        kind, title = named[0]
        if kind is RowKind.CASE:
            title = title.removesuffix("/").removesuffix(".md")
            if title not in known:
                near = _near(title, known)
                code = "agenda-case-misspelt" if near else "agenda-case-gone"
                findings.append(Finding(code, place, {"case": title, "near": near}))
                continue
            if title in listed:
                told = {"case": title, "first": str(listed[title])}
                findings.append(Finding("agenda-case-twice", place, told))
                continue
            listed[title] = line
        numbered = kind is RowKind.CASE if item.numbered is None else item.numbered
        rows.append(_Row(kind, title, numbered, item.minutes, line))
    for name in known:
        if name not in listed:
            place = Place(matter.path, matter.line(("agenda",)))
            findings.append(Finding("agenda-case-missing", place, {"case": name}))
    return tuple(rows), tuple(findings)


def _near(typed: str, known: Iterable[str]) -> str:
    """The name that is meant: one that holds what is typed, else one that is much like it; empty where none is."""
    names = {name.casefold(): name for name in known}
    key = typed.strip().casefold()
    holding = [name for name in names if len(key) >= _SHORTEST_PART and key in name]
    found = difflib.get_close_matches(key, holding or names, 1, 0.0 if holding else 0.5)
    return names[found[0]] if found else ""


def _numbers(rows: Sequence[tuple[_Row, Case | None]], issued: tuple[IssuedCase, ...]) -> Iterator[str]:
    """The number of each row: the one it went out with, else its place among the numbered, new ones after all."""
    kept = {one.path: one.number for one in issued if one.path}
    withheld = [one.number for one in issued if not one.path and not one.title]
    titled = [one for one in issued if one.title]
    count = 0
    taken = {int(one.number) for one in issued if one.number}
    for row, case in rows:
        same = next((one for one in titled if case is None and row.numbered and one.title == row.title), None)
        if case is not None and case.path in kept:
            number = kept[case.path]
        elif case is not None and case.access is Access.CONFIDENTIAL and withheld:
            number = withheld.pop(0)
        elif same is not None:
            titled.remove(same)
            number = same.number
        elif not row.numbered:
            number = ""
        elif issued and (case is not None or count + 1 in taken):
            number = str(max(taken, default=0) + 1)
        else:
            number = str(count + 1)
        if number:
            count = int(number)
            taken.add(count)
        yield number


def _numbered(
    rows: tuple[_Row, ...],
    cases: Mapping[str, Case],
    folder: str,
    sources: Sources,
    issued: tuple[IssuedCase, ...],
) -> tuple[AgendaRow, ...]:
    agenda: list[AgendaRow] = []
    numbers = _numbers([(row, cases.get(row.title) if row.kind is RowKind.CASE else None) for row in rows], issued)
    for place, (row, number) in enumerate(zip(rows, numbers, strict=True), 1):
        if row.kind is not RowKind.CASE:
            agenda.append(AgendaRow(row.kind, row.title, number, None, row.minutes, row.line))
        elif (case := cases.get(row.title)) is not None:
            if case.access is Access.CONFIDENTIAL:
                case = neutral(case, folder, f"arende-{number}" if number else f"rad-{place}", sources)
            if row.minutes is not None:
                case = replace(case, minutes=row.minutes)
            agenda.append(AgendaRow(row.kind, case.title, number, case, case.minutes, row.line))
    return tuple(agenda)
