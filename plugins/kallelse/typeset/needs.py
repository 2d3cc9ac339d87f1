"""How much room blocks need in a column or a cell, before they are set: least and most width, and about how high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from kallelse.locale.packet import held_together
from kallelse.model.fold import plain, walk
from kallelse.model.paper import POINTS
from kallelse.model.settings import Language
from kallelse.model.text import (
    Block,
    BulletList,
    CodeBlock,
    DefinitionList,
    Figure,
    FinanceBlock,
    Heading,
    Image,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Recorded,
    Rule,
    Table,
    Text,
)
from kallelse.typeset import literal
from kallelse.typeset.metrics import Face

_PAD = 4 * POINTS
_LIST_INDENT = 17.0
_PICTURE = 30 * POINTS
# The height of what cannot be told without setting it: that of a page.
_UNKNOWN = 700.0

BLOCK_PAD = 5.0
"""What a block is reckoned to take beside its lines, in points."""


def block_needs(content: Sequence[Block], size: float, face: Face, language: Language) -> tuple[float, float]:
    """The least and the most width of a cell's blocks, in points."""
    least = most = 0.0
    for node in content:
        match node:
            case Heading() | Para() | Plain():
                said, pictures = _said(node)
                text = literal.breakable(held_together(said, language))
                found = (
                    max(face.longest(text, size), 30.0 if pictures else 0.0),
                    face.width(text, size) + 30 * pictures,
                )
            case BulletList() | OrderedList():
                found = _nested([block_needs(item, size, face, language) for item in node.items], _LIST_INDENT)
            case DefinitionList():
                terms = [block_needs((Plain(item.term),), size, face, language) for item in node.items]
                meanings = [
                    block_needs(meaning, size, face, language) for item in node.items for meaning in item.meanings
                ]
                found = _nested([*terms, *meanings], _LIST_INDENT)
            case Quote():
                found = _nested([block_needs(node.content, size, face, language)], 5 * POINTS)
            case Recorded():
                found = block_needs(node.told, size, face, language)
            case CodeBlock():
                pieces = literal.breakable(node.value, 60).split()
                broad = max((len(line) for line in node.value.splitlines()), default=0) * 5.5 + 20
                found = (max((len(piece) for piece in pieces), default=0) * 5.5 + 20, broad)
            case Figure() | Process():
                found = (_PICTURE, 3 * _PICTURE)
            case Table():
                inner = [
                    block_needs(cell.content, size, face, language)
                    for row in (*node.head, *node.body)
                    for cell in row.cells
                ]
                across = max((len(row.cells) for row in (*node.head, *node.body)), default=0)
                narrow, broad = _nested(inner, _PAD)
                found = (narrow * across, broad * across)
            case FinanceBlock():
                found = (40.0 * len(node.table.columns), 60.0 * len(node.table.columns))
            case Rule():
                found = (0.0, 0.0)
            case never:
                assert_never(never)
        least, most = max(least, found[0]), max(most, found[1])
    return least, most


def _said(node: Heading | Para | Plain) -> tuple[str, int]:
    """The words of a node, and how many pictures stand among them; most cells are one run of words."""
    content = node.content
    if len(content) == 1 and isinstance(content[0], Text):
        return content[0].value, 0
    return plain((node,)), sum(isinstance(part, Image) for part in walk(content))


def one_run(content: Sequence[Block]) -> str | None:
    """The words of a cell that is one run of them; None where it is more."""
    if len(content) == 1 and isinstance(node := content[0], Heading | Para | Plain):
        return _said(node)[0]
    return None


def _nested(found: list[tuple[float, float]], indent: float) -> tuple[float, float]:
    least = max((narrow for narrow, _ in found), default=0.0)
    most = max((broad for _, broad in found), default=0.0)
    return least + indent, most + indent


def content_height(content: Sequence[Block], size: float, pitch: float, room: float, face: Face) -> float:
    """About how high `content` becomes in `room` points, with lines `pitch` points apart."""
    height = 0.0
    for node in content:
        match node:
            case Heading() | Para() | Plain():
                height += face.lines(_said(node)[0], size, room) * pitch
            case BulletList() | OrderedList():
                height += sum(content_height(item, size, pitch, room - _LIST_INDENT, face) + 4 for item in node.items)
            case DefinitionList() | Quote():
                inner = max(room - _LIST_INDENT, 20.0)
                height += face.lines(plain((node,)), size, inner) * pitch * 1.3 + 12
            case CodeBlock():
                height += (node.value.count("\n") + 1) * pitch * 1.5
            case Table() | FinanceBlock() | Figure() | Process():
                height += _UNKNOWN
            case Rule():
                height += 2 * pitch
            case Recorded():
                height += content_height(node.told, size, pitch, room, face)
            case never:
                assert_never(never)
        height += BLOCK_PAD
    return height
