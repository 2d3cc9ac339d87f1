from __future__ import annotations

import base64
import gzip
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Template
from kallelse.foreign.pagefind import Pagefind, PagefindError
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.settings import Language
from kallelse.preview import LateIndex
from kallelse.publish.page import Page, PageKind
from kallelse.publish.search import FOLDER, Indexing, SearchError
from kallelse.publish.searchable import searchable, template
from kallelse.publish.searchtext import spelled

from tests.publish import archives, noticed, records, sites
from tests.publish.sites import index_of


def dropped(pages: Iterable[Page], store: Path | None = None) -> tuple[Page, ...]:
    """The pages as they come from an index that nobody waits for."""
    search = Indexing("sv", store)
    made = search(pages)
    search.drop()
    return made


@pytest.fixture(scope="module")
def sample_index() -> dict[str, bytes]:
    return index_of(sites.sample_pages().values())


def test_the_same_pages_give_the_same_index(sample_index: dict[str, bytes]) -> None:
    assert index_of(sites.sample_pages().values()) == sample_index


def test_only_pages_about_meetings_are_found(sample_index: dict[str, bytes]) -> None:
    fragments = [name for name in sample_index if name.startswith("fragment/")]
    assert len(fragments) == sum(page.indexed for page in sites.sample_pages().values())


def test_an_archive_without_meetings_can_be_indexed(tmp_path: Path) -> None:
    pages = sites.by_address(Archive(archives.SETTINGS)).values()
    assert "pagefind.js" in index_of(pages)
    assert index_of(pages, store=tmp_path) == index_of(pages, store=tmp_path) == index_of(pages)


def test_an_index_that_is_dropped_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def noted(*arguments: Any, **named: Any) -> subprocess.Popen[bytes]:
        begun.append(popen(*arguments, **named))
        return begun[-1]

    monkeypatch.setattr("kallelse.foreign.pagefind.subprocess.Popen", noted)
    dropped(sites.sample_pages().values())

    def broken() -> Iterator[Page]:
        yield from sites.sample_pages().values()
        raise LookupError

    with pytest.raises(LookupError):
        Indexing("sv")(broken())
    assert [process.returncode is not None for process in begun] == [True, True]


def test_pages_are_handed_over_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr("kallelse.publish.search.Pagefind.add", lambda _, address, html: seen.append(address))

    def pages() -> Iterator[Page]:
        for count, page in enumerate(each for each in sites.sample_pages().values() if each.indexed):
            assert len(seen) == count
            yield page

    assert seen == [page.address for page in dropped(pages())]


def test_settings_of_pagefind_around_the_build_change_nothing(
    sample_index: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.yml").write_text("root_selector: h1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "h1")
    assert index_of(sites.sample_pages().values()) == sample_index


