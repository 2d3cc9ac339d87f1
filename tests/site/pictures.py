"""The sample and the handbook's first meeting turned into the pictures in `docs/bilder`."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import Browser

from tests.site.builds import ROOT, kallelse, sample
from tests.site.walk import MEETING, walked
from tests.tools.browser import launched, opened, served, visit

_FOLDER = ROOT / "docs" / "bilder"
_EDGE, _GROUND, _GAP = "#b9c3c7", "#eef1f2", 16
_COLOURS = 128


def page(browser: Browser, site: Path, address: str, height: int) -> Image.Image:
    """The top of a page of the site, as it stands in a window that is 1100 wide."""
    with served(site) as root, opened(browser, 1100) as window:
        window.set_viewport_size({"width": 1100, "height": height})
        visit(window, f"{root}/{address}")
        shot = window.screenshot()
    with Image.open(io.BytesIO(shot)) as image:
        return image.convert("RGB")


def sheets(pdf: Path, numbers: Sequence[int], height: int) -> Image.Image:
    """Pages of a PDF, counted from 1, side by side."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = [document[number - 1].render(scale=2).to_pil().convert("RGB") for number in numbers]
    document.close()
    drawn = [ImageOps.expand(ImageOps.contain(each, (2000, height)), 1, _EDGE) for each in drawn]
    whole = sum(each.width + _GAP for each in drawn) + _GAP
    found = Image.new("RGB", (whole, height + 2 * _GAP + 2), _GROUND)
    left = _GAP
    for each in drawn:
        found.paste(each, (left, _GAP))
        left += each.width + _GAP
    return found


def keep(image: Image.Image, name: str) -> None:
    image.quantize(_COLOURS).save(_FOLDER / name, optimize=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, launched(Path(os.environ["KALLELSE_CHROMIUM"])) as browser:
        walk, shown = Path(folder, "walk"), Path(folder, "sample")
        for made in (walk, shown):
            made.mkdir()
        for _ in walked(walk):
            pass
        site = walk / "moten" / "site"
        keep(page(browser, site, f"{MEETING}/index.html", 880), "forsta-motet-sida.png")
        keep(sheets(site / MEETING / "kallelse.pdf", (1, 3), 560), "forsta-motet-kallelse.png")
        built = kallelse(sample(shown), "build")
        assert built.status == 0, built.said
        site, meeting = shown / "site", "gemensamma-servicenamnden/2022-09-26"
        keep(page(browser, site, f"{meeting}/index.html", 880), "sammantrade.png")
        keep(sheets(site / meeting / "kallelse.pdf", (1, 2, 6), 560), "kallelse.png")


if __name__ == "__main__":
    main()
