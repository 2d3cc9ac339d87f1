"""A document and its packet turned into marks in its HTML that say on which page of the packet what follows stands.

A mark is a comment: nobody sees it, and the search index takes it for the page of a hit. Where a page begins within a
block, the mark stands before the word that the page begins with, if the block has that word once there, or the words
that follow it as well; else after the block, so that its end is said to stand on the page before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from kallelse.model.meeting import Document
from kallelse.model.pages import PageMap, PageStart, label_of
from kallelse.model.text import Block

END = "<!--k-page-->"
"""After it stands what no page of a packet has."""

_MARK = re.compile(r"<!--k-page(?: ([^ ]+) ([^ ]+) ([^ ]+))?-->")
_NONE = "."


def mark(page: int | None, label: str, own: int | None = None) -> str:
    """A mark of page `page` of the packet, which prints `label`, and of page `own` of the document's own file."""
    return f"<!--k-page {page or _NONE} {escape(label) or _NONE} {own or _NONE}-->" if page or own else ""


def anchored(html: str) -> str:
    """`html` with its marks as elements whose ids the search index keeps: `k:7|8a|2`, `k:` for an end."""
    return _MARK.sub(_anchor, html)


def _anchor(match: re.Match[str]) -> str:
    told = "|".join("" if each == _NONE else each for each in match.groups(_NONE))
    return f'<i id="k:{told.strip("|") and told}"></i>'


@dataclass(frozen=True, slots=True)
class PageMarks:
    """Marks by the identity of the document's blocks: where they begin, and the pages that begin within them."""

    begins: Mapping[int, str] = field(default_factory=dict)
    within: Mapping[int, tuple[tuple[str, PageStart], ...]] = field(default_factory=dict)

    def before(self, block: Block) -> str:
        """The mark of the page that `block` begins on."""
        return self.begins.get(id(block), "")

    def placed(self, block: Block, html: str) -> str:
        """The HTML of `block` with the marks of pages that begin within it."""
        place = 0
        after = ""
        for told, start in self.within.get(id(block), ()):
            found = None if after else _once(html, (start.word,), place)
            if found is None and not after:
                found = _once(html, start.words, place)
            if found is None:
                after = told
            else:
                html = html[:found] + told + html[found:]
                place = found + len(told)
        return html + after


NO_MARKS = PageMarks()


def page_marks(document: Document, pages: PageMap | None) -> PageMarks:
    """The marks of a document of our own; none where the packet does not have it."""
    starts = [] if pages is None else [start for start in pages.starts if start.path == document.path]
    if pages is None or not starts:
        return NO_MARKS
    begins: dict[int, str] = {}
    within: dict[int, list[tuple[str, PageStart]]] = {}
    told = ""
    for number, block in enumerate(document.body.blocks):
        here = [start for start in starts if start.block == number]
        if here and not here[0].within:
            told = _told(here.pop(0), pages)
        begins[id(block)] = told
        if here:
            within[id(block)] = [(_told(start, pages), start) for start in here]
            told = _told(here[-1], pages)
    return PageMarks(begins, {block: tuple(found) for block, found in within.items()})


def _told(start: PageStart, pages: PageMap) -> str:
    return mark(start.page, label_of(start.page, pages.labels))


def _once(html: str, words: Sequence[str], place: int) -> int | None:
    """Where the text of `html` after `place` has `words`, if it has them once."""
    if not any(words):
        return None
    told = r"(?:\s|<[^<>]*>)+".join(re.escape(escape(word, quote=False)) for word in words)
    pattern = re.compile(rf"(?<!\w){told}(?!\w)(?![^<>]*>)")
    found = [match.start() for match in pattern.finditer(html, place)]
    return found[0] if len(found) == 1 else None
