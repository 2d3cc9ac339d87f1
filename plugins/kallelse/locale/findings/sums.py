"""The words of findings about what finance tables state, and about cells cited from them."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "finance-sum-wrong": {
        "sv": (
            "{cell}: det står {stated} men {parts} blir {result}.{rounding}",
            "Rätta ett av talen eller lämna {label} tomt.",
        ),
        "en": (
            "{cell}: {stated} is stated but {parts} makes {result}.{rounding}",
            "Correct one of the figures, or leave {label} blank.",
        ),
    },
    "finance-computed-contradicted": {
        "sv": (
            "{cell} är tom och räknas ut till {stated}, men {parts} blir {result}.{rounding}",
            "Rätta det tal som är fel. kallelse check --explain visar vad som räknas ut av vad.",
        ),
        "en": (
            "{cell} is blank and computed as {stated}, but {parts} makes {result}.{rounding}",
            "Correct the figure that is wrong. kallelse check --explain shows what is computed from what.",
        ),
    },
    "finance-rows-wrong": {
        "sv": (
            "{cell}: det står {stated} men de {count} raderna blir tillsammans {result}.{rounding}",
            "Rätta ett av talen eller lämna {label} tomt.",
        ),
        "en": (
            "{cell}: {stated} is stated but the {count} rows together make {result}.{rounding}",
            "Correct one of the figures, or leave {label} blank.",
        ),
    },
    "finance-sum-row": {
        "sv": (
            (
                "{cell}: {stated} skiljer {difference} från raderna ({result}). Skillnaden är raden {row} "
                "{figure}: är den med i summan?"
            ),
            "Rätta summan, eller skriv vad raden är, till exempel ”{row} [post]” eller ”{row} [varav]”.",
        ),
        "en": (
            (
                "{cell}: {stated} differs by {difference} from the rows ({result}). The difference is the "
                "row {row} {figure}: is it in the sum?"
            ),
            "Correct the sum, or say what the row is, such as “{row} [item]” or “{row} [of which]”.",
        ),
    },
    "finance-sum-kind": {
        "sv": (
            "{cell}: det står {stated} men raderna blir {result} om raden är en {kind}.",
            "Skriv ”{label} {mark}”: så stämmer raden i alla kolumner. Rätta annars talen.",
        ),
        "en": (
            "{cell}: {stated} is stated but the rows make {result} if the row is a {kind}.",
            "Write “{label} {mark}”: so the row holds in every column. Else correct the figures.",
        ),
    },
    "finance-sum-heading": {
        "sv": (
            "{cell}: det står {stated} men raderna blir {result}. Raderna efter {heading} ger summan.",
            "Är den en rubrik, skriv ”{heading} {mark}”. Rätta annars talen.",
        ),
        "en": (
            "{cell}: {stated} is stated but the rows make {result}. The rows after {heading} give the sum.",
            "If it is a heading, write “{heading} {mark}”. Else correct the figures.",
        ),
    },
    "finance-sign-good": {
        "sv": (
            (
                "{cell}: det står {stated}; {parts} ger {signed}. Talet har fel tecken: i den här tabellen "
                "är plus bra för resultatet (”avvikelse: {rule}”)."
            ),
            "Vänd tecknet, eller ändra ”avvikelse:” om plus betyder något annat.",
        ),
        "en": (
            (
                "{cell}: {stated} is stated; {parts} makes {signed}. The sign is wrong: in this table plus "
                "is good for the result (“deviation: {rule}”)."
            ),
            "Turn the sign, or change “deviation:” if plus means something else.",
        ),
    },
    "finance-sign-rule": {
        "sv": (
            "{cell}: det står {stated}; {parts} är {signed}. Talet har fel tecken (”avvikelse: {rule}”).",
            "Vänd tecknet, eller ändra ”avvikelse:” om tabellen räknar åt andra hållet.",
        ),
        "en": (
            "{cell}: {stated} is stated; {parts} is {signed}. The sign is wrong (“deviation: {rule}”).",
            "Turn the sign, or change “deviation:” if the table reckons the other way.",
        ),
    },
    "finance-sign": {
        "sv": (
            "{cell}: det står {stated}; {parts} är {signed}. Talet har fel tecken.",
            (
                "Vänd tecknet. Eller säg med ”tecken:” hur beloppen skrivs, eller efter radens namn hur den räknas: "
                "Netto [= Intäkter − Kostnader]."
            ),
        ),
        "en": (
            "{cell}: {stated} is stated; {parts} is {signed}. The sign is wrong.",
            (
                "Turn the sign. Or say by “signs:” how amounts are written, or after the row's name how it is made: "
                "Net [= Revenue − Costs]."
            ),
        ),
    },
    "finance-sign-part": {
        "sv": (
            (
                "{cell}: det står {stated} men {parts} blir {result}. Det stämmer om talet i {part} "
                "({figure}) har omvänt tecken."
            ),
            "Rätta tecknet där, eller märk raden [kostnad] om den ska dras av.",
        ),
        "en": (
            (
                "{cell}: {stated} is stated but {parts} makes {result}. It holds if the figure in {part} "
                "({figure}) has the other sign."
            ),
            "Correct the sign there, or mark the row [cost] if it is to be subtracted.",
        ),
    },
    "finance-quotient-wrong": {
        "sv": (
            "{cell}: det står {stated} men {parts} blir {result}. Avrundning tillåter {low} till {high}.",
            "Rätta ett av talen eller lämna cellen tom.",
        ),
        "en": (
            "{cell}: {stated} is stated but {parts} makes {result}. Rounding allows {low} to {high}.",
            "Correct one of the figures, or leave the cell blank.",
        ),
    },
    "finance-equal-wrong": {
        "sv": (
            "{cell}: det står {stated} men raden {other}, som den ska vara lika med, har {figure}.",
            "Rätta ett av talen, eller ta bort märket [lika: {other}].",
        ),
        "en": (
            "{cell}: {stated} is stated but the row {other}, which it must equal, has {figure}.",
            "Correct one of the figures, or remove the mark [equal: {other}].",
        ),
    },
    "finance-unlikely-lower": {
        "sv": (
            (
                "{cell}: {stated} är {difference} lägre än raderna tillsammans. {count} avrundade tal kan "
                "ge det, men det är osannolikt."
            ),
            "Kontrollera raderna.",
        ),
        "en": (
            (
                "{cell}: {stated} is {difference} lower than the rows together. {count} rounded figures "
                "can give that, but it is unlikely."
            ),
            "Check the rows.",
        ),
    },
    "finance-unlikely-higher": {
        "sv": (
            (
                "{cell}: {stated} är {difference} högre än raderna tillsammans. {count} avrundade tal kan "
                "ge det, men det är osannolikt."
            ),
            "Kontrollera raderna.",
        ),
        "en": (
            (
                "{cell}: {stated} is {difference} higher than the rows together. {count} rounded figures "
                "can give that, but it is unlikely."
            ),
            "Check the rows.",
        ),
    },
    "finance-words-computed": {
        "sv": (
            "{cell}: ”{text}” är inget tal, så {sum} kan inte räknas ut.",
            "Skriv ett tal, eller skriv själv vad {sum} är.",
        ),
        "en": (
            "{cell}: “{text}” is no figure, so {sum} cannot be computed.",
            "Write a figure, or write yourself what {sum} is.",
        ),
    },
    "finance-words-checked": {
        "sv": ("{cell}: ”{text}” är inget tal, så {sum} kontrolleras inte.", "Skriv ett tal, om det ska vara ett."),
        "en": ("{cell}: “{text}” is no figure, so {sum} is not checked.", "Write a figure, if it should be one."),
    },
    "finance-figure-like": {
        "sv": (
            "{cell}: ”{text}” läses inte som ett tal och räknas inte med.",
            "Skriv talet som −1 234,5, eller märk kolumnen [text].",
        ),
        "en": (
            "{cell}: “{text}” is not read as a figure and is counted nowhere.",
            "Write it as −1,234.5, or mark the column [text].",
        ),
    },
    "finance-row-blank": {
        "sv": ("Raden {label} har inga tal.", "Skriv talen, eller skriv ”{label} {mark}” så räknas raden ut."),
        "en": ("The row {label} has no figures.", "Write them, or write “{label} {mark}” to have it computed."),
    },
    "finance-sum-undeclared": {
        "sv": (
            (
                "Raden {label} är lika med raderna intill tillsammans men är inte märkt som deras summa, "
                "så den räknas själv med i summor."
            ),
            "Är den en summa, skriv ”{label} {mark}”. Annars ”{label} [post]”.",
        ),
        "en": (
            (
                "The row {label} equals the rows beside it together but is not marked as their sum, so "
                "sums count it too."
            ),
            "If it is a sum, write “{label} {mark}”. Else “{label} [item]”.",
        ),
    },
    "finance-result-unchecked": {
        "sv": (
            "Raden {label} ser ut att vara räknad ur raderna ovanför men kontrolleras inte.",
            (
                "Är den deras summa, skriv ”{label} [summa]”. Räknas den på annat sätt, skriv hur: {label} [= … − …]. "
                "Annars ”{label} [post]”."
            ),
        ),
        "en": (
            "The row {label} looks computed from the rows above but is not checked.",
            (
                "If it is their sum, write “{label} [sum]”. If it is made in another way, say how: {label} [= … − …]. "
                "Else “{label} [item]”."
            ),
        ),
    },
    "finance-column-unchecked": {
        "sv": (
            "Kolumnen {name} ser ut att vara räknad ur andra kolumner men kontrolleras inte.",
            "Skriv hur den räknas, till exempel ”{name} {example}”. Annars ”{name} [belopp]”.",
        ),
        "en": (
            "The column {name} looks computed from other columns but is not checked.",
            "Say how it is made, such as “{name} {example}”. Else “{name} [amount]”.",
        ),
    },
    "finance-equal-none": {
        "sv": (
            "{label}: ingen tabell i ärendet har ett id, så det finns ingen ”{id}” att jämföra med.",
            "Ge tabellen en rad ”id: {id}”. En tabell i ett annat ärende går inte att jämföra med.",
        ),
        "en": (
            "{label}: no table of the case has an id, so there is no “{id}” to compare with.",
            "Give the table a line “id: {id}”. A table of another case cannot be compared with.",
        ),
    },
    "finance-equal-table": {
        "sv": (
            "{label}: ärendet har ingen tabell ”{id}” att jämföra med. Menar du ”{nearest}”?",
            (
                "Ge tabellen en rad ”id: {id}”, eller rätta märket. "
                "En tabell i ett annat ärende går inte att jämföra med."
            ),
        ),
        "en": (
            "{label}: the case has no table “{id}” to compare with. Do you mean “{nearest}”?",
            ("Give the table a line “id: {id}”, or correct the mark. A table of another case cannot be compared with."),
        ),
    },
    "finance-equal-row": {
        "sv": (
            "{label}: tabellen {id} har ingen rad {row}. Menar du {nearest}?",
            "Rätta radens namn i märket.",
        ),
        "en": (
            "{label}: the table {id} has no row {row}. Do you mean {nearest}?",
            "Correct the name of the row in the mark.",
        ),
    },
    "finance-equal-row-several": {
        "sv": (
            "{label}: tabellen {id} har flera rader {row}.",
            "Skriv rubriken eller gruppen ovanför först i märket, eller ge raderna olika namn.",
        ),
        "en": (
            "{label}: the table {id} has several rows {row}.",
            "Write the heading or the group above it first in the mark, or name the rows apart.",
        ),
    },
    "finance-equal-columns": {
        "sv": (
            "{label}: tabellen {id} har ingen kolumn med samma rubrik, så raderna går inte att jämföra.",
            "Ge kolumnerna samma rubriker, eller ta bort märket.",
        ),
        "en": (
            "{label}: the table {id} has no column of the same heading, so the rows cannot be compared.",
            "Give the columns the same headings, or remove the mark.",
        ),
    },
    "finance-equal-other": {
        "sv": (
            "{cell}: det står {stated} {unit} men raden {row} i tabellen {id} har {figure} {other_unit}.",
            "Rätta ett av talen, eller ta bort märket om de inte ska vara lika.",
        ),
        "en": (
            ("{cell}: {stated} {unit} is stated but the row {row} of the table {id} has {figure} {other_unit}."),
            "Correct one of the figures, or remove the mark if they need not be equal.",
        ),
    },
    "finance-cite-none": {
        "sv": (
            "{citation}: ärendet har ingen tabell med id.",
            "Ge tabellen en rad ”id: {table}”, eller skriv \\{{ om klammern hör till texten.",
        ),
        "en": (
            "{citation}: the case has no table with an id.",
            "Give the table a line “id: {table}”, or write \\{{ if the brace belongs to the text.",
        ),
    },
    "finance-cite-table": {
        "sv": (
            "{citation}: ärendet har ingen tabell ”{table}”. Menar du ”{nearest}”?",
            "Ge tabellen en rad ”id: {table}”, eller rätta namnet.",
        ),
        "en": (
            "{citation}: the case has no table “{table}”. Do you mean “{nearest}”?",
            "Give the table a line “id: {table}”, or correct the name.",
        ),
    },
    "finance-cite-row": {
        "sv": ("{citation}: tabellen har ingen rad {label}. Menar du {nearest}?", "Rätta radens namn."),
        "en": (
            "{citation}: the table has no row {label}. Do you mean {nearest}?",
            "Correct the name of the row.",
        ),
    },
    "finance-cite-row-several": {
        "sv": (
            "{citation}: tabellen har flera rader som kan menas.",
            "Ge raderna olika namn i tabellen, eller skriv ut radens namn först.",
        ),
        "en": (
            "{citation}: the table has several rows that could be meant.",
            "Name the rows of the table apart, or write the name of the row first.",
        ),
    },
    "finance-cite-column": {
        "sv": ("{citation}: tabellen har ingen kolumn {label}. Menar du {nearest}?", "Rätta rubriken."),
        "en": ("{citation}: the table has no column {label}. Do you mean {nearest}?", "Correct the heading."),
    },
    "finance-cite-column-several": {
        "sv": ("{citation}: flera kolumner kan menas: {candidates}.", "Skriv kolumnens grupp före rubriken."),
        "en": (
            "{citation}: several columns could be meant: {candidates}.",
            "Write the column's group before its heading.",
        ),
    },
    "finance-cite-blank": {
        "sv": ("{citation}: cellen är tom.", "Fyll i cellen, eller hänvisa till en annan."),
        "en": ("{citation}: the cell is blank.", "Fill the cell, or cite another."),
    },
}
