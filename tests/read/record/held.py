"""A held meeting read from texts in memory, for tests of its minutes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kallelse.locale.findings import remedy, wrong
from kallelse.model.board import Board
from kallelse.model.finding import Finding
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.memory import Memory
from kallelse.model.numbered import numbered
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.settings import Settings
from kallelse.read.meeting.meeting import read_meeting
from kallelse.read.sources import Sources, SourceText

FOLDER = "gsn/2022-09-26"
PATH = f"{FOLDER}/minutes.md"
MEETING = (
    "---\nstart: 2022-09-26 13:15\nend: 2022-09-26 15:00\nplace: Rådhuset\nchair: Karin Ahlström (S)\n"
    "secretary: Sofia Berglund\nissued: 2022-09-19\n{more}---\n"
)
FRONT = """start: 2022-09-26 13:15
end: 2022-09-26 14:40
first: 21
chair: Karin Ahlström (S), ordförande
members:
  - Karin Ahlström (S), ordförande
  - Anders Holmgren (M), vice ordförande
  - Leila Haddad (V)
  - Per Nyberg (C)
serving:
  - Erik Dahl (S) för Mats Öberg
deputies:
  - Ulla Bergdahl (L)
others:
  - Karin Ekholm, IT-chef
adjusters: Anders Holmgren (M)
adjusted: 2022-10-03
kept: Kommunkansliet
postings: {date: 2022-10-04}
"""
BUDGET = """---
title: Budget
dnr: GSN 2022/35
recipients: [Ekonomichefen, Kommunstyrelsen]
---
## Förslag till beslut

Nämnden godkänner budgeten.

## Sammanfattning

Budgeten är i balans.
"""
CASES = {"01-budget.md": BUDGET, "02-plan.md": "---\ntitle: Plan\nkind: information\n---\n"}


@dataclass(frozen=True)
class Held:
    """The meeting as read, its minutes numbered, and what was found."""

    meeting: Meeting
    findings: tuple[Finding, ...]
    above: int

    @property
    def minutes(self) -> Minutes:
        assert self.meeting.minutes is not None
        return self.meeting.minutes

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.minutes.paragraphs

    @property
    def only(self) -> Paragraph:
        (paragraph,) = self.paragraphs
        return paragraph

    @property
    def told(self) -> list[tuple[str, int]]:
        """Codes of what was found in the minutes and lines, counted from 1 below the front matter, in their order."""
        own = [(one.code, one.place.line - self.above) for one in self.findings if one.place.path == PATH]
        return sorted(own, key=lambda each: (each[1], each[0]))

    @property
    def codes(self) -> list[str]:
        return [code for code, _ in self.told]


def held(
    body: str,
    cases: Mapping[str, str] | None = None,
    front: str = FRONT,
    meeting: str = "",
    committee: Committee | None = None,
    settings: Settings | None = None,
) -> Held:
    """The meeting of `cases`, by file name, with minutes of that front matter and `body`."""
    return held_of(f"---\n{front}---\n{body}", cases, meeting, committee, settings)


def held_of(
    minutes: str,
    cases: Mapping[str, str] | None = None,
    meeting: str = "",
    committee: Committee | None = None,
    settings: Settings | None = None,
) -> Held:
    """The same with the whole file of the minutes; each finding has words in both languages, and a line."""
    files = {
        "index.md": MEETING.format(more=meeting),
        **(CASES if cases is None else cases),
        "minutes.md": minutes,
    }
    reading = read_meeting(FOLDER, "GSN", sources_of(files), settings or Settings())
    assert reading.meeting is not None, reading.findings
    for finding in reading.findings:
        assert finding.place.line
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
    one = committee or Committee("gsn/index.md", "gsn", "gsn/index.html", "Servicenämnden", boards=(Board("Norrsala"),))
    counted = numbered(replace(one, meetings=(reading.meeting,)), Memory(lasts=False))
    above = minutes.split("\n---", 1)[0].count("\n") + 2
    return Held(counted.meetings[0], reading.findings, above)


def sources_of(files: Mapping[str, str]) -> Sources:
    """Sources of the meeting's folder that stand in no file, with composed letters and plain line ends."""
    texts = {
        f"{FOLDER}/{name}": SourceText(f"{FOLDER}/{name}", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
        for name, text in files.items()
    }
    paths = tuple(sorted(texts))
    return Sources(Path("nowhere"), frozenset(paths), paths, texts)


def right(found: Held) -> Held:
    """The same, in which nothing is wrong."""
    assert found.told == []
    return found


def extra(*bodies: str) -> str:
    """An item for each body, on no agenda."""
    return "".join(f"## Fråga {number} {{extra}}\n\n{body}\n\n" for number, body in enumerate(bodies, 1))


def front(**more: str) -> str:
    """The front matter with other lines for some of its keys."""
    kept = FRONT
    for key in more:
        start = kept.find(f"{key}:")
        if start >= 0:
            end = next(
                (
                    place
                    for place in range(start + 1, len(kept))
                    if kept[place - 1] == "\n" and kept[place] not in " \n"
                ),
                len(kept),
            )
            kept = kept[:start] + kept[end:]
    return kept + "".join(f"{key}:{value}\n" for key, value in more.items())
