"""The words of findings about the notice board: delegated decisions, and texts on how decisions are appealed."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "delegated-kept": {
        "sv": ("Beslutet är anslaget, men det står inte var det förvaras.", "Skriv det i kept: anslaget ska säga det."),
        "en": ("The decision is announced, but not where it is kept.", "Write it in kept: the notice must state it."),
    },
    "delegated-untold": {
        "sv": (
            "Beslutet är varken anslaget eller anmält till nämnden.",
            "Skriv dagen för anslaget i postings, eller mötet som fick veta det i reported.",
        ),
        "en": (
            "The decision is neither announced nor reported to the committee.",
            "Write the day of the notice in postings, or the meeting that was told in reported.",
        ),
    },
    "delegated-meeting": {
        "sv": ("Nämnden har inget möte {meeting}.", "Skriv mötets mapp i reported, till exempel 2022-09-26."),
        "en": ("The committee has no meeting {meeting}.", "Write the meeting's folder in reported: 2022-09-26."),
    },
    "delegated-reported-early": {
        "sv": ("Beslutet är från {date} men anmält till mötet {meeting}.", "Kontrollera date och reported."),
        "en": ("The decision is of {date} but reported to the meeting {meeting}.", "Check date and reported."),
    },
    "delegated-posted-early": {
        "sv": ("Beslutet anslogs {posted}, innan det fattades {date}.", "Kontrollera date och postings."),
        "en": ("The decision was announced {posted}, before it was made on {date}.", "Check date and postings."),
    },
    "delegated-board": {
        "sv": ("{board} är ingen av nämndens anslagstavlor ({known}).", "Skriv en av dem, eller lägg till tavlan."),
        "en": ("{board} is none of the committee's notice boards ({known}).", "Write one of them, or add the board."),
    },
    "board-period": {
        "sv": ("Anslagstavlan {board} slutar användas innan den börjar.", "Kontrollera from och until."),
        "en": ("The notice board {board} goes out of use before it comes into use.", "Check from and until."),
    },
    "delegated-board-twice": {
        "sv": ("Beslutet är anslaget två gånger på samma tavla.", "Ta bort den ena."),
        "en": ("The decision is announced twice on the same board.", "Remove one of them."),
    },
    "delegated-board-missing": {
        "sv": (
            "Beslutet är inte anslaget på alla nämndens tavlor: {boards} saknas.",
            "Skriv dagen för varje tavla. Tiden för att överklaga börjar först när alla har anslaget.",
        ),
        "en": (
            "The decision is not on all boards of the committee: {boards} is missing.",
            "Write the day of each board. The time to appeal begins only when all have the notice.",
        ),
    },
    "delegated-removed-early": {
        "sv": (
            "Anslaget togs ner {removed}, men ska sitta uppe till {down}.",
            "Låt det sitta kvar: det får inte tas ner före överklagandetidens utgång (8 kap. 12 § kommunallagen).",
        ),
        "en": (
            "The notice was taken down {removed}, but must stay up until {down}.",
            "Leave it: it may not go before the time to appeal is out (Local Government Act, Chapter 8, Section 12).",
        ),
    },
    "appeal-outside": {
        "sv": ("Texten står inte under någon rubrik som är känd.", "Börja med en av rubrikerna: {known}."),
        "en": ("The text stands under no heading that is known.", "Begin with one of the headings: {known}."),
    },
    "appeal-unknown": {
        "sv": ("Rubriken {text} säger inte vilka beslut det gäller.", "Skriv en av rubrikerna: {known}."),
        "en": ("The heading {text} does not say which decisions it is about.", "Write one of these: {known}."),
    },
    "appeal-twice": {
        "sv": ("Rubriken {text} handlar om samma beslut som en tidigare.", "Skriv texterna under en rubrik."),
        "en": ("The heading {text} is about the same decisions as one before.", "Put the texts under one heading."),
    },
}
