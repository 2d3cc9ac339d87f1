"""A name or a day turned into the first files of an archive, a meeting, a case or its record."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from kallelse import report
from kallelse.begin import BeginError, Beginning, new_archive, new_case, new_committee, new_meeting
from kallelse.begin_minutes import new_minutes, vote_lines
from kallelse.build import check
from kallelse.commands.folders import folder_in
from kallelse.commands.refusal import refused
from kallelse.locale import report as labels
from kallelse.model.address import is_device
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, errors
from kallelse.model.settings import Language
from kallelse.read.frontmatter import read_front_matter
from kallelse.read.meeting.agenda import is_case_name
from kallelse.read.record.minutes import MINUTES
from kallelse.read.record.schema import MinutesFields
from kallelse.read.schema import CaseFields, CommitteeFields, MeetingFields, read_fields
from kallelse.read.settings import settings_ahead
from kallelse.read.sources import SourceText
from kallelse.swap import write_whole


def archive(folder: Path, name: str, committees: Sequence[str], language: Language) -> int:
    """A municipality's own repository in `folder`."""
    if is_device(folder.name):
        return refused("begin-device", language, name=folder.name)
    return _begun(folder, lambda: new_archive(name, committees, language), language)


def committee(root: Path, name: str) -> int:
    """A committee in a folder of its own below `root`."""
    return _begin(root, lambda _: new_committee(name))


def meeting(root: Path, committee: str, day: dt.date, suffix: str, time: str) -> int:
    """A meeting of the committee in a folder below `root`, with what its last one said."""
    return _begin(root, lambda archive: new_meeting(archive, folder_in(committee, root), day, suffix, time))


def case(root: Path, typed: str, title: str, dnr: str, *, with_folder: bool) -> int:
    """A case of the meeting in a folder below `root`, one file or a folder of its own."""
    path = folder_in(typed, root)
    names = _cases(root / path)
    return _begin(root, lambda archive: new_case(archive, path, title, dnr, with_folder, names))


def minutes(root: Path, typed: str) -> int:
    """The minutes of the meeting in a folder below `root`, ready to be filled in."""
    return _begin(root, lambda archive: new_minutes(archive, folder_in(typed, root)))


def vote(root: Path, typed: str, item: str) -> int:
    """Prints a vote of those who serve in an item, by the minutes of the meeting in a folder below `root`."""
    language, folder = settings_ahead(root).language, folder_in(typed, root)
    checked = check(root)
    wrong = [each for each in errors(checked.findings) if each.place.path == f"{folder}/{MINUTES}"]
    try:
        lines = vote_lines(checked.archive, folder, item)
    except BeginError as error:
        # What cannot be read is no reason to write it anew.
        for line in report.finding_lines(wrong, root.as_posix(), language):
            print(line, file=sys.stderr)
        return refused(error.code, language, **error.words)
    print(labels.VOTE[language])
    print(lines)
    return 0


def _cases(folder: Path) -> list[str]:
    """The names of what is or was meant to be a case in the folder of a meeting."""
    if not folder.is_dir():
        return []
    here = [each for each in folder.iterdir() if not each.name.startswith(".")]
    return [each.name for each in here if is_case_name(each.name, is_folder=each.is_dir())]


def _begin(root: Path, begin: Callable[[Archive], Beginning]) -> int:
    language = settings_ahead(root).language
    if not root.is_dir():
        return refused("begin-no-archive", language, folder=str(root))
    return _begun(root, lambda: begin(check(root).archive), language)


def _begun(root: Path, begin: Callable[[], Beginning], language: Language) -> int:
    try:
        begun = begin()
    except BeginError as error:
        return refused(error.code, language, **error.words)
    return _write(root, begun, language)


def _write(root: Path, begun: Beginning, language: Language) -> int:
    """Writes the files, none over another, and none that the next check would refuse."""
    there = [found for path in begun.files for found in _alike(root, path)]
    if there:
        return refused("begin-there", language, path=str(there[0]))
    files = [folder for path in begun.files for folder in (root / path).parents if folder.is_file()]
    if files:
        return refused("begin-file", language, path=str(files[0]))
    wrong = errors(finding for path, text in begun.files.items() for finding in _findings(path, text))
    if wrong:
        for line in report.finding_lines(wrong, root.as_posix(), language):
            print(line, file=sys.stderr)
        return 2
    _put(root, begun.files)
    for path in begun.files:
        print(labels.BEGUN[language].format(path=root / path))
    if begun.row:
        print(labels.ADD_ROW[language].format(name=begun.row))
    if begun.before:
        print(labels.NOT_LAST[language].format(name=begun.before))
    return 0


def _put(root: Path, files: Mapping[str, str]) -> None:
    """Writes all of the files or none: what is half there would be in the way of another try."""
    done: list[Path] = []
    try:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(root / path, text.encode())
            done.append(root / path)
    except BaseException:
        for file in done:
            with suppress(OSError):
                file.unlink()
        raise


def _alike(root: Path, path: str) -> list[Path]:
    """What stands under that path, or under one that differs in small and large letters alone."""
    found = [root]
    for part in path.casefold().split("/"):
        inside = [each for folder in found if folder.is_dir() for each in sorted(folder.iterdir())]
        found = [each for each in inside if each.name.casefold() == part]
    return found


def _findings(path: str, text: str) -> tuple[Finding, ...]:
    """What would be said of the front matter of a new file."""
    if not path.endswith(".md") or not text.startswith("---"):
        return ()
    parts = path.removeprefix("meetings/").removesuffix("/index.md").split("/")
    kinds = (CommitteeFields, MeetingFields, MinutesFields if parts[-1] == MINUTES else CaseFields)
    kind = kinds[len(parts) - 1]
    matter, findings = read_front_matter(SourceText(path, text))
    return findings if matter is None else (*findings, *read_fields(kind, matter)[1])
