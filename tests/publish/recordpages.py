"""The pages of the sample's record, and those of the same whose minutes or one paragraph are others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from kallelse.model.archive import Archive
from kallelse.model.record import Minutes, Paragraph
from kallelse.publish.page import Page

from tests.publish import archives, records, sites
from tests.publish.archives import GSN

MEETING = f"{GSN}/2022-09-26"
PAGES = sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs())


def with_minutes(minutes: Minutes | None, path: str = f"{MEETING}/index.md", **fields: Any) -> Archive:
    """The sample's archive whose meeting at `path` has these minutes, and those fields of its own."""
    archive = records.archive()
    return replace(
        archive,
        committees=tuple(
            replace(
                committee,
                meetings=tuple(
                    replace(each, minutes=minutes, **fields) if each.path == path else each
                    for each in committee.meetings
                ),
            )
            for committee in archive.committees
        ),
    )


def with_paragraph(paragraph: Paragraph, as_of: dt.date = records.LATER) -> dict[str, Page]:
    """The pages of the sample whose § 24 is another."""
    made = records.minutes()
    paragraphs = tuple(paragraph if each.number == paragraph.number else each for each in made.paragraphs)
    return sites.by_address(with_minutes(replace(made, paragraphs=paragraphs)), as_of=as_of)
