from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.publish import cbor
from kallelse.publish.searchorder import SearchIndexError, set_in_order

MARK = b"pagefind_dcd"
Values = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60)


@given(Values)
def test_what_is_written_is_read_again(value: cbor.Value) -> None:
    assert cbor.load(cbor.dump(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1_000_000, "1a000f4240"),
        (2**64 - 1, "1bffffffffffffffff"),
        ("ü", "62c3bc"),
        ([1, [2, 3], "a"], "8301820203" + "6161"),
    ],
)
def test_values_have_the_shortest_form(value: cbor.Value, data: str) -> None:
    assert cbor.dump(value).hex() == data


@pytest.mark.parametrize("data", ["", "18", "9f01ff", "a0", "f6", "0000", "8201"])
def test_what_the_index_does_not_hold_is_refused(data: str) -> None:
    with pytest.raises(cbor.CborError):
        cbor.load(bytes.fromhex(data))


def _file(path: Path, value: cbor.Value) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(MARK + cbor.dump(value)))


PAGES = {"1111111": 200, "1111222": 199, "2222222": 801, "1111333": 3}


def _index(folder: Path, filters: dict[str, cbor.Value], made: Mapping[str, int] = PAGES) -> Path:
    for name, values in filters.items():
        _file(folder / "filter" / f"sv_{name}.pf_filter", [name, values])
    for name in made:
        _file(folder / "fragment" / f"sv_{name}.pf_fragment", name)
    listed: cbor.Value = [[name, f"sv_{name}"] for name in filters]
    pages: cbor.Value = [[f"sv_{name}", length] for name, length in made.items()]
    _file(folder / "pagefind.sv_old.pf_meta", ["1.5.2", pages, [], listed, [], ["title"]])
    entry = {"version": "1.5.2", "languages": {"sv": {"hash": "sv_old", "wasm": "sv", "page_count": 1}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    return folder


def _read(path: Path) -> cbor.Value:
    return cbor.load(gzip.decompress(path.read_bytes()).removeprefix(MARK))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_filters_and_their_values_are_sorted_and_named_after_what_they_hold(tmp_path: Path) -> None:
    one = _index(
        tmp_path / "one", {"year": [["2022", [0, 1]], ["2020", [2]]], "committee": [["B", [1]], ["A", [0, 2]]]}
    )
    other = _index(
        tmp_path / "other", {"committee": [["A", [0, 2]], ["B", [1]]], "year": [["2020", [2]], ["2022", [0, 1]]]}
    )
    set_in_order(one)
    set_in_order(other)
    assert _files(one) == _files(other)
    entry = json.loads((one / "pagefind-entry.json").read_text(encoding="utf-8"))
    meta = _read(one / f"pagefind.{entry['languages']['sv']['hash']}.pf_meta")
    assert isinstance(meta, list)
    listed = meta[3]
    assert isinstance(listed, list)
    assert [_read(one / "filter" / f"{each[1]}.pf_filter") for each in listed if isinstance(each, list)] == [
        ["committee", [["A", [0, 2]], ["B", [1]]]],
        ["year", [["2020", [2]], ["2022", [0, 1]]]],
    ]


def test_an_index_of_another_shape_is_refused(tmp_path: Path) -> None:
    folder = _index(tmp_path, {"year": [["2022", [0]]]})
    _file(folder / "filter" / "sv_year.pf_filter", ["another", []])
    with pytest.raises(SearchIndexError, match="is not the filter year"):
        set_in_order(folder)
    _file(folder / "pagefind.sv_old.pf_meta", ["1.5.2"])
    with pytest.raises(SearchIndexError, match="has 1 parts"):
        set_in_order(folder)
    (folder / "pagefind.sv_old.pf_meta").write_bytes(gzip.compress(b"x"))
    with pytest.raises(SearchIndexError, match="does not begin"):
        set_in_order(folder)
    (folder / "pagefind.sv_old.pf_meta").write_bytes(b"no gzip")
    with pytest.raises(SearchIndexError, match="BadGzipFile"):
        set_in_order(folder)
    _file(folder / "pagefind.sv_old.pf_meta", ["1.5.2", [], [], [["year", "sv_none"]]])
    with pytest.raises(SearchIndexError, match=r"sv_none\.pf_filter"):
        set_in_order(folder)


def _named(folder: Path) -> list[tuple[str, int]]:
    """The names of the pages in their order, each with its length."""
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    meta = _read(folder / f"pagefind.{entry['languages']['sv']['hash']}.pf_meta")
    assert isinstance(meta, list)
    assert isinstance(meta[1], list)
    return [(str(each[0]), int(str(each[1]))) for each in meta[1] if isinstance(each, list)]


def test_the_name_of_a_page_is_its_day_what_the_pages_of_that_day_hold_and_a_number(tmp_path: Path) -> None:
    folder = _index(tmp_path, {"day": [["2022-09-26", [0, 1]], ["2024-01-02", [2]]], "year": [["2022", [0]]]})
    set_in_order(folder)
    named = _named(folder)
    assert [length for _, length in named] == [8, 8, 32, 1]
    # 19,261 days since 1970 are ev1 to the base of 36, 19,724 are f7w.
    shapes = ("ev1_[0-9a-f]{6}0", "ev1_[0-9a-f]{6}1", "f7w_[0-9a-f]{6}0", "0_[0-9a-f]{6}0")
    assert [bool(re.fullmatch(shape, name)) for shape, (name, _) in zip(shapes, named, strict=True)] == [True] * 4
    kept = {path.stem: _read(path) for path in (folder / "fragment").iterdir()}
    assert kept == dict(zip((name for name, _ in named), PAGES, strict=True))
    assert [path.name[:2] for path in (folder / "filter").iterdir()] == ["sv"]


def test_a_page_that_changes_takes_new_names_for_its_day_alone(tmp_path: Path) -> None:
    days: dict[str, cbor.Value] = {"day": [["2022-09-26", [0, 1]], ["2024-01-02", [2]]]}
    changed = {"9999999" if name == "1111222" else name: length for name, length in PAGES.items()}
    before, after = _index(tmp_path / "before", days), _index(tmp_path / "after", days, changed)
    set_in_order(before)
    set_in_order(after)
    same = [one == other for one, other in zip(_named(before), _named(after), strict=True)]
    assert same == [False, False, True, True]


def test_pages_of_a_day_are_told_apart_whatever_their_number(tmp_path: Path) -> None:
    pages = {f"{number:07}": 1 for number in range(100)}
    folder = _index(tmp_path, {"day": [["2022-09-26", list(range(100))]]}, pages)
    set_in_order(folder)
    assert len(set(_named(folder))) == 100
    assert len(list((folder / "fragment").iterdir())) == 100
