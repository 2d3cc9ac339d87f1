"""A doubt about an equation turned into a finding at the heading or the row that it is about."""

from __future__ import annotations

from kallelse.locale.finance import asked, typed_name
from kallelse.locale.lists import listed
from kallelse.model.equation import Doubt, DoubtKind
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding, Place
from kallelse.read.finance.fitting import difference_mark, share_mark

_CODES = {
    DoubtKind.FORMULA_BROKEN: "finance-formula",
    DoubtKind.NAME_UNKNOWN: "finance-name-unknown",
    DoubtKind.NAME_SEVERAL: "finance-name-several",
    DoubtKind.BASE_SEVERAL: "finance-base-several",
    DoubtKind.BASE_MISSING: "finance-base-missing",
    DoubtKind.SHARE_SEVERAL: "finance-share-several",
    DoubtKind.COLUMNS_SEVERAL: "finance-columns-several",
    DoubtKind.CIRCLE: "finance-circle",
}
_FITTING = {DoubtKind.BASE_SEVERAL: "finance-base-fits", DoubtKind.SHARE_SEVERAL: "finance-share-fits"}


def finding_of(table: FinanceTable, doubt: Doubt) -> Finding:
    """The finding, with what could be meant: a whole mark to copy where a column must say what it is of."""
    path = table.grid_path or table.path
    if doubt.row is not None:
        row = table.rows[doubt.row]
        line, name = row.line, row.label
    else:
        assert doubt.column is not None
        column = table.columns[doubt.column]
        line, name = column.line or table.line, column.heading or column.group
    example, fits = _example(table, doubt)
    words = {
        "name": name,
        "typed": doubt.typed,
        "candidates": listed(doubt.candidates, table.language),
        "example": example,
    }
    code = _FITTING.get(doubt.kind, _CODES[doubt.kind]) if fits else _CODES[doubt.kind]
    if doubt.kind is DoubtKind.NAME_UNKNOWN:
        code, told = asked((code, "finance-name-unknown-listed"), doubt.typed, doubt.candidates)
        words |= told
    return Finding(code, Place(path, line), words)


def _example(table: FinanceTable, doubt: Doubt) -> tuple[str, bool]:
    """A mark that would say which one is meant (`[= Prognos − Budget]`), and whether the stated figures bear it out."""
    if doubt.column is None:
        return "", False
    if doubt.kind is DoubtKind.SHARE_SEVERAL:
        return share_mark(table, doubt.column)
    if doubt.kind is DoubtKind.COLUMNS_SEVERAL:
        return f"[= {' + '.join(typed_name(name) for name in doubt.candidates)}]", False
    if doubt.kind is DoubtKind.BASE_SEVERAL:
        return difference_mark(table, doubt.column)
    return "", False
