"""The elements of a drawing turned into whether to draw them takes more time or room than there is."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from PIL import Image

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.foreign.markup import Element

# Elements that are drawn, each as often as something draws it again: programs that draw refuse ten times as many.
_ELEMENTS = 100_000
# What makes a filter's work on each point longer (Filter Effects 1); a radius as a part of the drawing's shorter side.
_MOST = {"numOctaves": 10, "order": 15}
_WIDEST = 0.02
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_HELD = re.compile(r"\s*data:image/(?:png|jpeg|gif);base64,", re.IGNORECASE)
_NAMED = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_HREF = ("href", "http://www.w3.org/1999/xlink}href")
_PICTURES = ("image", "feImage")
_BOMBS = (Image.DecompressionBombWarning, Image.DecompressionBombError)


def is_heavy(parts: Sequence[Element], side: float) -> bool:
    """Whether the elements, in the order in which they end, are too many, too fine, or filtered for too long.

    `side` is the shorter one of the drawing in its own units.
    """
    if any(_works_long(each, side) for each in parts) or _drawn(parts) > _ELEMENTS:
        return True
    return any(_is_large(href) for each in parts if each.name in _PICTURES for href in _hrefs(each))


def _hrefs(element: Element) -> Iterator[str]:
    yield from (element.attributes[name] for name in _HREF if name in element.attributes)


def _works_long(element: Element, side: float) -> bool:
    return element.name.startswith("fe") and any(
        float(number) > most
        for name, most in (*_MOST.items(), ("radius", _WIDEST * side))
        for number in _NUMBER.findall(element.attributes.get(name, ""))
    )


def _is_large(href: str) -> bool:
    """Whether a picture that a drawing holds has more points than the library for pictures trusts."""
    match = _HELD.match(href)
    if match is None:
        return False
    try:
        with broken_told(*_BOMBS), warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            data = base64.b64decode("".join(unquote(href[match.end() :]).split()))
            Image.open(io.BytesIO(data)).close()
    except _BOMBS:
        return True
    except BrokenError:
        # What cannot be opened is not drawn either.
        return False
    return False


@dataclass(slots=True)
class _Part:
    """Elements in one another, and the names of those that they draw again."""

    count: int = 1
    names: list[str] = field(default_factory=list)


def _drawn(parts: Iterable[Element]) -> int:
    """How many elements are drawn, one that something draws again as often as that does."""
    within: dict[int, _Part] = {}
    named: dict[str, _Part] = {}
    for each in parts:
        if each.name.startswith("?"):
            continue
        inside = within.pop(each.depth + 1, _Part(0))
        own = _Part(inside.count + 1, [*inside.names, *_again(each)])
        if name := each.attributes.get("id"):
            named[name] = own
        beside = within.setdefault(each.depth, _Part(0))
        beside.count += own.count
        beside.names += own.names
    known: dict[str, int] = {}
    return _total(within.get(0, _Part(0)), named, known)


def _again(element: Element) -> Iterator[str]:
    if element.name == "use":
        yield from (href.strip()[1:] for href in _hrefs(element) if href.strip().startswith("#"))
    for value in element.attributes.values():
        yield from _NAMED.findall(value)


def _total(part: _Part, named: dict[str, _Part], known: dict[str, int]) -> int:
    total = part.count
    for name in part.names:
        if name in named and name not in known:
            # One that draws itself is drawn by nobody.
            known[name] = 0
            known[name] = _total(named[name], named, known)
        total += known.get(name, 0)
        if total > _ELEMENTS:
            return _ELEMENTS + 1
    return total
