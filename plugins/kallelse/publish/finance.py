"""A finance table turned into a figure with a real table, and into a CSV file of the same cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from kallelse.locale.site import Words
from kallelse.locale.spreadsheets import csv_file
from kallelse.model.chart import chart_of
from kallelse.model.finance import FinanceCell, FinanceRow, FinanceRowKind, FinanceTable, HeadCell
from kallelse.model.rowgroups import row_groups
from kallelse.publish.chart import chart_html

# Widths in rem that the style sheet knows: the table is at least that wide, and a narrower view says that it scrolls.
_WIDTHS = (48, 54, 60, 66, 72, 84, 96)
# What fits wherever the table is not laid out for a phone; a letter, a cell's padding, and the narrowest cell.
_FITS, _LETTER, _PADDING, _FEWEST = 40, 0.55, 1.5, 2.0
# Between groups of digits, and before the one unit that programs know.
_BLANK = re.compile(r"(?<=\d)\s(?=[\d%])")
_CLASSES = {
    FinanceRowKind.HEADING: "h",
    FinanceRowKind.SUBTOTAL: "s",
    FinanceRowKind.SUM: "s",
    FinanceRowKind.TOTAL: "t",
    FinanceRowKind.GROUP: "g",
    FinanceRowKind.OF_WHICH: "v",
    FinanceRowKind.INFORMATION: "i",
    FinanceRowKind.EQUAL: "s",
}


@dataclass(frozen=True, slots=True)
class _Plan:
    """What cells look up: the id of the table, its first printed column, and which columns open a group."""

    id: str
    first: int
    opens: frozenset[int]
    heads: tuple[str, ...]


def finance_html(table: FinanceTable, number: int, words: Words, csv: str) -> str:
    """The table as `<figure>` with `scope` and `headers` on its cells, in a named region that takes focus.

    `number` counts the tables of the page from 1; `csv` is the link to the file of the table, empty for none.
    """
    own = f"k_t{number}"
    plan = _Plan(own, 0 if table.labelled else 1, _openers(table), _heads(table, own))
    # A number and a unit side by side would read as one name: `Tabell 1 tkr`.
    said = table.unit if table.caption else f"({table.unit})"
    unit = f'<span class="k-unit">{escape(said, quote=False)}</span>' if table.unit else ""
    title = table.caption or words.table.format(number=number)
    notes = [table.note] if table.note else []
    notes += [words.rounded] if table.rounded else []
    under = f'<p class="k-note">{escape(" ".join(notes), quote=False)}</p>' if notes else ""
    link = f'<p class="k-links"><a href="{escape(csv)}">{escape(words.csv)}</a></p>' if csv else ""
    chart = chart_of(table)
    drawn = "" if chart is None else chart_html(chart, table.unit, table.language)
    wide = " k-finance--wide" if len(table.columns) - plan.first > 8 else ""
    wide += _width(_needed(table, plan.first))
    shape = f"k-{'labelled' if table.labelled else 'unlabelled'} k-c{len(table.columns) - 1}"
    shape += "" if all(column.role.is_figure for column in table.columns[1:]) else " k-mixed"
    return (
        f'<figure class="k-finance{wide}">'
        f'<figcaption><span id="{own}">{escape(title, quote=False)}</span> {unit}</figcaption>'
        f'<p class="k-drag" aria-hidden="true" data-pagefind-ignore>{escape(words.drag)}</p>'
        f'<div class="k-scroll" role="region" tabindex="0" aria-labelledby="{own}"><table class="{shape}">'
        f"{_head_html(table, plan)}{''.join(_bodies(table, plan))}</table></div>{under}{drawn}{link}</figure>"
    )


def _needed(table: FinanceTable, first: int) -> float:
    """The least width of the table in rem, at a guess: figures stand on one line, words break between them."""
    least = [_FEWEST] * len(table.columns)
    heads = (head for line in table.head for head in line if head.colspan == 1)
    for head in heads:
        least[head.column] = max(least[head.column], _LETTER * _longest_word(head.text))
    for row in table.rows:
        for index, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            letters = len(cell.printed) if column.role.is_figure else _longest_word(cell.printed)
            least[index] = max(least[index], _LETTER * letters)
    return sum(each + _PADDING for each in least[first:])


def _width(needed: float) -> str:
    """The class for a table that needs so many rem; none where it fits."""
    if needed <= _FITS:
        return ""
    return f" k-f{next((width for width in _WIDTHS if width >= needed), _WIDTHS[-1])}"


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def finance_csv(table: FinanceTable) -> bytes:
    """The table's grid, cell for cell as it is typed in a fence: headings, then rows, in UTF-8.

    Figures have the decimal sign of the table's language, a hyphen as minus and no blanks within them, so that a
    spreadsheet program reckons with them. Those with the mark of a note, or a unit that none knows, are words to it.
    """
    width = len(table.columns)
    lines = []
    for line in table.head:
        cells = [""] * width
        for head in line:
            cells[head.column] = head.text
        lines.append(cells)
    lines += [[_csv_cell(cell) for cell in row.cells] for row in table.rows]
    return csv_file(lines, table.language).encode()


def _csv_cell(cell: FinanceCell) -> str:
    if cell.value is None:
        return cell.printed
    return _BLANK.sub("", cell.printed.replace("\N{MINUS SIGN}", "-")).replace("\N{NO-BREAK SPACE}", " ")


def _openers(table: FinanceTable) -> frozenset[int]:
    """The columns before which a line stands: where the group over the columns changes."""
    columns = table.columns
    shown = range(2, len(columns))
    changes = {index for index in shown if columns[index].group != columns[index - 1].group}
    return frozenset(changes | ({1} if table.labelled else set()))


def _heads(table: FinanceTable, own: str) -> tuple[str, ...]:
    """The ids of the headings over each column, the widest first."""
    over: list[list[str]] = [[] for _ in table.columns]
    for level, line in enumerate(table.head):
        for cell in line:
            if cell.text:
                for column in range(cell.column, min(cell.column + cell.colspan, len(over))):
                    over[column].append(f"{own}h{level}-{cell.column}")
    return tuple(" ".join(ids) for ids in over)


def _head_html(table: FinanceTable, plan: _Plan) -> str:
    if not table.head:
        return ""
    taken: set[tuple[int, int]] = set()
    lines = []
    for level, line in enumerate(table.head):
        starts = {cell.column: cell for cell in line}
        cells = []
        for column in range(plan.first, len(table.columns)):
            cell = starts.get(column)
            if cell is None:
                # The label column may be left out of print while its heading reaches over the next ones.
                cell = _from_left(starts, column) if column == plan.first else None
            if cell is not None:
                cells.append(_head_cell(table, plan, cell, level, column))
                width = cell.column + cell.colspan - column
                taken |= {(level + down, column + right) for down in range(cell.rowspan) for right in range(width)}
            elif (level, column) not in taken:
                cells.append(f"<td{_shape(table, plan, column)}></td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<thead>{''.join(lines)}</thead>"


def _from_left(starts: dict[int, HeadCell], column: int) -> HeadCell | None:
    reaching = (cell for cell in starts.values() if cell.column < column < cell.column + cell.colspan)
    return next(reaching, None)


def _head_cell(table: FinanceTable, plan: _Plan, cell: HeadCell, level: int, column: int) -> str:
    width = cell.column + cell.colspan - column
    spans = f' colspan="{width}"' if width > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    shape = _shape(table, plan, column, group=width > 1)
    if not cell.text:
        return f"<td{spans}{shape}></td>"
    if width > 1 and column == plan.first and table.labelled:
        # Labels stay in view while the other columns scroll under them, and so must what stands over them.
        down = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
        own = f'id="{plan.id}h{level}-{cell.column}" scope="col"{down} class="l"'
        return f'<th {own}>{escape(cell.text, quote=False)}</th><td colspan="{width - 1}"{down}></td>'
    scope = "colgroup" if width > 1 else "col"
    own = f"{plan.id}h{level}-{cell.column}"
    text = escape(cell.text, quote=False)
    # A cell does not stay in view while its columns scroll, but what stands in it can.
    text = f"<span>{text}</span>" if width > 1 else text
    return f'<th id="{own}" scope="{scope}"{spans}{shape}>{text}</th>'


def _shape(table: FinanceTable, plan: _Plan, column: int, group: bool = False) -> str:
    """The classes of a cell: `n` a figure, `o` opens a group, `l` label, `f` and `z` first and last."""
    names = ["n"] if table.columns[column].role.is_figure and not group else []
    names += ["o"] if column in plan.opens else []
    if column == plan.first and not group:
        names.append("l" if table.labelled else "f")
    if column == len(table.columns) - 1 and column != plan.first and not group:
        names.append("z")
    return f' class="{" ".join(names)}"' if names else ""


def _bodies(table: FinanceTable, plan: _Plan) -> Iterator[str]:
    """The rows; a heading row opens a `<tbody>`, for whose rows it is the group's heading."""
    shapes = tuple(_shape(table, plan, column) for column in range(len(table.columns)))
    rows: list[str] = []
    before: int | None = None
    for index, (row, group) in enumerate(zip(table.rows, row_groups(table), strict=True)):
        if rows and group != before:
            yield f"<tbody>{''.join(rows)}</tbody>"
            rows = []
        before = group
        is_named = group is not None and table.rows[group].label and table.labelled
        rows.append(_row(table, plan, row, index, f"{plan.id}r{group} " if is_named else "", shapes))
    if rows:
        yield f"<tbody>{''.join(rows)}</tbody>"


