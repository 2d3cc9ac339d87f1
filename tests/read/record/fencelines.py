"""The lines of a fence read as if they stood in minutes, and the words that a fence knows."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import remedy, wrong
from kallelse.locale.record import LINES
from kallelse.locale.words import Fence
from kallelse.model.person import Person
from kallelse.model.record import Attendance, Attendee
from kallelse.model.vote import (
    RecordNoun,
)
from kallelse.read.record.fences import read_recorded
from kallelse.read.record.roster import Roster

KARIN, LEILA, ERIK = Person("Karin Ahlström", party="S"), Person("Leila Haddad", party="V"), Person("Erik Dahl")
ROSTER = Roster(Attendance(members=(Attendee(KARIN), Attendee(LEILA)), serving=(Attendee(ERIK, seat="Mats Öberg"),)))


def read(kind: Fence, *lines: str) -> tuple[RecordNoun | None, list[tuple[str, int]]]:
    """What a fence on line 10 says, and its findings, each with words in both languages."""
    noun, findings = read_recorded(kind, lines, 10, ROSTER, "minutes.md")
    for finding in findings:
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
    return noun, [(finding.code, finding.place.line) for finding in findings]


def whole(kind: Fence, *lines: str) -> RecordNoun:
    """What a fence says in which nothing is wrong."""
    noun, findings = read(kind, *lines)
    assert findings == []
    assert noun is not None
    return noun


def words_of(table: Mapping[str, object], value: object) -> list[str]:
    return [word for word, each in table.items() if each == value]


def key(name: str) -> list[str]:
    return words_of(LINES, name)
