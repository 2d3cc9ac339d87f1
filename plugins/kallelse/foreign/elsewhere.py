"""A PDF into one whose pages and drawings name no file, in it or elsewhere (ISO 32000-1, 7.11, and 32000-2, 14.13)."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

# A stream whose bytes are those of another file (7.3.8.2), which viewers do not fetch either.
_BYTES = ("/F", "/FFilter", "/FDecodeParms")
# A page of another file in place of a drawing, pictures for printers, files that go with it, data of the program that
# made it.
_BESIDE = ("/Ref", "/OPI", "/Alternates", "/AF", "/PieceInfo")


@dataclass(frozen=True, slots=True)
class Left:
    """Whether its streams and pages named any file, and whether some of them took their bytes from one."""

    named: bool = False
    fetched: bool = False


def leave_elsewhere(document: pikepdf.Pdf) -> Left:
    """Takes all that out of its streams and pages, and says what it was."""
    is_named = is_fetched = False
    for each in document.objects:
        if isinstance(each, pikepdf.Stream):
            own = each.stream_dict
            named = own.keys()
            is_fetched = is_fetched or "/F" in named
            for name in named & {*_BYTES, *_BESIDE}:
                is_named = True
                del own[name]
        elif isinstance(each, pikepdf.Dictionary) and each.get("/Type") == pikepdf.Name.Page:
            for name in each.keys() & set(_BESIDE):
                is_named = True
                del each[name]
    return Left(is_named, is_fetched)
