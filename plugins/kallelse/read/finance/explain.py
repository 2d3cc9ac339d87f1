"""A finance table turned into lines that tell what was inferred, which equations hold and what was computed."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.locale.equations import amount, parts_text, result_places
from kallelse.locale.explanation import EXPLANATIONS, LABEL_WORD
from kallelse.locale.finance import DEVIATIONS, KINDS, ROLES, word_for
from kallelse.model.equation import Equation, Outcome, cell_at, judge
from kallelse.model.finance import FinanceTable, Role, cell_name
from kallelse.model.settings import Language
from kallelse.model.sums import equations


def explain(table: FinanceTable, language: Language) -> tuple[str, ...]:
    """What `table` was understood to be: unit and signs, columns, rows, equations, computed cells; a line
    each.
    """
    return tuple(_lines(table, language))


def _lines(table: FinanceTable, language: Language) -> Iterator[str]:
    words = EXPLANATIONS[language]
    deviation = word_for(table.deviation, DEVIATIONS, language)
    yield words.table.format(unit=table.unit, signs=words.signs[table.signs], deviation=deviation)
    for index, column in enumerate(table.columns):
        if column.role is Role.LABEL and not table.labelled:
            continue
        label = column.role is Role.LABEL
        yield words.column.format(
            name=column.name or index + 1,
            role=LABEL_WORD[language] if label else word_for(column.role, ROLES, language),
            unit=f", {column.unit}" if column.unit else "",
            how=words.marked if column.declared or column.formula else words.inferred,
        )
    for row in table.rows:
        if row.label:
            yield words.row.format(
                name=row.label,
                kind=word_for(row.kind, KINDS, language),
                turned=words.turned if row.effect < 0 else "",
                how=words.marked if row.declared or row.formula else words.inferred,
            )
    for equation in equations(table):
        yield _equation(table, equation, language)
    computed = [
        f"({cell_name(table, i, j)})"
        for i, row in enumerate(table.rows)
        for j, cell in enumerate(row.cells)
        if cell.computed
    ]
    if computed:
        yield words.computed.format(cells=", ".join(computed))
    if table.rounded:
        yield words.rounded


def _equation(table: FinanceTable, equation: Equation, language: Language) -> str:
    words = EXPLANATIONS[language]
    verdict = judge(table, equation)
    target = equation.target
    result = amount(table, verdict.result, result_places(table, equation))
    outcome = verdict.outcome
    # A cell with several equations is computed by one of them; the others may give another figure.
    if outcome is Outcome.COMPUTED and result != amount(table, verdict.stated, result_places(table, equation)):
        outcome = Outcome.ROUNDING
    return words.formula.format(
        cell=cell_name(table, target.row, target.column),
        parts=parts_text(table, equation),
        outcome=words.outcomes[outcome].format(stated=cell_at(table, target).printed, result=result),
    )
