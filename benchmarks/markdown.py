"""Blocks turned into Markdown: with the fences of Kallelse, or as any Markdown program takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.documents import Block, Grid, Heading, Para, Points


def markdown(blocks: Sequence[Block], *, fences: bool) -> str:
    """The body of a file; without `fences` a financial table is a pipe table under its caption."""
    notes: list[str] = []
    parts = [_block(block, notes, fences) for block in blocks]
    parts += [f"[^{number}]: {note}" for number, note in enumerate(notes, start=1)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, notes: list[str], fences: bool) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {block.text}"
        case Para(note=""):
            return block.text
        case Para():
            notes.append(block.note)
            return f"{block.text}[^{len(notes)}]"
        case Points():
            return "\n".join(_items(block))
        case Grid(is_finance=True) if fences:
            head = f"rubrik: {block.caption.removesuffix(', mnkr')}\nenhet: mnkr\navvikelse: utfall − budget"
            return f"```ekonomi\n{head}\n\n{_row(('', *block.head[1:]))}\n{_rows(block)}\n```"
        case Grid():
            rule = "|" + "---|" * len(block.head)
            return f"Tabell: {block.caption}\n\n{_row(block.head)}\n{rule}\n{_rows(block)}"


def _items(block: Points) -> Iterator[str]:
    for number, item in enumerate(block.items):
        lead = f"**{block.leads[number]}** " if block.leads else ""
        yield f"{number + 1}. {item}" if block.numbered else f"- {lead}{item}"


def _rows(block: Grid) -> str:
    return "\n".join(_row(row) for row in block.rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
