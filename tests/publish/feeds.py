"""Feeds of archives made for tests, as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import feedparser
from kallelse.model.archive import Archive
from kallelse.model.meeting import Meeting
from kallelse.model.pages import RecordPdfs
from kallelse.model.settings import Keyword

from tests.publish import archives, sites
from tests.publish.archives import GSN, with_meeting

ROOT = archives.SETTINGS.url


ATOM = "{http://www.w3.org/2005/Atom}"


AT = f"{GSN}/2022-09-26"


Feeds = Mapping[str, str]


def feeds(archive: Archive, as_of: dt.date = archives.AS_OF, records: Mapping[str, RecordPdfs] | None = None) -> Feeds:
    """The feeds of an archive as text, by address."""
    made = sites.files(archive, {}, as_of, records)
    return {each.address: each.content.decode() for each in made if each.address.startswith("floden/")}


def following(archive: Archive, *words: Keyword) -> Archive:
    return replace(archive, settings=replace(archive.settings, follow=words))


def titles(feed: str) -> list[str]:
    """The titles of its entries, the newest first."""
    return [entry.title for entry in feedparser.parse(feed).entries]


def of_committee(*meetings: Meeting, as_of: dt.date = archives.AS_OF) -> str:
    return feeds(with_meeting(*meetings), as_of)[f"floden/namnd-{GSN}.xml"]
