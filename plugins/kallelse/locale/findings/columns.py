"""The words of findings about what the columns of finance tables are made of, and in which unit and with what sign."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "finance-mirrored": {
        "sv": (
            "Kolumnen {name} har omvänt tecken i {count} rader: kostnaderna står utan minus.",
            "Skriv raden ”{line}” bland uppgifterna ovanför tabellen. Inga tal ska ändras.",
        ),
        "en": (
            "The column {name} has the other sign in {count} rows: the costs stand without a minus.",
            "Write the line “{line}” among the facts above the table. No figure needs changing.",
        ),
    },
    "finance-mirrored-either": {
        "sv": (
            "Kolumnen {name} har omvänt tecken i {count} rader: kostnaderna står utan minus.",
            (
                "Skriv raden ”{line}” bland uppgifterna ovanför tabellen, eller ”{other}” om också intäkter står utan "
                "tecken. Inga tal ska ändras."
            ),
        ),
        "en": (
            "The column {name} has the other sign in {count} rows: the costs stand without a minus.",
            (
                "Write the line “{line}” among the facts above the table, or “{other}” if revenues are unsigned too. "
                "No figure needs changing."
            ),
        ),
    },
    "finance-mirrored-rule": {
        "sv": (
            "Kolumnen {name} är i {count} rader räknad åt andra hållet än tabellen säger (”{rule}”).",
            "Skriv raden ”{line}” bland uppgifterna ovanför tabellen. Inga tal ska ändras.",
        ),
        "en": (
            "The column {name} is in {count} rows reckoned the other way than the table says (“{rule}”).",
            "Write the line “{line}” among the facts above the table. No figure needs changing.",
        ),
    },
    "finance-base-several": {
        "sv": (
            "Kolumnen {name} har både {candidates} att räkna med.",
            ("Skriv vilken som menas, till exempel ”{name} {example}”, eller märk jämförelseår med [jämförelse]."),
        ),
        "en": (
            "The column {name} has both {candidates} to reckon with.",
            "Say which is meant, such as “{name} {example}”, or mark years to compare with [comparison].",
        ),
    },
    "finance-base-fits": {
        "sv": (
            "Kolumnen {name} har både {candidates} att räkna med.",
            "Skriv ”{name} {example}”: så stämmer den i alla rader.",
        ),
        "en": (
            "The column {name} has both {candidates} to reckon with.",
            "Write “{name} {example}”: so it holds in all rows.",
        ),
    },
    "finance-base-missing": {
        "sv": (
            ("Kolumnen {name} går inte att kontrollera: tabellen visar inte vad som är budget och vad som är utfall."),
            ("Märk kolumnerna [budget] och [utfall] eller [prognos], eller skriv en formel: ”{name} [= … − …]”."),
        ),
        "en": (
            "The column {name} cannot be checked: the table does not say what is budget and what is outcome.",
            "Mark the columns [budget] and [outcome] or [forecast], or write a formula: “{name} [= … − …]”.",
        ),
    },
    "finance-share-several": {
        "sv": (
            "Kolumnen {name} kan vara räknad på flera sätt ur {candidates}.",
            "Skriv delen och det hela, till exempel ”{name} {example}”. Ska den inte kontrolleras: ”{name} [uppgift]”.",
        ),
        "en": (
            "The column {name} may be made in several ways of {candidates}.",
            (
                "Write the part and the whole, such as “{name} {example}”. "
                "If it is not to be checked: “{name} [information]”."
            ),
        ),
    },
    "finance-share-fits": {
        "sv": (
            "Kolumnen {name} kan vara räknad på flera sätt ur {candidates}.",
            "Skriv ”{name} {example}”: så stämmer den i alla rader.",
        ),
        "en": (
            "The column {name} may be made in several ways of {candidates}.",
            "Write “{name} {example}”: so it holds in all rows.",
        ),
    },
    "finance-columns-several": {
        "sv": (
            "Kolumnen {name} kan vara summan av olika slags kolumner: {candidates}.",
            "Välj: skriv vad som läggs ihop, till exempel ”{name} {example}”.",
        ),
        "en": (
            "The column {name} may be the sum of columns of several kinds: {candidates}.",
            "Choose: write what is added, such as “{name} {example}”.",
        ),
    },
    "finance-column-unit": {
        "sv": (
            "Kolumnen {name} har tal i {unit}, men tabellens enhet är {expected}.",
            "Säg kolumnens enhet: ”{name} [{unit}]”.",
        ),
        "en": (
            "The column {name} has figures in {unit}, but the table's unit is {expected}.",
            "Say the column's unit: “{name} [{unit}]”.",
        ),
    },
    "finance-chart-row": {
        "sv": (
            "Diagrammet ska visa raden ”{label}”, men tabellen har ingen sådan rad.",
            "Menar du ”{nearest}”? Skriv raderna som de står i tabellen, med semikolon mellan dem.",
        ),
        "en": (
            "The chart is to show the row “{label}”, but the table has no such row.",
            "Do you mean “{nearest}”? Write the rows as they stand in the table, with semicolons between them.",
        ),
    },
    "finance-chart-none": {
        "sv": (
            "Tabellen kan inte visas som diagram. Det behövs en budget att jämföra med utfall eller prognos.",
            "Ta bort raden ”{key}: …”. Är tabellen stor, välj högst 12 rader, som ”{key}: Intäkter; Kostnader”.",
        ),
        "en": (
            "The table cannot be shown as a chart. It takes a budget to compare with an outcome or a forecast.",
            "Delete the line “{key}: …”. If the table is large, choose 12 rows at most: “{key}: Revenue; Costs”.",
        ),
    },
}
