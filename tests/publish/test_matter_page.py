"""The way of a matter, on a page of its own and on the pages of its cases."""

from __future__ import annotations

import re
from dataclasses import replace

from kallelse.model.dnr import Dnr
from kallelse.model.meeting import CaseKind, MeetingStatus
from kallelse.publish.page import PageKind

from tests.publish import archives, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case
from tests.publish.sites import of_meetings, read
from tests.publish.trees import document, para

MEETING = f"{GSN}/2022-09-26"
SAMPLE = sites.sample_pages()


def test_the_way_of_a_matter_on_a_case_page_shows_the_nearest_points_and_leads_to_all() -> None:
    meetings = []
    for month in range(1, 13):
        folder = f"{GSN}/2021-{month:02d}-01"
        case = plain_case(folder, "01-a", f"Gång {month}", CaseKind.DECISION, dnr=Dnr("GSN 2021/1"))
        meetings.append(meeting(GSN, f"2021-{month:02d}-01", *numbered(case)))
    pages = of_meetings(*meetings)
    shown = read(pages[f"{GSN}/2021-06-01/01-a.html"])
    way = shown[shown.index("## Ärendets gång") :]
    assert re.findall(r"Gång (\d+)", way[: way.index("Hela ärendets gång")]) == ["4", "5", "6", "7", "8"]
    assert "Hela ärendets gång <../../arenden/gsn-2021-1.html>" in way
    whole = read(pages["arenden/gsn-2021-1.html"])
    assert re.findall(r"### Gång (\d+)", whole) == [str(month) for month in range(1, 13)]


def test_the_points_of_a_matter_are_told_apart_by_what_their_letters_call_themselves() -> None:
    meetings = []
    for month, called in ((5, "Uppdrag"), (6, ""), (7, "Strategi")):
        folder = f"{GSN}/2021-{month:02d}-01"
        case = plain_case(folder, "01-a", "Strategi", CaseKind.DECISION, dnr=Dnr("GSN 2021/1"))
        letter = document(case.path, "Strategi", para("Text."), heading=called)
        meetings.append(meeting(GSN, f"2021-{month:02d}-01", *numbered(replace(case, letter=letter))))
    found = read(of_meetings(*meetings)["arenden/gsn-2021-1.html"])
    assert re.findall(r"### (.+) <", found) == ["Uppdrag", "Strategi", "Strategi"]
    papers = re.findall(r"- (.+?) <", found[found.index("## Alla handlingar") :])
    assert papers == ["Strategi, 1 juli 2021", "Strategi, 1 juni 2021", "Uppdrag"]


def test_a_meeting_is_held_but_a_matter_is_treated() -> None:
    found = read(SAMPLE["arenden/gsn-2020-35.html"])
    assert found.count("Behandlat Gemensamma") == 2
    assert "Ska behandlas Gemensamma" in found
    assert "Hållet" not in found


def test_a_case_of_a_meeting_that_was_called_off_was_not_up() -> None:
    meetings = []
    for month, title in ((5, "Lades fram"), (6, "Ställdes in")):
        folder = f"{GSN}/2021-{month:02d}-01"
        case = plain_case(folder, "01-a", title, CaseKind.DECISION, dnr=Dnr("GSN 2021/1"))
        meetings.append(meeting(GSN, f"2021-{month:02d}-01", *numbered(case)))
    off = replace(meetings[1], status=MeetingStatus.CANCELLED)
    pages = of_meetings(meetings[0], off)
    found = read(pages["arenden/gsn-2021-1.html"])
    assert "## Senast: Lades fram" in found
    assert "Inställt" in found[found.index("### Ställdes in") :]
    assert "1 juni 2021 Inställt" in " ".join(read(pages["arenden/index.html"]).split())
    alone = read(of_meetings(off)["arenden/gsn-2021-1.html"])
    assert "Senast:" not in alone
    assert "Inställt" in alone


def test_a_standing_number_leads_to_no_matter() -> None:
    case = plain_case(MEETING, "01-a", "Månadsrapport", CaseKind.INFORMATION, dnr=Dnr("GSN 2022/1"))
    one = archives.with_meeting(meeting(GSN, "2022-09-26", *numbered(case)), standing=(Dnr("GSN 2022/1"),))
    pages = sites.by_address(one)
    assert "GSN 2022/1\n" in read(pages[f"{MEETING}/01-a.html"])
    assert [address for address, page in pages.items() if page.kind is PageKind.MATTER] == []
