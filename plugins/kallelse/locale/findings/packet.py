"""The words of findings about what cannot be set on paper."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "packet-large": {
        "sv": (
            "Kallelsen är {size} MB. GitHub och GitLab tar inte emot filer över {most} MB.",
            "Minska bilagornas bilder, stäng av ärendenas egna PDF-filer, eller publicera på en egen webbserver.",
        ),
        "en": (
            "The packet is {size} MB. GitHub and GitLab take no files over {most} MB.",
            "Make the attachments' pictures smaller, leave out the PDFs of cases, or publish on your own server.",
        ),
    },
    "site-large": {
        "sv": (
            "Webbplatsen är {size} MB. GitHub Pages och GitLab Pages tar emot högst {most} MB.",
            "Publicera på en egen webbserver; handboken visar hur bara ändrade filer skickas.",
        ),
        "en": (
            "The site is {size} MB. GitHub Pages and GitLab Pages take {most} MB at most.",
            "Publish on a server of your own; the handbook shows how to send changed files only.",
        ),
    },
    "template-not-set": {
        "sv": (
            "Kallelsen till {meeting} kan inte sättas med kommunens egen mall: {message}.",
            "Rätta det i mappen {folder}, eller ta bort template i kallelse.yml så används Kallelses mall.",
        ),
        "en": (
            "The packet of {meeting} cannot be set with the municipality's own template: {message}.",
            "Mend it in the folder {folder}, or remove template in kallelse.yml, and Kallelse's template is used.",
        ),
    },
    "packet-not-set": {
        "sv": (
            "Kallelsen till {meeting} kan inte sättas: {message}.",
            "Det här borde ha fångats tidigare: rätta det som meddelandet nämner, och anmäl felet till Kallelse.",
        ),
        "en": (
            "The packet of {meeting} cannot be set: {message}.",
            "This should have been caught earlier: mend what the message names, and report it to Kallelse.",
        ),
    },
    "packet-lost": {
        "sv": (
            "{document}, sidan {page}: det här står inte i den färdiga kallelsen: {missing}.",
            "Dela upp det som är för brett eller för högt; kallelsen publiceras inte förrän allt är med.",
        ),
        "en": (
            "{document}, page {page}: this is not in the finished packet: {missing}.",
            "Divide what is too wide or too high; the packet is not published until all is there.",
        ),
    },
    "packet-unlike": {
        "sv": (
            "{document}, sidan {page}: olika program läser olika saker i filen, så sidan blir inte som när den öppnas.",
            "Öppna den och skriv ut den till PDF på nytt, eller be om en ny.",
        ),
        "en": (
            "{document}, page {page}: programs read different things in the file; the page is not as when opened.",
            "Open it and print it to PDF again, or ask for a new one.",
        ),
    },
    "packet-surplus": {
        "sv": (
            "{document}, från sidan {page}: i den färdiga kallelsen står mer än i källan: {surplus}.",
            "Kontrollera mallen och bilderna: något skrivs ut som inte finns i texten.",
        ),
        "en": (
            "{document}, from page {page}: the finished packet holds more than its source: {surplus}.",
            "Check the template and the pictures: something is printed that is not in the text.",
        ),
    },
    "packet-running": {
        "sv": (
            "Sidan {page}: sidhuvud, sidfot eller flik säger ”{found}” men ska säga ”{expected}”.",
            "Kontrollera mallen; namn som är för långa för en rad behöver kortas.",
        ),
        "en": (
            "Page {page}: head, foot or tab says “{found}” but must say “{expected}”.",
            "Check the template; names too long for a line need shortening.",
        ),
    },
    "packet-pages": {
        "sv": (
            "Kallelsen har {found} sidor men skulle ha {expected}.",
            "Kontrollera mallen: något i den ändrar sidorna efteråt.",
        ),
        "en": (
            "The packet has {found} pages but should have {expected}.",
            "Check the template: something in it changes the pages afterwards.",
        ),
    },
    "table-too-wide": {
        "sv": (
            "Tabellen med {columns} kolumner får inte plats ens på en liggande sida.",
            "Dela den i två tabeller, ta bort kolumner eller korta de längsta orden.",
        ),
        "en": (
            "The table of {columns} columns does not fit even on a page turned on its side.",
            "Divide it into two tables, take away columns or shorten the longest words.",
        ),
    },
    "template-missing": {
        "sv": (
            "Mappen {path} med mallens filer finns inte.",
            "Rätta ”template” i inställningarna, eller ta bort raden så används den inbyggda mallen.",
        ),
        "en": (
            "The folder {path} with the template's files does not exist.",
            "Mend “template” in the settings, or take the line away to use the built-in template.",
        ),
    },
    "template-package": {
        "sv": (
            "Mallen hämtar paketet {name} från nätet.",
            "Lägg det som behövs i mallens egen mapp. Ett bygge använder aldrig nätet.",
        ),
        "en": (
            "The template fetches the package {name} from the network.",
            "Put what is needed into the template's own folder. A build never uses the network.",
        ),
    },
    "template-beyond": {
        "sv": (
            "Mallen läser {path}, som ligger utanför mappen {folder}.",
            "Lägg en kopia i mappen {folder} och ange den i stället.",
        ),
        "en": (
            "The template reads {path}, which lies outside the folder {folder}.",
            "Put a copy into the folder {folder} and name that instead.",
        ),
    },
    "template-unread": {
        "sv": (
            "Filen {name} bland de egna mallarna ersätter ingen fil och tas inte in av någon annan.",
            "Ta bort den, eller ge den namnet på filen som den ska ersätta. CHANGELOG.md säger om den har bytt namn.",
        ),
        "en": (
            "The file {name} among your own templates replaces no file, and no other takes it in.",
            "Remove it, or name it as the file that it shall replace. CHANGELOG.md says whether one was renamed.",
        ),
    },
    "template-unread-near": {
        "sv": (
            "Filen {name} bland de egna mallarna ersätter ingen fil och tas inte in av någon annan.",
            "Menar du {near}? Ge den i så fall det namnet, och annars: ta bort den.",
        ),
        "en": (
            "The file {name} among your own templates replaces no file, and no other takes it in.",
            "Do you mean {near}? Then name it so, and else remove it.",
        ),
    },
    "template-not-text": {
        "sv": (
            "Mallfilen är inte text i UTF-8.",
            "Spara den som UTF-8.",
        ),
        "en": (
            "The template file is not text in UTF-8.",
            "Save it as UTF-8.",
        ),
    },
}
