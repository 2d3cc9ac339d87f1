"""Atom feeds: what they owe the standard, what is new in them, and that nothing is in them too early."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html import escape
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.meeting import Access, CaseKind, Document
from kallelse.model.memory import Memory
from kallelse.model.record import Posting
from kallelse.model.settings import Keyword
from kallelse.model.text import Body
from kallelse.publish.feeds import Feed, atom, newest
from kallelse.publish.news import News
from kallelse.publish.plan import plan

from tests.publish import archives, councils, noticed, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.feeds import AT, ATOM, ROOT, feeds, following, of_committee, titles
from tests.publish.trees import para

_DATE = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+0[12]:00")


_FOLLOW = (Keyword("digitalisering"), Keyword("fibernät", ("bredband",)))


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
                assert len(of.findall(ATOM + each)) == 1
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == archive.settings.name
        links = {each.get("rel"): each.get("href", "") for each in feed.findall(f"{ATOM}link")}
        assert links["self"] == feed.findtext(f"{ATOM}id") == ROOT + address
        ids = [each.findtext(f"{ATOM}id", "") for each in _entries(feed)]
        assert len(ids) == len(set(ids))
        assert all(each.startswith(ROOT) for each in ids)
        assert all(_DATE.fullmatch(each.text or "") for each in feed.iter(f"{ATOM}updated"))
        days = [each.findtext(f"{ATOM}updated", "") for each in _entries(feed)]
        assert days == sorted(days, reverse=True)
        assert max([feed.findtext(f"{ATOM}updated", ""), *days]) == feed.findtext(f"{ATOM}updated")
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
    return feed.findall(f"{ATOM}entry")


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


def test_what_is_not_adjusted_is_in_no_feed() -> None:
    before, after = feeds(records.archive(), records.NEXT_DAY), feeds(records.archive(), records.LATER)
    assert "paragraf-24.html" in before["floden/allt.xml"]
    assert "paragraf-23.html" not in "".join(before.values())
    assert "paragraf-23.html" in after["floden/allt.xml"]


def test_a_day_begins_as_the_clocks_of_its_season_have_it() -> None:
    winter = meeting(GSN, "2022-01-24", issued=dt.date(2022, 1, 17))
    assert "<updated>2022-01-17T00:00:00+01:00</updated>" in of_committee(winter)


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


def test_news_of_a_decision_leads_to_its_paragraph() -> None:
    feed = feeds(records.archive(), records.LATER)["floden/arende-gsn-2020-35.xml"]
    entries = {each.title: each for each in feedparser.parse(feed).entries}
    page = f"{ROOT}{AT}/paragraf-24.html"
    for title in ("Bifall: Digitaliseringsstrategi", "Rättelse: Digitaliseringsstrategi"):
        assert entries[title].link == page
    assert f'<a href="{page}">Protokoll §' in entries["Bifall: Digitaliseringsstrategi"].content[0].value


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
    assert feed.findtext(f"{ATOM}title") == meant
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == meant
    content = feed.findtext(f"{ATOM}entry/{ATOM}content", "")
    assert content == f"<p>{escape(meant, quote=False)}</p>"


def test_links_of_a_text_are_whole_and_words_that_look_like_links_stay() -> None:
    one = replace(
        _news("T"),
        html='<p>href="x" <a class="k" href="../b/c d.html#e">B</a> <a href="#note">1</a> <img src="d.png"></p>',
        base="folder/page.html",
    )
    text = atom(Feed("f.xml", "T", "T", "a.html"), [one], archives.SETTINGS, archives.AS_OF)
    content = ET.fromstring(text).findtext(f"{ATOM}entry/{ATOM}content", "")  # noqa: S314
    assert content == (
        f'<p>href="x" <a class="k" href="{ROOT}b/c d.html#e">B</a> <a href="{ROOT}a.html#note">1</a> '
        f'<img src="{ROOT}folder/d.png"></p>'
    )


def test_a_feed_has_the_fifty_newest() -> None:
    news = [_news("T", dt.date(2022, 1, 1) + dt.timedelta(each), f"{each}") for each in range(60)]
    assert [each.name for each in newest(news)] == [f"{each}" for each in range(59, 9, -1)]
    assert len(newest(news, None)) == 60


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
