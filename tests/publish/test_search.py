from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.settings import Language
from kallelse.preview import LateIndex
from kallelse.publish.page import Page, PageKind
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


@pytest.fixture
def of_another_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Pagefind that writes what no other part of the site knows."""
    other = tmp_path / "pagefind"
    other.write_text('#!/bin/sh\nmkdir -p "$4"\necho "{}" > "$4/pagefind-entry.json"\n', encoding="utf-8")
    other.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(other))


@pytest.mark.usefixtures("of_another_shape")
def test_an_index_of_another_shape_is_told_and_not_published(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="languages"):
        Indexing(sites.sample_pages().values(), tmp_path / "site", "sv").finish(tmp_path / "site")
    assert list((tmp_path / "site").iterdir()) == []


@pytest.mark.usefixtures("of_another_shape")
def test_a_preview_logs_an_index_of_another_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kallelse.preview._PAUSE", 0)
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    said: list[str] = []
    late = LateIndex(sites.sample_pages().values(), tmp_path / "site", "sv", tmp_path / "store", said.append)
    late.wait()
    assert ["languages" in each for each in said] == [True]
    assert list(aside.iterdir()) == []


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


_PAGE = Page(
    "gsn/1.html", "Bad", "", "<p>Badet.</p>", PageKind.CASE, indexed=True, filters=(("year", "2022"),),
    meta=(("kind", "Ärende"),), numbers=(Dnr("KS 2021/7"),), day="2022-09-26",
)  # fmt: skip
_CHANGES: dict[str, Callable[[Page], Page]] = {
    "nothing": lambda page: page,
    "no numbers": lambda page: replace(page, numbers=()),
    # The list of numbers tells addresses too.
    "address": lambda page: replace(page, numbers=(), address="gsn/2.html"),
    "title": lambda page: replace(page, title="Hav"),
    "text": lambda page: replace(page, html="<p>Havet.</p>"),
    "kind": lambda page: replace(page, kind=PageKind.MATTER),
    "filters": lambda page: replace(page, filters=(("year", "2023"),)),
    "meta": lambda page: replace(page, meta=(("kind", "Möte"),)),
    "numbers": lambda page: replace(page, numbers=(Dnr("KS 2021/8"),)),
    "day": lambda page: replace(page, day="2022-09-27"),
}


def test_what_is_kept_is_taken_for_the_same_pages_alone(tmp_path: Path) -> None:
    store = tmp_path / "store"
    kept = {}
    for name, change in _CHANGES.items():
        Indexing([change(_PAGE)], tmp_path / "site", "sv", store).finish(tmp_path / "site")
        kept[name] = len(list(store.glob("*/*.index")))
    assert kept == {name: number for number, name in enumerate(_CHANGES, 1)}
    languages: tuple[Language, ...] = ("sv", "en")
    for language in languages:
        Indexing([_PAGE], tmp_path / "site", language, store).finish(tmp_path / "site")
    assert len(list(store.glob("*/*.index"))) == len(_CHANGES) + 1
