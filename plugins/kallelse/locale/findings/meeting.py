"""The words of findings about committees, meetings, cases and documents."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import foreign
from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "committee-file": {
        "sv": ("Filen hör inte till någon nämnd och läses inte.", "Flytta den till en nämnds mapp, eller ta bort den."),
        "en": ("The file belongs to no committee and is not read.", "Move it into a committee's folder, or remove it."),
    },
    "committee-reserved": {
        "sv": ("Mappen {folder} har ett namn som webbplatsen själv använder.", "Döp om mappen."),
        "en": ("The folder {folder} has a name that the site uses itself.", "Rename the folder."),
    },
    "committee-no-index": {
        "sv": ("Mappen {folder} har ingen index.md, så den blir ingen nämnd.", "Skapa index.md med nämndens namn."),
        "en": ("The folder {folder} has no index.md, so it is no committee.", "Create index.md with its title."),
    },
    "committee-foreign": {
        "sv": ("Filen {file} hör inte till något sammanträde.", "Flytta den till ett sammanträdes mapp."),
        "en": ("The file {file} belongs to no meeting.", "Move it into the folder of a meeting."),
    },
    "meeting-no-index": {
        "sv": (
            "Mappen {folder} har ingen index.md, så den blir inget sammanträde.",
            "Skapa index.md med tid och plats.",
        ),
        "en": ("The folder {folder} has no index.md, so it is no meeting.", "Create index.md with time and place."),
    },
    "meeting-folder": {
        "sv": (
            "Mappen {folder} är inte namngiven efter dagen.",
            "Döp den till exempel till 2022-09-26 eller 2022-09-26-extra.",
        ),
        "en": (
            "The folder {folder} is not named after the day.",
            "Name it, for example, 2022-09-26 or 2022-09-26-extra.",
        ),
    },
    "meeting-other-day": {
        "sv": (
            "Mappen säger {folder} men sammanträdet börjar {start}.",
            "Rätta den ena: webbadressen tas från mappen.",
        ),
        "en": (
            "The folder says {folder} but the meeting begins on {start}.",
            "Correct one of them: the address is taken from the folder.",
        ),
    },
    "meeting-two-times": {
        "sv": ("Både start och sittings är angivna.", "Använd start och end för ett pass, sittings för flera."),
        "en": ("Both start and sittings are given.", "Use start and end for one sitting, sittings for several."),
    },
    "meeting-time-backwards": {
        "sv": ("Tiderna går bakåt eller överlappar.", "Kontrollera start och end."),
        "en": ("The times run backwards or overlap.", "Check start and end."),
    },
    "meeting-issued-late": {
        "sv": ("Kallelsen är utfärdad {issued}, efter sammanträdet.", "Kontrollera issued."),
        "en": ("The summons is issued on {issued}, after the meeting.", "Check issued."),
    },
    "council-called-late": {
        "sv": (
            "Fullmäktige kallas {issued}, men sista dagen att kalla och kungöra är {last} (5 kap. 13 och 15 §§ KL).",
            "Kontrollera issued. Stämmer det, kan bara brådskande ärenden tas upp (5 kap. 14 §).",
        ),
        "en": (
            "The council is called on {issued}, but the last day to call and announce is {last} (KL 5:13, 5:15).",
            "Check issued. If it is right, only urgent cases can be dealt with (5:14).",
        ),
    },
    "council-case-late": {
        "sv": (
            "Ärendet kom till {date}. Ett brådskande ärende till fullmäktige kungörs senast {last} (5 kap. 14 § KL).",
            "Kontrollera datumet. Annars avgörs det bara om alla närvarande går med på det (5 kap. 52 §).",
        ),
        "en": (
            "The case came on {date}. An urgent case of the council is announced on {last} at the latest (KL 5:14).",
            "Check the day. Else it is decided only if all present agree (5:52).",
        ),
    },
    "meeting-fact-missing": {
        "sv": ("Kallelsen är utfärdad men {key} saknas.", "Fyll i {key}: det ska stå i kallelsen."),
        "en": ("The summons is issued but {key} is missing.", "Fill in {key}: the summons must state it."),
    },
    "meeting-foreign": {
        "sv": (
            "Filen {file} är varken ett ärende eller en bild.",
            "Lägg den i mappen för det ärende som den hör till, eller ta bort den.",
        ),
        "en": ("The file {file} is neither a case nor a picture.", "Put it in a case's folder, or remove it."),
    },
    "case-same": {
        "sv": (
            "Ärendet har samma rubrik och diarienummer som {other}.",
            "Är det en kopia, ta bort den. Annars, ge ärendena olika rubriker.",
        ),
        "en": (
            "The case has the same title and registry number as {other}.",
            "If it is a copy, remove it. Else give the cases different titles.",
        ),
    },
    "file-copy": {
        "sv": (
            "Filen ser ut som en kopia, och den publiceras.",
            "Ta bort den om den inte ska vara med. Annars, ge den ett namn som säger vad den är.",
        ),
        "en": (
            "The file looks like a copy, and it is published.",
            "Remove it if it does not belong here. Else give it a name that says what it is.",
        ),
    },
    "date-late": {
        "sv": ("Handlingen är daterad {date}, efter sammanträdet {meeting}.", "Kontrollera date."),
        "en": ("The document is dated {date}, after the meeting of {meeting}.", "Check date."),
    },
    "agenda-row": {
        "sv": (
            "Raden ska ha precis en av case, group, formality och break.",
            "Dela upp den i flera rader, eller lägg till den som saknas.",
        ),
        "en": ("The row must have exactly one of case, group, formality and break.", "Split it, or add the one."),
    },
    "agenda-case-gone": {
        "sv": ("Ärendet {case} finns inte i sammanträdets mapp.", "Skapa filen, eller ta bort raden."),
        "en": ("There is no case {case} in the meeting's folder.", "Create the file, or remove the row."),
    },
    "agenda-case-misspelt": {
        "sv": ("Ärendet {case} finns inte i sammanträdets mapp.", "Menar du {near}?"),
        "en": ("There is no case {case} in the meeting's folder.", "Do you mean {near}?"),
    },
    "agenda-case-twice": {
        "sv": ("Ärendet {case} står redan på rad {first}.", "Ta bort en av raderna."),
        "en": ("The case {case} stands on line {first} already.", "Remove one of the rows."),
    },
    "agenda-case-missing": {
        "sv": (
            "Ärendet {case} ligger i mappen men står inte i agenda.",
            "Lägg till - case: {case}, eller flytta filen.",
        ),
        "en": ("The case {case} is in the folder but not in agenda.", "Add - case: {case}, or move the file."),
    },
    "case-no-index": {
        "sv": (
            "Mappen {folder} har ingen index.md, så den blir inget ärende.",
            "Skapa index.md med ärendets uppgifter.",
        ),
        "en": ("The folder {folder} has no index.md, so it is no case.", "Create index.md with the case's facts."),
    },
    "case-twice": {
        "sv": ("Ärendet finns både som fil och som mapp ({other}).", "Behåll en av dem."),
        "en": ("The case is both a file and a folder ({other}).", "Keep one of them."),
    },
    "case-no-proposal": {
        "sv": (
            "Ärendet ska beslutas men texten har ingen rubrik Förslag till beslut.",
            "Lägg till rubriken, eller sätt kind: information.",
        ),
        "en": (
            "The case is for decision but its text has no heading for the proposal.",
            "Add the heading, or set kind: information.",
        ),
    },
    "person-bracket": {
        "sv": (
            "{key}: {name} har bara en av två parenteser, så partiet känns inte igen.",
            "Skriv personen som Namn (Parti), titel.",
        ),
        "en": (
            "{key}: {name} has one of two brackets, so that the party is not known as one.",
            "Write the person as Name (Party), title.",
        ),
    },
    "person-party": {
        "sv": ("{key}: {name} får inget parti, för ({party}) står efter titeln.", "Skriv {name} ({party}), {title}."),
        "en": ("{key}: {name} has no party, as ({party}) comes after the title.", "Write {name} ({party}), {title}."),
    },
    "person-title": {
        "sv": (
            "{key} läses som två personer: {name} och {title}.",
            'Hör de ihop, skriv dem inom citattecken: ["{name}, {title}"].',
        ),
        "en": (
            "{key} is read as two persons: {name} and {title}.",
            'If they belong together, write them in quotes: ["{name}, {title}"].',
        ),
    },
    "case-only-heading": {
        "sv": ("Under rubriken ”{text}” står ingen text, så den visas inte.", "Skriv texten, eller ta bort den."),
        "en": ("Nothing stands below the heading “{text}”, so that it is not shown.", "Write it, or delete it."),
    },
    "case-no-letter": {
        "sv": (
            "{key} trycks i ärendets text, men ärendet har ingen text.",
            "Skriv en text i ärendets fil, eller ta bort {key}.",
        ),
        "en": (
            "{key} is printed in the case's text, but the case has no text.",
            "Write a text in the case's file, or remove {key}.",
        ),
    },
    "case-unknown-series": {
        "sv": ("Diarienumret {dnr} börjar inte med någon av nämndens serier: {series}.", "Kontrollera numret."),
        "en": ("The registry number {dnr} begins with none of the series {series}.", "Check the number."),
    },
    "case-follows-nothing": {
        "sv": ("{body} har inget sammanträde {date} här.", "Kontrollera nämnd och dag, eller lämna det så."),
        "en": ("{body} has no meeting on {date} here.", "Check body and day, or leave it so."),
    },
    "case-follows-body": {
        "sv": ("Nämnden {body} finns inte här.", "Menar du {near}? Är det en annan myndighet, lämna det så."),
        "en": ("There is no body {body} here.", "Do you mean {near}? If it is another authority's, leave it so."),
    },
    "case-follows-recorded": {
        "sv": ("{body} {date} har ingen § {paragraph} i protokollet.", "Paragraferna där är {known}. Rätta numret."),
        "en": ("{body} {date} has no § {paragraph} in its minutes.", "Its paragraphs are {known}. Mend the number."),
    },
    "case-follows-paragraph": {
        "sv": ("{body} {date} har ingen § {paragraph} här.", "Skriv paragraph: {paragraph} i det ärendet."),
        "en": ("{body} {date} has no § {paragraph} here.", "Write paragraph: {paragraph} in that case."),
    },
    "attachment-gone": {
        "sv": ("Bilagan {file} finns inte i ärendets mapp.", "Lägg filen där, rätta namnet, eller ta bort raden."),
        "en": (
            "The attachment {file} is not in the case's folder.",
            "Put it there, correct it, or remove the row.",
        ),
    },
    "attachment-gone-near": {
        "sv": (
            "Bilagan {file} finns inte i ärendets mapp.",
            "Menar du {near}? Annars, lägg filen där, eller ta bort raden.",
        ),
        "en": (
            "The attachment {file} is not in the case's folder.",
            "Do you mean {near}? Else put the file there, or remove the row.",
        ),
    },
    "attachment-twice": {
        "sv": ("Bilagan {file} står redan i attachments.", "Skriv allt om den på en rad, och ta bort den andra."),
        "en": (
            "The attachment {file} stands in attachments already.",
            "Say all of it in one row, and remove the other.",
        ),
    },
    "attachment-otherwise": {
        "sv": (
            "Ärendet säger {key}: {said} om bilagan, som själv säger något annat, och det är det som gäller.",
            "Låt {key} stå bara här.",
        ),
        "en": (
            "The case says {key}: {said} of the attachment, which says otherwise itself, and that is what counts.",
            "Let {key} stand here alone.",
        ),
    },
    "attachment-twin": {
        "sv": (
            "Filen har samma namn som en sekretessbelagd bilaga och visas inte heller.",
            "Är den en annan handling, ge den ett annat namn.",
        ),
        "en": (
            "The file has the name of a confidential attachment and is not shown either.",
            "If it is another document, give it another name.",
        ),
    },
    "attachment-nameless": {
        "sv": (
            "En bilaga utan fil måste ha title och separate: true.",
            "Ange file, eller title och separate: true om den delas ut separat.",
        ),
        "en": ("An attachment without file needs title and separate: true.", "Give file, or both of them."),
    },
    "attachment-foreign": {
        "sv": (
            "Bilagan {file} är av en sort som inte kan läsas, och kommer inte med i kallelsen.",
            "Spara den som PDF, eller ange den med separate: true om den delas ut separat.",
        ),
        "en": (
            "The attachment {file} is of a kind that cannot be read, and would be missing in the packet.",
            "Save it as PDF, or list it with separate: true if it is handed out on its own.",
        ),
    },
    **foreign.TEXTS,
    "attachment-deep": {
        "sv": ("Filen ligger i en undermapp, där bara bilder och CSV får ligga.", "Flytta den till ärendets mapp."),
        "en": ("The file is in a subfolder, where only pictures and CSV may be.", "Move it to the case's folder."),
    },
    "attachment-empty": {
        "sv": ("Bilagan har ingen text.", "Skriv texten, eller ta bort filen."),
        "en": ("The attachment has no text.", "Write the text, or remove the file."),
    },
    "revision-order": {
        "sv": ("Ändringen {date} står efter en senare dag ({before}).", "Ordna ändringarna efter dag."),
        "en": ("The revision of {date} stands after a later day ({before}).", "Order the revisions by day."),
    },
    "revision-version": {
        "sv": ("Version {version} är inte högre än version {before} före den.", "Rätta versionsnumren."),
        "en": ("Version {version} is not higher than version {before} before it.", "Correct the versions."),
    },
    "revision-current": {
        "sv": (
            "Dokumentet säger version {version} men ändringshistoriken slutar med {last}.",
            "Rätta version, eller lägg till ändringen.",
        ),
        "en": (
            "The document says version {version} but its history ends with {last}.",
            "Correct version, or add the revision.",
        ),
    },
    "table-id-twice": {
        "sv": ("Tabellnamnet {id} används redan i ärendet ({other}).", "Ge tabellen ett annat id."),
        "en": ("The table name {id} is used in this case already ({other}).", "Give the table another id."),
    },
    "address-twice": {
        "sv": (
            "Adressen {address} är redan upptagen av det som görs av {other}.",
            "Byt namn på filen, eller ändra slug.",
        ),
        "en": (
            "The address {address} is taken already by what is made of {other}.",
            "Rename the file, or change slug.",
        ),
    },
    "meeting-status-note": {
        "sv": ("Sammanträdet har status {status} men status_note saknas.", "Skriv varför, eller till vilken dag."),
        "en": ("The meeting has status {status} but status_note is missing.", "Say why, or to which day."),
    },
}
