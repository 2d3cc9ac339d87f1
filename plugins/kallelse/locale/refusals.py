"""Why a command does nothing, in words for who called it."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

REFUSALS: Mapping[str, Mapping[Language, str]] = {
    "begin-device": {
        "sv": "{name} kan inte bli en mapp: Windows tar namnet för något annat. Ingenting skrevs.",
        "en": "{name} cannot become a folder: Windows takes the name for something else. Nothing was written.",
    },
    "begin-file": {
        "sv": "{path} är en fil, ingen mapp. Ange en mapp som inte finns än. Ingenting skrevs.",
        "en": "{path} is a file, no folder. Name a folder that is not there yet. Nothing was written.",
    },
    "begin-meeting-there": {
        "sv": "{folder} finns redan. Till ett möte till samma dag skriver du {other}. Ingenting skrevs.",
        "en": "{folder} is already there. For another meeting of that day, write {other}. Nothing was written.",
    },
    "serve-taken": {
        "sv": "Det går inte att visa något på {address}: {reason}. Avsluta det som är igång där, eller välj --address.",
        "en": "Nothing can be served at {address}: {reason}. End what is running there, or choose --address.",
    },
    "begin-there": {
        "sv": "{path} finns redan. Ingenting skrevs.",
        "en": "{path} is already there. Nothing was written.",
    },
    "table-no-file": {
        "sv": "{path} finns inte, eller är varken en text (.md), en CSV-fil eller en arbetsbok (.xlsx).",
        "en": "{path} is not there, or is neither a text (.md) nor a CSV file nor a workbook (.xlsx).",
    },
    "table-none": {
        "sv": "{path} har ingen ekonomisk tabell.",
        "en": "{path} has no finance table.",
    },
    "table-several": {
        "sv": "Skriv vilken tabell i {path} som menas, efter --table: {known}.",
        "en": "Say which table of {path} is meant, after --table: {known}.",
    },
    "table-other": {
        "sv": "Tabellen skulle inte läsas likadant i formen {form}. Ingenting skrevs.",
        "en": "The table would not be read as the same in the form {form}. Nothing was written.",
    },
    "begin-no-archive": {
        "sv": "Mappen {folder} finns inte. Kör kommandot i arkivets mapp, där mkdocs.yml ligger.",
        "en": "There is no folder {folder}. Run the command in the archive's folder, where mkdocs.yml is.",
    },
    "begin-same-folder": {
        "sv": "{name} skulle få samma mapp som en annan nämnd: {folder}. Ge den ett annat namn. Ingenting skrevs.",
        "en": "{name} would have the folder of another committee: {folder}. Name it otherwise. Nothing was written.",
    },
    "begin-no-committee": {
        "sv": "Det finns ingen nämnd i mappen {folder}. Mapparna är: {known}.",
        "en": "There is no committee in the folder {folder}. The folders are: {known}.",
    },
    "issue-no-agenda": {
        "sv": "Sammanträdet {folder} har inga ärenden. Ingenting att skicka ut.",
        "en": "The meeting {folder} has no cases. There is nothing to issue.",
    },
    "issue-other-day": {
        "sv": "Sammanträdet {folder} har redan issued: {issued}. Ändra den raden, eller utelämna --date.",
        "en": "The meeting {folder} has issued: {issued} already. Change that line, or leave out --date.",
    },
    "issue-after": {
        "sv": "Utskicket skulle dateras {day}, efter sammanträdet {date}. Ange dagen med --date. Ingenting skrevs.",
        "en": "The issue would be dated {day}, after the meeting of {date}. Say --date. Nothing was written.",
    },
    "issue-backwards": {
        "sv": "Det förra utskicket är från {issued}. Ett nytt kan inte vara äldre.",
        "en": "The issue before is of {issued}. A new one cannot be older.",
    },
    "issue-same": {
        "sv": "Ingenting har ändrats sedan utskicket {issued}. Ingenting skrevs.",
        "en": "Nothing was changed since the issue of {issued}. Nothing was written.",
    },
    "issue-first": {
        "sv": "Kallelsen har inte skickats ut. Det finns inget att numrera om: kör utan --renumber.",
        "en": "The packet was not issued. There is nothing to renumber: run it without --renumber.",
    },
    "adjust-no-minutes": {
        "sv": "Det finns inget protokoll i {folder}. Skapa det med kallelse new minutes. Ingenting skrevs.",
        "en": "There are no minutes in {folder}. Begin them with kallelse new minutes. Nothing was written.",
    },
    "adjust-not-yet": {
        "sv": "Ingen del av protokollet i {folder} har adjusted: skriv dagen för varje del som är justerad.",
        "en": "No part of the minutes in {folder} has adjusted: write the day of each that is.",
    },
    "adjust-ahead": {
        "sv": (
            "Protokollet i {folder} justeras enligt minutes.md först den {date}, och nu är det {day}. "
            "Kör kommandot den dagen, eller rätta adjusted. Ingenting skrevs."
        ),
        "en": (
            "The minutes in {folder} are adjusted on {date}, says minutes.md, and it is {day} now. Run the command on "
            "that day, or mend adjusted. Nothing was written."
        ),
    },
    "adjust-no-day": {
        "sv": (
            "Protokollet i {folder} säger inte när det justerades. Skriv dagen i minutes.md, till exempel "
            "adjusted: 2022-10-03, eller ange den med --date. Ingenting skrevs."
        ),
        "en": (
            "The minutes in {folder} do not say when they were adjusted. Write the day in minutes.md, such as "
            "adjusted: 2022-10-03, or name it with --date. Nothing was written."
        ),
    },
    "adjust-listed": {
        "sv": "Alla publicerade protokoll står redan i listan. Ingenting skrevs.",
        "en": "All published minutes are in the list already. Nothing was written.",
    },
    "adjust-same": {
        "sv": "Allt som är justerat i {folder} är redan låst. Ingenting skrevs.",
        "en": "All that is adjusted in {folder} is locked already. Nothing was written.",
    },
    "verify-unread": {
        "sv": "{path} går inte att läsa: {reason}.",
        "en": "{path} cannot be read: {reason}.",
    },
    "verify-no-manifest": {
        "sv": "Listan {name} över publicerade protokoll hittades inte. Ange webbplatsen med --site.",
        "en": "The list {name} of published records was not found. Name the site with --site.",
    },
    "begin-not-held": {
        "sv": "Sammanträdet {folder} är inställt eller uppskjutet och har inget protokoll. Ingenting skrevs.",
        "en": "The meeting {folder} was cancelled or postponed and has no minutes. Nothing was written.",
    },
    "begin-no-items": {
        "sv": "Sammanträdet {folder} har inga numrerade ärenden att protokollföra. Ingenting skrevs.",
        "en": "The meeting {folder} has no numbered items for minutes. Nothing was written.",
    },
    "vote-no-minutes": {
        "sv": "Sammanträdet {folder} har inget protokoll som går att läsa. Börja med kallelse new minutes {folder}.",
        "en": "The meeting {folder} has no minutes that can be read. Begin with kallelse new minutes {folder}.",
    },
    "vote-no-item": {
        "sv": "Protokollet för {folder} har inget ärende {item}. Ärendena är: {known}.",
        "en": "The minutes of {folder} have no item {item}. The items are: {known}.",
    },
    "vote-nobody": {
        "sv": "Ingen tjänstgör i ärende {item} enligt {path}. Skriv först vilka som är med, under members och serving.",
        "en": "Nobody serves in item {item} by {path}. Write first who attends, under members and serving.",
    },
    "begin-near-meeting": {
        "sv": "Det finns inget sammanträde i mappen {folder}. Menar du {near}? Ingenting skrevs.",
        "en": "There is no meeting in the folder {folder}. Do you mean {near}? Nothing was written.",
    },
    "begin-no-meeting": {
        "sv": "Det finns inget sammanträde i mappen {folder}. Mapparna är: {known}.",
        "en": "There is no meeting in the folder {folder}. The folders are: {known}.",
    },
}
