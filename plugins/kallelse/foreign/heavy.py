"""The pages of a PDF turned into those whose drawing unpacks to more than any program has room for."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

import pikepdf

from kallelse.foreign.annotations import annotations_of
from kallelse.foreign.broken import BrokenError, broken_told

MOST = 128 << 20
"""Bytes of drawing on one page; the largest maps of real papers have a third of them."""

# So many times what it holds may a stream unpack to (RFC 1951, and ISO 32000-1, 7.4.4 and 7.4.5).
_AT_MOST = {"/FlateDecode": 1032, "/Fl": 1032, "/LZWDecode": 2560, "/LZW": 2560, "/RunLengthDecode": 64, "/RL": 64}
_FLATE = ("/FlateDecode", "/Fl")
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_PIECE = 1 << 16
# What may be unpacked at once to be counted.
_ROOM = 1 << 31
# Forms in one another; what is nested deeper is drawn by no viewer.
_DEEPEST = 32


def heavy_pages(document: pikepdf.Pdf) -> tuple[int, ...]:
    """The numbers of those pages, from 1. What cannot be read at all is told by who reads it."""
    # Hardly any page could be too heavy, which its bytes as they are packed tell at once.
    at_most, exactly = _Weighed(_bound), _Weighed(unpacked)
    pages = enumerate(document.pages, start=1)
    return tuple(number for number, page in pages if at_most.page(page) > MOST and exactly.page(page) > MOST)


class _Weighed:
    """Bytes of drawing, as `measure` tells those of one stream, by the streams that were weighed already."""

    def __init__(self, measure: Callable[[pikepdf.Stream], int]) -> None:
        self._measure = measure
        self._known: dict[tuple[int, int], int] = {}

    def page(self, page: pikepdf.Page) -> int:
        """Bytes that the page draws, its annotations with it, but for what is broken."""
        try:
            with broken_told():
                content = page.obj.get("/Contents")
                streams = [content] if isinstance(content, pikepdf.Stream) else list(content or ())
                drawn = sum(self._stream(each, page.obj.get("/Resources"), 0) for each in streams)
                return drawn + sum(self._stream(each, None, 0) for each in _appearances(page))
        except BrokenError:
            return 0

    def _stream(self, stream: object, around: object, depth: int) -> int:
        """Bytes of a stream and of the forms it draws, by the names in its own resources or those `around`."""
        if not isinstance(stream, pikepdf.Stream) or depth > _DEEPEST:
            return 0
        known = self._known.get(stream.objgen)
        if known is None:
            # One that draws itself weighs nothing there.
            self._known[stream.objgen] = 0
            known = self._known[stream.objgen] = self._weigh(stream, around, depth)
        return known

    def _weigh(self, stream: pikepdf.Stream, around: object, depth: int) -> int:
        size = self._measure(stream)
        resources = stream.stream_dict.get("/Resources", around)
        forms = dict(_forms(resources))
        if not forms or size > MOST:
            return size
        drawn = (forms.get(f"/{name.decode('latin-1')}") for name in _DRAWN.findall(stream.read_bytes()))
        for each in drawn:
            size += 0 if each is None else self._stream(each, resources, depth + 1)
            if size > MOST:
                break
        return size


def _forms(resources: object) -> Iterator[tuple[str, pikepdf.Object]]:
    named = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    for name, each in named.items() if isinstance(named, pikepdf.Dictionary) else ():
        if isinstance(each, pikepdf.Stream) and each.stream_dict.get("/Subtype") == pikepdf.Name.Form:
            yield name, each


def _appearances(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    for annotation in annotations_of(page):
        shown = annotation.get("/AP") if isinstance(annotation, pikepdf.Dictionary) else None
        normal = shown.get("/N") if isinstance(shown, pikepdf.Dictionary) else None
        if isinstance(normal, pikepdf.Stream):
            yield normal
        elif isinstance(normal, pikepdf.Dictionary):
            yield from (each for _, each in normal.items())


def _filters(stream: pikepdf.Stream) -> list[str]:
    listed = stream.stream_dict.get("/Filter")
    if isinstance(listed, pikepdf.Array):
        return [str(each) for each in listed]
    return [] if listed is None else [str(listed)]


def _bound(stream: pikepdf.Stream) -> int:
    """Bytes that a stream unpacks to at most."""
    most = len(stream.read_raw_bytes())
    for each in _filters(stream):
        most *= _AT_MOST.get(each, 1)
    return most


def unpacked(stream: pikepdf.Stream) -> int:
    """Bytes that a stream unpacks to, or more than `MOST` where it may be many more."""
    filters = _filters(stream)
    if filters and all(each in _FLATE for each in filters):
        return _inflated(stream.read_raw_bytes(), len(filters))
    most = _bound(stream)
    return len(stream.read_bytes()) if most <= _ROOM else most


def _inflated(raw: bytes, times: int) -> int:
    """Bytes that remain of `raw` when it is unpacked so many times; no more than a piece is held at once."""
    pieces: Iterator[bytes] = iter((raw,))
    for _ in range(times):
        pieces = _inflate(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST:
            break
    return size


def _inflate(pieces: Iterator[bytes]) -> Iterator[bytes]:
    opened = zlib.decompressobj()
    for piece in pieces:
        left = piece
        while left and not opened.eof:
            try:
                found = opened.decompress(left, _PIECE)
            except zlib.error:
                return
            if found:
                yield found
            left = opened.unconsumed_tail
