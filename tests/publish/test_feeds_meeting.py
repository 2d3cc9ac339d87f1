"""What is news of a meeting: its summons, that it was moved or called off, its minutes and their corrections."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import feedparser
import pytest
from kallelse.model.dnr import Dnr
from kallelse.model.issue import Change, Issue, IssuedDocument
from kallelse.model.meeting import CaseKind, MeetingStatus, Sitting
from kallelse.model.record import Correction, Publication

from tests.publish import archives, noticed, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.feeds import feeds, of_committee, titles


def test_what_is_new_of_a_meeting_stands_in_order() -> None:
    found = feeds(records.archive(), records.LATER)
    mine = [each.split(":")[0] for each in titles(found[f"floden/namnd-{GSN}.xml"]) if "26 september 2022" in each]
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in mine] == [
        # The second board got the notice the day after the correction.
        *("Anslaget §§ 21–23, 25–26", "Rättelse § 24", "Protokoll §§ 21–23, 25–26"),
        *("Anslaget § 24", "Protokoll § 24", "Kallelse"),
    ]


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
