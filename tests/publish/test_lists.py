"""The pages that list others: the start page, meetings and matters by year, however many there are."""

from __future__ import annotations

import re
from dataclasses import replace

from kallelse.locale.beginnings import SITE
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import CaseKind

from tests.publish import archives, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case
from tests.publish.sites import of_meetings, read

SAMPLE = sites.sample_pages()


def test_an_empty_archive_still_has_its_pages() -> None:
    pages = sites.by_address(Archive(archives.SETTINGS))
    assert sorted(pages) == [
        *("404.html", "anslagstavla/index.html", "arenden/index.html", "beslut/index.html", "data/index.html"),
        *("data/rapport.html", "folj.html", "index.html", "moten/index.html", "ordlista.html", "sok.html"),
        *("tillganglighet.html", "uppdrag/index.html"),
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


def test_the_start_page_shows_no_meeting_twice() -> None:
    for as_of in (archives.AS_OF, archives.AFTER):
        found = re.findall(r"^### .* <(.*/index.html)>", read(sites.sample_pages(as_of)["index.html"]), re.MULTILINE)
        assert len(found) == len(set(found))


def test_the_leaf_of_another_year_shows_it() -> None:
    leaf = '<span class="k-leaf__day">30</span><span>2020</span>'
    assert leaf in SAMPLE["moten/index.html"].html
    assert SAMPLE["moten/index.html"].html.count("<span>2022</span>") == 0


def test_a_title_of_their_own_heads_the_start_page_alone() -> None:
    archive = archives.archive()
    own = replace(archive, settings=replace(archive.settings, site_title="Granviks möten"))
    assert sites.by_address(own)["index.html"].title == "Granviks möten"
    usual = replace(archive, settings=replace(archive.settings, site_title=SITE["sv"]))
    assert sites.by_address(usual)["index.html"].title == f"{SITE['sv']} i {archive.settings.name}"
