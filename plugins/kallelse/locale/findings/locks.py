"""The words of findings about what was adjusted, and is otherwise now."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "lock-changed": {
        "sv": (
            "{paragraph} justerades den {date} och är ändrad efter det.",
            "Återställ texten, eller skriv en rättelse under corrections i minutes.md: vad, när och av vem.",
        ),
        "en": (
            "{paragraph} was adjusted on {date} and has been changed since.",
            "Restore the text, or write a correction under corrections in minutes.md: what, when and by whom.",
        ),
    },
    "lock-front": {
        "sv": (
            "Tid, plats eller justering är ändrad sedan justeringen den {date}.",
            "Återställ uppgifterna, eller skriv en rättelse av hela protokollet under corrections.",
        ),
        "en": (
            "Time, place or adjustment have been changed since the adjustment of {date}.",
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
        "sv": ("{paragraph} justerades den {date} men finns inte längre.", "Återställ paragrafen."),
        "en": ("{paragraph} was adjusted on {date} but is no more.", "Restore the paragraph."),
    },
    "lock-unadjusted": {
        "sv": ("{paragraph} justerades den {date} men står nu som ojusterad.", "Återställ adjusted."),
        "en": ("{paragraph} was adjusted on {date} but is now said not to be.", "Restore adjusted."),
    },
    "lock-correction": {
        "sv": ("En rättelse som var införd den {date} är ändrad eller borttagen.", "Återställ den."),
        "en": ("A correction that was there on {date} is changed or removed.", "Restore it."),
    },
    "lock-again": {
        "sv": (
            "{paragraph} är rättad efter justeringen den {date}.",
            "Kör kallelse adjust igen, så låses rättelsen också.",
        ),
        "en": (
            "{paragraph} was corrected after the adjustment of {date}.",
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
