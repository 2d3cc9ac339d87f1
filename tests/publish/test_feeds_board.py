"""The feed of the notice board: what is up and until when, and which committee hears of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import feedparser
import pytest
from kallelse.model.archive import Archive
from kallelse.model.issue import Change, Issue, IssuedDocument
from kallelse.model.meeting import MeetingStatus
from kallelse.model.record import Posting

from tests.publish import councils, noticed
from tests.publish.archives import meeting
from tests.publish.feeds import feeds, titles


def test_the_boards_feed_has_what_is_up_with_the_last_day_to_appeal() -> None:
    up, down = feeds(noticed.whole(), noticed.AS_OF), feeds(noticed.whole(), dt.date(2023, 6, 1))
    board = {each.title.split(" ")[0]: each for each in feedparser.parse(up["floden/anslagstavlan.xml"]).entries}
    assert list(board) == ["Sammanträder:", "Anslaget", "Delegationsbeslut:"]
    assert board["Anslaget"].summary == "Sista dag att överklaga: 18 oktober 2022"
    assert board["Delegationsbeslut:"].summary.endswith("Sista dag att överklaga: 24 oktober 2022")
    assert titles(down["floden/anslagstavlan.xml"]) == []
    assert "Delegationsbeslut" not in down["floden/allt.xml"]


def _sheets(archive: Archive, as_of: dt.date) -> list[tuple[str, str, str]]:
    """How each title of the board's feed begins, since when it is there, and when it was changed last."""
    entries = feedparser.parse(feeds(archive, as_of)["floden/anslagstavlan.xml"]).entries
    return [(each.title.partition(" ")[0], each.published[5:10], each.updated[5:10]) for each in entries]


def test_a_notice_is_changed_when_the_last_board_has_it_and_the_time_to_appeal_begins() -> None:
    posted = tuple(Posting(board, noticed.day(10, day)) for board, day in zip(noticed.BOARDS, (4, 6), strict=True))
    archive = noticed.with_minutes(
        noticed.minutes(noticed.the_rest(postings=posted)), delegated=(noticed.delegated(postings=posted),)
    )
    names = ("Delegationsbeslut:", "Anslaget")
    for day, changed in ((5, "10-04"), (6, "10-06"), (7, "10-06")):
        assert sorted(_sheets(archive, noticed.day(10, day))) == sorted((name, "10-04", changed) for name in names)


@pytest.mark.parametrize("is_off", [True, False], ids=["called off", "changed"])
def test_what_the_board_says_of_a_meeting_of_the_council_is_changed_with_the_meeting(is_off: bool) -> None:
    (council, *_) = councils.council().committees
    path = f"{councils.COUNCIL}/2022-09-26/index.md"
    issue = Issue(dt.date(2022, 9, 12), (IssuedDocument(path, "", "", ("1",), ""),), (), "1.pdf")
    one = meeting(councils.COUNCIL, "2022-09-26", issued=issue.date, issues=(issue,))
    later = (
        replace(one, status=MeetingStatus.CANCELLED)
        if is_off
        else replace(one, changes=(Change(path, dt.date(2022, 9, 15), "Annan sal."),))
    )
    history = {path: (dt.date(2022, 9, 12), dt.date(2022, 9, 15))}
    archive = replace(councils.council(), committees=(replace(council, meetings=(later,)),), history=history)
    assert _sheets(archive, dt.date(2022, 9, 16)) == [("Sammanträder:", "09-12", "09-15")]


def test_a_committee_hears_of_its_own_notices_alone() -> None:
    found = feeds(noticed.whole(), noticed.AS_OF)
    boards = titles(found["floden/anslagstavlan.xml"])
    own = {
        each.folder: [title for title in titles(found[f"floden/namnd-{each.folder}.xml"]) if title in boards]
        for each in noticed.whole().committees
    }
    # Each notice is told by one committee, and each of two committees tells some.
    assert sorted(title for told in own.values() for title in told) == sorted(boards)
    assert len([told for told in own.values() if told]) == 2
