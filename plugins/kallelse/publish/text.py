"""The text tree turned into HTML, everything escaped, with headings that never skip a level on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import assert_never

from kallelse.locale.packet import held_together
from kallelse.locale.site import Words
from kallelse.model import fold
from kallelse.model.address import csv_address, file_target, is_outside, relative, resolve
from kallelse.model.finance import FinanceTable
from kallelse.model.section import Section
from kallelse.model.settings import Language
from kallelse.model.text import (
    Block,
    Body,
    Break,
    BulletList,
    Cite,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
    Figure,
    FinanceBlock,
    Heading,
    Image,
    Inline,
    Link,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Recorded,
    Rule,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)
from kallelse.model.vote import RecordNoun
from kallelse.publish.finance import finance_html
from kallelse.publish.pagemarks import NO_MARKS, PageMarks
from kallelse.publish.process import process_html
from kallelse.publish.table import table_html


def told(noun: RecordNoun) -> str:  # noqa: ARG001
    """Nothing: what the record holds is written as the blocks that tell it."""
    return ""


class Writer:
    """Writes one body onto one page; it hands out the ids of notes and tables, so each page has its own.

    `path` is the source file, `base` the page, `addresses` the pages of source files, `csv` whether
    the body's finance tables have files beside the page. Own ids have an underscore, which no anchor of a heading has.
    `tables` counts those that the page has, from what it had before. `recorded` gives the HTML of what the record holds
    in a form of its own; nothing where the blocks that tell it are to be written. `marks` say where pages begin.
    """

    def __init__(
        self,
        body: Body,
        path: str,
        base: str,
        addresses: Mapping[str, str],
        words: Words,
        numbered: bool = False,
        csv: bool = False,
        tables: int = 0,
        recorded: Callable[[RecordNoun], str] = told,
        marks: PageMarks = NO_MARKS,
    ) -> None:
        self._body = body
        self._path = path
        self._base = base
        self._addresses = addresses
        self._words = words
        self._notes = fold.note_numbers(body)
        self._numbers = fold.heading_numbers(body) if numbered else {}
        self._called: dict[str, int] = {}
        self.tables = tables
        self._recorded = recorded
        self._marks = marks
        self._csv = csv
        self._above: list[tuple[int, int]] = [(0, 1)]

    @property
    def language(self) -> Language:
        """The language of what it writes."""
        return self._words.language

    def section(self, section: Section, level: int) -> str:
        """A section with its heading at `level`, headings within it below that."""
        begin = self._marks.before(section.blocks[0]) if section.blocks else ""
        return begin + self.heading(section, level) + self.blocks(section.blocks, level)

    def heading(self, section: Section, level: int) -> str:
        """The heading of a section at `level`."""
        return self._head(level, section.anchor, section.heading)

    def blocks(self, blocks: Iterable[Block], level: int) -> str:
        """`blocks`, their headings below `level`."""
        self._above = [(0, level)]
        if self._marks is NO_MARKS:
            return self._blocks(blocks)
        return "".join(self._marks.before(each) + self._marks.placed(each, self._block(each)) for each in blocks)

    def inlines(self, content: Iterable[Inline]) -> str:
        """`content` as HTML."""
        return "".join(self._inline(inline) for inline in content)

    def notes(self, level: int) -> str:
        """The footnotes of the body under a heading at `level`; nothing where it has none."""
        if not self._body.notes:
            return ""
        items = []
        for number, note in enumerate(self._body.notes, start=1):
            content = self._blocks(note.content)
            back = ""
            if self._called.get(note.key):
                told = escape(self._words.to_text.format(number=number))
                back = f'<a class="k-back" href="#k_ref{number}">{told}</a>'
            items.append(f'<li id="k_note{number}">{content}{back}</li>')
        heading = escape(self._words.notes)
        return (
            f'<section class="k-notes" aria-labelledby="k_notes"><h{level} id="k_notes">{heading}</h{level}>'
            f"<ol>{''.join(items)}</ol></section>"
        )

    def contents(self) -> tuple[tuple[int, str, str, str], ...]:
        """The table of contents, two levels deep: level, number (or nothing), words and anchor."""
        found = []
        for heading in fold.headings(self._body):
            if heading.level <= 3:
                number = self._numbers.get(heading.anchor, "")
                found.append((max(1, heading.level - 1), number, fold.plain(heading.content), heading.anchor))
        return tuple(found)

    def _head(self, level: int, anchor: str, content: tuple[Inline, ...]) -> str:
        number = self._numbers.get(anchor, "")
        shown = f'<span class="k-num">{number}</span> ' if number else ""
        own = f' id="{escape(anchor)}"' if anchor else ""
        return f"<h{level}{own}>{shown}{self.inlines(content)}</h{level}>"

    def _level(self, typed: int) -> int:
        while len(self._above) > 1 and self._above[-1][0] >= typed:
            self._above.pop()
        level = min(6, self._above[-1][1] + 1)
        self._above.append((typed, level))
        return level

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._head(self._level(block.level), block.anchor, block.content)
            case Para():
                return f"<p>{self.inlines(block.content)}</p>"
            case Plain():
                return self.inlines(block.content)
            case BulletList():
                return f"<ul>{self._items(block.items)}</ul>"
            case OrderedList():
                start = f' start="{block.start}"' if block.start != 1 else ""
                return f"<ol{start}>{self._items(block.items)}</ol>"
            case DefinitionList():
                pairs = (
                    f"<dt>{self.inlines(item.term)}</dt>"
                    + "".join(f"<dd>{self._blocks(meaning)}</dd>" for meaning in item.meanings)
                    for item in block.items
                )
                return f"<dl>{''.join(pairs)}</dl>"
            case Table():
                self.tables += 1
                return table_html(block, self.tables, self._words, self._blocks, self.inlines)
            case Quote():
                return f"<blockquote>{self._blocks(block.content)}</blockquote>"
            case CodeBlock():
                return f"<pre><code>{escape(block.value)}</code></pre>"
            case Figure():
                caption = f"<figcaption>{self.inlines(block.caption)}</figcaption>" if block.caption else ""
                return f'<figure class="k-image">{self._image(block.image)}{caption}</figure>'
            case Process():
                return process_html(block)
            case Rule():
                return "<hr>"
            case FinanceBlock():
                self.tables += 1
                return finance_html(block.table, self.tables, self._words, self._file_of(block.table))
            case Recorded():
                return self._recorded(block.noun) or self._blocks(block.told)
            case never:
                assert_never(never)

    def _file_of(self, table: FinanceTable) -> str:
        """The link to the file of a table, counted as it stands in the document, whatever the page shows first."""
        if not self._csv:
            return ""
        number = fold.finance_tables(self._body).index(table) + 1
        return relative(csv_address(self._base, number), self._base)

    def _items(self, items: tuple[tuple[Block, ...], ...]) -> str:
        return "".join(f"<li>{self._blocks(item)}</li>" for item in items)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return escape(held_together(inline.value, self._words.language), quote=False)
            case Emph():
                return f"<em>{self.inlines(inline.content)}</em>"
            case Strong():
                return f"<strong>{self.inlines(inline.content)}</strong>"
            case Strike():
                return f"<s>{self.inlines(inline.content)}</s>"
            case Sup():
                return f"<sup>{self.inlines(inline.content)}</sup>"
            case Sub():
                return f"<sub>{self.inlines(inline.content)}</sub>"
            case Code():
                return f"<code>{escape(inline.value, quote=False)}</code>"
            case Link():
                href = self._href(inline.target)
                shown = self.inlines(inline.content)
                return f'<a href="{escape(href)}">{shown}</a>' if href else shown
            case Break():
                return "<br>"
            case Image():
                return self._image(inline)
            case NoteRef():
                return self._note(inline)
            case Cite():
                return f'<span class="k-figure-cited">{escape(inline.printed, quote=False)}</span>'
            case never:
                assert_never(never)

    def _note(self, call: NoteRef) -> str:
        number = self._notes.get(call.key)
        if number is None:
            return ""
        count = self._called[call.key] = self._called.get(call.key, 0) + 1
        own = f' id="k_ref{number}"' if count == 1 else ""
        told = escape(self._words.note.format(number=number))
        return f'<sup class="k-ref"><a{own} href="#k_note{number}" aria-label="{told}">{number}</a></sup>'

    def _image(self, image: Image) -> str:
        file = file_target(image.source, self._path)
        if not file:
            return escape(image.alt)
        return f'<img src="{escape(relative(file, self._base))}" alt="{escape(image.alt)}" decoding="async">'

    def _href(self, target: str) -> str:
        if is_outside(target):
            return target
        if not target or target.startswith("/"):
            return ""
        path, fragment = resolve(target, self._path)
        tail = f"#{fragment}" if fragment else ""
        if path == self._path and fragment:
            return relative(f"#{fragment}", "")
        address = self._addresses.get(path) or file_target(target, self._path)
        return relative(address + tail, self._base) if address else ""
