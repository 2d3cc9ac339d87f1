from __future__ import annotations

import datetime as dt
import os
import posixpath
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from kallelse.locale.beginnings import SITE
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import AgendaColumn, AgendaRow, CaseKind, Meeting, MeetingStatus, RowKind, Sitting
from kallelse.model.pages import RecordPdfs
from kallelse.model.person import Person
from kallelse.model.text import Body, Image, Link
from kallelse.publish import site
from kallelse.publish.finance import finance_csv
from kallelse.publish.page import Page, PageKind, Section
from kallelse.publish.parts import breakable

from tests.publish import archives, councils, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case
from tests.publish.sampletables import investments, operations
from tests.publish.trees import document, heading, para, words

MEETING = f"{GSN}/2022-09-26"
SAMPLE = sites.sample_pages()


def read(page: Page) -> str:
    return sites.reading(page.html).replace("~", " ")


def of_meetings(*meetings: Meeting, as_of: dt.date = archives.AS_OF) -> dict[str, Page]:
    return sites.by_address(archives.with_meeting(*meetings), as_of=as_of)


DECIDED = sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs())
COUNCIL = sites.by_address(councils.council(), as_of=records.LATER)
every_site = pytest.mark.parametrize("pages", [SAMPLE, DECIDED, COUNCIL], ids=["sample", "decided", "council"])


@pytest.mark.parametrize(
    ("pages", "archive", "pdfs"),
    [
        (SAMPLE, archives.archive(), {}),
        (DECIDED, records.archive(), records.pdfs()),
        (COUNCIL, councils.council(), {}),
    ],
    ids=["sample", "decided", "council"],
)
def test_every_link_leads_to_a_page_or_file_of_the_site(
    pages: dict[str, Page], archive: Archive, pdfs: dict[str, RecordPdfs]
) -> None:
    assets = site.assets(archive, archives.packets(), sites.read_bytes, records=pdfs)
    files = {asset.address for asset in assets}
    anchors = {address: set(sites.attributes(sites.whole(page), "id")) for address, page in pages.items()}
    dead = []
    for address, page in pages.items():
        html = sites.whole(page)
        for link in (
            *sites.attributes(html, "href"),
            *sites.attributes(html, "src"),
            *sites.attributes(html, "action"),
        ):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("mailto", "https")
                continue
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(address), unquote(parts.path)))[1:]
            target = target if parts.path else address
            known = target in files or (target in pages and parts.fragment in ("", *anchors[target]))
            if not known:
                dead.append((address, link))
    assert dead == []


