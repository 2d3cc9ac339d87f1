"""What followers of one matter hear, and the names by which feeds know what was moved or renamed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import feedparser
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.lasting import lasting_case
from kallelse.model.meeting import Access, Case, CaseKind, Document
from kallelse.model.settings import Keyword
from kallelse.model.text import Body

from tests.publish import archives, moved, noticed
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.feeds import AT, Feeds, feeds, following
from tests.publish.trees import para


def changed_after(*cases: Case, issue: Issue, **fields: object) -> Feeds:
    """The feeds of a meeting whose packet went out, and which was changed after that."""
    one = meeting(GSN, "2022-09-26", *numbered(*cases), issued=issue.date, issues=(issue,), **fields)  # type: ignore[arg-type]
    return feeds(with_meeting(one), dt.date(2022, 9, 21))


def of_matter(found: Feeds) -> list[tuple[str, str, str]]:
    """The titles of its entries, the days on which they were new, and their summaries."""
    entries = feedparser.parse(found["floden/arende-gsn-2022-9.xml"]).entries
    return [
        (each.title, each.published[:10], each.summary.removeprefix("Gemensamma servicenämnden ")) for each in entries
    ]


def test_who_follows_a_matter_hears_that_its_meeting_was_moved() -> None:
    path = f"{AT}/index.md"
    case = plain_case(AT, "01-a", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
    late = plain_case(AT, "02-b", "Tillägg till avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
    late = replace(late, letter=Document(late.path, late.address, late.title, body=Body((para("Nytt."),))))
    issue = Issue(
        dt.date(2022, 9, 10), (IssuedDocument(path, "", "", ("1",), ""),), (IssuedCase(case.path, "1"),), "1.pdf",
        meeting="2022-09-19",
    )  # fmt: skip
    changes = (Change(path, dt.date(2022, 9, 15), "Sjukdom."), Change(late.path, dt.date(2022, 9, 20), "Brådskar."))
    found = changed_after(case, late, issue=issue, changes=changes, moved_from=("2022-09-19",))
    assert of_matter(found) == [
        # What came up later was never up on the first day.
        ("Tas upp: Tillägg till avtal", "2022-09-20", "26 september 2022"),
        ("Mötet är flyttat: Avtal", "2022-09-15", "26 september 2022"),
        ("Tas upp: Avtal", "2022-09-10", "19 september 2022"),
    ]
    feed = found["floden/arende-gsn-2022-9.xml"]
    assert feed.count("Mötet är flyttat från 19 september 2022 till 26 september 2022.") == 2
    early = changed_after(
        case, issue=issue, changes=(Change(path, dt.date(2022, 9, 22), "Sjukdom."),), moved_from=("2022-09-19",)
    )
    assert [title for title, _, _ in of_matter(early)] == ["Tas upp: Avtal"]


def test_a_case_that_came_after_the_summons_is_up_from_that_day() -> None:
    case = plain_case(AT, "01-a/index", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
    attachment = Document(f"{AT}/01-a/b.md", f"{AT}/01-a/b.html", "Underlag", 1, body=Body((para("Nytt."),)))
    case = replace(case, attachments=(attachment,))
    issue = Issue(dt.date(2022, 9, 10), (IssuedDocument(f"{AT}/index.md", "", "", ("1",), ""),), (), "1.pdf")

    def told(*days: int) -> list[tuple[str, str]]:
        changes = tuple(Change(attachment.path, dt.date(2022, 9, each), f"Skäl {each}.") for each in days)
        found = changed_after(case, issue=issue, changes=changes)
        assert [f"Skäl {each}." in found["floden/arende-gsn-2022-9.xml"] for each in days] == [
            each <= 21 for each in days
        ]
        return [(title, day[-2:]) for title, day, _ in of_matter(found)]

    assert told(15) == [("Tas upp: Avtal", "15")]
    assert told(15, 18) == [("Ändrade handlingar: Avtal", "18"), ("Tas upp: Avtal", "15")]
    assert told(22) == []
    # Of what nobody may read no such day is told.
    secret = plain_case(AT, "arende-1", "Sekretess.", CaseKind.DECISION, access=Access.CONFIDENTIAL)
    changes = (Change(secret.path, dt.date(2022, 9, 15), ""),)
    whole = following(with_meeting(meeting(GSN, "2022-09-26", *numbered(secret), issued=issue.date, issues=(issue,),
                                           changes=changes)), Keyword("sekretess"))  # fmt: skip
    (entry,) = feedparser.parse(feeds(whole)["floden/ord-sekretess.xml"]).entries
    assert entry.published[:10] == "2022-09-10"
    # Where nobody says when it came.
    assert told() == [("Tas upp: Avtal", "10")]


def test_what_is_moved_is_known_by_the_names_it_had_first() -> None:
    """A reader's program shows nothing twice when a meeting is put off, a committee or a case renamed."""
    after = moved.archive()
    before = _ids(feeds(archives.archive()))
    names = {
        "folders": _ids(feeds(after)),
        "committee": _ids(feeds(_renamed(archives.archive(), "committee"))),
        "case": _ids(feeds(_renamed(archives.archive(), "case"))),
    }
    old = f"{GSN}/2022-09-19"
    assert names["folders"] == {each.replace(f"{GSN}/2022-09-26", old) for each in before}
    assert names["committee"] == {each.replace(f"/{GSN}/", "/servicenamnd/") for each in before}
    assert names["case"] == {each.replace("/03-rapportering/index.html", "/3-ekonomi.html") for each in before}


