"""Pages of an index before, handed over ahead: the index is that of the pages that come, whatever was ahead."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kallelse.foreign.pagefind import Pagefind
from kallelse.preview import LateIndex
from kallelse.publish.page import Page
from kallelse.publish.search import FOLDER, Indexing

from tests.publish import sites
from tests.publish.sites import index_of


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What each Pagefind is handed, and where one begins."""
    seen: list[str] = []
    begin, add = Pagefind.__init__, Pagefind.add

    def begun(pagefind: Pagefind, *arguments: Any) -> None:
        seen.append("begins")
        begin(pagefind, *arguments)

    def added(pagefind: Pagefind, address: str, html: str) -> None:
        seen.append(address)
        add(pagefind, address, html)

    monkeypatch.setattr(Pagefind, "__init__", begun)
    monkeypatch.setattr(Pagefind, "add", added)
    return seen


def expecting(pages: Iterable[Page], store: Path, *, is_new: bool = True) -> Indexing:
    search = Indexing("sv", store)
    search.expect((page.address for page in pages), is_new=is_new)
    return search


def made_by(search: Indexing, pages: Iterable[Page]) -> dict[str, bytes]:
    search(pages)
    return dict(search.files())


def test_pages_of_the_index_before_are_handed_over_ahead_once_one_is_new(tmp_path: Path, handed: list[str]) -> None:
    pages = [page for page in sites.sample_pages().values() if page.indexed]
    index_of(pages, store=tmp_path)

    def coming(pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            yield page
            handed.append("next")

    handed.clear()
    index_of(coming(pages), store=tmp_path)
    assert set(handed) == {"next"}
    handed.clear()
    changed = [*pages[:2], replace(pages[2], title="Annat"), *pages[3:]]
    made = index_of(coming(changed), store=tmp_path)
    addresses = [page.address for page in pages]
    assert handed == ["next", "next", "begins", *addresses, addresses[2], *["next"] * (len(pages) - 2)]
    assert made == index_of(changed)


def test_where_the_same_addresses_are_to_come_with_something_new_nobody_waits_for_them(
    tmp_path: Path, handed: list[str]
) -> None:
    pages = [page for page in sites.sample_pages().values() if page.indexed]
    made = made_by(expecting(pages, tmp_path), pages)
    addresses = [page.address for page in pages]
    handed.clear()
    search = expecting(pages, tmp_path)
    assert handed == ["begins", *addresses]
    assert made_by(search, pages) == made
    assert handed == ["begins", *addresses]
    handed.clear()
    expecting(pages[1:], tmp_path).drop()
    assert handed == ["begins"]
    handed.clear()
    assert made_by(expecting(pages, tmp_path, is_new=False), pages) == made
    assert handed == []


_OTHERS: dict[str, Callable[[list[Page]], list[Page]]] = {
    "one more first": lambda pages: [replace(pages[-1], address="a/ny.html"), *pages],
    "one more within": lambda pages: [*pages[:3], replace(pages[-1], address="a/ny.html"), *pages[3:]],
    "one more last": lambda pages: [*pages, replace(pages[-1], address="a/ny.html")],
    "one gone first": lambda pages: pages[1:],
    "one gone within": lambda pages: [*pages[:3], *pages[4:]],
    "one gone last": lambda pages: pages[:-1],
    "one alone": lambda pages: pages[:1],
    "other order": lambda pages: pages[::-1],
    "others changed too": lambda pages: [replace(pages[0], title="Annat"), *pages[2:], replace(pages[1], title="Allt")],
    "no text alike": lambda pages: [replace(page, html=f"<p>{page.title}</p>") for page in pages],
}
# How often Pagefind begins where the pages of before are handed over ahead, where others are expected, and where
# nothing is known: where the pages of before come, and more after them, what was ahead is of use.
_BEGINS = {
    "one more last": (1, 1, 1),
    "no text alike": (1, 1, 1),
    "one gone last": (2, 1, 1),
    "one alone": (2, 1, 1),
    "others changed too": (2, 1, 2),
}


@pytest.mark.parametrize("name", _OTHERS)
def test_what_was_handed_over_ahead_and_does_not_come_is_not_in_the_index(
    name: str, tmp_path: Path, handed: list[str]
) -> None:
    pages = [page for page in sites.sample_pages().values() if page.indexed]
    others = _OTHERS[name](pages)
    fresh = index_of(others)
    begun = []
    for expected in (pages, others, None):
        shutil.rmtree(tmp_path)
        made_by(expecting(pages, tmp_path), pages)
        handed.clear()
        search = Indexing("sv", tmp_path) if expected is None else expecting(expected, tmp_path)
        assert search(others) == tuple(others)
        assert dict(search.files()) == fresh
        begun.append(handed.count("begins"))
    assert tuple(begun) == _BEGINS.get(name, (2, 1, 1))
    # What was kept of it is of use in its turn.
    handed.clear()
    assert index_of(others, store=tmp_path) == fresh
    assert handed == []


def test_nothing_is_handed_over_ahead_of_what_cannot_be_read(tmp_path: Path, handed: list[str]) -> None:
    pages = [page for page in sites.sample_pages().values() if page.indexed]
    made = made_by(expecting(pages, tmp_path), pages)
    (kept,) = tmp_path.glob("*/*.index")
    kept.write_bytes(b"PK")
    handed.clear()
    search = expecting(pages, tmp_path)
    assert handed == ["begins"]
    assert made_by(search, pages) == made


def test_a_preview_that_is_dropped_begins_no_pagefind(
    tmp_path: Path, handed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kallelse.preview._PAUSE", 0)
    pages = [page for page in sites.sample_pages().values() if page.indexed]
    index_of(pages, store=tmp_path / "store")
    handed.clear()
    asked: list[LateIndex] = []

    def dropped_at_once(search: Indexing, pages: Iterable[Page]) -> list[Page]:
        asked[0].dropped.set()
        return [replace(page, title="Annat") for page in pages]

    ready = threading.Event()
    monkeypatch.setattr(Indexing, "as_before", lambda *given: (ready.wait(), dropped_at_once(*given))[1])
    asked.append(LateIndex(pages, tmp_path / "site", "sv", tmp_path / "store", pytest.fail))
    ready.set()
    asked[0].wait()
    assert handed == []
    assert not (tmp_path / "site").exists()


def test_a_preview_takes_the_index_of_a_build_whose_pages_came_in_another_order(
    tmp_path: Path, handed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kallelse.preview._PAUSE", 0)
    pages = sites.sample_pages()
    came = [pages[address] for address in reversed(pages)]
    made = index_of(came, store=tmp_path / "store")

    def shown(pages: Iterable[Page]) -> dict[str, bytes]:
        handed.clear()
        LateIndex(pages, tmp_path / "site", "sv", tmp_path / "store", pytest.fail).wait()
        folder = tmp_path / "site" / FOLDER
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    assert shown(pages.values()) == made
    assert handed == []
    # A page that is new comes after all others, so that these are of use.
    one = replace(next(page for page in came if page.indexed), address="a/ny.html")
    new = shown([one, *pages.values()])
    assert handed.count("begins") == 1
    assert new == index_of([*came, one])
