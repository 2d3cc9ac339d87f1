from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.model.dnr import Dnr
from kallelse.model.memory import Itself
from kallelse.publish import keptpages
from kallelse.publish.keptpages import KeptPages
from kallelse.publish.page import Alternate, Crumb, Page, PageKind

PAGE = Page(
    "gsn/1.html", "Bad", "Om bad.", "<p>Badet.</p>", PageKind.CASE, (Crumb("GSN", "gsn/index.html"),), "Ärende 1",
    indexed=True, filters=(("year", "2022"),), meta=(("kind", "Ärende"),), changed=dt.date(2022, 9, 26),
    numbers=(Dnr("KS 2021/7"),), alternates=(Alternate("Allt", "feed.xml"),), described={"@type": ["Event"], "n": 1},
)  # fmt: skip
OTHER = replace(PAGE, address="gsn/2.html")


def nothing() -> Iterable[Page]:
    raise AssertionError


def kept_in(store: Path, group: str = "a", name: str = "", *parts: object) -> None:
    kept = KeptPages(store)
    kept.of(group, name, [parts], lambda: (PAGE, OTHER))
    kept.keep()


def test_pages_are_found_again_by_all_that_they_are_made_of(tmp_path: Path) -> None:
    kept_in(tmp_path, "a", "", Itself(("text", 1)), "day")
    same = (Itself(("text", 1)), "day")
    assert KeptPages(tmp_path).of("a", "", [same], nothing) == (PAGE, OTHER)
    for parts in ((Itself(("text", 2)), "day"), (Itself(("text", 1)), "night"), same[:1], (*same, "")):
        assert KeptPages(tmp_path).of("a", "", [parts], lambda: (OTHER,)) == (OTHER,)
    assert KeptPages(tmp_path).of("a", "", [same, same], lambda: (OTHER,)) == (OTHER,)
    assert KeptPages(tmp_path).of("a", "b", [same], lambda: (OTHER,)) == (OTHER,)
    assert KeptPages(tmp_path).of("b", "", [same], lambda: (OTHER,)) == (OTHER,)


def test_a_value_that_takes_the_place_of_another_is_not_taken_for_it() -> None:
    kept = KeptPages(Path("none"))
    # Each is gone when the next is made, which may get its place.
    assert len({kept._digest(Itself([number])) for number in range(100)}) == 100


def test_a_group_is_kept_as_it_was_asked_for_and_only_where_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = KeptPages(tmp_path)
    for name in ("1", "2"):
        first.of("a", name, [(name,)], lambda: (PAGE,))
    first.keep()
    fewer = KeptPages(tmp_path)
    fewer.of("a", "1", [("1",)], nothing)
    fewer.keep()
    (file,) = tmp_path.glob("*/*.pages")
    before = file.read_bytes()
    same = KeptPages(tmp_path)
    assert same.of("a", "2", [("2",)], lambda: (OTHER,)) == (OTHER,)
    same = KeptPages(tmp_path)
    same.of("a", "1", [("1",)], nothing)
    with monkeypatch.context() as patched:
        patched.setattr(keptpages, "keep_if_possible", lambda *_, **__: pytest.fail("written again"))
        same.keep()
    (file,) = tmp_path.glob("*/*.pages")
    assert file.read_bytes() == before


@pytest.mark.parametrize("damaged", [b"", b"x", b"\x80\x05N.", b"\x80\x05cposix\nsystem\n."])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    kept_in(tmp_path)
    (file,) = tmp_path.glob("*/*.pages")
    file.write_bytes(damaged)
    assert KeptPages(tmp_path).of("a", "", [()], lambda: (OTHER,)) == (OTHER,)


@pytest.mark.parametrize("odd", [None, 3, {"": None}, {"": (b"", PAGE)}, {1: (b"", (PAGE,))}, {"": ("", (PAGE,))}])
def test_what_is_of_another_shape_is_made_anew(tmp_path: Path, odd: object, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_in(tmp_path)
    monkeypatch.setattr(keptpages, "from_bytes", lambda *_: odd)
    assert KeptPages(tmp_path).of("a", "", [()], lambda: (OTHER,)) == (OTHER,)


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = KeptPages(None)
    assert kept.of("a", "", [(object(),)], lambda: (PAGE,)) == (PAGE,)
    kept.keep()
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_kept_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept_in(tmp_path / "file")


def test_pages_of_another_package_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_in(tmp_path)
    monkeypatch.setattr(keptpages, "programs", lambda *_: "another")
    assert KeptPages(tmp_path).of("a", "", [()], lambda: (OTHER,)) == (OTHER,)
