"""What one PDF of the record holds: which paragraphs, of which sets, under which name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from kallelse.locale import dates
from kallelse.locale.minutes import WORDS, Words
from kallelse.locale.packet import WORDS as TEMPLATE_WORDS
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.record import Minutes, Paragraph, ParagraphSet, Stubs
from kallelse.model.settings import Settings
from kallelse.typeset.running import Running


class Kind(Enum):
    """What a PDF of the record is."""

    MINUTES = "minutes"
    EXTRACT = "extract"
    PROOF = "proof"


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """One PDF before it is set: its `minutes` have the paragraphs that it prints, which belong to `sets`.

    `addresses` are those of the site's pages by source path, for links that leave the PDF; `stubs` are paragraphs of
    other sets that it names.
    """

    kind: Kind
    committee: Committee
    meeting: Meeting
    minutes: Minutes
    settings: Settings
    addresses: Mapping[str, str]
    sets: tuple[ParagraphSet, ...]
    stubs: tuple[Paragraph, ...] = ()

    @property
    def words(self) -> Words:
        """The record's own words."""
        return WORDS[self.settings.language]

    @property
    def title(self) -> str:
        """`Protokoll`, `Protokollsutdrag`, `Bevis om anslag`."""
        names = {Kind.MINUTES: self.words.minutes, Kind.EXTRACT: self.words.extract, Kind.PROOF: self.words.proof}
        return self.words.notes if self.minutes.is_notes else names[self.kind]

    @property
    def date(self) -> dt.date:
        """The day that the PDF bears: of the last adjustment or correction in it, else of the meeting."""
        days = [one.adjustment.date for one in self.sets if one.adjustment.date is not None]
        told = {0, *(paragraph.number for paragraph in self.minutes.paragraphs)} if self.kind is not Kind.PROOF else ()
        corrected = [one.date for one in self.minutes.corrections if one.paragraph in told]
        return max((*days, *corrected), default=self.minutes.opened.date())

    @property
    def on_paper(self) -> tuple[ParagraphSet, ...]:
        """The sets that are signed on paper, or are to be."""
        return tuple(one for one in self.sets if not one.adjustment.signatures)

    @property
    def running(self) -> Running:
        """What stands on each page; minutes that are all signed on paper are signed at each foot."""
        initials = self.kind is Kind.MINUTES and self.on_paper == self.sets and not self.minutes.is_notes
        occasion = f"{self.title} {dates.day(self.minutes.opened.date(), self.settings.language)}"
        words = TEMPLATE_WORDS[self.settings.language]
        return Running(self.committee.name, occasion, words, initials=self._initials if initials else ())

    @property
    def _initials(self) -> tuple[str, ...]:
        """The chair, and as many as adjust a set with the chair; one where nothing is said of that."""
        chair, adjuster = self.words.initials
        return (chair, *(adjuster,) * max((1, *(len(one.adjustment.adjusters) for one in self.sets))))


def sheets_of(plan: RecordPlan) -> tuple[tuple[int, int | None, Paragraph], ...]:
    """The paragraphs as sheets of the PDF: number, the sheet that comes after, the paragraph."""
    shown = plan.stubs if plan.sets and plan.sets[0].stubs is Stubs.TEXT else ()
    paragraphs = in_order((*plan.minutes.paragraphs, *shown)) if shown else plan.minutes.paragraphs
    last = len(paragraphs)
    return tuple(
        (index, index + 1 if index < last else None, paragraph) for index, paragraph in enumerate(paragraphs, 1)
    )


def in_order(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs of several sets by their numbers."""
    return tuple(sorted(paragraphs, key=lambda each: (each.number, each.line)))
