"""Numbers, texts and lists turned into CBOR and back, which is all that Pagefind's index holds."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_NUMBER, _TEXT, _LIST = 0, 3, 4


class CborError(ValueError):
    """Bytes that are not what this module can read."""


def load(data: bytes) -> Value:
    """The one value in `data` (RFC 8949, 3: unsigned integers, text strings and arrays of known length)."""
    value, end = _value(data, 0)
    if end != len(data):
        raise CborError(f"{len(data) - end} bytes are left over")
    return value


def dump(value: Value) -> bytes:
    """`value` in its shortest form (RFC 8949, 4.2.1)."""
    pieces: list[bytes] = []
    _write(value, pieces)
    return b"".join(pieces)


def _value(data: bytes, start: int) -> tuple[Value, int]:
    if start >= len(data):
        raise CborError("the bytes end within a value")
    kind, short = data[start] >> 5, data[start] & 31
    place = start + 1
    if short < 24:
        number = short
    elif short < 28:
        width = 1 << (short - 24)
        number = int.from_bytes(data[place : place + width], "big")
        place += width
    else:
        raise CborError(f"a value of unknown length at byte {start}")
    if kind == _NUMBER:
        return number, place
    if kind == _TEXT:
        return data[place : place + number].decode(), place + number
    if kind == _LIST:
        items: list[Value] = []
        for _ in range(number):
            item, place = _value(data, place)
            items.append(item)
        return items, place
    raise CborError(f"a value of kind {kind} at byte {start}")


def _write(value: Value, pieces: list[bytes]) -> None:
    if isinstance(value, int):
        pieces.append(_head(_NUMBER, value))
    elif isinstance(value, str):
        text = value.encode()
        pieces += [_head(_TEXT, len(text)), text]
    else:
        pieces.append(_head(_LIST, len(value)))
        for item in value:
            _write(item, pieces)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes((kind << 5 | number,))
    for power in range(4):
        width = 1 << power
        if number < 1 << 8 * width:
            return bytes((kind << 5 | 24 + power,)) + number.to_bytes(width, "big")
    raise CborError(f"{number} is too large")
