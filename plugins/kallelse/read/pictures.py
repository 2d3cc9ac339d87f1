"""The pictures among the sources turned into findings where they cannot be shown, and into documents of one page."""

from __future__ import annotations

import hashlib
import math
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from PIL import Image

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.foreign.kept import key_of
from kallelse.model.filekinds import DRAWING, PICTURES
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.paper import A4
from kallelse.model.sizes import MEGABYTE
from kallelse.read.drawings import drawing_findings, drawn_size

# Of a photograph; what is none of these is not read at all.
_FORMATS = ("PNG", "JPEG", "GIF")
# What a picture that says nothing of its resolution is taken for, as browsers do.
_DPI = 96
_ORIENTATION, _LYING = 0x0112, 4
# Points in an inch that a picture may say of itself.
_DENSEST = 100_000
# What a packet sets a picture at that says nothing of its resolution, and how wide and high it does at most, in inches.
_SET_DPI, _COLUMN, _TALL = 72, 6.2, 7.4
# Points in an inch below which a print is blurred, those that do well, and inches up to which it is but a sign.
_COARSE, _FINE, _SIGN = 95, 150, 2.4
# A whole page of A4 at 300 points an inch, and what nobody misses of a file with more.
_FINEST, _LIGHT = (2480, 3508), 1_000_000
_HEAVY = 5_000_000
# Colours of a printing press: which colour a screen shows for them only a profile says.
_PRESS = "CMYK"


def picture_findings(root: Path, paths: Iterable[str]) -> tuple[Finding, ...]:
    """What is wrong with those of the files `paths` below `root` that are pictures."""
    found: list[Finding] = []
    for path in paths:
        kind = PurePosixPath(path).suffix.lower()
        if kind == DRAWING:
            found += drawing_findings(path, root / path)
        elif kind in PICTURES:
            found += _photograph(path, root / path)
    return tuple(found)


def _photograph(path: str, file: Path) -> Iterator[Finding]:
    place, name = Place(path), {"image": PurePosixPath(path).name}
    try:
        with broken_told(), warnings.catch_warnings(), Image.open(file, formats=_FORMATS) as picture:
            # A picture of more points than Pillow trusts is one that stops a packet too.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture.load()
            kind, mode, size = picture.format or "", picture.mode, picture.size
            across = _density(picture.info.get("dpi", (_SET_DPI,))[0], _SET_DPI)
    except BrokenError:
        yield Finding("image-broken", place, name)
        return
    said = PurePosixPath(path).suffix.lower().lstrip(".").replace("jpg", "jpeg")
    if kind.lower() != said:
        yield Finding("image-other-kind", place, {**name, "kind": kind})
    if mode == _PRESS:
        yield Finding("image-press", place, name)
    yield from _print_findings(place, name, size, across, file.stat().st_size)


def _print_findings(
    place: Place, name: dict[str, str], size: tuple[int, int], across: float, weight: int
) -> Iterator[Finding]:
    """What a picture has in points too many or too few for the size in which it is printed."""
    width, height = size
    told = {**name, "width": str(width), "height": str(height)}
    is_finer = min(size) > _FINEST[0] or max(size) > _FINEST[1]
    if weight > _HEAVY or (is_finer and weight > _LIGHT):
        words = {**told, "size": str(round(weight / MEGABYTE)), "most": str(_FINEST[0])}
        yield Finding("image-large", place, words, Severity.REMARK)
    printed = min(width / across, _COLUMN, _TALL * width / height)
    # Right under the meetings stands the logo, which is small wherever it is.
    if "/" in place.path and printed > _SIGN and width / printed < _COARSE:
        needed = math.ceil(printed * _FINE / 10) * 10
        words = {**told, "printed": str(round(printed * 2.54)), "needed": str(needed)}
        yield Finding("image-coarse", place, words, Severity.REMARK)


def read_picture(path: str, file: Path, alt: str) -> Foreign | None:
    """A picture as a document of one page, on which `alt` says what it shows; None where it cannot be read."""
    try:
        with broken_told():
            size = drawn_size(file) if path.lower().endswith(DRAWING) else _taken_size(file)
    except BrokenError:
        return None
    if size is None:
        return None
    # A picture has no size on paper of its own; what is larger than A4 is shown on A4.
    less = min(1.0, A4[0] / min(size), A4[1] / max(size))
    page = ForeignPage(size[0] * less, size[1] * less, alt)
    whole = key_of(file)
    digest = picture_digest(file) if path.lower().endswith(DRAWING) else whole
    return Foreign((page,), file.stat().st_size, archival=True, picture=True, digest=digest, pdf_digest=whole)


def picture_digest(file: Path) -> str:
    """A digest of a picture; of a drawing, which is a text, whatever line ends a checkout has given it."""
    if file.suffix.lower() != DRAWING:
        return key_of(file)
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _taken_size(file: Path) -> tuple[float, float]:
    with Image.open(file, formats=_FORMATS) as picture:
        width, height = picture.size
        across, down = (_density(each) for each in picture.info.get("dpi", (_DPI, _DPI)))
        turn = None
        # A photograph bears its turn beside its points (Exif 2.3, 4.6.4); what is damaged there leaves these whole.
        with suppress(BrokenError), broken_told():
            turn = picture.getexif().get(_ORIENTATION)
        if isinstance(turn, int) and turn > _LYING:
            width, height, across, down = height, width, down, across
    return 72 * width / across, 72 * height / down


def _density(said: object, usual: float = _DPI) -> float:
    """Points in an inch; the usual where what is said makes no sense."""
    try:
        density = float(str(said))
    except ValueError:
        return usual
    return density if 1 <= density <= _DENSEST else usual
