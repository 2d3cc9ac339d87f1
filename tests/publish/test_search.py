from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.model.archive import Archive
from kallelse.publish.search import FOLDER, Indexing, SearchError
from kallelse.publish.searchable import searchable
from kallelse.publish.searchtext import spelled

from tests.publish import archives, sites


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_pages_give_the_same_index(sample_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "annan mapp"
    Indexing(reversed(sites.sample_pages().values()), other, "sv").finish(other)
    assert files_of(other / FOLDER) == files_of(sample_folder / FOLDER)


def test_only_pages_about_meetings_are_found(sample_folder: Path) -> None:
    fragments = list((sample_folder / FOLDER / "fragment").iterdir())
    assert len(fragments) == sum(page.indexed for page in sites.sample_pages().values())


def test_an_index_of_an_older_build_leaves_nothing_behind(tmp_path: Path) -> None:
    stale = tmp_path / FOLDER / "fragment" / "old.pf_fragment"
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"old")
    Indexing(sites.sample_pages().values(), tmp_path, "sv").finish(tmp_path)
    assert not stale.exists()


def test_an_archive_without_meetings_can_be_indexed(tmp_path: Path) -> None:
    Indexing(sites.by_address(Archive(archives.SETTINGS)).values(), tmp_path, "sv").finish(tmp_path)
    assert (tmp_path / FOLDER / "pagefind.js").exists()


def test_an_index_that_is_dropped_leaves_nothing_behind(tmp_path: Path) -> None:
    Indexing(sites.sample_pages().values(), tmp_path, "sv").drop()
    assert list(tmp_path.iterdir()) == []


def test_settings_of_pagefind_around_the_build_change_nothing(
    sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.yml").write_text("root_selector: h1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "h1")
    Indexing(sites.sample_pages().values(), tmp_path / "site", "sv").finish(tmp_path / "site")
    assert files_of(tmp_path / "site" / FOLDER) == files_of(sample_folder / FOLDER)


def test_what_pagefind_says_is_told_when_it_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = tmp_path / "pagefind"
    failing.write_text("#!/bin/sh\necho disk full >&2\nexit 3\n", encoding="utf-8")
    failing.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(failing))
    with pytest.raises(SearchError, match="disk full"):
        Indexing(sites.sample_pages().values(), tmp_path / "site", "sv").finish(tmp_path / "site")
    assert list((tmp_path / "site").iterdir()) == []


def test_what_the_site_does_not_use_is_not_published(sample_folder: Path) -> None:
    assert [path.name for path in (sample_folder / FOLDER).iterdir() if "ui" in path.name] == []


def test_search_is_told_what_a_page_is_about() -> None:
    page = sites.sample_pages()["gemensamma-servicenamnden/2022-09-26/index.html"]
    html = searchable(page, "sv")
    assert html.startswith('<!doctype html>\n<html lang="sv">')
    assert 'data-pagefind-filter="committee[data-value]" data-value="Gemensamma servicenämnden"' in html
    assert 'data-pagefind-filter="kind[data-value]" data-value="Möte"' in html
    assert 'data-pagefind-filter="day[data-value]" data-value="2022-09-26"' in html
    assert "26 september" not in html.partition("<article")[2].partition("<p")[0]
    assert spelled(page.html, "sv") in html


def test_the_index_of_the_same_pages_is_taken_from_the_store(
    sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, pages = tmp_path / "store", sites.sample_pages()
    Indexing(pages.values(), tmp_path / "a", "sv", store).finish(tmp_path / "a")
    refused = tmp_path / "pagefind"
    refused.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    refused.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(refused))
    Indexing(pages.values(), tmp_path / "b", "sv", store).finish(tmp_path / "b")
    assert files_of(tmp_path / "a" / FOLDER) == files_of(sample_folder / FOLDER)
    assert files_of(tmp_path / "b" / FOLDER) == files_of(sample_folder / FOLDER)
    Indexing(pages.values(), tmp_path / "c", "sv", store).drop()
    assert list((tmp_path / "c").iterdir()) == []
    (kept,) = store.glob("*/*.index")
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(SearchError):
        Indexing(pages.values(), tmp_path / "d", "sv", store).finish(tmp_path / "d")


def test_other_pages_get_an_index_of_their_own(tmp_path: Path) -> None:
    store, pages = tmp_path / "store", list(sites.sample_pages().values())
    Indexing(pages, tmp_path / "a", "sv", store).finish(tmp_path / "a")
    other = [page for page in pages if page.indexed][1:]
    Indexing(other, tmp_path / "b", "sv", store).finish(tmp_path / "b")
    Indexing(other, tmp_path / "c", "sv").finish(tmp_path / "c")
    assert files_of(tmp_path / "b") == files_of(tmp_path / "c") != files_of(tmp_path / "a")
