"""The command line turned into a call of one command, which alone is loaded."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, get_args

from kallelse.locale.command import ARGPARSE, CALLED, HELP, WRONG
from kallelse.model.settings import Language, Settings

T = TypeVar("T")
# Swedish municipalities have been since 1863.
_FIRST_YEAR = 1863
_MEETINGS = Path("meetings")
# As a shell tells of a program that a key has ended.
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; exit status 0 when all is well, 1 when something is wrong, 2 when the call is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    language = _language(arguments)
    called = _parser(language).parse_args(arguments)
    try:
        return _run(called)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has read enough; what is still to be written at the end would say so once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        from kallelse import report

        print(report.disturbed(error, language), file=sys.stderr)
        return 1


def _language(arguments: Sequence[str] | None) -> Language:
    """That of the archive, or the one which one that is begun shall have, whatever else is typed."""
    from kallelse.read.settings import settings_ahead

    ahead = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    ahead.add_argument("--meetings", type=Path, default=_MEETINGS)
    ahead.add_argument("--language", choices=get_args(Language))
    try:
        known, _ = ahead.parse_known_args(arguments)
        return known.language or settings_ahead(known.meetings).language
    except (argparse.ArgumentError, OSError):
        return Settings().language


def _run(called: argparse.Namespace) -> int:
    match called.command:
        case "build":
            from kallelse.commands import engine

            return engine.build(called.config, called.engine, called.as_of, drafts=called.drafts, strict=called.strict)
        case "yearbook":
            from kallelse.commands import yearbook

            return yearbook.run(called.config, called.engine, called.as_of)
        case "serve":
            from kallelse.commands import engine

            return engine.serve(called.config, called.engine, called.as_of, called.address)
        case "check":
            from kallelse.commands import check

            return check.run(called.meetings, called.as_of, explain=called.explain)
        case "new":
            return _new(called)
        case "issue":
            from kallelse.commands import issue

            return issue.run(called.meetings, called.meeting, called.date, renumber=called.renumber)
        case "adjust":
            from kallelse.commands import adjust

            return adjust.run(called.meetings, called.meeting, called.date)
        case "verify":
            from kallelse.commands import verify

            return verify.run(called.meetings, called.pdf, called.site)
        case "table":
            from kallelse.commands import table

            return table.run(called.meetings, called.source, called.to, called.table)
        case _:
            from kallelse.commands import schema

            return schema.run(called.meetings, called.folder, called.reference)


def _new(called: argparse.Namespace) -> int:
    from kallelse.commands import begin

    match called.kind:
        case "archive":
            return begin.archive(called.folder, called.name, called.committee, called.language)
        case "committee":
            return begin.committee(called.meetings, called.name)
        case "meeting":
            day, suffix = called.day
            return begin.meeting(called.meetings, called.committee, day, suffix, called.time or "")
        case "minutes":
            return begin.minutes(called.meetings, called.meeting)
        case "vote":
            return begin.vote(called.meetings, called.meeting, called.item)
        case _:
            return begin.case(called.meetings, called.meeting, called.title, called.dnr, with_folder=called.with_folder)


def _parser(language: Language) -> argparse.ArgumentParser:
    said, called = HELP[language], CALLED[language]
    # It asks gettext for its sentences, which looks for them in files of the system alone.
    argparse._ = lambda sentence: ARGPARSE[language].get(sentence, sentence)  # type: ignore[attr-defined]
    parser = argparse.ArgumentParser(prog="kallelse", description=said["kallelse"])
    parser.add_argument(
        "--version", action="version", version=f"kallelse {version('kallelse')}", help=said["--version"]
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=called["command"])
    check_ = commands.add_parser("check", help=said["check"])
    check_.add_argument("--explain", action="store_true", help=said["check --explain"])
    build_ = commands.add_parser("build", help=said["build"])
    build_.add_argument("--strict", action="store_true", help=said["build --strict"])
    build_.add_argument("--drafts", action="store_true", help=said["build --drafts"])
    serve_ = commands.add_parser("serve", help=said["serve"])
    serve_.add_argument("--address", default="127.0.0.1:8000", metavar=called["address"], help=said["serve --address"])
    as_of = partial(_typed, _as_of, language, "day")
    book_ = commands.add_parser("yearbook", help=said["yearbook"])
    for command, config in ((build_, "mkdocs.yml"), (serve_, "mkdocs.yml"), (book_, "yearbook.yml")):
        command.add_argument("--config", type=Path, default=Path(config), metavar=called["file"], help=said["--config"])
        command.add_argument("--engine", default="mkdocs", metavar=called["program"], help=said["--engine"])
    for command in (check_, build_, serve_, book_):
        command.add_argument("--as-of", type=as_of, default="", metavar=called["day"].upper(), help=said["--as-of"])
    of_meetings = _add_new(commands.add_parser("new", help=said["new"]), language)
    day = partial(_typed, _day, language, "day")
    issue_ = commands.add_parser("issue", help=said["issue"])
    issue_.add_argument("meeting", metavar=called["meeting"], help=said["meeting"])
    issue_.add_argument("--date", type=day, metavar=called["day"].upper(), help=said["issue --date"])
    issue_.add_argument("--renumber", action="store_true", help=said["issue --renumber"])
    adjust_ = commands.add_parser("adjust", help=said["adjust"])
    adjust_.add_argument("meeting", nargs="?", default="", metavar=called["meeting"], help=said["adjust meeting"])
    adjust_.add_argument("--date", type=day, metavar=called["day"].upper(), help=said["adjust --date"])
    verify_ = commands.add_parser("verify", help=said["verify"])
    verify_.add_argument("pdf", metavar=called["pdf"], help=said["verify pdf"])
    verify_.add_argument("--site", default="", metavar=called["address"], help=said["verify --site"])
    schema_ = commands.add_parser("schema", help=said["schema"])
    schema_.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=Path("schemas"),
        metavar=called["folder"],
        help=said["schema folder"],
    )
    schema_.add_argument("--reference", default="", choices=("fields", "findings"), help=said["schema --reference"])
    table_ = commands.add_parser("table", help=said["table"])
    table_.add_argument("source", metavar=called["source"], help=said["table source"])
    table_.add_argument("--to", required=True, choices=("fence", "csv", "xlsx"), help=said["table --to"])
    table_.add_argument("--table", default="", metavar="ID", help=said["table --table"])
    for command in (check_, *of_meetings, issue_, adjust_, verify_, schema_, table_):
        command.add_argument(
            "--meetings", type=Path, default=_MEETINGS, metavar=called["folder"].upper(), help=said["--meetings"]
        )
    return parser


def _add_new(parser: argparse.ArgumentParser, language: Language) -> tuple[argparse.ArgumentParser, ...]:
    """Those of the kinds that are begun in an archive."""
    said, called = HELP[language], CALLED[language]
    words = partial(_typed, _words, language, "words")
    metavar = "archive|committee|meeting|case|minutes|vote"
    kinds = parser.add_subparsers(dest="kind", required=True, metavar=metavar)
    archive = kinds.add_parser("archive", help=said["new archive"])
    archive.add_argument("folder", type=Path, metavar=called["folder"], help=said["new archive folder"])
    archive.add_argument(
        "--name", type=words, required=True, metavar=called["name"].upper(), help=said["new archive --name"]
    )
    archive.add_argument(
        "--committee",
        type=words,
        required=True,
        action="append",
        metavar=called["committee"].upper(),
        help=said["new archive --committee"],
    )
    archive.add_argument(
        "--language", choices=get_args(Language), default=Settings().language, help=said["new archive --language"]
    )
    committee = kinds.add_parser("committee", help=said["new committee"])
    committee.add_argument("name", type=words, metavar=called["name"], help=said["new committee name"])
    meeting = kinds.add_parser("meeting", help=said["new meeting"])
    meeting.add_argument("committee", metavar=called["committee"], help=said["new meeting committee"])
    meeting.add_argument(
        "day", type=partial(_typed, _folder, language, "folder"), metavar=called["day"], help=said["new meeting day"]
    )
    meeting.add_argument(
        "--time",
        type=partial(_typed, _time, language, "time"),
        metavar=called["time"],
        help=said["new meeting --time"],
    )
    case = kinds.add_parser("case", help=said["new case"])
    minutes = kinds.add_parser("minutes", help=said["new minutes"])
    vote = kinds.add_parser("vote", help=said["new vote"])
    for kind in (case, minutes, vote):
        kind.add_argument("meeting", metavar=called["meeting"], help=said["meeting"])
    case.add_argument("title", type=words, metavar=called["title"], help=said["new case title"])
    case.add_argument("--dnr", default="", metavar="DNR", help=said["new case --dnr"])
    case.add_argument("--folder", action="store_true", dest="with_folder", help=said["new case --folder"])
    vote.add_argument("item", metavar=called["item"], help=said["new vote item"])
    return committee, meeting, case, minutes, vote


def _typed(read: Callable[[str], T], language: Language, wrong: str, typed: str) -> T:
    """What `read` makes of what was typed; where it raises a ValueError, that sentence says what is wrong."""
    try:
        return read(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(WRONG[language][wrong].format(typed=repr(typed))) from None


def _day(typed: str) -> dt.date:
    # Python reads other forms of ISO 8601 too, such as weeks, which nobody means here.
    day = dt.datetime.strptime(typed, "%Y-%m-%d").date()
    if day.year < _FIRST_YEAR or day.isoformat() != typed:
        raise ValueError(typed)
    return day


def _as_of(typed: str) -> str:
    return _day(typed).isoformat() if typed else ""


def _folder(typed: str) -> tuple[dt.date, str]:
    """A meeting's folder as its day and what tells it from another of that day."""
    day, suffix = typed[:10], typed[10:]
    if not re.fullmatch("(-[a-z0-9]+)*", suffix):
        raise ValueError(typed)
    return _day(day), suffix


def _time(typed: str) -> str:
    return f"{dt.datetime.strptime(typed.replace('.', ':'), '%H:%M'):%H:%M}"


def _words(typed: str) -> str:
    if not typed.strip() or not all(letter.isprintable() for letter in typed):
        raise ValueError(typed)
    return typed
