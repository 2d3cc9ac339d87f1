"""A doubt about an equation turned into a finding at the heading or the row that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from kallelse.locale.finance import ROLES, nearest, typed_name, word_for
from kallelse.model.equation import Doubt, DoubtKind
from kallelse.model.finance import FinanceTable, Role
from kallelse.model.finding import Finding, Place
from kallelse.model.settings import Language

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
    words = {
        "name": name,
        "typed": doubt.typed,
        "candidates": _listed(doubt.candidates, table.language),
        "nearest": nearest(doubt.typed, doubt.candidates),
        "example": _example(table, doubt),
    }
    return Finding(_CODES[doubt.kind], Place(path, line), words)


def _example(table: FinanceTable, doubt: Doubt) -> str:
    """A mark that would say which one is meant: `[= Prognos − Budget]`, `[andel av Budget]`."""
    if doubt.column is None or not doubt.candidates:
        return ""
    last = typed_name(doubt.candidates[-1])
    if doubt.kind is DoubtKind.SHARE_SEVERAL:
        budgets = [column.heading for column in table.columns if column.role is Role.BUDGET]
        share = word_for(Role.SHARE, ROLES, table.language)
        return f"[{share} {'av' if table.language == 'sv' else 'of'} {budgets[0] if budgets else last}]"
    if doubt.kind is DoubtKind.COLUMNS_SEVERAL:
        return f"[= {' + '.join(typed_name(name) for name in doubt.candidates)}]"
    if doubt.kind is not DoubtKind.BASE_SEVERAL:
        return ""
    group = table.columns[doubt.column].group
    near = [column for column in table.columns if column.group == group]
    budgets = [column.heading for column in near if column.role is Role.BUDGET]
    actuals = [column.heading for column in near if column.role in (Role.OUTCOME, Role.FORECAST)]
    if doubt.candidates[-1] in budgets:
        return f"[= {typed_name(actuals[-1])} − {last}]" if actuals else ""
    return f"[= {last} − {typed_name(budgets[-1])}]" if budgets else ""


def _listed(names: Sequence[str], language: Language) -> str:
    """`Utfall, Bokslut och Prognos`."""
    last = " och " if language == "sv" else " and "
    return last.join(filter(None, (", ".join(names[:-1]), *names[-1:])))
