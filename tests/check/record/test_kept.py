"""What was locked or published and is gone as a whole is told: minutes, their locks, their meeting, its line."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kallelse.check.record.locks import check_kept
from kallelse.model.archive import Archive
from kallelse.model.lock import Lock
from kallelse.model.manifest import MANIFEST, Manifest
from kallelse.model.record import Minutes

from tests.check.record.records import PATH, committee, meeting, minutes

KEPT = "nn/2022-09-26/adjusted/protokoll.pdf"
LOCK = Lock(dt.date(2022, 10, 4), (), "", KEPT, "0" * 64)
LISTED = (("0" * 64, "nn/2022-09-26/protokoll.pdf"),)


def told(record: Minutes | None, *locks: Lock, listed: Manifest = LISTED) -> list[tuple[str, str, int]]:
    whole = Archive(committees=(committee(meeting(record, locks=locks)),), manifest=listed)
    return [(each.code, each.place.path, each.place.line) for each in check_kept(whole)]


def test_what_is_locked_listed_and_there_is_no_finding() -> None:
    assert told(minutes(), LOCK) == []
    assert told(minutes(), listed=()) == []
    assert told(None, listed=()) == []


def test_minutes_that_were_locked_and_are_gone_are_told_where_their_pdf_was_kept() -> None:
    assert told(None, LOCK) == [("lock-no-minutes", KEPT, 0)]


def test_minutes_that_were_locked_are_no_notes_afterwards() -> None:
    notes = replace(minutes(), is_notes=True, lines={"notes": 3})
    assert told(notes, LOCK) == [("lock-notes", PATH, 3)]
    assert told(replace(notes, lines={}), LOCK) == [("lock-notes", PATH, 0)]
    assert told(notes, listed=()) == []


def test_locks_of_what_was_published_that_are_gone_are_told() -> None:
    assert told(minutes()) == [("lock-lost", PATH, 0)]
    assert told(minutes(), listed=(("0" * 64, "nn/2022-11-28/protokoll.pdf"),))[1:] == []


def test_a_lock_of_which_the_list_of_what_was_published_knows_nothing_is_told() -> None:
    assert told(minutes(), LOCK, replace(LOCK, pdf="x.pdf", sha256="1" * 64)) == [("lock-unlisted", "x.pdf", 0)]


def test_meetings_that_were_published_and_are_gone_are_told_in_the_order_of_their_folders() -> None:
    days = [f"2022-0{month}-01" for month in (8, 3, 9, 1, 5, 7, 2)]
    listed = (*LISTED, *((f"{place}" * 64, f"nn/{day}/protokoll.pdf") for place, day in enumerate(days, 1)))
    whole = Archive(committees=(committee(meeting(minutes(), locks=(LOCK,))),), manifest=listed)
    found = list(check_kept(whole))
    assert {(each.code, each.place.path) for each in found} == {("lock-no-meeting", MANIFEST)}
    assert [each.words["folder"] for each in found] == [f"nn/{day}" for day in sorted(days)]
