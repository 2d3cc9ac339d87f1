"""A `tabell` fence turned into a table of the element tree, whose cells are inline Markdown."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

from kallelse.model.finding import Finding, Place
from kallelse.read.text.dialect import LINE, TABLE_NOTE
from kallelse.read.text.fences import Cut
from kallelse.read.text.headlines import Head
from kallelse.read.text.lines import text_mark

_SEPARATOR = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?")
_PIECE = re.compile(r"\\.|`+|\|")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: tuple[str, ...]


@dataclass(slots=True)
class _Span:
    """A cell of the head or a label while it grows."""

    text: str
    line: int
    column: int
    colspan: int = 1
    rowspan: int = 1


def fill_table(
    element: ET.Element, cut: Cut, head: Head, grid: Sequence[str], line: int, path: str
) -> tuple[Finding, ...]:
    """Makes `element` the table of `cut`; `grid` are the lines after its head lines, the first of them line `line`."""
    findings: list[Finding] = []
    lines, separator = _lines(grid, line)
    element.tag = "table"
    element.text = None
    element.set(LINE, text_mark(cut.line))
    if head.caption:
        _leaf(element, "caption", head.caption, head.caption_line)
    if separator is None:
        findings.append(Finding("table-separator", Place(path, cut.line)))
        return tuple(findings)
    width = len(separator.cells)
    above = [row for row in lines if row.number < separator.number]
    below = [row for row in lines if row.number > separator.number]
    for row in (*above, *below):
        if len(row.cells) != width:
            told = {"found": str(len(row.cells)), "expected": str(width)}
            findings.append(Finding("row-cells", Place(path, row.number), told))
    if not below:
        findings.append(Finding("table-empty", Place(path, cut.line)))
    aligns = [_alignment(cell) for cell in separator.cells]
    _head(ET.SubElement(element, "thead"), [_wide(row, width) for row in above], aligns)
    _body(ET.SubElement(element, "tbody"), [_wide(row, width) for row in below], aligns)
    if head.note:
        _leaf(element, TABLE_NOTE, head.note, head.note_line)
    return tuple(findings)


def split_cells(line: str) -> tuple[str, ...]:
    """The cells of a row typed with pipes; a pipe after a backslash or in code is none (as in Python-Markdown)."""
    typed = line.strip()
    cells: list[str] = []
    start = at = 0
    while piece := _PIECE.search(typed, at):
        at = piece.end()
        if piece[0].startswith("`"):
            closing = re.compile(rf"(?<!`){piece[0]}(?!`)").search(typed, at)
            at = closing.end() if closing else at
        elif piece[0] == "|":
            cells.append(typed[start : piece.start()].strip())
            start = at
    last = typed[start:].strip()
    if last or not cells or not typed.endswith("|"):
        cells.append(last)
    return tuple(cells[1:] if typed.startswith("|") else cells)


def _lines(grid: Sequence[str], first: int) -> tuple[list[_Line], _Line | None]:
    lines: list[_Line] = []
    separator = None
    for number, typed in enumerate(grid, start=first):
        if not typed.strip():
            continue
        row = _Line(number, split_cells(typed))
        if separator is None and _SEPARATOR.fullmatch(typed.strip()):
            separator = row
        else:
            lines.append(row)
    return lines, separator


def _wide(row: _Line, width: int) -> _Line:
    return _Line(row.number, (*row.cells, *("",) * (width - len(row.cells)))[:width])


def _alignment(cell: str) -> str:
    if cell.startswith(":") and cell.endswith(":"):
        return "center"
    return "right" if cell.endswith(":") else "left"


def _leaf(parent: ET.Element, tag: str, text: str, line: int) -> ET.Element:
    leaf = ET.SubElement(parent, tag, {LINE: text_mark(line)})
    leaf.text = text
    return leaf


def _head(part: ET.Element, rows: list[_Line], aligns: list[str]) -> None:
    """A blank cell runs on from the heading to its left; blanks under a heading make it span both lines."""
    above: list[_Span] = []
    levels: list[list[_Span]] = []
    for row in rows:
        level: list[_Span] = []
        covered: list[_Span] = []
        for start, end, over in _groups(above, len(row.cells)):
            if over is not None and not any(row.cells[start:end]):
                over.rowspan += 1
                covered.append(over)
                continue
            for column in range(start, end):
                text = row.cells[column]
                before = level[-1] if level and column > start else None
                if not text and before is not None and before.text:
                    before.colspan += 1
                else:
                    level.append(_Span(text, row.number, column))
        levels.append(level)
        above = sorted((*level, *covered), key=lambda span: span.column)
    for row, level in zip(rows, levels, strict=True):
        written = ET.SubElement(part, "tr", {LINE: text_mark(row.number)})
        for span in level:
            _cell(written, "th", span, aligns)


def _groups(above: list[_Span], width: int) -> list[tuple[int, int, _Span | None]]:
    if not above:
        return [(0, width, None)]
    return [(span.column, span.column + span.colspan, span) for span in above]


def _body(part: ET.Element, rows: list[_Line], aligns: list[str]) -> None:
    """A blank first cell under a label belongs to its row group; where there is a group, all labels are headings."""
    labels: list[_Span | None] = []
    label: _Span | None = None
    for row in rows:
        if not row.cells[0] and label is not None and any(row.cells):
            label.rowspan += 1
            labels.append(None)
        else:
            label = _Span(row.cells[0], row.number, 0)
            labels.append(label)
            if not row.cells[0]:
                label = None
    grouped = any(label is not None and label.rowspan > 1 for label in labels)
    for row, label in zip(rows, labels, strict=True):
        written = ET.SubElement(part, "tr", {LINE: text_mark(row.number)})
        if label is not None:
            _cell(written, "th" if grouped and label.text else "td", label, aligns)
        for column, text in enumerate(row.cells[1:], start=1):
            _cell(written, "td", _Span(text, row.number, column), aligns)


def _cell(row: ET.Element, tag: str, span: _Span, aligns: list[str]) -> None:
    cell = ET.SubElement(row, tag, {"align": aligns[span.column]})
    cell.text = span.text
    if span.colspan > 1:
        cell.set("colspan", str(span.colspan))
    if span.rowspan > 1:
        cell.set("rowspan", str(span.rowspan))