def _row(table: FinanceTable, plan: _Plan, row: FinanceRow, index: int, over: str, shapes: tuple[str, ...]) -> str:
    name = f"{plan.id}r{index}"
    kind = _CLASSES.get(row.kind, "")
    shape = f' class="{kind}"' if kind else ""
    heading = row.kind is FinanceRowKind.HEADING
    cells = []
    if table.labelled:
        alone = heading and not any(cell.printed for cell in row.cells[1:])
        spans = f' colspan="{len(row.cells)}"' if alone and len(row.cells) > 1 else ""
        scope = "rowgroup" if heading else "row"
        label = escape(row.label, quote=False)
        if not row.label:
            cells.append(f'<td{spans} class="l"></td>')
        else:
            cells.append(f'<th id="{name}" scope="{scope}"{spans} class="l">{label}</th>')
        if alone:
            return f"<tr{shape}>{cells[0]}</tr>"
    own = "" if heading or not (table.labelled and row.label) else f"{name} "
    for column in range(1, len(row.cells)):
        heads = f"{over}{own}{plan.heads[column]}".strip()
        told = f' headers="{heads}"' if heads else ""
        cells.append(f"<td{told}{shapes[column]}>{escape(row.cells[column].printed, quote=False)}</td>")
    return f"<tr{shape}>{''.join(cells)}</tr>"
