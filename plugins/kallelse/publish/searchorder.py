"""Pagefind's index turned into one that is the same in each run, and whose pages tell their days by their names."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import re
import statistics
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from kallelse.publish import cbor

_ENTRY, _SCRIPT = "pagefind-entry.json", "pagefind.js"
# What stands in the folder of the index and nowhere else.
_NAME = re.compile(r"(?:filter/|fragment/|index/)?[\w-][\w.-]*")
# Before the CBOR of each of Pagefind's files, inside the gzip.
_MARK = b"pagefind_dcd"
# Opens a gzip of no name, no time and no system, packed as much as can be.
_GZIP = bytes.fromhex("1f8b 08 00 00000000 02 ff")
# Among the parts of `.pf_meta`: the pages, each a hash in the name of its file and its number of words; the filters,
# each a name and the hash in the name of its file; the parts of the index, each its first word, its last, its hash.
_PAGES, _CHUNKS, _FILTERS = 1, 2, 3

DAY = "day"
"""The filter that holds the day of each page, ISO 8601, and is no filter of the index that comes of it."""

_FIRST = dt.date(1970, 1, 1)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# So many digits of a hash tell the pages of a day from those of the same day in another build.
_LETTERS = 6
# A page of ordinary length has so many words to the search, which asks only how much longer one page is than another:
# lengths of one byte, and few of them, make a third less of what every search fetches.
_ORDINARY = 8


class SearchIndexError(ValueError):
    """An index whose files are not of the shape that Pagefind 1.5 makes."""


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by name, with filters sorted by name and their values by words, and named after what they hold.

    Pagefind keeps both in tables without an order, so that the same pages give other bytes in each run. The name of a
    page begins with its day, so that hits can be set in order of time without another list: days since 1970-01-01 to
    the base of 36, `0` for a page without a day, then `_`. A hash of all that the pages of that day hold follows, and
    the page's number among them to the base of 36: names that differ so little halve the list of pages, which every
    search fetches, and none stands for two contents. Lengths of pages are told as eighths of the ordinary one.

    Raises SearchIndexError where the index is of another shape, whatever it is that does not fit.
    """
    found = {name: content for name, content in files.items() if _NAME.fullmatch(name)}
    try:
        told = json.loads(found[_ENTRY])
        for language in told["languages"].values():
            language["hash"] = _meta_in_order(found, language["hash"])
            _ask_for(found, (_SCRIPT, f"wasm.{language['wasm']}.pagefind"))
        found[_ENTRY] = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    except SearchIndexError:
        raise
    except (ValueError, TypeError, LookupError, EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise SearchIndexError(f"{type(error).__name__}: {error}") from error
    return found


def _meta_in_order(files: dict[str, bytes], name: str) -> str:
    path = f"pagefind.{name}.pf_meta"
    meta = _taken(files, path)
    if len(meta) <= _FILTERS:
        raise SearchIndexError(f"{path} has {len(meta)} parts")
    _ask_for(files, (f"index/{_list(chunk)[2]}.pf_index" for chunk in _list(meta[_CHUNKS])))
    filters = _filters(files, meta[_FILTERS])
    days = _days(filters.pop(DAY, []))
    meta[_PAGES] = _named_by_day(files, _list(meta[_PAGES]), days)
    meta[_FILTERS] = [
        [each, _put(files, "filter/{}.pf_filter", name, [each, values], 7)] for each, values in sorted(filters.items())
    ]
    return _put(files, "pagefind.{}.pf_meta", name, meta, 10)


def _ask_for(files: Mapping[str, bytes], names: Iterable[str]) -> None:
    """Raises SearchIndexError where one of the files is not there."""
    for name in names:
        if name not in files:
            raise SearchIndexError(name)


def _filters(files: dict[str, bytes], listed: cbor.Value) -> dict[str, list[cbor.Value]]:
    """The values of each filter in order, each with the numbers of its pages; their files are gone."""
    found: dict[str, list[cbor.Value]] = {}
    for each in _list(listed):
        filter_name, file = _list(each)
        path = f"filter/{file}.pf_filter"
        named, values = _taken(files, path)
        if named != filter_name:
            raise SearchIndexError(f"{path} is not the filter {filter_name}")
        found[str(filter_name)] = sorted(_list(values), key=lambda value: str(_list(value)[0]))
    return found


def _days(values: Iterable[cbor.Value]) -> dict[int, dt.date]:
    """The days of pages by their numbers."""
    found = {}
    for value in values:
        day, pages = _list(value)
        date = dt.date.fromisoformat(str(day))
        found.update({page: date for page in _list(pages) if isinstance(page, int)})
    return found


def _named_by_day(files: dict[str, bytes], pages: list[cbor.Value], days: Mapping[int, dt.date]) -> list[cbor.Value]:
    """The pages under names that begin with their days, which their files get."""
    begin = [_code(days.get(number)) for number in range(len(pages))]
    hashes: dict[str, hashlib._Hash] = {}
    for page, day in zip(pages, begin, strict=True):
        hashes.setdefault(day, hashlib.sha256()).update(f"{_list(page)[0]}\0".encode())
    words = [length for page in pages if isinstance(length := _list(page)[1], int)]
    unit = max(1, statistics.median(words) / _ORDINARY) if words else 1
    seen = Counter[str]()
    found: list[cbor.Value] = []
    for page, day, length in zip(pages, begin, words, strict=True):
        old = _list(page)[0]
        name = f"{day}_{hashes[day].hexdigest()[:_LETTERS]}{_to_base_36(seen[day])}"
        seen[day] += 1
        files[f"fragment/{name}.pf_fragment"] = files.pop(f"fragment/{old}.pf_fragment")
        found.append([name, max(1, round(length / unit))])
    return found


def _code(day: dt.date | None) -> str:
    return _to_base_36(0 if day is None else (day - _FIRST).days)


def _to_base_36(number: int) -> str:
    """A number in digits and small letters; `0` for what is less than one."""
    digits = ""
    while number > 0:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _taken(files: dict[str, bytes], path: str) -> list[cbor.Value]:
    """What a file holds, which is no longer among the files."""
    data = gzip.decompress(files.pop(path))
    if not data.startswith(_MARK):
        raise SearchIndexError(f"{path} does not begin as an index does")
    return _list(cbor.load(data[len(_MARK) :]))


def _put(files: dict[str, bytes], pattern: str, language: str, value: list[cbor.Value], letters: int) -> str:
    """Adds `value` under a name made of the language, which opens the old name, and a hash; returns that name."""
    data = _MARK + cbor.dump(value)
    name = f"{language.split('_', maxsplit=1)[0]}_{hashlib.sha256(data).hexdigest()[:letters]}"
    files[pattern.format(name)] = _packed(data)
    return name


def _packed(data: bytes) -> bytes:
    """The bytes as a gzip (RFC 1952) that does not tell where it was made, which Python's own does by its version."""
    deflate = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(data) + deflate.flush()
    return _GZIP + packed + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def _list(value: cbor.Value) -> list[cbor.Value]:
    if not isinstance(value, list):
        raise SearchIndexError(f"{value!r} stands where a list should")
    return value
