"""The page of a meeting: how far it has come, its days, its agenda and the pages of its packet."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import AgendaColumn, AgendaRow, CaseKind, MeetingStatus, RowKind, Sitting
from kallelse.model.person import Person
from kallelse.model.text import Body

from tests.publish import archives, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case
from tests.publish.sites import of_meetings, read
from tests.publish.trees import para

MEETING = f"{GSN}/2022-09-26"
SAMPLE = sites.sample_pages()


@pytest.mark.parametrize(
    ("as_of", "status"),
    [("2022-09-18", "Planerat"), ("2022-09-19", "Kallat"), ("2022-09-26", "Kallat"), ("2022-09-27", "Hållet")],
)
def test_how_far_a_meeting_has_come_follows_from_the_day(as_of: str, status: str) -> None:
    pages = sites.by_address(archives.archive(), as_of=dt.date.fromisoformat(as_of))
    rows = read(pages[f"{GSN}/2022.html"]).split("### ")
    [row] = [row for row in read(pages[f"{GSN}/2022.html"]).split("## ") if "26 september" in row]
    assert row.strip().endswith(status), rows


@pytest.mark.parametrize(
    ("status", "tag", "said"),
    [
        (MeetingStatus.CANCELLED, "Inställt", "Mötet är inställt. För få ärenden."),
        (MeetingStatus.POSTPONED, "Uppskjutet", "Mötet är uppskjutet. För få ärenden."),
    ],
)
def test_a_meeting_that_is_not_held_as_called_says_so_and_why(status: MeetingStatus, tag: str, said: str) -> None:
    case = plain_case(MEETING, "01-a", "Budget", CaseKind.DECISION)
    pages = of_meetings(meeting(GSN, "2022-09-26", *numbered(case), status=status, status_note="För få ärenden."))
    shown = read(pages[f"{MEETING}/index.html"])
    assert tag in shown.splitlines()
    assert said in shown
    assert "Planerat" not in shown
    assert "Kommande möten\nInga möten är planerade" in read(pages["index.html"]).replace("## ", "")


def test_papers_are_proposals_until_the_meeting_is_held() -> None:
    assert "Handlingarna är förslag. Mötet har inte hållits än." in read(SAMPLE[f"{MEETING}/index.html"])
    after = sites.sample_pages(archives.AFTER)
    assert "Handlingarna är förslag. Besluten står i protokollet." in read(after[f"{MEETING}/index.html"])


def test_page_ranges_are_printed_short_and_read_aloud_in_words() -> None:
    html = SAMPLE[f"{MEETING}/index.html"].html
    [link] = re.findall(r'<a class="k-pg" href="([^"]*)"[^>]*><span aria-hidden="true">2–7</span>(.*?)</a>', html)
    assert link == ("kallelse.pdf#page=2", '<span class="k-vh">Sidorna 2 till 7 i kallelsen (PDF)</span>')


def test_without_a_packet_no_pages_are_shown() -> None:
    shown = sites.by_address(archives.archive())[f"{MEETING}/index.html"].html
    assert "kallelse.pdf" not in shown
    assert "k-pg" not in shown


def test_a_meeting_over_two_days_tells_both() -> None:
    two = (
        Sitting(dt.datetime(2022, 9, 26, 9, 0), dt.datetime(2022, 9, 26, 16, 30)),
        Sitting(dt.datetime(2022, 9, 27, 9, 0)),
    )
    pages = of_meetings(meeting(GSN, "2022-09-26", sittings=two), as_of=dt.date(2022, 9, 27))
    shown = read(pages[f"{MEETING}/index.html"])
    assert "# 26–27 september 2022" in shown
    assert "26 september 2022 kl. 09.00–16.30" in shown
    assert "27 september 2022 kl. 09.00" in shown
    assert "Kallat (klart)" in shown
    assert "Hållet" not in shown


def test_two_meetings_on_one_day_are_told_apart() -> None:
    pages = of_meetings(
        meeting(GSN, "2022-09-26"),
        meeting(GSN, "2022-09-26-extra", time="17:00", title="Extra sammanträde"),
        meeting(GSN, "2022-09-26-sen", time="18:00"),
    )
    listed = read(pages[f"{GSN}/index.html"])
    assert "Måndag 26 september 2022, Extra sammanträde <2022-09-26-extra/index.html>" in listed
    assert listed.index("18.00") < listed.index("17.00") < listed.rindex("13.15")
    titles = [page.title for page in pages.values()]
    assert sorted(titles) == sorted(set(titles))


def test_the_note_of_a_meeting_and_the_words_about_a_committee_stand_on_their_pages() -> None:
    one = meeting(GSN, "2022-09-26", note=Body((para("Ta med <fika>."),)))
    assert "<p>Ta med &lt;fika&gt;.</p>" in of_meetings(one)[f"{MEETING}/index.html"].html
    assert "Nämnden svarar för IT" in read(SAMPLE[f"{GSN}/index.html"])


# The agenda


def test_rows_that_are_no_cases_stand_in_the_agenda_without_links() -> None:
    shown = read(of_meetings(archives.secret_meeting())[f"{MEETING}/index.html"])
    assert "| Beslutsärenden" in shown
    assert "Lunch 45 minuter" in shown
    assert "Upprop\n" in shown


def test_an_agenda_row_without_a_number_has_none() -> None:
    case = plain_case(MEETING, "01-a", "Övrigt", CaseKind.INFORMATION)
    pages = of_meetings(meeting(GSN, "2022-09-26", AgendaRow(RowKind.CASE, "Övrigt", "", case)))
    assert '<td class="k-nr"></td>' in pages[f"{MEETING}/index.html"].html
    assert read(pages[f"{MEETING}/01-a.html"]).startswith("Ärende, 26 september 2022\n# Övrigt")


def test_the_columns_of_the_committee_decide_what_stands_below_a_title() -> None:
    case = plain_case(
        MEETING, "01-a", "Budget", CaseKind.DECISION, dnr=Dnr("GSN 2022/1"), minutes=10, short_proposal="Bifall",
        presenters=(Person("Karin Ekholm", "IT-chef"),),
    )  # fmt: skip
    one = archives.with_meeting(meeting(GSN, "2022-09-26", *numbered(case)))
    few = read(sites.by_address(one)[f"{MEETING}/index.html"])
    assert "Budget <01-a.html> GSN 2022/1\n" in few
    board = replace(one.committees[0], agenda_columns=tuple(AgendaColumn))
    all_of_them = read(sites.by_address(replace(one, committees=(board,)))[f"{MEETING}/index.html"])
    assert "GSN 2022/1 Föredragande: Karin Ekholm, IT-chef Förslag: Bifall 10 minuter" in all_of_them
