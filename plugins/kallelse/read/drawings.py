"""A drawing (SVG) among the sources turned into what is wrong with it and into its size.

It is a page of its own when it is opened, so nothing in it may act or fetch (SVG 2, 2.1 and 15): it holds elements that
are known to do neither, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kallelse.fonts.letters import letter_findings
from kallelse.foreign.broken import BrokenError
from kallelse.foreign.markup import DEEPEST, DeclaredError, DeepError, Element, elements
from kallelse.model.finding import Finding, Place
from kallelse.model.paper import POINTS
from kallelse.read.heavydrawings import is_heavy

_SVG = "http://www.w3.org/2000/svg"
_SHAPES = "circle ellipse g glyph hkern line path polygon polyline rect svg switch symbol use vkern"
_WORDS = "desc text textPath title tref tspan"
_PAINT = (
    "a clipPath defs image linearGradient marker mask meshgradient meshpatch meshrow metadata pattern radialGradient"
)
_STYLE = "color-profile font font-face font-face-format font-face-name font-face-src missing-glyph stop style"
_FILTERS = (
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter"
)
_ALLOWED = frozenset((_SVG, name) for name in f"{_SHAPES} {_WORDS} {_PAINT} {_STYLE} {_FILTERS}".split())
# What programs that draw note for themselves, and what is said about the drawing; browsers know none of these.
_NOTED = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://sodipodi.sourceforge.net/",
    "http://inkscape.sourceforge.net/",
    "http://www.inkscape.org/namespaces/",
    "http://www.bohemiancoding.com/sketch/",
    "http://schemas.microsoft.com/visio/",
    "http://ns.adobe.com/",
    "adobe:ns:meta/",
)
_PICTURES = frozenset(("image", "feImage"))
_HELD = re.compile(r"#|data:image/(?:png|jpeg|gif);base64,", re.IGNORECASE)
_WITHIN = re.compile("#")
_LINKED = re.compile(r"#|https?://|mailto:", re.IGNORECASE)
# What browsers leave out of an address before they look at it, and a style may put between its words.
_UNSEEN = re.compile(r"[\s\x00-\x20\x7f-\x9f]")
# A backslash writes any letter of a style another way.
_FETCHING = re.compile(r"\\|@import|url\((?!['\"]?#)|image(?:-set)?\(|src\(", re.IGNORECASE)
_BASE = "http://www.w3.org/XML/1998/namespace}base"
_HREF = frozenset(("href", "http://www.w3.org/1999/xlink}href"))
_NAMES = frozenset(("id", "class", "href"))
_SHEET = "?xml-stylesheet"
_HOLDS_WORDS = frozenset(f"a {_WORDS}".split())
_SAID = re.compile(r"<\?xml\b[^>]*\bencoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = frozenset(("utf-8", "utf8", "us-ascii", "ascii"))
_UNITS = {"": 0.75, "px": 0.75, "pt": 1.0, "mm": POINTS, "cm": 10 * POINTS, "in": 72.0}
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})(px|pt|mm|cm|in)?\s*", re.ASCII)
# Sides in points: less is not seen, and more is no number that somebody meant.
_SIDES = (0.01, 1_000_000.0)
_FARTHEST = 1e9


def drawing_findings(path: str, file: Path) -> Iterator[Finding]:
    """What is wrong with the drawing `path`, in `file`."""
    place, name = Place(path), {"image": PurePosixPath(path).name}
    try:
        data = file.read_bytes()
        if not _is_utf8(data):
            yield Finding("image-encoding", place, name)
            return
        parts = list(elements((data,)))
    except DeclaredError:
        yield Finding("image-declares", place, name)
        return
    except DeepError:
        yield Finding("image-deep", place, {**name, "most": str(DEEPEST)})
        return
    except (BrokenError, OSError):
        yield Finding("image-broken", place, name)
        return
    root = next(each for each in reversed(parts) if not each.name.startswith("?"))
    if (root.namespace, root.name) != (_SVG, "svg"):
        yield Finding("image-broken", place, name)
        return
    for part in dict.fromkeys(part for each in parts for part in _acting(each)):
        yield Finding("image-acts", place, {**name, "part": part})
    size = _size(root)
    if size is None:
        yield Finding("image-size", place, name)
    else:
        if is_heavy(parts, min(_ground(root) or size) / _UNITS["px"]):
            yield Finding("image-heavy", place, name)
    words = (each.text for each in parts if each.namespace == _SVG and each.name in _HOLDS_WORDS)
    yield from letter_findings(place, " ".join(words))


def drawn_size(file: Path) -> tuple[float, float] | None:
    """How wide and high a drawing is in points; None where it does not say so. Raises BrokenError and OSError."""
    root = next(each for each in reversed(list(elements((file.read_bytes(),)))) if not each.name.startswith("?"))
    return _size(root)


def _is_utf8(data: bytes) -> bool:
    """Whether a drawing is what it has to be to be set; in others, who reads may see other signs than are looked at."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    said = _SAID.match(text)
    return "\0" not in text and (said is None or said[1].lower() in _ENCODINGS)


def _acting(element: Element) -> Iterator[str]:
    noted = element.namespace.startswith(_NOTED)
    leads = _LINKED if noted or element.name == "a" else _HELD if element.name in _PICTURES else _WITHIN
    if element.name == _SHEET:
        yield "<?xml-stylesheet>"
    elif not element.name.startswith("?") and not noted and (element.namespace, element.name) not in _ALLOWED:
        yield f"<{element.name}>"
    if element.name == "style" and _FETCHING.search(_UNSEEN.sub("", element.text)):
        yield "<style>"
    for key, value in element.attributes.items():
        plain = _UNSEEN.sub("", value)
        # What has a namespace is no style, and what bears data of its own neither.
        styles = not noted and "}" not in key and key not in _NAMES and not key.startswith("data-")
        if (
            key == _BASE
            or key.lower().startswith("on")
            or (key in _HREF and not leads.match(plain))
            or (styles and _FETCHING.search(plain))
        ):
            yield key.rpartition("}")[2]


def _size(root: Element) -> tuple[float, float] | None:
    """What the outermost element says of its size, else what it shows of its own ground; None without sense."""
    width, height = (_length(root.attributes.get(side, "")) for side in ("width", "height"))
    if "viewBox" in root.attributes:
        ground = _ground(root)
        if ground is None:
            return None
        if not (width and height):
            width, height = ground
    return (width, height) if all(_SIDES[0] <= side <= _SIDES[1] for side in (width, height)) else None


def _ground(root: Element) -> tuple[float, float] | None:
    """How wide and high the ground that is shown is, in points; None where none is said, or none with sense."""
    said = re.split(r"[\s,]+", root.attributes.get("viewBox", "").strip())
    box = [_length(part) for part in said]
    if len(box) != 4 or max(map(abs, box)) > _FARTHEST or min(box[2:]) <= 0:
        return None
    return box[2], box[3]


def _length(text: str) -> float:
    """A length in points; 0 for none, or one that only the page around it would tell."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNITS[found[2] or ""] if found else 0.0
