"""A PDF turned into whether its pages may lie in an archival one whose text can be read aloud (PDF/A-3a)."""

from __future__ import annotations

import pikepdf

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.foreign.heavy import unpacked
from kallelse.foreign.markup import Element, elements

_CLAIM = "http://www.aiim.org/pdfa/ns/id/"
# Conformance that asks for the letters of each sign (ISO 19005-1, 5.3, and 19005-2, 5.3 and 5.4).
_TOLD = ("A", "U")
# Bytes of metadata that are looked into.
_MOST = 16 << 20
# Encodings by which a simple font tells its letters (ISO 19005-3, 6.2.11.7.2).
_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")
_COMPOSITE = "/Type0"


def drop_endless_metadata(document: pikepdf.Pdf) -> bool:
    """Takes metadata out that nothing has room for, which some programs read when they open a file; whether it did."""
    told = document.Root.get("/Metadata")
    try:
        with broken_told():
            is_endless = isinstance(told, pikepdf.Stream) and unpacked(told) > _MOST
    except BrokenError:
        return False
    if is_endless:
        del document.Root["/Metadata"]
    return is_endless


def is_archival(document: pikepdf.Pdf) -> bool:
    """Whether it claims to be PDF/A, and tells the letters of what it shows; broken metadata claim nothing."""
    told = document.Root.get("/Metadata")
    if not isinstance(told, pikepdf.Stream):
        return False
    try:
        with broken_told():
            found = list(elements((told.read_bytes().strip(b"\0"),)))
            part, conformance = _said(found, "part"), _said(found, "conformance")
            return bool(part) and (conformance in _TOLD or all(_tells(each) for each in _fonts(document)))
    except BrokenError:
        return False


def _said(found: list[Element], name: str) -> str:
    """What is said under a name, as an element or as an attribute of one."""
    for each in found:
        if each.namespace == _CLAIM and each.name == name:
            return each.text.strip().upper()
        if (value := each.attributes.get(f"{_CLAIM}}}{name}")) is not None:
            return value.strip().upper()
    return ""


def _fonts(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The fonts, but for those that a composite one is made of."""
    fonts = [
        each
        for each in document.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == pikepdf.Name.Font
    ]
    return [each for each in fonts if str(each.get("/Subtype")) not in ("/CIDFontType0", "/CIDFontType2")]


def _tells(font: pikepdf.Object) -> bool:
    if "/ToUnicode" in font:
        return True
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    is_plain = isinstance(base, pikepdf.Name) and str(base) in _ENCODINGS
    renames = isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding
    return str(font.get("/Subtype")) != _COMPOSITE and is_plain and not renames
