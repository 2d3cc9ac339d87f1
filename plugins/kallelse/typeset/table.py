"""A table of text into Typst source: widths, heads that come again, row groups, caption and note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from kallelse.model.finding import Finding
from kallelse.model.fold import columns_of, plain, walk
from kallelse.model.paper import POINTS
from kallelse.model.text import Block, Cell, Inline, Link, NoteRef, Row, Table
from kallelse.typeset import literal
from kallelse.typeset.columns import Fit, Needs, fit, ways
from kallelse.typeset.needs import BLOCK_PAD, block_needs, content_height, one_run
from kallelse.typeset.scope import Progress, Scope, Spot

WriteBlocks = Callable[[tuple[Block, ...], Scope, Progress, Spot, str], str]
WriteInlines = Callable[[tuple[Inline, ...], Scope, Progress, str], str]

_PAD = 4 * POINTS
_ROW_PAD = 6.4
_LINE = 1.28


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
    head, body = _placed(table.head), _placed(table.body)
    count = _column_count(table, (*head, *body))
    if count == 0:
        return mark or '""'
    whole = (*head, *body)
    chosen = fit(
        ways(scope, spot),
        lambda size: _needs(head, body, count, size, scope),
        lambda candidate: sum(_row_heights(whole, candidate, scope)),
        lambda candidate: _wraps(body, candidate, scope),
    )
    if chosen is None:
        progress.findings.append(Finding("table-too-wide", scope.place(table.line), {"columns": str(count)}))
        return '""'
    return _layout(table, head, body, count, chosen, scope, progress, write_blocks, write_inlines).source(mark)


class _Placed(NamedTuple):
    """A cell with the column in which it begins, and its words where it is one run of them."""

    cell: Cell
    column: int
    said: str | None


_Rows: TypeAlias = tuple[tuple[_Placed, ...], ...]


def _placed(rows: tuple[Row, ...]) -> _Rows:
    return tuple(
        tuple(_Placed(cell, column, one_run(cell.content)) for cell, column in zip(row.cells, starts, strict=True))
        for row, starts in zip(rows, columns_of(rows), strict=True)
    )


def _column_count(table: Table, rows: _Rows) -> int:
    ends = (each.column + each.cell.colspan for row in rows for each in row)
    return max((*ends, len(table.align)), default=0) if rows else 0


@dataclass(frozen=True, slots=True)
class _Layout:
    """One table on the way to its source: the way it is set, about how high its rows are, and who writes its cells.

    `labels` are the labels of its row groups by first row; `split` where they become heads of their own, so that they
    can come again; `page` is what a page holds.
    """

    table: Table
    head: _Rows
    body: _Rows
    count: int
    chosen: Fit
    scope: Scope
    progress: Progress
    write_blocks: WriteBlocks
    write_inlines: WriteInlines
    heights: tuple[float, ...]
    head_height: float
    page: float
    labels: dict[int, Cell]
    split: bool

    @property
    def short(self) -> bool:
        """Whether the table can stay on one page."""
        return self.head_height + sum(self.heights) < self.page * 0.5

    def source(self, mark: str) -> str:
        table, progress = self.table, self.progress
        caption = self.write_inlines(table.caption, self.scope, progress, mark) if table.caption else ""
        if table.caption:
            progress.tables += 1
            mark = ""
        number = literal.string(self.scope.words.table.format(number=progress.tables)) if caption else "none"
        # Heads are counted before cells are written, in the order of `fold.Printed.repeats`.
        marked = self._head_marks()
        head = self._head_cells(mark, marked.get(-1, ""))
        if table.head:
            mark = ""
        rows = self._rows(mark, marked)
        note = self.write_inlines(table.note, self.scope, progress, "") if table.note else ""
        way = self.chosen.way
        lying = self.scope.lying or way.turned
        progress.wide, progress.turned, progress.whole = way.wide, way.turned, self.short
        cells = literal.call(
            "text-table",
            literal.array(f"{width:.2f}pt" for width in self.chosen.widths),
            literal.array((*table.align, *("left" for _ in range(self.count - len(table.align))))),
            literal.array(head),
            *rows,
            size=f"{way.size}pt",
            repeat=literal.boolean(self._repeats()),
            high=str(len(table.head)),
        )
        return literal.call(
            "tabular",
            cells,
            number=number,
            caption=literal.braced_or_none(caption),
            note=literal.braced_or_none(note),
            breakable=literal.boolean(not self.short),
            sheet="lying" if lying else "upright",
            wide=literal.boolean(way.wide),
            turned=literal.boolean(way.turned),
        )

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
            marks[-1] = self.progress.head_mark(self.scope.number)
        for index, row in enumerate(self.table.body):
            for cell in row.cells:
                if cell.heading and cell.rowspan > 1:
                    found = self.progress.head_mark(self.scope.number)
                    if self.labels.get(index) is cell:
                        marks[index] = found
        return marks

    def _head_cells(self, mark: str, head_mark: str) -> list[str]:
        cells = []
        for index, row in enumerate(self.head):
            for cell, column, _ in row:
                inner = self._content(cell, column, ";".join(part for part in (mark, head_mark) if part))
                mark = head_mark = ""
                cells.append(
                    f"head-cell(x:{column},y:{index},colspan:{cell.colspan},rowspan:{cell.rowspan},{{{inner}}})"
                )
        return cells

    def _rows(self, mark: str, marked: dict[int, str]) -> list[str]:
        written: list[str] = []
        ends_of_group = {first + cell.rowspan for first, cell in self.labels.items()}
        in_group = 0
        for index, row in enumerate(self.body):
            label = self.labels.get(index)
            if index and (not self.labels or label is not None or index in ends_of_group):
                written.append("between-rows")
            fixed = self.heights[index] < self.page / 4
            if label is not None and self.split:
                in_group = label.rowspan
                inner = self._content(label, 0, ";".join(part for part in (mark, marked.get(index, "")) if part))
                mark = ""
                written.append(f"group-head({self.count},{{{inner}}})")
            elif self.split and index in ends_of_group:
                written.append(f"group-end({self.count})")
            if in_group:
                written.append("[]")
                in_group -= 1
            for cell, column, _ in row:
                if cell is label and self.split:
                    written += ["[]"] * (cell.colspan - 1)
                    continue
                inner = self._content(cell, column, mark)
                mark = ""
                if column == 0 and inner and self.table.names_rows and not cell.heading:
                    inner = f"named({{{inner}}})"
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


def _layout(
    table: Table,
    head: _Rows,
    body: _Rows,
    count: int,
    chosen: Fit,
    scope: Scope,
    progress: Progress,
    write_blocks: WriteBlocks,
    write_inlines: WriteInlines,
) -> _Layout:
    heights = tuple(_row_heights(body, chosen, scope))
    head_height = sum(_row_heights(head, chosen, scope))
    page = (scope.metrics.lying if scope.lying or chosen.way.turned else scope.metrics.upright).height
    labels = dict(_groups(body))
    # A group of nearly half a page gets its label as a head of its own.
    split = head_height + sum(heights) >= page * 0.5 and any(
        sum(heights[first : first + cell.rowspan]) > page * 0.4 for first, cell in labels.items()
    )
    return _Layout(
        table,
        head,
        body,
        count,
        chosen,
        scope,
        progress,
        write_blocks,
        write_inlines,
        heights,
        head_height,
        page,
        labels,
        split,
    )


def _groups(body: _Rows) -> list[tuple[int, Cell]]:
    """The row groups: first row and label cell of each, where the label stands in the first column."""
    firsts = [(index, row[0]) for index, row in enumerate(body) if row]
    return [(index, cell) for index, (cell, column, _) in firsts if column == 0 and cell.heading and cell.rowspan > 1]


def _holds_once(content: tuple[Block, ...]) -> bool:
    return any(isinstance(node, NoteRef | Link) for node in walk(content))


def _needs(head: _Rows, body: _Rows, count: int, size: float, scope: Scope) -> list[Needs]:
    least = [8.0] * count
    most = [8.0] * count
    texts = [0.0] * count
    spanning: list[tuple[int, int, float, float]] = []
    metrics = scope.metrics
    for rows, is_head in ((head, True), (body, False)):
        for row in rows:
            for cell, column, _ in row:
                face = metrics.semibold if cell.heading else metrics.sans
                narrow, broad = block_needs(cell.content, 9.0 if is_head else size, face, scope.language)
                pad = 0.0 if column + cell.colspan == count else _PAD
                if cell.colspan == 1:
                    least[column] = max(least[column], narrow + pad + 1)
                    most[column] = max(most[column], broad + pad + 1)
                    texts[column] += face.width(plain(cell.content), size)
                else:
                    spanning.append((column, cell.colspan, narrow + pad + 1, broad + pad + 1))
    for column, span, narrow, broad in spanning:
        last = min(column + span, count) - 1
        least[last] += max(0.0, narrow - sum(least[column : last + 1]))
        most[last] += max(0.0, broad - sum(most[column : last + 1]))
    return [
        Needs(narrow, max(narrow, broad), text=text) for narrow, broad, text in zip(least, most, texts, strict=True)
    ]


def _wraps(body: _Rows, chosen: Fit, scope: Scope) -> bool:
    """Whether more than half of the rows take more than one line."""
    one_line = chosen.way.size * _LINE + BLOCK_PAD + _ROW_PAD
    return sum(height > one_line + 1 for height in _row_heights(body, chosen, scope)) * 2 > len(body)


def _row_heights(rows: _Rows, chosen: Fit, scope: Scope) -> list[float]:
    """About how high each row becomes, in points."""
    heights = []
    size, widths, face = chosen.way.size, chosen.widths, scope.metrics.sans
    pitch = size * _LINE
    for row in rows:
        height = pitch
        for cell, column, said in row:
            room = (widths[column] if cell.colspan == 1 else sum(widths[column : column + cell.colspan])) - _PAD
            if said is None:
                needed = content_height(cell.content, size, pitch, room, face)
            else:
                needed = face.lines(said, size, room) * pitch + BLOCK_PAD
            height = max(height, needed / cell.rowspan)
        heights.append(height + _ROW_PAD)
    return heights
