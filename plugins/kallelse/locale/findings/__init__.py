"""Findings turned into sentences: what is wrong and what to do, in the language of the settings."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import (
    board,
    fields,
    finance,
    follow,
    glossary,
    history,
    issues,
    locks,
    marks,
    meeting,
    minutes,
    moved,
    packet,
    record,
    settings,
    sources,
    statement,
    text,
    workbook,
)
from kallelse.model.finding import Finding
from kallelse.model.settings import Language

Sentences = tuple[str, str]
Texts = Mapping[str, Mapping[Language, Sentences]]
GROUPS: Mapping[str, Texts] = {
    "sources": {**sources.TEXTS, **fields.TEXTS, **settings.TEXTS, **follow.TEXTS, **history.TEXTS},
    "meeting": {**meeting.TEXTS, **moved.TEXTS},
    "text": text.TEXTS,
    "finance": {**finance.TEXTS, **workbook.TEXTS},
    "packet": packet.TEXTS,
    "issues": issues.TEXTS,
    "minutes": {**minutes.TEXTS, **marks.TEXTS},
    "record": {**record.TEXTS, **locks.TEXTS},
    "board": board.TEXTS,
    "statement": statement.TEXTS,
    "glossary": glossary.TEXTS,
}
"""The sentences by code, in groups by what they are about."""

TEXTS: Texts = {code: told for group in GROUPS.values() for code, told in group.items()}
TITLES: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "page": "Vad varje anmärkning betyder",
        "opening": (
            "`kallelse check` visar allt som är fel eller tveksamt i alla filer på en gång: fil, rad, vad som är fel "
            "och vad du gör åt det. Ett fel stoppar bygget, och då ligger den förra webbplatsen kvar orörd. En "
            "anmärkning stoppar ingenting. Här står alla. Tre punkter står för det som gäller just din fil."
        ),
        "wrong": "Vad som sägs",
        "remedy": "Vad du gör",
        "sources": "Filer och uppgifter",
        "meeting": "Möten, ärenden och bilagor",
        "text": "Text, länkar och bilder",
        "finance": "Ekonomiska tabeller",
        "packet": "Kallelsen",
        "issues": "Utskick och ändringar",
        "minutes": "Så skrivs protokollet",
        "record": "Protokoll, justering och anslag",
        "board": "Anslagstavlan",
        "statement": "Tillgänglighetsredogörelsen",
        "glossary": "Ordlistan",
    },
    "en": {
        "page": "What each finding means",
        "opening": (
            "`kallelse check` shows all that is wrong or doubtful in all files at once: file, line, what is wrong and "
            "what to do about it. An error stops the build, and the site of the build before stays as it was. A remark "
            "stops nothing. All of them stand here. Three dots stand for what is your file's own."
        ),
        "wrong": "What is said",
        "remedy": "What you do",
        "sources": "Files and fields",
        "meeting": "Meetings, cases and attachments",
        "text": "Text, links and pictures",
        "finance": "Finance tables",
        "packet": "The packet",
        "issues": "Issues and changes",
        "minutes": "How minutes are written",
        "record": "Minutes, adjustment and notices",
        "board": "The notice board",
        "statement": "The accessibility statement",
        "glossary": "The glossary",
    },
}
"""The words of the page that lists them all."""


def wrong(finding: Finding, language: Language) -> str:
    """What is wrong, as one sentence."""
    return TEXTS[finding.code][language][0].format_map(finding.words)


def remedy(finding: Finding, language: Language) -> str:
    """What to do about it, as one sentence."""
    return TEXTS[finding.code][language][1].format_map(finding.words)
