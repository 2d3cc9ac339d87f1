"""A finished packet read back: its texts page by page, whether anything is lost, and where each page begins."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from kallelse.fonts.coverage import COMPOSED, LIGATURES, collapse
from kallelse.model.finding import Finding, Place
from kallelse.model.foreign import Foreign
from kallelse.model.pages import PageStart
from kallelse.model.paper import POINTS
from kallelse.model.text import Image
from kallelse.typeset.expected import (
    Expected,
    Part,
    expected_cover,
    expected_foot,
    expected_head,
    expected_sheet,
    expected_tab,
    page_of,
)
from kallelse.typeset.foreign import expected_stamp, foreign_sheets
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.pictures import picture_words
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, Sheet, Vacant
from kallelse.typeset.scope import FRONT
from kallelse.typeset.starts import page_starts
from kallelse.typeset.template import Template

# Blanks and hyphens come back otherwise than they went in: as line ends, or as U+FFFE at a line's end. U+200B marks
# where a long word may break, U+0002 where pdfium takes a hyphen away.
_NOT_COUNTED = "-\u2010\u2011\u00ad\ufffe\u200b\u0002\u2060"
_UNFOLDED = re.compile("[" + re.escape("".join(sorted(COMPOSED) + sorted(LIGATURES))) + "\u0300-\u036f]")
_SAID = 60


@dataclass(frozen=True, slots=True)
class PageText:
    """One page's texts: between head and foot, in the head, in the foot, on the tab.

    The first page of a sheet has no running head; what stands in its place, a letterhead as high as its names are long,
    is part of `body`.
    """

    body: str
    head: str
    foot: str
    tab: str

    @property
    def whole(self) -> str:
        """The page as it is read."""
        return "\n".join(part.strip() for part in (self.head, self.body, self.foot) if part.strip())


@dataclass(frozen=True, slots=True)
class _Bands:
    """Where a page's parts lie, in points from the lower left corner."""

    left: float
    right: float
    top: float
    bottom: float


def _bands(width: float, height: float, sizes: Metrics) -> _Bands:
    # What reaches out of the type area, the proposal box aside, counts as lost, as what lies outside the page does.
    area = sizes.lying if width > height else sizes.upright
    # Between text and running matter: a ring or a tail reaches out of its line.
    between = 4 * POINTS
    return _Bands(
        left=area.left - 6 * POINTS,
        right=area.left + area.width + 6 * POINTS,
        top=height - area.top + between,
        bottom=area.bottom - between,
    )


