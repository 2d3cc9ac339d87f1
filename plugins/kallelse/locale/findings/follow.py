"""The words of findings about the words to follow."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "settings-follow-none": {
        "sv": ("Ordet att följa (follow) har ingen bokstav: {word}.", "Skriv ett ord, till exempel skolskjuts."),
        "en": ("The word to follow has no letter: {word}.", "Write a word, for example skolskjuts."),
    },
    "settings-follow-same": {
        "sv": (
            "Orden att följa (follow) {word} och {other} får samma adress.",
            "Ta bort det ena, eller skriv det under also vid det andra.",
        ),
        "en": (
            "The words to follow {word} and {other} get the same address.",
            "Take one away, or put it under also of the other.",
        ),
    },
    "settings-follow-signs": {
        "sv": (
            "Ordet att följa (follow) ”{word}” har ett tecken som inte hör till ordet, så det hittas inte i texterna.",
            "Skriv varje ord på en egen rad, med bindestreck först och utan komma, semikolon eller andra tecken.",
        ),
        "en": (
            "The word to follow “{word}” has a sign that is no part of the word, and is not found in the texts.",
            "Write each word on a line of its own, after a hyphen, without commas, semicolons and other signs.",
        ),
    },
    "settings-follow-short": {
        "sv": (
            "Ordet att följa (follow) ”{word}” är så kort att det hittas i annat än det som är menat.",
            "Skriv ett ord med minst tre bokstäver, till exempel bad.",
        ),
        "en": (
            "The word to follow “{word}” is so short that it is found where something else is meant.",
            "Write a word of at least three letters, for example bus.",
        ),
    },
    "settings-follow-common": {
        "sv": (
            "Ordet att följa (follow) ”{word}” hittar ”{found}”, som står i nästan varje text.",
            "Skriv ett ord som bara står där det ska hittas, till exempel skolskjuts.",
        ),
        "en": (
            "The word to follow “{word}” finds “{found}”, which stands in nearly every text.",
            "Write a word that stands only where it is to be found, for example library.",
        ),
    },
}
