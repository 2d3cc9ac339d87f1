"""A repaired PDF turned into the pages that lost what viewers show of the file as it came."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import ImageChops, ImageStat

from kallelse.foreign.broken import BrokenError, broken_told

# Pixels across; the part of a page that has ink where anything can be seen, and of that ink what must be left.
_ACROSS = 120
_SEEN, _LEFT = 0.0005, 0.1


def faded_pages(file: Path, repaired: bytes) -> tuple[int, ...]:
    """The numbers of those pages, from 1; none of a file that no viewer opens either."""
    try:
        with broken_told():
            before, after = _ink(file), _ink(repaired)
    except BrokenError:
        return ()
    pairs = enumerate(zip(before, after, strict=False), start=1)
    return tuple(number for number, (was, now) in pairs if was > _SEEN and now < was * _LEFT)


def _ink(data: bytes | Path) -> list[float]:
    """What part of each page is dark."""
    document = pypdfium2.PdfDocument(data)
    try:
        # Without fields: a tree of these may have more leaves than anybody could wait for.
        found = []
        for page in document:
            picture = page.render(scale=_ACROSS / page.get_width(), may_draw_forms=False).to_pil().convert("L")
            found.append(float(ImageStat.Stat(ImageChops.invert(picture)).mean[0]) / 255)
            page.close()
        return found
    finally:
        document.close()
