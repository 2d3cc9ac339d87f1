"""The rows and columns of a finance table that look computed, though nothing says how and so nothing checks them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kallelse.check.undeclared import Running
from kallelse.locale.finance import (
    CHANGE_HEADING,
    DIFFERENCE_HEADING,
    PERIOD_HEADING,
    RESULT_ROW,
    ROLES,
    YEAR_HEADING,
    plain_label,
    typed_name,
    word_for,
)
from kallelse.model.equation import Equation, Rule
from kallelse.model.finance import FinanceRowKind, FinanceTable, Role
from kallelse.model.sums import ITEMS, is_item


def unchecked_rows(table: FinanceTable, sound: Collection[Equation], told: Collection[int]) -> Iterator[int]:
    """The items with two others above that are named as results, or are last and the sum above in a column at least.

    An item that a sum or a formula which holds (`sound`) counts is what it says it is; `told` are rows that others tell
    of. Shares and amounts per head make no sums.
    """
    if re.search("[%/]", table.unit):
        return
    counted = {ref.row for equation in sound if not equation.rule.is_sideways for ref in equation.refs}
    above = Running(table)
    for index, row in enumerate(table.rows):
        if row.kind is FinanceRowKind.HEADING:
            above = Running(table)
        elif is_item(table, index):
            free = row.kind in ITEMS and not row.declared and index not in counted and index not in told
            named = RESULT_ROW.fullmatch(plain_label(row.label)) is not None and above.precede(row)
            if free and (named or (index == len(table.rows) - 1 and above.makes_some(row))):
                yield index
            else:
                above.add(row)


def unchecked_columns(table: FinanceTable, made: Collection[Equation]) -> Iterator[tuple[int, str]]:
    """The columns named as a difference or as the sum of periods before them, with a mark that would say how.

    The sign is never guessed from the word: what one table has as plus is minus in the next. A column that another is
    made of (`made`) is given.
    """
    formulas = (equation for equation in made if equation.rule in (Rule.COLUMNS, Rule.COLUMN_FORMULA))
    used = {ref.column for equation in formulas for ref in equation.refs}
    for index, column in enumerate(table.columns):
        if column.role is not Role.AMOUNT or column.declared or column.formula or index in used:
            continue
        figures = [i for i, one in enumerate(table.columns) if one.role.is_figure and one.role is not Role.SHARE]
        same = [i for i in figures if table.columns[i].group == column.group]
        before = [i for i in same if i < index] or [i for i in figures if i < index]
        heading = plain_label(column.heading)
        if len(before) < 2:
            continue
        last = index == max(same)
        if DIFFERENCE_HEADING.match(heading) or (last and CHANGE_HEADING.fullmatch(heading)):
            second, first = (typed_name(table.columns[i].heading) for i in before[-2:])
            yield index, f"[= {first} − {second}]"
        elif YEAR_HEADING.fullmatch(heading) and _are_periods(table, before):
            yield index, f"[{word_for(Role.SUM, ROLES, table.language)}]"


def _are_periods(table: FinanceTable, columns: Sequence[int]) -> bool:
    return all(PERIOD_HEADING.fullmatch(plain_label(table.columns[i].heading)) for i in columns)
