"""The command line turned into a build, a preview or a check."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import posixpath
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from kallelse import report
from kallelse.begin import BeginError, new_archive, new_case, new_meeting
from kallelse.build import check, packet_to_issue
from kallelse.explain import explained
from kallelse.issue import issue_of, record_text, renumbered, with_issued
from kallelse.locale import report as labels
from kallelse.model.finding import errors
from kallelse.read.meeting.issues import pdf_path, record_path
from kallelse.read.schema import KINDS
from kallelse.read.settings import settings_ahead
from kallelse.read.sources import read_sources
from kallelse.run import Run, read_answer, to_environment
from kallelse.schemas import json_schema, reference, schema_name
from kallelse.sheets import carried_fence
from kallelse.tables import TABLES, tables_of, written


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; exit status 0 when all is well, 1 when something is wrong, 2 when the call is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    called = parser.parse_args(arguments)
    match called.command:
        case "check":
            return _check(called)
        case "build":
            return _build(called)
        case "new":
            return _new(called)
        case "schema":
            return _schema(called)
        case "issue":
            return _issue(called)
        case "table":
            return _table(called)
        case _:
            return _serve(called)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kallelse", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    check_ = commands.add_parser("check", help="read everything and print all findings")
    check_.add_argument("--explain", action="store_true", help="also print what was inferred in each finance table")
    check_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    build_ = commands.add_parser("build", help="build the site and the packets")
    build_.add_argument("--strict", action="store_true", help="stop on the engine's warnings too")
    serve_ = commands.add_parser("serve", help="preview with live reload, unissued meetings included")
    serve_.add_argument("--address", default="127.0.0.1:8000", help="where to serve (default %(default)s)")
    for command in (build_, serve_):
        command.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="MkDocs' configuration")
        command.add_argument("--as-of", default="", metavar="DAY", help="the day that the site is right for")
        command.add_argument("--engine", default="mkdocs", help="mkdocs, or one that reads its configuration")
    _add_new(commands.add_parser("new", help="begin an archive, a meeting or a case: files that pass the check"))
    issue_ = commands.add_parser("issue", help="record that a packet goes out: its pages keep their numbers")
    issue_.add_argument("meeting", help="the meeting's folder, such as ks/2022-09-26")
    issue_.add_argument("--date", type=dt.date.fromisoformat, metavar="DAY", help="when it goes out (default: today)")
    issue_.add_argument("--renumber", action="store_true", help="give up the numbers that members have, and count anew")
    issue_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    schema_ = commands.add_parser("schema", help="write JSON Schemas of all fields, for editors and tools")
    schema_.add_argument("folder", type=Path, nargs="?", default=Path("schemas"), help="where to (default %(default)s)")
    schema_.add_argument("--reference", action="store_true", help="print the handbook's page of all fields instead")
    schema_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    table_ = commands.add_parser("table", help="write a finance table as a CSV file, a workbook or a fence")
    table_.add_argument("source", help="a text with a table, a CSV file, or a workbook (budget.xlsx!Sheet1)")
    table_.add_argument("--to", required=True, choices=("fence", "csv", "xlsx"), help="what it becomes")
    table_.add_argument("--table", default="", metavar="ID", help="which table of the text: its id, or its line")
    table_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    build_.add_argument("--drafts", action="store_true", help="show meetings that are not issued too")
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="archive|meeting|case")
    archive = kinds.add_parser("archive", help="a municipality's own repository")
    archive.add_argument("folder", type=Path, help="where it is made")
    archive.add_argument("--name", required=True, help="the municipality")
    archive.add_argument("--committee", required=True, help="its first committee")
    archive.add_argument("--language", choices=("sv", "en"), default="sv", help="of the site (default %(default)s)")
    meeting = kinds.add_parser("meeting", help="a meeting, with what the committee's last one said")
    meeting.add_argument("committee", help="the committee's folder")
    meeting.add_argument("day", type=dt.date.fromisoformat, help="YYYY-MM-DD")
    meeting.add_argument("--time", default="", help="when it begins, such as 13:15")
    case = kinds.add_parser("case", help="a case of a meeting")
    case.add_argument("meeting", help="the meeting's folder, such as ks/2022-09-26")
    case.add_argument("title", help="its title")
    case.add_argument("--dnr", default="", help="its registry number")
    case.add_argument("--folder", action="store_true", dest="with_folder", help="in a folder, for attachments")
    for kind in (meeting, case):
        kind.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")


def _new(called: argparse.Namespace) -> int:
    """Writes the files of a beginning, none over another."""
    if called.kind == "archive":
        root, language = called.folder, called.language
        begun = new_archive(called.name, called.committee, language)
    else:
        root, language = called.meetings, settings_ahead(called.meetings).language
        archive = check(root).archive
        try:
            if called.kind == "meeting":
                begun = new_meeting(archive, called.committee.strip("/"), called.day, called.time)
            else:
                begun = new_case(archive, _folder(called.meeting, root), called.title, called.dnr, called.with_folder)
        except BeginError as error:
            print(labels.BEGIN[error.code][language].format(**error.words), file=sys.stderr)
            return 2
    there = [root / path for path in begun.files if (root / path).exists()]
    if there:
        print(labels.BEGIN["begin-there"][language].format(path=there[0]), file=sys.stderr)
        return 2
    for path, text in begun.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        print(labels.BEGUN[language].format(path=root / path))
    if begun.row:
        print(labels.ADD_ROW[language].format(name=begun.row))
    return 0


def _issue(called: argparse.Namespace) -> int:
    """Keeps the PDF and the pages of a packet that goes out; the day of the first is written into its meeting."""
    root: Path = called.meetings
    language = settings_ahead(root).language

    def refused(code: str, **words: str) -> int:
        print(labels.BEGIN[code][language].format(**words), file=sys.stderr)
        return 2

    folder = _folder(called.meeting, root)
    today = dt.date.today()
    found = packet_to_issue(root, folder, called.date or today, called.renumber)
    if found is None:
        return refused("begin-no-meeting", folder=folder, known=", ".join(_meetings(root)))
    meeting, packet, issues = found.meeting, found.packet, found.meeting.issues
    day: dt.date = called.date or (None if issues else meeting.issued) or today
    if not issues and called.renumber:
        return refused("issue-first")
    if not issues and meeting.issued not in (None, day):
        return refused("issue-other-day", folder=folder, issued=str(meeting.issued))
    if issues and day < issues[-1].date:
        return refused("issue-backwards", issued=issues[-1].date.isoformat())
    for line in report.finding_lines(found.findings, root.as_posix(), language):
        print(line, file=sys.stderr)
    if errors(found.findings):
        return 1
    if packet is None:
        return refused("issue-no-agenda", folder=folder)
    issue = issue_of(meeting, packet, day, language)
    if issues and (issue.documents, issue.cases) == (issues[-1].documents, issues[-1].cases):
        return refused("issue-same", issued=issues[-1].date.isoformat())
    number = len(issues) + 1
    pdf, record, file = root / pdf_path(folder, number), root / record_path(folder), root / meeting.path
    pdf.parent.mkdir(exist_ok=True)
    pdf.write_bytes(packet.pdf)
    record.write_text(record_text(meeting, issue, language), encoding="utf-8", newline="\n")
    written = [pdf, record]
    if meeting.issued is None:
        file.write_bytes(with_issued(file.read_bytes().decode(), day).encode())
        written.append(file)
    for path in written:
        print(labels.BEGUN[language].format(path=path))
    moved = renumbered(meeting, issue)
    if moved:
        print(labels.MOVED[language])
        for one in moved:
            print(f"  {one.old} → {one.new or '–'}  {one.title}")
    print(labels.ISSUED[language].format(number=number, day=day, pages=packet.pages.total))
    return 0


def _table(called: argparse.Namespace) -> int:
    """Writes a table beside its text or file in another form, or prints its fence; the text itself is left as it is."""
    root: Path = called.meetings
    language = settings_ahead(root).language

    def refused(code: str, **words: str) -> int:
        print(labels.BEGIN[code][language].format(**words), file=sys.stderr)
        return 2

    sources, _ = read_sources(root)
    source = _folder(called.source, root)
    path = source.partition("!")[0]
    if path not in sources.on_disk or posixpath.splitext(path)[1].lower() not in TABLES:
        return refused("table-no-file", path=path)
    tables, findings = tables_of(sources, source, language)
    for line in report.finding_lines(findings, root.as_posix(), language):
        print(line, file=sys.stderr)
    if errors(findings):
        return 1
    named = [each for each in tables if not called.table or called.table in (each.table.id, str(each.line))]
    if len(named) != 1:
        known = ", ".join(each.table.id or str(each.line) for each in tables)
        return refused("table-several" if tables else "table-none", path=path, known=known)
    (found,) = named
    suffix = "" if called.to == "fence" else f".{called.to}"
    stem, sheet = found.table.id or PurePosixPath(path).stem, labels.SHEET[language]
    content = written(found, suffix, sheet, language)
    if content is None:
        return refused("table-other", form=called.to)
    if not suffix:
        print(content.decode(), end="")
        return 0
    file = root / sources.on_disk[path]
    file = file.with_name(stem + suffix)
    if file.exists():
        return refused("begin-there", path=str(file))
    file.write_bytes(content)
    print(labels.BEGUN[language].format(path=file))
    print(labels.TABLE_FENCE[language])
    print(carried_fence(file.name, language), end="")
    return 0


def _folder(typed: str, root: Path) -> str:
    """The folder of a meeting below `root`, as it may be typed: with the folder of the meetings before it or not."""
    return typed.replace("\\", "/").removeprefix(f"{root.as_posix()}/").strip("/")


def _meetings(root: Path) -> list[str]:
    return [posixpath.dirname(meeting.path) for _, meeting in check(root).archive.meetings()]


def _schema(called: argparse.Namespace) -> int:
    """Writes what an editor needs to complete and check fields, in the language of the settings."""
    language = settings_ahead(called.meetings).language
    if called.reference:
        print(reference(language), end="")
        return 0
    called.folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        file = called.folder / schema_name(kind)
        file.write_text(json_schema(kind, language), encoding="utf-8", newline="\n")
        print(labels.BEGUN[language].format(path=file))
    return 0


def _check(called: argparse.Namespace) -> int:
    root: Path = called.meetings
    language = settings_ahead(root).language
    checked = check(root)
    if called.explain:
        for line in explained(checked.archive, language):
            print(line)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        lines = report.annotation_lines(checked.findings, root.as_posix(), language)
    else:
        lines = report.finding_lines(checked.findings, root.as_posix(), language)
    for line in lines:
        print(line)
    print(report.counted(checked.findings, language))
    return 1 if errors(checked.findings) else 0


def _build(called: argparse.Namespace) -> int:
    config: Path = called.config
    language = settings_ahead(config.parent / "meetings").language
    if not config.is_file():
        print(labels.NO_CONFIG[language].format(config=config), file=sys.stderr)
        return 2
    # Who ends this command ends the engine with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answer.json"
        run = Run(called.as_of, called.drafts, file)
        options = ["--strict"] if called.strict else []
        done = subprocess.run(  # noqa: S603
            _engine(called.engine, ["build", "--config-file", str(config), *options]),
            env=_environment(run),
            check=False,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        answer = read_answer(file)
    # What the engine says of its end is told below, in the language of the settings.
    print(re.sub(r"^\s*Aborted with .*$\n?", "", done.stdout, flags=re.MULTILINE), end="")
    if done.returncode:
        print(labels.UNPUBLISHED[language], file=sys.stderr)
        return 1
    if answer is None:
        print(labels.NO_PLUGIN[language].format(engine=called.engine, config=config), file=sys.stderr)
        return 1
    for line in report.summary(answer, language):
        print(line)
    return 0


def _serve(called: argparse.Namespace) -> int:
    arguments = ["serve", "--config-file", str(called.config), "--dev-addr", called.address]
    run = Run(called.as_of, drafts=True)
    try:
        return subprocess.run(_engine(called.engine, arguments), env=_environment(run), check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 130


def _engine(engine: str, arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", engine, *arguments]


def _environment(run: Run) -> dict[str, str]:
    return {**os.environ, **to_environment(run), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
