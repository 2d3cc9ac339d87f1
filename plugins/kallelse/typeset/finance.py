"""A finance table into Typst source: column groups, signs as printed, sums told from items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kallelse.model.chart import chart_of
from kallelse.model.finance import FinanceCell, FinanceRow, FinanceRowKind, FinanceTable, Role
from kallelse.model.finding import Finding
from kallelse.model.fold import finance_head
from kallelse.model.paper import POINTS
from kallelse.model.rowgroups import row_groups
from kallelse.model.settings import Language
from kallelse.typeset import literal
from kallelse.typeset.chart import chart_height, chart_source
from kallelse.typeset.columns import Fit, Needs, fit, ways
from kallelse.typeset.scope import Progress, Scope, Spot

_PAD_TEXT = 3.0 * POINTS
_PAD_FIGURE = 3.8 * POINTS
_OVER = (FinanceRowKind.HEADING, FinanceRowKind.GROUP)
_UNDER = (FinanceRowKind.SUBTOTAL, FinanceRowKind.SUM, FinanceRowKind.TOTAL, FinanceRowKind.EQUAL)
_BOLD = (*_OVER, *_UNDER)
# A figure as it is printed up to its decimals.
_WHOLE = {"sv": re.compile(r"\D{0,2}\d(?:[\d\s]*\d)?"), "en": re.compile(r"\D{0,2}\d(?:[\d\s,]*\d)?")}
# The level of the head; where more rows would stay together than so many, those after them begin anew.
_FIRST, _CHAIN = 1, 5
# What stands for the head among the rows.
_HEAD = -1
_GAP = 5 * POINTS
_NARROW_GAP = 3.5 * POINTS


def finance_table(table: FinanceTable, scope: Scope, progress: Progress, spot: Spot, mark: str) -> str:
    """`table` as a Typst expression; one that fits no page is a finding, and nothing is written."""
    first = 0 if table.labelled else 1
    columns = table.columns[first:]
    if not columns:
        return mark or '""'
    gaps = [_is_gap(table, index) for index in range(first, len(table.columns) - 1)]

    def needs(size: float) -> Sequence[Needs]:
        return _needs(table, first, size, scope)

    tries = []
    for way in ways(scope, spot):
        gap = _gap(way.size)
        tries.append(replace(way, room=way.room - gap * sum(gaps)))
    chosen = fit(tries, needs, lambda candidate: _height(table, first, candidate, scope))
    if chosen is None:
        words = {"columns": str(len(columns))}
        progress.findings.append(Finding("table-too-wide", scope.place(table.line), words))
        return '""'
    return _source(table, first, gaps, chosen, scope, progress, mark)


def _source(
    table: FinanceTable,
    first: int,
    gaps: Sequence[bool],
    chosen: Fit,
    scope: Scope,
    progress: Progress,
    mark: str,
) -> str:
    caption, number, language = caption_of(table), "none", scope.language
    if caption:
        progress.tables += 1
        number = literal.string(scope.words.table.format(number=progress.tables))
        caption = ";".join(part for part in (mark, literal.written(caption, language)) if part)
    # The head and the headings over rows, in the order of `fold.Printed.repeats`.
    marks: dict[int, str] = {}
    if progress.block is not None:
        headings = (index for index, row in enumerate(table.rows) if row.kind is FinanceRowKind.HEADING)
        marks = {index: progress.head_mark(scope.number) for index in (_HEAD, *headings)}
    way = chosen.way
    lying = scope.lying or way.turned
    progress.wide, progress.turned = way.wide, way.turned
    note = note_of(table, scope)
    has_head = bool(finance_head(table))
    gap = f"{_gap(way.size):.2f}pt"
    page = scope.metrics.lying if lying else scope.metrics.upright
    chart = chart_of(table) if scope.charts else None
    room = way.room + _gap(way.size) * sum(gaps)
    drawing = chart_height(chart, room, scope) if chart is not None else 0.0
    progress.whole = short = _height(table, first, chosen, scope) + drawing < page.height * 0.6
    figures = literal.call(
        "finance-table",
        literal.array(f"{width:.2f}pt" for width in chosen.widths),
        literal.array(literal.string(_look(column.role)) for column in table.columns[first:]),
        literal.array(gap if wanted else "0pt" for wanted in gaps),
        literal.array(_head(table, first) if has_head else ()),
        literal.array(_rows(table, first, {} if short else marks, short, way.size, scope)),
        size=f"{way.size}pt",
        mark=marks.get(_HEAD, "none") if has_head else "none",
        labelled=literal.boolean(table.labelled),
    )
    look = {
        "sheet": "lying" if lying else "upright",
        "wide": literal.boolean(way.wide),
        "turned": literal.boolean(way.turned),
        "breakable": literal.boolean(not short),
    }
    drawn = literal.call(
        "tabular",
        figures,
        number=number,
        caption=literal.braced_or_none(caption),
        note=literal.braced_or_none(literal.written(note, language) if note else ""),
        followed=literal.boolean(chart is not None),
        **look,
    )
    drawn = drawn if caption or not mark else f"{mark};{drawn}"
    return drawn if chart is None else f"{drawn};{chart_source(chart, table.unit, room, scope, **look)}"


def caption_of(table: FinanceTable) -> str:
    """What stands above the table: caption and unit; either may be missing.

    Without a caption the unit follows on the table's number, and stands in brackets: `Tabell 1 (tkr)`.
    """
    if not table.caption:
        return f"({table.unit})" if table.unit else ""
    return ", ".join(part for part in (table.caption, table.unit) if part)


def note_of(table: FinanceTable, scope: Scope) -> str:
    """What stands below the table: its own note, and a word on rounding where sums show it."""
    parts = (table.note, scope.words.rounded if table.rounded else "")
    return " ".join(part for part in parts if part)


def _look(role: Role) -> str:
    if role is Role.DEVIATION:
        return "deviation"
    return "figure" if role.is_figure else "text"


def _is_gap(table: FinanceTable, index: int) -> bool:
    """Whether a gap parts column `index` from the next: where one of them is in a group that the other is not in."""
    return table.columns[index].group != table.columns[index + 1].group and any(
        column.group for column in table.columns
    )


def _gap(size: float) -> float:
    return _GAP if size >= 10 else _NARROW_GAP


def _head(table: FinanceTable, first: int) -> list[str]:
    rows = []
    for line, cells in enumerate(table.head):
        written = []
        for cell in cells:
            start = max(cell.column - first, 0)
            span = cell.colspan - (1 if cell.column < first else 0)
            if span < 1:
                continue
            several = span > 1 or line + cell.rowspan < len(table.head)
            text = literal.content(literal.breakable(literal.folded(cell.text))) if cell.text else '""'
            written.append(literal.array((str(start), str(span), str(cell.rowspan), literal.boolean(several), text)))
        rows.append(literal.array(written))
    return rows


def _levels(rows: Sequence[FinanceRow], short: bool) -> Iterator[int]:
    """The level of each row that stays with the next: what stands over others, and what a sum is drawn under; else 0.

    Under a heading levels are higher than its own, so that it comes again until the next. A table that is `short` stays
    together of itself; a heading has its level there too, for it heads what follows.
    """
    level, heading, before = 0, _FIRST, False
    for row, after in zip(rows, (*rows[1:], None), strict=True):
        is_heading = row.kind is FinanceRowKind.HEADING
        if is_heading and not before:
            # Only a heading right under another is one below it; any other ends all those over it.
            level, heading = 0, _FIRST
        stays = after is not None and (row.kind in _OVER or after.kind in _UNDER)
        if not stays or (short and not is_heading):
            level = 0
        else:
            level = level + 1 if heading < level + 1 < heading + _CHAIN else heading + 1
        if is_heading and stays:
            heading = level
        before = is_heading
        yield level


def _ends(table: FinanceTable, levels: Sequence[int]) -> dict[int, int]:
    """The levels of what ends headings, by the row before which it stands.

    Before a row that stays with the one above, a head of a higher level tells what the row stands under and parts them
    not; the heading comes again until there is a row that may stand apart.
    """
    ends: dict[int, int] = {}
    before: int | None = None
    is_open = False
    for index, group in enumerate(row_groups(table)):
        above = levels[index - 1] if index else 0
        if group is None and (before is not None or (is_open and not above)):
            ends[index] = above + 1 if above else _FIRST + 1
            is_open = bool(above)
        elif group is not None:
            is_open = False
        before = group
    return ends


def _rows(
    table: FinanceTable, first: int, marks: Mapping[int, str], short: bool, size: float, scope: Scope
) -> Iterator[str]:
    shifts = [_shifts(table, column, size, scope) for column in range(first, len(table.columns))]
    levels = list(_levels(table.rows, short))
    ends = _ends(table, levels)
    for index, (row, level) in enumerate(zip(table.rows, levels, strict=True)):
        if index in ends:
            yield f'("end",{ends[index]},none,())'
        cells = literal.array(_cell(cell, shift[index]) for cell, shift in zip(row.cells[first:], shifts, strict=True))
        yield f"({literal.string(row.kind.value)},{level or 'none'},{marks.get(index, 'none')},{cells})"


def _cell(cell: FinanceCell, shift: float) -> str:
    if not cell.printed:
        return "none"
    text = literal.content(literal.breakable(literal.folded(cell.printed)))
    return f"pad(right:{shift:.2f}pt,{text})" if shift else text


def _shifts(table: FinanceTable, column: int, size: float, scope: Scope) -> Sequence[float]:
    """How far each row's figure stands from the right, so that they meet where their decimals begin, in points."""
    nothing = [0.0] * len(table.rows)
    if not table.columns[column].role.is_figure:
        return nothing
    tails = [_tail(row.cells[column], table.language) for row in table.rows]
    if len({re.sub(r"\d", "0", tail) for tail in tails if tail is not None}) < 2:
        return nothing
    faces = (scope.metrics.semibold if row.kind in _BOLD else scope.metrics.sans for row in table.rows)
    widths = [face.width(tail or "", size) for face, tail in zip(faces, tails, strict=True)]
    return [0.0 if tail is None else max(widths) - width for tail, width in zip(tails, widths, strict=True)]


