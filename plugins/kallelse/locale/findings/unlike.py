"""The words of findings about names in finance tables that are like none there is, with all of them."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "finance-key-unknown-listed": {
        "sv": ("Uppgiften ”{key}” finns inte.", "Kända uppgifter: {known}."),
        "en": ("There is no fact “{key}”.", "Known facts: {known}."),
    },
    "finance-value-unknown-listed": {
        "sv": ("”{value}” är okänt för ”{key}”.", "Möjliga värden: {known}."),
        "en": ("“{value}” is unknown for “{key}”.", "Possible values: {known}."),
    },
    "finance-mark-unknown-listed": {
        "sv": (
            "Märket [{mark}] är okänt här.",
            "Kända märken: {known}. Ska klamrarna synas i texten, skriv \\[ i stället för [.",
        ),
        "en": (
            "The mark [{mark}] is unknown here.",
            "Known marks: {known}. If the brackets are to be printed, write \\[ for [.",
        ),
    },
    "finance-name-unknown-listed": {
        "sv": (
            "{name}: tabellen har ingen ”{typed}” att räkna med.",
            "Välj bland: {known}. Minus skrivs med mellanslag på båda sidor, och namn med + − · / inom citattecken.",
        ),
        "en": (
            "{name}: the table has no “{typed}” to reckon with.",
            "Choose of: {known}. Minus has a blank on both sides, and names with + − · / stand in quotation marks.",
        ),
    },
    "finance-chart-row-listed": {
        "sv": (
            "Diagrammet ska visa raden ”{label}”, men tabellen har ingen sådan rad.",
            "Tabellens rader: {known}. Skriv dem som de står där, med semikolon mellan flera.",
        ),
        "en": (
            "The chart is to show the row “{label}”, but the table has no such row.",
            "The table's rows: {known}. Write them as they stand there, with semicolons between several.",
        ),
    },
    "finance-chart-comma": {
        "sv": (
            "Diagrammet ska visa raden ”{label}”, men tabellen har ingen sådan rad.",
            "Flera rader skrivs med semikolon mellan sig: ”{key}: {rows}”.",
        ),
        "en": (
            "The chart is to show the row “{label}”, but the table has no such row.",
            "Several rows have semicolons between them: “{key}: {rows}”.",
        ),
    },
    "finance-equal-table-listed": {
        "sv": (
            "{label}: ärendet har ingen tabell ”{id}” att jämföra med.",
            "Ärendets tabeller: {known}. En tabell i ett annat ärende går inte att jämföra med.",
        ),
        "en": (
            "{label}: the case has no table “{id}” to compare with.",
            "Tables of the case: {known}. A table of another case cannot be compared with.",
        ),
    },
    "finance-equal-row-listed": {
        "sv": ("{label}: tabellen {id} har ingen rad {row}.", "Tabellens rader: {known}."),
        "en": ("{label}: the table {id} has no row {row}.", "The table's rows: {known}."),
    },
    "finance-cite-table-listed": {
        "sv": (
            "{citation}: ärendet har ingen tabell ”{table}”.",
            "Ärendets tabeller: {known}. Ge annars tabellen en rad ”id: {table}”.",
        ),
        "en": (
            "{citation}: the case has no table “{table}”.",
            "Tables of the case: {known}. Else give the table a line “id: {table}”.",
        ),
    },
    "finance-cite-row-listed": {
        "sv": ("{citation}: tabellen har ingen rad {label}.", "Tabellens rader: {known}."),
        "en": ("{citation}: the table has no row {label}.", "The table's rows: {known}."),
    },
    "finance-cite-column-listed": {
        "sv": ("{citation}: tabellen har ingen kolumn {label}.", "Tabellens kolumner: {known}."),
        "en": ("{citation}: the table has no column {label}.", "The table's columns: {known}."),
    },
}