@every_site
def test_no_id_of_a_page_stands_twice(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        found = list(sites.attributes(sites.whole(page), "id"))
        assert sorted(found) == sorted(set(found)), address


@every_site
def test_every_page_has_one_first_heading_and_skips_no_level(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        levels = [int(tag[1]) for tag, _ in sites.elements(page.html) if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


@every_site
def test_titles_tell_all_pages_apart(pages: dict[str, Page]) -> None:
    titles = [page.title for page in pages.values()]
    assert sorted(titles) == sorted(set(titles))
    assert all(page.description for page in pages.values())


@every_site
def test_no_page_has_style_or_script_of_its_own(pages: dict[str, Page]) -> None:
    for page in pages.values():
        html = sites.whole(page)
        assert list(sites.attributes(html, "style")) == []
        assert [given for tag, given in sites.elements(html) if tag == "style"] == []
        assert [given for tag, given in sites.elements(html) if tag == "script" and "src" not in given] == []
        assert [name for _, given in sites.elements(html) for name in given if name.startswith("on")] == []


def test_pages_stand_in_order_and_come_out_the_same_each_time() -> None:
    one, other = (site.pages(archives.archive(), archives.packets(), archives.AS_OF) for _ in range(2))
    assert one == other
    assert [page.address for page in one] == sorted(page.address for page in one)


# The meeting


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


def test_rows_that_are_no_cases_stand_in_the_agenda_without_links() -> None:
    shown = read(of_meetings(archives.secret_meeting())[f"{MEETING}/index.html"])
    assert "| Beslutsärenden" in shown
    assert "Lunch 45 minuter" in shown
    assert "Upprop\n" in shown


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


# Case and attachment


def test_a_case_leads_to_its_neighbours_over_rows_that_are_no_cases() -> None:
    pages = of_meetings(archives.secret_meeting())
    assert "Nästa ärende 2. Uppgiften omfattas av sekretess. <arende-2.html>" in read(pages[f"{MEETING}/02-avtal.html"])
    assert "Föregående ärende 1. Avtal om drift <02-avtal.html>" in read(pages[f"{MEETING}/arende-2.html"])


def test_proposals_stand_first_and_only_once() -> None:
    shown = read(SAMPLE[f"{MEETING}/03-rapportering/index.html"])
    assert shown.count("Handlingsplanen godkänns") == 1
    assert shown.index("## Förslag till beslut") < shown.index("## Handlingar") < shown.index("## Sammanfattning")


def test_the_file_of_a_table_is_that_of_the_table_wherever_the_page_shows_it() -> None:
    path = f"{MEETING}/01-a.md"
    first, second = operations(), investments()
    letter = document(path, "A", heading(2, "Sammanfattning"), first, heading(2, "Förslag till beslut"), second)
    case = replace(plain_case(MEETING, "01-a", "A", CaseKind.DECISION), letter=letter)
    one = archives.with_meeting(meeting(GSN, "2022-09-26", *numbered(case)))
    files = {asset.address: asset.content for asset in site.assets(one, {}, sites.read_bytes)}
    html = of_meetings(meeting(GSN, "2022-09-26", *numbered(case)))[case.address].html
    links = re.findall(r'href="([^"]+[.]csv)"', html)
    # What is proposed stands first on the page.
    for link, shown in zip(links, (second, first), strict=True):
        assert files[posixpath.join(posixpath.dirname(case.address), link)] == finance_csv(shown.table)


def test_confidential_cases_and_papers_are_stubs() -> None:
    pages = of_meetings(archives.secret_meeting())
    stub = read(pages[f"{MEETING}/arende-2.html"])
    assert "Ärendet omfattas av sekretess. Handlingarna publiceras inte." in stub
    assert "Handlingar\n" not in stub
    assert [address for address in pages if "bilaga" in address] == []


def test_an_attachment_leads_to_its_case_and_to_the_next() -> None:
    pages = SAMPLE
    first = read(pages[f"{MEETING}/03-rapportering/bilaga-1-utfall.html"])
    assert "Tillbaka till ärendet 3. Rapportering av verksamhetsmål och ekonomi <index.html>" in first
    assert "Nästa bilaga Bilaga 2 Handlingsplan <bilaga-2-handlingsplan.html>" in first
    assert "Föregående bilaga" not in first


def test_pictures_and_linked_files_are_published_once_and_texts_are_not() -> None:
    path = f"{MEETING}/01-a/index.md"
    letter = document(
        path,
        "A",
        para(Image("karta.png", "Karta"), Link(words("data"), "../data.csv"), Link(words("b"), "../02-b.md")),
        para(Image("karta.png", "Karta igen")),
    )
    case = replace(plain_case(MEETING, "01-a/index", "A", CaseKind.DECISION), letter=letter)
    one = archives.with_meeting(meeting(GSN, "2022-09-26", *numbered(case)))
    asked: list[str] = []

    def read_bytes(wanted: str) -> bytes:
        asked.append(wanted)
        return b"x"

    found = [asset.address for asset in site.assets(one, {}, read_bytes)]
    assert [address for address in found if not address.startswith("kallelse/")] == [
        f"{MEETING}/01-a/karta.png",
        f"{MEETING}/data.csv",
    ]
    assert sorted(asked) == [f"{MEETING}/01-a/karta.png", f"{MEETING}/data.csv", "logo.svg"]


# Lists, matters, start


def test_an_empty_archive_still_has_its_pages() -> None:
    pages = sites.by_address(Archive(archives.SETTINGS))
    assert sorted(pages) == [
        *("404.html", "anslagstavla/index.html", "arenden/index.html", "beslut/index.html", "index.html"),
        *("moten/index.html", "sok.html", "uppdrag/index.html"),
    ]
    assert "Det finns inga nämnder än." in read(pages["index.html"])


def test_committees_stand_in_swedish_order() -> None:
    names = ("Överförmyndarnämnden", "Zooutskottet", "Äldrenämnden", "Barnnämnden", "Åldersrådet")
    board = archives.with_meeting().committees[0]
    one = Archive(
        archives.SETTINGS,
        tuple(
            replace(board, name=name, path=f"{place}/index.md", folder=str(place), address=f"{place}/index.html")
            for place, name in enumerate(names)
        ),
    )
    found = re.findall(r"### (\w+) <", read(sites.by_address(one)["index.html"]))
    assert found == ["Barnnämnden", "Zooutskottet", "Åldersrådet", "Äldrenämnden", "Överförmyndarnämnden"]


def test_lists_stay_small_whatever_the_number_of_meetings() -> None:
    many = [
        meeting(GSN, f"{year}-{month:02d}-{day:02d}")
        for year in range(2012, 2022)
        for month in range(1, 13)
        for day in (7, 21)
    ]
    pages = of_meetings(*many)
    assert max(len(page.html) for page in pages.values()) < 30_000
    listed = read(pages["moten/2015.html"])
    assert listed.count("Gemensamma servicenämnden") == 24
    assert listed.index("December 2015") < listed.index("Januari 2015")


def test_a_long_year_has_several_pages() -> None:
    meetings = []
    for month in range(1, 13):
        folder = f"{GSN}/2021-{month:02d}-01"
        cases = [
            plain_case(
                folder, f"{place:02d}-a", f"Fråga {month}-{place}", CaseKind.DECISION, dnr=Dnr(f"X {month}/{place}")
            )
            for place in range(40)
        ]
        meetings.append(meeting(GSN, f"2021-{month:02d}-01", *numbered(*cases)))
    pages = of_meetings(*meetings)
    addresses = ["arenden/2021.html", "arenden/2021-sida-2.html", "arenden/2021-sida-3.html"]
    assert [address for address in pages if address.startswith("arenden/2021")] == sorted(addresses)
    listed = [re.findall(r"## (Fråga \d+-\d+)", read(pages[address])) for address in addresses]
    assert [len(each) for each in listed] == [200, 200, 80]
    assert len({row for each in listed for row in each}) == 480
    assert "Sida 3 <2021-sida-3.html>" in read(pages["arenden/2021.html"])
    assert pages["arenden/2021-sida-2.html"].title == "Ärenden 2021, sida 2"


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


def test_the_start_page_shows_no_meeting_twice() -> None:
    for as_of in (archives.AS_OF, archives.AFTER):
        found = re.findall(r"^### .* <(.*/index.html)>", read(sites.sample_pages(as_of)["index.html"]), re.MULTILINE)
        assert len(found) == len(set(found))


def test_the_leaf_of_another_year_shows_it() -> None:
    leaf = '<span class="k-leaf__day">30</span><span>2020</span>'
    assert leaf in SAMPLE["moten/index.html"].html
    assert SAMPLE["moten/index.html"].html.count("<span>2022</span>") == 0


def test_an_address_breaks_after_slashes_and_hyphens_but_never_in_a_date() -> None:
    found = breakable("https://a.example/en-namnd/2022-09-26/03-om-x/index.html")
    assert found == ("https://", "a.example/", "en-", "namnd/", "2022-09-26/", "03-om-", "x/", "index.html")


def test_a_standing_number_leads_to_no_matter() -> None:
    case = plain_case(MEETING, "01-a", "Månadsrapport", CaseKind.INFORMATION, dnr=Dnr("GSN 2022/1"))
    one = archives.with_meeting(meeting(GSN, "2022-09-26", *numbered(case)), standing=(Dnr("GSN 2022/1"),))
    pages = sites.by_address(one)
    assert "GSN 2022/1\n" in read(pages[f"{MEETING}/01-a.html"])
    assert [address for address, page in pages.items() if page.kind is PageKind.MATTER] == []


def test_the_menu_marks_where_the_reader_stands() -> None:
    assert SAMPLE[f"{MEETING}/index.html"].section is Section.MEETINGS
    assert SAMPLE["arenden/gsn-2020-35.html"].section is Section.MATTERS
    assert SAMPLE["index.html"].section is Section.NONE


def test_search_finds_cases_attachments_meetings_committees_and_matters_but_no_lists() -> None:
    indexed = {page.kind for page in SAMPLE.values() if page.indexed}
    assert indexed == {PageKind.CASE, PageKind.ATTACHMENT, PageKind.MEETING, PageKind.COMMITTEE, PageKind.MATTER}
    case = SAMPLE[f"{MEETING}/03-rapportering/index.html"]
    assert case.filters == (("committee", "Gemensamma servicenämnden"), ("year", "2022"))
    assert dict(case.meta)["packet"] == f"{MEETING}/kallelse.pdf#page=2"


# What a municipality may change


def test_search_is_handed_every_page_that_it_finds_before_the_last_pages_are_made() -> None:
    handed: list[Page] = []
    found = site.pages(archives.archive(), archives.packets(), archives.AS_OF, search=handed.extend)
    assert {page.address for page in found if page.indexed} <= {page.address for page in handed}
    assert "index.html" in {page.address for page in handed}
    assert len(handed) < len(found)


def test_a_template_of_the_municipality_replaces_that_of_the_package_and_may_build_on_it(tmp_path: Path) -> None:
    (tmp_path / "not_found.html").write_text("<h1>Borta</h1>{% include 'kallelse/not_found.html' %}", encoding="utf-8")
    (tmp_path / "site.css").write_text("body { color: red }", encoding="utf-8")
    pages = {page.address: page for page in site.pages(archives.archive(), {}, archives.AS_OF, tmp_path)}
    assert pages["404.html"].html.startswith("<h1>Borta</h1>")
    assert "<h1>Sidan finns inte</h1>" in pages["404.html"].html
    assert pages["index.html"].html == sites.by_address(archives.archive())["index.html"].html
    files = {asset.address: asset.content for asset in site.assets(archives.archive(), {}, sites.read_bytes, tmp_path)}
    assert files["kallelse/site.css"] == b"body { color: red }"


def test_a_template_that_is_edited_between_two_builds_is_read_anew(tmp_path: Path) -> None:
    template = tmp_path / "not_found.html"
    for number, text in enumerate(("<h1>Borta</h1>", "<h1>Sidan finns inte</h1>")):
        template.write_text(text, encoding="utf-8")
        os.utime(template, (number, number))
        found = site.pages(archives.archive(), archives.packets(), archives.AS_OF, tmp_path)
        assert next(page for page in found if page.address == "404.html").html == text


def test_the_note_of_a_meeting_and_the_words_about_a_committee_stand_on_their_pages() -> None:
    one = meeting(GSN, "2022-09-26", note=Body((para("Ta med <fika>."),)))
    assert "<p>Ta med &lt;fika&gt;.</p>" in of_meetings(one)[f"{MEETING}/index.html"].html
    assert "Nämnden svarar för IT" in read(SAMPLE[f"{GSN}/index.html"])


def test_an_agenda_row_without_a_number_has_none() -> None:
    case = plain_case(MEETING, "01-a", "Övrigt", CaseKind.INFORMATION)
    pages = of_meetings(meeting(GSN, "2022-09-26", AgendaRow(RowKind.CASE, "Övrigt", "", case)))
    assert '<td class="k-nr"></td>' in pages[f"{MEETING}/index.html"].html
    assert read(pages[f"{MEETING}/01-a.html"]).startswith("Ärende, 26 september 2022\n# Övrigt")


def test_a_case_offers_its_documents_as_one_pdf_where_there_is_one() -> None:
    pages = SAMPLE[f"{MEETING}/04-digitaliseringsstrategi/index.html"], SAMPLE[f"{MEETING}/03-rapportering/index.html"]
    offered, other = (list(sites.attributes(page.html, "href")) for page in pages)
    assert "handlingar.pdf" in offered
    assert re.search(r"Ärendets handlingar.*?7\s+sidor, 152\s+kB", pages[0].html, re.DOTALL)
    assert "handlingar.pdf" not in other


def test_a_title_of_their_own_heads_the_start_page_alone() -> None:
    archive = archives.archive()
    own = replace(archive, settings=replace(archive.settings, site_title="Granviks möten"))
    assert sites.by_address(own)["index.html"].title == "Granviks möten"
    usual = replace(archive, settings=replace(archive.settings, site_title=SITE["sv"]))
    assert sites.by_address(usual)["index.html"].title == f"{SITE['sv']} i {archive.settings.name}"
