"""A finance table turned into findings: sums and deviations that do not hold, sums that are not declared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction

from kallelse.check.hints import missing_row, other_kind, wrong_part
from kallelse.check.places import place_of
from kallelse.check.unchecked import unchecked_columns, unchecked_rows
from kallelse.check.undeclared import undeclared
from kallelse.locale.equations import amount, cell_figure, parts_text, result_places, rounding_text, telling_places
from kallelse.locale.finance import DEVIATIONS, KINDS, YES_NO, word_for
from kallelse.model.equation import Equation, Outcome, Rule, Verdict, cell_at, holds, judge
from kallelse.model.finance import FinanceRowKind, FinanceTable, cell_name
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.formula import Ref
from kallelse.model.sideways import is_good_signed
from kallelse.model.sums import ITEMS, equations

_MANY_PARTS = 4
# What makes a cell words and not a figure that was typed otherwise: two letters side by side.
_WORD = re.compile(r"[^\W\d_]{2}")
_TRUTHS = frozenset(word for words in YES_NO.values() for word in words)


def check_table(table: FinanceTable) -> tuple[Finding, ...]:
    """What a table states that its own figures contradict beyond rounding (error) or hardly bear out
    (remark).
    """
    sound: list[Equation] = []
    verdicts: list[Verdict] = []
    made = tuple(equations(table))
    for equation in made:
        if holds(table, equation):
            sound.append(equation)
        else:
            verdicts.append(judge(table, equation))
    sound += (each.equation for each in verdicts if each.outcome in (Outcome.EXACT, Outcome.ROUNDING))
    borne_out = {equation.target for equation in sound}
    wrong = tuple(
        verdict
        for verdict in verdicts
        if verdict.outcome is Outcome.WRONG and not (table.signs_told and verdict.equation.rule is Rule.DEVIATION)
    )
    findings: list[Finding] = []
    explained: set[int] = set()
    for verdict in wrong:
        row = verdict.equation.target.row
        if verdict.equation.rule is Rule.ROWS and row not in explained:
            hint = other_kind(table, row)
            if hint is not None:
                explained.add(row)
                code, words = hint
                findings.append(_finding(table, verdict, code, words))
    findings += (
        _wrong(table, verdict, verdict.equation.target in borne_out)
        for verdict in wrong
        if verdict.equation.rule is not Rule.ROWS or verdict.equation.target.row not in explained
    )
    findings += (_unlikely(table, verdict) for verdict in verdicts if verdict.outcome is Outcome.UNLIKELY)
    if not wrong:
        # What is stated wrongly goes into what is computed, and is told already.
        contradicted = (verdict for verdict in verdicts if verdict.outcome is Outcome.CONTRADICTED)
        findings += (_finding(table, verdict, "finance-computed-contradicted") for verdict in contradicted)
    in_sums = tuple(_words(table, made))
    told = {finding.place for finding in in_sums}
    findings += in_sums
    findings += (finding for finding in _figure_like(table) if finding.place not in told)
    if _ends_blank(table):
        last = len(table.rows) - 1
        words = {"label": table.rows[last].label, "mark": f"[{word_for(FinanceRowKind.SUM, KINDS, table.language)}]"}
        findings.append(Finding("finance-row-blank", place_of(table, last, 0), words, Severity.REMARK))
    findings += _computed(table, made, sound)
    return tuple(findings)


def _computed(table: FinanceTable, made: Collection[Equation], sound: Collection[Equation]) -> Iterator[Finding]:
    """Remarks on rows and columns that look computed though nothing says that they are."""
    equal = dict(undeclared(table))
    for row, kind in equal.items():
        words = {"label": table.rows[row].label, "mark": f"[{word_for(kind, KINDS, table.language)}]"}
        yield Finding("finance-sum-undeclared", place_of(table, row, 0), words, Severity.REMARK)
    for row in unchecked_rows(table, sound, equal):
        words = {"label": table.rows[row].label}
        yield Finding("finance-result-unchecked", place_of(table, row, 0), words, Severity.REMARK)
    for column, mark in unchecked_columns(table, made):
        heading = table.columns[column]
        place = Place(table.grid_path or table.path, heading.line or table.line)
        yield Finding("finance-column-unchecked", place, {"name": heading.heading, "example": mark}, Severity.REMARK)


def _words(table: FinanceTable, made: Iterable[Equation]) -> Iterator[Finding]:
    """The words among the parts of a sum, which then cannot be computed (error) or checked (remark)."""
    told: set[Ref] = set()
    for equation in made:
        if equation.rule not in (Rule.ROWS, Rule.GROUP):
            continue
        target = cell_at(table, equation.target)
        code, severity = ("finance-words-checked", Severity.REMARK)
        if target.is_nothing and not target.printed:
            code, severity = ("finance-words-computed", Severity.ERROR)
        for ref in equation.refs:
            cell = cell_at(table, ref)
            if cell.is_words and ref not in told:
                told.add(ref)
                words = {
                    "cell": cell_name(table, ref.row, ref.column),
                    "text": cell.printed,
                    "sum": table.rows[equation.target.row].label,
                }
                yield Finding(code, place_of(table, ref.row, ref.column), words, severity)


def _figure_like(table: FinanceTable) -> Iterator[Finding]:
    """Remarks on what looks like a figure in a column of figures but cannot be read as one."""
    for index, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell.is_words and table.columns[column].role.is_figure and _is_figure_like(cell.printed):
                words = {"cell": cell_name(table, index, column), "text": cell.printed}
                yield Finding("finance-figure-like", place_of(table, index, column), words, Severity.REMARK)


def _is_figure_like(text: str) -> bool:
    """Whether digits stand there and no word, or a spreadsheet's true or false, which Excel never counts."""
    return text in _TRUTHS or (any(letter.isnumeric() for letter in text) and not _WORD.search(text))


