"""The pictures among the sources turned into findings where they cannot be shown, and into documents of one page."""

from __future__ import annotations

import hashlib
import re
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from PIL import Image

from kallelse.fonts.letters import letter_findings
from kallelse.model.filekinds import DRAWING, PICTURES
from kallelse.model.finding import Finding, Place
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.paper import A4, POINTS

# A drawing is a page of its own when it is opened, so nothing in it may act or fetch (SVG 2, 2.1 and 15).
_ACTING = frozenset(("script", "foreignobject", "iframe", "animate", "animatemotion", "animatetransform", "set"))
_HELD = re.compile(r"\s*(#|data:image/(png|jpeg|gif);base64,)", re.IGNORECASE)
_FETCHING = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|data:)", re.IGNORECASE)
# Of a photograph; what is none of these is not read at all.
_FORMATS = ("PNG", "JPEG", "GIF")
# What a picture that says nothing of its resolution is taken for, as browsers do.
_DPI = 96
_ORIENTATION, _LYING = 0x0112, 4
_UNITS = {"px": 0.75, "pt": 1.0, "mm": POINTS, "cm": 10 * POINTS, "in": 72.0}
_HOLDS_WORDS = frozenset(("text", "tspan", "textpath", "title", "desc"))


def picture_findings(root: Path, on_disk: dict[str, str]) -> tuple[Finding, ...]:
    """What is wrong with the pictures below `root`, given by path and the name that the file system uses."""
    found: list[Finding] = []
    for path, name in on_disk.items():
        kind = PurePosixPath(path).suffix.lower()
        if kind == DRAWING:
            found += _drawing(path, root / name)
        elif kind in PICTURES:
            found += _photograph(path, root / name)
    return tuple(found)


def _photograph(path: str, file: Path) -> Iterator[Finding]:
    try:
        with warnings.catch_warnings(), Image.open(file, formats=_FORMATS) as picture:
            # A picture of more points than Pillow trusts is one that stops a packet too.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture.load()
            kind = picture.format or ""
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        yield Finding("image-broken", Place(path), {"image": PurePosixPath(path).name})
        return
    said = PurePosixPath(path).suffix.lower().lstrip(".").replace("jpg", "jpeg")
    if kind.lower() != said:
        yield Finding("image-other-kind", Place(path), {"image": PurePosixPath(path).name, "kind": kind})


def _drawing(path: str, file: Path) -> Iterator[Finding]:
    name = {"image": PurePosixPath(path).name}
    try:
        data = file.read_bytes()
        # Expat fetches nothing and ends what grows by its entities without bound.
        root = ET.fromstring(data)  # noqa: S314
    except (OSError, ET.ParseError, ValueError, LookupError):
        yield Finding("image-broken", Place(path), name)
        return
    if _local(root.tag) != "svg":
        yield Finding("image-broken", Place(path), name)
        return
    sheets = ("<?xml-stylesheet>",) if b"<?xml-stylesheet" in data else ()
    for part in dict.fromkeys((*sheets, *_acting(root))):
        yield Finding("image-acts", Place(path), {**name, "part": part})
    words = (each.text or "" for each in root.iter() if _local(each.tag) in _HOLDS_WORDS)
    yield from letter_findings(Place(path), " ".join(words))


def _acting(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        tag = _local(element.tag)
        if tag in _ACTING:
            yield f"<{tag}>"
        if tag == "style" and _FETCHING.search("".join(element.itertext())):
            yield "<style>"
        for key, value in element.items():
            attribute = _local(key)
            fetches = attribute == "href" and tag != "a" and not _HELD.match(value)
            acts = attribute == "href" and tag == "a" and value.strip().lower().startswith(("javascript:", "data:"))
            if attribute.startswith("on") or fetches or acts or _FETCHING.search(value):
                yield attribute


def _local(tag: object) -> str:
    """The name without its namespace, in small letters; empty for a comment or an instruction."""
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def read_picture(path: str, file: Path, alt: str) -> Foreign | None:
    """A picture as a document of one page, on which `alt` says what it shows; None where it cannot be read."""
    try:
        size = _drawn_size(file) if path.lower().endswith(DRAWING) else _taken_size(file)
    except (OSError, SyntaxError, ValueError, ET.ParseError, Image.DecompressionBombError):
        return None
    # A picture has no size on paper of its own; what is larger than A4 is shown on A4.
    less = min(1.0, A4[0] / min(size), A4[1] / max(size))
    page = ForeignPage(size[0] * less, size[1] * less, alt)
    content = file.read_bytes()
    return Foreign((page,), len(content), archival=True, picture=True, digest=hashlib.sha256(content).hexdigest())


def _taken_size(file: Path) -> tuple[float, float]:
    with Image.open(file, formats=_FORMATS) as picture:
        width, height = picture.size
        across, down = picture.info.get("dpi", (_DPI, _DPI))
        # A photograph bears its turn beside its points (Exif 2.3, 4.6.4).
        if picture.getexif().get(_ORIENTATION, 1) > _LYING:
            width, height, across, down = height, width, down, across
    return 72 * width / (float(across) or _DPI), 72 * height / (float(down) or _DPI)


def _drawn_size(file: Path) -> tuple[float, float]:
    root = ET.fromstring(file.read_bytes())  # noqa: S314
    box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if not (width and height) and len(box) == 4:
        width, height = box[2] * _UNITS["px"], box[3] * _UNITS["px"]
    if width <= 0 or height <= 0:
        raise ValueError("a drawing without a size")
    return width, height


def _length(text: str) -> float:
    """A length in points; 0 for none, or one that only the page around it would tell."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)(px|pt|mm|cm|in)?\s*", text)
    return float(found[1]) * _UNITS[found[2] or "px"] if found else 0.0
