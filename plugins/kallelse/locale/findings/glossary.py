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
    "glossary-twice": {
        "sv": ("”{word}” är redan förklarat under ”{other}”.", "Ta bort det på det ena stället."),
        "en": ("“{word}” is already explained under “{other}”.", "Remove it in one of the places."),
    },
}
