"""The pages of cases and attachments: their neighbours, proposals, tables, pictures and files, and stubs."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from kallelse.model.meeting import CaseKind
from kallelse.model.text import Image, Link
from kallelse.publish.finance import finance_csv

from tests.publish import archives, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case
from tests.publish.sampletables import investments, operations
from tests.publish.sites import of_meetings, read
from tests.publish.trees import document, heading, para, words

MEETING = f"{GSN}/2022-09-26"
SAMPLE = sites.sample_pages()


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
    files = {asset.address: asset.content for asset in sites.assets(one, {}, sites.read_bytes)}
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


def test_a_text_of_another_language_says_so_and_has_no_word_explained() -> None:
    folder = f"{GSN}/2022-09-26/01-avtal"
    blocks = (para("Bordläggning"), heading(2, "Next"))
    own = document(f"{folder}/a.md", "Avtal", *blocks, number=1, language="en")
    named = document(f"{folder}/b.md", "Avtal", *blocks, number=2, heading="Agreement", language="en")
    ours = document(f"{folder}/c.md", "Avtal", *blocks, number=3, heading="Avtalet")
    case = plain_case(folder, "index", "Avtal om drift", CaseKind.DECISION, attachments=(own, named, ours))
    pages = of_meetings(meeting(GSN, "2022-09-26", *numbered(case)))
    found = {name: pages[f"{folder}/{name}.html"].html for name in "abc"}
    assert [re.findall(r'<(\w+)[^>]* lang="en"', found[name]) for name in "abc"] == [["div"], ["h1", "div"], []]
    assert ['class="k-term"' in found[name] for name in "abc"] == [False, False, True]


def test_a_case_offers_its_documents_as_one_pdf_where_there_is_one() -> None:
    pages = SAMPLE[f"{MEETING}/04-digitaliseringsstrategi/index.html"], SAMPLE[f"{MEETING}/03-rapportering/index.html"]
    offered, other = (list(sites.attributes(page.html, "href")) for page in pages)
    assert "handlingar.pdf" in offered
    assert re.search(r"Ärendets handlingar.*?7\s+sidor, 152\s+kB", pages[0].html, re.DOTALL)
    assert "handlingar.pdf" not in other


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

    found = [asset.address for asset in sites.assets(one, {}, read_bytes)]
    others = ("kallelse/", "floden/", "kalender/", "api/", "data/", f"{MEETING}/sammantrade.ics")
    assert [address for address in found if not address.startswith(others)] == [
        f"{MEETING}/01-a/karta.png",
        f"{MEETING}/data.csv",
    ]
    assert sorted(asked) == [f"{MEETING}/01-a/karta.png", f"{MEETING}/data.csv", "logo.svg"]
