"""A provision of law turned into the short citation that a reader knows it by."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.law import Provision, Section, Statute
from kallelse.model.settings import Language

_STATUTES: Mapping[Language, Mapping[Statute, str]] = {
    "sv": {
        Statute.MUNICIPAL: "kommunallagen ({number})",
        Statute.ADMINISTRATIVE: "förvaltningslagen ({number})",
        Statute.TIME: "lagen ({number}) om beräkning av lagstadgad tid",
    },
    "en": {
        Statute.MUNICIPAL: "the Local Government Act ({number})",
        Statute.ADMINISTRATIVE: "the Administrative Procedure Act ({number})",
        Statute.TIME: "the Act ({number}) on the Calculation of Statutory Time",
    },
}


def citation(provision: Provision, language: Language) -> str:
    """`8 kap. 12 § kommunallagen (2017:725)`, with blanks that do not break between a figure and its word."""
    section = provision.value
    statute = _STATUTES[language][section.statute].format(number=section.statute.value)
    return f"{_place(section, language)} {statute}"


def _place(section: Section, language: Language) -> str:
    blank = "\N{NO-BREAK SPACE}"
    if language == "sv":
        chapter = "" if section.chapter is None else f"{section.chapter}{blank}kap. "
        return f"{chapter}{section.number}{blank}§"
    chapter = "" if section.chapter is None else f"Chapter{blank}{section.chapter}, "
    return f"{chapter}Section{blank}{section.number} of"
