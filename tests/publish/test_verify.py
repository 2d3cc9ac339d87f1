"""Where the page on which a PDF is checked exists, what leads to it, and what it is left out of."""

from __future__ import annotations

from dataclasses import replace

from kallelse.model.address import RESERVED
from kallelse.model.archive import Archive
from kallelse.model.lock import Lock
from kallelse.model.manifest import MANIFEST, is_latest, manifest_of, published_as
from kallelse.model.memory import Memory
from kallelse.publish.book import chapters
from kallelse.publish.files import unlisted_records
from kallelse.publish.page import Page

from tests.publish import archives, moved, records, sites

MEETING = f"{archives.GSN}/2022-09-26"
VERIFY = "kontrollera.html"
DECIDED = sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs())
LISTED = replace(archives.archive(), manifest=(("0" * 64, f"{MEETING}/protokoll.pdf"),))


def leading_there(pages: dict[str, Page]) -> set[str]:
    return {
        address
        for address, page in pages.items()
        if any(href.endswith(VERIFY) for href in sites.attributes(page.html, "href"))
    }


def with_locks(archive: Archive) -> Archive:
    """The archive as if something of each of its records was locked."""
    lock = Lock(records.LATER, (), "", "", "")
    committees = (
        replace(each, meetings=tuple(replace(meeting, locks=(lock,)) for meeting in each.meetings))
        for each in archive.committees
    )
    return replace(archive, committees=tuple(committees))


def test_the_page_is_there_just_where_the_list_that_it_asks_is() -> None:
    for archive, pdfs in (
        (archives.archive(), {}),
        (records.archive(), {}),
        (records.archive(), records.pdfs()),
        (LISTED, {}),
    ):
        files = {asset.address for asset in sites.assets(archive, {}, sites.read_bytes, records=pdfs)}
        pages = sites.by_address(archive, as_of=records.LATER, records=pdfs)
        assert (VERIFY in pages) == (MANIFEST in files)
    assert VERIFY in sites.by_address(LISTED)
    assert VERIFY in RESERVED


def test_a_record_of_before_is_found_and_told_to_be_replaced_after_its_folder_was_renamed() -> None:
    before, other = ("0" * 64, f"{moved.OLD}/protokoll.pdf"), ("1" * 64, f"{moved.OLD}-2/protokoll.pdf")
    archive = replace(moved.moved(records.archive()), manifest=(before, other))
    published = sites.assets(archive, {}, sites.read_bytes, records=records.pdfs())
    (listed,) = (manifest_of(asset.content.decode()) for asset in published if asset.address == MANIFEST)
    assert listed[:3] == (before, (before[0], f"{moved.NEW}/protokoll.pdf"), other)
    assert published_as(before[0], listed) == f"{moved.NEW}/protokoll.pdf"
    assert not is_latest(*listed[1], listed)
    # What was listed under another name need not be listed again, behind what replaced it.
    unlisted = unlisted_records(with_locks(archive), published)
    assert {address for _, address in unlisted} == set(records.pdfs()[f"{moved.NEW}/index.md"].files)
    assert listed[1] not in unlisted


def test_minutes_and_paragraphs_lead_to_it_and_nothing_else_does() -> None:
    assert leading_there(DECIDED) == {
        address for address in DECIDED if address.rpartition("/")[2].startswith(("protokoll.", "paragraf-"))
    }
    assert f"{MEETING}/protokoll.html" in leading_there(DECIDED)
    assert leading_there(sites.by_address(records.archive(), as_of=records.LATER)) == set()


def test_a_preview_leads_to_it_once_there_is_a_list() -> None:
    memory, archive = Memory(), records.archive()
    sites.pages(archive, {}, records.LATER, memory=memory)
    memory.settle()
    listed = replace(archive, manifest=LISTED.manifest)
    again = sites.pages(listed, {}, records.LATER, memory=memory)
    assert again == sites.pages(listed, {}, records.LATER)
    assert leading_there({page.address: page for page in again})


def test_neither_search_nor_the_book_has_it() -> None:
    page = DECIDED[VERIFY]
    assert not page.indexed
    assert page.robots == "noindex"
    found = chapters(records.archive(), tuple(DECIDED.values()), "sv")
    assert VERIFY not in {each.address for chapter in found for each in chapter.everything()}


def test_it_alone_has_its_script() -> None:
    with_script = {
        address
        for address, page in DECIDED.items()
        if any(src.endswith("verify.js") for src in sites.attributes(sites.whole(page), "src"))
    }
    assert with_script == {VERIFY}
