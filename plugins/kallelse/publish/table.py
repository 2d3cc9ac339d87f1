"""A table of text turned into HTML: heads of several levels, row groups, lists in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from kallelse.locale.site import Words
from kallelse.model import fold
from kallelse.model.text import Block, Cell, Inline, Row, Table

_ALIGN = {"left": "", "center": "c", "right": "n"}


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
    head = f"<thead>{_rows(table.head, table, blocks, head=True)}</thead>" if table.head else ""
    body = "".join(f"<tbody>{rows}</tbody>" for rows in _groups(table, blocks))
    if table.caption:
        name, caption = (
            f'aria-labelledby="{own}"',
            f'<figcaption id="{own}">{inlines(table.caption)}</figcaption>',
        )
    else:
        name, caption = f'aria-label="{escape(words.table.format(number=number))}"', ""
    note = f'<p class="k-note">{inlines(table.note)}</p>' if table.note else ""
    return (
        f'<figure class="k-table">{caption}<div class="k-scroll" role="region" tabindex="0" {name}>'
        f"<table>{head}{body}</table></div>{note}</figure>"
    )


def _groups(table: Table, blocks: Callable[[Iterable[Block]], str]) -> Iterable[str]:
    """The body's rows, cut before each row group's label where no cell reaches over the cut."""
    places = fold.columns_of(table.body)
    start, reach = 0, 0
    for index, row in enumerate(table.body):
        if index >= reach and index > start and row.cells and row.cells[0].heading and row.cells[0].rowspan > 1:
            yield _rows(table.body[start:index], table, blocks, places=places[start:index])
            start = index
        reach = max([reach, *(index + cell.rowspan for cell in row.cells)])
    if table.body[start:]:
        yield _rows(table.body[start:], table, blocks, places=places[start:])


def _rows(
    rows: tuple[Row, ...],
    table: Table,
    blocks: Callable[[Iterable[Block]], str],
    head: bool = False,
    places: tuple[tuple[int, ...], ...] = (),
) -> str:
    written = []
    for row, columns in zip(rows, places or fold.columns_of(rows), strict=True):
        cells = (_cell(cell, column, table, blocks, head) for cell, column in zip(row.cells, columns, strict=True))
        written.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(written)


def _cell(cell: Cell, column: int, table: Table, blocks: Callable[[Iterable[Block]], str], head: bool) -> str:
    content = blocks(cell.content)
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    align = _ALIGN.get(table.align[column], "") if column < len(table.align) else ""
    shape = f' class="{align}"' if align else ""
    if not content or not (head or cell.heading):
        return f"<td{spans}{shape}>{content}</td>"
    single, several = ("col", "colgroup") if head else ("row", "rowgroup")
    scope = several if (cell.colspan if head else cell.rowspan) > 1 else single
    return f'<th scope="{scope}"{spans}{shape}>{content}</th>'
