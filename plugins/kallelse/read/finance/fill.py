"""A finance table as typed turned into one whose blanks are computed where its own equations give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from kallelse.locale.figures import printed, rounded, with_unit
from kallelse.model.equation import WIDE, Equation, Rule, cell_at, cell_range
from kallelse.model.finance import FinanceCell, FinanceRow, FinanceTable, Role
from kallelse.model.formula import Range, Ref
from kallelse.read.finance.cells import said_decimals

_SHARE_DECIMALS = 1
# What is kept of a figure without end, beyond the decimals that it is printed with.
_MORE = 6


def filled(table: FinanceTable, made: Sequence[Equation]) -> FinanceTable:
    """The table with its blank sums, deviations, shares and formulas computed, each rounded once, in print.

    `made` are its equations, which stay the same: they come of headings, labels and kinds.

    Items stay blank: nothing says what they are. What is stated is never replaced. `rounded` is set where
    sums as printed differ from their parts as printed.
    """
    by_target: dict[Ref, list[Equation]] = {}
    for equation in made:
        by_target.setdefault(equation.target, []).append(equation)
    solved = _Solver(table, by_target)
    rows = tuple(
        replace(row, cells=tuple(_filled(table, row, Ref(i, j), solved) for j in range(len(row.cells))))
        for i, row in enumerate(table.rows)
    )
    whole = replace(table, rows=rows)
    return replace(whole, rounded=any(_shows_rounding(whole, equation) for equation in made))


@dataclass(frozen=True, slots=True)
class _Solution:
    """What a cell stands for, and whether it was computed; `value` None where it has no figure."""

    value: Range | None
    computed: bool = False
    words: bool = False


class _Solver:
    """Solves each cell once, its parts before it; a circle, which is a finding of its own, leaves its cells blank."""

    def __init__(self, table: FinanceTable, by_target: Mapping[Ref, list[Equation]]) -> None:
        self._table = table
        self._by_target = by_target
        self._solutions: dict[Ref, _Solution] = {}

    def solve(self, ref: Ref) -> _Solution:
        ahead, entered = [ref], {ref}
        while ahead:
            waiting = [part for part in self._parts(ahead[-1]) if part not in self._solutions and part not in entered]
            if waiting:
                ahead += waiting
                entered.update(waiting)
            else:
                at = ahead.pop()
                self._solutions[at] = self._solve(at)
        return self._solutions[ref]

    def _parts(self, ref: Ref) -> Iterator[Ref]:
        if ref not in self._solutions and cell_at(self._table, ref).is_nothing:
            for equation in self._by_target.get(ref, ()):
                yield from equation.refs

    def _solution(self, ref: Ref) -> _Solution:
        return self._solutions.get(ref, _Solution(None))

    def _solve(self, ref: Ref) -> _Solution:
        cell = cell_at(self._table, ref)
        if cell.value is not None:
            return _Solution(cell_range(cell))
        if cell.printed:
            return _Solution(None, words=cell.is_words)
        found: list[tuple[bool, int, int, Range]] = []
        for equation in self._by_target.get(ref, ()):
            parts = [self._solution(part) for part in equation.refs]
            figures = [part for part in parts if part.value is not None]
            says = equation.says_something(len(figures), len(parts) - len(figures))
            if any(part.words for part in parts) or not says:
                continue
            result = equation.result(self._range)
            if result is not None:
                computed = sum(part.computed for part in figures)
                found.append((not figures, computed, len(parts), result))
        # Figures before none, what is given before what is computed from it, few parts before many.
        return _Solution(min(found, key=lambda one: one[:3])[3], computed=True) if found else _Solution(None)

    def _range(self, ref: Ref) -> Range:
        value = self._solution(ref).value
        return Range(Fraction(0), Fraction(0), Fraction(0)) if value is None else value


def _filled(table: FinanceTable, row: FinanceRow, ref: Ref, solver: _Solver) -> FinanceCell:
    cell = row.cells[ref.column]
    if cell.value is not None or cell.printed or not table.columns[ref.column].role.is_figure:
        return cell
    solution = solver.solve(ref)
    if solution.value is None:
        return cell
    places = _places(table, row, ref.column)
    exact = solution.value
    value, is_whole = _decimal(exact.value, places + _MORE)
    margin = max(exact.high - exact.value, exact.value - exact.low)
    if not is_whole:
        # Whoever goes on from a third takes it as it is or as it is printed, and both are right.
        beside = abs(exact.value - Fraction(rounded(exact.value, places)))
        margin = max(margin, beside) + Fraction(1, 10 ** (places + _MORE))
    return replace(
        cell,
        printed=_with_percent(table, ref.column, printed(exact.value, places, table.language)),
        value=value,
        decimals=places,
        computed=True,
        margin=_decimal(margin, places + _MORE)[0],
    )


def _decimal(value: Fraction, places: int) -> tuple[Decimal, bool]:
    """The value and whether it is exact, as where a decimal can hold it; else it is rounded to `places`."""
    rest, digits = value.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        digits = max(digits, count)
    return rounded(value, digits if rest == 1 else places), rest == 1


def _places(table: FinanceTable, row: FinanceRow, column: int) -> int:
    """How many decimals a computed figure is printed with: those said, else as many as its column or table
    has.
    """
    this = table.columns[column]
    said = said_decimals(this, table.decimals, row.unit)
    if said is not None:
        return said
    if row.unit and this.role is not Role.SHARE:
        return max((cell.decimals for cell in row.cells), default=0)
    stated = [other.cells[column].decimals for other in table.rows if _counts(other, column)]
    if stated:
        return max(stated)
    if this.role is Role.SHARE:
        return _SHARE_DECIMALS
    figures = [i for i, other in enumerate(table.columns) if other.role is not Role.SHARE]
    return max((other.cells[i].decimals for other in table.rows for i in figures if _counts(other, i)), default=0)


def _counts(row: FinanceRow, column: int) -> bool:
    return row.cells[column].value is not None and not row.unit


def _with_percent(table: FinanceTable, column: int, figure: str) -> str:
    this = table.columns[column]
    if this.role is not Role.SHARE:
        return figure
    stated = [row.cells[column].printed for row in table.rows if row.cells[column].value is not None]
    said = any("%" in text for text in stated) if stated else "%" not in this.heading
    return with_unit(figure, "%") if said else figure


def _shows_rounding(table: FinanceTable, equation: Equation) -> bool:
    """Whether a reader who adds up what is printed gets another figure than the one printed."""
    if not equation.is_plain or equation.rule is Rule.SHARE:
        return False
    cells = [cell_at(table, ref) for ref in equation.refs]
    figures = sum(cell.value is not None for cell in cells)
    says = equation.says_something(figures, len(cells) - figures)
    if cell_at(table, equation.target).value is None or any(cell.is_words for cell in cells) or not says:
        return False
    rest = _as_printed(table, equation.target)
    for term in equation.terms:
        take = WIDE.subtract if term.weight == 1 else WIDE.add
        rest = take(rest, _as_printed(table, term.ref))
    return bool(rest)


def _as_printed(table: FinanceTable, ref: Ref) -> Decimal:
    row, cell = table.rows[ref.row], cell_at(table, ref)
    said = said_decimals(table.columns[ref.column], table.decimals, row.unit)
    return rounded(cell.value or Decimal(0), cell.decimals if said is None else said)