def _tail(cell: FinanceCell, language: Language) -> str | None:
    """What a figure prints after its whole part; None for what is no figure."""
    found = _WHOLE[language].match(cell.printed) if cell.value is not None else None
    return None if found is None else cell.printed[found.end() :]


def _needs(table: FinanceTable, first: int, size: float, scope: Scope) -> list[Needs]:
    semibold = scope.metrics.semibold
    found = []
    for index, column in enumerate(table.columns[first:], start=first):
        heads = [cell for line in table.head for cell in line if cell.column == index and cell.colspan == 1]
        pad = _PAD_FIGURE if column.role.is_figure else _PAD_TEXT
        least = max((semibold.longest(literal.breakable(cell.text), size) for cell in heads), default=12.0)
        most = min(max((semibold.width(cell.text, size) for cell in heads), default=12.0), 2.2 * least)
        for row, shift in zip(table.rows, _shifts(table, index, size, scope), strict=True):
            text = row.cells[index].printed
            whole = semibold.width(text, size) + shift
            least = max(least, whole if column.role.is_figure else semibold.longest(literal.breakable(text), size))
            most = max(most, whole)
        share = 0.5 if column.role.is_figure else 1.0
        found.append(Needs(least + pad + 1, max(least, most) + pad + 1, share))
    # A group's heading may be wider than its columns together: they share what it lacks.
    for line in table.head:
        for cell in line:
            start = max(cell.column - first, 0)
            span = cell.colspan - (1 if cell.column < first else 0)
            if span > 1:
                group = found[start : start + span]
                least = semibold.longest(literal.breakable(cell.text), size) + _PAD_TEXT
                most = semibold.width(cell.text, size) + _PAD_TEXT
                narrow = max(0.0, least - sum(need.least for need in group)) / span
                broad = max(0.0, most - sum(need.most for need in group)) / span
                found[start : start + span] = [
                    Needs(need.least + narrow, max(need.most, need.least + narrow) + broad, need.share)
                    for need in group
                ]
    return found


def _height(table: FinanceTable, first: int, chosen: Fit, scope: Scope) -> float:
    size = chosen.way.size
    pad = 10.0 if size >= 10 else 6.2
    height = (len(table.head) + 2) * (size * 1.3 + pad)
    for row in table.rows:
        height += _row_height(row.cells[first:], chosen, scope) + pad
    return height


def _row_height(cells: Sequence[FinanceCell], chosen: Fit, scope: Scope) -> float:
    size = chosen.way.size
    return max(
        scope.metrics.sans.lines(cell.printed, size, width - _PAD_TEXT) * size * 1.3
        for cell, width in zip(cells, chosen.widths, strict=True)
    )