def _program(folder: Path, lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has another program stand in for Pagefind."""
    program = folder / "pagefind"
    program.write_text(f"#!{sys.executable}\nimport sys, time\n{lines}", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))


def _answer(**payload: object) -> str:
    return base64.b64encode(json.dumps({"payload": payload}).encode()).decode()


_ERROR = _answer(type="Error", message="no such file")
_RUBBISH = (
    *("!", "W10=", _answer(type="GetFiles"), _answer(type="GetFiles", files=3), _answer(type="GetFiles", files="ab")),
    *(_answer(type="GetFiles", files=[{"path": "a", "content": "é"}]), _answer(type="GetFiles", files=[{"path": "a"}])),
)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("sys.exit('disk full')", "disk full"),
        ("time.sleep(0.3)\nsys.exit('disk full')", "disk full"),
        ("sys.stdin.buffer.read(1)\nsys.exit(3)", "pagefind: 3"),
        ("print('!', end=',', flush=True)\nsys.stdin.buffer.read(1)", "pagefind: "),
        ("print('W10=', end=',', flush=True)\nsys.stdin.buffer.read(1)", "pagefind: TypeError"),
        (f"print({_ERROR!r}, end=',', flush=True)\nsys.stdin.buffer.read(1)", "no such file"),
    ],
)
def test_what_pagefind_says_is_told_when_it_gives_up(
    lines: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, lines, monkeypatch)
    with pytest.raises(SearchError, match=told):
        index_of(sites.sample_pages().values())


@pytest.mark.parametrize("rubbish", [*_RUBBISH, _ERROR])
def test_a_pagefind_that_answers_something_else_and_lives_on_is_ended(
    rubbish: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, f"print({rubbish!r}, end=',', flush=True)\nsys.stdin.buffer.read()", monkeypatch)
    with pytest.raises(SearchError, match=r"pagefind: |no such file"):
        index_of(sites.sample_pages().values())


@pytest.mark.parametrize(
    "lines",
    [
        "sys.stdin.buffer.read()",
        "time.sleep(1000)",
        "import os\nos.close(1)\ntime.sleep(1000)",
        "import os\nos.close(1)\nsys.stdin.buffer.read()\ntime.sleep(1000)",
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(1000)",
    ],
)
def test_nobody_waits_for_a_pagefind_that_does_not_answer(
    lines: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kallelse.foreign.pagefind._PATIENCE", 0.3)
    monkeypatch.setattr("kallelse.foreign.pagefind._GRACE", 0.3)
    _program(tmp_path, lines, monkeypatch)
    # More than a pipe holds.
    pages = [replace(_PAGE, html=f"<p>{'Badet. ' * 100_000}</p>")]
    with pytest.raises(SearchError, match="pagefind: "):
        index_of(pages)
    dropped(pages)


def test_no_more_is_told_than_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "sys.exit('x' * 1_000_000 + 'disk full')", monkeypatch)
    with pytest.raises(SearchError, match="disk full") as raised:
        index_of(sites.sample_pages().values())
    assert len(str(raised.value)) <= 2000


def test_a_pagefind_that_lost_a_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    add = Pagefind.add

    def forgetful(pagefind: Pagefind, address: str, html: str) -> None:
        if not address.endswith("03-rapportering/index.html"):
            add(pagefind, address, html)

    monkeypatch.setattr(Pagefind, "add", forgetful)
    with pytest.raises(SearchError, match="pagefind: "):
        index_of(sites.sample_pages().values())


def test_settings_in_the_folder_of_a_build_are_not_read(
    sample_index: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.json").write_text("x: [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert index_of(sites.sample_pages().values()) == sample_index


def test_a_pagefind_that_is_no_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "none"))
    with pytest.raises(SearchError, match="none"):
        index_of(sites.sample_pages().values())


@pytest.fixture
def of_another_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Pagefind that makes what no other part of the site knows."""
    files = [{"path": "pagefind-entry.json", "content": base64.b64encode(b"{}").decode()}]
    answer = base64.b64encode(json.dumps({"payload": {"type": "GetFiles", "files": files}}).encode()).decode()
    _program(tmp_path, f"print({answer!r}, end=',', flush=True)\nsys.stdin.buffer.read()", monkeypatch)


@pytest.mark.usefixtures("of_another_shape")
def test_an_index_of_another_shape_is_told(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="languages"):
        index_of(sites.sample_pages().values(), store=tmp_path / "store")
    assert not (tmp_path / "store").exists()


@pytest.mark.usefixtures("of_another_shape")
def test_a_preview_logs_an_index_of_another_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kallelse.preview._PAUSE", 0)
    said: list[str] = []
    site = tmp_path / "site"
    site.mkdir()
    late = LateIndex(sites.sample_pages().values(), site, "sv", tmp_path / "store", said.append)
    late.wait()
    assert ["languages" in each for each in said] == [True]
    assert list(site.iterdir()) == []


def test_the_index_of_a_preview_takes_the_place_of_the_one_before(
    sample_index: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kallelse.preview._PAUSE", 0)
    stale = tmp_path / "site" / FOLDER / "fragment" / "old.pf_fragment"
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"old")
    LateIndex(sites.sample_pages().values(), tmp_path / "site", "sv", tmp_path / "store", pytest.fail).wait()
    made = tmp_path / "site" / FOLDER
    files = {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    assert files == sample_index
    assert [path.name for path in (tmp_path / "site").iterdir()] == [FOLDER]


def test_an_index_of_a_preview_that_nobody_wants_any_more_reads_no_further_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kallelse.preview._PAUSE", 0)
    begun, goes_on = threading.Event(), threading.Event()
    read: list[str] = []

    def noted(page: Page, language: Language, form: Template) -> str:
        read.append(page.address)
        begun.set()
        goes_on.wait()
        return searchable(page, language, form)

    monkeypatch.setattr("kallelse.publish.search.searchable", noted)
    late = LateIndex(sites.sample_pages().values(), tmp_path, "sv", tmp_path / "store", pytest.fail)
    begun.wait()
    ending = threading.Thread(target=late.drop)
    ending.start()
    late.dropped.wait()
    goes_on.set()
    ending.join()
    assert len(read) == 1
    assert list(tmp_path.iterdir()) == []


def test_what_the_site_does_not_use_is_not_published(sample_index: dict[str, bytes]) -> None:
    assert [name for name in sample_index if "-ui" in name] == []


def test_search_is_told_what_a_page_is_about() -> None:
    page = sites.sample_pages()["gemensamma-servicenamnden/2022-09-26/index.html"]
    html = searchable(page, "sv", template("sv"))
    assert html.startswith('<!doctype html>\n<html lang="sv">')
    assert 'data-pagefind-filter="committee[data-value]" data-value="Gemensamma servicenämnden"' in html
    assert 'data-pagefind-filter="kind[data-value]" data-value="Möte"' in html
    assert 'data-pagefind-filter="day[data-value]" data-value="2022-09-26"' in html
    assert "26 september" not in html.partition("<article")[2].partition("<p")[0]
    assert spelled(page.html, "sv") in html


def read_of(index: dict[str, bytes]) -> dict[str, str]:
    """What Pagefind read of each page, by its address."""
    texts = [gzip.decompress(content) for name, content in index.items() if name.startswith("fragment/")]
    found = [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]
    return {each["url"].removeprefix("/"): each["content"] for each in found}


def test_who_attended_is_found_on_the_page_of_the_minutes_and_what_was_decided_on_its_own() -> None:
    pages = sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs())
    texts = read_of(index_of(pages.values()))
    minutes = texts[f"{archives.GSN}/2022-09-26/protokoll.html"]
    assert spelled("Birgitta Sjölund", "sv") in minutes
    decided = spelled("Tidsramen för uppdraget", "sv")
    assert decided not in minutes
    assert decided in texts[f"{archives.GSN}/2022-09-26/paragraf-24.html"]


def test_what_the_board_announces_is_found_and_not_how_to_appeal() -> None:
    pages = sites.by_address(noticed.whole(), as_of=noticed.AS_OF)
    page = pages["anslagstavla/index.html"]
    assert dict(page.meta) == {"kind": "Anslagstavla"}
    text = read_of(index_of(pages.values()))[page.address]
    for one in noticed.whole().committees[0].delegated:
        assert spelled(one.decision, "sv") in text
    assert "laglighets" not in text.lower()
    assert str(noticed.AS_OF.day) in page.html


def _refused(*_: object) -> Pagefind:
    raise PagefindError("refused")


def test_the_index_of_another_pagefind_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index_of(sites.sample_pages().values(), store=tmp_path / "store")
    _program(tmp_path, "sys.exit('another')", monkeypatch)
    with pytest.raises(SearchError, match="another"):
        index_of(sites.sample_pages().values(), store=tmp_path / "store")


def test_the_index_of_the_same_pages_is_taken_from_the_store(
    sample_index: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, pages = tmp_path / "store", sites.sample_pages().values()
    assert index_of(pages, store=store) == sample_index
    monkeypatch.setattr("kallelse.publish.search.Pagefind", _refused)
    assert index_of(pages, store=store) == sample_index
    dropped(pages, store)
    (kept,) = store.glob("*/*.index")
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(SearchError):
        index_of(pages, store=store)


def test_a_damaged_index_gives_no_other_one(tmp_path: Path) -> None:
    pages = sites.sample_pages().values()
    made = index_of(pages, store=tmp_path)
    for damaged in (b"", b"PK", b"x" * 1000):
        (kept,) = tmp_path.glob("*/*.index")
        kept.write_bytes(damaged)
        assert index_of(pages, store=tmp_path) == made


def test_other_pages_get_an_index_of_their_own(tmp_path: Path) -> None:
    store, pages = tmp_path / "store", list(sites.sample_pages().values())
    first = index_of(pages, store=store)
    other = [page for page in pages if page.indexed][1:]
    assert index_of(other, store=store) == index_of(other) != first


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


@pytest.mark.parametrize("name", _CHANGES)
def test_what_is_kept_is_taken_for_the_same_pages_alone(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, changed = tmp_path / "store", _CHANGES[name](_PAGE)
    fresh = index_of([changed])
    index_of([_PAGE], store=store)
    assert index_of([changed], store=store) == fresh
    monkeypatch.setattr("kallelse.publish.search.Pagefind", _refused)
    assert index_of([changed], store=store) == fresh
    with pytest.raises(SearchError):
        index_of([changed], "en", store)


def test_no_text_of_a_page_is_made_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [page for page in sites.sample_pages().values() if page.indexed]
    index_of(pages, store=tmp_path)
    changed = [replace(pages[0], title="Annat"), *reversed(pages[1:])]
    fresh = index_of(changed)
    seen: list[str] = []

    def noted(page: Page, language: Language, form: Template) -> str:
        seen.append(page.title)
        return searchable(page, language, form)

    monkeypatch.setattr("kallelse.publish.search.searchable", noted)
    assert index_of(changed, store=tmp_path) == fresh
    assert seen == ["Annat"]
