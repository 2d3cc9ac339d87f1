"""The words of one text turned into findings for letters that no shipped face has or that nobody can see."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeAlias

from kallelse.fonts.letters import ORDINARY, letter_findings
from kallelse.model import fold
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding, Place
from kallelse.model.text import CodeBlock, Process

Line: TypeAlias = tuple[int, str]
"""Words that are printed, after the number of the source line that they come from."""


def check_letters(path: str, lines: Collection[Line]) -> Iterator[Finding]:
    """Findings about the letters of `lines`, which stand in the file `path`."""
    # Nearly every text has none but ordinary letters, which is seen sooner of all lines at once.
    if ORDINARY.fullmatch("".join(words for _, words in lines)):
        return
    for line, words in lines:
        yield from letter_findings(Place(path, line), words)


def code_lines(block: CodeBlock) -> Iterator[Line]:
    """The lines of a block of code."""
    return enumerate(block.value.split("\n"), start=block.line + 1)


def process_lines(block: Process) -> Iterator[Line]:
    """The words of a way of working: its caption and its steps."""
    yield block.line, block.caption
    for step in block.steps:
        yield step.line or block.line, f"{step.title} {step.text}"


def table_lines(table: FinanceTable) -> Iterator[Line]:
    """The words around the cells of a finance table."""
    yield table.line, f"{table.caption} {table.unit} {table.note} {fold.finance_head(table)}"


def cell_lines(table: FinanceTable) -> Iterator[Line]:
    """What the cells of a finance table print."""
    for row in table.rows:
        line = row.line or table.line
        yield from ((cell.line or line, cell.printed) for cell in row.cells)
