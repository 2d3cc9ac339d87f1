"""The head lines of a finance table turned into what they say of it: caption, unit, signs, chart, where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kallelse.locale.finance import (
    CHARTED,
    DEVIATIONS,
    HEAD_KEYS,
    SIGNS,
    UNIT_WORDS,
    HeadKey,
    Meaning,
    Table,
    asked,
    meaning,
    nearest,
    words_of,
)
from kallelse.model.finance import DeviationRule, Signs
from kallelse.model.finding import Finding
from kallelse.model.settings import Language
from kallelse.read.finance.sheet import HeadLine

_ID = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head lines of a table say; `unit` is one of the known units, empty where none is said."""

    caption: str = ""
    unit: str = ""
    signs: Signs = Signs.RESULT
    deviation: DeviationRule = DeviationRule.PLUS_IS_GOOD
    decimals: int | None = None
    note: str = ""
    charted: bool = True
    chart_rows: tuple[str, ...] = ()
    id: str = ""
    file: str = ""
    file_line: int = 0


def read_facts(head: Sequence[HeadLine], language: Language) -> tuple[Facts, tuple[Finding, ...]]:
    """What the head lines say, each once, in any order."""
    facts = Facts()
    findings: list[Finding] = []
    seen: set[HeadKey] = set()
    for line in head:
        key = key_of(line)
        if key is None:
            known = words_of(HEAD_KEYS, language)
            code, told = asked(("finance-key-unknown", "finance-key-unknown-listed"), line.key, known)
            findings.append(Finding(code, line.place, {"key": line.key, **told, "known": ", ".join(known)}))
            continue
        if key in seen:
            findings.append(Finding("finance-key-twice", line.place, {"key": line.key}))
            continue
        seen.add(key)
        facts, met = _with_fact(facts, key, line, language)
        findings += met
    return facts, tuple(findings)


def file_named(head: Sequence[HeadLine]) -> str:
    """The file that carries the grid, as the head lines name it; empty where none does."""
    return next((line.value for line in head if key_of(line) is HeadKey.FILE), "")


def key_of(line: HeadLine) -> HeadKey | None:
    """What a head line says something of; None for an unknown word."""
    return meaning(line.key, HEAD_KEYS)


def _with_fact(facts: Facts, key: HeadKey, line: HeadLine, language: Language) -> tuple[Facts, tuple[Finding, ...]]:
    match key:
        case HeadKey.CAPTION:
            return replace(facts, caption=line.value), ()
        case HeadKey.NOTE:
            return replace(facts, note=f"{line.value} {facts.note}".strip()), ()
        case HeadKey.SOURCE:
            return replace(facts, note=f"{facts.note} {line.key.capitalize()}: {line.value}".strip()), ()
        case HeadKey.FILE:
            return replace(facts, file=line.value, file_line=line.place.line), ()
        case HeadKey.UNIT:
            unit, findings = _meant(line, UNIT_WORDS, language)
            return replace(facts, unit=unit or ""), findings
        case HeadKey.SIGNS:
            signs, findings = _meant(line, SIGNS, language)
            return replace(facts, signs=signs or Signs.RESULT), findings
        case HeadKey.DEVIATION:
            rule, findings = _meant(line, DEVIATIONS, language)
            return replace(facts, deviation=rule or DeviationRule.PLUS_IS_GOOD), findings
        case HeadKey.DECIMALS:
            if re.fullmatch("[0-6]", line.value) is None:
                return facts, (Finding("finance-decimals", line.place, {"value": line.value}),)
            return replace(facts, decimals=int(line.value)), ()
        case HeadKey.CHART:
            charted = meaning(line.value, CHARTED)
            rows = () if charted is not None else tuple(filter(None, map(str.strip, line.value.split(";"))))
            return replace(facts, charted=charted is not False, chart_rows=rows), ()
        case HeadKey.ID:
            if _ID.fullmatch(line.value) is None:
                return facts, (Finding("finance-id", line.place, {"value": line.value}),)
            return replace(facts, id=line.value), ()


def _meant(line: HeadLine, table: Table[Meaning], language: Language) -> tuple[Meaning | None, tuple[Finding, ...]]:
    found = meaning(line.value, table)
    if found is not None:
        return found, ()
    known = words_of(table, language)
    code, told = asked(("finance-value-unknown", "finance-value-unknown-listed"), line.value, known)
    words = {"key": line.key, "value": line.value, **told, "known": ", ".join(known)}
    return meaning(nearest(line.value, known), table), (Finding(code, line.place, words),)
