"""The words of findings about a municipality's own glossary."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "glossary-outside": {
        "sv": (
            "”{text}” är varken ett ord eller en förklaring.",
            "Skriv ordet på en rad och förklaringen på nästa, efter ett kolon och ett mellanslag.",
        ),
        "en": (
            "“{text}” is neither a word nor an explanation.",
            "Write the word on one line and the explanation on the next, after a colon and a blank.",
        ),
    },
    "glossary-empty": {
        "sv": ("”{word}” har ingen förklaring.", "Skriv den på raden under, efter ett kolon och ett mellanslag."),
        "en": ("“{word}” has no explanation.", "Write it on the line below, after a colon and a blank."),
    },
    "glossary-plain": {
        "sv": (
            "Förklaringen av ”{word}” har något annat än vanlig text, och bara texten visas.",
            "Skriv en eller två meningar utan länkar, bilder och listor.",
        ),
        "en": (
            "The explanation of “{word}” has something else than plain text, and only the text is shown.",
            "Write one or two sentences without links, pictures and lists.",
        ),
    },
    "glossary-signs": {
        "sv": (
            "”{word}” har ett tecken som inte hör till ordet, så det hittas inte i texterna.",
            "Skriv ordet utan det. Kolonet före förklaringen står på nästa rad, och mellan böjningar står komma.",
        ),
        "en": (
            "“{word}” has a sign that is no part of the word, and is not found in the texts.",
            "Leave it out. The colon before the explanation stands on the next line, and commas stand between forms.",
        ),
    },
    "glossary-common": {
        "sv": ("”{word}” står i nästan varje text och behöver ingen förklaring.", "Ta bort det ur ordlistan."),
        "en": ("“{word}” stands in nearly every text and needs no explanation.", "Remove it from the glossary."),
    },
    "glossary-long": {
        "sv": (
            "”{word}” är för långt för att vara ett ord: det får ha högst {most} tecken.",
            "Skriv ordet på en rad och förklaringen på nästa, efter ett kolon och ett mellanslag.",
        ),
        "en": (
            "“{word}” is too long for a word, which may have {most} letters at most.",
            "Write the word on one line and the explanation on the next, after a colon and a blank.",
        ),
    },
    "glossary-twice": {
        "sv": ("”{word}” är redan förklarat under ”{other}”.", "Ta bort det på det ena stället."),
        "en": ("“{word}” is already explained under “{other}”.", "Remove it in one of the places."),
    },
}
