"""Atom feeds: what they owe the standard, what is new in them, and that nothing is in them too early."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.lasting import lasting_case
from kallelse.model.meeting import Access, Case, CaseKind, Document, Meeting, MeetingStatus, Sitting
from kallelse.model.memory import Memory
from kallelse.model.pages import RecordPdfs
from kallelse.model.record import Correction, Posting, Publication
from kallelse.model.settings import Keyword
from kallelse.model.text import Body, Note, Para, Text
from kallelse.publish.feeds import Feed, atom, newest
from kallelse.publish.news import News
from kallelse.publish.plan import plan

from tests.publish import archives, councils, moved, noticed, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.trees import para

ROOT = archives.SETTINGS.url
_ATOM = "{http://www.w3.org/2005/Atom}"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+0[12]:00")
_FOLLOW = (Keyword("digitalisering"), Keyword("fibernät", ("bredband",)))

_AT = f"{GSN}/2022-09-26"

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


_SITES = {
    "sample": (following(archives.archive(), *_FOLLOW), archives.AS_OF, {}),
    "decided": (following(records.archive(), *_FOLLOW), records.LATER, records.pdfs()),
    "announced": (following(noticed.whole(), *_FOLLOW), noticed.AS_OF, {}),
    "council": (following(councils.council(), *_FOLLOW), records.LATER, {}),
}


@pytest.mark.parametrize("name", _SITES)
def test_a_feed_has_what_the_standard_asks_for(name: str) -> None:
    archive, as_of, pdfs = _SITES[name]
    pages = sites.by_address(archive, {}, as_of, pdfs)
    known = {*pages, *(each.address for each in sites.files(archive, {}, as_of, pdfs))}
    found = feeds(archive, as_of, pdfs)
    assert len(found) >= 6
    for address, text in found.items():
        parsed = feedparser.parse(text)
        assert not parsed.bozo, address
        assert parsed.version == "atom10"
        feed = ET.fromstring(text)  # noqa: S314
        # RFC 4287, 4.1.1 and 4.1.2: exactly one of each, an author, a link to itself.
        for of, names in (
            (feed, ("id", "title", "updated")),
            *((e, ("id", "title", "updated")) for e in _entries(feed)),
        ):
            for each in names:
                assert len(of.findall(_ATOM + each)) == 1
        assert feed.findtext(f"{_ATOM}author/{_ATOM}name") == archive.settings.name
        links = {each.get("rel"): each.get("href", "") for each in feed.findall(f"{_ATOM}link")}
        assert links["self"] == feed.findtext(f"{_ATOM}id") == ROOT + address
        ids = [each.findtext(f"{_ATOM}id", "") for each in _entries(feed)]
        assert len(ids) == len(set(ids))
        assert all(each.startswith(ROOT) for each in ids)
        assert all(_DATE.fullmatch(each.text or "") for each in feed.iter(f"{_ATOM}updated"))
        days = [each.findtext(f"{_ATOM}updated", "") for each in _entries(feed)]
        assert days == sorted(days, reverse=True)
        assert max([feed.findtext(f"{_ATOM}updated", ""), *days]) == feed.findtext(f"{_ATOM}updated")
        assert all(day[:10] <= as_of.isoformat() for day in days)
        shown = [links["alternate"], *(entry.link for entry in parsed.entries)]
        for entry in parsed.entries:
            shown += sites.attributes(entry.content[0].value, "href")
        for link in shown:
            assert link.startswith(ROOT), (address, link)
            path, _, anchor = link.removeprefix(ROOT).partition("#")
            assert unquote(path) in known, (address, link)
            assert not anchor or anchor in sites.attributes(sites.whole(pages[path]), "id")


def _entries(feed: ET.Element) -> list[ET.Element]:
    return feed.findall(f"{_ATOM}entry")


def test_there_is_a_feed_for_all_each_committee_each_matter_each_word_and_the_board() -> None:
    archive = following(archives.archive(), *_FOLLOW)
    known = plan(archive, {}, archives.AS_OF, None, {})
    of_matters = {each.address.replace("arenden/", "floden/arende-").replace(".html", ".xml") for each in known.matters}
    assert "floden/arende-gsn-2020-35.xml" in of_matters
    assert set(feeds(archive)) == {
        *("floden/allt.xml", "floden/anslagstavlan.xml", "floden/ord-digitalisering.xml", "floden/ord-fibernat.xml"),
        *(f"floden/namnd-{GSN}.xml", f"floden/namnd-{archives.GSN_AU}.xml"),
        *of_matters,
    }


def test_without_the_address_of_the_site_there_is_none() -> None:
    archive = archives.archive()
    bare = replace(archive, settings=replace(archive.settings, url=""))
    assert feeds(bare) == {}
    pages = sites.by_address(bare)
    for page in pages.values():
        html = sites.whole(page, bare.settings)
        assert "floden/" not in html
        assert "webcal:" not in html
    assert "kalender/allt.ics" in pages["index.html"].html


# A meeting


def test_what_is_new_of_a_meeting_stands_in_order() -> None:
    found = feeds(records.archive(), records.LATER)
    mine = [each.split(":")[0] for each in titles(found[f"floden/namnd-{GSN}.xml"]) if "26 september 2022" in each]
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in mine] == [
        # The second board got the notice the day after the correction.
        *("Anslaget §§ 21–23, 25–26", "Rättelse § 24", "Protokoll §§ 21–23, 25–26"),
        *("Anslaget § 24", "Protokoll § 24", "Kallelse"),
    ]


def test_what_is_not_adjusted_is_in_no_feed() -> None:
    before, after = feeds(records.archive(), records.NEXT_DAY), feeds(records.archive(), records.LATER)
    assert "paragraf-24.html" in before["floden/allt.xml"]
    assert "paragraf-23.html" not in "".join(before.values())
    assert "paragraf-23.html" in after["floden/allt.xml"]


def test_notes_are_news_of_the_day_on_which_their_meeting_was_closed() -> None:
    closed = dt.datetime(2022, 9, 27, 0, 30)
    archive = noticed.with_minutes(replace(noticed.minutes(), is_notes=True, sets=(), closed=closed))
    found = feeds(archive, dt.date(2022, 9, 28))[f"floden/namnd-{GSN}.xml"]
    newest_one = feedparser.parse(found).entries[0]
    assert newest_one.title == "Minnesanteckningar: Gemensamma servicenämnden 26 september 2022"
    assert newest_one.updated[:10] == "2022-09-27"
    assert "<li>Rapportering" in newest_one.content[0].value
    assert "Minnesanteckningar" not in feeds(archive, dt.date(2022, 9, 26))[f"floden/namnd-{GSN}.xml"]


def test_a_meeting_is_news_from_the_day_of_its_summons() -> None:
    one = meeting(
        GSN,
        "2022-10-24",
        *numbered(plain_case(GSN, "hemligt", "Ännu hemligt", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))),
        issued=dt.date(2022, 10, 17),
    )
    assert titles(of_committee(one, as_of=dt.date(2022, 10, 16))) == []
    assert "Ännu hemligt" not in "".join(feeds(with_meeting(one), dt.date(2022, 10, 16)).values())
    found = feeds(with_meeting(one), dt.date(2022, 10, 17))
    assert titles(found["floden/arende-gsn-2022-9.xml"]) == ["Tas upp: Ännu hemligt"]
    assert "2022-10-17T00:00:00+02:00" in found["floden/allt.xml"]


def test_a_day_begins_as_the_clocks_of_its_season_have_it() -> None:
    winter = meeting(GSN, "2022-01-24", issued=dt.date(2022, 1, 17))
    assert "<updated>2022-01-17T00:00:00+01:00</updated>" in of_committee(winter)


@pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.POSTPONED])
@pytest.mark.parametrize(
    ("issued", "commits", "day"),
    [
        (dt.date(2022, 9, 1), (dt.date(2022, 8, 1), dt.date(2022, 9, 5)), "2022-09-05"),
        (dt.date(2022, 9, 1), (dt.date(2022, 10, 5),), "2022-09-01"),
        (dt.date(2022, 9, 1), (), "2022-09-01"),
        (None, (dt.date(2022, 9, 5), dt.date(2022, 9, 13)), "2022-09-05"),
        (None, (), ""),
        (dt.date(2022, 9, 1), (dt.date(2022, 8, 1), dt.date(2022, 10, 5)), "2022-09-01"),
        (dt.date(2022, 9, 1), (dt.date(2022, 9, 2), dt.date(2022, 9, 11)), "2022-09-02"),
    ],
    ids=[
        *("committed", "after its day", "no history", "never called", "no day at all", "before its summons alone"),
        "after the day of the build",
    ],
)
def test_a_meeting_that_is_called_off_is_news_of_a_day_that_is_known(
    status: MeetingStatus, issued: dt.date | None, commits: tuple[dt.date, ...], day: str
) -> None:
    case = plain_case(f"{GSN}/2022-09-12", "01-a", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
    one = meeting(GSN, "2022-09-12", *numbered(case), issued=issued, status=status, status_note="Ordförande är sjuk.")
    archive = replace(with_meeting(one), history={one.path: commits})
    found = feeds(archive, dt.date(2022, 9, 10 if dt.date(2022, 9, 11) in commits else 21))
    told = [entry for entry in feedparser.parse(found["floden/allt.xml"]).entries if "Kallelse" not in entry.title]
    word = "Inställt" if status is MeetingStatus.CANCELLED else "Uppskjutet"
    assert [(each.title, each.updated[:10]) for each in told] == (
        [(f"{word}: Gemensamma servicenämnden 12 september 2022", day)] if day else []
    )
    if day:
        assert "Ordförande är sjuk." in told[0].content[0].value
    if issued is not None:
        assert f"Mötet är {word.lower()}: Avtal" in titles(found["floden/arende-gsn-2022-9.xml"])


def test_what_is_changed_after_the_issue_is_news_of_each_day() -> None:
    folder = f"{GSN}/2022-09-26"
    attachment = Document(f"{folder}/01-a/b.md", f"{folder}/01-a/b.html", "Underlag", 1, body=Body((para("Nytt."),)))
    case = replace(
        plain_case(folder, "01-a/index", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9")), attachments=(attachment,)
    )
    one = meeting(
        GSN, "2022-09-26", *numbered(case),
        issues=(
            Issue(
                dt.date(2022, 9, 19), (IssuedDocument(f"{folder}/index.md", "", "", ("1",), ""),),
                (IssuedCase(case.path, "1"),), "1.pdf",
            ),
        ),
        changes=(
            Change(attachment.path, dt.date(2022, 9, 20), "Nämnden bad om det."),
            Change(attachment.path, dt.date(2022, 9, 23), "Ny siffra."),
        ),
    )  # fmt: skip
    found = feeds(with_meeting(one), dt.date(2022, 9, 21))
    assert titles(found["floden/allt.xml"])[0] == "Ändrade handlingar: Gemensamma servicenämnden 26 september 2022"
    assert "Bilaga 1 Underlag" in found["floden/allt.xml"]
    assert "Nämnden bad om det." in found["floden/arende-gsn-2022-9.xml"]
    assert "Ny siffra." not in "".join(found.values())
    later = feeds(with_meeting(one), dt.date(2022, 9, 23))
    assert titles(later["floden/arende-gsn-2022-9.xml"])[:2] == ["Ändrade handlingar: Avtal"] * 2


def test_what_is_withdrawn_of_a_case_is_news_of_its_matter_unless_it_may_not_be_told() -> None:
    folder = f"{GSN}/2022-09-26"
    case = plain_case(folder, "01-a/index", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
    other = plain_case(folder, "02-b/index", "Annat", CaseKind.DECISION, dnr=Dnr("GSN 2022/10"))
    out = tuple(
        IssuedDocument(f"{folder}/{name}", title, "1", ("2",), "")
        for name, title in (("index.md", ""), ("01-a/karta.pdf", "Karta"), ("01-a/b.md", "Namn"), ("01-a/c.md", ""))
    )
    changes = tuple(
        Change(each.path, dt.date(2022, 9, 20), f"Utgår, {each.path[-9:]}.", withhold=each.title == "Namn")
        for each in out[1:]
    )
    issue = Issue(dt.date(2022, 9, 19), out, (IssuedCase(case.path, "1"), IssuedCase(other.path, "2")), "1.pdf")
    archive = with_meeting(meeting(GSN, "2022-09-26", *numbered(case, other), issues=(issue,), changes=changes))
    found = feeds(archive, dt.date(2022, 9, 21))
    told = found["floden/arende-gsn-2022-9.xml"]
    assert titles(told) == ["Ändrade handlingar: Avtal", "Tas upp: Avtal"]
    assert ("karta.pdf" in told, "b.md" in told, "c.md" in told) == (True, False, False)
    assert titles(found["floden/arende-gsn-2022-10.xml"]) == ["Tas upp: Annat"]
    assert titles(feeds(archive, dt.date(2022, 9, 19))["floden/arende-gsn-2022-9.xml"]) == ["Tas upp: Avtal"]


def test_what_is_changed_of_papers_that_nobody_may_read_is_told_of_no_matter() -> None:
    folder = f"{GSN}/2022-09-26"
    secret = Document(f"{folder}/01-a/b.md", "", "Uppgiften omfattas av sekretess.", 1, access=Access.CONFIDENTIAL)
    case = replace(
        plain_case(folder, "01-a/index", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9")), attachments=(secret,)
    )
    one = meeting(
        GSN, "2022-09-26", *numbered(case),
        issues=(Issue(dt.date(2022, 9, 19), (IssuedDocument(f"{folder}/index.md", "", "", ("1",), ""),), (), "1.pdf"),),
        changes=(Change(secret.path, dt.date(2022, 9, 20), "Nya uppgifter."),),
    )  # fmt: skip
    found = feeds(with_meeting(one), dt.date(2022, 9, 21))
    assert titles(found["floden/arende-gsn-2022-9.xml"]) == ["Tas upp: Avtal"]
    page = sites.of_meetings(one)[one.address].html
    assert ("Nya uppgifter." in page) == ("Nya uppgifter." in found["floden/allt.xml"])


# A matter, a word


def test_a_matter_is_followed_from_its_first_meeting_to_what_was_decided() -> None:
    assert titles(feeds(records.archive(), records.LATER)["floden/arende-gsn-2020-35.xml"]) == [
        "Rättelse: Digitaliseringsstrategi",
        "Bifall: Digitaliseringsstrategi",
        "Tas upp: Digitaliseringsstrategi",
        "Bifall: Förlängd tidsram",
        "Tas upp: Förlängd tidsram",
        "Bordlagt: Begäran om förlängd tid",
        "Tas upp: Begäran om förlängd tid",
        "Tas upp: Uppdrag att ta fram en digitaliseringsstrategi",
    ]


def test_a_correction_is_news_of_its_own_matter_alone() -> None:
    found = feeds(records.archive(), records.LATER)
    corrected = {address for address, text in found.items() if any("Rättelse" in each for each in titles(text))}
    of_matters = {each for each in corrected if each.startswith("floden/arende-")}
    assert of_matters == {"floden/arende-gsn-2020-35.xml"}
    assert titles(found["floden/arende-au-2022-6.xml"])[0] == "Ändrat: Rapportering av verksamhetsmål och ekonomi"


def test_a_matter_and_the_board_are_told_whole_and_other_feeds_have_the_fifty_newest() -> None:
    number, start = Dnr("GSN 2022/9"), dt.date(2021, 1, 4)
    meetings = [
        meeting(GSN, day, *numbered(plain_case(f"{GSN}/{day}", "01-a", "Avtal", CaseKind.DECISION, dnr=number)))
        for day in (str(start + dt.timedelta(weeks=week)) for week in range(60))
    ]
    posted = (Posting("Norrsala", dt.date(2022, 9, 20)),)
    announced = tuple(
        noticed.delegated(decision=f"Beslut {each}", date=dt.date(2022, 9, 19), postings=posted) for each in range(60)
    )
    whole = following(with_meeting(*meetings, delegated=announced), Keyword("avtal"))
    count = {address: len(titles(text)) for address, text in feeds(whole).items()}
    assert count == {
        "floden/arende-gsn-2022-9.xml": 60,
        "floden/anslagstavlan.xml": 60,
        "floden/allt.xml": 50,
        f"floden/namnd-{GSN}.xml": 50,
        "floden/ord-avtal.xml": 50,
    }


def test_a_feed_of_a_word_has_all_news_of_what_it_stands_in_and_of_nothing_else() -> None:
    archive = following(archives.archive(), Keyword("handlingsplan"), Keyword("uppdrag"), Keyword("häst"))
    found = feeds(archive)
    assert titles(found["floden/ord-handlingsplan.xml"]) == ["Tas upp: Rapportering av verksamhetsmål och ekonomi"]
    assert "Uppdrag att ta fram en digitaliseringsstrategi" in " ".join(titles(found["floden/ord-uppdrag.xml"]))
    assert titles(found["floden/ord-hast.xml"]) == []


def test_a_word_is_found_in_what_was_decided_and_in_announced_decisions() -> None:
    found = feeds(following(noticed.whole(), Keyword("nätverk")), noticed.AS_OF)
    assert titles(found["floden/ord-natverk.xml"]) == ["Delegationsbeslut: Upphandlingen av nätverksutrustning avbryts"]
    council = feeds(following(councils.council(), Keyword("revisor")), records.LATER)
    assert titles(council["floden/ord-revisor.xml"]) == ["Valt: Val av revisorer"]
    of_case = feeds(following(records.archive(), Keyword("digitaliseringsstrategi")), records.LATER)
    ids = [each.id for each in feedparser.parse(of_case["floden/ord-digitaliseringsstrategi.xml"]).entries]
    # What a case's paragraph says is news of the case alone.
    assert len(set(ids)) == len(ids) > 2


_WORD = (Text("Om biblioteket"),)


@pytest.mark.parametrize(
    "where",
    [
        {"short_proposal": "Biblioteket stängs."},
        {"letter": {"heading": _WORD}},
        {"letter": {"body": Body((para("Text."),), notes=(Note("1", (Para(_WORD),)),))}},
        {"attachments": {"title": "Ritning av biblioteket"}},
        {"attachments": {"foreign": Foreign((ForeignPage(595, 842, "Bibliotekets plan"),))}},
    ],
    ids=["proposal in short", "heading", "note", "title of an attachment", "page from elsewhere"],
)
def test_a_word_is_found_wherever_a_case_has_it_but_in_papers_that_nobody_may_read(where: dict[str, Any]) -> None:
    case = plain_case(_AT, "01-a", "Avtal", CaseKind.DECISION)

    def found(access: Access) -> list[str]:
        given = dict(where)
        if "letter" in where:
            given["letter"] = Document(case.path, case.address, "", access=access, **where["letter"])
        if "attachments" in where:
            given["attachments"] = (Document(f"{_AT}/b", "", **{"title": "B", **where["attachments"]}, access=access),)
        archive = following(
            with_meeting(meeting(GSN, "2022-09-26", *numbered(replace(case, **given)))), Keyword("bibliotek")
        )
        return titles(feeds(archive)["floden/ord-bibliotek.xml"])

    assert found(Access.PUBLIC) == ["Tas upp: Avtal"]
    assert found(Access.CONFIDENTIAL) == (["Tas upp: Avtal"] if "short_proposal" in where else [])


def test_news_of_a_decision_leads_to_its_paragraph() -> None:
    feed = feeds(records.archive(), records.LATER)["floden/arende-gsn-2020-35.xml"]
    entries = {each.title: each for each in feedparser.parse(feed).entries}
    page = f"{ROOT}{_AT}/paragraf-24.html"
    for title in ("Bifall: Digitaliseringsstrategi", "Rättelse: Digitaliseringsstrategi"):
        assert entries[title].link == page
    assert f'<a href="{page}">Protokoll §' in entries["Bifall: Digitaliseringsstrategi"].content[0].value


def test_what_is_confidential_is_found_by_no_word() -> None:
    one = archives.secret_meeting()
    found = feeds(following(with_meeting(one), Keyword("avtal"), Keyword("sekretess")))
    assert "Avtal om drift" in found["floden/ord-avtal.xml"]
    secret = next(case for case in one.cases if case.access is Access.CONFIDENTIAL)
    told = feedparser.parse(found["floden/ord-sekretess.xml"]).entries
    assert [each.title for each in told] == [f"Tas upp: {secret.title}"]


# The board


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


# Writing


def _news(title: str, day: dt.date = archives.AS_OF, name: str = "a.html#x") -> News:
    return News(name, day, title, title, "a.html", f"<p>{escape(title, quote=False)}</p>", (title,))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=80) | st.sampled_from(["&<>\"'", "]]>", "😀" * 300]))
def test_any_title_comes_out_as_it_is(title: str) -> None:
    text = atom(Feed("f.xml", title, title, "a.html"), [_news(title)], archives.SETTINGS, archives.AS_OF)
    # XML keeps no carriage return (2.11) and has no way to write some signs (2.2).
    meant = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", title)
    meant = re.sub("\r\n?", "\n", meant)
    feed = ET.fromstring(text.encode())  # noqa: S314
    assert feed.findtext(f"{_ATOM}title") == meant
    assert feed.findtext(f"{_ATOM}entry/{_ATOM}title") == meant
    content = feed.findtext(f"{_ATOM}entry/{_ATOM}content", "")
    assert content == f"<p>{escape(meant, quote=False)}</p>"


def test_links_of_a_text_are_whole_and_words_that_look_like_links_stay() -> None:
    one = replace(
        _news("T"),
        html='<p>href="x" <a class="k" href="../b/c d.html#e">B</a> <a href="#note">1</a> <img src="d.png"></p>',
        base="folder/page.html",
    )
    text = atom(Feed("f.xml", "T", "T", "a.html"), [one], archives.SETTINGS, archives.AS_OF)
    content = ET.fromstring(text).findtext(f"{_ATOM}entry/{_ATOM}content", "")  # noqa: S314
    assert content == (
        f'<p>href="x" <a class="k" href="{ROOT}b/c d.html#e">B</a> <a href="{ROOT}a.html#note">1</a> '
        f'<img src="{ROOT}folder/d.png"></p>'
    )


def test_a_feed_has_the_fifty_newest() -> None:
    news = [_news("T", dt.date(2022, 1, 1) + dt.timedelta(each), f"{each}") for each in range(60)]
    assert [each.name for each in newest(news)] == [f"{each}" for each in range(59, 9, -1)]
    assert len(newest(news, None)) == 60


def test_a_meeting_that_was_moved_after_its_summons_is_news_with_both_days() -> None:
    path = f"{GSN}/2022-09-26/index.md"
    issue = Issue(dt.date(2022, 9, 10), (IssuedDocument(path, "", "", ("1",), ""),), (), "1.pdf", meeting="2022-09-19")
    one = meeting(
        GSN,
        "2022-09-26",
        issued=issue.date,
        issues=(issue,),
        changes=(Change(path, dt.date(2022, 9, 15), "Sjukdom."),),
        moved_from=("2022-09-19",),
    )
    found = of_committee(one)
    assert titles(found) == [
        "Flyttat möte: Gemensamma servicenämnden 26 september 2022",
        "Kallelse: Gemensamma servicenämnden 19 september 2022",
    ]
    assert found.count("Mötet är flyttat från 19 september 2022 till 26 september 2022.") == 2
    # Once another packet has gone out, the move is still that of its day and no other's.
    again = replace(
        one,
        issues=(issue, replace(issue, date=dt.date(2022, 9, 16), meeting="2022-09-26")),
        changes=(*one.changes, Change(path, dt.date(2022, 9, 20), "Annan sal.")),
    )
    assert titles(of_committee(again)) == [
        "Ändrade handlingar: Gemensamma servicenämnden 26 september 2022",
        "Flyttat möte: Gemensamma servicenämnden 26 september 2022",
        "Kallelse: Gemensamma servicenämnden 19 september 2022",
    ]


@pytest.mark.parametrize(
    "days", [(10,), (16,), (12, 16)], ids=["day of the first packet", "of the next", "last of two"]
)
def test_a_move_is_news_of_the_last_day_that_is_declared_between_packets(days: tuple[int, ...]) -> None:
    path = f"{GSN}/2022-09-26/index.md"
    first = Issue(dt.date(2022, 9, 10), (IssuedDocument(path, "", "", ("1",), ""),), (), "1.pdf", meeting="2022-09-19")
    one = meeting(
        GSN,
        "2022-09-26",
        issued=first.date,
        issues=(first, replace(first, date=dt.date(2022, 9, 16), meeting="2022-09-26")),
        changes=tuple(Change(path, dt.date(2022, 9, each), "Sjukdom.") for each in days),
        moved_from=("2022-09-19",),
        sittings=(Sitting(dt.datetime(2022, 9, 26, 13, 15), dt.datetime(2022, 9, 26, 16)),),
    )
    entries = feedparser.parse(of_committee(one)).entries
    (moved_on,) = (each for each in entries if "Flyttat möte" in each.title)
    assert moved_on.published[:10] == f"2022-09-{days[-1]:02d}"
    (called,) = (each for each in entries if "Kallelse" in each.title)
    assert called.summary.replace("\N{NO-BREAK SPACE}", " ") == (
        "Gemensamma servicenämnden 19 september 2022, kl. 13.15–16.00, Digitalt"
    )


def test_the_news_of_a_summons_has_its_agenda_without_breaks() -> None:
    found = of_committee(archives.secret_meeting())
    assert "Upprop" in found
    assert "Avtal om drift" in found
    assert "Lunch" not in found


def test_the_news_of_a_summons_leads_to_its_packet_and_that_of_minutes_to_what_was_decided() -> None:
    made = sites.files(records.archive(), archives.packets(), records.LATER)
    (feed,) = (each.content.decode() for each in made if each.address == "floden/allt.xml")
    entries = feedparser.parse(feed.replace("\N{NO-BREAK SPACE}", " ")).entries
    told = {each.title: each.content[0].value for each in entries}
    at = f"{archives.SETTINGS.url}{GSN}/2022-09-26"
    name = "Gemensamma servicenämnden 26 september 2022"
    assert f'<a href="{at}/kallelse.pdf">Kallelse (PDF, 18 sidor)</a>' in told[f"Kallelse: {name}"]
    decided = f'<a href="{at}/paragraf-24.html">§ 24 Digitaliseringsstrategi</a>: Bifall'
    assert decided in told[f"Protokoll § 24: {name}"]


def test_a_correction_of_the_whole_names_no_paragraph_and_one_of_a_secret_no_outcome() -> None:
    whole = Correction(noticed.day(10, 6), "Karin Ahlström", "Fel dag på första sidan.")
    archive = noticed.with_minutes(replace(noticed.minutes(), corrections=(whole,)))
    assert titles(feeds(archive, noticed.day(10, 7))["floden/allt.xml"])[0] == (
        "Rättelse: Gemensamma servicenämnden 26 september 2022"
    )
    # What was corrected of a secret is not told, nor an empty text beside another of the day.
    texts = ("", "Fel belopp.", "")
    several = tuple(
        Correction(noticed.day(10, 6), "", text, number) for text, number in zip(texts, (24, 24, 23), strict=True)
    )
    archive = noticed.with_minutes(replace(noticed.minutes(), corrections=several))
    told = feedparser.parse(feeds(archive, noticed.day(10, 7))["floden/allt.xml"]).entries[:2]
    assert {each.summary for each in told} == {"Fel belopp.", "Gemensamma servicenämnden 26 september 2022"}
    secret = feeds(records.withheld(24, Publication.HEADING), records.LATER)["floden/arende-gsn-2020-35.xml"]
    assert "Behandlat: Digitaliseringsstrategi" in titles(secret)


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
    path = f"{_AT}/index.md"
    case = plain_case(_AT, "01-a", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
    late = plain_case(_AT, "02-b", "Tillägg till avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
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
    case = plain_case(_AT, "01-a/index", "Avtal", CaseKind.DECISION, dnr=Dnr("GSN 2022/9"))
    attachment = Document(f"{_AT}/01-a/b.md", f"{_AT}/01-a/b.html", "Underlag", 1, body=Body((para("Nytt."),)))
    case = replace(case, attachments=(attachment,))
    issue = Issue(dt.date(2022, 9, 10), (IssuedDocument(f"{_AT}/index.md", "", "", ("1",), ""),), (), "1.pdf")

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
    secret = plain_case(_AT, "arende-1", "Sekretess.", CaseKind.DECISION, access=Access.CONFIDENTIAL)
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


def test_a_preview_makes_the_feed_of_what_changed_and_no_other() -> None:
    memory, archive = Memory(), archives.archive()
    first = {each.address: each for each in sites.followed(archive, {}, archives.AS_OF, memory=memory)}
    memory.settle()
    board, other = archive.committees
    first_one, *others = board.meetings
    changed = replace(board, meetings=(replace(first_one, place="Sal B"), *others))
    after = Archive(archive.settings, (changed, other))
    second = {each.address: each for each in sites.followed(after, {}, archives.AS_OF, memory=memory)}
    assert second["floden/arende-au-2022-6.xml"] is first["floden/arende-au-2022-6.xml"]
    assert "Sal B" in second["floden/arende-gsn-2020-35.xml"].content.decode()
    assert tuple(second.values()) == sites.followed(after, {}, archives.AS_OF)


def test_of_an_english_site_they_are_english() -> None:
    archive = archives.archive()
    text = feeds(replace(archive, settings=replace(archive.settings, language="en")))["floden/allt.xml"]
    assert 'xml:lang="en"' in text
    assert "Summons: " in text
