"""What an office file says beside what is to be read: changes that nobody has accepted, comments, parts elsewhere."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.foreign.compound import BEGINNING, streams_of
from kallelse.foreign.markup import Element, elements

_ZIP, _RTF = b"PK\x03\x04", b"{\\rtf"
# Each under both of its names (ISO/IEC 29500, transitional and strict).
_OFFICE = ("http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml")
_WORD = tuple(f"{start}/wordprocessingml/{end}" for start, end in zip(_OFFICE, ("2006/main", "main"), strict=True))
_SHEET = tuple(f"{start}/spreadsheetml/{end}" for start, end in zip(_OFFICE, ("2006/main", "main"), strict=True))
_SLIDES = tuple(f"{start}/presentationml/{end}" for start, end in zip(_OFFICE, ("2006/main", "main"), strict=True))
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_HREF = "http://www.w3.org/1999/xlink}href"
# What only a reader follows, and where a document once came from, which nobody fetches.
_FOLLOWED = {
    *((f"{_OPEN}{kind}:1.0", "a") for kind in ("text", "drawing")),
    (f"{_OPEN}presentation:1.0", "event-listener"),
    (f"{_OPEN}meta:1.0", "template"),
}
# An address with a scheme, on a machine or its disk, or above what is in the file (ODF 1.3, part 2, 3.7).
_OUTSIDE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\])|(?:.*[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)
_RELATION = ("http://schemas.openxmlformats.org/package/2006/relationships", "Relationship")
_TOLD = {
    **{(space, name): "changes" for space in _WORD for name in ("ins", "del", "moveFrom", "moveTo")},
    **{(space, name): "changes" for space in _WORD for name in ("cellIns", "cellDel")},
    **{(space, "revisions"): "changes" for space in _SHEET},
    **{(f"{_OPEN}{kind}:1.0", "tracked-changes"): "changes" for kind in ("text", "table")},
    **{(space, "comment"): "comments" for space in (*_WORD, *_SHEET)},
    **{(space, "cm"): "comments" for space in (*_SLIDES, "http://schemas.microsoft.com/office/powerpoint/2018/8/main")},
    ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", "threadedComment"): "comments",
    (f"{_OPEN}office:1.0", "annotation"): "comments",
    (f"{_OPEN}manifest:1.0", "encryption-data"): "locked",
}
# Parts that look like XML and need not be any, or are pictures.
_ASIDE = (".vml", ".htm", ".html", ".svg")
_PARTS = (".xml", ".rels")
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
# Bytes of XML, or of RTF, that are looked through.
_MOST = 256 << 20
_PIECE = 1 << 16
# A control word with its number, or a letter that is escaped (RTF 1.9.1, "Control Word").
_CONTROL = re.compile(rb"\\(?:([a-z]+)(-?[0-9]{1,10})?|.)", re.DOTALL)
_CONTROLS = {
    **dict.fromkeys((b"deleted", b"revised", b"mvf", b"mvt"), "changes"),
    **dict.fromkeys((b"annotation", b"atnid", b"atnauthor"), "comments"),
}
_OLD = frozenset(("WordDocument", "Workbook", "Book", "PowerPoint Document"))
_LOCKED = "EncryptedPackage"


def told_beside(file: Path) -> tuple[str, ...]:
    """What `file` holds beside its text, as `changes`, `comments` and `elsewhere`.

    `unseen` is a file of which a part cannot be looked through, `old` one of a kind of which none can, `locked` one
    that needs a password. Raises BrokenError where it is damaged or no office file, which LibreOffice would take for a
    text and print the bytes of; OSError where there is no file.
    """
    with file.open("rb") as opened:
        begins = opened.read(len(BEGINNING))
    if begins == BEGINNING:
        streams = streams_of(file)
        if not streams & (_OLD | {_LOCKED}):
            raise BrokenError(file.suffix)
        return ("locked",) if _LOCKED in streams else ("old",)
    if begins.startswith(_RTF):
        return _of_controls(file)
    if begins.startswith(_ZIP):
        return _of_parts(file)
    raise BrokenError(file.suffix)


def _of_parts(file: Path) -> tuple[str, ...]:
    found: set[str] = set()
    with broken_told(), zipfile.ZipFile(file) as archive:
        left = _MOST
        for part in archive.infolist():
            try:
                with broken_told(), archive.open(part) as opened:
                    begins = opened.read(_PIECE)
                    if not _is_markup(part.filename, begins):
                        continue
                    left -= part.file_size
                    if left < 0:
                        raise BrokenError(part.filename)
                    rest = iter(partial(opened.read, _PIECE), b"")
                    found.update(filter(None, map(_told, elements(chain((begins,), rest)))))
            except BrokenError:
                found.add("unseen")
    return ("locked",) if "locked" in found else tuple(sorted(found))


def _is_markup(name: str, begins: bytes) -> bool:
    """Whether a part is XML, whatever its name: what counts as the text is said by another part."""
    name = name.lower()
    return name.endswith(_PARTS) or (begins.lstrip(_MARKS)[:1] == b"<" and not name.endswith(_ASIDE))


def _told(element: Element) -> str:
    kind = (element.namespace, element.name)
    if kind == _RELATION:
        # A link that a reader follows is no part that lies elsewhere.
        outside = element.attributes.get("TargetMode", "").strip() == "External"
        return "elsewhere" if outside and not element.attributes.get("Type", "").endswith("/hyperlink") else ""
    leads = element.attributes.get(_HREF)
    if leads is not None and kind not in _FOLLOWED and _OUTSIDE.match(unquote(leads)):
        return "elsewhere"
    return _TOLD.get(kind, "")


def _of_controls(file: Path) -> tuple[str, ...]:
    if file.stat().st_size > _MOST:
        return ("unseen",)
    return tuple(sorted({_CONTROLS[word] for word in _controls(file.read_bytes()) if word in _CONTROLS}))


def _controls(data: bytes) -> Iterator[bytes]:
    at = 0
    while found := _CONTROL.search(data, at):
        at = found.end()
        word, number = found[1], found[2]
        # The bytes that follow are a picture's own; and 0 turns off.
        if word == b"bin":
            at += max(int(number or 0), 0)
        elif word and number != b"0":
            yield word
