"""The words of findings about Excel workbooks that finance tables are taken from."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "workbook-broken": {
        "sv": ("Arbetsboken går inte att läsa.", "Öppna den i Excel och spara den på nytt som .xlsx."),
        "en": ("The workbook cannot be read.", "Open it in Excel and save it again as .xlsx."),
    },
    "workbook-heavy": {
        "sv": (
            "Arbetsboken är {size} MB när den packas upp. En tabell får vara högst {most} MB.",
            "Kopiera bladet med tabellen till en ny arbetsbok.",
        ),
        "en": (
            "The workbook is {size} MB when unpacked. A table may be {most} MB at most.",
            "Copy the sheet with the table to a new workbook.",
        ),
    },
    "workbook-several": {
        "sv": (
            "Arbetsboken har flera blad: {sheets}.",
            "Skriv efter filens namn vilket som menas: fil: {file}!{first}.",
        ),
        "en": (
            "The workbook has several sheets: {sheets}.",
            "Write behind the file's name which one is meant: file: {file}!{first}.",
        ),
    },
    "workbook-sheet": {
        "sv": (
            "Arbetsboken har bladen {sheets}, men inget som heter {sheet}. Menar du {first}?",
            "Skriv bladets namn efter filens: fil: {file}!{first}.",
        ),
        "en": (
            "The workbook has the sheets {sheets}, but none called {sheet}. Do you mean {first}?",
            "Write the sheet's name behind the file's: file: {file}!{first}.",
        ),
    },
    "workbook-sheet-listed": {
        "sv": (
            "Arbetsboken har inget synligt blad som heter {sheet}.",
            "Skriv efter filens namn vilket som menas, till exempel fil: {file}!{first}. Bladen är: {known}.",
        ),
        "en": (
            "The workbook has no visible sheet called {sheet}.",
            "Write behind the file's name which one is meant, such as file: {file}!{first}. The sheets are: {known}.",
        ),
    },
    "workbook-hidden-rows": {
        "sv": (
            "Bladet har dolda rader: {rows}. De räknas i Excels summor men syns inte.",
            "Visa dem eller ta bort dem, och spara.",
        ),
        "en": (
            "The sheet has hidden rows: {rows}. Excel counts them, readers do not see them.",
            "Show or delete them, and save.",
        ),
    },
    "workbook-hidden-columns": {
        "sv": (
            "Bladet har dolda kolumner: {columns}. De räknas i Excels summor men syns inte.",
            "Visa dem eller ta bort dem, och spara.",
        ),
        "en": (
            "The sheet has hidden columns: {columns}. Excel counts them, readers do not see them.",
            "Show or delete them, and save.",
        ),
    },
    "workbook-large": {
        "sv": (
            "Bladet har {rows} rader och {columns} kolumner. Så stora tabeller ryms inte.",
            "Ta bort det som står utanför tabellen, eller dela upp den.",
        ),
        "en": (
            "The sheet has {rows} rows and {columns} columns. So large a table has no room.",
            "Delete what stands outside the table, or divide it.",
        ),
    },
    "workbook-formula": {
        "sv": (
            "Cellen är en formel som aldrig har räknats ut.",
            "Öppna filen i Excel och spara den, så sparas också resultatet.",
        ),
        "en": (
            "The cell is a formula that was never calculated.",
            "Open the file in Excel and save it, and its result is saved too.",
        ),
    },
    "workbook-formula-several": {
        "sv": (
            "{count} celler är formler som aldrig har räknats ut: {cells}.",
            "Öppna filen i Excel och spara den, så sparas också resultaten.",
        ),
        "en": (
            "{count} cells are formulas that were never calculated: {cells}.",
            "Open the file in Excel and save it, and their results are saved too.",
        ),
    },
    "workbook-error-several": {
        "sv": ("{count} celler visar {value}: {cells}.", "Rätta formlerna i Excel och spara."),
        "en": ("{count} cells show {value}: {cells}.", "Correct the formulas in Excel and save."),
    },
    "workbook-figure-several": {
        "sv": (
            "{count} celler har ett tal som inte går att räkna med ({value}): {cells}.",
            "Rätta talen eller formlerna i Excel och spara.",
        ),
        "en": (
            "{count} cells hold a number that cannot be reckoned with ({value}): {cells}.",
            "Correct the numbers or the formulas in Excel and save.",
        ),
    },
    "workbook-time-several": {
        "sv": (
            "{count} celler har formatet för ett datum eller en tid, men talen i dem är inga sådana: {cells}.",
            "Välj formatet Tal för cellerna i Excel, eller rätta datumen, och spara.",
        ),
        "en": (
            "{count} cells have the format of a date or a time, but their numbers are none: {cells}.",
            "Choose the format Number for the cells in Excel, or correct the dates, and save.",
        ),
    },
    "workbook-unseen-several": {
        "sv": (
            "{count} celler har talformat som döljer det som står i dem: {cells}.",
            "Töm cellerna, eller välj ett annat format för dem i Excel, och spara.",
        ),
        "en": (
            "{count} cells have number formats that hide what stands in them: {cells}.",
            "Empty the cells, or choose another format for them in Excel, and save.",
        ),
    },
    "workbook-merged-several": {
        "sv": (
            "{count} områden av sammanslagna celler har ett tal: {cells}.",
            "Dela cellerna, så att varje tal står i sin egen kolumn.",
        ),
        "en": (
            "{count} areas of merged cells hold a figure: {cells}.",
            "Split them, so that each figure has a column of its own.",
        ),
    },
    "workbook-error": {
        "sv": ("Cellen visar {value}.", "Rätta formeln i Excel och spara."),
        "en": ("The cell shows {value}.", "Correct the formula in Excel and save."),
    },
    "workbook-figure": {
        "sv": (
            "Cellen har ett tal som inte går att räkna med ({value}).",
            "Rätta talet eller formeln i Excel och spara.",
        ),
        "en": (
            "The cell holds a number that cannot be reckoned with ({value}).",
            "Correct the number or the formula in Excel and save.",
        ),
    },
    "workbook-time": {
        "sv": (
            "Cellen har formatet för ett datum eller en tid, men talet i den är inget sådant.",
            "Välj formatet Tal för cellen i Excel, eller rätta datumet, och spara.",
        ),
        "en": (
            "The cell has the format of a date or a time, but its number is none.",
            "Choose the format Number for the cell in Excel, or correct the date, and save.",
        ),
    },
    "workbook-unseen": {
        "sv": (
            "Cellen har ett talformat som döljer det som står i den.",
            "Töm cellen, eller välj ett annat format för den i Excel, och spara.",
        ),
        "en": (
            "The cell has a number format that hides what stands in it.",
            "Empty the cell, or choose another format for it in Excel, and save.",
        ),
    },
    "workbook-merged": {
        "sv": (
            "Cellerna är sammanslagna och har ett tal.",
            "Dela cellerna, så att talet står i sin egen kolumn.",
        ),
        "en": (
            "The cells are merged and hold a figure.",
            "Split them, so that the figure has a column of its own.",
        ),
    },
}
