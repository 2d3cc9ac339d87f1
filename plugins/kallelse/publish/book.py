"""The pages of a site turned into the chapters of one book, and its PDF into the words that it lacks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2

from kallelse.fonts import PRINT_DIR
from kallelse.locale.site import words as site_words
from kallelse.model.address import absolute, resolve
from kallelse.model.archive import Archive
from kallelse.model.meeting import Meeting
from kallelse.model.settings import Language, Settings
from kallelse.publish.explained import unexplained
from kallelse.publish.page import Page, PageKind

_STYLES = Path(__file__).parent / "bookstyle" / "styles.scss"
_FACES = (
    ("SourceSans3-Regular.otf", "Source Sans 3", 400, "normal"),
    ("SourceSans3-It.otf", "Source Sans 3", 400, "italic"),
    ("SourceSans3-Semibold.otf", "Source Sans 3", 600, "normal"),
    ("SourceSerif4-Regular.otf", "Source Serif 4", 400, "normal"),
    ("SourceSerif4-It.otf", "Source Serif 4", 400, "italic"),
    ("SourceSerif4-Semibold.otf", "Source Serif 4", 600, "normal"),
)
_LISTS = (
    *(PageKind.START, PageKind.MEETINGS, PageKind.COMMITTEE),
    *(PageKind.DECISIONS, PageKind.ASSIGNMENTS, PageKind.MATTERS, PageKind.GLOSSARY),
)
# What is on the board is there for some weeks; the minutes say it for good.
_LEFT_OUT = (
    *(PageKind.SEARCH, PageKind.FOLLOW, PageKind.VERIFY, PageKind.NOT_FOUND, PageKind.MOVED),
    *(PageKind.BOARD, PageKind.STATEMENT, PageKind.DATA, PageKind.REPORT),
)
_HREF = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_WORD = re.compile(r"\w+")
# What is not printed: navigation, forms, what repeats to eyes what stands beside it, and what no reader ever sees.
_UNSEEN = ("nav", "form", "button", "script", "style", "template", "title", "desc")
_VOID = ("br", "img", "hr", "input", "col", "wbr", "source", "link", "meta")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the book: its pages, then the chapters in it."""

    title: str
    pages: tuple[Page, ...]
    chapters: tuple[Chapter, ...] = ()

    def everything(self) -> Iterator[Page]:
        """Its pages and those of the chapters in it, in order."""
        yield from self.pages
        for chapter in self.chapters:
            yield from chapter.everything()


def is_printed(page: Page) -> bool:
    """Whether the book has the page."""
    return page.kind not in _LEFT_OUT


def chapters(archive: Archive, pages: Sequence[Page], language: Language) -> tuple[Chapter, ...]:
    """Every page that is read: lists, each committee with its meetings, cases and attachments, and then the matters."""
    left = {page.address: page for page in pages if is_printed(page)}
    said = site_words(language)
    committees: list[Chapter] = []
    for committee in archive.committees:
        own = _taken(left, (committee.address,))
        meetings: list[Chapter] = []
        for meeting in committee.meetings:
            found = _taken(left, _read_in_order(meeting))
            if found:
                meetings.append(Chapter(found[0].title, found))
        committees.append(Chapter(committee.name, own, tuple(meetings)))
    matters = _taken(left, [page.address for page in left.values() if page.kind is PageKind.MATTER])
    return (
        Chapter(archive.settings.site_title, tuple(sorted(left.values(), key=lambda page: _LISTS.index(page.kind)))),
        *committees,
        *((Chapter(said.matters, matters),) if matters else ()),
    )


def _read_in_order(meeting: Meeting) -> Iterator[str]:
    """The addresses of a meeting: its minutes with their paragraphs, then its packet, each case before attachments."""
    yield meeting.address
    if meeting.minutes is not None:
        yield meeting.minutes.address
        yield from map(meeting.minutes.paragraph_address, meeting.minutes.paragraphs)
    for case in meeting.cases:
        yield case.address
        yield from (document.address for document in case.attachments if document.address)


def unlisted(chapters: Iterable[Chapter]) -> Iterator[str]:
    """What mkdocs-with-pdf calls the pages whose own headings the contents leave out: all but those of a meeting."""
    for chapter in chapters:
        for page in chapter.pages:
            stem = page.address.removesuffix(".html")
            yield (stem.removesuffix("index") if stem.endswith("index") else f"{stem}/") or "."


def style(settings: Settings) -> str:
    """The rules that the book is set by, as SCSS: those of the package, its faces, and the municipality's colour."""
    faces = "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slant}; '
        f'src: url("{(PRINT_DIR / name).as_uri()}"); }}'
        for name, family, weight, slant in _FACES
    )
    return f"{faces}\n$brand: {settings.colours.brand};\n{_STYLES.read_text(encoding='utf-8')}"


def _taken(pages: dict[str, Page], addresses: Iterable[str]) -> tuple[Page, ...]:
    return tuple(pages.pop(address) for address in tuple(addresses) if address in pages)


def bound(page: Page, inside: Collection[str], url: str) -> Page:
    """The page with links that a book can follow: to pages `inside`, else to the site at `url`, where it has one."""

    def link(match: re.Match[str]) -> str:
        before, href, after, content = match.groups()
        if href.startswith("#") or ":" in href.partition("/")[0]:
            return match[0]
        address, anchor = resolve(unescape(href), page.address)
        if address in inside:
            return match[0]
        if not url:
            return content
        whole = absolute(url, f"{address}#{anchor}" if anchor else address)
        return f'<a{before} href="{escape(whole)}"{after}>{content}</a>'

    # A word with soft hyphens in it would not be found again in the book; its glossary explains words in one place.
    return replace(page, html=_HREF.sub(link, unexplained(page.html)).replace("\u00ad", ""))


def lost_words(pages: Iterable[Page], pdf: Path) -> Mapping[str, tuple[str, ...]]:
    """The words of each page, by its address, that the book has more seldom than the pages up to that one."""
    text = unicodedata.normalize("NFKC", _text_of(pdf)).casefold()
    found, whole = Counter(_WORD.findall(text)), "".join(text.split())
    needed: Counter[str] = Counter()
    lost: dict[str, tuple[str, ...]] = {}
    for page in pages:
        words = Counter(words_of(page))
        needed += words
        # Words of neighbouring cells may stand together without a blank, and one may be broken at a sign within it.
        missing = [word for word in words if found[word] < needed[word] and whole.count(word) < needed[word]]
        if missing:
            lost[page.address] = tuple(missing)
    return lost


def words_of(page: Page) -> Iterator[str]:
    """The words that a reader of a page sees, in small letters."""
    reader = _Reader()
    reader.feed(page.html)
    reader.close()
    return (word for word in _WORD.findall(unicodedata.normalize("NFKC", " ".join(reader.texts)).casefold()))


def _text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


class _Reader(HTMLParser):
    """The texts of a page but those that are not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        hidden = tag in _UNSEEN or "hidden" in told or told.get("aria-hidden") == "true"
        if (self._unseen or hidden) and tag not in _VOID:
            self._unseen += 1

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and tag not in _VOID:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(data)
