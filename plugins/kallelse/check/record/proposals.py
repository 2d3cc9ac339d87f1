"""The proposals of all bodies to each other turned into findings for those that were never taken up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kallelse.model.archive import Archive
from kallelse.model.decision import Decision
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.meeting import Access, Case, Committee, Meeting
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.vote import UNDECIDED


def check_proposals(archive: Archive) -> Iterator[Finding]:
    """Each proposal that no case of its body goes on from, once that body has met afterwards."""
    bodies = {name: committee for committee in archive.committees for name in _names(committee)}
    standing = {number.identity for committee in archive.committees for number in committee.standing}
    for committee, meeting in archive.meetings():
        minutes = meeting.minutes
        for paragraph, decision in _proposals(minutes):
            other = bodies.get(decision.to.casefold())
            if minutes is None or other is None or other is committee:
                continue
            case = next((each for each in meeting.cases if each.path == paragraph.case), None)
            if case is not None and case.access is Access.CONFIDENTIAL:
                continue
            later = [each for each in other.meetings if each.date >= meeting.date]
            has_met = any(each.minutes is not None and each.date > meeting.date for each in later)
            numbers = _numbers(paragraph, case) - standing
            days = {meeting.date, minutes.opened.date()}
            if has_met and not any(_takes_up(each, committee, days, paragraph, numbers) for each in _cases(later)):
                place = Place(minutes.path, decision.line or paragraph.line)
                told = {"body": other.name, "paragraph": str(paragraph.number), "title": paragraph.title}
                yield Finding("proposal-unanswered", place, told, Severity.REMARK)


def _names(committee: Committee) -> set[str]:
    return {name.casefold() for name in (committee.name, committee.short) if name}


def _proposals(minutes: Minutes | None) -> Iterator[tuple[Paragraph, Decision]]:
    for paragraph in () if minutes is None or minutes.is_notes else minutes.paragraphs:
        for decision in paragraph.decisions:
            if decision.to and not {point.outcome for point in decision.points} <= UNDECIDED:
                yield paragraph, decision


def _cases(meetings: list[Meeting]) -> Iterator[Case]:
    return (case for meeting in meetings for case in meeting.cases)


def _numbers(paragraph: Paragraph, case: Case | None) -> set[str]:
    """The registry numbers under which the proposal may come back."""
    own = (paragraph.dnr, *(() if case is None else (case.dnr, *case.other_dnr)))
    return {number.identity for number in own if number is not None}


def _takes_up(case: Case, committee: Committee, days: set[dt.date], paragraph: Paragraph, numbers: set[str]) -> bool:
    """Whether a case goes on from a paragraph, as it says itself, or by its registry number."""
    own = {number.identity for number in (case.dnr, *case.other_dnr) if number is not None}
    return not own.isdisjoint(numbers) or any(
        each.body.casefold() in _names(committee)
        and each.date in days
        and each.paragraph in ("", str(paragraph.number))
        for each in case.follows
    )
