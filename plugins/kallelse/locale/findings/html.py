"""The words of findings about raw HTML in bodies."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "html-tag": {
        "sv": (
            "Taggen <{tag}> går inte att visa i både webbplats och kallelse.",
            "Ta bort den, eller skriv med Markdown i stället.",
        ),
        "en": (
            "The tag <{tag}> cannot be shown in both the site and the packet.",
            "Delete it, or write with Markdown instead.",
        ),
    },
    "html-attribute": {
        "sv": ("”{attribute}” i <{tag}> skulle gå förlorat.", "Ta bort det: utseendet bestäms av mallen."),
        "en": ("“{attribute}” in <{tag}> would be lost.", "Delete it: the template decides on looks."),
    },
    "html-unsafe": {
        "sv": ("Taggen <{tag}> får inte stå i texten.", "Ta bort det."),
        "en": ("The tag <{tag}> may not stand in the text.", "Delete it."),
    },
    "html-unclosed": {
        "sv": (
            "Taggen <{tag}> slutar aldrig.",
            "Skriv </{tag}> där den ska sluta. Är det ingen tagg, skriv \\< i stället för <.",
        ),
        "en": (
            "The tag <{tag}> never ends.",
            "Write </{tag}> where it is to end. If it is no tag, write \\< instead of <.",
        ),
    },
    "html-stray": {
        "sv": (
            "Taggen </{tag}> slutar något som aldrig har börjat här.",
            "Ta bort det, eller flytta det till samma stycke som <{tag}>.",
        ),
        "en": (
            "The tag </{tag}> ends something that never began here.",
            "Delete it, or move it to the same paragraph as <{tag}>.",
        ),
    },
    "html-place": {
        "sv": ("Taggen <{tag}> kan inte stå direkt i <{parent}>.", "Flytta det, eller skriv med Markdown i stället."),
        "en": ("The tag <{tag}> cannot stand right in <{parent}>.", "Move it, or write with Markdown instead."),
    },
    "html-words": {
        "sv": (
            "Orden ”{text}” står direkt i <{parent}>, utanför dess delar.",
            "Flytta dem in i en cell eller punkt, eller ut ur <{parent}>.",
        ),
        "en": (
            "The words “{text}” stand right in <{parent}>, outside its parts.",
            "Move them into a cell or item, or out of <{parent}>.",
        ),
    },
    "html-other": {
        "sv": ("”{text}” är HTML som inte är text.", "Ta bort det. Hör < till texten, skriv \\<."),
        "en": ("“{text}” is HTML that is no text.", "Delete it. If < belongs to the text, write \\<."),
    },
    "comment-dropped": {
        "sv": (
            "Kommentaren ”{text}” publiceras inte.",
            "Ta bort den om den inte behövs: källfilen kan läsas av andra.",
        ),
        "en": ("The comment “{text}” is not published.", "Delete it if it is not needed: others may read the source."),
    },
}
