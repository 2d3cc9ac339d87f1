"""Walks of the text tree that several need: what stands in it, and what it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, assert_never

from kallelse.model.finance import FinanceRow, FinanceRowKind, FinanceTable
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

Node: TypeAlias = Block | Inline
Kind = TypeVar("Kind", bound=Node)
_RUNNING = (Heading, Para, Plain)

# The one sign that every shipped face has; nesting shows by the indent.
BULLET = "•"


def ordered_marker(number: int) -> str:
    """What stands before an item of an ordered list: `3.`."""
    return f"{number}."


def children(node: Node) -> tuple[Node, ...]:
    """What stands directly in `node`, in the order of reading; a caption, note or term comes as a Plain."""
    # What there is most of comes first: a whole archive is walked several times.
    match node:
        case Plain() | Para() | Heading() | Quote():
            return node.content
        case Text() | Code() | Break() | Image() | NoteRef() | Cite():
            return ()
        case Emph() | Strong() | Strike() | Sup() | Sub() | Link():
            return node.content
        case CodeBlock() | Process() | Rule() | FinanceBlock():
            return ()
        case Recorded():
            return node.told
        case BulletList() | OrderedList():
            return tuple(block for item in node.items for block in item)
        case DefinitionList():
            return tuple(
                part
                for item in node.items
                for part in (Plain(item.term, node.line), *(block for meaning in item.meanings for block in meaning))
            )
        case Table():
            cells = tuple(block for row in (*node.head, *node.body) for cell in row.cells for block in cell.content)
            return (*_aside(node.caption, node.line), *cells, *_aside(node.note, node.line))
        case Figure():
            return (node.image, *_aside(node.caption, node.line))
        case never:
            assert_never(never)


def _aside(content: tuple[Inline, ...], line: int) -> tuple[Plain, ...]:
    return (Plain(content, line),) if content else ()


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Each of `nodes`, then what stands in it, at any depth, in the order of reading."""
    stack = [*nodes][::-1]
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, Text):
            inside = node.content if isinstance(node, _RUNNING) else children(node)
            stack.extend(inside[::-1])


def walk_body(body: Body) -> Iterator[Node]:
    """Everything in `body`: its blocks, then its footnotes."""
    yield from walk(body.blocks)
    for note in body.notes:
        yield from walk(note.content)


def of_kind(body: Body, kind: type[Kind]) -> tuple[Kind, ...]:
    """All nodes of one kind in `body`: `of_kind(body, Link)`."""
    return tuple(node for node in walk_body(body) if isinstance(node, kind))


def _blocks(body: Body) -> Iterator[Node]:
    """The blocks in `body` at any depth, without what stands in running text."""
    stack: list[Node] = [*body.blocks, *(block for note in body.notes for block in note.content)]
    stack.reverse()
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, _RUNNING):
            stack.extend(children(node)[::-1])


def headings(body: Body) -> tuple[Heading, ...]:
    """The headings that make up a table of contents: those that stand in no other block."""
    return tuple(block for block in body.blocks if isinstance(block, Heading))


def anchors(body: Body) -> tuple[str, ...]:
    """The addresses within the page that `body` offers, in order."""
    return tuple(block.anchor for block in _blocks(body) if isinstance(block, Heading))


def finance_tables(body: Body) -> tuple[FinanceTable, ...]:
    """All finance tables of `body`, in order."""
    return tuple(block.table for block in _blocks(body) if isinstance(block, FinanceBlock))


def line_of(node: Node) -> int:
    """The source line where `node` begins; 0 where nothing in it has one."""
    for part in walk((node,)):
        if not isinstance(part, Emph | Strong | Strike | Sup | Sub | Break) and part.line:
            return part.line
    return 0


def heading_numbers(body: Body) -> Mapping[str, str]:
    """The number of each heading in `headings`, by anchor: `1` for the second level, `1.2` below it.

    A heading of the first level, which names the whole document, has none.
    """
    counts: list[int] = []
    numbers: dict[str, str] = {}
    for heading in headings(body):
        depth = heading.level - 1
        if depth < 1:
            counts = []
            continue
        counts = counts[:depth] + [0] * (depth - len(counts))
        counts[-1] += 1
        numbers[heading.anchor] = ".".join(str(count) for count in counts)
    return numbers


def note_numbers(body: Body) -> Mapping[str, int]:
    """The number of each footnote by its key, from 1 in the order of first call."""
    return {note.key: number for number, note in enumerate(body.notes, start=1)}


def columns_of(rows: Iterable[Row]) -> tuple[tuple[int, ...], ...]:
    """The column, from 0, in which each cell of `rows` begins, past the cells that reach down from rows above."""
    taken: dict[int, int] = {}
    placed: list[tuple[int, ...]] = []
    for row in rows:
        column = 0
        starts: list[int] = []
        below = {place: left - 1 for place, left in taken.items() if left > 1}
        for cell in row.cells:
            while taken.get(column, 0):
                column += 1
            starts.append(column)
            if cell.rowspan > 1:
                below.update({column + step: cell.rowspan - 1 for step in range(cell.colspan)})
            column += cell.colspan
        taken = below
        placed.append(tuple(starts))
    return tuple(placed)


