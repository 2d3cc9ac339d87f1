"""The corrections of adjusted minutes turned into rows, in order of their days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.paragraphs import numbered
from kallelse.model.record import Minutes
from kallelse.publish import when
from kallelse.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction: the day, of what (nothing where that is what the page is about), what was corrected, by whom."""

    date: str
    iso: str
    paragraph: str
    text: str
    by: str


def correction_rows(plan: Plan, minutes: Minutes, paragraph: int | None = None) -> tuple[CorrectionRow, ...]:
    """The corrections of one paragraph, with those of the minutes as a whole, or all of them."""
    return tuple(_rows(plan, minutes, paragraph))


def _rows(plan: Plan, minutes: Minutes, paragraph: int | None) -> Iterator[CorrectionRow]:
    for one in sorted(minutes.corrections, key=lambda each: (each.date, each.paragraph)):
        if paragraph is None or one.paragraph in (0, paragraph):
            name = numbered((one.paragraph,)) if one.paragraph else plan.words.record_page
            name = "" if one.paragraph == (paragraph or 0) else name
            by = plan.words.correction_by.format(by=one.by) if one.by else ""
            yield CorrectionRow(when.day(one.date, plan.language), dates.iso(one.date), name, one.text, by)
