"""A table of text into Typst source: widths, heads that come again, row groups, caption and note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from kallelse.model.finding import Finding
from kallelse.model.fold import columns_of, plain, walk
from kallelse.model.text import (
    Block,
    BulletList,
    Cell,
    CodeBlock,
    DefinitionList,
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
    Row,
    Rule,
    Table,
)
from kallelse.typeset import literal
from kallelse.typeset.columns import Fit, Needs, fit, ways
from kallelse.typeset.metrics import Face
from kallelse.typeset.scope import LYING_HEIGHT, POINTS, UPRIGHT_HEIGHT, Progress, Scope, Spot

WriteBlocks = Callable[[tuple[Block, ...], Scope, Progress, Spot, str], str]
WriteInlines = Callable[[tuple[Inline, ...], Scope, Progress, str], str]

_PAD = 4 * POINTS
_ROW_PAD = 6.4
_LINE = 1.28
_LIST_INDENT = 17.0
_PICTURE = 30 * POINTS


def text_table(
    table: Table,
    scope: Scope,
    progress: Progress,
    spot: Spot,
    mark: str,
    write_blocks: WriteBlocks,
    write_inlines: WriteInlines,
) -> str:
    """`table` as a Typst expression; a table that fits no page is a finding, and nothing is written."""
    count = _column_count(table)
    if count == 0:
        return mark or '""'
    chosen = fit(
        ways(scope, spot),
        lambda size: _needs(table, count, size, scope),
        lambda candidate: sum(_row_heights((*table.head, *table.body), candidate, scope)),
    )
    if chosen is None:
        progress.findings.append(Finding("table-too-wide", scope.place(table.line), {"columns": str(count)}))
        return '""'
    return _Layout(table, count, chosen, scope, progress, write_blocks, write_inlines).source(mark)


def _column_count(table: Table) -> int:
    rows = (*table.head, *table.body)
    ends = (
        start + cell.colspan
        for part in (table.head, table.body)
        for row, starts in zip(part, columns_of(part), strict=True)
        for cell, start in zip(row.cells, starts, strict=True)
    )
    return max((*ends, len(table.align)), default=0) if rows else 0


class _Layout:
    """One table on the way to its source: what was chosen for it, and who writes its cells."""

    def __init__(
        self,
        table: Table,
        count: int,
        chosen: Fit,
        scope: Scope,
        progress: Progress,
        write_blocks: WriteBlocks,
        write_inlines: WriteInlines,
    ) -> None:
        self.table = table
        self.count = count
        self.chosen = chosen
        self.scope = scope
        self.progress = progress
        self.write_blocks = write_blocks
        self.write_inlines = write_inlines
        self.body_heights = _row_heights(table.body, chosen, scope)
        self.head_height = sum(_row_heights(table.head, chosen, scope))
        self.page = LYING_HEIGHT if scope.lying or chosen.way.turned else UPRIGHT_HEIGHT
        self.short = self.head_height + sum(self.body_heights) < self.page * 0.5
        groups = list(_groups(table))
        self.grouped = bool(groups)
        # A group of half a page and more gets its label as a head of its own, so that it can come again.
        self.split_groups = not self.short and any(
            sum(self.body_heights[first : first + cell.rowspan]) > self.page * 0.4 for first, cell in groups
        )
        self.labels = {first: cell for first, cell in groups}

    def source(self, mark: str) -> str:
        table, progress = self.table, self.progress
        caption = self.write_inlines(table.caption, self.scope, progress, mark) if table.caption else ""
        if table.caption:
            progress.tables += 1
            mark = ""
        number = literal.string(self.scope.words.table.format(number=progress.tables)) if caption else "none"
        # Heads are counted before cells are written, in the order of `fold.Printed.repeats`.
        marked = self._head_marks()
        head = self._head(mark, marked.get(-1, ""))
        if table.head:
            mark = ""
        rows = self._rows(mark, marked)
        note = f"{{{self.write_inlines(table.note, self.scope, progress, '')}}}" if table.note else "none"
        widths = literal.array(f"{width:.2f}pt" for width in self.chosen.widths)
        align = literal.array((*table.align, *("left" for _ in range(self.count - len(table.align)))))
        way = self.chosen.way
        lying = self.scope.lying or way.turned
        drawn = (
            f"tabular(number:{number},caption:{f'{{{caption}}}' if caption else 'none'},note:{note},"
            f"breakable:{_bool(not self.short)},sheet:{'lying' if lying else 'upright'},wide:{_bool(way.wide)},"
            f"turned:{_bool(way.turned)},"
            f"text-table({widths},{align},size:{way.size}pt,repeat:{_bool(self._repeats())},high:{len(table.head)},{literal.array(head)},"
            f"{','.join(rows)}))"
        )
        return f"turned-page({{{drawn}}})" if way.turned else drawn

    def _repeats(self) -> bool:
        # A note or link may not be set twice; a head of a third of the page would leave no room for rows.
        return self.head_height < self.page / 3 and not _holds_once(
            tuple(block for row in self.table.head for cell in row.cells for block in cell.content)
        )

    def _head_marks(self) -> dict[int, str]:
        """The marks of what may come again: by row of the body, the head under -1."""
        marks: dict[int, str] = {}
        if self.progress.block is None:
            return marks
        if self.table.head:
            marks[-1] = self._next_mark()
        for index, row in enumerate(self.table.body):
            for cell in row.cells:
                if cell.heading and cell.rowspan > 1:
                    found = self._next_mark()
                    if self.labels.get(index) is cell:
                        marks[index] = found
        return marks

    def _next_mark(self) -> str:
        progress = self.progress
        found = f"mark-head({self.scope.sheet},{progress.block},{progress.heads})"
        progress.heads += 1
        return found

    def _head(self, mark: str, head_mark: str) -> list[str]:
        cells = []
        starts = columns_of(self.table.head)
        for index, row in enumerate(self.table.head):
            for cell, column in zip(row.cells, starts[index], strict=True):
                inner = self._content(cell, column, ";".join(part for part in (mark, head_mark) if part))
                mark = head_mark = ""
                cells.append(
                    f"head-cell(x:{column},y:{index},colspan:{cell.colspan},rowspan:{cell.rowspan},{{{inner}}})"
                )
        return cells

    def _rows(self, mark: str, marked: dict[int, str]) -> list[str]:
        written: list[str] = []
        ends_of_group = {first + cell.rowspan for first, cell in _groups(self.table)} if self.grouped else set()
        starts = columns_of(self.table.body)
        in_group = 0
        for index, row in enumerate(self.table.body):
            label = self.labels.get(index)
            if index and (not self.grouped or label is not None or index in ends_of_group):
                written.append("between-rows")
            fixed = self.body_heights[index] < self.page / 4
            if label is not None and self.split_groups:
                in_group = label.rowspan
                inner = self._content(label, 0, ";".join(part for part in (mark, marked.get(index, "")) if part))
                mark = ""
                written.append(f"group-head({self.count},{{{inner}}})")
            if in_group:
                written.append("[]")
                in_group -= 1
            for cell, column in zip(row.cells, starts[index], strict=True):
                if cell is label and self.split_groups:
                    written += ["[]"] * (cell.colspan - 1)
                    continue
                inner = self._content(cell, column, mark)
                mark = ""
                written.append(self._cell(cell, inner, label is cell, fixed))
                fixed = False
        return written or ["[]"]

    def _cell(self, cell: Cell, inner: str, label: bool, fixed: bool) -> str:
        spans = f"colspan:{cell.colspan},rowspan:{cell.rowspan}," if cell.colspan > 1 or cell.rowspan > 1 else ""
        keep = "breakable:false," if label or (fixed and cell.rowspan == 1) else ""
        if cell.heading:
            return f"label-cell({spans}{keep}{{{inner}}})"
        return f"table.cell({spans}{keep}{{{inner}}})" if spans or keep else f"{{{inner}}}"

    def _content(self, cell: Cell, column: int, mark: str) -> str:
        room = sum(self.chosen.widths[column : column + cell.colspan]) - _PAD
        return self.write_blocks(cell.content, self.scope, self.progress, Spot(room, top=False), mark)


def _groups(table: Table) -> list[tuple[int, Cell]]:
    """The row groups: first row and label cell of each, where the label stands in the first column."""
    starts = columns_of(table.body)
    return [
        (index, row.cells[0])
        for index, row in enumerate(table.body)
        if row.cells and starts[index][0] == 0 and row.cells[0].heading and row.cells[0].rowspan > 1
    ]


def _holds_once(content: tuple[Block, ...]) -> bool:
    return any(isinstance(node, NoteRef | Link) for node in walk(content))


def _needs(table: Table, count: int, size: float, scope: Scope) -> list[Needs]:
    least = [8.0] * count
    most = [8.0] * count
    spanning: list[tuple[int, int, float, float]] = []
    metrics = scope.metrics
    for rows, is_head in ((table.head, True), (table.body, False)):
        for row, starts in zip(rows, columns_of(rows), strict=True):
            for cell, column in zip(row.cells, starts, strict=True):
                face = metrics.semibold if cell.heading else metrics.sans
                narrow, broad = _block_needs(cell.content, 9.0 if is_head else size, face)
                pad = 0.0 if column + cell.colspan == count else _PAD
                if cell.colspan == 1:
                    least[column] = max(least[column], narrow + pad + 1)
                    most[column] = max(most[column], broad + pad + 1)
                else:
                    spanning.append((column, cell.colspan, narrow + pad + 1, broad + pad + 1))
    for column, span, narrow, broad in spanning:
        last = min(column + span, count) - 1
        least[last] += max(0.0, narrow - sum(least[column : last + 1]))
        most[last] += max(0.0, broad - sum(most[column : last + 1]))
    return [Needs(narrow, max(narrow, broad)) for narrow, broad in zip(least, most, strict=True)]


def _block_needs(content: Sequence[Block], size: float, face: Face) -> tuple[float, float]:
    """The least and the most width of a cell's blocks, in points."""
    least = most = 0.0
    for node in content:
        match node:
            case Heading() | Para() | Plain():
                text = literal.breakable(plain((node,)))
                pictures = sum(isinstance(part, Image) for part in walk((node,)))
                found = (
                    max(face.longest(text, size), 30.0 if pictures else 0.0),
                    face.width(text, size) + 30 * pictures,
                )
            case BulletList() | OrderedList():
                found = _nested([_block_needs(item, size, face) for item in node.items], _LIST_INDENT)
            case DefinitionList():
                terms = [_block_needs((Plain(item.term),), size, face) for item in node.items]
                meanings = [_block_needs(meaning, size, face) for item in node.items for meaning in item.meanings]
                found = _nested([*terms, *meanings], _LIST_INDENT)
            case Quote():
                found = _nested([_block_needs(node.content, size, face)], 5 * POINTS)
            case CodeBlock():
                pieces = literal.breakable(node.value, 60).split()
                broad = max((len(line) for line in node.value.splitlines()), default=0) * 5.5 + 20
                found = (max((len(piece) for piece in pieces), default=0) * 5.5 + 20, broad)
            case Figure() | Process():
                found = (_PICTURE, 3 * _PICTURE)
            case Table():
                inner = [
                    _block_needs(cell.content, size, face) for row in (*node.head, *node.body) for cell in row.cells
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


def _nested(found: list[tuple[float, float]], indent: float) -> tuple[float, float]:
    least = max((narrow for narrow, _ in found), default=0.0)
    most = max((broad for _, broad in found), default=0.0)
    return least + indent, most + indent


def _row_heights(rows: tuple[Row, ...], chosen: Fit, scope: Scope) -> list[float]:
    """About how high each row becomes, in points."""
    heights = []
    size = chosen.way.size
    for row, starts in zip(rows, columns_of(rows), strict=True):
        height = size * _LINE
        for cell, column in zip(row.cells, starts, strict=True):
            room = sum(chosen.widths[column : column + cell.colspan]) - _PAD
            height = max(
                height, content_height(cell.content, size, size * _LINE, room, scope.metrics.sans) / cell.rowspan
            )
        heights.append(height + _ROW_PAD)
    return heights


def content_height(content: Sequence[Block], size: float, pitch: float, room: float, face: Face) -> float:
    """About how high `content` becomes in `room` points, with lines `pitch` points apart."""
    height = 0.0
    for node in content:
        match node:
            case Heading() | Para() | Plain():
                height += face.lines(plain((node,)), size, room) * pitch
            case BulletList() | OrderedList():
                height += sum(content_height(item, size, pitch, room - _LIST_INDENT, face) + 4 for item in node.items)
            case DefinitionList() | Quote():
                inner = max(room - _LIST_INDENT, 20.0)
                height += face.lines(plain((node,)), size, inner) * pitch * 1.3 + 12
            case CodeBlock():
                height += (node.value.count("\n") + 1) * pitch * 1.5
            case Table() | FinanceBlock() | Figure() | Process():
                # Unknown without setting it: high enough that nothing is kept together for its sake.
                height += UPRIGHT_HEIGHT
            case Rule():
                height += 2 * pitch
            case never:
                assert_never(never)
        height += 5.0
    return height


def _bool(value: bool) -> str:
    return "true" if value else "false"
