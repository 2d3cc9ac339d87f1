"""The words in which is told what was inferred of a finance table and which of its equations hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.equation import Outcome
from kallelse.model.finance import Signs
from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Explanation:
    """Sentences with `{names}` to fill in; `signs` and `outcomes` by what they tell."""

    table: str
    column: str
    row: str
    formula: str
    marked: str
    inferred: str
    turned: str
    computed: str
    rounded: str
    signs: Mapping[Signs, str]
    outcomes: Mapping[Outcome, str]


EXPLANATIONS: Mapping[Language, Explanation] = {
    "sv": Explanation(
        table="Enhet: {unit}. {signs} Avvikelse: {deviation}.",
        column="Kolumn {name}: {role}{unit} ({how})",
        row="Rad {name}: {kind}{turned} ({how})",
        formula="{cell} = {parts}: {outcome}",
        marked="märkt",
        inferred="av orden eller innehållet",
        turned=", dras av",
        computed="Beräknade celler: {cells}.",
        rounded="Tabellen får en anmärkning om avrundning.",
        signs={
            Signs.RESULT: "Kostnader skrivs med minus (tecken: resultat).",
            Signs.AMOUNT: "Belopp skrivs utan tecken (tecken: belopp).",
            Signs.COST: "Intäkter skrivs med minus (tecken: kostnad).",
        },
        outcomes={
            Outcome.EXACT: "{stated} stämmer exakt",
            Outcome.ROUNDING: "{stated} stämmer inom avrundning ({result})",
            Outcome.UNLIKELY: "{stated} stämmer bara om avrundningen är osannolikt stor ({result})",
            Outcome.WRONG: "{stated} stämmer inte ({result})",
            Outcome.COMPUTED: "beräknad till {stated}",
            Outcome.CONTRADICTED: "beräknad till {stated}, men det här blir {result}",
            Outcome.UNCHECKED: "kontrolleras inte",
        },
    ),
    "en": Explanation(
        table="Unit: {unit}. {signs} Deviation: {deviation}.",
        column="Column {name}: {role}{unit} ({how})",
        row="Row {name}: {kind}{turned} ({how})",
        formula="{cell} = {parts}: {outcome}",
        marked="marked",
        inferred="from the words or what stands there",
        turned=", subtracted",
        computed="Computed cells: {cells}.",
        rounded="The table gets a note on rounding.",
        signs={
            Signs.RESULT: "Costs are written with a minus (signs: result).",
            Signs.AMOUNT: "Amounts are written without signs (signs: amount).",
            Signs.COST: "Revenue is written with a minus (signs: cost).",
        },
        outcomes={
            Outcome.EXACT: "{stated} holds exactly",
            Outcome.ROUNDING: "{stated} holds within rounding ({result})",
            Outcome.UNLIKELY: "{stated} holds only if rounding is improbably large ({result})",
            Outcome.WRONG: "{stated} does not hold ({result})",
            Outcome.COMPUTED: "computed as {stated}",
            Outcome.CONTRADICTED: "computed as {stated}, but this makes {result}",
            Outcome.UNCHECKED: "not checked",
        },
    ),
}
LABEL_WORD: Mapping[Language, str] = {"sv": "radernas namn", "en": "names of the rows"}
