"""The labels of a finance table's rows turned into kinds, effects on the result, formulas and units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kallelse.locale.finance import (
    COST_LABEL,
    KIND_LABELS,
    KINDS,
    NET_LABEL,
    RESULT_LABEL,
    REVENUE_LABEL,
    UNIT_WORDS,
    asked,
    meaning,
    nearest,
    plain_label,
    words_of,
)
from kallelse.model.finance import FinanceRowKind, Signs
from kallelse.model.finding import Finding, Place
from kallelse.model.settings import Language
from kallelse.read.finance.cells import Content
from kallelse.read.finance.marks import Marks, take_marks

_NATURES = (FinanceRowKind.REVENUE, FinanceRowKind.COST)
# A unit at the end of a label: `Soliditet (%)`, `Kostnad, kr/inv`.
_LABEL_UNIT = re.compile(r".*(?:,\s*|\()(?P<unit>[^,()]+?)\)?")


@dataclass(frozen=True, slots=True)
class Label:
    """What the first cell of a row says: its text, kind, effect and what its marks add."""

    text: str
    kind: FinanceRowKind
    effect: int
    marks: Marks
    unit: str = ""
    declared: bool = False


def read_label(
    typed: str,
    figures: Sequence[Content],
    unit: str,
    own_unit: str,
    signs: Signs,
    parent: Label | None,
    place: Place,
    language: Language,
) -> tuple[Label, tuple[Finding, ...]]:
    """The label of a row, given the figures of the row, the unit of the table and the unit that a column
    gives the row.

    `parent` is the row that a row of the kind "of which" is a part of. A row with a unit of its own is not
    added.
    """
    text, marks = take_marks(typed)
    kind, nature, findings = _marked(marks, place, language)
    declared = kind is not None
    words = plain_label(text)
    if kind is None:
        kind = next((known for known, pattern in KIND_LABELS if pattern.match(words)), None)
    if kind is None and marks.formula:
        kind = FinanceRowKind.SUM
    row_unit = own_unit or _label_unit(words) or _unit_of(figures)
    row_unit = "" if row_unit == unit else row_unit
    if row_unit and kind is None:
        kind = FinanceRowKind.INFORMATION
    said = _natures(words)
    unclear = (
        signs is Signs.AMOUNT
        and len(said) > 1
        and nature is None
        and kind in (None, FinanceRowKind.ITEM)
        and bool(figures)
    )
    if unclear:
        findings += (Finding("finance-nature-several", place, {"label": text}),)
    effect = 1 if row_unit else _effect(words, nature, signs, parent if kind is FinanceRowKind.OF_WHICH else None)
    inferred = said[0] if len(said) == 1 else FinanceRowKind.ITEM
    final = kind or nature or inferred
    return Label(text, final, effect, marks, row_unit, declared or nature is not None), findings


def _marked(
    marks: Marks, place: Place, language: Language
) -> tuple[FinanceRowKind | None, FinanceRowKind | None, tuple[Finding, ...]]:
    """The kind and the nature (revenue or cost) that the marks say."""
    kind: FinanceRowKind | None = None
    nature: FinanceRowKind | None = None
    findings: list[Finding] = []
    known = words_of(KINDS, language)
    words = list(marks.words)
    if marks.base:
        words.append(f"{'andel av' if language == 'sv' else 'share of'} {marks.base}")
    for word in words:
        meant = meaning(word, KINDS)
        if meant is None:
            meant = meaning(nearest(word, known), KINDS)
            code, told = asked(("finance-mark-unknown", "finance-mark-unknown-listed"), word, known)
            findings.append(Finding(code, place, {"mark": word, **told, "known": ", ".join(known)}))
        if (meant in _NATURES and nature not in (None, meant)) or (meant not in _NATURES and kind not in (None, meant)):
            findings.append(Finding("finance-marks-clash", place, {"marks": ", ".join(words)}))
        if meant in _NATURES:
            nature = nature or meant
        else:
            kind = kind or meant
    if kind is FinanceRowKind.EQUAL and not marks.equals:
        findings.append(Finding("finance-equal-empty", place))
    if marks.equals and kind is None:
        kind = FinanceRowKind.EQUAL
    return kind, nature, tuple(findings)


def _natures(label: str) -> tuple[FinanceRowKind, ...]:
    if NET_LABEL.search(label):
        return ()
    found = ((FinanceRowKind.REVENUE, REVENUE_LABEL), (FinanceRowKind.COST, COST_LABEL))
    return tuple(kind for kind, pattern in found if pattern.search(label))


def _effect(label: str, nature: FinanceRowKind | None, signs: Signs, parent: Label | None) -> int:
    """What an amount of the row does to the result, by how amounts are written.

    Unsigned amounts: 1 for revenue and for a result, −1 for every other row. Signed ones are all alike, but
    for a row marked as cost among figures signed by result, or as revenue among those signed by cost, which
    stands unsigned.
    """
    if nature is None and parent is not None and not (signs is Signs.AMOUNT and _natures(label)):
        return parent.effect
    if signs is Signs.RESULT:
        return -1 if nature is FinanceRowKind.COST else 1
    if signs is Signs.COST:
        return 1 if nature is FinanceRowKind.REVENUE else -1
    if nature is not None:
        return 1 if nature is FinanceRowKind.REVENUE else -1
    if RESULT_LABEL.search(label):
        return 1
    return 1 if REVENUE_LABEL.search(label) and not COST_LABEL.search(label) else -1


def _label_unit(label: str) -> str:
    match = _LABEL_UNIT.fullmatch(label)
    return (meaning(match["unit"], UNIT_WORDS) or "") if match else ""


def _unit_of(figures: Sequence[Content]) -> str:
    units = {content.known for content in figures}
    return units.pop() if len(units) == 1 else ""
