"""The sentences about names that committees, meetings and cases had before."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "moved-name": {
        "sv": (
            "Så kan det inte ha hetat förut: {name}.",
            (
                "Skriv i moved_from bara det gamla namnet, utan sökväg: för ett möte mappens, till exempel "
                "2022-09-19, för ett ärende filens med .md eller mappens."
            ),
        ),
        "en": (
            "This cannot have been its name: {name}.",
            (
                "Write only the old name in moved_from, without a path: of a meeting that of its folder, such as "
                "2022-09-19, of a case that of its file with .md, or of its folder."
            ),
        ),
    },
    "moved-itself": {
        "sv": ("Det heter fortfarande {name}.", "Skriv i moved_from vad det hette förut, eller ta bort namnet där."),
        "en": ("It is still called {name}.", "Write in moved_from what it was called before, or leave the name out."),
    },
    "moved-there": {
        "sv": (
            "Namnet {name} i moved_from används fortfarande av {other}.",
            "Ta bort det som ligger kvar under det gamla namnet, eller ta bort namnet ur moved_from.",
        ),
        "en": (
            "The name {name} in moved_from is still used by {other}.",
            "Remove what is left under the old name, or take the name out of moved_from.",
        ),
    },
    "moved-over": {
        "sv": (
            "Namnet {name} i moved_from leder allt under {old} vidare, också {address}, som finns kvar ({other}).",
            "Flytta det som ligger kvar under det gamla namnet, eller ta bort namnet ur moved_from.",
        ),
        "en": (
            "The name {name} in moved_from leads on from all of {old}, from {address} too, which is there ({other}).",
            "Move what is left under the old name, or take the name out of moved_from.",
        ),
    },
    "moved-twice": {
        "sv": (
            "{other} säger också att det förut hette {name}.",
            "En gammal adress kan bara leda till ett ställe: ta bort namnet ur den ena filens moved_from.",
        ),
        "en": (
            "{other} says, too, that it was called {name} before.",
            "An old address can lead to one place only: take the name out of moved_from in one of the files.",
        ),
    },
    "moved-unsaid": {
        "sv": (
            "Kallelsen gick ut när mötets mapp hette {old}. Gamla länkar och kalendrar hittar inte hit.",
            "Skriv i mötets index.md: moved_from: [{names}]. Är mappen en kopia: ta bort mappen issues i den.",
        ),
        "en": (
            "The packet went out when the meeting's folder was called {old}. Old links and calendars do not find it.",
            "Write in the meeting's index.md: moved_from: [{names}]. If it is a copy: remove its folder issues.",
        ),
    },
}
