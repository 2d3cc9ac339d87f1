"""Meetings and matters turned into their pages and news, or into those that were made of the same before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from kallelse.locale.inflected import Finder
from kallelse.model.matter import Matter, Step
from kallelse.model.meeting import AgendaRow, Committee, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.publish.attachment import attachment_pages
from kallelse.publish.case import case_page
from kallelse.publish.casenews import all_news
from kallelse.publish.decision import MinutedParagraph
from kallelse.publish.keptpages import KeptPages
from kallelse.publish.matter import following, matter_page
from kallelse.publish.meeting import meeting_page
from kallelse.publish.minutes import minutes_page
from kallelse.publish.news import MeetingNews
from kallelse.publish.page import Asset, Page
from kallelse.publish.paragraph import paragraph_page
from kallelse.publish.plan import Plan
from kallelse.publish.selfreport import Report, report_of


class _Making(NamedTuple):
    """Pages to be made: under what name, of what, and how."""

    name: tuple[str, str]
    parts: tuple[object, ...]
    make: Callable[[], tuple[Page, ...]]


class Recalled:
    """What of a plan is made meeting by meeting, where a memory of earlier ones helps, or else what these kept."""

    def __init__(self, plan: Plan, memory: Memory, look: str, store: Path | None = None) -> None:
        """Pages have that `look`, a digest of all templates; what is kept of them is in the folder `store`."""
        self.memory = memory
        # Who remembers pages does not keep them, too.
        self._kept = None if store is None or memory.lasts else KeptPages(store, plan.as_of, plan.addresses)
        # What every page may look up, but for committees, meetings and their packets.
        ground: tuple[object, ...] = (plan.settings, plan.is_verifiable, plan.terms, look)
        if self._kept is None:
            ground += (plan.as_of, plan.addresses)
            self.plan = plan
        else:
            self.plan = replace(plan, as_of=self._kept.day, addresses=self._kept.addresses)
        self._ground = memory.of("ground", ground, partial(Itself, ground))
        self._bodies = {each.path: self._body(each) for each in plan.archive.committees}
        self._matter_pages: dict[str, Page] = {}

    @cached_property
    def report(self) -> Report:
        """What the site says of itself, which a page and files tell."""
        return report_of(self.plan)

    def _body(self, committee: Committee) -> Itself:
        """What stands for a committee without its meetings."""
        body = replace(committee, meetings=())
        return self.memory.of(("body", committee.path), (body,), partial(Itself, body))

    def _told(self, committee: Committee, meeting: Meeting) -> tuple[object, ...]:
        """All that a page about a meeting may tell of it."""
        plan = self.plan
        # Minutes are made of what is public of them on the day.
        made = (meeting, plan.packet(meeting), plan.record(meeting), *([plan.minutes(meeting)] if self._kept else ()))
        # When it was written is told by news and calendars.
        written = tuple(plan.archive.history.get(path, ()) for path in meeting.files)
        return self._bodies[committee.path], *map(Itself, made), written

    def _way(self, matter: Matter) -> tuple[object, ...]:
        told = (part for step in matter.steps for part in (*self._told(step.committee, step.meeting), step.case.path))
        return matter.address, matter.numbers, matter.title, *told

    def matter_page(self, matter: Matter) -> Page:
        """The page of a matter."""
        if matter.address not in self._matter_pages:
            # Those that began at one meeting go on at much the same ones, and are kept together.
            began = matter.steps[0].meeting.path
            group = [matter] if self._kept is None else self._matters[began]
            made = self._made(f"matters of {began}", tuple(map(self._making_of, group)))
            self._matter_pages.update((page.address, page) for page in made)
        return self._matter_pages.pop(matter.address)

    @cached_property
    def _matters(self) -> Mapping[str, list[Matter]]:
        """The matters by the path of the meeting at which they began."""
        found: dict[str, list[Matter]] = {}
        for matter in self.plan.matters:
            found.setdefault(matter.steps[0].meeting.path, []).append(matter)
        return found

    def _making_of(self, matter: Matter) -> _Making:
        put_off = following(self.plan, matter)
        coming = () if put_off is None else self._told(put_off.committee, put_off.meeting)
        parts = (self._ground, *self._way(matter), *coming)
        return _page(matter.address, parts, partial(matter_page, self.plan, matter))

    def meeting_pages(self, committee: Committee, meeting: Meeting) -> Iterator[Page]:
        """The pages of a meeting: its own, and each case's before those of its attachments."""
        return self._made(meeting.path, tuple(self._makings(committee, meeting)))

    def _made(self, name: str, makings: Sequence[_Making]) -> Iterator[Page]:
        """The pages from memory one by one, or all of them as they are kept under that name."""
        if self._kept is not None:
            parts = [each.parts for each in makings]
            yield from self._kept.of(name, parts, lambda: chain.from_iterable(each.make() for each in makings))
            return
        for each in makings:
            yield from self.memory.of(each.name, each.parts, each.make)

    def _makings(self, committee: Committee, meeting: Meeting) -> Iterator[_Making]:
        plan, told = self.plan, (self._ground, *self._told(committee, meeting))
        yield _page(meeting.path, told, partial(meeting_page, plan, committee, meeting))
        rows = [row for row in meeting.agenda if row.case is not None]
        around = zip([None, *rows], rows, [*rows[1:], None], strict=False)
        for before, row, after in around:
            if row.case is None:
                continue
            step, parts = Step(committee, meeting, row.case), self._of_case(told, row.case.path)
            yield _page(row.case.path, parts, partial(case_page, plan, step, row, before, after))
            yield _Making(("papers", row.case.path), told, partial(_papers, plan, step, row))
        minutes = plan.minutes(meeting)
        if minutes is None:
            return
        yield _page(minutes.path, told, partial(minutes_page, plan, committee, meeting, minutes))
        for paragraph in () if minutes.is_notes else minutes.paragraphs:
            one = MinutedParagraph(committee, meeting, minutes, paragraph)
            parts = self._of_case(told, paragraph.case)
            yield _page(one.address, parts, partial(paragraph_page, plan, one))

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


def _page(name: str, parts: tuple[object, ...], make: Callable[[], Page]) -> _Making:
    return _Making(("page", name), parts, lambda: (make(),))


def _papers(plan: Plan, step: Step, row: AgendaRow) -> tuple[Page, ...]:
    return tuple(attachment_pages(plan, step, row))
