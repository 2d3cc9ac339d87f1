"""The words of findings about the marks in minutes."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "mark-unknown": {
        "sv": (
            "Märket ”{text}” är okänt.",
            (
                "Skriv ett av dessa: {{bifall}}, {{ändrat}}, {{avslag}}, {{valt}}, {{besvarat}}, {{noterat}}, "
                "{{bordlagt}}, {{återremiss}}, {{överlämnat}} eller {{uppdrag: …}}. Annan text har inga klamrar."
            ),
        ),
        "en": (
            "The mark “{text}” is not known.",
            (
                "Write one of these: {{approved}}, {{amended}}, {{rejected}}, {{elected}}, {{answered}}, {{noted}}, "
                "{{tabled}}, {{referred back}}, {{referred on}} or {{assignment: …}}. Other text has no braces."
            ),
        ),
    },
    "mark-misspelt": {
        "sv": ("Märket ”{text}” är okänt.", "Menar du {{{near}}}?"),
        "en": ("The mark “{text}” is not known.", "Do you mean {{{near}}}?"),
    },
    "mark-heading": {
        "sv": (
            "Märket ”{text}” är okänt i en rubrik.",
            "Skriv ett av dessa: {{extra}}, {{utgår}}, {{överklagas: …}} eller {{dnr: …}}.",
        ),
        "en": (
            "The mark “{text}” is not known in a heading.",
            "Write one of these: {{added}}, {{withdrawn}}, {{appeal: …}} or {{dnr: …}}.",
        ),
    },
    "mark-item": {
        "sv": ("Märket ”{text}” gäller hela ärendet och läses inte här.", "Ställ det sist i ärendets rubrik."),
        "en": (
            "The mark “{text}” is about the whole item and is not read here.",
            "Put it at the end of the heading of the item.",
        ),
    },
    "mark-place": {
        "sv": (
            "Märket ”{text}” står där det inte läses.",
            "Ställ det sist i rubriken eller sist i punkten, utan fetstil och utan citattecken.",
        ),
        "en": (
            "The mark “{text}” stands where it is not read.",
            "Put it at the end of the heading or of the point, not in bold and without quotation marks.",
        ),
    },
    "mark-section": {
        "sv": (
            "Rubriken ”{heading}” är inget beslut, så märket ”{text}” läses inte.",
            "Skriv ### {near} över det som beslutades, eller ta bort märket.",
        ),
        "en": (
            "The heading “{heading}” is no decision, so that the mark “{text}” is not read.",
            "Write ### {near} above what was decided, or remove the mark.",
        ),
    },
    "mark-open": {
        "sv": (
            "I ”{text}” finns bara den ena av klamrarna {{ och }}.",
            "Skriv båda om det är ett märke, på en rad och sist i punkten eller rubriken. Ta annars bort klammern.",
        ),
        "en": (
            "In “{text}” there is only one of the braces {{ and }}.",
            "Write both if it is a mark, on one line, at the end of the point or heading. Otherwise remove the brace.",
        ),
    },
    "mark-two": {
        "sv": (
            "Märkena {{{first}}} och {{{second}}} säger olika saker om samma beslut.",
            "Behåll det som gäller, eller skriv flera punkter med varsitt märke.",
        ),
        "en": (
            "The marks {{{first}}} and {{{second}}} say different things of the same decision.",
            "Keep the one that holds, or write several points with a mark each.",
        ),
    },
    "mark-nobody": {
        "sv": (
            "Uppdraget ”{text}” säger inte vem som får det.",
            "Skriv till exempel {{uppdrag: IT-chefen, senast 2022-11-28}}.",
        ),
        "en": (
            "The assignment “{text}” does not say who gets it.",
            "Write, for example, {{assignment: the head of IT, by 2022-11-28}}.",
        ),
    },
    "mark-day": {
        "sv": ("”{text}” är ingen dag.", "Skriv till exempel {{uppdrag: IT-chefen, senast 2022-11-28}}."),
        "en": ("“{text}” is no day.", "Write, for example, {{assignment: the head of IT, by 2022-11-28}}."),
    },
    "mark-extension": {
        "sv": (
            "”{text}” säger inte vilket uppdrag som förlängs, och till vilken dag.",
            "Skriv paragrafen och mötets dag, till exempel {{förlängt: § 41 2020-11-30, senast 2023-12-31}}.",
        ),
        "en": (
            "“{text}” does not say which assignment is extended, and to what day.",
            "Write the paragraph and the day of the meeting: {{extended: § 41 2020-11-30, by 2023-12-31}}.",
        ),
    },
    "mark-appeal": {
        "sv": (
            "”{text}” är inget sätt att överklaga.",
            "Skriv {{överklagas: laglighetsprövning}}, {{överklagas: förvaltningsbesvär}} eller {{överklagas: nej}}.",
        ),
        "en": (
            "“{text}” is no way to appeal.",
            "Write {{appeal: municipal}}, {{appeal: administrative}} or {{appeal: none}}.",
        ),
    },
    "mark-motion": {
        "sv": (
            "Det finns inget yrkande ”{text}” i ärendet.",
            "Skriv yrkandets id, eller namnet på den som har yrkat bara en gång.",
        ),
        "en": (
            "There is no motion “{text}” in this item.",
            "Write the id of the motion, or the name of someone who moved only once.",
        ),
    },
}
"""What is wrong, and what to do, by code."""
