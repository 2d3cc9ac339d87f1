"""The words of new files: the headings of a letter and what stands under them until the secretary has written."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

LETTER: Mapping[Language, str] = {
    "sv": (
        "## Förslag till beslut\n\nNämnden beslutar att …\n\n"
        "## Sammanfattning\n\n…\n\n## Beskrivning av ärendet\n\n…\n\n## Ekonomiska konsekvenser\n\n…\n"
    ),
    "en": (
        "## Proposal\n\nThe committee decides to …\n\n"
        "## Summary\n\n…\n\n## Description\n\n…\n\n## Economic consequences\n\n…\n"
    ),
}
ISSUED: Mapping[Language, str] = {
    "sv": "# Skriv dagen då kallelsen går ut. Innan dess visas bara dag, tid och plats.\n# issued: {day}\n",
    "en": "# Write the day the summons goes out. Until then only day, time and place are shown.\n# issued: {day}\n",
}
HANDBOOK: Mapping[Language, str] = {
    "sv": "# Om webbplatsen\n\nHär finns nämndernas kallelser, ärenden och handlingar.\n",
    "en": "# About the site\n\nHere are the committees' summonses, cases and papers.\n",
}
YEARBOOK: Mapping[Language, str] = {"sv": "arsbok.pdf", "en": "yearbook.pdf"}
"""The file of a new archive's yearbook."""

SITE: Mapping[Language, str] = {"sv": "Möten och beslut", "en": "Meetings and decisions"}
"""The title of a site that names none."""
ABOUT: Mapping[Language, str] = {"sv": "Om webbplatsen", "en": "About the site"}