# What is printed


@dataclass(frozen=True, slots=True)
class Printed:
    """What one block puts on paper, in the order of reading, list markers and numbers included.

    `words` is its own text; `notes` that of the footnotes first called in it, each after its number; `repeats` are the
    heads and row group labels that may come again on a following page. Template words are not among them.
    """

    words: str
    notes: str = ""
    repeats: tuple[str, ...] = ()


def printed(body: Body, numbered_headings: bool = False) -> tuple[Printed, ...]:
    """What each top-level block of `body` prints."""
    notes = note_numbers(body)
    numbers = heading_numbers(body) if numbered_headings else {}
    contents = {note.key: note.content for note in body.notes}
    told: set[str] = set()

    def first_calls(nodes: Iterable[Node]) -> Iterator[str]:
        for node in walk(nodes):
            if isinstance(node, NoteRef) and node.key in contents and node.key not in told:
                told.add(node.key)
                yield node.key
                yield from first_calls(contents[node.key])

    found = []
    for block in body.blocks:
        number = numbers.get(block.anchor, "") if isinstance(block, Heading) else ""
        asides = (f"{notes[key]} {_said(contents[key], notes)}" for key in first_calls((block,)))
        found.append(
            Printed(
                f"{number} {_said((block,), notes)}".strip(),
                " ".join(asides),
                tuple(_repeats(block, notes)),
            )
        )
    return tuple(found)


def plain(nodes: Iterable[Node]) -> str:
    """`nodes` as running words, with blanks folded: no markers, no note numbers, a picture's alt text in its stead."""
    pieces: list[str] = []
    for node in walk(nodes):
        match node:
            case Text() | Code():
                pieces.append(node.value)
            case Cite():
                pieces.append(node.printed)
            case Image():
                pieces.append(f" {node.alt} ")
            case NoteRef() | Emph() | Strong() | Strike() | Sup() | Sub() | Link():
                pass
            case Break() | Rule() | Heading() | Para() | Plain() | Quote() | BulletList() | OrderedList():
                pieces.append(" ")
            case DefinitionList() | Table() | Figure() | Recorded():
                pieces.append(" ")
            case CodeBlock() | Process() | FinanceBlock():
                pieces.append(f" {_said((node,), {})} ")
            case never:
                assert_never(never)
    return " ".join("".join(pieces).split())


def finance_head(table: FinanceTable) -> str:
    """The printed headings of a finance table, line by line; without the label column where that is not printed."""
    shown = (cell.text for line in table.head for cell in line if table.labelled or cell.column or cell.colspan > 1)
    return " ".join(text for text in shown if text)


def _said(nodes: Iterable[Node], notes: Mapping[str, int]) -> str:
    return " ".join("".join(_pieces(nodes, notes)).split())


def _pieces(nodes: Iterable[Node], notes: Mapping[str, int]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text() | Code():
                yield node.value
            case Cite():
                yield node.printed
            case NoteRef():
                yield str(notes.get(node.key, ""))
            case Image():
                pass
            case Break() | Rule():
                yield " "
            case Emph() | Strong() | Strike() | Sup() | Sub() | Link():
                yield from _pieces(node.content, notes)
            case Heading() | Para() | Plain() | Quote() | DefinitionList() | Table() | Figure() | Recorded():
                yield " "
                yield from _pieces(children(node), notes)
                yield " "
            case BulletList():
                for item in node.items:
                    yield f" {BULLET} "
                    yield from _pieces(item, notes)
            case OrderedList():
                for number, item in enumerate(node.items, start=node.start):
                    yield f" {ordered_marker(number)} "
                    yield from _pieces(item, notes)
            case CodeBlock():
                yield f" {node.value} "
            case Process():
                yield " "
                yield " ".join(f"{step.title} {step.text}" for step in node.steps)
                yield f" {node.caption} "
            case FinanceBlock():
                yield f" {_finance_words(node.table)} "
            case never:
                assert_never(never)


def _finance_words(table: FinanceTable) -> str:
    rows = (_finance_row(table, row) for row in table.rows)
    return " ".join((table.caption, table.unit, finance_head(table), *rows, table.note))


def _finance_row(table: FinanceTable, row: FinanceRow) -> str:
    return " ".join(cell.printed for cell in row.cells[0 if table.labelled else 1 :])


def _repeats(block: Block, notes: Mapping[str, int]) -> Iterator[str]:
    for node in walk((block,)):
        if isinstance(node, FinanceBlock):
            yield finance_head(node.table)
            headings = (row for row in node.table.rows if row.kind is FinanceRowKind.HEADING)
            yield from (_finance_row(node.table, row) for row in headings)
        elif isinstance(node, Table):
            if node.head:
                yield _said((block for row in node.head for cell in row.cells for block in cell.content), notes)
            for row in node.body:
                yield from (_said(cell.content, notes) for cell in row.cells if cell.heading and cell.rowspan > 1)
