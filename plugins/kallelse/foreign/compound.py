"""What Windows kept documents in before there were zips of XML: a compound file ([MS-CFB]), as far as its directory."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kallelse.foreign.broken import BrokenError

BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 512
_LITTLE_ENDIAN = b"\xfe\xff"
_SHIFTS = (9, 12)
# Numbers from here on are no sectors but marks: free, end of a chain (2.1).
_MARKS = 0xFFFFFFFA
# Sectors of a chain; a longer one is a circle.
_MOST = 50_000
_ENTRY = 128
_ROOT = 5


def streams_of(file: Path) -> frozenset[str]:
    """The names in its directory; raises BrokenError where head or directory are damaged."""
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
        if len(head) < _HEAD or head[28:30] != _LITTLE_ENDIAN or int.from_bytes(head[30:32], "little") not in _SHIFTS:
            raise BrokenError(file.suffix)
        size = 1 << head[30]
        entries = [
            sector[at : at + _ENTRY] for sector in _directory(opened, head, size) for at in range(0, size, _ENTRY)
        ]
    if not entries or entries[0][66] != _ROOT:
        raise BrokenError(file.suffix)
    return frozenset(_name(entry) for entry in entries if entry[66])


def _name(entry: bytes) -> str:
    length = min(int.from_bytes(entry[64:66], "little"), 64)
    return entry[: max(length - 2, 0)].decode("utf-16-le", errors="replace")


def _directory(opened: BinaryIO, head: bytes, size: int) -> Iterator[bytes]:
    """The sectors of the directory, one after the other by the table of sectors (2.3)."""
    tables = list(_tables(opened, head, size))
    per_table = size // 4
    (at,) = struct.unpack_from("<I", head, 48)
    for _ in range(_MOST):
        if at >= _MARKS:
            return
        yield _sector(opened, at, size)
        if at // per_table >= len(tables):
            raise BrokenError("FAT")
        table = _sector(opened, tables[at // per_table], size)
        (at,) = struct.unpack_from("<I", table, at % per_table * 4)
    raise BrokenError("FAT")


def _tables(opened: BinaryIO, head: bytes, size: int) -> Iterator[int]:
    """The sectors that hold the table of sectors: the first stand in the head, more in a chain (2.5)."""
    yield from (number for number in struct.unpack_from("<109I", head, 76) if number < _MARKS)
    (at,) = struct.unpack_from("<I", head, 68)
    for _ in range(_MOST):
        if at >= _MARKS:
            return
        *numbers, at = struct.unpack(f"<{size // 4}I", _sector(opened, at, size))
        yield from (number for number in numbers if number < _MARKS)


def _sector(opened: BinaryIO, number: int, size: int) -> bytes:
    opened.seek((number + 1) * size)
    found = opened.read(size)
    if len(found) < size:
        raise BrokenError("FAT")
    return found
