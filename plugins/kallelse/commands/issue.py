"""A meeting turned into the record of a packet that goes out."""

from __future__ import annotations

import datetime as dt
import posixpath
import sys
from pathlib import Path

from kallelse import report
from kallelse.build import check, packet_to_issue
from kallelse.commands.folders import folder_in
from kallelse.commands.refusal import refused
from kallelse.issue import is_nothing_new, issue_of, record_text, renumbered, with_issued
from kallelse.locale import report as labels
from kallelse.model.finding import errors
from kallelse.read.meeting.issues import pdf_path, record_path
from kallelse.read.settings import settings_ahead
from kallelse.swap import write_whole


def run(root: Path, typed: str, date: dt.date | None, *, renumber: bool) -> int:
    """Keeps the PDF and the pages of a packet that goes out; the day of the first is written into its meeting."""
    language = settings_ahead(root).language
    folder = folder_in(typed, root)
    today = dt.date.today()
    found = packet_to_issue(root, folder, date or today, renumber)
    if found is None:
        wrong = [each for each in check(root).findings if each.place.path.startswith(f"{folder}/")]
        for line in report.finding_lines(wrong, root.as_posix(), language):
            print(line, file=sys.stderr)
        if errors(wrong):
            return 1
        return refused("begin-no-meeting", language, folder=folder, known=", ".join(_meetings(root)))
    meeting, packet, issues = found.meeting, found.packet, found.meeting.issues
    day: dt.date = date or (None if issues else meeting.issued) or today
    if not issues and renumber:
        return refused("issue-first", language)
    if not issues and day > meeting.date:
        return refused("issue-after", language, day=day.isoformat(), date=meeting.date.isoformat())
    if not issues and meeting.issued not in (None, day):
        return refused("issue-other-day", language, folder=folder, issued=str(meeting.issued))
    if issues and day < issues[-1].date:
        return refused("issue-backwards", language, issued=issues[-1].date.isoformat())
    for line in report.finding_lines(found.findings, root.as_posix(), language):
        print(line, file=sys.stderr)
    unfinished = [
        each for each in found.findings if each.code == "text-unfinished" and each.place.path.startswith(f"{folder}/")
    ]
    if errors(found.findings) or unfinished:
        return 1
    if packet is None:
        return refused("issue-no-agenda", language, folder=folder)
    issue = issue_of(meeting, packet, day, language)
    if is_nothing_new(meeting, issue):
        return refused("issue-same", language, issued=issues[-1].date.isoformat())
    if day > meeting.date:
        return refused("issue-after", language, day=day.isoformat(), date=meeting.date.isoformat())
    number = len(issues) + 1
    pdf, record, file = root / pdf_path(folder, number), root / record_path(folder), root / meeting.path
    made = {pdf: packet.pdf, record: record_text(meeting, issue, language).encode()}
    if meeting.issued is None:
        made[file] = with_issued(file.read_bytes().decode(), day).encode()
    pdf.parent.mkdir(exist_ok=True)
    # The record comes last: until it is there, nothing has gone out.
    for path in sorted(made, key=lambda path: path == record):
        write_whole(path, made[path])
    for path in made:
        print(labels.BEGUN[language].format(path=path))
    moved = renumbered(meeting, issue) if renumber else ()
    if moved:
        print(labels.MOVED[language])
        for one in moved:
            print(f"  {one.old} → {one.new or '–'}  {one.title}")
    print(labels.ISSUED[language].format(number=number, day=day, pages=packet.pages.total))
    return 0


def _meetings(root: Path) -> list[str]:
    return [posixpath.dirname(meeting.path) for _, meeting in check(root).archive.meetings()]
