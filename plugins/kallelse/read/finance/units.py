"""Cells of another unit than their table's, all down a column, turned into one finding at its heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kallelse.model.finance import FinanceColumn
from kallelse.model.finding import Finding, Place
from kallelse.read.finance.cells import Content

CELL_UNIT = "finance-cell-unit"


def unit_findings(
    slips: Iterable[tuple[int, Finding]], columns: Sequence[FinanceColumn], contents: Sequence[Sequence[Content]]
) -> tuple[Finding, ...]:
    """What is wrong in cells, each with its column; once where all figures of a column have the same other unit."""
    met = tuple(slips)
    told: dict[int, list[Finding]] = {}
    for index, finding in met:
        if finding.code == CELL_UNIT:
            told.setdefault(index, []).append(finding)
    whole = {
        index
        for index, found in told.items()
        if len(found) > 1
        and len(found) == sum(row[index].figure is not None for row in contents)
        and len({finding.words["unit"] for finding in found}) == 1
    }
    findings = [finding for index, finding in met if index not in whole or finding.code != CELL_UNIT]
    for index in sorted(whole):
        first, column = told[index][0], columns[index]
        words = {**first.words, "name": column.heading or column.group}
        findings.append(Finding("finance-column-unit", Place(first.place.path, column.line or first.place.line), words))
    return tuple(findings)
