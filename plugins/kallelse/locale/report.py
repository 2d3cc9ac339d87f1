"""The words of a build's report."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.finding import Severity
from kallelse.model.settings import Language

SEVERITY: Mapping[Language, Mapping[Severity, str]] = {
    "sv": {Severity.ERROR: "fel", Severity.REMARK: "anmärkning"},
    "en": {Severity.ERROR: "error", Severity.REMARK: "remark"},
}
COUNTS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "meetings": "Sammanträden",
        "cases": "Ärenden",
        "pages": "Sidor på webbplatsen",
        "packets": "Kallelser (PDF)",
        "packet_pages": "Sidor i kallelserna",
        "findings": "Anmärkningar",
    },
    "en": {
        "meetings": "Meetings",
        "cases": "Cases",
        "pages": "Pages of the site",
        "packets": "Packets (PDF)",
        "packet_pages": "Pages in the packets",
        "findings": "Findings",
    },
}
SECONDS: Mapping[Language, str] = {"sv": "Sekunder", "en": "Seconds"}
STEPS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "read": "Läser källorna",
        "check": "Kontrollerar",
        "typeset": "Sätter kallelser",
        "ended": "En process avslutades av systemet, troligen för att minnet tog slut. Resten görs en i taget",
        "publish": "Gör webbsidor",
        "search": "Gör sökregister",
    },
    "en": {
        "read": "Reading the sources",
        "check": "Checking",
        "typeset": "Typesetting packets",
        "ended": "The system ended a process, probably for want of memory. The rest is made one at a time",
        "publish": "Making pages",
        "search": "Making the search index",
    },
}
FOUND: Mapping[Language, str] = {
    "sv": "Fel: {errors}. Anmärkningar: {remarks}.",
    "en": "Errors: {errors}. Remarks: {remarks}.",
}
KILLED: Mapping[Language, str] = {
    "sv": "Systemet avbröt bygget ({signal}). Minnet kan ha tagit slut: se vilken stor bilaga som är ny.",
    "en": "The system ended the build ({signal}). Memory may have run out: see which large attachment is new.",
}
UNPUBLISHED: Mapping[Language, str] = {
    "sv": "Ingenting publicerades; den tidigare webbplatsen är orörd.",
    "en": "Nothing was published; the site of the build before is untouched.",
}
PRIVATE: Mapping[Language, str] = {
    "sv": "Bara för er, inte på webbplatsen: {path}",
    "en": "For you alone, not on the site: {path}",
}
SITE: Mapping[Language, str] = {"sv": "Webbplatsen: {path}", "en": "The site: {path}"}
PACKET: Mapping[Language, str] = {
    "sv": "Kallelse: {path} ({pages} sidor, {size} kB)",
    "en": "Packet: {path} ({pages} pages, {size} kB)",
}
DAY: Mapping[Language, str] = {
    "sv": "Bygget gäller {day}.",
    "en": "The build is right for {day}.",
}
LATER: Mapping[Language, str] = {
    "sv": "Kallelser som går ut senare visas inte än: {meetings}.",
    "en": "Summonses that go out later are not shown yet: {meetings}.",
}
UNISSUED: Mapping[Language, str] = {
    "sv": (
        "Utan issued visas bara mötets dag, tid och plats: {meetings}. "
        "Se kallelsen innan den går ut med {command}serve eller {command}build --drafts."
    ),
    "en": (
        "Without issued, only a meeting's day, time and place are shown: {meetings}. "
        "See the packet before it goes out by {command}serve or {command}build --drafts."
    ),
}
BOOK: Mapping[Language, str] = {"sv": "Årsboken: {path}", "en": "The yearbook: {path}"}
LOST_WORDS: Mapping[Language, str] = {
    "sv": "Årsboken skrevs inte: ord på sidan {page} saknas i den: {words}.",
    "en": "The yearbook was not written: words of the page {page} are missing in it: {words}.",
}
NO_BOOK: Mapping[Language, str] = {
    "sv": "Insticket with-pdf står inte i mkdocs-filen. Kör: kallelse yearbook --config yearbook.yml",
    "en": "The plugin with-pdf is not in the MkDocs file. Run: kallelse yearbook --config yearbook.yml",
}
NO_BOOKBINDER: Mapping[Language, str] = {
    "sv": "mkdocs-with-pdf saknas. Kör i den här mappen: {script} (första gången installeras det som behövs).",
    "en": "mkdocs-with-pdf is missing. Run in this folder: {script} (the first time, it installs what is needed).",
}
NO_PANGO: Mapping[Language, str] = {
    "sv": (
        "Årsboken behöver systembiblioteket Pango, som inte finns här. Kallelserna behöver det inte.\n"
        "  Debian, Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0\n"
        "  macOS: brew install pango\n"
        "  Windows: installera MSYS2 och kör pacman -S mingw-w64-x86_64-pango"
    ),
    "en": (
        "The yearbook needs the system library Pango, which is not here. The packets do not need it.\n"
        "  Debian, Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0\n"
        "  macOS: brew install pango\n"
        "  Windows: install MSYS2 and run pacman -S mingw-w64-x86_64-pango"
    ),
}
YEARBOOK_TITLE: Mapping[Language, str] = {"sv": "Årsbok", "en": "Yearbook"}
YEARBOOK_CONTENTS: Mapping[Language, str] = {"sv": "Innehåll", "en": "Contents"}
LOOK: Mapping[Language, str] = {
    "sv": "Öppna {path} i en webbläsare, eller kör {command}serve.",
    "en": "Open {path} in a browser, or run {command}serve.",
}
PREVIEW_PROBLEM: Mapping[Language, tuple[str, str]] = {
    "sv": ("Något måste rättas först", "Rätta och spara, så visas webbplatsen här av sig själv."),
    "en": ("Something must be mended first", "Mend it and save: the site will show here by itself."),
}
PREVIEW: Mapping[Language, str] = {
    "sv": "Förhandsvisning: {url} (avsluta med Ctrl+C)",
    "en": "Preview: {url} (end it with Ctrl+C)",
}
STOPPED: Mapping[Language, str] = {
    "sv": "Bygget stoppades av {errors} fel i källorna.",
    "en": "The build was stopped by {errors} errors in the sources.",
}
TAKEN: Mapping[Language, str] = {
    "sv": "Adressen {address} finns både i docs och bland sammanträdena. Byt namn på filen i docs.",
    "en": "The address {address} is both in docs and among the meetings. Rename the file in docs.",
}
TODAY: Mapping[Language, str] = {
    "sv": "Dag: {day} (dagens, eftersom ingen dag angavs och källorna inte ligger i git).",
    "en": "Day: {day} (today's, since none was given and the sources are not in git).",
}
TODAY_UNREAD: Mapping[Language, str] = {
    "sv": "Dag: {day} (dagens, eftersom ingen dag angavs och git inte kan läsas).",
    "en": "Day: {day} (today's, since none was given and git cannot be read).",
}
TODAY_AHEAD: Mapping[Language, str] = {
    "sv": (
        "Dag: {day} (dagens, eftersom ingen dag angavs och den senaste ändringen i arkivet är daterad {ahead}, som "
        "inte har varit än)."
    ),
    "en": (
        "Day: {day} (today's, since none was given and the last change in the repository is dated {ahead}, which is "
        "still to come)."
    ),
}
NO_DAY: Mapping[Language, str] = {
    "sv": "{day} är ingen dag. Skriv den som 2022-09-26.",
    "en": "{day} is no day. Write it as 2022-09-26.",
}
FILES: Mapping[Language, str] = {"sv": "Filerna", "en": "The files"}
DISTURBED: Mapping[Language, str] = {
    "sv": "{where} går inte att läsa eller skriva: {reason}. Kontrollera rättigheter och ledigt utrymme.",
    "en": "{where} cannot be read or written: {reason}. Check permissions and free space.",
}
HELD: Mapping[Language, str] = {
    "sv": "{where} är öppen i ett annat program, som Excel eller Word. Stäng den där, och kör kommandot igen.",
    "en": "{where} is open in another program, such as Excel or Word. Close it there, and run the command again.",
}
NO_SEARCH: Mapping[Language, str] = {
    "sv": "Sökregistret kunde inte göras av Pagefind. Installera om Kallelse. {told}",
    "en": "Pagefind could not make the search index. Install Kallelse again. {told}",
}
SHEET: Mapping[Language, str] = {"sv": "Blad1", "en": "Sheet1"}
TABLE_FENCE: Mapping[Language, str] = {
    "sv": "Ställ det här i texten, där tabellen ska stå:",
    "en": "Put this into the text, where the table shall stand:",
}
BEGUN: Mapping[Language, str] = {"sv": "Skrev {path}", "en": "Wrote {path}"}
ADD_ROW: Mapping[Language, str] = {
    "sv": "Mötet har en egen agenda: lägg till raden - {{case: {name}}} i dess index.md.",
    "en": "The meeting has an agenda of its own: add the line - {{case: {name}}} to its index.md.",
}
NOT_LAST: Mapping[Language, str] = {
    "sv": "Ärendet kommer före {name}: föredragningslistan följer filnamnen. Låt alla namn börja med ett nummer.",
    "en": "The case comes before {name}: the agenda follows the names of files. Begin all names with a number.",
}
VOTE: Mapping[Language, str] = {
    "sv": (
        "Ställ det här under ärendets rubrik. Skriv vad ja och nej står för, och ja, nej eller avstår efter namnen.\n"
        "Märkena {bifall} och {avslag} säger vad det blir av förslaget när den sidan vinner. Ändra dem om det blir "
        "något annat, till exempel {ändrat}:"
    ),
    "en": (
        "Put this below the item's heading. Write what yes and no stand for, and yes, no or abstains after names.\n"
        "The marks {approved} and {rejected} say what comes of the proposal if that side wins. Change them if it is "
        "something else, such as {amended}:"
    ),
}
RECORD: Mapping[Language, str] = {
    "sv": "Skrivs av kallelse issue. De här sidorna finns redan hos ledamöterna: ändra inte för hand.",
    "en": "Written by kallelse issue. Members already have these pages: do not change it by hand.",
}
ISSUED: Mapping[Language, str] = {
    "sv": "Utskick {number}, {day}: {pages} sidor. Checka in filerna i git, så är sidnumren låsta.",
    "en": "Issue {number}, {day}: {pages} pages. Commit the files to git: their page numbers are now frozen.",
}
NOT_ISSUED: Mapping[Language, str] = {
    "sv": "Kallelsen gick inte ut och ingenting sparades. Rätta felen och kör kommandot igen.",
    "en": "The packet did not go out, and nothing was saved. Mend the errors and run the command again.",
}
NOT_ADJUSTED: Mapping[Language, str] = {
    "sv": "Protokollet låstes inte och ingenting sparades. Rätta felen och kör kommandot igen.",
    "en": "The minutes were not locked, and nothing was saved. Mend the errors and run the command again.",
}
MOVED: Mapping[Language, str] = {
    "sv": "Sidor som fått nya nummer (förut → nu):",
    "en": "Pages that got new numbers (before → now):",
}
ADJUSTED: Mapping[Language, str] = {
    "sv": "Skrivs av kallelse adjust. Protokollet är justerat: ändra inte för hand.",
    "en": "Written by kallelse adjust. The minutes are adjusted: do not change it by hand.",
}
LOCKED: Mapping[Language, str] = {
    "sv": "{paragraphs}, justerat {day}, är låst. Checka in filerna i git. Ändringar kräver nu en rättelse.",
    "en": "{paragraphs}, adjusted {day}, is locked. Commit the files to git. Changes now need a correction.",
}
PUBLISHED: Mapping[Language, str] = {
    "sv": "{path} är ett publicerat protokoll: {address}, enligt {list}",
    "en": "{path} is a published record: {address}, says {list}",
}
REPLACED: Mapping[Language, str] = {
    "sv": "Det har ersatts av ett senare på samma adress: {address}",
    "en": "It was replaced by a later one at the same address: {address}",
}
NOT_PUBLISHED: Mapping[Language, str] = {
    "sv": (
        "{path} finns inte bland de publicerade protokollen i {list}. Filen kan vara ändrad, aldrig publicerad eller "
        "något annat än ett protokoll: kallelser står inte i listan."
    ),
    "en": (
        "{path} is not among the published records of {list}. It may be changed, never published, or no record at all: "
        "summonses are not in the list."
    ),
}
UNMOVED: Mapping[Language, str] = {
    "sv": "Ingen sida har fått nytt nummer.",
    "en": "No page has another number.",
}
BAD_TEMPLATE: Mapping[Language, str] = {
    "sv": "En av kommunens egna mallar fungerar inte: {told}",
    "en": "One of the municipality's own templates does not work: {told}",
}
IN_DOCS: Mapping[Language, str] = {
    "sv": "Mappen {root} får inte ligga i docs, och docs inte i den: då skulle källorna publiceras som de är.",
    "en": "The folder {root} may not lie in docs, nor docs in it: the sources would be published as they are.",
}
SITE_PLACE: Mapping[Language, str] = {
    "sv": "Webbplatsen kan inte skrivas till {site}. Ange en egen mapp i site_dir, utanför källorna.",
    "en": "The site cannot be written to {site}. Name a folder of its own in site_dir, outside the sources.",
}
PRIVATE_PLACE: Mapping[Language, str] = {
    "sv": "Det som bara är för er kan inte skrivas till {private}. Ange en egen mapp i private.",
    "en": "What is for you alone cannot be written to {private}. Name a folder of its own in private.",
}
PRIVATE_STRANGE: Mapping[Language, str] = {
    "sv": "Mappen {private} har något som inget bygge har skrivit: {name}. Flytta det, eller ange en annan i private.",
    "en": "The folder {private} has something that no build wrote: {name}. Move it, or name another in private.",
}
SITE_STRANGE: Mapping[Language, str] = {
    "sv": (
        "Mappen {site} har något som inget bygge har skrivit: {name}. Bygget byter ut hela mappen, och det skulle "
        "försvinna. Flytta det, eller ange en annan mapp i site_dir."
    ),
    "en": (
        "The folder {site} has something that no build wrote: {name}. A build exchanges the whole folder, and it would "
        "be lost. Move it, or name another folder in site_dir."
    ),
}
MOUNTED: Mapping[Language, str] = {
    "sv": (
        "Mappen {where} kan inte bytas ut, eftersom den är en monterad volym eller en del av en containers avbild. "
        "Ange i mkdocs.yml en mapp inuti den, till exempel {where}/www, eller montera mappen ovanför i stället."
    ),
    "en": (
        "The folder {where} cannot be exchanged, since it is a mounted volume or a part of a container's image. Name "
        "in mkdocs.yml a folder inside it, such as {where}/www, or mount the folder above instead."
    ),
}
LEFT: Mapping[Language, str] = {
    "sv": (
        "Det nya är på plats, men det som fanns förut kunde inte tas bort helt: {folder} ({reason}). Ta bort mappen, "
        "eller låt nästa bygge göra det när det går."
    ),
    "en": (
        "What is new is in place, but what was there before could not be removed entirely: {folder} ({reason}). Remove "
        "the folder, or let the next build do so once it can."
    ),
}
NO_CONFIG: Mapping[Language, str] = {
    "sv": "Filen {config} finns inte. Kör kommandot där mkdocs.yml ligger, eller ange --config.",
    "en": "There is no {config}. Run the command where mkdocs.yml is, or give --config.",
}
NO_PLUGIN: Mapping[Language, str] = {
    "sv": "Tillägget kallelse kördes inte av {engine}. Står det under plugins i {config}?",
    "en": "The plugin kallelse was not run by {engine}. Does {config} name it under plugins?",
}
