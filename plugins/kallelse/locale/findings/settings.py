"""The sentences about what the settings of a municipality name: files, faces, colours."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
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
