"""The tables in the structure of a PDF as Typst makes them into ones in which each cell names all its heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf

# Typst makes heads of whole rows only, and lets the head of a row group head all that follows. What else is a head says
# `named` in the template: a Span (ISO 32000-1, 14.8.4.4) that tells nothing of itself, found here by what it stands in.
_MARK = re.compile(rb"/S/Span/P (\d+) 0 R/K")
_GROUPS = ("/THead", "/TBody", "/TFoot")


def name_heads(document: pikepdf.Pdf, typst: bytes) -> None:
    """Makes heads of the names of rows in `document`, which was opened from what Typst made.

    Each cell of such a table says by Headers (14.8.5.7) what it stands under: its columns, its row group, its row.
    """
    marked: set[int] = set()
    tables: dict[int, Any] = {}
    for number in sorted({int(found[1]) for found in _MARK.finditer(typst)}):
        cell = _around(document.get_object(number, 0), ("/TD", "/TH"))
        if cell is not None:
            marked.add(_number(cell))
            table = _around(cell, ("/Table",))
            tables[_number(table)] = table
    gone: set[bytes] = set()
    made: dict[bytes, Any] = {}
    for table in tables.values():
        rows = _rows_of(table, marked)
        gone.update(_unnamed(rows))
        made.update(_name(rows))
        _gather(table, rows)
    if tables:
        _index(document.Root.StructTreeRoot, gone, made)


def _around(element: Any, kinds: Sequence[str]) -> Any:
    """The nearest of `kinds` that `element` is or stands in; None where there is none."""
    while element is not None and element.get("/S") not in kinds:
        element = element.get("/P")
    return element


def _number(element: Any) -> int:
    return int(element.objgen[0])


class _Cell(NamedTuple):
    """A cell with the columns from `first` on that it covers, and how many rows; `is_name` where it names its row.

    `says` is what it tells of itself as a part of a table.
    """

    element: Any
    says: Any
    first: int
    after: int
    rows: int
    is_name: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A row; `is_head` where it heads columns, `is_turn` where a row group begins or, without a word, ends."""

    element: Any
    cells: tuple[_Cell, ...]
    is_head: bool
    is_turn: bool


def _rows_of(table: Any, marked: set[int]) -> list[_Row]:
    rows = []
    reach: dict[int, int] = {}
    for element in _row_elements(table):
        cells = []
        column = 0
        below = {place: left - 1 for place, left in reach.items() if left > 1}
        for each in list(element.K):
            while reach.get(column, 0):
                column += 1
            says = _said_of(each)
            wide, deep = int(says.get("/ColSpan", 1)), int(says.get("/RowSpan", 1))
            if deep > 1:
                below.update({column + step: deep - 1 for step in range(wide)})
            cells.append(_Cell(each, says, column, column + wide, deep, each.objgen[0] in marked))
            column += wide
        reach = below
        heads = all(cell.element.S == "/TH" for cell in cells)
        turns = heads and len(cells) == 1 and (cells[0].is_name or not len(cells[0].element.get("/K", ())))
        is_head = heads and not turns and not any(cell.is_name for cell in cells)
        rows.append(_Row(element, tuple(cells), is_head, turns))
    return rows


def _said_of(cell: Any) -> Any:
    told = cell.A
    return next(each for each in (list(told) if isinstance(told, pikepdf.Array) else (told,)) if each.O == "/Table")


def _row_elements(table: Any) -> Iterator[Any]:
    # As lists throughout: an array that is walked as it is takes twenty times as long.
    for child in list(table.K):
        if child.S in _GROUPS:
            yield from list(child.K)
        elif child.S == "/TR":
            yield child


def _unnamed(rows: Sequence[_Row]) -> Iterator[bytes]:
    """Takes their names from what Typst made heads below those of the columns."""
    for cell in (cell for row in rows if not row.is_head for cell in row.cells):
        if "/ID" in cell.element:
            yield bytes(cell.element.ID)
            del cell.element.ID


def _name(rows: Sequence[_Row]) -> dict[bytes, Any]:
    """Tells each cell below the heads of the columns what it stands under; the heads that are made, by their names."""
    made: dict[bytes, Any] = {}
    columns: dict[int, list[bytes]] = {}
    group: tuple[bytes, ...] = ()
    reaching: list[tuple[int, int, bytes]] = []
    for y, row in enumerate(rows):
        if row.is_head:
            for cell in row.cells:
                for column in range(cell.first, cell.after):
                    columns.setdefault(column, []).append(bytes(cell.element.ID))
            continue
        named = {cell.first: f"R{_number(cell.element)}".encode() for cell in row.cells if cell.is_name}
        reaching = [each for each in reaching if each[1] > y]
        for cell in row.cells:
            if cell.is_name:
                name = named[cell.first]
                made[name] = cell.element
                cell.element.S = pikepdf.Name.TH
                cell.element.ID = pikepdf.String(name.decode())
                cell.says.Scope = pikepdf.Name.Row
                if not row.is_turn:
                    reaching.append((cell.first, y + cell.rows, name))
            elif cell.element.S == "/TH":
                del cell.says.Scope
                cell.element.S = pikepdf.Name.TD
        if row.is_turn:
            group = tuple(named.values())
        for cell in row.cells:
            over = [name for column in range(cell.first, cell.after) for name in columns.get(column, ())]
            before = [name for first, _, name in sorted(reaching) if first < cell.first or not cell.is_name]
            heads = () if row.is_turn else dict.fromkeys((*over, *group, *before))
            cell.says.Headers = pikepdf.Array(pikepdf.String(name.decode()) for name in heads)
    return made


def _gather(table: Any, rows: Sequence[_Row]) -> None:
    """Puts the heads of columns into one part of the table and all below them into another, without ends of groups."""
    parts = [child for child in list(table.K) if child.S in _GROUPS]
    if not parts:
        return
    head = [row.element for row in rows if row.is_head]
    body = [row.element for row in rows if not (row.is_head or (row.is_turn and not row.cells[0].is_name))]
    kept = []
    for kind, elements in (("/THead", head), ("/TBody", body)):
        if elements:
            part = parts.pop(0)
            part.S, part.K = pikepdf.Name(kind), pikepdf.Array(elements)
            for element in elements:
                element.P = part
            kept.append(part)
    left = [child for child in list(table.K) if child.S not in _GROUPS]
    table.K = pikepdf.Array(left + kept)


def _index(root: Any, gone: Iterable[bytes], made: dict[bytes, Any]) -> None:
    """Tells the tree of names (14.7.2, IDTree) what is no longer a head, and what is."""
    names = list(root.get("/IDTree", pikepdf.Dictionary()).get("/Names", pikepdf.Array()))
    known = {bytes(name): element for name, element in zip(names[::2], names[1::2], strict=True)}
    for name in gone:
        del known[name]
    pairs = sorted((known | made).items())
    root.IDTree = pikepdf.Dictionary(
        Names=pikepdf.Array(part for name, element in pairs for part in (pikepdf.String(name.decode()), element))
    )
