"""A finished PDF read back: its texts page by page, and whether anything is lost that it should print."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, assert_never

import pypdfium2

from kallelse.fonts.coverage import COMPOSED, LIGATURES, collapse
from kallelse.model.finding import Finding, Place
from kallelse.model.paper import POINTS
from kallelse.typeset.metrics import Metrics
from kallelse.typeset.parts import Part
from kallelse.typeset.pictures import picture_words
from kallelse.typeset.places import Places
from kallelse.typeset.scope import FRONT
from kallelse.typeset.template import Template

# Blanks and hyphens come back otherwise than they went in: as line ends, or as U+FFFE at a line's end. U+200B marks
# where a long word may break, U+0002 where pdfium takes a hyphen away.
_NOT_COUNTED = "-\u2010\u2011\u00ad\ufffe\u200b\u0002\u2060"
_UNFOLDED = re.compile("[" + re.escape("".join(sorted(COMPOSED) + sorted(LIGATURES))) + "\u0300-\u036f]")
_SAID = 60


@dataclass(frozen=True, slots=True)
class ExpectedText:
    """What a sheet prints; `index` is its number, `path` the source that a finding is told of, `title` its name there.

    `parts` and the words of `pictures`, told by their paths from the sources' folder, stand between heads and feet.
    `letterhead` opens the first page, `heads` the further ones; `feet` has one for each page, `tab` is on all of them.
    """

    index: int
    path: str
    title: str
    parts: tuple[Part, ...]
    pictures: tuple[str, ...]
    letterhead: str
    heads: tuple[str, ...]
    feet: tuple[str, ...]
    tab: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedForeign:
    """What a sheet of pages from elsewhere prints at least: a part for each page, told by its number from 0."""

    index: int
    path: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ExpectedVacant:
    """What a sheet of vacant pages prints: `words` on each over its foot, and nothing else."""

    index: int
    path: str
    words: str
    feet: tuple[str, ...]


Expected: TypeAlias = ExpectedText | ExpectedForeign | ExpectedVacant


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
    pdf: bytes, expected: Sequence[Expected], places: Places, path: str, template: Template, root: Path
) -> tuple[tuple[PageText, ...], tuple[Finding, ...]]:
    """The texts of each page of a PDF, and a finding for whatever is lost; of the PDF as a whole it tells `path`.

    Per sheet the multiset of printed letters must equal what is expected of it, with each head that comes again
    counted as often as it does; heads, feet and tabs are compared page by page. Blanks, hyphens, U+00AD and U+FFFE do
    not count.
    """
    firsts = frozenset(pages.first for pages in places.sheets.values())
    foreign = frozenset(
        places.sheets[sheet.index].first + part.block
        for sheet in expected
        if isinstance(sheet, ExpectedForeign)
        for part in sheet.parts
    )
    texts = page_texts(pdf, template.sizes, firsts, foreign)
    if len(texts) != places.total:
        words = {"found": str(len(texts)), "expected": str(places.total)}
        return texts, (Finding("packet-pages", Place(path), words),)
    findings: list[Finding] = []
    for sheet in expected:
        match sheet:
            case ExpectedText():
                findings += _compared(sheet, places, texts, template, root)
                findings += _running(sheet, places, texts)
            case ExpectedForeign():
                findings += _foreign(sheet, places, texts)
            case ExpectedVacant():
                findings += _vacant(sheet, places, texts)
            case never:
                assert_never(never)
    return texts, tuple(findings)


def _foreign(expected: ExpectedForeign, places: Places, texts: Sequence[PageText]) -> Iterator[Finding]:
    """What is lost of foreign pages and their stamps; what a page holds beside, outside what it shows, is its own."""
    for part in expected.parts:
        page = places.sheets[expected.index].first + part.block
        lost = Counter(letters(part.words)) - Counter(letters(texts[page - 1].body))
        if lost:
            words = {"document": expected.title, "page": str(page), "missing": _shown(lost)}
            yield Finding("packet-lost", Place(expected.path), words)


def letters(text: str) -> str:
    """`text` as it is compared: NFC, without blanks and hyphens, what comes back doubled taken once."""
    bare = "".join(unicodedata.normalize("NFC", text).split())
    for sign in _NOT_COUNTED:
        bare = bare.replace(sign, "")
    return collapse(bare) if _UNFOLDED.search(bare) else bare


def _compared(
    expected: ExpectedText, places: Places, texts: Sequence[PageText], template: Template, root: Path
) -> Iterator[Finding]:
    index, place = expected.index, Place(expected.path)
    pages = places.sheets[index]
    found = Counter(letters("".join(texts[page - 1].body for page in range(pages.first, pages.last + 1))))
    wanted = Counter(letters("".join(part.words for part in expected.parts)))
    wanted.update(letters(expected.letterhead))
    for part in expected.parts:
        for number, head in enumerate(part.repeats):
            again = len(places.heads.get((part.body, part.block, number), ())) - 1
            for _ in range(again):
                wanted.update(letters(head))
    for picture in expected.pictures:
        wanted.update(letters(picture_words(picture, root, template.fonts)))
    if found == wanted:
        return
    lost, surplus = wanted - found, found - wanted
    if lost:
        page, missing = _where(expected.parts, index, places, texts, lost)
        yield Finding("packet-lost", place, {"document": expected.title, "page": str(page), "missing": missing})
    else:
        words = {"document": expected.title, "page": str(pages.first), "surplus": _shown(surplus)}
        yield Finding("packet-surplus", place, words)


def _where(
    parts: Sequence[Part], index: int, places: Places, texts: Sequence[PageText], lost: Counter[str]
) -> tuple[int, str]:
    """The page of the first part that is not wholly there, and the words that are missing; letters if no word is."""
    pages = places.sheets[index]
    starts: list[tuple[int, int]] = []
    for part in parts:
        place = places.blocks.get((part.body, part.block))
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


def _running(expected: ExpectedText, places: Places, texts: Sequence[PageText]) -> Iterator[Finding]:
    """Heads, feet and tabs that say anything else than they should."""
    first = places.sheets[expected.index].first
    heads = (None, *expected.heads)
    for page, (foot, head) in enumerate(zip(expected.feet, heads, strict=True), start=first):
        text = texts[page - 1]
        pairs = [(foot, text.foot), (expected.tab, text.tab)]
        if head is not None:
            pairs.append((head, text.head))
        yield from _otherwise(pairs, page, expected.path)


def _vacant(expected: ExpectedVacant, places: Places, texts: Sequence[PageText]) -> Iterator[Finding]:
    """Vacant pages that say anything else than they should."""
    for page, foot in enumerate(expected.feet, start=places.sheets[expected.index].first):
        text = texts[page - 1]
        pairs = [(foot, text.foot), (expected.words, text.body), ("", text.head), ("", text.tab)]
        yield from _otherwise(pairs, page, expected.path)


def _otherwise(pairs: Sequence[tuple[str, str]], page: int, path: str) -> Iterator[Finding]:
    """A finding for each pair of what is wanted and what was read that are not the same letters."""
    for want, got in pairs:
        if sorted(letters(want)) != sorted(letters(got)):
            words = {"page": str(page), "expected": want, "found": " ".join(got.split())}
            yield Finding("packet-running", Place(path), words)
