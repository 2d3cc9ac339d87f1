"""The tree of one text turned into findings for whatever cannot be set, would mislead a reader, or leads nowhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kallelse.check.letters import Line, cell_lines, check_letters, code_lines, process_lines, table_lines
from kallelse.check.targets import Surroundings, check_image, check_link
from kallelse.fonts.letters import letter_findings
from kallelse.locale.figures import SPACE
from kallelse.model import fold
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding, Place
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
    Row,
    Rule,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)

# Long before the twenty quotes or forty lists that cannot be set, nobody can read them.
DEEPEST = 7
# A head comes again on each page: of some forty lines, what it takes must leave room for rows.
_LONGEST_HEAD, _LETTERS_ACROSS, _NARROWEST = 25, 95, 8
_HEADING_IN = {"list": "heading-in-list", "cell": "heading-in-cell", "note": "heading-in-note"}
_BLOCK_IN = {"cell": "block-in-cell", "note": "block-in-note"}


@dataclass(frozen=True, slots=True)
class _Around:
    """What a block stands in: `place` is `body`, `list`, `cell` or `note`, `depth` counts quotes and lists."""

    place: str = "body"
    depth: int = 0


def check_body(around: Surroundings, body: Body, heading: tuple[Inline, ...]) -> tuple[Finding, ...]:
    """Findings about a text among its surroundings, with its own title `heading`, each with its line."""
    checker = _Checker(around)
    outermost = _Around()
    if heading:
        checker.heading(Heading(1, heading, "", fold.line_of(Plain(heading))), outermost)
    checker.blocks(body.blocks, outermost)
    for note in body.notes:
        if not _says(note.content):
            checker.tell("note-empty", note.line, key=note.key)
        checker.blocks(note.content, replace(outermost, place="note"))
    return (*checker.findings, *check_letters(around.path, checker.lines))


class _Checker:
    """Walks a text once and gathers what is wrong in `findings`, and what is printed of its own file in `lines`."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.findings: list[Finding] = []
        self.lines: list[Line] = []
        self._surroundings = surroundings
        # The level of the heading met last; the title of the document stands above its text.
        self._level = 1

    def tell(self, code: str, line: int, /, **words: str) -> None:
        """Notes a finding at `line`."""
        self.findings.append(Finding(code, Place(self._surroundings.path, line), words))

    def blocks(self, blocks: Iterable[Block], around: _Around) -> None:
        """Looks at `blocks`, which stand in `around`."""
        for block in blocks:
            self._block(block, block.line or fold.line_of(block), around)

    def heading(self, heading: Heading, around: _Around) -> None:
        """Looks at a heading: it says something, stands where headings may, and skips no level."""
        words = fold.plain(heading.content)
        if not words:
            self.tell("heading-empty", heading.line)
        if around.place in _HEADING_IN:
            self.tell(_HEADING_IN[around.place], heading.line, text=words)
        elif heading.level > self._level + 1:
            told = {"text": words, "level": str(heading.level), "above": str(self._level)}
            self.tell("heading-skipped", heading.line, **told)
        for node in fold.walk(heading.content):
            if isinstance(node, NoteRef):
                self.tell("note-in-heading", node.line or heading.line, text=words)
            elif isinstance(node, Image):
                self.tell("image-in-heading", node.line or heading.line, text=words)
        self._level = heading.level
        self._inlines(heading.content, heading.line, around)

    def _block(self, block: Block, line: int, around: _Around) -> None:
        match block:
            case Heading():
                self.heading(block, around)
            case Para() | Plain():
                self._inlines(block.content, line, around)
            case BulletList() | OrderedList():
                self._items(block, line, self._within("list", line, around))
            case DefinitionList():
                self._definitions(block, line, self._within("list", line, around))
            case Table():
                self._refuse(line, around)
                self._table(block, line, around)
            case Quote():
                if not _says(block.content):
                    self.tell("quote-empty", line)
                self.blocks(block.content, self._within(around.place, line, around))
            case CodeBlock():
                self.lines.extend(code_lines(block))
                if not block.value.strip():
                    self.tell("code-empty", line)
            case Figure():
                self._refuse(line, around)
                self._image(block.image, line)
                self._inlines(block.caption, line, around)
            case Process():
                self.lines.extend(process_lines(block))
                self._refuse(line, around)
            case Rule():
                self._refuse(line, around)
            case FinanceBlock():
                self._refuse(line, around)
                self._finance_table(block.table, line)
            case Recorded():
                self._refuse(line, around)
                self.blocks(block.told, around)
            case never:
                assert_never(never)

    def _within(self, place: str, line: int, around: _Around) -> _Around:
        if around.depth == DEEPEST:
            self.tell("nesting-deep", line, most=str(DEEPEST))
        place = around.place if around.place in _BLOCK_IN else place
        return _Around(place, around.depth + 1)

    def _refuse(self, line: int, around: _Around) -> None:
        if around.place in _BLOCK_IN:
            self.tell(_BLOCK_IN[around.place], line)

    def _items(self, block: BulletList | OrderedList, line: int, inner: _Around) -> None:
        if not block.items:
            self.tell("list-empty", line)
        for item in block.items:
            if not _says(item):
                self.tell("item-empty", next(map(fold.line_of, item), 0) or line)
            self.blocks(item, inner)

    def _definitions(self, block: DefinitionList, line: int, inner: _Around) -> None:
        for item in block.items:
            at = fold.line_of(Plain(item.term)) or line
            if not fold.plain(item.term):
                self.tell("term-empty", at)
            if not item.meanings or not all(_says(meaning) for meaning in item.meanings):
                self.tell("meaning-empty", at, text=fold.plain(item.term))
            self._inlines(item.term, at, inner)
            for meaning in item.meanings:
                self.blocks(meaning, inner)

    def _table(self, table: Table, line: int, around: _Around) -> None:
        if not table.head:
            self.tell("table-headless", line)
        if not table.body:
            self.tell("table-empty", line)
        if _head_lines(table) > _LONGEST_HEAD:
            self.tell("table-head-long", line)
        inner = _Around("cell", around.depth)
        for row in table.head:
            self._repeated(row, line, all_cells=True)
            self._cells(row, line, inner)
        for row in table.body:
            if not any(_says(cell.content) for cell in row.cells):
                self.tell("row-empty", row.line or line)
            self._repeated(row, line, all_cells=False)
            self._cells(row, line, inner)
        self._inlines(table.caption, line, around)
        self._inlines(table.note, line, around)

    def _cells(self, row: Row, line: int, inner: _Around) -> None:
        for cell in row.cells:
            for block in cell.content:
                self._block(block, block.line or fold.line_of(block) or cell.line or row.line or line, inner)

    def _repeated(self, row: Row, line: int, *, all_cells: bool) -> None:
        """A head and the label of a row group come again on a next page: a note or link would be there twice."""
        for cell in row.cells:
            if all_cells or (cell.heading and cell.rowspan > 1):
                for node in fold.walk(cell.content):
                    at = cell.line or row.line or line
                    if isinstance(node, NoteRef):
                        self.tell("note-in-head", node.line or at, text=fold.plain(cell.content))
                    elif isinstance(node, Link):
                        self.tell("link-in-head", node.line or at, text=fold.plain(cell.content))

    def _finance_table(self, table: FinanceTable, line: int) -> None:
        self.lines.extend(table_lines(table))
        self.findings.extend(check_letters(table.grid_path or self._surroundings.path, tuple(cell_lines(table))))
        across = max(_NARROWEST, _LETTERS_ACROSS // max(1, len(table.columns)))
        lines = sum(
            max((_wrapped(cell.text, across * cell.colspan) for cell in level), default=0) for level in table.head
        )
        if lines > _LONGEST_HEAD:
            self.tell("table-head-long", line)

    def _inlines(self, content: Iterable[Inline], line: int, around: _Around) -> None:
        for inline, after in itertools.zip_longest(whole := list(content), whole[1:]):
            match inline:
                case Text():
                    self.lines.append((inline.line, inline.value))
                    line = inline.line or line
                case Code():
                    self.lines.append((inline.line, inline.value))
                case Break():
                    pass
                case Emph() | Strong() | Strike() | Sup() | Sub():
                    self._inlines(inline.content, line, around)
                case Link():
                    self._link(inline, inline.line or line)
                    self._inlines(inline.content, inline.line or line, around)
                case Image():
                    self._image(inline, inline.line or line)
                case NoteRef():
                    if around.place == "note":
                        self.tell("note-in-note", inline.line or line, key=inline.key)
                case Cite():
                    self.lines.append((inline.line, inline.printed))
                    unit = inline.printed.rpartition(SPACE)[2] if SPACE in inline.printed else ""
                    if unit and not unit[-1].isdecimal() and isinstance(after, Text) and _begins(after.value, unit):
                        self.tell("cite-unit-twice", inline.line or line, printed=inline.printed, unit=unit)
                    if not inline.printed:
                        typed = f"{{{inline.table}: {', '.join(inline.labels)}}}"
                        self.tell("cite-unresolved", inline.line or line, citation=typed)
                case never:
                    assert_never(never)

    def _link(self, link: Link, line: int) -> None:
        if not fold.plain(link.content):
            self.tell("link-empty", line, target=link.target)
        self.findings.extend(check_link(link, self._surroundings, line))

    def _image(self, image: Image, line: int) -> None:
        self.findings.extend(check_image(image, self._surroundings, line))
        place = Place(self._surroundings.path, line)
        self.findings.extend(letter_findings(place, image.alt, printed=False))


def _begins(text: str, word: str) -> bool:
    """Whether the first word of `text` is that word."""
    return re.match(rf"\s*{re.escape(word)}(?!\w)", text) is not None


def _says(blocks: Iterable[Block]) -> bool:
    """Whether a reader finds anything in `blocks`."""
    return any(map(_says_itself, fold.walk(blocks)))


def _says_itself(node: fold.Node) -> bool:
    """Whether a reader finds anything in `node` but what stands in it."""
    match node:
        case Text() | Code() | CodeBlock():
            return bool(node.value.strip())
        case Cite():
            return bool(node.printed.strip())
        case Image() | Process() | FinanceBlock() | NoteRef():
            return True
        case Break() | Rule() | Emph() | Strong() | Strike() | Sup() | Sub() | Link():
            return False
        case Heading() | Para() | Plain() | Quote() | BulletList() | OrderedList():
            return False
        case DefinitionList() | Table() | Figure() | Recorded():
            return False
        case never:
            assert_never(never)


def _head_lines(table: Table) -> int:
    """How many lines the head takes in columns of equal width, at a guess."""
    columns = max(1, len(table.align))
    across = max(_NARROWEST, _LETTERS_ACROSS // columns)
    return sum(
        max((_wrapped(fold.plain(cell.content), across * cell.colspan) for cell in row.cells), default=0)
        for row in table.head
    )


def _wrapped(text: str, across: int) -> int:
    return -(-len(text) // across)
