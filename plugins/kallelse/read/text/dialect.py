"""Marked source lines turned into Python-Markdown's element tree, by a fixed set of its rules and a few of our own."""

from __future__ import annotations

import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineRules
from markdown.util import AtomicString

from kallelse.read.text.lines import AMPERSAND, MARK, marks, number_of, unmarked

# Tags and attributes of our own have capitals, which none that is typed keeps.
CITE, NOTE, NOTE_REF, BREAK, CUT, TABLE_NOTE = "CITE", "NOTE", "NOTE-REF", "BREAK", "CUT", "TABLE-NOTE"
LINE, CELLS, INDEX, KEY = "LINE", "CELLS", "INDEX", "KEY"

CODE = ("code", "kbd", "samp", "tt")

CITATION = re.compile(r"(?<!\\)\{([\w-]+):\s*([^{}]*)\}")
# Only such a line begins a block of raw HTML; a text without one is better off not being searched for tags.
_MAY_BE_HTML = re.compile(r" {0,3}<[a-zA-Z/!?]")
# The signs that inline rules begin with; but for them, only a line break that is asked for is more than text.
_MAY_BE_INLINE = re.compile(r"[`\\\[<*_{~\x02]")
# Which of them each inline rule needs, by its name; one that is not here is always asked.
_SIGNS = {
    **dict.fromkeys(("note", "reference", "link", "image_link", "image_reference"), "["),
    **dict.fromkeys(("short_reference", "short_image_ref"), "["),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    "backtick": "`",
    "cite": "{",
    "escape": "\\",
    "linebreak": "\n",
    "strike": "~",
    "em_strong": "*_",
}
# Lines that begin with letters are a paragraph: whatever else there is begins, or goes on, with another sign.
_RUNNING = re.compile(r"[^\W\d_].*(?:\n[^\W\d_].*)*")
NOTE_CALL = re.compile(r"(?<!\\)\[\^([^\]\[]+)\]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """An element tree whose texts still hold marks and placeholders, with what the parser took out of it.

    `raws` are the pieces of raw HTML by placeholder number, `notes` the keys of footnotes in order of definition.
    `swallowed` are lines whose words went into definitions. The last three are keys and names with the line that
    defines a note again, a link again, or a link that nothing calls.
    """

    root: ET.Element
    raws: tuple[str, ...]
    notes: tuple[str, ...]
    swallowed: frozenset[int]
    notes_twice: tuple[tuple[str, int], ...]
    links_twice: tuple[tuple[str, int], ...]
    links_unused: tuple[tuple[str, int], ...]


class _References(dict[str, tuple[str, str]]):
    """Link definitions by name without marks, with what was called and what was defined again."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}
        self.twice: list[tuple[str, int]] = []
        self.used: set[str] = set()
        self.swallowed: set[int] = set()

    def __setitem__(self, name: str, target: tuple[str, str]) -> None:
        name, found = unmarked(name), list(marks(f"{name} {target[0]} {target[1]}"))
        self.swallowed.update(found)
        line = found[0] if found else 0
        if name in self:
            self.twice.append((name, line))
        else:
            self.lines[name] = line
        super().__setitem__(name, (unmarked(target[0]), target[1]))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(unmarked(name))

    def __getitem__(self, name: str) -> tuple[str, str]:
        name = unmarked(name)
        self.used.add(name)
        return super().__getitem__(name)

    def clear(self) -> None:
        super().clear()
        self.lines.clear()
        self.twice.clear()
        self.used.clear()
        self.swallowed.clear()


class _Notes(SimpleNamespace):
    """Footnotes by key, in order of definition: what `FootnoteBlockProcessor` needs to know of its extension.

    The second text of a note goes on from the first.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(parser=md.parser, texts={}, twice=[])

    def setFootnote(self, key: str, text: str) -> None:  # noqa: N802 (called by this name)
        key = unmarked(key)
        if key in self.texts:
            self.twice.append((key, next(marks(text), 0)))
            text = f"{self.texts[key]}\n\n{text}"
        self.texts[key] = text

    def clear(self) -> None:
        self.texts.clear()
        self.twice.clear()


class _RunningText(ParagraphProcessor):
    """Takes a paragraph of running text before the other rules are asked, each of which would search it."""

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002
        return _RUNNING.fullmatch(block) is not None


class _Tables(TableProcessor):
    """Pipe tables whose rows tell how many cells were typed, which the parent cuts or fills up to the head's."""

    def _build_row(self, row: str, parent: ET.Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]
        parent[-1].set(CELLS, str(len(self._split_row(row))))  # type: ignore[attr-defined]


class _Whole(InlineProcessor):
    """What the pattern finds, as one element that no other rule looks into."""

    def __init__(self, pattern: str, md: Markdown, build: Callable[[re.Match[str]], ET.Element]) -> None:
        super().__init__(pattern, md)
        self._build = build

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return self._build(m), m.start(0), m.end(0)


def whole(tag: str, text: str) -> ET.Element:
    """An element that holds `text` as typed."""
    element = ET.Element(tag)
    element.text = AtomicString(text)
    return element


def _struck(match: re.Match[str]) -> ET.Element:
    element = ET.Element("del")
    element.text = match[1]
    return element


def _mailed(match: re.Match[str]) -> ET.Element:
    element = whole("a", match[1].removeprefix("mailto:"))
    element.set("href", f"mailto:{element.text}")
    return element


def _settle(root: ET.Element) -> str:
    """Marks each text in which no inline rule can find anything, so that none is asked; all other texts."""
    left: list[str] = []
    for element in root.iter():
        text, tail = element.text, element.tail
        if text:
            if _MAY_BE_INLINE.search(text) or "  \n" in text:
                left.append(text)
            else:
                element.text = AtomicString(text)
        if tail:
            if _MAY_BE_INLINE.search(tail) or "  \n" in tail:
                left.append(tail)
            else:
                element.tail = AtomicString(tail)
    return "".join(left)


class Dialect:
    """The rules, built once; `parse` may be called again and again, one text after the other."""

    def __init__(self) -> None:
        md = Markdown(extensions=[DefListExtension(), SaneListExtension(), TableExtension()])
        table = {"use_align_attribute": True}
        md.parser.blockprocessors.register(_Tables(md.parser, table), "table", 75)
        md.parser.blockprocessors.register(_RunningText(md.parser), "running", 200)
        self._notes = _Notes(md)
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self._notes), "footnote", 17)  # type: ignore[arg-type]
        self._references = _References()
        md.references = self._references
        md.ESCAPED_CHARS = [*string.punctuation, AMPERSAND]
        rules = md.inlinePatterns
        rules.register(_Whole(CITATION.pattern, md, lambda m: whole(CITE, m[0])), "cite", 185)
        rules.register(_Whole(NOTE_CALL.pattern, md, lambda m: whole(NOTE_REF, m[1])), "note", 175)
        rules.register(_Whole(r"<([^<> !]+@[^@<> ]+)>", md, _mailed), "automail", 110)
        rules.register(SubstituteTagInlineProcessor(r"(?:  |\\)\n", BREAK), "linebreak", 100)
        rules.register(_Whole(r"~~(?!\s)(.+?)(?<!\s)~~", md, _struck), "strike", 65)
        # Entities are read with the text: as raw HTML each would be a piece of its own.
        rules.deregister("entity")
        self._inline = InlineRules(md)
        signs = {rules.get_index_for_name(name): signs for name, signs in _SIGNS.items() if name in rules}
        self._rules = [(signs.get(index, ""), rule) for index, rule in enumerate(rules)]
        # A registry makes a list of itself, sorted, for each block.
        md.parser.blockprocessors = list(md.parser.blockprocessors)  # type: ignore[assignment]
        md.treeprocessors.register(self._inline, "inline", 20)
        self._md = md

    def parse(self, lines: list[str], graft: Callable[[ET.Element], None]) -> Parsed:
        """The element tree of `lines`; `graft` may change it before inline rules are applied.

        Each footnote becomes an element NOTE at the end of the root.
        """
        md = self._md
        md.reset()
        self._notes.clear()
        # The blank line at the end is one that the parser's rules rely on.
        lines = [*(line if line.strip() else "" for line in lines), "", ""]
        if any(_MAY_BE_HTML.match(line) for line in lines):
            lines = md.preprocessors["html_block"].run(lines)
        root = md.parser.parseDocument(lines).getroot()
        assert root is not None
        self._parse_notes(root)
        graft(root)
        left = _settle(root)
        may_find = [rule for signs, rule in self._rules if not signs or any(sign in left for sign in signs)]
        self._inline.inlinePatterns = may_find  # type: ignore[assignment]
        self._inline.run(root)
        references = self._references
        unused = tuple((name, references.lines[name]) for name in references if name not in references.used)
        return Parsed(
            root,
            tuple(str(raw) for raw in md.htmlStash.rawHtmlBlocks),
            tuple(self._notes.texts),
            frozenset(references.swallowed),
            tuple(self._notes.twice),
            tuple(references.twice),
            unused,
        )

    def _parse_notes(self, root: ET.Element) -> None:
        """Puts each note at the end of `root`; the text of one may define others, and go on with those before it."""
        texts = self._notes.texts
        parsed: dict[str, tuple[ET.Element, int]] = {}
        while left := [key for key, text in texts.items() if len(text) > parsed.get(key, (root, 0))[1]]:
            for key in left:
                note, begun = parsed.get(key) or (ET.SubElement(root, NOTE, {KEY: key}), 0)
                text = texts[key]
                parsed[key] = note, len(text)
                self._md.parser.parseChunk(note, text[begun:])


@cache
def dialect() -> Dialect:
    """The one set of rules of this process."""
    return Dialect()


def strings(element: ET.Element) -> Iterator[str]:
    """All that is typed in `element`, in order, still with its marks and line ends."""
    stack: list[ET.Element | str] = [element]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            yield part
            continue
        for key, value in part.items():
            yield key if MARK.fullmatch(key) else value
        if part.tag == BREAK:
            yield "\n"
        yield part.text or ""
        for child in reversed(part):
            stack += (child.tail or "", child)


def first_line(element: ET.Element) -> int:
    """The line in which `element` begins; 0 where nothing in it tells."""
    if element.text and not element.attrib and (mark := MARK.search(element.text)):
        return max(1, number_of(mark[0]) - element.text.count("\n", 0, mark.start()))
    ends = 0
    for piece in strings(element):
        mark = MARK.search(piece)
        if mark:
            return max(1, number_of(mark[0]) - ends - piece.count("\n", 0, mark.start()))
        ends += piece.count("\n")
    return 0