def page_texts(
    pdf: bytes, sizes: Metrics, firsts: frozenset[int], foreign: frozenset[int] = frozenset()
) -> tuple[PageText, ...]:
    """The texts of each page of `pdf`, what lies outside the page's box left out.

    `firsts` begin a sheet; of the pages `foreign` all is body but the tab.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(
            _page_text(page, sizes, number in firsts, number in foreign)
            for number, page in enumerate(document, start=1)
        )
    finally:
        document.close()


def _page_text(page: pypdfium2.PdfPage, sizes: Metrics, first: bool, foreign: bool) -> PageText:
    width, height = page.get_size()
    if foreign:
        text = page.get_textpage()
        whole = PageText(text.get_text_bounded(), "", "", "")
        text.close()
        page.close()
        return whole
    bands = _bands(width, height, sizes)
    text = page.get_textpage()
    found = PageText(
        body=text.get_text_bounded(bands.left, bands.bottom, bands.right, height if first else bands.top),
        head="" if first else text.get_text_bounded(0, bands.top, bands.right, height),
        foot=text.get_text_bounded(0, 0, bands.right, bands.bottom),
        tab=text.get_text_bounded(bands.right, 0, width, height),
    )
    text.close()
    page.close()
    return found


def read_back(
    pdf: bytes, plan: Plan, places: Places, template: Template, root: Path
) -> tuple[tuple[str, ...], tuple[PageStart, ...], tuple[Finding, ...]]:
    """The text of each page of a packet, where each page begins, and a finding for whatever is lost.

    Per sheet the multiset of printed letters must equal what is expected of it, with each head that comes again
    counted as often as it does; heads, feet and tabs are compared page by page. Blanks, hyphens, U+00AD and U+FFFE do
    not count.
    """
    firsts = frozenset(pages.first for pages in places.sheets.values())
    foreign = dict(_foreign_pages(plan, places))
    texts = page_texts(pdf, template.sizes, firsts, frozenset(foreign))
    findings = list(_number_of_pages(texts, plan, places))
    if findings:
        return tuple(text.whole for text in texts), (), tuple(findings)
    all_expected: dict[int, Expected] = {}
    if plan.cover:
        findings += _compared(expected_cover(plan, places), None, plan, places, texts, template, root)
    findings += _foreign(foreign, plan, places, texts)
    for sheet in plan.sheets:
        if sheet.document.foreign is not None:
            continue
        expected = expected_sheet(sheet, plan, places)
        all_expected[sheet.index] = expected
        findings += _compared(expected, sheet, plan, places, texts, template, root)
    findings += _running(plan, places, texts)
    bodies = [text.body for text in texts]
    return (
        tuple(text.whole for text in texts),
        page_starts(plan, places, bodies, all_expected, template.sizes.upright.top),
        tuple(findings),
    )


def _foreign_pages(plan: Plan, places: Places) -> Iterator[tuple[int, tuple[Sheet, Foreign, int]]]:
    """The pages of foreign documents: each with its sheet, the document, and which of its pages it is, from 0."""
    for sheet, foreign in foreign_sheets(plan):
        first = places.sheets[sheet.index].first
        for index in range(len(foreign.pages)):
            yield first + index, (sheet, foreign, index)


def _foreign(
    pages: Mapping[int, tuple[Sheet, Foreign, int]], plan: Plan, places: Places, texts: Sequence[PageText]
) -> Iterator[Finding]:
    """What is lost of foreign pages and their stamps; what a page holds beside, outside what it shows, is its own."""
    for page, (sheet, foreign, index) in pages.items():
        count = page_of(plan, places, page)
        said = f"{expected_stamp(sheet, foreign, index, plan)} {count} {expected_tab(sheet)}"
        wanted = Counter(letters(said))
        # What a picture shows is said to those who cannot see it, not printed.
        wanted.update(letters("" if foreign.picture else foreign.pages[index].text))
        lost = wanted - Counter(letters(texts[page - 1].body))
        if lost:
            title = f"{sheet.name} ({sheet.case.title})"
            words = {"document": title, "page": str(page), "missing": _shown(lost)}
            yield Finding("packet-lost", Place(sheet.document.path), words)


def _number_of_pages(texts: Sequence[PageText], plan: Plan, places: Places) -> Iterator[Finding]:
    if len(texts) != places.total:
        words = {"found": str(len(texts)), "expected": str(places.total)}
        yield Finding("packet-pages", Place(plan.meeting.path), words)


def letters(text: str) -> str:
    """`text` as it is compared: NFC, without blanks and hyphens, what comes back doubled taken once."""
    bare = "".join(unicodedata.normalize("NFC", text).split())
    for sign in _NOT_COUNTED:
        bare = bare.replace(sign, "")
    return collapse(bare) if _UNFOLDED.search(bare) else bare


def _compared(
    expected: Expected,
    sheet: Sheet | None,
    plan: Plan,
    places: Places,
    texts: Sequence[PageText],
    template: Template,
    root: Path,
) -> Iterator[Finding]:
    index = 0 if sheet is None else sheet.index
    pages = places.sheets[index]
    found = Counter(letters("".join(texts[page - 1].body for page in range(pages.first, pages.last + 1))))
    path = plan.meeting.path if sheet is None else sheet.document.path
    wanted = Counter(letters("".join(part.words for part in expected.parts)))
    wanted.update(letters(expected_head(plan, sheet, pages, pages.first)))
    wanted.update(letters(_logo_words(plan, template, root)))
    for part in expected.parts:
        for number, head in enumerate(part.repeats):
            again = len(places.heads.get((index, part.block, number), ())) - 1
            for _ in range(again):
                wanted.update(letters(head))
    for image in expected.pictures:
        wanted.update(letters(picture_words(image, path, root, template.fonts)))
    if found == wanted:
        return
    title = plan.words.agenda if sheet is None else f"{sheet.name} ({sheet.case.title})"
    lost, surplus = wanted - found, found - wanted
    if lost:
        page, missing = _where(expected.parts, index, places, texts, lost)
        yield Finding("packet-lost", Place(path), {"document": title, "page": str(page), "missing": missing})
    else:
        words = {"document": title, "page": str(pages.first), "surplus": _shown(surplus)}
        yield Finding("packet-surplus", Place(path), words)


def _where(
    parts: Sequence[Part], index: int, places: Places, texts: Sequence[PageText], lost: Counter[str]
) -> tuple[int, str]:
    """The page of the first part that is not wholly there, and the words that are missing; letters if no word is."""
    pages = places.sheets[index]
    starts: list[tuple[int, int]] = []
    for part in parts:
        place = places.blocks.get((index, part.block))
        starts.append((part.block, place.page if place is not None and part.block != FRONT else pages.first))
    for number, part in enumerate(parts):
        first = starts[number][1]
        later = [page for block, page in starts[number + 1 :] if block != FRONT]
        last = later[0] if later and part.block != FRONT else pages.last
        there = Counter(
            word for page in range(first, max(first, last) + 1) for word in _word_letters(texts[page - 1].body)
        )
        missing = []
        for word in part.words.split():
            for piece in _word_letters(word):
                if there[piece] > 0:
                    there[piece] -= 1
                else:
                    missing.append(word)
        if missing and any(letter in lost for word in missing for letter in letters(word)):
            return first, _cut(" ".join(missing))
    return pages.first, _shown(lost)


def _word_letters(text: str) -> Iterator[str]:
    for word in text.split():
        bare = letters(word)
        if bare:
            yield bare


def _shown(counts: Counter[str]) -> str:
    return _cut(" ".join(f"{letter}×{count}" if count > 1 else letter for letter, count in sorted(counts.items())))


def _cut(text: str) -> str:
    return text if len(text) <= _SAID else text[:_SAID].rsplit(" ", 1)[0] + " …"


def _running(plan: Plan, places: Places, texts: Sequence[PageText]) -> Iterator[Finding]:
    """Heads, feet and tabs that say anything else than they should; vacant pages hold nothing but what they say."""
    parts: list[Sheet | Vacant | None] = [*([None] if plan.cover else []), *plan.parts]
    for part in parts:
        if isinstance(part, Sheet) and part.document.foreign is not None:
            continue
        pages = places.sheets[0 if part is None else part.index]
        path = part.document.path if isinstance(part, Sheet) else plan.meeting.path
        for page in range(pages.first, pages.last + 1):
            text = texts[page - 1]
            pairs = [(expected_foot(plan, places, page), text.foot)]
            if isinstance(part, Vacant):
                pairs += [(part.words, text.body), ("", text.head), ("", text.tab)]
            else:
                pairs.append((expected_tab(part), text.tab))
                if page != pages.first:
                    pairs.append((expected_head(plan, part, pages, page), text.head))
            for want, got in pairs:
                if sorted(letters(want)) != sorted(letters(got)):
                    words = {"page": str(page), "expected": want, "found": " ".join(got.split())}
                    yield Finding("packet-running", Place(path), words)


def _logo_words(plan: Plan, template: Template, root: Path) -> str:
    logo = plan.settings.logo
    return picture_words(Image(logo, ""), "", root, template.fonts) if logo else ""
