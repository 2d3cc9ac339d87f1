"""The adjusted minutes of a meeting turned into what nobody changes without a correction."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

from kallelse import report
from kallelse.adjust import adjusted, is_mended, locks_text, to_adjust
from kallelse.build import Request, build
from kallelse.commands.folders import folder_in
from kallelse.commands.missing import no_such_meeting
from kallelse.commands.refusal import refused
from kallelse.issue import with_field
from kallelse.locale import report as labels
from kallelse.locale.paragraphs import numbered
from kallelse.model.finding import Severity, errors
from kallelse.model.manifest import MANIFEST, manifest_of, manifest_text
from kallelse.model.settings import Language
from kallelse.model.zone import local_day
from kallelse.outgoing import record_to_adjust
from kallelse.publish.files import unlisted_records
from kallelse.read.record.locks import locks_path
from kallelse.read.settings import settings_ahead
from kallelse.swap import write_whole


def run(root: Path, typed: str, date: dt.date | None) -> int:
    """Keeps the PDFs and the digests of the sets that are adjusted, and adds what is published to the manifest.

    Without a meeting, what is `typed` being empty, it adds what is published of all meetings that were locked before.
    """
    language = settings_ahead(root).language
    day = date or local_day(dt.datetime.now(dt.UTC))
    if not typed:
        return _listed(root, day, language)
    folder = folder_in(typed, root)
    found = record_to_adjust(root, folder, day)
    if found is None:
        return no_such_meeting(root, folder, language)
    left = [each for each in found.findings if not is_mended(each, folder)]
    told = [each for each in left if each.place.path.startswith(f"{folder}/") or each.severity is Severity.ERROR]
    for line in report.finding_lines(told, root.as_posix(), language):
        print(line, file=sys.stderr)
    if errors(left):
        print(labels.NOT_ADJUSTED[language], file=sys.stderr)
        return 1
    meeting, minutes = found.meeting, found.meeting.minutes
    if minutes is None:
        return refused("adjust-no-minutes", language, folder=folder)
    if found.is_dated and date is None:
        return refused("adjust-no-day", language, folder=folder)
    if found.pdfs is None:
        days = [one.adjustment.date for one in minutes.sets if one.adjustment.date is not None]
        if days:
            return refused("adjust-ahead", language, folder=folder, date=str(min(days)), day=str(day))
        return refused("adjust-not-yet", language, folder=folder)
    sets = to_adjust(minutes, meeting.locks, day)
    made = adjusted(meeting, minutes, sets, found.pdfs, day)
    record, manifest = root / locks_path(folder), root / MANIFEST
    before = manifest_of(manifest.read_text("utf-8", errors="replace")) if manifest.is_file() else ()
    if not sets and set(made.published) <= set(before):
        return refused("adjust-same", language, folder=folder)
    files = {record.parent / name: content for name, content in made.pdfs.items()}
    if found.is_dated:
        text = root / minutes.path
        files[text] = with_field(text.read_bytes().decode(), "adjusted", day).encode()
    # What says so comes after what it speaks of: whatever is missing is mended by the same call.
    if sets:
        files[record] = locks_text((*meeting.locks, *made.locks), folder, language).encode()
    files[manifest] = manifest_text((*before, *made.published)).encode()
    record.parent.mkdir(exist_ok=True)
    for path, content in files.items():
        write_whole(path, content)
        print(labels.BEGUN[language].format(path=path))
    for one in sets:
        print(labels.LOCKED[language].format(paragraphs=numbered(one.numbers), day=one.adjustment.date))
    return 0


def _listed(root: Path, day: dt.date, language: Language) -> int:
    """Adds to the manifest what a site of that day has of the minutes that are locked."""
    built = build(Request(root, day, processes=os.cpu_count() or 1))
    if errors(built.findings):
        for line in report.finding_lines(built.findings, root.as_posix(), language):
            print(line, file=sys.stderr)
        return 1
    found, manifest = unlisted_records(built.archive, built.assets), root / MANIFEST
    if not found:
        return refused("adjust-listed", language)
    write_whole(manifest, manifest_text((*built.archive.manifest, *found)).encode())
    print(labels.BEGUN[language].format(path=manifest))
    return 0
