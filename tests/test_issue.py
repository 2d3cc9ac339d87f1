"""Why a packet does not go out: one reason for each meeting, day and wish."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.issue import issue_of, refusal_of
from kallelse.locale.refusals import REFUSALS
from kallelse.model.issue import Change
from kallelse.model.meeting import Meeting
from kallelse.model.pages import Packet, PageMap, PageRange

from tests.typeset.build import agenda, case, letter, meeting, p

ISSUED, LATER, AFTER = dt.date(2022, 9, 19), dt.date(2022, 9, 22), dt.date(2022, 9, 27)
NEW = replace(meeting(*agenda(case("a", "Avtal", letter("a", "Avtal", p("Text."))))), issued=None)
PACKET = Packet(b"%PDF", PageMap(2, documents={NEW.cases[0].path: PageRange(2, 2)}))
OUT = replace(NEW, issues=(issue_of(NEW, PACKET, ISSUED, "sv"),), issued=ISSUED)
MOVED = replace(OUT, place="Rådhuset")
DECLARED = (Change(OUT.path, LATER, "x"),)


def told(subject: Meeting, day: dt.date, *, renumber: bool = False, packet: bool = True, stopped: bool = False) -> str:
    issue = issue_of(subject, PACKET, day, "sv") if packet and not stopped else None
    found = refusal_of(subject, day, issue, renumber=renumber, is_stopped=stopped)
    if found is None:
        return ""
    code, words = found
    assert all(REFUSALS[code][language].format(**words) for language in ("sv", "en"))
    return code


@pytest.mark.parametrize(
    ("subject", "day", "options", "code"),
    [
        (NEW, ISSUED, {}, ""),
        (NEW, ISSUED, {"renumber": True}, "issue-first"),
        # What is wrong with the record may be why nothing seems to have gone out.
        (NEW, ISSUED, {"renumber": True, "stopped": True}, ""),
        (NEW, AFTER, {}, "issue-after"),
        (NEW, AFTER, {"stopped": True}, "issue-after"),
        (replace(NEW, issued=LATER), ISSUED, {}, "issue-other-day"),
        (replace(NEW, issued=ISSUED), ISSUED, {}, ""),
        (replace(NEW, agenda=()), ISSUED, {"packet": False}, "issue-no-agenda"),
        (NEW, ISSUED, {"stopped": True}, ""),
        (OUT, LATER, {}, "issue-same"),
        (OUT, AFTER, {}, "issue-same"),
        (OUT, dt.date(2022, 9, 18), {}, "issue-backwards"),
        (MOVED, LATER, {}, ""),
        (MOVED, ISSUED, {}, ""),
        (MOVED, AFTER, {}, "issue-after"),
        (replace(OUT, changes=DECLARED), LATER, {}, "issue-same"),
    ],
)
def test_each_packet_goes_out_or_is_told_why_not(
    subject: Meeting, day: dt.date, options: dict[str, bool], code: str
) -> None:
    assert told(subject, day, **options) == code
