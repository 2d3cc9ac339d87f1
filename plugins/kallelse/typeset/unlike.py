"""Letters said to be lost turned into those that are: a page from elsewhere may read otherwise as a part of another."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageStat

from kallelse.foreign.flat import flat_pdf
from kallelse.foreign.forms import page_form
from kallelse.foreign.made import pdf_file
from kallelse.model.finding import Finding
from kallelse.typeset.expected import foreign_stamp
from kallelse.typeset.foreign import Laying, foreign_sheets, laying_of
from kallelse.typeset.join import lay
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan
from kallelse.typeset.readback import PageText, letters

# Pixels across of the pictures of a page that are compared, and the part by which they may differ: the same program
# draws the same page the same.
_ACROSS = 600
_SAME = 0.0002


def truly_lost(
    findings: Iterable[Finding], texts: Sequence[PageText], plan: Plan, places: Places, root: Path
) -> Iterator[Finding]:
    """The `findings` without those about pages from elsewhere of which nothing was lost.

    Such a page is laid by itself as it is laid in the packet: what is read of it then was lost, if it is not there. If
    it is, and it looks as the file does, nothing was; else some programs read the file otherwise than that which lays
    it, and the finding says so.
    """
    foreign = {sheet.document.path: (sheet, each) for sheet, each in foreign_sheets(plan) if not each.picture}
    for finding in findings:
        found = foreign.get(finding.place.path) if finding.code == "packet-lost" else None
        if found is None:
            yield finding
            continue
        sheet, document = found
        number = int(finding.words["page"]) - places.sheets[sheet.index].first
        stamp = foreign_stamp(sheet, document, number, plan, places)
        body = texts[int(finding.words["page"]) - 1].body
        file, laying = pdf_file(sheet.document.path, root), laying_of(document.pages[number])
        text, _ = _seen(_alone(file, number, laying), 0)
        if Counter(letters(stamp + text)) - Counter(letters(body)):
            yield finding
        elif not _is_like(file, number, laying):
            yield replace(finding, code="packet-unlike")


def _alone(file: Path, number: int, laying: Laying) -> bytes:
    """The page by itself, laid so."""
    with flat_pdf(file, names_files=True) as source, pikepdf.new() as alone:
        under = alone.add_blank_page(page_size=(laying.frame_width + 2 * laying.x, laying.height))
        lay(page_form(source.pages[number], alone, set()), under, laying)
        data = io.BytesIO()
        alone.save(data)
    return data.getvalue()


def _is_like(file: Path, number: int, laying: Laying) -> bool:
    """Whether the page laid over the whole of a page as large as itself looks as the file does."""
    width, height = laying.frame_width / laying.scale, laying.frame_height / laying.scale
    whole = replace(laying, x=0.0, y=0.0, height=height, frame_width=width, frame_height=height, scale=1.0)
    (_, laid), (_, shown) = _seen(_alone(file, number, whole), 0), _seen(file, number)
    return float(ImageStat.Stat(ImageChops.difference(laid, shown.resize(laid.size))).mean[0]) / 255 < _SAME


def _seen(data: bytes | Path, number: int) -> tuple[str, Image.Image]:
    """What is read of a page, and what it looks like."""
    document = pypdfium2.PdfDocument(data)
    try:
        document.init_forms()
        page = document[number]
        text = page.get_textpage()
        said = text.get_text_bounded()
        picture: Image.Image = page.render(scale=_ACROSS / page.get_width(), may_draw_forms=True).to_pil()
        text.close()
        page.close()
        return said, picture.convert("L")
    finally:
        document.close()
