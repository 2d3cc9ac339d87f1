"""The words of findings about the accessibility statement."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "statement-missing": {
        "sv": (
            "Webbplatsen har en adress men ingen tillgänglighetsredogörelse, som lagen kräver (2018:1937, 13 §).",
            "Bedöm webbplatsen och fyll i accessibility i kallelse.yml. Se ”Tillgänglighet och ordlista” i handboken.",
        ),
        "en": (
            "The site has an address but no accessibility statement, which the law asks for (2018:1937, section 13).",
            "Assess the site and fill in accessibility in kallelse.yml. The handbook shows how.",
        ),
    },
    "statement-old": {
        "sv": (
            "Tillgänglighetsredogörelsen sågs senast över {updated}, för mer än ett år sedan.",
            "Se om den stämmer, rätta det som inte gör det, och skriv dagen i updated.",
        ),
        "en": (
            "The accessibility statement was last reviewed on {updated}, more than a year ago.",
            "See whether it holds, mend what does not, and write the day in updated.",
        ),
    },
    "statement-ahead": {
        "sv": (
            "Dagen {day} under {key} i tillgänglighetsredogörelsen ligger efter dagen för bygget.",
            "Kontrollera {key}: där ska stå en dag som har varit.",
        ),
        "en": (
            "The day {day} under {key} of the accessibility statement comes after the day of the build.",
            "Check {key}: it is to be a day that has been.",
        ),
    },
    "statement-mended": {
        "sv": (
            "Bristerna skulle vara åtgärdade {day}, men redogörelsen räknar fortfarande upp dem.",
            "Ta bort det som är åtgärdat ur lacks, eller skriv en ny dag i mended.",
        ),
        "en": (
            "What falls short was to be mended by {day}, but the statement still lists it.",
            "Remove what is mended from lacks, or write a new day in mended.",
        ),
    },
    "statement-order": {
        "sv": (
            "Webbplatsen är bedömd {assessed}, efter att redogörelsen senast sågs över ({updated}).",
            "Skriv i updated den dag då redogörelsen senast ändrades eller sågs över.",
        ),
        "en": (
            "The site was assessed on {assessed}, after the statement was last reviewed ({updated}).",
            "Write in updated the day when the statement was last changed or reviewed.",
        ),
    },
    "statement-full": {
        "sv": (
            "Redogörelsen säger att webbplatsen helt uppfyller kraven, men räknar upp innehåll som inte gör det.",
            "Skriv partial i status, eller ta bort det som är åtgärdat.",
        ),
        "en": (
            "The statement says that the site fully meets the requirements, but lists content that does not.",
            "Write partial in status, or remove what is mended.",
        ),
    },
    "statement-nothing": {
        "sv": (
            "Redogörelsen säger att webbplatsen inte helt uppfyller kraven, men inte vad som brister.",
            "Räkna upp det i lacks, eller i burden, vart och ett med skälet.",
        ),
        "en": (
            "The statement says that the site does not fully meet the requirements, but not what falls short.",
            "List it in lacks, or in burden, each with the reason.",
        ),
    },
    "statement-unreachable": {
        "sv": (
            "Redogörelsen säger inte hur man berättar om en brist (2018:1937, 13 §).",
            "Fyll i form, helst, annars email eller phone.",
        ),
        "en": (
            "The statement does not say how a lack is reported (2018:1937, section 13).",
            "Fill in form, rather than email or phone alone.",
        ),
    },
}
