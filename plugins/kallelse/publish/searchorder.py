"""Pagefind's filters turned into an order that is the same in each run, with the names that follow from it."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from kallelse.publish import cbor

# Before the CBOR of each of Pagefind's files, inside the gzip.
_MARK = b"pagefind_dcd"
# The list of filters, each a name and the hash in the name of its file, among the parts of `.pf_meta`.
_FILTERS = 3


class SearchIndexError(ValueError):
    """An index whose files are not of the shape that Pagefind 1.5 writes."""


def set_in_order(folder: Path) -> None:
    """Sorts filters by name and their values by words, and names the files anew after what they hold.

    Pagefind keeps both in tables without an order, so that the same pages give other bytes in each run.
    """
    entry = folder / "pagefind-entry.json"
    told = json.loads(entry.read_text(encoding="utf-8"))
    for language in told["languages"].values():
        language["hash"] = _meta_in_order(folder, language["hash"])
    entry.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="")


def _meta_in_order(folder: Path, name: str) -> str:
    path = folder / f"pagefind.{name}.pf_meta"
    meta = _read(path)
    if len(meta) <= _FILTERS:
        raise SearchIndexError(f"{path.name} has {len(meta)} parts")
    meta[_FILTERS] = [list(each) for each in sorted(_filters(folder, meta[_FILTERS], name))]
    path.unlink()
    return _write(folder, "pagefind.{}.pf_meta", name, meta, 10)


def _filters(folder: Path, listed: cbor.Value, language: str) -> list[tuple[str, str]]:
    found = []
    for each in _list(listed):
        filter_name, file = _list(each)
        path = folder / "filter" / f"{file}.pf_filter"
        named, values = _read(path)
        if named != filter_name:
            raise SearchIndexError(f"{path.name} is not the filter {filter_name}")
        ordered: cbor.Value = sorted(_list(values), key=lambda value: str(_list(value)[0]))
        path.unlink()
        renamed = _write(folder / "filter", "{}.pf_filter", language, [named, ordered], 7)
        found.append((str(filter_name), renamed))
    return found


def _read(path: Path) -> list[cbor.Value]:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise SearchIndexError(f"{path.name} does not begin as an index does")
    return _list(cbor.load(data[len(_MARK) :]))


def _write(folder: Path, pattern: str, language: str, value: list[cbor.Value], letters: int) -> str:
    """Writes `value` under a name made of the language, which opens the old name, and a hash; returns that name."""
    data = _MARK + cbor.dump(value)
    name = f"{language.split('_', maxsplit=1)[0]}_{hashlib.sha256(data).hexdigest()[:letters]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(data, mtime=0))
    return name


def _list(value: cbor.Value) -> list[cbor.Value]:
    if not isinstance(value, list):
        raise SearchIndexError(f"{value!r} stands where a list should")
    return value
