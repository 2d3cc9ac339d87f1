"""The words of findings about what went out to the members and was changed afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

_SAY_SV = "Skriv i sammanträdets index.md, under changes: - {{document: {document}, date: ÅÅÅÅ-MM-DD, reason: varför}}."
_SAY_EN = "Write in the meeting's index.md, below changes: - {{document: {document}, date: YYYY-MM-DD, reason: why}}."
_GONE_SV = (
    "Skriv i sammanträdets index.md, under changes: "
    "- {{document: {document}, date: ÅÅÅÅ-MM-DD, reason: varför, withhold: false}}, "
    "eller withhold: true om den inte längre får visas. Har filen bara fått ett annat namn: se moved_from i handboken."
)
_GONE_EN = (
    "Write in the meeting's index.md, below changes: "
    "- {{document: {document}, date: YYYY-MM-DD, reason: why, withhold: false}}, "
    "or withhold: true if it may no longer be shown. If it only got another name: see moved_from in the handbook."
)
_BACK_SV = "Filen skrivs av kallelse issue. Hämta tillbaka den från git."
_BACK_EN = "The file is written by kallelse issue. Get it back from git."

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "case-renamed": {
        "sv": (
            "Ärendet hette {old} när kallelsen gick ut.",
            "Skriv moved_from: {old} i ärendet, eller ge det sitt namn igen.",
        ),
        "en": (
            "The case was called {old} when the packet went out.",
            "Write moved_from: {old} in the case, or give it that name again.",
        ),
    },
    "attachment-renamed": {
        "sv": (
            "Bilagan {name} hette {old} när kallelsen gick ut.",
            "Ge filen det namnet igen. Rubriken kan vara en annan: skriv den under title.",
        ),
        "en": (
            "The attachment {name} was called {old} when the packet went out.",
            "Give the file that name again. Its title may be another: write it below title.",
        ),
    },
    "change-added": {
        "sv": ("{document} har tillkommit efter utskicket {issued}, men det står inte varför.", _SAY_SV),
        "en": ("{document} was added after the issue of {issued}, but it is not said why.", _SAY_EN),
    },
    "change-replaced": {
        "sv": ("{document} har ändrats efter utskicket {issued}, men det står inte varför.", _SAY_SV),
        "en": ("{document} was changed after the issue of {issued}, but it is not said why.", _SAY_EN),
    },
    "change-cover": {
        "sv": (
            "Framsidan är inte som i utskicket {issued}: uppgifter, text eller föredragningslista har ändrats.",
            _SAY_SV,
        ),
        "en": (
            "The cover is not as in the issue of {issued}: facts, text or agenda were changed.",
            _SAY_EN,
        ),
    },
    "change-withdrawn": {
        "sv": ("{document} är borta efter utskicket {issued}, men det står inte varför.", _GONE_SV),
        "en": ("{document} is gone after the issue of {issued}, but it is not said why.", _GONE_EN),
    },
    "change-withheld": {
        "sv": (
            "{document} är sekretess sedan utskicket {issued}. Den tas nu bort från webbplatsen och ur kallelsen.",
            "Bygg och publicera. Skriv den under changes om ledamöterna ska få veta att den har utgått.",
        ),
        "en": (
            "{document} has become confidential since the issue of {issued}. It now leaves the site and the packet.",
            "Build and publish. Write it below changes if members shall be told that it is withdrawn.",
        ),
    },
    "change-withhold": {
        "sv": (
            "{document} har utgått, men kan läsas i ett tidigare utskick på webbplatsen.",
            "Skriv withhold: true i ändringen om den inte får visas (utskicket tas bort), annars withhold: false.",
        ),
        "en": (
            "{document} was withdrawn, but can be read in an earlier issue on the site.",
            "Write withhold: true in the change if it may not be shown (the issue is removed), else withhold: false.",
        ),
    },
    "change-nothing": {
        "sv": (
            "Under changes står {document}, men den är som i utskicket {issued}.",
            "Spara ändringen i handlingen, eller ta bort raden.",
        ),
        "en": (
            "Below changes stands {document}, but it is as in the issue of {issued}.",
            "Save the change in the document, or remove the line.",
        ),
    },
    "changes-unissued": {
        "sv": (
            "Sammanträdet har changes, men kallelsen har inte skickats ut.",
            "Kör kallelse issue när kallelsen går ut. Har den gått ut: hämta tillbaka mappen issues från git.",
        ),
        "en": (
            "The meeting has changes, but its packet was not issued.",
            "Run kallelse issue when the packet goes out. If it went out: get the folder issues back from git.",
        ),
    },
    "issue-not-issued": {
        "sv": (
            "Kallelsen är utskickad men sammanträdet har inget issued.",
            "Skriv dagen för utskicket: issued: ÅÅÅÅ-MM-DD.",
        ),
        "en": ("The packet was issued but the meeting has no issued.", "Write its day: issued: YYYY-MM-DD."),
    },
    "change-unknown": {
        "sv": (
            "Under changes står {document}, men ingen sådan handling finns eller har skickats ut.",
            "Skriv handlingens fil som den heter i sammanträdets mapp.",
        ),
        "en": (
            "Below changes stands {document}, but there is no such document and none was issued.",
            "Write the document's file as it is named in the meeting's folder.",
        ),
    },
    "change-misspelt": {
        "sv": (
            "Under changes står {document}, men ingen sådan handling finns eller har skickats ut.",
            "Menade du {near}?",
        ),
        "en": (
            "Below changes stands {document}, but there is no such document and none was issued.",
            "Did you mean {near}?",
        ),
    },
    "change-early": {
        "sv": (
            "Ändringen av {document} är daterad {date}, före utskicket {issued}.",
            "Ange den dag då ändringen gjordes. Det som gjordes före utskicket är ingen ändring.",
        ),
        "en": (
            "The change of {document} is dated {date}, before the issue of {issued}.",
            "Give the day of the change. What was done before the issue is no change.",
        ),
    },
    "change-twice": {
        "sv": ("{document} står två gånger under changes med samma dag, först på rad {first}.", "Ta bort den ena."),
        "en": ("{document} stands twice below changes with the same day, first in line {first}.", "Remove one."),
    },
    "issue-moves": {
        "sv": (
            "{document} tar {pages} sidor men hade {issued} i utskicket ({labels}). Sidorna efter skulle flyttas.",
            (
                "Korta den, skriv late: lettered i sammanträdets index.md (nästa sida blir {after}), "
                "eller kör issue --renumber."
            ),
        ),
        "en": (
            "{document} takes {pages} pages but had {issued} when issued ({labels}). Later pages would move.",
            (
                "Shorten it, write late: lettered in the meeting's index.md (the next page is {after}), "
                "or run issue --renumber."
            ),
        ),
    },
    "issue-other-pages": {
        "sv": (
            "{document} tar {pages} sidor men hade {issued} i utskicket ({labels}), fast inget i den har ändrats.",
            "Mall, typsnitt, inställningar eller version är andra nu: ta tillbaka det, eller kör issue --renumber.",
        ),
        "en": (
            "{document} takes {pages} pages but had {issued} when issued ({labels}), though not changed itself.",
            "Template, fonts, settings or version are others now: undo that, or run issue --renumber.",
        ),
    },
    "issue-unsettled": {
        "sv": (
            "Sidorna i kallelsen kommer inte till ro: sidnumren på framsidan ändrar hur många sidor den tar.",
            "Korta en rad i föredragningslistan eller under changes.",
        ),
        "en": (
            "The pages of the packet do not settle: the numbers on its cover change how many pages it takes.",
            "Shorten a line of the agenda or below changes.",
        ),
    },
    "issue-pages": {
        "sv": ("{pages} är inga sidor som ett utskick har. Filen har ändrats för hand.", _BACK_SV),
        "en": ("{pages} are no pages that an issue has. The file was changed by hand.", _BACK_EN),
    },
    "issue-record": {
        "sv": (
            "Utskicket går inte ihop: framsidan först, varje sida en gång, ingen överhoppad. Den har ändrats för hand.",
            _BACK_SV,
        ),
        "en": (
            "The issue does not add up: the cover first, each page once, none left out. The file was changed by hand.",
            _BACK_EN,
        ),
    },
    "issue-foreign": {
        "sv": (
            "Utskicket är ett annat sammanträdes än det i {folder}: det nämner andra handlingar, eller har kopierats.",
            "Kom issues med en kopia, ta bort den och issued. Annars hämta den, eller filernas gamla namn, från git.",
        ),
        "en": (
            "The issue is that of another meeting than the one in {folder}: it names other documents, or was copied.",
            "If issues came with a copy, remove it and issued. Else get it, or the old names of the files, from git.",
        ),
    },
    "issue-late": {
        "sv": ("Utskicket är daterat {date}, efter sammanträdet {meeting}.", _BACK_SV),
        "en": ("The issue is dated {date}, after the meeting on {meeting}.", _BACK_EN),
    },
    "issue-order": {
        "sv": ("Utskicket är daterat {date}, före det förra utskicket {before}.", _BACK_SV),
        "en": ("The issue is dated {date}, before the issue of {before} that came first.", _BACK_EN),
    },
    "issue-day": {
        "sv": (
            "Det första utskicket är daterat {date}, men sammanträdets issued är {issued}.",
            "Skriv issued: {date} i index.md. Är dagen fel här, hämta tillbaka filen från git.",
        ),
        "en": (
            "The first issue is dated {date}, but the meeting's issued is {issued}.",
            "Write issued: {date} in index.md. If the day is wrong here, get the file back from git.",
        ),
    },
    "issue-no-pdf": {
        "sv": (
            "Utskicket finns antecknat, men filen {pdf} saknas eller är ingen PDF.",
            "Hämta tillbaka den från git. Den har en egen adress på webbplatsen.",
        ),
        "en": (
            "The issue is recorded, but its file {pdf} is missing or is no PDF.",
            "Get it back from git. It has an address of its own on the site.",
        ),
    },
    "issue-other-pdf": {
        "sv": (
            "{pdf} är inte den fil som gick ut: den har bytts eller ändrats sedan dess.",
            "Hämta tillbaka den från git. Den har en egen adress på webbplatsen, där ledamöterna läser den.",
        ),
        "en": (
            "{pdf} is not the file that went out: it was exchanged or changed since.",
            "Get it back from git. It has an address of its own on the site, where members read it.",
        ),
    },
    "issues-stray": {
        "sv": (
            "Mappen issues är till för det som kallelse issue skriver, men issues.yml saknas eller är tom.",
            "Hämta tillbaka issues.yml från git, eller byt namn på mappen.",
        ),
        "en": (
            "The folder issues is for what kallelse issue writes, but issues.yml is missing or empty.",
            "Get issues.yml back from git, or rename the folder.",
        ),
    },
}
