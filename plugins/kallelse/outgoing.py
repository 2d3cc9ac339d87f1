"""The packet or the record of one meeting as it would go out, for the commands that keep it."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kallelse.adjust import is_mended
from kallelse.check.archive import check_archive
from kallelse.issue import issue_of
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place, errors, in_order
from kallelse.model.issue import Issue
from kallelse.model.lock import until
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.pages import Packet, RecordPdfs
from kallelse.model.record import ParagraphSet
from kallelse.model.renumbered import is_moved
from kallelse.model.settings import Language
from kallelse.read.archive import read_archive
from kallelse.read.meeting.meeting import due
from kallelse.typeset.packet import typeset_packet
from kallelse.typeset.record.pdfs import typeset_record

# How often a packet is set until the new numbers on its cover are those of its pages.
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class ToIssue:
    """A meeting as its file has it, its packet as it would go out on `day`, and what is kept of that, None without.

    An error stops a packet, and there is none of an empty agenda.
    """

    meeting: Meeting
    day: dt.date
    findings: tuple[Finding, ...]
    packet: Packet | None = None
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class ToAdjust:
    """A meeting whose minutes are adjusted, with its PDFs, None where an error stops them.

    `is_dated` says that a day was written into its minutes, which say none themselves.
    """

    meeting: Meeting
    findings: tuple[Finding, ...]
    pdfs: RecordPdfs | None = None
    is_dated: bool = False


def packet_to_issue(root: Path, folder: str, today: dt.date, day: dt.date | None, renumber: bool) -> ToIssue | None:
    """The packet of the meeting in `folder` as it would go out; None where there is no such meeting.

    It goes out on the `day` asked for, the first time else on the day that the meeting says, else `today`. To
    `renumber` is to count its pages anew.
    """
    archive, sources, findings = read_archive(root)
    found = next((each for each in archive.meetings() if posixpath.dirname(each[1].path) == folder), None)
    if found is None:
        return None
    committee, meeting = found
    day = day or (None if meeting.issues else meeting.issued) or today
    called = replace(meeting, issued=meeting.issued or day)
    archive = _with(archive, committee, meeting, called)
    findings = tuple(due(each) if each.place.path.startswith(f"{folder}/") else each for each in findings)
    findings = in_order((*findings, *check_archive(archive, sources.public)))
    if errors(findings) or not called.agenda:
        return ToIssue(meeting, day, findings)
    addresses, language = archive.addresses(), archive.settings.language

    def typeset(subject: Meeting, renumber: bool) -> tuple[Packet | None, tuple[Finding, ...]]:
        return typeset_packet(committee, subject, archive.settings, root, addresses, renumber=renumber)

    packet, more = typeset(called, renumber)
    issue = None if packet is None else issue_of(meeting, packet, day, language)
    if renumber and meeting.issues and issue is not None and is_moved(meeting.issues[-1], issue):
        packet, issue, more = _renumbered(called, replace(issue, renumbered=True), language, typeset)
        if issue is not None and not is_moved(meeting.issues[-1], issue):
            # It is the table that takes the room by which the pages would have moved.
            packet, more = typeset(called, False)
            issue = None if packet is None else issue_of(meeting, packet, day, language)
    return ToIssue(meeting, day, in_order((*findings, *more)), packet, issue)


def _renumbered(
    meeting: Meeting,
    issue: Issue,
    language: Language,
    typeset: Callable[[Meeting, bool], tuple[Packet | None, tuple[Finding, ...]]],
) -> tuple[Packet | None, Issue | None, tuple[Finding, ...]]:
    """The packet whose cover tells the new numbers that `issue` gives its pages, and what goes out with it.

    The table takes room of its own: it is set until the numbers in it are those that the pages have.
    """
    for _ in range(_ROUNDS):
        packet, findings = typeset(replace(meeting, issues=(*meeting.issues, issue)), True)
        if packet is None:
            return None, None, findings
        wanted = issue_of(meeting, packet, issue.date, language, renumbered=True)
        if wanted.documents == issue.documents:
            return packet, wanted, findings
        issue = wanted
    return None, None, (*findings, Finding("issue-unsettled", Place(meeting.path)))


def record_to_adjust(root: Path, folder: str, day: dt.date) -> ToAdjust | None:
    """The record of the meeting in `folder` as it is adjusted; None where there is no such meeting.

    Minutes of one set that name no day are adjusted on `day`. A correction of a later day allows nothing yet.
    """
    archive, sources, findings = read_archive(root)
    found = next((each for each in archive.meetings() if posixpath.dirname(each[1].path) == folder), None)
    if found is None:
        return None
    committee, meeting = found
    minutes = meeting.minutes
    if minutes is None:
        return ToAdjust(meeting, in_order(findings))
    minutes = until(minutes, meeting.locks, day)
    is_dated = [one.adjustment.date for one in minutes.sets] == [None]
    if is_dated:
        (one,) = minutes.sets
        minutes = replace(minutes, sets=(replace(one, adjustment=replace(one.adjustment, date=day)),))
    dated = replace(meeting, minutes=minutes)
    archive = _with(archive, committee, meeting, dated)
    findings = in_order((*findings, *check_archive(archive, sources.public)))
    if errors(each for each in findings if not is_mended(each, folder)):
        return ToAdjust(dated, findings, is_dated=is_dated)
    sets = tuple(one for one in minutes.sets if one.is_adjusted(day))
    numbers = {number for one in sets for number in one.numbers}
    if not numbers:
        return ToAdjust(dated, findings, is_dated=is_dated)
    # What is not adjusted names its numbers alone, as it does on the site.
    others = tuple(ParagraphSet(one.numbers, one.stated) for one in minutes.sets if one not in sets)
    shown = tuple(each for each in minutes.paragraphs if each.number in numbers)
    public = replace(dated, minutes=replace(minutes, sets=(*sets, *others), paragraphs=shown))
    pdfs, more = typeset_record(replace(committee, meetings=()), public, archive.settings, root, archive.addresses())
    return ToAdjust(dated, in_order((*findings, *more)), pdfs, is_dated)


def _with(archive: Archive, committee: Committee, old: Meeting, new: Meeting) -> Archive:
    """The archive with one of the meetings of `committee` in another's place."""
    meetings = tuple(new if each is old else each for each in committee.meetings)
    changed = replace(committee, meetings=meetings)
    return replace(archive, committees=tuple(changed if each is committee else each for each in archive.committees))
