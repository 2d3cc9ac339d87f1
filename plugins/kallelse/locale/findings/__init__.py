"""Findings turned into sentences: what is wrong and what to do, in the language of the settings."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import finance, issues, meeting, packet, sources, text, workbook
from kallelse.model.finding import Finding
from kallelse.model.settings import Language

Sentences = tuple[str, str]
TEXTS: Mapping[str, Mapping[Language, Sentences]] = {
    **sources.TEXTS,
    **meeting.TEXTS,
    **text.TEXTS,
    **finance.TEXTS,
    **workbook.TEXTS,
    **packet.TEXTS,
    **issues.TEXTS,
}


def wrong(finding: Finding, language: Language) -> str:
    """What is wrong, as one sentence."""
    return TEXTS[finding.code][language][0].format_map(finding.words)


def remedy(finding: Finding, language: Language) -> str:
    """What to do about it, as one sentence."""
    return TEXTS[finding.code][language][1].format_map(finding.words)
