"""The archive and its packets turned into what every page looks up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from kallelse.locale.glossary import glossary
from kallelse.locale.pages import printed, spoken
from kallelse.locale.site import Words, words
from kallelse.model.archive import Archive
from kallelse.model.glossary import Term
from kallelse.model.matter import Matter, matters
from kallelse.model.meeting import Case, Committee, Meeting, Sitting
from kallelse.model.pages import Packet, PageRange, RecordPdfs
from kallelse.model.published import adjusted
from kallelse.model.record import Minutes
from kallelse.model.settings import Language, Settings
from kallelse.model.zone import moment
from kallelse.publish.explained import Explainer
from kallelse.publish.status import Status, status
from kallelse.publish.templates import environment, filled

START = "index.html"
MEETINGS = "moten/index.html"
MATTERS = "arenden/index.html"
DECISIONS = "beslut/index.html"
ASSIGNMENTS = "uppdrag/index.html"
SEARCH = "sok.html"
FOLLOW = "folj.html"
VERIFY = "kontrollera.html"
STATEMENT = "tillganglighet.html"
GLOSSARY = "ordlista.html"
DATA = "data/index.html"
REPORT = "data/rapport.html"
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Waypoint:
    """Where a case stands on the way of its matter; `index` counts its steps from 0."""

    matter: Matter
    index: int


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of a packet, none or in one place or several; `labels` are the numbers that all its pages print."""

    ranges: tuple[PageRange, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """`8–14, 19`."""
        return printed(*self.ranges, labels=self.labels)

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(len(each) for each in self.ranges)

    def page(self, index: int) -> Pages:
        """One of them, counted from 0; none where there are none."""
        numbers = [number for each in self.ranges for number in range(each.first, each.last + 1)]
        return replace(self, ranges=tuple(PageRange(number, number) for number in numbers[index : index + 1]))

    def spoken(self, language: Language) -> str:
        """`sidorna 8 till 14 och sidan 19`."""
        return spoken(*self.ranges, language=language, labels=self.labels)


@dataclass(frozen=True, slots=True)
class Plan:
    """What pages look up; `addresses` are pages, `matter_of` places of cases, both by source path.

    `adjusted` are the minutes as they are public on the day, `records` their PDFs, both by the path of the meeting.
    `is_verifiable` says that the site has a list of the PDFs that were published, now or before. `explainer` knows
    the words that pages explain.
    """

    archive: Archive
    packets: Mapping[str, Packet]
    as_of: dt.date
    words: Words
    templates: Environment
    addresses: Mapping[str, str]
    matters: tuple[Matter, ...]
    matter_of: Mapping[str, Waypoint]
    adjusted: Mapping[str, Minutes]
    records: Mapping[str, RecordPdfs]
    is_verifiable: bool
    explainer: Explainer

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that pages explain."""
        return self.explainer.terms

    @property
    def settings(self) -> Settings:
        return self.archive.settings

    @property
    def language(self) -> Language:
        return self.archive.settings.language

    def status(self, meeting: Meeting) -> Status:
        """How far `meeting` has come on the day of the build."""
        return status(meeting, self.as_of)

    def packet(self, meeting: Meeting) -> Packet | None:
        """The packet of `meeting`, if it has one."""
        return self.packets.get(meeting.path)

    def minutes(self, meeting: Meeting) -> Minutes | None:
        """What of the minutes of `meeting` is adjusted on the day of the build."""
        return self.adjusted.get(meeting.path)

    def record(self, meeting: Meeting) -> RecordPdfs | None:
        """The PDFs of the record of `meeting`, if it has some."""
        return self.records.get(meeting.path)

    def record_file(self, meeting: Meeting, address: str) -> Packet | None:
        """The PDF of the record of `meeting` at that address, if there is one."""
        found = self.records.get(meeting.path)
        return None if found is None else found.files.get(address)

    def case_pages(self, meeting: Meeting, case: Case) -> Pages:
        """The pages of `case` in the packet of `meeting`."""
        packet = self.packets.get(meeting.path)
        return Pages() if packet is None else Pages(packet.pages.cases.get(case.path, ()), packet.pages.labels)

    def document_pages(self, meeting: Meeting, path: str) -> Pages:
        """The pages of the document with that source path in the packet of `meeting`."""
        packet = self.packets.get(meeting.path)
        found = None if packet is None else packet.pages.documents.get(path)
        return Pages() if packet is None or found is None else Pages((found,), packet.pages.labels)

    def render(self, template: str, **values: object) -> str:
        """The content of a page by the template with that name, its first of each word that is a term explained.

        Raises TemplateError where a municipality's own template does not work.
        """
        return self.explainer.explained(self.render_unexplained(template, **values))

    def render_unexplained(self, template: str, **values: object) -> str:
        """The same of a page whose words are of another language than the terms."""
        return filled(self.templates, template, **values)


def plan(
    archive: Archive,
    packets: Mapping[str, Packet],
    as_of: dt.date,
    overrides: Path | None,
    records: Mapping[str, RecordPdfs],
) -> Plan:
    """What pages look up; templates in the folder `overrides` replace those of the package by name."""
    ways = matters(archive)
    return Plan(
        archive=archive,
        packets=packets,
        as_of=as_of,
        words=words(archive.settings.language),
        templates=environment(archive.settings.language, overrides),
        addresses=archive.addresses(),
        matters=ways,
        matter_of={
            step.case.path: Waypoint(matter, index) for matter in ways for index, step in enumerate(matter.steps)
        },
        adjusted={
            meeting.path: found
            for _, meeting in archive.meetings()
            if meeting.minutes is not None and (found := adjusted(meeting.minutes, as_of)) is not None
        },
        records=records,
        is_verifiable=bool(archive.manifest) or any(made.files for made in records.values()),
        explainer=Explainer(glossary(archive.glossary, archive.settings.language)),
    )


def end_of(plan: Plan, meeting: Meeting, sitting: Sitting) -> dt.datetime | None:
    """When a sitting ends: as called, else as minuted; nothing is made up where neither says so."""
    minutes = plan.minutes(meeting)
    minuted = None if minutes is None or len(meeting.sittings) > 1 else minutes.closed
    end = sitting.end or minuted
    # Of times that a clock set forward leaves out, the later may be the earlier moment.
    return end if end is not None and moment(end).timestamp() > moment(sitting.start).timestamp() else None


def meeting_name(committee: Committee, meeting: Meeting) -> str:
    """What the meeting is called beside its date: the committee, and its own title where it has one."""
    return f"{committee.name}, {meeting.title}" if meeting.title else committee.name
