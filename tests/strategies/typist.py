"""A text tree typed as the Markdown that says it, which tells the source line of each leaf."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from kallelse.model import fold
from kallelse.model.rewritten import rewrite
from kallelse.model.text import (
    Block,
    Body,
    Break,
    BulletList,
    Cell,
    Cite,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
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
    Recorded,
    Row,
    Rule,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)

# While it is typed, the line of a leaf is its number, and a private letter stands where it begins.
_FIRST_MARK = 0x100000
_ESCAPED = {ord(sign): f"\\{sign}" for sign in string.punctuation}
_FENCE = "~" * 12


@dataclass(frozen=True, slots=True)
class Typed:
    """Markdown, and the body that it says; each leaf of the body has its source line, counted from 1."""

    source: str
    body: Body


def type_body(body: Body) -> Typed:
    """The Markdown of a body without finance tables."""
    count = 0

    def numbered(inline: Inline) -> Inline:
        nonlocal count
        count += 1
        return _with_line(inline, count)

    body = rewrite(body, numbered)
    typed = blocks(body.blocks)
    for note in body.notes:
        first, *rest = blocks(note.content)
        typed += ["", f"[^{note.key}]: {first}", *indented(rest)]
    source = "\n".join(typed)
    lines: dict[int, int] = {}
    for number, line in enumerate(source.split("\n"), start=1):
        lines.update({ord(letter) - _FIRST_MARK: number for letter in line if ord(letter) >= _FIRST_MARK})

    def lined(inline: Inline) -> Inline:
        return inline if isinstance(inline, _NO_LINE) else _with_line(inline, lines[inline.line])

    unmarked = "".join(letter for letter in source if ord(letter) < _FIRST_MARK)
    return Typed(unmarked, rewrite(body, lined))


_NO_LINE = (Emph, Strong, Strike, Sup, Sub, Break)


def _with_line(inline: Inline, line: int) -> Inline:
    return inline if isinstance(inline, _NO_LINE) else replace(inline, line=line)


def escaped(text: str) -> str:
    """`text` with a backslash before each sign of punctuation."""
    return text.translate(_ESCAPED)


def indented(lines: Iterable[str]) -> list[str]:
    """`lines` one level further in."""
    return [f"    {line}" if line else "" for line in lines]


def blocks(content: Sequence[Block], *, tight: bool = False) -> list[str]:
    """The lines of blocks with a blank line between them, but for those of a tight item."""
    lines: list[str] = []
    for block in content:
        if lines and not tight:
            lines.append("")
        lines += _block(block)
    return lines


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * block.level} {inlines(block.content)}"]
        case Para() | Plain():
            return inlines(block.content).split("\n")
        case BulletList():
            return _items(["-"] * len(block.items), block.items)
        case OrderedList():
            return _items([f"{block.start + place}." for place in range(len(block.items))], block.items)
        case DefinitionList():
            lines: list[str] = []
            for item in block.items:
                lines += ["", inlines(item.term)]
                for meaning in item.meanings:
                    first, *rest = blocks(meaning)
                    lines += [f":   {first}", *indented(rest)]
            return lines[1:]
        case Table():
            return _table(block)
        case Quote():
            return [f"> {line}" if line else ">" for line in blocks(block.content)]
        case CodeBlock():
            return [_FENCE, *block.value.split("\n"), _FENCE]
        case Figure():
            title = f' "{inlines(block.caption)}"' if block.caption else ""
            return [_image(block.image, title)]
        case Process():
            steps = [f"{place}. {step.title}: {step.text}" for place, step in enumerate(block.steps, start=1)]
            return [f"{_FENCE}process", *([f"caption: {block.caption}"] if block.caption else []), *steps, _FENCE]
        case Rule():
            return ["***"]
        case FinanceBlock():
            raise ValueError("a finance table is not typed")
        case Recorded():
            raise ValueError("what the minutes record is not typed in letters")
        case never:
            assert_never(never)


def _items(markers: Sequence[str], items: Sequence[tuple[Block, ...]]) -> list[str]:
    loose = any(isinstance(block, Para) for item in items for block in item)
    lines: list[str] = []
    for marker, item in zip(markers, items, strict=True):
        if lines and loose:
            lines.append("")
        first, *rest = blocks(item, tight=not loose)
        lines += [f"{marker} {first}", *indented(rest)]
    return lines


def _table(table: Table) -> list[str]:
    aligns = {"left": ":---", "center": ":---:", "right": "---:"}
    lines = [f"{_FENCE}table"]
    if table.caption:
        lines.append(f"caption: {inlines(table.caption, on_one_line=True)}")
    if table.note:
        lines.append(f"note: {inlines(table.note, on_one_line=True)}")
    lines += ["", *_rows(table.head), f"|{'|'.join(aligns[align] for align in table.align)}|", *_rows(table.body)]
    return [*lines, _FENCE]


def _rows(rows: Sequence[Row]) -> list[str]:
    width = max(sum(cell.colspan for cell in rows[0].cells), 1)
    lines = []
    for row, columns in zip(rows, fold.columns_of(rows), strict=True):
        typed = [""] * width
        for cell, column in zip(row.cells, columns, strict=True):
            typed[column] = _cell(cell)
        lines.append("| " + " | ".join(typed) + " |")
    return lines


def _cell(cell: Cell) -> str:
    typed = []
    for block in cell.content:
        if isinstance(block, BulletList):
            items = "".join(f"<li>{_cell(Cell(item))}</li>" for item in block.items)
            typed.append(f"<ul>{items}</ul>")
        else:
            assert isinstance(block, Plain)
            typed.append(inlines(block.content, on_one_line=True))
    return "".join(typed)


def inlines(content: Sequence[Inline], *, on_one_line: bool = False) -> str:
    """Inlines as they are typed; a text right after another begins a new line."""
    pieces: list[str] = []
    for place, inline in enumerate(content):
        if isinstance(inline, Text) and place and isinstance(content[place - 1], Text):
            pieces[-1] = pieces[-1].rstrip(" ") + "\n"
        pieces.append(_inline(inline, on_one_line=on_one_line))
    return "".join(pieces)


def _inline(inline: Inline, *, on_one_line: bool) -> str:
    match inline:
        case Text():
            return _mark(inline) + escaped(inline.value)
        case Emph():
            return f"*{inlines(inline.content)}*"
        case Strong():
            return f"**{inlines(inline.content)}**"
        case Strike():
            return f"~~{inlines(inline.content)}~~"
        case Sup():
            return f"<sup>{inlines(inline.content)}</sup>"
        case Sub():
            return f"<sub>{inlines(inline.content)}</sub>"
        case Code():
            return f"{_mark(inline)}`{inline.value}`"
        case Link():
            return f"{_mark(inline)}[{inlines(inline.content)}]({inline.target})"
        case Break():
            return "<br>" if on_one_line else "  \n"
        case Image():
            return _image(inline)
        case NoteRef():
            return f"{_mark(inline)}[^{inline.key}]"
        case Cite():
            option = "\\|unsigned" if inline.unsigned else ""
            return f"{_mark(inline)}{{{inline.table}: {', '.join(inline.labels)}{option}}}"
        case never:
            assert_never(never)


def _image(image: Image, title: str = "") -> str:
    return f"{_mark(image)}![{escaped(image.alt)}]({image.source}{title})"


def _mark(inline: Text | Code | Link | Image | NoteRef | Cite) -> str:
    return chr(_FIRST_MARK + inline.line)
