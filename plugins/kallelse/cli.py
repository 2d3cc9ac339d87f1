"""The command line turned into a call of one command, which alone is loaded."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections.abc import Sequence
from pathlib import Path

# Swedish municipalities have been since 1863.
_FIRST_YEAR = 1863
DESCRIPTION = "Committee meetings from Markdown files: a website, and one PDF packet per meeting."


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; exit status 0 when all is well, 1 when something is wrong, 2 when the call is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    called = _parser().parse_args(arguments)
    try:
        return _run(called)
    except OSError as error:
        from kallelse import report
        from kallelse.read.settings import settings_ahead

        language = settings_ahead(getattr(called, "meetings", Path("meetings"))).language
        print(report.disturbed(error, language), file=sys.stderr)
        return 1


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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kallelse", description=DESCRIPTION)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    check_ = commands.add_parser("check", help="read everything and print all findings")
    check_.add_argument("--explain", action="store_true", help="also print what was inferred in each finance table")
    check_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    build_ = commands.add_parser("build", help="build the site and the packets")
    build_.add_argument("--strict", action="store_true", help="stop on the engine's warnings too")
    build_.add_argument("--drafts", action="store_true", help="show meetings that are not issued too")
    serve_ = commands.add_parser("serve", help="preview with live reload, unissued meetings included")
    serve_.add_argument("--address", default="127.0.0.1:8000", help="where to serve (default %(default)s)")
    book_ = commands.add_parser("yearbook", help="build the whole site as one PDF")
    for command, config in ((build_, "mkdocs.yml"), (serve_, "mkdocs.yml"), (book_, "yearbook.yml")):
        command.add_argument("--config", type=Path, default=Path(config), help="MkDocs' configuration")
        command.add_argument("--engine", default="mkdocs", help="mkdocs, or one that reads its configuration")
    for command in (check_, build_, serve_, book_):
        command.add_argument("--as-of", default="", metavar="DAY", help="the day that the site is right for")
    _add_new(
        commands.add_parser("new", help="begin an archive, a committee, a meeting, a case or minutes: files that pass")
    )
    issue_ = commands.add_parser("issue", help="record that a packet goes out: its pages keep their numbers")
    issue_.add_argument("meeting", help="the meeting's folder, such as ks/2022-09-26")
    issue_.add_argument("--date", type=_day, metavar="DAY", help="when it goes out (default: today)")
    issue_.add_argument("--renumber", action="store_true", help="give up the numbers that members have, and count anew")
    issue_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    adjust_ = commands.add_parser("adjust", help="lock adjusted minutes: from then on a change needs a correction")
    adjust_.add_argument(
        "meeting",
        nargs="?",
        default="",
        help="the meeting's folder, such as ks/2022-09-26; without it, the PDFs of all locked minutes are listed anew",
    )
    adjust_.add_argument(
        "--date",
        type=_day,
        metavar="DAY",
        help="when it was adjusted, if the minutes do not say; else up to when (default: today)",
    )
    adjust_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    verify_ = commands.add_parser("verify", help="tell whether a PDF is a published record")
    verify_.add_argument("pdf", help="a file, or an address on the web")
    verify_.add_argument("--site", default="", help="the site whose list of published records is asked")
    verify_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    schema_ = commands.add_parser("schema", help="write JSON Schemas of all fields, for editors and tools")
    schema_.add_argument("folder", type=Path, nargs="?", default=Path("schemas"), help="where to (default %(default)s)")
    pages = ("fields", "findings")
    schema_.add_argument("--reference", default="", choices=pages, help="print this page of the handbook instead")
    schema_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    table_ = commands.add_parser("table", help="write a finance table as a CSV file, a workbook or a fence")
    table_.add_argument("source", help="a text with a table, a CSV file, or a workbook (budget.xlsx!Sheet1)")
    table_.add_argument("--to", required=True, choices=("fence", "csv", "xlsx"), help="what it becomes")
    table_.add_argument("--table", default="", metavar="ID", help="which table of the text: its id, or its line")
    table_.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
    return parser


def _day(typed: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(typed)
    except ValueError:
        day = dt.date.min
    if day.year < _FIRST_YEAR:
        raise argparse.ArgumentTypeError(f"{typed} is no day; write it as 2022-12-31")
    return day


def _folder(typed: str) -> tuple[dt.date, str]:
    """A meeting's folder as its day and what tells it from another of that day."""
    day, suffix = typed[:10], typed[10:]
    if not re.fullmatch("(-[a-z0-9]+)*", suffix):
        raise argparse.ArgumentTypeError(f"{typed} is no folder of a meeting; write it as 2022-12-31 or 2022-12-31-2")
    return _day(day), suffix


def _time(typed: str) -> str:
    try:
        return f"{dt.datetime.strptime(typed.replace('.', ':'), '%H:%M'):%H:%M}"
    except ValueError:
        raise argparse.ArgumentTypeError(f"{typed!r} is no time of day; write it as 13:15") from None


def _words(typed: str) -> str:
    if not typed.strip() or not all(letter.isprintable() for letter in typed):
        raise argparse.ArgumentTypeError(f"{typed!r} has no letters, or some that cannot be printed")
    return typed


def _add_new(parser: argparse.ArgumentParser) -> None:
    metavar = "archive|committee|meeting|case|minutes|vote"
    kinds = parser.add_subparsers(dest="kind", required=True, metavar=metavar)
    archive = kinds.add_parser("archive", help="a municipality's own repository")
    archive.add_argument("folder", type=Path, help="where it is made")
    archive.add_argument("--name", type=_words, required=True, help="the municipality")
    several = "one of its committees; may be given several times"
    archive.add_argument("--committee", type=_words, required=True, action="append", help=several)
    archive.add_argument("--language", choices=("sv", "en"), default="sv", help="of the site (default %(default)s)")
    committee = kinds.add_parser("committee", help="a committee, without meetings")
    committee.add_argument("name", type=_words, help="its name")
    meeting = kinds.add_parser("meeting", help="a meeting, with what the committee's last one said")
    meeting.add_argument("committee", help="the committee's folder")
    meeting.add_argument("day", type=_folder, help="YYYY-MM-DD, with a suffix (-2) for another of the same day")
    meeting.add_argument("--time", type=_time, help="when it begins, such as 13:15")
    case = kinds.add_parser("case", help="a case of a meeting")
    case.add_argument("meeting", help="the meeting's folder, such as ks/2022-09-26")
    case.add_argument("title", type=_words, help="its title")
    case.add_argument("--dnr", default="", help="its registry number")
    case.add_argument("--folder", action="store_true", dest="with_folder", help="in a folder, for attachments")
    minutes = kinds.add_parser("minutes", help="the minutes of a meeting, with a heading for each item of its agenda")
    vote = kinds.add_parser("vote", help="print a vote of all who serve in an item by the minutes, to be filled in")
    for kind in (minutes, vote):
        kind.add_argument("meeting", help="the meeting's folder, such as ks/2022-09-26")
    vote.add_argument("item", help="the item's number on the agenda, or the paragraph's: '§ 24'")
    for kind in (committee, meeting, case, minutes, vote):
        kind.add_argument("--meetings", type=Path, default=Path("meetings"), help="the folder of the meetings")
