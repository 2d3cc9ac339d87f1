"""A finance table turned into the groups of rows that its headings make."""

from __future__ import annotations

from kallelse.model.finance import FinanceRowKind, FinanceTable
from kallelse.model.sums import equations


def row_groups(table: FinanceTable) -> tuple[int | None, ...]:
    """For each row the index of the heading of its group, which is in it, too; None for what stands under none.

    What is reckoned from rows above the heading (`Totalt`, `Netto`) is no part of it, nor are the rows after that.
    """
    if all(row.kind is not FinanceRowKind.HEADING for row in table.rows):
        # Most tables have none, and their equations take a while to make.
        return (None,) * len(table.rows)
    first = list(range(len(table.rows)))
    for made in equations(table):
        first[made.target.row] = min((first[made.target.row], *(ref.row for ref in made.refs)))
    found: list[int | None] = []
    heading: int | None = None
    for index, row in enumerate(table.rows):
        if row.kind is FinanceRowKind.HEADING:
            heading = index
        elif heading is not None and first[index] < heading:
            heading = None
        found.append(heading)
    return tuple(found)
