"""The bytes of a face turned into what a page needs to know of it: its letters, its figures, its weights.

Read are OpenType faces and the same packed as WOFF; of WOFF2 only the names of its tables, since the rest is packed by
Brotli, which Python cannot unpack.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

NEEDED = "åäöÅÄÖ§−–≤≥"
"""Letters and signs of Swedish minutes that faces may lack; they are then taken from the package's own."""

_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
# The order in which WOFF2 numbers the tables that it need not name (WOFF File Format 2.0, 4.1).
_KNOWN_VARIATION, _ANY_TAG = 47, 63


@dataclass(frozen=True, slots=True)
class Face:
    """A face; `is_variable` where one file has all weights. `letters` is None where the file cannot be looked into."""

    is_variable: bool
    letters: frozenset[str] | None = None
    is_tabular: bool = True


def face_of(data: bytes) -> Face | None:
    """What is known of a face; None where these are not the bytes of one."""
    try:
        if data[:4] == b"wOF2":
            return Face(_has_axes(data))
        if data[:4] == b"wOFF":
            return _face(_packed(data))
        return _face(_plain(data)) if data[:4] in _SFNT else None
    except (struct.error, zlib.error, IndexError, KeyError):
        return None


def _plain(data: bytes) -> Mapping[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        tables[tag.decode("latin-1")] = data[start : start + length]
    return tables


def _packed(data: bytes) -> Mapping[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 12)
    tables = {}
    for number in range(count):
        tag, start, packed, length, _ = struct.unpack_from(">4sLLLL", data, 44 + 20 * number)
        content = data[start : start + packed]
        tables[tag.decode("latin-1")] = content if packed == length else zlib.decompress(content)
    return tables


def _has_axes(data: bytes) -> bool:
    """Whether a WOFF2 file has the table of axes."""
    (count,) = struct.unpack_from(">H", data, 12)
    place, found = 48, False
    for _ in range(count):
        flags, place = data[place], place + 1
        known, version = flags & 0x3F, flags >> 6
        tag = b""
        if known == _ANY_TAG:
            tag, place = data[place : place + 4], place + 4
        found = found or known == _KNOWN_VARIATION or tag == b"fvar"
        place = _past_number(data, place)
        # `glyf` and `loca` are changed unless the version says that they are not; others the other way round.
        if (version != 3) if known in (10, 11) else version != 0:
            place = _past_number(data, place)
    return found


def _past_number(data: bytes, place: int) -> int:
    while data[place] & 0x80:
        place += 1
    return place + 1


def _face(tables: Mapping[str, bytes]) -> Face:
    glyphs = _glyphs(tables["cmap"])
    widths = {_width(tables, glyphs[code]) for code in map(ord, "0123456789−") if code in glyphs}
    tabular = len(widths) == 1 or b"tnum" in tables.get("GSUB", b"")
    return Face("fvar" in tables, frozenset(map(chr, glyphs)), tabular)


def _width(tables: Mapping[str, bytes], glyph: int) -> int:
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    return int(struct.unpack_from(">H", tables["hmtx"], 4 * min(glyph, count - 1))[0])


def _glyphs(cmap: bytes) -> dict[int, int]:
    """The number of the glyph of each code point, of the maps of Unicode (OpenType, cmap formats 4 and 12)."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    found: dict[int, int] = {}
    for number in range(count):
        platform, encoding, start = struct.unpack_from(">HHL", cmap, 4 + 8 * number)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (kind,) = struct.unpack_from(">H", cmap, start)
            if kind == 4:
                found.update(_segments(cmap, start))
            elif kind == 12:
                found.update(_groups(cmap, start))
    return found


def _groups(cmap: bytes, start: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">L", cmap, start + 12)
    found: dict[int, int] = {}
    for number in range(min(count, 0x10000)):
        first, last, glyph = struct.unpack_from(">LLL", cmap, start + 16 + 12 * number)
        found.update((code, glyph + code - first) for code in range(first, min(last, 0x10FFFF) + 1))
    return found


def _segments(cmap: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", cmap, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", cmap, start + 14)
    firsts = struct.unpack_from(f">{count}H", cmap, start + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", cmap, start + 16 + 4 * count)
    offsets = start + 16 + 6 * count
    found: dict[int, int] = {}
    for number, (first, last, delta) in enumerate(zip(firsts, ends, deltas, strict=True)):
        (offset,) = struct.unpack_from(">H", cmap, offsets + 2 * number)
        for code in range(first, last + 1):
            glyph = code + delta
            if offset:
                (own,) = struct.unpack_from(">H", cmap, offsets + 2 * number + offset + 2 * (code - first))
                glyph = own + delta if own else 0
            if glyph & 0xFFFF:
                found[code] = glyph & 0xFFFF
    found.pop(0xFFFF, None)
    return found
