"""The sentences about fields of front matter, of the settings and of other files in YAML."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "field-unknown": {
        "sv": ("Uppgiften {key} finns inte.", "Ta bort den, eller använd någon av: {known}."),
        "en": ("There is no field {key}.", "Remove it, or use one of: {known}."),
    },
    "field-misspelt": {
        "sv": ("Uppgiften {key} finns inte.", "Menar du {near}?"),
        "en": ("There is no field {key}.", "Do you mean {near}?"),
    },
    "field-missing": {
        "sv": ("Uppgiften {key} saknas.", "Lägg till den."),
        "en": ("The field {key} is missing.", "Add it."),
    },
    "field-empty": {
        "sv": ("Uppgiften {key} är tom.", "Fyll i den, eller ta bort raden."),
        "en": ("The field {key} is empty.", "Fill it in, or remove the line."),
    },
    "field-text": {
        "sv": ("{key} ska vara en text, men är {value}.", "Sätt värdet inom citattecken."),
        "en": ("{key} is to be a text, but is {value}.", "Put the value in quotes."),
    },
    "field-number": {
        "sv": ("{key} ska vara ett heltal som inte är negativt, men är {value}.", "Skriv till exempel 10."),
        "en": ("{key} is to be a whole number that is not negative, but is {value}.", "Write a number such as 10."),
    },
    "field-bool": {
        "sv": ("{key} ska vara true eller false, men är {value}.", "Skriv true eller false."),
        "en": ("{key} is to be true or false, but is {value}.", "Write true or false."),
    },
    "field-list": {
        "sv": ("{key} ska vara en lista.", "Skriv en rad för varje, med bindestreck först."),
        "en": ("{key} is to be a list.", "Write a line for each, beginning with a hyphen."),
    },
    "field-mapping": {
        "sv": ("{key} ska bestå av egna uppgifter.", "Skriv dem indragna under {key}, som namn: värde."),
        "en": ("{key} is to have fields of its own.", "Write them indented under {key}, as name: value."),
    },
    "field-choice": {
        "sv": ("{key} kan inte vara {value}.", "Välj någon av: {choices}."),
        "en": ("{key} cannot be {value}.", "Choose one of: {choices}."),
    },
    "field-date": {
        "sv": ("{key} är inte en dag: {value}.", "Skriv år-månad-dag, till exempel 2022-09-26."),
        "en": ("{key} is not a day: {value}.", "Write year-month-day, such as 2022-09-26."),
    },
    "field-no-day": {
        "sv": (
            "{key} är {value}, en dag som inte finns i kalendern.",
            "Rätta dagen: år-månad-dag, till exempel 2022-09-26.",
        ),
        "en": (
            "{key} is {value}, a day that is not in the calendar.",
            "Correct the day: year-month-day, such as 2022-09-26.",
        ),
    },
    "field-no-moment": {
        "sv": (
            "{key} är {value}, en dag som inte finns i kalendern.",
            "Rätta dagen: år-månad-dag och klockslag, till exempel 2022-09-26 13:15.",
        ),
        "en": (
            "{key} is {value}, a day that is not in the calendar.",
            "Correct the day: year-month-day and a time, such as 2022-09-26 13:15.",
        ),
    },
    "field-clock": {
        "sv": ("{key} är ”{value}”, som inte är något klockslag.", "Skriv till exempel 13.50."),
        "en": ("{key} is “{value}”, which is no time of the day.", "Write, for example, 13:50."),
    },
    "field-moment": {
        "sv": (
            "{key} är inte en dag med klockslag: {value}.",
            "Skriv år-månad-dag och klockslag, till exempel 2022-09-26 13:15.",
        ),
        "en": (
            "{key} is not a day with a time: {value}.",
            "Write year-month-day and a time, such as 2022-09-26 13:15.",
        ),
    },
    "field-person": {
        "sv": (
            "{key} är inte en person: {value}.",
            "Skriv Namn (Parti), titel – partiet och titeln bara om de behövs.",
        ),
        "en": ("{key} is not a person: {value}.", "Write Name (Party), title; leave out what is not needed."),
    },
    "field-colour": {
        "sv": ("{key} är inte en färg: {value}.", 'Skriv sex siffror efter #, inom citattecken: "#0b4a5c".'),
        "en": ("{key} is not a colour: {value}.", 'Write six digits after #, in quotes: "#0b4a5c".'),
    },
    "field-url": {
        "sv": ("{key} är inte en webbadress: {value}.", "Skriv den hel, till exempel https://moten.exempel.se/."),
        "en": ("{key} is not a web address: {value}.", "Write it whole, such as https://meetings.example.org/."),
    },
    "field-email": {
        "sv": ("{key} är inte en e-postadress: {value}.", "Skriv till exempel kansli@kommun.example."),
        "en": ("{key} is no address for mail: {value}.", "Write, for example, office@council.example."),
    },
    "field-organisation": {
        "sv": ("{key} är inte ett organisationsnummer: {value}.", "Skriv tio siffror, till exempel 212000-0001."),
        "en": ("{key} is no organisation number: {value}.", "Write ten figures, such as 212000-0001."),
    },
    "field-organisation-figure": {
        "sv": (
            "{key} är {value}, och den sista siffran stämmer inte med de andra.",
            "Jämför med kommunens organisationsnummer: någon siffra är fel.",
        ),
        "en": (
            "{key} is {value}, and the last figure does not agree with the others.",
            "Compare it with the municipality's organisation number: one of the figures is wrong.",
        ),
    },
    "field-contact": {
        "sv": (
            "{key} är varken en e-postadress eller en webbadress: {value}.",
            "Skriv till exempel sakerhet@kommun.example, eller en hel adress som börjar med https://.",
        ),
        "en": (
            "{key} is neither an address for mail nor a web address: {value}.",
            "Write, for example, security@council.example, or a whole address that begins with https://.",
        ),
    },
    "field-ground": {
        "sv": (
            "{key} är inte en bestämmelse om sekretess: {value}.",
            "Skriv kapitel och paragraf i offentlighets- och sekretesslagen, till exempel 26:1.",
        ),
        "en": (
            "{key} is not a provision on secrecy: {value}.",
            "Write chapter and section of the Public Access to Information and Secrecy Act, such as 26:1.",
        ),
    },
    "field-choice-near": {
        "sv": ("{key} kan inte vara {value}.", "Menar du {near}? Det kan vara: {choices}."),
        "en": ("{key} cannot be {value}.", "Do you mean {near}? It can be: {choices}."),
    },
    "field-slug": {
        "sv": (
            "{key} kan inte stå i en webbadress: {value}.",
            "Använd små bokstäver a–z, siffror och bindestreck.",
        ),
        "en": ("{key} cannot stand in an address: {value}.", "Use small letters a–z, figures and hyphens."),
    },
    "field-language": {
        "sv": (
            "{key} är ingen språkkod: {value}.",
            "Skriv två eller tre små bokstäver, till exempel en (engelska), fi (finska) eller se (nordsamiska).",
        ),
        "en": (
            "{key} is no code of a language: {value}.",
            "Write two or three small letters, such as sv (Swedish), fi (Finnish) or se (Northern Sami).",
        ),
    },
    "field-dnr": {
        "sv": ("{key} är inte ett diarienummer: {value}.", "Skriv till exempel GSN 2022/35."),
        "en": ("{key} is not a registry number: {value}.", "Write, for example, GSN 2022/35."),
    },
}
