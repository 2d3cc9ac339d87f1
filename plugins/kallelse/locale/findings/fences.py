"""The words of findings about fences, tables, processes and citations in bodies."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "fence-open": {
        "sv": ("Blocket som börjar med {fence} slutar aldrig.", "Skriv {fence} på en egen rad där det ska sluta."),
        "en": (
            "The block that begins with {fence} never ends.",
            "Write {fence} on a line of its own where it is to end.",
        ),
    },
    "fence-word": {
        "sv": ("Ordet ”{word}” efter ``` är okänt, så blocket visas som det är skrivet.", "Menar du ”{near}”?"),
        "en": (
            "The word “{word}” after ``` is unknown, so the block is shown as it is typed.",
            "Do you mean “{near}”?",
        ),
    },
    "fence-text": {
        "sv": ("”{text}” står på raden som öppnar ett block, och visas inte.", "Skriv det på en egen rad."),
        "en": ("“{text}” stands on the line that opens a block, and is not shown.", "Write it on a line of its own."),
    },
    "fence-words": {
        "sv": (
            "”{text}” efter ”{word}” används inte.",
            "Skriv det på en egen rad i blocket, till exempel ”rubrik: {text}”.",
        ),
        "en": (
            "“{text}” after “{word}” is not used.",
            "Write it on a line of its own in the block, such as “caption: {text}”.",
        ),
    },
    "fence-inside": {
        "sv": (
            "Tecknen ``` står mitt i en text, där inget block kan börja.",
            "Skriv ``` först på en egen rad. I en tabellcell kan inget block stå.",
        ),
        "en": (
            "The signs ``` stand in the middle of a text, where no block can begin.",
            "Write ``` at the beginning of a line of its own. No block can stand in a table cell.",
        ),
    },
    "fence-place": {
        "sv": (
            "Blocket ”{fence}” står där inget block kan stå, till exempel i HTML.",
            "Flytta det till en egen rad med en tom rad före.",
        ),
        "en": (
            "The block “{fence}” stands where no block can, such as within HTML.",
            "Move it to a line of its own with a blank line before it.",
        ),
    },
    "fence-head-listed": {
        "sv": ("”{word}:” är ingen uppgift som ett sådant block har.", "Kända uppgifter: {known}."),
        "en": ("“{word}:” is no fact that such a block has.", "Known facts: {known}."),
    },
    "fence-head": {
        "sv": ("”{word}:” är ingen uppgift som ett sådant block har.", "Menar du ”{near}:”?"),
        "en": ("“{word}:” is no fact that such a block has.", "Do you mean “{near}:”?"),
    },
    "fence-head-twice": {
        "sv": ("”{word}:” står två gånger i blocket.", "Ta bort den ena raden."),
        "en": ("“{word}:” stands twice in the block.", "Delete one of the lines."),
    },
    "separator-twice": {
        "sv": ("Raden med streck står en gång till och blir en rad i tabellen.", "Skriv varje tabell för sig."),
        "en": ("The line of hyphens stands a second time and becomes a row of the table.", "Write each table apart."),
    },
    "table-separator": {
        "sv": (
            "Tabellen saknar raden med streck under rubrikraden.",
            "Skriv en rad som |---|---| under tabellens rubriker, med lika många celler.",
        ),
        "en": (
            "The table lacks the line of dashes below its head.",
            "Write a line such as |---|---| below the headings of the table, with as many cells.",
        ),
    },
    "block-joined": {
        "sv": (
            "Raden ”{text}” ser ut som en punkt, ett citat eller en rubrik men fortsätter stycket ovanför.",
            "Skriv en tom rad före den, och börja punkter med - eller 1. Hör tecknet till texten, lämna det så.",
        ),
        "en": (
            "The line “{text}” looks like a list item, a quotation or a heading but goes on from the paragraph above.",
            "Write a blank line before it, and begin items with - or 1. If the sign belongs to the text, leave it.",
        ),
    },
    "signs-taken": {
        "sv": (
            "Tecknen {sign} runt ”{text}” står mellan tal eller mitt i ord, men blir formatering och försvinner.",
            "Skriv \\ före vart och ett om de hör till texten. Gånger är ×.",
        ),
        "en": (
            "The signs {sign} around “{text}” stand between figures or in words, but become formatting and vanish.",
            "Write \\ before each of them if they belong to the text. Times is ×.",
        ),
    },
    "sign-taken": {
        "sv": (
            "Raden ”{text}” blir en punkt eller ett citat, och talet står utan sitt {sign}.",
            "Hör tecknet till talet, skriv \\ före det; minus är −. Är raden en punkt eller ett citat, lämna den så.",
        ),
        "en": (
            "The line “{text}” becomes a list item or a quotation, and the figure stands without its {sign}.",
            "If the sign belongs to the figure, write \\ before it; minus is −. If the line is an item, leave it.",
        ),
    },
    "blank-hard": {
        "sv": (
            "Raden ”{text}” har ett hårt blanksteg vid {sign} och blir därför varken punkt eller rubrik, bara text.",
            "Skriv vanliga blanksteg i stället. Hör tecknet till texten, skriv \\ före det.",
        ),
        "en": (
            "The line “{text}” has a no-break space by {sign}, so it is no list item and no heading, only text.",
            "Write plain blanks instead. If the sign belongs to the text, write \\ before it.",
        ),
    },
    "table-broken": {
        "sv": (
            "Raden ”{text}” ser ut som en tabell men blir vanlig text.",
            "Skriv en tom rad före tabellen, och lika många celler i raden |---|---| som i rubrikraden.",
        ),
        "en": (
            "The line “{text}” looks like a table but becomes plain text.",
            "Write a blank line before the table, and as many cells in the line |---|---| as in its head.",
        ),
    },
    "table-headless": {
        "sv": ("Tabellen har inga rubriker över sina kolumner.", "Skriv en rubrik över varje kolumn."),
        "en": ("The table has no headings over its columns.", "Write a heading over each column."),
    },
    "table-empty": {
        "sv": ("Tabellen har inga rader.", "Skriv dem, eller ta bort tabellen."),
        "en": ("The table has no rows.", "Write them, or delete the table."),
    },
    "table-head-long": {
        "sv": ("Tabellens rubriker tar nästan en hel sida.", "Korta dem, eller skriv dem i texten före tabellen."),
        "en": (
            "The headings of the table take almost a whole page.",
            "Shorten them, or write them in the text before the table.",
        ),
    },
    "row-cells": {
        "sv": (
            "Raden har {found} celler, men tabellen har {expected} kolumner.",
            "Lägg till eller ta bort ett streck |. Hör strecket till texten, skriv \\|.",
        ),
        "en": (
            "The row has {found} cells, but the table has {expected} columns.",
            "Add or delete a bar |. If the bar belongs to the text, write \\|.",
        ),
    },
    "row-empty": {
        "sv": ("Raden i tabellen är tom.", "Fyll i den, eller ta bort den."),
        "en": ("The row of the table is empty.", "Fill it in, or delete it."),
    },
    "row-span": {
        "sv": ("En cell räcker nedanför tabellens sista rad.", "Minska dess rowspan."),
        "en": ("A cell reaches below the last row of the table.", "Make its rowspan smaller."),
    },
    "block-in-cell": {
        "sv": ("En tabell, figur eller linje står i en tabellcell.", "Flytta den till texten."),
        "en": ("A table, figure or rule stands in a table cell.", "Move it to the text."),
    },
    "caption-without-table": {
        "sv": (
            "”{text}” har ingen tabell direkt under sig och blir vanlig text.",
            "Ställ raden direkt ovanför tabellen, med en tom rad emellan.",
        ),
        "en": (
            "“{text}” has no table right below it and becomes plain text.",
            "Put the line right above the table, with a blank line between.",
        ),
    },
    "process-markup": {
        "sv": ("Steget ”{text}” visas med alla tecken som de står.", "Skriv bara ord, utan fetstil och länkar."),
        "en": (
            "The step “{text}” is shown with all signs as they stand.",
            "Write words alone, without bold and links.",
        ),
    },
    "process-line": {
        "sv": ("Raden ”{text}” är inget steg i arbetsgången.", "Skriv steget som ”1. Verb: vem som gör vad”."),
        "en": ("The line “{text}” is no step of the process.", "Write the step as “1. Verb: who does what”."),
    },
    "process-steps": {
        "sv": (
            "Arbetsgången har {found} steg.",
            "Skriv {fewest} till {most} steg, vart och ett som ”1. Verb: vem som gör vad”.",
        ),
        "en": ("The process has {found} steps.", "Write {fewest} to {most} steps, each as “1. Verb: who does what”."),
    },
    "cite-empty": {
        "sv": (
            "”{{{id}: }}” säger inte vilken cell som menas.",
            "Skriv radens och kolumnens rubriker efter kolonet: {{{id}: Rad, Kolumn}}.",
        ),
        "en": (
            "“{{{id}: }}” does not say which cell is meant.",
            "Write the headings of its row and column after the colon: {{{id}: Row, Column}}.",
        ),
    },
    "cite-option": {
        "sv": ("”{option}” efter strecket är okänt.", "Skriv ”{known}”, eller ta bort strecket."),
        "en": ("“{option}” after the bar is unknown.", "Write “{known}”, or delete the bar."),
    },
    "cite-unit-twice": {
        "sv": (
            "Hänvisningen trycks som ”{printed}”, och efter den står {unit} en gång till.",
            "Ta bort {unit} efter hänvisningen.",
        ),
        "en": (
            "The citation is printed as “{printed}”, and {unit} stands after it once more.",
            "Remove {unit} after the citation.",
        ),
    },
    "cite-unresolved": {
        "sv": (
            "{citation} gick inte att läsa ur någon tabell.",
            "Rätta namnen på tabell, rad och kolumn. Är det ingen hänvisning, skriv \\{{ i stället för {{.",
        ),
        "en": (
            "{citation} could not be read from any table.",
            "Correct the names of the table, row and column. If it is no citation, write \\{{ instead of {{.",
        ),
    },
}
