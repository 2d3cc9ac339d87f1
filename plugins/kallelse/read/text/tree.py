"""The element tree of a body turned into blocks, with a finding for whatever the tree of text cannot hold."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace

from kallelse.model import fold
from kallelse.model.address import slug
from kallelse.model.finding import Severity
from kallelse.model.text import (
    Block,
    Body,
    Break,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Image,
    Inline,
    Note,
    OrderedList,
    Para,
    Plain,
    Quote,
    Rule,
    Text,
)
from kallelse.read.text.captions import with_captions
from kallelse.read.text.dialect import CUT, INDEX, KEY, NOTE, first_line
from kallelse.read.text.grid import read_table
from kallelse.read.text.html import NO_ELEMENTS
from kallelse.read.text.inlines import Inlines, trimmed
from kallelse.read.text.traps import (
    figure_findings,
    is_indented_code,
    is_starred,
    list_findings,
    star_findings,
    typed_number,
    underlined_findings,
)

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Blocks that say nothing of their own: what stands in them is read as if they were not there.
_BOXES = frozenset(
    (
        *("div", "section", "article", "main", "header", "footer", "aside", "nav", "center", "details"),
        *("summary", "address"),
    )
)
_BLOCKS = frozenset(
    {*_HEADINGS, *_BOXES, CUT, NOTE, "p", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "figure", "li"}
)
_Wrap = type[Para] | type[Plain]


class Tree:
    """Reads the blocks of one body; `headings` are all it has met.

    `cut` gives the block that a cut-out fence stands for, `typed` a source line by its number.
    """

    def __init__(self, inlines: Inlines, cut: Callable[[int], Block | None], typed: Callable[[int], str]) -> None:
        self._inlines = inlines
        self._cut = cut
        self._typed = typed
        self.headings: list[Heading] = []
        self._anchors: set[str] = set()
        self._last_number = 0
        # The lines of lists that begin with a star.
        self._starred: list[int] = []

    def body(self, root: ET.Element) -> Body:
        """The blocks of the body, and its footnotes in the order of their first call.

        A note that is never called comes last, so that it is not lost.
        """
        noted = [child for child in root if child.tag == NOTE]
        for child in noted:
            root.remove(child)
        blocks = self.blocks(root, Para)
        order = dict.fromkeys(self._inlines.calls)
        notes: dict[str, Note] = {}
        called: dict[str, list[str]] = {}
        for element in noted:
            self._inlines.calls.clear()
            line, key = self._enter(element), element.get(KEY, "")
            notes[key] = Note(key, self.blocks(element, Para), line)
            called[key] = list(self._inlines.calls)
        for key in list(order):
            order |= dict.fromkeys(called[key])
        for key, note in notes.items():
            if key not in order:
                self._inlines.tell("note-uncalled", note.line, key=key)
        body = Body(blocks, tuple(notes[key] for key in dict.fromkeys((*order, *notes))))
        if self._starred:
            starred = self._starred[0]
            star_findings(body, self._typed(starred), starred, self._inlines.tell)
        return body

    def blocks(self, element: ET.Element, wrap: _Wrap) -> tuple[Block, ...]:
        """What stands in `element`; loose words become `wrap`."""
        found: list[Block] = []
        run: list[Inline] = []

        def flush() -> None:
            content = trimmed(run)
            run.clear()
            if content:
                first = content[0]
                line = first.line if isinstance(first, Text) else fold.line_of(first)
                found.append(wrap(content, line or self._inlines.line))

        before = element.text or ""
        if before:
            run.extend(self._inlines.texts(before))
        for child in element:
            if child.tag in _BLOCKS:
                flush()
                found.extend(self._block(child))
            else:
                run.extend(self._inlines.child(child, before))
            before = child.tail or ""
            if before:
                run.extend(self._inlines.texts(before))
        flush()
        if wrap is Plain and len(found) < 2:
            return tuple(found)
        return with_captions(found, self._inlines.tell)

    def _enter(self, element: ET.Element) -> int:
        line = first_line(element)
        if line:
            self._inlines.line = line
        self._inlines.attributes(element)
        if line:
            self._inlines.line = line
        return self._inlines.line

    def _block(self, element: ET.Element) -> Iterator[Block]:
        line = self._enter(element)
        tag = element.tag
        if tag == "p":
            yield from self._paragraph(element, line)
        elif tag in _HEADINGS:
            yield self._heading(element, line)
        elif tag == "ul":
            if is_starred(self._typed(line)):
                self._starred.append(line)
            items = self._items(element)
            figure_findings(self._typed(line), line, self._inlines.tell, is_alone=len(items) == 1)
            yield BulletList(items, line)
        elif tag == "ol":
            yield self._ordered(element, line)
        elif tag == "dl":
            yield self._definitions(element, line)
        elif tag == "table":
            yield read_table(element, line, self._inlines, self.blocks)
        elif tag == "blockquote":
            figure_findings(self._typed(line), line, self._inlines.tell, is_alone=True)
            yield Quote(self.blocks(element, Para), line)
        elif tag == "pre":
            if is_indented_code(self._typed(line)):
                self._inlines.tell("code-indented", line, Severity.REMARK, text=self._typed(line).strip())
            typed = self._inlines.code(element).strip("\n").split("\n")
            yield CodeBlock("\n".join(code.rstrip() for code in typed), line)
        elif tag == "hr":
            yield Rule(line)
        elif tag == "figure":
            yield from self._figure(element, line)
        elif tag == CUT:
            block = self._cut(int(element.get(INDEX, "0")))
            if block is not None:
                yield block
        else:
            self._inlines.tell("html-tag", line, tag=tag)
            yield from self.blocks(element, Para)

    def _paragraph(self, element: ET.Element, line: int) -> Iterator[Block]:
        if len(element) == 1 and element[0].tag == "img":
            content = trimmed(self._inlines.texts(element.text or ""))
            if not content and not (element[0].tail or "").strip():
                self._inlines.attributes(element[0])
                image = self._inlines.image(element[0], captioned=True)
                caption = trimmed(self._inlines.texts(element[0].get("title", "")))
                self._inlines.literal(element[0].tail or "")
                yield Figure(replace(image, line=line), caption, line)
                return
            self._inlines.line = line
        content = self._inlines.content(element)
        if content:
            yield Para(content, line)

    def _heading(self, element: ET.Element, line: int) -> Heading:
        content = self._inlines.content(element)
        heading = Heading(_HEADINGS[element.tag], content, self._anchor(fold.plain(content)), line)
        self.headings.append(heading)
        underlined_findings(self._typed(line), self._typed(line + 1), line, self._inlines.tell)
        return heading

    def _anchor(self, words: str) -> str:
        anchor = base = slug(words) or "rubrik"
        count = 1
        while anchor in self._anchors:
            count += 1
            anchor = f"{base}-{count}"
        self._anchors.add(anchor)
        return anchor

    def _items(self, element: ET.Element) -> tuple[tuple[Block, ...], ...]:
        items: list[tuple[Block, ...]] = []
        self._between(element.text, element.tag)
        for child in element:
            self._enter(child)
            if child.tag == "li":
                items.append(self.blocks(child, Plain))
            else:
                items.extend((block,) for block in self._stray(child, element.tag))
            self._between(child.tail, element.tag)
        loose = any(isinstance(block, Para) for item in items for block in item)
        return tuple(_loose(item) for item in items) if loose else tuple(items)

    def _stray(self, child: ET.Element, parent: str) -> tuple[Block, ...]:
        """What stands in a list or table where only its parts may."""
        if child.tag in _BLOCKS:
            self._inlines.tell("html-place", self._inlines.line, tag=child.tag, parent=parent)
            return tuple(self._block(child))
        content = trimmed(self._inlines.inline(child))
        return (Plain(content, self._inlines.line),) if content else ()

    def _between(self, typed: str | None, parent: str) -> None:
        if typed:
            self._inlines.words_between(typed, parent)

    def _ordered(self, element: ET.Element, line: int) -> OrderedList:
        said = element.get("start", "1")
        is_number = said.isascii() and said.isdigit()
        if not is_number:
            self._inlines.tell("html-attribute", line, tag="ol", attribute=f"start={said}")
        start = int(said) if is_number else 1
        lines = [first_line(child) or line for child in element if child.tag == "li"]
        items = self._items(element)
        if items and lines:
            typed = [typed_number(self._typed(at)) for at in lines]
            list_findings(start, typed, lines, fold.plain(items[0]), self._last_number, self._inlines.tell)
        self._last_number = start + len(items) - 1
        return OrderedList(items, start, line)

    def _definitions(self, element: ET.Element, line: int) -> DefinitionList:
        found: list[tuple[list[Inline], list[tuple[Block, ...]]]] = []
        self._between(element.text, "dl")
        for child in element:
            at = self._enter(child)
            if child.tag == "dt":
                term = self._inlines.content(child)
                if found and not found[-1][1]:
                    found[-1][0].extend((Break(), *term))
                else:
                    found.append((list(term), []))
            elif child.tag == "dd" and found:
                found[-1][1].append(self.blocks(child, Plain))
            elif child.tag in NO_ELEMENTS:
                tuple(self._inlines.unknown(child))
            else:
                self._inlines.tell("html-place", at, tag=child.tag, parent="dl")
                found.append(([], [self._stray(child, "dl")]))
            self._between(child.tail, "dl")
        return DefinitionList(tuple(Definition(tuple(term), tuple(meanings)) for term, meanings in found), line)

    def _figure(self, element: ET.Element, line: int) -> Iterator[Block]:
        pictures = list(element.iter("img"))
        captions = [child for child in element if child.tag == "figcaption"]
        if len(pictures) != 1 or len(captions) > 1:
            self._inlines.tell("html-tag", line, tag="figure")
            yield from self.blocks(element, Para)
            return
        caption: tuple[Inline, ...] = ()
        for child in captions:
            self._enter(child)
            caption = self._inlines.content(child)
            self._between(child.tail, "figure")
            element.remove(child)
        for block in self.blocks(element, Para):
            if isinstance(block, Figure):
                yield replace(block, caption=block.caption or caption, line=line)
            elif isinstance(block, Para) and len(block.content) == 1 and isinstance(block.content[0], Image):
                yield Figure(block.content[0], caption, line)
            else:
                yield block


def _loose(item: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(Para(block.content, block.line) if isinstance(block, Plain) else block for block in item)
