"""The words of findings about files, and about front matter that is no YAML."""

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
    "file-misnamed": {
        "sv": ("Filen {file} läses inte under det namnet.", "Döp om den till {near}."),
        "en": ("The file {file} is not read under that name.", "Rename it to {near}."),
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
    "yaml-joined": {
        "sv": (
            "Raden ”{text}” ser ut som en punkt i en lista men läses ihop med raderna intill.",
            "Börja varje punkt med - och ett blanksteg, alla lika långt in. Annars, sätt citattecken om allt.",
        ),
        "en": (
            "The line “{text}” looks like an item of a list but is read as one with the lines beside it.",
            "Begin each item with - and a blank, all as far in. If it is no list, put quotes around the whole.",
        ),
    },
    "yaml-tab": {
        "sv": ("På raden står en tabb, och då går uppgifterna inte att läsa.", "Skriv blanksteg i stället."),
        "en": ("There is a tab on the line, so that the facts cannot be read.", "Write spaces instead."),
    },
    "yaml-blank": {
        "sv": (
            "Efter {key}: står ett hårt mellanslag, som läses som en bokstav.",
            "Skriv ett vanligt mellanslag efter kolon.",
        ),
        "en": ("After {key}: there is a hard blank, which is read as a letter.", "Write a plain one after the colon."),
    },
    "yaml-curly": {
        "sv": (
            "Värdet för {key} står inom krulliga citattecken, som läses som en del av texten.",
            "Skriv raka: {key}: {quoted}",
        ),
        "en": (
            "The value of {key} stands in curly quotes, which are read as part of the text.",
            "Write straight ones: {key}: {quoted}",
        ),
    },
    "yaml-curly-half": {
        "sv": (
            "I {key} står {value} med ett krulligt citattecken utan sitt andra: kommat efter det delar texten.",
            'Skriv raka citattecken om hela texten: "…".',
        ),
        "en": (
            "{key} has {value} with a curly quote that lacks its other half: a comma after it parts the text.",
            'Write straight quotes around the whole: "…".',
        ),
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
}
