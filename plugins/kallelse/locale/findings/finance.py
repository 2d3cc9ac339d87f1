"""The words of findings about how finance tables are typed; those about what they state stand in `sums`."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import columns, sums, unlike
from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "finance-head-line": {
        "sv": (
            "Raden ”{text}” är varken en uppgift om tabellen eller en rad i den.",
            "Skriv uppgifter som ”enhet: mnkr” och tabellens rader med | mellan cellerna.",
        ),
        "en": (
            "The line “{text}” is neither a fact about the table nor a row of it.",
            "Write facts as “unit: SEK million” and the rows of the table with | between the cells.",
        ),
    },
    "finance-signs-missing": {
        "sv": (
            "Intäkter och kostnader står båda utan minus, så de skulle läggas ihop.",
            "Skriv raden ”tecken: belopp” om alla belopp är utan tecken. Annars: sätt minus framför kostnaderna.",
        ),
        "en": (
            "Revenues and costs both stand without a minus, so they would be added together.",
            "Write the line “signs: amount” if all amounts are unsigned. Else put a minus before the costs.",
        ),
    },
    "finance-grid-line": {
        "sv": (
            "Raden ”{text}” står mitt i tabellen men har inga celler.",
            "Skriv raden med | mellan cellerna. Uppgifter om tabellen ska stå ovanför den.",
        ),
        "en": (
            "The line “{text}” stands within the table but has no cells.",
            "Write it with | between the cells. Facts about the table stand above it.",
        ),
    },
    "finance-separator-twice": {
        "sv": (
            "Tabellen har en andra rad av streck. Ett block har en enda tabell.",
            "Skriv varje tabell i ett eget block, eller ta bort strecken: raden över en summa behöver inga.",
        ),
        "en": (
            "The table has a second line of dashes. A fence holds one table.",
            "Write each table in a fence of its own, or leave out the dashes: a sum needs none above it.",
        ),
    },
    "finance-emphasis": {
        "sv": (
            "”{text}” har tecken för fet eller kursiv stil. De skulle synas i tabellen.",
            "Skriv ”{plain}”. Summor får sin stil av sig själva.",
        ),
        "en": (
            "“{text}” has marks of bold or italics. They would show in the table.",
            "Write “{plain}”. Sums are set apart by themselves.",
        ),
    },
    "finance-csv": {
        "sv": (
            "CSV-filen går inte att dela upp i celler ({reason}).",
            "Kontrollera citattecknen i filen, eller spara den på nytt från kalkylprogrammet.",
        ),
        "en": (
            "The CSV file cannot be split into cells ({reason}).",
            "Check its quotation marks, or save it again from the spreadsheet.",
        ),
    },
    "finance-captions": {
        "sv": (
            "Text utanför tabellen (rad {rows}) läses inte av sig själv.",
            "Skriv den som uppgifter överst, var och en för sig: ”{lines}”.",
        ),
        "en": (
            "Words outside the table (row {rows}) are not read by themselves.",
            "Write them as facts at the top, each by itself: “{lines}”.",
        ),
    },
    "finance-captions-twice": {
        "sv": (
            "Text utanför tabellen (rad {rows}) säger inget som inte redan står i uppgifterna.",
            "Ta bort raderna.",
        ),
        "en": (
            "Words outside the table (row {rows}) say nothing that the facts do not say already.",
            "Delete the rows.",
        ),
    },
    "finance-captions-below": {
        "sv": (
            "Under tabellen (rad {rows}) står uppgifter om den.",
            "Flytta dem över tabellen, till de andra uppgifterna: ”{lines}”.",
        ),
        "en": (
            "Below the table (row {rows}) stand facts about it.",
            "Move them above the table, to the other facts: “{lines}”.",
        ),
    },
    "finance-key-unknown": {
        "sv": ("Uppgiften ”{key}” finns inte. Menar du ”{nearest}”?", "Kända uppgifter: {known}."),
        "en": ("There is no fact “{key}”. Do you mean “{nearest}”?", "Known facts: {known}."),
    },
    "finance-key-twice": {
        "sv": ("Uppgiften ”{key}” står två gånger för tabellen.", "Ta bort den ena."),
        "en": ("The fact “{key}” stands twice for the table.", "Remove one of them."),
    },
    "finance-value-unknown": {
        "sv": ("”{value}” är okänt för ”{key}”. Menar du ”{nearest}”?", "Möjliga värden: {known}."),
        "en": ("“{value}” is unknown for “{key}”. Do you mean “{nearest}”?", "Possible values: {known}."),
    },
    "finance-unit-missing": {
        "sv": (
            "Tabellen säger inte vilken enhet talen har.",
            "Lägg till en rad, till exempel ”enhet: mnkr”.",
        ),
        "en": ("The table does not say its unit.", "Add a line such as “unit: SEK million”."),
    },
    "finance-decimals": {
        "sv": ("Antalet decimaler går inte att läsa: ”{value}”.", "Skriv en siffra från 0 till 6."),
        "en": ("The number of decimals cannot be read: “{value}”.", "Write a digit from 0 to 6."),
    },
    "finance-id": {
        "sv": (
            "Tabellens id ”{value}” går inte att hänvisa till.",
            "Skriv ett ord av bokstäver, siffror och bindestreck, till exempel ”id: utfall”.",
        ),
        "en": (
            "The id “{value}” of the table cannot be referred to.",
            "Write one word of letters, digits and hyphens, such as “id: outcome”.",
        ),
    },
    "finance-grid-missing": {
        "sv": (
            "Tabellen har inga rader.",
            "Skriv raderna med | mellan cellerna, eller ange en fil: ”fil: utfall.csv”.",
        ),
        "en": (
            "The table has no rows.",
            "Write the rows with | between the cells, or name a file: “file: outcome.csv”.",
        ),
    },
    "finance-grid-twice": {
        "sv": (
            "Tabellen har egna rader men hämtar dem också från {file}.",
            "Ta bort raderna, eller raden ”fil:”.",
        ),
        "en": (
            "The table has rows of its own but also takes them from {file}.",
            "Remove the rows, or “file:”.",
        ),
    },
    "finance-file": {
        "sv": (
            "Filen {file} finns inte bredvid dokumentet, eller går inte att använda.",
            "Kontrollera namnet. En tabell hämtas ur .xlsx eller ur .csv sparad som ”CSV UTF-8”, inte ur .xls.",
        ),
        "en": (
            "The file {file} does not stand beside the document, or cannot be used.",
            "Check its name. A table is taken from .xlsx, or from .csv saved as “CSV UTF-8”, not from .xls.",
        ),
    },
    "finance-file-misspelt": {
        "sv": ("Filen {file} finns inte bredvid dokumentet. Menar du {near}?", "Rätta namnet."),
        "en": ("The file {file} does not stand beside the document. Do you mean {near}?", "Correct the name."),
    },
    "finance-cells-many": {
        "sv": (
            "Raden har {cells} celler men tabellen {columns} kolumner.",
            "Ta bort det som är för mycket, eller ge kolumnerna rubriker.",
        ),
        "en": (
            "The row has {cells} cells but the table {columns} columns.",
            "Remove what is too much, or give the columns headings.",
        ),
    },
    "finance-cells-few": {
        "sv": (
            "Raden har {cells} celler men tabellen {columns} kolumner, så tal kan stå i fel kolumn.",
            "Skriv ut de tomma cellerna också: | | |.",
        ),
        "en": (
            ("The row has {cells} cells but the table {columns} columns, so figures may stand in the wrong one."),
            "Write the empty cells too: | | |.",
        ),
    },
    "finance-mark-unknown": {
        "sv": (
            "Märket [{mark}] är okänt här. Menar du [{nearest}]?",
            "Kända märken: {known}. Ska klamrarna synas i texten, skriv \\[ i stället för [.",
        ),
        "en": (
            "The mark [{mark}] is unknown here. Do you mean [{nearest}]?",
            "Known marks: {known}. If the brackets are to be printed, write \\[ for [.",
        ),
    },
    "finance-marks-clash": {
        "sv": ("Märkena säger emot varandra: {marks}.", "Behåll ett av dem."),
        "en": ("The marks contradict each other: {marks}.", "Keep one of them."),
    },
    "finance-equal-empty": {
        "sv": (
            "Märket [lika] säger inte vilken rad som menas.",
            "Skriv till exempel [lika: Summa tillgångar].",
        ),
        "en": (
            "The mark [equal] does not say which row is meant.",
            "Write for example [equal: Total assets].",
        ),
    },
    "finance-role-several": {
        "sv": (
            "Rubriken ”{heading}” kan betyda flera saker: {roles}.",
            "Välj: skriv ett märke efter rubriken, till exempel ”{heading} [{example}]”.",
        ),
        "en": (
            "The heading “{heading}” can mean several things: {roles}.",
            "Choose: write a mark after it, such as “{heading} [{example}]”.",
        ),
    },
    "finance-years": {
        "sv": (
            "I kolumnen ”{heading}” kan ”{text}” vara ett årtal eller ett belopp.",
            "Välj: skriv ”{heading} [text]” eller ”{heading} [belopp]”.",
        ),
        "en": (
            "In the column “{heading}”, “{text}” may be a year or an amount.",
            "Choose: write “{heading} [text]” or “{heading} [amount]”.",
        ),
    },
    "finance-text-points": {
        "sv": (
            "Kolumnen ”{heading}” läses som text, eftersom ”{text}” har punkt.",
            "Är det tal, skriv komma. Är det numrering, märk kolumnen: ”{heading} [text]”.",
        ),
        "en": (
            "The column “{heading}” is read as text, because of the point in “{text}”.",
            "If it is a numbering, mark the column: “{heading} [text]”.",
        ),
    },
    "finance-nature-several": {
        "sv": (
            "Raden ”{label}” nämner både intäkter och kostnader, så tecknet är oklart.",
            "Välj: skriv [intäkt] eller [kostnad] efter namnet.",
        ),
        "en": (
            "The row “{label}” names both revenue and costs, so its sign is unclear.",
            "Choose: write [revenue] or [cost] after its name.",
        ),
    },
    "finance-heading-figures": {
        "sv": ("Raden ”{label}” är märkt som rubrik men har tal.", "Ta bort märket [rubrik], eller talen."),
        "en": (
            "The row “{label}” is marked as a heading but has figures.",
            "Remove [heading], or the figures.",
        ),
    },
    "finance-figure-blanks": {
        "sv": (
            (
                "{row}, {column}: ”{text}” går inte att läsa som ett tal: mellanslag får bara skilja "
                "grupper om tre siffror."
            ),
            "Skriv till exempel 1 234,5 eller 1234,5.",
        ),
        "en": (
            ("{row}, {column}: “{text}” cannot be read as a figure: blanks may only part groups of three digits."),
            "Write for example 1,234.5 or 1234.5.",
        ),
    },
    "finance-figure-point": {
        "sv": (
            "{row}, {column}: ”{text}” har punkt. Decimaler skrivs med komma, tusental med mellanslag.",
            "Skriv till exempel 1 234,5. Är det en numrering, märk kolumnen [text].",
        ),
        "en": (
            "{row}, {column}: “{text}” has a point where none belongs.",
            "Write for example 1,234.5. If it is a numbering, mark the column [text].",
        ),
    },
    "finance-figure-brackets": {
        "sv": ("{row}, {column}: betyder ”{text}” minus {digits}?", "Skriv i så fall −{digits}."),
        "en": ("{row}, {column}: does “{text}” mean minus {digits}?", "If so, write −{digits}."),
    },
    "finance-figure-minus": {
        "sv": (
            "{row}, {column}: i ”{text}” står minustecknet efter talet. Menas minus {digits}?",
            "Skriv i så fall −{digits}.",
        ),
        "en": (
            "{row}, {column}: in “{text}” the minus stands after the figure. Does it mean minus {digits}?",
            "If so, write −{digits}.",
        ),
    },
    "finance-figure-letters": {
        "sv": ("{row}, {column}: i ”{text}” står en bokstav bland siffrorna.", "Rätta talet."),
        "en": ("{row}, {column}: in “{text}” a letter stands among the digits.", "Correct the figure."),
    },
    "finance-figure": {
        "sv": ("{row}, {column}: ”{text}” går inte att läsa som ett tal.", "Skriv till exempel −1 234,5."),
        "en": ("{row}, {column}: “{text}” cannot be read as a figure.", "Write for example −1,234.5."),
    },
    "finance-cell-unit": {
        "sv": (
            "{row}, {column}: ”{text}” har en annan enhet än {expected} och går inte att räkna med.",
            "Räkna om talet till {expected}, eller säg enheten i radens namn: ”{row}, {unit} [uppgift]”.",
        ),
        "en": (
            "{row}, {column}: “{text}” has another unit than {expected} and cannot be counted.",
            "Convert it to {expected}, or say the unit in the row's name: “{row}, {unit} [information]”.",
        ),
    },
    "finance-formula": {
        "sv": (
            "{name}: formeln ”{typed}” går inte att läsa.",
            (
                "Skriv namn med + − · / mellan, till exempel [= Prognos − Budget]. Namn som själva har "
                "sådana tecken ska stå inom citattecken."
            ),
        ),
        "en": (
            "{name}: the formula “{typed}” cannot be read.",
            (
                "Write names with + − · / between, such as [= Forecast − Budget]. Names that hold such "
                "signs themselves stand in quotation marks."
            ),
        ),
    },
    "finance-name-unknown": {
        "sv": (
            "{name}: tabellen har ingen ”{typed}” att räkna med. Menar du ”{nearest}”?",
            "Rätta namnet. Minus skrivs med mellanslag på båda sidor, och namn med + − · / inom citattecken.",
        ),
        "en": (
            "{name}: the table has no “{typed}” to reckon with. Do you mean “{nearest}”?",
            ("Correct the name. Minus has a blank on both sides, and names with + − · / stand in quotation marks."),
        ),
    },
    "finance-name-several": {
        "sv": (
            "{name}: ”{typed}” finns flera gånger i tabellen.",
            "Välj: skriv kolumnens grupp före rubriken, inom citattecken, eller ge raderna olika namn.",
        ),
        "en": (
            "{name}: the table has “{typed}” several times.",
            ("Choose: write the column's group before its heading, in quotation marks, or name the rows apart."),
        ),
    },
    "finance-circle": {
        "sv": ("{name} räknas fram ur sig själv, på omvägar.", "Ändra en av formlerna."),
        "en": ("{name} is computed from itself, in a circle.", "Change one of the formulas."),
    },
    **columns.TEXTS,
    **sums.TEXTS,
    **unlike.TEXTS,
}
