"""Rows marked as equal to a row of another table of the same case, turned into findings where they are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from kallelse.check.places import place_of
from kallelse.locale.equations import cell_figure
from kallelse.locale.finance import UNIT_WORDS, asked, meaning
from kallelse.model.equation import cell_at
from kallelse.model.finance import FinanceTable, Role, cell_name, label_key, unit_at
from kallelse.model.finding import Finding
from kallelse.model.formula import Ref
from kallelse.model.sums import rows_named

_KRONOR = {"kr": 1, "tkr": 1000, "mnkr": 1000000}


def check_equality(tables: Sequence[FinanceTable], unread: Collection[str] = ()) -> tuple[Finding, ...]:
    """Each `[lika: tabell/rad]` against the table that it names, column by column with the same headings.

    Two figures of different units are equal when their ranges meet. Tables that could not be read, `unread` by their
    ids, are told of elsewhere; one without id may be any.
    """
    by_id = {table.id: table for table in tables if table.id}
    findings: list[Finding] = []
    for table in tables:
        for index, row in enumerate(table.rows):
            if "/" not in row.equals or rows_named(table, row.equals, index):
                continue
            name, _, label = row.equals.partition("/")
            other = by_id.get(name.strip())
            if other is None and (name.strip() in unread or "" in unread):
                continue
            if other is None:
                code, told = (
                    asked(("finance-equal-table", "finance-equal-table-listed"), name, by_id)
                    if by_id
                    else ("finance-equal-none", {})
                )
                words = {"id": name.strip(), "label": row.label, **told}
                findings.append(Finding(code, place_of(table, index, 0), words))
            else:
                findings += _compared(table, index, other, label.strip())
    return tuple(findings)


def _compared(table: FinanceTable, index: int, other: FinanceTable, label: str) -> Iterator[Finding]:
    # No row is held against itself.
    found = rows_named(other, label, index if other is table else -1)
    place = place_of(table, index, 0)
    words = {"label": table.rows[index].label, "row": label, "id": other.id}
    if len(found) > 1:
        yield Finding("finance-equal-row-several", place, words)
        return
    if not found:
        labels = (row.label for row in other.rows if row.label and row is not table.rows[index])
        code, told = asked(("finance-equal-row", "finance-equal-row-listed"), label, labels)
        yield Finding(code, place, {**words, **told})
        return
    pairs = tuple(_pairs(table, other))
    if not pairs:
        yield Finding("finance-equal-columns", place, words)
    for mine, theirs in pairs:
        here, there = Ref(index, mine), Ref(found[0], theirs)
        if not _meet(table, here, other, there):
            one, two = (Fraction(cell_at(*each).value or 0) for each in ((table, here), (other, there)))
            figures = {
                "cell": cell_name(table, index, mine),
                "stated": cell_figure(table, here, two),
                "figure": cell_figure(other, there, one),
                "unit": unit_at(table, here.row, here.column),
                "other_unit": unit_at(other, there.row, there.column),
            }
            yield Finding("finance-equal-other", place_of(table, index, mine), {**words, **figures})


def _pairs(table: FinanceTable, other: FinanceTable) -> Iterator[tuple[int, int]]:
    """The figure columns that have the same group and heading, or the same heading where only one has it."""
    for mine, column in enumerate(table.columns):
        if not column.role.is_figure or column.role is Role.SHARE:
            continue
        candidates = [i for i, one in enumerate(other.columns) if one.role.is_figure]
        for found in (
            [i for i in candidates if label_key(other.columns[i].name) == label_key(column.name)],
            [i for i in candidates if label_key(other.columns[i].heading) == label_key(column.heading)],
        ):
            if len(found) == 1:
                yield mine, found[0]
                break


def _meet(table: FinanceTable, here: Ref, other: FinanceTable, there: Ref) -> bool:
    mine, theirs = cell_at(table, here), cell_at(other, there)
    if mine.value is None or theirs.value is None:
        return mine.is_nothing or theirs.is_nothing
    one, two = _scale(table, here), _scale(other, there)
    difference = abs(Fraction(mine.value) * one - Fraction(theirs.value) * two)
    return not difference or difference < mine.half * one + theirs.half * two


def _scale(table: FinanceTable, ref: Ref) -> int:
    return _KRONOR.get(meaning(unit_at(table, ref.row, ref.column), UNIT_WORDS) or "", 1)
