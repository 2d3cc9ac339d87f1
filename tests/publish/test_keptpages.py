from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.foreign import kept
from kallelse.foreign.values import to_bytes
from kallelse.model.dnr import Dnr
from kallelse.model.memory import Itself
from kallelse.publish import keptindex, keptpages
from kallelse.publish.keptpages import KeptPages
from kallelse.publish.page import Alternate, Crumb, Page, PageKind
from kallelse.read.meeting import kept as cases
from kallelse.typeset import store as packets

from tests.tools.house import Module, libraries, modules

PAGE = Page(
    "gsn/1.html", "Bad", "Om bad.", "<p>Badet.</p>", PageKind.CASE, (Crumb("GSN", "gsn/index.html"),), "Ärende 1",
    indexed=True, filters=(("year", "2022"),), meta=(("kind", "Ärende"),), changed=dt.date(2022, 9, 26),
    numbers=(Dnr("KS 2021/7"),), alternates=(Alternate("Allt", "feed.xml"),), described={"@type": ["Event"], "n": 1},
)  # fmt: skip
OTHER = replace(PAGE, address="gsn/2.html")


DAY = dt.date(2022, 9, 26)
ADDRESSES = {"a.md": "a.html"}


def nothing() -> Iterable[Page]:
    raise AssertionError


def kept_in(store: Path, day: dt.date = DAY, addresses: Mapping[str, str] = ADDRESSES) -> KeptPages:
    return KeptPages(store, day, addresses)


def keep(store: Path, *parts: object) -> None:
    assert kept_in(store).of("a", [parts], lambda: (PAGE, OTHER)) == (PAGE, OTHER)


def test_pages_are_found_again_by_all_that_they_are_made_of(tmp_path: Path) -> None:
    same = (Itself(("text", 1)), "day")
    keep(tmp_path, *same)
    assert kept_in(tmp_path).of("a", [same], nothing) == (PAGE, OTHER)
    for parts in ((Itself(("text", 2)), "day"), (Itself(("text", 1)), "night"), same[:1], (*same, "")):
        assert kept_in(tmp_path).of("a", [parts], lambda: (OTHER,)) == (OTHER,)
        keep(tmp_path, *same)
    assert kept_in(tmp_path).of("b", [same], lambda: (OTHER,)) == (OTHER,)
    assert kept_in(tmp_path).of("a", [same], nothing) == (PAGE, OTHER)
    assert kept_in(tmp_path).of("a", [same, same], lambda: (OTHER,)) == (OTHER,)


def test_pages_are_found_again_on_days_and_among_addresses_that_answer_alike(tmp_path: Path) -> None:
    def pages(kept: KeptPages) -> Iterable[Page]:
        return (PAGE,) if kept.day >= DAY and kept.addresses.get("a.md") == "a.html" else (OTHER,)

    def made(day: dt.date, addresses: Mapping[str, str]) -> tuple[Page, ...]:
        kept = kept_in(tmp_path, day, addresses)
        return kept.of("a", [()], lambda: pages(kept))

    assert made(DAY, ADDRESSES) == (PAGE,)
    more = {**ADDRESSES, "b.md": "b.html"}
    for later in (DAY, DAY.replace(year=2040)):
        assert kept_in(tmp_path, later, more).of("a", [()], nothing) == (PAGE,)
    assert made(DAY.replace(day=25), ADDRESSES) == (OTHER,)
    assert made(DAY, ADDRESSES) == (PAGE,)
    assert made(DAY, {"b.md": "a.html"}) == (OTHER,)


def test_a_value_that_takes_the_place_of_another_is_not_taken_for_it(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    # Each is gone when the next is made, which may get its place.
    assert len({kept._digest(Itself([number])) for number in range(100)}) == 100


def test_what_is_found_again_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path)
    monkeypatch.setattr(keptpages, "keep_value", lambda *_, **__: pytest.fail("written again"))
    assert kept_in(tmp_path).of("a", [()], nothing) == (PAGE, OTHER)


@pytest.mark.parametrize("damaged", [b"", b"x", b"\x80\x05N.", b"\x80\x05cposix\nsystem\n."])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    keep(tmp_path)
    (file,) = tmp_path.glob("*/*.pages")
    file.write_bytes(damaged)
    assert kept_in(tmp_path).of("a", [()], lambda: (OTHER,)) == (OTHER,)


_ASKED: tuple[object, ...] = (dt.date.min, dt.date.max, {}, False)


@pytest.mark.parametrize(
    "odd", [None, 3, (), (b"", _ASKED, PAGE), (b"", _ASKED, (3,)), (b"", (), (PAGE,)), ("", _ASKED, (PAGE,))]
)
def test_what_is_of_another_shape_is_made_anew(tmp_path: Path, odd: object, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path)
    digest = hashlib.sha256(to_bytes([[]], equal=True)).digest()
    told = (digest, *odd[1:]) if isinstance(odd, tuple) and odd and odd[0] == b"" else odd
    monkeypatch.setattr(keptpages, "kept_value", lambda *_: told)
    assert kept_in(tmp_path).of("a", [()], lambda: (OTHER,)) == (OTHER,)


def test_where_nothing_can_be_kept_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep(tmp_path / "file")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_pages_of_another_package_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path)
    monkeypatch.setattr(keptpages, "programs", lambda *_: "another")
    assert kept_in(tmp_path).of("a", [()], lambda: (OTHER,)) == (OTHER,)


def test_whatever_holds_texts_is_forgotten_as_soon_as_pages_are() -> None:
    assert set(kept._TEXTS) == {cases.ENDING, keptindex.ENDING, keptpages.ENDING}


@pytest.fixture(scope="module")
def everything() -> list[Module]:
    return modules(Path(kept.__file__).parents[1])


@pytest.mark.parametrize(
    ("maker", "counted"),
    [
        ("kallelse.read.meeting.case", cases._LIBRARIES),
        ("kallelse.typeset.task", packets._LIBRARIES),
        ("kallelse.publish.recalled", keptpages._LIBRARIES),
    ],
)
def test_what_is_kept_goes_by_each_library_that_has_a_hand_in_it(
    everything: list[Module], maker: str, counted: tuple[str, ...]
) -> None:
    assert libraries(everything, maker) - set(counted) == set()
