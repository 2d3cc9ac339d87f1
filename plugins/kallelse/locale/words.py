"""What a secretary types in bodies: words of fences and of their head lines, of captions, and of section headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from kallelse.model.section import SectionKind
from kallelse.model.settings import Language


class Fence(Enum):
    """What a fenced block is, by the word after its fence."""

    FINANCE = "finance"
    TABLE = "table"
    PROCESS = "process"
    MOTION = "motion"
    PROPOSITION = "proposition"
    VOTE = "vote"
    ELECTION = "election"


# Every word holds in every language of the site: a fence says what it is, not in which language.
FENCES: Mapping[str, Fence] = {
    "ekonomi": Fence.FINANCE,
    "finance": Fence.FINANCE,
    "tabell": Fence.TABLE,
    "table": Fence.TABLE,
    "arbetsgång": Fence.PROCESS,
    "process": Fence.PROCESS,
    "yrkande": Fence.MOTION,
    "motion": Fence.MOTION,
    "proposition": Fence.PROPOSITION,
    "omröstning": Fence.VOTE,
    "vote": Fence.VOTE,
    "val": Fence.ELECTION,
    "election": Fence.ELECTION,
}
# What only minutes hold.
RECORD_FENCES = (Fence.MOTION, Fence.PROPOSITION, Fence.VOTE, Fence.ELECTION)

# The head lines of text tables and processes.
CAPTION_LINES = ("rubrik", "caption")
NOTE_LINES = ("not", "note")

# The words that open a paragraph above a table and below it; a source keeps its word in print.
TABLE_CAPTIONS = ("Tabell", "Table")
TABLE_SOURCES = ("Källa", "Källor", "Source", "Sources")
TABLE_NOTES = ("Not", "Note")

# After the bar in a citation: the figure without its sign.
UNSIGNED = ("utan tecken", "unsigned")

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
    *("january", "february", "march", "may", "june", "july", "august", "october"),
)

# What counts or measures, after a figure that may have a sign.
FIGURE_WORDS = (
    *(
        "procent",
        "procentenheter",
        "kronor",
        "kr",
        "tkr",
        "mkr",
        "mnkr",
        "mdkr",
        "miljoner",
        "miljarder",
        "tusen",
        "år",
    ),
    *("per cent", "percent", "percentage points", "SEK", "million", "billion", "thousand", "years"),
)

# What opens a bracket that tells a secretary what to write in its place.
GUIDANCE = ("skriv", "ange", "fyll i", "välj", "klicka", "write", "enter", "fill in", "choose", "click")

# `{body}` stands for the body that a proposal is addressed to.
SECTION_HEADINGS: Mapping[Language, Mapping[str, SectionKind]] = {
    "sv": {
        "Förslag till beslut": SectionKind.PROPOSAL,
        "Förslag till beslut i {body}": SectionKind.PROPOSAL,
        "Förslag till beslut för {body}": SectionKind.PROPOSAL,
        "Beslut – Förslag till {body}": SectionKind.PROPOSAL,
        "Beslut – för fastställande i {body}": SectionKind.PROPOSAL,
        "Beslutsförslag": SectionKind.PROPOSAL,
        "Sammanfattning": SectionKind.SUMMARY,
        "Sammanfattning av ärendet": SectionKind.SUMMARY,
        "Ärendet i korthet": SectionKind.SUMMARY,
        "Beskrivning": SectionKind.DESCRIPTION,
        "Beskrivning av ärendet": SectionKind.DESCRIPTION,
        "Ärendebeskrivning": SectionKind.DESCRIPTION,
        "Ekonomi": SectionKind.ECONOMY,
        "Ekonomiska konsekvenser": SectionKind.ECONOMY,
        "Ekonomiska effekter": SectionKind.ECONOMY,
    },
    "en": {
        "Proposal": SectionKind.PROPOSAL,
        "Proposed decision": SectionKind.PROPOSAL,
        "Proposed decision in {body}": SectionKind.PROPOSAL,
        "Proposal for decision": SectionKind.PROPOSAL,
        "Proposal for decision in {body}": SectionKind.PROPOSAL,
        "Summary": SectionKind.SUMMARY,
        "Summary of the case": SectionKind.SUMMARY,
        "Description": SectionKind.DESCRIPTION,
        "Description of the case": SectionKind.DESCRIPTION,
        "Economy": SectionKind.ECONOMY,
        "Financial consequences": SectionKind.ECONOMY,
        "Financial implications": SectionKind.ECONOMY,
    },
}

TABLE_NAMED = re.compile(
    r"(?!.*\b(?:bilag|attach|appendi)).*\b(?:tabell(?:en|erna|er)?|tables?)\b", re.IGNORECASE | re.DOTALL
)
"""What names a table, and none that is in an attachment, from its first word on."""
