"""The words of one text turned into findings for letters that no shipped face has or that nobody can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from kallelse.fonts.letters import letter_findings
from kallelse.model import fold
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding, Place
from kallelse.model.fold import Node
from kallelse.model.text import (
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
    Link,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Rule,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)


def check_letters(path: str, nodes: Iterable[Node]) -> Iterator[Finding]:
    """Findings about the letters of `nodes`, of each its own; `fold.walk` gives those that stand in them."""
    for node in nodes:
        for place, text in _texts(path, node):
            yield from letter_findings(place, text)


def _texts(path: str, node: Node) -> Iterator[tuple[Place, str]]:
    """The texts of a node itself, each with its place; those of what stands in it come by themselves."""
    match node:
        case Text() | Code():
            yield Place(path, node.line), node.value
        case Cite():
            yield Place(path, node.line), node.printed
        case CodeBlock():
            for line, typed in enumerate(node.value.split("\n"), start=node.line + 1):
                yield Place(path, line), typed
        case Process():
            yield Place(path, node.line), node.caption
            for step in node.steps:
                yield Place(path, step.line or node.line), f"{step.title} {step.text}"
        case FinanceBlock():
            yield from _finance(path, node.table)
        case Image() | NoteRef() | Break() | Rule():
            pass
        case Emph() | Strong() | Strike() | Sup() | Sub() | Link():
            pass
        case Heading() | Para() | Plain() | Quote() | Figure() | Table():
            pass
        case BulletList() | OrderedList() | DefinitionList():
            pass
        case never:
            assert_never(never)


def _finance(path: str, table: FinanceTable) -> Iterator[tuple[Place, str]]:
    place = Place(path, table.line)
    yield place, f"{table.caption} {table.unit} {table.note} {fold.finance_head(table)}"
    for row in table.rows:
        for cell in row.cells:
            yield Place(table.grid_path or path, cell.line or row.line or table.line), cell.printed