def _ends_blank(table: FinanceTable) -> bool:
    """Whether the last row has no figure: it heads nothing, and most likely it is a result to be computed."""
    if not table.rows:
        return False
    last = table.rows[-1]
    return last.kind in ITEMS and bool(last.label) and not any(cell.printed for cell in last.cells[1:])


def _wrong(table: FinanceTable, verdict: Verdict, borne_out: bool) -> Finding:
    """The finding on an equation that does not hold; `borne_out` where another equation bears out its result."""
    equation = verdict.equation
    if verdict.stated and verdict.allows(-verdict.stated) and not borne_out:
        return _finding(table, verdict, _sign_code(table, verdict))
    if equation.quotient is not None:
        return _finding(table, verdict, "finance-quotient-wrong")
    part = wrong_part(table, verdict)
    if part is not None:
        words = {"part": cell_name(table, part.row, part.column), "figure": cell_figure(table, part)}
        return _finding(table, verdict, "finance-sign-part", words)
    if equation.rule is Rule.EQUAL:
        other = equation.terms[0].ref
        words = {"other": table.rows[other.row].label, "figure": cell_figure(table, other, verdict.stated)}
        return _finding(table, verdict, "finance-equal-wrong", words)
    if equation.rule in (Rule.ROWS, Rule.GROUP):
        row = missing_row(table, verdict)
        if row is not None:
            words = {"row": table.rows[row.row].label, "figure": cell_figure(table, row)}
            return _finding(table, verdict, "finance-sum-row", words)
        if len(equation.terms) > _MANY_PARTS:
            return _finding(table, verdict, "finance-rows-wrong")
    return _finding(table, verdict, "finance-sum-wrong")


def _sign_code(table: FinanceTable, verdict: Verdict) -> str:
    if verdict.equation.rule is not Rule.DEVIATION:
        return "finance-sign"
    good = is_good_signed(table, verdict.equation.target.column)
    return "finance-sign-good" if good else "finance-sign-rule"


def _unlikely(table: FinanceTable, verdict: Verdict) -> Finding:
    code = "finance-unlikely-lower" if verdict.difference < 0 else "finance-unlikely-higher"
    return _finding(table, verdict, code, severity=Severity.REMARK)


def _finding(
    table: FinanceTable,
    verdict: Verdict,
    code: str,
    more: Mapping[str, str] | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    target = verdict.equation.target
    most = max(cell_at(table, ref).decimals for ref in (target, *verdict.equation.refs))
    places = telling_places(verdict.stated, verdict.result, result_places(table, verdict.equation), most)
    unit = Fraction(1, 10**places)
    words = {
        "cell": cell_name(table, target.row, target.column),
        "label": _short_name(table, verdict),
        "stated": cell_figure(table, target, verdict.result),
        "parts": parts_text(table, verdict.equation),
        "result": amount(table, verdict.result, places),
        "signed": amount(table, verdict.result, places, plus=True),
        "difference": amount(table, abs(verdict.difference), places),
        "rounding": rounding_text(table, verdict.most, places),
        "low": amount(table, (verdict.low // unit + 1) * unit, places),
        "high": amount(table, -((-verdict.high) // unit + 1) * unit, places),
        "count": str(verdict.parts),
        "rule": word_for(table.deviation, DEVIATIONS, table.language),
    }
    return Finding(code, place_of(table, target.row, target.column), {**words, **(more or {})}, severity)


def _short_name(table: FinanceTable, verdict: Verdict) -> str:
    """What may be left blank: the row's cell for a sum of rows, the column's for what is made along the row."""
    target = verdict.equation.target
    row, column = table.rows[target.row].label, table.columns[target.column]
    heading = column.heading or column.group
    return heading or row if verdict.equation.rule.is_sideways or not row else row
