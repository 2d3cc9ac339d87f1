"""What paragraphs commission turned into the list of assignments, with what was reported back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from kallelse.locale.board import Words, board_words
from kallelse.model import fold
from kallelse.model.address import relative
from kallelse.model.decision import Assignment, Point
from kallelse.model.matter import ParagraphKey, Step
from kallelse.model.meeting import Committee, MeetingStatus
from kallelse.model.vote import PUT_OFF
from kallelse.publish import when
from kallelse.publish.decision import MinutedParagraph, is_ahead, recorded_of
from kallelse.publish.decisions import decided
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.parts import Tag, Value
from kallelse.publish.plan import ASSIGNMENTS, DECISIONS, Plan

_Extended: TypeAlias = tuple[MinutedParagraph, dt.date]
Reports: TypeAlias = dict[ParagraphKey, Step]


@dataclass(frozen=True, slots=True)
class Commissioned:
    """An assignment, the decision it was given in, the case that reports it back, if there is one.

    Where it was given another day since, `assignment` has it, and `extended` is the decision that gave it.
    """

    decided: MinutedParagraph
    point: Point
    assignment: Assignment
    report: Step | None
    extended: MinutedParagraph | None = None

    def is_open(self, plan: Plan) -> bool:
        """Whether nothing has been reported back before the day of the build: the case that does is still ahead."""
        return self.report is None or is_ahead(plan, self.report)


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """An assignment in a list: to whom, by when, what, where it was given, where it was or will be reported back."""

    title: str
    href: str
    tag: Tag
    to: str
    due: str
    given: str
    text: str
    reported: str
    report: Value | None


def assignment_page(plan: Plan) -> Page:
    """All assignments, the open ones first."""
    said = board_words(plan.language)
    found = commissioned(plan, plan.archive.committees)
    html = plan.render(
        "assignments.html",
        b=said,
        open=_rows(plan, _open(plan, found), ASSIGNMENTS, said),
        reported=_rows(plan, [each for each in found if not each.is_open(plan)], ASSIGNMENTS, said),
    )
    return Page(
        address=ASSIGNMENTS,
        title=said.assignments,
        description=said.assignments_lead,
        html=html,
        kind=PageKind.ASSIGNMENTS,
        crumbs=(Crumb(said.decisions, DECISIONS),),
        here=said.assignments,
    )


def open_rows(plan: Plan, committee: Committee, base: str) -> tuple[AssignmentRow, ...]:
    """The open assignments that a committee gave, as page `base` shows them."""
    return _rows(plan, _open(plan, commissioned(plan, (committee,))), base, board_words(plan.language))


def commissioned(plan: Plan, committees: Iterable[Committee]) -> list[Commissioned]:
    """The assignments that those committees gave in adjusted minutes, the latest first."""
    every = decided(plan, committees)
    given = [(each, point, point.assignment) for each in every for point in each.paragraph.points if point.assignment]
    reported = reports(plan, (Step(*one) for one in plan.archive.cases())) if given else {}
    extensions = extended(every)
    found = []
    for each, point, assignment in given:
        later, due = extensions.get(key_of(each), (None, assignment.due))
        found.append(Commissioned(each, point, replace(assignment, due=due), report_of(each, reported), later))
    return found


def key_of(each: MinutedParagraph) -> tuple[str, dt.date, int]:
    """What an assignment is named by when it gets another day: the committee, the day of the meeting, the paragraph."""
    return each.committee.path, each.meeting.date, each.paragraph.number


def extended(latest_first: Iterable[MinutedParagraph]) -> Mapping[tuple[str, dt.date, int], _Extended]:
    """By `key_of` a paragraph, the last decision that gave its assignments another day, and that day."""
    found: dict[tuple[str, dt.date, int], _Extended] = {}
    for each in latest_first:
        for one in each.paragraph.extensions:
            found.setdefault((each.committee.path, one.date, one.paragraph), (each, one.due))
    return found


def _open(plan: Plan, found: Iterable[Commissioned]) -> list[Commissioned]:
    """Those that are open, by the day they are due; those without a day last."""
    kept = [each for each in found if each.is_open(plan)]
    return sorted(kept, key=lambda each: each.assignment.due or dt.date.max)


def reports(plan: Plan, steps: Iterable[Step]) -> Reports:
    """The case that reports back on each paragraph; the first that does, where there are several.

    Nothing was reported at a meeting that was called off, nor by a case that was put off when it was up.
    """
    found: Reports = {}
    for step in sorted(steps, key=lambda step: step.meeting.sittings[0].start):
        named = [each for each in step.case.follows if each.reports]
        if named and step.meeting.status is MeetingStatus.CALLED and not _is_put_off(plan, step):
            for each in named:
                found.setdefault(ParagraphKey(each.body, each.date, each.paragraph), step)
    return found


def _is_put_off(plan: Plan, step: Step) -> bool:
    minuted = [each.paragraph for each in recorded_of(plan, step)]
    outcomes = {outcome for each in minuted for outcome in each.outcomes}
    return any(each.is_withdrawn for each in minuted) or (bool(outcomes) and outcomes <= PUT_OFF)


def report_of(each: MinutedParagraph, reported: Reports) -> Step | None:
    """The case that reports back on a paragraph, out of what `reports` found."""
    committee, number = each.committee, str(each.paragraph.number)
    keys = (ParagraphKey(body, each.meeting.date, number) for body in (committee.name, committee.short) if body)
    return next((reported[one] for one in keys if one in reported), None)


def _rows(plan: Plan, found: Iterable[Commissioned], base: str, said: Words) -> tuple[AssignmentRow, ...]:
    return tuple(_row(plan, each, base, said) for each in found)


def _row(plan: Plan, each: Commissioned, base: str, said: Words) -> AssignmentRow:
    of, assignment, report = each.decided, each.assignment, each.report
    given = said.paragraph_of.format(committee=of.committee.name, number=of.paragraph.number)
    given = f"{given}, {when.day(of.meeting.date, plan.language)}"
    if each.extended is not None:
        later = when.day(each.extended.meeting.date, plan.language)
        given += f" · {said.extended_in.format(number=each.extended.paragraph.number, day=later)}"
    reported = ""
    if report is not None:
        words = said.to_report if each.is_open(plan) else said.reported_in
        reported = words.format(day=when.days(report.meeting, plan.language))
    return AssignmentRow(
        title=of.paragraph.title,
        href=relative(of.minutes.paragraph_address(of.paragraph), base),
        tag=_tag(plan, each, said),
        to=assignment.to,
        due=said.due.format(day=when.day(assignment.due, plan.language)) if assignment.due is not None else "",
        given=given,
        text=fold.plain(each.point.blocks),
        reported=reported,
        report=None if report is None else Value(report.case.title, relative(report.case.address, base)),
    )


def _tag(plan: Plan, each: Commissioned, said: Words) -> Tag:
    if not each.is_open(plan):
        return Tag(said.reported, "ok")
    return overdue(plan, each.assignment.due, said) or Tag(said.open, "wait")


def overdue(plan: Plan, due: dt.date | None, said: Words) -> Tag | None:
    """That what should be reported by a day has not been; None until that day is over."""
    return Tag(said.overdue, "no") if due is not None and due < plan.as_of else None
