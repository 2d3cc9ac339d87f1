"""Pictures for tests, written where a meeting shows them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from tests.typeset.build import DAY, FOLDER


def write_pictures(root: Path) -> None:
    """Puts the pictures that the constructs show below `root`: a raster one, a drawing with words, a tall one."""
    folder = root / FOLDER / DAY
    folder.mkdir(parents=True, exist_ok=True)
    write_raster(folder / "karta.png")
    (folder / "hog.png").write_bytes(png(60, 2400))
    write_drawing(folder / "schema.svg")


def write_raster(path: Path) -> None:
    """A small PNG."""
    path.write_bytes(png(240, 120))


def write_drawing(path: Path) -> None:
    """An SVG with words in it."""
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80">'
        '<rect width="300" height="80" fill="#E9F0F2"/>'
        '<text x="20" y="45" font-family="Source Sans 3" font-size="16">Schema över ytorna</text></svg>',
        encoding="utf-8",
    )


def png(width: int, height: int) -> bytes:
    """A picture in PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(
        b"\0" + bytes((x * 255 // width, y * 255 // height, 120)[k] for x in range(width) for k in range(3))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
