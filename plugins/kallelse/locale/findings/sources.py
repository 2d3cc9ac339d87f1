"""The words of findings about files, front matter and its fields, and the municipality's settings."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "sources-missing": {
        "sv": ("Mappen finns inte.", "Skapa mappen, eller ange rätt mapp för sammanträdena."),
        "en": ("The folder does not exist.", "Create the folder, or give the right folder of the meetings."),
    },
    "file-letters": {
        "sv": (
            "Namnet är skrivet med delade bokstäver: ett å är ett a och en ring för sig. Filen går då inte att hitta.",
            "Döp om den och varje mapp den ligger i: skriv å, ä, ö och é på nytt med tangentbordet.",
        ),
        "en": (
            "The name is written with letters in parts, an å as an a and a ring. The file cannot be found by it.",
            "Rename it and each folder that it lies in: type å, ä, ö and é anew.",
        ),
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
    "file-link": {
        "sv": ("Det här är en genväg och läses inte.", "Lägg själva filen eller mappen här i stället."),
        "en": ("This is a link and is not read.", "Put the file or folder itself here."),
    },
    "file-special": {
        "sv": ("Det här är ingen vanlig fil och läses inte.", "Ta bort den, eller lägg filen själv här."),
        "en": ("This is no ordinary file and is not read.", "Take it away, or put the file itself here."),
    },
    "file-digits": {
        "sv": ("Raden har ett tal med fler än 500 siffror.", "Kontrollera att rätt fil ligger här."),
        "en": ("The line has a number of more than 500 digits.", "Check that this is the right file."),
    },
    "file-name": {
        "sv": (
            "Filens namn kan inte bli en webbadress, går inte att spara i Windows eller har tecken som inte syns.",
            "Döp om den med bokstäver, siffror och bindestreck, högst 200 tecken.",
        ),
        "en": (
            "The file's name cannot become an address, cannot be saved on Windows, or has signs that nobody sees.",
            "Rename it: letters, digits, hyphens, 200 at most.",
        ),
    },
    "folder-name": {
        "sv": (
            (
                "Mappens namn kan inte bli en webbadress, går inte att spara i Windows eller har tecken som inte syns. "
                "Inget i mappen läses."
            ),
            "Döp om mappen med bokstäver, siffror och bindestreck, högst 200 tecken.",
        ),
        "en": (
            (
                "The folder's name cannot become an address, cannot be saved on Windows, or has signs that nobody "
                "sees. Nothing in the folder is read."
            ),
            "Rename the folder: letters, digits, hyphens, 200 at most.",
        ),
    },
    "file-large": {
        "sv": (
            "Filen är {size} MB. GitHub och GitLab tar inte emot filer över {most} MB i ett arkiv.",
            "Minska bilderna i den, dela upp den, eller lagra den med Git LFS.",
        ),
        "en": (
            "The file is {size} MB. GitHub and GitLab take no files over {most} MB in a repository.",
            "Make its pictures smaller, divide it, or store it by Git LFS.",
        ),
    },
    "file-open": {
        "sv": (
            "{file} går inte att läsa, för den är öppen i ett annat program, som Excel eller Word.",
            "Stäng den där. Är den inte öppen, kontrollera dess rättigheter.",
        ),
        "en": (
            "{file} cannot be read, since it is open in another program, such as Excel or Word.",
            "Close it there. If it is not open, check its permissions.",
        ),
    },
    "file-unreadable": {
        "sv": (
            "Filen eller mappen går inte att läsa ({reason}).",
            "Kontrollera dess rättigheter och att den inte är skadad.",
        ),
        "en": ("The file or folder cannot be read ({reason}).", "Check its permissions, and that it is not damaged."),
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
    "yaml-hash": {
        "sv": (
            "Det som står efter # läses som en kommentar, så {said} hör inte till värdet för {key}.",
            "Hör det dit, skriv det inom citattecken: {key}: {quoted}",
        ),
        "en": (
            "What stands after # is read as a comment, so that {said} is no part of the value of {key}.",
            "If it belongs there, write it in quotes: {key}: {quoted}",
        ),
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
    "yaml-escape": {
        "sv": (
            "Uppgifterna har en kod för en bokstav som inte finns.",
            "Skriv bokstaven själv i stället för \\U och siffror.",
        ),
        "en": (
            "The facts have a code for a letter that does not exist.",
            "Write the letter itself in place of \\U and figures.",
        ),
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
    "settings-logo": {
        "sv": ("Logotypen (logo) ska vara en bild, men är {file}.", "Ange en fil som slutar på .svg, .png eller .jpg."),
        "en": ("The logo must be a picture but is {file}.", "Name a file that ends in .svg, .png or .jpg."),
    },
    "settings-template": {
        "sv": ("Mallen (template) är {file}, som är en nämnds mapp.", "Lägg mallen i en egen mapp."),
        "en": ("The template is {file}, which is a committee's folder.", "Put the template into a folder of its own."),
    },
    "settings-font": {
        "sv": (
            "Typsnittet {file} är inte en typsnittsfil för webben.",
            "Ange en fil som slutar på .woff2, .woff, .otf eller .ttf.",
        ),
        "en": (
            "The typeface {file} is no font file for the web.",
            "Name a file that ends in .woff2, .woff, .otf or .ttf.",
        ),
    },
    "settings-font-weights": {
        "sv": (
            "Typsnittet (font) saknar fet stil, eller har för många filer.",
            "Ange en variabel fil med alla vikter, eller två filer: den normala och den feta.",
        ),
        "en": (
            "The typeface (font) has no bold weight, or too many files.",
            "Name one variable file with all weights, or two files: the normal one and the bold one.",
        ),
    },
    "settings-font-letters": {
        "sv": (
            "Typsnittet {file} saknar {letters}, som då visas med Kallelses eget.",
            "Be den som levererar typsnittet om en fil med de tecknen. Sidorna går att läsa ändå.",
        ),
        "en": (
            "The typeface {file} lacks {letters}, which are shown in the package's own.",
            "Ask who supplies it for a file that has them. The pages can be read all the same.",
        ),
    },
    "settings-font-figures": {
        "sv": (
            "Siffrorna i typsnittet {file} är olika breda, så tal i tabeller står inte rakt under varandra.",
            "Be den som levererar typsnittet om en fil med tabellsiffror (tnum).",
        ),
        "en": (
            "The figures of the typeface {file} differ in width, so that those in tables do not stand in line.",
            "Ask who supplies it for a file with tabular figures (tnum).",
        ),
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
    "settings-contrast-line": {
        "sv": (
            "Färgen {key} {colour} syns för dåligt på bandet överst ({ratio}:1 mot {ground}).",
            "Välj en färg med minst 3:1 mot bandet. Linjen visar vilken sida i menyn som är öppen.",
        ),
        "en": (
            "The colour {key} {colour} can hardly be seen on the band at the top ({ratio}:1 on {ground}).",
            "Choose one with at least 3:1 on the band. The line shows which page of the menu is open.",
        ),
    },
}
