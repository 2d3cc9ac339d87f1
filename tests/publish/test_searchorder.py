from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.publish import cbor
from kallelse.publish.searchorder import SearchIndexError, in_order

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


def _file(value: cbor.Value) -> bytes:
    return gzip.compress(MARK + cbor.dump(value), mtime=0)


PAGES = {"1111111": 200, "1111222": 199, "2222222": 801, "1111333": 3}
OLD = "pagefind.sv_old.pf_meta"


def _index(filters: dict[str, cbor.Value], made: Mapping[str, int] = PAGES) -> dict[str, bytes]:
    listed: cbor.Value = [[name, f"sv_{name}"] for name in filters]
    pages: cbor.Value = [[f"sv_{name}", length] for name, length in made.items()]
    entry = {"version": "1.5.2", "languages": {"sv": {"hash": "sv_old", "wasm": "sv", "page_count": 1}}}
    return {
        **{f"filter/sv_{name}.pf_filter": _file([name, values]) for name, values in filters.items()},
        **{f"fragment/sv_{name}.pf_fragment": _file(name) for name in made},
        OLD: _file(["1.5.2", pages, [], listed, [], ["title"]]),
        "pagefind-entry.json": json.dumps(entry).encode(),
        "pagefind.js": b"",
        "wasm.sv.pagefind": b"",
    }


def _read(data: bytes) -> cbor.Value:
    return cbor.load(gzip.decompress(data).removeprefix(MARK))


def _meta(files: Mapping[str, bytes]) -> list[cbor.Value]:
    entry = json.loads(files["pagefind-entry.json"])
    meta = _read(files[f"pagefind.{entry['languages']['sv']['hash']}.pf_meta"])
    assert isinstance(meta, list)
    return meta


def _fragments(files: Mapping[str, bytes]) -> list[str]:
    return [name for name in files if name.startswith("fragment/")]


def test_filters_and_their_values_are_sorted_and_named_after_what_they_hold() -> None:
    one = in_order(_index({"year": [["2022", [0, 1]], ["2020", [2]]], "committee": [["B", [1]], ["A", [0, 2]]]}))
    other = in_order(_index({"committee": [["A", [0, 2]], ["B", [1]]], "year": [["2020", [2]], ["2022", [0, 1]]]}))
    assert one == other
    listed = _meta(one)[3]
    assert isinstance(listed, list)
    assert [_read(one[f"filter/{each[1]}.pf_filter"]) for each in listed if isinstance(each, list)] == [
        ["committee", [["A", [0, 2]], ["B", [1]]]],
        ["year", [["2020", [2]], ["2022", [0, 1]]]],
    ]


def test_what_is_packed_tells_neither_when_nor_where_it_was_made() -> None:
    files = in_order(_index({"year": [["2022", [0]]]}))
    made = [data for name, data in files.items() if name.endswith((".pf_meta", ".pf_filter"))]
    # RFC 1952, 2.3: no time, packed as much as can be, an unknown system; Python's own names it by its version.
    assert [data[:10].hex() for data in made] == ["1f8b08000000000002ff"] * 2


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("filter/sv_year.pf_filter", _file(["another", []]), "is not the filter year"),
        (OLD, _file(["1.5.2"]), "has 1 parts"),
        (OLD, gzip.compress(b"x", mtime=0), "does not begin"),
        (OLD, b"no gzip", "BadGzipFile"),
        (OLD, _file(["1.5.2", [], [], [["year", "sv_none"]]]), r"sv_none\.pf_filter"),
        (OLD, _file(["1.5.2", [["sv_none", 3]], [], []]), r"sv_none\.pf_fragment"),
        ("pagefind-entry.json", b"{", "JSONDecodeError"),
        ("pagefind-entry.json", b"[]", "TypeError"),
        (OLD, _file(["1.5.2", [], [["a", "b", "sv_none"]], []]), r"sv_none\.pf_index"),
    ],
)
def test_an_index_of_another_shape_is_refused(name: str, content: bytes, told: str) -> None:
    with pytest.raises(SearchIndexError, match=told):
        in_order({**_index({"year": [["2022", [0]]]}), name: content})


@pytest.mark.parametrize("name", ["pagefind.js", "wasm.sv.pagefind", "pagefind-entry.json", OLD])
def test_an_index_without_what_it_needs_is_refused(name: str) -> None:
    files = _index({})
    del files[name]
    with pytest.raises(SearchIndexError, match=re.escape(name)):
        in_order(files)


@pytest.mark.parametrize(
    "name", ["../a", "/etc/a", "fragment/../../a", "index/a/b", "C:a", "fragment\\a", "", ".", ".."]
)
def test_a_file_that_belongs_elsewhere_is_no_part_of_the_index(name: str) -> None:
    assert name not in in_order(_index({}) | {name: b""})


def _named(files: Mapping[str, bytes]) -> list[tuple[str, int]]:
    """The names of the pages in their order, each with its length."""
    pages = _meta(files)[1]
    assert isinstance(pages, list)
    return [(str(each[0]), int(str(each[1]))) for each in pages if isinstance(each, list)]


def test_the_name_of_a_page_is_its_day_what_the_pages_of_that_day_hold_and_a_number() -> None:
    files = in_order(_index({"day": [["2022-09-26", [0, 1]], ["2024-01-02", [2]]], "year": [["2022", [0]]]}))
    named = _named(files)
    assert [length for _, length in named] == [8, 8, 32, 1]
    # 19,261 days since 1970 are ev1 to the base of 36, 19,724 are f7w.
    shapes = ("ev1_[0-9a-f]{6}0", "ev1_[0-9a-f]{6}1", "f7w_[0-9a-f]{6}0", "0_[0-9a-f]{6}0")
    assert [bool(re.fullmatch(shape, name)) for shape, (name, _) in zip(shapes, named, strict=True)] == [True] * 4
    kept = {name: _read(files[f"fragment/{name}.pf_fragment"]) for name, _ in named}
    assert kept == dict(zip((name for name, _ in named), PAGES, strict=True))
    assert len(_fragments(files)) == len(PAGES)
    assert [name[:10] for name in files if name.startswith("filter/")] == ["filter/sv_"]


def test_a_page_that_changes_takes_new_names_for_its_day_alone() -> None:
    days: dict[str, cbor.Value] = {"day": [["2022-09-26", [0, 1]], ["2024-01-02", [2]]]}
    changed = {"9999999" if name == "1111222" else name: length for name, length in PAGES.items()}
    before, after = in_order(_index(days)), in_order(_index(days, changed))
    same = [one == other for one, other in zip(_named(before), _named(after), strict=True)]
    assert same == [False, False, True, True]


def test_pages_of_a_day_are_told_apart_whatever_their_number() -> None:
    pages = {f"{number:07}": 1 for number in range(100)}
    files = in_order(_index({"day": [["2022-09-26", list(range(100))]]}, pages))
    assert len(set(_named(files))) == 100
    assert len(_fragments(files)) == 100
