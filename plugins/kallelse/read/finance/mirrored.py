"""A finance table whose deviations all have the other sign turned into the line that would make them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from kallelse.locale.finance import DEVIATIONS, HEAD_KEYS, SIGNS, HeadKey, word_for
from kallelse.model.equation import Equation, Outcome, Rule, holds, judge
from kallelse.model.finance import DeviationRule, FinanceTable, Signs
from kallelse.model.finding import Finding, Place, errors

Reading: TypeAlias = tuple[FinanceTable, tuple[Equation, ...], tuple[Finding, ...]]
"""A table with its equations, and what was found as it was read."""
# A row may have a slip of its own, and the sum has it too.
_NEARLY_ALL = 0.6
_LITERAL = (DeviationRule.BUDGET_LESS_OUTCOME, DeviationRule.OUTCOME_LESS_BUDGET)


@dataclass(frozen=True, slots=True)
class _Sides:
    """How many equations do not hold, how many deviations say anything, and in which columns they are mirrored."""

    wrong: int
    deviations: int
    mirrored: tuple[int, ...]

    @property
    def is_mirrored(self) -> bool:
        return len(self.mirrored) > 1 and len(self.mirrored) >= _NEARLY_ALL * self.deviations


def as_meant(reading: Reading, read: Callable[[Signs, DeviationRule], Reading]) -> tuple[Reading, tuple[Finding, ...]]:
    """The table as it must be meant where its deviations are mirrored, with one finding on that; else as it is.

    `read` reads it again as if its head lines said so. What the finding tells of is no slip of any figure.
    """
    table, made, met = reading
    if all(holds(table, equation) for equation in made if equation.rule is Rule.DEVIATION):
        return reading, ()
    sides = _sides(table, made)
    if sides.is_mirrored:
        fitting = [(line, other) for line, other in _others(table, read) if _fits(other, sides, met)]
        if fitting:
            least = min(_wrong(other) for _, other in fitting)
            (key, typed), (meant, equations, found) = next(each for each in fitting if _wrong(each[1]) == least)
            also = [word for (kind, word), other in fitting if kind is key and word != typed and _wrong(other) == least]
            told = replace(meant, signs_told=True)
            return (told, equations, found), (_finding(table, sides, key, typed, also),)
    return reading, ()


def better(reading: Reading, other: Reading) -> Reading:
    """The reading in which fewer equations are wrong, the first where none is."""
    return other if _wrong(other) < _wrong(reading) else reading


def _wrong(reading: Reading) -> int:
    return _sides(*reading[:2]).wrong


def _sides(table: FinanceTable, made: Sequence[Equation]) -> _Sides:
    wrong, deviations, mirrored = 0, 0, []
    for equation in made:
        if holds(table, equation):
            is_wrong, stated = False, bool(table.rows[equation.target.row].cells[equation.target.column].value)
        else:
            verdict = judge(table, equation)
            if verdict.outcome in (Outcome.COMPUTED, Outcome.CONTRADICTED, Outcome.UNCHECKED):
                continue
            is_wrong, stated = verdict.outcome is Outcome.WRONG, bool(verdict.stated)
            if equation.rule is Rule.DEVIATION and is_wrong and verdict.allows(-verdict.stated):
                mirrored.append(equation.target.column)
        wrong += is_wrong
        deviations += equation.rule is Rule.DEVIATION and (stated or is_wrong)
    return _Sides(wrong, deviations, tuple(mirrored))


def _others(
    table: FinanceTable, read: Callable[[Signs, DeviationRule], Reading]
) -> Iterator[tuple[tuple[HeadKey, str], Reading]]:
    """The table under each other line, those on signs first where plus is good."""
    if table.deviation is DeviationRule.PLUS_IS_GOOD:
        for signs in (Signs.COST, Signs.AMOUNT, Signs.RESULT):
            if signs is not table.signs:
                yield (HeadKey.SIGNS, word_for(signs, SIGNS, table.language)), read(signs, table.deviation)
    for rule in _LITERAL:
        if rule is not table.deviation:
            yield (HeadKey.DEVIATION, word_for(rule, DEVIATIONS, table.language)), read(table.signs, rule)


def _fits(other: Reading, sides: _Sides, met: Sequence[Finding]) -> bool:
    table, made, found = other
    under = _sides(table, made)
    odd = sides.deviations - len(sides.mirrored)
    worse = set(map(_key, errors(found))) - set(map(_key, errors(met)))
    return not worse and not under.is_mirrored and under.wrong <= sides.wrong - len(sides.mirrored) + odd


def _key(finding: Finding) -> tuple[str, Place]:
    return finding.code, finding.place


def _finding(table: FinanceTable, sides: _Sides, key: HeadKey, typed: str, also: Sequence[str]) -> Finding:
    column = table.columns[sides.mirrored[0]]
    word = word_for(key, HEAD_KEYS, table.language)
    words = {
        "name": column.heading or column.group,
        "count": str(len(sides.mirrored)),
        "line": f"{word}: {typed}",
        "rule": f"{word}: {word_for(table.deviation, DEVIATIONS, table.language)}",
    }
    code = "finance-mirrored-rule"
    if key is HeadKey.SIGNS:
        code = "finance-mirrored-either" if also else "finance-mirrored"
        words["other"] = f"{word}: {also[0]}" if also else ""
    return Finding(code, Place(table.grid_path or table.path, column.line or table.line), words)
