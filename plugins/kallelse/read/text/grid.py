"""A table of an element tree turned into rows and cells, each with its source line."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from kallelse.model import fold
from kallelse.model.text import Block, Break, Cell, Inline, Plain, Row, Table
from kallelse.read.text.dialect import CELLS, TABLE_NOTE, first_line
from kallelse.read.text.html import NO_ELEMENTS
from kallelse.read.text.inlines import Inlines

_PARTS = ("thead", "tbody", "tfoot")
_ALIGNMENTS = ("left", "center", "right")
_WIDEST = 100
# Fewer hyphens stand for no figure.
_SEPARATOR = re.compile(":-+:?|-+:|-{3,}")
Blocks = Callable[[ET.Element, type[Plain]], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A row as read; `aligns` has what each cell says of its own alignment, mostly nothing."""

    row: Row
    aligns: tuple[str, ...]
    head: bool


def read_table(element: ET.Element, line: int, inlines: Inlines, blocks: Blocks) -> Table:
    """The table; rows of headings alone that come first are its head, also without `<thead>`.

    A head in which nothing stands is none.
    """
    found = list(_rows(element, inlines))
    lines = _pipe_lines([row for _, row in found])
    caption = _aside(element, "caption", inlines)
    rows: list[_Typed] = []
    for (part, row), known in zip(found, lines, strict=True):
        body_begun = any(not other.head for other in rows)
        rows.append(_row(row, part, known, body_begun, inlines, blocks))
    note = _aside(element, TABLE_NOTE, inlines)
    if not any(cell.content for typed in rows if typed.head for cell in typed.row.cells):
        rows = [typed for typed in rows if not typed.head]
    head = _fitted([typed.row for typed in rows if typed.head], inlines)
    body = _fitted([typed.row for typed in rows if not typed.head], inlines)
    start = lines[0] if lines and lines[0] else line
    return Table(head, body, _alignment(rows, inlines), caption, note, start)


def _rows(element: ET.Element, inlines: Inlines) -> Iterator[tuple[str, ET.Element]]:
    _refuse_words(element, inlines)
    for child in element:
        if child.tag == "tr":
            yield "", child
        elif child.tag in _PARTS:
            inlines.attributes(child)
            _refuse_words(child, inlines)
            for row in child:
                if row.tag == "tr":
                    yield child.tag, row
                else:
                    _refuse(row, inlines)
        elif child.tag not in ("caption", TABLE_NOTE):
            _refuse(child, inlines)


def _pipe_lines(rows: list[ET.Element]) -> list[int]:
    """The lines of rows typed with pipes, one below the other but for the line under the head; else 0 for each."""
    if not rows or CELLS not in rows[0].attrib:
        return [0] * len(rows)
    for index, row in enumerate(rows):
        line = first_line(row)
        if line:
            first = line - index - (index > 0)
            return [first, *(first + place + 1 for place in range(1, len(rows)))]
    return [0] * len(rows)


def _row(element: ET.Element, part: str, known: int, body_begun: bool, inlines: Inlines, blocks: Blocks) -> _Typed:
    line = _enter(element, inlines, known)
    _refuse_words(element, inlines)
    cells: list[Cell] = []
    aligns: list[str] = []
    for child in element:
        if child.tag not in ("td", "th"):
            _refuse(child, inlines)
            continue
        at = _enter(child, inlines, known)
        content = blocks(child, Plain)
        spans = _span(child, "colspan", at, inlines), _span(child, "rowspan", at, inlines)
        cells.append(Cell(content, *spans, heading=child.tag == "th", line=at))
        align = child.get("align", "").lower()
        if align and align not in _ALIGNMENTS:
            inlines.tell("html-attribute", at, tag=child.tag, attribute=f"align={align}")
        aligns.append(align)
    if cells and all(_SEPARATOR.fullmatch(fold.plain(cell.content)) for cell in cells):
        inlines.tell("separator-twice", line)
    typed, expected = element.get(CELLS), str(len(cells))
    if typed is not None and typed != expected:
        inlines.tell("row-cells", line, found=typed, expected=expected)
    head = part == "thead" or (part == "" and not body_begun and all(cell.heading for cell in cells))
    if head:
        cells = [replace(cell, heading=True) for cell in cells]
    return _Typed(Row(tuple(cells), line), tuple(aligns), head)


def _enter(element: ET.Element, inlines: Inlines, known: int = 0) -> int:
    line = known or first_line(element)
    inlines.attributes(element)
    if line:
        inlines.line = line
    return inlines.line


def _aside(element: ET.Element, tag: str, inlines: Inlines) -> tuple[Inline, ...]:
    content: tuple[Inline, ...] = ()
    for child in element.findall(tag):
        _enter(child, inlines)
        said = inlines.content(child)
        content = (*content, Break(), *said) if content else said
    return content


def _refuse(element: ET.Element, inlines: Inlines) -> None:
    line = _enter(element, inlines)
    if element.tag in NO_ELEMENTS:
        tuple(inlines.unknown(element))
        return
    inlines.tell("html-place", line, tag=element.tag.lower(), parent="table")
    inlines.skip(element)


def _refuse_words(element: ET.Element, inlines: Inlines) -> None:
    for typed in chain((element.text,), (child.tail for child in element)):
        if typed and typed.strip():
            inlines.words_between(typed, "table")


def _span(element: ET.Element, name: str, line: int, inlines: Inlines) -> int:
    typed = element.get(name, "1").strip()
    said = int(typed) if typed.isascii() and typed.isdigit() else 0
    span = min(max(said, 1), _WIDEST)
    if span != said:
        inlines.tell("html-attribute", line, tag=element.tag, attribute=f"{name}={typed}")
    return span


def _fitted(rows: list[Row], inlines: Inlines) -> tuple[Row, ...]:
    """`rows` in which no cell reaches below the last."""
    fitted = []
    for index, row in enumerate(rows):
        left = len(rows) - index
        if any(cell.rowspan > left for cell in row.cells):
            inlines.tell("row-span", row.line)
        fitted.append(Row(tuple(replace(cell, rowspan=min(cell.rowspan, left)) for cell in row.cells), row.line))
    return tuple(fitted)


def _alignment(rows: list[_Typed], inlines: Inlines) -> tuple[str, ...]:
    """The alignment of each column: what its topmost cell that says one says; and whether all rows are equally wide."""
    found: dict[int, str] = {}
    widths: dict[int, int] = {}
    for part in (True, False):
        chosen = [typed for typed in rows if typed.head is part]
        places = fold.columns_of([typed.row for typed in chosen])
        reach: dict[int, int] = {}
        for index, (typed, columns) in enumerate(zip(chosen, places, strict=True)):
            width = 0
            for cell, align, column in zip(typed.row.cells, typed.aligns, columns, strict=True):
                width = max(width, column + cell.colspan)
                for row in range(index + 1, index + cell.rowspan):
                    reach[row] = max(reach.get(row, 0), column + cell.colspan)
                if cell.colspan == 1 and align in _ALIGNMENTS:
                    found.setdefault(column, align)
            width = max(width, reach.get(index, 0))
            widths.setdefault(width, typed.row.line)
    widest = max(widths, default=0)
    if len(widths) > 1:
        common = min(widths)
        inlines.tell("row-cells", widths[common], found=str(common), expected=str(widest))
    return tuple(found.get(column, "left") for column in range(widest))
