"""A table of text turned into HTML: heads of several levels, row groups, lists in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from kallelse.locale.site import Words
from kallelse.model import fold
from kallelse.model.text import Block, Cell, Inline, Row, Table

_ALIGN = {"left": "", "center": "c", "right": "n"}
# As many letters in a cell as make its column one of prose, which needs room for some words a line.
_PROSE = 60
# Widths in rem that the style sheet knows: the table is at least that wide, and a narrower view says that it scrolls.
_WIDTHS = (20, 28, 36, 48, 60)


def table_html(
    table: Table,
    number: int,
    words: Words,
    blocks: Callable[[Iterable[Block]], str],
    inlines: Callable[[Iterable[Inline]], str],
) -> str:
    """The table in a named region that takes focus, so that it can be scrolled with the keyboard.

    Heads are told to cells by `scope`; a row group is a `<tbody>` of its own (HTML, 4.9.5 and 4.9.12).
    `number` counts the tables of the page from 1 and names one that has no caption.
    """
    own = f"k_t{number}"
    shape = _shape(table)
    head = f"<thead>{_rows(table.head, table, shape, blocks, head=True)}</thead>" if table.head else ""
    body = "".join(f"<tbody>{rows}</tbody>" for rows in _groups(table, shape, blocks))
    if table.caption:
        name, caption = (
            f'aria-labelledby="{own}"',
            f'<figcaption id="{own}">{inlines(table.caption)}</figcaption>',
        )
    else:
        name, caption = f'aria-label="{escape(words.table.format(number=number))}"', ""
    note = f'<p class="k-note">{inlines(table.note)}</p>' if table.note else ""
    wide = f" k-t{shape.width}" if shape.width else ""
    drag = escape(words.drag)
    hint = f'<p class="k-drag" aria-hidden="true" data-pagefind-ignore>{drag}</p>' if wide else ""
    return (
        f'<figure class="k-table{wide}">{caption}{hint}<div class="k-scroll" role="region" tabindex="0" {name}>'
        f"<table>{head}{body}</table></div>{note}</figure>"
    )


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a narrow view needs to know: columns of prose, and the least width in rem, 0 where it always fits."""

    prose: frozenset[int] = frozenset()
    width: int = 0


def _shape(table: Table) -> _Shape:
    rows = (*zip(table.head, fold.columns_of(table.head), strict=True),)
    rows += (*zip(table.body, fold.columns_of(table.body), strict=True),)
    longest: dict[int, int] = {}
    least: dict[int, float] = {}
    for row, columns in rows:
        for cell, column in zip(row.cells, columns, strict=True):
            text = fold.plain(cell.content) if cell.colspan == 1 else ""
            longest[column] = max(longest.get(column, 0), len(text))
            word = max(map(len, text.split()), default=0)
            least[column] = max(least.get(column, 5.5), 1 + word / 2)
    if len(least) < 3:
        return _Shape()
    prose = frozenset(column for column, count in longest.items() if count > _PROSE)
    needed = sum(max(13, need) if column in prose else need for column, need in least.items())
    return _Shape(prose, next((width for width in _WIDTHS if width >= needed), _WIDTHS[-1]))


def _groups(table: Table, shape: _Shape, blocks: Callable[[Iterable[Block]], str]) -> Iterable[str]:
    """The body's rows, cut before each row group's label where no cell reaches over the cut."""
    places = fold.columns_of(table.body)
    start, reach = 0, 0
    for index, row in enumerate(table.body):
        if index >= reach and index > start and row.cells and row.cells[0].heading and row.cells[0].rowspan > 1:
            yield _rows(table.body[start:index], table, shape, blocks, places=places[start:index])
            start = index
        reach = max([reach, *(index + cell.rowspan for cell in row.cells)])
    if table.body[start:]:
        yield _rows(table.body[start:], table, shape, blocks, places=places[start:])


def _rows(
    rows: tuple[Row, ...],
    table: Table,
    shape: _Shape,
    blocks: Callable[[Iterable[Block]], str],
    head: bool = False,
    places: tuple[tuple[int, ...], ...] = (),
) -> str:
    written = []
    for row, columns in zip(rows, places or fold.columns_of(rows), strict=True):
        cells = (
            _cell(cell, column, table, shape, blocks, head) for cell, column in zip(row.cells, columns, strict=True)
        )
        written.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(written)


def _cell(
    cell: Cell, column: int, table: Table, shape: _Shape, blocks: Callable[[Iterable[Block]], str], head: bool
) -> str:
    content = blocks(cell.content)
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    align = _ALIGN.get(table.align[column], "") if column < len(table.align) else ""
    names = [align] if align else []
    if shape.width and cell.colspan == 1:
        names += ["l"] if column == 0 else []
        names += ["p"] if column in shape.prose else []
    named = f' class="{" ".join(names)}"' if names else ""
    if not content or not (head or cell.heading):
        return f"<td{spans}{named}>{content}</td>"
    single, several = ("col", "colgroup") if head else ("row", "rowgroup")
    scope = several if (cell.colspan if head else cell.rowspan) > 1 else single
    return f'<th scope="{scope}"{spans}{named}>{content}</th>'
