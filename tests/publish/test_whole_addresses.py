"""Addresses written whole: the same way everywhere, escaped as the whole world can ask for them (RFC 3986)."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from kallelse.engine import in_sitemap
from kallelse.model.archive import Archive
from kallelse.model.published import published
from kallelse.publish.expedition import expedition_files
from kallelse.publish.linked import open_graph
from kallelse.publish.shell import shell_of
from kallelse.read.archive import read_archive

from tests.publish import archives, records, sites

ROOT = Path(__file__).parents[2]
URL = "https://moten.norrsala.example/"
ODD = "nämnd å (1)"
WHOLE = re.compile(rf"(?:{URL}|webcal://[^/]+/)([^\"<>;,\r\n]*)")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The repository's sample, with a committee in a folder of an odd name."""
    folder = shutil.copytree(ROOT / "meetings", tmp_path_factory.mktemp("odd") / "meetings")
    (folder / archives.GSN).rename(folder / ODD)
    return published(read_archive(folder)[0], records.LATER)


def test_no_whole_address_of_the_site_has_a_letter_that_is_to_be_escaped(archive: Archive) -> None:
    assert archive.settings.url == URL
    pages = sites.pages(archive, {}, records.LATER)
    texts = {page.address: sites.whole(page, archive.settings).replace("<wbr>", "") for page in pages}
    for asset in sites.assets(archive, {}, sites.read_bytes, as_of=records.LATER):
        if asset.address.endswith((".xml", ".ics", ".csv", ".json", ".jsonld", ".rdf", ".ttl")):
            # Lines of a calendar are folded (RFC 5545, 3.1).
            texts[asset.address] = asset.content.decode("utf-8-sig").replace("\r\n ", "")
    found = {address: WHOLE.findall(text) for address, text in texts.items()}
    escaped = quote(ODD)
    for address, wholes in found.items():
        assert [each for each in wholes if "nämnd" in each or ODD[-3:] in each] == [], address
    kinds = {Path(address).suffix for address, wholes in found.items() if any(escaped in each for each in wholes)}
    assert kinds >= {".html", ".xml", ".ics", ".csv", ".json"}


def test_a_page_is_told_by_one_address_to_engines_to_readers_and_to_those_who_share_it(archive: Archive) -> None:
    for page in sites.pages(archive, {}, records.LATER):
        shell = shell_of(page, archive.settings)
        if not shell.canonical or page.leads_to:
            continue
        assert shell.canonical == dict(open_graph(page, archive.settings))["og:url"] == URL + quote(page.address)
        assert [each.page.canonical_url for each in in_sitemap([], [page], URL)] in ([], [shell.canonical])


def test_the_list_of_those_who_are_sent_decisions_has_it_too(archive: Archive) -> None:
    minutes = [meeting.minutes for _, meeting in archive.meetings() if meeting.minutes is not None]
    extracts = {each.extract_pdf(paragraph) for each in minutes for paragraph in each.paragraphs}
    (file,) = expedition_files(archive, records.LATER, extracts)
    told = set(WHOLE.findall(file.content.decode("utf-8-sig")))
    assert told <= set(map(quote, extracts))
    assert any(each.startswith(quote(ODD)) for each in told)
