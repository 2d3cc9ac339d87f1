"""Marks of bold and italics in the cells of a grid, which would be printed as they stand, turned into findings."""

from __future__ import annotations

import re
from dataclasses import replace

from kallelse.model.finding import Finding, Place
from kallelse.read.finance.sheet import Grid, GridRow

# A footnote's star stands at the end of a word; what opens emphasis stands before one.
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=[\w(”])([^*_]*[^\s*_])\1(?![\w*_])")
_WORD = re.compile(r"[^\W\d_]{2}")


def without_emphasis(grid: Grid) -> tuple[Grid, tuple[Finding, ...]]:
    """The grid as if nothing in it were bold or in italics, so that `**Summa**` is the sum that it means.

    A figure so marked is left, and told of as what cannot be read as one.
    """
    rows: list[GridRow] = []
    findings: list[Finding] = []
    for row in grid.rows:
        cells: list[str] = []
        for index, cell in enumerate(row.cells):
            plain = _EMPHASIS.sub(r"\2", cell)
            if plain != cell and (index == 0 or _WORD.search(plain)):
                ref = row.refs[index] if index < len(row.refs) else ""
                words = {"text": cell, "plain": plain}
                findings.append(Finding("finance-emphasis", Place(grid.path, row.line, ref), words))
                cells.append(plain)
            else:
                cells.append(cell)
        rows.append(replace(row, cells=tuple(cells)))
    return (replace(grid, rows=tuple(rows)), tuple(findings)) if findings else (grid, ())
