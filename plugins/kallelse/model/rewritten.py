"""A text tree turned into the same with its inlines replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, assert_never

from kallelse.model.text import (
    Block,
    Body,
    Break,
    BulletList,
    Cell,
    Cite,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emph,
    Figure,
    FinanceBlock,
    Heading,
    Image,
    Inline,
    Link,
    Note,
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

Change: TypeAlias = Callable[[Inline], Inline]


def rewrite(body: Body, change: Change) -> Body:
    """`body` with every inline replaced by `change` of it, the innermost first."""
    return Body(
        rewrite_blocks(body.blocks, change),
        tuple(Note(note.key, rewrite_blocks(note.content, change), note.line) for note in body.notes),
        body.unread,
        body.pictures,
        body.files,
    )


def rewrite_blocks(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """`blocks` with every inline replaced by `change` of it, the innermost first."""
    return tuple(_rewritten(block, change) for block in blocks)


def rewrite_inlines(content: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    """`content` with every inline replaced by `change` of it, the innermost first."""
    found: list[Inline] = []
    for inline in content:
        match inline:
            case Text() | Code() | Break() | Image() | NoteRef() | Cite():
                found.append(change(inline))
            case Emph() | Strong() | Strike() | Sup() | Sub() | Link():
                found.append(change(replace(inline, content=rewrite_inlines(inline.content, change))))
            case never:
                assert_never(never)
    return tuple(found)


def _rewritten(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Para() | Plain():
            return replace(block, content=rewrite_inlines(block.content, change))
        case BulletList() | OrderedList():
            return replace(block, items=tuple(rewrite_blocks(item, change) for item in block.items))
        case DefinitionList():
            return replace(block, items=tuple(_rewritten_definition(item, change) for item in block.items))
        case Table():
            return replace(
                block,
                head=tuple(_rewritten_row(row, change) for row in block.head),
                body=tuple(_rewritten_row(row, change) for row in block.body),
                caption=rewrite_inlines(block.caption, change),
                note=rewrite_inlines(block.note, change),
            )
        case Quote():
            return replace(block, content=rewrite_blocks(block.content, change))
        case Recorded():
            return replace(block, told=rewrite_blocks(block.told, change))
        case Figure():
            image = change(block.image)
            return replace(
                block,
                image=image if isinstance(image, Image) else block.image,
                caption=rewrite_inlines(block.caption, change),
            )
        case CodeBlock() | Process() | Rule() | FinanceBlock():
            return block
        case never:
            assert_never(never)


def _rewritten_definition(item: Definition, change: Change) -> Definition:
    meanings = tuple(rewrite_blocks(meaning, change) for meaning in item.meanings)
    return Definition(rewrite_inlines(item.term, change), meanings)


def _rewritten_row(row: Row, change: Change) -> Row:
    cells: tuple[Cell, ...] = tuple(replace(cell, content=rewrite_blocks(cell.content, change)) for cell in row.cells)
    return replace(row, cells=cells)
