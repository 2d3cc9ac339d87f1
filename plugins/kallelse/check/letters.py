"""The words of one text turned into findings for letters that no shipped face has or that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import assert_never

from kallelse.fonts import coverage
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

# What nearly every text is made of, which every face has.
ORDINARY = re.compile("[\n -~\u00a0åäöÅÄÖéÉüÜ§–−”’…]*")
# Unicode's Bidi_Control: they turn the order of what is read round while the letters stay as they are.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check_letters(path: str, nodes: Iterable[Node]) -> Iterator[Finding]:
    """Findings about the letters of `nodes`, of each its own; `fold.walk` gives those that stand in them."""
    for node in nodes:
        for place, text in _texts(path, node):
            if ORDINARY.fullmatch(text):
                continue
            yield from letter_findings(place, text)


def letter_findings(place: Place, text: str, *, printed: bool = True) -> Iterator[Finding]:
    """Findings about the letters of one text; one that is not `printed` needs no face."""
    for letter in dict.fromkeys(_BIDI.findall(text)):
        yield Finding("letter-bidi", place, _told(letter))
    for letter in coverage.invisible(text):
        if not _BIDI.match(letter):
            yield Finding("letter-invisible", place, _told(letter))
    if printed:
        for letter in coverage.missing(text):
            yield Finding("letter-missing", place, {"letter": letter, **_told(letter)})


def _told(letter: str) -> dict[str, str]:
    """How to name a letter, or one with its marks, to a reader who may not see it."""
    codes = " ".join(f"U+{ord(part):04X}" for part in letter)
    names = ", ".join(unicodedata.name(part, "") for part in letter)
    return {"code": codes, "names": names.strip(", ") or codes}


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
