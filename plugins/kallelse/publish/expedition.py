"""The adjusted paragraphs of an archive turned into the list of those to whom each decision is sent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kallelse.locale.expedition import COLUMNS
from kallelse.locale.figures import SPACE
from kallelse.locale.paragraphs import numbered
from kallelse.locale.site import words
from kallelse.locale.spreadsheets import csv_file
from kallelse.model.address import absolute
from kallelse.model.archive import Archive
from kallelse.model.meeting import Committee, Meeting, Recipient
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.settings import Settings
from kallelse.publish.outcome import outcome_tags
from kallelse.publish.page import Asset

EXPEDITION = "expedieringslista.csv"
"""The name of its file."""

# `Akten (för kännedom)`; what stands in brackets after a person is a party: `(S)`, `(KD)`.
_PURPOSE = re.compile(r"(?P<name>.+?)\s*\((?P<purpose>[^()]*[a-zåäö]{3}[^()]*)\)\s*")


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a row tells of a paragraph before its recipients and after them."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    recipients: tuple[Recipient, ...]


def expedition_files(archive: Archive, as_of: dt.date, addresses: Collection[str]) -> tuple[Asset, ...]:
    """A CSV file of one row for each recipient of each paragraph that is adjusted on the day `as_of`; none of no rows.

    Its columns are those of `locale.expedition.COLUMNS`; rows come by committee and in the order of paragraphs. An
    extract is told where it is among the `addresses` of the site.
    """
    rows = [
        (*sent.before, to.name, to.purpose, *sent.after)
        for committee, meeting in archive.meetings()
        for sent in _sent(committee, meeting, archive.settings, as_of, addresses)
        for to in sent.recipients
    ]
    if not rows:
        return ()
    language = archive.settings.language
    return (Asset(EXPEDITION, csv_file((COLUMNS[language], *rows), language).encode()),)


def _sent(
    committee: Committee, meeting: Meeting, settings: Settings, as_of: dt.date, addresses: Collection[str]
) -> Iterator[_Sent]:
    minutes, said = meeting.minutes, words(settings.language)
    for paragraph in minutes.paragraphs if minutes is not None else ():
        one = minutes.set_of(paragraph) if minutes is not None else None
        if minutes is None or one is None or not one.is_adjusted(as_of):
            continue
        extract = minutes.extract_pdf(paragraph)
        before = (
            committee.name,
            minutes.opened.date().isoformat(),
            numbered((paragraph.number,)).replace(SPACE, " "),
            paragraph.dnr.value if paragraph.dnr is not None else "",
            paragraph.title,
            ", ".join(tag.text for tag in outcome_tags(paragraph.outcomes, said)),
        )
        day = one.adjustment.date
        after = (
            day.isoformat() if day is not None else "",
            # Who got it before is to have it again.
            ", ".join(each.isoformat() for each in _corrected(minutes, paragraph, as_of)),
            absolute(settings.url, extract) if extract in addresses else "",
        )
        yield _Sent(before, after, tuple(_recipients(paragraph, meeting)))


def _corrected(minutes: Minutes, paragraph: Paragraph, as_of: dt.date) -> Iterator[dt.date]:
    """The days up to `as_of` on which the paragraph was corrected."""
    days = {each.date for each in minutes.corrections if each.paragraph in (0, paragraph.number)}
    return (day for day in sorted(days) if day <= as_of)


def _recipients(paragraph: Paragraph, meeting: Meeting) -> Iterator[Recipient]:
    """Those whom the paragraph names; who is one of its case's has the name and purpose told there."""
    cases = (case for case in meeting.cases if case.path == paragraph.case)
    known: Mapping[str, Recipient] = {each.line: each for case in cases for each in case.recipients}
    for line in paragraph.recipients:
        if line in known:
            yield known[line]
        elif (match := _PURPOSE.fullmatch(line)) is not None:
            yield Recipient(match["name"], match["purpose"])
        else:
            yield Recipient(line)
