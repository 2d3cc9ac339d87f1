"""An element tree with pieces of raw HTML turned into one tree in which they are elements like all others."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Container, Sequence
from html.parser import HTMLParser

from markdown.util import HTML_PLACEHOLDER_RE

from kallelse.read.text.dialect import CITATION, CITE, CODE, NOTE_CALL, NOTE_REF, first_line, whole
from kallelse.read.text.lines import AMPERSAND, MARK, marks, unmarked

# What the tree of text cannot hold; the first two keep what was typed, the last two name a tag.
OTHER, COMMENT, UNCLOSED, STRAY = "OTHER", "COMMENT", "UNCLOSED", "STRAY"
NO_ELEMENTS = (OTHER, COMMENT, UNCLOSED, STRAY)
NAME, AT = "NAME", "AT"

# End tags that may be left out, and the open elements that a start tag then ends, up to which (HTML, 13.1.2.4).
_MAY_STAY_OPEN = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption"})
_CELL = ("td", "th")
_ROW = (*_CELL, "tr")
_PART = (*_ROW, "thead", "tbody", "tfoot", "caption", "colgroup")
_ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (_CELL, ("table",)),
    "th": (_CELL, ("table",)),
    "tr": (_ROW, ("table",)),
    "thead": (_PART, ("table",)),
    "tbody": (_PART, ("table",)),
    "tfoot": (_PART, ("table",)),
}
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# The start of one of these ends a paragraph (HTML, 4.4.1).
_ENDS_PARAGRAPH = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main"),
        *("menu", "nav", "ol", "p", "pre", "section", "table", "ul"),
    )
)
_BLOCKS = _ENDS_PARAGRAPH | _MAY_STAY_OPEN
# What a text of its own is read in; the rest of a tree is walked.
_WHOLE = ("code", CITE, NOTE_REF)

_CALLS = re.compile(f"{CITATION.pattern}|{NOTE_CALL.pattern}")


def with_raw_html(root: ET.Element, raws: tuple[str, ...]) -> ET.Element:
    """`root` with every placeholder of a raw piece replaced by the elements that the piece opens, closes and holds.

    What is no element stands as OTHER or COMMENT, with the line AT which the text before it ends; a tag that is never
    closed leaves an empty UNCLOSED with its NAME and the line AT which it stands at the end of its element, one that
    was never opened a STRAY. A tree without raw pieces comes back as it is.
    """
    if not raws:
        return root
    builder = _Builder(raws)
    builder.copy(root)
    return builder.top


class _Builder(HTMLParser):
    """Copies a tree and opens and closes elements of the copy as raw pieces say."""

    def __init__(self, raws: tuple[str, ...]) -> None:
        super().__init__(convert_charrefs=False)
        self._raws = raws
        # Each open element, with whether raw HTML opened it and the line that was met last before it.
        self._open: list[tuple[ET.Element, bool, int]] = []
        self._line = 0
        self.top = ET.Element("div")

    def copy(self, element: ET.Element) -> None:
        depth = len(self._open)
        new = self._start(element.tag, dict(element.items()), raw=False)
        if element.tag in _WHOLE:
            new.text = HTML_PLACEHOLDER_RE.sub(self._typed, element.text or "")
        else:
            self._text(element.text or "")
            for child in element:
                self.copy(child)
                self._text(child.tail or "")
        # A paragraph may have ended already; whatever raw HTML opened in it or after it ends here.
        while len(self._open) > depth:
            self._end()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = {}
        for name, value in attrs:
            key = name if MARK.fullmatch(name) else unmarked(name)
            attributes[key] = (value or "").replace(AMPERSAND, "&")
        if tag in _ENDS_PARAGRAPH:
            self._end_open(("p",), _BLOCKS)
        if tag in _ENDS:
            self._end_open(*_ENDS[tag])
        self._start(tag, attributes, raw=True)
        if tag in _VOID:
            self._open.pop()

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        for opened, raw, _ in reversed(self._open):
            if not raw:
                break
            if opened.tag == tag:
                self._end_until(opened)
                return
        # A paragraph's end tag may come after what ended it.
        if tag != "p":
            self._lost(STRAY, {NAME: tag})

    def handle_data(self, data: str) -> None:
        typed = data.replace(AMPERSAND, "&")
        at = 0
        for call in _CALLS.finditer(typed):
            self._append(typed[at : call.start()])
            at = call.end()
            if call[0].startswith("{"):
                self._open[-1][0].append(whole(CITE, call[0]))
            else:
                self._open[-1][0].append(whole(NOTE_REF, call[3]))
        self._append(typed[at:])

    def parse_html_declaration(self, i: int) -> int:
        # As browsers do; the parent ends the run at a marked section that it does not know.
        if not self.rawdata.startswith("<![", i):
            return super().parse_html_declaration(i)
        end = self.rawdata.find(">", i)
        if end < 0:
            self.handle_data(self.rawdata[i])
            return i + 1
        self.unknown_decl(self.rawdata[i + 3 : end])
        return end + 1

    def handle_comment(self, data: str) -> None:
        self._lost(COMMENT).text = data

    def handle_decl(self, decl: str) -> None:
        self._lost(OTHER).text = decl

    def handle_pi(self, data: str) -> None:
        self._lost(OTHER).text = data

    def unknown_decl(self, data: str) -> None:
        self._lost(OTHER).text = data

    def _typed(self, placeholder: re.Match[str]) -> str:
        return self._raws[int(placeholder[1])]

    def _text(self, text: str) -> None:
        for index, piece in enumerate(HTML_PLACEHOLDER_RE.split(text)):
            if index % 2 == 0:
                self._append(piece)
            else:
                self.reset()
                # Entities are read with the text: the parser must not know them.
                self.feed(self._raws[int(piece)].replace("&", AMPERSAND))
                self.close()

    def _append(self, text: str) -> None:
        # Between raw tags for code there is text with entities, unlike in code that is typed as such.
        if any(raw and opened.tag in CODE for opened, raw, _ in self._open):
            text = text.replace(AMPERSAND, "&")
        self._line = max(marks(text), default=self._line)
        here = self._open[-1][0]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + text
        else:
            here.text = (here.text or "") + text

    def _start(self, tag: str, attributes: dict[str, str], *, raw: bool) -> ET.Element:
        new = self._leaf(tag, attributes)
        self._open.append((new, raw, self._line))
        return new

    def _lost(self, tag: str, attributes: dict[str, str] | None = None) -> ET.Element:
        return self._leaf(tag, {AT: str(self._line), **(attributes or {})})

    def _leaf(self, tag: str, attributes: dict[str, str] | None = None) -> ET.Element:
        new = ET.Element(tag, attributes or {})
        if self._open:
            self._open[-1][0].append(new)
        else:
            self.top = new
        return new

    def _end(self, *, closed: bool = False) -> None:
        element, raw, above = self._open[-1]
        if raw and not closed and element.tag not in _MAY_STAY_OPEN:
            self._lost(UNCLOSED, {NAME: element.tag, AT: str(first_line(element) or above)})
        self._open.pop()

    def _end_until(self, element: ET.Element) -> None:
        while self._open[-1][0] is not element:
            self._end()
        self._end(closed=True)

    def _end_open(self, tags: Container[str], boundary: Container[str]) -> None:
        outermost = None
        for opened, raw, _ in reversed(self._open):
            if opened.tag in tags and (raw or opened.tag == "p"):
                outermost = opened
            elif opened.tag in boundary:
                break
        if outermost is not None:
            self._end_until(outermost)
