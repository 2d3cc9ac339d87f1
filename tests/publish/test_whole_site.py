"""What holds of all pages of a site: links, ids, headings, titles, their order, and which of them are searched."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from kallelse.model.archive import Archive
from kallelse.model.pages import RecordPdfs
from kallelse.publish.page import Page, PageKind, Section
from kallelse.publish.parts import breakable

from tests.publish import archives, councils, records, sites
from tests.publish.archives import GSN
from tests.publish.recordpages import PAGES as DECIDED

MEETING = f"{GSN}/2022-09-26"
SAMPLE = sites.sample_pages()
COUNCIL = sites.by_address(councils.council(), as_of=records.LATER)
every_site = pytest.mark.parametrize("pages", [SAMPLE, DECIDED, COUNCIL], ids=["sample", "decided", "council"])


@pytest.mark.parametrize(
    ("pages", "archive", "as_of", "pdfs"),
    [
        (SAMPLE, archives.archive(), archives.AS_OF, {}),
        (DECIDED, records.archive(), records.LATER, records.pdfs()),
        (COUNCIL, councils.council(), records.LATER, {}),
    ],
    ids=["sample", "decided", "council"],
)
def test_every_link_leads_to_a_page_or_file_of_the_site(
    pages: dict[str, Page], archive: Archive, as_of: dt.date, pdfs: dict[str, RecordPdfs]
) -> None:
    files = {asset.address for asset in sites.files(archive, archives.packets(), as_of, pdfs)}
    subscribed = archives.SETTINGS.url.replace("https", "webcal")
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
            if parts.scheme == "webcal":
                assert link.startswith(subscribed)
                assert unquote(link.removeprefix(subscribed)) in files
                continue
            if parts.scheme:
                assert parts.scheme in ("mailto", "https", "http")
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
        inline = [given for tag, given in sites.elements(html) if tag == "script" and "src" not in given]
        # Data for machines, which no browser runs (HTML, 4.12.1).
        assert all(given == {"type": "application/ld+json"} for given in inline)
        assert [name for _, given in sites.elements(html) for name in given if name.startswith("on")] == []


def test_pages_stand_in_order_and_come_out_the_same_each_time() -> None:
    one, other = (sites.pages(archives.archive(), archives.packets(), archives.AS_OF) for _ in range(2))
    assert one == other
    assert [page.address for page in one] == sorted(page.address for page in one)


def test_the_menu_marks_where_the_reader_stands() -> None:
    assert SAMPLE[f"{MEETING}/index.html"].kind.section is Section.MEETINGS
    assert SAMPLE["arenden/gsn-2020-35.html"].kind.section is Section.MATTERS
    assert SAMPLE["index.html"].kind.section is Section.NONE


def test_an_address_breaks_after_slashes_and_hyphens_but_never_in_a_date() -> None:
    found = breakable("https://a.example/en-namnd/2022-09-26/03-om-x/index.html")
    assert found == ("https://", "a.example/", "en-", "namnd/", "2022-09-26/", "03-om-", "x/", "index.html")


# Search


def test_search_finds_what_texts_stand_on_but_no_lists() -> None:
    indexed = {page.kind for page in SAMPLE.values() if page.indexed}
    assert indexed == {
        *(PageKind.CASE, PageKind.ATTACHMENT, PageKind.MEETING, PageKind.COMMITTEE, PageKind.MATTER, PageKind.BOARD),
    }
    case = SAMPLE[f"{MEETING}/03-rapportering/index.html"]
    assert case.filters == (("committee", "Gemensamma servicenämnden"), ("year", "2022"))
    assert dict(case.meta)["packet"] == f"{MEETING}/kallelse.pdf#page=2"


def test_search_is_handed_every_page_that_it_finds_before_the_last_pages_are_made() -> None:
    handed: list[Page] = []

    def search(pages: Iterable[Page]) -> tuple[Page, ...]:
        handed.extend(pages)
        return tuple(handed)

    found = sites.pages(archives.archive(), archives.packets(), archives.AS_OF, search=search)
    assert {page.address for page in found if page.indexed} <= {page.address for page in handed}
    assert "index.html" in {page.address for page in handed}
    assert len(handed) < len(found)