def test_an_address_of_its_own_names_a_case_whatever_its_file_was_called() -> None:
    folder = f"{GSN}/2022-09-26"
    case = replace(plain_case(folder, "01-a", "Avtal", CaseKind.DECISION), address=f"{folder}/avtalet.html")
    one = meeting(GSN, "2022-09-26", *numbered(replace(case, moved_from=("09-z.md",))))
    (committee, *_) = with_meeting(one).committees
    (shown,) = one.cases
    assert lasting_case(committee, one, shown) == f"{folder}/avtalet.html"


def test_a_committee_that_is_renamed_keeps_its_feed_and_the_names_of_its_decisions() -> None:
    whole = noticed.whole()
    renamed = replace(
        whole, committees=tuple(replace(each, moved_from=(f"f-{each.folder}",)) for each in whole.committees)
    )
    before, after = (feeds(each, noticed.AS_OF) for each in (whole, renamed))
    folders = [each.folder for each in whole.committees]
    assert {f"floden/namnd-f-{each}.xml" for each in folders} <= after.keys()
    assert not {f"floden/namnd-{each}.xml" for each in folders} & after.keys()
    # What was said of a committee is known by its first folder, on the board too.
    board = "floden/anslagstavlan.xml"
    ids = [re.sub(r"(#|%23)", "#f-", each) for each in sorted(_ids({board: before[board]}))]
    assert ids == sorted(_ids({board: after[board]}))
    assert len(ids) == 4


def _ids(found: Feeds) -> set[str]:
    """The names of all entries, as feeds tell them."""
    return {each for text in found.values() for each in re.findall(r"<entry>\n<id>([^<]*)</id>", text)}


def _renamed(archive: Archive, what: str) -> Archive:
    board, other = archive.committees
    if what == "committee":
        return replace(archive, committees=(replace(board, moved_from=("servicenamnd",)), other))
    meetings = tuple(
        replace(
            one,
            agenda=tuple(
                replace(row, case=replace(row.case, moved_from=("3-ekonomi.md",)))
                if row.case is not None and row.case.path.endswith("03-rapportering/index.md")
                else row
                for row in one.agenda
            ),
        )
        for one in board.meetings
    )
    return replace(archive, committees=(replace(board, meetings=meetings), other))
