"""The paragraphs of a committee turned into findings for numbers that do not run on through a calendar year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.meeting import Committee, MeetingStatus
from kallelse.model.numbered import first_of
from kallelse.model.record import Minutes, Paragraph

# A meeting before has hardly fewer paragraphs than this, nor has a year more than that.
_FEW, _MANY = 3, 2000


@dataclass(slots=True)
class _Year:
    """How far the numbers of a year have come; `used` tells of which day's minutes each is."""

    last: int = 0
    used: dict[int, str] = field(default_factory=dict)
    is_repeating: bool = False
    # A meeting was held since, of which there are no minutes here.
    is_unknown: bool = False


def check_numbering(committee: Committee) -> Iterator[Finding]:
    """Findings about the numbers of all minutes of a committee, in order of time."""
    years: dict[int, _Year] = {}
    for meeting in committee.meetings:
        minutes = meeting.minutes
        if minutes is not None and not minutes.is_notes:
            year = years.setdefault(meeting.date.year, _Year())
            yield from _acknowledged(minutes, _numbers(minutes, year))
            year.is_unknown = year.is_unknown or minutes.is_cut_short
        elif minutes is None and meeting.status is MeetingStatus.CALLED:
            years.setdefault(meeting.date.year, _Year()).is_unknown = True


def _numbers(minutes: Minutes, year: _Year) -> Iterator[Finding]:
    for paragraph in minutes.paragraphs:
        number, expected = paragraph.number, year.last + 1
        # Where its heading says no number it comes from the front matter.
        is_first = paragraph is minutes.paragraphs[0] and minutes.first and not paragraph.stated
        place = Place(minutes.path, minutes.lines.get("first", paragraph.line) if is_first else paragraph.line)
        told = {"number": str(number), "expected": str(expected), "last": str(year.last)}
        if not number:
            continue
        if paragraph.stated not in (0, number):
            yield Finding("paragraph-stated", place, {"stated": str(paragraph.stated), "number": str(number)})
        if not year.used and not year.is_unknown:
            yield from _begins(minutes, paragraph, place)
        is_repeat = number in year.used
        if is_repeat:
            # Of a run of numbers that are all used already, the first tells.
            if not (year.is_repeating and number == expected):
                yield Finding("paragraph-repeat", place, {**told, "date": year.used[number]})
        elif year.last and number < expected:
            yield Finding("paragraph-back", place, told)
        elif year.last and not year.is_unknown and any(each not in year.used for each in range(expected, number)):
            yield Finding("paragraph-gap", place, told)
        year.used.setdefault(number, minutes.opened.date().isoformat())
        year.last, year.is_repeating, year.is_unknown = number, is_repeat, False


def _begins(minutes: Minutes, paragraph: Paragraph, place: Place) -> Iterator[Finding]:
    """A number of which a heading alone says that a year begins there, or that hardly comes after or before others."""
    number, typed = paragraph.number, minutes.first
    if typed and (2 <= typed <= _FEW or typed > _MANY):
        yield Finding("paragraph-first", place, {"number": str(number)}, Severity.REMARK)
    elif not typed and number > 1 and first_of(minutes) == number:
        yield Finding("paragraph-year", place, {"number": str(number)}, Severity.REMARK)


def _acknowledged(minutes: Minutes, found: Iterator[Finding]) -> Iterator[Finding]:
    """What is wrong with the numbers, or only told where the minutes own to it."""
    if not minutes.numbering:
        yield from found
        return
    findings = tuple(found)
    for finding in findings:
        told = {"numbering": minutes.numbering.rstrip("."), "paragraph": finding.words["number"]}
        yield Finding("paragraph-acknowledged", finding.place, told, Severity.REMARK)
    if not findings:
        place = Place(minutes.path, minutes.lines.get("numbering", 0))
        yield Finding("numbering-needless", place, severity=Severity.REMARK)
