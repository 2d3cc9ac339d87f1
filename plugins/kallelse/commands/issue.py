"""A meeting turned into the record of a packet that goes out."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from kallelse import report
from kallelse.commands.folders import folder_in
from kallelse.commands.missing import no_such_meeting
from kallelse.commands.refusal import refused
from kallelse.fonts.coverage import visible
from kallelse.issue import record_text, refusal_of, with_field
from kallelse.locale import report as labels
from kallelse.locale.changes import concordance_rows
from kallelse.model.finding import errors
from kallelse.model.renumbered import concordance
from kallelse.model.zone import local_day
from kallelse.outgoing import packet_to_issue
from kallelse.read.meeting.issues import pdf_path, record_path
from kallelse.read.settings import settings_ahead
from kallelse.swap import write_whole


def run(root: Path, typed: str, date: dt.date | None, *, renumber: bool) -> int:
    """Keeps the PDF and the pages of a packet that goes out; the day of the first is written into its meeting."""
    language = settings_ahead(root).language
    folder = folder_in(typed, root)
    found = packet_to_issue(root, folder, local_day(dt.datetime.now(dt.UTC)), date, renumber)
    if found is None:
        return no_such_meeting(root, folder, language)
    meeting, packet, issue, day = found.meeting, found.packet, found.issue, found.day
    # That the day is too late follows from this very call, and is told as what it is.
    own = (meeting.path, "meeting-issued-late")
    is_stopped = any((each.place.path, each.code) != own for each in errors(found.findings))
    refusal = refusal_of(meeting, day, issue, renumber=renumber, is_stopped=is_stopped)
    if refusal is not None:
        code, words = refusal
        return refused(code, language, **words)
    for line in report.finding_lines(found.findings, root.as_posix(), language):
        print(line, file=sys.stderr)
    if errors(found.findings) or packet is None or issue is None:
        print(labels.NOT_ISSUED[language], file=sys.stderr)
        return 1
    number = len(meeting.issues) + 1
    pdf, record, file = root / pdf_path(folder, number), root / record_path(folder), root / meeting.path
    made = {pdf: packet.pdf, record: record_text(meeting, issue, language).encode()}
    if meeting.issued is None:
        made[file] = with_field(file.read_bytes().decode(), "issued", day).encode()
    pdf.parent.mkdir(exist_ok=True)
    # The record comes last: until it is there, nothing has gone out.
    for path in sorted(made, key=lambda path: path == record):
        write_whole(path, made[path])
    for path in made:
        print(labels.BEGUN[language].format(path=path))
    if issue.renumbered:
        print(labels.MOVED[language])
        for name, old, new in concordance_rows(meeting, concordance(meeting.issues[-1], issue), language):
            print(visible(f"  {old} → {new}  {name}"))
    elif renumber:
        print(labels.UNMOVED[language])
    print(labels.ISSUED[language].format(number=number, day=day, pages=packet.pages.total))
    return 0
