"""The words of findings about what was adjusted, and is otherwise now."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "lock-changed": {
        "sv": (
            "{paragraph} låstes den {date} och är ändrad efter det.",
            "Återställ texten, eller skriv en rättelse under corrections i minutes.md: vad, när och av vem.",
        ),
        "en": (
            "{paragraph} was locked on {date} and has been changed since.",
            "Restore the text, or write a correction under corrections in minutes.md: what, when and by whom.",
        ),
    },
    "lock-front": {
        "sv": (
            "Det som gäller hela mötet (tid, plats, justering) är ändrat sedan protokollet låstes den {date}.",
            "Återställ uppgifterna, eller skriv en rättelse av hela protokollet under corrections.",
        ),
        "en": (
            "What is said of the whole meeting (time, place, adjustment) was changed after the lock of {date}.",
            "Restore them, or write a correction of the whole minutes under corrections.",
        ),
    },
    "lock-added": {
        "sv": (
            "En paragraf har lagts till bland paragrafer som redan är justerade.",
            "Skriv en rättelse av hela protokollet, eller lägg paragrafen i en egen del under sets.",
        ),
        "en": (
            "A paragraph was added to paragraphs that are adjusted already.",
            "Write a correction of the whole minutes, or put the paragraph into a set of its own under sets.",
        ),
    },
    "lock-attended": {
        "sv": (
            "Vem som deltog i {paragraph} är ändrat sedan protokollet låstes den {date}.",
            "Återställ närvaron, eller skriv en rättelse under corrections i minutes.md: vad, när och av vem.",
        ),
        "en": (
            "Who attended {paragraph} has been changed since the minutes were locked on {date}.",
            "Restore the attendance, or write a correction under corrections in minutes.md: what, when and by whom.",
        ),
    },
    "lock-posting": {
        "sv": (
            "Anslaget är ett annat än i protokollet som låstes den {date}, och därmed sista dagen att överklaga.",
            "Återställ postings, eller skriv en rättelse under corrections och kör kallelse adjust igen.",
        ),
        "en": (
            "The notice is another than in the minutes locked on {date}, and so is the last day to appeal.",
            "Restore postings, or write a correction under corrections and run kallelse adjust again.",
        ),
    },
    "lock-beside": {
        "sv": (
            "Den låsta PDF-filen visas inte längre, för ett ärende i en annan del har blivit hemligt sedan dess.",
            "Kör kallelse adjust igen, så låses en PDF-fil utan det.",
        ),
        "en": (
            "The locked PDF is shown no more, since a case in another set has become confidential.",
            "Run kallelse adjust again, so that a PDF without it is locked.",
        ),
    },
    "lock-notes": {
        "sv": (
            "Protokollet är låst, men minutes.md säger nu att det är anteckningar.",
            "Ta bort notes: true.",
        ),
        "en": ("The minutes are locked, but minutes.md now says that they are notes.", "Remove notes: true."),
    },
    "lock-no-meeting": {
        "sv": (
            "Protokoll i {folder} har publicerats, men mötet finns inte längre.",
            "Hämta tillbaka mappen ur versionshistoriken. Har den fått ett annat namn, skriv moved_from i index.md.",
        ),
        "en": (
            "Minutes in {folder} were published, but the meeting is no more.",
            "Restore the folder from the history. If it got another name, write moved_from in its index.md.",
        ),
    },
    "locks-strange": {
        "sv": (
            "Filen ligger bland det som är låst, men adjusted.yml nämner den inte.",
            "Hämta tillbaka adjusted.yml ur versionshistoriken, eller flytta filen.",
        ),
        "en": (
            "The file lies among what is locked, but adjusted.yml does not name it.",
            "Restore adjusted.yml from the history, or move the file.",
        ),
    },
    "manifest-damaged": {
        "sv": (
            "Raden är ingen rad i listan över publicerade protokoll.",
            "Hämta tillbaka listan ur versionshistoriken: kallelse adjust skriver den, och den blir bara längre.",
        ),
        "en": (
            "The line is none of the list of published minutes.",
            "Restore the list from the history: kallelse adjust writes it, and it only grows.",
        ),
    },
    "lock-no-minutes": {
        "sv": (
            "Protokollet i {folder} är justerat, men minutes.md finns inte längre.",
            "Hämta tillbaka minutes.md ur versionshistoriken.",
        ),
        "en": (
            "The minutes in {folder} are adjusted, but minutes.md is no more.",
            "Restore minutes.md from the history.",
        ),
    },
    "lock-lost": {
        "sv": (
            "Protokollet i {folder} har publicerats som justerat, men mappen adjusted saknas.",
            "Hämta tillbaka mappen ur versionshistoriken.",
        ),
        "en": (
            "The minutes in {folder} were published as adjusted, but the folder adjusted is missing.",
            "Restore the folder from the history.",
        ),
    },
    "lock-unlisted": {
        "sv": (
            "Protokollet {pdf} saknas i listan manifest.sha256.",
            "Hämta tillbaka listan ur versionshistoriken: den blir bara längre.",
        ),
        "en": (
            "The minutes {pdf} are missing from the list manifest.sha256.",
            "Restore the list from the history: it only grows.",
        ),
    },
    "lock-gone": {
        "sv": ("{paragraph} låstes den {date} men finns inte längre.", "Återställ paragrafen."),
        "en": ("{paragraph} was locked on {date} but is no more.", "Restore the paragraph."),
    },
    "lock-unadjusted": {
        "sv": ("{paragraph} låstes den {date} men står nu som ojusterad.", "Återställ adjusted."),
        "en": ("{paragraph} was locked on {date} but is now said not to be.", "Restore adjusted."),
    },
    "lock-correction": {
        "sv": ("En rättelse som låstes den {date} är ändrad eller borttagen.", "Återställ den."),
        "en": ("A correction that was locked on {date} is changed or removed.", "Restore it."),
    },
    "lock-again": {
        "sv": (
            "{paragraph} är rättad efter att den låstes den {date}.",
            "Kör kallelse adjust igen, så låses rättelsen också.",
        ),
        "en": (
            "{paragraph} was corrected after it was locked on {date}.",
            "Run kallelse adjust again, so that the correction is locked too.",
        ),
    },
    "lock-missing": {
        "sv": (
            "Paragraferna är justerade men inte låsta.",
            "Kör kallelse adjust för mötet, så märks det om protokollet ändras efteråt.",
        ),
        "en": (
            "The paragraphs are adjusted but not locked.",
            "Run kallelse adjust for the meeting, so that later changes of the minutes are noticed.",
        ),
    },
    "manifest-behind": {
        "sv": (
            "Protokoll som har låsts finns nu i nya PDF-filer, som listan saknar: {meetings}.",
            (
                "Kör kallelse adjust {some}, eller utan mapp för alla möten, när anslagsdagarna är inskrivna. "
                "Då känns filerna igen av kallelse verify också efter nästa ändring."
            ),
        ),
        "en": (
            "Minutes that were locked now have new PDF files that are not in the list: {meetings}.",
            (
                "Run kallelse adjust {some}, or without a folder for all meetings, when the days of notice are "
                "written. Then kallelse verify knows the files also after the next change."
            ),
        ),
    },
    "locks-stray": {
        "sv": (
            "Mappen adjusted saknar adjusted.yml, som säger vad som justerades.",
            "Hämta tillbaka filen ur versionshistoriken.",
        ),
        "en": ("The folder adjusted lacks adjusted.yml, which says what was adjusted.", "Restore it from the history."),
    },
    "locks-damaged": {
        "sv": (
            "Filen som säger vad som justerades är skadad.",
            "Hämta tillbaka den ur versionshistoriken: den skrivs av kallelse adjust och ändras inte för hand.",
        ),
        "en": (
            "The file that says what was adjusted is damaged.",
            "Restore it from the history: kallelse adjust writes it, and nobody changes it by hand.",
        ),
    },
    "lock-no-pdf": {
        "sv": ("Protokollet {pdf}, som justerades, saknas.", "Hämta tillbaka filen ur versionshistoriken."),
        "en": ("The minutes {pdf}, which were adjusted, are missing.", "Restore the file from the history."),
    },
    "lock-other-pdf": {
        "sv": (
            "Protokollet {pdf} är inte det som justerades.",
            "Hämta tillbaka filen ur versionshistoriken.",
        ),
        "en": ("The minutes {pdf} are not those that were adjusted.", "Restore the file from the history."),
    },
}
"""What is wrong, and what to do, by code."""
