"""Meetings and matters turned into their pages and news, or into those that were made of the same before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial

from kallelse.locale.inflected import Finder
from kallelse.model.matter import Matter, Step
from kallelse.model.meeting import AgendaRow, Committee, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.publish.attachment import attachment_pages
from kallelse.publish.case import case_page
from kallelse.publish.casenews import all_news
from kallelse.publish.decision import MinutedParagraph
from kallelse.publish.matter import following, matter_page
from kallelse.publish.meeting import meeting_page
from kallelse.publish.minutes import minutes_page
from kallelse.publish.news import MeetingNews
from kallelse.publish.page import Asset, Page
from kallelse.publish.paragraph import paragraph_page
from kallelse.publish.plan import Plan
from kallelse.publish.selfreport import Report, report_of


class Recalled:
    """What of a plan is made meeting by meeting, and where a memory of earlier ones helps."""

    def __init__(self, plan: Plan, memory: Memory) -> None:
        self.plan = plan
        self.memory = memory
        # What every page may look up, but for committees, meetings and their packets.
        parts = (plan.settings, plan.as_of, plan.addresses, plan.is_verifiable, plan.terms, Itself(plan.templates))
        self._ground: object = memory.of("ground", parts, object)
        self._bodies = {each.path: self._body(each) for each in plan.archive.committees}

    @cached_property
    def report(self) -> Report:
        """What the site says of itself, which a page and files tell."""
        return report_of(self.plan)

    def _body(self, committee: Committee) -> object:
        """What stands for a committee without its meetings."""
        return self.memory.of(("body", committee.path), (replace(committee, meetings=()),), object)

    def _told(self, committee: Committee, meeting: Meeting) -> tuple[object, ...]:
        """All that a page about a meeting may tell of it."""
        plan = self.plan
        made = Itself(meeting), Itself(plan.packet(meeting)), Itself(plan.record(meeting))
        # When it was written is told by news and calendars.
        written = tuple(plan.archive.history.get(path, ()) for path in meeting.files)
        return self._bodies[committee.path], *made, written

    def _way(self, matter: Matter) -> tuple[object, ...]:
        told = (part for step in matter.steps for part in (*self._told(step.committee, step.meeting), step.case.path))
        return matter.address, matter.numbers, matter.title, *told

    def matter_page(self, matter: Matter) -> Page:
        """The page of a matter."""
        put_off = following(self.plan, matter)
        coming = () if put_off is None else self._told(put_off.committee, put_off.meeting)
        parts = (self._ground, *self._way(matter), *coming)
        return self.memory.of(("page", matter.address), parts, partial(matter_page, self.plan, matter))

    def meeting_pages(self, committee: Committee, meeting: Meeting) -> Iterator[Page]:
        """The pages of a meeting: its own, and each case's before those of its attachments."""
        plan, told = self.plan, (self._ground, *self._told(committee, meeting))
        yield self.memory.of(("page", meeting.path), told, partial(meeting_page, plan, committee, meeting))
        rows = [row for row in meeting.agenda if row.case is not None]
        around = zip([None, *rows], rows, [*rows[1:], None], strict=False)
        for before, row, after in around:
            if row.case is None:
                continue
            step, parts = Step(committee, meeting, row.case), self._of_case(told, row.case.path)
            make = partial(case_page, plan, step, row, before, after)
            yield self.memory.of(("page", row.case.path), parts, make)
            papers = partial(_papers, plan, step, row)
            yield from self.memory.of(("papers", row.case.path), told, papers)
        minutes = plan.minutes(meeting)
        if minutes is None:
            return
        make = partial(minutes_page, plan, committee, meeting, minutes)
        yield self.memory.of(("page", minutes.path), told, make)
        for paragraph in () if minutes.is_notes else minutes.paragraphs:
            one = MinutedParagraph(committee, meeting, minutes, paragraph)
            parts = self._of_case(told, paragraph.case)
            yield self.memory.of(("page", one.address), parts, partial(paragraph_page, plan, one))

    def news(self, committee: Committee, meeting: Meeting, finder: Finder | None) -> MeetingNews:
        """What is new of a meeting and of its cases."""
        told = (self._ground, *self._told(committee, meeting))
        make = partial(all_news, self.plan, committee, meeting, finder)
        return self.memory.of(("news", meeting.path), told, make)

    def matter_feed(self, matter: Matter, make: Callable[[], Asset]) -> Asset:
        """The feed of a matter, as made by `make`."""
        return self.memory.of(("feed", matter.address), (self._ground, *self._way(matter)), make)

    def meeting_calendar(self, committee: Committee, meeting: Meeting, make: Callable[[], Asset]) -> Asset:
        """The calendar of one meeting, as made by `make`."""
        told = (self._ground, *self._told(committee, meeting))
        return self.memory.of(("calendar", meeting.path), told, make)

    def _of_case(self, told: tuple[object, ...], path: str) -> tuple[object, ...]:
        """What is `told` of a meeting, and the way of the case with that path."""
        place = self.plan.matter_of.get(path)
        return told if place is None else (*told, place.index, *self._way(place.matter))


def _papers(plan: Plan, step: Step, row: AgendaRow) -> tuple[Page, ...]:
    return tuple(attachment_pages(plan, step, row))
