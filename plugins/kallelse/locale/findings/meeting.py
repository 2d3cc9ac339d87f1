"""The words of findings about files, settings, front matter, meetings, cases and documents."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "sources-missing": {
        "sv": ("Mappen finns inte.", "Skapa mappen, eller ange rätt mapp för sammanträdena."),
        "en": ("The folder does not exist.", "Create the folder, or give the right folder of the meetings."),
    },
    "file-twice": {
        "sv": (
            "Filnamnet skiljer sig bara i stora och små bokstäver, eller i hur å, ä och ö lagras, från {other}.",
            "Byt namn på en av filerna.",
        ),
        "en": (
            "The name differs from {other} only in capitals, or in how accented letters are stored.",
            "Rename one of the files.",
        ),
    },
    "file-outside": {
        "sv": (
            "Filen är en genväg till något utanför mappen och läses inte.",
            "Lägg själva filen här i stället för en genväg.",
        ),
        "en": ("The file is a link to something outside the folder and is not read.", "Put the file itself here."),
    },
    "file-unreadable": {
        "sv": ("Filen går inte att läsa ({reason}).", "Kontrollera filens rättigheter och att den inte är skadad."),
        "en": ("The file cannot be read ({reason}).", "Check its permissions, and that it is not damaged."),
    },
    "file-not-utf8": {
        "sv": (
            "Filen är inte sparad som UTF-8, så å, ä och ö skulle bli fel.",
            "Spara om den med teckenkodningen UTF-8. I Excel: ”CSV UTF-8”.",
        ),
        "en": ("The file is not saved as UTF-8.", "Save it again with the encoding UTF-8. In Excel: “CSV UTF-8”."),
    },
    "file-not-text": {
        "sv": ("Filen är inte en textfil.", "Kontrollera att rätt fil ligger här."),
        "en": ("The file is not a text.", "Check that this is the right file."),
    },
    "file-unused": {
        "sv": (
            "Ingen text hänvisar till filen, så den publiceras inte.",
            "Hänvisa till den i texten, eller ta bort den.",
        ),
        "en": ("No text refers to the file, so it is not published.", "Refer to it in a text, or remove it."),
    },
    "front-matter-missing": {
        "sv": (
            "Filen börjar inte med raden ---, så dess uppgifter går inte att läsa.",
            "Börja filen med en rad ---, sedan uppgifterna (title: …), sedan en rad --- till.",
        ),
        "en": (
            "The file does not begin with a line ---, so its facts cannot be read.",
            "Begin with a line ---, then the facts (title: …), then another line ---.",
        ),
    },
    "front-matter-open": {
        "sv": ("Raden --- som avslutar uppgifterna saknas.", "Skriv en rad med bara --- före brödtexten."),
        "en": ("The line --- that ends the facts is missing.", "Write a line with only --- before the text."),
    },
    "yaml-colon": {
        "sv": (
            "Värdet för {key} innehåller ett kolon och måste stå inom citattecken.",
            "Skriv: {key}: {quoted}",
        ),
        "en": ("The value of {key} holds a colon and must stand in quotes.", "Write: {key}: {quoted}"),
    },
    "yaml-tab": {
        "sv": ("Raden är indragen med tabb.", "Dra in med blanksteg i stället."),
        "en": ("The line is indented with a tab.", "Indent it with spaces."),
    },
    "yaml-anchor": {
        "sv": (
            "Ett värde som börjar med & eller * läses som en hänvisning till ett annat värde.",
            "Skriv ut värdet, eller sätt det inom citattecken.",
        ),
        "en": (
            "A value that begins with & or * is read as a reference to another value.",
            "Write the value out, or put it in quotes.",
        ),
    },
    "yaml-tag": {
        "sv": ("Märket {tag} kan inte användas.", "Ta bort det, eller sätt värdet inom citattecken."),
        "en": ("The tag {tag} cannot be used.", "Remove it, or put the value in quotes."),
    },
    "yaml-key": {
        "sv": ("Namnet på en uppgift måste vara ett ord.", "Skriv namn: värde."),
        "en": ("The name of a field must be a word.", "Write name: value."),
    },
    "yaml-twice": {
        "sv": ("Uppgiften {key} står redan på rad {first}.", "Ta bort en av dem."),
        "en": ("The field {key} stands on line {first} already.", "Remove one of them."),
    },
    "yaml-deep": {
        "sv": ("Uppgifterna är inskjutna i varandra i för många nivåer.", "Kontrollera indragen."),
        "en": ("The fields are nested in too many levels.", "Check the indentation."),
    },
    "yaml-no-keys": {
        "sv": ("Uppgifterna är inte skrivna som namn: värde.", "Skriv en uppgift per rad, till exempel title: Budget."),
        "en": ("The facts are not written as name: value.", "Write one a line, such as title: Budget."),
    },
    "yaml-broken": {
        "sv": (
            "Uppgifterna går inte att läsa vid ”{text}”.",
            "Kontrollera indrag, citattecken och kolon på raden och raden före.",
        ),
        "en": (
            "The facts cannot be read at “{text}”.",
            "Check indentation, quotes and colons on this line and the one before.",
        ),
    },
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
        "sv": ("{key} ska vara ett heltal, men är {value}.", "Skriv ett tal utan decimaler, till exempel 10."),
        "en": ("{key} is to be a whole number, but is {value}.", "Write a number such as 10."),
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
    "field-moment": {
        "sv": ("{key} är inte en dag med klockslag: {value}.", "Skriv till exempel 2022-09-26 13:15."),
        "en": ("{key} is not a day with a time: {value}.", "Write, for example, 2022-09-26 13:15."),
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
    "field-slug": {
        "sv": (
            "{key} kan inte stå i en webbadress: {value}.",
            "Använd små bokstäver a–z, siffror och bindestreck.",
        ),
        "en": ("{key} cannot stand in an address: {value}.", "Use small letters a–z, figures and hyphens."),
    },
    "field-dnr": {
        "sv": ("{key} är inte ett diarienummer: {value}.", "Skriv till exempel GSN 2022/35."),
        "en": ("{key} is not a registry number: {value}.", "Write, for example, GSN 2022/35."),
    },
    "settings-missing": {
        "sv": ("Kommunens inställningar saknas.", "Skapa kallelse.yml med minst name: Kommunens namn."),
        "en": ("The settings are missing.", "Create kallelse.yml with at least name: the municipality's name."),
    },
    "settings-no-file": {
        "sv": ("Filen {file} som anges i {key} finns inte.", "Lägg filen där, eller rätta namnet."),
        "en": ("The file {file} named in {key} does not exist.", "Put it there, or correct the name."),
    },
    "settings-contrast": {
        "sv": (
            "Färgen {key} {colour} ger för svag kontrast ({ratio}:1 mot {ground}).",
            "Välj en färg med minst 4,5:1, annars kan text inte läsas av alla.",
        ),
        "en": (
            "The colour {key} {colour} has too little contrast ({ratio}:1 on {ground}).",
            "Choose one with at least 4.5:1.",
        ),
    },
    "committee-file": {
        "sv": ("Filen hör inte till någon nämnd och läses inte.", "Flytta den till en nämnds mapp, eller ta bort den."),
        "en": ("The file belongs to no committee and is not read.", "Move it into a committee's folder, or remove it."),
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
        "sv": ("Mappen {folder} är inte namngiven efter dagen.", "Döp den till dagen, till exempel 2022-09-26."),
        "en": ("The folder {folder} is not named after the day.", "Name it after the day, such as 2022-09-26."),
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
    "meeting-fact-missing": {
        "sv": ("Kallelsen är utfärdad men {key} saknas.", "Fyll i {key}: det ska stå i kallelsen."),
        "en": ("The summons is issued but {key} is missing.", "Fill in {key}: the summons must state it."),
    },
    "meeting-foreign": {
        "sv": ("Filen {file} är varken ett ärende eller en bild.", "Lägg den i ett ärendes mapp, eller ta bort den."),
        "en": ("The file {file} is neither a case nor a picture.", "Put it in a case's folder, or remove it."),
    },
    "minutes-unread": {
        "sv": ("Protokollet publiceras inte av den här versionen.", "Ingenting: filen får ligga kvar."),
        "en": ("Minutes are not published by this version.", "Nothing: the file may stay."),
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
    "case-no-letter": {
        "sv": (
            "{key} trycks sist i ärendets text, men ärendet har ingen text.",
            "Skriv en text i ärendets fil, eller ta bort {key}.",
        ),
        "en": (
            "{key} is printed at the end of the case's text, but the case has no text.",
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
    "case-follows-paragraph": {
        "sv": ("{body} {date} har ingen § {paragraph} här.", "Skriv paragraph: {paragraph} i det ärendet."),
        "en": ("{body} {date} has no § {paragraph} here.", "Write paragraph: {paragraph} in that case."),
    },
    "attachment-gone": {
        "sv": ("Bilagan {file} finns inte i ärendets mapp.", "Lägg filen där, eller rätta namnet."),
        "en": ("The attachment {file} is not in the case's folder.", "Put it there, or correct the name."),
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
            "Bilagan {file} är inte en Markdownfil och kommer inte med i kallelsen.",
            "Skriv om den till Markdown, eller ange den med separate: true om den delas ut separat.",
        ),
        "en": (
            "The attachment {file} is not Markdown and would be missing in the packet.",
            "Write it as Markdown, or list it with separate: true if it is handed out on its own.",
        ),
    },
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
        "sv": ("Sidan skulle få samma adress som {other}: {address}.", "Byt namn på filen, eller ändra slug."),
        "en": ("The page would have the address of {other}: {address}.", "Rename the file, or change slug."),
    },
    "meeting-status-note": {
        "sv": ("Sammanträdet har status {status} men status_note saknas.", "Skriv varför, eller till vilken dag."),
        "en": ("The meeting has status {status} but status_note is missing.", "Say why, or to which day."),
    },
}
