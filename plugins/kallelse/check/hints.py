"""An equation that does not hold turned into what would make it hold: a sign, a row left out, another kind."""

from __future__ import annotations

from fractions import Fraction

from kallelse.locale.finance import KINDS, word_for
from kallelse.model.equation import Outcome, Verdict, cell_at, judge
from kallelse.model.finance import FinanceRowKind, FinanceTable
from kallelse.model.formula import Ref
from kallelse.model.sums import SUMS, added_rows, is_item, row_sum, summed_columns

_HOLDS = (Outcome.EXACT, Outcome.ROUNDING)


def wrong_part(table: FinanceTable, verdict: Verdict) -> Ref | None:
    """The one part whose sign turned round makes the equation hold."""
    found = []
    for term in verdict.equation.terms:
        value = cell_at(table, term.ref).value
        if value and verdict.allows(verdict.stated + 2 * term.weight * Fraction(value)):
            found.append(term.ref)
    return found[0] if len(found) == 1 else None


def missing_row(table: FinanceTable, verdict: Verdict) -> Ref | None:
    """The one row whose figure is the whole difference: added though it was not meant, or left out."""
    equation, difference = verdict.equation, verdict.difference
    weights = {term.ref.row: term.weight for term in equation.terms}
    found = []
    for index, row in enumerate(table.rows):
        value = row.cells[equation.target.column].value
        if index == equation.target.row or row.kind in SUMS or not value:
            continue
        weight = weights.get(index)
        if abs(Fraction(value)) == abs(difference) if weight is None else -weight * Fraction(value) == difference:
            found.append(Ref(index, equation.target.column))
    return found[0] if len(found) == 1 else None


def other_kind(table: FinanceTable, row: int) -> tuple[str, dict[str, str]] | None:
    """The kind that the row would hold as in all its columns, or the row above it that is a heading if it
    holds.

    Returns a code and its words.
    """
    own = table.rows[row].kind
    tried = {added_rows(table, row, own)}
    for kind in SUMS:
        rows = added_rows(table, row, kind)
        if rows in tried:
            continue
        tried.add(rows)
        if _all_hold(table, row, rows):
            return "finance-sum-kind", {
                "mark": f"[{word_for(kind, KINDS, table.language)}]",
                "kind": word_for(own, KINDS, table.language),
            }
    for index in range(row - 1, -1, -1):
        other = table.rows[index]
        bare = other.kind is FinanceRowKind.ITEM and other.label and not any(c.printed for c in other.cells[1:])
        rows = tuple(i for i in range(index + 1, row) if is_item(table, i))
        if bare and rows not in tried and _all_hold(table, row, rows):
            heading = word_for(FinanceRowKind.HEADING, KINDS, table.language)
            return "finance-sum-heading", {"heading": other.label, "mark": f"[{heading}]"}
    return None


def _all_hold(table: FinanceTable, row: int, rows: tuple[int, ...]) -> bool:
    """Whether the row is the sum of those rows in every column that has a figure, one of them not zero."""
    stated = [
        column
        for column in summed_columns(table)
        if table.rows[row].cells[column].value is not None and not table.rows[row].cells[column].computed
    ]
    holds = all(judge(table, row_sum(table, Ref(row, column), rows)).outcome in _HOLDS for column in stated)
    return holds and any(table.rows[row].cells[column].value for column in stated)
